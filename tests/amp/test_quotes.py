"""What is printed for a script to fill, in AMP: tweets, posts, playlists; and the scripts themselves."""

from __future__ import annotations

import json
from collections.abc import Callable
from functools import partial

import pytest

from blocks.fragment import tokens
from blocks.render.amp import players
from blocks.render.amp.players.words import words
from tests.amp.making import parts, quiet, quoted
from tests.timing import assert_in_step

TWEET = (
    '<blockquote class="twitter-tweet" data-width="550"><p lang="en">Hello <a href="https://t.co/1">there</a><br>you</p>'
    '&mdash; A (@a) <a href="https://twitter.com/a/status/12?ref_src=x">May 1</a></blockquote>'
)
QUOTES = [
    (TWEET, '<amp-twitter layout="responsive" width="5" height="6" data-tweetid="12"><span placeholder '
     'class="twitter-tweet">Hello <a href="https://t.co/1">there</a><br>you<br>— A (@a) '
     '<a href="https://twitter.com/a/status/12?ref_src=x">May 1</a></span></amp-twitter>'),
    ('<blockquote class="twitter-tweet"><p>RT <a href="https://x.com/b/status/3">this</a></p><a '
     'href="https://x.com/a/status/12">May 1</a></blockquote>', 'data-tweetid="12"'),
    ('<a class="twitter-timeline" href="https://twitter.com/WordPress">Tweets by W</a>',
     'data-timeline-screen-name="WordPress"><span placeholder class="twitter-timeline">'
     '<a href="https://twitter.com/WordPress">Tweets by W</a></span>'),
    ('<blockquote class="instagram-media" data-instgrm-permalink="https://www.instagram.com/p/Bvl_a/?x"><div><a '
     'href="https://www.instagram.com/p/Bvl_a/"><svg><title>t</title></svg>See</a></div></blockquote>',
     'data-shortcode="Bvl_a" data-captioned=""><span placeholder class="instagram-media">'
     '<a href="https://www.instagram.com/p/Bvl_a/">See</a></span>'),
    ('<blockquote class="tiktok-embed" cite="https://www.tiktok.com/@a/video/71" data-video-id="71"><section>Hi'
     "</section></blockquote>", 'data-src="71"><span placeholder class="tiktok-embed">Hi</span>'),
    ('<div class="fb-post" data-href="https://www.facebook.com/a/posts/1"></div>', 'data-href="https://www.facebook.com/a/posts/1"></amp'),
    ('<div class="fb-video" data-href="https://www.facebook.com/a/videos/1/">x</div>', 'data-embed-as="video"><span placeholder'),
    ('<div class="fb-page" data-href="https://www.facebook.com/a">x</div>', "<amp-facebook-page "),
    ('<div class="fb-comments" data-href="https://e.org/"></div>', "<amp-facebook-comments "),
    ('<div class="fb-like" data-href="https://e.org/"></div>', "<amp-facebook-like "),
    ('<blockquote class="imgur-embed-pub" data-id="a/AbCdE"><a href="//imgur.com/a/AbCdE">T</a></blockquote>',
     'data-imgur-id="a/AbCdE"><span placeholder class="imgur-embed-pub"><a href="//imgur.com/a/AbCdE">T</a>'),
    ('<a data-pin-do="embedPin" href="https://www.pinterest.com/pin/9936/"></a>', 'data-url="https://www.pinterest.com/pin/9936/"'),
    ('<blockquote class="reddit-embed-bq"><a href="https://www.reddit.com/r/a/comments/b1/c/">T</a> by</blockquote>',
     'data-url="https://www.reddit.com/r/a/comments/b1/c/"><span placeholder'),
    ('<a class="embedly-card" href="https://e.org/a">T</a>', '<amp-embedly-card '),
    ('<blockquote class="bluesky-embed" data-bluesky-uri="at://did:plc:abc/app.bsky.feed.post/3kabc"><p>x</p></blockquote>',
     'src="https://embed.bsky.app/embed/did:plc:abc/app.bsky.feed.post/3kabc"'),
    ('<div class="tumblr-post" data-href="https://embed.tumblr.com/embed/post/a/1"><a href="x">x</a></div>',
     'src="https://embed.tumblr.com/embed/post/a/1"'),
    ('<blockquote class="wp-embedded-content"><a href="https://e.org/p/">T</a></blockquote>\n<iframe '
     'class="wp-embedded-content" src="https://e.org/p/embed/#?secret=1" height="300" title="T"></iframe>',
     'height="300" data-url="https://e.org/p/" title="T"><span placeholder><a href="https://e.org/p/">T</a></span>'),
]  # fmt: skip


@pytest.mark.parametrize(("html", "part"), QUOTES)
def test_quotes(html: str, part: str) -> None:
    made = quoted(f"{html}<p>behind</p>")
    assert made is not None
    assert part in made[0].html
    assert made[1] == "<p>behind</p>"


NO_QUOTES = [
    "<blockquote>twitter-tweet</blockquote>",
    '<blockquote class="twitter-tweet-like"><a href="https://x.com/a/status/1">x</a></blockquote>',
    '<blockquote class="twitter-tweet"><a href="https://e.org/a/status/1">x</a></blockquote>',
    '<blockquote class="twitter-tweet"><!-- x --><a href="https://x.com/a/status/1">x</a></blockquote>',
    '<blockquote class="twitter-tweet"><a href="https://x.com/a/status/1">x</a>',
    '<a data-pin-do="buttonPin" href="https://www.pinterest.com/pin/9936/">x</a>',
    '<blockquote class="wp-embedded-content"><a href="https://e.org/p/">T</a></blockquote><p>x</p>',
    '<div class="tumblr-post" data-href="https://e.org/">x</div>',
    '<div class="wp-playlist"><script type="application/json" class="wp-playlist-script">{</script></div>',
    f'<div class="wp-playlist"><script class="wp-playlist-script">{"[" * 100_000}</script></div>',
    f'<blockquote class="twitter-tweet">{"<b></b>" * 300}<a href="https://x.com/a/status/1">x</a></blockquote>',
]


