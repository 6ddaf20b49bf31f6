"""WordPress's category `widgets`."""

from __future__ import annotations

from blocks.model.fields import raw
from blocks.model.node import Block
from blocks.model.registry import block

__all__ = ["Html"]


@block("core/html")
class Html(Block):
    """HTML written by hand.

    <!-- wp:html --><marquee>…</marquee><!-- /wp:html -->
    """

    content: str = raw()
