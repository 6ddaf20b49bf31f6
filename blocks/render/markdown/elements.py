"""What each element does to the flow: the table of start tags, and that of end tags.

An element that is in neither is inline; what those do is in inline_elements.py.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import TYPE_CHECKING, Final

from blocks.fragment import Token, tokens
from blocks.render.markdown import inline_elements, media
from blocks.render.markdown.tables import captured_table
from blocks.render.text.elements import BLOCKS
from blocks.render.text.hidden import hides_content
from blocks.render.text.lists import integer, reversed_sizes

if TYPE_CHECKING:
    from blocks.render.markdown.flow import Flow

_LANGUAGE_CLASS = re.compile(r"(?:language|lang|brush)[-:]\s*([\w+#.-]+)")
_LANGUAGE_ATTRIBUTES: Final = ("data-language", "data-lang", "data-enlighter-language", "lang")
HEADINGS: Final = ("h1", "h2", "h3", "h4", "h5", "h6")


def start(flow: Flow, token: Token) -> None:
    """Do what a start tag does."""
    name = token.name
    if hides_content(token):
        if name == "iframe":
            media.frame(flow, token)
        flow.hide(name)
    elif flow.is_cell and (name in STARTS or name in BLOCKS):
        inline_elements.edge(flow)
    elif rule := STARTS.get(name):
        rule(flow, token)
    elif name in BLOCKS:
        _block(flow, token)
    else:
        inline_elements.start(flow, token)


def end(flow: Flow, name: str) -> None:
    """Do what an end tag does."""
    if flow.is_cell and (name in STARTS or name in BLOCKS):
        inline_elements.edge(flow)
    elif rule := ENDS.get(name):
        rule(flow)
    elif name in STARTS or name in BLOCKS:
        flow.close(name)
    else:
        inline_elements.end(flow, name)


def sizes_of_lists(html: str) -> dict[int, int]:
    """How many items each list has, by the place where it begins, if any counts down."""
    return reversed_sizes(tokens(html)) if "reversed" in html.lower() else {}


def embed_address(flow: Flow, text: str) -> bool:
    """Whether `text` is the address that an embed is; it is written then."""
    url = text.strip()
    if not media.is_address(url) or not flow.inline.is_blank or flow.preformatted:
        return False
    flow.flush()
    flow.output.text(media.labelled(flow.label, url))
    flow.label = ""
    return True


# --------------------------------------------------------------------------------------------------- text


def _block(flow: Flow, token: Token) -> None:
    classes = token.classes
    if "wp-block-accordion-item" in classes:
        _details(flow, token)
        return
    flow.push(token.name, classes=classes)
    if token.name == "div" and media.is_background(token):
        media.background(flow, token)


def _heading(flow: Flow, token: Token) -> None:
    if "wp-block-accordion-heading" in token.classes:
        _summary(flow, token)
        return
    before = flow.prefix

    def on_close() -> None:
        flow.prefix = before

    flow.push("heading", on_close)
    flow.prefix = "#" * int(token.name[1]) + " "


def _preformatted(flow: Flow, token: Token) -> None:
    """Code and other preformatted text, in a fence; but verse, whose marks count, as lines."""
    if "wp-block-verse" in token.classes and not flow.preformatted:

        def end_verse() -> None:
            flow.verse -= 1

        flow.push(token.name, end_verse)
        flow.verse += 1
        return
    flow.push(token.name, flow.end_preformatted)
    flow.preformatted += 1
    flow.code_start = token.end
    flow.language = flow.language or language_of(token)


def language_of(token: Token) -> str:
    """The programming language that a tag names; empty for none."""
    found = _LANGUAGE_CLASS.search(token.get("class") or "")
    return found[1] if found else next((value for name in _LANGUAGE_ATTRIBUTES if (value := token.get(name))), "")


def _quote(flow: Flow, token: Token) -> None:
    flow.push(token.name, flow.output.close)
    flow.output.open_quote()


def _citation(flow: Flow, token: Token) -> None:
    """A `<cite>` that stands on its own in a quotation names its source; any other is inline."""
    top = flow.top
    stands_alone = top is not None and top.name in {"blockquote", "footer"} and flow.inline.is_blank
    if not (stands_alone and flow.is_open("blockquote")):
        inline_elements.start(flow, token)
    else:

        def on_close() -> None:
            flow.names_source = False

        flow.push(token.name, on_close)
        flow.names_source = True


def _end_citation(flow: Flow) -> None:
    if flow.is_open("cite"):
        flow.close("cite")
    else:
        inline_elements.end(flow, "cite")


def _rule(flow: Flow, token: Token) -> None:
    if flow.preformatted:
        flow.flush()
        return
    flow.push(token.name)
    flow.output.rule()
    flow.close(token.name)


# -------------------------------------------------------------------------------------------------- lists


def _list(flow: Flow, token: Token) -> None:
    items = flow.items + flow.sizes.get(token.start, 0)
    flow.items = 0
    flow.push(token.name, flow.output.close, is_scope=True)
    backwards = token.name == "ol" and token.get("reversed") is not None
    first = integer(token.get("start"))
    if first is None:
        first = items if backwards else 1
    flow.output.open_list(token.name == "ol", first, -1 if backwards else 1)


def _item(flow: Flow, token: Token) -> None:
    flow.close_item(frozenset({"li"}))
    flow.flush()
    if (id := token.get("id") or "") in flow.notes.numbers and id not in flow.notes.texts:
        _note(flow, id)
    elif flow.output.levels[-1].kind == "list" and not flow.preformatted:
        flow.push("li", flow.output.close)
        flow.output.open_item(integer(token.get("value")))
    else:
        flow.push("li")


def _note(flow: Flow, id: str) -> None:
    """An item that is a footnote is written at the end of the document."""
    output = flow.output
    output.skip_item()
    note = type(output)()

    def on_close() -> None:
        flow.output = output
        flow.notes.texts[id] = note.lines(0)

    flow.push("li", on_close)
    flow.output = note


def _term(flow: Flow, _token: Token) -> None:
    flow.close_item(frozenset({"dt", "dd"}))

    def on_close() -> None:
        flow.inline.close("strong")

    flow.push("dt", on_close)
    flow.inline.open("strong")


def _description(flow: Flow, _token: Token) -> None:
    flow.close_item(frozenset({"dt", "dd"}))
    flow.push("dd")


def _description_list(flow: Flow, token: Token) -> None:
    flow.push(token.name, is_scope=True)


# ----------------------------------------------------------------------------------------------- details


def _details(flow: Flow, token: Token) -> None:
    """What can be opened: HTML around Markdown."""

    def on_close() -> None:
        flow.details -= 1
        flow.write("</details>")

    is_open = token.get("open") is not None or "is-open" in token.classes
    flow.push(token.name, on_close, classes=token.classes)
    flow.write("<details open>" if is_open else "<details>")
    flow.details += 1


def _summary(flow: Flow, token: Token) -> None:
    def on_close() -> None:
        flow.is_summary = False

    flow.push("heading" if token.name in HEADINGS else token.name, on_close)
    flow.is_summary = flow.details > 0 and not flow.preformatted


# --------------------------------------------------------------------------------------------- the tables

STARTS: Final[dict[str, Callable[[Flow, Token], None]]] = {
    "audio": media.player,
    "blockquote": _quote,
    "cite": _citation,
    "dd": _description,
    "details": _details,
    "dl": _description_list,
    "dt": _term,
    "embed": media.frame,
    "figcaption": media.caption,
    "figure": media.figure,
    **dict.fromkeys(HEADINGS, _heading),
    "hr": _rule,
    "li": _item,
    "listing": _preformatted,
    "object": media.frame,
    "ol": _list,
    "pre": _preformatted,
    "source": media.source,
    "summary": _summary,
    "table": captured_table,
    "ul": _list,
    "video": media.player,
    "xmp": _preformatted,
    **dict.fromkeys(("caption", "tbody", "td", "tfoot", "th", "thead", "tr"), lambda flow, _token: flow.flush()),
}

ENDS: Final[dict[str, Callable[[Flow], None]]] = {
    "cite": _end_citation,
    **dict.fromkeys(HEADINGS, lambda flow: flow.close("heading")),
    "p": lambda flow: flow.close("p") if flow.is_open("p") else flow.flush(),
    "table": lambda flow: flow.flush(),
    **dict.fromkeys(("caption", "tbody", "td", "tfoot", "th", "thead", "tr"), lambda flow: flow.flush()),
}
