"""Films, sound, frames and documents in AMP: what stands for each; the validator over every form in every place."""

from __future__ import annotations

import re

import pytest

import blocks
from blocks.render.amp import players
from blocks.render.amp.players import Player
from blocks.render.amp.players.frames import post_address
from blocks.site import MemorySite, SitePost
from tests import amp_validator
from tests.amp.making import EMBED, Told, block, data, film, frame, parts, quiet, quoted, sound
from tests.amp.test_embeds import ADDRESSES, UNKNOWN
from tests.amp.test_quotes import PLAYLIST, QUOTES, playlist

# ------------------------------------------------------------------------------------------------------------ frames

FRAMES = [
    ('<iframe src="https://e.org/m" width="600" height="400"></iframe>', 'layout="intrinsic" width="600" height="400"'),
    ('<iframe src="https://e.org/m" width="100%" height="400"></iframe>', 'layout="fixed-height"'),
    ('<iframe src="https://e.org/m" style="width:300px;height:200px"></iframe>', 'width="300" height="200"'),
    ('<iframe src="//e.org/m"></iframe>', 'src="https://e.org/m"'),
    ('<iframe src="http://e.org/m" title="Map"></iframe>', '<a href="http://e.org/m">Map</a>'),
    ('<iframe src="about:blank" data-src="https://e.org/late"></iframe>', 'src="https://e.org/late"'),
    ('<iframe src="https://e.org/m" sandbox="allow-scripts"></iframe>', 'sandbox="allow-scripts"'),
    ('<iframe src="https://e.org/m" style="position:absolute;top:0;width:100%;height:100%"></iframe>', 'layout="fill"'),
    ('<iframe src="https://www.youtube.com/embed/abcdefghijk?rel=0" width="560" height="315"></iframe>',
     '<amp-youtube layout="responsive" width="560" height="315" data-videoid="abcdefghijk" data-param-rel="0">'),
    ('<iframe title="A song" src="https://open.spotify.com/embed/track/4iV5W9uYEdYUVa79?utm=1" height="80"></iframe>',
     'src="https://open.spotify.com/embed/track/4iV5W9uYEdYUVa79?utm=1"'),
    ('<iframe src="https://open.spotify.com/track/4iV5W9uYEdYUVa79" title="Mine"></iframe>', 'title="Mine"'),
    ('<iframe src="https://w.soundcloud.com/player/?url=https%3A//api.soundcloud.com/tracks/12" height="300"></iframe>',
     '<amp-soundcloud layout="fixed-height" width="auto" height="300" data-trackid="12">'),
    ('<iframe class="wp-embedded-content" src="https://e.org/post/embed/#?secret=x" height="200"></iframe>',
     'height="200" data-url="https://e.org/post/"'),
    ('<iframe srcdoc="x"></iframe>', ""),
    ('<iframe src="javascript:x"></iframe>', ""),
]  # fmt: skip


@pytest.mark.parametrize(("html", "part"), FRAMES)
def test_frames(html: str, part: str) -> None:
    told: Told = []
    made = frame(html, None, told)
    assert part in made if part else made == ""
    assert [code for code, _ in told if code != "unknown-dimensions"] == [
        "replaced-content" if part else "unsupported-content"
    ]


def test_a_frame_keeps_what_amp_takes_of_it_and_says_nothing_of_its_size() -> None:
    told: Told = []
    html = (
        '<iframe src="https://e.org/" allow="fullscreen" tabindex="x" name="n" width=4 height=3 loading=lazy></iframe>'
    )
    assert frame(html, None, told) == (
        f'<amp-iframe allow="fullscreen" src="https://e.org/" sandbox="{players.SANDBOX_OF_OTHERS}" layout="intrinsic" width="4" '
        'height="3"><span placeholder></span></amp-iframe>'
    )
    assert len(told) == 1


