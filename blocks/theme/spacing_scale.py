"""Sizes of spacing made from a scale: so many steps below and above a medium one."""

from __future__ import annotations

from typing import Any, Final

from blocks.formatting import php
from blocks.theme.arrays import items, mapping

_MEDIUM: Final = 50  # the slug of the medium step; the others are ten apart
_MOST_STEPS: Final = 10_000  # WordPress has no limit but memory
_NO_UNIT = str.maketrans("", "", "\"'<>&%/\\ .")


def spacing_sizes(scale: Any) -> list[dict[str, Any]]:
    """The presets that a `spacingScale` stands for; none where it is not whole (`compute_spacing_sizes()`)."""
    scale = mapping(scale)
    steps, medium, increment = scale.get("steps"), scale.get("mediumStep"), scale.get("increment")
    operator, unit = scale.get("operator"), scale.get("unit")
    if not (php.is_numeric(steps) and php.is_numeric(medium) and php.is_numeric(increment)):
        return []
    if (type(steps) is int and steps == 0) or not _is_operator(operator) or unit is None:
        return []
    unit = "%" if unit == "%" else php.lower(php.text(unit).translate(_NO_UNIT))
    factor = php.number(increment)
    if operator == "*" and factor == 0:
        return []  # WordPress divides by it, and dies
    many = min(php.number(steps), _MOST_STEPS)
    middle = php.php_round(many / 2)
    below, remainder = _below(php.number(medium), factor, operator, unit, many, middle)
    above = _above(php.number(medium), factor, operator, unit, many - middle + remainder)
    return [*reversed(below), _size("Medium", _MEDIUM, php.text(medium) + unit), *above]


def merged_sizes(base: list[dict[str, Any]], incoming: Any) -> Any:
    """The sizes of a scale with those given one by one, in the order of their slugs (`merge_spacing_sizes()`)."""
    if not base:
        return incoming
    merged = {php.text(size.get("slug")): size for size in (*base, *items(incoming))}
    return [merged[slug] for slug in sorted(merged, key=php.number)]


def _is_operator(value: Any) -> bool:
    return isinstance(value, str) and value in {"+", "*"}


def _below(
    step: float, factor: float, operator: str, unit: str, many: float, middle: float
) -> tuple[list[dict[str, Any]], float]:
    """The sizes under the medium one, the largest first, and how many would be less than nothing."""
    out: list[dict[str, Any]] = []
    left, count, slug = middle - 1, 0, _MEDIUM - 10
    while many > 1 and slug > 0 and left > 0:
        if operator == "+":
            step -= factor
        elif factor > 1:
            step /= factor
        else:
            step *= factor
        if step <= 0:
            return out, left
        name = "Small" if left == middle - 1 else f"{count or ''}X-Small"
        out.append(_size(name, slug, _number(step) + unit))
        if left == middle - 2:
            count = 2
        if left < middle - 2:
            count += 1
        slug -= 10
        left -= 1
    return out, 0


def _above(step: float, factor: float, operator: str, unit: str, many: float) -> list[dict[str, Any]]:
    out: list[dict[str, Any]] = []
    count, done = 0, 0
    while done < many:
        if operator == "+":
            step += factor
        else:
            step = step * factor if factor >= 1 else step / factor
        name = "Large" if done == 0 else f"{count or ''}X-Large"
        out.append(_size(name, _MEDIUM + 10 * (done + 1), _number(step) + unit))
        if done == 1:
            count = 2
        if done > 1:
            count += 1
        done += 1
    return out


def _number(step: float) -> str:
    return php.text(php.php_round(step, 2))


def _size(name: str, slug: int, size: str) -> dict[str, Any]:
    return {"name": name, "slug": str(slug), "size": size}
