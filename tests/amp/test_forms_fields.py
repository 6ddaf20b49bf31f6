"""Searches, lists to choose from, and forms that are sent: what WordPress's own blocks print, in AMP."""

from __future__ import annotations

import re

import pytest

import blocks
from blocks import MemorySite, RenderContext, SitePost
from blocks.site import Comment, Term
from tests.amp.formed import AROUND, formed, formed_page
from tests.amp.validator import Page, missing, validated

POST = SitePost(id=7, title="Storm", date="2025-03-01 10:00:00", content="<p>Deep</p>")
LOCKED = SitePost(id=8, title="Key", date="2025-03-02 10:00:00", password="x", content="<p>Secret</p>")
SITE = MemorySite(
    posts=[POST, LOCKED],
    comments=[Comment(id=3, post=7, author="Ada", date="2025-04-01 10:00:00", content="Hi")],
    terms=[Term(id=2, name="Sea & sky", slug="sea-sky", taxonomy="category", count=2)],
    options={"home": "https://example.test"},
)
ARCHIVES = '<!-- wp:archives {"displayAsDropdown":true} /-->'
TERMS = '<!-- wp:categories {"displayAsDropdown":true,"showEmpty":true} /-->'
SEARCH = '<!-- wp:search {"label":"Find","buttonPosition":"button-only","buttonText":"Go"} /-->'
COMMENT = "<!-- wp:post-comments-form /-->"
LOGIN = '<!-- wp:loginout {"displayLoginAsForm":true} /-->'
CONTENT = "<!-- wp:post-content /-->"


def converted(markup: str, post: int = 7, **request: object) -> blocks.Result:
    said = RenderContext(query={"p": post}, loop=True, **request)  # type: ignore[arg-type]
    return blocks.convert(markup, "amp", site=SITE, request=said, fragment=True)


def amp(markup: str, post: int = 7, **request: object) -> str:
    return converted(markup, post, **request).output


def drawn(markup: str, post: int = 7) -> str:
    return blocks.render(markup, "html", site=SITE, request=RenderContext(query={"p": post}, loop=True))


# ------------------------------------------------------------------------------------------- lists to choose from


def test_archive_opens_when_it_is_chosen() -> None:
    result = converted(ARCHIVES)
    assert 'on="change:AMP.navigateTo(url=event.value)"' in result.output
    assert re.findall(r'<option value="([^"]*)">\s*([^<]*?)\s*</option>', result.output) == [
        ("#", "Select Month"),
        ("https://example.test/?m=202503", "March 2025"),
    ]
    assert "location.href" not in result.output
    assert result.problems == ()


def test_list_of_archives_has_links() -> None:
    html = amp("<!-- wp:archives /-->")
    assert "<a href='https://example.test/?m=202503'>" in html
    assert "on=" not in html


def test_term_opens_when_it_is_chosen() -> None:
    result = converted(TERMS)
    assert '<option value="#" selected="selected">Select Category</option>' in result.output or (
        '<option value="#">Select Category</option>' in result.output
    )
    assert 'value="https://example.test/?category_name=sea-sky"' in result.output
    assert result.output.count("<option") == drawn(TERMS).count("<option")
    assert result.problems == ()


def test_list_holds_options_alone() -> None:
    html = "<select name=x><div>a<option value='/b'>b<b>c</b><script>d()</script><option value=''>e</select><script>f</script>"
    made = formed(ARCHIVES, html)
    assert made == (
        '<select name="x" on="change:AMP.navigateTo(url=event.value)">a<option value="/b">bc<option value="#">e</option>'
        "</select>"
    )


@pytest.mark.parametrize("html", ["<select><option>a", "<select></select><select></select>", "none"])
def test_other_lists_stay_as_they_are(html: str) -> None:
    assert "on=" not in formed(ARCHIVES, html)


# -------------------------------------------------------------------------------------------------------- searches


def test_search_shows_its_field() -> None:
    html = amp(SEARCH)
    assert "searchfield-hidden" not in html.replace("data-wp-class--wp-block-search__searchfield-hidden", "")
    (field,) = re.findall(r"<input[^>]*>", html)
    assert ' tabindex="' not in field
    assert ' aria-hidden="' not in field
    (button,) = re.findall(r"<button[^>]*>", html)
    assert 'type="submit"' in button
    assert 'aria-label="Submit Search"' in button
    assert ' aria-expanded="' not in button
    assert 'action="https://example.test/"' in html
    assert "Find" in html
    assert "Go" in html


# ----------------------------------------------------------------------------------------------------- what is sent


def test_comments_are_written_on_the_page() -> None:
    result = converted(COMMENT)
    assert "<form" not in result.output
    assert "<textarea" not in result.output
    assert ">Leave a Reply" in result.output
    assert (
        '<a class="wp-block-button__link wp-element-button" href="https://example.test/?p=7#respond">Post Comment</a>'
    ) in result.output
    assert [problem.code for problem in result.problems] == ["replaced-content"]


def test_answer_is_written_on_the_page() -> None:
    assert 'href="https://example.test/?p=7&amp;replytocom=3#respond">Post Comment</a>' in amp(
        COMMENT, get={"replytocom": "3"}
    )


def test_list_of_comments_of_old() -> None:
    html = amp('<!-- wp:comments {"legacy":true} /-->')
    assert "Hi" in html
    assert "?p=7#respond" in html
    assert "<form" not in html


def test_log_in_on_its_page() -> None:
    result = converted(LOGIN)
    assert '<a class="button button-primary" href="https://example.test/wp-login.php?redirect_to=' in result.output
    assert ">Log In</a>" in result.output
    assert "<input" not in result.output
    assert [problem.code for problem in result.problems] == ["replaced-content"]


def test_link_to_log_in_stays() -> None:
    assert converted("<!-- wp:loginout /-->").problems == ()


def test_password_is_asked_for_on_the_page() -> None:
    result = converted(CONTENT, post=8)
    assert "<p>This content is password-protected." in result.output
    assert '<a class="wp-element-button" href="https://example.test/?p=8">Enter</a>' in result.output
    assert "<input" not in result.output
    assert "Secret" not in result.output


@pytest.mark.parametrize(
    "html", ["<form method=post><input>x</form>", "<form id=commentform>x</form>", "<form method=post>"]
)
def test_other_forms_stay_as_they_are(html: str) -> None:
    assert "<a" not in formed(COMMENT, html, site=SITE)


def test_addresses_of_forms_are_cleaned() -> None:
    html = '<form method=post id=loginform action="javascript:x()"><input type=submit value="<b>"></form>'
    made = formed(LOGIN, html, site=SITE)
    assert "javascript" not in made
    assert "&lt;b&gt;</a>" in made


MARKUPS = (ARCHIVES, TERMS, SEARCH, COMMENT, LOGIN, CONTENT)


@pytest.mark.skipif(missing() is not None, reason=str(missing()))
def test_valid_wherever_they_stand() -> None:
    pages = [
        Page(f"{markup} {within}", formed_page(markup, drawn(markup, 8 if markup == CONTENT else 7), within, site=SITE))
        for within in AROUND
        for markup in MARKUPS
    ]
    assert [(one.page.name, one.errors) for one in validated(pages) if not one.passed] == []
