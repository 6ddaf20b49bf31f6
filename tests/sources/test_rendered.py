"""Rendered HTML read back as block markup."""

from __future__ import annotations

import json
from typing import Any

import pytest

import blocks
from blocks.sources.rendered import recovered


def tree(html: str) -> list[Any]:
    """The blocks of recovered markup: names without `core/`, and what is inside, where there is something."""

    def told(node: blocks.Block) -> Any:
        name = (node.block_name or "(text)").removeprefix("core/")
        inside = [told(one) for one in node.children if one.block_name is not None]
        return {name: inside} if inside else name

    return [told(node) for node in blocks.parse(recovered(html).markup).children if node.block_name is not None]


def attributes(html: str) -> dict[str, Any]:
    """What the first delimiter says."""
    return dict(next(iter(blocks.parse(recovered(html).markup).walk())).attributes or {})


# ------------------------------------------------------------------------------------- what editors save, and back

SAVED = [
    "<!-- wp:paragraph -->\n<p>A <em>b</em></p>\n<!-- /wp:paragraph -->",
    '<!-- wp:paragraph {"align":"center","dropCap":false,"fontSize":"large"} -->\n'
    '<p class="has-text-align-center has-large-font-size">A</p>\n<!-- /wp:paragraph -->',
    '<!-- wp:paragraph {"className":"my own"} -->\n<p class="my own">A</p>\n<!-- /wp:paragraph -->',
    '<!-- wp:heading {"textAlign":"left","level":3} -->\n<h3 class="wp-block-heading has-text-align-left" id="x">A</h3>\n'
    "<!-- /wp:heading -->",
    '<!-- wp:paragraph {"style":{"elements":{"link":{"color":{"text":"var:preset|color|base"}}}},"textColor":"base"} -->\n'
    '<p class="has-base-color has-text-color has-link-color">A</p>\n<!-- /wp:paragraph -->',
    '<!-- wp:list {"ordered":true,"start":3} -->\n<ol start="3" class="wp-block-list"><!-- wp:list-item -->\n<li>A'
    '<!-- wp:list -->\n<ul class="wp-block-list"><!-- wp:list-item -->\n<li>B</li>\n<!-- /wp:list-item --></ul>\n'
    "<!-- /wp:list --></li>\n<!-- /wp:list-item --></ol>\n<!-- /wp:list -->",
    '<!-- wp:quote {"className":"is-style-plain"} -->\n<blockquote class="wp-block-quote is-style-plain"><!-- wp:paragraph -->\n'
    "<p>A</p>\n<!-- /wp:paragraph --><cite>B</cite></blockquote>\n<!-- /wp:quote -->",
    '<!-- wp:code -->\n<pre class="wp-block-code"><code>a &lt; b</code></pre>\n<!-- /wp:code -->',
    '<!-- wp:table -->\n<figure class="wp-block-table"><table class="has-fixed-layout"><tbody><tr><td>A</td></tr></tbody>'
    '</table><figcaption class="wp-element-caption">B</figcaption></figure>\n<!-- /wp:table -->',
    '<!-- wp:image {"id":7,"sizeSlug":"large","linkDestination":"media","align":"left"} -->\n<figure class="wp-block-image '
    'alignleft size-large"><a href="https://a.example/p.jpg"><img src="https://a.example/p-1024x768.jpg" alt="" '
    'class="wp-image-7"/></a></figure>\n<!-- /wp:image -->',
    '<!-- wp:image {"width":"300px","height":"auto","aspectRatio":"1","scale":"cover"} -->\n<figure class="wp-block-image '
    'is-resized"><img src="a.jpg" alt="" style="aspect-ratio:1;object-fit:cover;width:300px;height:auto"/></figure>\n'
    "<!-- /wp:image -->",
    '<!-- wp:gallery {"columns":2,"linkTo":"none"} -->\n<figure class="wp-block-gallery has-nested-images columns-2 '
    'is-cropped"><!-- wp:image {"id":7,"sizeSlug":"large","linkDestination":"none"} -->\n<figure class="wp-block-image '
    'size-large"><img src="a.jpg" alt="" class="wp-image-7"/></figure>\n<!-- /wp:image --></figure>\n<!-- /wp:gallery -->',
    '<!-- wp:group {"tagName":"main","style":{"spacing":{"blockGap":"2rem"}},"layout":{"type":"constrained"}} -->\n'
    '<main class="wp-block-group"><!-- wp:paragraph -->\n<p>A</p>\n<!-- /wp:paragraph --></main>\n<!-- /wp:group -->',
    '<!-- wp:group {"layout":{"type":"flex","flexWrap":"nowrap","verticalAlignment":"bottom"}} -->\n'
    '<div class="wp-block-group"><!-- wp:paragraph -->\n<p>A</p>\n<!-- /wp:paragraph --></div>\n<!-- /wp:group -->',
    '<!-- wp:group {"layout":{"type":"constrained","contentSize":"480px","justifyContent":"left"}} -->\n'
    '<div class="wp-block-group"><!-- wp:paragraph -->\n<p>A</p>\n<!-- /wp:paragraph --></div>\n<!-- /wp:group -->',
    '<!-- wp:columns {"verticalAlignment":"center"} -->\n<div class="wp-block-columns are-vertically-aligned-center">'
    '<!-- wp:column {"verticalAlignment":"center","width":"66.66%"} -->\n<div class="wp-block-column '
    'is-vertically-aligned-center" style="flex-basis:66.66%"></div>\n<!-- /wp:column --></div>\n<!-- /wp:columns -->',
    '<!-- wp:buttons {"layout":{"type":"flex","justifyContent":"center"}} -->\n<div class="wp-block-buttons"><!-- wp:button '
    '{"width":50,"style":{"border":{"radius":"3px"}}} -->\n<div class="wp-block-button has-custom-width '
    'wp-block-button__width-50"><a class="wp-block-button__link wp-element-button" href="#" style="border-radius:3px">A</a>'
    "</div>\n<!-- /wp:button --></div>\n<!-- /wp:buttons -->",
    '<!-- wp:cover {"url":"a.jpg","id":7,"dimRatio":60,"overlayColor":"base","focalPoint":{"x":0.25,"y":0.5},'
    '"minHeight":50,"minHeightUnit":"vh","contentPosition":"top left","isDark":false,"layout":{"type":"constrained"}} -->\n'
    '<div class="wp-block-cover is-light has-custom-content-position is-position-top-left" style="min-height:50vh"><img '
    'class="wp-block-cover__image-background wp-image-7" alt="" src="a.jpg" style="object-position:25% 50%" '
    'data-object-fit="cover" data-object-position="25% 50%"/><span aria-hidden="true" class="wp-block-cover__background '
    'has-base-background-color has-background-dim-60 has-background-dim"></span><div '
    'class="wp-block-cover__inner-container"><!-- wp:paragraph -->\n<p>A</p>\n<!-- /wp:paragraph --></div></div>\n'
    "<!-- /wp:cover -->",
    '<!-- wp:media-text {"mediaPosition":"right","mediaId":7,"mediaType":"image","mediaWidth":30} -->\n<div '
    'class="wp-block-media-text has-media-on-the-right is-stacked-on-mobile" style="grid-template-columns:auto 30%"><div '
    'class="wp-block-media-text__content"><!-- wp:paragraph -->\n<p>A</p>\n<!-- /wp:paragraph --></div><figure '
    'class="wp-block-media-text__media"><img src="a.jpg" alt="" class="wp-image-7 size-full"/></figure></div>\n'
    "<!-- /wp:media-text -->",
    '<!-- wp:details {"showContent":true} -->\n<details class="wp-block-details" open><summary>A</summary><!-- wp:paragraph '
    "-->\n<p>B</p>\n<!-- /wp:paragraph --></details>\n<!-- /wp:details -->",
    '<!-- wp:separator {"opacity":"css","className":"is-style-dots","backgroundColor":"base"} -->\n<hr class="wp-block-separator '
    'has-text-color has-base-color has-css-opacity has-base-background-color has-background is-style-dots"/>\n'
    "<!-- /wp:separator -->",
    '<!-- wp:spacer {"height":"40px"} -->\n<div style="height:40px" aria-hidden="true" class="wp-block-spacer"></div>\n'
    "<!-- /wp:spacer -->",
    '<!-- wp:embed {"url":"https://vimeo.com/1","type":"video","providerNameSlug":"vimeo","align":"wide"} -->\n<figure '
    'class="wp-block-embed alignwide is-type-video is-provider-vimeo wp-block-embed-vimeo"><div '
    'class="wp-block-embed__wrapper">\nhttps://vimeo.com/1\n</div></figure>\n<!-- /wp:embed -->',
    '<!-- wp:file {"href":"a.pdf","displayPreview":true,"previewHeight":300} -->\n<div class="wp-block-file"><object '
    'class="wp-block-file__embed" data="a.pdf" type="application/pdf" style="width:100%;height:300px" aria-label="A"></object>'
    '<a href="a.pdf">A</a><a href="a.pdf" class="wp-block-file__button wp-element-button" download>B</a></div>\n'
    "<!-- /wp:file -->",
    '<!-- wp:social-links {"openInNewTab":true,"showLabels":true,"size":"has-small-icon-size"} -->\n<ul '
    'class="wp-block-social-links has-small-icon-size has-visible-labels"><!-- wp:social-link {"url":"https://a.example/me",'
    '"service":"mastodon","label":"Me"} /--></ul>\n<!-- /wp:social-links -->',
    '<!-- wp:accordion {"autoclose":true} -->\n<div role="group" class="wp-block-accordion"><!-- wp:accordion-item '
    '{"openByDefault":true} -->\n<div class="wp-block-accordion-item is-open"><!-- wp:accordion-heading -->\n<h3 '
    'class="wp-block-accordion-heading"><button type="button" class="wp-block-accordion-heading__toggle"><span '
    'class="wp-block-accordion-heading__toggle-title">A</span><span class="wp-block-accordion-heading__toggle-icon" '
    'aria-hidden="true">+</span></button></h3>\n<!-- /wp:accordion-heading -->\n\n<!-- wp:accordion-panel -->\n<div '
    'role="region" class="wp-block-accordion-panel"><!-- wp:paragraph -->\n<p>B</p>\n<!-- /wp:paragraph --></div>\n'
    "<!-- /wp:accordion-panel --></div>\n<!-- /wp:accordion-item --></div>\n<!-- /wp:accordion -->",
    '<!-- wp:image {"lightbox":{"enabled":true},"id":7} -->\n<figure class="wp-block-image"><img src="a.jpg" alt="" '
    'class="wp-image-7"/></figure>\n<!-- /wp:image -->',
    '<!-- wp:verse {"style":{"typography":{"fontSize":"22px"}}} -->\n<pre class="wp-block-verse" style="font-size:22px">A'
    "</pre>\n<!-- /wp:verse -->",
    "<!-- wp:more -->\n<!--more-->\n<!-- /wp:more -->",
    "<!-- wp:nextpage -->\n<!--nextpage-->\n<!-- /wp:nextpage -->",
]
THEMES: dict[str, dict[str, Any]] = {
    "a block theme": {"profile": "block"},
    "a classic theme": {"profile": "classic"},
    "a theme with gaps and fluid fonts": {
        "theme_json": blocks.Theme.from_dict(
            {"version": 3, "settings": {"spacing": {"blockGap": True}, "typography": {"fluid": True}}}
        )
    },
}


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("markup", SAVED, ids=lambda markup: markup[:40])
def test_what_an_editor_saves_comes_back(markup: str, theme: str) -> None:
    """Its blocks, the HTML that it was saved as, and what it renders to."""
    options = THEMES[theme]
    html = blocks.render(markup, **options)
    result = recovered(html)
    document = blocks.parse(result.markup)
    names = [node.block_name for node in document.walk() if node.block_name]
    assert names == [node.block_name for node in blocks.parse(markup).walk() if node.block_name]
    assert document.check() == blocks.parse(markup).check()
    if "lightbox" not in markup:  # whose ids are new each time
        assert blocks.render(result.markup, **options) == html


