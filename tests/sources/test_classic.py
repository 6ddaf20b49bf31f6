"""Classic posts as blocks: where they are cut, what becomes of shortcodes, what stays."""

from __future__ import annotations

import re
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

import blocks
from blocks.sources.classic import converted, to_blocks
from blocks.sources.facts import Media, MediaSize
from tests.timing import assert_in_step

THUMBNAIL = MediaSize(url="http://x/1-150x150.jpg", width=150, height=150)
KNOWN = {
    1: Media(id=1, url="http://x/1.jpg", alt="One", caption="A & b", sizes={"thumbnail": THUMBNAIL}),
    2: Media(id=2, url="http://x/2.jpg", alt="Two"),
    3: Media(id=3, url="http://x/3.mp3", title="Song <3"),
}


def made(text: str, **options: Any) -> list[blocks.Block]:
    return list(blocks.parse(to_blocks(text, **options)).children[::2])


def names(text: str, **options: Any) -> list[str]:
    return [str(node.block_name).removeprefix("core/") for node in made(text, **options)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", []),
        (" \n&nbsp;\n", []),
        ("a\nb\n\nc", ["paragraph", "paragraph"]),
        ("a\n<h2>b</h2>\nc", ["paragraph", "heading", "paragraph"]),
        ("<ul>\n<li>a</li>\n</ul>\n<ol><li>b</li></ol>", ["list", "list"]),
        ("<blockquote>a\n\nb</blockquote>", ["quote"]),
        ("<pre>a\n\nb</pre>", ["preformatted"]),
        ("<pre><code>a</code></pre>", ["code"]),
        ("<table><tr><td>a</td></tr></table>", ["table"]),
        ("a<hr />b", ["paragraph", "separator", "paragraph"]),
        ("<div class='x'>a</div>", ["html"]),
        ("<table border='1'><tr><td>a</td></tr></table>", ["html"]),
        ("a<!--more-->b", ["paragraph", "more", "paragraph"]),
        ("<p>a</p>\n<p><!--more Go on--></p>\n<p>b</p>", ["paragraph", "more", "paragraph"]),
        ("a\n<!--nextpage-->\nb", ["paragraph", "nextpage", "paragraph"]),
        ("a\n[foo]\nb", ["paragraph", "shortcode", "paragraph"]),
        ("a [foo] b", ["paragraph"]),
        ("[foo]\n\nlong\n\n[/foo]", ["shortcode"]),
        ("<p>[foo]</p>", ["shortcode"]),
        ("<p>a<br />\n[foo]<br />\nb</p>", ["paragraph", "shortcode", "paragraph"]),
        ("[[foo]]", ["paragraph"]),
        ("[1]\n[Sic]", ["paragraph"]),
        ("<div>\n[foo]\n</div>", ["html"]),
        ("<pre>\n[foo]\n</pre>", ["preformatted"]),
        ("<!--\n[foo]\n-->", ["paragraph"]),
        ("<b>\n[foo]\n</b>", ["paragraph"]),
        ("<b>never closed\n\n[foo]\n\na", ["html", "shortcode", "paragraph"]),
        ("https://example.com/x", ["embed"]),
        ("see\nhttps://example.com/x\nand", ["paragraph", "embed", "paragraph"]),
        ("see https://example.com/x", ["paragraph"]),
        ("https://example.com/x and", ["paragraph"]),
        ("<p>https://example.com/x</p>", ["embed"]),
        ("<p> https://example.com/x </p>", ["embed"]),
        ("<b>https://example.com/x</b>", ["paragraph"]),
        ("http://x/a.mp3\n\nhttp://x/a.webm", ["audio", "video"]),
    ],
)
def test_which_blocks(text: str, expected: list[str]) -> None:
    assert names(text) == expected
    assert all(node.reading.is_recognised for node in blocks.parse(to_blocks(text)).walk())


def test_the_markup_is_spelled_as_the_editor_does() -> None:
    assert to_blocks("a\n\n[foo]\n<!--more Go on--><!--noteaser-->\n\n<p style='text-align: center;'>b</p>") == (
        "<!-- wp:paragraph -->\n<p>a</p>\n<!-- /wp:paragraph -->\n\n"
        "<!-- wp:shortcode -->\n[foo]\n<!-- /wp:shortcode -->\n\n"
        '<!-- wp:more {"customText":"Go on","noTeaser":true} -->\n<!--more Go on-->\n<!--noteaser-->\n'
        "<!-- /wp:more -->\n\n"
        '<!-- wp:paragraph {"align":"center"} -->\n<p class="has-text-align-center">b</p>\n<!-- /wp:paragraph -->'
    )


