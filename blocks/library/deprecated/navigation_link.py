"""How links of a navigation were saved."""

from __future__ import annotations

from blocks.fragment.javascript import is_true
from blocks.library.design import NavigationLink
from blocks.model.fields import comment
from blocks.model.reading import Candidate
from blocks.model.saved import Attributes, Element, Inner, Root, element
from blocks.model.shape import Migrated, Shape, deprecates


class NotFollowed(Shape):
    """While the block was new, with an attribute for what is in `rel` today.

    <!-- wp:navigation-link {"label":"About","nofollow":true} /-->
    """

    label = comment("label", "string")
    type = comment("type", "string")
    nofollow = comment("nofollow", "boolean")
    description = comment("description", "string")
    id = comment("id", "number")
    opens_in_new_tab = comment("opensInNewTab", "boolean", default=False)
    url = comment("url", "string")

    @staticmethod
    def is_eligible(said: Attributes, block: Candidate) -> bool:
        del block
        return is_true(said["nofollow"])

    @staticmethod
    def migrate(a: Attributes, inner: Inner) -> Migrated:
        del inner
        return {**a, "nofollow": None, "rel": "nofollow" if a["nofollow"] else ""}

    @staticmethod
    def save(a: Attributes, root: Root) -> Element | None:
        del a
        return element(None, {}, root.inner)


deprecates(NavigationLink, NotFollowed)
