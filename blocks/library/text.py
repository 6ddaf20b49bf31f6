"""WordPress's category `text`: what people write."""

from __future__ import annotations

from blocks.fragment import RichText
from blocks.library.figure import Figure
from blocks.model.fields import Record, attribute, comment, query, rich_text, tag
from blocks.model.node import Block, Freeform
from blocks.model.registry import block

__all__ = [
    "Cell",
    "Code",
    "Freeform",
    "Heading",
    "List",
    "ListItem",
    "Paragraph",
    "Preformatted",
    "Quote",
    "Row",
    "Table",
]


@block("core/paragraph")
class Paragraph(Block):
    """A paragraph.

    <p>…</p>
    """

    align: str | None = comment("align", "string")
    content: RichText = rich_text("p")
    drop_cap: bool = comment("dropCap", "boolean", default=False)
    placeholder: str | None = comment("placeholder", "string")
    direction: str | None = comment("direction", "string")


@block("core/heading")
class Heading(Block):
    """A heading of level 1 to 6.

    <h2 class="wp-block-heading">…</h2>
    """

    text_align: str | None = comment("textAlign", "string")
    content: RichText = rich_text("h1,h2,h3,h4,h5,h6")
    level: int = comment("level", "integer", default=2)
    placeholder: str | None = comment("placeholder", "string")


@block("core/list")
class List(Block):
    """A list, ordered or not. Its items are blocks inside it.

    <ul class="wp-block-list"><!-- wp:list-item -->…<!-- /wp:list-item --></ul>
    """

    ordered: bool = comment("ordered", "boolean", default=False)
    type: str | None = comment("type", "string")
    start: int | None = comment("start", "integer")
    reversed: bool = comment("reversed", "boolean", default=False)
    placeholder: str | None = comment("placeholder", "string")


@block("core/list-item")
class ListItem(Block):
    """An item of a list; a list inside it is a block inside it.

    <li>…</li>
    """

    placeholder: str | None = comment("placeholder", "string")
    content: RichText = rich_text("li")


@block("core/quote")
class Quote(Block):
    """A quotation. Its paragraphs are blocks inside it.

    <blockquote class="wp-block-quote"><!-- wp:paragraph -->…<!-- /wp:paragraph --><cite>…</cite></blockquote>
    """

    citation: RichText = rich_text("cite")
    text_align: str | None = comment("textAlign", "string")


@block("core/code")
class Code(Block):
    """Code, whitespace preserved.

    <pre class="wp-block-code"><code>…</code></pre>
    """

    content: RichText = rich_text("code")


@block("core/preformatted")
class Preformatted(Block):
    """Text whose whitespace is preserved.

    <pre class="wp-block-preformatted">…</pre>
    """

    content: RichText = rich_text("pre")


class Cell(Record):
    """A cell of a table: `<td>` or `<th>`."""

    content: RichText = rich_text()
    tag: str = tag(default="td")
    scope: str | None = attribute(None, "scope")
    align: str | None = attribute(None, "data-align")
    colspan: str | None = attribute(None, "colspan")
    rowspan: str | None = attribute(None, "rowspan")


class Row(Record):
    """A row of a table."""

    cells: tuple[Cell, ...] = query("td,th", Cell)


@block("core/table")
class Table(Figure):
    """A table with head, body and foot.

    <figure class="wp-block-table"><table><thead>…</thead><tbody>…</tbody></table><figcaption>…</figcaption></figure>
    """

    has_fixed_layout: bool = comment("hasFixedLayout", "boolean", default=True)
    head: tuple[Row, ...] = query(":scope > thead > tr", Row, within="table")
    body: tuple[Row, ...] = query(":scope > tbody > tr, :scope > tr", Row, within="table")
    foot: tuple[Row, ...] = query(":scope > tfoot > tr", Row, within="table")
