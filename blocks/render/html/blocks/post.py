"""What a post says of itself: title, dates, terms, how long it takes to read, the link to it."""

from __future__ import annotations

from datetime import datetime, tzinfo
from typing import Any

from blocks.formatting import php
from blocks.formatting.escaping import Html, esc_attr, esc_html
from blocks.formatting.kses import wp_kses_post
from blocks.formatting.strtotime import strtotime
from blocks.formatting.urls import esc_url
from blocks.render.html.block import ServerBlock
from blocks.render.html.blocks.common import aligned_wrapper, heading_tag, post_of, text_wrapper
from blocks.render.html.blocks.reading_time import reading_time
from blocks.render.html.server import Server
from blocks.render.html.wrapper import wrapper_attributes
from blocks.site.dates import human_time_diff, wp_date, zone
from blocks.site.links import permalink, term_link
from blocks.site.terms import get_the_terms
from blocks.site.text import get_the_title


def post_title(block: ServerBlock, content: str, server: Server) -> str:
    """The title of the post (`render_block_core_post_title()`)."""
    del content
    post = post_of(block, server)
    title = get_the_title(server.post)
    if post is None or not php.is_true(title):
        return ""
    attributes = block.attributes
    level, rel = attributes.get("level"), attributes.get("rel")
    return server.draw(
        "core/post-title",
        tag="h2" if level is None else heading_tag(level),
        wrapper=text_wrapper(block, server),
        title=Html(title),
        link=Html(esc_url(permalink(server.site, post))) if php.is_true(attributes.get("isLink")) else None,
        target=Html(esc_attr(php.text(attributes.get("linkTarget")))),
        rel=Html(esc_attr(php.text(rel))) if php.is_true(rel) else None,
    )


def post_date(block: ServerBlock, content: str, server: Server) -> str:
    """When the post was published, or changed (`render_block_core_post_date()`)."""
    del content
    attributes = block.attributes
    date, classes = attributes.get("datetime"), []
    binding = php.get(attributes, "metadata", "bindings", "datetime")
    if date is None and (php.get(binding, "source") is None or php.get(binding, "args") is None):
        date = _date_of_post(block, attributes.get("displayType") == "modified")
        if attributes.get("displayType") == "modified":
            classes.append("wp-block-post-date__modified-date")
    if not php.is_true(date):
        return ""
    date = php.text(date)
    post = server.site.posts.get(php.integer(block.context.get("postId")))
    is_link = php.is_true(attributes.get("isLink")) and post is not None
    shown = _formatted(date, attributes.get("format"), server)
    return server.draw(
        "core/post-date",
        wrapper=text_wrapper(block, server, *classes),
        datetime=Html(esc_attr(date)),
        date=Html(_padded(shown, 2) if is_link else shown),
        link=Html(permalink(server.site, post)) if is_link and post is not None else None,
    )


def _date_of_post(block: ServerBlock, modified: bool) -> str | None:
    from blocks.render.html.bindings import post_data

    return post_data({"field": "modified" if modified else "date"}, block, "datetime")


def _formatted(date: str, form: Any, server: Server) -> str:
    """A date as the block prints it; the form's own HTML is kept, if a post may have it."""
    now = server.request.now
    when = strtotime(date, now)
    if form == "human-diff":
        span = int(now.timestamp()) - (when or 0)
        return f"{human_time_diff(span)} {'from now' if span < 0 else 'ago'}"
    if when is None:
        return ""
    form = php.text(form) if php.is_true(form) else php.text(server.site.options["date_format"])
    moment = _moment(when, zone(server.site))
    text = "" if moment is None else wp_date(form, moment)
    return wp_kses_post(text) if "<" in text else text


def _moment(when: int, place: tzinfo) -> datetime | None:
    try:
        return datetime.fromtimestamp(when, place)
    except (OverflowError, ValueError, OSError):
        return None


def post_terms(block: ServerBlock, content: str, server: Server) -> str:
    """The terms of the post in a taxonomy, linked (`render_block_core_post_terms()`)."""
    del content
    attributes, site = block.attributes, server.site
    name, post = attributes.get("term"), post_of(block, server)
    taxonomy = site.taxonomies.get(name) if isinstance(name, str) else None
    if post is None or taxonomy is None or not taxonomy.public:
        return ""
    terms = get_the_terms(site, post, taxonomy.name)
    if not terms:
        return ""
    separator = attributes.get("separator")
    links = [f'<a href="{esc_url(term_link(site, term))}" rel="tag">{term.name}</a>' for term in terms]
    return server.draw(
        "core/post-terms",
        wrapper=_filtered_wrapper(text_wrapper(block, server, f"taxonomy-{taxonomy.name}")),
        prefix=_beside(attributes.get("prefix")),
        suffix=_beside(attributes.get("suffix")),
        separator=Html(esc_html(php.text(separator) if php.is_true(separator) else " ")),
        links=[Html(link) for link in links],
    )


def _filtered_wrapper(wrapper: Html) -> Html:
    """The attributes as `wp_kses_post()` leaves them."""
    return Html(wp_kses_post(f"<div {wrapper}>")[len("<div ") : -1])


def _beside(text: Any) -> Html | None:
    return Html(wp_kses_post(php.text(text))) if php.is_true(text) else None


def read_more(block: ServerBlock, content: str, server: Server) -> str:
    """The link to the whole post (`render_block_core_read_more()`)."""
    del content
    attributes, post = block.attributes, post_of(block, server)
    if post is None:
        return ""
    justified, text = attributes.get("justifyContent"), attributes.get("content")
    classes = f"is-justified-{php.text(justified)}" if php.is_true(justified) else ""
    return server.draw(
        "core/read-more",
        wrapper=wrapper_attributes(block, server, {"class": classes}),
        link=Html(permalink(server.site, post)),
        target=Html(_padded(esc_attr(php.text(attributes.get("linkTarget"))), 3)),
        text=Html(_padded(wp_kses_post(php.text(text)), 4)) if php.is_true(text) else "Read more",
        title=Html(_padded(f": {get_the_title(post) or f'untitled post {post.id}'}", 5)),
    )


def _padded(text: str, width: int) -> str:
    """A text that is short with blanks before it, as the `%4s` of `sprintf()` writes it; bytes count."""
    return " " * (width - php.length(text)) + text


def post_time_to_read(block: ServerBlock, content: str, server: Server) -> str:
    """How long the post is, in minutes or in words (`render_block_core_post_time_to_read()`)."""
    del content
    if post_of(block, server) is None:
        return ""
    return f"<div {aligned_wrapper(block, server)}>{reading_time(block.attributes, server)}</div>"
