"""WordPress's category `reusable`: blocks that are kept once and shown in many places."""

from __future__ import annotations

from typing import Any

from blocks.library.drawn import Drawn
from blocks.model.fields import comment
from blocks.model.registry import block

__all__ = ["ReusableBlock"]


@block("core/block", category="reusable", provides_context={"pattern/overrides": "content"})
class ReusableBlock(Drawn):
    """A synced pattern (once a reusable block), by its post's id; `content` is what is overridden in it here.

    <!-- wp:block {"ref":12,"content":{"Title":{"content":"Hi"}}} /-->
    """

    supports = {"customClassName": False, "html": False, "inserter": False, "renaming": False}

    ref: int | None = comment("ref", "integer")
    content: dict[str, Any] = comment("content", "object", default={})
