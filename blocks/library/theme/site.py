"""The site itself: its name, its logo, its parts."""

from __future__ import annotations

from blocks.library.drawn import Drawn
from blocks.library.supports import BORDER, SPACING, TYPOGRAPHY, WRITING
from blocks.model.fields import comment
from blocks.model.registry import block


@block(
    "core/site-logo",
    category="theme",
    styles=("default", "rounded"),
    selectors={
        "filter": {
            "duotone": (
                ".wp-block-site-logo img, "
                ".wp-block-site-logo .components-placeholder__illustration, "
                ".wp-block-site-logo .components-placeholder::before"
            ),
        }
    },
)
class SiteLogo(Drawn):
    """The site's logo.

    <!-- wp:site-logo {"width":120} /-->
    """

    supports = {
        "html": False,
        "align": True,
        "alignWide": False,
        "color": {"text": False, "background": False},
        "spacing": SPACING,
        "filter": {"duotone": True},
    }

    width: float | None = comment("width", "number")
    is_link: bool = comment("isLink", "boolean", default=True, role="content")
    link_target: str = comment("linkTarget", "string", default="_self", role="content")
    should_sync_icon: bool | None = comment("shouldSyncIcon", "boolean")


@block("core/site-title", category="theme")
class SiteTitle(Drawn):
    """The site's name, a heading or a paragraph (level 0).

    <!-- wp:site-title {"level":0} /-->
    """

    supports = {
        "align": ["wide", "full"],
        "html": False,
        "color": {"gradients": True, "link": True},
        "spacing": SPACING,
        "typography": WRITING,
        "__experimentalBorder": BORDER,
    }

    level: int = comment("level", "integer", default=1)
    level_options: list[int] = comment("levelOptions", "array", default=[0, 1, 2, 3, 4, 5, 6])
    text_align: str | None = comment("textAlign", "string")
    is_link: bool = comment("isLink", "boolean", default=True, role="content")
    link_target: str = comment("linkTarget", "string", default="_self", role="content")


@block("core/site-tagline", category="theme")
class SiteTagline(Drawn):
    """What the site says of itself in a few words.

    <!-- wp:site-tagline {"textAlign":"center"} /-->
    """

    supports = {
        "align": ["wide", "full"],
        "html": False,
        "color": {"gradients": True},
        "contentRole": True,
        "spacing": SPACING,
        "typography": WRITING,
        "__experimentalBorder": BORDER,
    }

    text_align: str | None = comment("textAlign", "string")
    level: int = comment("level", "integer", default=0)
    level_options: list[int] = comment("levelOptions", "array", default=[0, 1, 2, 3, 4, 5, 6])


@block("core/loginout", category="theme")
class Loginout(Drawn):
    """A link to log in, or out; or the form.

    <!-- wp:loginout {"displayLoginAsForm":true} /-->
    """

    supports = {
        "className": True,
        "color": {"background": True, "text": False, "gradients": True, "link": True},
        "spacing": SPACING,
        "typography": TYPOGRAPHY,
        "__experimentalBorder": BORDER,
    }

    display_login_as_form: bool = comment("displayLoginAsForm", "boolean", default=False)
    redirect_to_current: bool = comment("redirectToCurrent", "boolean", default=True)


@block("core/template-part", category="theme")
class TemplatePart(Drawn):
    """A part of the theme's templates, such as the header.

    <!-- wp:template-part {"slug":"header","tagName":"header"} /-->
    """

    supports = {"align": True, "html": False, "reusable": False, "renaming": False}

    slug: str | None = comment("slug", "string")
    theme: str | None = comment("theme", "string")
    tag_name: str | None = comment("tagName", "string")
    area: str | None = comment("area", "string")


@block("core/pattern", category="theme")
class Pattern(Drawn):
    """A pattern of the theme, by its slug.

    <!-- wp:pattern {"slug":"theme/footer"} /-->
    """

    supports = {"html": False, "inserter": False, "renaming": False, "visibility": False}

    slug: str | None = comment("slug", "string")
