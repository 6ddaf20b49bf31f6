"""The rules of stylesheets that a page needs."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from typing import NamedTuple

from blocks.render.amp.stylesheet.at_rules import AtRule
from blocks.render.amp.stylesheet.nesting import Needs, Selector
from blocks.render.amp.stylesheet.reading import Rule, Stylesheet
from blocks.render.amp.stylesheet.used import Used


class Kept(NamedTuple):
    """A rule that stays: of the sheet `sheet`, with its selectors that can match, and its body."""

    sheet: int
    rule: Rule | AtRule
    selectors: Sequence[Selector]
    body: str
    is_definition: bool  # of custom properties, which others refer to


class Shaken(NamedTuple):
    """What stays; `ghosts` is how many rules that would apply are lost, by sheet and at-rule."""

    rules: list[Kept]
    ghosts: Counter[tuple[int, str]]


def shaken(sheets: Iterable[Stylesheet], used: Used, whole: Collection[int] = ()) -> Shaken:
    """The rules whose selectors can match, the custom properties, fonts and animations that are referred to.

    Of the sheets whose numbers are in `whole`, every rule can.

    A custom property that nothing refers to is left out: it has no effect.
    """
    matching: list[tuple[int, Rule | AtRule, Sequence[Selector]]] = []
    ghosts: Counter[tuple[int, str]] = Counter()
    names = used.names
    for number, sheet in enumerate(sheets):
        for rule in sheet.rules:
            found: Sequence[Selector] = ()
            if isinstance(rule, Rule):
                found = rule.selectors if number in whole else _matching(rule, names)
            if isinstance(rule, Rule) and not found:
                continue
            if rule.ghost:
                ghosts[number, rule.ghost] += 1
            else:
                matching.append((number, rule, found))
    variables, words = _referred(matching, used)
    kept: list[Kept] = []
    for number, rule, found in matching:
        if isinstance(rule, AtRule):
            if not rule.name or rule.name in words:
                kept.append(Kept(number, rule, (), "", False))
            continue
        body, defines = rule.body, False
        if rule.has_custom:
            custom = [one.text for one in rule.declarations if one.name in variables]
            defines = bool(custom)
            body = ";".join(([body] if body else []) + custom)
        if body:
            kept.append(Kept(number, rule, found, body, defines))
    return Shaken(kept, ghosts)


def _matching(rule: Rule, names: set[str]) -> Sequence[Selector]:
    selectors = rule.selectors
    if len(selectors) == 1:
        (one,) = selectors
        return selectors if one.needs <= names and (not one.choices or _choosable(one.choices, names)) else ()
    return [one for one in selectors if one.needs <= names and (not one.choices or _choosable(one.choices, names))]


def _choosable(choices: Sequence[Sequence[Needs]], names: set[str]) -> bool:
    return all(any(branch <= names for branch in choice) for choice in choices)


def _referred(matching: Sequence[tuple[int, Rule | AtRule, object]], used: Used) -> tuple[set[str], set[str]]:
    """The custom properties that are referred to, and the names of fonts (in lower case too) and animations."""
    definitions: dict[str, list[tuple[frozenset[str], frozenset[str]]]] = {}
    animations: dict[str, list[AtRule]] = {}
    variables, words = set(used.variables), set(used.words)
    for _, rule, _ in matching:
        if isinstance(rule, AtRule):
            if not rule.name:
                variables |= rule.variables
            elif not rule.is_font:
                animations.setdefault(rule.name, []).append(rule)
            continue
        variables |= rule.variables
        words |= rule.names
        if rule.has_custom:
            for one in rule.declarations:
                if one.is_custom:
                    definitions.setdefault(one.name, []).append((one.variables, one.names))
    waiting = list(variables)
    while waiting or any(name in words for name in animations):
        for name in [name for name in animations if name in words]:
            for animation in animations.pop(name):
                waiting += animation.variables - variables
                variables |= animation.variables
                words |= animation.names
        if not waiting:
            continue
        for more, said in definitions.pop(waiting.pop(), ()):
            waiting += more - variables
            variables |= more
            words |= said
    return variables, words | {word.lower() for word in words}
