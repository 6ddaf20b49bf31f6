"""Template parts: headers, footers and what else templates share."""

from __future__ import annotations

import re
from typing import Final, NamedTuple

from blocks.formatting import php
from blocks.render.html.block import ServerBlock
from blocks.render.html.content import state_of
from blocks.render.html.content.chain import after_part, before_part
from blocks.render.html.content.rewriting import written_inside
from blocks.render.html.server import Rendering, Server
from blocks.render.html.wrapper import wrapper_attributes
from blocks.site.index import index

# The areas that WordPress knows, and the element of each.
_AREAS: Final = {"uncategorized": "div", "header": "header", "footer": "footer", "navigation-overlay": "div"}
_NOT_IN_TAGS: Final = re.compile("[^a-z0-9_:-]")


class _Part(NamedTuple):
    markup: str
    area: str


def template_part(block: ServerBlock, content: str, server: Server) -> Rendering | str:
    """A template part, with what `the_content` does to its blocks (`render_block_core_template_part()`)."""
    attributes = block.attributes
    slug, theme = attributes.get("slug"), attributes.get("theme")
    theme = server.stylesheet if theme is None else php.text(theme)
    if slug is None:
        return ""
    name = f"{theme}//{php.text(slug)}"
    part = _part(php.text(slug), server) if theme == server.stylesheet else None
    if part is None:
        where = f"the theme {theme}" if theme else "a theme, for none is named"
        if not server.has_site:
            where += ", and no site was given"
        server.report("missing-reference", f"there is no template part {php.text(slug)!r} in {where}", block)
        return server.stand_in(block, content) or ""
    if not server.enter(f"part {name}", f"the template part {name}", block):
        return ""
    return _drawn(block, part, f"part {name}", server)


def _drawn(block: ServerBlock, part: _Part, key: str, server: Server) -> Rendering:
    html = yield server.do_blocks(before_part(part.markup, state_of(server)))
    server.leave(key)
    area = part.area if part.area in _AREAS else "uncategorized"
    html = after_part(html, f"template_part_{area}", state_of(server))
    asked = block.attributes.get("tagName")
    tag = php.text(asked) if php.is_true(asked) and is_tag(asked) else _AREAS[area]
    return f"<{tag} {wrapper_attributes(block, server)}>{html.replace(']]>', ']]&gt;')}</{tag}>"


def _part(slug: str, server: Server) -> _Part | None:
    """The template part that the site changed, else that of the theme's files, as the site or the theme has them."""
    for post in index(server.site).named("wp_template_part", slug):
        if post.status == "publish":
            themes = [server.site.terms[id].name for id in post.terms.get("wp_theme", ()) if id in server.site.terms]
            if server.stylesheet in themes:
                areas = post.terms.get("wp_template_part_area", ())
                area = next((server.site.terms[id].name for id in areas if id in server.site.terms), "uncategorized")
                return _Part(post.content, area)
    files = server.theme_files
    known = files.parts.get(slug) if files is not None else None
    markup = known.content if known is not None else server.theme.template_part(slug)
    if markup is None:
        return None
    area = known.area if known is not None and known.area != "uncategorized" else server.theme.template_part_area(slug)
    return _Part(written_inside("template-part", markup, server.stylesheet, server.parser), area)


def is_tag(name: object) -> bool:
    """Whether a text is an element's name, as `tag_escape()` leaves it."""
    return isinstance(name, str) and not _NOT_IN_TAGS.search(name)
