"""Inner HTML: tokens with places, edits that leave the rest alone, the lxml tree, rich text."""

from __future__ import annotations

import time

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from jinja2 import Environment

from blocks.fragment import Edit, Fragment, RichText, edited, tokens

HTML = st.lists(
    st.one_of(
        st.sampled_from(
            ["<p>", "</p>", "<b class='x'>", "<br/>", '<a href="a>b">', "<!--c-->", "<script>", "</script>", "<", ">",
             "<textarea>", "&amp;", "<a b=c d>", "<img src='", '"', "<!doctype html>", "<?x>", "</ x>", "<x=y>"],
        ),
        st.text(max_size=6),
    ),
    max_size=12,
).map("".join)  # fmt: skip


@given(HTML)
@example("<p x='")
@example("<script>a</scripty></script>")
@example("<a b='c'd=\"e\">")
def test_tokens_tile_the_text(html: str) -> None:
    position = 0
    for token in tokens(html):
        assert token.start == position
        assert token.end > token.start
        position = token.end
        for attribute in token.attributes:
            assert token.start < attribute.start < attribute.end < token.end
            assert html[attribute.start : attribute.end].lower().startswith(attribute.name)
    assert position == len(html)


def kinds(html: str) -> list[tuple[str, str]]:
    return [(token.kind, token.name or token.value) for token in tokens(html)]


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ("a<B>c</b >", [("text", "a"), ("start", "b"), ("text", "c"), ("end", "b")]),
        ("a < b <3", [("text", "a < b <3")]),
        ("&lt;p&gt;", [("text", "<p>")]),
        ("<!-- a > b -->c", [("comment", "<!-- a > b -->"), ("text", "c")]),
        ("<!-->c", [("comment", "<!-->"), ("text", "c")]),
        ("<!--a--!>c", [("comment", "<!--a--!>"), ("text", "c")]),
        ("<!--open", [("comment", "<!--open")]),
        ("<!doctype html>", [("comment", "<!doctype html>")]),
        (
            "<script>if (a<b) '</p>'</script>x",
            [("start", "script"), ("text", "if (a<b) '</p>'"), ("end", "script"), ("text", "x")],
        ),
        ("<style>&amp;</style>", [("start", "style"), ("text", "&amp;"), ("end", "style")]),
        ("<textarea>&amp;<b></textarea>", [("start", "textarea"), ("text", "&<b>"), ("end", "textarea")]),
        ("<p title='a>b'>", [("start", "p")]),
        ("x<p title='a>b", [("text", "x<p title='a>b")]),
        ("<wp-x>", [("start", "wp-x")]),
    ],
)
def test_tokens_are_those_of_the_html_standard(html: str, expected: list[tuple[str, str]]) -> None:
    assert kinds(html) == expected


def test_attributes() -> None:
    (tag,) = tokens("""<a HREF="x&amp;y" b='"' c=d/e f  g = "h" class="k  l" href="no">""")
    assert [(attribute.name, attribute.value) for attribute in tag.attributes] == [
        ("href", "x&y"), ("b", '"'), ("c", "d/e"), ("f", None), ("g", "h"), ("class", "k  l"),
    ]  # fmt: skip
    assert (tag.get("f"), tag.get("href"), tag.get("none"), tag.classes) == ("", "x&y", None, ["k", "l"])


def test_an_edit_leaves_every_other_byte() -> None:
    html = '<p  class=a >x<br/><img src="a"></p>'
    edits = [Edit(image.start, image.end, "[img]") for image in tokens(html) if image.name == "img"]
    assert edited(html, edits) == "<p  class=a >x<br/>[img]</p>"
    assert edited(html, []) == html


@pytest.mark.parametrize("html", ["<a b='", '<a b="c" ', "<!--", "<script>", "<", "</", "<a =", "<a b=c "])
def test_tokens_take_time_in_step_with_the_text(html: str) -> None:
    def seconds(size: int) -> float:
        text = html * size
        start = time.perf_counter()
        for _ in tokens(text):
            pass
        return time.perf_counter() - start

    assert min(seconds(100_000) for _ in range(3)) < 2.5 * max(min(seconds(50_000) for _ in range(3)), 0.05)


def test_a_fragment_is_asked_by_selector() -> None:
    fragment = Fragment('<figure><a href="/x"><img src="a.jpg"></a></figure><p>1</p><p class="b">2</p>')
    link = fragment.first("figure > a")
    assert link is not None
    assert (link.get("href"), link.get("rel"), link.tag) == ("/x", None, "a")
    assert [p.rich_text.text for p in fragment.all("p")] == ["1", "2"]
    assert fragment.first("p.b, h1") is not None
    assert fragment.first("figure > img") is None
    assert link.first(None) is link
    assert link.all("img")[0].get("src") == "a.jpg"


@pytest.mark.parametrize(
    "html", ["", "text", "\x00", "\ud800", "<!--", "</p>", "<td>a</td>", "</body></html><p>a", "<html><body>"]
)
def test_any_html_makes_a_fragment(html: str) -> None:
    Fragment(html).first("p")


def test_page_tags_do_not_cut_a_fragment_short() -> None:
    found = Fragment("<p>a</p></body></html><p>b</p>").all("p")
    assert [p.rich_text.text for p in found] == ["a", "b"]


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ("a<br/>b", "a<br>b"),
        ("a&nbsp;&lt;&amp;\xa0b", "a&nbsp;&lt;&amp;&nbsp;b"),
        ('<i x="&quot;&amp;">y</i>', '<i x="&quot;&amp;">y</i>'),
        ("<!--more-->z", "<!--more-->z"),
        ("<wp-x>k</wp-x>", "<wp-x>k</wp-x>"),
        ("é漢😀", "é漢😀"),
    ],
)
def test_rich_text_is_the_inner_html_of_a_browser(html: str, expected: str) -> None:
    paragraph = Fragment(f"<p>{html}</p>").first("p")
    assert paragraph is not None
    assert paragraph.rich_text.html == expected


def test_rich_text_is_a_value() -> None:
    text = RichText("a <b>b</b><br>c &amp; d")
    assert text.text == "a b\nc & d"
    assert str(text) == "a <b>b</b><br>c &amp; d"
    assert text == RichText(str(text)) == str(text)
    assert text != RichText("x")
    assert (bool(text), bool(RichText())) == (True, False)
    assert len({text, RichText(text.html)}) == 1
    assert (
        Environment(autoescape=True).from_string("{{ x }}|{{ x.text }}").render(x=text) == f"{text.html}|a b\nc &amp; d"
    )
    assert repr(RichText("x")) == "RichText('x')"
