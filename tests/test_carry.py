"""A change of saved markup, laid over markup that is spelled otherwise."""

from __future__ import annotations

import pytest

from blocks.fragment import tokens
from blocks.fragment.carry import NO_ATTRIBUTE, attribute_edits, carried_over
from blocks.fragment.tokens import edited

OLD = '<p class="a b" style="color:red">One &amp; two</p>'

CASES = [
    pytest.param(OLD, OLD.replace("One", "1"), OLD.replace("One", "1"), id="spelled-alike"),
    pytest.param(f"\n {OLD}\n\n", OLD.replace("One", "1"), f"\n {OLD}\n\n".replace("One", "1"), id="blanks-around"),
    pytest.param(
        "<p style='color: red;' class='b a'>One & two</p>",
        '<p class="a b" style="color:red">Three</p>',
        "<p style='color: red;' class='b a'>Three</p>",
        id="content-alone",
    ),
    pytest.param(
        "<p style='color: red;' class='b a'>One & two</p>",
        '<p class="a b" style="color:blue">One &amp; two</p>',
        "<p style=\"color:blue\" class='b a'>One & two</p>",
        id="attribute-alone",
    ),
    pytest.param(
        "<P style='color: red;'\n  class='b a'>One & two</P>",
        '<h2 class="a b" style="color:red">One &amp; two</h2>',
        "<h2 style='color: red;'\n  class='b a'>One & two</h2>",
        id="name-alone",
    ),
    pytest.param(
        "<p style='color: red;' class='b a'>One & two</p>",
        '<p class="a b">One &amp; two</p>',
        "<p class='b a'>One & two</p>",
        id="attribute-away",
    ),
    pytest.param(
        "<p style='color: red;' class='b a'>One & two</p>",
        '<p class="a b" style="color:red" id="x&quot;y">One &amp; two</p>',
        "<p style='color: red;' class='b a' id=\"x&quot;y\">One & two</p>",
        id="attribute-added",
    ),
    pytest.param(
        "<p style='color: red;' class='b a'>One & two</p>",
        '<p class="a b" style="color:red">One &amp; two <b>three</b></p>',
        "<p style='color: red;' class='b a'>One &amp; two <b>three</b></p>",
        id="elements-added",
    ),
    pytest.param("<div>else</div>", '<p class="x">y</p>', '<p class="x">y</p>', id="cannot-be-laid-over"),
    pytest.param("", "<p>y</p>", "<p>y</p>", id="from-nothing"),
]


@pytest.mark.parametrize(("original", "new", "expected"), CASES)
def test_a_change_is_carried_over(original: str, new: str, expected: str) -> None:
    assert carried_over(original, OLD, new) == expected


def test_what_stands_between_two_changes_stays() -> None:
    original = "<figure ><img alt='a' src=a.jpg ><b >kept</b ><i>old</i></figure>"
    old = '<figure><img src="a.jpg" alt="a"/><b>kept</b><i>old</i></figure>'
    new = '<figure><a href="h"><img src="a.jpg" alt="a"/></a><b>kept</b><i>new</i></figure>'
    expected = "<figure ><a href=\"h\"><img alt='a' src=a.jpg ></a><b >kept</b ><i>new</i></figure>"
    assert carried_over(original, old, new) == expected


TAGS = [
    pytest.param('<a href="x"title="y">', {"href": NO_ATTRIBUTE}, '<a title="y">', id="no-blank-between"),
    pytest.param("<img src=a.jpg/>", {"alt": "b"}, '<img src=a.jpg/ alt="b">', id="slash-in-a-bare-value"),
    pytest.param("<img src='a'  />", {"alt": "b"}, "<img src='a' alt=\"b\"  />", id="slash"),
    pytest.param("<video controls>", {"controls": NO_ATTRIBUTE, "loop": None}, "<video loop>", id="flags"),
    pytest.param("<video controls>", {"controls": None}, "<video controls>", id="as-it-is"),
    pytest.param("<img alt=''>", {"alt": '<a & "b">'}, '<img alt="<a &amp; &quot;b&quot;&gt;">', id="escaped"),
]


@pytest.mark.parametrize(("tag", "wanted", "expected"), TAGS)
def test_attributes_are_edited_one_by_one(tag: str, wanted: dict[str, object], expected: str) -> None:
    token = next(tokens(tag))
    assert edited(tag, attribute_edits(tag, token, wanted)) == expected
