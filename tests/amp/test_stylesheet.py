"""`<style amp-custom>`: what of stylesheets goes into it, as which text, and that AMP's validator takes it."""

from __future__ import annotations

import gc
import re
import tracemalloc
from collections.abc import Callable, Iterator
from functools import partial
from typing import Any

import pytest
import tinycss2
from cssselect import HTMLTranslator, SelectorError
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml.etree import HTML

from blocks.errors import OptionError
from blocks.render.amp.css import clean_style
from blocks.render.amp.stylesheet import LIMIT, AmpCss, Sheet, Used, amp_custom
from blocks.render.amp.stylesheet.at_rules import AtRule
from blocks.render.amp.stylesheet.memory import Remembered
from blocks.render.amp.stylesheet.reading import stylesheet
from blocks.render.amp.stylesheet.used import of_tag as of_tags
from tests import amp_validator, corpus
from tests.timing import assert_in_step

PAGE = '<div class="a b c" id="i"><p><img src="x.png"><a href="x">y</a></p></div>'
THEMES = ("tt2", "tt3", "tt4", "tt5")


def custom(css: str, html: str = PAGE, **options: int) -> AmpCss:
    return amp_custom([Sheet("sheet", css)], Used.of(html), **options)


# ----------------------------------------------------------------------------------------------- what the page needs

SHAKEN = [
    (".a{b:c} .zz{b:c} .a .zz{b:c}", ".a{b:c}"),
    (".a, .zz, p{b:c}", ".a,p{b:c}"),
    ("#i{b:c} #zz{b:c} table{b:c} P{b:c}", "#i{b:c}P{b:c}"),
    ("[href]{b:c} [HREF='x' i]{b:c} [data-zz]{b:c}", '[href]{b:c}[HREF="x" i]{b:c}'),
    ("html body{b:c} :root{b:c} *{b:c} ::selection{b:c}", "html body{b:c}:root{b:c}*{b:c}::selection{b:c}"),
    (".a:not(.zz){b:c}", ".a:not(.zz){b:c}"),
    (":is(.zz, .a) p{b:c} :is(.zz, .yy) p{b:c} :where(.zz){b:c}", ":is(.zz,.a) p{b:c}"),
    ("div:has(> .zz){b:c} div:has(> p){b:c}", "div:has(> p){b:c}"),
    (":is(.a:is(.zz), .zz){b:c}", ":is(.a:is(.zz),.zz){b:c}"),
    (".A{b:c}", ""),
    (".amp-active{b:c} [aria-expanded=true]{b:c} [open]{b:c}", ".amp-active{b:c}[aria-expanded=true]{b:c}[open]{b:c}"),
    ("@media print{.zz{b:c}} @supports (b:c){@media print{.zz{b:c}}}", ""),
    (":root{--x:var(--y);--y:1px;--z:2} .a{b:var( --x , 2px)}", ":root{--x:var(--y);--y:1px}.a{b:var(--x,2px)}"),
    (":root{--x:1} .zz{b:var(--x)}", ""),
    (":root{--x:var(--x)} .a{b:VAR(--x)}", ":root{--x:var(--x)}.a{b:VAR(--x)}"),
    ("@keyframes k{to{b:c}} @keyframes l{to{b:c}} .a{animation:1s k}", "@keyframes k{to{b:c}}.a{animation:1s k}"),
    (
        ":root{--k:k;--y:1} @keyframes k{to{b:var(--y)}} .a{animation-name:var(--k)}",
        ":root{--k:k;--y:1}@keyframes k{to{b:var(--y)}}.a{animation-name:var(--k)}",
    ),
    (
        "@font-face{font-family:X Y;src:url(x)} @font-face{font-family:Z;src:url(z)} .a{font:1em 'x y',serif}",
        '@font-face{font-family:X Y;src:url(x)}.a{font:1em "x y",serif}',
    ),
    (
        ":root{--f:Foo Bar,serif} @font-face{font-family:'Foo Bar';src:url(x)} .a{font-family:var(--f)}",
        ':root{--f:Foo Bar,serif}@font-face{font-family:"Foo Bar";src:url(x)}.a{font-family:var(--f)}',
    ),
]


