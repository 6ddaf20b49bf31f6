"""The form of the search, links to profiles, avatars, and the link to log in."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

import pytest

import blocks
from blocks.render.html.blocks.social import services
from blocks.site import MemorySite, RenderContext, SitePost, User

NOW = datetime(2026, 2, 15, 12, tzinfo=UTC)
USERS = [User(id=1, display_name="Ann & Co", email="ann@example.test"), User(id=2, display_name="Ben")]


def html(markup: str, **request: Any) -> str:
    site = MemorySite(
        options={"home": "http://example.test"},
        users=USERS,
        posts=[SitePost(id=5, author=1)],
    )
    return blocks.convert(markup, to="html", site=site, request=RenderContext(now=NOW, **request)).output


# ---------------------------------------------------------------------------------------------------------- search


def test_search() -> None:
    assert html('<!-- wp:search {"placeholder":"It\'s \\u0022it\\u0022"} /-->', query={"s": 'a"b'}) == (
        '<form role="search" method="get" action="http://example.test/" class="wp-block-search__button-outside '
        'wp-block-search__text-button wp-block-search"    ><label class="wp-block-search__label" for="wp-block-search__'
        'input-1" >Search</label><div class="wp-block-search__inside-wrapper" ><input class="wp-block-search__input" '
        'id="wp-block-search__input-1" placeholder="It&apos;s &quot;it&quot;" value="a&amp;quot;b" type="search" name="s" '
        'required /><button aria-label="Search" class="wp-block-search__button wp-element-button" type="submit" >Search'
        "</button></div></form>"
    )


@pytest.mark.parametrize(
    ("attributes", "part"),
    [
        ('{"showLabel":false,"label":"L"}', '<label class="wp-block-search__label screen-reader-text"'),
        ('{"label":"","fontSize":"small"}', '<label class="wp-block-search__label screen-reader-text"'),
        (
            '{"label":"\\u003cb\\u003eL","fontSize":"small"}',
            '<label class="wp-block-search__label has-small-font-size"',
        ),
        ('{"buttonText":"\\u003ci\\u003eGo\\u003c/i\\u003e"}', '<button aria-label="Go" class'),
        ('{"buttonText":"\\u003ci\\u003eGo\\u003c/i\\u003e"}', "><i>Go</i></button>"),
        ('{"buttonUseIcon":true}', "wp-block-search__button has-icon wp-element-button"),
        ('{"query":{"post_type":"page"}}', '<input type="hidden" name="post_type" value="page" />'),
        ('{"query":["a"]}', '<input type="hidden" name="0" value="a" />'),
        ('{"width":50.7,"widthUnit":"%"}', '<div class="wp-block-search__inside-wrapper"  style="width: 50%">'),
        (
            '{"textColor":"base","gradient":"g"}',
            "has-text-color has-base-color has-background has-g-gradient-background",
        ),
        ('{"borderColor":"base"}', '<input class="wp-block-search__input has-border-color has-base-border-color"'),
        (
            '{"buttonPosition":"button-inside","borderColor":"base"}',
            '<div class="wp-block-search__inside-wrapper has-border-color has-base-border-color"',
        ),
        (
            '{"buttonPosition":"button-inside","style":{"border":{"radius":"5px","width":"2px"}}}',
            'style="border-width: 2px;border-radius: calc(5px + 4px)"',
        ),
        (
            '{"style":{"border":{"radius":{"topLeft":"3px"},"top":{"color":"var:preset|color|base"}}}}',
            'style="border-top-color: var(--wp--preset--color--base);border-top-left-radius: 3px"',
        ),
        (
            '{"style":{"typography":{"textDecoration":"underline"}}}',
            'style="text-decoration: underline">Search</label>',
        ),
    ],
)
def test_parts_of_a_search(attributes: str, part: str) -> None:
    assert part in html(f"<!-- wp:search {attributes} /-->")


def test_search_without_a_button() -> None:
    assert "<button" not in html('<!-- wp:search {"buttonPosition":"no-button"} /-->')


def test_search_that_opens() -> None:
    drawn = html('<!-- wp:search {"buttonPosition":"button-only"} /-->')
    assert 'data-wp-context=\'{"isSearchInputVisible":false,"inputId":"wp-block-search__input-1",' in drawn
    assert '<input aria-hidden="true" class="wp-block-search__input" data-wp-bind--aria-hidden' in drawn
    assert 'data-wp-on--click="actions.openSearchInput"' in drawn


# -------------------------------------------------------------------------------------------------------- profiles


def profile(attributes: str, around: str = "{}") -> str:
    link = f"<!-- wp:social-link {attributes} /-->"
    drawn = html(f"<!-- wp:social-links {around} --><ul>{link}</ul><!-- /wp:social-links -->")
    return drawn[drawn.index(">") + 1 : -len("</ul>")]


def test_link_to_a_profile() -> None:
    assert profile('{"url":"github.com/x","service":"github"}') == (
        '<li class="wp-social-link wp-social-link-github  wp-block-social-link"><a href="https://github.com/x" '
        f'class="wp-block-social-link-anchor">{services()["github"].icon}<span class="wp-block-social-link-label '
        'screen-reader-text">GitHub</span></a></li>'
    )


@pytest.mark.parametrize(
    ("url", "href"),
    [
        ("//a.test", "//a.test"),
        ("#top", "#top"),
        ("tel:1", "https://tel:1"),  # a host and its port, to PHP
        ("tel:+1", "tel:+1"),
        ("/x", "https:///x"),
        ("javascript:x", ""),
    ],
)
def test_address_of_a_profile(url: str, href: str) -> None:
    assert f'<a href="{href}" ' in profile(f'{{"url":"{url}"}}')


@pytest.mark.parametrize("url", ["ab@c", "a@b..c", "a b@c.de", "@b.cdef", "a@-b.cd"])
def test_what_is_no_mail_address(url: str) -> None:
    assert "mailto:" not in profile(f'{{"url":"{url}"}}')


def test_mail_addresses_are_hidden_from_robots() -> None:
    drawn = profile('{"url":"someone@example.test"}')
    assert 'href="mailto:' in drawn
    assert "someone@example.test" not in drawn


def test_nothing_without_an_address() -> None:
    assert profile('{"service":"github"}') == ""
    assert profile('{"url":"0"}') == ""


def test_names_of_profiles() -> None:
    assert ">Share Icon</span>" in profile('{"url":"x.test","service":"unknown"}')
    assert ">a &lt;b&gt;</span>" in profile('{"url":"x.test","label":" a \\u003cb\\u003e "}')
    assert '"wp-block-social-link-label">' in profile('{"url":"x.test"}', '{"showLabels":true}')


def test_profiles_in_a_new_tab() -> None:
    drawn = profile('{"url":"x.test","rel":"me"}', '{"openInNewTab":true}')
    assert '<a rel="me noopener nofollow" target="_blank" href=' in drawn
    assert '<a rel="me" href=' in profile('{"url":"x.test","rel":" me "}')


def test_colours_of_icons() -> None:
    drawn = profile('{"url":"x.test"}', '{"iconColor":"base","iconBackgroundColorValue":"#fff"}')
    assert '<li style="background-color:#fff;" class="wp-social-link wp-social-link-Icon has-base-color ' in drawn


# ---------------------------------------------------------------------------------------------------------- people


def test_avatar_of_a_user_and_of_an_author() -> None:
    drawn = html('<!-- wp:avatar {"userId":1,"size":24} /-->')
    assert drawn.startswith(
        "<div class=\"wp-block-avatar\"><img alt='Ann &amp; Co Avatar' src='https://secure.gravatar"
    )
    assert "class='avatar avatar-24 photo wp-block-avatar__image' height='24' width='24'" in drawn
    assert "Ann &amp; Co Avatar" in html("<!-- wp:avatar /-->", post=5)
    assert html("<!-- wp:avatar /-->") == ""


def test_avatar_with_a_link_and_a_border() -> None:
    drawn = html(
        '<!-- wp:avatar {"userId":2,"isLink":true,"linkTarget":"_blank","style":{"border":{"radius":"5px"}}} /-->'
    )
    assert (
        'target="_blank" aria-label="(Ben author archive, opens in a new tab)" class="wp-block-avatar__link">' in drawn
    )
    assert ' style="border-radius:5px;"' in drawn


def test_size_of_an_avatar() -> None:
    assert "avatar-96" in html('<!-- wp:avatar {"userId":2,"size":0} /-->')
    assert "height='5' width='5'" in html('<!-- wp:avatar {"userId":2,"size":-5} /-->')


def test_link_to_log_in_or_out() -> None:
    here = "redirect_to=http%3A%2F%2Fexample.test%2F"
    assert html("<!-- wp:loginout /-->") == (
        f'<div class="logged-out wp-block-loginout"><a href="http://example.test/wp-login.php?{here}">Log in</a></div>'
    )
    drawn = html('<!-- wp:loginout {"redirectToCurrent":false} /-->', user=1)
    assert '<div class="logged-in wp-block-loginout"><a href="http://example.test/wp-login.php?action=logout' in drawn
    assert "redirect_to" not in drawn


def test_form_to_log_in() -> None:
    drawn = html('<!-- wp:loginout {"displayLoginAsForm":true} /-->')
    assert '<div class="logged-out has-login-form wp-block-loginout"><form name="loginform"' in drawn
    assert 'name="redirect_to" value="http://example.test/" />' in drawn
    assert "<form" not in html('<!-- wp:loginout {"displayLoginAsForm":true} /-->', user=1)


# ------------------------------------------------------------------------------------------------------------- odd


@pytest.mark.parametrize("name", ["search", "social-link", "avatar", "loginout"])
@pytest.mark.parametrize("value", ["null", "true", "1.5", '"x"', "[]", '["a"]', '{"a":{"b":[1]}}', "-1e99", '"1e999"'])
def test_values_of_any_kind(name: str, value: str) -> None:
    keys: tuple[str, ...] = (
        "label",
        "width",
        "widthUnit",
        "buttonText",
        "buttonPosition",
        "query",
        "style",
        "borderColor",
        "fontSize",
    )
    keys += ("service", "rel", "userId", "size", "isLink", "linkTarget", "redirectToCurrent", "placeholder", "gradient")
    said = ",".join(f'"{key}":{value}' for key in keys)
    html(f'<!-- wp:{name} {{"url":"x.test",{said}}} /-->', post=5)
    style = ",".join(f'"{key}":{value}' for key in ("color", "border", "typography", "spacing"))
    html(f'<!-- wp:{name} {{"url":"x.test","userId":1,"style":{{{style}}}}} /-->')
    inner = ",".join(f'"{key}":{value}' for key in ("radius", "top", "text", "gradient", "fontSize", "width", "color"))
    html(
        f'<!-- wp:{name} {{"userId":1,"style":{{"border":{{{inner}}},"typography":{{{inner}}},"color":{{{inner}}}}}}} /-->'
    )
