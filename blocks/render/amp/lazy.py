"""Pictures that a script would load once they come into view: their address waits in an attribute of plugins.

Plugins for WordPress and themes print `<img src="stand-in.gif" data-src="photo.jpg">`, and often behind it a copy in
`<noscript>`. AMP loads pictures when they are near by itself, so the waiting address takes its place.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from blocks.fragment import Attribute, Token
from blocks.render.amp import urls

ADDRESSES: Final = ("data-src", "data-lazy-src", "data-original")
_SETS: Final = ("data-srcset", "data-lazy-srcset", "data-original-set")
_SIZES: Final = ("data-sizes", "data-lazy-sizes")
_NAMES: Final = frozenset((*ADDRESSES, *_SETS, *_SIZES))
_LONGEST: Final = 12  # tokens of a copy
_OF_COPY: Final = frozenset(("iframe", "img", "picture", "source"))


def resolved(attributes: tuple[Attribute, ...]) -> tuple[Attribute, ...]:
    """The attributes of an `<img>` with what waits in them at its place; those without an address as they are.

    `data-original` counts only where `src` shows nothing: it may be the file that a smaller picture was made of.
    """
    waiting = {one.name: one for one in attributes if one.name in _NAMES and (one.value or "").strip()}
    if not waiting:
        return attributes
    source = next((one.value or "" for one in attributes if one.name == "src"), "").strip().lower()
    shows = bool(source) and not source.startswith(("data:", "about:"))
    names = ADDRESSES[:2] if shows else ADDRESSES
    address = next((waiting[name] for name in names if name in waiting and _is_address(waiting[name])), None)
    candidates = next((waiting[name] for name in _SETS if name in waiting), None)
    if address is None and candidates is None:
        return attributes
    sizes = next((waiting[name] for name in _SIZES if name in waiting and waiting[name].value != "auto"), None)
    made = {"src": address, "srcset": candidates, "sizes": sizes}
    found = {name: one for name, one in made.items() if one is not None}
    kept = [
        one for one in attributes
        if one.name not in found and one.name not in _NAMES and not _stands_in(one, candidates is not None)
    ]  # fmt: skip
    return (*(replace(one, name=name) for name, one in found.items()), *kept)


def _is_address(one: Attribute) -> bool:
    return urls.is_valid(one.value or "", urls.IMAGE)


def _stands_in(one: Attribute, is_set: bool) -> bool:
    """Whether an attribute shows a stand-in: `src` where candidates are known, any `srcset` of the same kind."""
    text = (one.value or "").strip().lower()
    return one.name in ("src", "srcset") and text.startswith(("data:", "about:")) and (is_set or one.name == "srcset")


def is_copy(found: Sequence[Token], index: int, end: int) -> bool:
    """Whether the `<noscript>` at `index`, which ends at `end`, has the same picture or frame as what is before it."""
    if end - index > _LONGEST or not any(token.name in ("iframe", "img") for token in found[index + 1 : end]):
        return False
    if any(token.name not in _OF_COPY and token.value.strip() for token in found[index + 1 : end]):
        return False
    for position in range(index - 1, max(index - 6, -1), -1):
        token = found[position]
        if token.kind == "start" and token.name in ("iframe", "img"):
            return _waits(token)
        if token.value.strip() and not (token.kind == "end" and token.name in ("iframe", "picture")):
            return False
    return False


def _waits(token: Token) -> bool:
    if token.name == "img":
        return resolved(token.attributes) is not token.attributes
    return any(token.get(name) for name in ADDRESSES)
