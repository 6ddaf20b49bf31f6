"""The author of a post: name, picture and biography."""

from __future__ import annotations

from blocks.formatting import php
from blocks.formatting.escaping import Html, esc_attr
from blocks.formatting.kses import wp_kses_post
from blocks.formatting.urls import esc_url
from blocks.render.html.block import ServerBlock
from blocks.render.html.blocks.common import align_classes, aligned_wrapper, has_link_color, text_wrapper
from blocks.render.html.media import loading
from blocks.render.html.server import Server
from blocks.render.html.wrapper import wrapper_attributes
from blocks.site.avatars import get_avatar
from blocks.site.links import author_link


def post_author(block: ServerBlock, content: str, server: Server) -> str:
    """The author with a picture and, if asked for, the biography (`render_block_core_post_author()`)."""
    del content
    author = _author_id(block, server)
    if author is None or not _has_authors(block, server):
        return ""
    attributes, site = block.attributes, server.site
    size, target, byline = (attributes.get(name) for name in ("avatarSize", "linkTarget", "byline"))
    avatar = _avatar(author, php.integer(size), server) if php.is_true(size) else ""
    justified = attributes.get("itemsJustification")
    classes = [] if justified is None else [f"items-justified-{php.text(justified)}"]
    classes += align_classes(block)
    classes += ["has-link-color"] if has_link_color(block) else []
    user = site.users.get(author)
    is_link = php.is_true(attributes.get("isLink")) and php.is_true(target)
    return server.draw(
        "core/post-author",
        wrapper=wrapper_attributes(block, server, {"class": " ".join(classes)}),
        avatar=Html(avatar) if php.is_true(attributes.get("showAvatar")) else None,
        byline=Html(wp_kses_post(php.text(byline))) if php.is_true(byline) else None,
        author=Html("" if user is None else user.display_name),
        link=Html(esc_url(author_link(site, author))) if is_link else None,
        target=Html(esc_attr(php.text(target))),
        biography=Html("" if user is None else user.description) if php.is_true(attributes.get("showBio")) else None,
    )


def post_author_name(block: ServerBlock, content: str, server: Server) -> str:
    """The author's name, linked if the block says so (`render_block_core_post_author_name()`)."""
    del content
    author = _author_id(block, server)
    if author is None or not _has_authors(block, server):
        return ""
    user = server.site.users.get(author)
    return server.draw(
        "core/post-author-name",
        wrapper=text_wrapper(block, server),
        author=Html("" if user is None else user.display_name),
        link=Html(author_link(server.site, author)) if php.is_true(block.attributes.get("isLink")) else None,
        target=Html(esc_attr(php.text(block.attributes.get("linkTarget")))),
    )


def post_author_biography(block: ServerBlock, content: str, server: Server) -> str:
    """What the author says of themselves (`render_block_core_post_author_biography()`)."""
    del content
    user = server.site.users.get(_author_id(block, server) or 0)
    if user is None or not php.is_true(user.description):
        return ""
    return f"<div {aligned_wrapper(block, server)}>{user.description}</div>"


def _author_id(block: ServerBlock, server: Server) -> int | None:
    """The author of the post around the block, or that of the page; None for nobody."""
    post_id = block.context.get("postId")
    if post_id is None:
        author = server.main_query.get("author")
        return php.integer(author) if php.is_true(author) else None
    post = server.site.posts.get(php.integer(post_id))
    return post.author if post is not None and post.author else None


def _has_authors(block: ServerBlock, server: Server) -> bool:
    post_type = block.context.get("postType")
    if post_type is None:
        return True
    kind = server.site.post_types.get(php.text(post_type))
    return kind is not None and "author" in kind.supports


def _avatar(author: int, size: int, server: Server) -> str:
    counted = loading(server)
    return get_avatar(server.site, author, size, loading=lambda given: counted.attributes("img", given, "get_avatar"))
