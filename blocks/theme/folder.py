"""A theme from its folder: theme.json, `styles/`, `parts/`, `templates/`, `patterns/`."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from blocks.errors import SourceError
from blocks.model.attributes import invalid_because, read_as_php
from blocks.theme.pattern_files import read_pattern


def read_theme(path: Path) -> dict[str, Any]:
    """The fields of a `Theme` from a folder, or from a theme.json alone. Raises SourceError."""
    if path.is_file():
        return {"theme_json": read_json(path)}  # of the theme's slug it says nothing
    if not path.is_dir():
        raise SourceError(f"{path}: there is no such file or folder. Give a theme.json, or the folder of a theme.")
    stylesheet = path.resolve().name
    theme_json = path / "theme.json"
    found: dict[str, Any] = {"stylesheet": stylesheet, "has_theme_json": theme_json.is_file()}
    if found["has_theme_json"]:
        found["theme_json"] = read_json(theme_json)
    found["template_parts"] = _markup(path, "parts", "block-template-parts")
    found["templates"] = templates = _markup(path, "templates", "block-templates")
    found["is_block_theme"] = "index" in templates
    if not found["has_theme_json"] and not found["is_block_theme"] and not (path / "style.css").is_file():
        raise SourceError(
            f"{path}: this is no theme: it has neither theme.json nor style.css nor templates/index.html."
        )
    partials, looks = [], {}
    for file in _files(path / "styles", ".json"):
        raw = read_json(file)
        name = raw.get("title") if isinstance(raw.get("title"), str) and raw["title"] else file.stem
        if raw.get("blockTypes") is None:
            looks[name] = raw
        else:
            partials.append({**raw, "title": name})
    patterns: dict[str, str] = {}
    notes: list[str] = []
    losses: dict[str, str] = {}
    for file in _files(path / "patterns", ".php"):
        slug, markup, problems = read_pattern(read_text(file))
        told = [f"{file.relative_to(path).as_posix()}: {problem}" for problem in problems]
        notes += told
        if slug and slug not in patterns:
            patterns[slug] = markup
            if told:
                losses[slug] = "; ".join(told)
    return {
        **found,
        "partials": tuple(partials),
        "style_variations": looks,
        "patterns": patterns,
        "losses": losses,
        "notes": tuple(notes),
    }


def read_json(path: Path) -> dict[str, Any]:
    """A file's JSON object, its arrays as PHP has them. Raises SourceError, with the file and the reason."""
    raw = read_text(path)
    read = read_as_php(raw)
    if isinstance(read, dict) or (read == [] and raw.strip().startswith("{")):
        return read or {}
    reason = invalid_because(raw) if read is None else None
    raise SourceError(f"{path}: this is no JSON object{f': {reason}' if reason else ''}. A theme.json is one.")


def read_text(path: Path) -> str:
    """A file's text, bytes that are no UTF-8 as surrogates. Raises SourceError."""
    try:
        return path.read_bytes().decode("utf-8", "surrogateescape")
    except OSError as error:
        raise SourceError(f"{path}: the file cannot be read: {error.strerror}.") from error


def _files(folder: Path, ending: str) -> Iterator[Path]:
    """The files of a folder and those inside it, by path."""
    return (file for file in sorted(folder.rglob(f"*{ending}")) if file.is_file())


def _markup(theme: Path, *names: str) -> dict[str, str]:
    """The HTML files of the first of these folders that there is, by slug: their path without `.html`."""
    for name in names:
        folder = theme / name
        if folder.is_dir():
            return {
                file.relative_to(folder).with_suffix("").as_posix(): read_text(file) for file in _files(folder, ".html")
            }
    return {}
