"""Quotations, verse, and text whose white space counts."""

from __future__ import annotations

import re

from blocks.fragment import RichText
from blocks.library.supports import BACKGROUND, BORDER, SPACING, TYPOGRAPHY, WRITING
from blocks.model.block import Block
from blocks.model.fields import comment, html, rich_text
from blocks.model.registry import block
from blocks.model.saved import Attributes, Element, Root, classes, element, is_empty, printed

_PROTOCOL_ALONE = re.compile(r"^(\s*https?:)//([^\s<>\"]+\s*)$", re.MULTILINE)


@block("core/quote", category="text", styles=("default", "plain"))
class Quote(Block):
    """A quotation. Its paragraphs are blocks inside it.

    <blockquote class="wp-block-quote"><!-- wp:paragraph -->…<!-- /wp:paragraph --><cite>…</cite></blockquote>
    """

    supports = {
        "anchor": True,
        "align": ["left", "right", "wide", "full"],
        "html": False,
        "background": BACKGROUND,
        "__experimentalBorder": BORDER,
        "dimensions": {"minHeight": True},
        "__experimentalOnEnter": True,
        "__experimentalOnMerge": True,
        "typography": TYPOGRAPHY,
        "color": {"gradients": True, "heading": True, "link": True},
        "layout": {"allowEditing": False},
        "spacing": {**SPACING, "blockGap": True},
        "allowedBlocks": True,
    }

    value: str = html("blockquote", multiline="p", default="", role="content")
    citation: RichText = rich_text("cite", role="content")
    text_align: str | None = comment("textAlign", "string")

    @staticmethod
    def save(a: Attributes, root: Root) -> Element | None:
        names = classes(a["textAlign"] and f"has-text-align-{a['textAlign']}")
        cite = None if is_empty(a["citation"]) else element("cite", {}, printed(a["citation"]))
        return element("blockquote", root({"class": names}), root.inner, cite)


@block("core/pullquote", category="text")
class Pullquote(Block):
    """A sentence of the text, set large.

    <figure class="wp-block-pullquote"><blockquote><p>…</p><cite>…</cite></blockquote></figure>
    """

    supports = {
        "anchor": True,
        "align": ["left", "right", "wide", "full"],
        "background": BACKGROUND,
        "color": {"gradients": True, "background": True, "link": True},
        "dimensions": {"minHeight": True},
        "spacing": SPACING,
        "typography": TYPOGRAPHY,
        "__experimentalBorder": BORDER,
        "__experimentalStyle": {"typography": {"fontSize": "1.5em", "lineHeight": "1.6"}},
    }

    value: RichText = rich_text("p", role="content")
    citation: RichText = rich_text("cite", role="content")
    text_align: str | None = comment("textAlign", "string")

    @staticmethod
    def save(a: Attributes, root: Root) -> Element | None:
        names = classes(a["textAlign"] and f"has-text-align-{a['textAlign']}")
        cite = None if is_empty(a["citation"]) else element("cite", {}, printed(a["citation"]))
        quote = element("blockquote", {}, element("p", {}, printed(a["value"])), cite)
        return element("figure", root({"class": names}), quote)


@block("core/verse", category="text")
class Verse(Block):
    """Poetry, in its own lines.

    <pre class="wp-block-verse">…</pre>
    """

    supports = {
        "anchor": True,
        "background": BACKGROUND,
        "color": {"gradients": True, "link": True},
        "dimensions": {"minHeight": True},
        "typography": WRITING,
        "spacing": SPACING,
        "__experimentalBorder": BORDER,
    }

    content: RichText = rich_text("pre", role="content")
    text_align: str | None = comment("textAlign", "string")

    @staticmethod
    def save(a: Attributes, root: Root) -> Element | None:
        names = classes(a["textAlign"] and f"has-text-align-{a['textAlign']}")
        return element("pre", root({"class": names}), printed(a["content"]))


@block("core/code", category="text")
class Code(Block):
    """Code, whitespace preserved.

    <pre class="wp-block-code"><code>…</code></pre>
    """

    supports = {
        "align": ["wide"],
        "anchor": True,
        "typography": TYPOGRAPHY,
        "spacing": {"margin": ["top", "bottom"], "padding": True},
        "__experimentalBorder": BORDER,
        "color": {"text": True, "background": True, "gradients": True},
    }

    content: RichText = rich_text("code", role="content")

    @staticmethod
    def save(a: Attributes, root: Root) -> Element | None:
        return element("pre", root(), element("code", {}, printed(_kept_from_shortcodes(printed(a["content"])))))


def _kept_from_shortcodes(code: str) -> str:
    """Code that WordPress takes neither for a shortcode nor for an address to embed."""
    return _PROTOCOL_ALONE.sub(r"\1&#47;&#47;\2", code.replace("[", "&#91;"), count=1)


@block("core/preformatted", category="text")
class Preformatted(Block):
    """Text whose whitespace is preserved.

    <pre class="wp-block-preformatted">…</pre>
    """

    supports = {
        "anchor": True,
        "color": {"gradients": True},
        "spacing": SPACING,
        "typography": TYPOGRAPHY,
        "__experimentalBorder": BORDER,
    }

    content: RichText = rich_text("pre", role="content")

    @staticmethod
    def save(a: Attributes, root: Root) -> Element | None:
        return element("pre", root(), printed(a["content"]))