@pytest.mark.parametrize(("css", "expected"), SHAKEN)
def test_only_what_can_match_stays(css: str, expected: str) -> None:
    assert custom(css) == AmpCss(expected, ())


def test_inline_styles_refer_to_variables_fonts_and_animations() -> None:
    css = "@font-face{font-family:F;src:url(f)}@keyframes k{to{b:c}}:root{--x:1;--y:2}"
    html = '<p style="font-family:f;animation:k 1s"><svg><path fill="var(--x)"/></svg>'
    assert custom(css, html).css == "@font-face{font-family:F;src:url(f)}@keyframes k{to{b:c}}:root{--x:1}"
    assert custom(css, "<p>").css == ""


def test_classes_of_actions_are_used() -> None:
    css = ".on{b:c}.off{b:c}.bound{b:c}"
    used = Used.of("""<button on="tap:x.toggleClass(class='on')" [class]="s ? 'bound' : ''">""")
    assert amp_custom([Sheet("s", css)], used).css == ".on{b:c}.bound{b:c}"


AMP_NAMES = [
    ("<img>", "img.x,:not(img){b:c}", ":not(img){b:c}"),
    ("<amp-img class=x>", "img.x,:not(img){b:c}", "amp-img.x,:not(amp-img){b:c}"),
    ("<amp-img class=x><img>", "p>img.x,a IMG{b:c}", ""),
    ("<p><amp-img class=x><img>", "p>img.x{b:c}", "p>:is(img,amp-img).x{b:c}"),
    ("<p><amp-anim>", "p:has(img),:is(img,p){b:c}", "p:has(amp-anim),:is(amp-anim,p){b:c}"),
    (
        "<amp-video><amp-audio><amp-iframe>",
        "video{b:c}audio{b:c}iframe{b:c}",
        "amp-video{b:c}amp-audio{b:c}amp-iframe{b:c}",
    ),
    ("<amp-img class=img>", ".img,[img],:not(.img,[img]):is(:focus,.img){b:c}", None),
]


@pytest.mark.parametrize(("html", "css", "expected"), AMP_NAMES)
def test_selectors_name_the_elements_of_amp(html: str, css: str, expected: str | None) -> None:
    assert custom(css, html).css == (css.replace("[img],:", ":") if expected is None else expected)


# ----------------------------------------------------------------------------------------------- what AMP cannot hold

