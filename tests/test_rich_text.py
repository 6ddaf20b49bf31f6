"""Rich text as runs with marks, as a tree, and its links; built, and read from anything."""

from __future__ import annotations

import copy
import json
import pickle
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

import blocks
from blocks import Inline, RichText, Run, marks
from blocks.fragment import Fragment
from blocks.fragment.inlines import DEEPEST
from blocks.fragment.marks import Mark
from tests import corpus
from tests.timing import assert_in_step

NOTE = '<sup data-fn="8-4" class="fn"><a href="#8-4" id="8-4-link">1</a></sup>'


def shape(html: str) -> list[tuple[str, ...]]:
    """Each run's text, the tags of its marks, and that of what stands in place of text."""
    return [
        (run.text, *(mark.tag for mark in run.marks), *((f"[{run.replacement.tag}]",) if run.replacement else ()))
        for run in RichText(html).runs
    ]


@pytest.mark.parametrize(
    ("html", "runs"),
    [
        ("", []),
        ("a &amp; b", [("a & b",)]),
        ("a <b>b</b> c", [("a ",), ("b", "b"), (" c",)]),
        ("<a href='x'><b>1</b>2</a>", [("1", "a", "b"), ("2", "a")]),
        ("<b>x</b><b>y</b>", [("x", "b"), ("y", "b")]),
        ("a<br>b<br/>c</br>d", [("a",), ("\n", "[br]"), ("b",), ("\n", "[br]"), ("c",), ("\n", "[br]"), ("d",)]),
        ("a<!--more-->b", [("a",), ("", "[#comment]"), ("b",)]),
        (f"<i>a{NOTE}</i>b", [("a", "i"), ("1", "i", "[sup]"), ("b",)]),
        ("<math data-latex='x'><mi>x</mi><br></math>!", [("x\n", "[math]"), ("!",)]),
        ("<math/>x", [("", "[math]"), ("x",)]),
        ("a<wbr>b", [("a",), ("", "[wbr]"), ("b",)]),
        ("<b></b><a id='here'></a>", [("", "b"), ("", "a")]),
        ("<b><i></i></b>", [("", "b", "i")]),
        ("<script>a<b&amp;</script>c", [("a<b&amp;", "script"), ("c",)]),
        # misnested: what is inside ends, formatting goes on
        ("<b>1<i>2</b>3</i>4", [("1", "b"), ("2", "b", "i"), ("3", "i"), ("4",)]),
        ("<b><kbd>1</b>2</kbd>", [("1", "b", "kbd"), ("2",)]),
        ("<kbd><b>1</kbd>2</b>3", [("1", "kbd", "b"), ("2", "b"), ("3",)]),
        ("<b><i></b>y</i>", [("", "b", "i"), ("y", "i")]),
        ("<a href=1>x<a href=2>y", [("x", "a"), ("y", "a")]),
        ("</b>x</i>y", [("xy",)]),
        ("<b>x", [("x", "b")]),
        ("<b><i>x</b></i>", [("x", "b", "i")]),
        ('<b><sup class="fn" data-fn="1">n</b>x', [("n", "b", "[sup]"), ("x",)]),
        ('<sup class="fn" data-fn="1"><sup>n</sup></i><img></sup>x', [("n", "[sup]"), ("x",)]),
        ("x <b", [("x <b",)]),
        ("1 < 2 & 3", [("1 < 2 & 3",)]),
        ("a\0b", [("a\0b",)]),
    ],
)
def test_runs(html: str, runs: list[tuple[str, ...]]) -> None:
    assert shape(html) == runs
    assert RichText(html).text == "".join(text for text, *_ in runs)


