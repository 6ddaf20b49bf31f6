"""The base of the blocks that are saved as a figure, and what their figures hold."""

from __future__ import annotations

from blocks.fragment import RichText
from blocks.model.block import Block
from blocks.model.fields import rich_text
from blocks.model.saved import Attributes, Element, classes, element, is_empty, printed

CAPTION_CLASS = "wp-element-caption"


class Figure(Block):
    """A block that is saved as a `<figure>`: image, gallery, video, audio, table, embed.

    <figure class="wp-block-…">…<figcaption class="wp-element-caption">…</figcaption></figure>
    """

    caption: RichText = rich_text("figcaption")


def figcaption(caption: object, *names: str) -> Element | None:
    """The caption with these classes; None where it is empty."""
    return None if is_empty(caption) else element("figcaption", {"class": classes(*names) or None}, printed(caption))


def linked(a: Attributes, picture: Element | None) -> Element | None:
    """The picture in the link around it, where it has one."""
    if not a["href"]:
        return picture
    link = {"class": a["linkClass"], "href": a["href"], "target": a["linkTarget"], "rel": a["rel"] or None}
    return element("a", link, picture)
