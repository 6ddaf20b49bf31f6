"""What is recovered is what an editor would have saved; where that cannot be, it is kept as HTML, and told."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

import blocks
from blocks.cli import main
from blocks.sources.rendered import recovered

A = "https://a.example/"
PRINTED = 'decoding="async" width="1024" height="683"'
TWEET = (
    '<blockquote class="twitter-tweet"><p lang="en">Hi <a href="https://t.co/x">there</a></p>\n<p>A (@a) '
    '<a href="https://twitter.com/a/status/12?ref_src=twsrc%5Etfw">March 1</a></p></blockquote>'
)
SCRIPT = '<script async src="https://platform.twitter.com/widgets.js" charset="utf-8"></script>'
OTHER_SITE = (
    '<blockquote class="wp-embedded-content" data-secret="x"><p><a href="https://b.example/p/">P</a></p></blockquote>'
)
FRAME = (
    '<iframe class="wp-embedded-content" sandbox="allow-scripts" src="https://b.example/p/embed/#?secret=x"></iframe>'
)


def embed(inside: str, slug: str = "twitter") -> str:
    return (
        f'<figure class="wp-block-embed is-provider-{slug} wp-block-embed-{slug}"><div class="wp-block-embed__wrapper">'
        f"\n{inside}\n</div></figure>"
    )


VALID: dict[str, tuple[str, str, dict[str, Any]]] = {
    "a resized image": (
        f'<figure class="wp-block-image is-resized"><img {PRINTED} src="a.jpg" alt="" class="wp-image-7" '
        'style="width:600px;height:auto"/></figure>',
        "image",
        {"id": 7, "width": "600px", "height": "auto", "linkDestination": "none"},
    ),
    "an image of a proportion, loaded late": (
        f'<figure class="wp-block-image is-resized"><img loading="lazy" {PRINTED} src="a.jpg" alt="" class="wp-image-7" '
        'style="aspect-ratio:1;object-fit:cover;width:600px"/></figure>',
        "image",
        {"id": 7, "width": "600px", "aspectRatio": "1", "scale": "cover", "linkDestination": "none"},
    ),
    "a caption in an older theme": (
        '<div id="attachment_30" style="width: 310px" class="wp-caption alignleft"><img '
        f'aria-describedby="caption-attachment-30" {PRINTED} class="size-medium wp-image-30" src="{A}p.jpg" alt="x" />'
        '<p id="caption-attachment-30" class="wp-caption-text">A <em>cap</em></p></div>',
        "image",
        {"id": 30, "sizeSlug": "medium", "linkDestination": "none", "align": "left"},
    ),
    "a caption in a figure": (
        f'<figure id="attachment_30" style="width: 310px" class="wp-caption alignright"><a href="{A}p.jpg"><img {PRINTED} '
        f'class="size-medium wp-image-30" src="{A}p.jpg" alt="x" /></a><figcaption id="caption-attachment-30" '
        'class="wp-caption-text">A <em>cap</em></figcaption></figure>',
        "image",
        {"id": 30, "sizeSlug": "medium", "linkDestination": "media", "align": "right"},
    ),
    "an image in a paragraph": (
        f'<p><img {PRINTED} class="alignnone size-full wp-image-31" src="a.jpg" alt="" /></p>',
        "image",
        {"id": 31, "sizeSlug": "full", "linkDestination": "none"},
    ),
    "sound of the shortcode": (
        '<audio class="wp-audio-shortcode" id="audio-5-1" preload="none" style="width: 100%;" controls="controls">'
        f'<source type="audio/mpeg" src="{A}a.mp3?_=1" /><a href="{A}a.mp3">{A}a.mp3</a></audio>',
        "audio",
        {},
    ),
    "film of the shortcode": (
        '<div style="width: 640px;" class="wp-video"><video class="wp-video-shortcode" id="video-5-1" width="640" '
        f'height="360" preload="metadata" controls="controls"><source type="video/mp4" src="{A}v.mp4?_=1" /></video></div>',
        "video",
        {},
    ),
    "film whose size the server printed": (
        '<figure class="wp-block-video"><video height="360" style="aspect-ratio: 640 / 360;" width="640" controls '
        f'src="{A}v.mp4"></video></figure>',
        "video",
        {},
    ),
    "a tweet in a block": (
        embed(TWEET + SCRIPT),
        "embed",
        {"url": "https://twitter.com/a/status/12", "providerNameSlug": "twitter"},
    ),
    "a tweet": (
        f"{TWEET}\n<p>{SCRIPT}</p>",
        "embed",
        {"url": "https://twitter.com/a/status/12", "type": "rich", "providerNameSlug": "twitter"},
    ),
    "a post of another site in a block": (
        embed(OTHER_SITE + FRAME, "b"),
        "embed",
        {"url": "https://b.example/p/", "providerNameSlug": "b"},
    ),
    "a post of another site": (
        f"{OTHER_SITE}\n<p>{FRAME}</p>",
        "embed",
        {"url": "https://b.example/p/", "type": "wp-embed"},
    ),
    "what a provider says that is in no list": (
        embed('<blockquote><a href="https://www.pinterest.com/pin/1/">Pin</a></blockquote>', "pinterest"),
        "embed",
        {"url": "https://www.pinterest.com/pin/1/", "providerNameSlug": "pinterest"},
    ),
    "a rule": ("<hr />", "separator", {}),
    "text as it stands": ("<pre>A</pre>", "preformatted", {}),
    "a bare table": ("<table><tr><td>1</td></tr></table>", "table", {"hasFixedLayout": False}),
    "where a teaser ends": ('<p><span id="more-5"></span></p>', "more", {}),
}


@pytest.mark.parametrize("name", VALID)
def test_blocks_are_as_an_editor_saves_them(name: str) -> None:
    html, type_, said = VALID[name]
    document = blocks.parse(recovered(html).markup)
    (block,) = document.walk()
    assert block.block_name == f"core/{type_}"
    assert dict(block.attributes or {}) == said
    assert document.check() == ()


def test_a_caption_stays_with_its_image() -> None:
    markup = recovered(VALID["a caption in an older theme"][0]).markup
    assert '<figcaption class="wp-element-caption">A <em>cap</em></figcaption></figure>' in markup


def test_the_script_of_a_tweet_goes_with_it_and_no_other_does() -> None:
    def names(html: str) -> list[str | None]:
        return [one.block_name for one in blocks.parse(recovered(html).markup).walk()]

    assert names(f"<p>A</p>{TWEET}{SCRIPT}<p>B</p>") == ["core/paragraph", "core/embed", "core/paragraph"]
    assert names(f"{TWEET}<p>B</p>{SCRIPT}") == ["core/embed", "core/paragraph", "core/html"]


def test_an_answer_that_became_an_address_is_told() -> None:
    (problem,) = recovered(f"<p>A</p>\n{TWEET}").problems
    assert (problem.code, problem.level, problem.span.line) == ("replaced-content", "info", 2)
    assert "https://twitter.com/a/status/12 " in problem.message


KEPT: dict[str, str] = {
    "a box of a plugin": '<div class="acme-notice"><p>x</p></div>',
    "a gallery of the shortcode": '<div id="gallery-1" class="gallery"><dl class="gallery-item"><dt>x</dt></dl></div>',
    "text outside of all": "A <em>b</em>",
    "an image of which something would be lost": '<figure onclick="x()"><img src="a.jpg"></figure>',
    "a film in two files": '<video controls><source src="a.mp4"><source src="a.webm"></video>',
    "a table with what no block has": '<table border="1"><tr><td>1</td></tr></table>',
    "a caption that is none": '<div class="wp-caption"><p>x</p></div>',
    "an embed of nobody": embed("<blockquote><p>x</p></blockquote>", "nobody"),
}


@pytest.mark.parametrize("name", KEPT)
def test_what_is_no_block_is_kept_and_told_once(name: str) -> None:
    html = KEPT[name]
    result = recovered(f"<p>A</p>\n\n{html}\n\n<p>B</p>")
    kinds = [one.block_name for one in blocks.parse(result.markup).walk()]
    assert kinds == ["core/paragraph", "core/html", "core/paragraph"]
    assert html in result.markup
    assert [(one.code, one.span.line) for one in result.problems] == [("unrecovered-html", 3)]


SPACED = """<!-- wp:heading -->
<h2 class="wp-block-heading">A</h2>
<!-- /wp:heading -->

