"""Names and running text: what WordPress 6.9.1 answered to the same."""

from __future__ import annotations

import pytest

from blocks.formatting.balance import force_balance_tags
from blocks.formatting.names import (
    antispambot,
    remove_accents,
    sanitize_html_class,
    sanitize_key,
    sanitize_title,
    wp_to_kebab_case,
)
from blocks.formatting.php.chance import Chance
from blocks.formatting.texts import (
    capital_p_dangit,
    convert_chars,
    make_clickable,
    wp_trim_words,
)


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("fooBar10px", "foo-bar-10-px"),
        ("HTTPRequest's", "http-requests"),
        ("1st 2x 4TH", "1st-2-x-4th"),
        ("éÉ日", "é-É日"),
        ("topLeft", "top-left"),
        ("2xl", "2-xl"),
        ("Hello World!", "hello-world"),
        ("HTMLElement", "html-element"),
        ("größe", "größe"),
        ("1STß 1sté²'Z", "1-s-tß-1-sté-z"),
        ("no\udcff", ""),
    ],
)
def test_kebab_case(name: str, words: str) -> None:
    assert wp_to_kebab_case(name) == words


@pytest.mark.parametrize(
    ("title", "slug"),
    [
        ("Straße & Ærø – “x”.y", "strase-aero-x-y"),
        ("日", "%e6%97%a5"),
        ("100% %C3%A9", "100-%c3%a9"),
        ("<b>a</b>/b×c", "a-bxc"),
        ("日" * 30, "%e6%97%a5" * 22),
        ("!", "fallback"),
    ],
)
def test_slugs(title: str, slug: str) -> None:
    assert sanitize_title(title, "fallback") == slug


def test_other_names() -> None:
    assert remove_accents("Ǎǿ ḿ ŉ€") == "Aǿ ḿ nE"
    assert sanitize_html_class("a%20b c.é") == "abc"
    assert sanitize_key("A b_-é") == "ab_-"
    assert antispambot("a@b", Chance(42).number) == "&#97;&#64;&#98;"


def test_excerpts() -> None:
    assert wp_trim_words("<b>a</b> b\nc", 2, "…") == "a b…"
    assert wp_trim_words(" a b ", 2) == "a b"


def test_links_of_addresses() -> None:
    assert make_clickable("(http://a.b/x_(y)) me@x.org.", {"a.b"}) == (
        '(<a href="http://a.b/x_(y)">http://a.b/x_(y)</a>) <a href="mailto:me@x.org">me@x.org</a>.'
    )
    assert make_clickable("www.a.b", comment=True) == '<a href="http://www.a.b" rel="nofollow ugc">http://www.a.b</a>'
    assert make_clickable("<code>http://a.b</code>") == "<code>http://a.b</code>"
    assert make_clickable("<a href='/'>http://a.b</a>") == "<a href='/'>http://a.b</a>"


def test_small_changes_of_text() -> None:
    assert convert_chars("a & b &amp; &#1;") == "a &#038; b &amp; &#1;"
    assert capital_p_dangit("Wordpress Wordpress") == "Wordpress WordPress"
    assert capital_p_dangit("Wordpress", title=True) == "WordPress"


def test_tags_are_balanced() -> None:
    assert force_balance_tags("<b><i>a</b></p><br><3") == "<b><i>a</i></b><br />&lt;3"
    assert force_balance_tags("<p>a<p>b<my-el/>") == "<p>a</p><p>b<my-el></my-el></p>"
