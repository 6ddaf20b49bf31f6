"""What rendering adds to saved markup, taken off again: classes of layouts, hints for images, directives.

Rendering the recovered markup, by the same theme and with the same filters, puts it back.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from itertools import takewhile
from typing import Final

from blocks.fragment.tokens import Attribute, Edit, Token, edited
from blocks.sources.rendered.styles import Saved, as_saved, declarations
from blocks.sources.rendered.tree import Node

LAYOUT: Final = re.compile(r"is-layout-(flow|constrained|flex|grid)")
CONTAINER: Final = re.compile(
    r"wp-container-(?:[a-z0-9_/-]+-(?:is-)?layout-[0-9a-f]+|[0-9a-f]{13}|\d+|content-[0-9a-f]+)"
)
_OF_ALL: Final = re.compile(
    r"wp-elements-(?:[0-9a-f]{32}|[0-9a-f]{13}|\d+)|wp-duotone-[\w-]+|wp-block-[a-z0-9-]+-is-layout-[a-z]*"
    rf"|is-position-(?:sticky|fixed)|{CONTAINER.pattern}"
)
BESIDE_LAYOUT: Final = re.compile(
    r"has-global-padding|is-(?:horizontal|vertical)|is-content-justification-[a-z-]+|is-nowrap"
)
_VARIATION: Final = re.compile(r"(is-style-.+)--[0-9a-z]+")
_GALLERY: Final = re.compile(r"wp-block-gallery-\d+")
_HAS_NOISE: Final = re.compile(
    r"wp-elements-|wp-duotone-|is-layout-|wp-container-|is-position-|is-style-|wp-block-gallery-|wp-block-(?:heading|list)\b"
    r"|\sdecoding=|\sfetchpriority=|\ssrcset=|\sloading=|font-size:clamp|aspect-ratio:|background-image:url\(&"
)


def noise_among(names: Iterable[str]) -> frozenset[str]:
    """The classes among those of an element that rendering adds."""
    given = set(names)
    in_layout = any(LAYOUT.fullmatch(name) or CONTAINER.fullmatch(name) for name in given)
    return frozenset(name for name in given if _is_noise(name, given, in_layout))


def _is_noise(name: str, names: set[str], in_layout: bool) -> bool:
    if _OF_ALL.fullmatch(name) or LAYOUT.fullmatch(name):
        return True
    if _GALLERY.fullmatch(name):
        return "wp-block-gallery" in names
    if in_layout and BESIDE_LAYOUT.fullmatch(name):
        return True
    variation = _VARIATION.fullmatch(name)
    return variation is not None and variation[1] in names


def may_have_noise(token: Token) -> bool:
    """Whether a start tag is worth a look."""
    return _HAS_NOISE.search(token.value) is not None


class Cleaner:
    """Takes what rendering added off start tags, and counts it in `taken` by the kind of what it was."""

    def __init__(self, html: str) -> None:
        self.html = html
        self.taken: Counter[str] = Counter()
        self.hints: dict[str, dict[str, str]] = {}
        """What was taken off images, by their addresses."""

    def edit(
        self,
        node: Node,
        *,
        without: Iterable[str] = (),
        keep: Iterable[str] = (),
        drop: Iterable[str] = (),
        add: Iterable[str] = (),
        first: Iterable[str] = (),
    ) -> Edit | None:
        """The edit that makes a start tag what was saved; None where it is that already.

        `without` are more attributes, and `drop` more classes, to take off, `keep` attributes that stay; `add` and
        `first` are classes to put last and first.
        """
        token = node.token
        if token is None:
            return None
        given = token.attributes
        hints = _hints(token, given)
        gone = {*without, *(attribute.name for attribute in hints)}.difference(keep)
        if token.name == "img" and hints:
            self.hints[token.get("src") or ""] = {one.name: one.value or "" for one in hints}
        edits: list[Edit] = []
        drop, add, first = set(drop), list(add), list(first)
        classed = next((one for one in given if one.name == "class"), None)
        for one in sorted(given, key=lambda one: one.name == "class"):  # what the style tells comes first
            if one.name in gone:
                self.taken[one.name] += 1
                edits.append(Edit(_before(self.html, one.start), one.end))
            elif one.name == "style":
                if (saved := as_saved(one.value or "")).css != one.value:
                    self.taken["style"] += 1
                    edits.append(_said(self.html, one, saved.css))
                drop |= _of_style(saved, token.classes)
            elif one is classed:
                edit = self._classes(one, drop, first, add)
                if edit is not None:
                    edits.append(edit)
        if classed is None and (first or add):
            place = token.start + 1 + len(token.name)
            edits.insert(0, Edit(place, place, f' class="{" ".join([*first, *add])}"'))
        if not edits:
            return None
        edits.sort(key=lambda edit: edit.start)
        moved = [Edit(one.start - token.start, one.end - token.start, one.replacement) for one in edits]
        return Edit(token.start, token.end, edited(token.value, moved))

    def _classes(self, one: Attribute, drop: set[str], first: list[str], add: list[str]) -> Edit | None:
        names = (one.value or "").split()
        noise = noise_among(names)
        self.taken["class"] += len(noise)
        kept = [name for name in names if name not in drop and name not in noise]
        new = [*(name for name in first if name not in names), *kept, *(name for name in add if name not in names)]
        return None if new == names else _said(self.html, one, " ".join(new))


def _of_style(saved: Saved, names: list[str]) -> set[str]:
    """The classes that the server adds with a style."""
    found = set()
    if saved.aspect_ratio is not None:
        found.add("has-aspect-ratio")
    painted = any(one.endswith(("-background-color", "-gradient-background")) for one in names)
    if saved.background is not None and not painted:
        said = dict(declarations(saved.css))
        if "background" not in said and "background-color" not in said:
            found.add("has-background")
    return found


def _hints(token: Token, given: tuple[Attribute, ...]) -> list[Attribute]:
    """The attributes that tell a browser how to load an image, as `the_content` adds them."""
    if token.name == "iframe":
        return [one for one in given if one.name == "loading" and one.value == "lazy"]
    if token.name != "img" or not any(
        (one.name, one.value) in (("decoding", "async"), ("loading", "lazy")) for one in given
    ):
        return []
    values = {one.name: one.value or "" for one in given}
    if "wp-post-image" in values.get("class", ""):
        return []  # the featured image, which the server printed like this, and which stays
    names = {"decoding", "loading", "fetchpriority"}
    if "wp-image-" in values.get("class", ""):
        names |= {"srcset", "sizes"}
        names |= _printed_size(given, values.get("style", ""))
    return [one for one in given if one.name in names]


def has_printed_size(given: tuple[Attribute, ...]) -> bool:
    """Whether the server printed the size of an image: it stands before the address, an author's behind it."""
    return {one.name for one in takewhile(lambda one: one.name != "src", given)} >= {"width", "height"}


def _printed_size(given: tuple[Attribute, ...], style: str) -> set[str]:
    if has_printed_size(given):
        return {"width", "height"}
    return set() if re.search(r"(?:^|;)\s*(?:width|height)\s*:", style) else {"width", "height"}


def _before(html: str, start: int) -> int:
    """Where the blanks before an attribute begin."""
    while html[start - 1] in " \t\r\n\f":
        start -= 1
    return start


def _said(html: str, one: Attribute, value: str) -> Edit:
    """An edit that gives an attribute another value; without any it goes."""
    if not value:
        return Edit(_before(html, one.start), one.end)
    quoted = value.replace("&", "&amp;").replace('"', "&quot;").replace("<", "&lt;")
    return Edit(one.start, one.end, f'{one.name}="{quoted}"')
