"""Names and attributes that blocks had in older versions of WordPress (`convertLegacyBlockNameAndAttributes()`)."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from blocks.fragment.javascript import whole_number

# Blocks that have another name today.
_RENAMED: Final = {
    "core/cover-image": "core/cover",
    "core/text": "core/paragraph",
    "core/cover-text": "core/paragraph",
    "core/post-comment-author": "core/comment-author-name",
    "core/post-comment-content": "core/comment-content",
    "core/post-comment-date": "core/comment-date",
    "core/comments-query-loop": "core/comments",
    "core/post-comments": "core/comments",
}
_SOCIAL_LINK: Final = "core/social-link-"
_EMBED: Final = "core-embed/"
_RENAMED_PROVIDERS: Final = {"speaker": "speaker-deck", "polldaddy": "crowdsignal"}
_NOT_RESPONSIVE: Final = frozenset({"amazon-kindle", "wordpress"})
_COMMENTS_CLASS: Final = "wp-block-comments-query-loop"


def current_name(name: str) -> str:
    """The name that a block has today: `core/cover` for `core/cover-image`; any other name as it is."""
    if name.startswith(_SOCIAL_LINK):
        return "core/social-link"
    if name.startswith(_EMBED):
        return "core/embed"
    return _RENAMED.get(name, name)


def attributes(name: str | None, said: Mapping[str, Any]) -> Mapping[str, Any]:
    """A delimiter's attributes as they are said today, for a block of the (older) name."""
    if name is None:
        return said
    changed: dict[str, Any] = {}
    if name.startswith(_SOCIAL_LINK):
        changed["service"] = name.removeprefix(_SOCIAL_LINK)
    elif name.startswith(_EMBED):
        provider = name.removeprefix(_EMBED)
        changed["providerNameSlug"] = _RENAMED_PROVIDERS.get(provider, provider)
        if provider not in _NOT_RESPONSIVE:
            changed["responsive"] = True
    elif name == "core/comments-query-loop":
        classes = said.get("className", "")
        if isinstance(classes, str) and _COMMENTS_CLASS not in classes:
            changed["className"] = f"{_COMMENTS_CLASS} {classes}"
    elif name == "core/post-comments":
        changed["legacy"] = True
    if "layout" in said or "style" in said:
        changed.update(_grid_numbers(said))
    return {**said, **changed} if changed else said


def _grid_numbers(said: Mapping[str, Any]) -> dict[str, Any]:
    """Columns and rows of grids, which WordPress 6.3 to 6.6 wrote as strings."""
    changed: dict[str, Any] = {}
    layout, style = said.get("layout"), said.get("style")
    if isinstance(layout, dict) and layout.get("type") == "grid" and isinstance(layout.get("columnCount"), str):
        changed["layout"] = {**layout, "columnCount": whole_number(layout["columnCount"])}
    child = style.get("layout") if isinstance(style, dict) else None
    if isinstance(child, dict):
        spans = {key: whole_number(child[key]) for key in ("columnSpan", "rowSpan") if isinstance(child.get(key), str)}
        if spans:
            kept = {key: value for key, value in {**child, **spans}.items() if key not in spans or value is not None}
            changed["style"] = {**said["style"], "layout": kept}
    return changed
