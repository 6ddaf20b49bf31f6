"""WordPress's category `design`: what arranges other blocks."""

from __future__ import annotations

from blocks.fragment import RichText
from blocks.model.fields import attribute, comment, rich_text
from blocks.model.node import Block
from blocks.model.registry import block

__all__ = ["Button", "Buttons", "Column", "Columns", "Group", "Separator", "Spacer"]


@block("core/buttons")
class Buttons(Block):
    """A row of buttons, which are blocks inside it.

    <div class="wp-block-buttons"><!-- wp:button -->…<!-- /wp:button --></div>
    """


@block("core/button")
class Button(Block):
    """A link that looks like a button.

    <div class="wp-block-button"><a class="wp-block-button__link wp-element-button" href="…">…</a></div>
    """

    tag_name: str = comment("tagName", "string", default="a")
    type: str = comment("type", "string", default="button")
    text_align: str | None = comment("textAlign", "string")
    url: str | None = attribute("a", "href")
    title: str | None = attribute("a,button", "title")
    text: RichText = rich_text("a,button")
    link_target: str | None = attribute("a", "target")
    rel: str | None = attribute("a", "rel")
    placeholder: str | None = comment("placeholder", "string")
    background_color: str | None = comment("backgroundColor", "string")
    text_color: str | None = comment("textColor", "string")
    gradient: str | None = comment("gradient", "string")
    width: int | None = comment("width", "integer")


@block("core/columns")
class Columns(Block):
    """Columns side by side, which are blocks inside it.

    <div class="wp-block-columns"><!-- wp:column -->…<!-- /wp:column --></div>
    """

    vertical_alignment: str | None = comment("verticalAlignment", "string")
    is_stacked_on_mobile: bool = comment("isStackedOnMobile", "boolean", default=True)


@block("core/column")
class Column(Block):
    """One column, with any blocks inside it.

    <div class="wp-block-column">…</div>
    """

    vertical_alignment: str | None = comment("verticalAlignment", "string")
    width: str | None = comment("width", "string")


@block("core/group")
class Group(Block):
    """Blocks that belong together: also row, stack and grid.

    <div class="wp-block-group">…</div>
    """

    tag_name: str = comment("tagName", "string", default="div")


@block("core/separator")
class Separator(Block):
    """A rule between parts of a text.

    <hr class="wp-block-separator has-alpha-channel-opacity"/>
    """

    opacity: str = comment("opacity", "string", default="alpha-channel")
    tag_name: str = comment("tagName", "string", default="hr")


@block("core/spacer")
class Spacer(Block):
    """White space of a given size.

    <div style="height:100px" aria-hidden="true" class="wp-block-spacer"></div>
    """

    height: str = comment("height", "string", default="100px")
    width: str | None = comment("width", "string")