@pytest.mark.parametrize("markup", SAVED, ids=lambda markup: markup[:40])
def test_what_delimiters_say_comes_back(markup: str) -> None:
    """As far as the page tells: the gap is in a hash, which a theme with gaps prints."""
    html = blocks.render(markup, **THEMES["a theme with gaps and fluid fonts"])
    given = blocks.parse(recovered(html).markup).walk()
    for node, saved in zip(given, blocks.parse(markup).walk(), strict=True):
        wanted = {
            key: value for key, value in (saved.attributes or {}).items() if value is not False or key != "dropCap"
        }
        said = dict(node.attributes or {})
        if "linkDestination" not in wanted:
            said.pop("linkDestination", None)
        assert said == wanted


def test_the_filters_of_the_content_are_taken_off_and_told() -> None:
    html = (
        '<figure class="wp-block-image size-large"><img fetchpriority="high" decoding="async" width="1024" height="768" '
        'src="a.jpg" alt="" class="wp-image-7" srcset="a.jpg 1024w" sizes="(max-width: 1024px) 100vw, 1024px" /></figure>'
    )
    result = recovered(html)
    assert '<img src="a.jpg" alt="" class="wp-image-7" />' in result.markup
    assert result.noise == {"decoding": 1, "fetchpriority": 1, "height": 1, "sizes": 1, "srcset": 1, "width": 1}
    assert result.images["a.jpg"]["width"] == "1024"
    assert result.is_filtered
    assert not result.is_classic


