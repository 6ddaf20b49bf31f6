"""Excerpts: as WordPress makes them, and of so many words, characters or sentences."""

from __future__ import annotations

import html
import json
import re
from pathlib import Path
from time import perf_counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

import blocks
from blocks.errors import OptionError
from blocks.model.digest import ExcerptUnit
from blocks.render.digest.cuts import cut, sentence_ends, word_ends
from blocks.site import MemorySite, RenderContext
from tests.corpus import answer, inputs, shared

PARAGRAPH = "<!-- wp:paragraph -->\n<p>{}</p>\n<!-- /wp:paragraph -->\n\n"
JAPANESE = "吾輩は猫である。名前はまだ無い。「どこで生れたか」とんと見当がつかぬ。"


def paragraphs(*texts: str) -> blocks.Document:
    return blocks.parse("".join(PARAGRAPH.format(text) for text in texts))


def test_the_default_is_wordpress_s_fifty_five_words_as_html() -> None:
    document = paragraphs(" ".join(f"w{number}" for number in range(60)))
    assert document.excerpt() == " ".join(f"w{number}" for number in range(55)) + " [&hellip;]"
    assert document.excerpt(plain=True).endswith("w54 […]")
    assert document.excerpt(2) == "w0 w1 [&hellip;]"
    assert document.excerpt(2, more="…") == "w0 w1…"


def test_html_stays_escaped_and_plain_text_does_not() -> None:
    document = paragraphs("It's <b>A</b> &amp; B &lt;i&gt;")
    assert document.excerpt() == "It&#8217;s A &amp; B &lt;i&gt;"
    assert document.excerpt(plain=True) == "It’s A & B <i>"
    assert document.excerpt(99, "words") == "It’s A &amp; B &lt;i&gt;"


def test_only_blocks_that_have_a_place_in_an_excerpt_count() -> None:
    document = blocks.parse(
        PARAGRAPH.format('One<sup data-fn="a" class="fn"><a href="#a" id="a-link">1</a></sup>')
        + '<!-- wp:buttons --><div class="wp-block-buttons"><!-- wp:button --><div class="wp-block-button"><a>Buy</a>'
        "</div><!-- /wp:button --></div><!-- /wp:buttons -->"
        + '<!-- wp:group --><div class="wp-block-group">'
        + PARAGRAPH.format("two")
        + "</div><!-- /wp:group -->"
        + PARAGRAPH.format("[gallery]three")
        + "<!-- wp:more -->\n<!--more-->\n<!-- /wp:more -->"
        + PARAGRAPH.format("behind")
    )
    assert document.excerpt().split() == ["One", "two", "three"]


def test_the_request_says_whether_the_whole_post_is_shown() -> None:
    markup = (
        PARAGRAPH.format("before") + "<!-- wp:more -->\n<!--more-->\n<!-- /wp:more -->" + PARAGRAPH.format("behind")
    )
    site = MemorySite.from_json({"posts": {"7": {"title": "T", "status": "publish"}}})
    request = RenderContext(query={"p": 7}, loop=True)
    assert blocks.excerpt(markup).split() == ["before"]
    assert blocks.excerpt(markup, site=site, request=request).split() == ["before", "behind"]
    assert blocks.excerpt(blocks.Post("[mine]x[/mine]y"), shortcodes={"mine": lambda *_: ""}) == "y"


@pytest.mark.parametrize(
    ("length", "unit", "expected"),
    [
        (12, "characters", "Hello brave […]"),
        (13, "characters", "Hello brave […]"),
        (14, "characters", "Hello brave, […]"),
        (3, "characters", " […]"),
        (1, "sentences", "Hello brave, new world. […]"),
        (2, "sentences", "Hello brave, new world. Dr. Who said: “No!” […]"),
        (3, "sentences", "Hello brave, new world. Dr. Who said: “No!” End"),
        (0, "words", " […]"),
        (2, "words", "Hello brave, […]"),
    ],
)
def test_units_never_cut_a_word(length: int, unit: ExcerptUnit, expected: str) -> None:
    text = "Hello brave, new world. Dr. Who said: “No!” End".replace("brave,", "brave," if length != 12 else "brave")
    text = text if length != 13 else text.replace("brave,", "brave")
    assert paragraphs(text).excerpt(length, unit, plain=True) == expected


