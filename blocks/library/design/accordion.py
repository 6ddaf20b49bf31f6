"""Accordions: headings that open and close what is below them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from blocks.fragment import RichText
from blocks.library.supports import BACKGROUND, BORDER, TYPOGRAPHY
from blocks.model.block import Block
from blocks.model.fields import comment, rich_text
from blocks.model.registry import block
from blocks.model.saved import Attributes, Element, Root, element, printed, spacing, typography

_TOGGLE = "wp-block-accordion-heading__toggle"


@block(
    "core/accordion",
    category="design",
    allowed_blocks=("core/accordion-item",),
    provides_context={
        "core/accordion-icon-position": "iconPosition",
        "core/accordion-show-icon": "showIcon",
        "core/accordion-heading-level": "headingLevel",
    },
)
class Accordion(Block):
    """Headings that open and close what is below them. Its items are blocks inside it.

    <div role="group" class="wp-block-accordion"><!-- wp:accordion-item -->…<!-- /wp:accordion-item --></div>
    """

    supports = {
        "anchor": True,
        "html": False,
        "align": ["wide", "full"],
        "background": BACKGROUND,
        "color": {"background": True, "gradients": True},
        "__experimentalBorder": BORDER,
        "spacing": {"padding": True, "margin": ["top", "bottom"], "blockGap": True},
        "shadow": True,
        "layout": True,
        "ariaLabel": True,
        "typography": TYPOGRAPHY,
        "contentRole": True,
    }

    icon_position: str = comment("iconPosition", "string", default="right")
    show_icon: bool = comment("showIcon", "boolean", default=True)
    autoclose: bool = comment("autoclose", "boolean", default=False)
    heading_level: int = comment("headingLevel", "integer", default=3)
    level_options: list[int] | None = comment("levelOptions", "array")

    @staticmethod
    def save(a: Attributes, root: Root) -> Element | None:
        del a
        return element("div", root({"role": "group"}), root.inner)


@block(
    "core/accordion-item",
    category="design",
    parent=("core/accordion",),
    allowed_blocks=("core/accordion-heading", "core/accordion-panel"),
)
class AccordionItem(Block):
    """A heading and its panel, which are blocks inside it.

    <!-- wp:accordion-item {"openByDefault":true} --><div class="wp-block-accordion-item is-open">
    <!-- wp:accordion-panel -->…<!-- /wp:accordion-panel --></div>
    <!-- /wp:accordion-item -->
    """

    supports = {
        "html": False,
        "color": {"background": True, "gradients": True},
        "spacing": {"margin": ["top", "bottom"], "blockGap": True},
        "__experimentalBorder": BORDER,
        "shadow": True,
        "layout": {"allowEditing": False},
        "typography": TYPOGRAPHY,
        "contentRole": True,
    }

    open_by_default: bool = comment("openByDefault", "boolean", default=False)

    @staticmethod
    def save(a: Attributes, root: Root) -> Element | None:
        return element("div", root({"class": "is-open" if a["openByDefault"] else None}), root.inner)


@block(
    "core/accordion-heading",
    category="design",
    parent=("core/accordion-item",),
    uses_context=("core/accordion-icon-position", "core/accordion-show-icon", "core/accordion-heading-level"),
    selectors={
        "typography": {
            "letterSpacing": ".wp-block-accordion-heading .wp-block-accordion-heading__toggle-title",
            "textDecoration": ".wp-block-accordion-heading .wp-block-accordion-heading__toggle-title",
        }
    },
)
class AccordionHeading(Block):
    """The heading that opens and closes the panel below it.

    <h3 class="wp-block-accordion-heading"><button type="button" class="…__toggle"><span …>…</span></button></h3>
    """

    supports = {
        "anchor": True,
        "color": {"background": True, "gradients": True},
        "align": False,
        "spacing": {
            "padding": True,
            "__experimentalSkipSerialization": True,
            "__experimentalSelector": ".wp-block-accordion-heading__toggle",
        },
        "__experimentalBorder": BORDER,
        "typography": {
            "__experimentalSkipSerialization": ["textDecoration", "letterSpacing"],
            **{feature: True for feature in TYPOGRAPHY if feature != "lineHeight"},
        },
        "shadow": True,
        "visibility": False,
        "lock": False,
    }

    open_by_default: bool = comment("openByDefault", "boolean", default=False)
    title: RichText = rich_text(f".{_TOGGLE}-title", role="content")
    level: int | None = comment("level", "integer")
    icon_position: str = comment("iconPosition", "string", default="right", enum=("left", "right"))
    show_icon: bool = comment("showIcon", "boolean", default=True)

    @staticmethod
    def save(a: Attributes, root: Root) -> Element | None:
        return element(heading_tag(a), root(), toggle(a, {"type": "button"}, decoration(a)))


def heading_tag(a: Attributes) -> str:
    """The element of a heading: of level 3 where it does not say."""
    return f"h{printed(a['level'] or 3)}"


def toggle(a: Attributes, attributes: Mapping[str, Any], title_style: Mapping[str, Any]) -> Element:
    """The button of a heading: its title, with the icon before or after it."""
    icon = element("span", {"class": f"{_TOGGLE}-icon", "aria-hidden": "true"}, "+") if a["showIcon"] else None
    return element(
        "button",
        {**attributes, "class": _TOGGLE, "style": spacing(a)["style"]},
        icon if a["iconPosition"] == "left" else None,
        element("span", {"class": f"{_TOGGLE}-title", "style": title_style}, printed(a["title"])),
        icon if a["iconPosition"] == "right" else None,
    )


def decoration(a: Attributes) -> dict[str, Any]:
    """What of the type is printed on the title, and not on the heading."""
    style = typography(a)["style"]
    return {name: style.get(name) for name in ("letterSpacing", "textDecoration")}


@block("core/accordion-panel", category="design", parent=("core/accordion-item",))
class AccordionPanel(Block):
    """What a heading opens and closes: any blocks.

    <div role="region" class="wp-block-accordion-panel"><!-- wp:paragraph -->…<!-- /wp:paragraph --></div>
    """

    supports = {
        "html": False,
        "color": {"background": True, "gradients": True},
        "spacing": {"padding": True, "blockGap": True},
        "__experimentalBorder": BORDER,
        "typography": TYPOGRAPHY,
        "shadow": True,
        "layout": {"allowEditing": False},
        "visibility": False,
        "contentRole": True,
        "allowedBlocks": True,
        "lock": False,
    }

    template_lock: str | bool = comment(
        "templateLock", ["string", "boolean"], default=False, enum=("all", "insert", "contentOnly", False)
    )  # fmt: skip
    open_by_default: bool = comment("openByDefault", "boolean", default=False)
    is_selected: bool = comment("isSelected", "boolean", default=False)

    @staticmethod
    def save(a: Attributes, root: Root) -> Element | None:
        del a
        return element("div", root({"role": "region"}), root.inner)