def test_noteaser_without_more_stays() -> None:
    assert "<!--noteaser-->" in to_blocks("a\n\n<!--noteaser-->\n\nb")


def test_a_paragraph_is_parted_and_keeps_its_tag() -> None:
    before, image, after = made('<p style="text-align:right">a [caption width="9"]<img src="x.jpg">c[/caption] b</p>')
    assert (before.align, image.caption.html, after.align) == ("right", "c", "right")  # type: ignore[attr-defined]
    assert (before.content.html, after.content.html) == ("a", "b")  # type: ignore[attr-defined]


def test_caption_with_everything() -> None:
    (image,) = made(
        '[caption id="attachment_8" align="alignright" width="300" class="wide"]<a href="http://x/b.jpg" rel="r" '
        'target="_blank" class="k"><img class="size-medium wp-image-8" title="T" src="http://x/b-300x200.jpg" '
        'alt="A" width="300" height="200" /></a> By <em>me</em>, [year][/caption]'
    )
    assert isinstance(image, blocks.Image)
    assert image.attributes == {
        "id": 8, "sizeSlug": "medium", "linkDestination": "media", "align": "right", "className": "wide",
    }  # fmt: skip
    assert (image.url, image.alt, image.title, image.href) == ("http://x/b-300x200.jpg", "A", "T", "http://x/b.jpg")
    assert (image.rel, image.link_class, image.link_target) == ("r", "k", "_blank")
    assert image.caption.html == "By <em>me</em>, [year]"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('[caption width="300" caption="c"]<img src="a.jpg" width="300">[/caption]', {"width": "300px"}),
        ('[caption width="300"]<img src="a-300x9.jpg" width="300"> c[/caption]', {}),
        ('[caption width="200"]<img src="a-300x9.jpg" width="200"> c[/caption]', {"width": "200px"}),
        ('[caption id="attachment_5" width="9"]<img src="a.jpg" class="size-full"> c[/caption]', {"id": 5, "sizeSlug": "full"}),
        ('[caption align="alignnone" width="9"]<img src="a.jpg" class="size-full"> c[/caption]', {"sizeSlug": "full"}),
        # Without a caption or a width, WordPress shows the image alone, which has an alignment of its own.
        ('[caption align="alignleft"]<img src="a.jpg" class="aligncenter size-full">[/caption]', {"align": "center", "sizeSlug": "full"}),
    ],
)  # fmt: skip
def test_captions(text: str, expected: dict[str, Any]) -> None:
    (image,) = made(text)
    assert image.attributes == {**expected, "linkDestination": "none"}


@pytest.mark.parametrize(
    "text",
    [
        '[caption width="9"]no picture <b>here</b>[/caption]',
        '[caption width="9"]before <img src="a.jpg"> c[/caption]',
        '[caption]<img src="a.jpg"> not shown[/caption]',
        "[gallery]",
        '[gallery ids="1,77"]',
        '[gallery ids="1" exclude="2"]',
        "[audio]",
        '[playlist ids="77"]',
        "[embed]not an address[/embed]",
        '[video src="http://x/a.mp4"]<b>No player</b>[/video]',
    ],
)
def test_what_is_not_known_to_show_the_same_is_kept(text: str) -> None:
    (node,) = made(text, attachments=KNOWN)
    assert (node.block_name, node.own_html.strip()) == ("core/shortcode", text)


@pytest.mark.parametrize(
    "text", ["[gallery ids='1']", "[audio mp3='http://x/a.mp3']", "[caption width='9']<img src='a'>c[/caption]"]
)
def test_keep_keeps_all(text: str) -> None:
    (node,) = made(text, shortcodes="keep", attachments=KNOWN)
    assert (node.block_name, node.own_html.strip()) == ("core/shortcode", text)


