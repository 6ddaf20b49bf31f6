"""What a user may do, as far as a page shows it (`current_user_can()`)."""

from __future__ import annotations

from blocks.site.records import SitePost
from blocks.site.site import Site


def roles(site: Site, user: int) -> tuple[str, ...]:
    """The roles of a user. Where the site does not say, user 1 is the administrator, others are subscribers."""
    found = site.users.get(user)
    if found is None:
        return ()
    return found.roles or ("administrator" if user == 1 else "subscriber",)


def may_read_private(site: Site, user: int) -> bool:
    """`read_private_posts`: administrators and editors."""
    return not {"administrator", "editor"}.isdisjoint(roles(site, user))


def may_edit(site: Site, user: int, post: SitePost) -> bool:
    """`edit_post`: administrators and editors; authors their own, contributors their own while unpublished."""
    if may_read_private(site, user):
        return True
    mine = user != 0 and post.author == user
    if mine and "author" in roles(site, user):
        return True
    return mine and "contributor" in roles(site, user) and post.status not in ("publish", "future", "private")


def may_moderate(site: Site, user: int) -> bool:
    """`moderate_comments`: administrators and editors."""
    return may_read_private(site, user)