RESOLVED = [
    # !important
    (".a{b:c!important;d:e}", ".a{d:e}.a:not(#_){b:c}"),
    (".a,.b::before{b:c ! IMPORTANT}", ".a:not(#_),.b:not(#_)::before{b:c}"),
    ("#i p:hover::after{b:c!important} #i{d:e}", "#i p:hover:not(#_#_)::after{b:c}#i{d:e}"),
    (".b:after,::selection{b:c!important}", ".b:not(#_):after,:not(#_)::selection{b:c}"),
    (":root{--x:1!important} .a{b:var(--x)}", ":root:not(#_){--x:1}.a{b:var(--x)}"),
    ("@keyframes k{to{b:c!important;d:e}} .a{animation:k}", "@keyframes k{to{d:e}}.a{animation:k}"),
    ("@media print{.a{b:c!important}}", "@media print{.a:not(#_){b:c}}"),
    # layers
    ("@layer x{.a{b:c}} .b{b:c} @layer y{.c{b:c}}", ".a{b:c}.c{b:c}.b{b:c}"),
    ("@layer y,x; @layer x{.a{b:c}} @layer y{.b{b:c}}", ".b{b:c}.a{b:c}"),
    ("@layer x{.a{b:c} @layer y{.b{b:c}}} @layer x.y{.c{b:c}}", ".b{b:c}.c{b:c}.a{b:c}"),
    ("@layer{.a{b:c}} @layer{.b{b:c}}", ".a{b:c}.b{b:c}"),
    ("@layer x{.a{b:c!important}} .a{b:d!important}", ".a:not(#_#_){b:c}.a:not(#_){b:d}"),
    ("@media print{@layer x{.a{b:c}}}", "@media print{.a{b:c}}"),
    # nesting
    (".a{&:hover{b:c} p{b:c} > p{b:c} + &{b:c}}", ".a:hover{b:c}.a p{b:c}.a>p{b:c}.a+.a{b:c}"),
    (".a{b:c; p{b:c} d:e}", ".a{b:c}.a p{b:c}.a{d:e}"),
    (".a,.b{p &{b:c} &.c{b:c} p{b:c}}", "p :is(.a,.b){b:c}:is(.a,.b).c{b:c}:is(.a,.b) p{b:c}"),
    (".a .b{.c &{b:c} &:hover{b:c}}", ".c :is(.a .b){b:c}.a .b:hover{b:c}"),
    ("div{.a&{b:c} &p{b:c} :not(&){b:c}}", ".a:is(div){b:c}p:is(div){b:c}:not(:is(div)){b:c}"),
    (".a{@media print{b:c; p{d:e}}}", "@media print{.a{b:c}.a p{d:e}}"),
    (".a{.b{.c{b:c}}}", ".a .b .c{b:c}"),
    (".a::before{&:hover{b:c}}", ""),
    (".zz{p{b:c}} .a,.zz{p{b:c}}", ":is(.a,.zz) p{b:c}"),
    ("&.a{b:c}", ":root.a{b:c}"),
    # media queries of level 4
    ("@media not (hover){.a{b:c}}", "@media not all and (hover){.a{b:c}}"),
    ("@media not ((hover) and (color)){.a{b:c}}", "@media not all and (hover) and (color){.a{b:c}}"),
    ("@media (hover) or (color){.a{b:c}}", "@media (hover),(color){.a{b:c}}"),
    ("@media (width >= 600px){.a{b:c}}", "@media (min-width:600px){.a{b:c}}"),
    ("@media print and (600px>=width){.a{b:c}}", "@media print and (max-width:600px){.a{b:c}}"),
    ("@media (1px<=width<=2px){.a{b:c}}", "@media (min-width:1px) and (max-width:2px){.a{b:c}}"),
    ("@media (width < 600px){.a{b:c}}", "@media not all and (min-width:600px){.a{b:c}}"),
    ("@media print and (width < 600px){.a{b:c}}", "@media print and (width < 600px){.a{b:c}}"),
    ("@media ;, print{.a{b:c}}", ""),
    ("@media a!b, print{.a{b:c}}", "@media not all,print{.a{b:c}}"),
    # short
    (
        "@media print{.a{b:c}} @media print{.b{b:c}} .c{}",
        "@media print{.a{b:c}.b{b:c}}",
    ),
    (
        ".a { b : calc( 50.0% + 0.50em ) , -0.5px 10.0  1e3 }\n/* x */ <!-- -->",
        ".a{b:calc(50.0% + .50em),-.5px 10.0 1e3}",
    ),
    (".a/**/.b{b:c/**/d}", ".a.b{b:c d}"),
    (".a{content:'</style><!-- \\22 \\a'}", '.a{content:"\\3c /style>\\3c !-- \\"\\a "}'),
    (r".a,.sm\:x,.\31 x{b:\63 }", ".a{b:c}"),
    ('@charset "utf-8"; .a{b:url( "x y.png" ) url(z.png)}', '.a{b:url("x y.png") url(z.png)}'),
    (".a{b:c", ".a{b:c}"),
    ("@page :first{margin:1px!important}", "@page :first{margin:1px}"),
]


@pytest.mark.parametrize(("css", "expected"), RESOLVED)
def test_css_is_written_as_amp_takes_it(css: str, expected: str) -> None:
    assert custom(css).css == expected


def test_an_important_rule_outdoes_ids_that_the_page_has() -> None:
    assert custom(".a{b:c!important}", "<p class=a id=_>").css == ".a:not(#__){b:c}"


def test_escaped_names_match() -> None:
    html = '<p class="sm:x 1x" id="a.b">'
    assert custom(r".sm\:x.\31 x#a\.b{b:c}", html).css == r".sm\:x.\31 x#a\.b{b:c}"