def test_sizes_that_an_author_gave_stay() -> None:
    html = (
        '<figure class="wp-block-image is-resized"><img decoding="async" src="a.jpg" alt="" class="wp-image-7" width="30" '
        'height="40"/></figure>'
    )
    assert 'width="30" height="40"/>' in recovered(html).markup
    assert attributes(html) == {"id": 7, "width": 30, "height": 40, "linkDestination": "none"}


def test_a_classic_theme_is_told_by_the_container_of_its_images() -> None:
    html = '<div class="wp-block-image is-style-rounded">\n<figure class="aligncenter"><img src="a.jpg" alt=""/></figure>\n</div>'
    result = recovered(html)
    assert result.is_classic
    assert attributes(html) == {"align": "center", "className": "is-style-rounded"}
    assert '\n<figure class="wp-block-image aligncenter is-style-rounded">' in result.markup
    assert blocks.render(result.markup, profile="classic") == html


def test_a_container_that_was_saved_stays_on_the_page_of_a_block_theme() -> None:
    old = '<div class="wp-block-image"><figure class="aligncenter"><img src="a.jpg" alt=""/></figure></div>'
    html = f'{old}<div class="wp-block-group is-layout-flow wp-block-group-is-layout-flow"></div>'
    assert tree(html) == ["image", "group"]
    assert blocks.render(recovered(html).markup) == html