@pytest.mark.parametrize(
    ("html", "kind", "values"),
    [
        ("<strong>x</strong>", marks.Bold, {}),
        ("<b>x</b>", marks.Bold, {"tag": "b"}),
        ("<em>x</em>", marks.Italic, {}),
        ("<i class='a b'>x</i>", marks.Italic, {"classes": ["a", "b"]}),
        (
            '<a href="/a?b&amp;c" target="_blank" rel="nofollow" data-type="post" data-id="7">x</a>',
            marks.Link,
            {"url": "/a?b&c", "target": "_blank", "rel": "nofollow", "type": "post", "id": 7},
        ),
        ("<a data-id='x'>x</a>", marks.Link, {"url": None, "target": None, "rel": None, "type": None, "id": None}),
        (f"<a data-id='{'9' * 9_000}'>x</a>", marks.Link, {"id": None}),
        ("<code>x</code>", marks.Code, {}),
        ("<kbd>x</kbd>", marks.Keyboard, {}),
        ("<sub>x</sub>", marks.Subscript, {}),
        ("<sup>x</sup>", marks.Superscript, {}),
        ("<sup class='fn'>x</sup>", marks.Superscript, {}),
        ("<s>x</s>", marks.Strikethrough, {}),
        ("<del>x</del>", marks.Strikethrough, {}),
        ("<span style='color:red; Text-Decoration : underline'>x</span>", marks.Underline, {}),
        ("<u>x</u>", marks.Underline, {}),
        ("<bdo lang='ar' dir='rtl'>x</bdo>", marks.Language, {"lang": "ar", "dir": "rtl"}),
        (
            '<mark style="background-color:rgba(0, 0, 0, 0);color:#f00" class="has-inline-color">x</mark>',
            marks.Highlight,
            {"color": "#f00", "background_color": None, "color_slug": None, "background_color_slug": None},
        ),
        (
            '<mark style="background-color:#ff0" class="has-inline-color has-vivid-red-color has-a-b-background-color">x</mark>',
            marks.Highlight,
            {"color": None, "background_color": "#ff0", "color_slug": "vivid-red", "background_color_slug": "a-b"},
        ),
        ('<span class="has-inline-color has-cyan-color">x</span>', marks.Highlight, {"color_slug": "cyan"}),
        ('<a class="has-inline-color" href="u">x</a>', marks.Link, {"url": "u"}),
        ('<span class="fn">Ann</span>', marks.Unknown, {"tag": "span", "classes": ["fn"]}),
        (
            '<img class="wp-image-7 x" style="width: 150px;" src="a.jpg" alt="A">',
            marks.Image,
            {"url": "a.jpg", "alt": "A", "width": 150, "id": 7},
        ),
        ("<img width='9'>", marks.Image, {"url": None, "alt": "", "width": 9, "id": None}),
        ("<img style='width:50%'>", marks.Image, {"width": None}),
        ("<br>", marks.LineBreak, {}),
        (NOTE, marks.FootnoteReference, {"id": "8-4", "html": '<a href="#8-4" id="8-4-link">1</a>'}),
        ("<math data-latex='x^2'><mi>x</mi></math>", marks.Math, {"latex": "x^2", "html": "<mi>x</mi>"}),
        ("<math>x", marks.Math, {"latex": None, "html": "x"}),
        ("<!--more-->", marks.Comment, {"html": "more", "attributes": ()}),
        ("<!-- a --!>", marks.Comment, {"html": " a "}),
        ("<!-->", marks.Comment, {"html": ""}),
        ("<?php x ?>", marks.Comment, {"html": "?php x ?"}),
        ("</ x>", marks.Comment, {"html": " x"}),
        ("<!-- x", marks.Comment, {"html": " x"}),
        ("<abbr title='&lt;' hidden>x</abbr>", marks.Unknown, {"attributes": (("title", "<"), ("hidden", ""))}),
    ],
)
def test_a_mark_says_what_it_is(html: str, kind: type[Mark], values: dict[str, Any]) -> None:
    (run,) = RichText(html).runs
    mark = run.replacement or run.marks[0]
    assert type(mark) is kind
    assert {name: getattr(mark, name) for name in values} == values


def test_marks_are_values_and_can_be_matched() -> None:
    bold, other = (run.marks[0] for run in RichText("<b>x</b><b>y</b>").runs)
    assert bold == other
    assert bold is not other
    assert len({bold, other, marks.Bold(), marks.Italic("b")}) == 3
    match RichText('<a href="u">x</a>').runs:
        case (Run(text="x", marks=(marks.Link(url="u"),)),):
            pass
        case other_runs:
            pytest.fail(repr(other_runs))


