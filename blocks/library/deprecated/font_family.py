"""How blocks of a theme were saved when their font family was a preset in their style.

{"style":{"typography":{"fontFamily":"var:preset|font-family|inter"}}}   then
{"fontFamily":"inter"}                                                   today
"""

from __future__ import annotations

from typing import Any

from blocks.library.deprecated.common import font_family_by_slug, has_font_family
from blocks.library.supports import SPACING
from blocks.library.theme import CommentAuthorName, CommentDate, PostTitle, QueryTitle, SiteTagline, SiteTitle
from blocks.model.fields import comment
from blocks.model.reading import Candidate
from blocks.model.saved import Attributes, Element, Inner, Root
from blocks.model.shape import Migrated, Shape, deprecates

_FONT: dict[str, Any] = {"fontSize": True, "lineHeight": True, "__experimentalFontFamily": True}
_STYLED_FONT: dict[str, Any] = {
    **_FONT,
    "__experimentalFontWeight": True,
    "__experimentalFontStyle": True,
    "__experimentalTextTransform": True,
}
FONT_WITHOUT_DECORATION: dict[str, Any] = {**_STYLED_FONT, "__experimentalLetterSpacing": True}

_OF_COMMENT: dict[str, Any] = {
    "html": False,
    "color": {"gradients": True, "link": True},
    "typography": FONT_WITHOUT_DECORATION,
}
_OF_SITE: dict[str, Any] = {
    "align": ["wide", "full"],
    "html": False,
    "spacing": SPACING,
    "typography": FONT_WITHOUT_DECORATION,
}


class FontFamilyInStyle(Shape):
    """The font family as a preset in the style; saved as the delimiter alone."""

    @staticmethod
    def is_eligible(said: Attributes, block: Candidate) -> bool:
        del block
        return has_font_family(said)

    @staticmethod
    def migrate(a: Attributes, inner: Inner) -> Migrated:
        del inner
        return font_family_by_slug(a)

    @staticmethod
    def save(a: Attributes, root: Root) -> Element | None:
        del a, root
        return None


class AuthorFontFamilyInStyle(FontFamilyInStyle):
    """With the font family as a preset in its style.

    <!-- wp:comment-author-name {"style":{"typography":{"fontFamily":"var:preset|font-family|inter"}}} /-->
    """

    supports = _OF_COMMENT

    is_link = comment("isLink", "boolean", default=False)
    link_target = comment("linkTarget", "string", default="_self")


class CommentDateFontFamilyInStyle(FontFamilyInStyle):
    """With the font family as a preset in its style.

    <!-- wp:comment-date {"style":{"typography":{"fontFamily":"var:preset|font-family|inter"}}} /-->
    """

    supports = _OF_COMMENT

    format = comment("format", "string")
    is_link = comment("isLink", "boolean", default=False)


class PostTitleFontFamilyInStyle(FontFamilyInStyle):
    """With the font family as a preset in its style.

    <!-- wp:post-title {"style":{"typography":{"fontFamily":"var:preset|font-family|inter"}}} /-->
    """

    supports = {
        "align": ["wide", "full"],
        "html": False,
        "color": {"gradients": True, "link": True},
        "spacing": {"margin": True},
        "typography": _STYLED_FONT,
    }

    text_align = comment("textAlign", "string")
    level = comment("level", "number", default=2)
    is_link = comment("isLink", "boolean", default=False)
    rel = comment("rel", "string", default="")
    link_target = comment("linkTarget", "string", default="_self")


class QueryTitleFontFamilyInStyle(FontFamilyInStyle):
    """With the font family as a preset in its style.

    <!-- wp:query-title {"style":{"typography":{"fontFamily":"var:preset|font-family|inter"}}} /-->
    """

    supports = {
        "align": ["wide", "full"],
        "html": False,
        "color": {"gradients": True},
        "spacing": {"margin": True},
        "typography": _FONT,
    }

    type = comment("type", "string")
    text_align = comment("textAlign", "string")
    level = comment("level", "number", default=1)


class TaglineFontFamilyInStyle(FontFamilyInStyle):
    """With the font family as a preset in its style.

    <!-- wp:site-tagline {"style":{"typography":{"fontFamily":"var:preset|font-family|inter"}}} /-->
    """

    supports = {**_OF_SITE, "color": {"gradients": True}}

    text_align = comment("textAlign", "string")


class SiteTitleFontFamilyInStyle(FontFamilyInStyle):
    """With the font family as a preset in its style.

    <!-- wp:site-title {"style":{"typography":{"fontFamily":"var:preset|font-family|inter"}}} /-->
    """

    supports = {**_OF_SITE, "color": {"gradients": True, "link": True}}

    level = comment("level", "number", default=1)
    text_align = comment("textAlign", "string")
    is_link = comment("isLink", "boolean", default=True)
    link_target = comment("linkTarget", "string", default="_self")


deprecates(CommentAuthorName, AuthorFontFamilyInStyle)
deprecates(CommentDate, CommentDateFontFamilyInStyle)
deprecates(PostTitle, PostTitleFontFamilyInStyle)
deprecates(QueryTitle, QueryTitleFontFamilyInStyle)
deprecates(SiteTagline, TaglineFontFamilyInStyle)
deprecates(SiteTitle, SiteTitleFontFamilyInStyle)
