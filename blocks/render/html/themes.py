"""The theme with what it needs to know of block types: their selectors, supports and style variations."""

from __future__ import annotations

from functools import cache, lru_cache
from typing import Any, Final

from blocks.model.registry import Registry
from blocks.render.html.rules import DRAWN
from blocks.render.html.server_type import types_of
from blocks.theme import Theme

_FIRST: Final = ("core/legacy-widget", "core/widget-group")
_DYNAMIC: Final = DRAWN.keys() | {"core/page-list-item"}


@cache
def plain_theme(kind: str) -> Theme:
    """A theme that adds nothing to what WordPress itself sets: `block` has a theme.json, `classic` has none."""
    return Theme.classic() if kind == "classic" else Theme.block()


def with_types(theme: Theme, registry: Registry) -> Theme:
    """The theme where the types of a registry are known; made once for each two."""
    return theme if theme.facts is not None else _with_types(theme, registry, len(registry))


@lru_cache(maxsize=16)
def _with_types(theme: Theme, registry: Registry, size: int) -> Theme:
    del size  # a registry that grew is another one
    types = types_of(registry)
    names = {one.type_name for one in registry if one.type_name is not None} | set(_FIRST)
    known: dict[str, dict[str, Any]] = {}
    for name in sorted(names, key=lambda name: (name not in _FIRST, name not in _DYNAMIC, name)):
        type_ = types.get(name)
        if type_ is not None:
            styles = [{"name": style} for style in type_.block_type.block_json.styles]
            known[name] = {"selectors": type_.selectors, "supports": type_.supports, "styles": styles}
    return theme.with_blocks(known)
