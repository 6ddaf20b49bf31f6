"""Writes block markup from the tree of rendered HTML: one pass, with a stack of its own."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Final

from blocks.fragment.elements import BLOCK_ELEMENTS
from blocks.fragment.tokens import VOID_ELEMENTS, Edit
from blocks.library.drawn import Drawn, DrawnAround
from blocks.model import attributes as attribute_json
from blocks.model.delimiter import Spelling
from blocks.model.saved import default_class
from blocks.model.saving import BETWEEN, said_attributes
from blocks.sources.rendered.noise import may_have_noise
from blocks.sources.rendered.plan import Page, Plan, Slot
from blocks.sources.rendered.rules import BY_CLASS, BY_TAG
from blocks.sources.rendered.tree import Node, of_page
from blocks.syntax import parse

_BLANKS: Final = " \t\r\n\f"
_ORDER: Final = {
    name: place
    for place, name in enumerate(
        """
        align className style backgroundColor textColor gradient fontSize fontFamily borderColor fitText layout
        """.split(),  # noqa: SIM905
        1,
    )
}
"""The order in which editors write the attributes of supports, behind a type's own."""
_MORE: Final = re.compile(r"<!--more(.*?)-->", re.DOTALL)
_LINE: Final = re.compile(r"\n[ \t]*+")
_PLUGIN: Final = re.compile(r"wp-block-[a-z][a-z0-9-]*+")
_ALWAYS_VALID: Final = frozenset("p h1 h2 h3 h4 h5 h6 ul ol blockquote details".split())  # noqa: SIM905
"""Elements that are what an editor saved where they have no attributes."""
_IMPLIED: Final = frozenset(("p", "li"))


@dataclass(slots=True)
class _Html:
    """What fits no block: the HTML from `start` to `end`."""

    start: int
    end: int
    is_told: bool = False
    has_content: bool = False
    """Whether it is more than comments."""