def test_links() -> None:
    text = RichText(
        f'<b>See <a href="/1" rel="nofollow"><i>the</b> first</i></a>, <a id="no">x</a>{NOTE}'
        '<a href="/2" target="_blank">second<a href="">'
    )
    assert [(link.url, link.text, link.rel, link.target) for link in text.links] == [
        ("/1", "the first", "nofollow", None),
        ("/2", "second", None, "_blank"),
        ("", "", None, None),
    ]
    assert text.links[0].content == "<i>the</b> first</i>"
    assert text.links[1].mark == marks.Link.of({"href": "/2", "target": "_blank"})


def test_the_tree() -> None:
    bold, italic = marks.Bold(), marks.Italic()
    assert RichText("a<strong>b<em>c</em>d<br></strong><em></em><!--x-->").tree == (
        "a",
        Inline(bold, ("b", Inline(italic, ("c",)), "d", Inline(marks.LineBreak(), ("\n",)))),
        Inline(italic),
        Inline(marks.Comment(html="x")),
    )


def texts_in(tree: tuple[str | Inline, ...]) -> Iterator[str]:
    for one in tree:
        if isinstance(one, str):
            yield one
        else:
            yield from texts_in(one.content)


PIECES = st.sampled_from(
    [
        "<b>",
        "</b>",
        "<i class=x>",
        "</i>",
        "<a href='/'>",
        "</a>",
        "<kbd>",
        "</kbd>",
        "<br>",
        "</br>",
        "<img alt=x>",
        "<!--",
        "-->",
        "<sup class=fn data-fn=1>",
        "</sup>",
        "<math>",
        "</math>",
        "<mi/>",
        "<script>",
        "</script>",
        "<textarea>",
        "</textarea>",
        "<",
        ">",
        "&",
        "&amp;",
        "&lt",
        "\x00",
        "\r\n",
        "\xa0",
        "￼",
        "x",
        "<p>",
        "</p>",
        "<?",
        "'",
        '"',
        "<x y='",
        "<wbr>",
        "<mark>",
        "<span>",
        "</span>",
    ]
)


@given(st.lists(st.one_of(PIECES, st.text(max_size=3)), max_size=30).map("".join))
def test_whatever_it_holds_no_text_is_lost(html: str) -> None:
    text = RichText(html)
    assert "".join(run.text for run in text.runs) == text.text
    assert "".join(texts_in(text.tree)) == text.text
    assert [link.text for link in text.links] == [RichText(str(link.content)).text for link in text.links]


@given(st.lists(st.one_of(PIECES, st.text(max_size=3)), max_size=30).map("".join))
def test_what_the_runs_say_is_what_the_text_says(html: str) -> None:
    runs = RichText(html).runs
    written = RichText.of(*runs)
    assert written.runs == RichText.of(*written.runs).runs
    if "<script>" not in html:  # its text cannot say what ends it
        assert written.text == RichText(html).text


def well_nested() -> st.SearchStrategy[str]:
    """Rich text as the editor prints it."""
    plain = st.text(st.characters(exclude_characters="\r", exclude_categories=["Cs"]), max_size=6)
    leaf = st.one_of(
        plain.map(lambda text: text.replace("&", "&amp;").replace("<", "&lt;")),
        st.sampled_from(["<br>", '<img src="a.jpg" alt="&quot;&amp;&gt;">', NOTE, "<!--x-->", "<wbr>", "<em></em>"]),
    )
    opening = st.sampled_from(
        ["strong", "em", "kbd", "sub", "span", "x-y", "s", "code", 'mark class="a"', 'abbr title=""']
    )
    return st.recursive(
        leaf,
        lambda inner: st.builds(
            lambda tag, content: f"<{tag}>{''.join(content)}</{tag.split()[0]}>",
            opening,
            st.lists(inner, min_size=1, max_size=3),
        ),
        max_leaves=8,
    )