def test_the_address_of_a_post_by_that_of_its_frame() -> None:
    assert post_address("https://e.org/a/embed/#?secret=b") == "https://e.org/a/"
    assert post_address("https://e.org/?p=1&embed=true#?secret=b") == "https://e.org/?p=1&embed=true"
    assert post_address("http://e.org/a/embed/") is None


# ---------------------------------------------------------------------------------------------------- films, sound


def test_a_film_is_played_by_https_with_its_sources() -> None:
    told: Told = []
    html = film(
        '<video controls playsinline width="800" height="450" poster="p.jpg" preload="metadata" src="http://e.org/a.mp4">'
        '<source src="https://e.org/a.webm" type="video/webm"><source src="http:"><track kind="captions" '
        'src="https://e.org/a.vtt"><p>Sorry, <a href="https://e.org/a.mp4">a.mp4</a></p><p>No.</p></video>',
        None,
        told,
    )
    assert html == (
        '<amp-video controls poster="p.jpg" preload="metadata" src="https://e.org/a.mp4" layout="intrinsic" width="800" '
        'height="450"><source src="https://e.org/a.webm" type="video/webm"><track kind="captions" '
        'src="https://e.org/a.vtt"><span fallback>Sorry, <a href="https://e.org/a.mp4">a.mp4</a><br>No.</span></amp-video>'
    )
    assert [code for code, _ in told if code == "unsupported-content"] == ["unsupported-content"]  # the empty source


def test_a_film_without_words_inside_has_no_fallback() -> None:
    assert "fallback" not in film('<video src="https://e.org/a.mp4">\n </video>')


def test_a_film_in_the_place_of_a_cover() -> None:
    html = film(
        '<video class="wp-block-cover__video-background intrinsic-ignore" autoplay muted loop playsinline '
        'src="https://e.org/a.mp4" style="object-position:10% 20%" data-object-fit="cover" '
        'data-object-position="10% 20%"></video>'
    )
    assert 'layout="fill"' in html
    assert 'object-fit="cover" object-position="10% 20%" noaudio=""' in html
    assert "autoplay muted loop" in html
    assert 'class="wp-block-cover__video-background intrinsic-ignore"' in html
    assert "width=" not in html


@pytest.mark.parametrize("muted", [True, False])
def test_a_film_that_plays_by_itself_is_silent_in_amp(muted: bool) -> None:
    told: Told = []
    film(f'<video autoplay {"muted" * muted} width=4 height=3 src="https://e.org/a.mp4"></video>', None, told)
    assert any("without sound" in message for _, message in told) is not muted


SIZES = [
    ("", '<video src="{}" width="4" height="3">', 'width="4" height="3"', False),
    ("", '<video src="{}" style="aspect-ratio: 4 / 3;">', 'width="640" height="480"', False),
    ('{"width":400,"height":"300px"}', '<video src="{}">', 'width="400" height="300"', False),
    ('{"aspectRatio":"4/3"}', '<video src="{}">', 'width="640" height="480"', False),
    ('{"aspectRatio":"4/3"}', '<video src="{}" height="300">', 'width="400" height="300"', False),
    ('{"id":7}', '<video src="{}">', 'width="1080" height="1920"', False),
    ('{"mediaId":7}', '<video src="{}" width="540">', 'width="540" height="960"', False),
    ('{"id":"7"}', '<video src="{}">', 'width="640" height="360"', True),
    ('{"id":8}', '<video src="{}">', 'width="640" height="360"', True),
    ('{"width":"50%"}', '<video src="{}" width="100%">', 'width="640" height="360"', True),
]


@pytest.mark.parametrize(("said", "html", "size", "is_guess"), SIZES)
def test_sizes(said: str, html: str, size: str, is_guess: bool) -> None:
    known = SitePost(id=7, type="attachment", meta={"_wp_attachment_metadata": {"width": 1080, "height": "1920"}})
    sizes = players.of_attachments(MemorySite(posts=[known, SitePost(id=8, type="post")]))
    told: Told = []
    made = film(html.format("https://e.org/a.mp4"), block(f"<!-- wp:video {said} /-->"), told, sizes)
    assert f'layout="responsive" {size}' in made
    assert ("unknown-dimensions" in [code for code, _ in told]) is is_guess


