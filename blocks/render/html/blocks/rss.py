"""What a feed says."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any, Final

from blocks.formatting import php
from blocks.formatting.escaping import Html, esc_attr, esc_html
from blocks.formatting.php.entities import html_entity_decode
from blocks.formatting.query import untrailingslashit
from blocks.formatting.strtotime import strtotime
from blocks.formatting.texts import wp_trim_words
from blocks.formatting.urls import esc_url
from blocks.render.html.block import ServerBlock
from blocks.render.html.server import Server
from blocks.render.html.wrapper import wrapper_attributes
from blocks.site.addresses import home_url, site_url
from blocks.site.dates import in_zone, wp_date, zone
from blocks.site.records import Feed, FeedItem

_NO_NETWORK: Final = "WP HTTP Error: User has blocked requests through HTTP."
_OWN: Final = (
    "Adding an RSS feed to this site’s homepage is not supported, as it could lead to a loop that slows down your "
    "site. Try using another block, like the <strong>Latest Posts</strong> block, to list posts from the site."
)
_EMPTY: Final = "An error has occurred, which probably means the feed is down. Try again later."
_MORE: Final = " [&hellip;]"


def rss(block: ServerBlock, content: str, server: Server) -> str:
    """The latest entries of a feed of the site's (`render_block_core_rss()`); nothing is fetched."""
    del content
    attributes = block.attributes
    address = php.text(attributes.get("feedURL"))
    if untrailingslashit(address) in (site_url(server.site), home_url(server.site)):
        return _error(_OWN, server)
    feed = _feed(address, block, server)
    if feed.error:
        return _error(f"<strong>RSS Error:</strong> {esc_html(feed.error)}", server)
    if not feed.items:
        return _error(_EMPTY, server)
    rel = php.trim(php.text(attributes.get("rel")))
    return server.draw(
        "core/rss",
        wrapper=wrapper_attributes(block, server, {"class": " ".join(_classes(attributes))}),
        items=[_item(item, attributes, server) for item in _latest(feed, attributes, server)],
        target="_blank" if php.is_true(attributes.get("openInNewTab")) else None,
        rel=Html(esc_attr(rel)) if php.is_true(attributes.get("rel")) and rel else None,
        error=None,
    )


def _error(message: str, server: Server) -> str:
    return server.draw("core/rss", error=Html(message))


def _feed(address: str, block: ServerBlock, server: Server) -> Feed:
    """The feed at an address. Where the site has none, what WordPress says that asks no network, or in vain."""
    found = server.site.feeds.get(address)
    if found is not None or not php.is_true(address):
        return found or Feed()
    if any(part in address for part in server.request.http):
        message = f"A feed could not be found at `{address}`; the status code is `200` and content-type is ``"
        return Feed(error=message)
    server.report("no-data", f"what the feed {address} says is not known", block)
    return Feed(error=_NO_NETWORK)


def _latest(feed: Feed, attributes: dict[str, Any], server: Server) -> list[FeedItem]:
    """As many entries as the block says: those without a date, then the latest; of one moment the last comes first."""
    dated = [(strtotime(item.date, server.request.now) or 0, item) for item in feed.items]
    ordered = [item for date, item in dated if not date]
    ordered += [item for date, item in sorted(dated, key=lambda one: one[0])[::-1] if date]
    most = php.integer(attributes.get("itemsToShow"))
    return ordered[:most] if most else ordered


def _classes(attributes: dict[str, Any]) -> list[str]:
    classes = []
    if attributes.get("blockLayout") == "grid":
        classes.append("is-grid")
        if attributes.get("columns") is not None:
            classes.append(f"columns-{php.text(attributes['columns'])}")
    shown = {"displayDate": "has-dates", "displayAuthor": "has-authors", "displayExcerpt": "has-excerpts"}
    return classes + [name for key, name in shown.items() if php.is_true(attributes.get(key))]


def _item(item: FeedItem, attributes: dict[str, Any], server: Server) -> dict[str, Any]:
    title = esc_html(php.trim(php.strip_tags(html_entity_decode(item.title))))
    date = _date(item, server) if php.is_true(attributes.get("displayDate")) else None
    author = item.author if php.is_true(attributes.get("displayAuthor")) and item.author else None
    excerpt = None
    if php.is_true(attributes.get("displayExcerpt")) and php.is_true(item.description):
        excerpt = _excerpt(item.description, php.integer(attributes.get("excerptLength")))
    form = php.text(server.site.options["date_format"])
    return {
        "title": Html(title if php.is_true(title) else "(no title)"),
        "link": Html(esc_url(item.link)),
        "datetime": None if date is None else Html(esc_attr(wp_date("c", date))),
        "date": None if date is None else Html(esc_html(wp_date(form, date))),
        "author": None if author is None else Html(esc_html(php.strip_tags(author))),
        "excerpt": excerpt,
    }


def _date(item: FeedItem, server: Server) -> datetime | None:
    """When an entry was published, as clocks of the site show it now."""
    moment = strtotime(item.date, server.request.now)
    if not moment:
        return None
    place = zone(server.site)
    offset = in_zone(server.request.now, place).utcoffset() or timedelta()
    try:
        return (datetime(1970, 1, 1, tzinfo=UTC) + timedelta(seconds=moment) + offset).replace(tzinfo=place)
    except OverflowError:
        return None


def _excerpt(description: str, length: int) -> Html:
    excerpt = esc_attr(wp_trim_words(html_entity_decode(description), length, _MORE))
    if excerpt.endswith("[...]"):
        excerpt = excerpt.removesuffix("[...]") + _MORE.strip()
    return Html(esc_html(excerpt))
