"""Inner HTML: tokens with places, edits that leave the rest alone, the lxml tree, rich text."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from jinja2 import Environment

import blocks
from blocks.fragment import Edit, Fragment, RichText, edited, tokens
from blocks.fragment.rewritten import rewritten
from tests.timing import FLOOR, MAY_GROW, seconds

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
    for _ in range(3):
        before = seconds(lambda: list(tokens(html * 50_000)))
        after = seconds(lambda: list(tokens(html * 100_000)))
        if after <= MAY_GROW * max(before, FLOOR):
            return
    pytest.fail(f"50,000: {before:.2f} s, 100,000: {after:.2f} s, and twice before")


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


def test_a_selector_has_alternatives_in_the_order_of_the_tree() -> None:
    fragment = Fragment("<i>1</i><b>2</b><i>3</i><b class='x'>4</b>")
    assert [one.rich_text.text for one in fragment.all("b, i, .x, s")] == ["1", "2", "3", "4"]
    assert [one.rich_text.text for one in fragment.all("b.x, s")] == ["4"]
    first = fragment.first("s, b, i")
    assert first is not None
    assert first.rich_text.text == "1"


def test_a_selector_can_begin_with_the_element_that_is_asked() -> None:
    outer = Fragment("<ul><li>1<ul><li>2</li></ul></li><li>3</li></ul>").first("ul")
    assert outer is not None
    assert [item.rich_text.text for item in outer.all(":scope > li")] == ["12", "3"]
    assert [item.rich_text.text for item in outer.all("ul > li")] == ["2"]
    assert outer.first(":scope > li > li") is None


def test_the_outermost_matches_lie_in_no_other() -> None:
    fragment = Fragment("<div id=1><div id=2></div></div><p><div id=3></div></p><b><div id=4></div></b>")
    assert [one.get("id") for one in fragment.outermost("div")] == ["1", "3", "4"]
    assert [one.get("id") for one in fragment.outermost("div > div")] == ["2"]
    assert fragment.outermost("i") == []


@pytest.mark.parametrize("selector", ["td[", "> td", "td:nope", "td::before", "", "td,"])
def test_a_selector_that_cannot_be_read_is_a_wrong_declaration(selector: str) -> None:
    with pytest.raises(blocks.DeclarationError, match=r"the selector '.*' cannot be read: "):
        Fragment("<p>").first(selector)


def test_page_tags_go_and_what_only_looks_like_them_stays() -> None:
    fragment = Fragment("""<body title="a>b"><p title="<body >">a</p><!--</body>--><script>"<html>"</script></html>""")
    assert fragment.rich_text == """<p title="<body >">a</p><!--</body>--><script>"<html>"</script>"""


def test_preformatted_text_begins_behind_its_first_line_break() -> None:
    assert Fragment('<pre class="a">\n\n x</pre>').rich_text == '<pre class="a">\n x</pre>'
    assert Fragment("<PRE>\r\nx</PRE><p>\ny</p>").rich_text == "<pre>x</pre><p>\ny</p>"
    assert Fragment("<pre><code>\nx</code></pre>").rich_text == "<pre><code>\nx</code></pre>"


def test_a_tag_keeps_a_thousand_attributes() -> None:
    for separator, value in ((" ", ""), ("/", ""), (" ", '=">"'), ("", "='>'"), ("\n", "=x")):
        html = "<a " + separator.join(f"b{i}{value}" for i in range(1002)) + ">in</a>behind"
        link = Fragment(html).first("a")
        assert link is not None
        assert link.rich_text == "in"
        assert [name for name in ("b0", "b999", "b1000", "b1001") if link.get(name) is not None] == ["b0", "b999"]


@pytest.mark.parametrize("deep", ["<div>", "<p><b></p>", "<i><div></i>", "<ul><li>"])
def test_text_in_deep_html_and_behind_it_is_there(deep: str) -> None:
    fragment = Fragment(deep * 5_000 + "<br>inside<img/>" + "</div>" * 5_000 + "<h2>behind</h2>")
    assert fragment.rich_text.text.replace("\n", "") == "insidebehind"
    assert Fragment("<p>a" * 5_000).all("p")[-1].rich_text == "a"
    assert len(Fragment("<div>" * 2_000 + "</div>" * 2_000).all("div")) == 2_000


# What is asked of a fragment, and of what HTML it is asked.
NIGHTMARES: dict[str, tuple[Callable[[int], str], str]] = {
    "tags of a page that never end": (lambda n: "<body " * n, "p"),
    "tags of a page": (lambda n: "<body a=b></body>" * n, "p"),
    "attributes": (lambda n: "<a " + " ".join(f"b{i}" for i in range(n)) + ">", "a"),
    "attributes with brackets": (lambda n: "<a " + " ".join(f'b{i}=">"' for i in range(n)) + ">", "a"),
    "attributes that never end": (lambda n: "<a " + " ".join(f"b{i}" for i in range(n)), "a"),
    "quotes that never end": (lambda n: "<a b='" * n, "a"),
    "alternatives": (lambda n: "<td>1</td><th>2</th>" * n, "td,th"),
    "open elements": (lambda n: "<div>" * n, "div,b"),
    "open and closed elements": (lambda n: "<div>" * n + "</div>" * n, "div > div"),
    "misnested elements": (lambda n: "<p><b></p>" * n, "p,b"),
}


@pytest.mark.parametrize("name", NIGHTMARES)
def test_a_fragment_takes_time_in_step_with_the_text(name: str) -> None:
    make, selector = NIGHTMARES[name]
    half, whole = make(20_000), make(40_000)

    def ask(html: str) -> None:
        fragment = Fragment(html)
        fragment.first(selector)
        fragment.outermost(selector)

    for _ in range(3):
        before, after = seconds(lambda: ask(half)), seconds(lambda: ask(whole))
        if after <= MAY_GROW * max(before, FLOOR):
            return
    pytest.fail(f"20,000: {before:.2f} s, 40,000: {after:.2f} s, and twice before")


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


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ("a\nb\r\nc", "a<br>b<br>c"),
        ("a & b &lt; c > d", "a &amp; b &lt; c > d"),
        ("a<em></em><b> </b>", "a<b> </b>"),
        ('<a href="x"></a><a href="y"><em></em></a>', '<a href="x"><a href="y">'),
        ("<img><img src=x><hr>b<br/>", '<img src="x">b<br>'),
        ("<em><strong></strong></em>", ""),
        ("&nbsp;<a title='&nbsp;'>x</a>", '\xa0<a title="\xa0">x</a>'),
        ("<script>a<b</script>", "<script>a<b</script>"),
        ("\ufeffa<!-- b -->", "a<!-- b -->"),
    ],
)
def test_rich_text_is_rewritten_from_its_text_and_marks(html: str, expected: str) -> None:
    assert rewritten(html) == expected
