"""The options that say where a document is drawn, a file or an object of JSON, read to what they hold."""

from __future__ import annotations

import os
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import replace
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from blocks.site import RenderContext, Site
    from blocks.theme import Theme

_FOLDERS = ("parts", "patterns", "styles", "templates", "block-template-parts", "block-templates")
"""What is read of a theme's folder beside its theme.json."""


def annotated() -> dict[str, Any]:
    """What the annotations of these options name, for the modules of renderers that take them."""
    from blocks.formatting.shortcodes import Shortcode
    from blocks.site import RenderContext, Site
    from blocks.theme import Theme

    return {"RenderContext": RenderContext, "Shortcode": Shortcode, "Site": Site, "Theme": Theme}


def prepared(options: Mapping[str, Any]) -> dict[str, Any]:
    """The options of a renderer with the files that they name read, for several renderings. SourceError as there."""
    opened: dict[str, Any] = {"site": opened_site, "request": opened_request, "theme_json": opened_theme}
    return {name: opened[name](value) if name in opened else value for name, value in options.items()}


def opened_site(given: str | Path | Mapping[str, Any] | Site | None) -> Site | None:
    """The site in a file, a folder, or an object in the form of docs/site.md. SourceError where there is none."""
    if isinstance(given, str | Path | Mapping):
        from blocks.site import MemorySite, open_site

        return MemorySite.from_json(given) if isinstance(given, Mapping) else open_site(given)
    return given


def opened_request(
    given: str | Path | Mapping[str, Any] | RenderContext | None, post: int | None = None
) -> RenderContext | None:
    """The context in a file or an object, with `post` as the current post. SourceError where there is none."""
    if given is None and post is None:
        return None
    from blocks.site import RenderContext

    if isinstance(given, str | Path | Mapping):
        given = RenderContext.from_json(given)
    return given if post is None else replace(given or RenderContext(), post=post)


def opened_theme(given: str | Path | Mapping[str, Any] | Theme | None) -> Theme | None:
    """The theme in a theme.json, a folder, or an object as a theme.json has. SourceError where there is none."""
    if isinstance(given, str | Path):
        return _loaded_theme(Path(given), _changed(Path(given)))
    if isinstance(given, Mapping):
        from blocks.theme import Theme

        return Theme.from_dict(given)
    return given


@lru_cache(maxsize=4)
def _loaded_theme(path: Path, changed: int) -> Theme:
    from blocks.theme import Theme

    del changed
    return Theme.load(path)


def _changed(path: Path) -> int:
    """When the files of a theme that are read were last changed, in nanoseconds; 0 where there are none."""
    newest = 0
    folders = [path / name for name in _FOLDERS]
    for file in (path, path / "theme.json", path / "style.css"):
        newest = max(newest, _changed_file(file))
    while folders:
        folder = folders.pop()
        changed = _changed_file(folder)  # a file that is gone, or came, changes its folder
        if not changed:
            continue
        newest = max(newest, changed)
        with suppress(OSError), os.scandir(folder) as entries:
            for entry in entries:
                if entry.is_dir(follow_symlinks=False):
                    folders.append(Path(entry.path))
                else:
                    newest = max(newest, _changed_file(entry))
    return newest


def _changed_file(file: Path | os.DirEntry[str]) -> int:
    try:
        return file.stat().st_mtime_ns
    except OSError:
        return 0
