"""What a query is about, and how much it found."""

from __future__ import annotations

from typing import Any, Final

from blocks.formatting import php
from blocks.formatting.escaping import esc_attr
from blocks.formatting.texturize import texturize
from blocks.render.html.block import ServerBlock
from blocks.render.html.blocks.common import aligned_wrapper, heading_tag
from blocks.render.html.blocks.query_vars import is_inherited, own_query, page_key
from blocks.render.html.server import Server
from blocks.render.html.wrapper import wrapper_attributes
from blocks.site.dates import get_the_date
from blocks.site.query import PostQuery
from blocks.site.records import Term, User
from blocks.site.types import PostType

_FORMATS: Final = {
    "aside": "Asides", "gallery": "Galleries", "image": "Images", "video": "Videos", "quote": "Quotes",
    "link": "Links", "status": "Statuses", "audio": "Audio", "chat": "Chats",
}  # fmt: skip
_DATES: Final = (("is_year", "Year:", "Y"), ("is_month", "Month:", "F Y"), ("is_day", "Day:", "F j, Y"))


def query_title(block: ServerBlock, content: str, server: Server) -> str:
    """The title of an archive, of a search or of a post type (`render_block_core_query_title()`)."""
    del content
    attributes, flags = block.attributes, server.main_query.flags
    kind, post_type = attributes.get("type"), php.get(block.context, "query", "postType")
    if post_type is None and server.post is not None:
        post_type = server.post.type
    shows = {"archive": flags.is_archive, "search": flags.is_search, "post-type": php.is_true(post_type)}
    if not php.is_true(kind) or not shows.get(php.text(kind), True):
        return ""
    shown = attributes.get("showPrefix")
    has_prefix = shown is None or php.is_true(shown)
    title = _archive_title(server, has_prefix) if flags.is_archive else ""
    if flags.is_search:
        title, searched = "Search results", server.main_query.get("s")
        if php.is_true(attributes.get("showSearchTerm")):
            title += f' for: "{esc_attr(php.text(searched))}"'
    if kind == "post-type":
        registered = server.site.post_types.get(post_type) if isinstance(post_type, str) else None
        if registered is None:
            return ""
        title = f'Post Type: "{registered.singular}"' if has_prefix else registered.singular
    level = attributes.get("level")
    tag = "h1" if level is None else heading_tag(php.integer(level))
    return f"<{tag} {aligned_wrapper(block, server)}>{title}</{tag}>"


def _archive_title(server: Server, has_prefix: bool) -> str:
    """The title of the archive that the page is (`get_the_archive_title()`)."""
    prefix, title = _archive(server)
    return f"{prefix} <span>{title}</span>" if prefix and has_prefix else title


def _archive(server: Server) -> tuple[str, str]:
    """The prefix and the title of the archive, as HTML."""
    query = server.main_query
    flags, about = query.flags, query.queried_object
    found = ("", "Archives")
    date = next(((prefix, form) for flag, prefix, form in _DATES if getattr(flags, flag)), None)
    if flags.is_category or flags.is_tag:
        name = php.strip_tags(texturize(about.name)) if isinstance(about, Term) else ""
        found = ("Category:" if flags.is_category else "Tag:", name)
    elif flags.is_author:
        found = ("Author:", about.display_name if isinstance(about, User) else "")
    elif date is not None:
        found = (date[0], get_the_date(server.site, server.post, date[1]) if server.post is not None else "")
    elif flags.is_tax and isinstance(about, Term) and about.taxonomy == "post_format":
        found = ("", _FORMATS.get(about.slug.removeprefix("post-format-"), "Archives"))
    elif flags.is_post_type_archive:
        found = ("Archives:", about.label if isinstance(about, PostType) else "")
    elif flags.is_tax and isinstance(about, Term):
        found = (f"{server.site.taxonomies[about.taxonomy].singular}:", about.name)
    return found


def query_total(block: ServerBlock, content: str, server: Server) -> str:
    """How many posts the query found, or which of them are shown (`render_block_core_query_total()`)."""
    del content
    wrapper = wrapper_attributes(block, server)
    query, page = _query_and_page(block, server)
    total, per_page = query.found_posts, php.integer(query.get("posts_per_page", 0))
    if block.attributes.get("displayType") == "range-display":
        start = 0 if total == 0 else (page - 1) * per_page + 1
        end = min(start + per_page - 1, total)
        text = f"Displaying {start}{'' if start == end else f' – {end}'} of {total}"
    else:
        text = f"{total} {'result' if total == 1 else 'results'} found"
    return f"<div {wrapper}>{text}</div>"


def _query_and_page(block: ServerBlock, server: Server) -> tuple[PostQuery, int]:
    if is_inherited(block):
        return server.main_query, max(1, php.integer(server.main_query.get("paged", 1)))
    asked: Any = server.request.get.get(page_key(block))
    page = 1 if asked is None else php.integer(asked)
    return own_query(block, server, page), page
