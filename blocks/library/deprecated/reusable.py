"""How references to synced patterns were saved."""

from __future__ import annotations

from blocks.fragment.javascript import is_true
from blocks.library.reusable import ReusableBlock
from blocks.model.fields import comment
from blocks.model.reading import Candidate
from blocks.model.saved import Attributes, Element, Inner, Root
from blocks.model.shape import Migrated, Shape, deprecates


class OverridesAsValues(Shape):
    """With each override one level deeper, as `values`.

    <!-- wp:block {"ref":12,"content":{"V98q_x":{"values":{"content":"Hi"}}}} /-->
    """

    supports = ReusableBlock.supports

    ref = comment("ref", "number")
    content = comment("content", "object")

    @staticmethod
    def is_eligible(said: Attributes, block: Candidate) -> bool:
        del block
        content = said["content"]
        return is_true(content) and all(isinstance(one["values"], dict) for one in content.values())

    @staticmethod
    def migrate(a: Attributes, inner: Inner) -> Migrated:
        del inner
        content = a["content"]
        if not content:
            return a
        return Attributes({**a, "content": {key: one["values"] for key, one in content.items()}})

    @staticmethod
    def save(a: Attributes, root: Root) -> Element | None:
        del a, root
        return None


class Overriding(Shape):
    """With the overrides under the name `overrides`.

    <!-- wp:block {"ref":12,"overrides":{"V98q_x":{"content":"Hi"}}} /-->
    """

    supports = ReusableBlock.supports

    ref = comment("ref", "number")
    overrides = comment("overrides", "object")

    @staticmethod
    def is_eligible(said: Attributes, block: Candidate) -> bool:
        del block
        return is_true(said["overrides"])

    @staticmethod
    def migrate(a: Attributes, inner: Inner) -> Migrated:
        del inner
        return Attributes({**a, "overrides": None, "content": dict(a["overrides"])})

    @staticmethod
    def save(a: Attributes, root: Root) -> Element | None:
        del a, root
        return None


deprecates(ReusableBlock, OverridesAsValues, Overriding)
