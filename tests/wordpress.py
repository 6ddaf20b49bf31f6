"""The WordPress that the corpus was made on: its site, its themes, and what its globals said for an input."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import UTC, datetime
from functools import cache
from pathlib import Path
from typing import Any

from blocks.formatting.shortcode_atts import Attributes
from blocks.formatting.shortcodes import do_shortcode
from blocks.site import MemorySite, RegisteredMeta, RenderContext, TemplatePart, ThemeFiles
from blocks.theme import Theme
from tests.corpus import folder

NOW = datetime(2026, 2, 15, 12, 0, 0, tzinfo=UTC)
THEMES = {
    "twentytwentytwo": "tt2",
    "twentytwentythree": "tt3",
    "twentytwentyfour": "tt4",
    "twentytwentyfive": "tt5",
}
DEFAULT_THEME = "twentytwentyfive"
# Patterns whose slug is not the name of their file, as the corpus calls them.
SLUGS = {
    "twentytwentythree/call-to-action": "twentytwentythree/cta",
    "twentytwentythree/hidden-no-results": "twentytwentythree/hidden-no-results-content",
    "twentytwentyfour/page-home-portfolio-gallery": "twentytwentyfour/page-home-gallery",
    "twentytwentyfive/banner-with-description-and-images-grid": "twentytwentyfive/banner-description-images-grid",
    "twentytwentyfive/template-single-left-aligned-content": "twentytwentyfive/post-with-left-aligned-content",
}
# The meta that the corpus registers beside WordPress's own, and what REST shows of it.
META = (
    RegisteredMeta(key="corpus_text", post_type="post"),
    RegisteredMeta(key="corpus_url", post_type="post"),
    RegisteredMeta(key="corpus_html", post_type="post"),
    RegisteredMeta(key="corpus_alt", post_type="post"),
    RegisteredMeta(key="corpus_image", post_type="post"),
    RegisteredMeta(key="corpus_date", post_type="post"),
    RegisteredMeta(key="corpus_norest", post_type="post", show_in_rest=False),
)


def context_of(path: Path) -> dict[str, Any]:
    """What the context files beside an input say: those of its folder, then its own."""
    said: dict[str, Any] = {}
    for beside in (path.with_name("_context.json"), path.with_name(f"{path.stem}.context.json")):
        if beside.exists():
            said |= json.loads(beside.read_text(encoding="utf-8"))
    return said


def request(path: Path) -> RenderContext:
    """What WordPress's globals said for an input."""
    said = context_of(path)
    said.setdefault("theme", DEFAULT_THEME)
    return RenderContext.from_json(said, now=NOW)


@cache
def theme(slug: str) -> Theme:
    """A theme as WordPress read it: its settings and styles, merged with WordPress's."""
    path = folder() / "conformance" / "registry" / f"theme-json-{THEMES[slug]}.json"
    return Theme.from_wordpress(json.loads(path.read_text(encoding="utf-8")))


@cache
def own_theme() -> Theme:
    """What of the corpus's theme the answers depend on that this project holds itself."""
    settings = {
        "useRootPaddingAwareAlignments": True,
        "layout": {"contentSize": "645px", "wideSize": "1340px"},
        "spacing": {"blockGap": True},
        "typography": {"fluid": True},
        "position": {"sticky": True},
    }
    return Theme.from_dict({"version": 3, "settings": settings}, DEFAULT_THEME)


@cache
def site(corpus: Path) -> MemorySite:
    """The corpus's site, with the template parts and patterns of its themes; those below `corpus` come first."""
    made = MemorySite.from_json(folder() / "conformance" / "registry" / "site.json")
    themes = [theme_files(slug, short, (corpus, folder() / "conformance")) for slug, short in THEMES.items()]
    return MemorySite(
        options=made.options,
        posts=made.posts.values(),
        terms=made.terms.values(),
        users=made.users.values(),
        comments=made.comments.values(),
        post_meta=META,
        themes=themes,
    )


def theme_files(slug: str, short: str, corpora: tuple[Path, ...]) -> ThemeFiles:
    """The template parts and patterns of a theme, of which each is an input of the corpus."""
    parts: dict[str, TemplatePart] = {}
    patterns: dict[str, str] = {}
    for corpus in corpora:
        for place in sorted(corpus.rglob(f"theme-{short}")):
            for path in sorted(place.glob("*.html")):
                kind, _, name = path.stem.partition("-")
                if "." in path.stem or not path.is_file():
                    continue
                text = path.read_bytes().decode("utf-8", "surrogateescape")
                if kind == "part":
                    parts.setdefault(name, TemplatePart(slug=name, content=text))
                elif kind == "pattern":
                    full = f"{slug}/{name}"
                    patterns.setdefault(SLUGS.get(full, full), text)
    return ThemeFiles(slug=slug, parts=parts, patterns=patterns)


OWN = Path(__file__).with_name("conformance_data")


def options(path: Path, corpus: Path) -> Mapping[str, Any]:
    """The options of the HTML renderer that make it answer for an input as WordPress did.

    For this project's own inputs nothing is needed that it does not hold; nor is there more where the shared material is
    absent.
    """
    asked = request(path)
    is_own = path.is_relative_to(OWN) or not (folder() / "conformance" / "registry").is_dir()
    return {
        "site": None if is_own else site(corpus),
        "request": asked,
        "theme_json": own_theme() if is_own else theme(asked.theme),
        "shortcodes": {"corpus": _corpus},
        "smilies": True,
    }


def _corpus(attributes: Attributes, content: str, name: str) -> str:
    """The one shortcode that is registered there beside WordPress's own."""
    del name
    inside = do_shortcode(content, {"corpus": _corpus})
    return f'<span class="corpus-shortcode" data-id="{attributes.get("id", "")}">{inside}</span>'
