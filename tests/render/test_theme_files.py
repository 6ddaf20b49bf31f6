"""Template parts and patterns: those of a theme's folder, of the site's theme files, and those that the site changed."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

import blocks
from blocks.site import MemorySite, RenderContext, Site, SitePost, TemplatePart, Term, ThemeFiles

PART = '<!-- wp:template-part {"slug":"top"} /-->'
PATTERN = '<!-- wp:pattern {"slug":"sea/hero"} /-->'


@pytest.fixture
def theme(tmp_path: Path) -> Path:
    """The folder of a theme named `sea`."""
    folder = tmp_path / "sea"
    files = {
        "theme.json": '{"version": 3, "templateParts": [{"name": "top", "area": "header"}]}',
        "templates/index.html": PART,
        "parts/top.html": PATTERN,
        "patterns/hero.php": "<?php\n/**\n * Title: Hero\n * Slug: sea/hero\n */\n?>\n<p>folder</p>",
    }
    for name, text in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text)
    return folder


def drawn(
    markup: str, theme: Path | None, site: Site | None = None, request: RenderContext | None = None
) -> blocks.Result:
    return blocks.convert(markup, to="html", theme_json=theme, site=site, request=request)


def test_the_folder_of_a_theme_needs_no_site(theme: Path) -> None:
    found = drawn(f'{PART}<!-- wp:template-part {{"slug":"top","theme":"sea"}} /-->', theme)
    assert found.output.count('<header class="wp-block-template-part">') == 2
    assert found.output.count("<p>folder</p>") == 2
    assert not found.problems


@pytest.mark.parametrize("deep", ["", "deep/er/"])
def test_a_theme_that_changed_is_read_again(theme: Path, deep: str) -> None:
    part = theme / "parts" / f"{deep}low.html"
    part.parent.mkdir(parents=True, exist_ok=True)
    part.write_text("<p>before</p>")
    markup = f'<!-- wp:template-part {{"slug":"{deep}low","theme":"sea"}} /-->'
    assert "<p>before</p>" in drawn(markup, theme).output
    part.write_text("<p>after</p>")
    later = part.stat().st_mtime_ns + 10**9
    os.utime(part, ns=(later, later))
    assert "<p>after</p>" in drawn(markup, theme).output
    part.unlink()
    os.utime(part.parent, ns=(later + 10**9, later + 10**9))
    assert [problem.code for problem in drawn(markup, theme).problems] == ["missing-reference"]


def test_what_is_not_in_the_theme_is_told(theme: Path) -> None:
    found = drawn('<!-- wp:template-part {"slug":"top","theme":"lake"} /--><!-- wp:pattern {"slug":"x/y"} /-->', theme)
    assert found.output == ""
    assert [problem.code for problem in found.problems] == ["missing-reference"] * 2
    assert "lake" in found.problems[0].message


def test_a_pattern_says_which_of_its_php_is_left_out(theme: Path) -> None:
    file = theme / "patterns" / "hero.php"
    file.write_text(file.read_text() + "<?php the_title(); ?>")
    (problem,) = drawn(PATTERN, theme).problems
    assert problem.code == "no-data"
    assert problem.message.startswith(
        "the pattern sea/hero is not whole: patterns/hero.php: PHP is left out (places: 1)"
    )
    whole = MemorySite(themes=[ThemeFiles(slug="sea", patterns={"sea/hero": "x"})])
    assert not drawn(PATTERN, theme, whole).problems


def test_a_pattern_has_the_addresses_of_its_theme(theme: Path) -> None:
    file = theme / "patterns" / "hero.php"
    file.write_text(file.read_text() + '<img src="<?php echo esc_url( get_template_directory_uri() ); ?>/a.png">')
    assert 'src="http://example.org/wp-content/themes/sea/a.png"' in drawn(PATTERN, theme).output
    found = drawn(PATTERN, theme, MemorySite(options={"home": "http://h.test", "siteurl": "http://h.test/wp/"}))
    assert 'src="http://h.test/wp/wp-content/themes/sea/a.png"' in found.output
    assert not found.problems


def test_the_site_s_theme_files_come_before_the_folder(theme: Path) -> None:
    files = ThemeFiles(
        slug="sea",
        parts={"top": TemplatePart(slug="top", content="<p>site</p>")},
        patterns={"sea/hero": "<p>registered</p>"},
    )
    site = MemorySite(themes=[files])
    assert "<p>site</p>" in drawn(PART, theme, site).output
    assert drawn(PART, theme, site).output.startswith("<header"), "the area is theme.json's"
    assert "<p>registered</p>" in drawn(PATTERN, theme, site).output


def test_a_part_that_the_site_changed_is_that_of_its_theme(theme: Path) -> None:
    terms = [
        Term(id=1, name="lake", slug="lake", taxonomy="wp_theme"),
        Term(id=2, name="sea", slug="sea", taxonomy="wp_theme"),
        Term(id=3, name="footer", slug="footer", taxonomy="wp_template_part_area"),
    ]
    posts = [
        SitePost(id=8, type="wp_template_part", name="top", content="<p>lake</p>", terms={"wp_theme": (1,)}),
        SitePost(
            id=9,
            type="wp_template_part",
            name="top",
            content="<p>changed</p>",
            terms={"wp_theme": (2,), "wp_template_part_area": (3,)},
        ),
    ]
    site = MemorySite(posts=posts, terms=terms)
    assert drawn(PART, theme, site).output == '<footer class="wp-block-template-part"><p>changed</p></footer>'
    lake = RenderContext(theme="lake")
    assert drawn(PART, None, site, lake).output == '<div class="wp-block-template-part"><p>lake</p></div>'


def test_a_site_may_say_itself_which_theme_it_has() -> None:
    files = ThemeFiles(slug="sea", parts={"top": TemplatePart(slug="top", content="<p>x</p>", area="footer")})
    site = MemorySite(themes=[files], options={"stylesheet": "sea"})
    assert drawn(PART, None, site).output == '<footer class="wp-block-template-part"><p>x</p></footer>'
