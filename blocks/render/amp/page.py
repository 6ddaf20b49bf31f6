"""A whole AMP page around a body that AMP takes: the template `amp/page.html`, and what its head says.

The runtime and the boilerplate stand on every page. The validator takes one without them where no component is used,
but nobody says that caches and search engines treat such a page as AMP.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final
from urllib.parse import urljoin

from blocks.errors import OptionError
from blocks.fragment.tame import UNREADABLE
from blocks.fragment.tokens import Token, tokens
from blocks.render.amp.facts import Facts, Picture, absolute, facts_of
from blocks.render.amp.players import version_of
from blocks.render.amp.schema_org import described, script
from blocks.render.amp.urls import WEB, bare, is_valid
from blocks.render.base import Context
from blocks.render.html.page import enclosed, page_variables, shortened

if TYPE_CHECKING:
    from blocks.site import Site, SitePost

CDN: Final = "https://cdn.ampproject.org/v0"
RUNTIME: Final = f"{CDN}.js"
HERE: Final = "#"  # what a page names as its canonical address when nobody knows another

_IMAGE = re.compile(r"<(?:amp-)?img[\s/]", re.IGNORECASE)
_LONGEST_TAG: Final = 10_000  # characters; what is longer holds its image itself, and has no address
_MOST_IMAGES: Final = 20  # looked at, for one that can stand for the post
_SMALLEST: Final = 100  # pixels; what is smaller on a side is an icon, a smiley, or counts visitors
_LARGE_CARD: Final = (300, 157)  # pixels, the least of a large picture in X


@dataclass(frozen=True, slots=True)
class Script:
    """The script of a component, by its name."""

    name: str
    address: str


def whole_page(
    body_html: str,
    components: Iterable[str],
    css: str,
    context: Context,
    *,
    lang: str = "en",
    canonical: str | None = None,
    site: Site | None = None,
    site_post: SitePost | None = None,
    footer: str = "",
) -> str:
    """The page of the template `amp/page.html`.

    `body_html`, `css` and `footer` have been made valid; `components` are those that they use, and no others, for the
    validator refuses a script that nothing needs. `site_post` is the current post of `site`. OptionError for a
    `canonical` that is no address.
    """
    chosen = checked_canonical(canonical)
    facts = facts_of(context.post, site, site_post)
    variables = page_variables(body_html, context.post, lang)
    link = chosen or _link(context.post.link) or facts.link or HERE
    picture = facts.image or next(pictures(body_html, link), None)
    described_as = described(facts, canonical=link, lang=lang, images=[picture] if picture else [])
    variables |= {
        "title": facts.title or variables["title"],
        "description": shortened(facts.description),
        "canonical": link,
        "scripts": scripts(components),
        "runtime": RUNTIME,
        "css": enclosed(css),
        "footer": footer,
        "open_graph": _open_graph(facts, absolute(link) or facts.link, picture) if described_as else [],
        "twitter_card": _card(picture) if described_as else "",
        "metadata": script(described_as) if described_as else "",
    }
    return UNREADABLE.sub("\ufffd", context.templates.draw("amp/page.html", **variables))


def checked_canonical(canonical: str | None) -> str | None:
    """The address as it stands in a link; OptionError where it is none."""
    if canonical is None:
        return None
    if not is_valid(canonical, WEB) or " " in bare(canonical):
        raise OptionError(f"canonical={canonical!r} is no web address; give the page's, https://example.com/post/")
    return bare(canonical)


def scripts(components: Iterable[str]) -> list[Script]:
    """The scripts that the components come from, by name, each once."""
    return [Script(name, f"{CDN}/{name}-{version_of(name)}.js") for name in sorted(set(components))]


def pictures(html: str, page: str = "") -> Iterator[Picture]:
    """The first images of a body that can stand for it: they have an address, and are not known to be small.

    `page` is the address that theirs are relative to.
    """
    for count, found in enumerate(_IMAGE.finditer(html)):
        if count == _MOST_IMAGES:
            return
        start = found.start()
        tag = next(tokens(html[start : start + _LONGEST_TAG]))
        address = _resolved(tag.get("src") or "", page)
        if address:
            width, height = _side(tag, "width"), _side(tag, "height")
            if min(width or _SMALLEST, height or _SMALLEST) >= _SMALLEST:
                yield Picture(address, width, height)


def _link(link: str | None) -> str:
    return bare(link) if link and is_valid(link, WEB) else ""


def _resolved(address: str, page: str) -> str:
    if not absolute(address) and absolute(page) and is_valid(address, WEB):
        try:
            address = urljoin(page, bare(address))
        except ValueError:
            return ""
    return absolute(address)


def _side(tag: Token, name: str) -> int | None:
    value = (tag.get(name) or "").strip()
    return int(value) or None if value.isascii() and value.isdigit() and len(value) <= len("99999") else None


def _open_graph(facts: Facts, address: str, picture: Picture | None) -> list[tuple[str, str]]:
    """What is shown of the page where it is shared: pairs of a property of the Open Graph protocol and its value."""
    said = [
        ("og:type", "website" if facts.kind == "page" else "article"),
        ("og:title", shortened(facts.title)),
        ("og:description", shortened(facts.description)),
        ("og:url", address),
        ("og:site_name", facts.site_name),
    ]
    if picture is not None:
        said += [
            ("og:image", picture.address),
            ("og:image:width", str(picture.width or "")),
            ("og:image:height", str(picture.height or "")),
        ]
    if facts.kind != "page":
        said += [("article:published_time", facts.published), ("article:modified_time", facts.modified)]
    return [(name, value) for name, value in said if value]


def _card(picture: Picture | None) -> str:
    """The kind of X's card."""
    width, height = (picture.width or 0, picture.height or 0) if picture is not None else (0, 0)
    return "summary_large_image" if width >= _LARGE_CARD[0] and height >= _LARGE_CARD[1] else "summary"