def test_a_film_that_is_on_a_site() -> None:
    html = '<video width=4 height=3><source type="video/youtube" src="https://youtu.be/abcdefghijk?_=1"></video>'
    assert 'data-videoid="abcdefghijk"' in film(html)


@pytest.mark.parametrize(
    ("html", "want"),
    [
        ("<video></video>", ""),
        ("<video>Sorry</video>", "Sorry"),
        ('<video src="javascript:x"></video>', ""),
        ('<video src="http://a b/"></video>', ""),
    ],
)
def test_films_that_cannot_be_played(html: str, want: str) -> None:
    assert film(html) == want


def test_sound() -> None:
    html = '<audio controls src="https://e.org/a.mp3" autoplay preload="none" style="width:100%">x</audio>'
    assert sound(html) == (
        '<amp-audio controls autoplay style="width:100%" src="https://e.org/a.mp3" preload="none" layout="fixed-height" '
        'width="auto" height="50"><span fallback>x</span></amp-audio>'
    )


def test_an_address_that_amp_does_not_take_is_told_beside_a_source_that_it_does() -> None:
    told: Told = []
    film('<video width=4 height=3 src="javascript:x"><source src="https://e.org/a.mp4"></video>', None, told)
    assert [code for code, _ in told] == ["unsupported-content", "replaced-content"]


# --------------------------------------------------------------------------------------------------------- documents

PDF = '<object class="wp-block-file__embed" data="https://e.org/a.pdf" type="application/pdf" {}></object>'
DOCUMENTS = [
    (PDF.format('style="width:100%;height:400px" aria-label="A"'), 'height="400" src="https://e.org/a.pdf" title="A">'),
    (PDF.format(""), 'height="600"'),
    (PDF.format("").replace("https:", "http:"), '<a href="http://e.org/a.pdf">'),
    ('<object data="/a.pdf" type="application/pdf" title="T"></object>', '<a href="/a.pdf">T</a>'),
    ('<object data="https://e.org/a.pdf?x" >Get <a href="x">it</a></object>', '<span fallback>Get <a href="x">it</a></span>'),
    ('<embed src="https://e.org/a.pdf" type="application/pdf">', "<amp-google-document-embed"),
    ('<embed src="http://v.wordpress.com/hrPKeL5t" width="604" height="339">', 'width="604" height="339" src="https://vid'),
    ('<object data="https://www.youtube.com/v/abcdefghijk"></object>', "<amp-youtube"),
    ('<object data="https://e.org/a.swf"></object>', '<a href="https://e.org/a.swf">'),
    ('<object data="data:x"></object>', ""),
]  # fmt: skip


@pytest.mark.parametrize(("html", "part"), DOCUMENTS)
def test_documents(html: str, part: str) -> None:
    told: Told = []
    made = data(html, None, told)
    assert part in made if part else made == ""
    assert len(told) == 1
    assert players.is_shown(parts(html)[0]) == ("<amp-" in made)


def test_the_file_block_has_a_link_to_its_document_already() -> None:
    told: Told = []
    assert data(PDF.format("").replace("https:", "http:"), block("<!-- wp:file /-->"), told) == ""
    assert [code for code, _ in told] == ["replaced-content"]


# ---------------------------------------------------------------------------------------------------------- formulas


@pytest.mark.parametrize(
    ("tex", "is_block", "want"),
    [
        ("x < 1 & \"y\"", True, r'<amp-mathml layout="container" data-formula="\[x &lt; 1 &amp; &quot;y&quot;\]">'),
        (" x ", False, r'<amp-mathml inline layout="container" data-formula="\(x\)">'),
        (r"\text{<b>\)</b>}", False, r'data-formula="\(\text{&lt;b&gt;\)&lt;/b&gt;}\)"'),
    ],
)  # fmt: skip
def test_formulas(tex: str, is_block: bool, want: str) -> None:
    made = players.formula(tex, block=is_block, say=quiet)
    assert want in made.html
    assert made.plain.startswith("<code>")