def test_older_galleries_and_covers() -> None:
    gallery = (
        '<ul class="wp-block-gallery columns-2 is-cropped"><li class="blocks-gallery-item"><figure><img src="a.jpg" '
        'data-id="5" class="wp-image-5"/></figure></li></ul>'
    )
    assert attributes(gallery) == {"ids": [5], "columns": 2, "linkTo": "none"}
    cover = (
        '<div class="wp-block-cover has-background-dim-20 has-background-dim" style="background-image:url(a.jpg)">'
        '<p class="wp-block-cover-text">A</p></div>'
    )
    assert attributes(cover) == {"url": "a.jpg", "dimRatio": 20}


# --------------------------------------------------------------------------------------------------- plain HTML

PLAIN: list[tuple[str, list[Any]]] = [
    ("<p>A</p>\n\n<h4>B</h4>", ["paragraph", "heading"]),
    ("<ul><li>A<ol><li>B</li></ol></li></ul>", [{"list": [{"list-item": [{"list": ["list-item"]}]}]}]),
    ("<blockquote><p>A</p><cite>B</cite></blockquote>", [{"quote": ["paragraph"]}]),
    ("<pre>A</pre><pre><code>B</code></pre>", ["preformatted", "code"]),
    ("<table><tr><td>A</td></tr></table><hr>", ["table", "separator"]),
    ('<figure><img src="a.jpg"><figcaption>A</figcaption></figure>', ["image"]),
    ('<p><a href="a.jpg"><img class="alignright wp-image-3" src="a-1x1.jpg"></a></p>', ["image"]),
    ('<p>A <img src="a.jpg"></p>', ["paragraph"]),
    ('<p><iframe src="https://player.vimeo.com/video/12"></iframe></p>', ["embed"]),
    ('<iframe src="https://a.example/"></iframe>', ["html"]),
    ("<details><summary>A</summary><p>B</p></details>", [{"details": ["paragraph"]}]),
    ("A <em>b</em>\n<p>C</p>", ["html", "paragraph"]),
    ('<div class="mine"><p>A</p></div>', ["html"]),
    ("<div>A</div>\n\n<div>B</div><span>C</span>", ["html", "html"]),
    ("<!DOCTYPE html><html><body><p>A</p></body></html>", ["html", "paragraph", "html"]),
    ('<p>A</p><p><span id="more-12"></span></p><span id="more-12"></span>', ["paragraph", "more", "more"]),
    ('<figure class="wp-block-video"></figure>', ["video"]),
]


@pytest.mark.parametrize(("html", "wanted"), PLAIN)
def test_plain_html(html: str, wanted: list[Any]) -> None:
    assert tree(html) == wanted


