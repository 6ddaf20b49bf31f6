"""The base of the blocks that are saved as a figure."""

from __future__ import annotations

from blocks.fragment import RichText
from blocks.model.fields import comment, rich_text
from blocks.model.node import Block


class Figure(Block):
    """A block that is saved as a `<figure>`: image, gallery, video, audio, table, embed.

    <figure class="wp-block-…">…<figcaption>…</figcaption></figure>
    """

    caption: RichText = rich_text("figcaption")
    align: str | None = comment("align", "string")