def test_an_empty_formula() -> None:
    assert players.formula(" \n", block=True, say=quiet) == Player("")


# ------------------------------------------------------------------------------------------------- in a whole document


def amp(html: str) -> str:
    return blocks.render(html, "amp", fragment=True)


def test_a_video_without_an_end_tag_swallows_nothing() -> None:
    assert amp('<video src="https://e.org/a.mp4"><p>x</p>').endswith("</amp-video><p>x</p>")


def test_an_embed_that_nobody_has_drawn() -> None:
    html = '<figure><div class="wp-block-embed__wrapper">\nhttps://youtu.be/abcdefghijk\n</div><figcaption>c</figcaption></figure>'
    made = blocks.render(html, "amp")
    assert 'custom-element="amp-youtube"' in made
    assert 'data-videoid="abcdefghijk"><a fallback' in made
    assert "</amp-youtube></div><figcaption>c</figcaption>" in made


def test_math_is_shown_from_its_tex() -> None:
    html = "<math display='block'><mi>x</mi><annotation encoding='application/x-tex'>x &lt; 1</annotation></math>"
    assert amp(html) == r'<amp-mathml layout="container" data-formula="\[x &lt; 1\]"></amp-mathml>'
    assert amp("<math><mi>x</mi></math>") == "x"


def test_a_page_names_each_component_once() -> None:
    page = blocks.render('<video src="https://e.org/a.mp4"></video>' * 2, "amp")
    assert page.count('custom-element="amp-video"') == 1


# ------------------------------------------------------------------------------------------------------ the validator

AROUND = [
    "{}", "<p>a {} b</p>", '<a href="x">{}</a>', "<button>{}</button>", "<ul><li>{}</li></ul>", "<ul>{}</ul>",
    "<table>{}</table>", "<table><tbody><tr><td>{}</td></tr></tbody></table>", "<figure>{}</figure>", "<h2>{}</h2>",
    "<details><summary>{}</summary></details>", "<label>{}</label>", "<pre>{}</pre>", "<div hidden>{}</div>",
]  # fmt: skip
_SCRIPTS = "https://cdn.ampproject.org/v0"


def page(html: str, component: str | None) -> str:
    """An AMP page with nothing but a player."""
    boilerplate = re.search(r"<style amp-boilerplate>.*?</noscript>", blocks.render("", "amp"), re.DOTALL)
    assert boilerplate is not None
    script = f"{component}-{players.version_of(component)}.js" if component else ""
    return (
        f'<!doctype html><html amp><head><meta charset="utf-8"><script async src="{_SCRIPTS}.js"></script>'
        + (f'<script async custom-element="{component}" src="{_SCRIPTS}/{script}"></script>' if component else "")
        + '<link rel="canonical" href="#"><meta name="viewport" content="width=device-width">'
        + f"{boilerplate[0]}</head><body>{html}</body></html>"
    )


