"""The content of an lxml element as HTML (HTML Living Standard, 13.3 Serializing HTML fragments), without recursion."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, Final, cast

from blocks.fragment.tokens import VOID_ELEMENTS

if TYPE_CHECKING:
    from lxml.etree import _Element

RAW_TEXT: Final = frozenset({"script", "style", "iframe", "noembed", "noframes", "xmp", "plaintext"})
_RAW_TEXT_TAG = re.compile(f"<(?:{'|'.join(sorted(RAW_TEXT))})[ />]")
_VOID_WITH_END = re.compile("</(?:embed|source|track|wbr)>")  # libxml2 does not know that they are void
_XML_EMPTY_TAG = re.compile(r"<([^ <>/]++)([^<>]*)/>")


def inner_html(element: _Element) -> str:
    """The HTML inside an element, as a browser's `innerHTML` gives it."""
    if not len(element):
        return _escaped_text(text, cast("str", element.tag)) if (text := element.text) else ""
    html = _by_way_of_xml(element)
    return _written(element) if html is None else html


def _by_way_of_xml(element: _Element) -> str | None:
    """What libxml2 writes as XML, fast, made HTML; None where the two may differ.

    XML escapes text that HTML takes as it is, and `<`, `>`, tabs and line breaks in attributes. Names are not escaped:
    with a `<` in one, there is more than one for each `>`.
    """
    from lxml import etree

    xml = etree.tostring(element, encoding="unicode", with_tail=False)
    if "&l" in xml or "&g" in xml or "&#" in xml or "<!" in xml or "<?" in xml or _VOID_WITH_END.search(xml):
        return None
    if ("&" in xml or "\xa0" in xml) and _RAW_TEXT_TAG.search(xml):
        return None
    html = xml[xml.index(">") + 1 : -len(str(element.tag)) - 3].replace("<br/>", "<br>").replace("\xa0", "&nbsp;")
    if "/>" not in html:
        return html
    return _XML_EMPTY_TAG.sub(_empty_element, html) if html.count("<") == html.count(">") else None


def _empty_element(tag: re.Match[str]) -> str:
    start = f"<{tag[1]}{tag[2]}>"
    return start if tag[1] in VOID_ELEMENTS else f"{start}</{tag[1]}>"


def _written(element: _Element) -> str:
    out = [_escaped_text(element.text or "", cast("str", element.tag))]
    outer: list[tuple[Iterator[_Element], str]] = []  # what follows each open element, and its end tag with its tail
    children = iter(element)
    while True:
        for child in children:
            tag, text = child.tag, child.text or ""
            tail = _escaped(child.tail or "")
            if not isinstance(tag, str):
                out.append(f"<!--{text}-->{tail}")
                continue
            out += (_start_tag(tag, child), _escaped_text(text, tag))
            end = tail if tag in VOID_ELEMENTS else f"</{tag}>{tail}"
            if len(child):
                outer.append((children, end))
                children = iter(child)
                break
            out.append(end)
        else:
            if not outer:
                return "".join(out)
            children, end = outer.pop()
            out.append(end)


def _start_tag(tag: str, element: _Element) -> str:
    attributes = [f' {name}="{_escaped_value(value)}"' for name, value in element.items()]
    return f"<{tag}{''.join(attributes)}>"


def _escaped_value(value: str) -> str:
    return value.replace("&", "&amp;").replace("\xa0", "&nbsp;").replace('"', "&quot;")


def _escaped_text(text: str, tag: str) -> str:
    return text if tag in RAW_TEXT else _escaped(text)


def _escaped(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\xa0", "&nbsp;")


def outer_html(element: _Element) -> str:
    """The HTML of an element, its own tags included (`outerHTML`); text behind it is not part of it."""
    tag = cast("str", element.tag)
    start = _start_tag(tag, element)
    return start if tag in VOID_ELEMENTS else f"{start}{inner_html(element)}</{tag}>"
