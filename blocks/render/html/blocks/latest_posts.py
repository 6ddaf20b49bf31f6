"""The latest posts: their titles, with what else of them the block shows."""

from __future__ import annotations

from typing import Any

from blocks.formatting import php
from blocks.formatting.escaping import Html, esc_attr
from blocks.formatting.kses import wp_kses
from blocks.formatting.php.entities import html_entity_decode
from blocks.formatting.urls import esc_url
from blocks.render.html.block import ServerBlock
from blocks.render.html.block_filter import filtered_blocks
from blocks.render.html.blocks.common import has_link_color
from blocks.render.html.blocks.post_excerpt import excerpt_html
from blocks.render.html.media import featured_id, featured_image
from blocks.render.html.server import Rendering, Server
from blocks.render.html.wrapper import wrapper_attributes
from blocks.site.dates import get_the_date
from blocks.site.links import permalink
from blocks.site.pages import password_required
from blocks.site.query import run
from blocks.site.query.variables import absint
from blocks.site.records import SitePost
from blocks.site.text import EXCERPT_MORE, get_the_excerpt, get_the_title

_PROTECTED = "This content is password protected."


def categories(block: ServerBlock, server: Server) -> None:
    """Make the one category that old blocks name by its number a list (a filter on the block's data)."""
    del server
    said = block.attrs.get("categories")
    if isinstance(said, str) and php.is_true(said):
        block.set_attr("categories", [{"id": absint(said)}])


def latest_posts(block: ServerBlock, content: str, server: Server) -> Rendering:
    """The posts (`render_block_core_latest_posts()`)."""
    del content
    attributes = block.attributes
    items: list[dict[str, Any]] = []
    for post in run(server.site, _query(attributes), server.request.user).posts:
        server.post = post
        item = _item(post, attributes, server)
        if _shows(attributes, "excerpt"):
            made = ""
            if not password_required(post) and not php.trim(post.excerpt):
                made = yield excerpt_html(post, server, block)
            item |= _excerpt(post, made, attributes)
        items.append(item)
    align = attributes.get("featuredImageAlign")
    classes = "wp-block-latest-posts__featured-image" + ("" if align is None else f" align{php.text(align)}")
    return server.draw(
        "core/latest-posts",
        wrapper=wrapper_attributes(block, server, {"class": " ".join(_classes(block))}),
        posts=items,
        image_classes=Html(esc_attr(classes)),
        links_images=php.is_true(attributes.get("addLinkToFeaturedImage")),
    )


def _query(attributes: dict[str, Any]) -> dict[str, Any]:
    query = {
        "posts_per_page": attributes.get("postsToShow"),
        "post_status": "publish",
        "order": attributes.get("order"),
        "orderby": attributes.get("orderBy"),
        "ignore_sticky_posts": True,
        "no_found_rows": True,
    }
    chosen = attributes.get("categories")
    if not php.is_empty(chosen):
        query["category__in"] = [one["id"] for one in php.values(chosen) if isinstance(one, dict) and "id" in one]
    if attributes.get("selectedAuthor") is not None:
        query["author"] = attributes["selectedAuthor"]
    return query


def _shows(attributes: dict[str, Any], kind: str) -> bool:
    """Whether the block shows the contents of posts, as `excerpt` or `full_post`."""
    return php.is_true(attributes.get("displayPostContent")) and attributes.get("displayPostContentRadio") == kind


def _item(post: SitePost, attributes: dict[str, Any], server: Server) -> dict[str, Any]:
    title = get_the_title(post)
    title = title if php.is_true(title) else "(no title)"
    author = server.site.users.get(post.author)
    name = author.display_name if author is not None and php.is_true(attributes.get("displayAuthor")) else ""
    dated = php.is_true(attributes.get("displayPostDate"))
    full = None
    if _shows(attributes, "full_post"):
        full = _PROTECTED if password_required(post) else html_entity_decode(post.content)
        server.count_read(len(full))
        full = wp_kses(full, blocks=lambda markup: filtered_blocks(markup, server.parser))
    return {
        "link": Html(esc_url(permalink(server.site, post))),
        "title": Html(title),
        "label": Html(esc_attr(title)),
        "image": _image(attributes, server),
        "author": Html(name) if php.is_true(name) else None,
        "datetime": Html(esc_attr(get_the_date(server.site, post, "c"))) if dated else None,
        "date": Html(get_the_date(server.site, post)) if dated else None,
        "excerpt": None,
        "full_content": None if full is None else Html(full),
    }


def _image(attributes: dict[str, Any], server: Server) -> Html | None:
    """The featured image of the current post, at most as large as the block says; None where none is shown."""
    if not php.is_true(attributes.get("displayFeaturedImage")) or not featured_id(server):
        return None
    style = ""
    for key, name in (("featuredImageSizeWidth", "max-width"), ("featuredImageSizeHeight", "max-height")):
        if attributes.get(key) is not None:
            style += f"{name}:{php.text(attributes[key])}px;"
    return Html(featured_image(server, php.text(attributes.get("featuredImageSizeSlug")), {"style": esc_attr(style)}))


def _excerpt(post: SitePost, made: str, attributes: dict[str, Any]) -> dict[str, Any]:
    """The excerpt of a post, written or of the HTML made for it, and whether it is cut short."""
    if password_required(post):
        return {"excerpt": _PROTECTED, "has_more": False}
    excerpt = get_the_excerpt(post, lambda: made, length=php.integer(attributes.get("excerptLength")))
    return {"excerpt": Html(excerpt.removesuffix(EXCERPT_MORE)), "has_more": excerpt.endswith(EXCERPT_MORE)}


def _classes(block: ServerBlock) -> list[str]:
    attributes = block.attributes
    classes = ["wp-block-latest-posts__list"]
    if attributes.get("postLayout") == "grid":
        classes.append("is-grid")
        if attributes.get("columns") is not None:
            classes.append(f"columns-{php.text(attributes['columns'])}")
    if php.is_true(attributes.get("displayPostDate")):
        classes.append("has-dates")
    if php.is_true(attributes.get("displayAuthor")):
        classes.append("has-author")
    if has_link_color(block):
        classes.append("has-link-color")
    return classes
