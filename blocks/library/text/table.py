"""Tables."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from blocks.fragment import RichText
from blocks.library.figure import Figure
from blocks.library.supports import SPACING, TYPOGRAPHY
from blocks.model.fields import Record, attribute, comment, query, rich_text, tag
from blocks.model.registry import block
from blocks.model.saved import Attributes, Element, Root, border, classes, colors, element, is_empty, printed


class Cell(Record):
    """A cell of a table: `<td>` or `<th>`."""

    content: RichText = rich_text(role="content")
    tag: str = tag(default="td")
    scope: str | None = attribute(None, "scope")
    align: str | None = attribute(None, "data-align")
    colspan: str | None = attribute(None, "colspan")
    rowspan: str | None = attribute(None, "rowspan")


class Row(Record):
    """A row of a table."""

    cells: tuple[Cell, ...] = query("td,th", Cell)


@block(
    "core/table",
    category="text",
    styles=("regular", "stripes"),
    selectors={"root": ".wp-block-table > table", "spacing": ".wp-block-table"},
)
class Table(Figure):
    """A table with head, body and foot.

    <figure class="wp-block-table"><table class="has-fixed-layout"><tbody><tr><td>…</td></tr></tbody></table>
    <figcaption class="wp-element-caption">…</figcaption></figure>
    """

    supports = {
        "anchor": True,
        "align": True,
        "color": {"__experimentalSkipSerialization": True, "gradients": True},
        "spacing": SPACING,
        "typography": TYPOGRAPHY,
        "__experimentalBorder": {
            "__experimentalSkipSerialization": True,
            "color": True,
            "style": True,
            "width": True,
        },
    }

    has_fixed_layout: bool = comment("hasFixedLayout", "boolean", default=True)
    caption: RichText = rich_text("figcaption", role="content")
    head: tuple[Row, ...] = query(":scope > thead > tr", Row, within="table", default=[])
    body: tuple[Row, ...] = query(":scope > tbody > tr, :scope > tr", Row, within="table", default=[])
    foot: tuple[Row, ...] = query(":scope > tfoot > tr", Row, within="table", default=[])

    @staticmethod
    def save(a: Attributes, root: Root) -> Element | None:
        painted, framed = colors(a), border(a)
        style = {**painted["style"], **framed["style"]}
        return in_figure(a, root, (painted["class"], framed["class"]), style, "wp-element-caption")


def in_figure(
    a: Attributes, root: Root, names: Iterable[str | None], style: Mapping[str, object], caption_class: str | None
) -> Element | None:
    """A table with its caption, None for one without rows; `names` and `style` are those of the `table` element."""
    rows = sections(a)
    if not rows:
        return None
    table_class = classes(*names, a["hasFixedLayout"] and "has-fixed-layout") or None
    caption = None if is_empty(a["caption"]) else element("figcaption", {"class": caption_class}, printed(a["caption"]))
    return element("figure", root(), element("table", {"class": table_class, "style": style}, rows), caption)


def sections(a: Attributes) -> list[Element]:
    """Head, body and foot, those that have rows."""
    return [
        element(f"t{name}", {}, [element("tr", {}, [_cell(cell) for cell in row["cells"]]) for row in a[name]])
        for name in ("head", "body", "foot")
        if a[name]
    ]


def _cell(cell: dict[str, object]) -> Element:
    align, name = cell.get("align"), str(cell.get("tag", "td"))
    attributes = {
        "class": f"has-text-align-{align}" if align else None,
        "data-align": align,
        "scope": cell.get("scope") if name == "th" else None,
        "colspan": cell.get("colspan"),
        "rowspan": cell.get("rowspan"),
    }
    return element(name, attributes, printed(cell.get("content")))
