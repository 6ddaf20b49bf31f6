"""The content of the post that a block stands in."""

from __future__ import annotations

from blocks.formatting import php
from blocks.formatting.balance import force_balance_tags
from blocks.render.html.block import ServerBlock
from blocks.render.html.blocks.template_part import is_tag
from blocks.render.html.content import content_of
from blocks.render.html.loops import set_up
from blocks.render.html.server import Rendering, Server
from blocks.render.html.wrapper import wrapper_attributes
from blocks.site.pages import password_required
from blocks.site.post_pages import get_the_content, password_form, post_pages
from blocks.site.records import SitePost


def post_content(block: ServerBlock, content: str, server: Server) -> Rendering | str:
    """The post's content with the filters of `the_content` (`render_block_core_post_content()`)."""
    del content
    post_id = block.context.get("postId")
    if post_id is None or server.post is None:
        return ""
    if not server.enter(f"post {php.text(post_id)}", f"the content of the post {php.text(post_id)}", block):
        return ""
    return _drawn(block, server.post, f"post {php.text(post_id)}", server)


def _drawn(block: ServerBlock, post: SitePost, key: str, server: Server) -> Rendering:
    html = yield content_of(_shown(post, server).replace("]]>", "]]&gt;"), server)
    server.leave(key)
    if not php.is_true(html):
        return ""
    asked = block.attributes.get("tagName")
    tag = php.text(asked) if php.is_true(asked) and is_tag(asked) else "div"
    return f"<{tag} {wrapper_attributes(block, server, {'class': 'entry-content'})}>{html}</{tag}>"


def _shown(post: SitePost, server: Server) -> str:
    """The markup that is shown of the post that was set up last, or the form that asks for the password of `post`."""
    if password_required(post):
        return password_form(server.site, post)
    shown = post_pages(*set_up(server, post))
    return get_the_content(server.site, post, shown, balance=force_balance_tags)
