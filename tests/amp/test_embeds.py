"""Addresses in AMP: what shows the thing at each, recognised without a network."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest

import blocks
from blocks.render.amp import players
from blocks.render.amp.players import Player, recognised
from blocks.render.clean.parts import player
from tests import amp_validator
from tests.amp.making import EMBED, Told, block, quiet, say_to
from tests.timing import assert_in_step

# -------------------------------------------------------------------------------------------------------- addresses

YOUTUBE = "amp-youtube data-videoid=abcdefghijk"
VIMEO = "amp-vimeo data-videoid=22439234"
FACEBOOK = "amp-facebook data-href=https://www.facebook.com"
SOUNDCLOUD = "amp-iframe src=https://w.soundcloud.com/player/?url=https%3A%2F%2Fsoundcloud.com%2Fuser"
PIN = "amp-pinterest data-do=embedPin data-width=medium data-url=https://www.pinterest.com/pin/9936/"
PROFILE = "amp-twitter data-timeline-source-type=profile data-timeline-screen-name=WordPress"

ADDRESSES = {
    "https://www.youtube.com/watch?v=abcdefghijk": YOUTUBE,
    "http://youtube.com/watch?feature=x&v=abcdefghijk": YOUTUBE,
    "//m.youtube.com/watch?v=abcdefghijk": YOUTUBE,
    "https://music.youtube.com/watch?v=abcdefghijk": YOUTUBE,
    "https://www.youtube.com/watch?v=abcdefghijk&v=zzzzzzzzzzz": YOUTUBE,
    "https://youtu.be/abcdefghijk?si=x": YOUTUBE,
    "https://youtu.be/abcdefghijk?t=90": f"{YOUTUBE} data-param-start=90",
    "https://www.youtube.com/watch?v=abcdefghijk&t=1h2m3s": f"{YOUTUBE} data-param-start=3723",
    "https://www.youtube.com/watch?v=abcdefghijk#t=1m5s": f"{YOUTUBE} data-param-start=65",
    "https://www.youtube.com/watch?v=abcdefghijk&t=x": YOUTUBE,
    "https://www.youtube.com/watch?v=abcdefghijk&list=PL-a_b": f"{YOUTUBE} data-param-list=PL-a_b",
    "https://www.youtube.com/shorts/abcdefghijk": YOUTUBE,
    "https://youtube.com/live/abcdefghijk?feature=share": YOUTUBE,
    "https://www.youtube-nocookie.com/embed/abcdefghijk?start=3&rel=0": f"{YOUTUBE} data-param-start=3 data-param-rel=0",
    "https://www.youtube.com/embed/abcdefghijk?autoplay=1": f"{YOUTUBE} autoplay=",
    "https://www.youtube.com/v/abcdefghijk&hl=en": YOUTUBE,
    "https://www.youtube.com/playlist?list=PLabc": "amp-iframe src=https://www.youtube.com/embed/videoseries?list=PLabc",
    "https://www.youtube.com/embed/live_stream?channel=UCabcdefghij0": "amp-youtube data-live-channelid=UCabcdefghij0",
    "https://vimeo.com/22439234": VIMEO,
    "https://vimeo.com/channels/staffpicks/22439234": VIMEO,
    "https://vimeo.com/groups/a/videos/22439234": VIMEO,
    "https://player.vimeo.com/video/22439234?autoplay=1": f"{VIMEO} autoplay=",
    "https://vimeo.com/22439234/abcdef1234": "amp-iframe src=https://player.vimeo.com/video/22439234?h=abcdef1234",
    "https://player.vimeo.com/video/22439234?h=abcdef1234#t=30s":
        "amp-iframe src=https://player.vimeo.com/video/22439234?h=abcdef1234#t=30s",
    "https://vimeo.com/event/123": "amp-iframe src=https://vimeo.com/event/123/embed",
    "https://vimeo.com/showcase/123": "amp-iframe src=https://vimeo.com/showcase/123/embed",
    "https://www.dailymotion.com/video/x5e9eog_title": "amp-dailymotion data-videoid=x5e9eog",
    "https://www.dailymotion.com/embed/video/x5e9eog?start=7": "amp-dailymotion data-videoid=x5e9eog data-start=7",
    "https://dai.ly/x5e9eog": "amp-dailymotion data-videoid=x5e9eog",
    "https://geo.dailymotion.com/player.html?video=x5e9eog": "amp-dailymotion data-videoid=x5e9eog",
    "https://www.dailymotion.com/playlist/x5nmbq": "amp-iframe src=https://geo.dailymotion.com/player.html?playlist=x5nmbq",
    "https://twitter.com/WordPress/status/1057": "amp-twitter data-tweetid=1057",
    "https://x.com/WordPress/status/1057?s=20": "amp-twitter data-tweetid=1057",
    "https://x.com/i/web/status/1057/photo/1": "amp-twitter data-tweetid=1057",
    "https://platform.twitter.com/embed/Tweet.html?id=1057": "amp-twitter data-tweetid=1057",
    "https://twitter.com/WordPress": PROFILE,
    "https://twitter.com/WordPress/likes": PROFILE.replace("=profile", "=likes"),
    "https://twitter.com/WordPress/lists/a-b":
        "amp-twitter data-timeline-source-type=list data-timeline-owner-screen-name=WordPress data-timeline-slug=a-b",
    "https://x.com/i/lists/12": "amp-twitter data-timeline-source-type=list data-timeline-id=12",
    "https://www.facebook.com/WordPress/posts/1015": f"{FACEBOOK}/WordPress/posts/1015",
    "https://m.facebook.com/WordPress/posts/pfbid0?comment_id=12":
        f"{FACEBOOK}/WordPress/posts/pfbid0?comment_id=12 data-embed-as=comment",
    "https://www.facebook.com/watch/?v=1015&x=y": f"{FACEBOOK}/watch/?v=1015 data-embed-as=video",
    "https://www.facebook.com/fb/videos/1015/": f"{FACEBOOK}/fb/videos/1015/ data-embed-as=video",
    "https://www.facebook.com/reel/1015": f"{FACEBOOK}/reel/1015 data-embed-as=video",
    "https://www.facebook.com/permalink.php?story_fbid=1&id=2": f"{FACEBOOK}/permalink.php?story_fbid=1&id=2",
    "https://www.facebook.com/photo.php?fbid=1": f"{FACEBOOK}/photo.php?fbid=1",
    "https://www.facebook.com/plugins/post.php?href=https%3A%2F%2Fwww.facebook.com%2Ffb%2Fposts%2F1&width=500":
        f"{FACEBOOK}/fb/posts/1",
    "https://www.facebook.com/v3.2/plugins/page.php?href=https%3A%2F%2Fwww.facebook.com%2Ffb":
        "amp-facebook-page data-href=https://www.facebook.com/fb",
    "https://www.facebook.com/WordPress/": "amp-facebook-page data-href=https://www.facebook.com/WordPress/",
    "https://www.instagram.com/p/Bvl_abc-12/": "amp-instagram data-shortcode=Bvl_abc-12 data-captioned=",
    "https://www.instagram.com/wp/reel/Bvl_a/embed/?x": "amp-instagram data-shortcode=Bvl_a data-captioned=",
    "https://www.tiktok.com/@a.b/video/7123?x=1": "amp-tiktok data-src=7123",
    "https://www.tiktok.com/embed/v2/7123": "amp-tiktok data-src=7123",
    "https://m.tiktok.com/v/7123.html": "amp-tiktok data-src=7123",
    "https://www.tiktok.com/@a.b": "amp-iframe src=https://www.tiktok.com/embed/@a.b",
    "https://soundcloud.com/user/track-name": f"{SOUNDCLOUD}%2Ftrack-name",
    "https://soundcloud.com/user/track-name/s-A1": f"{SOUNDCLOUD}%2Ftrack-name%2Fs-A1",
    "https://soundcloud.com/user/sets/a": f"{SOUNDCLOUD}%2Fsets%2Fa",
    "https://soundcloud.com/user": SOUNDCLOUD,
    "https://w.soundcloud.com/player/?url=https%3A//api.soundcloud.com/tracks/12&color=%23ff5500&visual=true":
        "amp-soundcloud data-trackid=12 data-visual=true data-color=ff5500",
    "https://w.soundcloud.com/player/?url=https%3A//api.soundcloud.com/tracks/soundcloud%253Atracks%253A12":
        "amp-soundcloud data-trackid=12",
    "https://w.soundcloud.com/player/?url=http%3A//api.soundcloud.com/playlists/12%3Fsecret_token%3Ds-A1":
        "amp-soundcloud data-playlistid=12 data-secret-token=s-A1",
    "https://www.pinterest.com/pin/9936/": PIN,
    "https://br.pinterest.com/pin/a-title--9936/": PIN,
    "https://www.pinterest.co.uk/pin/9936/sent/": PIN,
    "https://assets.pinterest.com/ext/embed.html?id=9936": PIN,
    "https://www.reddit.com/r/wp/comments/abc12/a_title/?x":
        "amp-embedly-card data-url=https://www.reddit.com/r/wp/comments/abc12/a_title/",
    "https://old.reddit.com/r/wp/comments/abc12/a/d4e5f/":
        "amp-embedly-card data-url=https://www.reddit.com/r/wp/comments/abc12/a/d4e5f/",
    "https://imgur.com/AbCdEfG": "amp-imgur data-imgur-id=AbCdEfG",
    "https://i.imgur.com/AbCdEfG.jpg": "amp-imgur data-imgur-id=AbCdEfG",
    "https://imgur.com/a/AbCdE": "amp-imgur data-imgur-id=a/AbCdE",
    "https://imgur.com/gallery/some-title-AbCdEfG": "amp-imgur data-imgur-id=a/AbCdEfG",
    "https://fast.wistia.net/embed/iframe/abcdefgh12": "amp-wistia-player data-media-hashed-id=abcdefgh12",
    "https://who.wistia.com/medias/abcdefgh12": "amp-wistia-player data-media-hashed-id=abcdefgh12",
    "https://gist.github.com/user/0123456789abcdef": "amp-gist data-gistid=0123456789abcdef",
    "https://open.spotify.com/intl-de/track/4iV5W9uYEdYUVa79?si=1":
        "amp-iframe src=https://open.spotify.com/embed/track/4iV5W9uYEdYUVa79",
    "https://play.spotify.com/user/a/playlist/37i9dQZF1DXcBWI":
        "amp-iframe src=https://open.spotify.com/embed/playlist/37i9dQZF1DXcBWI",
    "https://www.ted.com/talks/a_b?language=de": "amp-iframe src=https://embed.ted.com/talks/lang/de/a_b",
    "https://www.mixcloud.com/user/show-name/":
        "amp-iframe src=https://player-widget.mixcloud.com/widget/iframe/?feed=%2Fuser%2Fshow-name%2F",
    "https://videopress.com/v/r0l8GmDi": "amp-iframe src=https://videopress.com/embed/r0l8GmDi?hd=1",
    "http://v.wordpress.com/hrPKeL5t": "amp-iframe src=https://videopress.com/embed/hrPKeL5t?hd=1",
    "https://issuu.com/user/docs/doc_1": "amp-iframe src=https://e.issuu.com/embed.html?u=user&d=doc_1",
    "https://www.scribd.com/document/1107/Title": "amp-iframe src=https://www.scribd.com/embeds/1107/content",
    "https://www.kickstarter.com/projects/a/b-c?ref=x":
        "amp-iframe src=https://www.kickstarter.com/projects/a/b-c/widget/video.html",
    "https://cloudup.com/cQ7AI3lVhBs": "amp-iframe src=https://cloudup.com/cQ7AI3lVhBs?chromeless",
    "https://www.flickr.com/photos/bees/2362225867/":
        "amp-iframe src=https://www.flickr.com/photos/bees/2362225867/player/",
    "https://poll.fm/12345": "amp-iframe src=https://poll.fm/12345/embed",
    "https://polldaddy.com/poll/12345/": "amp-iframe src=https://poll.fm/12345/embed",
    "https://www.wolframcloud.com/obj/user/a.nb": "amp-iframe src=https://www.wolframcloud.com/obj/user/a.nb?_embed=iframe",
    "https://pca.st/abc123": "amp-iframe src=https://pca.st/embed/abc123",
    "https://play.anghami.com/song/1234": "amp-iframe src=https://widget.anghami.com/song/1234",
    "https://bsky.app/profile/wordpress.org/post/3kabcdefg":
        "amp-iframe src=https://embed.bsky.app/embed/wordpress.org/app.bsky.feed.post/3kabcdefg",
    "https://www.canva.com/design/DAFabc12/abcdefgh/view":
        "amp-iframe src=https://www.canva.com/design/DAFabc12/abcdefgh/view?embed",
    "https://podcasts.apple.com/us/podcast/a-name/id12?i=100":
        "amp-iframe src=https://embed.podcasts.apple.com/us/podcast/a-name/id12?i=100",
    "https://music.apple.com/us/album/a/1": "amp-iframe src=https://embed.music.apple.com/us/album/a/1",
    f"https://www.loom.com/share/{'a1' * 16}": f"amp-iframe src=https://www.loom.com/embed/{'a1' * 16}",
    "https://codepen.io/user/pen/abcDEF":
        "amp-iframe src=https://codepen.io/user/embed/abcDEF?default-tab=result",
    "https://streamable.com/ab12c": "amp-iframe src=https://streamable.com/e/ab12c",
    "https://archive.org/details/a.b": "amp-iframe src=https://archive.org/embed/a.b",
    "https://www.deezer.com/de/album/12": "amp-iframe src=https://widget.deezer.com/widget/auto/album/12",
    "https://giphy.com/gifs/some-cat-abcdefghij": "amp-iframe src=https://giphy.com/embed/abcdefghij",
    "https://coub.com/view/1a2b3c": "amp-iframe src=https://coub.com/embed/1a2b3c",
    "https://audiomack.com/user/song/a-b": "amp-iframe src=https://audiomack.com/embed/user/song/a-b",
    f"https://sketchfab.com/3d-models/a-{'0f' * 16}": f"amp-iframe src=https://sketchfab.com/models/{'0f' * 16}/embed",
}  # fmt: skip

UNKNOWN = [
    "https://example.com/",
    "https://youtube.com.example.com/watch?v=abcdefghijk",
    "https://www.youtube.com/watch?v=short",
    "https://www.youtube.com/watch?v=abcdefghijkl",
    "https://www.youtube.com/@channel",
    'https://vimeo.com/1"onload="x',
    "https://youtum.be/abcdefghijk",
    "ftp://vimeo.com/1",
    "vimeo.com/1",
    "https://twitter.com/home",
    "https://x.com/i/flow/login",
    "https://www.facebook.com/login/",
    "https://www.facebook.com/plugins/post.php?href=https%3A%2F%2Fexample.com%2F",
    "https://imgur.com/upload",
    "https://soundcloud.com/discover",
    "https://wordpress.tv/2020/01/01/a/",
    "https://speakerdeck.com/a/b",
    "https://www.amazon.com/dp/B00DPM7TIG",
    f"https://vimeo.com/1?{'x' * 3000}",
]


@pytest.mark.parametrize(("address", "want"), ADDRESSES.items())
def test_what_an_address_shows(address: str, want: str) -> None:
    shown = recognised(address)
    assert shown is not None
    values = "".join(f" {name}={value}" for name, value in shown.values.items())
    assert f"{shown.component}{values}" == want


@pytest.mark.parametrize("address", UNKNOWN)
def test_addresses_that_nobody_knows(address: str) -> None:
    assert recognised(address) is None


def test_every_provider_is_seen() -> None:
    """Every row of the tables shows one of the addresses above."""
    shown = {(found.name, found.component) for address in ADDRESSES if (found := recognised(address))}
    assert {(each.name, each.component) for each in players.providers()} <= shown


def test_an_embed_is_a_component_with_the_address_to_go_to() -> None:
    told: Told = []
    made = players.embed("https://vimeo.com/1?a&b", EMBED, say_to(told))
    assert made.component == "amp-vimeo"
    assert made.html == (
        '<amp-vimeo layout="responsive" width="16" height="9" data-videoid="1">'
        '<a fallback href="https://vimeo.com/1?a&amp;b">https://vimeo.com/1?a&amp;b</a></amp-vimeo>'
    )
    assert made.plain == '<a href="https://vimeo.com/1?a&amp;b">https://vimeo.com/1?a&amp;b</a>'
    assert [code for code, _ in told] == ["replaced-content"]


def test_an_embed_by_a_frame_shows_its_address_until_it_is_there() -> None:
    html = players.embed("https://open.spotify.com/track/4iV5W9uYEdYUVa79", EMBED, quiet).html
    assert html.startswith(
        '<amp-iframe title="Spotify" layout="fixed-height" width="auto" height="152" src="https://open'
    )
    assert 'sandbox="allow-' in html
    assert "<a placeholder href=" in html


def test_an_embed_of_another_site_is_a_link() -> None:
    told: Told = []
    assert players.embed("https://example.com/?a&b", EMBED, say_to(told)) == Player(
        '<a href="https://example.com/?a&amp;b">https://example.com/?a&amp;b</a>'
    )
    assert "AMP has no component" in told[0][1]
    assert players.embed("https://a..b/<", EMBED, quiet) == Player("https://a..b/&lt;")


@pytest.mark.parametrize(
    ("said", "size"),
    [
        ('{"className":"wp-embed-aspect-4-3 wp-has-aspect-ratio"}', 'width="4" height="3"'),
        ('{"aspectRatio":"21 / 9"}', 'width="21" height="9"'),
        ('{"aspectRatio":"1.5"}', 'width="150" height="100"'),
        ('{"aspectRatio":"2"}', 'width="2" height="1"'),
        ('{"aspectRatio":"auto"}', 'width="16" height="9"'),
        ('{"className":"wp-embed-aspect-0-3"}', 'width="16" height="9"'),
    ],
)
def test_an_embed_has_the_ratio_of_its_block(said: str, size: str) -> None:
    assert size in players.embed("https://vimeo.com/1", block(f"<!-- wp:embed {said} /-->"), quiet).html


HOSTILE: dict[str, Callable[[int], str]] = {
    "long path": lambda n: "https://www.facebook.com/" + "a-" * n,
    "many dashes": lambda n: "https://imgur.com/gallery/" + "-" * n,
    "many parameters": lambda n: "https://www.youtube.com/watch?" + "&" * n,
    "many labels": lambda n: "https://" + "a." * n + "/",
}


@pytest.mark.parametrize("make", HOSTILE.values(), ids=HOSTILE.keys())
def test_hostile_addresses_take_linear_time(make: Callable[[int], str]) -> None:
    assert_in_step(lambda n: lambda: [recognised(make(n)) for _ in range(50)], 4_000)
    assert_in_step(lambda n: lambda: [recognised(make(1900 // 2)) for _ in range(n)], 400)


@pytest.mark.parametrize(
    ("address", "source"),
    [
        ("https://youtu.be/abcdefghijk", "https://www.youtube-nocookie.com/embed/abcdefghijk"),
        ("https://vimeo.com/1/abcdef1234", "https://player.vimeo.com/video/1?h=abcdef1234"),
        ("https://open.spotify.com/track/4iV5W9uYEdYUVa79", None),
        ("https://www.youtube.com/embed/live_stream?channel=UCabcdefghij0", None),
    ],
)
def test_clean_html_frames_the_same_films(address: str, source: str | None) -> None:
    found = player(address)
    assert (found["src"] if found is not None else None) == source


# ------------------------------------------------------------------------------------------- addresses where they stand

FILM = "https://youtu.be/abcdefghijk"
WRAPPED = '<figure class="wp-block-embed"><div class="wp-block-embed__wrapper">{}</div></figure>'


@pytest.mark.parametrize(
    ("markup", "filters"),
    [
        (f"[embed]{FILM}[/embed]", "the_content"),
        (f"a\n\n{FILM}\n\nb", "the_content"),
        (f"<p>{FILM}</p>", "none"),
        (f'<P class="a">\n{FILM}?t=1&amp;si=2 </p>', "none"),
        (f"<!-- wp:paragraph --><p>{FILM}</p><!-- /wp:paragraph -->", "none"),
        (f'<p><a href="{FILM}">{FILM}</a></p>', "none"),
        (WRAPPED.format(f'<a href="{FILM}">A film</a>'), "none"),
        (WRAPPED.format(f"[embed]{FILM}[/embed]"), "the_content"),
    ],
)
def test_an_address_that_stands_alone_shows_what_is_there(markup: str, filters: str) -> None:
    made = blocks.convert(markup, "amp", filters=filters)
    assert re.search('<amp-youtube [^>]*data-videoid="abcdefghijk"', made.output)
    assert made.output.count(">A film</a>") == ("A film" in markup)
    assert "replaced-content" in {problem.code for problem in made.rendering_problems}


@pytest.mark.parametrize(
    "html",
    [
        f"<p>See {FILM}</p>",
        f"<h2>{FILM}</h2>",
        f"<ul><li>{FILM}</li></ul>",
        f'<p><a href="{FILM}">A film</a></p>',
        f'<p><a href="{FILM}">{FILM}</a>.</p>',
        "<p>https://example.com/</p>",
        WRAPPED.format(f'<a href="{FILM}">A <b>film</b></a>'),
    ],
)
def test_an_address_among_words_stays(html: str) -> None:
    assert blocks.render(html, "amp", fragment=True) == html


def test_what_became_of_an_address_alone_is_told_at_its_block() -> None:
    markup = f"<!-- wp:paragraph --><p>x</p><!-- /wp:paragraph -->\n\n<!-- wp:paragraph --><p>{FILM}</p><!-- /wp:paragraph -->"
    (problem,) = blocks.convert(markup, "amp").rendering_problems
    assert problem.span.line == 3


def test_the_validator_passes_addresses_alone_in_any_place() -> None:
    lacking = amp_validator.missing()
    if lacking is not None:
        pytest.skip(f"the official AMP validator was not asked: {lacking}")
    alone = f"<p>{FILM}</p>"
    cases = [
        alone,
        f"<p>{alone}",
        *(f"<{tag}>{alone}" for tag in ("table", "button", "a", "ul", "svg", "select", "h1")),
    ]
    verdicts = amp_validator.validated([amp_validator.Page(html, blocks.render(html, "amp")) for html in cases])
    assert [(verdict.page.name, verdict.errors) for verdict in verdicts if not verdict.passed] == []
