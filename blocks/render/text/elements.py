"""What each element does to the flow: the table of start tags, and that of end tags.

An element that is in neither is inline, and its text runs on.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Final

from blocks.fragment import Token
from blocks.render.text import beside_elements, links, media, notes, table_elements
from blocks.render.text.lists import NOTES, Numbering, numbering_of
from blocks.render.text.state import SOURCE_MARK

if TYPE_CHECKING:
    from blocks.render.text.flow import Flow

UNDERLINES: Final = {"h1": "=", "h2": "-", "h3": "~"}  # deeper headings: dots
SEPARATOR: Final = "* * *"

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
    name = token.name
    if rule_of := STARTS.get(name):
        rule_of(flow, token)
    elif (gap := BLOCKS.get(name)) is None:
        if "__" in token.value or "screen-reader-text" in token.value:
            _part(flow, token)
    elif "wp-block-" not in token.value:
        flow.push(name, gap)
    else:
        classes = token.classes
        if "wp-block-columns" in classes or "wp-block-column" in classes:
            beside_elements.start(flow, token)
        else:
            flow.push(name, 1 if _is_block_of_wordpress(classes) else gap, classes=classes)


def end(flow: Flow, name: str) -> None:
    """Do what an end tag does."""
    if rule_of := ENDS.get(name):
        rule_of(flow)
    elif name == flow.apart:
        flow.inline.part()
        flow.apart = ""
    else:
        flow.close(name)


def _is_block_of_wordpress(classes: list[str]) -> bool:
    """Whether the element is a block's own, told by its class `wp-block-…`; buttons stand close together."""
    return any(
        name.startswith("wp-block-") and "__" not in name and name not in {"wp-block-button", "wp-block-list-item"}
        for name in classes
    )


# ------------------------------------------------------------------------------------------------- inline


def _part(flow: Flow, token: Token) -> None:
    """An inline element that stands apart on the screen: a named part of a block, or text for screen readers."""
    if "screen-reader-text" in token.classes:
        flow.apart = token.name
        flow.inline.part()
    elif any("wp-block-" in name and "__" in name for name in token.classes):
        flow.inline.part()


def _line_break(flow: Flow, _token: Token) -> None:
    flow.line_break()


def _quotation_mark(flow: Flow, _token: Token) -> None:
    flow.add('"')


def _space(flow: Flow, _token: Token) -> None:
    flow.add(" ")


# --------------------------------------------------------------------------------------------------- text


def _heading(flow: Flow, token: Token) -> None:
    before, underline = flow.underline, UNDERLINES.get(token.name, ".")

    style = flow.options.headings

    def on_close() -> None:
        flow.underline = before
        if style == "hash":
            flow.end_level()

    table_elements.linearise(flow)
    flow.push("heading", 1, on_close)
    if style == "underline":
        flow.underline = underline
    elif style == "hash":
        level = int(token.name[1])
        flow.level("#" * level + " ", " " * (level + 1))


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


def rule(flow: Flow, _token: Token) -> None:
    """A separator; the break between two pages of a post is one."""
    flow.push("hr", 1)
    flow.paragraph(SEPARATOR)
    flow.close("hr")


# -------------------------------------------------------------------------------------------------- lists


def _list(flow: Flow, token: Token) -> None:
    top = flow.top
    inside_item = top is not None and top.name == "li"
    media.loosen(flow)
    numbering = numbering_of(token, flow.list_size(token.start))
    flow.push(token.name, 0 if inside_item else 1, numbering=numbering)
    flow.notes.are_shown = flow.notes.are_shown or numbering.style == NOTES


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
    "a": links.link,
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
    "hr": rule,
    "iframe": media.frame,
    "img": media.picture,
    "li": _item,
    "listing": _preformatted,
    "object": media.frame,
    "ol": _list,
    "pre": _preformatted,
    "q": _quotation_mark,
    "source": media.source,
    "sup": notes.start,
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
    "a": lambda flow: flow.links.end(flow),
    "br": lambda flow: flow.line_break(),
    "button": lambda flow: flow.add(" "),
    **dict.fromkeys(("h1", "h2", "h3", "h4", "h5", "h6"), lambda flow: flow.close("heading")),
    "p": lambda flow: flow.close("p") if flow.is_open("p") else flow.separate(1),
    "q": lambda flow: flow.add('"'),
    "sup": notes.end,
    **dict.fromkeys(("tbody", "td", "tfoot", "th", "thead", "tr"), table_elements.end_cell),
    "text": lambda flow: flow.add(" "),
    "textarea": lambda flow: flow.add(" "),
}