@given(st.lists(well_nested(), max_size=4).map("".join))
def test_the_runs_of_what_the_editor_prints_give_the_same_bytes(html: str) -> None:
    assert RichText.of(*RichText(html).runs) == html


@given(st.text())
def test_a_plain_text_comes_back(text: str) -> None:
    assert RichText.of_text(text).text == text


def test_building() -> None:
    assert RichText.of_text('1 < 2 > "0" & &amp;\nx') == '1 &lt; 2 > "0" &amp; &amp;amp;<br>x'
    link = marks.Link.of({"href": 'https://example.com/?a=1&b="2">', "rel": "nofollow"})
    text = RichText.of("<See> ", Run("this", (link,)), Run(" one", (link, marks.Bold())), RichText("<i>!</i>\n"), "\n")
    assert text == (
        '&lt;See> <a href="https://example.com/?a=1&amp;b=&quot;2&quot;&gt;" rel="nofollow">this<strong> one</strong></a>'
        "<i>!</i>\n<br>"
    )
    assert text.links[0].url == 'https://example.com/?a=1&b="2">'
    note = marks.FootnoteReference.of({"data-fn": "u", "class": "fn"})
    assert RichText.of(Run("1", replacement=note)) == '<sup data-fn="u" class="fn">1</sup>'
    assert RichText.of(Run("</script>", (marks.Unknown("script"),))) == "<script>&lt;/script></script>"
    assert RichText.of() == ""


@pytest.mark.parametrize(
    "mark", [marks.Unknown("a b"), marks.Unknown(""), marks.Bold.of({"on>": ""}), marks.Bold.of({"a=": "b"})]
)
def test_a_mark_that_no_html_can_hold_is_refused(mark: Mark) -> None:
    with pytest.raises(blocks.BlocksError, match="cannot be written: give names that HTML can hold"):
        RichText.of(Run("x", (mark,)))


@pytest.mark.parametrize("html", [">x", "->x", "a-->b", "a--!>b"])
def test_a_comment_that_would_end_too_early_is_refused(html: str) -> None:
    with pytest.raises(blocks.BlocksError, match="a comment's text cannot hold what ends it"):
        RichText.of(Run(replacement=marks.Comment(html=html)))


def test_what_is_no_piece_is_refused() -> None:
    with pytest.raises(TypeError, match="7 is no piece of rich text: give plain texts, RichText or Run"):
        RichText.of("x", 7)  # type: ignore[arg-type]


def test_a_rich_text_is_copied_and_pickled_whether_it_was_read_or_not() -> None:
    text = RichText("<b>x</b>")
    for _ in range(2):
        for other in (pickle.loads(pickle.dumps(text)), copy.copy(text), copy.deepcopy(text)):
            assert other == text
            assert other.runs == text.runs
    assert text.runs is text.runs


def test_it_is_no_string_where_a_string_could_mean_two_things() -> None:
    with pytest.raises(TypeError):
        len(RichText("x"))  # type: ignore[arg-type]
    with pytest.raises(TypeError):
        "x" in RichText("x")  # type: ignore[operator]  # noqa: B015


