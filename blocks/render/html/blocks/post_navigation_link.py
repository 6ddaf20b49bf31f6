"""The link from a post to the one after it, or the one before."""

from __future__ import annotations

from typing import Any

from blocks.formatting import php
from blocks.formatting.kses import wp_kses_post
from blocks.render.html.block import ServerBlock
from blocks.render.html.blocks.common import ARROWS, align_classes
from blocks.render.html.server import Server
from blocks.render.html.wrapper import wrapper_attributes
from blocks.site.dates import mysql2date
from blocks.site.links import permalink
from blocks.site.pages import adjacent_post
from blocks.site.records import SitePost
from blocks.site.text import the_title


def post_navigation_link(block: ServerBlock, content: str, server: Server) -> str:
    """The link to the next post, or the one before (`render_block_core_post_navigation_link()`)."""
    del content
    attributes = block.attributes
    kind = attributes.get("type", "next")
    if not server.main_query.flags.is_singular or kind not in ("next", "previous"):
        return ""
    classes = [f"post-navigation-link-{kind}", *align_classes(block)]
    wrapper = wrapper_attributes(block, server, {"class": " ".join(classes)})
    form, text = _link_form(attributes, kind)
    arrow = attributes.get("arrow")
    if isinstance(arrow, str) and arrow in ARROWS:
        mark = (
            f'<span class="wp-block-post-navigation-link__arrow-{kind} is-arrow-{arrow}" aria-hidden="true">'
            f"{ARROWS[arrow][kind]}</span>"
        )
        form = f"%link{mark}" if kind == "next" else f"{mark}%link"
    taxonomy = attributes.get("taxonomy")
    link = _adjacent_link(server, kind, form, text, php.text(taxonomy) if php.is_true(taxonomy) else "")
    return f"<div {wrapper}>{link}</div>"


def _link_form(attributes: dict[str, Any], kind: str) -> tuple[str, str]:
    """What stands around the link, with `%link` for it; and its text, with `%title` for the title of the post."""
    asked = attributes.get("label")
    label = php.text(asked) if php.is_true(asked) else ""
    shown = wp_kses_post(label)
    if not php.is_true(attributes.get("showTitle")):
        plain = shown if "<" in label else label
        return "%link", plain or kind.capitalize()
    if not php.is_true(attributes.get("linkLabel")):
        before = f'<span class="post-navigation-link__label">{shown}</span> ' if label else ""
        return f"{before}%link", "%title"
    text = shown if label else f"{kind.capitalize()}:"
    return "%link", (
        f'<span class="post-navigation-link__label">{text}</span> '
        '<span class="post-navigation-link__title">%title</span>'
    )


def _adjacent_link(server: Server, kind: str, form: str, text: str, taxonomy: str) -> str:
    """The link to the post beside the current one (`get_adjacent_post_link()`); empty where there is none."""
    here, site = server.post, server.site
    is_previous = kind == "previous"
    if here is None:
        return ""
    post: SitePost | None
    if is_previous and server.main_query.flags.is_attachment:
        post = site.posts.get(here.parent) if here.parent else here
    else:
        post = adjacent_post(site, here, previous=is_previous, taxonomy=taxonomy, user=server.request.user)
    if post is None:
        return ""
    title = the_title(post.title if php.is_true(post.title) else f"{kind.capitalize()} Post")
    date = mysql2date(site, php.text(site.options["date_format"]), post.date)
    inside = text.replace("%title", title).replace("%date", date)
    rel = "prev" if is_previous else "next"
    return form.replace("%link", f'<a href="{permalink(site, post)}" rel="{rel}">{inside}</a>')
