"""Block bindings: attributes whose values are not in the block, but in a post's meta, or wherever a source says.

A source is a function of the binding's arguments, the block and the name of the attribute; it returns the value, or
None where the block's own is to stay. WordPress's four are here, and callers give more by name:

    def price(args: Mapping[str, Any], block: ServerBlock, attribute: str) -> object:
        return prices.get(args.get("product"))

    blocks.convert(source, to="html", bindings={"shop/price": price})
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import Any, Final

from blocks.formatting import php
from blocks.formatting.escaping import esc_attr, esc_html
from blocks.formatting.kses import wp_kses_post
from blocks.formatting.urls import esc_url
from blocks.fragment.html_processor import replace_inner
from blocks.fragment.tag_processor import TagProcessor
from blocks.render.html.block import ServerBlock
from blocks.render.html.rules import BOUND
from blocks.render.html.server import Server
from blocks.site import SitePost
from blocks.site.dates import get_the_date, post_datetime
from blocks.site.index import index
from blocks.site.links import permalink, term_link
from blocks.site.pages import is_publicly_viewable, password_required, status_of
from blocks.site.people import may_edit, may_read_private
from blocks.site.statuses import STATUSES

Source = Callable[[Mapping[str, Any], ServerBlock, str], object]
"""Gives the value of an attribute, None for none: of the binding's `args`, the block, and the attribute's name."""

_OVERRIDES: Final = "core/pattern-overrides"
_IGNORED: Final = re.compile(r"[^ -~a-zA-Z\u00aa\u00b5\u00ba\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u00ff]")
_WITH_FOOTNOTES: Final = frozenset(("post", "page", "wp_block"))
_OF_NAVIGATION: Final = frozenset(("core/navigation-link", "core/navigation-submenu"))


def bound_attributes(block: ServerBlock, server: Server) -> dict[str, Any]:
    """The attributes that bindings give a block (`WP_Block::process_block_bindings()`).

    With a binding for all that a pattern can override, `metadata` is among them, with a binding for each.
    """
    supported = BOUND.get(block.name or "", ())
    metadata = block.attrs.get("metadata")
    bindings = php.get(metadata, "bindings")
    if not supported or not isinstance(metadata, dict) or not isinstance(bindings, dict):
        return {}
    bound: dict[str, Any] = {}
    if php.get(bindings, "__default", "source") == _OVERRIDES:
        said = {name: bindings.get(name) for name in supported}
        bindings = {name: {"source": _OVERRIDES} if one is None else one for name, one in said.items()}
        bound["metadata"] = {**metadata, "bindings": bindings}
    for name, binding in bindings.items():
        source = php.get(binding, "source")
        if name not in supported or not isinstance(source, str):
            continue
        ask = _SOURCES.get(source) or server.bindings.get(source)
        value = ask(_arguments(binding), block, name) if ask is not None else None
        if value is not None:
            bound[name] = value
    return bound


def _arguments(binding: Any) -> dict[str, Any]:
    return {str(key): value for key, value in php.pairs(php.get(binding, "args", default=[]))}


def replaced(block: ServerBlock, content: str, bound: Mapping[str, Any]) -> str:
    """The block's HTML with what is bound in it: contents and attributes of elements (`WP_Block::replace_html()`)."""
    if block.type is None or content == "0":
        return content
    for name, value in bound.items():
        schema = block.type.attributes.get(name, {})
        source = schema.get("source")
        if isinstance(value, dict | list):  # WordPress dies of it
            continue
        if source in ("html", "rich-text"):
            selectors = str(schema.get("selector", "")).split(",")
            content = replace_inner(content, selectors, wp_kses_post(php.text(value)))
        elif source == "attribute":
            tags = TagProcessor(content)
            if tags.next_tag(schema.get("selector")):
                tags.set_attribute(schema["attribute"], value if isinstance(value, bool) else php.text(value))
                content = tags.get_updated_html()
    return content


# --------------------------------------------------------------------------------------------- WordPress's sources


def _post_meta(args: Mapping[str, Any], block: ServerBlock, attribute: str) -> object:
    """A value of the post's meta, if REST shows its key (`_block_bindings_post_meta_get_value()`)."""
    del attribute
    server, key = block.server, args.get("key")
    post = _visible_post(block.available.get("postId"), block)
    if post is None or php.is_empty(key) or isinstance(key, dict | list):
        return None
    key = php.text(key)
    if _is_protected(key) or not _is_shown(key, block.available.get("postType"), server):
        return None
    value = post.meta.get(key)
    if value is None:
        registered = (server.site.post_meta or {}).get(key)
        return "" if registered is None or registered.default is None else registered.default
    return value if isinstance(value, dict | list) else php.text(value)


