"""Menus in AMP: what opens them, and what says that they are open; the validator over them."""

from __future__ import annotations

import re

import pytest

import blocks
from blocks import MemorySite, SitePost
from tests.amp.formed import AROUND, components, formed, formed_page
from tests.amp.validator import Page, missing, validated

LINK = '<!-- wp:navigation-link {"label":"In it","url":"/c"} /-->'
ITEMS = f'<!-- wp:navigation-submenu {{"label":"More","url":"/b"}} -->{LINK}<!-- /wp:navigation-submenu -->'
SITE = MemorySite(
    posts=[SitePost(id=1, type="page", title="Up"), SitePost(id=2, type="page", title="Down", parent=1)],
    options={"home": "https://example.test"},
)


def menu(attributes: str = "{}", items: str = ITEMS) -> str:
    return f"<!-- wp:navigation {attributes} -->{items}<!-- /wp:navigation -->"


def amp(markup: str, **options: object) -> str:
    return blocks.render(markup, "amp", site=SITE, fragment=True, **options)


def buttons(html: str) -> list[str]:
    return re.findall(r"<button[^>]*>", html)


def test_button_opens_a_submenu_and_says_so() -> None:
    (button,) = buttons(amp(menu('{"overlayMenu":"never"}')))
    assert 'aria-expanded="false"' in button
    assert '[aria-expanded]="submenu1 ? &#x27;true&#x27; : &#x27;false&#x27;"' in button
    assert 'on="tap:AMP.setState({submenu1: !submenu1})"' in button
    assert 'type="button"' in button
    assert 'aria-label="More submenu"' in button


def test_each_submenu_has_its_own_state() -> None:
    html = amp(menu('{"overlayMenu":"never"}', ITEMS * 2) + menu('{"overlayMenu":"never","openSubmenusOnClick":true}'))
    assert re.findall(r"setState\(\{(\w+): !\1\}\)", html) == ["submenu1", "submenu2", "submenu3"]
    assert "More</span>" in html[html.rindex("<button") :]  # the label is what opens


def test_pages_of_the_site() -> None:
    html = amp(menu('{"overlayMenu":"never","openSubmenusOnClick":true}', "<!-- wp:page-list /-->"))
    assert "setState({submenu1" in html
    assert html.index("<button") < html.index("Up") < html.index("Down")


def test_menu_opens_over_the_page() -> None:
    html = amp(menu("{}", LINK))
    opens, closes = buttons(html)
    (overlay,) = re.findall(r'<div class="wp-block-navigation__responsive-container[ "][^>]*id="([^"]+)"', html)
    assert f'on="tap:{overlay}.toggleClass(class=&#x27;is-menu-open&#x27;,force=true),{overlay}-close.focus"' in opens
    assert f'on="tap:{overlay}.toggleClass(class=&#x27;is-menu-open&#x27;,force=false),{overlay}-open.focus"' in closes
    assert f'id="{overlay}-open"' in opens
    assert f'aria-controls="{overlay}"' in opens
    assert "aria-haspopup" not in opens
    assert f'id="{overlay}-close"' in closes
    assert 'aria-label="Close menu"' in closes


def test_menu_needs_no_component_where_nothing_has_a_state() -> None:
    assert components(formed_page(menu(), _drawn(menu("{}", LINK)))) == set()
    assert components(formed_page(menu(), _drawn(menu("{}")))) == {"amp-bind"}


def test_words_stay() -> None:
    markup = menu("{}", ITEMS + '<!-- wp:home-link {"label":"Home"} /--><!-- wp:search {"label":"Find"} /-->')
    words = [re.sub(r"<[^>]*>", " ", html).split() for html in (amp(markup), _drawn(markup))]
    assert words[0] == words[1]
    assert "More" in words[0]


def test_nothing_is_reported() -> None:
    assert blocks.convert(menu("{}"), "amp", site=SITE).problems == ()


def test_other_buttons_stay_as_they_are() -> None:
    html = '<nav><button class="mine">x</button><button class="wp-block-navigation-submenu__toggle">unclosed'
    assert "on=" not in formed(menu(), html)
    assert components(formed_page(menu(), html)) == set()


def test_ids_that_cannot_stand_in_an_action() -> None:
    html = _drawn(menu("{}", LINK)).replace("modal-1", "modal-1.x,AMP")
    made = formed(menu(), html)
    assert "on=" not in made
    assert "Open menu" in made


def _drawn(markup: str) -> str:
    return blocks.render(markup, "html", site=SITE)


@pytest.mark.skipif(missing() is not None, reason=str(missing()))
def test_valid_wherever_it_stands() -> None:
    drawn = [_drawn(menu(attributes)) for attributes in ("{}", '{"openSubmenusOnClick":true,"hasIcon":false}')]
    pages = [Page(within, formed_page(menu(), html, within)) for within in AROUND for html in drawn]
    assert [(one.page.name, one.errors) for one in validated(pages) if not one.passed] == []


def test_icons_of_social_links_lose_nothing() -> None:
    icons = '<!-- wp:social-link {"service":"x","url":"https://x.com/a"} /-->'
    result = blocks.convert(f"<!-- wp:social-links --><ul>{icons}</ul><!-- /wp:social-links -->", "amp", site=SITE)
    assert "<svg" in result.output
    assert result.problems == ()
