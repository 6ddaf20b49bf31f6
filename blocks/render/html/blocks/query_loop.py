"""The posts of a query: each drawn by the same inner blocks."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from blocks.formatting import php
from blocks.formatting.escaping import Html, esc_attr
from blocks.formatting.names import sanitize_html_class, sanitize_title
from blocks.render.html.block import ServerBlock
from blocks.render.html.blocks.common import has_link_color
from blocks.render.html.blocks.query_vars import is_inherited, query_of
from blocks.render.html.loops import end_main_loop, reset_postdata, the_post
from blocks.render.html.server import Rendering, Server
from blocks.render.html.wrapper import wrapper_attributes
from blocks.site.media import attachment
from blocks.site.query import PostQuery
from blocks.site.query.variables import items
from blocks.site.records import SitePost
from blocks.site.terms import get_the_terms, post_format


def post_template(block: ServerBlock, content: str, server: Server) -> Rendering:
    """A list of the posts (`render_block_core_post_template()`)."""
    del content
    query = query_of(block, server)
    if not query.posts:
        return ""
    wrapper = wrapper_attributes(block, server, {"class": php.trim(_classes(block))})
    is_enhanced = php.is_true(block.context.get("enhancedPagination"))
    in_the_loop = server.in_the_loop
    if is_inherited(block):
        query = replace(query) if in_the_loop else query
        server.in_the_loop = True
    items: list[dict[str, Any]] = []
    for post in query.posts:
        the_post(server, post, query)
        overrides = server.context_overrides
        server.context_overrides = {**overrides, "postType": post.type, "postId": post.id}
        html = yield server.inner_content(block.again({}))
        server.context_overrides = overrides
        classes = Html(esc_attr(" ".join(post_classes(post, server, "wp-block-post"))))
        items.append({"id": post.id, "classes": classes, "content": Html(html)})
    server.in_the_loop = in_the_loop
    if query is server.main_query:
        end_main_loop(server)
    reset_postdata(server)
    return server.draw("core/post-template", wrapper=wrapper, items=items, has_keys=is_enhanced)


def query_no_results(block: ServerBlock, content: str, server: Server) -> str:
    """What is shown where a query finds nothing (`render_block_core_query_no_results()`)."""
    if not php.is_true(php.trim(content)) or query_of(block, server).posts:
        return ""
    wrapper = wrapper_attributes(block, server, {"class": "has-link-color" if has_link_color(block) else ""})
    return f"<div {wrapper}>{content}</div>"


def _classes(block: ServerBlock) -> str:
    attributes, context = block.attributes, block.context
    classes = ""
    if context.get("query") is not None and php.get(context, "displayLayout", "type") == "flex":
        classes = f"is-flex-container columns-{php.text(php.get(context, 'displayLayout', 'columns'))}"
    if has_link_color(block):
        classes += " has-link-color"
    columns = php.get(attributes, "layout", "columnCount")
    if php.get(attributes, "layout", "type") == "grid" and php.is_true(columns):
        classes += " " + sanitize_title(f"columns-{php.text(columns)}")
    return classes


def post_classes(post: SitePost, server: Server, *first: str) -> list[str]:
    """The classes that tell what a post is (`get_post_class()`), behind the `first` ones."""
    site, query = server.site, server.main_query
    classes = [*first, f"post-{post.id}", post.type, f"type-{post.type}", f"status-{post.status}"]
    kind = site.post_types.get(post.type)
    if kind is not None and "post-formats" in kind.supports:
        form = post_format(site, post)
        classes.append(f"format-{sanitize_html_class(form)}" if form else "format-standard")
    if post.password:
        classes.append("post-password-required")
    elif _has_thumbnail(post, server):
        classes.append("has-post-thumbnail")
    if post.id in map(php.integer, items(site.options["sticky_posts"])) and _is_first_page(query):
        classes.append("sticky")
    classes.append("hentry")
    for name, taxonomy in site.taxonomies.items():
        if not taxonomy.public or post.type not in taxonomy.post_types:
            continue
        for term in get_the_terms(site, post, name):
            if not term.slug:
                continue
            slug = sanitize_html_class(term.slug, str(term.id))
            if php.is_numeric(slug) or not slug.strip("-"):
                slug = str(term.id)
            classes.append(
                f"tag-{slug}" if name == "post_tag" else sanitize_html_class(f"{name}-{slug}", f"{name}-{term.id}")
            )
    return list(dict.fromkeys(classes))


def _has_thumbnail(post: SitePost, server: Server) -> bool:
    if post.type == "attachment" or not (server.theme.is_block_theme or server.theme.supports.get("post-thumbnails")):
        return False
    return attachment(server.site, php.integer(post.meta.get("_thumbnail_id"))) is not None


def _is_first_page(query: PostQuery) -> bool:
    return query.flags.is_home and not query.flags.is_paged
