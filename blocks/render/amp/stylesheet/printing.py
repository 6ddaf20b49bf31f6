"""The rules that stay, as the text of `<style amp-custom>`."""

from __future__ import annotations

import math
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Final, NamedTuple

from blocks.render.amp.stylesheet.at_rules import AtRule
from blocks.render.amp.stylesheet.nesting import mark
from blocks.render.amp.stylesheet.reading import Rule
from blocks.render.amp.stylesheet.shaking import Kept
from blocks.render.amp.stylesheet.used import Used

_MOST_IDS: Final = 5  # that the selector of an important rule has to outdo
_MOST_LAYERS: Final = 5  # whose order is kept among important rules


class Piece(NamedTuple):
    """A rule as text; `is_definition`: of custom properties, which others refer to."""

    sheet: int
    conditions: tuple[str, ...]
    text: str
    is_definition: bool


def pieces(kept: Sequence[Kept], layers: Sequence[tuple[str, ...]], used: Used) -> list[Piece]:
    """The text of each rule, those of layers first, in the order of the layers."""
    if layers:
        order = _orders(layers)
        kept = sorted(kept, key=lambda one: order[one.rule.layer] if isinstance(one.rule, Rule) else order[()])
        ranks = {path: rank for rank, path in enumerate(sorted(order, key=order.__getitem__, reverse=True))}
    else:
        ranks = {(): 0}
    ids = [
        one.ids for rule in kept if isinstance(rule.rule, Rule) and not rule.rule.important for one in rule.selectors
    ]
    strength = min(max(ids, default=0), _MOST_IDS) + 1
    absent = next(name for number in range(1, len(used.names) + 2) if f"#{(name := '_' * number)}" not in used.names)
    weights = {path: f":not({f'#{absent}' * (strength + min(rank, _MOST_LAYERS))})" for path, rank in ranks.items()}
    swaps = {name: used.element(name) for name in {name for r in kept for one in r.selectors for name in one.swaps}}
    found: list[Piece] = []
    for sheet, rule, selectors, body, defines in kept:
        if isinstance(rule, AtRule):
            found.append(Piece(sheet, rule.conditions, rule.text, False))
            continue
        weight = weights[rule.layer] if rule.important else ""
        text = ",".join(one.head + weight + one.tail for one in selectors)
        if "\x00" in text:
            for name, named in swaps.items():
                text = text.replace(mark(name), named)
        found.append(Piece(sheet, rule.conditions, f"{text}{{{body}}}", defines))
    return found


def _orders(layers: Iterable[tuple[str, ...]]) -> dict[tuple[str, ...], tuple[float, ...]]:
    """A key for each layer that sorts it before those that override it; what is in none comes last."""
    numbers = {path: number for number, path in enumerate(dict.fromkeys(layers))}
    keys: dict[tuple[str, ...], tuple[float, ...]] = {(): (math.inf,)}
    for path in numbers:
        keys[path] = (*(numbers[path[:end]] for end in range(1, len(path) + 1)), math.inf)
    return keys


def printed(found: Iterable[Piece]) -> str:
    """The rules in one text; those that follow each other within the same conditions share them."""
    out: list[str] = []
    opened: tuple[str, ...] = ()
    for piece in found:
        conditions = piece.conditions
        if conditions != opened:
            same = 0
            while same < min(len(opened), len(conditions)) and opened[same] == conditions[same]:
                same += 1
            out.append("}" * (len(opened) - same))
            out += [condition + "{" for condition in conditions[same:]]
            opened = conditions
        out.append(piece.text)
    out.append("}" * len(opened))
    return "".join(out)


def within(found: list[Piece], limit: int) -> tuple[str, Counter[int]]:
    """The text, at most `limit` bytes of UTF-8, and how many bytes of which sheet were left out for that.

    Whole rules go: those of earlier sheets before those of later ones, which override them and are nearer to the page;
    of one sheet, the last ones first. Custom properties, on which other rules rest, go after all others.
    """
    css = printed(found)
    lost: Counter[int] = Counter()
    if len(css.encode()) <= limit:
        return css, lost
    order = sorted(range(len(found)), key=lambda at: (found[at].is_definition, found[at].sheet, -at))
    rank = {index: position for position, index in enumerate(order)}

    def without(count: int) -> str:
        return printed(piece for index, piece in enumerate(found) if rank[index] >= count)

    # fewer rules never print longer
    count = bisect_left(range(len(found)), True, key=lambda count: len(without(count).encode()) <= limit)
    for index in order[:count]:
        lost[found[index].sheet] += len(found[index].text.encode())
    return without(count), lost