@pytest.mark.parametrize("html", NO_QUOTES)
def test_what_is_no_quote(html: str) -> None:
    assert quoted(html) is None


PLAYLIST = {
    "type": "audio",
    "tracknumbers": True,
    "artists": True,
    "tracks": [
        {"src": "http://e.org/a.mp3", "title": "A &amp; <i>b</i>", "caption": "", "meta": {"artist": "Band"}},
        {"src": "https://e.org/b.mp3", "title": "B", "caption": "Said", "meta": []},
        {"src": "javascript:x", "title": "C"},
        "none",
    ],
}


def playlist(known: object) -> str:
    return (
        '<div class="wp-playlist wp-audio-playlist"><audio controls="controls" preload="none" width="640"></audio>'
        f'<script type="application/json" class="wp-playlist-script">{json.dumps(known)}</script></div>'
    )


def test_a_playlist_is_a_list_of_players() -> None:
    made = quoted(playlist(PLAYLIST))
    assert made is not None
    audio = '<amp-audio src="https://e.org/{}.mp3" controls="" preload="none" layout="fixed-height" width="auto" height="50"></amp-audio>'
    assert made[0].is_block
    assert made[0].component == "amp-audio"
    assert made[0].html == (
        '<div class="wp-playlist wp-audio-playlist"><ol class="wp-playlist-tracks">'
        '<li><span class="wp-playlist-item-title">A &amp; b</span> <span class="wp-playlist-item-artist">Band</span> '
        f'{audio.format("a")}</li><li><span class="wp-playlist-item-title">Said</span> {audio.format("b")}</li>'
        '<li><span class="wp-playlist-item-title">C</span></li></ol></div>'
    )


def test_a_playlist_of_films() -> None:
    image = {"src": "https://e.org/p.jpg"}
    film = {
        "src": "https://e.org/a.mp4",
        "title": "A",
        "image": image,
        "dimensions": {"original": {"width": 4, "height": 3}},
    }
    made = quoted(playlist({"type": "video", "tracknumbers": False, "tracks": [film]}))
    assert made is not None
    assert 'poster="https://e.org/p.jpg" layout="responsive" width="4" height="3"></amp-video>' in made[0].html
    assert "<ul class=" in made[0].html


@pytest.mark.parametrize(
    ("html", "component"),
    [
        ('<script src="https://gist.github.com/a/0123456789abcdef.js?file=a.py"></script>', "amp-gist"),
        ('<script async class="speakerdeck-embed" data-id="0123456789abcdef0123" '
         'src="//speakerdeck.com/assets/embed.js"></script>', "amp-iframe"),
        ('<script src="https://e.org/gist.github.com/a.js"></script>', None),
    ],
)  # fmt: skip
def test_scripts_that_draw(html: str, component: str | None) -> None:
    made = players.script(parts(html)[0], quiet)
    assert (made.component if made is not None else None) == component


@pytest.mark.parametrize(
    ("address", "want"),
    [
        ("https://platform.twitter.com/widgets.js", True),
        ("//www.instagram.com/embed.js", True),
        ("https://www.tiktok.com/embed.js", True),
        ("https://connect.facebook.net/en_US/sdk.js#xfbml=1", True),
        ("https://e.org/wp-includes/js/wp-embed.min.js?ver=6.9", True),
        ("https://e.org/widgets.js", False),
        ("https://e.org/?platform.twitter.com/widgets.js", False),
    ],
)
def test_scripts_that_fill_quotes(address: str, want: bool) -> None:
    assert players.is_loader(parts(f'<script async src="{address}"></script>')[0]) is want


WORDS = [
    ("<p>a</p><p>b</p>", "a<br>b"),
    ("<div><div>a <b>b</b></div></div>\n", "a b"),
    ('<a href="https://e.org/">x<a href="javascript:x">y</a>', '<a href="https://e.org/">x</a>y'),
    ("<script>x</script><style>y</style>a < b &amp; c", "a &lt; b &amp; c"),
    ("a<br><br><br>b<br>", "a<br>b"),
    (" <p> </p> ", ""),
]


@pytest.mark.parametrize(("html", "want"), WORDS)
def test_words(html: str, want: str) -> None:
    assert words(tokens(html)) == want


NIGHTMARES: dict[str, Callable[[int], str]] = {
    "tweets in tweets": lambda n: '<blockquote class="twitter-tweet">' * n,
    "tweets in tweets, closed": lambda n: '<blockquote class="twitter-tweet">' * n + "</blockquote>" * n,
    "playlists in playlists": lambda n: '<div class="wp-playlist">' * n + "</div>" * n,
}


def every_quote(html: str) -> None:
    found = list(tokens(html))
    for index, token in enumerate(found):
        if token.kind == "start":
            players.quoted(found, index, None, quiet)


@pytest.mark.parametrize("make", NIGHTMARES.values(), ids=NIGHTMARES.keys())
def test_hostile_quotes_take_linear_time(make: Callable[[int], str]) -> None:
    assert_in_step(lambda n: partial(every_quote, make(n)), 4_000)
