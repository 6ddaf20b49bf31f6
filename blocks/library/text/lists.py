"""Lists and their items."""

from __future__ import annotations

from blocks.fragment import RichText
from blocks.library.supports import BORDER, SPACING, TYPOGRAPHY
from blocks.model.block import Block
from blocks.model.fields import comment, html, rich_text
from blocks.model.registry import block
from blocks.model.saved import Attributes, Element, Root, element, printed


@block(
    "core/list",
    category="text",
    allowed_blocks=("core/list-item",),
    selectors={"border": ".wp-block-list:not(.wp-block-list .wp-block-list)"},
)
class List(Block):
    """A list, ordered or not. Its items are blocks inside it.

    <ul class="wp-block-list"><!-- wp:list-item -->…<!-- /wp:list-item --></ul>
    """

    supports = {
        "anchor": True,
        "html": False,
        "__experimentalBorder": BORDER,
        "typography": TYPOGRAPHY,
        "color": {"gradients": True, "link": True},
        "spacing": SPACING,
        "__unstablePasteTextInline": True,
        "__experimentalOnMerge": True,
        "__experimentalSlashInserter": True,
    }

    ordered: bool = comment("ordered", "boolean", default=False, role="content")
    values: str = html("ol,ul", multiline="li", default="", role="content")
    type: str | None = comment("type", "string")
    start: int | None = comment("start", "integer")
    reversed: bool | None = comment("reversed", "boolean")
    placeholder: str | None = comment("placeholder", "string")

    @staticmethod
    def save(a: Attributes, root: Root) -> Element | None:
        numbering = a["type"] if a["ordered"] and a["type"] != "decimal" else None
        attributes = root({"reversed": a["reversed"], "start": a["start"], "style": {"listStyleType": numbering}})
        return element("ol" if a["ordered"] else "ul", attributes, root.inner)


@block(
    "core/list-item",
    category="text",
    parent=("core/list",),
    allowed_blocks=("core/list",),
    selectors={
        "root": ".wp-block-list > li",
        "border": ".wp-block-list:not(.wp-block-list .wp-block-list) > li",
    },
)
class ListItem(Block):
    """An item of a list; a list inside it is a block inside it.

    <li>…</li>
    """

    supports = {
        "anchor": True,
        "className": False,
        "splitting": True,
        "__experimentalBorder": BORDER,
        "color": {"gradients": True, "link": True, "background": True},
        "spacing": SPACING,
        "typography": TYPOGRAPHY,
    }

    placeholder: str | None = comment("placeholder", "string")
    content: RichText = rich_text("li", role="content")

    @staticmethod
    def save(a: Attributes, root: Root) -> Element | None:
        return element("li", root(), printed(a["content"]), root.inner)
