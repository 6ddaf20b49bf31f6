"""How the block core/post-date was saved."""

from __future__ import annotations

from typing import Any

from blocks.fragment.javascript import is_true
from blocks.library.deprecated import font_family
from blocks.library.deprecated.font_family import FONT_WITHOUT_DECORATION
from blocks.library.supports import BORDER, SPACING, TYPOGRAPHY
from blocks.library.theme import PostDate
from blocks.model.fields import comment
from blocks.model.reading import Candidate
from blocks.model.saved import Attributes, Element, Inner, Root, classes, inside
from blocks.model.shape import Migrated, Shape, deprecates

_SUPPORTS: dict[str, Any] = {
    "html": False,
    "color": {"gradients": True, "link": True},
    "spacing": SPACING,
    "typography": TYPOGRAPHY,
    "__experimentalBorder": BORDER,
}
_CLASS_OF_MODIFIED = "wp-block-post-date__modified-date"


class BoundByKey(Shape):
    """Bound to a date of the post by `key`, which is called `field` today.

    <!-- wp:post-date {"metadata":{"bindings":{"datetime":{"source":"core/post-data","args":{"key":"date"}}}}} /-->
    """

    supports = _SUPPORTS

    datetime = comment("datetime", "string", role="content")
    text_align = comment("textAlign", "string")
    format = comment("format", "string")
    is_link = comment("isLink", "boolean", default=False, role="content")

    @staticmethod
    def is_eligible(said: Attributes, block: Candidate) -> bool:
        del block
        bound = inside(said["metadata"], "bindings", "datetime")
        return inside(bound, "source") == "core/post-data" and is_true(inside(bound, "args", "key"))

    @staticmethod
    def migrate(a: Attributes, inner: Inner) -> Migrated:
        del inner
        bindings = a["metadata"]["bindings"]
        bound = bindings["datetime"]
        args = {"field" if name == "key" else name: value for name, value in bound["args"].items()}
        bindings = {**bindings, "datetime": {"source": bound["source"], "args": args}}
        return Attributes({**a, "metadata": {**a["metadata"], "bindings": bindings}})

    @staticmethod
    def save(a: Attributes, root: Root) -> Element | None:
        del a, root
        return None


class NamingItsDate(Shape):
    """Before WordPress 6.9, with the word for a date of the post, and no binding to it.

    <!-- wp:post-date {"displayType":"modified"} /-->
    """

    supports = _SUPPORTS

    text_align = comment("textAlign", "string")
    format = comment("format", "string")
    is_link = comment("isLink", "boolean", default=False, role="content")
    display_type = comment("displayType", "string", default="date")

    @staticmethod
    def is_eligible(said: Attributes, block: Candidate) -> bool:
        del block
        return not said["datetime"] and not is_true(inside(said["metadata"], "bindings", "datetime"))

    @staticmethod
    def migrate(a: Attributes, inner: Inner) -> Migrated | None:
        del inner
        named = a["displayType"]
        if named not in ("date", "modified"):
            return None
        names = classes(a["className"], _CLASS_OF_MODIFIED) if named == "modified" else a["className"]
        bound = {"datetime": {"source": "core/post-data", "args": {"field": named}}}
        metadata = {**(a["metadata"] or {}), "bindings": bound}
        return Attributes({**a, "displayType": None, "className": names, "metadata": metadata})

    @staticmethod
    def save(a: Attributes, root: Root) -> Element | None:
        del a, root
        return None


class FontFamilyInStyle(font_family.FontFamilyInStyle):
    """With the font family as a preset in its style; one that names no date is `NamingItsDate`, which is tried first.

    <!-- wp:post-date {"datetime":"2022-01-31T12:00:00",
    "style":{"typography":{"fontFamily":"var:preset|font-family|inter"}}} /-->
    """

    supports = {
        "html": False,
        "color": {"gradients": True, "link": True},
        "typography": FONT_WITHOUT_DECORATION,
    }

    text_align = comment("textAlign", "string")
    format = comment("format", "string")
    is_link = comment("isLink", "boolean", default=False)


deprecates(PostDate, BoundByKey, NamingItsDate, FontFamilyInStyle)
