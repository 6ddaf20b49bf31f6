"""What is asked of Markdown: front matter, dynamic blocks from a site, widths; and what is told."""

from __future__ import annotations

import json

import pytest

import blocks
from blocks.cli.outputs import extension
from blocks.render.markdown import MarkdownRenderer
from blocks.site import MemorySite, RenderContext, SitePost
from blocks.sources import Author, Media, Post, Term
from tests.render.lists import site


def codes(source: str) -> list[str]:
    return [problem.code for problem in blocks.convert(source, to="markdown").rendering_problems]


def test_front_matter_is_what_the_source_knows() -> None:
    post = Post("<p>Tea</p>", id=7, slug="tea", title='Tea: "green" \\ #1\nand', excerpt="", date="2026-02-15T12:00:00")
    head = '---\ntitle: "Tea: \\"green\\" \\\\ #1\\nand"\nid: 7\nslug: "tea"\ndate: "2026-02-15T12:00:00"\n---\n\n'
    assert blocks.render(post, to="markdown", front_matter=True) == head + "Tea\n"
    assert blocks.render(post, to="markdown") == "Tea\n"


def test_front_matter_tells_who_wrote_a_post_and_what_it_is() -> None:
    post = Post(
        "",
        type="page",
        status="draft",
        author=Author(id=3, name="Aune: \u2028", slug="aune"),
        terms={"category": (Term(id=1, name="Tea, green"), Term(slug="pots")), "post_tag": (Term(id=5), Term(name=""))},
        featured_media=Media(id=9, url="https://example.com/tea.jpg"),
    )
    lines = blocks.render(post, to="markdown", front_matter=True).splitlines()
    assert lines == [
        "---",
        'type: "page"',
        'status: "draft"',
        'author: "Aune: \\u2028"',
        'categories: ["Tea, green", "pots"]',
        "tags: [5]",
        'featured_image: "https://example.com/tea.jpg"',
        "---",
        "",
    ]


def test_front_matter_leaves_out_what_goes_without_saying() -> None:
    post = Post("", type="post", status="publish", author=Author(), terms={"category": ()}, featured_media=Media())
    assert blocks.render(post, to="markdown", front_matter=True) == ""
    few = Post("", author=Author(slug="aune"), featured_media=Media(id=9))
    head = '---\nauthor: "aune"\nfeatured_image: 9\n---\n\n'
    assert blocks.render(few, to="markdown", front_matter=True) == head


def test_front_matter_of_nothing_is_nothing() -> None:
    assert blocks.render("<p>Tea</p>", to="markdown", front_matter=True) == "Tea\n"


@pytest.mark.parametrize("title", ["a\u2028b", "\x7f", "\ufeff", "yes", "\ud800", "日本 😀"])
def test_front_matter_is_json_in_printable_characters(title: str) -> None:
    output = blocks.render(Post("", title=title), to="markdown", front_matter=True)
    value = output.removeprefix("---\ntitle: ").removesuffix("\n---\n\n")
    assert json.loads(value) == title
    assert value.isprintable()


@pytest.mark.parametrize("options", [{"width": -1}, {"width": "3"}, {"tables": "csv"}, {"raw": "no"}, {"dynamic": "x"}])
def test_an_option_that_is_none_is_an_error(options: dict[str, object]) -> None:
    with pytest.raises(blocks.OptionError):
        blocks.render("<p>Tea</p>", to="markdown", **options)


def test_a_block_that_the_server_draws_is_told() -> None:
    assert blocks.render("<!-- wp:latest-posts /-->", to="markdown") == ""
    assert codes("<!-- wp:latest-posts /-->") == ["nothing-rendered"]


def test_what_the_server_draws_can_be_drawn_without_a_site_or_left_out_with_one() -> None:
    markup = '<p>Tea</p><!-- wp:search {"label":"Find"} /--><!-- wp:latest-posts /-->'
    assert "Find" in blocks.render(markup, to="markdown", dynamic="drawn")
    assert blocks.render(markup, to="markdown", site=site(), dynamic="drop") == "Tea\n"
    assert blocks.render(markup, to="markdown", site=site(), dynamic="label") == "Tea\n\nFind\n\n*Latest posts*\n"


def test_a_label_that_stands_for_a_block_is_told() -> None:
    found = blocks.convert("<!-- wp:latest-posts /-->", to="markdown", dynamic="label").rendering_problems
    assert [problem.code for problem in found] == ["replaced-content"]


def test_notes_come_from_the_post_that_was_given() -> None:
    mark = '<!-- wp:paragraph --><p>Tea<sup data-fn="n" class="fn"><a href="#n" id="n-link">1</a></sup></p>'
    markup = f"{mark}<!-- /wp:paragraph --><!-- wp:footnotes /-->"
    post = Post(markup, footnotes=json.dumps([{"id": "n", "content": "From <em>Uji</em>."}]))
    result = blocks.convert(post, to="markdown")
    assert result.output == "Tea[^1]\n\n[^1]: From *Uji*.\n"
    assert result.rendering_problems == ()
    without_block = Post(f"{mark}<!-- /wp:paragraph -->", footnotes=post.footnotes)
    assert blocks.render(without_block, to="markdown") == result.output
    assert codes(f"{mark}<!-- /wp:paragraph -->") == ["no-data"]


def test_files_of_markdown_end_in_md() -> None:
    assert extension(MarkdownRenderer()) == ".md"


def test_a_site_draws_what_the_server_draws() -> None:
    markup = "<p>New:</p><!-- wp:latest-posts /-->"
    output = blocks.render(markup, to="markdown", site=site())
    assert output.startswith("New:\n\n- [")
    assert "](http" in output


def test_notes_come_from_the_post_of_the_site() -> None:
    note = json.dumps([{"id": "n", "content": "From <em>Uji</em>."}])
    place = MemorySite(posts=[SitePost(id=7, meta={"footnotes": note})])
    markup = (
        '<!-- wp:paragraph --><p>Tea<sup data-fn="n" class="fn"><a href="#n" id="n-link">1</a></sup></p>'
        "<!-- /wp:paragraph --><!-- wp:footnotes /-->"
    )
    asked = RenderContext(post=7)
    output = blocks.render(markup, to="markdown", site=place, request=asked)
    assert output == "Tea[^1]\n\n[^1]: From *Uji*.\n"


def test_what_a_page_hides_is_hidden_and_no_more() -> None:
    hidden = '<p>a <img src="x" alt="y" style="display:none"> <input hidden> <b hidden>s</b>b</p>'
    assert blocks.render(hidden, to="markdown") == "a b\n"
    table = f"<table><tr><td colspan=2>{hidden}</td></tr></table>"
    assert '<td colspan="2"><p>a b</p></td>' in " ".join(blocks.render(table, to="markdown").split())


def test_the_words_for_a_picture_without_an_address_stand_apart() -> None:
    assert blocks.render("<p>tea<img alt='a cup'>pot</p>", to="markdown") == "tea a cup pot\n"


def test_what_markdown_cannot_hold_is_told() -> None:
    assert codes('<p><a href="javascript:alert(1)">a</a></p>') == ["unsupported-content"]
    assert codes('<pre>a <a href="/b">b</a></pre>') == ["unsupported-content"]
    assert codes('<video src="data:video/mp4;base64,AAAA"></video>') == ["unsupported-content"]
    assert codes('<p><a href="/a">a</a> <img src="data:image/png;base64,AAAA"></p>') == []
