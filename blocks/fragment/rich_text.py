"""Rich text: the content of an element that authors write in, such as a paragraph or a caption."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from blocks.fragment.tokens import VOID_ELEMENTS, tokens

if TYPE_CHECKING:
    from lxml.etree import _Element

_RAW_TEXT = frozenset({"script", "style", "iframe", "noembed", "noframes", "xmp", "plaintext"})


class RichText:
    """Text with marks. Printed, it is HTML; `text` is what a reader sees; it is false when empty.

    Two rich texts are equal when their HTML is; a rich text equals a string that is its HTML.
    """

    __slots__ = ("html",)

    html: str
    """The HTML inside the element, as a browser's `innerHTML` gives it."""

    def __init__(self, html: str = "") -> None:
        self.html = html

    @classmethod
    def of_element(cls, element: _Element) -> RichText:
        """The content of an lxml element."""
        return cls(_inner_html(element))

    @property
    def text(self) -> str:
        """The text without marks: character references decoded, `<br>` a line break."""
        return "".join(
            token.value if token.kind == "text" else "\n" if token.name == "br" else "" for token in tokens(self.html)
        )

    def __str__(self) -> str:
        return self.html

    def __html__(self) -> str:
        """The HTML, for templates: `{{ block.caption }}` is not escaped again."""
        return self.html

    def __bool__(self) -> bool:
        return bool(self.html)

    def __eq__(self, other: object) -> bool:
        if isinstance(other, RichText):
            return self.html == other.html
        return self.html == other if isinstance(other, str) else NotImplemented

    def __hash__(self) -> int:
        return hash(self.html)

    def __repr__(self) -> str:
        return f"RichText({self.html!r})"


def _inner_html(element: _Element) -> str:
    """HTML Living Standard, 13.3 Serializing HTML fragments; no recursion."""
    from lxml import etree

    out = [_escaped_text(element.text, element.tag)]
    for event, node in etree.iterwalk(element, events=("start", "end", "comment", "pi")):
        if node is element:
            continue
        tag = str(node.tag)
        if event == "start":
            attributes = "".join(f' {name}="{_escaped_value(str(value))}"' for name, value in node.items())
            out += (f"<{tag}{attributes}>", _escaped_text(node.text, tag))
            continue
        if event == "comment":
            out.append(f"<!--{node.text or ''}-->")
        elif event == "end" and tag not in VOID_ELEMENTS:
            out.append(f"</{tag}>")
        out.append(_escaped_text(node.tail, None))
    return "".join(out)


def _escaped_value(value: str) -> str:
    return value.replace("&", "&amp;").replace("\xa0", "&nbsp;").replace('"', "&quot;")


def _escaped_text(text: str | None, tag: object) -> str:
    if not text:
        return ""
    if tag in _RAW_TEXT:
        return text
    return escape(text, quote=False).replace("\xa0", "&nbsp;")
