"""How quotations were saved."""

from __future__ import annotations

from blocks.fragment import Fragment
from blocks.fragment.javascript import number_text
from blocks.library.deprecated.common import lines
from blocks.library.supports import TYPOGRAPHY
from blocks.library.text import Paragraph, Quote
from blocks.model.fields import comment, html
from blocks.model.objects import BlockObject, create_block
from blocks.model.reading import Candidate
from blocks.model.saved import Attributes, Element, Inner, Root, classes, element, is_empty, printed
from blocks.model.shape import Migrated, Shape, deprecates

_TEXT_ALIGNMENTS = ("left", "right", "center")
_LARGE = 2


class _OlderQuote(Shape):
    """What the older shapes of quotations have in common."""

    value = html("blockquote", multiline="p", default="")
    citation = html("cite", default="")
    align = comment("align", "string")


class TextAlignedByAlign(_OlderQuote):
    """With `align` for the alignment of the text, which is `textAlign` today.

    <!-- wp:quote {"align":"right"} --><blockquote class="wp-block-quote has-text-align-right">…</blockquote>
    """

    supports = {
        "anchor": True,
        "html": False,
        "__experimentalOnEnter": True,
        "__experimentalOnMerge": True,
        "typography": TYPOGRAPHY,
        "color": {"gradients": True, "heading": True, "link": True},
    }

    @staticmethod
    def is_eligible(said: Attributes, block: Candidate) -> bool:
        return said["align"] in _TEXT_ALIGNMENTS

    @staticmethod
    def migrate(a: Attributes, inner: Inner) -> Migrated:
        return _text_aligned(a)

    @staticmethod
    def save(a: Attributes, root: Root) -> Element | None:
        return _saved(root(_by_class(a)), root.inner, _citation("cite", a))


class WithoutBlocks(_OlderQuote):
    """Before WordPress 6.1, with its paragraphs as its HTML.

    <blockquote class="wp-block-quote has-text-align-right"><p>…</p><p>…</p><cite>…</cite></blockquote>
    """

    supports = {
        "anchor": True,
        "__experimentalSlashInserter": True,
        "typography": {
            "fontSize": True,
            "lineHeight": True,
            "__experimentalFontStyle": True,
            "__experimentalFontWeight": True,
            "__experimentalLetterSpacing": True,
            "__experimentalTextTransform": True,
        },
    }

    @staticmethod
    def migrate(a: Attributes, inner: Inner) -> Migrated:
        return _with_paragraphs(a)

    @staticmethod
    def save(a: Attributes, root: Root) -> Element | None:
        return _saved(root(_by_class(a)), lines(a["value"], "p"), _citation("cite", a))


class AlignedByStyle(WithoutBlocks):
    """With the alignment as style.

    <blockquote class="wp-block-quote" style="text-align:right"><p>…</p><cite>…</cite></blockquote>
    """

    supports = {}

    @staticmethod
    def save(a: Attributes, root: Root) -> Element | None:
        return _saved(_by_style(a), lines(a["value"], "p"), _citation("cite", a))


class LargeByNumber(AlignedByStyle):
    """With a number for the style: 2 was the large one.

    <!-- wp:quote {"style":2} --><blockquote class="wp-block-quote is-large"><p>…</p></blockquote><!-- /wp:quote -->
    """

    style = comment("style", "number", default=1)

    @staticmethod
    def migrate(a: Attributes, inner: Inner) -> Migrated:
        if a["style"] != _LARGE:
            return _with_paragraphs(a)
        return _with_paragraphs(
            Attributes({**a, "style": None, "className": classes(a["className"], "is-style-large")})
        )

    @staticmethod
    def save(a: Attributes, root: Root) -> Element | None:
        attributes = {"class": "is-large" if a["style"] == _LARGE else "", **_by_style(a)}
        return _saved(attributes, lines(a["value"], "p"), _citation("cite", a))


class CitedInFooter(LargeByNumber):
    """With the citation as footer, and a class for every style.

    <blockquote class="wp-block-quote blocks-quote-style-1"><p>…</p><footer>…</footer></blockquote>
    """

    citation = html("footer", default="")

    @staticmethod
    def migrate(a: Attributes, inner: Inner) -> Migrated:
        return _with_paragraphs(Attributes({**a, "style": None}))

    @staticmethod
    def save(a: Attributes, root: Root) -> Element | None:
        attributes = {"class": f"blocks-quote-style-{number_text(a['style'])}", **_by_style(a)}
        return _saved(attributes, lines(a["value"], "p"), _citation("footer", a))


def _saved(attributes: dict[str, object], content: object, citation: Element | None) -> Element:
    return element("blockquote", attributes, content, citation)


def _citation(tag: str, a: Attributes) -> Element | None:
    return None if is_empty(a["citation"]) else element(tag, {}, printed(a["citation"]))


def _by_class(a: Attributes) -> dict[str, object]:
    return {"class": classes(a["align"] and f"has-text-align-{a['align']}")}


def _by_style(a: Attributes) -> dict[str, object]:
    return {"style": {"textAlign": a["align"] or None}}


def _text_aligned(a: Attributes) -> Attributes:
    """`align` was the alignment of the text before it was that of the block."""
    if a["align"] not in _TEXT_ALIGNMENTS:
        return a
    return Attributes({**a, "align": None, "textAlign": a["align"]})


def _with_paragraphs(a: Attributes) -> tuple[Attributes, list[BlockObject]]:
    """The attributes without the paragraphs, and these as blocks: an empty one at least (`migrateToQuoteV2()`)."""
    paragraphs = Fragment(a["value"]).outermost("p") if a["value"] else []
    inner = [create_block(Paragraph, {"content": one.rich_text.html}) for one in paragraphs]
    return _text_aligned(Attributes({**a, "value": None})), inner if a["value"] else [create_block(Paragraph, {})]


deprecates(Quote, TextAlignedByAlign, WithoutBlocks, AlignedByStyle, LargeByNumber, CitedInFooter)
