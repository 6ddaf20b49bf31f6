"""Text: paragraphs, headings, lists, quotations, code, tables, details."""

from __future__ import annotations

import re
from typing import Any, Final

from blocks.fragment.tokens import Edit
from blocks.model.saved import default_class
from blocks.sources.rendered.plan import Page, Plan, Slot, inside, plan
from blocks.sources.rendered.rules import embed, pictures, widgets
from blocks.sources.rendered.tree import Node

_NUMBERINGS: Final = frozenset(("decimal", "lower-alpha", "upper-alpha", "lower-roman", "upper-roman"))
_BY_LETTER: Final = {"a": "lower-alpha", "A": "upper-alpha", "i": "lower-roman", "I": "upper-roman", "1": "decimal"}


def paragraph(node: Node, page: Page) -> Plan | None:
    """A paragraph; one that holds nothing but a picture or a player is that."""
    if node.name != "p":
        return None
    elements = node.elements
    if len(elements) == 1 and page.is_alone(elements[0], node) and not node.attributes:
        only = elements[0]
        found = pictures.alone(only, node, page) or embed.alone(only, node, page)
        if found is None and only.name == "span" and widgets.more(only, page) is not None:
            found = widgets.more_at(node)
        if found is not None:
            return found
    seen = page.look("core/paragraph", node)
    drop_cap = bool(seen.taken("has-drop-cap"))
    attributes = {**seen.attributes, "dropCap": drop_cap}
    if node.get("dir") in ("ltr", "rtl"):
        attributes["direction"] = node.get("dir")
    seen.attributes = attributes
    return plan("core/paragraph", node, seen.finish(), edits=[_fit(node, page)])


def _fit(node: Node, page: Page) -> Any:
    """The edit of an element whose text is made to fit."""
    if "has-fit-text" not in node.classes:
        return None
    gone = [one.name for one in node.attributes if one.name.startswith("data-wp-")]
    return page.cleaner.edit(node, without=gone)


def heading(node: Node, page: Page) -> Plan | None:
    """A heading of level 1 to 6."""
    if not re.fullmatch("h[1-6]", node.name):
        return None
    seen = page.look("core/heading", node)
    seen.attributes["level"] = int(node.name[1])
    gone = (
        [one.name for one in node.attributes if one.name.startswith("data-wp-")]
        if seen.attributes.get("fitText")
        else []
    )
    edit = page.cleaner.edit(node, first=["wp-block-heading"], without=gone)
    return plan("core/heading", node, seen.finish(), edits=[edit])


def list_(node: Node, page: Page) -> Plan | None:
    """A list whose items are all its content."""
    if node.name not in ("ul", "ol") or any(one.name != "li" for one in node.elements):
        return None
    if any(one.kind == "text" and not page.is_blank(one.start, one.end) for one in node.children):
        return None
    seen = page.look("core/list", node)
    said: dict[str, Any] = {"ordered": node.name == "ol"}
    numbering = seen.declared("list-style-type")
    if node.name == "ol":
        if numbering in _NUMBERINGS:
            said["type"] = numbering
        elif (letter := node.get("type")) in _BY_LETTER:
            said["type"] = _BY_LETTER[letter or ""]
        if (start := node.get("start")) and re.fullmatch(r"-?[0-9]{1,9}", start):
            said["start"] = int(start)
        if node.get("reversed") is not None:
            said["reversed"] = True
    seen.attributes |= said
    edit = page.cleaner.edit(node, first=["wp-block-list"])
    return plan("core/list", node, seen.finish(), slots=[inside(node, item)], edits=[edit])


def item(node: Node, page: Page) -> Plan | None:
    """An item of a list; lists at its end are blocks inside it."""
    if node.name != "li":
        return None
    last = len(node.children)
    while last and _may_be_inside(node.children[last - 1], page):
        last -= 1
    lists = node.children[last:]
    first = next((one for one in lists if one.kind == "element"), None)
    slots = []
    if first is not None:
        start = first.start
        while start > node.inner_start and page.html[start - 1] in " \t\r\n":
            start -= 1
        slots = [Slot(start, node.inner_end, [one for one in lists if one.start >= first.start])]
    seen = page.look("core/list-item", node)
    return plan("core/list-item", node, seen.finish(), slots=slots)