class Writer:
    """Writes the markup of a page; `is_spaced`: with the line breaks of the editor, not those of the HTML."""

    def __init__(self, page: Page, root: Node, is_spaced: bool = False) -> None:
        self._is_spaced = is_spaced
        self._page = page
        self._html = page.html
        self._root = root
        self._spelling = Spelling()
        self._out: list[str] = []
        self._noisy = [node for node in root.walk() if node.token is not None and may_have_noise(node.token)]
        self._noisy_starts = [node.start for node in self._noisy]
        self._told_of: set[int] = set()
        """Where elements begin of which a problem tells."""
        self._drawn: dict[str, str] = {
            default_class(one.type_name or ""): one.type_name or ""
            for one in page.registry
            if issubclass(one, Drawn | DrawnAround)
        }

    def written(self) -> str:
        """The markup."""
        root = self._root
        stack: list[Iterator[Slot]] = [self._flow(Slot(0, root.inner_end, of_page(root)))]
        while stack:
            slot = next(stack[-1], None)
            if slot is None:
                stack.pop()
            else:
                stack.append(self._flow(slot))
        return "".join(self._out)

    # ------------------------------------------------------------------------------------------- the blocks of a slot

    def _flow(self, slot: Slot) -> Iterator[Slot]:
        """Write what stands in a slot; yields each slot inside for it to be written first."""
        if self._is_spaced:
            yield from self._spaced(slot)
            return
        position, trailing = slot.start, ""
        for item in self._items(slot):
            leading = self._between(position, item.start, item)
            position = item.end
            if isinstance(item, _Html):
                content = self._html[item.start : item.end]
                trailing = self._line_after(item.end, slot.end)
                if content == "0" and not leading and not trailing:
                    trailing = "\n"  # WordPress drops the digit where it stands alone
                    self._write_html(content + trailing)
                    continue
                self._write_html(leading + content + trailing)
            else:
                if item.has_blanks or item.content == "":
                    trailing = ""
                else:
                    trailing = self._line_after(self._element_end(item), slot.end)
                position = self._element_end(item)
                yield from self._block(item, leading, trailing)
            position += len(trailing)
        self._out.append(self._html[position : slot.end])

    def _spaced(self, slot: Slot) -> Iterator[Slot]:
        """Write what stands in a slot with line breaks where the editor writes them."""
        between = ""
        for item in self._items(slot):
            self._out.append(between)
            between = BETWEEN
            if isinstance(item, _Html):
                self._write_html(f"\n{self._html[item.start : item.end]}\n")
            else:
                line = "" if item.has_blanks or item.content == "" else "\n"
                yield from self._block(item, line, line)

    def _element_end(self, item: Plan) -> int:
        return item.outer_end if item.outer_end is not None else item.end

    def _line_after(self, end: int, limit: int) -> str:
        """The line break after a block, with the indentation of the delimiter that stood there."""
        found = _LINE.match(self._html, end, limit)
        return found[0] if found is not None else ""

    def _between(self, position: int, start: int, item: Plan | _Html) -> str:
        """Write the blanks before an item, but for the line break that belongs to it, which is the answer."""
        if isinstance(item, Plan) and item.outer_start is not None:
            start = item.outer_start
        blanks = self._html[position:start]
        takes = not (isinstance(item, Plan) and (item.has_blanks or item.content == ""))
        at = blanks.rfind("\n") if takes else -1
        if at < 0:
            self._out.append(blanks)
            return ""
        self._out.append(blanks[:at])
        return blanks[at:]

    def _items(self, slot: Slot) -> Iterator[Plan | _Html]:
        """The blocks of a slot, and the pieces of HTML between them that are none."""
        run: _Html | None = None
        nodes, number = slot.nodes, 0
        while number < len(nodes):
            node = nodes[number]
            number += 1
            if node.kind == "text" and self._page.is_blank(node.start, node.end):
                continue
            found = self._planned(node, slot)
            if found is not None:
                if run is not None:
                    yield self._told(run)
                    run = None
                if found.follows is not None:
                    number = self._taken_along(found, nodes, number)
                yield found
                continue
            start, end = self._trimmed(node)
            if run is not None and self._is_apart(run, node):
                yield self._told(run)
                run = None
            if run is None:
                run = _Html(start, end)
            else:
                run.end = end
            run.is_told = run.is_told or node.start in self._told_of
            run.has_content = run.has_content or node.kind != "comment"
        if run is not None:
            yield self._told(run)

    def _told(self, run: _Html) -> _Html:
        """A piece of HTML, of which a problem tells unless one does already."""
        if run.has_content and not run.is_told:
            self._page.report(run, "no block is known that prints this; kept as HTML")
        return run

    def _taken_along(self, found: Plan, nodes: Sequence[Node], number: int) -> int:
        """Give a block the element behind it where that is its own; answers which node is next."""
        at = number
        while at < len(nodes) and nodes[at].kind == "text" and self._page.is_blank(nodes[at].start, nodes[at].end):
            at += 1
        if at == len(nodes) or found.follows is None or not found.follows(nodes[at]):
            return number
        found.outer_start, found.outer_end = found.start, nodes[at].end
        return at + 1

    def _trimmed(self, node: Node) -> tuple[int, int]:
        if node.kind == "element" and node.is_closed:
            return node.start, node.end
        text = self._html[node.start : node.end]
        return node.end - len(text.lstrip(_BLANKS)), node.start + len(text.rstrip(_BLANKS))

    def _is_apart(self, run: _Html, node: Node) -> bool:
        """Whether an empty line, as it stands between blocks, parts a piece from what is before it."""
        return node.name in BLOCK_ELEMENTS and self._html.count("\n", run.end, node.start) > 1

    # ----------------------------------------------------------------------------------------------------- one block

    def _planned(self, node: Node, slot: Slot) -> Plan | None:
        if node.kind == "comment":
            return self._of_comment(node)
        if node.kind != "element":
            return None
        is_whole = node.is_closed or node.name in VOID_ELEMENTS
        if not is_whole and node.name not in _IMPLIED:
            return None
        found = slot.rule(node, self._page) if slot.rule is not None else None
        found = found or self._by_rule(node)
        if found is None:
            return None
        if found.start != node.start or found.end != node.end:
            found.outer_start, found.outer_end = node.start, node.end
        if not is_whole:
            text = self._html[node.start : node.end]
            found.end = node.start + len(text.rstrip(_BLANKS))
            found.tail = f"</{node.name}>"
        return found

    def _by_rule(self, node: Node) -> Plan | None:
        names = node.classes
        for name in names:
            if rule := BY_CLASS.get(name):
                found = rule(node, self._page)
                if found is None:
                    self._report(node, f"this bears the class {name} but is no block of that kind; kept as HTML")
                return found
        for name in names:
            if drawn := self._drawn.get(name):
                self._report(node, f"the server drew this {drawn} from data of the site; kept as HTML")
                return None
        for name in names:
            if _PLUGIN.fullmatch(name) and name != "wp-block-paragraph" and not self._is_core(name):
                self._report(node, f"this seems to be a block of a plugin, by its class {name}; kept as HTML")
                return None
        by_tag = BY_TAG.get(node.name)
        found = by_tag(node, self._page) if by_tag is not None else None
        if found is None or found.content is not None or self._is_valid(found, node):
            return found
        self._report(node, f"the editor would call a {found.name} of this HTML invalid; kept as HTML")
        return None

    def _report(self, node: Node, message: str) -> None:
        self._told_of.add(node.start)
        self._page.report(node, message)

    def _is_valid(self, item: Plan, node: Node) -> bool:
        """Whether a block is one that an editor saved, by its own HTML; the blocks inside are asked for themselves."""
        if not node.attributes and node.name in _ALWAYS_VALID:
            return True
        taken, out = self._page.cleaner.taken.copy(), self._out
        self._out = []
        for _ in self._block(item, "", ""):
            pass
        markup = "".join(self._out)
        self._out = out
        self._page.cleaner.taken.clear()
        self._page.cleaner.taken.update(taken)
        read = next(parse(markup, registry=self._page.registry).walk(), None)
        return read is not None and read.reading.is_recognised

    def _is_core(self, name: str) -> bool:
        """Whether a class that begins like a block's says how a part of a core block looks."""
        return "is-layout-" in name or name == "wp-block-list-item"

    def _of_comment(self, node: Node) -> Plan | None:
        text = self._html[node.start : node.end]
        if text == "<!--nextpage-->":
            return Plan("core/nextpage", {}, node.start, node.end)
        found = _MORE.fullmatch(text)
        if found is None:
            return None
        said = {"customText": found[1].strip()} if found[1].strip() else {}
        return Plan("core/more", said, node.start, node.end)

    def _block(self, item: Plan, leading: str, trailing: str) -> Iterator[Slot]:
        attributes = self._json(item.name, item.attributes)
        if item.content == "":
            self._out.append(self._spelling.void(item.name, attributes))
            return
        self._out += (self._spelling.opener(item.name, attributes), leading)
        if item.content is not None:
            self._out.append(item.content)
        else:
            position = item.start
            edits = {edit.start: edit for edit in item.edits}
            for slot in item.slots:
                self._copy(position, slot.start, edits)
                yield slot
                position = slot.end
            self._copy(position, item.end, edits)
        self._out += (item.tail, trailing, self._spelling.closer(item.name))

    def _json(self, name: str, attributes: dict[str, Any]) -> str:
        kept = {key: value for key, value in attributes.items() if value is not None}
        said = said_attributes(self._page.type_of(name), kept)
        said = {key: value for key, value in said.items() if value is not False or key in _TRUE_BY_DEFAULT}
        said = dict(sorted(said.items(), key=lambda item: _ORDER.get(item[0], 0)))
        return f"{attribute_json.write_as_javascript(said)} " if said else ""

    def _write_html(self, content: str) -> None:
        self._out += (self._spelling.opener("core/html", ""), content, self._spelling.closer("core/html"))

    def _copy(self, start: int, end: int, edits: dict[int, Edit]) -> None:
        """Write the HTML from `start` to `end` without what rendering added, and with the edits of a plan."""
        first = bisect_left(self._noisy_starts, start)
        last = bisect_left(self._noisy_starts, end, lo=first)
        places = {node.start: node for node in self._noisy[first:last]}
        position = start
        for place in sorted({*places, *(one for one in edits if start <= one < end)}):
            edit = edits[place] if place in edits else self._page.cleaner.edit(places[place])
            if edit is not None and edit.start >= position:
                self._out += (self._html[position : edit.start], edit.replacement)
                position = edit.end
        self._out.append(self._html[position:end])


_TRUE_BY_DEFAULT: Final = frozenset(
    ("isDark", "isStackedOnMobile", "imageCrop", "hasFixedLayout", "showDownloadButton", "showIcon")
)
