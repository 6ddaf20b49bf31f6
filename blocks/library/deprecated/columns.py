"""How columns were saved."""

from __future__ import annotations

import re

from blocks.fragment import tokens
from blocks.library.deprecated.common import colored_by_style
from blocks.library.design import Column, Columns
from blocks.model.fields import comment
from blocks.model.objects import BlockObject, create_block
from blocks.model.reading import Candidate
from blocks.model.saved import Attributes, Element, Inner, Root, classes, color_class, element, printed
from blocks.model.shape import Migrated, Shape, deprecates

_LAYOUT_COLUMN = re.compile(r"layout-column-([0-9]{1,9})")


class WithCustomColor(Shape):
    """With colours in `customTextColor` and `customBackgroundColor`.

    <!-- wp:columns {"customTextColor":"#123456"} --><div class="wp-block-columns has-text-color" style="…">…</div>
    """

    vertical_alignment = comment("verticalAlignment", "string")
    background_color = comment("backgroundColor", "string")
    custom_background_color = comment("customBackgroundColor", "string")
    custom_text_color = comment("customTextColor", "string")
    text_color = comment("textColor", "string")

    @staticmethod
    def migrate(a: Attributes, inner: Inner) -> Migrated:
        del inner
        if not (a["customTextColor"] or a["customBackgroundColor"]):
            return a
        colored = colored_by_style(a, text="customTextColor", background="customBackgroundColor")
        return {**colored, "isStackedOnMobile": True}

    @staticmethod
    def save(a: Attributes, root: Root) -> Element | None:
        background, text = color_class("background-color", a["backgroundColor"]), color_class("color", a["textColor"])
        names = classes(
            (a["backgroundColor"] or a["customBackgroundColor"]) and "has-background",
            (a["textColor"] or a["customTextColor"]) and "has-text-color",
            background,
            text,
            _aligned(a),
        )
        style = {
            "backgroundColor": None if background else a["customBackgroundColor"],
            "color": None if text else a["customTextColor"],
        }
        return element("div", {"class": names or None, "style": style}, root.inner)


class WithoutColumnBlocks(Shape):
    """The first ones: each block inside says in a class which column it is in.

    <div class="wp-block-columns has-2-columns"><!-- wp:paragraph --><p class="layout-column-1">…</p>…</div>
    """

    columns = comment("columns", "number", default=2)

    @staticmethod
    def is_eligible(said: Attributes, block: Candidate) -> bool:
        del said
        return any(_column_of(one) is not None for one in block.inner())

    @staticmethod
    def migrate(a: Attributes, inner: Inner) -> Migrated:
        columns: dict[int, list[BlockObject]] = {}
        for one in inner():
            columns.setdefault(_column_of(one) or 0, []).append(one)
        return _stacked(a), [create_block(Column, {}, columns[index]) for index in sorted(columns)]

    @staticmethod
    def save(a: Attributes, root: Root) -> Element | None:
        return element("div", {"class": _counted(a)}, root.inner)


class Counted(Shape):
    """With a class for the number of columns.

    <div class="wp-block-columns has-3-columns"><!-- wp:column -->…<!-- /wp:column -->…</div>
    """

    columns = comment("columns", "number", default=2)

    @staticmethod
    def migrate(a: Attributes, inner: Inner) -> Migrated:
        del inner
        return _stacked(a)

    @staticmethod
    def save(a: Attributes, root: Root) -> Element | None:
        return element("div", {"class": _counted(a)}, root.inner)


def _aligned(a: Attributes) -> str | None:
    return f"are-vertically-aligned-{a['verticalAlignment']}" if a["verticalAlignment"] else None


def _counted(a: Attributes) -> str:
    return f"has-{printed(a['columns'])}-columns"


def _stacked(a: Attributes) -> Attributes:
    return Attributes({**a, "columns": None, "isStackedOnMobile": True})


def _column_of(one: BlockObject) -> int | None:
    """The column, from 0, that the first element of a block says it is in; None where it says none."""
    html = one.original.own_html if one.original is not None else ""
    first = next(tokens(html), None)
    if first is None or first.kind != "start":
        return None
    found = next(filter(None, map(_LAYOUT_COLUMN.fullmatch, first.classes)), None)
    return max(int(found[1]) - 1, 0) if found is not None else None


deprecates(Columns, WithCustomColor, WithoutColumnBlocks, Counted)
