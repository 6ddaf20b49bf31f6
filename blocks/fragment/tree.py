"""Inner HTML as an lxml tree, to ask by selector. The only file that imports lxml for HTML; it does so when needed."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, Any, cast

from blocks.errors import DeclarationError
from blocks.fragment.children import children_of
from blocks.fragment.flat import Flat, flat
from blocks.fragment.inner_html import outer_html
from blocks.fragment.rich_text import RichText
from blocks.fragment.tame import DEEPEST, flattened, tamed

if TYPE_CHECKING:
    from lxml.etree import HTMLParser, XPath, _Element


_TAG = re.compile("[a-zA-Z][a-zA-Z0-9]*")


class Fragment:
    """The tree of one block's HTML, or of a part of it.

        fragment = Fragment('<figure><img src="a.jpg"></figure>')
        fragment.first("figure > img").get("src")     'a.jpg'
        fragment.first("figcaption")                  None

    Selectors are CSS (cssselect), and a `:scope` that they begin with is the element that is asked. DeclarationError
    for one that cannot be read.

    lxml's tree is libxml2's: its tokenizer follows HTML5, its tree builder is older, so misnested inline tags can lose
    their end (`<b><p>x</b>y</p>`). Deeper than 2,000 open elements there is what stands there, but no more tags; and
    a tag has its first 1,000 attributes.
    """

    __slots__ = ("_child", "_first", "_flat", "_parsed", "_rich_text", "_source")

    def __init__(self, html: str | _Element) -> None:
        # What it is parsed from when asked: HTML, or the fragment whose only child it is.
        self._source: str | Fragment | None = None
        self._parsed: _Element | None = None
        self._flat: Flat | None = None
        if isinstance(html, str):
            self._source = html
            self._flat = flat(html)
        else:
            self._parsed = html
        self._first: dict[str, Fragment | None] | None = None
        self._rich_text: RichText | None = None
        self._child: Fragment | None = None

    @property
    def normal_html(self) -> str | None:
        """The HTML that it was made of with its text as `rich_text` spells it, where that is known without a parser."""
        return self._flat.outer_html if self._flat is not None else None

    @property
    def _element(self) -> _Element:
        if self._parsed is None:
            source = self._source
            self._parsed = source._element[0] if isinstance(source, Fragment) else _parsed(source or "")
        return self._parsed

    @property
    def _flat_element(self) -> Flat | None:
        """This very element, where it was read without a parser."""
        return self._flat if isinstance(self._source, Fragment) else None

    def first(self, selector: str | None) -> Fragment | None:
        """The first element that the selector matches; this very element for None. Each is looked for once."""
        if selector is None:
            return self
        known = self._first
        if known is None:
            known = self._first = {}
        elif selector in known:
            return known[selector]
        found = known[selector] = self._find_first(selector)
        return found

    def _find_first(self, selector: str) -> Fragment | None:
        tags = _tags(selector)
        if tags is not None and self._flat is not None:
            if isinstance(self._source, Fragment) or not ("*" in tags or self._flat.tag in tags):
                return None
            if self._child is None:
                self._child = Fragment("")
                self._child._source, self._child._flat = self, self._flat
            return self._child
        if tags is not None:
            element = next(self._element.iterdescendants(*tags), None)
            return None if element is None else Fragment(element)
        found = _matches(selector, self._element, only_first=True)
        return Fragment(found[0]) if found else None

    def all(self, selector: str) -> list[Fragment]:
        """Every element that the selector matches, in order."""
        return [Fragment(element) for element in _matches(selector, self._element)]

    def outermost(self, selector: str) -> list[Fragment]:
        """Every element that the selector matches, in order, but none that lies inside another one of them."""
        found = _matches(selector, self._element)
        return [Fragment(element) for element in (_outermost(found, self._element) if len(found) > 1 else found)]

    def get(self, attribute: str) -> str | None:
        """The value of an attribute of this element, None where it has none."""
        return self._element.get(attribute) if (one := self._flat_element) is None else one.attributes.get(attribute)

    @property
    def tag(self) -> str:
        """The element's name, in lower case."""
        return cast("str", self._element.tag) if (one := self._flat_element) is None else one.tag

    @property
    def text(self) -> str:
        """The text of this element and of those inside it, tags left out (`textContent`)."""
        return "".join(self._element.itertext())

    def html_of_children(self, tag: str) -> str:
        """The children of this element that are called `tag`, their tags included, one after the other."""
        return "".join(outer_html(child) for child in self._element.iterchildren(tag))

    @property
    def children(self) -> list[Any]:
        """The content of this element as a list of texts and elements (see blocks/fragment/children.py)."""
        return children_of(self._element)

    @property
    def rich_text(self) -> RichText:
        """The content of this element."""
        if self._rich_text is None:
            one = self._flat_element
            self._rich_text = RichText.of_element(self._element) if one is None else RichText(one.html)
        return self._rich_text


@cache
def _tags(selector: str) -> tuple[str, ...] | None:
    """The tags that a selector of nothing but tags names (`*` for all), for which no XPath is needed; else None."""
    tags = tuple(tag.strip() for tag in selector.split(","))
    return tuple(tag.lower() for tag in tags) if all(tag == "*" or _TAG.fullmatch(tag) for tag in tags) else None


def _matches(selector: str, element: _Element, only_first: bool = False) -> list[_Element]:
    """The elements that match, in order. (In Python, for libxml2 takes the square of time to join two lists.)"""
    lists = [found for xpath in _xpaths(selector, only_first) if (found := cast("list[_Element]", xpath(element)))]
    if len(lists) < 2:
        return lists[0] if lists else []
    wanted = {one for found in lists for one in found}
    return [one for one in element.iter() if one in wanted]


def _outermost(found: list[_Element], element: _Element) -> list[_Element]:
    from lxml import etree

    wanted, out = set(found), []
    walk = etree.iterwalk(element, events=("start",))
    for _, one in walk:
        if one in wanted:
            out.append(one)
            walk.skip_subtree()
    return out


def _parsed(html: str) -> _Element:
    html = tamed(html)
    body = _body(html)
    return _body(flattened(html)) if html.count("<") > DEEPEST and _was_cut_short(body) else body


def _body(html: str) -> _Element:
    from lxml import etree

    root = etree.fromstring("<html><body>" + html, _parser())
    body = root.find("body")
    return root if body is None else body


def _was_cut_short(element: _Element) -> bool:
    """Whether libxml2 may have stopped at its limit of open elements, which then are the last ones of the tree."""
    depth = 0
    while len(element):
        element = element[-1]
        depth += 1
    return depth >= DEEPEST


@cache
def _parser() -> HTMLParser:
    from lxml import etree

    return etree.HTMLParser(huge_tree=True)


@cache
def _xpaths(selector: str, only_first: bool) -> tuple[XPath, ...]:
    """What a selector says, compiled: an XPath for each of its alternatives."""
    from cssselect import HTMLTranslator, SelectorError, parse
    from lxml import etree

    translator, scope = HTMLTranslator(), "*[position() = 1]"  # so it writes `:scope`
    try:
        paths = [
            translator.selector_to_xpath(one, prefix="", translate_pseudo_elements=True) for one in parse(selector)
        ]
        paths = [
            "self::*" + path.removeprefix(scope) if path.startswith(scope) else "descendant::" + path for path in paths
        ]
        return tuple(etree.XPath(f"({path})[1]" if only_first else path) for path in paths)
    except (SelectorError, etree.XPathError) as error:
        raise DeclarationError(f"the selector {selector!r} cannot be read: {error}") from error
