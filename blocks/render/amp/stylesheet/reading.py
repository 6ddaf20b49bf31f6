"""A stylesheet as a flat list of rules that AMP takes: nesting and layers undone, what it cannot hold left out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any, Final, NamedTuple

from blocks.render.amp.stylesheet import conditions
from blocks.render.amp.stylesheet.at_rules import AtRule, font_face, keyframes, page
from blocks.render.amp.stylesheet.declarations import Declaration, body_of, declaration
from blocks.render.amp.stylesheet.memory import Remembered
from blocks.render.amp.stylesheet.nesting import Selector
from blocks.render.amp.stylesheet.selectors import selectors
from blocks.render.amp.stylesheet.values import ADDRESS, UnwritableError, readable, text_of

DEEPEST: Final = 16
"""Rules inside each other; the validator takes 60."""

_GROWTH = 20  # times its own size is what the rules of a sheet may come to, nesting undone
_UNTOLD = frozenset({"charset"})  # a page is UTF-8, and nothing else
_KNOWN = frozenset({"media", "supports", "font-face", "keyframes", "page", "container", "scope", "starting-style"})
_GHOSTS = frozenset({"container", "scope", "starting-style"})  # what is in them counts as lost where it would apply


@dataclass(frozen=True, slots=True)
class Rule:
    """Selectors and declarations, within conditions (`@media print`, outermost first) and a layer (its path).

    `ghost` names the at-rule that this one is lost with. `body`, `variables` and `names` are those of `declarations`
    without the custom properties; `has_custom` tells whether there are any.
    """

    conditions: tuple[str, ...]
    layer: tuple[str, ...]
    ghost: str
    selectors: tuple[Selector, ...]
    declarations: tuple[Declaration, ...]
    important: bool
    body: str
    variables: frozenset[str]
    names: frozenset[str]
    has_custom: bool


class Loss(NamedTuple):
    """What was left out of a sheet: an at-rule (`@import`), or the kind of what CSS or AMP cannot read.

    `times` is how often, `line` where for the first time.
    """

    what: str
    times: int
    line: int


class Stylesheet(NamedTuple):
    """The rules in their order, the layers in order of their declaration, and what is lost whatever the page holds."""

    rules: tuple[Rule | AtRule, ...]
    layers: tuple[tuple[str, ...], ...]
    losses: tuple[Loss, ...]


class _Place(NamedTuple):
    """What rules stand in."""

    conditions: tuple[str, ...] = ()
    layer: tuple[str, ...] = ()
    ghost: str = ""
    parents: tuple[Selector, ...] | None = None
    depth: int = 0


@dataclass(slots=True)
class _Frame:
    """The content of one block, being read."""

    place: _Place
    nodes: Iterator[Any]
    pending: list[Declaration] = field(default_factory=list)


class _Reader:
    def __init__(self, css: str) -> None:
        self._css = readable(css)
        self._rules: list[Rule | AtRule] = []
        self._layers: dict[tuple[str, ...], None] = {}
        self._lost: Counter[str] = Counter()
        self._first: dict[str, int] = {}
        self._room = _GROWTH * len(css) + 10_000

    def run(self) -> Stylesheet:
        import tinycss2

        parsed = tinycss2.parse_stylesheet(self._css, skip_comments=True, skip_whitespace=True)
        self._stack = [_Frame(_Place(), iter(parsed))]
        while self._stack:
            frame = self._stack[-1]
            node = next(frame.nodes, None)
            if node is not None and node.type == "declaration":
                self._declaration(frame, node)
                continue
            self._flush(frame)
            if node is None:
                self._stack.pop()
            elif node.type == "qualified-rule":
                self._style_rule(frame.place, node)
            elif node.type == "at-rule":
                self._at_rule(frame.place, node)
            else:
                self._lose("rule" if frame.place.parents is None else "declaration", node)
        losses = tuple(Loss(what, count, self._first[what]) for what, count in self._lost.items())
        return Stylesheet(tuple(self._rules), tuple(self._layers), losses)

    # ------------------------------------------------------------------------------------------------------- losses

    def _lose(self, what: str, node: Any) -> None:
        self._lost[what] += 1
        self._first.setdefault(what, node.source_line)

    def _lose_unwritable(self, what: str, node: Any, error: UnwritableError) -> None:
        self._lose(ADDRESS if error.reason == ADDRESS else what, node)

    # -------------------------------------------------------------------------------------------------- style rules

    def _declaration(self, frame: _Frame, node: Any) -> None:
        if frame.place.parents is None:
            self._lose("declaration", node)
            return
        try:
            frame.pending.append(declaration(node))
        except UnwritableError as error:
            self._lose_unwritable("declaration", node, error)

    def _flush(self, frame: _Frame) -> None:
        """Make rules of the declarations that have been read."""
        place, pending = frame.place, frame.pending
        if not pending or not place.parents:
            return
        frame.pending = []
        for important in (False, True):
            found = [one for one in pending if one.important is important]
            if not found:
                continue
            plain = [one for one in found if not one.is_custom]
            rule = Rule(
                place.conditions,
                place.layer,
                place.ghost,
                place.parents,
                tuple(found),
                important,
                body_of(plain),
                frozenset().union(*(one.variables for one in plain)),
                frozenset().union(*(one.names for one in plain)),
                len(plain) < len(found),
            )
            self._room -= sum(len(one.head) + len(one.tail) for one in place.parents)
            if self._room >= 0:
                self._rules.append(rule)

    def _style_rule(self, place: _Place, node: Any) -> None:
        try:
            parents = selectors(node.prelude, place.parents)
        except UnwritableError:
            self._lose("selector", node)
            return
        if self._room < 0:
            self._lose("nested too much", node)
        elif parents:
            self._enter(place._replace(parents=parents), node)

    def _enter(self, place: _Place, node: Any) -> None:
        """Go on with the content of a rule."""
        import tinycss2

        if place.depth >= DEEPEST:
            self._lose("nested too much", node)
            return
        content = tinycss2.parse_blocks_contents(node.content, skip_comments=True, skip_whitespace=True)
        self._stack.append(_Frame(place._replace(depth=place.depth + 1), iter(content)))

    # ----------------------------------------------------------------------------------------------------- at-rules

    def _at_rule(self, place: _Place, node: Any) -> None:
        name = node.lower_at_keyword
        try:
            if name == "layer":
                self._layer(place, node)
            elif name in _GHOSTS and node.content is not None:
                parents = place.parents if name != "scope" else None
                self._enter(place._replace(ghost=place.ghost or f"@{name}", parents=parents), node)
            elif name in ("media", "supports") and node.content is not None:
                prelude = conditions.media(node.prelude) if name == "media" else conditions.supports(node.prelude)
                condition = f"@{name} {prelude}".rstrip()
                within = place.conditions if condition in place.conditions else (*place.conditions, condition)
                self._enter(place._replace(conditions=within), node)
            elif made := self._resource(place, node, name):
                self._rules.append(made)
            elif name not in _UNTOLD:
                self._lose("rule" if name in _KNOWN else f"@{name}"[:40], node)
        except UnwritableError as error:
            self._lose_unwritable("rule", node, error)

    def _resource(self, place: _Place, node: Any, name: str) -> AtRule | None:
        """`@font-face`, `@keyframes` or `@page`, None for any other rule, and where they cannot stand."""
        if node.content is None or place.parents is not None:
            return None
        if name == "font-face":
            return font_face(node, place.conditions, place.ghost, self._lose)
        if name in ("keyframes", "-webkit-keyframes", "-moz-keyframes", "-o-keyframes"):
            return keyframes(node, place.conditions, place.ghost, self._lose)
        return page(node, place.conditions, place.ghost, self._lose) if name == "page" else None

    def _layer(self, place: _Place, node: Any) -> None:
        paths = [(*place.layer, *path) for path in _layer_names(node.prelude)]
        if node.content is None:
            for path in paths:
                self._declare(path)
            return
        if len(paths) > 1:
            raise UnwritableError
        path = paths[0] if paths else (*place.layer, f"\x00{len(self._layers)}")  # without a name: like no other
        self._declare(path)
        self._enter(place._replace(layer=path), node)

    def _declare(self, path: tuple[str, ...]) -> None:
        for end in range(1, len(path) + 1):
            self._layers.setdefault(path[:end])


def _weight(sheet: Stylesheet) -> int:
    """How many bytes a sheet takes, about; selectors that rules share are counted with each."""
    bytes = sum(100 * len(path) for path in sheet.layers)
    for rule in sheet.rules:
        bytes += 1_500
        if isinstance(rule, AtRule):
            bytes += len(rule.text)
            continue
        bytes += sum(1_200 + len(one.head) + len(one.tail) for one in rule.selectors)
        bytes += sum(900 + 3 * len(one.text) + 150 * len(one.names) for one in rule.declarations)
    return bytes


def _read(css: str) -> Stylesheet:
    return _Reader(css).run()


stylesheet: Final = Remembered(_read, _weight, most=48_000_000)
"""Read a sheet. Nothing in it raises; time is linear in its size."""


def _layer_names(prelude: Sequence[Any]) -> list[tuple[str, ...]]:
    """`a, b.c` as paths; raises `UnwritableError`."""
    text = text_of(prelude)
    if not text:
        return []
    paths = [tuple(name.split(".")) for name in text.split(",")]
    if any(not part or " " in part for path in paths for part in path) or max(map(len, paths)) > DEEPEST:
        raise UnwritableError
    return paths
