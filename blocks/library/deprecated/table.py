"""How tables were saved."""

from __future__ import annotations

from typing import Final

from blocks.library.text import Row, Table
from blocks.library.text.table import in_figure, sections
from blocks.model.fields import Record, attribute, comment, html, query, rich_text, tag
from blocks.model.reading import Candidate
from blocks.model.saved import Attributes, Element, Inner, Root, border, classes, color_class, colors, element
from blocks.model.shape import Migrated, Shape, deprecates

# Colours that themes had once, and which a table's background keeps as its own.
_OLD_COLORS: Final = {
    "subtle-light-gray": "#f3f4f5",
    "subtle-pale-green": "#e9fbe5",
    "subtle-pale-blue": "#e7f5fe",
    "subtle-pale-pink": "#fcf0ef",
}


class UnalignedCell(Record):
    """A cell of the first tables."""

    content = html()
    tag = tag(default="td")
    scope = attribute(None, "scope")


class AlignedCell(UnalignedCell):
    """A cell with what could be said of one before it could span several."""

    align = attribute(None, "data-align")


class UnalignedRow(Record):
    """A row of such cells."""

    cells = query("td,th", UnalignedCell)


class AlignedRow(Record):
    """A row of such cells."""

    cells = query("td,th", AlignedCell)


class LooseByDefault(Shape):
    """Before WordPress 6.6, with columns as wide as their content by default.

    <!-- wp:table --><figure class="wp-block-table"><table><tbody>…</tbody></table></figure><!-- /wp:table -->
    """

    supports = {**Table.supports, "__experimentalSelector": ".wp-block-table > table"}

    has_fixed_layout = comment("hasFixedLayout", "boolean", default=False)
    caption = rich_text("figcaption")
    head = query("thead tr", Row, default=[])
    body = query("tbody tr", Row, default=[])
    foot = query("tfoot tr", Row, default=[])

    @staticmethod
    def save(a: Attributes, root: Root) -> Element | None:
        return Table.save(a, root)


class WithoutCaptionClass(Shape):
    """Before WordPress 6.1, without a class for its caption.

    <figure class="wp-block-table"><table>…</table><figcaption>…</figcaption></figure>
    """

    supports = LooseByDefault.supports

    has_fixed_layout = comment("hasFixedLayout", "boolean", default=False)
    caption = html("figcaption", default="")
    head = query("thead tr", AlignedRow, default=[])
    body = query("tbody tr", AlignedRow, default=[])
    foot = query("tfoot tr", AlignedRow, default=[])

    @staticmethod
    def save(a: Attributes, root: Root) -> Element | None:
        painted, framed = colors(a), border(a)
        return in_figure(
            a, root, (painted["class"], framed["class"]), {**painted["style"], **framed["style"]}, None
        )  # fmt: skip


class Painted(WithoutCaptionClass):
    """With a background of the palette alone.

    <figure class="wp-block-table"><table class="has-base-background-color has-background">…</table></figure>
    """

    supports = {"anchor": True, "align": True, "__experimentalSelector": ".wp-block-table > table"}

    background_color = comment("backgroundColor", "string")

    @staticmethod
    def is_eligible(said: Attributes, block: Candidate) -> bool:
        return said["backgroundColor"] in _OLD_COLORS and not said["style"]

    @staticmethod
    def migrate(a: Attributes, inner: Inner) -> Migrated:
        old = _OLD_COLORS.get(a["backgroundColor"])
        return {**a, "backgroundColor": None, "style": {"color": {"background": old} if old else {}}}

    @staticmethod
    def save(a: Attributes, root: Root) -> Element | None:
        return in_figure(a, root, _background(a), {}, None)


class WithoutFigure(Shape):
    """Before WordPress 5.3, as a table alone.

    <table class="wp-block-table has-fixed-layout"><tbody>…</tbody></table>
    """

    supports = {"align": True}

    has_fixed_layout = comment("hasFixedLayout", "boolean", default=False)
    background_color = comment("backgroundColor", "string")
    head = query("thead tr", UnalignedRow, default=[])
    body = query("tbody tr", UnalignedRow, default=[])
    foot = query("tfoot tr", UnalignedRow, default=[])

    @staticmethod
    def save(a: Attributes, root: Root) -> Element | None:
        names = classes(*_background(a), a["hasFixedLayout"] and "has-fixed-layout")
        rows = sections(a)
        return element("table", {"class": names}, rows) if rows else None


def _background(a: Attributes) -> tuple[str | None, str | None]:
    name = color_class("background-color", a["backgroundColor"])
    return name, name and "has-background"


deprecates(Table, LooseByDefault, WithoutCaptionClass, Painted, WithoutFigure)
