"""What a rule makes of an element: the block that it is, and how its markup comes from the HTML."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any, Final, Protocol

from blocks.fragment.tokens import Edit, tokens
from blocks.model.block import Block
from blocks.model.registry import Registry
from blocks.model.shape import schema_of
from blocks.model.supports import support
from blocks.sources.rendered.hashes import Layouts
from blocks.sources.rendered.noise import Cleaner
from blocks.sources.rendered.supports import STYLED, Look, layout, look
from blocks.sources.rendered.tree import Node

_HIDDEN: Final = frozenset(("iframe", "noscript", "script", "style", "svg", "template"))
_CHILD: Final = re.compile(r"wp-container-content-([0-9a-f]{8})")
_HASHED: Final = re.compile(r"wp-container-([a-z0-9-]+)-is-layout-([0-9a-f]{8})")


class Place(Protocol):
    """A piece of the HTML, from `start` to `end`."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Slot:
    """A place inside an element where blocks stand: from `start` to `end`, with these nodes in it.

    `rule` is what makes blocks of the elements there; without one, the rules for any element do.
    """

    start: int
    end: int
    nodes: Sequence[Node]
    rule: Rule | None = None


@dataclass(slots=True)
class Plan:
    """A block: its name, what its delimiter says, and its HTML.

    The HTML is that from `start` to `end` with the `edits`, and blocks in the `slots`; or `content`, where it is given:
    without any, the block is its delimiter alone. `has_blanks` says that the blanks around the HTML are in there
    already.
    """

    name: str
    attributes: dict[str, Any]
    start: int
    end: int
    slots: Sequence[Slot] = ()
    edits: list[Edit] = field(default_factory=list)
    content: str | None = None
    has_blanks: bool = False
    outer_start: int | None = None
    outer_end: int | None = None
    """The places of the element that it is made of, where they are others."""
    tail: str = ""
    """An end tag that the HTML leaves out."""
    follows: Callable[[Node], bool] | None = None
    """Which element right behind it belongs to it, and goes with it: the script of a player."""


@dataclass(slots=True)
class Page:
    """The HTML that is read, and what the rules ask of it."""

    html: str
    registry: Registry
    cleaner: Cleaner
    report: Callable[[Place, str], None]
    told: Callable[[Place, str], None]
    layouts: Layouts = field(default_factory=Layouts)
    is_classic: bool = False
    """Whether it shows that a theme without a theme.json rendered it."""

    def type_of(self, name: str) -> type[Block]:
        """The block type of a name."""
        return self.registry.type_of(name)

    def look(self, name: str, node: Node, parts: tuple[str, ...] = STYLED, root: Node | None = None) -> Look:
        """What an element of a block of this type says by classes and style; `root` is the outermost one."""
        type_ = self.type_of(name)
        supports = getattr(type_, "supports", {})
        found = look(name, supports, node, schema_of(type_).fields, parts, root)
        place = next((said for one in node.classes if (said := _CHILD.fullmatch(one))), None)
        if place is not None and (child := self.layouts.child(place[1])) is not None:
            found.style["layout"] = child
        return found

    def layout(self, name: str, node: Node, attributes: dict[str, Any], beside: Iterable[str] = ()) -> None:
        """Add to `attributes` the layout, as far as the element around the inner blocks tells it.

        `beside` are classes of the layout that stand elsewhere.
        """
        found = layout(getattr(self.type_of(name), "supports", {}), [*node.classes, *beside])
        if found is not None:
            attributes["layout"] = found
        self.solve(name, node, attributes)

    def solve(self, name: str, node: Node, attributes: dict[str, Any]) -> None:
        """Add to `attributes` what the hash in the class of a container tells of layout and gap."""
        found = next((said for one in node.classes if (said := _HASHED.fullmatch(one))), None)
        type_ = self.type_of(name)
        supports = getattr(type_, "supports", {})
        if found is None or found[1] != (type_.type_name or "").replace("/", "-"):
            return
        default = support(supports, "layout.default") or support(supports, "__experimentalLayout.default") or {}
        fallback = support(supports, "spacing.blockGap.__experimentalDefault", "0.5em")
        style = attributes.get("style", {})
        solved = self.layouts.solved(found[2], attributes.get("layout"), default, style.get("spacing"), fallback)
        if solved is None:
            return
        if solved[0] is not None:
            attributes["layout"] = solved[0]
        if solved[1]:
            attributes["style"] = {**style, "spacing": solved[1]}

    def replaced(self, node: Node, url: str) -> None:
        """Note that what a provider answered with became the address that it answers to."""
        self.cleaner.taken["player"] += 1
        self.told(node, f"what {url:.200} answered with became its address, in an embed block")

    def is_blank(self, start: int, end: int) -> bool:
        """Whether nothing but blanks stands there."""
        return not self.html[start:end].strip(" \t\r\n\f")

    def text(self, start: int, end: int) -> str:
        """What is to be read there, blanks folded: text outside of scripts, styles and drawings."""
        out: list[str] = []
        hidden = ""
        for token in tokens(self.html, start, end):
            if hidden:
                hidden = "" if token.kind == "end" and token.name == hidden else hidden
            elif token.kind == "start" and token.name in _HIDDEN:
                hidden = token.name
            elif token.kind == "text":
                out.append(token.value)
        return " ".join("".join(out).split())

    def is_alone(self, node: Node, around: Node) -> bool:
        """Whether an element fills the one around it."""
        return self.is_blank(around.inner_start, node.start) and self.is_blank(node.end, around.inner_end)


Rule = Callable[[Node, Page], Plan | None]


def plan(
    name: str,
    node: Node,
    attributes: dict[str, Any],
    *,
    slots: Sequence[Slot] = (),
    edits: Iterable[Edit | None] = (),
) -> Plan:
    """The plan for a block that is an element, whole."""
    return Plan(name, attributes, node.start, node.end, slots, [one for one in edits if one is not None])


def from_block(block: Block, around: Node) -> Plan:
    """The plan for a block made anew, in the place of an element."""
    found = plan(block.block_name or "", around, dict(block.attributes or {}))
    found.content = block.own_html.strip()
    return found


def inside(node: Node, rule: Rule | None = None) -> Slot:
    """The slot that is all that an element holds."""
    return Slot(node.inner_start, node.inner_end, node.children, rule)
