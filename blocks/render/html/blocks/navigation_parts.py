"""What the items of a navigation have in common: fonts, the posts they lead to, whether they lead to this page."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

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
