"""How the links to the pages of a query were saved."""

from __future__ import annotations

from blocks.library.theme import QueryPagination
from blocks.model.saved import Attributes, Element, Root, element
from blocks.model.shape import Shape, deprecates


class Wrapped(Shape):
    """In an element of its own, which the server makes today.

    <div class="wp-block-query-pagination"><!-- wp:query-pagination-numbers /--></div>
    """

    @staticmethod
    def save(a: Attributes, root: Root) -> Element | None:
        del a
        return element("div", root(), root.inner)


deprecates(QueryPagination, Wrapped)
