"""What is rendered to AMP to see whether it is valid: documents that there are, with the options of their formats.

`all_trials()` lists them, `pages()` renders one: as a page, and as a fragment in a page of its components alone.
"""

from __future__ import annotations

import re
import traceback
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import blocks
from blocks.render.amp import rules
from blocks.sources import formats
from tests import cases, corpus, wordpress
from tests.amp.hostile import hostile
from tests.amp.validator import PROJECT, Page

OWN = PROJECT / "tests" / "conformance_data"
VARIANTS = ("plain", "site", "content", "rich")
"""How each input of a corpus is rendered: without anything, as WordPress's answer was made, with the filters of
`the_content` too, and with the options that AMP has of its own."""
FAILED = "RAISED"
_SCRIPT = re.compile(r'<script async custom-(?:element|template)="[^"]*" src="[^"]*"></script>')
_FENCED = re.compile(r"^```\w*\n(.*?)^```", re.MULTILINE | re.DOTALL)
_MINIMAL = """<!doctype html><html amp><head><meta charset="utf-8">
<script async src="https://cdn.ampproject.org/v0.js"></script>{scripts}<link rel="canonical" href="#">
<meta name="viewport" content="width=device-width">{boilerplate}</head><body>
{fragment}
</body></html>"""
_BOILERPLATE = re.compile(r"<style amp-boilerplate>.*?</noscript>", re.DOTALL)

Source = str | bytes | blocks.Post | blocks.Document


@dataclass(frozen=True)
class Trial:
    """A document to render, and how; `source` and `options` are made where they are needed."""

    name: str
    make: Callable[[], tuple[Source, dict[str, Any]]]


@dataclass
class Rendered:
    """What a trial gave: its pages, or what was raised."""

    pages: list[Page] = field(default_factory=list)
    raised: str | None = None


def rendered(trial: Trial) -> Rendered:
    """The page of a trial, and its fragment in a minimal page. Whatever it does to the library is told, not raised."""
    try:
        source, options = trial.make()
        page = blocks.render(source, "amp", **options)
        fragment = blocks.render(source, "amp", fragment=True, **options)
    except Exception as error:  # noqa: BLE001 - that is what we came to see
        place = traceback.extract_tb(error.__traceback__)[-1]
        said = f"{type(error).__name__}: {str(error)[:300]} ({Path(place.filename).name}:{place.lineno})"
        return Rendered(raised=said)
    return Rendered([Page(trial.name, page), Page(f"{trial.name} fragment", around(fragment, page))])


def around(fragment: str, page: str) -> str:
    """A fragment in a page with nothing but the scripts of the components that its whole page names."""
    boilerplate = _BOILERPLATE.search(page)
    return _MINIMAL.format(
        scripts="".join(_SCRIPT.findall(page)),
        boilerplate=boilerplate[0] if boilerplate is not None else "",
        fragment=fragment,
    )


# ------------------------------------------------------------------------------------------------------------ documents


def corpus_trials(folder: Path, variants: tuple[str, ...] = VARIANTS) -> Iterator[Trial]:
    """Each input of a corpus in each variant."""
    for path in corpus.inputs(folder):
        place = path.parent.relative_to(folder).as_posix()
        for variant in variants:
            name = f"{place if place != '.' else folder.name} {variant}/{path.stem}"
            yield Trial(name, lambda path=path, variant=variant: (path.read_bytes(), _options(path, folder, variant)))  # type: ignore[misc]


def _options(path: Path, folder: Path, variant: str) -> dict[str, Any]:
    if variant == "plain":
        return {}
    options = dict(wordpress.options(path, folder))
    if variant == "content":
        options["filters"] = "the_content"
    if variant == "rich":
        options |= {"img": "amp", "gallery": "carousel"}
    return options


def example_trials() -> Iterator[Trial]:
    """The example posts, the inputs of all cases, and what the documentation shows."""
    for path in sorted((PROJECT / "examples" / "posts").iterdir()):
        for number, post in enumerate(formats.read(path.read_bytes())):
            yield _given(f"examples/{path.name}#{number}", post)
    for path in sorted(cases.FOLDER.rglob("*.txt")):
        for case in cases.read(path):
            yield _given(f"cases/{case.id}", case.source)
    for path in (PROJECT / "README.md", *sorted((PROJECT / "docs").glob("*.md"))):
        for number, text in enumerate(_FENCED.findall(path.read_text(encoding="utf-8"))):
            yield _given(f"docs/{path.name}#{number}", text)


def hostile_trials(count: int, first: int = 0) -> Iterator[Trial]:
    """Generated documents; another `first` gives others."""
    for number in range(first, first + count):
        yield Trial(f"hostile/{number}", lambda number=number: hostile(number))  # type: ignore[misc]


def rule_trials() -> Iterator[Trial]:
    """One for each element of the cleaning's tables, with each attribute that it may bear."""
    around = {
        **dict.fromkeys(("td", "th"), "<table><tbody><tr>{}</tr></tbody></table>"),
        **dict.fromkeys(("tbody", "thead", "tfoot", "caption", "colgroup"), "<table>{}</table>"),
        "tr": "<table><tbody>{}</tbody></table>",
        "col": "<table><colgroup>{}</colgroup></table>",
        **dict.fromkeys(("option", "optgroup"), "<select>{}</select>"),
        "summary": "<details>{}</details>",
    }
    values = {
        "src": "a.jpg",
        "target": "_top",
        "method": "get",
        "action": "#",
        "type": "text/html",
        "importance": "low",
        "referrerpolicy": "origin",
    }
    numbers = {"value", "start", "border"}
    for tag, own in rules.HTML.items():
        attributes = sorted((own | rules.GLOBAL | rules.ARIA) - {"style"})
        written = " ".join(f'{name}="{values.get(name, "1" if name in numbers else "")}"' for name in attributes)
        element = f"<{tag} {written} data-x>" + ("" if tag in rules.VOID else f"</{tag}>")
        yield _given(f"rules/{tag}", around.get(tag, "{}").format(element))
    for tag, own in rules.SVG.items():
        parent = rules.PARENT.get(tag) or min(rules.ANCESTOR.get(tag, {"g"}))
        written = " ".join(f'{name}="1"' for name in sorted(own - {"target"}))
        yield _given(f"rules/svg-{tag}", f"<svg><{parent}><{tag} {written} /></{parent}></svg>")


def _given(name: str, source: Source) -> Trial:
    return Trial(name, lambda: (source, {}))


def example_pages() -> Iterator[Page]:
    """The example posts, cases and snippets, rendered."""
    return (page for trial in example_trials() for page in rendered(trial).pages)


def rule_pages() -> Iterator[Page]:
    """The elements of the tables, rendered."""
    return (page for trial in rule_trials() for page in rendered(trial).pages)
