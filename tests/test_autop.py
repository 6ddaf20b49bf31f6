"""Classic text as paragraphs. The expected texts are what the editor of WordPress 6.9 makes."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import partial

import pytest
from hypothesis import given
from hypothesis import strategies as st

from blocks.fragment import autop
from tests.timing import assert_in_step

TEXTS = {
    "nothing": ("", ""),
    "blanks": (" \n\ufeff\u00a0", ""),
    "a line": ("a", "<p>a</p>\n"),
    "two lines": ("a\nb", "<p>a<br />\nb</p>\n"),
    "two paragraphs": ("a\n\nb\n \n\nc", "<p>a</p>\n<p>b</p>\n<p>c</p>\n"),
    "line ends of all systems": ("a\r\nb\rc\r\n\r\nd", "<p>a<br />\nb<br />\nc</p>\n<p>d</p>\n"),
    "two breaks": ("a<br><br/>b<br>c", "<p>a</p>\n<p>b<br />c</p>\n"),
    "an element over lines": ('<a\nhref="x">a</a>', '<p><a\nhref="x">a</a></p>\n'),
    "a comment over lines": ("a <!-- b\n\nc --> d", "<p>a <!-- b\n\nc --> d</p>\n"),
    "a block in a line": ("a<div>b</div>c", "<p>a</p>\n<div>b</div>\n<p>c</p>\n"),
    "a block around paragraphs": ("<div>\na\n\nb\n</div>", "<div>\na</p>\n<p>b\n</p></div>\n"),
    "a list": ("<ul>\n<li>a</li>\n<li>b\nc</li>\n</ul>", "<ul>\n<li>a</li>\n<li>b<br />\nc</li>\n</ul>\n"),
    "a quote": ("<blockquote>a\n\nb</blockquote>", "<blockquote><p>a</p>\n<p>b</p></blockquote>\n"),
    "a quote in capitals": ("<BLOCKQUOTE>a</BLOCKQUOTE>", "<blockquote><p>a</BLOCKQUOTE></p>\n"),
    "a pre": ("a\n<pre>b\n\nc</pre>\nd", "<p>a</p>\n<pre>b\n\nc</pre>\n<p>d</p>\n"),
    "a pre with dollars": ("<pre>$$ $& $1</pre>", "<pre>$ <pre wp-pre-tag-0></pre> $1</pre>\n"),
    "a pre that asks for what is around": (
        "a\n<pre>$' $`</pre>\nb",
        "<p>a</p>\n<pre>\n<p>b</p>\n <p>a</p>\n</pre>\n<p>b</p>\n",
    ),
    "an end of a pre that nobody began": ("a</pre>b", "<p>a</pre>\n<p>b</p>\n"),
    "a pre without an end": ("a\n<pre>b\n\nc", "<p>a</p>\n<pre>b</p>\n<p>c</p>\n"),
    "options": (
        "<select>\n<option>a</option>\n<option>b</option>\n</select>",
        "<p><select><option>a</option><option>b</option></select></p>\n",
    ),
    "an object": ('<object>\n<param a="b">\n<embed>\n</object>', '<p><object><param a="b"><embed></object></p>\n'),
    "media": (
        "[audio a]\n<source a>\n[/audio]\n<video>\n<track>\n</video>",
        "<p>[audio a]<source a>[/audio]<br />\n<video><track></video></p>\n",
    ),
    "two captions": (
        "<figure>\na\n<figcaption>\nb\n</figcaption>\n<figcaption>\nc\n</figcaption></figure>",
        "<figure>\na<figcaption>\nb<br />\n</figcaption><figcaption>\nc<br />\n</figcaption>\n</figure>\n",
    ),
    "a script": ("<script>\na\nb\n</script>", "<p><script><br />\na<br />\nb<br />\n</script></p>\n"),
    "what is taken for a script": ("a <script>b</\\1> c", "<p>a < c</p>\n"),
    "a form without its paragraph's end": ("<form>a\n\nb</form>", "<form>a</p>\n<p>b</p></form>\n"),
    "a shortcode": ("a\n\n[gallery]\n\nb", "<p>a</p>\n<p>[gallery]</p>\n<p>b</p>\n"),
    "CDATA": ("<![CDATA[a\nb]]>\nc", "<p><![CDATA[a\nb]]><br />\nc</p>\n"),
    "a bracket that opens nothing": ("a < b\nc", "<p>a < b\nc\n</p>\n"),
    "the mark of kept lines": ("a <!-- wpnl --> b", "<p>a\nb</p>\n"),
    "blanks that only Python knows": ("a\x85\n\nb\u001c\n\u001cc", "<p>a\x85</p>\n<p>b\u001c<br />\n\u001cc</p>\n"),
}


@pytest.mark.parametrize("name", TEXTS)
def test_paragraphs(name: str) -> None:
    text, expected = TEXTS[name]
    assert autop(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a\nb\n\nc", "<p>a\nb</p>\n<p>c</p>\n"),
        ("a<br>b", "<p>a<br>b</p>\n"),
        ("<div>a</div><br />", "<div>a</div>\n<p></p>\n"),
    ],
)
def test_lines_may_stay_lines(text: str, expected: str) -> None:
    assert autop(text, line_breaks=False) == expected


def test_what_a_pre_asks_for_is_bounded() -> None:
    text = "<pre>" + "$'" * 10_000 + "</pre>" + "x" * 10_000
    assert len(autop(text)) < 2 * len(text)
    assert len(autop("<pre>$'</pre>" * 99 + "x" * 10_000)) < 30 * 12_000


@given(st.text(st.sampled_from("abc \n\t\r"), max_size=40))
def test_paragraphs_hold_all_words(text: str) -> None:
    made = autop(text)
    assert re.sub(r"</?p>|<br />", " ", made).split() == text.split()
    assert made.count("<p>") == made.count("</p>\n")


@given(
    st.lists(
        st.sampled_from(["<p>", "</p>", "<pre>", "</pre>", "<div", ">", "<br>", "\n", " ", "a", "<!--", "-->", "$1"])
    )
)
def test_what_stands_in_a_pre_is_kept(bits: list[str]) -> None:
    inside = "".join(bits).replace("</pre>", "")
    assert f"<pre>{inside}</pre>" in autop(f"a\n<pre>{inside}</pre>\nb")


HOSTILE: dict[str, tuple[Callable[[int], str], int]] = {
    "blanks": (lambda n: "a" + " " * n + "b", 2_000_000),
    "blanks before no option": (lambda n: "<option" + " " * n + "b", 1_000_000),
    "blanks before no object": (lambda n: "</object>x" + " " * n + "x", 1_000_000),
    "objects without an end": (lambda n: "</object>" + "<object" * n, 100_000),
    "params without an end": (lambda n: "</object>" + "<param" * n, 100_000),
    "media without an end": (lambda n: "<source" + "[audio" * n, 100_000),
    "captions without an end": (lambda n: "<figcaption" * n, 100_000),
    "items on one line": (lambda n: "<p><li" * n, 40_000),
    "blocks without an end": (lambda n: "<div" * n, 200_000),
    "blocks with one end": (lambda n: "<div" * n + ">x", 200_000),
    "paragraphs of blocks": (lambda n: "<p><div" * n + ">", 40_000),
    "scripts on one line": (lambda n: "</\\1>\n" + "<script" * n, 100_000),
    "pre elements": (lambda n: "<pre></pre>" * n, 30_000),
    "pre elements that ask": (lambda n: "<pre>$'</pre>" * n, 30_000),
    "ends of pre elements": (lambda n: "</pre>" * n + "<pre", 300_000),
    "comments": (lambda n: "<!--" * n, 200_000),
    "lines of blanks": (lambda n: "a\n " * n, 200_000),
    "blank lines": (lambda n: "a" + "\n \n" * n + "b", 500_000),
    "paragraphs": (lambda n: "<p> " * n, 100_000),
    "brackets": (lambda n: "<" * n, 1_000_000),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_time_is_in_step_with_the_text(name: str) -> None:
    make, size = HOSTILE[name]
    assert_in_step(lambda n: partial(autop, make(n)), size)
