"""Paragraphs, headings and what stands among them."""

from __future__ import annotations

from blocks.fragment import RichText
from blocks.library.drawn import Drawn
from blocks.library.supports import BORDER, SPACING, TYPOGRAPHY, WRITING
from blocks.model.block import Block
from blocks.model.fields import attribute, comment, html, raw, rich_text
from blocks.model.registry import block
from blocks.model.saved import Attributes, Element, Root, classes, element, printed


@block("core/paragraph", category="text")
class Paragraph(Block):
    """A paragraph.

    <p>…</p>
    """

    supports = {
        "splitting": True,
        "anchor": True,
        "className": False,
        "__experimentalBorder": BORDER,
        "color": {"gradients": True, "link": True},
        "spacing": SPACING,
        "typography": {**WRITING, "fitText": True},
        "__experimentalSelector": "p",
        "__unstablePasteTextInline": True,
    }

    align: str | None = comment("align", "string")
    content: RichText = rich_text("p", role="content")
    drop_cap: bool = comment("dropCap", "boolean", default=False)
    placeholder: str | None = comment("placeholder", "string")
    direction: str | None = comment("direction", "string", enum=("ltr", "rtl"))

    @staticmethod
    def save(a: Attributes, root: Root) -> Element | None:
        names = classes(
            a["dropCap"] and a["align"] not in ("right", "center") and "has-drop-cap",
            a["align"] and f"has-text-align-{a['align']}",
        )
        return element("p", root({"class": names, "dir": a["direction"]}), printed(a["content"]))


@block("core/heading", category="text")
class Heading(Block):
    """A heading of level 1 to 6.

    <h2 class="wp-block-heading">…</h2>
    """

    supports = {
        "align": ["wide", "full"],
        "anchor": True,
        "className": True,
        "splitting": True,
        "__experimentalBorder": BORDER,
        "color": {"gradients": True, "link": True},
        "spacing": SPACING,
        "typography": {**WRITING, "fitText": True},
        "__unstablePasteTextInline": True,
        "__experimentalSlashInserter": True,
    }

    text_align: str | None = comment("textAlign", "string")
    content: RichText = rich_text("h1,h2,h3,h4,h5,h6", role="content")
    level: int = comment("level", "integer", default=2)
    level_options: list[int] | None = comment("levelOptions", "array")
    placeholder: str | None = comment("placeholder", "string")

    @staticmethod
    def save(a: Attributes, root: Root) -> Element | None:
        names = classes(a["textAlign"] and f"has-text-align-{a['textAlign']}")
        return element(f"h{printed(a['level'])}", root({"class": names}), printed(a["content"]))


@block("core/details", category="text")
class Details(Block):
    """A summary that opens to show the blocks inside it.

    <details class="wp-block-details"><summary>…</summary><!-- wp:paragraph -->…<!-- /wp:paragraph --></details>
    """

    supports = {
        "__experimentalOnEnter": True,
        "align": ["wide", "full"],
        "anchor": True,
        "color": {"gradients": True, "link": True},
        "__experimentalBorder": {"color": True, "width": True, "style": True},
        "html": False,
        "spacing": {**SPACING, "blockGap": True},
        "typography": TYPOGRAPHY,
        "layout": {"allowEditing": False},
        "allowedBlocks": True,
    }

    show_content: bool = comment("showContent", "boolean", default=False)
    summary: RichText = rich_text("summary", role="content")
    name: str | None = attribute(".wp-block-details", "name")
    placeholder: str | None = comment("placeholder", "string")

    @staticmethod
    def save(a: Attributes, root: Root) -> Element | None:
        opened = {**root(), "name": a["name"] or None, "open": a["showContent"]}
        summary = a["summary"] if isinstance(a["summary"], RichText) else a["summary"] or "Details"
        return element("details", opened, element("summary", {}, printed(summary)), root.inner)


@block("core/math", category="text")
class Math(Block):
    """A formula, as LaTeX and as MathML.

    <div class="wp-block-math"><math display="block">…</math></div>
    """

    supports = {"html": False}

    latex: str | None = comment("latex", "string", role="content")
    math_ml: str = html("math", key="mathML")

    @staticmethod
    def save(a: Attributes, root: Root) -> Element | None:
        if not a["latex"]:
            return None
        return element("div", root(), element("math", {"display": "block"}, printed(a["mathML"])))


@block("core/footnotes", category="text", uses_context=("postId", "postType"))
class Footnotes(Drawn):
    """The notes that the text refers to; they lie in the post's data.

    <!-- wp:footnotes /-->
    """

    supports = {
        "__experimentalBorder": BORDER,
        "color": {"background": True, "link": True, "text": True},
        "html": False,
        "multiple": False,
        "reusable": False,
        "inserter": False,
        "spacing": SPACING,
        "typography": WRITING,
    }


@block("core/missing", category="text")
class Missing(Block):
    """A block whose type the editor did not know, kept as its markup. Blocks without a type are `Unknown` here.

    <!-- wp:missing {"originalName":"acme/map"} -->…<!-- /wp:missing -->
    """

    supports = {
        "className": False,
        "customClassName": False,
        "inserter": False,
        "html": False,
        "lock": False,
        "reusable": False,
        "renaming": False,
        "visibility": False,
    }

    original_name: str | None = comment("originalName", "string")
    original_undelimited_content: str | None = comment("originalUndelimitedContent", "string")
    original_content: str = raw()

    @staticmethod
    def save(a: Attributes, root: Root) -> Element | None:
        del root
        return element(None, {}, printed(a["originalContent"]))
