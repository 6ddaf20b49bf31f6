"""Columns: blocks side by side."""

from __future__ import annotations

import math
import re

from blocks.library.supports import BORDER, TYPOGRAPHY
from blocks.model.block import Block
from blocks.model.fields import Record, comment, html, query
from blocks.model.registry import block
from blocks.model.saved import Attributes, Element, Root, classes, element, printed

_NUMBER = re.compile(r"\s*([+-]?(?:[0-9]+\.?[0-9]*|\.[0-9]+)(?:[eE][+-]?[0-9]+)?)", re.ASCII)
_SHARE_DIGITS = 10**12
_MOST_EMPTY_COLUMNS = 100


@block("core/columns", category="design", allowed_blocks=("core/column",))
class Columns(Block):
    """Columns side by side, which are blocks inside it.

    <div class="wp-block-columns"><!-- wp:column -->…<!-- /wp:column --></div>
    """

    supports = {
        "anchor": True,
        "align": ["wide", "full"],
        "html": False,
        "color": {"gradients": True, "link": True, "heading": True, "button": True},
        "spacing": {
            "blockGap": {"__experimentalDefault": "2em", "sides": ["horizontal", "vertical"]},
            "margin": ["top", "bottom"],
            "padding": True,
        },
        "layout": {
            "allowSwitching": False,
            "allowInheriting": False,
            "allowEditing": False,
            "default": {"type": "flex", "flexWrap": "nowrap"},
        },
        "__experimentalBorder": BORDER,
        "typography": TYPOGRAPHY,
        "shadow": True,
    }

    vertical_alignment: str | None = comment("verticalAlignment", "string")
    is_stacked_on_mobile: bool = comment("isStackedOnMobile", "boolean", default=True)
    template_lock: str | bool | None = comment(
        "templateLock", ["string", "boolean"], enum=("all", "insert", "contentOnly", False)
    )  # fmt: skip

    @staticmethod
    def save(a: Attributes, root: Root) -> Element | None:
        names = classes(
            a["verticalAlignment"] and f"are-vertically-aligned-{a['verticalAlignment']}",
            not a["isStackedOnMobile"] and "is-not-stacked-on-mobile",
        )
        return element("div", root({"class": names}), root.inner)


@block("core/column", category="design", parent=("core/columns",))
class Column(Block):
    """One column, with any blocks inside it.

    <!-- wp:column {"width":"33.33%"} --><div class="wp-block-column" style="flex-basis:33.33%">
    <!-- wp:paragraph -->…<!-- /wp:paragraph --></div>
    <!-- /wp:column -->
    """

    supports = {
        "__experimentalOnEnter": True,
        "anchor": True,
        "reusable": False,
        "html": False,
        "color": {"gradients": True, "heading": True, "button": True, "link": True},
        "shadow": True,
        "spacing": {"blockGap": True, "padding": True},
        "__experimentalBorder": BORDER,
        "typography": TYPOGRAPHY,
        "layout": True,
        "allowedBlocks": True,
    }

    vertical_alignment: str | None = comment("verticalAlignment", "string")
    width: str | None = comment("width", "string")
    template_lock: str | bool | None = comment(
        "templateLock", ["string", "boolean"], enum=("all", "insert", "contentOnly", False)
    )  # fmt: skip

    @staticmethod
    def save(a: Attributes, root: Root) -> Element | None:
        names = classes(a["verticalAlignment"] and f"is-vertically-aligned-{a['verticalAlignment']}")
        return element("div", root({"class": names, "style": {"flexBasis": _basis(a["width"])}}), root.inner)


def _basis(width: str | None) -> str | None:
    """The width as CSS has it: a share is rounded to twelve digits, what has no number in it is none."""
    if not width or not re.search("[0-9]", width):
        return None
    if not width.endswith("%"):
        return width
    found = _NUMBER.match(width)
    share = float(found[1]) if found else math.nan
    if not math.isfinite(share * _SHARE_DIGITS):
        return "NaN%"
    return f"{printed(math.floor(share * _SHARE_DIGITS + 0.5) / _SHARE_DIGITS)}%"


class TextColumn(Record):
    """One of the columns of a `TextColumns`."""

    children: str = html()


@block("core/text-columns", category="design")
class TextColumns(Block):
    """Columns of text alone, from before there were columns of blocks.

    <div class="wp-block-text-columns alignwide columns-2"><div class="wp-block-column"><p>…</p></div>
    <div class="wp-block-column"><p>…</p></div></div>
    """

    supports = {"inserter": False}

    content: tuple[TextColumn, ...] = query("p", TextColumn, default=[{}, {}])
    columns: int = comment("columns", "integer", default=2)
    width: str | None = comment("width", "string")

    @staticmethod
    def save(a: Attributes, root: Root) -> Element | None:
        content = a["content"] or []
        # A text that has more columns than paragraphs is not saved like this, however many it says it has.
        count = int(min(max(a["columns"], 0), max(len(content), _MOST_EMPTY_COLUMNS)))
        texts = [one.get("children") for one in content[:count]]
        texts += [None] * (count - len(texts))
        columns = [element("div", {"class": "wp-block-column"}, element("p", {}, printed(text))) for text in texts]
        width = "undefined" if a["width"] is None else a["width"]
        return element("div", root({"class": f"align{width} columns-{printed(a['columns'])}"}), columns)