HOSTILE: dict[str, Callable[[int], str]] = {
    "nested tags": lambda n: "<b>x" * n,
    "nested tags that end": lambda n: "<i>x" * n + "</i>y" * n,
    "nested tags of their own": lambda n: (
        "".join(f"<t{i}>x" for i in range(n)) + "".join(f"</t{i}>y" for i in range(n))
    ),
    "end tags without a start": lambda n: "<b><i>" * (n // 2) + "</u>x" * n,
    "misnested": lambda n: "<b>" * n + "<i>" * n + "</b>x" * n,
    "links": lambda n: "<a href=x>y" * n,
    "footnotes without an end": lambda n: "<sup class=fn data-fn=1>x" * n,
    "formulas without an end": lambda n: "<math>x</i>" * n,
    "comments": lambda n: "x<!-->" * n,
    "comments without an end": lambda n: "x<!--" * n,
    "opened again": lambda n: "<kbd><b>" * 30 + "<span><i>x</span>" * n,
    "attributes": lambda n: "<b " + " ".join(f"a{i}='<'" for i in range(n)) + ">x",
}


@pytest.mark.parametrize("make", HOSTILE.values(), ids=HOSTILE)
def test_time_is_linear(make: Callable[[int], str]) -> None:
    def prepare(size: int) -> Callable[[], object]:
        html = make(size)

        def ask() -> None:
            text = RichText(html)
            text.links  # noqa: B018
            text.tree  # noqa: B018
            RichText.of(*text.runs)

        return ask

    assert_in_step(prepare, 10_000)


@pytest.mark.parametrize("make", HOSTILE.values(), ids=HOSTILE)
def test_ten_thousand_of_anything_are_a_value(make: Callable[[int], str]) -> None:
    text = RichText(make(10_000))
    assert "".join(run.text for run in text.runs) == text.text == "".join(texts_in(text.tree))
    assert max(len(run.marks) for run in text.runs) <= DEEPEST
    assert len(repr(text.tree)) > 0
    assert hash(text.tree) == hash(RichText(text.html).tree)


def test_after_too_deep_tags_have_ended_marks_are_told_again() -> None:
    html = "<b>" * (DEEPEST + 9) + "x" + "</b>" * (DEEPEST + 9) + "<i>y</i>"
    assert shape(html)[-1] == ("y", "i")
    html = "<kbd>" + "<span>" * (DEEPEST - 1) + "<i></kbd><i>x</i>y"
    assert shape(html)[-2:] == [("x", "i"), ("y",)]


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ("<b></b>x<i class></i>", '<b></b>x<i class=""></i>'),
        ('<i title="<\t\n>">x</i>', '<i title="<\t\n>">x</i>'),
        ('<i title="<">x</i>', '<i title="<">x</i>'),
        ('<i x<y="1"></i><b></b>', '<i x<y="1"></i><b></b>'),
        ("<style>a&b</style>c&d", "<style>a&b</style>c&amp;d"),
        ("<!-- & \xa0 -->\xa0", "<!-- & \xa0 -->&nbsp;"),
        ("a<wbr>b<br>c<embed>d", "a<wbr>b<br>c<embed>d"),
        ("<a<b>x</a<b><br>", "<a<b>x</a<b><br>"),
        ("<b><i>1</i>2<s>3<u>4</u></s>5</b>6", "<b><i>1</i>2<s>3<u>4</u></s>5</b>6"),
        ('<img alt="&quot;/>" src="a/">/><hr/>', '<img alt="&quot;/>" src="a/">/&gt;<hr>'),
        ('<img src="a/"><b>x</b><i></i>', '<img src="a/"><b>x</b><i></i>'),
        ("<b>&lt;</b><wbr><i><u></u></i>", "<b>&lt;</b><wbr><i><u></u></i>"),
        ("\x01<b>\x7f</b>", "\x01<b>\x7f</b>"),
    ],
)
def test_an_element_is_written_as_browsers_write_it(html: str, expected: str) -> None:
    found = Fragment(f"<section>{html}</section>").first("section")
    assert found is not None
    assert found.rich_text.html == expected


def test_rich_texts_of_wordpress_say_the_same_when_written_again() -> None:
    found: set[str] = set()

    def collect(value: object) -> None:
        if isinstance(value, list):
            for one in value:
                collect(one)
        elif isinstance(value, dict):
            found.update(value[name] for name in ("content", "caption", "citation") if isinstance(value.get(name), str))
            for one in value.values():
                collect(one)

    for path in corpus.shared("conformance", "posts").rglob("*.editor.json"):
        collect(json.loads(path.read_text(encoding="utf-8")))
    assert len(found) > 100
    for html in found:
        text = RichText(html)
        assert "".join(run.text for run in text.runs) == text.text
        assert RichText.of(*text.runs).runs == text.runs


@pytest.mark.parametrize("html", [None, 5, b"x", ["x"]])
def test_rich_text_is_made_of_html(html: object) -> None:
    with pytest.raises(TypeError, match="rich text is made of HTML as str, not "):
        RichText(html)  # type: ignore[arg-type]
