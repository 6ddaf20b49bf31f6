"""The links of a navigation."""

from __future__ import annotations

from blocks.library.drawn import DrawnAround
from blocks.library.supports import LOOK_OF_NAVIGATION, TYPOGRAPHY
from blocks.model.fields import comment
from blocks.model.registry import block

_LOOK_AND_DEPTH = (*LOOK_OF_NAVIGATION, "maxNestingLevel")


@block(
    "core/home-link",
    category="design",
    parent=("core/navigation",),
    uses_context=(
        "textColor",
        "customTextColor",
        "backgroundColor",
        "customBackgroundColor",
        "fontSize",
        "customFontSize",
        "style",
    ),
)
class HomeLink(DrawnAround):
    """The link to the front page.

    <!-- wp:home-link {"label":"Home"} /-->
    """

    supports = {"reusable": False, "html": False, "typography": TYPOGRAPHY}

    label: str | None = comment("label", "string", role="content")


@block(
    "core/navigation-link",
    category="design",
    parent=("core/navigation",),
    allowed_blocks=("core/navigation-link", "core/navigation-submenu", "core/page-list"),
    uses_context=(*_LOOK_AND_DEPTH, "style"),
)
class NavigationLink(DrawnAround):
    """A link of a navigation.

    <!-- wp:navigation-link {"label":"About","url":"https://example.com/about/"} /-->
    """

    supports = {
        "reusable": False,
        "html": False,
        "__experimentalSlashInserter": True,
        "typography": TYPOGRAPHY,
        "renaming": False,
    }

    label: str | None = comment("label", "string", role="content")
    type: str | None = comment("type", "string")
    description: str | None = comment("description", "string")
    rel: str | None = comment("rel", "string")
    id: int | None = comment("id", "integer")
    opens_in_new_tab: bool = comment("opensInNewTab", "boolean", default=False)
    url: str | None = comment("url", "string")
    title: str | None = comment("title", "string")
    kind: str | None = comment("kind", "string")
    is_top_level_link: bool | None = comment("isTopLevelLink", "boolean")


@block(
    "core/navigation-submenu",
    category="design",
    parent=("core/navigation",),
    uses_context=(*_LOOK_AND_DEPTH, "openSubmenusOnClick", "style"),
)
class NavigationSubmenu(DrawnAround):
    """A link of a navigation that opens to show the links inside it.

    <!-- wp:navigation-submenu {"label":"More"} --><!-- wp:navigation-link /--><!-- /wp:navigation-submenu -->
    """

    supports = {"reusable": False, "html": False, "typography": TYPOGRAPHY}

    label: str | None = comment("label", "string", role="content")
    type: str | None = comment("type", "string")
    description: str | None = comment("description", "string")
    rel: str | None = comment("rel", "string")
    id: int | None = comment("id", "integer")
    opens_in_new_tab: bool = comment("opensInNewTab", "boolean", default=False)
    url: str | None = comment("url", "string")
    title: str | None = comment("title", "string")
    kind: str | None = comment("kind", "string")
    is_top_level_item: bool | None = comment("isTopLevelItem", "boolean")
