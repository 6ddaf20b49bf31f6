"""What each element does to the flow: the table of start tags, and that of end tags.

An element that is in neither is inline, and its text runs on.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import TYPE_CHECKING, Final, Literal

from blocks.cli.typeset import marks, media
from blocks.cli.typeset.tables import MOST_SPAN, Cell, OpenTable
from blocks.fragment import Token
from blocks.render.text.lists import integer, numbering_of

if TYPE_CHECKING:
    from rich.text import Text

    from blocks.cli.typeset.flow import Flow

HIDDEN: Final = frozenset({"datalist", "iframe", "noembed", "noframes", "script", "style", "template"})
UNDERLINES: Final = {"h1": "━", "h2": "─", "h3": "┄", "h4": "┈"}
BULLETS: Final = "•◦▪"

BLOCKS: Final = {
    **dict.fromkeys(
        ("address", "article", "aside", "center", "dialog", "dl", "fieldset", "footer", "form", "header", "hgroup",
         "main", "menu", "nav", "p", "search", "section"), 1
    ),
    **dict.fromkeys(("body", "dir", "div", "html", "legend", "optgroup", "option", "select"), 0),
}  # fmt: skip
"""Elements that make a block and do nothing else, with the blank lines around them."""

_LANGUAGE = re.compile(r"(?:language|lang|brush:)-?([\w+#.-]+)")
_JUSTIFIED: Final[dict[str, Literal["center", "right"]]] = {
    "has-text-align-center": "center",
    "has-text-align-right": "right",
}
_ITEMS: Final = frozenset({"li"})
_TERMS: Final = frozenset({"dd", "dt"})
_CELLS: Final = frozenset({"td", "th"})
_LISTS: Final = frozenset({"dl", "ol", "table", "td", "th", "ul"})


def start(flow: Flow, token: Token) -> None:
    """Do what a start tag does."""
    if rule := STARTS.get(token.name):
        rule(flow, token)
    elif style := marks.STYLES.get(token.name):
        flow.push(token.name, None, style)
    elif token.name in BLOCKS:
        is_own = any(name.startswith("wp-block-") and "__" not in name for name in token.classes)
        is_close = "wp-block-button" in token.classes or "wp-block-list-item" in token.classes
        flow.push(token.name, 1 if is_own and not is_close else BLOCKS[token.name])


def end(flow: Flow, name: str) -> None:
    """Do what an end tag does."""
    if name == "br":
        flow.line_break()
    elif name == "q":
        flow.add('"')
    elif name in UNDERLINES or name in {"h5", "h6"}:
        flow.close("heading")
    else:
        flow.close(name)


def comment(flow: Flow, markup: str) -> None:
    """Where a post is parted: `<!--more-->`, `<!--nextpage-->`."""
    said = re.match(r"<!--\s*(more|nextpage)\b(.*?)-->", markup, re.DOTALL)
    if said:
        name = "page break" if said[1] == "nextpage" else marks.spaced(said[2]).strip() or "more"
        flow.separate(1)
        flow.note(f"┈┈┈ {name} ┈┈┈", "dim")
        flow.separate(1)


# ------------------------------------------------------------------------------------------- text and lists


def _heading(flow: Flow, token: Token) -> None:
    before, underline = flow.underline, UNDERLINES.get(token.name, "")

    def on_close() -> None:
        flow.underline = before

    flow.close("heading")
    flow.push("heading", 1, "bold", on_close)
    flow.underline = underline


def _level(flow: Flow, name: str, gap: int, first: str, rest: str, style: str = "") -> None:
    if flow.table is not None:  # a cell has no levels; the sign alone stands before its text
        flow.push(name, 0, style)
        flow.label = first
        return
    flow.push(name, gap, style, flow.page.close)
    flow.page.open(first, rest)


def _quote(flow: Flow, token: Token) -> None:
    _level(flow, token.name, 1, "▎ ", "▎ ")


def _citation(flow: Flow, token: Token) -> None:
    is_source = flow.is_open("blockquote") and flow.is_blank
    flow.push(token.name, 1 if is_source else None, "italic", flow.drop_label)
    if is_source:
        flow.label = "— "


def _list(flow: Flow, token: Token) -> None:
    node = flow.node
    items = len(node.children) if node is not None and node.block_name == "core/list" else 0
    flow.lists.append(numbering_of(token, items))

    def on_close() -> None:
        flow.lists.pop()

    flow.push(token.name, 0 if flow.is_open("li") else 1, on_close=on_close)


def _item(flow: Flow, token: Token) -> None:
    flow.close_item(_ITEMS, _LISTS)
    numbering = flow.lists[-1] if flow.lists else None
    is_numbered = numbering is not None and numbering.number is not None
    if numbering is not None and is_numbered:
        marker = numbering.marker(token.get("value"))
    else:
        marker = f"{BULLETS[(max(len(flow.lists), 1) - 1) % len(BULLETS)]} "
    _level(flow, "li", 0, marker, " " * len(marker))


def _term(flow: Flow, token: Token) -> None:
    flow.close_item(_TERMS, _LISTS)
    if token.name == "dt":
        flow.push("dt", 0, "bold")
    else:
        _level(flow, "dd", 0, "    ", "    ")


def _details(flow: Flow, token: Token) -> None:
    _level(flow, token.name, 1, "", "  ")


def _summary(flow: Flow, token: Token) -> None:
    flow.push(token.name, 0, "bold", flow.drop_label)
    flow.label = "▾ "


def _rule(flow: Flow, _token: Token) -> None:
    flow.separate(1)
    if flow.table is None:
        flow.page.rule("─" * min(flow.page.available, 24))
    flow.separate(1)


# --------------------------------------------------------------------------------------------- preformatted


def _preformatted(flow: Flow, token: Token) -> None:
    flow.push(token.name, 1, on_close=lambda: _end_preformatted(flow))
    flow.preformatted += 1
    flow.language = _language(token)


def _code(flow: Flow, token: Token) -> None:
    if flow.preformatted:
        flow.language = flow.language or _language(token) or marks.spaced(token.get("lang") or "")
        flow.push(token.name, None)
    else:
        flow.push(token.name, None, marks.STYLES["code"])


def _language(token: Token) -> str:
    found = _LANGUAGE.search(" ".join(token.classes))
    return found[1] if found else ""


def _end_preformatted(flow: Flow) -> None:
    flow.preformatted -= 1
    if flow.preformatted:
        return
    text = flow.take_preformatted()
    text.rstrip()
    if flow.table is not None:
        flow.table.add(text)
        return
    if text:
        flow.page.open("  ", "  ")
        flow.page.text(_coloured(text, flow.language))
        flow.page.close()
    flow.language = ""


def _coloured(text: Text, language: str) -> Text:
    """Code with the colours of its language, where rich knows that."""
    if not language:
        return text
    from rich.syntax import Syntax

    syntax = Syntax("", language, theme="ansi_dark", background_color="default")
    if syntax.lexer is None:
        return text
    coloured = syntax.highlight(text.plain)
    coloured.no_wrap = False
    coloured.rstrip()
    return coloured


# --------------------------------------------------------------------------------------------------- tables


def _table(flow: Flow, token: Token) -> None:
    flow.push(token.name, 1, on_close=lambda: _end_table(flow))
    flow.tables += 1
    if flow.tables == 1:
        flow.table = OpenTable()


def _end_table(flow: Flow) -> None:
    flow.tables -= 1
    table = flow.table
    if flow.tables or table is None:
        return
    flow.table = None
    for drawn in table.drawn(flow.page.available):
        flow.page.draw(drawn)
    for caption in table.captions:
        caption.stylize("italic dim")
        flow.page.text(caption)


def _part(flow: Flow, token: Token) -> None:
    if flow.table is not None and flow.tables == 1:
        flow.table.part = "head" if token.name == "thead" else "foot" if token.name == "tfoot" else "body"


def _row(flow: Flow, _token: Token) -> None:
    flow.close_item(_CELLS, frozenset({"table"}))
    if flow.table is not None and flow.tables == 1:
        flow.table.begin_row()


def _cell(flow: Flow, token: Token) -> None:
    from rich.text import Text

    flow.close_item(_CELLS, frozenset({"table"}))
    table = flow.table
    if table is None or flow.tables > 1:
        flow.push(token.name, 0)
        return

    def on_close() -> None:
        table.cell = None

    flow.push(token.name, 0, "bold" if token.name == "th" else "", on_close)
    justify = next((how for name in token.classes if (how := _JUSTIFIED.get(name))), None)
    columns, rows = integer(token.get("colspan")) or 1, integer(token.get("rowspan")) or 1
    table.begin_cell(Cell(Text(justify=justify), min(max(columns, 1), MOST_SPAN), min(max(rows, 1), MOST_SPAN)))


def _caption(flow: Flow, token: Token) -> None:
    table = flow.table
    if token.name == "figcaption" or table is None:
        flow.push(token.name, 0, "italic dim")
        return

    def on_close() -> None:
        table.is_in_caption = False

    flow.push(token.name, 0, on_close=on_close)
    table.is_in_caption = True


def _figure(flow: Flow, token: Token) -> None:
    flow.push(token.name, 0 if flow.is_open("li") else 1, on_close=flow.drop_label)
    if "wp-block-embed" in token.classes:
        flow.label = f"{media.PLAYER} "


def _line_break(flow: Flow, _token: Token) -> None:
    flow.line_break()


def _quotation_mark(flow: Flow, _token: Token) -> None:
    flow.add('"')


def _raised(flow: Flow, token: Token) -> None:
    flow.push(token.name, None)


def _space(flow: Flow, _token: Token) -> None:
    flow.add(" ")


STARTS: Final[dict[str, Callable[[Flow, Token], None]]] = {
    "a": media.link,
    **dict.fromkeys(("audio", "video"), media.player),
    "blockquote": _quote,
    "br": _line_break,
    "button": _space,
    **dict.fromkeys(("caption", "figcaption"), _caption),
    "cite": _citation,
    "code": _code,
    **dict.fromkeys(("dd", "dt"), _term),
    "details": _details,
    **dict.fromkeys(("embed", "iframe", "object"), lambda flow, token: media.source(flow, token, token.name)),
    "figure": _figure,
    **dict.fromkeys(("h1", "h2", "h3", "h4", "h5", "h6"), _heading),
    "hr": _rule,
    "img": media.picture,
    "li": _item,
    **dict.fromkeys(("listing", "pre", "xmp"), _preformatted),
    **dict.fromkeys(("ol", "ul"), _list),
    "q": _quotation_mark,
    "source": media.source,
    **dict.fromkeys(("sub", "sup"), _raised),
    "summary": _summary,
    "table": _table,
    **dict.fromkeys(("tbody", "tfoot", "thead"), _part),
    **dict.fromkeys(("td", "th"), _cell),
    "tr": _row,
}
