"""Pictures of people, and the link to log in and out."""

from __future__ import annotations

from typing import Any

from blocks.formatting import php
from blocks.formatting.escaping import Html, esc_attr
from blocks.formatting.urls import esc_url, wp_parse_url
from blocks.render.html.block import ServerBlock
from blocks.render.html.media import loading
from blocks.render.html.server import Server
from blocks.render.html.supports.border import printed_border
from blocks.render.html.wrapper import wrapper_attributes
from blocks.site.addresses import home_url, request_uri, site_url
from blocks.site.avatars import Who, get_avatar
from blocks.site.links import author_link
from blocks.site.login import login_url, logout_url


def avatar(block: ServerBlock, content: str, server: Server) -> str:
    """The picture of a user, a post's author or a commenter (`render_block_core_avatar()`)."""
    del content
    context = block.context
    if context.get("commentId") is not None:
        comment = server.site.comments.get(php.integer(context["commentId"]))
        if comment is None:
            return ""
        return _avatar(block, server, comment, comment.author, comment.url, "website link")
    author = _author(block, server)
    if php.is_empty(author):
        return ""
    id = php.integer(author)
    user = server.site.users.get(id)
    name = user.display_name if user is not None else ""
    return _avatar(block, server, id, name, author_link(server.site, id), "author archive", is_always_linked=True)


def _author(block: ServerBlock, server: Server) -> Any:
    """The id of whoever's picture it is."""
    if block.attributes.get("userId") is not None:
        return block.attributes["userId"]
    if block.context.get("postId") is not None:
        post = server.site.posts.get(php.integer(block.context["postId"]))
        return post.author if post is not None else ""
    return server.main_query.get("author")


def _avatar(
    block: ServerBlock, server: Server, who: Who, name: str, link: str, place: str, *, is_always_linked: bool = False
) -> str:
    attributes = block.attributes
    border = printed_border(attributes)
    classes, style = border.get("class"), border.get("style")
    counted = loading(server)
    size = attributes.get("size")
    picture = get_avatar(
        server.site,
        who,
        96 if size is None else php.integer(size),
        alt=f"{name} Avatar",
        classes=f"wp-block-avatar__image {classes}" if classes else "wp-block-avatar__image",
        extra=f' style="{esc_attr(style)}"' if style else "",
        loading=lambda given: counted.attributes("img", given, "get_avatar"),
    )
    is_linked = php.is_true(attributes.get("isLink")) and (is_always_linked or link != "")
    target = attributes.get("linkTarget")
    return server.draw(
        "core/avatar",
        wrapper=wrapper_attributes(block, server),
        picture=Html(picture or ("" if is_linked else "  ")),  # `%2s`
        link=Html(esc_url(link)) if is_linked else None,
        target=Html(esc_attr(php.text(target))),
        aria_label=Html(esc_attr(f"({name} {place}, opens in a new tab)")) if target == "_blank" else None,
    )


def loginout(block: ServerBlock, content: str, server: Server) -> str:
    """The link to log in or out, or the form to log in (`render_block_core_loginout()`)."""
    del content
    site, request, attributes = server.site, server.request, block.attributes
    here = _host(server) + request_uri(request)
    redirect = here if php.is_true(attributes.get("redirectToCurrent")) else ""
    is_in = request.user in site.users
    has_form = not is_in and php.is_true(attributes.get("displayLoginAsForm"))
    classes = "logged-in" if is_in else f"logged-out{' has-login-form' if has_form else ''}"
    link = logout_url(site, request.now, redirect, request.user) if is_in else login_url(site, redirect)
    return server.draw(
        "core/loginout",
        wrapper=wrapper_attributes(block, server, {"class": classes}),
        is_logged_in=is_in,
        link=Html(esc_url(link)),
        has_form=has_form,
        action=Html(esc_url(site_url(site, "wp-login.php"))),
        redirect=Html(esc_url(here)),
    )


def _host(server: Server) -> str:
    """Scheme and host of the address that was asked for: those of the site."""
    parts = wp_parse_url(home_url(server.site)) or {}
    port = f":{parts['port']}" if "port" in parts else ""
    return f"{parts.get('scheme', 'http')}://{parts.get('host', '')}{port}"