def every_player() -> dict[str, Player]:
    """A player of every form, by what it was made of."""
    made = {address: players.embed(address, EMBED, quiet) for address in (*ADDRESSES, *UNKNOWN)}
    made |= {html: players.frame(parts(html)[0], None, quiet) for html, _ in FRAMES}
    made |= {html: players.data(parts(html)[0], quiet, None, parts(html)[1]) for html, _ in DOCUMENTS}
    made |= {html: found[0] for html, _ in QUOTES if (found := quoted(html))}
    for known in (PLAYLIST, {**PLAYLIST, "type": "video"}):
        found = quoted(playlist(known))
        assert found is not None
        made[playlist(known)] = found[0]
    for tex in ("x", "", "<b>&amp;</b>\"'`\\)", "x" * 50_000):
        made[f"TeX {tex[:30]}"] = players.formula(tex, block=False, say=quiet)
    for html in (
        '<video src="https://e.org/a.mp4" autoplay loop preload=auto id=v poster="a b" class=x title=t>a<p>b</video>',
        '<video class="wp-block-cover__video-background" autoplay muted src="/a.mp4" data-object-position="{}"></video>',
        '<audio controls src="//e.org/a.mp3" muted preload=x><source src="https://e.org/a.ogg">x <a href=y>y</a></audio>',
    ):
        start, inside = parts(html)
        made[html] = (
            players.sound(start, inside, quiet) if start.name == "audio" else players.film(start, inside, None, quiet)
        )
    script = '<script src="https://gist.github.com/a/0123456789abcdef.js?file=a.py"></script>'
    gist = players.script(parts(script)[0], quiet)
    assert gist is not None
    return {**made, script: gist}


def test_the_official_validator_passes_every_player_in_every_place() -> None:
    lacking = amp_validator.missing()
    if lacking is not None:
        pytest.skip(f"the official AMP validator was not asked: {lacking}")
    pages = [
        amp_validator.Page(f"{name} in {around}", page(around.format(html), component))
        for name, made in every_player().items()
        for html, component in ((made.html, made.component), (made.plain, None))
        for around in (AROUND if html else ())
    ]
    assert len(pages) > 3_000
    failed = [verdict for verdict in amp_validator.validated(pages) if not verdict.passed]
    assert [(each.page.name, each.errors[:1]) for each in failed[:5]] == []
    wrong = page('<amp-vimeo layout="fill"></amp-vimeo>', "amp-vimeo")
    assert not amp_validator.validated([amp_validator.Page("without an id", wrong)])[0].passed


@pytest.mark.parametrize(
    ("html", "size"),
    [
        ('<video src="/a.mp4" width="480;" height="270e">', 'width="480" height="270"'),
        ('<video src="/a.mp4" style="width: 480px; height: 270.6px">', 'width="480" height="270"'),
        ('<video src="/a.mp4" style="aspect-ratio: auto 1.5">', 'width="640" height="426"'),
    ],
)
def test_sizes_are_read_as_those_of_pictures(html: str, size: str) -> None:
    assert size in film(html)
    told: Told = []
    film(html, None, told)
    assert "unknown-dimensions" not in [code for code, _ in told]


def test_frames_of_unknown_sites_may_do_less_than_players() -> None:
    player = 'src="https://open.spotify.com/embed/track/4iV5W9uYEdYUVa79" height="80"'
    assert f'sandbox="{players.SANDBOX}"' in frame(f"<iframe {player}></iframe>")
    for page in ("https://e.org/", "https://open.spotify.com/account"):
        html = frame(f'<iframe src="{page}" height="80"></iframe>')
        for might in ("top-navigation", "downloads", "modals", "escape-sandbox"):
            assert might not in html
        assert "allow-scripts" in html
    assert 'sandbox="allow-modals"' in frame('<iframe src="https://e.org/" sandbox="allow-modals"></iframe>')


@pytest.mark.parametrize(
    "html",
    [
        '<video src="https://e.org/a.mp4">one <p>two</p> <h2>three</h2></video>',
        '<audio src="https://e.org/a.mp3">one <p>two</p><p>three</p></audio>',
        '<object type="application/pdf" data="https://e.org/a.pdf"><p>one</p><p>two</p><p>three</p></object>',
        '<amp-video src="https://e.org/a.mp4" width="1" height="1"><div fallback><p>one</p>two<p>three</p></div></amp-video>',
        '<img data-src="https://e.org/a.jpg"><noscript><img src="https://e.org/a.jpg"><p>one</p>two<p>three</p></noscript>',
    ],
)  # fmt: skip
def test_plain_paragraphs_in_what_is_replaced_are_read(html: str) -> None:
    made = amp(html)
    assert [word for word in ("one", "two", "three") if word in made] == ["one", "two", "three"]
