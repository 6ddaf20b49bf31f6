"""A menu of the time before blocks, as the markup of blocks that WordPress makes of it when no other menu is there.

WordPress stores that markup once and for all; the classes that it adds to the items which led to the page of that
moment are left out.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, Final

from blocks.formatting import php
from blocks.formatting.texts import wp_trim_words
from blocks.model.attributes import write
from blocks.render.html.server import Server
from blocks.site import SitePost
from blocks.site.addresses import home_url
from blocks.site.index import index
from blocks.site.links import permalink, post_type_archive_link, term_link
from blocks.site.records import Term
from blocks.site.text import the_title

_MENU: Final = "nav_menu"
_MOST_WORDS: Final = 200
_CUSTOM: Final = "custom"


def classic_menu(server: Server) -> str:
    """The markup of the site's menu (`WP_Navigation_Fallback::create_classic_menu_fallback()`), empty without one."""
    menus = index(server.site).terms_of(_MENU)
    if not menus:
        return ""
    menu = next((term for term in sorted(menus, key=_by_name) if term.slug == "primary"), menus[-1])
    posts = [
        post
        for post in index(server.site).posts_of("nav_menu_item")
        if post.status == "publish" and menu.id in post.terms.get(_MENU, ())
    ]
    items: dict[int, list[tuple[int, dict[str, Any]]]] = {}
    for post in sorted(posts, key=lambda post: post.menu_order):
        item = _item(post, server)
        if item is not None:
            items.setdefault(php.integer(post.meta.get("_menu_item_menu_item_parent")), []).append((post.id, item))
    # WordPress forgets that what it stores is taken for text with slashes: all escapes lose theirs.
    return php.stripslashes("".join(_markup(items)))


def _by_name(term: Term) -> str:
    return term.name.lower()


def _markup(items: dict[int, list[tuple[int, dict[str, Any]]]]) -> Iterable[str]:
    """The blocks, each item once at most (`WP_Classic_To_Block_Menu_Converter::to_blocks()`)."""
    stack: list[tuple[str, list[tuple[int, dict[str, Any]]]]] = [("", items.pop(0, [])[::-1])]
    while stack:
        closer, waiting = stack[-1]
        if not waiting:
            stack.pop()
            yield closer
            continue
        id, item = waiting.pop()
        below = items.pop(id, None)
        if below is None:
            yield f"<!-- wp:navigation-link {write(item)} /-->"
        else:
            yield f"<!-- wp:navigation-submenu {write(item)} -->"
            stack.append(("<!-- /wp:navigation-submenu -->", below[::-1]))


def _item(post: SitePost, server: Server) -> dict[str, Any] | None:
    """What the block of an item says; None where what the item leads to is gone (`wp_setup_nav_menu_item()`)."""
    meta = {name: post.meta.get(f"_menu_item_{name}", "") for name in ("type", "object", "target", "xfn", "classes")}
    target = _target(post, php.text(meta["type"]), php.text(meta["object"]), server)
    if target is None:
        return None
    title, url = target
    object_id = post.meta.get("_menu_item_object_id", "")
    return {
        "className": " ".join(_classes(meta, php.integer(object_id), url, server)),
        "description": wp_trim_words(post.content, _MOST_WORDS),
        "id": None if meta["object"] == _CUSTOM else php.text(object_id),
        "kind": php.text(meta["type"]).replace("_", "-"),
        "label": post.title or title,
        "opensInNewTab": meta["target"] == "_blank",
        "rel": php.text(meta["xfn"]) or None,
        "title": post.excerpt,
        "type": php.text(meta["object"]),
        "url": url,
    }


def _target(post: SitePost, kind: str, name: str, server: Server) -> tuple[str, str] | None:
    """The title and the address of what an item leads to."""
    site = server.site
    id = php.integer(post.meta.get("_menu_item_object_id"))
    if kind == "post_type":
        found = site.posts.get(id)
        if found is None or found.status == "trash" or name not in site.post_types:
            return None
        return the_title(found.title) or f"#{id} (no title)", permalink(site, found)
    if kind == "taxonomy":
        term = site.terms.get(id)
        if term is None or term.taxonomy != name or name not in site.taxonomies:
            return None
        return term.name or f"#{id} (no title)", term_link(site, term)
    if kind == "post_type_archive":
        archive = site.post_types.get(name)
        return None if archive is None else (archive.label, post_type_archive_link(site, name) or "")
    return "", php.text(post.meta.get("_menu_item_url"))


def _classes(meta: dict[str, Any], object_id: int, url: str, server: Server) -> list[str]:
    given, kind = meta["classes"], php.text(meta["type"])
    classes = [php.text(name) for name in (php.values(given) if php.is_array(given) else [given])]
    classes += ["menu-item", f"menu-item-type-{kind}", f"menu-item-object-{php.text(meta['object'])}"]
    options = server.site.options
    if kind == "post_type" and object_id == php.integer(options.get("page_on_front")):
        classes.append("menu-item-home")
    if kind == "post_type" and object_id == php.integer(options.get("wp_page_for_privacy_policy")):
        classes.append("menu-item-privacy-policy")
    if meta["object"] == _CUSTOM and url.partition("#")[0].rstrip("/") == home_url(server.site):
        classes.append("menu-item-home")
    return list(dict.fromkeys(classes))
