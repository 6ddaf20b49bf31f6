"""Forms of blocks that act on the page, over any HTML: what they make passes the validator."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import partial

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from blocks.fragment import tokens
from blocks.render.amp.stylesheet.used import of_tag
from tests.amp.formed import AROUND, formed, formed_page
from tests.amp.hostile import SOUP
from tests.amp.validator import Page, Validator, missing
from tests.timing import assert_in_step

NAVIGATION = "<!-- wp:navigation /-->"
MARKUPS = (
    NAVIGATION,
    '<!-- wp:archives {"displayAsDropdown":true} /-->',
    '<!-- wp:categories {"displayAsDropdown":true} /-->',
    "<!-- wp:search /-->",
    "<!-- wp:loginout /-->",
)
TOGGLE = '<button class="wp-block-navigation-submenu__toggle" '
PIECES = st.sampled_from((
    f"{TOGGLE}>", f"{TOGGLE}aria-expanded=x on='tap:x'>", f"{TOGGLE}hidden disabled type=submit onclick=x>", "</button>",
    f"{TOGGLE}id=AMP style='a:b!important'>", '<button class="wp-block-navigation__responsive-container-open">',
    '<button class="wp-block-navigation__responsive-container-close" id=x>', "<button>",
    '<div class="wp-block-navigation__responsive-container" id="modal-1">', "</div>", "<p>", "</p>", "<li>", "</ul>",
    '<div class="wp-block-navigation__responsive-container" id="modal-1\n">', "<a href=x>", "</a>", "<svg>", "</svg>",
    "<select name=a required onchange=x>", "<select multiple form=y id=AMP>", "<option value='a'>", "<option>", "</select>",
    "<option selected value=-1 onclick=x>", "<optgroup label=x>", "<optgroup>", "</optgroup>", "<script>x</script>",
    "<form method=post id=loginform action='javascript:x'>", "<form method=POST id=loginform action='http://e.org/a?b=c'>",
    "<form class=post-password-form method=post>", "<input type=hidden name=redirect_to value='blob:x'>", "</form>",
    "<input type=hidden name=redirect_to value='/a'>", "<input type=submit value='<b>&amp;' class='i-amphtml-x'>",
    '<form class="wp-block-search__searchfield-hidden">', '<input class="wp-block-search__input" tabindex=-1 type=file>',
    '<button class="wp-block-search__button" aria-expanded=x>', "<table>", "<tr><td>", "</table>", "x", "<textarea>",
))  # fmt: skip
ACTION = re.compile(
    r"tap:AMP\.setState\(\{(submenu\d+): !\1\}\)|change:AMP\.navigateTo\(url=event\.value\)"
    r"|tap:(modal-\d+)\.toggleClass\(class='is-menu-open',force=(?:true|false)\),\2-(?:close|open)\.focus"
)
INSIDE = st.lists(st.one_of(PIECES, PIECES, SOUP), max_size=4).map("".join)
ATTRIBUTES = st.lists(
    st.sampled_from((
        "onclick=x", "on='tap:x'", "id=AMP", "style='a:b!important'", "type=submit", "disabled", "x-y=z", "form=y", "name=a",
        "hidden=x", "class=i-amphtml-x", "required", "multiple", "[text]=x", "aria-expanded=x", "tabindex=1", "nonce=x",
    )),
    max_size=3,
).map(" ".join)  # fmt: skip
WHOLE = st.one_of(
    st.builds("{}{}>{}</button>".format, st.just(TOGGLE), ATTRIBUTES, INSIDE),
    st.builds(
        '<button class="wp-block-navigation__responsive-container-open" {}>{}</button>'
        '<div class="wp-block-navigation__responsive-container" id="modal-1">{}</div>'.format,
        *(ATTRIBUTES, INSIDE, INSIDE),
    ),
    st.builds("<select {}>{}<option {} value='/a'>{}</select>".format, ATTRIBUTES, INSIDE, ATTRIBUTES, INSIDE),
    st.builds("<form id=loginform method=post action=/a {}>{}<p>{}</p></form>".format, ATTRIBUTES, INSIDE, INSIDE),
)
HTML = st.one_of(WHOLE, WHOLE, st.lists(st.one_of(PIECES, PIECES, SOUP, WHOLE), max_size=8).map("".join))


@pytest.fixture(scope="module")
def ask() -> Iterator[Validator]:
    if (lack := missing()) is not None:
        pytest.skip(lack)
    with Validator() as validator:
        yield validator


@settings(max_examples=400, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(markup=st.sampled_from(MARKUPS), html=HTML, within=st.sampled_from(AROUND))
@example(MARKUPS[0], "<p><select></p><select><option>a<optgroup label=x></select>", "{}")
@example(MARKUPS[0], "<table><td><select></td><td><select><optgroup label=x></table>", "{}")
def test_valid(ask: Validator, markup: str, html: str, within: str) -> None:
    made = Page(within, formed_page(markup, html, within))
    verdict = ask(made)
    assert verdict.passed, (verdict.errors[:2], made.html)


@settings(max_examples=200, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(markup=st.sampled_from(MARKUPS), html=HTML)
def test_nothing_acts_but_what_forms_say(markup: str, html: str) -> None:
    for token in tokens(formed(markup, html)):
        if token.kind == "start":
            for attribute in token.attributes:
                assert not attribute.name.startswith("on") or ACTION.fullmatch(attribute.value or ""), token
                assert attribute.name not in ("href", "action") or "javascript:" not in (attribute.value or ""), token


@pytest.mark.parametrize(
    "piece",
    [
        f"{TOGGLE}>",
        f"{TOGGLE}>x</button>",
        '<button class="wp-block-navigation__responsive-container-open">x</button>',
        '<div class="wp-block-navigation__responsive-container"><button class="wp-block-navigation__responsive-container-open">'
        "x</button></div>",
        f'<div class="wp-block-navigation__responsive-container" id="modal-1">{TOGGLE}',
    ],
)
def test_time_of_menus_is_linear(piece: str) -> None:
    assert_in_step(lambda count: partial(formed_anew, piece * count), 6000)


def formed_anew(html: str) -> None:
    of_tag.forget()  # how many tags are remembered would be measured else
    formed(NAVIGATION, html)
