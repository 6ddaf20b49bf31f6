"""What the items of a navigation share: fonts, colours, posts that they lead to, whether they lead to this page."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any, Final, NamedTuple

from blocks.formatting import php
from blocks.render.html.block import ServerBlock
from blocks.render.html.server import Rendering, Server
from blocks.render.html.server_type import Attributes
from blocks.site import SitePost
from blocks.site.links import post_type_archive_link
from blocks.site.records import Term
from blocks.theme.typography import font_size_value

Context = Mapping[str, Any]

# What a block costs that is rendered once more, in the measure of `Server.count_read()`.
_COST_OF_A_BLOCK = 3000


def fonts(context: Context, server: Server, *, fluid: bool = True) -> tuple[str, str]:
    """The class, or the style, of the font size that the navigation hands down; both may be empty."""
    if "fontSize" in context:
        return f"has-{php.text(context['fontSize'])}-font-size", ""
    size = php.get(context, "style", "typography", "fontSize")
    if size is None:
        return "", ""
    if fluid:
        size = font_size_value({"size": size}, server.theme.settings)
    return "", f"font-size: {php.text(size)};"


class Color(NamedTuple):
    """A colour that is said in up to three ways, of which the first counts."""

    property: str
    """The property of CSS."""
    preset: str
    """The attribute with the slug of a preset."""
    custom: str = ""
    """The attribute with a value."""
    style: str = ""
    """The name of the value below `style.color`."""


OVERLAY_COLORS: Final = (
    Color("color", "overlayTextColor", "customOverlayTextColor"),
    Color("background-color", "overlayBackgroundColor", "customOverlayBackgroundColor"),
)
_COLOR_CLASSES: Final = {"color": "has-text-color", "background-color": "has-background"}


def preset_colors(values: Context, colors: Iterable[Color], slug: Callable[[str], str] = str) -> tuple[list[str], str]:
    """Classes and styles of the colours that attributes or a context say; `slug` writes the slug of a preset.

    The rules are `block_core_navigation_build_css_colors()`, and those of the home link and the list of pages.
    """
    classes: list[str] = []
    styles = ""
    for name, preset, custom, style in colors:
        has_custom = custom != "" and custom in values
        value = values[custom] if has_custom else php.get(values, "style", "color", style) if style else None
        if preset in values:
            classes += [_COLOR_CLASSES[name], f"has-{slug(php.text(values[preset]))}-{name}"]
        elif has_custom or value is not None:
            classes.append(_COLOR_CLASSES[name])
            styles += f"{name}: {php.text(value)};"
    return classes, styles


def post_of(server: Server, id: Any) -> SitePost | None:
    """The post with an id (`get_post()`: the current one for 0)."""
    return server.post if php.is_empty(id) else server.site.posts.get(php.integer(id))


def names_a_post(attributes: Attributes) -> bool:
    """Whether an item leads to a post, which then has to be published."""
    is_post = attributes.get("kind") == "post-type" or attributes.get("type") in ("post", "page")
    return is_post and php.is_numeric(attributes.get("id"))


def is_current(attributes: Attributes, server: Server) -> bool:
    """Whether an item leads to the page that is drawn."""
    query = server.main_query
    id, address, said = attributes.get("id"), attributes.get("url"), attributes.get("kind")
    if query.flags.is_post_type_archive and not php.is_empty(address):
        name = php.text(getattr(query.queried_object, "name", ""))
        if address == post_type_archive_link(server.site, name):
            return True
    if php.is_empty(id) or query.queried_object_id != php.integer(id):
        return False
    kind = "post_type" if php.is_empty(said) else php.text(said).replace("-", "_")
    found = query.queried_object
    if isinstance(found, SitePost):
        return kind == "post_type" or not php.is_empty(found.meta.get(kind)) or not php.is_empty(_column(found, kind))
    return isinstance(found, Term) and not php.is_empty(getattr(found, kind, None))


def _column(post: SitePost, name: str) -> Any:
    return getattr(post, name.removeprefix("post_"), None) if name.startswith("post_") else None


def drawn_again(inner_blocks: list[ServerBlock], server: Server) -> Rendering:
    """The blocks in an item, rendered once more."""
    out: list[str] = []
    count_again(server, len(inner_blocks))
    for one in inner_blocks:
        html = yield server.draw_again(one)
        out.append(html)
    return "".join(out)


def count_again(server: Server, number: int) -> None:
    """Count blocks that are rendered once more: where items stand deep in each other, it doubles at each depth."""
    server.count_read(_COST_OF_A_BLOCK * number)