def _is_protected(key: str) -> bool:
    """Whether a key is WordPress's own: it begins with an underscore (`is_protected_meta()`)."""
    return _IGNORED.sub("", php.encoded(key).decode("latin-1")).startswith("_")


def _is_shown(key: str, post_type: Any, server: Server) -> bool:
    """Whether a meta key is registered, for posts of this type or for all, and shown by REST."""
    if key == "footnotes" and post_type in _WITH_FOOTNOTES:
        return True
    registered = server.site.post_meta
    if registered is None:
        return key in index(server.site).meta_keys
    found = registered.get(key)
    return found is not None and found.show_in_rest and found.post_type in ("", post_type)


def post_data(args: Mapping[str, Any], block: ServerBlock, attribute: str) -> str | None:
    """A date or the address of the post (`_block_bindings_post_data_get_value()`)."""
    del attribute
    field = args.get("key") if php.is_empty(args.get("field")) else args.get("field")
    if php.is_empty(field):
        return None
    is_navigation = block.name in _OF_NAVIGATION
    post = _visible_post(block.attributes.get("id") if is_navigation else block.available.get("postId"), block)
    if post is None:
        return None
    site = block.server.site
    if field == "date":
        return esc_attr(get_the_date(site, post, "c"))
    if field == "modified":
        written, modified = post_datetime(site, post), post_datetime(site, post, modified=True)
        is_later = written is not None and modified is not None and modified > written
        return esc_attr(get_the_date(site, post, "c", modified=True)) if is_later else ""
    return esc_url(permalink(site, post)) if field == "link" else None


def _term_data(args: Mapping[str, Any], block: ServerBlock, attribute: str) -> str | None:
    """A field of a term (`_block_bindings_term_data_get_value()`)."""
    del attribute
    server = block.server
    if block.name in _OF_NAVIGATION:
        id, taxonomy = block.attributes.get("id"), block.attributes.get("type", "")
        taxonomy = "post_tag" if taxonomy == "tag" else taxonomy
    else:
        id, taxonomy = block.available.get("termId"), block.available.get("taxonomy", "")
    if php.is_empty(id) or not isinstance(taxonomy, str):
        return None
    term, kind = server.site.terms.get(php.integer(id)), server.site.taxonomies.get(taxonomy)
    if term is None or kind is None or term.taxonomy != taxonomy:
        return None
    if not kind.public and server.request.user not in server.site.users:
        return None
    field = args.get("field")
    if field == "link":
        return esc_url(term_link(server.site, term))
    if field == "description":
        return wp_kses_post(term.description)
    fields = {"id": id, "name": term.name, "slug": term.slug, "parent": term.parent, "count": term.count}
    return esc_html(php.text(fields[field])) if isinstance(field, str) and field in fields else None


def _pattern_overrides(args: Mapping[str, Any], block: ServerBlock, attribute: str) -> object:
    """What the synced pattern around the block says for it (`_block_bindings_pattern_overrides_get_value()`)."""
    del args
    name = php.get(block.attributes, "metadata", "name")
    if php.is_empty(name) or not isinstance(name, str | int):
        return None
    return php.get(block.available.get("pattern/overrides"), name, attribute)


_SOURCES: Final[Mapping[str, Source]] = {
    "core/post-meta": _post_meta,
    "core/post-data": post_data,
    "core/term-data": _term_data,
    _OVERRIDES: _pattern_overrides,
}


def _visible_post(id: Any, block: ServerBlock) -> SitePost | None:
    """A post that whoever looks at the page may see; None where it is locked, or there is none."""
    server = block.server
    if php.is_empty(id):
        if not server.has_site:
            server.report("no-data", "what is bound to the block is not known without a site", block)
        return None
    post = server.site.posts.get(php.integer(id))
    if post is None or password_required(post):
        return None
    return post if is_publicly_viewable(server.site, post) or _may_read(post, server) else None


def _may_read(post: SitePost, server: Server) -> bool:
    """Whether the user may read a post that is not for all (`current_user_can( 'read_post', … )`)."""
    user = server.request.user
    if user not in server.site.users:
        return False
    state = STATUSES.get(status_of(server.site, post))
    if state is not None and state.public:
        return True
    if state is not None and state.private:
        return post.author == user or may_read_private(server.site, user)
    return may_edit(server.site, user, post)
