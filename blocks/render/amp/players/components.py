"""The sites that AMP has components for."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final
from urllib.parse import urlencode

from blocks.render.amp.attributes import Values
from blocks.render.amp.players.addresses import Address, parsed
from blocks.render.amp.players.providers import More, Provider, provider

_ID = r"[\w-]{11}"
_LIST = r"[\w-]{2,64}"
_NUMBER = r"\d{1,20}"
_NAME = r"[\w.-]{1,80}"
_REST = r"(?:/.*)?"


# ----------------------------------------------------------------------------------------------------- YouTube, Vimeo

_PARAMETERS: Final = {
    **dict.fromkeys(("rel", "controls", "modestbranding", "cc_load_policy", "iv_load_policy", "fs"), r"\d"),
    **dict.fromkeys(("hl", "cc_lang_pref", "color"), r"[\w-]{1,20}"),
    "list": _LIST,
    "end": r"\d{1,6}",
}


def _youtube(address: Address, found: Mapping[str, str]) -> Values | None:
    if found.get("id") in ("videoseries", "live_stream"):  # they are as long as the id of a film
        return None
    values: Values = {}
    if start := address.seconds("start", "t", "time_continue"):
        values["data-param-start"] = start
    for name, pattern in _PARAMETERS.items():
        if (value := address.asked(name, pattern)) is not None:
            values[f"data-param-{name}"] = value
    return {**values, **_playing(address)}


def _playing(address: Address, _found: Mapping[str, str] | None = None) -> Values:
    return {"autoplay": ""} if address.asks("autoplay") else {}


def _vimeo(address: Address, found: Mapping[str, str]) -> Values:
    """A film with a secret in its address is shown by a frame: the component does not hand it on."""
    secret = found.get("secret") or address.asked("h", r"[0-9a-f]{6,32}")
    start = address.seconds("t")
    if not secret and not start:
        return _playing(address)
    asked = f"?h={secret}" if secret else ""
    return {"src": f"https://player.vimeo.com/video/{found['id']}{asked}{f'#t={start}s' if start else ''}"}


def _from(address: Address, _found: Mapping[str, str]) -> Values:
    start = address.seconds("start")
    return {**({"data-start": start} if start else {}), **_playing(address)}


# ------------------------------------------------------------------------------------------------------- Facebook

_ASKED_OF_FACEBOOK: Final = {
    **dict.fromkeys(("story_fbid", "fbid", "v", "id", "comment_id", "reply_comment_id"), r"[\w-]{1,120}"),
    "set": r"[\w.-]{1,80}",
}
_NO_PAGE: Final = (
    r"(?!(?:ads|business|dialog|events|gaming|groups|hashtag|help|home|legal|login|marketplace|media|messages|notes|"
    r"people|permalink|photo|photos|plugins|policies|privacy|profile|reel|search|settings|share|sharer|stories|story|"
    r"terms|tr|video|videos|watch)(?:[/.]|\Z))"
)


def _facebook(address: Address, _found: Mapping[str, str]) -> Values:
    asked = {
        name: value
        for name, pattern in _ASKED_OF_FACEBOOK.items()
        if (value := address.asked(name, pattern)) is not None
    }
    values: Values = {"data-href": f"https://www.facebook.com{address.path}{'?' + urlencode(asked) if asked else ''}"}
    if "comment_id" in asked:
        return {**values, "data-embed-as": "comment"}
    is_film = bool(re.match(r"/(?:[^/]+/videos|watch|reel|video\.php)(?:/|\Z)", address.path))
    return {**values, "data-embed-as": "video"} if is_film else values


def _plugin(component: str) -> More:
    """For the frame of a plugin, which says in its own address what it shows."""

    def more(address: Address, found: Mapping[str, str]) -> Values | None:
        inner = parsed(address.query.get("href", ""))
        if inner is None or inner.host != "facebook.com" or not re.fullmatch(r"[\w/.%-]{1,500}", inner.path, re.ASCII):
            return None
        return _facebook(inner, found) if component == "amp-facebook" else {"data-href": _page(inner)}

    return more


def _page(address: Address) -> str:
    return f"https://www.facebook.com{address.path}"


# ------------------------------------------------------------------------------------------------------ SoundCloud

_TRACK = re.compile(
    r"https?://api\.soundcloud\.com/(tracks|playlists)/(?:soundcloud(?::|%3A)(?:tracks|playlists)(?::|%3A))?"
    r"(\d{1,20})(?:\?secret_token=([\w-]{1,40}))?\Z",
    re.ASCII | re.IGNORECASE,
)


def _soundcloud(address: Address, _found: Mapping[str, str]) -> Values | None:
    found = _TRACK.match(address.query.get("url", ""))
    if found is None:
        return None
    kind, id, secret = found.groups()
    values: Values = {"data-trackid" if kind.lower() == "tracks" else "data-playlistid": id}
    secret = secret or address.asked("secret_token", r"[\w-]{1,40}")
    color = address.asked("color", r"#?(?:[0-9a-fA-F]{6}|[0-9a-fA-F]{3})")
    return {
        **values,
        **({"data-secret-token": secret} if secret else {}),
        **({"data-visual": "true"} if address.asks("visual") else {}),
        **({"data-color": color.removeprefix("#")} if color else {}),
    }


# ------------------------------------------------------------------------------------------------------- the table

_X = "twitter.com x.com"
_NO_USER = (
    r"(?!(?:compose|explore|hashtag|home|i|intent|login|messages|search|settings|share|signup|tos|privacy)(?:/|\Z))"
)
_PROFILE = {"data-timeline-source-type": "profile", "data-timeline-screen-name": "{user}"}
_PIN = {"data-do": "embedPin", "data-width": "medium", "data-url": "https://www.pinterest.com/pin/{id}/"}
_PINTERESTS = " ".join(
    f"pinterest.{end} *.pinterest.{end}"
    for end in "com com.au com.mx ca at ch cl co.kr co.uk de dk es fi fr ie it jp net nz ph pt ru se".split()  # noqa: SIM905
)
_YOUTUBES = "youtube.com youtube-nocookie.com music.youtube.com gaming.youtube.com"
_IMGUR_ID = r"(?!(?:upload|signin|register|about|privacy|rules|emerald|memegen|account)/?\Z)[a-zA-Z0-9]{5,8}"

COMPONENTS: Final[tuple[Provider, ...]] = (
    provider(
        "YouTube",
        _YOUTUBES,
        rf"/shorts/(?P<id>{_ID}){_REST}",
        "amp-youtube",
        {"data-videoid": "{id}"},
        (9, 16),
        more=_youtube,
    ),
    provider(
        "YouTube",
        _YOUTUBES,
        rf"/(?:embed|live|v|e)/(?P<id>{_ID})(?:[/&].*)?",
        "amp-youtube",
        {"data-videoid": "{id}"},
        more=_youtube,
    ),
    provider("YouTube", _YOUTUBES, "/watch/?", "amp-youtube", {"data-videoid": "{v}"}, asks={"v": _ID}, more=_youtube),
    provider("YouTube", "youtu.be", rf"/(?P<id>{_ID})/?", "amp-youtube", {"data-videoid": "{id}"}, more=_youtube),
    provider(
        "YouTube",
        _YOUTUBES,
        "/embed/live_stream",
        "amp-youtube",
        {"data-live-channelid": "{channel}"},
        asks={"channel": r"UC[\w-]{10,40}"},
    ),
    provider(
        "Vimeo",
        "vimeo.com player.vimeo.com",
        r"/(?:video/|channels/[\w-]+/|groups/[\w-]+/videos/|(?:album|showcase)/\d+/video/|ondemand/[\w-]+/)?"
        r"(?P<id>\d{1,12})(?:/(?P<secret>[0-9a-f]{6,32}))?/?",
        "amp-vimeo",
        {"data-videoid": "{id}"},
        more=_vimeo,
    ),
    provider(
        "Dailymotion",
        "dailymotion.com",
        r"/(?:embed/)?video/(?P<id>[a-zA-Z0-9]{5,12})(?:[_/].*)?",
        "amp-dailymotion",
        {"data-videoid": "{id}"},
        more=_from,
    ),
    provider(
        "Dailymotion",
        "dai.ly",
        r"/(?P<id>[a-zA-Z0-9]{5,12})/?",
        "amp-dailymotion",
        {"data-videoid": "{id}"},
        more=_from,
    ),
    provider(
        "Dailymotion",
        "geo.dailymotion.com",
        r"/player(?:/\w+)?\.html",
        "amp-dailymotion",
        {"data-videoid": "{video}"},
        asks={"video": r"[a-zA-Z0-9]{5,12}"},
        more=_from,
    ),
    provider(
        "X",
        _X,
        rf"/(?:\w{{1,20}}|i/web)/status(?:es)?/(?P<id>{_NUMBER}){_REST}",
        "amp-twitter",
        {"data-tweetid": "{id}"},
        (5, 6),
    ),
    provider(
        "X",
        "platform.twitter.com platform.x.com",
        r"/embed/(?:index|Tweet)\.html",
        "amp-twitter",
        {"data-tweetid": "{id}"},
        (5, 6),
        asks={"id": _NUMBER},
    ),
    provider("X", _X, rf"/{_NO_USER}(?P<user>\w{{1,20}})/?", "amp-twitter", _PROFILE, 600),
    provider(
        "X",
        _X,
        rf"/{_NO_USER}(?P<user>\w{{1,20}})/likes/?",
        "amp-twitter",
        {**_PROFILE, "data-timeline-source-type": "likes"},
        600,
    ),
    provider(
        "X",
        _X,
        rf"/{_NO_USER}(?P<user>\w{{1,20}})/lists/(?P<list>[\w-]{{1,60}})/?",
        "amp-twitter",
        {
            "data-timeline-source-type": "list",
            "data-timeline-owner-screen-name": "{user}",
            "data-timeline-slug": "{list}",
        },
        600,
    ),
    provider(
        "X",
        _X,
        rf"/i/lists/(?P<id>{_NUMBER})/?",
        "amp-twitter",
        {"data-timeline-source-type": "list", "data-timeline-id": "{id}"},
        600,
    ),
    provider(
        "Instagram",
        "instagram.com instagr.am",
        rf"/(?:{_NAME}/)?(?:p|reel|reels|tv)/(?P<id>[\w-]{{5,40}}){_REST}",
        "amp-instagram",
        {"data-shortcode": "{id}", "data-captioned": ""},
        (1, 1),
    ),
    provider(
        "TikTok",
        "tiktok.com",
        rf"/(?:@[\w.-]{{1,40}}/video|embed|embed/v\d|player/v\d)/(?P<id>{_NUMBER}){_REST}",
        "amp-tiktok",
        {"data-src": "{id}"},
        (325, 575),
    ),
    provider("TikTok", "tiktok.com", rf"/v/(?P<id>{_NUMBER})\.html", "amp-tiktok", {"data-src": "{id}"}, (325, 575)),
    *(
        provider(
            "Facebook",
            "facebook.com",
            rf"/(?:v\d+\.\d+/)?plugins/(?:{plugins})\.php",
            component,
            {},
            size,
            more=_plugin(component),
        )
        for plugins, component, size in (
            ("post|video|comment_embed", "amp-facebook", (5, 6)),
            ("page|likebox", "amp-facebook-page", (17, 25)),
        )
    ),
    provider(
        "Facebook",
        "facebook.com",
        rf"/(?:{_NAME}/(?:posts|videos|photos|activity)/[\w./%-]{{1,200}}|groups/{_NAME}/(?:posts|permalink)/\d+/?"
        rf"|reel/\d+/?)",
        "amp-facebook",
        {},
        (5, 6),
        more=_facebook,
    ),
    *(
        provider("Facebook", "facebook.com", path, "amp-facebook", {}, (5, 6), asks, _facebook)
        for path, asks in (
            (r"/(?:permalink|story)\.php", {"story_fbid": r"[\w-]{1,120}", "id": _NUMBER}),
            (r"/photo(?:\.php|/)?", {"fbid": _NUMBER}),
            (r"/(?:watch/?|video\.php)", {"v": _NUMBER}),
            (r"/media/set/?", {"set": r"[\w.-]{1,80}"}),
        )
    ),
    provider(
        "Facebook",
        "facebook.com",
        rf"/{_NO_PAGE}(?:pages/[\w%.-]{{1,80}}/\d+|{_NAME})/?",
        "amp-facebook-page",
        {},
        (17, 25),
        more=lambda address, _found: {"data-href": _page(address)},
    ),
    provider("SoundCloud", "w.soundcloud.com", "/player/?", "amp-soundcloud", {}, 166, more=_soundcloud),
    provider(
        "Pinterest",
        _PINTERESTS,
        rf"/pin/(?:[\w%-]{{1,200}}--)?(?P<id>{_NUMBER}){_REST}",
        "amp-pinterest",
        _PIN,
        (245, 330),
    ),
    provider(
        "Pinterest", "assets.pinterest.com", "/ext/embed.html", "amp-pinterest", _PIN, (245, 330), {"id": _NUMBER}
    ),
    provider(
        "Reddit",
        "reddit.com old.reddit.com new.reddit.com np.reddit.com embed.reddit.com",
        r"/(?P<path>(?:r|user)/[\w-]{1,40}/comments/[a-z0-9]{1,12}(?:/[\w%-]{1,300})?(?:/[a-z0-9]{1,12})?)/?",
        "amp-embedly-card",
        {"data-url": "https://www.reddit.com/{path}/"},
        (1, 1),
    ),
    provider(
        "Imgur",
        "imgur.com",
        rf"/(?:a|gallery|t/\w{{1,60}})/(?:[\w%-]{{1,200}}-)?(?P<id>{_IMGUR_ID})(?:/embed)?/?",
        "amp-imgur",
        {"data-imgur-id": "a/{id}"},
        (1, 1),
    ),
    provider(
        "Imgur",
        "imgur.com i.imgur.com",
        rf"/(?P<id>{_IMGUR_ID})(?:/embed|\.[a-z]{{3,4}})?/?",
        "amp-imgur",
        {"data-imgur-id": "{id}"},
        (1, 1),
    ),
    provider(
        "Wistia",
        "fast.wistia.net fast.wistia.com",
        r"/embed/(?:iframe|medias)/(?P<id>[a-z0-9]{8,12})(?:\.\w+)?",
        "amp-wistia-player",
        {"data-media-hashed-id": "{id}"},
    ),
    provider(
        "Wistia",
        "*.wistia.com *.wi.st",
        r"/medias/(?P<id>[a-z0-9]{8,12})/?",
        "amp-wistia-player",
        {"data-media-hashed-id": "{id}"},
    ),
    provider(
        "GitHub Gist",
        "gist.github.com",
        r"/(?:[\w-]{1,40}/)?(?P<id>[0-9a-f]{5,40})(?:\.js|\.pibb)?/?",
        "amp-gist",
        {"data-gistid": "{id}"},
        300,
        more=lambda address, _found: {"data-file": name} if (name := address.asked("file", r"[\w. -]{1,100}")) else {},
    ),
)
"""Each kind of address of theirs, with the component that shows it."""