def test_a_gallery_with_pictures() -> None:
    text = '[gallery ids="2,1" columns="4" link="file" size="thumbnail" orderby="rand"]'
    (gallery,) = made(text, attachments=KNOWN.get)
    assert isinstance(gallery, blocks.Gallery)
    assert gallery.attributes == {"columns": 4, "randomOrder": True, "linkTo": "media", "sizeSlug": "thumbnail"}
    assert [(one.id, one.url, one.alt, one.caption.html, one.href) for one in gallery.pictures] == [
        (2, "http://x/2.jpg", "Two", "", "http://x/2.jpg"),
        (1, "http://x/1-150x150.jpg", "One", "A &amp; b", "http://x/1.jpg"),
    ]


def test_a_gallery_of_what_is_attached_to_the_post_links_to_pages() -> None:
    (gallery,) = made("[gallery]", attached=[KNOWN[1]])
    assert isinstance(gallery, blocks.Gallery)
    assert (gallery.columns, gallery.link_to, gallery.size_slug) == (3, "attachment", "thumbnail")
    assert gallery.pictures[0].href == "/?attachment_id=1"


def test_a_playlist_is_a_player_for_each() -> None:
    (song,) = made('[playlist ids="3"]', attachments=KNOWN)
    assert isinstance(song, blocks.Audio)
    assert (song.src, song.id, song.caption.html) == ("http://x/3.mp3", 3, "Song &lt;3")
    assert names('[playlist type="video" ids="3,3"]', attachments=KNOWN) == ["video", "video"]


def test_players() -> None:
    audio, video = made(
        '[audio mp3="http://x/a.mp3" loop="on" autoplay="false" preload="auto"][/audio]\n'
        '[video mp4="http://x/a.mp4" poster="p.jpg" muted="1"]<track src="t.vtt" srclang="en" />[/video]'
    )
    assert isinstance(audio, blocks.Audio)
    assert isinstance(video, blocks.Video)
    assert (audio.src, audio.loop, audio.autoplay, audio.preload) == ("http://x/a.mp3", True, False, "auto")
    assert (video.src, video.poster, video.muted) == ("http://x/a.mp4", "p.jpg", True)
    assert video.tracks == [{"src": "t.vtt", "srcLang": "en"}]


def test_what_a_block_has_no_place_for_is_told() -> None:
    text = 'a\n[video mp4="http://x/a.mp4" ogv="http://x/a.ogv"]'
    (problem,) = converted(text).problems
    assert (problem.code, problem.span.line, problem.span.column) == ("unsupported-content", 2, 1)
    assert "http://x/a.ogv" in problem.message
    (problem,) = converted('[caption width="9"]<img src="a.jpg" style="border:0"> c[/caption]').problems
    assert "the attribute style" in problem.message
    (problem,) = converted("é\n\n<!--more-->\n<div>b</div>".encode()).problems
    assert (problem.code, problem.span.line) == ("unrecovered-html", 4)


@pytest.mark.parametrize(
    ("url", "slug", "kind"),
    [
        ("https://www.youtube.com/watch?v=x", "youtube", "video"),
        ("https://youtu.be/x", "youtube", "video"),
        ("http://vimeo.com/1", "vimeo", "video"),
        ("https://twitter.com/a/status/1", "twitter", "rich"),
        ("https://speakerdeck.com/a/b", "speaker-deck", "rich"),
        ("https://www.amazon.co.uk/dp/1", "amazon-kindle", "rich"),
        ("https://youtube.com.example.org/x", None, None),
        ("https://example.org/youtube.com/x", None, None),
        ("https://[broken", None, None),
    ],
)
def test_providers(url: str, slug: str | None, kind: str | None) -> None:
    for text in (url, f'[embed width="300"]{url}[/embed]'):
        (embed,) = made(text)
        assert isinstance(embed, blocks.Embed)
        assert (embed.url, embed.provider_name_slug, embed.type) == (url, slug, kind)


def test_ampersands_in_addresses() -> None:
    embeds = made("https://a.b/?x=1&y=2\n\nhttps://a.b/?x=1&amp;y=2")
    assert [node.attributes for node in embeds] == [{"url": "https://a.b/?x=1&y=2"}] * 2


