"""Rendered HTML back to block markup, with what could not be recovered and what rendering had added."""

from __future__ import annotations

import json
import re
from bisect import bisect_right
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final

from blocks.library import core_registry
from blocks.model.registry import Registry
from blocks.problems import Problem, Span
from blocks.sources.rendered.noise import Cleaner
from blocks.sources.rendered.plan import Page, Place
from blocks.sources.rendered.tree import Node, tree
from blocks.sources.rendered.writing import Writer

_DELIMITER: Final = re.compile(
    r"(?<=<!--)[ \t\n\v\f\r](?=[ \t\n\v\f\r]*+/?wp:[a-z][a-z0-9_-]*+(?:/[a-z][a-z0-9_-]*+)?[ \t\n\v\f\r]++(?:\{|/?-->))"
)
_FLOWS: Final = frozenset(("is-layout-flow", "is-layout-constrained"))
_ALIGNED: Final = frozenset(("alignleft", "aligncenter", "alignright"))


@dataclass(frozen=True, slots=True)
class Recovered:
    """Block markup that was recovered from rendered HTML.

    Its places are those of the markup; those of `problems` are places in the HTML. `noise` counts what rendering had
    added and the markup has not, by kind: the name of an attribute, `class`, `container`, `lightbox`, `player`.
    `images` has, by the address of each image, what was taken off it: width and height, `srcset`.
    `is_classic` says that a theme without a theme.json rendered it (the profile `classic`), as far as the HTML shows;
    `is_filtered` that it went through the filters of `the_content`.
    """

    markup: str
    problems: tuple[Problem, ...] = ()
    noise: Mapping[str, int] = field(default_factory=dict)
    images: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    is_classic: bool = False
    is_filtered: bool = False
    footnotes: str | None = None
    """The notes that stand below the text, as `Post.footnotes` has them; None where there are none."""


def recovered(html: str, *, registry: Registry | None = None, spaced: bool = False) -> Recovered:
    """The block markup that renders to `html`, as far as the HTML tells.

    Line breaks are those of the HTML, so that rendering gives them back; with `spaced` they are those that the editor
    writes around blocks, for markup that is to be read or saved.

    What is no block that a rule knows becomes core/html with its exact bytes. Nothing raises but misuse: TypeError for
    anything but a `str`.
    """
    if not isinstance(html, str):
        raise TypeError(f"recovered() takes HTML as a str, not {type(html).__name__}; decode bytes first")
    report = _Report(html)
    text = _DELIMITER.sub(lambda found: report.delimiter(found.start()), html) if "wp:" in html else html
    cleaner = Cleaner(text)
    root = tree(text)
    page = Page(
        text,
        core_registry() if registry is None else registry,
        cleaner,
        report.kept,
        report.replaced,
        is_classic=_is_classic(root),
    )
    markup = Writer(page, root, spaced).written()
    problems = tuple(sorted(report.problems, key=lambda problem: problem.span.start))
    noise = {name: count for name, count in sorted(cleaner.taken.items()) if count}
    is_filtered = any(name in noise for name in ("decoding", "srcset", "fetchpriority"))
    return Recovered(markup, problems, noise, cleaner.hints, page.is_classic, is_filtered, _footnotes(root, text))


def _footnotes(root: Node, html: str) -> str | None:
    """The notes of the list that the block core/footnotes prints, each without the link back to its mark."""
    if "wp-block-footnotes" not in html:
        return None
    notes = next((one for one in root.walk() if one.name == "ol" and "wp-block-footnotes" in one.classes), None)
    found: list[dict[str, str]] = []
    for item in notes.elements if notes is not None else ():
        id, inner = item.get("id"), item.elements
        if item.name == "li" and id:
            is_back = bool(inner) and inner[-1].name == "a" and inner[-1].get("href") == f"#{id}-link"
            end = inner[-1].start if is_back else item.inner_end
            found.append({"content": html[item.inner_start : end].strip(), "id": id})
    return json.dumps(found, ensure_ascii=False, separators=(",", ":")) if found else None


def _is_classic(root: Node) -> bool:
    """Whether images and groups have containers, as in themes without a theme.json.

    Older editors saved such containers, too; there, other images or groups show a theme that makes none.
    """
    found = False
    for node in root.walk():
        if node.token is None or "wp-block-" not in node.token.value:
            continue
        names = node.classes
        if "wp-block-image" in names:
            if node.name == "figure" and _ALIGNED.intersection(names):
                return False
            found = found or (
                node.name == "div"
                and any(
                    _ALIGNED.intersection(one.classes) and "wp-block-image" not in one.classes for one in node.elements
                )
            )
        elif "wp-block-group__inner-container" in names:
            found = found or "is-layout-constrained" in names  # no older editor had such layouts
        elif "wp-block-group" in names and not _FLOWS.isdisjoint(names):
            return False
    return found


class _Report:
    """Collects problems, and knows lines: places are asked for in any order."""

    def __init__(self, html: str) -> None:
        self._html = html
        self._lines: list[int] | None = None
        self.problems: list[Problem] = []

    def kept(self, place: Place, message: str) -> None:
        """HTML that is kept as it is."""
        self._add(place.start, place.end, message)

    def replaced(self, place: Place, message: str) -> None:
        """HTML in whose place stands something else."""
        self._add(place.start, place.end, message, "replaced-content")

    def delimiter(self, place: int) -> str:
        """A delimiter in what should be rendered: it must not become one again."""
        start = place - len("<!--")
        end = self._html.find("-->", place)
        message = "a block delimiter stands in rendered HTML; it was kept as a comment that means nothing"
        self._add(start, len(self._html) if end < 0 else end + 3, message)
        return "-"

    def _add(self, start: int, end: int, message: str, code: str = "unrecovered-html") -> None:
        if self._lines is None:
            self._lines = [0, *(found.end() for found in re.finditer("\n", self._html))]
        line = bisect_right(self._lines, start)
        column = start - self._lines[line - 1] + 1
        self.problems.append(Problem(code, message, Span(start, end, line, column)))