LOST: list[tuple[str, str | None, list[str]]] = [
    (
        "@import 'x'; @import url(y);",
        "",
        ["sheet: 2 @import were left out (the first in line 1): AMP does not take it"],
    ),
    ("\n@namespace x url(y);", "", ["sheet: 1 @namespace was left out (line 2): AMP does not take it"]),
    ("@font-feature-values x{@swash{a:1}}", "", ["1 @font-feature-values was left out"]),
    ("@container (width>1px){.a{b:c} .zz{b:c}}", "", ["1 rule in @container was left out: AMP takes no @container"]),
    ("@container x{.zz{b:c}} @scope (.a){.zz{b:c}}", "", []),
    ("@scope (.a){p{b:c}} @starting-style{.a{b:c}}", "", ["1 rule in @scope", "1 rule in @starting-style"]),
    (".a{@container x{b:c}}", "", ["1 rule in @container"]),
    ("@property --x{inherits:true}", "", ["1 @property was left out"]),
    ("@page{@top-left{b:c}}", "@page{}", ["1 @top-left was left out"]),
    (".a{*zoom:1;b:c;d;e:}", ".a{b:c}", ["3 declarations were left out (the first in line 1): cannot be read"]),
    (".a{b:url(javascript:x);d:e}", ".a{d:e}", ["1 declaration was left out (line 1): AMP does not take the address"]),
    (".a{--x:{b:c};d:a!b}", "", ["2 declarations were left out"]),
    (".a{behavior:url(x.htc);-ms-behavior:url(x);-moz-binding:url(x)}", "", ["3 declarations were left out"]),
    (".a{width:EXPRESSION(alert(1));b:c;--x:expr\\65 ssion(a)}", ".a{b:c}", ["2 declarations were left out"]),
    (".a{content:'expression(x)';--behavior:1;scroll-behavior:smooth;b:expressions(1)}", None, []),
    (".a:,p{b:c} .b{b:c}", ".b{b:c}", ["1 rule was left out (line 1): the selector cannot be read"]),
    (".i-amphtml-x,.a{b:c} .a{b:I-AMPHTML-x;--i-amphtml-y:1}", "", ["1 rule was", "2 declarations were"]),
    ("@keyframes i-amphtml-x{to{b:c}} .a{b:c}", ".a{b:c}", ["1 rule was left out"]),
    ("@media print;", "", ["1 rule was left out (line 1): cannot be read"]),
    (".a{" * 40 + "b:c", "", ["1 rule was left out (line 1): nested too much"]),
]


@pytest.mark.parametrize(("css", "expected", "losses"), LOST)
def test_what_is_lost_is_told(css: str, expected: str | None, losses: list[str]) -> None:
    made = custom(css)
    assert expected is None or made.css == expected
    assert len(made.losses) == len(losses)
    assert all(loss in told for loss, told in zip(losses, made.losses, strict=True))


@pytest.mark.parametrize(
    ("style", "kept"),
    [
        ("behavior:url(x.htc);a:b", "a:b"),
        ("-MOZ-binding : url(x);-ms-behavior:url(y)", ""),
        ("width:calc(1px + eXpression(alert(1)));a:b", "a:b"),
        ("/*x*/width:expression/**/(1)", "width:expression (1)"),
        ("a:'expression(';b:uexpression(1);c:x-expression(1);scroll-behavior:smooth", None),
    ],
)
def test_an_inline_style_does_not_act(style: str, kept: str | None) -> None:
    assert clean_style(style)[0] == (style if kept is None else kept)


# ------------------------------------------------------------------------------------------------------ several sheets


def test_sheets_share_layers_and_keep_their_order() -> None:
    sheets = [Sheet("x", "@layer l{.a{b:c}} .b{b:c}"), Sheet("y", "@layer k,l; @layer k{.c{b:c}} @layer l{p{b:c}}")]
    assert amp_custom(sheets, Used.of(PAGE)).css == ".a{b:c}p{b:c}.c{b:c}.b{b:c}"


def test_the_same_sheet_counts_once_where_it_is_last() -> None:
    sheets = [Sheet("x", ".a{b:c}"), Sheet("y", ".a{b:d}"), Sheet("z", ".a{b:c}")]
    assert amp_custom(sheets, Used.of(PAGE)).css == ".a{b:d}.a{b:c}"


