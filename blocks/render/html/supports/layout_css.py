"""The rules of CSS that a layout needs beside those that every page has (`wp_get_layout_style()`)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Final

from blocks.formatting import php
from blocks.formatting.css_filter import safecss_filter_attr
from blocks.theme.gaps import gap_value
from blocks.theme.style_engine import get_styles
from blocks.theme.style_rules import CssRule

_ALIGNED: Final = ":where(:not(.alignleft):not(.alignright):not(.alignfull))"
_JUSTIFIED: Final = {"left": "flex-start", "right": "flex-end", "center": "center"}
_ALIGNED_DOWN: Final = {"top": "flex-start", "center": "center", "bottom": "flex-end"}


@dataclass(frozen=True, slots=True)
class Gap:
    """The space between the blocks inside: what a block says, and what its type and the theme make of it."""

    value: Any
    is_supported: bool
    is_skipped: bool
    fallback: Any


def layout_rules(selector: str, layout: Any, gap: Gap, spacing: Any) -> Iterator[CssRule]:
    """The rules of a layout for the container that `selector` selects; `spacing` is the block's `style.spacing`."""
    kind = php.get(layout, "type", default="default")
    if kind in ("default", None):
        yield from _vertical_gap(selector, gap)
    elif kind == "constrained":
        yield from _constrained(selector, layout, gap, spacing)
    elif kind == "flex":
        yield from _flex(selector, layout, gap)
    elif kind == "grid":
        yield from _grid(selector, layout, gap)


def _vertical_gap(selector: str, gap: Gap) -> Iterator[CssRule]:
    value = php.get(gap.value, "top") if isinstance(gap.value, dict | list) else gap.value
    if gap.is_supported and value is not None and not gap.is_skipped:
        yield CssRule(f"{selector} > *", {"margin-block-start": "0", "margin-block-end": "0"})
        yield CssRule(f"{selector} > * + *", {"margin-block-start": gap_value(value), "margin-block-end": "0"})


def _constrained(selector: str, layout: Any, gap: Gap, spacing: Any) -> Iterator[CssRule]:
    content, wide = (php.get(layout, key, default="") for key in ("contentSize", "wideSize"))
    justified = php.get(layout, "justifyContent", default="center")
    left, right = ("0 !important" if justified == side else "auto !important" for side in ("left", "right"))
    if php.is_true(content) or php.is_true(wide):
        all_width = content if php.is_true(content) else wide
        wide_width = wide if php.is_true(wide) else content
        yield CssRule(
            f"{selector} > {_ALIGNED}",
            {"max-width": _width(all_width), "margin-left": left, "margin-right": right},
        )
        yield CssRule(f"{selector} > .alignwide", {"max-width": _width(wide_width)})
        yield CssRule(f"{selector} .alignfull", {"max-width": "none"})
    if spacing is not None:
        declared = get_styles({"spacing": spacing}).declarations
        for side in ("right", "left"):
            padding = declared.get(f"padding-{side}")
            if padding is not None:
                width = "0px" if padding == "0" else php.text(padding)
                yield CssRule(f"{selector} > .alignfull", {f"margin-{side}": f"calc({width} * -1)"})
    if justified in ("left", "right"):
        yield CssRule(f"{selector} > {_ALIGNED}", {f"margin-{justified}": "0 !important"})
    yield from _vertical_gap(selector, gap)


def _width(value: Any) -> str:
    """A width as one declaration's value can be, no rule behind it."""
    return safecss_filter_attr(php.text(value).split(";")[0])


def _flex(selector: str, layout: Any, gap: Gap) -> Iterator[CssRule]:
    is_row = php.get(layout, "orientation") in (None, "horizontal")
    justified = _JUSTIFIED | ({"space-between": "space-between"} if is_row else {"stretch": "stretch"})
    aligned = _ALIGNED_DOWN | ({"stretch": "stretch"} if is_row else {"space-between": "space-between"})
    if php.get(layout, "flexWrap") == "nowrap":
        yield CssRule(selector, {"flex-wrap": "nowrap"})
    yield from _gap(selector, gap)
    across, down = php.get(layout, "justifyContent"), php.get(layout, "verticalAlignment")
    across = justified.get(across) if isinstance(across, str) else None
    down = aligned.get(down) if isinstance(down, str) else None
    if is_row:
        if across is not None:
            yield CssRule(selector, {"justify-content": across})
        if down is not None:
            yield CssRule(selector, {"align-items": down})
    else:
        yield CssRule(selector, {"flex-direction": "column"})
        yield CssRule(selector, {"align-items": across or "flex-start"})
        if down is not None:
            yield CssRule(selector, {"justify-content": down})


def _grid(selector: str, layout: Any, gap: Gap) -> Iterator[CssRule]:
    count, width = php.get(layout, "columnCount"), php.get(layout, "minimumColumnWidth")
    if php.is_true(count):
        yield CssRule(selector, {"grid-template-columns": f"repeat({php.text(count)}, minmax(0, 1fr))"})
    else:
        least = php.text(width) if php.is_true(width) else "12rem"
        columns = f"repeat(auto-fill, minmax(min({least}, 100%), 1fr))"
        yield CssRule(selector, {"grid-template-columns": columns, "container-type": "inline-size"})
    yield from _gap(selector, gap)


def _gap(selector: str, gap: Gap) -> Iterator[CssRule]:
    """The gap of flex and grid layouts: one value, or one for the rows and one for the columns."""
    if not gap.is_supported or gap.value is None or gap.is_skipped:
        return
    values = [gap.value]
    if isinstance(gap.value, dict | list):
        values = [php.get(gap.value, side) for side in ("top", "left")]
        values = [gap.fallback if value is None else value for value in values]
    yield CssRule(selector, {"gap": php.trim(" ".join(php.text(gap_value(value)) for value in values))})