<!-- wp:list -->
<ul class="wp-block-list"><!-- wp:list-item -->
<li>B</li>
<!-- /wp:list-item -->

<!-- wp:list-item -->
<li>C</li>
<!-- /wp:list-item --></ul>
<!-- /wp:list -->

<!-- wp:html -->
<b>D</b>
<!-- /wp:html -->

<!-- wp:paragraph -->
<p>E</p>
<!-- /wp:paragraph -->"""


@pytest.mark.parametrize("between", ["", "\n", "\n\n\n\n"])
def test_line_breaks_are_those_of_the_editor_where_it_is_asked_for(between: str) -> None:
    html = between.join(
        ["<h2>A</h2>", f"<ul>{between}<li>B</li>{between}<li>C</li>{between}</ul>", "<b>D</b>", "<p>E</p>"]
    )
    assert recovered(html, spaced=True).markup == SPACED
    assert recovered(html).markup.replace("\n", "") == SPACED.replace("\n", "")


NOTED = (
    '<p>Text<sup data-fn="ab-1" class="fn"><a href="#ab-1" id="ab-1-link">1</a></sup></p>\n<ol class="wp-block-footnotes">'
    '<li id="ab-1">A <strong>note</strong>. <a href="#ab-1-link" aria-label="Jump to footnote reference 1">↩︎</a></li></ol>'
)


def test_notes_are_read_back() -> None:
    notes = recovered("<p>A</p>" * 200 + NOTED).footnotes
    assert json.loads(notes or "") == [{"id": "ab-1", "content": "A <strong>note</strong>."}]
    assert recovered("<ol><li>A</li></ol>").footnotes is None


def test_notes_of_rendered_posts_are_notes_in_markdown() -> None:
    output = blocks.render(blocks.Post(NOTED, origin="rendered"), "markdown")
    assert "Text[^1]" in output
    assert "[^1]: A **note**." in output
    assert "<ol" not in output


def test_check_says_which_places_are_in_the_rendered_html(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    post = {
        "id": 1,
        "slug": "a",
        "content": {"rendered": "<p>A</p>\n<div>B</div>\n<div class='wp-block-group'>C</div>"},
    }
    path = tmp_path / "a.json"
    path.write_text(json.dumps(post), encoding="utf-8")
    main(["check", "--level", "info", str(path)])
    lines = capsys.readouterr().out.splitlines()
    assert any("a.json:2:1: unrecovered-html in the rendered HTML, no block is known" in line for line in lines), lines
