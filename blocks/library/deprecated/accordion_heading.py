"""How the headings of accordions were saved."""

from __future__ import annotations

from blocks.library.design import AccordionHeading
from blocks.library.design.accordion import decoration, heading_tag, toggle
from blocks.model.fields import comment, rich_text
from blocks.model.saved import Attributes, Element, Root, element
from blocks.model.shape import Shape, deprecates


class WithoutButtonType(Shape):
    """While WordPress 6.9 was made, with a button that does not say it is one.

    <h3 class="wp-block-accordion-heading"><button class="wp-block-accordion-heading__toggle">…</button></h3>
    """

    supports = AccordionHeading.supports

    open_by_default = comment("openByDefault", "boolean", default=False)
    title = rich_text(".wp-block-accordion-heading__toggle-title", role="content")
    level = comment("level", "number")
    icon_position = comment("iconPosition", "string", default="right", enum=("left", "right"))
    show_icon = comment("showIcon", "boolean", default=True)

    @staticmethod
    def save(a: Attributes, root: Root) -> Element | None:
        return element(heading_tag(a), root(), toggle(a, {}, decoration(a)))


class DecoratedAsWhole(WithoutButtonType):
    """Before `WithoutButtonType`, with letter spacing and text decoration on the heading.

    <h3 class="wp-block-accordion-heading" style="letter-spacing:2px"><button …>…</button></h3>
    """

    supports = {
        **AccordionHeading.supports,
        "typography": {
            feature: value
            for feature, value in AccordionHeading.supports["typography"].items()
            if feature != "__experimentalSkipSerialization"
        },
    }

    @staticmethod
    def save(a: Attributes, root: Root) -> Element | None:
        return element(heading_tag(a), root(), toggle(a, {}, {}))


deprecates(AccordionHeading, DecoratedAsWhole, WithoutButtonType)
