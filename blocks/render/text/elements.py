"""What each element does to the flow: the table of start tags, and that of end tags.

An element that is in neither is inline, and its text runs on.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Final

from blocks.fragment import Token
from blocks.render.text import media, table_elements
from blocks.render.text.lists import Numbering, numbering_of
from blocks.render.text.state import SOURCE_MARK

if TYPE_CHECKING:
    from blocks.render.text.flow import Flow

UNDERLINES: Final = {"h1": "=", "h2": "-", "h3": "~"}  # deeper headings: dots
SEPARATOR: Final = "* * *"

# Their content is never shown as text.
DROPPED: Final = frozenset(
    {"annotation", "annotation-xml", "datalist", "iframe", "noembed", "noframes", "script", "style", "template"}
)
_OF_MATHML: Final = frozenset({"annotation", "annotation-xml"})  # there, a `/>` closes an element

# Elements that make a block and do nothing else, with the blank lines around them.
BLOCKS: Final[dict[str, int]] = {
    "address": 1,
    "article": 1,
    "aside": 1,
    "body": 0,
    "center": 1,
    "details": 1,
    "dialog": 1,
    "dir": 0,
    "div": 0,
    "fieldset": 1,
    "footer": 1,
    "form": 1,
    "head": 0,
    "header": 1,
    "hgroup": 1,
    "html": 0,
    "legend": 0,
    "main": 1,
    "menu": 1,
    "nav": 1,
    "optgroup": 0,
    "option": 0,
    "p": 1,
    "search": 1,
    "section": 1,
    "select": 0,
    "summary": 0,
    "title": 0,
}


def start(flow: Flow, token: Token) -> None:
    """Do what a start tag does."""
    if rule := STARTS.get(token.name):
        rule(flow, token)
    elif token.name in BLOCKS:
        classes = token.classes
        flow.push(token.name, 1 if _is_block_of_wordpress(classes) else BLOCKS[token.name], classes=classes)


def end(flow: Flow, name: str) -> None:
    """Do what an end tag does."""
    if rule := ENDS.get(name):
        rule(flow)
    else:
        flow.close(name)


def hides_content(token: Token) -> bool:
    """Whether what follows a start tag is not shown, until the end tag."""
    return token.name in DROPPED and not (token.name in _OF_MATHML and token.value.endswith("/>"))


def _is_block_of_wordpress(classes: list[str]) -> bool:
    """Whether the element is a block's own, told by its class `wp-block-…`; buttons stand close together."""
    return any(
        name.startswith("wp-block-") and "__" not in name and name not in {"wp-block-button", "wp-block-list-item"}
        for name in classes
    )


# ------------------------------------------------------------------------------------------------- inline


def _line_break(flow: Flow, _token: Token) -> None:
    flow.line_break()


def _quotation_mark(flow: Flow, _token: Token) -> None:
    flow.add('"')


def _space(flow: Flow, _token: Token) -> None:
    flow.add(" ")


# --------------------------------------------------------------------------------------------------- text


def _heading(flow: Flow, token: Token) -> None:
    before, underline = flow.underline, UNDERLINES.get(token.name, ".")

    def on_close() -> None:
        flow.underline = before

    table_elements.linearise(flow)
    flow.push("heading", 1, on_close)
    flow.underline = underline


def _preformatted(flow: Flow, token: Token) -> None:
    table_elements.linearise(flow)
    media.loosen(flow)
    flow.push(token.name, 1, flow.end_preformatted)
    flow.release_pictures()
    flow.preformatted += 1


def _quote(flow: Flow, token: Token) -> None:
    table_elements.linearise(flow)
    media.loosen(flow)
    flow.push(token.name, 1, flow.end_level)
    flow.level("> ", "> ")


def _citation(flow: Flow, token: Token) -> None:
    """A `<cite>` that stands on its own in a quotation names its source; any other is inline."""
    top = flow.top
    if top is None or top.name not in {"blockquote", "footer"} or not flow.is_open("blockquote"):
        return
    if not flow.inline.is_blank:
        return

    def on_close() -> None:
        flow.mark = ""

    flow.push(token.name, 1, on_close)
    flow.mark = SOURCE_MARK


def _rule(flow: Flow, _token: Token) -> None:
    flow.push("hr", 1)
    flow.paragraph(SEPARATOR)
    flow.close("hr")


# -------------------------------------------------------------------------------------------------- lists


def _list(flow: Flow, token: Token) -> None:
    top = flow.top
    inside_item = top is not None and top.name == "li"
    media.loosen(flow)
    flow.push(token.name, 0 if inside_item else 1, numbering=numbering_of(token, flow.list_size(token.start)))


def _item(flow: Flow, token: Token) -> None:
    flow.close_item(frozenset({"li"}))
    marker = flow.scopes[-1].numbering.marker(token.get("value"))
    flow.push("li", 0, flow.end_level)
    flow.level(marker, " " * len(marker))


def _description_list(flow: Flow, token: Token) -> None:
    flow.push(token.name, 1, numbering=Numbering())


def _term(flow: Flow, token: Token) -> None:
    flow.close_item(frozenset({"dt", "dd"}))
    flow.push(token.name, 0)


def _description(flow: Flow, token: Token) -> None:
    flow.close_item(frozenset({"dt", "dd"}))
    flow.push(token.name, 0, flow.end_level)
    flow.level("    ", "    ")


# --------------------------------------------------------------------------------------------- the tables

STARTS: Final[dict[str, Callable[[Flow, Token], None]]] = {
    "a": media.link,
    "audio": media.player,
    "blockquote": _quote,
    "br": _line_break,
    "button": _space,
    "caption": table_elements.caption,
    "cite": _citation,
    "dd": _description,
    "dl": _description_list,
    "dt": _term,
    "embed": media.frame,
    "figcaption": media.caption,
    "figure": media.figure,
    **dict.fromkeys(("h1", "h2", "h3", "h4", "h5", "h6"), _heading),
    "hr": _rule,
    "iframe": media.frame,
    "img": media.picture,
    "li": _item,
    "listing": _preformatted,
    "object": media.frame,
    "ol": _list,
    "pre": _preformatted,
    "q": _quotation_mark,
    "source": media.source,
    "table": table_elements.table,
    "tbody": table_elements.part("body"),
    "td": table_elements.cell,
    "text": _space,
    "textarea": _space,
    "tfoot": table_elements.part("foot"),
    "th": table_elements.cell,
    "thead": table_elements.part("head"),
    "tr": table_elements.row,
    "ul": _list,
    "video": media.player,
    "xmp": _preformatted,
}

ENDS: Final[dict[str, Callable[[Flow], None]]] = {
    "a": lambda flow: flow.end_link(),
    "br": lambda flow: flow.line_break(),
    "button": lambda flow: flow.add(" "),
    **dict.fromkeys(("h1", "h2", "h3", "h4", "h5", "h6"), lambda flow: flow.close("heading")),
    "p": lambda flow: flow.close("p") if flow.is_open("p") else flow.separate(1),
    "q": lambda flow: flow.add('"'),
    **dict.fromkeys(("tbody", "td", "tfoot", "th", "thead", "tr"), table_elements.end_cell),
    "text": lambda flow: flow.add(" "),
    "textarea": lambda flow: flow.add(" "),
}
