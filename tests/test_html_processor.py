"""The content of an element replaced, as block bindings do it."""

import time

import pytest

from blocks.fragment.html_processor import replace_inner


@pytest.mark.parametrize(
    ("html", "names", "after"),
    [
        ('<p class="x">old <b>text</b></p>', ["p"], '<p class="x">new</p>'),
        ("<div><P>a</P></div><p>b</p>", ["p"], "<div><P>new</P></div><p>b</p>"),
        ("<div><a>x</a></div>", ["button", "a"], "<div><a>new</a></div>"),
        ("<div><div>a</div></div>", ["div"], "<div>new</div>"),
        ("<figure><img/><figcaption></figcaption></figure>", ["figcaption"], "<figure><img/><figcaption>new</figcaption></figure>"),
        ("<p>a<!-- </p> --><br></p>", ["p"], "<p>new</p>"),
        ("<h2>a</h2>", ["p"], "<h2>a</h2>"),
        ("<img>", ["img"], "<img>"),
        # The start tag is repeated where the element is closed by another one.
        ("<ul><li>a<li>b</ul>", ["li"], "<ul><li>new<li>a<li>b</ul>"),
        ("<p>a", ["p"], "<p>new<p>a"),
        ("<p>a<div>b</div></p>", ["p"], "<p>new<p>a<div>b</div></p>"),
        ("<a>x<a>y</a></a>", ["a"], "<a>new<a>x<a>y</a></a>"),
        # WordPress gives up on formatting that is not closed in order.
        ("<p><b><i>x</b>y</i></p>", ["p"], "<p><b><i>x</b>y</i></p>"),
        ("<p>x</b></p>", ["p"], "<p>x</b></p>"),
    ],
)  # fmt: skip
def test_the_content_of_the_first_element_is_replaced(html: str, names: list[str], after: str) -> None:
    assert replace_inner(html, names, "new") == after


@pytest.mark.parametrize("name", ["div", "table", "li", "b"])
def test_elements_that_stand_too_deep_in_each_other_stay_as_they_are_at_once(name: str) -> None:
    html = f"<{name}>" * 20_000 + "<h6>x</h6>"
    start = time.perf_counter()
    assert replace_inner(html, ["h1", "h2", "h6"], "new") in (html, html.replace("<h6>x", "<h6>new"))
    assert time.perf_counter() - start < 2
    assert replace_inner("<div>" * 90 + "<h6>x</h6>" + "</div>" * 90, ["h6"], "new").count("<h6>new</h6>") == 1
