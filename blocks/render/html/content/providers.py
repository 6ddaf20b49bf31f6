"""Who answers with oEmbed for an address: the services that WordPress knows, in its order (`WP_oEmbed`)."""

from __future__ import annotations

import re
from functools import cache

_YOUTUBE = "https://www.youtube.com/oembed"
_CROWDSIGNAL = "https://api.crowdsignal.com/oembed"
_TWITTER = "https://publish.twitter.com/oembed"
_AMAZON = "https://read.amazon.com/kp/api/oembed"
_AMAZON_UK = "https://read.amazon.co.uk/kp/api/oembed"
_AMAZON_AU = "https://read.amazon.com.au/kp/api/oembed"
_CARDS = "https://www.someecards.com/v2/oembed/"

PROVIDERS: tuple[tuple[str, str], ...] = (
    (r"((m|www)\.)?youtube\.com/watch", _YOUTUBE),
    (r"((m|www)\.)?youtube\.com/playlist", _YOUTUBE),
    (r"((m|www)\.)?youtube\.com/shorts", _YOUTUBE),
    (r"((m|www)\.)?youtube\.com/live", _YOUTUBE),
    (r"youtu\.be/", _YOUTUBE),
    (r"(.+\.)?vimeo\.com/", "https://vimeo.com/api/oembed.json"),
    (r"(www\.)?dailymotion\.com/", "https://www.dailymotion.com/services/oembed"),
    (r"dai\.ly/", "https://www.dailymotion.com/services/oembed"),
    (r"(www\.)?flickr\.com/", "https://www.flickr.com/services/oembed/"),
    (r"flic\.kr/", "https://www.flickr.com/services/oembed/"),
    (r"(.+\.)?smugmug\.com/", "https://api.smugmug.com/services/oembed/"),
    (r"(www\.)?scribd\.com/(doc|document)/", "https://www.scribd.com/services/oembed"),
    (r"wordpress\.tv/", "https://wordpress.tv/oembed/"),
    (r"(.+\.)?crowdsignal\.net/", _CROWDSIGNAL),
    (r"(.+\.)?polldaddy\.com/", _CROWDSIGNAL),
    (r"poll\.fm/", _CROWDSIGNAL),
    (r"(.+\.)?survey\.fm/", _CROWDSIGNAL),
    (r"(www\.)?twitter\.com/\w{1,15}/status(es)?/", _TWITTER),
    (r"(www\.)?twitter\.com/\w{1,15}$", _TWITTER),
    (r"(www\.)?twitter\.com/\w{1,15}/likes$", _TWITTER),
    (r"(www\.)?twitter\.com/\w{1,15}/lists/", _TWITTER),
    (r"(www\.)?twitter\.com/\w{1,15}/timelines/", _TWITTER),
    (r"(www\.)?twitter\.com/i/moments/", _TWITTER),
    (r"(www\.)?soundcloud\.com/", "https://soundcloud.com/oembed"),
    (r"(open|play)\.spotify\.com/", "https://embed.spotify.com/oembed/"),
    (r"(.+\.)?imgur\.com/", "https://api.imgur.com/oembed"),
    (r"(www\.)?issuu\.com/.+/docs/.+", "https://issuu.com/oembed_wp"),
    (r"(www\.)?mixcloud\.com/", "https://app.mixcloud.com/oembed/"),
    (r"(www\.|embed\.)?ted\.com/talks/", "https://www.ted.com/services/v1/oembed.json"),
    (r"(www\.)?(animoto|video214)\.com/play/", "https://animoto.com/oembeds/create"),
    (r".+\.tumblr\.com/", "https://www.tumblr.com/oembed/1.0"),
    (r"(www\.)?kickstarter\.com/projects/", "https://www.kickstarter.com/services/oembed"),
    (r"kck\.st/", "https://www.kickstarter.com/services/oembed"),
    (r"cloudup\.com/", "https://cloudup.com/oembed"),
    (r"(www\.)?reverbnation\.com/", "https://www.reverbnation.com/oembed"),
    (r"(?-i:videopress\.com/v/)", "https://public-api.wordpress.com/oembed/"),
    (r"(www\.)?reddit\.com/r/[^/]+/comments/", "https://www.reddit.com/oembed"),
    (r"(www\.)?speakerdeck\.com/", "https://speakerdeck.com/oembed.json"),
    (r"([a-z0-9-]+\.)?amazon\.(com|com\.mx|com\.br|ca)/", _AMAZON),
    (r"([a-z0-9-]+\.)?amazon\.(co\.uk|de|fr|it|es|in|nl|ru)/", _AMAZON_UK),
    (r"([a-z0-9-]+\.)?amazon\.(co\.jp|com\.au)/", _AMAZON_AU),
    (r"([a-z0-9-]+\.)?amazon\.cn/", "https://read.amazon.cn/kp/api/oembed"),
    (r"(www\.)?a\.co/", _AMAZON),
    (r"(www\.)?amzn\.to/", _AMAZON),
    (r"(www\.)?amzn\.eu/", _AMAZON_UK),
    (r"(www\.)?amzn\.in/", "https://read.amazon.in/kp/api/oembed"),
    (r"(www\.)?amzn\.asia/", _AMAZON_AU),
    (r"(www\.)?z\.cn/", "https://read.amazon.cn/kp/api/oembed"),
    (r"www\.someecards\.com/.+-cards/.+", _CARDS),
    (r"www\.someecards\.com/usercards/viewcard/.+", _CARDS),
    (r"some\.ly\/.+", _CARDS),
    (r"(www\.)?tiktok\.com/.*/video/", "https://www.tiktok.com/oembed"),
    (r"(www\.)?tiktok\.com/@", "https://www.tiktok.com/oembed"),
    (r"([a-z]{2}|www)\.pinterest\.com(\.(au|mx))?/", "https://www.pinterest.com/oembed.json"),
    (r"(www\.)?wolframcloud\.com/obj/.+", "https://www.wolframcloud.com/oembed"),
    (r"pca\.st/.+", "https://pca.st/oembed.json"),
    (r"((play|www)\.)?anghami\.com/", "https://api.anghami.com/rest/v1/oembed.view"),
    (r"bsky.app/profile/.*/post/", "https://embed.bsky.app/oembed"),
    (r"(www\.)?canva\.com/design/.*/view", "https://canva.com/_oembed"),
)
"""What stands behind `https?://` in the address of a page, and where its oEmbed is asked for."""


@cache
def _patterns() -> tuple[tuple[re.Pattern[str], str], ...]:
    flags = re.ASCII | re.IGNORECASE
    return tuple((re.compile(f"https?://{pattern}", flags), endpoint) for pattern, endpoint in PROVIDERS)


LONGEST = 2000
"""Addresses that are longer are no service's: some patterns read an address more than once."""


def provider_of(url: str) -> str | None:
    """Where the oEmbed of `url` is asked for; None where no service is known for it."""
    if len(url) > LONGEST:
        return None
    return next((endpoint for pattern, endpoint in _patterns() if pattern.search(url)), None)
