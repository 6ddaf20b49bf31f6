"""The archives of the site by date, or all its posts: as a list, or to choose from."""

from __future__ import annotations

from typing import Any, Final

from blocks.formatting import php
from blocks.formatting.escaping import Html
from blocks.formatting.texturize import texturize
from blocks.formatting.urls import esc_url
from blocks.render.html.block import ServerBlock
from blocks.render.html.dropdown import dropdown_script
from blocks.render.html.server import Server
from blocks.render.html.wrapper import wrapper_attributes
from blocks.site.archives import Archive
from blocks.site.archives import archives as archives_of

_CHOOSE: Final = {
    "yearly": "Select Year",
    "monthly": "Select Month",
    "daily": "Select Day",
    "weekly": "Select Week",
}
# The variables of the main query that tell which archive is open.
_CURRENT: Final = {
    "yearly": {"year": "year"},
    "monthly": {"year": "year", "month": "monthnum"},
    "daily": {"year": "year", "month": "monthnum", "day": "day"},
    "weekly": {"year": "year", "week": "w"},
}


def archives(block: ServerBlock, content: str, server: Server) -> str:
    """The archives (`render_block_core_archives()`)."""
    del content
    attributes = block.attributes
    kind = php.text(attributes.get("type", "monthly"))
    is_dropdown = php.is_true(attributes.get("displayAsDropdown"))
    id = server.unique_id("wp-block-archives-") if is_dropdown else ""
    counts = php.is_true(attributes.get("showPostCounts"))
    found = [
        {
            "link": Html(esc_url(one.url)),
            "text": Html(texturize(one.text)),
            "count": one.count if counts and not one.post else None,
            "is_current": _is_current(one, kind or "monthly", server),
        }
        for one in archives_of(server.site, kind)
    ]
    shape = "dropdown" if is_dropdown else "list"
    return server.draw(
        "core/archives",
        wrapper=wrapper_attributes(block, server, {"class": f"wp-block-archives-{shape}"}),
        archives=found,
        is_dropdown=is_dropdown,
        id=id,
        label="Archives",
        choose=_CHOOSE.get(kind, "Select Post"),
        shows_label=php.is_true(attributes.get("showLabel")),
        script=dropdown_script(id, server) if is_dropdown else None,
    )


def _is_current(archive: Archive, kind: str, server: Server) -> bool:
    """Whether the page lists this archive, or the current post is the one listed."""
    if archive.post:
        return server.post is not None and server.post.id == archive.post
    query = server.main_query
    if not query.flags.is_archive:
        return False
    return all(php.text(query.get(name)) == _part(archive, part) for part, name in _CURRENT[kind].items())


def _part(archive: Archive, part: str) -> str:
    value: Any = getattr(archive, part)
    return php.text(value)
