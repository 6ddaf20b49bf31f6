"""The post types and taxonomies that WordPress registers itself, with their labels (`create_initial_post_types()`)."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True, kw_only=True)
class PostType:
    """A post type as `register_post_type` declares it."""

    name: str
    label: str = ""
    """The plural, as menus print it: "Posts"."""
    singular: str = ""
    public: bool = True
    viewable: bool | None = None
    """Whether its posts have pages of their own; None: as `public` says."""
    hierarchical: bool = False
    exclude_from_search: bool | None = None
    """None: the opposite of `public`."""
    has_archive: bool = False
    archive_slug: str = ""
    rewrite: str = ""
    """The first part of pretty addresses; empty: the name."""
    query_var: str = ""
    """The argument in plain addresses; empty: the name."""
    builtin: bool = False
    supports: tuple[str, ...] = ("title", "editor")

    @property
    def is_viewable(self) -> bool:
        """`is_post_type_viewable`."""
        return self.public if self.viewable is None else self.viewable

    @property
    def is_searched(self) -> bool:
        """Whether a search for any type finds it."""
        return self.public if self.exclude_from_search is None else not self.exclude_from_search


@dataclass(frozen=True, slots=True, kw_only=True)
class Taxonomy:
    """A taxonomy as `register_taxonomy` declares it."""

    name: str
    label: str = ""
    singular: str = ""
    all_items: str = ""
    hierarchical: bool = False
    public: bool = True
    query_var: str = ""
    """The argument in plain addresses; empty: the name."""
    rewrite: str = ""
    """The first part of pretty addresses; empty: the name."""
    post_types: tuple[str, ...] = field(default=("post",))
    builtin: bool = False


def _hidden(name: str, label: str, singular: str) -> PostType:
    return PostType(name=name, label=label, singular=singular, public=False, builtin=True)


_ALL = ("title", "editor", "author", "thumbnail", "excerpt", "trackbacks", "custom-fields", "comments", "revisions")

POST_TYPES: dict[str, PostType] = {
    kind.name: kind
    for kind in (
        PostType(name="post", label="Posts", singular="Post", builtin=True, supports=(*_ALL, "post-formats")),
        PostType(
            name="page",
            label="Pages",
            singular="Page",
            hierarchical=True,
            builtin=True,
            supports=("title", "editor", "author", "thumbnail", "page-attributes", "custom-fields", "comments"),
        ),
        PostType(
            name="attachment", label="Media", singular="Media", builtin=True, supports=("title", "author", "comments")
        ),
        _hidden("revision", "Revisions", "Revision"),
        _hidden("nav_menu_item", "Navigation Menu Items", "Navigation Menu Item"),
        _hidden("custom_css", "Custom CSS", "Custom CSS"),
        _hidden("customize_changeset", "Changesets", "Changeset"),
        _hidden("oembed_cache", "oEmbed Responses", "oEmbed Response"),
        _hidden("user_request", "User Requests", "User Request"),
        _hidden("wp_block", "Patterns", "Pattern"),
        _hidden("wp_template", "Templates", "Template"),
        _hidden("wp_template_part", "Template Parts", "Template Part"),
        _hidden("wp_global_styles", "Global Styles", "Global Styles"),
        _hidden("wp_navigation", "Navigation Menus", "Navigation Menu"),
        _hidden("wp_font_family", "Font Families", "Font Family"),
        _hidden("wp_font_face", "Font Faces", "Font Face"),
    )
}

TAXONOMIES: dict[str, Taxonomy] = {
    kind.name: kind
    for kind in (
        Taxonomy(
            name="category",
            label="Categories",
            singular="Category",
            all_items="All Categories",
            hierarchical=True,
            query_var="category_name",
            builtin=True,
        ),
        Taxonomy(
            name="post_tag",
            label="Tags",
            singular="Tag",
            all_items="All Tags",
            query_var="tag",
            rewrite="tag",
            builtin=True,
        ),
        Taxonomy(
            name="nav_menu",
            label="Navigation Menus",
            singular="Navigation Menu",
            public=False,
            post_types=("nav_menu_item",),
            builtin=True,
        ),
        Taxonomy(
            name="link_category",
            label="Link Categories",
            singular="Link Category",
            public=False,
            post_types=("link",),
            builtin=True,
        ),
        Taxonomy(name="post_format", label="Formats", singular="Format", rewrite="type", builtin=True),
        Taxonomy(
            name="wp_theme",
            label="Themes",
            singular="Theme",
            public=False,
            post_types=("wp_template", "wp_template_part", "wp_global_styles"),
            builtin=True,
        ),
        Taxonomy(
            name="wp_template_part_area",
            label="Template Part Areas",
            singular="Template Part Area",
            public=False,
            post_types=("wp_template_part",),
            builtin=True,
        ),
        Taxonomy(
            name="wp_pattern_category",
            label="Pattern Categories",
            singular="Pattern Category",
            public=False,
            post_types=("wp_block",),
            builtin=True,
        ),
    )
}
