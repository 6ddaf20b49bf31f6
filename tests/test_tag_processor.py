"""WordPress's tag processor: what it stands on, and what its edits make of the text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from blocks.fragment.tag_processor import TagProcessor


def on(html: str, tag: str | None = None) -> TagProcessor:
    processor = TagProcessor(html)
    assert processor.next_tag(tag)
    return processor


def test_new_attributes_stand_sorted_behind_the_name() -> None:
    processor = on('<p id="x">one</p>')
    processor.set_attribute("title", "t")
    processor.set_attribute("data-a", "1")
    processor.add_class("c")
    assert processor.get_updated_html() == '<p class="c" data-a="1" title="t" id="x">one</p>'


def test_changed_attributes_stay_where_they_are_and_removed_ones_leave_their_blank() -> None:
    processor = on("<img src=a.png ALT='x' width=3>")
    processor.set_attribute("alt", "y")
    processor.remove_attribute("width")
    assert processor.get_updated_html() == '<img src=a.png alt="y" >'


def test_edits_made_into_text_are_sorted_no_more() -> None:
    processor = on("<p>")
    processor.set_attribute("b", "1")
    assert processor.get_updated_html() == '<p b="1">'
    processor.set_attribute("c", "2")
    assert processor.get_updated_html() == '<p c="2" b="1">'


def test_all_attributes_of_a_name_are_removed_and_the_first_one_counts() -> None:
    processor = on('<p id="1" id="2" ID=3>')
    assert processor.get_attribute("Id") == "1"
    assert processor.remove_attribute("id")
    assert processor.get_updated_html() == "<p   >"


@pytest.mark.parametrize(
    ("before", "added", "removed", "after"),
    [
        ('<p class="  a \n b  ">', ["c"], [], '<p class="a \n b c">'),
        ('<p class="a b a">', ["b"], [], '<p class="a b a">'),
        ('<p class="a b a">', ["c"], [], '<p class="a b c">'),
        ('<p class="a">', [], ["a"], "<p >"),
        ('<p class="a b">', ["c"], ["a"], '<p class="b c">'),
        ("<p class>", ["a"], [], '<p class="a">'),
        ('<p class="a&amp;b">', ["c"], [], '<p class="a&amp;b c">'),
        # PHP takes such a name for a number, which is not the text that stands there.
        ('<p class="7">', ["7"], [], '<p class="7 7">'),
        ('<p class="7">', [], ["7"], '<p class="7">'),
    ],
)
def test_classes(before: str, added: list[str], removed: list[str], after: str) -> None:
    processor = on(before)
    for name in added:
        processor.add_class(name)
    for name in removed:
        processor.remove_class(name)
    assert processor.get_updated_html() == after


def test_values_are_escaped_and_urls_cleaned() -> None:
    processor = on("<a>")
    processor.set_attribute("title", "<&amp;\"'>")
    processor.set_attribute("href", "/a b?x=1&y=2")
    assert not processor.set_attribute("src", "javascript:alert(1)")
    assert processor.get_updated_html() == '<a href="/a%20b?x=1&#038;y=2" title="&lt;&amp;amp;&quot;&apos;&gt;">'


@pytest.mark.parametrize("name", ["", "a b", "a=", 'a"', "a>", "a\n", "a\ufdd0", "\uffff"])
def test_names_that_are_none_are_refused(name: str) -> None:
    processor = on("<p>")
    assert not processor.set_attribute(name, "x")
    assert processor.get_updated_html() == "<p>"


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("a=&copy=1", "&copy=1"),
        ("a=&copy;1", "©1"),
        ("a='&copyx &amp &lt'", "&copyx & <"),
        ("a='&#x41;&#66&#0;&#x110000;&#128;'", "AB\ufffd\ufffd€"),
        ("a=&notit;", "&notit;"),
        ("a", True),
        ("a=", ""),
        ("b", None),
    ],
)
def test_values_are_decoded(written: str, value: str | bool | None) -> None:
    assert on(f"<p {written}>").get_attribute("a") == value


def test_values_set_are_read_back_before_the_text_is_made() -> None:
    processor = on('<p class="a" hidden>')
    processor.set_attribute("title", "<")
    processor.add_class("b")
    processor.set_attribute("hidden", False)
    processor.set_attribute("open", True)
    values = [processor.get_attribute(name) for name in ("title", "class", "hidden", "open")]
    assert values == ["<", "a b", None, True]
    assert processor.get_updated_html() == '<p open title="&lt;" class="a b" >'


@pytest.mark.parametrize(
    ("html", "tokens"),
    [
        ("a<b>c</b >", ["#text", "B", "#text", "B"]),
        ("1 < 2 <3", ["#text"]),
        ("<!-- a --><!--><!----!><!x><?y?></ z></><!DOCTYPE html>", ["#comment"] * 5 + ["#funky-comment", "#presumptuous-tag", "html"]),
        ("<script><p></script><i>", ["SCRIPT", "I"]),
        ("<script><!--<script></script>--></script x><i>", ["SCRIPT", "I"]),
        ("<script><</script><i>", []),
        ("<title></titles></TITLE ><textarea></textarea\f></textarea>", ["TITLE", "TEXTAREA"]),
        ("<p><b", ["P"]),
        ("<p a='>", []),
        ("<p>x<!-- ", ["P", "#text"]),
        ("</p x='>'>", ["P"]),
    ],
)  # fmt: skip
def test_tokens(html: str, tokens: list[str]) -> None:
    processor = TagProcessor(html)
    names = []
    while processor.next_token():
        names.append(processor.get_token_name())
    assert names == tokens


def test_tags_are_found_by_name_and_class_and_end_tags_when_asked_for() -> None:
    html = '<div></div><P class="a"></P><p class="a b"></p>'
    processor = TagProcessor(html)
    assert processor.next_tag("p", class_name="b")
    assert processor.get_attribute("class") == "a b"
    assert not processor.next_tag()
    processor = TagProcessor(html)
    assert processor.next_tag(tag_closers=True)
    assert not processor.is_tag_closer()
    assert processor.next_tag(tag_closers=True)
    assert processor.is_tag_closer()
    assert not processor.add_class("x")


def test_bookmarks_move_with_the_edits_before_them() -> None:
    processor = on('<p a="1"><b></b></p>')
    processor.set_bookmark("start")
    assert processor.next_tag("b")
    processor.set_bookmark("inside")
    processor.seek("start")
    processor.set_attribute("a", "a longer value")
    processor.add_class("x")
    assert processor.seek("inside")
    assert processor.get_tag() == "B"
    processor.add_class("y")
    assert processor.get_updated_html() == '<p class="x" a="a longer value"><b class="y"></b></p>'
    assert processor.release_bookmark("inside")
    assert not processor.seek("inside")


@pytest.mark.parametrize(
    ("html", "text", "after"),
    [
        ("<i>x</i>", "<&", "<i>&lt;&amp;</i>"),
        ("<!-- x -->", "y", "<!--y-->"),
        ("<!-- x -->", "-->", None),
        ("<style>x</style>", "</style>", "<style>\\3c\\2fstyle></style>"),
        ("<script>x</script>", "<script>", None),
        ("<title>x</title>", "</title>&", "<title>&lt;/title>&</title>"),
    ],
)
def test_texts_are_replaced(html: str, text: str, after: str | None) -> None:
    processor = TagProcessor(html)
    assert processor.next_token()
    if processor.get_token_name() == "I":
        processor.next_token()
    assert processor.set_modifiable_text(text) == (after is not None)
    assert processor.get_updated_html() == (html if after is None else after)


MARKUP = st.lists(
    st.sampled_from(
        [
            "<p>",
            "</p>",
            '<a class="b c" id=x>',
            "<",
            ">",
            "<!--",
            "-->",
            "<script>",
            "</script>",
            " x",
            "é",
            "</",
            "&lt",
        ]
    )
).map("".join)


@given(MARKUP)
def test_without_edits_the_text_is_the_same(html: str) -> None:
    processor = TagProcessor(html)
    while processor.next_token():
        pass
    assert processor.get_updated_html() == html


@given(MARKUP)
def test_a_class_that_is_added_and_removed_again_leaves_the_text_but_for_an_attribute(html: str) -> None:
    processor = TagProcessor(html)
    while processor.next_tag():
        processor.add_class("zz")
        assert processor.has_class("zz")
    there = TagProcessor(processor.get_updated_html())
    while there.next_tag():
        assert there.has_class("zz")
        there.remove_class("zz")
    assert there.get_updated_html().replace("<p >", "<p>").replace("<script >", "<script>") == html


@pytest.mark.parametrize(
    "html",
    ["<" * 200_000, "<p " * 70_000, "<a " + "= " * 100_000, "</script " * 30_000, "<script>" + "<!--<script " * 20_000,
     "<!--" * 50_000, "<p a=\"" * 30_000, "<title>" + "</title " * 30_000, "<![CDATA[" * 30_000, "<p>" * 60_000],
)  # fmt: skip
def test_hostile_text_takes_time_in_step_with_its_length(html: str) -> None:
    processor = TagProcessor(html)
    while processor.next_token():
        if processor.get_tag() == "P":
            processor.add_class("x")
    assert len(processor.get_updated_html()) >= len(html)