def _may_be_inside(node: Node, page: Page) -> bool:
    if node.kind == "text":
        return page.is_blank(node.start, node.end)
    return node.name in ("ul", "ol") and node.is_closed and list_(node, page) is not None


def quote(node: Node, page: Page) -> Plan | None:
    """A quotation; who is cited stands last and is no block."""
    if node.name != "blockquote":
        return None
    seen = page.look("core/quote", node)
    children, end = node.children, node.inner_end
    elements = node.elements
    if elements and elements[-1].name == "cite" and page.is_blank(elements[-1].end, node.inner_end):
        end = elements[-1].start
        children = [one for one in children if one.end <= end]
    page.layout("core/quote", node, seen.attributes)
    edit = page.cleaner.edit(node, first=["wp-block-quote"])
    return plan("core/quote", node, seen.finish(), slots=[Slot(node.inner_start, end, children)], edits=[edit])


def pullquote(node: Node, page: Page) -> Plan | None:
    """A sentence of the text, set large."""
    if node.name not in ("figure", "blockquote"):
        return None
    return plan("core/pullquote", node, page.look("core/pullquote", node).finish())


def code(node: Node, page: Page) -> Plan | None:
    """Code."""
    return _of_pre("core/code", node, page)


def preformatted(node: Node, page: Page) -> Plan | None:
    """Text whose white space counts."""
    return _of_pre("core/preformatted", node, page)


def verse(node: Node, page: Page) -> Plan | None:
    """Poetry."""
    return _of_pre("core/verse", node, page)


def pre(node: Node, page: Page) -> Plan | None:
    """Code where an element `code` fills it, else text whose white space counts."""
    elements = node.elements
    is_code = len(elements) == 1 and elements[0].name == "code" and page.is_alone(elements[0], node)
    return code(node, page) if is_code else preformatted(node, page)


def math(node: Node, page: Page) -> Plan | None:
    """A formula; its LaTeX is in an annotation, where there is one."""
    formula = node.first("math")
    if formula is None:
        return None
    seen = page.look("core/math", node)
    annotation = next((one for one in formula.walk() if one.name == "annotation"), None)
    if annotation is not None and len(annotation.children) == 1 and annotation.children[0].token is not None:
        seen.attributes["latex"] = annotation.children[0].token.value
    return plan("core/math", node, seen.finish())


def _of_pre(name: str, node: Node, page: Page) -> Plan | None:
    if node.name != "pre":
        return None
    edit = page.cleaner.edit(node, first=[default_class(name)])
    return plan(name, node, page.look(name, node).finish(), edits=[edit])


def table(node: Node, page: Page) -> Plan | None:
    """A table, in its figure or alone."""
    inner = node if node.name == "table" else node.first("table")
    if inner is None or node.name not in ("table", "figure"):
        return None
    seen = page.look("core/table", node)
    if inner is not node:
        cells = page.look("core/table", inner, root=node)
        for key, value in cells.attributes.items():
            if key == "style":
                seen.attributes["style"] = {**seen.attributes.get("style", {}), **value}
            elif key not in ("anchor", "className", "align"):
                seen.attributes.setdefault(key, value)
    seen.attributes["hasFixedLayout"] = "has-fixed-layout" in inner.classes
    seen.taken("has-fixed-layout")
    edits = _in_figure(node) if node.name == "table" and not node.attributes else []
    return plan("core/table", node, seen.finish(), edits=edits)


def _in_figure(node: Node) -> list[Edit]:
    """A bare table in its figure, its rows in a body, as browsers have them."""
    has_rows = any(one.name == "tr" for one in node.elements)
    start, end = ("<tbody>", "</tbody>") if has_rows else ("", "")
    return [
        Edit(node.start, node.inner_start, f'<figure class="wp-block-table"><table>{start}'),
        Edit(node.inner_end, node.end, f"{end}</table></figure>"),
    ]


def details(node: Node, page: Page) -> Plan | None:
    """A summary that opens to show what is below it."""
    elements = node.elements
    if node.name != "details" or not elements or elements[0].name != "summary":
        return None
    summary = elements[0]
    if not page.is_blank(node.inner_start, summary.start):
        return None
    seen = page.look("core/details", node)
    seen.attributes["showContent"] = node.get("open") is not None
    page.layout("core/details", node, seen.attributes)
    below = [one for one in node.children if one.start >= summary.end]
    return plan("core/details", node, seen.finish(), slots=[Slot(summary.end, node.inner_end, below)])
