"""Metadata of schema.org about a post, as search engines ask for it of articles.

The properties are those that Google's documentation of article structured data recommends (headline, image, dates,
author with a page), and what else is known: publisher, description, sections, keywords, number of comments.
"""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from typing import Any, Final

from blocks.fragment.tame import UNREADABLE
from blocks.render.amp.facts import Facts, Picture, absolute
from blocks.render.html.page import shortened

_HEADLINE: Final = 110  # characters; search results cut longer ones
_TYPES: Final = {"post": "BlogPosting", "page": "WebPage"}
_LANGUAGE = re.compile(r"[a-z]{2,8}(?:[-_][a-z0-9]{1,8})*\Z", re.IGNORECASE | re.ASCII)
_UNSAFE = re.compile("[<>&\u2028\u2029]")


def described(
    facts: Facts, *, canonical: str | None = None, lang: str = "", images: Sequence[Picture] = ()
) -> dict[str, Any] | None:
    """What schema.org calls a BlogPosting (a post), a WebPage (a page) or an Article; None where nothing is known.

    `canonical` is the address of the page, `lang` its language. `images` are those of the content, the best first: the
    first stands for the post that has no featured image.
    """
    if not (facts.title or facts.published or facts.author or facts.description):
        return None
    kind = _TYPES.get(facts.kind, "Article")
    address = absolute(canonical) or facts.link
    picture = facts.image or next(iter(images), None)
    found: dict[str, Any] = {
        "headline": shortened(facts.title, _HEADLINE),
        "description": shortened(facts.description),
        "url": address,
        "mainEntityOfPage": {"@type": "WebPage", "@id": address} if address and kind != "WebPage" else None,
        "inLanguage": lang.replace("_", "-") if _LANGUAGE.match(lang) else None,
        "datePublished": facts.published,
        "dateModified": facts.modified,
        "author": _author(facts),
        "publisher": _publisher(facts),
        "image": picture and _image(picture),
        "articleSection": list(facts.sections) if kind != "WebPage" else None,
        "keywords": list(facts.keywords),
        "commentCount": facts.comments,
    }
    return {"@context": "https://schema.org", "@type": kind, **{key: value for key, value in found.items() if value}}


def script(data: Any) -> str:
    """`data` as a `<script type="application/ld+json">`, of which nothing can end it or begin another element.

    Characters that no page can hold become U+FFFD. ValueError for a number that JSON does not have.
    """
    text = UNREADABLE.sub("\ufffd", json.dumps(data, ensure_ascii=False, allow_nan=False))
    text = _UNSAFE.sub(lambda found: f"\\u{ord(found[0]):04x}", text)
    return f'<script type="application/ld+json">{text}</script>'


def _author(facts: Facts) -> dict[str, Any] | None:
    if not facts.author:
        return None
    pages = [address for address in dict.fromkeys((facts.author_page, facts.author_site)) if address]
    return {
        "@type": "Person",
        "name": facts.author,
        **({"url": pages[0]} if pages else {}),
        **({"sameAs": pages[1]} if len(pages) > 1 else {}),
    }


def _publisher(facts: Facts) -> dict[str, Any] | None:
    if not facts.site_name:
        return None
    return {
        "@type": "Organization",
        "name": facts.site_name,
        **({"url": facts.site_address} if facts.site_address else {}),
        **({"logo": _image(facts.logo)} if facts.logo else {}),
    }


def _image(picture: Picture) -> dict[str, Any]:
    return {
        "@type": "ImageObject",
        "url": picture.address,
        **({"width": picture.width} if picture.width else {}),
        **({"height": picture.height} if picture.height else {}),
    }
