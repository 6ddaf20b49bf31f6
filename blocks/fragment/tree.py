"""Inner HTML as an lxml tree, to ask by selector. The only file that imports lxml for HTML; it does so when needed."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, cast

from blocks.fragment.rich_text import RichText

if TYPE_CHECKING:
    from lxml.etree import HTMLParser, XPath, _Element

_PAGE_TAG = re.compile(r"</?(?:html|head|body)(?=[\s/>])[^>]*>", re.IGNORECASE)
_UNREADABLE = re.compile("[\x00\ud800-\udfff]")


class Fragment:
    """The tree of one block's HTML, or of a part of it.

        fragment = Fragment('<figure><img src="a.jpg"></figure>')
        fragment.first("figure > img").get("src")     'a.jpg'
        fragment.first("figcaption")                  None

    Selectors are CSS (cssselect). lxml's tree is libxml2's: its tokenizer follows HTML5, its tree builder is older, so
    misnested inline tags can lose their end (`<b><p>x</b>y</p>`), and 2,000 open elements are its limit.
    """

    __slots__ = ("_element",)

    def __init__(self, html: str | _Element) -> None:
        self._element = _parsed(html) if isinstance(html, str) else html

    def first(self, selector: str | None) -> Fragment | None:
        """The first element that the selector matches; this very element for None."""
        if selector is None:
            return self
        found = _matches(selector, self._element)
        return Fragment(found[0]) if found else None

    def all(self, selector: str) -> list[Fragment]:
        """Every element that the selector matches, in order."""
        return [Fragment(element) for element in _matches(selector, self._element)]

    def get(self, attribute: str) -> str | None:
        """The value of an attribute of this element, None where it has none."""
        return self._element.get(attribute)

    @property
    def tag(self) -> str:
        """The element's name, in lower case."""
        return cast("str", self._element.tag)

    @property
    def rich_text(self) -> RichText:
        """The content of this element."""
        return RichText.of_element(self._element)


def _matches(selector: str, element: _Element) -> list[_Element]:
    return cast("list[_Element]", _xpath(selector)(element))


def _parsed(html: str) -> _Element:
    from lxml import etree

    safe = _UNREADABLE.sub("\ufffd", html)
    if "<" in safe:
        safe = _PAGE_TAG.sub("", safe)
    root = etree.fromstring("<html><body>" + safe, _parser())
    body = root.find("body")
    return root if body is None else body


@cache
def _parser() -> HTMLParser:
    from lxml import etree

    return etree.HTMLParser(huge_tree=True)


@cache
def _xpath(selector: str) -> XPath:
    from cssselect import HTMLTranslator
    from lxml import etree

    return etree.XPath(HTMLTranslator().css_to_xpath(selector, prefix="descendant::"))
