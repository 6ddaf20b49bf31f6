"""Titles and excerpts of posts (`get_the_title()`, `get_the_excerpt()`)."""

from __future__ import annotations

import re
from collections.abc import Callable, Container

from blocks.formatting import php
from blocks.formatting.texts import capital_p_dangit, convert_chars, wp_trim_words
from blocks.formatting.texturize import texturize
from blocks.site.pages import password_required
from blocks.site.records import SitePost

NO_EXCERPT = "There is no excerpt because this is a protected post."
EXCERPT_LENGTH = 55
EXCERPT_MORE = " [&hellip;]"

_FOOTNOTE = re.compile(
    r'<sup data-fn="[^"]+" class="[^"]+">\s*<a href="[^"]+" id="[^"]+">[0-9]+</a>\s*</sup>', re.ASCII
)


def the_title(text: str, shortcodes: Container[str] = frozenset()) -> str:
    """A title after WordPress's filters for titles (`the_title`)."""
    return capital_p_dangit(php.trim(convert_chars(texturize(text, shortcodes))), title=True)


def get_the_title(post: SitePost | None, shortcodes: Container[str] = frozenset()) -> str:
    """The title of a post as pages print it (`get_the_title()`); empty where there is no post."""
    if post is None:
        return ""
    title = post.title
    if not php.is_empty(post.password):
        title = f"Protected: {title}"
    elif post.status == "private":
        title = f"Private: {title}"
    return the_title(title, shortcodes)


def without_footnotes(text: str) -> str:
    """`text` without the marks of footnotes (`excerpt_remove_footnotes()`)."""
    return _FOOTNOTE.sub("", text) if "data-fn=" in text else text


def get_the_excerpt(
    post: SitePost,
    content: Callable[[], str],
    *,
    length: int = EXCERPT_LENGTH,
    more: str = EXCERPT_MORE,
) -> str:
    """The excerpt of a post, written or made of its content (`get_the_excerpt()`, `wp_trim_excerpt()`).

    `content` is asked where none was written, for the HTML of `get_the_content` (with no text for its link): shortcodes
    and blocks that have no place in an excerpt taken out, the others rendered, `the_content`'s filters applied but
    those for blocks and images. `length` is in words.
    """
    if password_required(post):
        return NO_EXCERPT
    if php.trim(post.excerpt):
        return post.excerpt
    return wp_trim_words(content().replace("]]>", "]]&gt;"), length, more)
