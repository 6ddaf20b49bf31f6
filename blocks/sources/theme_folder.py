"""The folder of a block theme: its templates, template parts and patterns, a post for each file.

    templates/*.html                 wp_template        (block-templates/ in older themes)
    parts/*.html                     wp_template_part   (block-template-parts/)
    patterns/*.php                   wp_block           its PHP read without PHP, as `blocks.Theme` does

The slug of a template is its path below its folder, without the ending; that of a pattern is in its header,
as its title is. What is left out of a pattern is told as a warning before it.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Final

from blocks.errors import SourceError
from blocks.sources.facts import Place, SourceProblem
from blocks.sources.post import PUBLIC, Post
from blocks.sources.streams import whole
from blocks.sources.values import plain

_FOLDERS: Final = (
    ("wp_template", ("templates", "block-templates"), ".html"),
    ("wp_template_part", ("parts", "block-template-parts"), ".html"),
    ("wp_block", ("patterns",), ".php"),
)


def is_theme(folder: Path) -> bool:
    """Whether a folder has the templates, parts or patterns of a block theme."""
    return any((folder / name).is_dir() for _, names, _ in _FOLDERS for name in names)


def read(folder: Path) -> Iterator[Post | SourceProblem]:
    """A post for each file, templates first, in the order of their paths. SourceError where there is none."""
    if not folder.is_dir():
        raise SourceError(f"{folder} is no folder of a theme")
    if not is_theme(folder):
        raise SourceError(f"{folder} is no folder of a block theme: it has no templates/, parts/ or patterns/")
    for kind, names, ending in _FOLDERS:
        below = next((folder / name for name in names if (folder / name).is_dir()), None)
        for path in sorted(below.rglob(f"*{ending}")) if below is not None else ():
            place = Place(source="theme", file=path.relative_to(folder).as_posix())
            if not path.is_file():
                continue
            try:
                with path.open("rb") as stream:
                    content = whole(stream, "this file")
            except (OSError, SourceError) as error:
                yield SourceProblem(getattr(error, "strerror", None) or str(error), place)
                continue
            if kind == "wp_block":
                yield from _pattern(content, place)
            else:
                slug = path.relative_to(below or folder).with_suffix("").as_posix()
                yield Post(content, type=kind, slug=slug, status=PUBLIC, source=place)


def _pattern(content: bytes, place: Place) -> Iterator[Post | SourceProblem]:
    from blocks.theme.pattern_files import filled, header, read_pattern
    from blocks.theme.pattern_php import Addresses

    text = content.decode("utf-8", "surrogateescape")
    slug, markup, problems = read_pattern(text)
    if addresses := markup.count("<?"):
        problems.append(
            f"an address of the theme or the site is left out (places: {addresses}), which the folder does not say"
        )
    for problem in problems:
        yield SourceProblem(problem, place, level="warning" if slug else "error")
    if slug:
        found = filled(markup, Addresses()).strip().encode("utf-8", "surrogateescape")
        title = plain(header(text, "Title"))
        yield Post(found, type="wp_block", slug=slug, title=title, status=PUBLIC, source=place)
