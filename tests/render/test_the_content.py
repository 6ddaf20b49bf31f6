"""The filters of `the_content`: paragraphs, embeds, shortcodes, images. The answers are those of WordPress 6.9.1."""

from __future__ import annotations

import json
from typing import Any

import pytest

import blocks
from blocks.model.source import default_parser
from blocks.render.base import Context
from blocks.render.html.content import ContentState, before_blocks, content_of
from blocks.render.html.content.providers import provider_of
from blocks.render.html.server import Server
from blocks.render.templates import Templates
from blocks.site import MemorySite, RenderContext, SitePost
from blocks.sources.post import Post
from tests.corpus import answer, inputs, shared

PICTURE = {
    "width": 1200,
    "height": 900,
    "file": "2008/06/c.jpg",
    "sizes": {
        "thumbnail": {"file": "c-150x150.jpg", "width": 150, "height": 150, "mime-type": "image/jpeg"},
        "medium": {"file": "c-300x225.jpg", "width": 300, "height": 225, "mime-type": "image/jpeg"},
    },
}
SITE = MemorySite(
    options={"home": "http://site.test"},
    posts=[
        SitePost(id=1, title="Post"),
        SitePost(
            id=2, type="attachment", status="inherit", parent=1, mime="image/jpeg", excerpt="It's", title="Boat",
            meta={"_wp_attached_file": "2008/06/c.jpg", "_wp_attachment_metadata": PICTURE},
        ),
        SitePost(
            id=3, type="attachment", status="inherit", parent=1, mime="audio/mpeg", title="Song",
            meta={"_wp_attached_file": "s.mp3", "_wp_attachment_metadata": {"artist": "A", "length_formatted": "1:00"}},
        ),
    ],
)  # fmt: skip
UPLOADS = "http://site.test/wp-content/uploads"


def filtered(text: str, state: ContentState | None = None, **request: object) -> str:
    import blocks.syntax  # noqa: F401  (it provides the parser)

    if state is None:
        state = ContentState.of(SITE, RenderContext.from_json(request))
    server = Server(default_parser(), Context(Post(text), Templates()), state.site, state.request)
    server.content, server.post = state, state.post
    return server.run(content_of(text, server))


def test_text_without_blocks_gets_paragraphs() -> None:
    assert filtered('It\'s\n\n"Wordpress"') == "<p>It&#8217;s</p>\n<p>&#8220;WordPress&#8221;</p>\n"


def test_text_with_blocks_does_not() -> None:
    assert filtered("<!-- wp:x -->\na\n\nb\n<!-- /wp:x -->") == "\na\n\nb\n"


def test_blocks_drawn_before_turn_paragraphs_off_once() -> None:
    state = ContentState.of(SITE, RenderContext())
    state.loading.running = "the_content"
    state.note_blocks("<!-- wp:x /-->")
    assert filtered("a\n\nb", state) == "a\n\nb"
    assert filtered("a\n\nb", state) == "<p>a</p>\n<p>b</p>\n"


def test_blocks_are_written_anew_as_wordpress_writes_them() -> None:
    assert (
        before_blocks('<!--  wp:x   {"a": 1.0}  /-->', ContentState.of(SITE, RenderContext()), default_parser())
        == '<!-- wp:x {"a":1} /-->'
    )


def test_template_parts_get_the_theme() -> None:
    text = '<!-- wp:template-part {"slug":"header"} /--><!-- wp:template-part {"theme":"b"} /-->'
    state = ContentState.of(SITE, RenderContext())
    state.theme = "a"
    part = '<!-- wp:template-part {"slug":"header","theme":"a"} /--><!-- wp:template-part {"theme":"b"} /-->'
    assert before_blocks(text, state, default_parser()) == part


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("\nhttps://youtu.be/x\n", "<p>https://youtu.be/x</p>\n"),
        ("[embed]https://youtu.be/x[/embed]", '<p><a href="https://youtu.be/x">https://youtu.be/x</a></p>\n'),
        ("[embed][/embed]", ""),
    ],
)
def test_embeds_nobody_answers_stay_links(text: str, expected: str) -> None:
    assert filtered(text) == expected


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        ({"type": "video", "title": 'T"', "html": "<iframe src='x'></iframe>\n"},
         "<p><iframe title=\"T&quot;\" src='x'></iframe></p>\n"),
        ({"type": "rich", "title": "T", "html": '<iframe title="own" src="x"></iframe>'},
         '<p><iframe title="own" src="x"></iframe></p>\n'),
        ({"type": "photo", "url": "p.jpg", "width": 1, "height": "2"},
         '<p><a href="https://youtu.be/x"><img loading="lazy" decoding="async" src="http://p.jpg" alt="" width="1" '
         'height="2" /></a></p>\n'),
        ({"type": "link", "title": "<i>"}, '<p><a href="https://youtu.be/x">&lt;i&gt;</a></p>\n'),
        ({"type": "photo", "url": ["p"], "width": 1, "height": 2}, "<p>https://youtu.be/x</p>\n"),
        ("no json", "<p>https://youtu.be/x</p>\n"),
    ],
)  # fmt: skip
def test_answers_of_oembed(data: object, expected: str) -> None:
    assert filtered("https://youtu.be/x", http={"youtube.com/oembed": data}) == expected