def test_scripts_without_spaces_are_counted_by_character() -> None:
    document = paragraphs(JAPANESE)
    assert document.excerpt(5, "words", plain=True, more="") == "吾輩は猫で"
    assert document.excerpt(1, "sentences", plain=True, more="") == "吾輩は猫である。"
    assert document.excerpt(3, "sentences", plain=True, more="") == JAPANESE
    assert document.excerpt(10, "characters", plain=True, more="") == "吾輩は猫である。名前"
    assert not document.excerpt(17, "characters", plain=True, more="").endswith("「")
    assert document.excerpt() == JAPANESE  # one word, as WordPress counts in English


def test_signs_go_with_the_word_before() -> None:
    assert [("a – b, c"[:end]) for end in word_ends("a – b, c")] == ["a", "a – b,", "a – b, c"]
    assert len(list(sentence_ends("So... and then? Yes! e.g. this, by J. R. R. Tolkien. Bye"))) == 3


@given(
    st.text(alphabet="ab é漢字かな。、「」.,!?()“” \n"),
    st.integers(0, 30),
    st.sampled_from(["words", "characters", "sentences"]),
)
def test_what_is_cut_is_the_start_of_the_text_and_not_too_long(text: str, length: int, unit: str) -> None:
    found = cut(text, length, unit)
    assert text.strip().startswith(found)
    if unit == "characters":
        assert len(found) <= length
    behind = text.strip()[len(found) :]
    if found and behind and found[-1].isascii() and behind[0].isascii():
        assert not (found[-1].isalnum() and behind[0].isalnum())


@pytest.mark.parametrize(("length", "unit"), [(-1, None), (True, None), ("9", None), (5, "lines"), (5, [])])
def test_misuse_is_said(length: object, unit: object) -> None:
    with pytest.raises(OptionError, match="excerpt"):
        paragraphs("x").excerpt(length, unit)  # type: ignore[arg-type]


def test_what_stands_behind_is_a_text() -> None:
    with pytest.raises(OptionError, match="behind an excerpt"):
        paragraphs("a b").excerpt(1, more=5)  # type: ignore[arg-type]


def test_unclosed_blocks_cost_no_more_than_they_say() -> None:
    document = blocks.parse("<!-- wp:group --><div>x " * 2000)
    start = perf_counter()
    assert document.excerpt(3).startswith("x x x")
    assert perf_counter() - start < 10  # a minute, where each block repeats those behind it


def test_the_excerpts_that_wordpress_prints_are_those_of_its_posts() -> None:
    """Each excerpt in the corpus' HTML, but for written ones, begins as that of some post; most posts' are printed."""
    corpus = shared("conformance")
    posts = MemorySite.from_json(corpus / "registry" / "site.json").posts
    written = {" ".join(post.excerpt.split()) for post in posts.values() if post.excerpt}
    made = {post.name: blocks.parse(post.content).excerpt(100, plain=True, more="").split() for post in posts.values()}
    said = set[str]()
    for path in inputs(corpus):
        rendered = answer(path, "rendered.html")
        if rendered.exists() and "wp-block-post-excerpt__excerpt" in (text := rendered.read_text("utf-8", "replace")):
            found = re.findall(r'<p class="wp-block-post-excerpt__excerpt">(.*?)<', text)
            said |= {" ".join(re.sub(r"(\[…\]|…) *$", "", html.unescape(one).strip()).split()) for one in found}
    said = {one for one in said if one and "protected post" not in one and not any(w.startswith(one) for w in written)}
    assert len(said) > 5
    for one in said:
        words = one.split()
        assert any(words == mine[: len(words)] for mine in made.values()), one


def test_the_excerpt_of_a_rest_post_is_the_one_that_came_with_it() -> None:
    path: Path = shared("conformance", "seed", "post-23002.json")
    post = json.loads(path.read_text(encoding="utf-8"))
    rendered = html.unescape(re.sub(r"<[^>]+>", "", post["excerpt"]["rendered"])).split()
    mine = blocks.excerpt(post["content"]["rendered"], plain=True).split()
    assert mine[:20] == rendered[:20]
