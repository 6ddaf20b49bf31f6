"""The numbers of a document: words and reading time as WordPress's block counts them, pictures, links, headings."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from math import inf
from typing import Final

from blocks.errors import OptionError
from blocks.formatting import php
from blocks.model.digest import SizeUnit, Stats
from blocks.model.document import Document
from blocks.render.base import Context
from blocks.render.digest.cuts import SPACELESS
from blocks.render.digest.scan import Link, scan

PACE: Final[dict[SizeUnit, float]] = {"words": 189, "characters": 500}
"""A minute's reading. WordPress takes 189 for characters, too, unless the block says another pace."""
SPACELESS_LANGUAGES: Final = frozenset({"ja", "km", "lo", "my", "th", "yue", "zh"})

_SPACELESS = re.compile(rf"[{SPACELESS}]")
_LETTER = re.compile(r"[^\W\d_]")
_HOST = re.compile(r"(?:[a-z][a-z0-9+.-]*:)?//(?:[^/?#@]*@)?(\[[^\]/?#]*\]|[^/?#:]*)", re.IGNORECASE)
_SCHEME = re.compile(r"[a-z][a-z0-9+.-]*:", re.IGNORECASE)


def stats(document: Document, context: Context, *, host: str | None, pace: float | None, lang: str | None) -> Stats:
    """The numbers of a document; see `Document.stats`."""
    if pace is not None and not (isinstance(pace, int | float) and 1 <= pace < inf and pace is not True):
        raise OptionError(f"nobody reads {pace!r} words a minute: give a number from 1 on, or None")
    if lang is not None and not isinstance(lang, str):
        raise OptionError(f"a language is named by its code, such as 'ja', not by {lang!r}")
    mine = None if host is None else _checked_host(host)
    found = scan(document, context)
    unspaced = len(found.text) - found.text.count(" ")
    counts: SizeUnit = "characters" if _is_spaceless(found.text, lang) else "words"
    words = unspaced if counts == "characters" else _words(document.source.text)
    internal, external = (None, None) if mine is None else _told_apart(found.links, mine)
    names = Counter(node.block_name or "html" for node in document.walk())
    return Stats(
        words=words,
        counts=counts,
        characters=len(found.text),
        characters_without_spaces=unspaced,
        minutes=max(1, int(php.php_round(words / (pace or PACE[counts])))),
        images=len(found.alts),
        images_without_alt=found.alts.count(""),
        links=len(found.links),
        internal_links=internal,
        external_links=external,
        headings=tuple(found.headings),
        blocks=dict(names.most_common()),
    )


def _words(markup: str) -> int:
    from blocks.render.html.blocks.reading_time import count_words

    return count_words(markup)


def _is_spaceless(text: str, lang: str | None) -> bool:
    """Whether a text is counted by characters: its language is written without spaces, or else most of its letters."""
    if lang is not None:
        return re.split("[-_]", lang.lower(), maxsplit=1)[0] in SPACELESS_LANGUAGES
    spaceless = len(_SPACELESS.findall(text)) if not text.isascii() else 0
    return spaceless > 0 and 2 * spaceless > len(_LETTER.findall(text))


def _told_apart(links: Iterable[Link], host: str) -> tuple[int, int]:
    """How many links lead to the host, and how many to others."""
    internal = external = 0
    for link in links:
        there = _host_of(link.url)
        if there is None:
            internal += not _SCHEME.match(link.url)
        elif there == host:
            internal += 1
        else:
            external += 1
    return internal, external


def _checked_host(said: str) -> str:
    """The host that a name or an address says. OptionError where it says none."""
    host = None
    if isinstance(said, str):
        host = _host_of(said if _HOST.match(said) else f"//{said}")
    if not host:
        raise OptionError(f"{said!r} names no host: give one such as 'example.com'")
    return host


def _host_of(address: str) -> str | None:
    """The name of the host in an address, to be compared: `www.` and the port count for nothing."""
    found = _HOST.match(address)
    return found[1].lower().removeprefix("www.").rstrip(".") if found else None
