"""Saved HTML that means the same to the editor, and HTML that does not."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

import pytest
from hypothesis import given
from hypothesis import strategies as st

from blocks.fragment import equivalent
from tests.timing import assert_in_step

SAME = {
    "order of attributes": ('<img src="a" alt="b">', '<img alt="b" src="a">'),
    "order of classes": ('<p class="a b">x</p>', '<p class="b  a b">x</p>'),
    "how a tag closes itself": ("<p>a<br/>b</p>", "<p>a<br />b</p>"),
    "an end tag for what closes itself": ("<img src='a'/>", '<img src="a"></img>'),
    "an end tag where nothing closes itself": ('<div class="a"></div>', '<div class="a"/>'),
    "upper and lower case": ('<P ID="x">a</P>', '<p id="x">a</p>'),
    "blanks in texts": ("<p>a\n\tb </p>", "<p> a b</p>"),
    "blanks between tags": ("<ul>\n<li>a</li>\n</ul>", "<ul><li>a</li></ul>"),
    "what JavaScript trims": ("<p>a\ufeff</p>", "<p>a</p>"),
    "blanks in comments": ("<!-- a  b -->", "<!--a b-->"),
    "the case and the ends of lines": ("<pre>a\r\nb</pre>", "<pre>a\nb</pre>"),
    "the first line break of a pre": ("<pre>\nx</pre>", "<pre>x</pre>"),
    "spellings of a character": ("<p>&amp; &#60; &#x3C; &nbsp;x</p>", "<p>& &lt; &lt; \u00a0x</p>"),
    "a spelling in an attribute": ('<a href="?a&amp;b">x</a>', "<a href='?a&b'>x</a>"),
    "a reference to no character": ("<p>&#0;</p>", "<p>\ufffd</p>"),
    "a reference to a control": ("<p>&#1;</p>", "<p>\x01</p>"),
    "a reference of Windows": ("<p>&#150;</p>", "<p>–</p>"),
    "a name at the start of a longer one": ("<p>&notit;</p>", "<p>¬it;</p>"),
    "attributes without a value": ("<video controls>", '<video controls="">'),
    "boolean attributes with any value": ('<video controls="a">', '<video controls="b">'),
    "empty attributes that do not count": ('<img alt="" src="a">', '<img src="a">'),
    "order of styles": ('<p style="color:red;margin:0">', '<p style="margin: 0; color: red;">'),
    "lengths of nothing": ('<p style="margin:0px .5em">', '<p style="margin:0 0.5em">'),
    "quoted addresses": ("<p style=\"background:url( 'a b' )\">", '<p style="background:url(a b)">'),
    "a tag behind a bracket": ("a < b>c", "a <b>c"),
    "names of end tags": ("<b>a</b>", "<b>a</i>"),
    "markup that ends in a tag": ('<a href="x" title', '<a href="x">'),
    "a value that begins with a slash": ("<a href=/b>", '<a href="/b">'),
    "what stands before a comment": ("<![CDATA[ --a-->", "<!--a-->"),
    "doctypes": ("<!doctype html><p>", '<!DOCTYPE x PUBLIC "-//W3C//DTD"><p>'),
}

DIFFERENT = {
    "a text": ("<p>a</p>", "<p>b</p>"),
    "a blank inside a text": ("<p>ab</p>", "<p>a b</p>"),
    "a tag": ("<p>a</p>", "<div>a</p>"),
    "a class": ('<p class="a">x</p>', '<p class="a b">x</p>'),
    "the case of a class": ('<p class="a">x</p>', '<p class="A">x</p>'),
    "an attribute": ('<p id="a">x</p>', "<p>x</p>"),
    "another attribute": ('<p id="a">x</p>', '<p lang="a">x</p>'),
    "a boolean attribute": ("<video controls>", "<video>"),
    "an empty attribute that counts": ('<p dir="">', "<p>"),
    "an empty data attribute": ("<p data-a>", "<p>"),
    "a property": ('<p style="color:red">', '<p style="color:blue">'),
    "one more token": ("<p>a</p><b>", "<p>a</p>"),
    "one token less": ("<p>a</p>", "<p>a</p><b>"),
    "a comment": ("<!--a-->", "<!--b-->"),
    "a comment for a text": ("<!--a-->", "a"),
    "what stands in a script": ("<script>a&amp;b</script>", "<script>a&b</script>"),
    "a tag in a script": ("<script><b></script>", "<script></script>"),
    "an attribute of two values": ('<p id="a" id="b">x', '<p id="a" id="b">x '),
    "a blank that HTML does not know": ("<p>a\x85</p>", "<p>a</p>"),
    "a reference without a semicolon": ("<p>&amp</p>", "<p>&</p>"),
    "a bare value with a slash": ("<a href=b/c>", '<a href="b/c">'),
}

MALFORMED = {
    "an end tag with an attribute": "<b>a</b x>",
    "an end tag that closes itself": "<b>a</b/>",
    "a doctype of a system": '<!doctype html SYSTEM "x">',
    "an end tag far behind": "<p>a</p>" * 50 + '</p class="">',
}


@pytest.mark.parametrize("name", SAME)
def test_it_makes_no_difference(name: str) -> None:
    one, other = SAME[name]
    assert equivalent(one, other)
    assert equivalent(other, one)


@pytest.mark.parametrize("name", DIFFERENT)
def test_it_makes_a_difference(name: str) -> None:
    one, other = DIFFERENT[name]
    assert not equivalent(one, other)
    assert not equivalent(other, one)


@pytest.mark.parametrize("name", MALFORMED)
def test_what_is_malformed_is_the_same_as_itself_only(name: str) -> None:
    html = MALFORMED[name]
    assert equivalent(html, html)
    assert not equivalent(html, html + " ")
    assert not equivalent(html + " ", html)


def test_what_is_expected_of_an_attribute_is_its_last_value() -> None:
    assert equivalent('<p id="b" ID="b">', '<p id="a" ID="b">')
    assert not equivalent('<p id="a" ID="b">', '<p id="b" ID="b">')


ATTRIBUTES = st.dictionaries(
    st.sampled_from(["id", "class", "style", "alt", "controls", "dir", "data-a"]),
    st.sampled_from(["", "a", "a b", "b  a", "color:red;a:0px", "a:0; color: red", "&amp;", "&"]),
    max_size=3,
)
TAGS = st.builds(
    lambda name, attributes, close: "".join([f"<{name}", *(f' {k}="{v}"' for k, v in attributes.items()), close]),
    st.sampled_from(["p", "br", "P", "pre"]),
    ATTRIBUTES,
    st.sampled_from([">", "/>", " />"]),
)
# No end tag follows what closes itself: the editor then skips the one of what it expects, but not that of what it has.
HTML = st.lists(
    st.one_of(
        TAGS,
        st.sampled_from(
            ["</b>", "<script>", "</script>", "a", "a b", "\n", " ", "&amp;", "&", "<!--a-->", "<!-- a -->"]
        ),
    ),
    max_size=5,
).map("".join)


def test_an_end_tag_of_what_closes_itself_is_skipped_on_one_side_only() -> None:
    assert not equivalent("<p/></p>", "<p/></p> ")


@given(HTML)
def test_all_is_the_same_with_blanks_around(html: str) -> None:
    assert equivalent(html, html)
    assert equivalent(html + " <!---->", html + "<!---->") or "<script" in html  # in which a comment is text
    assert equivalent(f"<!---->\n {html}", f"<!---->{html}")


@given(HTML, HTML)
def test_it_does_not_matter_which_is_which(one: str, other: str) -> None:
    assert equivalent(one, other) == equivalent(other, one)


@given(st.text(st.sampled_from("<>/!-=\"'& #;abx\n0"), max_size=30), st.text(max_size=8))
def test_nothing_raises(one: str, other: str) -> None:
    assert equivalent(one, other) in (True, False)


HOSTILE: dict[str, tuple[Callable[[int], str], int]] = {
    "brackets": (lambda n: "<" * n, 2_000_000),
    "tags": (lambda n: "<a>" * n, 50_000),
    "tags that close themselves": (lambda n: "<a/></a>" * n, 30_000),
    "attributes without an end": (lambda n: "<a " + "b " * n, 400_000),
    "attributes": (lambda n: "<a " + 'b="c" ' * n + ">", 100_000),
    "quotes": (lambda n: '<a b="' * n, 100_000),
    "slashes": (lambda n: "<a b" + "/" * n + ">", 2_000_000),
    "blanks in a tag": (lambda n: "<a b" + " " * n, 2_000_000),
    "dashes": (lambda n: "<!--" + "-" * n, 1_000_000),
    "declarations": (lambda n: "<!" * n, 1_000_000),
    "doctypes": (lambda n: "<!doctype " * n, 200_000),
    "scripts": (lambda n: "<script>" * n, 200_000),
    "ampersands": (lambda n: "&#" * n, 400_000),
    "classes": (lambda n: '<p class="' + " ".join(map(str, range(n))) + '{}">', 200_000),
    "properties": (lambda n: '<p style="' + "a:b ;" * n + '{}">', 100_000),
    "an address of quotes": (lambda n: '<p style="a:url(' + "' " * n + 'x{})">', 200_000),
    "a length of many digits": (lambda n: '<p style="a:' + "1" * n + '{}">', 1_000_000),
    "a reference of many digits": (lambda n: "&#" + "9" * n + ";{}", 1_000_000),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_time_is_in_step_with_the_text(name: str) -> None:
    make, size = HOSTILE[name]

    def prepare(n: int) -> Callable[[], object]:
        html = make(n)
        return partial(equivalent, html.replace("{}", "") + " ", html.replace("{}", " a"))

    assert_in_step(prepare, size)