def test_aligned_images_leave_their_paragraph() -> None:
    image, text = made('<a href="b.jpg"><img class="alignleft wp-image-3" src="b.jpg" /></a><br />\nA <b>text</b>')
    assert isinstance(image, blocks.Image)
    assert (image.align, image.id, image.href) == ("left", 3, "b.jpg")
    assert text.own_html.strip() == "<p>A <b>text</b></p>"
    assert names('A <img class="alignnone" src="b.jpg" /> text') == ["paragraph"]
    assert names('<img src="a.jpg" /> <img src="b.jpg" />') == ["image", "image"]
    assert names('<img class="alignleft" style="border:0" src="a.jpg" /> text') == ["paragraph"]


def test_blocks_that_are_there_stay() -> None:
    block = '<!-- wp:acme/map {"a":1} -->\n[foo]\n\n\n<!-- /wp:acme/map -->'
    assert to_blocks(f"a\n\n{block}b") == (
        f"<!-- wp:paragraph -->\n<p>a</p>\n<!-- /wp:paragraph -->\n\n{block}\n\n"
        "<!-- wp:paragraph -->\n<p>b</p>\n<!-- /wp:paragraph -->"
    )


def test_names_in_use() -> None:
    assert names("[1]\n\n[x y]", names=["1"]) == ["shortcode", "paragraph"]
    assert names("[foo]\n\n[gallery]", names=[]) == ["paragraph", "shortcode"]


def test_misuse_raises() -> None:
    with pytest.raises(TypeError, match="takes the content of a post"):
        to_blocks(None)  # type: ignore[arg-type]
    with pytest.raises(ValueError, match="Did you mean 'convert'"):
        to_blocks("", "converts")  # type: ignore[arg-type]
    with pytest.raises(TypeError, match="in a list or tuple"):
        to_blocks("", names="gallery")


SCRAPS = st.lists(
    st.sampled_from(
        [
            *[
                "<p>",
                "</p>",
                "<b>",
                "</b>",
                "<div>",
                "</div>",
                "<br_/>",
                "<h2>H1</h2>",
                "<ul><li>L1</li></ul>",
                "<blockquote>",
                "</blockquote>",
                "<pre>",
            ],
            *[
                "</pre>",
                "<table><tr><td>T1</td></tr></table>",
                "<hr_/>",
                "<!--more-->",
                "<!--noteaser-->",
                "<!--nextpage-->",
                "<!--",
                "-->",
            ],
            *[
                "[foo]",
                "[foo]W3[/foo]",
                "[[foo]]",
                "[gallery]",
                "[gallery_ids=1]",
                "[embed]http://a.b/[/embed]",
                "[",
                "]",
                "<",
                ">",
                "&",
                "<li>",
                "W1",
                "W2",
            ],
            *["[caption_width=9]<img_src=a>W4[/caption]", "http://a.b/c", "<img_class=alignleft_src=a>", "</script>"],
            *["<a_href=x><img_src=a></a>", "<object>", "<script>", "�", "\x00"],
            *("\n", "\n\n", "\r\n\r\n", " ", "\u00a0", "<!-- wp:x {"),
        ]
    ).map(lambda scrap: scrap.replace("_", " ")),
    max_size=14,
).map("".join)


@given(SCRAPS)
def test_nothing_raises_and_nothing_is_lost(text: str) -> None:
    made = converted(text, attachments=KNOWN)
    nodes = list(blocks.parse(made.markup).walk())
    assert all(node.block_name and node.reading.is_recognised for node in nodes)
    for word in re.findall("[WHLT][1-4]", text):
        assert made.markup.count(word) == text.count(word)


@pytest.mark.parametrize(
    "scrap",
    [*("[", "[a ", "[foo]\n", "[foo] x ", "<", "<p>", "<div>", "<b>", "<!--", "<!--more ", "<!-- wp:", "<table>", "<blockquote>"),
     *("http://a.b/c\n", "http://a.", "&nbsp;", "\n", "<p><img src=x>", "[caption]", "<a><img src=x class=alignleft>", "<br />")],
)  # fmt: skip
def test_hostile_texts_take_time_in_step(scrap: str) -> None:
    def prepare(size: int) -> Any:
        text = scrap * (size // len(scrap))
        return lambda: to_blocks(text)

    assert_in_step(prepare, 20_000)


def test_many_names_of_shortcodes_take_time_in_step() -> None:
    def prepare(size: int) -> Any:
        text = "\n".join(f"[n{number}]" for number in range(size))
        return lambda: to_blocks(text)

    assert_in_step(prepare, 4_000)