def test_addresses_of_media_become_players() -> None:
    html = filtered("http://a.test/b.mp3")
    assert html == (
        '<audio class="wp-audio-shortcode" id="audio-0-1" preload="none" style="width: 100%;" controls="controls">'
        '<source type="audio/mpeg" src="http://a.test/b.mp3?_=1" />'
        '<a href="http://a.test/b.mp3">http://a.test/b.mp3</a></audio>\n'
    )


def test_captions() -> None:
    html = filtered('[caption id="a_1" align="alignleft" width="300"]<img src="a.jpg"> Cap [/caption]')
    assert html == (
        '<figure id="a_1" aria-describedby="caption-a-1" style="width: 300px" class="wp-caption alignleft">'
        '<img decoding="async" src="a.jpg"><figcaption id="caption-a-1" class="wp-caption-text">Cap</figcaption>'
        "</figure>\n"
    )


def test_captions_are_filtered() -> None:
    html = filtered('[caption width="3" caption="<script>x</script><b>y</b>"]<img src="a">[/caption]')
    assert "<script>" not in html
    assert '<figcaption class="wp-caption-text">x<b>y</b></figcaption>' in html


def test_galleries() -> None:
    html = filtered("[gallery]", post=1)
    assert html.startswith("<div id='gallery-1' class='gallery galleryid-1 gallery-columns-3 gallery-size-thumbnail'>")
    assert '<a href=\'http://site.test/?attachment_id=2\'><img loading="lazy" decoding="async" width="150"' in html
    assert "<figcaption class='wp-caption-text gallery-caption' id='gallery-1-2'>\n\t\t\t\tIt&#8217;s\n" in html
    assert filtered("[gallery ids='99']") == "\n"


def test_galleries_and_captions_of_a_classic_theme() -> None:
    state = ContentState.of(SITE, RenderContext(post=1))
    state.html5 = False
    html = filtered("[gallery link='none']", state)
    assert "<dl class='gallery-item'>" in html
    assert "#gallery-1 .gallery-item {" in html
    assert '<div style="width: 13px" class="wp-caption alignnone">' in filtered(
        '[caption width="3" caption="c"]<img src="a">[/caption]', state
    )


def test_players() -> None:
    html = filtered('[video src="https://youtu.be/x" width="9" loop="true"]', post=1)
    assert html == (
        '<div style="width: 9px;" class="wp-video"><video class="wp-video-shortcode" id="video-1-1" width="9" '
        'height="360" loop preload="metadata" controls="controls"><source type="video/youtube" '
        'src="https://youtu.be/x?_=1" /><a href="https://youtu.be/x">https://youtu.be/x</a></video></div>\n'
    )
    assert f'src="{UPLOADS}/s.mp3?_=1"' in filtered("[audio]", post=1)
    assert filtered('[audio src="x.txt"]').startswith('<a class="wp-embedded-audio" href="http://x.txt">')


def test_playlists() -> None:
    html = filtered("[playlist ids='3']", post=1)
    assert '<div class="wp-playlist wp-audio-playlist wp-playlist-light">' in html
    data = json.loads(html.partition('class="wp-playlist-script">')[2].partition("</script>")[0])
    (track,) = data["tracks"]
    assert (track["src"], track["type"]) == (f"{UPLOADS}/s.mp3", "audio/mpeg")
    assert track["meta"] == {"artist": "A", "length_formatted": "1:00"}


def test_an_attachment_is_shown_before_its_text() -> None:
    html = filtered("text", post=2)
    assert html.startswith(f"<p class=\"attachment\"><a href='{UPLOADS}/2008/06/c.jpg'><img")
    assert html.endswith("</a></p>\n<p>text</p>\n")


def test_shortcodes_of_the_caller() -> None:
    state = ContentState.of(SITE, RenderContext(), {"year": lambda _attributes, _content, _name: "2026"})
    assert filtered("[year] [other]", state) == "<p>2026 [other]</p>\n"


