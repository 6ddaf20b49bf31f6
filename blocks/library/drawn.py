"""The bases of the blocks that the server draws: what they save is no HTML of their own."""

from __future__ import annotations

from blocks.model.block import Block
from blocks.model.saved import Attributes, Element, Root, element


class Drawn(Block):
    """A block that is saved as its delimiter alone; the server draws it.

    <!-- wp:archives {"displayAsDropdown":true} /-->
    """

    @staticmethod
    def save(a: Attributes, root: Root) -> Element | None:
        del a, root
        return None


class DrawnAround(Block):
    """A block that is saved as the blocks inside it; the server draws what is around them.

    <!-- wp:post-template --><!-- wp:post-title /--><!-- /wp:post-template -->
    """

    @staticmethod
    def save(a: Attributes, root: Root) -> Element | None:
        del a
        return element(None, {}, root.inner)