def test_what_is_too_much_goes_from_the_end_of_the_first_sheet_on() -> None:
    sheets = [
        Sheet("first", ":root{--x:1}.a{b:c}.b{b:var(--x)}"),
        Sheet("second", "@media print{.c{b:c}}"),
    ]
    whole = ":root{--x:1}.a{b:c}.b{b:var(--x)}@media print{.c{b:c}}"
    used = Used.of(PAGE)
    assert amp_custom(sheets, used, limit=len(whole)) == AmpCss(whole, ())
    assert amp_custom(sheets, used, limit=len(whole) - 1) == AmpCss(
        ":root{--x:1}.a{b:c}@media print{.c{b:c}}", ("first: 14 bytes were left out: 53 are all that fit",)
    )
    assert amp_custom(sheets, used, limit=20).css == ":root{--x:1}"
    assert amp_custom(sheets, used, limit=0).css == ""
    assert custom(".a{content:'é'}", limit=15).css == ""
    assert custom(".a{content:'é'}", limit=16).css == '.a{content:"é"}'


def test_a_limit_below_zero_is_misuse() -> None:
    with pytest.raises(OptionError, match="limit is -1"):
        custom("", limit=-1)


# -------------------------------------------------------------------------------------------------- beside the browser


def parsed_rules(css: str) -> Iterator[tuple[str, str]]:
    """The media and the selector of each plain rule, without blanks."""
    waiting: list[tuple[str, Any]] = [("", tinycss2.parse_stylesheet(css, skip_comments=True, skip_whitespace=True))]
    for media, rules in waiting:
        for rule in rules:
            if rule.type == "qualified-rule":
                for selector in selectors_of(tinycss2.serialize(rule.prelude)):
                    yield media, selector
            elif rule.type == "at-rule" and rule.lower_at_keyword in ("media", "supports") and rule.content:
                inside = tinycss2.parse_rule_list(rule.content, skip_comments=True, skip_whitespace=True)
                waiting.append((f"{media}@{rule.lower_at_keyword}", inside))


def selectors_of(prelude: str) -> list[str]:
    depth, parts = 0, [""]
    for character in prelude:
        depth += (character in "([") - (character in ")]")
        if character == "," and not depth:
            parts.append("")
        else:
            parts[-1] += character
    return [re.sub(r"\s*([>+~,()])\s*", r"\1", " ".join(part.split())).replace('"', "") for part in parts]


DYNAMIC = re.compile(r"::?(?:before|after|hover|focus|active|visited|focus-within|focus-visible|placeholder|marker)\b")


def applies(selector: str, page: Any) -> bool:
    try:
        return bool(page.xpath(HTMLTranslator().css_to_xpath(DYNAMIC.sub("", selector) or "*")))
    except (SelectorError, NotImplementedError):
        return False  # what cssselect does not know


@pytest.mark.parametrize("theme", THEMES)
def test_every_rule_of_a_theme_that_matches_stays(theme: str) -> None:
    css = corpus.shared("conformance", "registry", f"global-stylesheet-{theme}.css").read_text(encoding="utf-8")
    rules = list(dict.fromkeys(parsed_rules(css)))
    found = 0
    for path in sorted(corpus.shared("conformance", f"theme-{theme}").glob("*.rendered.html"))[:12]:
        html = path.read_text(encoding="utf-8")
        if not html.strip():
            continue
        page = HTML(f"<body><main>{html}</main></body>")
        made = amp_custom([Sheet(theme, css)], Used.of(f"<main>{html}</main>"))
        # a presence without the weight of what was important
        kept = {(media, re.sub(r":not\(#_+(?:#_+)*\)", "", selector)) for media, selector in parsed_rules(made.css)}
        for media, selector in rules:
            if applies(selector, page) and not selector.startswith(":root"):
                found += 1
                assert (media, selector) in kept, (path.name, selector)
        assert made.losses == ()
        assert len(made.css) < len(css)
    assert found > 50


# ----------------------------------------------------------------------------------------------------- hostile, linear

PIECES = [
    *(".a", "p", "#i", "[href]", "*", "&", ":is(", ":not(", ")", ",", ">", "+", " ", "::before", ":hover", "img", "|"),
    *(
        "{",
        "{",
        "}",
        "}",
        ";",
        ":",
        "!important",
        "b:c;",
        "--x:",
        "var(--x)",
        "url(",
        "url(x.png)",
        "url(javascript:x)",
    ),
    *("@media ", "@layer ", "@layer x{", "@import 'x';", "@container x{", "@supports (b:c){", "@font-face{", "@page{"),
    *("@keyframes k{", "from", "50%", "@scope{", "@x", "not ", "(hover)", "(width<=5px)", "(", "[", "]", "and ", "or "),
    *("</style>", "<!--", "-->", "/*", "*/", "'", '"', "\\", "\\a ", "\\d800 ", "\n", "\0", "\ud800", "é", "\ufffe"),
    *(
        "i-amphtml-x",
        "U+26",
        "1e3",
        "0.5px",
        "#fff",
        "content:'x';",
        "animation:k;",
        "font:1em X;",
        "src:url(x);",
        "1" * 9,
    ),
]
hostile_css = st.one_of(st.lists(st.sampled_from(PIECES), max_size=60).map("".join), st.text(max_size=60))


