"""What the class of a layout's container tells: it is a hash of the layout and of the gap, which the HTML does not say.

WordPress names the container by the first eight digits of the MD5 of what its rules depend on
(`wp_get_layout_style()`, `wp_unique_id_from_values()`): the attribute `layout`, the gap, and `style.spacing`. So what
an author is likely to have chosen can be tried: how items are aligned across, the gaps of the editor's presets and
common lengths, widths of content, columns of grids. Tries are counted, so that a page of hashes costs no more than a
few.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from hashlib import md5
from itertools import chain, islice, permutations, product
from json import dumps, loads
from typing import Any, Final

from blocks.formatting.php import json_encode

_MOST_TRIES: Final = 25_000
_MOST_OF_A_PAGE: Final = 60_000

_PRESETS: Final = [
    f"var:preset|spacing|{size}"
    for size in (*range(20, 90, 10), 10, 0, "xx-small", "x-small", "small", "medium", "large", "x-large", "xx-large")
]
_LENGTHS: Final = [
    *(f"{n}px" for n in range(1, 65)), "0", "0px", "0rem", "0em",
    *(f"{n / 4:g}{unit}" for unit in ("rem", "em") for n in range(1, 25)),
    *(f"{n / 10:g}{unit}" for unit in ("rem", "em") for n in range(1, 21)),
    *(f"{n}{unit}" for unit in ("vw", "vh", "%") for n in range(1, 11)),
    *(f"{n}px" for n in (70, 72, 75, 80, 90, 96, 100, 120)),
]  # fmt: skip
_PRESET_GAPS: Final = [(f'"{one}"', one) for one in _PRESETS]
_LENGTH_GAPS: Final = [(f'"{one}"', one) for one in _LENGTHS]
_ACROSS: Final = (None, "center", "top", "bottom", "stretch", "space-between")
_WIDTHS: Final = [
    *(f"{n}px" for n in range(100, 1610, 10)),
    *(f"{n}rem" for n in range(10, 101)),
    *(f"{n}%" for n in range(10, 101, 5)),
    *(f"{n}vw" for n in range(10, 101, 5)),
]
_COLUMNS: Final = [
    *(f"{n}rem" for n in range(4, 41)),
    *(f"{n}px" for n in range(50, 601, 10)),
    *(f"{n / 2:g}rem" for n in range(5, 61, 2)),
]

Solved = tuple[dict[str, Any] | None, Any]
"""The attribute `layout`, None where there is none, and `style.spacing` with the gap in it."""


@dataclass(slots=True)
class Layouts:
    """Finds the layouts of a page, as long as it has not taken too many tries."""

    tries: int = 0
    has_gaps: bool | None = None
    """Whether the theme has gaps, which the hashes depend on; None before one was found."""

    def solved(
        self, digits: str, layout: dict[str, Any] | None, default: Any, spacing: dict[str, Any] | None, fallback: Any
    ) -> Solved | None:
        """The layout and spacing whose hash `digits` are, given what the HTML tells; None where none was found.

        `default` is the layout of a block that says none, `fallback` the gap that the type stands in for one side.
        """
        question = dumps([layout, default, spacing, fallback])
        for has_gaps in (True, False) if self.has_gaps is None else (self.has_gaps,):
            if self.tries >= _MOST_OF_A_PAGE:
                return None
            tries, found = _solved(digits, question, has_gaps)
            self.tries += tries
            if found is not None:
                self.has_gaps = has_gaps
                return loads(found)[0], loads(found)[1]
        return None

    def child(self, digits: str) -> dict[str, Any] | None:
        """The attribute `style.layout` of a block whose place in the layout around has this hash; None if unknown."""
        found = _places().get(digits)
        return None if found is None else dict(found)


@lru_cache(maxsize=4096)
def _solved(digits: str, question: str, has_gaps: bool) -> tuple[int, str | None]:
    """How many tries it took, and what was found, as JSON; pages of one site ask the same again and again."""
    layout, default, spacing, fallback = loads(question)
    supported = dumps(has_gaps)
    rest = f",false,{json_encode(fallback)},"
    tries = 0
    for said, gap, space in islice(_candidates(layout, default, spacing or {}), _MOST_TRIES):
        tries += 1
        text = f"[{said.json},{supported},{gap}{rest}{space.json}]"
        if md5(text.encode(), usedforsecurity=False).hexdigest()[:8] == digits:
            return tries, dumps([said.value, space.value])
    return tries, None


@cache
def _places() -> dict[str, dict[str, Any]]:
    """The places in layouts that authors choose, by their hashes."""
    found: dict[str, dict[str, Any]] = {}
    for value, parent in _children():
        text = json_encode({"layout": value, "parentLayout": parent}) or ""
        found.setdefault(md5(text.encode(), usedforsecurity=False).hexdigest()[:8], value)
    return found


@dataclass(frozen=True, slots=True)
class _Said:
    """A value, and its JSON as PHP writes it."""

    value: Any
    json: str


def _said(value: Any, hashed: Any = None) -> _Said:
    return _Said(value, json_encode(value if hashed is None else hashed) or "null")


Candidate = tuple[_Said, str, _Said]


def _candidates(layout: dict[str, Any] | None, default: Any, spacing: dict[str, Any]) -> Iterator[Candidate]:
    """What may have been said, the likely first."""
    near = list(_near(layout, default))
    yield from _with_gaps(near, spacing, [("null", None), *_PRESET_GAPS, *_LENGTH_GAPS])
    far = list(_far(layout))
    yield from _with_gaps(far, spacing, [("null", None)])
    yield from _with_gaps(near, spacing, _both([*_PRESETS[:7], "0", "0px"]))
    yield from _with_gaps(far, spacing, _PRESET_GAPS[:7])
    yield from _with_gaps(near, spacing, _both([*_LENGTHS[:64:4], "0", "1rem", "2rem", "1em", "2em"]))


def _with_gaps(layouts: list[_Said], spacing: dict[str, Any], gaps: Iterable[tuple[str, Any]]) -> Iterator[Candidate]:
    for json, gap in gaps:
        for space, said in product(_spacings(spacing, gap), layouts):
            yield said, json, space


def _both(lengths: list[str]) -> Iterator[tuple[str, Any]]:
    """Gaps that are one between rows and another between columns."""
    for one, other in product(lengths, repeat=2):
        for value in ({"top": one, "left": other}, {"left": other, "top": one}):
            yield json_encode(value) or "", value


def _spacings(spacing: dict[str, Any], gap: Any) -> list[_Said]:
    """The attribute `style.spacing` with a gap, its keys in the orders in which editors wrote them."""
    whole = {**spacing, **({"blockGap": gap} if gap is not None else {})}
    if not whole:
        return [_Said(None, "null")]
    sided = [whole, *({key: _sides(value, order) for key, value in whole.items()} for order in _SIDES)]
    out = {}
    for one in sided:
        for order in permutations(one):
            value = {key: one[key] for key in order}
            out[json_encode(value) or ""] = value
    return [_Said(value, json) for json, value in out.items()]


_SIDES: Final = (
    ("top", "bottom", "left", "right"),
    ("right", "left", "top", "bottom"),
    ("top", "bottom", "right", "left"),
    ("left", "right", "top", "bottom"),
)
"""Orders in which editors wrote sides, beside that of CSS."""


def _sides(value: Any, order: tuple[str, ...]) -> Any:
    """Sides in another order; a gap as it is."""
    return {side: value[side] for side in order if side in value} if isinstance(value, dict) else value


def _children() -> Iterator[tuple[dict[str, Any], dict[str, Any]]]:
    """Places in a layout, and what the layout around says of its columns."""
    for value in (
        {"selfStretch": "fill", "flexSize": None},
        {"selfStretch": "fill"},
        {"flexSize": None, "selfStretch": "fill"},
    ):
        yield value, {}
    for size in (*_WIDTHS, *_LENGTHS):
        yield {"selfStretch": "fixed", "flexSize": size}, {}
        yield {"flexSize": size, "selfStretch": "fixed"}, {}
    parents: list[dict[str, Any]] = [{}, *({"columnCount": count} for count in range(1, 17))]
    parents += [{"minimumColumnWidth": width} for width in _COLUMNS[:60]]
    for parent in parents:
        for span in range(1, 13):
            yield {"columnSpan": span}, parent
            yield {"rowSpan": span}, parent
            for rows in range(1, 5):
                yield {"columnSpan": span, "rowSpan": rows}, parent
                yield {"rowSpan": rows, "columnSpan": span}, parent


def _near(layout: dict[str, Any] | None, default: Any) -> Iterator[_Said]:
    """Layouts that print the classes that are there, and say what no class does."""
    if layout is None:
        yield _said(None, default)
        layout = default if isinstance(default, dict) and default else {"type": "default"}
    kind = layout.get("type")
    for base in _wrapped(layout):
        for across in _ACROSS if kind == "flex" else (None,):
            yield from _ordered({**base, **({"verticalAlignment": across} if across else {})})
    if kind == "constrained":
        rest = {key: value for key, value in layout.items() if key != "type"}
        yield _said({"inherit": True, **rest}, {"inherit": True, **rest, "type": "constrained"})
        yield _said({"inherit": True, **layout})
        yield _said({"inherit": False, **layout})
        yield from _ordered({**layout, "contentSize": ""})
        yield from _ordered({**layout, "contentSize": "", "wideSize": ""})
    if kind == "default":
        yield _said({"inherit": False})
        yield _said({"type": "flow"})


def _wrapped(layout: dict[str, Any]) -> Iterable[dict[str, Any]]:
    """A row that wraps may say so, or say that it is a row."""
    yield layout
    if layout.get("type") == "flex" and "flexWrap" not in layout:
        yield {**layout, "flexWrap": "wrap"}


def _ordered(layout: dict[str, Any]) -> Iterator[_Said]:
    """A layout with its keys in any order, the type first before others."""
    rest = [key for key in layout if key != "type"]
    orders = chain((("type", *order) for order in permutations(rest)), ((*rest, "type"),) if rest else ())
    for order in orders:
        yield _said({key: layout[key] for key in order if key in layout})


def _far(layout: dict[str, Any] | None) -> Iterator[_Said]:
    """Layouts with widths and columns."""
    kind = (layout or {}).get("type")
    if layout is None:
        return
    if kind == "constrained":
        rest = {key: value for key, value in layout.items() if key != "type"}
        for width in _WIDTHS:
            yield _said({"type": "constrained", "contentSize": width, **rest})
            yield _said({"contentSize": width, **layout})
            yield _said({"contentSize": width, **rest}, {"contentSize": width, **rest, "type": "constrained"})
            yield _said({"type": "default", "contentSize": width}, {"type": "constrained", "contentSize": width})
            yield _said({**layout, "wideSize": width})
            yield _said({"type": "constrained", "contentSize": width, "wideSize": width, **rest})
            if rest:
                yield _said({**layout, "contentSize": width})
        for width in _WIDTHS[:151:5]:
            for wide in _WIDTHS[:151:5]:
                yield _said({"type": "constrained", "contentSize": width, "wideSize": wide, **rest})
    elif kind == "grid":
        for count in range(1, 17):
            yield _said({**layout, "columnCount": count})
            yield _said({**layout, "columnCount": count, "minimumColumnWidth": None})
        for width in _COLUMNS:
            yield _said({**layout, "minimumColumnWidth": width})
            yield _said({**layout, "columnCount": None, "minimumColumnWidth": width})
            yield _said({**layout, "minimumColumnWidth": width, "columnCount": None})
        for count, width in product(range(1, 7), _COLUMNS):
            yield _said({**layout, "columnCount": count, "minimumColumnWidth": width})
            yield _said({**layout, "minimumColumnWidth": width, "columnCount": count})
