"""A whole page around the HTML of a document: what its head says, and every style that the blocks need.

The styles are, in this order: those of the template `html/page.css`, which make WordPress's blocks look right without
WordPress's own stylesheets; the theme's global ones; those of the block supports, of style variations and of duotone.
Semantic HTML needs the first alone.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, Any, Final

from blocks.formatting import php
from blocks.formatting.urls import esc_url
from blocks.fragment.tokens import tokens
from blocks.render.base import Context
from blocks.sources.post import Post
from blocks.theme import Theme

if TYPE_CHECKING:
    from blocks.render.html.server import Server

UNTITLED: Final = "Untitled"
DESCRIPTION: Final = 300  # characters, more of which no search engine shows
_HEADINGS: Final = ("h1", "h2", "h3", "h4", "h5", "h6")
_RTL: Final = frozenset(
    ("ar", "arc", "arz", "azb", "bcc", "bqi", "ckb", "dv", "fa", "glk", "he", "iw", "ji", "mzn", "nqo", "pnb", "prs",
     "ps", "sd", "syr", "ug", "ur", "yi")
)  # fmt: skip
_RTL_SCRIPTS: Final = frozenset(("adlm", "arab", "hebr", "mand", "nkoo", "rohg", "syrc", "thaa"))
_CONTROLS = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x9f]")
_STYLE_END = re.compile(r"</(?=style)", re.IGNORECASE)
_MAIN = re.compile(r"<main[\s>/]", re.IGNORECASE)
_FIRST_HEADING = re.compile(r"<h[1-6][\s>/]", re.IGNORECASE)
_COLORS = re.compile(
    r"""\bhas-(?:background|text-color|link-color|inline-color)(?![\w-])"""
    r"""|\bstyle=(?:"[^"]*|'[^']*)(?<![\w-])(?:color|background(?:-color)?)\s*:""",
    re.IGNORECASE,
)
_LARGEST_HEADING = re.compile(r"<h1[\s>/]", re.IGNORECASE)


def whole_page(content: str, context: Context, server: Server, lang: str, *, is_clean: bool) -> str:
    """The page of the template `html/page.html` around `content`; its styles and its footer are in `context`."""
    post = context.post
    return context.templates.draw(
        "html/page.html",
        **page_variables(content, post, lang),
        canonical=post.link if post.link and esc_url(post.link) else None,
        styles=page_styles(content, context, None if is_clean else server.theme),
        footer=context.footer,
    )


def page_variables(content: str, post: Post, lang: str) -> dict[str, Any]:
    """What the template of a page around `content` is told, in every format of pages.

    content, post, lang, direction, title, description, heading: the title where the content has no `<h1>`, has_main:
    whether the content has its `<main>`.
    """
    title = folded(post.title)
    return {
        "content": content,
        "post": post,
        "lang": lang,
        "direction": direction(lang),
        "title": title or first_heading(content) or UNTITLED,
        "description": shortened(folded(post.excerpt)),
        "heading": None if _LARGEST_HEADING.search(content) is not None else title or None,
        "has_main": _MAIN.search(content) is not None,
    }


def page_styles(content: str, context: Context, theme: Theme | None) -> str:
    """All styles of a page, for inside a `<style>`; without a theme those alone that semantic HTML needs."""
    return enclosed("\n".join(css for _, css in page_sheets(content, context, theme) if css))


def page_sheets(content: str, context: Context, theme: Theme | None) -> list[tuple[str, str]]:
    """The stylesheets of a page, each with a name for people, in cascade order.

    Colours that an author chose were chosen for light paper: with any of them, a page is not dark.
    """
    has_colors = theme is not None and (bool(php.get(theme.styles, "color")) or _COLORS.search(content) is not None)
    sheets = [("html/page.css", context.templates.draw("html/page.css", has_colors=has_colors))]
    if theme is not None:
        sheets += [
            ("the theme's global styles", theme_styles(theme)),
            ("the styles of block supports", context.css),
            ("inline styles of blocks", context.inline_styles),
        ]
    return sheets


def enclosed(css: str) -> str:
    """A stylesheet that cannot end the `<style>` it stands in."""
    return _STYLE_END.sub(r"<\\/", css)


@lru_cache(maxsize=8)
def theme_styles(theme: Theme) -> str:
    """The global stylesheet of a theme, made once for each."""
    from blocks.theme.stylesheet import global_stylesheet

    return global_stylesheet(theme)


def direction(lang: str) -> str:
    """How a language is written, `ltr` or `rtl`: by its script, where the code names one, else by the language."""
    parts = re.split("[-_]", lang.lower())
    scripts = [part for part in parts[1:] if len(part) == 4 and part.isalpha()]
    if scripts:
        return "rtl" if scripts[0] in _RTL_SCRIPTS else "ltr"
    return "rtl" if parts[0] in _RTL else "ltr"


def first_heading(html: str) -> str:
    """The text of the first heading that has one, "" where there is none."""
    start = _FIRST_HEADING.search(html)
    if start is None:
        return ""
    name = ""
    text: list[str] = []
    for token in tokens(html[start.start() :]):
        if token.kind == "start" and not name and token.name in _HEADINGS:
            name, text = token.name, []
        elif token.kind == "text" and name:
            text.append(token.value)
        elif token.kind == "end" and token.name == name:
            if found := folded("".join(text)):
                return found
            name = ""
    return ""


def folded(text: str | None) -> str:
    """A text in one line: every run of blanks and of control characters, which no page can hold, is one blank."""
    return " ".join(_CONTROLS.sub(" ", text).split()) if text else ""


def shortened(text: str, most: int = DESCRIPTION) -> str:
    """The beginning of a text, whole words, where it has more than `most` characters."""
    return text if len(text) <= most else f"{text[: most - 1].rsplit(' ', 1)[0]}…"
