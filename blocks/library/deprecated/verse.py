"""How verse was saved."""

from __future__ import annotations

from blocks.library.deprecated.common import font_family_by_slug, has_font_family
from blocks.library.text import Verse
from blocks.model.fields import comment, html
from blocks.model.reading import Candidate
from blocks.model.saved import Attributes, Element, Inner, Root, element, printed
from blocks.model.shape import Migrated, Shape, deprecates


class FontFamilyInStyle(Shape):
    """With the font family in `style`.

    <!-- wp:verse {"style":{"typography":{"fontFamily":"var:preset|font-family|mono"}}} --><pre …>…</pre>
    """

    supports = {
        "anchor": True,
        "color": {"gradients": True, "link": True},
        "typography": {"fontSize": True, "__experimentalFontFamily": True},
        "spacing": {"padding": True},
    }

    content = html("pre", default="")
    text_align = comment("textAlign", "string")

    @staticmethod
    def is_eligible(said: Attributes, block: Candidate) -> bool:
        return has_font_family(said)

    @staticmethod
    def migrate(a: Attributes, inner: Inner) -> Migrated:
        return font_family_by_slug(a)

    @staticmethod
    def save(a: Attributes, root: Root) -> Element | None:
        return Verse.save(a, root)


class AlignedByStyle(Shape):
    """With the alignment as style.

    <pre class="wp-block-verse" style="text-align:center">…</pre>
    """

    content = html("pre", default="")
    text_align = comment("textAlign", "string")

    @staticmethod
    def save(a: Attributes, root: Root) -> Element | None:
        return element("pre", {"style": {"textAlign": a["textAlign"]}}, printed(a["content"]))


deprecates(Verse, FontFamilyInStyle, AlignedByStyle)