def test_images_without_a_figure_say_what_they_are() -> None:
    html = '<p><a href="https://a.example/a.jpg"><img class="alignright size-medium wp-image-3" src="https://a.example/a-1x1.jpg"></a></p>'
    assert attributes(html) == {"align": "right", "id": 3, "sizeSlug": "medium", "linkDestination": "media"}


PLAYERS = [
    ("https://www.youtube.com/embed/a-b_c?feature=oembed", "https://www.youtube.com/watch?v=a-b_c"),
    ("//player.vimeo.com/video/12?h=1", "https://vimeo.com/12"),
    ("https://open.spotify.com/embed/track/7?x", "https://open.spotify.com/track/7"),
    ("https://w.soundcloud.com/player/?url=https%3A%2F%2Fsoundcloud.com%2Fa%2Fb&x=1", "https://soundcloud.com/a/b"),
    ("https://w.soundcloud.com/player/?url=https%3A%2F%2Fapi.soundcloud.com%2Ftracks%2F1", None),
    ("https://youtube.com.evil.example/embed/abc", None),
    ("https://[", None),
]


@pytest.mark.parametrize(("player", "page"), PLAYERS)
def test_the_page_that_a_player_shows(player: str, page: str | None) -> None:
    figure = f'<figure class="wp-block-embed is-type-video"><div class="wp-block-embed__wrapper">\n<iframe src="{player}"></iframe>\n</div></figure>'
    result = recovered(figure)
    assert attributes(figure).get("url") == page
    assert tree(figure) == ["embed" if page is not None else "html"]
    assert ("<iframe" in result.markup) == (page is None)
    assert [one.code for one in result.problems] == ["replaced-content" if page is not None else "unrecovered-html"]


def test_end_tags_that_were_left_out_are_written() -> None:
    assert tree("<p>A\n<p>B<ul><li>C<li>D</ul>") == ["paragraph", "paragraph", {"list": ["list-item", "list-item"]}]
    assert "<p>A</p>" in recovered("<p>A\n<p>B").markup


# ------------------------------------------------------------------------------------------------- nothing is lost


def test_what_fits_no_block_is_kept_to_the_byte() -> None:
    html = '<marquee loading="lazy" class="is-layout-flow">A &amp; B</MARQUEE >'
    assert recovered(html).markup == f"<!-- wp:html -->{html}<!-- /wp:html -->"


def test_blocks_that_the_server_drew_are_told() -> None:
    html = '<p>A</p>\n<ul class="wp-block-latest-posts__list wp-block-latest-posts"><li><a href="#">B</a></li></ul>'
    result = recovered(html)
    assert tree(html) == ["paragraph", "html"]
    (problem,) = result.problems
    assert (problem.code, str(problem.span.line), problem.span.column) == ("unrecovered-html", "2", 1)
    assert html[problem.span.start : problem.span.end].startswith("<ul")
    assert "core/latest-posts" in problem.message


def test_blocks_of_plugins_are_told() -> None:
    result = recovered('<div class="wp-block-acme-map"><p>A</p></div>')
    assert [problem.message for problem in result.problems] == [
        "this seems to be a block of a plugin, by its class wp-block-acme-map; kept as HTML"
    ]


def test_delimiters_in_rendered_html_do_not_become_blocks() -> None:
    html = '<p>A <!-- wp:html -->B<!-- /wp:html --> <!-- wp:x {"a":1 --></p><p>C</p>'
    result = recovered(html)
    assert tree(html) == ["paragraph", "paragraph"]
    assert len(result.problems) == 3
    assert html[result.problems[0].span.start : result.problems[0].span.end] == "<!-- wp:html -->"
    assert {problem.code for problem in blocks.parse(result.markup).problems} <= {"malformed-delimiter"}


def test_comments_that_are_no_delimiters_stay() -> None:
    assert "<!-- wp:Not -->" in recovered("<p>A<!-- wp:Not --></p>").markup


def test_a_zero_that_wordpress_would_drop_is_shown() -> None:
    assert "0" in blocks.render(recovered("<h2>A</h2>0").markup)


def test_only_text_is_taken() -> None:
    with pytest.raises(TypeError, match="decode bytes"):
        recovered(b"<p>A</p>")  # type: ignore[arg-type]


def test_the_registry_says_which_classes_are_whose(tmp_path: Any) -> None:
    (tmp_path / "block.json").write_text(json.dumps({"name": "acme/map", "title": "Map"}), encoding="utf-8")
    registry = blocks.core_registry().extended(tmp_path / "block.json")
    assert recovered('<div class="wp-block-group"></div>', registry=registry).problems == ()
