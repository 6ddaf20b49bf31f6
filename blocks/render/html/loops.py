"""Loops over the posts of queries: which post is the current one, and which query set it up.

WordPress keeps the pages of the current post in globals of their own (`setup_postdata()`); a loop leaves them as it
ends, and blocks behind it see them.
"""

from __future__ import annotations

from typing import Final

from blocks.render.html.server import Server
from blocks.site.query import PostQuery
from blocks.site.records import SitePost

_SET_UP: Final = "post set up"
_MAIN_POST: Final = "post of the main query"


def set_up(server: Server, post: SitePost) -> tuple[SitePost, PostQuery]:
    """The post whose pages are set up, and the query that did; `post` and the main query where no loop was run yet."""
    found: tuple[SitePost, PostQuery] = server.memory.get(_SET_UP, (post, server.main_query))
    return found


def the_post(server: Server, post: SitePost, query: PostQuery) -> None:
    """Make a post of a query the current one (`WP_Query::the_post()`)."""
    server.post = post
    server.memory[_SET_UP] = (post, query)
    if query is server.main_query:
        server.memory[_MAIN_POST] = post


def reset_postdata(server: Server) -> None:
    """Make the current post of the main query the current one, if it has one (`wp_reset_postdata()`)."""
    post = server.memory.get(_MAIN_POST, server.main_query.post)
    if post is not None:
        server.post = post
        server.memory[_SET_UP] = (post, server.main_query)


def leave_set_up(server: Server, query: PostQuery) -> None:
    """Leave the first post of a query set up, as a query does that stands in for the main one while that is reset."""
    if query.post is not None:
        server.memory[_SET_UP] = (query.post, query)


def end_main_loop(server: Server) -> None:
    """Begin the loop of the main query anew (`WP_Query::rewind_posts()`)."""
    server.memory.pop(_MAIN_POST, None)
