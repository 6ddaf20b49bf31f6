"""Paragraphs out of line breaks, as `wpautop` makes them on the server. The answers are those of WordPress 6.9.1."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from blocks.formatting.autop import autop, shortcode_unautop
from tests.timing import assert_in_step


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (" \n", ""),
        ("a\n\nb", "<p>a</p>\n<p>b</p>\n"),
        ("a\nb", "<p>a<br />\nb</p>\n"),
        ("a<br>\n<br/>b", "<p>a</p>\n<p>b</p>\n"),
        ("<div>a</div>", "<div>a</div>\n"),
        ("<div>a\n\nb</div>", "<div>a</p>\n<p>b</p></div>\n"),
        ("<pre>a\n\nb</pre>\nc", "<pre>a\n\nb</pre>\n<p>c</p>\n"),
        ("<blockquote>a</blockquote>", "<blockquote><p>a</p></blockquote>\n"),
        ("<ul>\n<li>a</li>\n\n<li>b</li>\n</ul>", "<ul>\n<li>a</li>\n<li>b</li>\n</ul>\n"),
        ('<a\nhref="x">a</a>', '<p><a\nhref="x">a</a></p>\n'),
        ("<script>a\n\nb</script>", "<p><script>a</p>\n<p>b</script></p>\n"),
        ("<script>a\nb</script>", "<p><script>a\nb</script></p>\n"),
        ("a\r\n\r\nb", "<p>a</p>\n<p>b</p>\n"),
        ("a<hr>b", "<p>a</p>\n<hr>\n<p>b</p>\n"),
        ("<select>\n<option>a</option>\n</select>", "<p><select><option>a</option></select></p>\n"),
        ("<figure><img>\n<figcaption>a</figcaption>\n</figure>",
         "<figure><img><figcaption>a</figcaption></figure>\n"),
    ],
)  # fmt: skip
def test_paragraphs(text: str, expected: str) -> None:
    assert autop(text) == expected


def test_single_line_breaks_stay_if_asked() -> None:
    assert autop("a\nb", br=False) == "<p>a\nb</p>\n"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("<p>[x]</p>", "[x]"),
        ("<p> [x a]b[/x]&nbsp;</p>", "[x a]b[/x]"),
        ("<p>[x]</p><p>[/x]</p>", "[x]</p><p>[/x]"),
        ("<p>[x /]</p>", "[x /]"),
        ("<p>[x] and more</p>", "<p>[x] and more</p>"),
        ("<p>[y]</p>", "<p>[y]</p>"),
        ("<p>[x-ray]</p>", "<p>[x-ray]</p>"),
    ],
)
def test_a_shortcode_alone_needs_no_paragraph(text: str, expected: str) -> None:
    assert shortcode_unautop(text, ("x",)) == expected


@pytest.mark.parametrize("unit", ["<div", "<p><li", " ", "<script", "<object", "<p>[x]", "\n ", "<figcaption"])
def test_time_goes_with_the_text(unit: str) -> None:
    def action(times: int) -> Callable[[], object]:
        text = f"<option></object>a{unit * times}b"
        return lambda: shortcode_unautop(autop(text), ("x",))

    assert_in_step(action, 40_000)
