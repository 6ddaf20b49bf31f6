"""What a page uses of a stylesheet: its elements, ids, classes and attributes, and the names in its inline styles."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

from blocks.fragment.tokens import tokens
from blocks.render.amp.stylesheet.declarations import names_in_style
from blocks.render.amp.stylesheet.elements import ALWAYS, AMP_ELEMENTS, HTML_ELEMENTS, IMPLIED, MADE_ATTRIBUTES
from blocks.render.amp.stylesheet.memory import Remembered

_LONGEST_KEPT: Final = 2_000  # characters of a tag; longer ones are read each time
_VARIABLE = re.compile(r"(?i:var)\(\s*+(--[^\s,()]++)")
_WORD = re.compile(r"-?+[A-Za-z_][-\w]*+")

_Names = tuple[frozenset[str], frozenset[str], frozenset[str]]


class Used:
    """The names that occur in a page.

    `names` holds elements as `p`, classes as `.name`, ids as `#name`, attributes as `[name`; `variables` the custom
    properties, and `words` what may be the name of a font or animation, in attributes.
    """

    __slots__ = ("names", "variables", "words")

    def __init__(self) -> None:
        self.names: set[str] = {*ALWAYS, *MADE_ATTRIBUTES}
        self.variables: set[str] = set()
        self.words: set[str] = set()

    @classmethod
    def of(cls, html: str) -> Used:
        """What the body of a page uses."""
        used = cls()
        used.add_tags(token.value for token in tokens(html) if token.kind == "start")
        return used

    def add_tags(self, tags: Iterable[str]) -> None:
        """Add the names of start tags, each as it is written."""
        for tag in set(tags):
            names, variables, words = of_tag(tag) if len(tag) <= _LONGEST_KEPT else _names_of(tag)
            self.names |= names
            self.variables |= variables
            self.words |= words

    def element(self, name: str) -> str:
        """What a selector for an element of HTML has to name: itself, AMP's element for it, or both."""
        there = [one for one in (name, *AMP_ELEMENTS[name]) if f"<{one}" in self.names]
        if not there:
            return name
        return there[0] if len(there) == 1 else f":is({','.join(there)})"


def _names_of(tag: str) -> _Names:
    token = next(iter(tokens(tag)))
    name = token.name
    # `<img` is the element itself; a selector for `img` is kept for AMP's elements too
    names = {name, f"<{name}", HTML_ELEMENTS.get(name, name), IMPLIED.get(name, name)}
    variables: set[str] = set()
    words: frozenset[str] = frozenset()
    for attribute in token.attributes:
        names.add(f"[{attribute.name}")
        value = attribute.value
        if not value:
            continue
        if attribute.name == "class":
            names.update(f".{one}" for one in value.split())
        elif attribute.name == "id":
            names.add(f"#{value}")
        elif _acts(attribute.name):  # the classes that it sets are among these words
            names.update(f".{one}" for one in _WORD.findall(value))
        if "--" in value:
            variables.update(_VARIABLE.findall(value))
        if attribute.name == "style" and ("font" in value or "animation" in value):
            words |= names_in_style(value)
    return frozenset(names), frozenset(variables), words


def _weight(names: _Names) -> int:
    return 1_000 + sum(150 + len(name) for kind in names for name in kind)


of_tag: Final = Remembered(_names_of, _weight, most=16_000_000)
"""The names, variables and words of a start tag."""


def _acts(attribute: str) -> bool:
    return attribute == "on" or attribute in ("[class]", "data-amp-bind-class")
