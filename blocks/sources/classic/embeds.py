"""Addresses of other sites, and files to be played, as blocks."""

from __future__ import annotations

import re
from typing import Final
from urllib.parse import urlsplit

from blocks.errors import EditError
from blocks.library.embed import Embed
from blocks.library.media import Audio, Video
from blocks.model.block import Block

AUDIO: Final = ("mp3", "ogg", "flac", "m4a", "wav")
VIDEO: Final = ("mp4", "m4v", "webm", "ogv", "flv")
"""The extensions of files that WordPress plays, in the order in which its shortcodes prefer them."""

ADDRESS: Final = re.compile(r"https?://[^\s<>\"]+", re.IGNORECASE)

_PROVIDERS: Final[tuple[tuple[str, str, str | None], ...]] = (
    (r"(?:m\.|www\.)?youtube\.com/.|youtu\.be/.", "youtube", "video"),
    (r"(?:www\.|player\.)?vimeo\.com/.", "vimeo", "video"),
    (r"(?:www\.)?twitter\.com/.", "twitter", "rich"),
    (r"(?:www\.)?facebook\.com/.", "facebook", "rich"),
    (r"(?:www\.)?instagram\.com/.", "instagram", "rich"),
    (r"(?:www\.)?soundcloud\.com/.", "soundcloud", "rich"),
    (r"(?:open|play)\.spotify\.com/.", "spotify", "rich"),
    (r"(?:www\.)?flickr\.com/.|flic\.kr/.", "flickr", None),
    (r"(?:www\.)?(?:animoto|video214)\.com/.", "animoto", "video"),
    (r"cloudup\.com/.", "cloudup", None),
    (r"(?:.+\.)?(?:crowdsignal\.net|polldaddy\.com|survey\.fm)/.|poll\.fm/.", "crowdsignal", "rich"),
    (r"(?:www\.)?dailymotion\.com/.|dai\.ly/.", "dailymotion", "video"),
    (r"(?:.+\.)?imgur\.com/.", "imgur", "rich"),
    (r"(?:www\.)?issuu\.com/.", "issuu", "rich"),
    (r"(?:www\.)?kickstarter\.com/.|kck\.st/.", "kickstarter", "rich"),
    (r"(?:www\.)?mixcloud\.com/.", "mixcloud", "rich"),
    (r"pca\.st/.", "pocket-casts", "rich"),
    (r"(?:www\.)?reddit\.com/.", "reddit", "rich"),
    (r"(?:www\.)?reverbnation\.com/.", "reverbnation", "rich"),
    (r"(?:www\.)?scribd\.com/.", "scribd", "rich"),
    (r"(?:.+\.)?smugmug\.com/.", "smugmug", "photo"),
    (r"(?:www\.)?speakerdeck\.com/.", "speaker-deck", "rich"),
    (r"(?:www\.)?tiktok\.com/.", "tiktok", "video"),
    (r"(?:www\.|embed\.)?ted\.com/.", "ted", "video"),
    (r"(?:.+\.)?tumblr\.com/.", "tumblr", "rich"),
    (r"videopress\.com/.", "videopress", "video"),
    (r"wordpress\.tv/.", "wordpress-tv", "video"),
    (r"(?:[a-z0-9-]+\.)?amazon\.(?:[a-z]{2,3}|co\.[a-z]{2}|com\.[a-z]{2})/.|(?:www\.)?(?:a\.co|amzn\.\w+|z\.cn)/.",
     "amazon-kindle", "rich"),
    (r"(?:[a-z]{2}|www)\.pinterest\.com(?:\.(?:au|mx))?/.", "pinterest", "rich"),
    (r"(?:www\.)?wolframcloud\.com/.", "wolfram-cloud", "rich"),
    (r"bsky\.app/profile/.", "bluesky", "rich"),
)  # fmt: skip
"""What an address has for host and path, the slug that the editor gives the provider, and what kind it answers with."""
_COMPILED: Final = tuple((re.compile(pattern, re.IGNORECASE), slug, kind) for pattern, slug, kind in _PROVIDERS)
_LONGEST: Final = 2000


def provider(url: str) -> tuple[str, str | None] | None:
    """The slug of the provider of a page, and the type of what it provides; None where no provider is known."""
    if len(url) > _LONGEST:
        return None
    try:
        address = urlsplit(url)
        place = f"{address.hostname or ''}{address.path or '/'}{'?' if address.query else ''}"
    except ValueError:
        return None
    for pattern, slug, kind in _COMPILED:
        if pattern.match(place):
            return slug, kind
    return None


def embedded(url: str) -> Block | None:
    """The block of an address: a player for a file that WordPress plays, else an embed; None if none holds it."""
    extension = re.search(r"\.(\w{3,4})\Z", url)
    try:
        if extension is not None and extension[1].lower() in AUDIO:
            return Audio(src=url)
        if extension is not None and extension[1].lower() in VIDEO:
            return Video(src=url)
        known = provider(url)
        if known is None:
            return Embed(url=url)
        slug, kind = known
        return Embed(url=url, provider_name_slug=slug, responsive=True, **({"type": kind} if kind else {}))
    except EditError:
        return None
