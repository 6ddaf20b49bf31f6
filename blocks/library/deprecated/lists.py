"""How lists were saved."""

from __future__ import annotations

from blocks.fragment.javascript import number_text, whole_number
from blocks.library.deprecated.common import font_family_by_slug, has_font_family, lines
from blocks.library.deprecated.items import LIST_STYLES, items_of
from blocks.library.supports import SPACING, TYPOGRAPHY
from blocks.library.text import List
from blocks.model.fields import comment, html
from blocks.model.reading import Candidate
from blocks.model.saved import Attributes, Element, Inner, Root, element
from blocks.model.shape import Migrated, Shape, deprecates

_COLOR = {"gradients": True, "link": True}


class _OlderList(Shape):
    """What the older shapes of lists have in common."""

    ordered = comment("ordered", "boolean", default=False)
    values = html("ol,ul", multiline="li", default="")
    type = comment("type", "string")
    start = comment("start", "number")
    reversed = comment("reversed", "boolean")
    placeholder = comment("placeholder", "string")


class WithoutClass(_OlderList):
    """Before WordPress 6.6, without a class of its own.

    <ul><!-- wp:list-item -->…<!-- /wp:list-item --></ul>
    """

    supports = {"anchor": True, "className": False, "typography": TYPOGRAPHY, "color": _COLOR, "spacing": SPACING}

    @staticmethod
    def save(a: Attributes, root: Root) -> Element | None:
        return List.save(a, root)


class TypeAsAttribute(_OlderList):
    """With the kind of numbers as an attribute of the HTML.

    <!-- wp:list {"ordered":true,"type":"A"} --><ol type="A"><!-- wp:list-item -->…<!-- /wp:list-item --></ol>
    """

    supports = WithoutClass.supports

    @staticmethod
    def is_eligible(said: Attributes, block: Candidate) -> bool:
        return bool(said["type"])

    @staticmethod
    def migrate(a: Attributes, inner: Inner) -> Migrated:
        return Attributes({**a, "type": LIST_STYLES.get(a["type"], a["type"])}) if a["type"] else a

    @staticmethod
    def save(a: Attributes, root: Root) -> Element | None:
        return _numbered(a, root, root.inner)


class WithoutItemBlocks(_OlderList):
    """Before WordPress 6.1, with its items as its HTML.

    <!-- wp:list --><ul><li>…<ul><li>…</li></ul></li></ul><!-- /wp:list -->
    """

    supports = {
        "anchor": True,
        "className": False,
        "typography": {
            "fontSize": True,
            "__experimentalFontFamily": True,
            "lineHeight": True,
            "__experimentalFontStyle": True,
            "__experimentalFontWeight": True,
            "__experimentalLetterSpacing": True,
            "__experimentalTextTransform": True,
        },
        "color": _COLOR,
    }

    @staticmethod
    def migrate(a: Attributes, inner: Inner) -> Migrated:
        kept = {name: a[name] for name in a if name not in {"values", "start", "reversed", "ordered", "type"}}
        numbering = {
            "ordered": a["ordered"],
            "values": "",
            "start": whole_number(number_text(a["start"])) if a["start"] else None,
            "reversed": a["reversed"] or None,
            "type": LIST_STYLES.get(a["type"] or ""),
        }
        return Attributes({**kept, **numbering}), items_of(a["values"], "ol" if a["ordered"] else "ul")

    @staticmethod
    def save(a: Attributes, root: Root) -> Element | None:
        return _numbered(a, root, lines(a["values"], "li"))


class FontFamilyInStyle(_OlderList):
    """With the font family in `style`. The items stay HTML.

    <!-- wp:list {"style":{"typography":{"fontFamily":"var:preset|font-family|mono"}}} -->…<!-- /wp:list -->
    """

    supports = {
        "anchor": True,
        "className": False,
        "typography": {"fontSize": True, "__experimentalFontFamily": True},
        "color": _COLOR,
    }

    @staticmethod
    def is_eligible(said: Attributes, block: Candidate) -> bool:
        return has_font_family(said)

    @staticmethod
    def migrate(a: Attributes, inner: Inner) -> Migrated:
        return font_family_by_slug(a)

    @staticmethod
    def save(a: Attributes, root: Root) -> Element | None:
        return _numbered(a, root, lines(a["values"], "li"))


def _numbered(a: Attributes, root: Root, content: object) -> Element:
    attributes = root({"type": a["type"], "reversed": a["reversed"], "start": a["start"]})
    return element("ol" if a["ordered"] else "ul", attributes, content)


deprecates(List, WithoutClass, TypeAsAttribute, WithoutItemBlocks, FontFamilyInStyle)
