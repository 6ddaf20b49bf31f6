"""AMP: what becomes of what, without the validator; and the validator over the examples where it is at hand."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import partial
from html import escape

import pytest

import blocks
from blocks.render.amp import rules
from blocks.render.amp.css import MAX_BYTES, MAX_BYTES_IN_ALL, clean_style
from blocks.render.amp.nesting import MAX_DEPTH
from blocks.render.amp.urls import IMAGE, LINK, WEB, is_valid
from tests import amp_validator
from tests.timing import assert_in_step


def amp(html: str) -> str:
    return blocks.render(html, "amp", fragment=True)


def problems(html: str) -> list[str]:
    """The codes of what the rendering had to say, those of the text left out."""
    codes = ("unsupported-content", "replaced-content", "unknown-dimensions")
    return [problem.code for problem in blocks.convert(html, "amp").problems if problem.code in codes]


# --------------------------------------------------------------------------------------------------------- what stays

UNTOUCHED = [
    "<p>Plain &amp; simple &#8217; text, 1 > 0</p>",
    '<figure class="wp-block-image"><img src="a.jpg" alt="" width=600 height=400 loading="lazy"/></figure>',
    "<P CLASS='a'>Spelled as it was</P>",
    '<p style="color:red;margin-top:var(--wp--preset--spacing--30)">x</p>',
    '<div data-id="1" data-amplitude="2" data-wpautop="3">x</div>',
    '<a href="https://example.com/?a=1&amp;b=2" target="_blank" rel="noreferrer noopener">x</a>',
    "<details open><summary>x</summary>y</details>",
    '<svg viewBox="0 0 1 1" aria-hidden="true"><path d="M0 0" fill="none"/></svg>',
    '<table><thead><tr><th scope="col">a</th></tr></thead><tr><td colspan=2>b</td></tr></table>',
    "<b><p>x</b>y</p>",
    "<ul><li>a<li>b</ul>",
]


@pytest.mark.parametrize("html", UNTOUCHED)
def test_what_amp_takes_stays_as_it_was_written(html: str) -> None:
    assert amp(html) == html
    assert problems(html) == []


# ------------------------------------------------------------------------------------------------------- what changes

CHANGED = [
    # elements
    ("<font color=red>x <b>y</b></font> z", "x <b>y</b> z"),
    ("a<script>alert('</p>')</script>b", "ab"),
    ("a<style>p{}</style>b<template><p>y</p></template>c", "abc"),
    ("<object data=x><param name=a><p>y</p></object>z", "<p>y</p>z"),
    ("<object data=a><object data=b.pdf title=B> <param></object></object>c", '<a href="b.pdf">B</a>c'),
    ("<object data='https://e.org/a?b&amp;c'>", '<a href="https://e.org/a?b&amp;c">https://e.org/a?b&amp;c</a>'),
    ("a<object data='data:x'></object></object>b", "ab"),
    ("<search>x</search>", "<div>x</div>"),
    ("<html><head><title>t</title></head><body>x</body></html>", "x"),
    ("<xmp><b>&amp;</b></xmp>", "<pre>&lt;b&gt;&amp;amp;&lt;/b&gt;</pre>"),
    ("<noscript><img src=a.jpg></noscript>", "<img src=a.jpg>"),
    ("<dialog>x</dialog>", '<div hidden="">x</div>'),
    ("a<!-- note -->b", "ab"),
    ('<img alt="no address">', ""),
    ("<svg><foreignObject><p>x</p></foreignObject></svg>", "<svg><p>x</p>"),
    ("<svg><animate attributeName=x /><g>y</g></svg>", "<svg><g>y</g></svg>"),
    ("<g>y</g>", "y"),
    ("<optgroup>y</optgroup>", "y"),
    # attributes
    ('<p onclick="x()" nonsense id="ok">x</p>', '<p id="ok">x</p>'),
    ('<p id="AMP" class="a i-amphtml-b">x</p>', '<p class="a">x</p>'),
    ('<a href="javascript:alert(1)" target="frame">x</a>', "<a>x</a>"),
    ('<a rel="preload nofollow">x</a>', '<a rel="nofollow">x</a>'),
    ("<p id=a id=b>x</p>", '<p id="a">x</p>'),
    ('<details name="one" open>x</details>', "<details open>x</details>"),
    ('<img src=a.jpg decoding="sync" loading="eager">', '<img src="a.jpg">'),
    ('<ol start="-3"><li value="2">x</ol>', '<ol><li value="2">x</ol>'),
    ('<p style="color:red!important;broken;background:url(javascript:x)">x</p>', '<p style="color:red">x</p>'),
    ('<p data-amp-bind-text="a.b" data-amp-bind-class="c" data-a="1">x</p>', '<p data-a="1">x</p>'),
    (
        '<video src="/a.mp4" data-amp-bind-src="b"></video>',
        '<amp-video src="/a.mp4" layout="responsive" width="640" height="360"></amp-video>',
    ),
    ('<div data-wp-interactive="core/image" data-wp-on--click="a" data-wp-context="{}">x</div>', "<div>x</div>"),
    # forms
    (
        '<form action="http://example.com/?s"><input name="s"></form>',
        '<form action="//example.com/?s" target="_top"><input name="s"></form>',
    ),
    ('<input type="image" src="go.png" alt="Go" width="9">', '<input type="submit" value="Go">'),
    ('<form method="post" action="/x">a<input type="password"></form>', "a"),
    # texts that end in the middle of a tag
    ("x <a href='", "x &lt;a href='"),
    ("1 < 2", "1 &lt; 2"),
    ("<<script></script>b>", "&lt;b>"),
    ("<textarea>x", "<textarea>x</textarea>"),
]


@pytest.mark.parametrize(("html", "want"), CHANGED)
def test_what_amp_does_not_take(html: str, want: str) -> None:
    assert amp(html) == want


def test_every_loss_is_told_with_its_block() -> None:
    markup = "<!-- wp:html -->\n<p>x</p>\n<!-- /wp:html -->\n\n<!-- wp:html --><p onclick='x'>y</p><!-- /wp:html -->"
    (problem,) = [each for each in blocks.convert(markup, "amp").problems if each.code == "unsupported-content"]
    assert "onclick" in problem.message
    assert problem.span.line == 5


def test_the_same_loss_is_told_once_a_block() -> None:
    assert problems("<p onclick=x>a</p>" * 3) == ["unsupported-content"]
    two = "<!-- wp:html --><p onclick=x>a</p><!-- /wp:html -->" * 2
    assert problems(two) == ["unsupported-content"] * 2


@pytest.mark.parametrize(
    ("html", "code"),
    [
        ("<dialog>x</dialog>", "replaced-content"),
        ('<form action="javascript:x"><input></form>', "replaced-content"),
        ("<video></video>", "unsupported-content"),
        ('<video src="http://[">', "unsupported-content"),
        ('<video src="/a.mp4">', "replaced-content unknown-dimensions"),
        ("<audio></audio>", "unsupported-content"),
        ('<input type="image" src="go.png" alt="Go">', "replaced-content"),
        ("<object data='a.pdf'></object>", "replaced-content"),
        ("<object data='a.pdf'><param><p>a</p></object>", "replaced-content"),
        ("<object></object>", "unsupported-content"),
        ('<p style="color:red!important">a</p>', "replaced-content"),
        ('<p style="color:red!important;broken">a</p>', "replaced-content unsupported-content"),
    ],
)
def test_what_is_told_of_a_replacement(html: str, code: str) -> None:
    assert problems(html) == code.split()


def test_directives_of_wordpress_go_without_a_word_and_those_of_amp_are_told() -> None:
    assert problems('<p data-wp-bind--hidden="a">x</p>') == []
    assert problems('<p data-amp-bind-hidden="a">x</p>') == ["unsupported-content"]


def test_bytes_that_no_page_can_hold() -> None:
    assert amp("a\x00b<p title='\ud800'>c</p>") == "a\ufffdb<p title='\ufffd'>c</p>"
    assert blocks.render(b"<p>caf\xe9</p>", "amp", fragment=True) == "<p>caf\ufffd</p>"
    assert "<title>\ufffd</title>" in blocks.render(blocks.Post("x", title="\ud800"), "amp")


# ---------------------------------------------------------------------------------------------------------------- pages


def test_a_page_names_each_component_once() -> None:
    page = blocks.render('<video src="https://e.org/a.mp4"></video>' * 2 + "<form></form>", "amp")
    assert page.count('custom-element="amp-video"') == 1
    assert page.count('custom-element="amp-form"') == 1
    assert "custom-element" not in blocks.render("<p>x</p>", "amp")


def test_title_language_and_canonical_address() -> None:
    post = blocks.Post("<p>x</p>", title="A < B", link="https://e.org/a/?p=1&q")
    page = blocks.render(post, "amp", lang='d"e')
    assert '<html amp lang="d&#34;e">' in page
    assert "<title>A &lt; B</title>" in page
    assert '<link rel="canonical" href="https://e.org/a/?p=1&amp;q">' in page
    assert 'href="https://e.org/other/"' in blocks.render(post, "amp", canonical="https://e.org/other/")
    assert 'rel="canonical" href="#"' in blocks.render("<p>x</p>", "amp")


def test_a_canonical_address_that_is_none() -> None:
    with pytest.raises(blocks.OptionError, match="no web address"):
        blocks.render("<p>x</p>", "amp", canonical="javascript:x")


# --------------------------------------------------------------------------------------------------- styles, addresses

STYLES = [
    ("color:red;;", "color:red", 0),
    ("a:'x;y';b:calc(1px + (2px));", "a:'x;y';b:calc(1px + (2px))", 0),
    ("/* c */color : red", "color : red", 0),
    ("color:red ! important", "color:red", 1),
    ("a:b!/**/important;c:d", "c:d", 1),
    ("color", "", 1),
    ("{};1a:b;*zoom:1;c:d", "c:d", 3),
    ("a:b}c;d:e", "d:e", 1),
    ("a:url(a b);c:d", "c:d", 1),
    ("a:url(blob:x);c:url( 'd.jpg' )", "c:url( 'd.jpg' )", 1),
    ("c:d;a:'x", "c:d", 1),
    ("c:d;a:b/*", "c:d", 1),
    ("i-amphtml-x:1;--i:2", "--i:2", 1),
]


@pytest.mark.parametrize(("style", "want", "losses"), STYLES)
def test_styles(style: str, want: str, losses: int) -> None:
    kept, wrong = clean_style(style)
    assert kept == want
    assert len(wrong) == losses


def test_styles_have_a_limit_each_and_one_in_all() -> None:
    kept, wrong = clean_style(";".join(f"--a{number}:{'x' * 90}" for number in range(20)))
    assert len(kept) <= MAX_BYTES
    assert wrong
    html = amp(f'<p style="--a:{"x" * 900}">y</p>' * 100)
    assert html.count("<p") == 100
    assert MAX_BYTES_IN_ALL - 1000 < html.count("x") < MAX_BYTES_IN_ALL


@pytest.mark.parametrize(
    ("address", "schemes", "want"),
    [
        ("https://example.com/a?b#c", WEB, True),
        ("//example.com", WEB, True),
        ("/a:b", WEB, True),
        ("tel:+49 30", LINK, True),
        ("data:image/png;base64,x", IMAGE, True),
        ("data:x", WEB, False),
        (" java\nscript:x", LINK, False),
        ("https://", WEB, False),
        ("https://a b/", WEB, False),
        ("http://a..b/", WEB, False),
        ("//", WEB, False),
        ("", WEB, False),
        ("https://e.org/?__amp_source_origin=1", WEB, False),
    ],
)
def test_addresses(address: str, schemes: frozenset[str], want: bool) -> None:
    assert is_valid(address, schemes) == want


def test_tables_hold_no_contradiction() -> None:
    assert not rules.DROPPED & rules.HTML.keys()
    assert not rules.RENAMED.keys() & rules.HTML.keys()
    assert set(rules.RENAMED.values()) <= rules.HTML.keys()
    assert rules.PARENT.keys() | rules.ANCESTOR.keys() <= rules.HTML.keys() | rules.SVG.keys()


# ------------------------------------------------------------------------------------------------------------- nesting


@pytest.mark.parametrize("tags", ["div", "span", "ul li", "table tr td", "b", "section div i", "svg g"])
def test_nesting_stops_where_the_validator_would_die(tags: str) -> None:
    names = tags.split()
    opened, closed = (
        "".join(form.format(name) for name in order) for form, order in (("<{}>", names), ("</{}>", names[::-1]))
    )
    text = opened * 500 + "deep" + closed * 500
    html = amp(text)
    assert "deep" in html
    depth = deepest = 0
    for token in blocks.fragment.tokens(html):
        depth += (token.kind == "start") - (token.kind == "end")
        deepest = max(deepest, depth)
    assert depth == 0
    assert 20 < deepest <= MAX_DEPTH
    assert "unsupported-content" in problems(text)


def test_unclosed_formatting_does_not_use_up_the_depth() -> None:
    html = amp("<p><b>x</p>" * 300 + "<p><i>end</i></p>")
    assert "<p><i>end</i></p>" in html


NIGHTMARES: dict[str, Callable[[int], str]] = {
    "open divs": lambda n: "<div>" * n,
    "unknown elements, nested": lambda n: "<font>" * n + "</font>" * n,
    "formulas in formulas": lambda n: "<math>" * n + "</math>" * n,
    "films without an end": lambda n: "<video>" * n,
    "escaped quotes in a style": lambda n: '<p style="' + "\\'" * n + '">',
    "addresses in a style": lambda n: '<p style="' + "a:url(" * n + '">',
    "unclosed formatting": lambda n: "<p><b>x</p>" * n,
}


@pytest.mark.parametrize("make", NIGHTMARES.values(), ids=NIGHTMARES.keys())
def test_hostile_html_takes_linear_time(make: Callable[[int], str]) -> None:
    assert_in_step(lambda n: partial(amp, make(n)), 8_000)


# ------------------------------------------------------------------------------------------------------- the validator


def test_the_official_validator_passes_the_examples_and_every_case() -> None:
    lacking = amp_validator.missing()
    if lacking is not None:
        pytest.skip(f"the official AMP validator was not asked: {lacking}")
    pages = [*amp_validator.example_pages(), *amp_validator.rule_pages()]
    cases = (*UNTOUCHED, *(html for html, _ in CHANGED))
    pages += [amp_validator.Page(html, blocks.render(html, "amp")) for html in cases]
    verdicts = amp_validator.validated(pages)
    assert [(verdict.page.name, verdict.errors) for verdict in verdicts if not verdict.passed] == []
    assert not amp_validator.validated([amp_validator.Page("none", "<p>no page</p>")])[0].passed


def test_what_the_parser_closes_by_itself() -> None:
    assert amp("<select><option>a<select><p>b</p>") == "<select><option>a</select><p>b</p>"
    assert amp("<ruby><table><tr><td><rb>a<rb>b").count("<rb>") == 2


def test_what_the_author_left_open_is_closed() -> None:
    assert amp("<div><section><p>a <b>b") == "<div><section><p>a <b>b</b></p></section></div>"


# ------------------------------------------------------------------------------------------------------------- marks

ACCORDION = (
    '<!-- wp:accordion --><div class="wp-block-accordion"><!-- wp:accordion-item --><div class="wp-block-accordion-item">'
    '<!-- wp:accordion-heading --><h3 class="wp-block-accordion-heading"><button>{}</button></h3>'
    '<!-- /wp:accordion-heading --><!-- wp:accordion-panel --><div class="wp-block-accordion-panel">{}</div>'
    "<!-- /wp:accordion-panel --></div><!-- /wp:accordion-item --></div><!-- /wp:accordion -->"
)


@pytest.mark.parametrize(
    ("heading", "panel", "is_one"),
    [
        ("T", "p", True),
        ("T", "<section>a</section></section></div></h3>b", True),
        ("T", ACCORDION.format("U", "<section>c</section>"), True),
        ("<iframe>", "p", False),
        ("<textarea>", "p", False),
        ("<!--", "p", False),
    ],
)
def test_an_accordion_is_one_where_it_has_what_amp_wants_of_it(heading: str, panel: str, is_one: bool) -> None:
    result = blocks.convert(ACCORDION.format(heading, panel), "amp", fragment=True)
    assert ("<amp-accordion" in result.output, "amp-accordion" in result.components) == (is_one, is_one)
    assert result.output.count("<section") == result.output.count("</section>") == result.output.count("<h3") * is_one


def test_an_accordion_in_a_heading_is_none() -> None:
    inner, outer = ACCORDION.format("y", "z"), ACCORDION.format("{}", "x")
    html = amp(outer.format(inner))
    assert html.count("<amp-accordion") == html.count("<section") == 1
    assert "y" in html
    assert "z" in html


def test_marks_leave_no_trace() -> None:
    html = "<!-- wp:html -->x<!-- /wp:html -->"
    audio = blocks.render(f'[audio src="https://e.com/{html}.mp3"]', "amp", fragment=True, filters="the_content")
    assert 'src="https://e.com/x.mp3' in audio
    shown = {"show": lambda _attributes, content, _name: escape(content)}
    options = {"fragment": True, "shortcodes": shown, "filters": "the_content"}
    assert blocks.render(f"<div>[show]{html}[/show]</div>", "amp", **options).strip("\n") == "<div>x</div>"
    assert amp(f"<!-- {html} -->y") == blocks.render(f"<!-- {html} -->y").replace("<!-- x -->", "")
    told = blocks.convert(f"<a {html}>", "amp").rendering_problems
    assert all(not re.search("[0-9a-f]{12}", problem.message) for problem in told)


def test_html_outside_blocks_has_the_size_of_no_block() -> None:
    image = '<!-- wp:image {"width":"10px","height":"20px"} --><figure><img src="a.jpg"></figure><!-- /wp:image -->'
    assert ' text <img src="z.jpg">' in amp(f'{image} text <img src="z.jpg">')
    result = blocks.convert(f"{image}\n\n\n tail <s onfoo=1>x</s>", "amp")
    assert [problem.span.start for problem in result.rendering_problems if "onfoo" in problem.message] == [len(image)]


def test_quotes_that_never_end_are_read_once() -> None:
    assert_in_step(lambda size: partial(amp, '<div class="fb-post">' * 390 + f"<p>{'<b>x</b>' * size}</p>"), 4_000)
