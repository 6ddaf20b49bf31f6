"""The blocks of the acme plugin."""

from blocks import Block, RichText, block
from blocks.model.fields import attribute, comment, rich_text


@block("acme/notice")
class Notice(Block):
    """A notice with a title, and any blocks inside it.

    <div class="wp-block-acme-notice"><p class="notice-title">…</p><!-- wp:paragraph -->…<a class="notice-link" …></div>
    """

    tone: str = comment("tone", "string", default="info")
    dismissible: bool = comment("dismissible", "boolean", default=False)
    title: RichText = rich_text(".notice-title")
    link: str | None = attribute("a.notice-link", "href")
