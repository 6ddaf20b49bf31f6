"""The loop of do_blocks(): what is printed of blocks that have data, of those that have none, and where it is told."""

from __future__ import annotations

from pathlib import Path

import pytest

import blocks
from blocks.site import MemorySite, RenderContext, SitePost, TemplatePart, ThemeFiles

LATEST = "<p>A</p>\n<!-- wp:latest-posts /-->"


def codes(result: blocks.Result) -> list[tuple[str, str]]:
    return [(problem.code, f"{problem.span.line}:{problem.span.column}") for problem in result.rendering_problems]


# --------------------------------------------------------------------------------------------- unknown, and nothing


def test_an_unknown_block_is_what_was_saved() -> None:
    markup = '<!-- wp:my/box {"a":1} --><div class="b"><!-- wp:heading --><h2>T</h2><!-- /wp:heading --></div><!-- /wp:my/box -->'
    result = blocks.convert(markup)
    assert result.output == '<div class="b"><h2 class="wp-block-heading">T</h2></div>'
    assert codes(result) == []


def test_a_void_block_that_nothing_draws_is_told() -> None:
    result = blocks.convert("<p>A</p>\n<!-- wp:my/map /--><!-- wp:separator /-->")
    assert result.output == "<p>A</p>\n"
    assert codes(result) == [("nothing-rendered", "2:1"), ("nothing-rendered", "2:20")]


# -------------------------------------------------------------------------------------------------------- no data


@pytest.mark.parametrize(
    ("policy", "expected"),
    [
        ("wordpress", ""),
        ("placeholder", '<div class="wp-block-placeholder" data-block="core/post-title"></div>'),
        ("saved", ""),
    ],
)
def test_what_stands_for_a_block_without_data(policy: str, expected: str) -> None:
    result = blocks.convert("<!-- wp:post-title /-->", no_data=policy)
    assert result.output == expected
    assert codes(result) == [("no-data", "1:1")]


def test_what_was_saved_can_stand_for_a_block_without_data() -> None:
    markup = "<!-- wp:post-content --><p>Saved</p><!-- /wp:post-content -->"
    assert blocks.render(markup, no_data="saved") == "<p>Saved</p>"


def test_with_a_site_there_is_data_and_no_problem() -> None:
    site = MemorySite(
        posts=[SitePost(id=7, title="Salt", date="2024-03-01 10:00:00", permalink="https://a.example/salt/")]
    )
    result = blocks.convert(LATEST, site=site)
    assert result.output == (
        '<p>A</p>\n<ul class="wp-block-latest-posts__list wp-block-latest-posts">'
        '<li><a class="wp-block-latest-posts__post-title" href="https://a.example/salt/">Salt</a></li>\n</ul>'
    )
    assert codes(result) == []


def test_a_theme_draws_the_placeholder_and_the_server_s_blocks(tmp_path: Path) -> None:
    folder = tmp_path / "templates" / "html"
    (folder / "core").mkdir(parents=True)
    (folder / "placeholder.html").write_text("<i>{{ block_name }}</i>")
    (folder / "core" / "site-title.html").write_text("<b {{ wrapper }}>{{ title }}</b>")
    assert blocks.render("<!-- wp:post-title /-->", no_data="placeholder", theme=tmp_path) == "<i>core/post-title</i>"
    site = MemorySite(options={"blogname": "Tea & Co"})
    drawn = blocks.render("<!-- wp:site-title /-->", site=site, theme=tmp_path)
    assert drawn == '<b class="wp-block-site-title">Tea &amp; Co</b>'


# ----------------------------------------------------------------------------------------------------- references


def site_of(**contents: str) -> MemorySite:
    posts = [SitePost(id=int(key[1:]), type="wp_block", content=content) for key, content in contents.items()]
    return MemorySite(posts=posts)


def test_a_synced_pattern_stands_where_it_is_referred_to() -> None:
    site = site_of(p5="<!-- wp:heading --><h2>In</h2><!-- /wp:heading -->")
    assert blocks.render('<!-- wp:block {"ref":5} /-->!', site=site) == '<h2 class="wp-block-heading">In</h2>!'


def test_a_pattern_that_is_missing_is_told_where_it_is_asked_for() -> None:
    result = blocks.convert('<p>A</p><!-- wp:block {"ref":9} /--><!-- wp:pattern {"slug":"x/y"} /-->', site=site_of())
    assert result.output == "<p>A</p>"
    assert codes(result) == [("missing-reference", "1:9"), ("missing-reference", "1:37")]


def test_patterns_that_stand_inside_each_other_end_and_are_told_at_the_outermost() -> None:
    site = site_of(p1='<p>1</p><!-- wp:block {"ref":2} /-->', p2='<p>2</p><!-- wp:block {"ref":1} /-->')
    result = blocks.convert('<p>0</p>\n<!-- wp:block {"ref":1} /-->', site=site)
    assert result.output == "<p>0</p>\n<p>1</p><p>2</p>"
    assert codes(result) == [("reference-loop", "2:1")]


def test_the_same_pattern_twice_is_no_loop() -> None:
    site = site_of(p1="<p>1</p>")
    result = blocks.convert('<!-- wp:block {"ref":1} /--><!-- wp:block {"ref":1} /-->', site=site)
    assert (result.output, codes(result)) == ("<p>1</p><p>1</p>", [])


def test_a_template_part_of_the_theme_is_drawn_in_the_element_of_its_area() -> None:
    theme = ThemeFiles(slug="sea", parts={"top": TemplatePart(slug="top", content="<p>Top</p>", area="header")})
    site = MemorySite(themes=[theme])
    result = blocks.convert('<!-- wp:template-part {"slug":"top"} /-->', site=site, request=RenderContext(theme="sea"))
    assert result.output == '<header class="wp-block-template-part"><p>Top</p></header>'


# -------------------------------------------------------------------------------------------------- what goes with it


def test_the_stylesheet_stands_beside_the_html() -> None:
    markup = (
        '<!-- wp:group {"layout":{"type":"flex","orientation":"vertical"}} -->'
        '<div class="wp-block-group"><p>A</p></div><!-- /wp:group -->'
    )
    result = blocks.convert(markup)
    name = result.output.split("is-layout-flex ")[1].split(" ")[0]
    assert result.css == f".{name}{{flex-direction:column;align-items:flex-start;}}"


def test_renderings_do_not_count_on() -> None:
    markup = '<!-- wp:search {"label":"Find"} /-->'
    assert blocks.render(markup) == blocks.render(markup)


def test_classic_themes_have_their_containers() -> None:
    markup = (
        '<!-- wp:image {"align":"center"} --><figure class="wp-block-image aligncenter"><img src="a.png" alt=""/>'
        "</figure><!-- /wp:image -->"
    )
    assert blocks.render(markup, profile="classic") == (
        '<div class="wp-block-image"><figure class="aligncenter"><img src="a.png" alt=""/></figure></div>'
    )


def test_options_that_are_none_are_refused() -> None:
    with pytest.raises(blocks.OptionError, match="profile of the format html takes 'block' or 'classic', not 'new'"):
        blocks.render("", profile="new")
    with pytest.raises(blocks.OptionError, match="site of the format html takes"):
        blocks.render("", site=7)
    with pytest.raises(blocks.SourceError, match=r"no/such\.json cannot be read"):
        blocks.render("", site="no/such.json")


def test_blocks_left_open_are_bounded_when_their_text_is_written_anew() -> None:
    result = blocks.convert("<!-- wp:group -->x" * 100, filters="the_content")
    assert "overlap-limit" in [problem.code for problem in result.rendering_problems]
    assert len(result.output) < 100_000