def everything(css: str, html: str = PAGE) -> Used:
    """A page that has every name of a sheet."""
    used = Used.of(html)
    for rule in stylesheet(css).rules:
        if isinstance(rule, AtRule):
            used.words.add(rule.name)
            continue
        for selector in rule.selectors:
            used.names |= selector.needs.union(*(branch for choice in selector.choices for branch in choice))
        used.variables |= {one.name for one in rule.declarations}
    return used


def faults(css: str) -> Iterator[str]:
    """What is in the output that must not be."""
    if "</" in css or "<!--" in css or re.search("i-amphtml-|[\0\ud800-\udfff]", css, re.IGNORECASE):
        yield "text"
    waiting: list[Any] = [tinycss2.parse_stylesheet(css)]
    while waiting:
        for node in waiting.pop():
            if node.type == "error":
                yield node.message
            elif node.type == "declaration" and node.important:
                yield "important"
            elif node.type == "at-rule":
                if node.lower_at_keyword not in ("media", "supports", "font-face", "keyframes", "page"):
                    yield f"@{node.lower_at_keyword}"
                waiting.append(tinycss2.parse_blocks_contents(node.content))
            elif node.type == "qualified-rule":
                content = tinycss2.parse_blocks_contents(node.content)
                if any(one.type != "declaration" for one in content):
                    yield "nesting"
                waiting.append(content)


@settings(max_examples=400, deadline=None)
@given(hostile_css, st.sampled_from([LIMIT, 0, 10, 40]))
def test_any_text_gives_css_that_amp_takes(css: str, limit: int) -> None:
    made = amp_custom([Sheet("s", css)], everything(css), limit=limit)
    assert len(made.css.encode()) <= limit
    assert list(faults(made.css)) == []


@settings(max_examples=300, deadline=None)
@given(hostile_css)
def test_what_was_written_is_written_the_same_again(css: str) -> None:
    once = amp_custom([Sheet("s", css)], everything(css)).css
    again = amp_custom([Sheet("s", once)], everything(once))
    assert again.losses == ()
    assert again.css.replace("#_", "") == once.replace("#_", "")


DEEP = [
    "{",
    "(",
    "[",
    "a{",
    "a:is(",
    ":not(",
    "@media x{",
    "@layer x{",
    "a{&&{",
    "a,b{&{",
    "a{b:[",
    "url(",
    "'\n",
    "\\",
]
LONG = ["a,", "a ", "a{b:c}", "a{b:c;", "1", "@media (a<", "@layer a.", "/*", "&", ":is(a,b)", "@x;", "}", "a{b{c:d}}"]