def test_smilies_only_if_asked_for() -> None:
    state = ContentState.of(SITE, RenderContext())
    state.smilies = True
    assert filtered("a :-) <code>:-)</code>", state) == "<p>a 🙂 <code>:-)</code></p>\n"
    assert filtered("a :-)") == "<p>a :-)</p>\n"


def test_providers() -> None:
    assert provider_of("https://www.youtube.com/watch?v=x") == "https://www.youtube.com/oembed"
    assert provider_of("https://twitter.com/a/status/1") == "https://publish.twitter.com/oembed"
    assert provider_of("https://nobody.test/") is None


def test_classic_posts_come_out_as_wordpress_prints_them() -> None:
    site = MemorySite.from_json(shared("conformance", "registry", "site.json"))
    paths = list(inputs(shared("conformance", "wxr-classic")))
    wrong = []
    for path in paths:
        context = answer(path, "context.json")
        request = RenderContext.from_json(context) if context.exists() else RenderContext()
        state = ContentState.of(site, request)
        state.smilies = True
        text = path.read_bytes().decode("utf-8", "surrogateescape")
        expected = answer(path, "content.html").read_bytes().decode("utf-8", "surrogateescape")
        if filtered(text, state) != expected:
            wrong.append(path.stem)
    assert len(paths) > 60
    assert set(wrong) <= {"unittest-1031"}, wrong  # a gallery in random order


def told(text: str, **options: Any) -> list[str]:
    result = blocks.convert(text, filters="the_content", **options)
    return [str(problem) for problem in result.rendering_problems]


def test_shortcodes_whose_media_nobody_knows_are_told() -> None:
    assert told('Tea\n\n[gallery ids="2,3"]\n\n[playlist]') == [
        "3:1: no-data [gallery] shows images of a site, and no site was given",
        "5:1: no-data [playlist] shows sounds or films of a site, and no site was given",
    ]
    request = RenderContext(post=1)
    assert told('[gallery ids="2"] [gallery ids="2, 3, 4"] [playlist ids="3"]', site=SITE, request=request) == [
        "1:19: missing-reference [gallery] names 3, 4, but the site has no images of these ids"
    ]
    assert told("[gallery][playlist]", site=SITE, request=request) == []
    assert told('[gallery][gallery id="9"][gallery id="4"]', site=SITE, request=RenderContext()) == [
        "1:1: no-data [gallery] shows the images of the current post, and the request names none",
        "1:10: missing-reference [gallery] shows the images of the post 9, which is not on the site",
        "1:26: missing-reference [gallery] shows the images of the post 4, which is not on the site",
    ]
    site = MemorySite(posts=[SitePost(id=1)])
    assert told("[gallery]", site=site, request=request) == [
        "1:1: no-data [gallery] shows the images of the post 1, and the site has none"
    ]


def test_shortcodes_of_a_pattern_are_told_where_it_stands() -> None:
    site = MemorySite(posts=[SitePost(id=1), SitePost(id=5, type="wp_block", content="<p>[gallery ids=7]</p>")])
    assert told('<p>Tea</p>\n<!-- wp:block {"ref":5} /-->', site=site, request=RenderContext(post=1)) == [
        "1:1: missing-reference [gallery] names 7, but the site has no images of these ids"
    ]
    site = MemorySite(posts=[SitePost(id=1), SitePost(id=6, content="[gallery ids=7]")])
    text = '<p>Tea</p>\n<!-- wp:query {"query":{"perPage":9}} --><!-- wp:post-template --><!-- wp:post-content /--><!-- /wp:post-template --><!-- /wp:query -->'
    assert any("missing-reference [gallery] names 7" in one for one in told(text, site=site))


def test_addresses_that_nobody_answers_are_told_once() -> None:
    assert told("Tea\n\nhttps://youtu.be/x\n\nhttps://youtu.be/y") == [
        "3:1: unanswered-embed nobody said what https://youtu.be/x shows, so the address stands for it"
    ]
    assert told("[embed]https://a.test/[/embed]") == [
        "1:8: unanswered-embed nobody said what https://a.test/ shows, so the address stands for it"
    ]
    assert told("https://a.test/") == []
    embed = blocks.Embed(
        url="https://www.youtube.com/watch?v=dQw4w9WgXcQ", type="video", provider_name_slug="youtube"
    ).markup
    assert any("unanswered-embed" in one for one in told(embed))
    amp = blocks.convert(embed, "amp", filters="the_content")
    assert "<amp-youtube" in amp.output
    assert "unanswered-embed" not in [problem.code for problem in amp.rendering_problems]
    answered = RenderContext(http={"youtube.com/oembed": {"type": "rich", "html": "<b>x</b>"}})
    assert told("https://youtu.be/x", request=answered) == []
