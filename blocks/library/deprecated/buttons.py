"""How rows of buttons were saved."""

from __future__ import annotations

from blocks.fragment.javascript import is_true
from blocks.library.design import Buttons
from blocks.model.fields import comment
from blocks.model.reading import Candidate
from blocks.model.saved import Attributes, Element, Inner, Root, classes, element
from blocks.model.shape import Migrated, Shape, deprecates

_FLOATING = ("center", "left", "right")


class JustifiedItself(Shape):
    """With attributes for what is the layout today.

    <!-- wp:buttons {"contentJustification":"center"} --><div class="wp-block-buttons is-content-justification-center">
    """

    supports = {
        "anchor": True,
        "align": ["wide", "full"],
        "__experimentalExposeControlsToChildren": True,
        "spacing": {"blockGap": True, "margin": ["top", "bottom"]},
    }

    content_justification = comment("contentJustification", "string")
    orientation = comment("orientation", "string", default="horizontal")

    @staticmethod
    def is_eligible(said: Attributes, block: Candidate) -> bool:
        del block
        return is_true(said["contentJustification"]) or is_true(said["orientation"])

    @staticmethod
    def migrate(a: Attributes, inner: Inner) -> Migrated:
        del inner
        return _laid_out(a, a["contentJustification"], a["orientation"])

    @staticmethod
    def save(a: Attributes, root: Root) -> Element | None:
        names = classes(
            a["contentJustification"] and f"is-content-justification-{a['contentJustification']}",
            a["orientation"] == "vertical" and "is-vertical",
        )
        return element("div", root({"class": names}), root.inner)


class Floating(Shape):
    """The first ones, which could float; they are justified today.

    <!-- wp:buttons {"align":"center"} --><div class="wp-block-buttons aligncenter">…</div><!-- /wp:buttons -->
    """

    supports = {"align": ["center", "left", "right"], "anchor": True}

    @staticmethod
    def is_eligible(said: Attributes, block: Candidate) -> bool:
        del block
        return said["align"] in _FLOATING

    @staticmethod
    def migrate(a: Attributes, inner: Inner) -> Migrated:
        del inner
        return _laid_out(Attributes({**a, "align": None}), a["align"])

    @staticmethod
    def save(a: Attributes, root: Root) -> Element | None:
        del a
        return element("div", {}, root.inner)


def _laid_out(a: Attributes, justification: str | None, orientation: str | None = None) -> Attributes:
    kept = Attributes({**a, "contentJustification": None, "orientation": None})
    chosen = {"justifyContent": justification, "orientation": orientation}
    if layout := {key: value for key, value in chosen.items() if value}:
        kept["layout"] = {"type": "flex", **layout}
    return kept


deprecates(Buttons, JustifiedItself, Floating)
