"""The sites that AMP has no component for, and the address of their player, which follows from the page's."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from blocks.render.amp.attributes import Values
from blocks.render.amp.players.addresses import Address, quoted
from blocks.render.amp.players.providers import More, Provider, frame_of

_WORD = r"[\w.~%-]{1,120}"
_ID = r"[\w-]{4,64}"
_REST = r"(?:/.*)?"
_USER_OF_SOUNDCLOUD = r"(?!(?:charts|discover|feed|jobs|pages|search|settings|stream|terms-of-use|upload|you)(?:/|\Z))"
_CARD = (4, 3)
_SQUARE = (1, 1)


def _soundcloud(_address: Address, found: Mapping[str, str]) -> Values | None:
    secret = f"/{found['secret']}" if found.get("secret") else ""
    page = quoted(f"https://soundcloud.com/{found['path']}{secret}")
    return {"src": f"https://w.soundcloud.com/player/?url={page}"}


def _ted(address: Address, found: Mapping[str, str]) -> Values:
    language = found.get("lang") or address.asked("language", r"[a-z]{2,3}(?:-[a-z]{2,4})?")
    return {"src": f"https://embed.ted.com/talks/{f'lang/{language}/' if language else ''}{found['talk']}"}


def _mixcloud(_address: Address, found: Mapping[str, str]) -> Values:
    return {"src": f"https://player-widget.mixcloud.com/widget/iframe/?feed={quoted(found['feed'])}"}


def _apple(site: str) -> More:
    def more(address: Address, _found: Mapping[str, str]) -> Values:
        track = address.asked("i", r"\d{1,20}")
        return {"src": f"https://embed.{site}.apple.com{address.path}{f'?i={track}' if track else ''}"}

    return more


FRAMES: Final[tuple[Provider, ...]] = (
    frame_of(
        "YouTube",
        "youtube.com youtube-nocookie.com music.youtube.com",
        r"/(?:playlist|embed/videoseries|embed/?)",
        "https://www.youtube.com/embed/videoseries?list={list}",
        asks={"list": r"[\w-]{2,64}"},
    ),
    frame_of("Vimeo", "vimeo.com", r"/event/(?P<id>\d{1,12})(?:/embed)?/?", "https://vimeo.com/event/{id}/embed"),
    frame_of("Vimeo", "vimeo.com", r"/showcase/(?P<id>\d{1,12})(?:/embed)?/?", "https://vimeo.com/showcase/{id}/embed"),
    frame_of(
        "Dailymotion",
        "dailymotion.com",
        r"/(?:embed/)?playlist/(?P<id>[a-zA-Z0-9]{5,12})(?:[_/].*)?",
        "https://geo.dailymotion.com/player.html?playlist={id}",
    ),
    frame_of(
        "TikTok", "tiktok.com", r"/(?:embed/)?(?P<user>@[\w.-]{1,40})/?", "https://www.tiktok.com/embed/{user}", 600
    ),
    frame_of(
        "SoundCloud",
        "soundcloud.com",
        rf"/(?P<path>{_USER_OF_SOUNDCLOUD}"
        r"[\w-]{1,80}/(?!sets(?:/|\Z))[\w-]{1,200})(?:/(?P<secret>s-[\w-]{1,40}))?/?",
        "",
        166,
        more=_soundcloud,
    ),
    frame_of(
        "SoundCloud",
        "soundcloud.com",
        rf"/(?P<path>{_USER_OF_SOUNDCLOUD}"
        r"[\w-]{1,80}(?:/sets/[\w-]{1,200})?)(?:/(?P<secret>s-[\w-]{1,40}))?/?",
        "",
        450,
        more=_soundcloud,
    ),
    *(
        frame_of(
            "Spotify",
            "open.spotify.com play.spotify.com",
            rf"/(?:intl-[a-z-]{{2,8}}/)?(?:embed/|embed-podcast/)?(?:user/{_WORD}/)?(?P<kind>{kinds})/(?P<id>[A-Za-z0-9]{{10,40}})/?",
            "https://open.spotify.com/embed/{kind}/{id}",
            height,
        )
        for kinds, height in (("track|episode", 152), ("album|artist|playlist|show", 352))
    ),
    frame_of(
        "TED",
        "ted.com embed.ted.com embed-ssl.ted.com",
        r"/talks/(?:lang/(?P<lang>[a-z]{2,3}(?:-[a-z]{2,4})?)/)?(?P<talk>[a-z0-9_]{2,200})(?:\.html)?/?",
        "",
        more=_ted,
    ),
    frame_of(
        "Mixcloud",
        "mixcloud.com",
        rf"(?P<feed>/(?!(?:discover|search|upload|widget|dashboard|settings)/){_WORD}/{_WORD}/)",
        "",
        120,
        more=_mixcloud,
    ),
    frame_of(
        "VideoPress",
        "videopress.com v.wordpress.com video.wordpress.com",
        r"/(?:v/|embed/)?(?P<id>[a-zA-Z0-9]{8})/?",
        "https://videopress.com/embed/{id}?hd=1",
    ),
    frame_of(
        "Issuu",
        "issuu.com",
        rf"/(?P<user>{_WORD})/docs/(?P<doc>{_WORD}){_REST}",
        "https://e.issuu.com/embed.html?u={user}&d={doc}",
        _CARD,
    ),
    frame_of(
        "Scribd",
        "scribd.com",
        rf"/(?:doc|document|presentation|embeds)/(?P<id>\d{{1,12}}){_REST}",
        "https://www.scribd.com/embeds/{id}/content",
        (3, 4),
    ),
    frame_of(
        "Kickstarter",
        "kickstarter.com",
        rf"/projects/(?P<project>{_WORD}/{_WORD}){_REST}",
        "https://www.kickstarter.com/projects/{project}/widget/video.html",
        _CARD,
    ),
    frame_of("Cloudup", "cloudup.com", r"/(?P<id>[\w-]{8,16})/?", "https://cloudup.com/{id}?chromeless", _CARD),
    frame_of(
        "Flickr",
        "flickr.com",
        r"/photos/(?P<user>[\w@-]{1,60})/(?P<id>\d{1,20})(?:/.*)?",
        "https://www.flickr.com/photos/{user}/{id}/player/",
        _CARD,
    ),
    frame_of("Crowdsignal", "poll.fm", r"/(?P<id>\d{1,12})(?:/embed)?/?", "https://poll.fm/{id}/embed", _CARD),
    frame_of("Crowdsignal", "polldaddy.com", r"/poll/(?P<id>\d{1,12})/?", "https://poll.fm/{id}/embed", _CARD),
    frame_of(
        "Wolfram Cloud",
        "wolframcloud.com",
        rf"/obj/(?P<path>{_WORD}(?:/{_WORD}){{0,5}})",
        "https://www.wolframcloud.com/obj/{path}?_embed=iframe",
        _CARD,
    ),
    frame_of("Pocket Casts", "pca.st", r"/(?:embed/)?(?P<id>[a-z0-9]{6,10})/?", "https://pca.st/embed/{id}", 200),
    frame_of(
        "Anghami",
        "play.anghami.com anghami.com widget.anghami.com",
        r"/(?P<path>(?:song|album|playlist|podcast|episode)/\d{1,16})/?",
        "https://widget.anghami.com/{path}",
        _SQUARE,
    ),
    frame_of(
        "Bluesky",
        "bsky.app",
        r"/profile/(?P<who>[a-zA-Z0-9.:-]{3,100})/post/(?P<id>[a-z0-9]{5,20})/?",
        "https://embed.bsky.app/embed/{who}/app.bsky.feed.post/{id}",
        (5, 6),
    ),
    frame_of(
        "Canva",
        "canva.com",
        r"/design/(?P<path>[\w-]{5,20}/[\w-]{5,40})/view/?",
        "https://www.canva.com/design/{path}/view?embed",
    ),
    *(
        frame_of(
            f"Apple {site.capitalize()}",
            f"{site}.apple.com embed.{site}.apple.com",
            rf"/[a-z]{{2}}/(?:{kinds})/{_WORD}(?:/{_WORD})?",
            "",
            height,
            more=_apple(site),
        )
        for site, kinds, height in (("podcasts", "podcast", 450), ("music", "album|playlist|song|music-video", 450))
    ),
    frame_of("Loom", "loom.com", r"/(?:share|embed)/(?P<id>[0-9a-f]{32})/?", "https://www.loom.com/embed/{id}"),
    frame_of(
        "CodePen",
        "codepen.io",
        rf"/(?P<user>[\w-]{{1,60}})/(?:pen|full|details|embed)/(?P<id>{_ID})/?",
        "https://codepen.io/{user}/embed/{id}?default-tab=result",
        400,
    ),
    frame_of("Streamable", "streamable.com", r"/(?:e/)?(?P<id>[a-z0-9]{4,8})/?", "https://streamable.com/e/{id}"),
    frame_of(
        "Internet Archive",
        "archive.org",
        r"/(?:details|embed)/(?P<id>[\w.-]{3,100})/?",
        "https://archive.org/embed/{id}",
        _CARD,
    ),
    frame_of(
        "Deezer",
        "deezer.com",
        r"/(?:[a-z]{2}/)?(?P<path>(?:track|album|playlist|artist|show|episode)/\d{1,16})/?",
        "https://widget.deezer.com/widget/auto/{path}",
        300,
    ),
    frame_of(
        "Giphy",
        "giphy.com",
        r"/(?:gifs|embed|clips)/(?:[\w-]{1,200}-)?(?P<id>[a-zA-Z0-9]{6,30})/?",
        "https://giphy.com/embed/{id}",
        _SQUARE,
    ),
    frame_of("Coub", "coub.com", r"/(?:view|embed)/(?P<id>[a-z0-9]{4,10})/?", "https://coub.com/embed/{id}"),
    frame_of(
        "Audiomack",
        "audiomack.com",
        r"/(?P<user>[\w-]{1,60})/(?P<kind>song|album|playlist)/(?P<id>[\w-]{1,120})/?",
        "https://audiomack.com/embed/{user}/{kind}/{id}",
        252,
    ),
    frame_of(
        "Sketchfab",
        "sketchfab.com",
        r"/(?:3d-models|models)/(?:[\w-]{1,200}-)?(?P<id>[0-9a-f]{32})(?:/embed)?/?",
        "https://sketchfab.com/models/{id}/embed",
    ),
)
"""Each kind of address of theirs, with the frame that shows it."""
