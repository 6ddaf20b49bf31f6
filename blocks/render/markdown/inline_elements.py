"""What inline elements do to the running text: emphasis, links, pictures, code, what stays HTML."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from blocks.fragment import Token
from blocks.render.markdown import media
from blocks.render.markdown.escape import code_span, html_text

if TYPE_CHECKING:
    from blocks.render.markdown.flow import Flow

MARKS: Final = {
    "b": "strong", "strong": "strong",
    "em": "em", "i": "em", "cite": "em", "dfn": "em", "var": "em",
    "del": "del", "s": "del", "strike": "del",
    "code": "code", "tt": "code",
}  # fmt: skip
# What Markdown has no sign for stays HTML, with these attributes.
AS_HTML: Final[dict[str, tuple[str, ...]]] = {
    "abbr": ("title",),
    "bdi": ("dir",),
    "bdo": ("dir",),
    "big": (),
    "ins": (),
    "kbd": (),
    "mark": (),
    "rp": (),
    "rt": (),
    "ruby": (),
    "samp": (),
    "small": (),
    "sub": (),
    "sup": (),
    "u": (),
}
_APART: Final = frozenset({"button", "text", "textarea", "optgroup", "option"})
_TOGGLE_ICON: Final = "wp-block-accordion-heading__toggle-icon"


def start(flow: Flow, token: Token) -> None:
    """Do what the start tag of an inline element does."""
    name = token.name
    if name == "code" and flow.preformatted:
        from blocks.render.markdown.elements import language_of

        flow.language = flow.language or language_of(token)
    elif (mark := MARKS.get(name)) is not None:
        flow.inline.open(mark)
    elif name == "sup" and flow.notes.numbers and flow.capture("sup", lambda some: _note_number(flow, some)):
        pass
    elif name in AS_HTML:
        flow.inline.open(name, *((key, value) for key in AS_HTML[name] if (value := token.get(key))))
    elif rule := {"a": _link, "br": _line_break, "img": media.picture, "math": _formula, "input": _input}.get(name):
        rule(flow, token)
    elif name == "q":
        flow.add('"')
    elif name in _APART:
        flow.add(" ")
    elif _TOGGLE_ICON in token.classes:
        flow.hide(name)
    elif media.is_background(token):
        media.background(flow, token)


def end(flow: Flow, name: str) -> None:
    """Do what the end tag of an inline element does."""
    if (mark := MARKS.get(name)) is not None:
        flow.inline.close(mark)
    elif name in AS_HTML or name == "a":
        flow.inline.close(name)
    elif name == "br":
        flow.line_break()
    elif name == "q":
        flow.add('"')
    elif name in _APART:
        flow.add(" ")


def edge(flow: Flow) -> None:
    """Part what stands before and behind a block where all has to be on one line."""
    if not flow.inline.ends_line:
        flow.inline.line_break()


def _line_break(flow: Flow, _token: Token) -> None:
    flow.line_break()


def _link(flow: Flow, token: Token) -> None:
    """A link; not one to nowhere or to a script, whose text runs on."""
    flow.inline.close("a", entirely=True)
    url = (token.get("href") or "").strip()
    if url.startswith("#") and flow.capture("a", lambda some: _place_on_page(flow, token, some)):
        return
    if "wp-block-file__button" in token.classes:
        flow.add(" ")
    if media.is_forbidden(url):
        flow.report("unsupported-content", "a link that Markdown parsers refuse was left out; its text is there")
    elif url and flow.preformatted:
        flow.report("unsupported-content", "a link in preformatted text was left out; its text is there")
    elif url:
        title = token.get("title")
        flow.inline.open("a", ("href", url), *((("title", title),) if title else ()))


def _place_on_page(flow: Flow, link: Token, some: list[Token]) -> None:
    """A link on the page itself, which says nothing if it is a sign only: the way back from a note, a heading's `#`."""
    says = any(character.isalnum() for token in some if token.kind == "text" for character in token.value)
    if says or any(token.name in {"img", "svg"} for token in some):
        flow.again("a", [link, *some])
        flow.inline.close("a")


def _note_number(flow: Flow, some: list[Token]) -> None:
    reference = None if flow.preformatted or flow.is_summary else flow.notes.reference(some)
    if reference is not None:
        flow.add_raw(reference, reference, "")
        return
    flow.inline.open("sup")
    flow.again("sup", some)
    flow.inline.close("sup")


def _formula(flow: Flow, token: Token) -> None:
    """A formula in TeX where its source is known: `$`a`$` in a line, and a block of code of the language math."""
    tex = flow.tex or token.get("data-latex") or ""
    is_block = token.get("display") == "block"

    def on_end(some: list[Token]) -> None:
        source = tex or _annotation(some)
        if not source.strip():
            flow.again("math", [token, *some])
        elif is_block and flow.inline.is_blank and not (flow.is_cell or flow.preformatted or flow.is_summary):
            flow.output.verbatim(f"```math\n{source.strip()}\n```")
        else:
            source = " ".join(source.split())
            flow.add_raw(f"${code_span(source)}$", html_text(source), source)

    flow.capture("math", on_end)


def _annotation(some: list[Token]) -> str:
    out, is_tex = [], False
    for token in some:
        if token.name == "annotation":
            is_tex = token.kind == "start" and "tex" in (token.get("encoding") or "").lower()
        elif is_tex and token.kind == "text":
            out.append(token.value)
    return "".join(out)


def _input(flow: Flow, token: Token) -> None:
    """The box of a task."""
    top = flow.top
    if token.get("type") == "checkbox" and top is not None and top.name == "li" and flow.inline.is_blank:
        box = "[ ]" if token.get("checked") is None else "[x]"
        flow.add_raw(box, box, box)
        flow.add(" ")