@pytest.mark.parametrize("piece", DEEP + LONG)
def test_time_is_linear(piece: str) -> None:
    def prepare(size: int) -> Callable[[], object]:
        css = piece * (size // len(piece))
        return partial(read_anew, css)

    assert_in_step(prepare, 60_000)


def read_anew(css: str) -> None:
    stylesheet.forget()
    amp_custom([Sheet("s", css)], Used.of("<a>"))


def test_a_hundred_thousand_brackets_end_in_a_loss() -> None:
    for piece in DEEP[:7]:
        assert custom(piece * 100_000).losses, piece


def test_a_sheet_is_read_once() -> None:
    assert stylesheet(".a{b:c}") is stylesheet(".a{b:c}")


def test_answers_are_remembered_as_long_as_they_fit() -> None:
    asked: list[str] = []

    def ask(text: str) -> str:
        asked.append(text)
        return text.upper()

    remembered = Remembered(ask, weigh=len, most=20)
    assert [remembered(one) for one in "abab"] == ["A", "B", "A", "B"]
    assert (asked, remembered.weight) == (["a", "b"], 10)
    remembered("long"), remembered("long")
    assert asked == ["a", "b", "long", "long"], "what is half of all is not kept"
    remembered("c"), remembered("d"), remembered("a"), remembered("e"), remembered("a"), remembered("b")
    assert "".join(asked[4:]) == "cdeb", "what was not asked for the longest time went"
    assert remembered.weight == 20
    remembered.forget()
    assert (remembered("a"), remembered.weight) == ("A", 5)


HEAVY = {
    "rules": "a{b:c}" * 3_000,
    "selectors": "a," * 6_000 + "a{b:c}",
    "nested": ".a{" + ".b .c{d:e}" * 1_000 + "}",
    "declarations": "a{" + "b:c;" * 5_000 + "}",
    "names": "a{font:" + " ".join(f"a{number}" for number in range(4_000)) + "}",
    "layers": "".join(f"@layer a{number};" for number in range(3_000)),
    "animations": "@keyframes k{to{b:c}}" * 1_000,
    "a theme": "",
}


@pytest.mark.parametrize("kind", HEAVY)
def test_a_sheet_that_is_remembered_is_not_heavier_than_it_is_said_to_be(kind: str) -> None:
    css = HEAVY[kind] or corpus.shared("conformance", "registry", "global-stylesheet-tt5.css").read_text("utf-8")
    custom("a{b:c}")  # loads the parser
    stylesheet.forget()
    assert taken(lambda: stylesheet(css)) <= stylesheet.weight


@pytest.mark.parametrize(
    "tag",
    [
        "<p class='" + " ".join(f"a{number}" for number in range(400)) + "'>",
        "<p style='font:" + " ".join(f"a{number}" for number in range(300)) + "'>",
        "<p " + " ".join(f"a{number}" for number in range(400)) + ">",
    ],
)
def test_tags_that_are_remembered_are_not_heavier_than_they_are_said_to_be(tag: str) -> None:
    Used.of("<p style='font:a'>")  # loads the parser
    of_tags.forget()
    assert taken(lambda: Used.of(tag)) <= of_tags.weight


def taken(action: Callable[[], object]) -> int:
    """The bytes that are still taken when an action is done."""
    gc.collect()
    tracemalloc.start()
    try:
        action()
        gc.collect()
        return tracemalloc.get_traced_memory()[0]
    finally:
        tracemalloc.stop()


def test_what_a_page_uses() -> None:
    used = Used.of('<P CLASS="x\ty" Id=z><tr><amp-img style="b:var(--q)"></p>')
    assert {"p", ".x", ".y", "#z", "tr", "tbody", "amp-img", "img", "[style"} <= used.names
    assert used.variables == {"--q"}
    assert used.element("img") == "amp-img"


# --------------------------------------------------------------------------------------------------------- the validator

SKELETON = (
    '<!doctype html><html amp><head><meta charset="utf-8"><link rel="canonical" href="#">'
    '<meta name="viewport" content="width=device-width"><style amp-custom>{}</style></head><body><p>x</p></body></html>'
)


def assert_valid(sheets: list[str]) -> None:
    if why := amp_validator.missing():
        pytest.skip(why)
    pages = [SKELETON.replace("{}", amp_custom([Sheet("s", css)], everything(css)).css) for css in sheets]
    verdicts = amp_validator.validated(amp_validator.Page(css, page) for css, page in zip(sheets, pages, strict=True))
    assert [(one.page.name, one.errors) for one in verdicts if not one.passed] == []


def test_the_validator_takes_hostile_css() -> None:
    sheets: list[str] = []

    @settings(max_examples=300, database=None, derandomize=True, deadline=None)
    @given(hostile_css)
    def collect(css: str) -> None:
        sheets.append(css)

    collect()
    written = [css for css, *_ in SHAKEN] + [css for css, _ in RESOLVED] + [css for css, *_ in LOST]
    assert_valid([*sheets, *written, *(piece * 500 for piece in DEEP + LONG)])


@pytest.mark.parametrize("theme", THEMES)
def test_the_validator_takes_the_sheets_of_themes(theme: str) -> None:
    path = corpus.shared("conformance", "registry", f"global-stylesheet-{theme}.css")
    assert_valid([path.read_text(encoding="utf-8")])
