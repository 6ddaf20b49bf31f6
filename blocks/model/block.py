"""Blocks: what a node means. `Block`, the base of every block type, and the two types that no library declares.

A type says where its attributes live and how it is saved. What a block says is read when first asked for, as
WordPress's editor reads it, and kept.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import Any, ClassVar, Self

from blocks.fragment.element import Element, Raw, element
from blocks.fragment.javascript import BLANKS
from blocks.model import attributes as attribute_json
from blocks.model.attributes import Dialect
from blocks.model.fields import raw
from blocks.model.missing import original_content
from blocks.model.node import Node
from blocks.model.objects import BlockObject, block_objects
from blocks.model.reading import Reading, read_block
from blocks.model.saved import Root
from blocks.model.shape import NOT_SAID, Attributes, BlockJson, Shape, schema_of
from blocks.model.supports import Supported, Supports

_NOT_BLANK = re.compile(r"[^ \t\n\v\f\r]")


class Block(Supported, Node):
    """A block of the tree; every block type is a subclass.

    A type declares fields (`blocks.model.fields`), the `supports` of its block.json, and how it is saved.
    """

    __slots__ = ("_reading", "_values")

    type_name: ClassVar[str | None] = None
    """The full name of the blocks that this type is declared for, such as `core/image`."""

    block_json: ClassVar[BlockJson] = BlockJson()
    """What block.json says beside that: where the block may stand, its context, its looks."""

    supports: ClassVar[Supports] = {}
    """What the type supports, in the words of block.json; attributes such as `align` come from it."""

    api_version: ClassVar[int] = 3
    """The version of WordPress's block API that the type is written for."""

    _reading: Reading

    _values: Mapping[str, Any]

    @staticmethod
    def save(a: Attributes, root: Root) -> Element | None:
        """How the editor saves a block of this type, with the attributes `a`: see `blocks.model.saved`.

        A type that does not say so takes any HTML as it is.
        """
        del a, root
        return NOT_SAID

    def __new__(cls, /, *inside: Block, **fields: Any) -> Self:
        """A new block: its fields by name, and the blocks inside it in order.

            Group(Heading(content="Hello"), Paragraph(content="<em>You</em>"), tag_name="main")

        It is saved as WordPress's editor saves it. Rich text is HTML; `RichText.of_text()` makes it of text. TypeError
        for a field that the type does not have, or a value of another type; EditError for a value that would not be
        saved.
        """
        from blocks.model.building import build

        return build(cls, inside, fields)

    def replace(self, /, *, dialect: Dialect = "6.9", **fields: Any) -> Self:
        """The same block with other values in some fields; None takes a value away.

        Only the bytes change that must: the delimiter for an attribute that it says, an attribute or the content of an
        element for one that is in the HTML, and what else the editor saves for it (a heading's `level` is in both). A
        block in an older shape is written in the one of today. `dialect` is how the delimiter is escaped: as
        WordPress "6.9" does, or those up to "6.8".

        TypeError for a field that the type does not have, or a value of another type; EditError for a value that the
        markup cannot hold, or that would change another field as well or make a block that the editor does not
        recognise (a value that is taken away may take along what was written for its sake alone).
        """
        from blocks.model.editing import replaced

        return replaced(self, fields, dialect)

    # ------------------------------------------------------------------------------------- what the editor reads

    @property
    def said(self) -> Mapping[str, Any]:
        """The delimiter's attributes as the editor reads them: JavaScript takes JSON that PHP does not."""
        if (found := self.attributes) is not None:
            return found
        return attribute_json.read_as_javascript(self.raw_attributes or "")

    @property
    def attribute_values(self) -> Mapping[str, Any]:
        """The attributes as WordPress's editor reads them, by their names in block.json: sourced ones, defaults, all.

        The fields of a type are views of it. Do not change the mapping: it is read once and kept.
        """
        try:
            return self._values
        except AttributeError:
            self._values = self.reading.attributes
            return self._values

    @property
    def deprecation(self) -> type[Shape] | None:
        """The older shape that the block is saved in; None for one in the shape of today, or in none.

        The first that fits. A block may go through more (`reading.deprecations`); its attributes come from the last.
        """
        return self.reading.deprecations[0] if self.reading.deprecations else None

    @property
    def reading(self) -> Reading:
        """What the editor reads: the attributes, and how it came to them. Read once, when first asked for."""
        try:
            return self._reading
        except AttributeError:
            self._reading = self._read(lambda: block_objects(self._children))
            return self._reading

    def inner_objects(self) -> list[BlockObject]:
        """The blocks inside as the editor has them: those of the markup, or what a migration made of it."""
        moved = self.reading.moved
        return block_objects(self._children) if moved is None else moved

    def as_object(self, inner: list[BlockObject]) -> BlockObject | None:
        """What the editor makes of the block, around `inner`; None for the blanks between blocks."""
        if not hasattr(self, "_reading"):
            self._reading = self._read(lambda: inner)
        reading = self._reading
        attributes = reading.attributes
        if reading.deprecations:
            return BlockObject(
                self.type_name or "", attributes, inner if reading.moved is None else reading.moved, self
            )
        ordered = {key: attributes[key] for key in schema_of(type(self)).fields if key in attributes}
        return BlockObject(self.type_name or "", ordered, inner, self)

    def _read(self, inner: Callable[[], list[BlockObject]]) -> Reading:
        return read_block(self, inner)


class Freeform(Block):
    """HTML outside every block, as the classic editor writes it, and `core/freeform` itself.

    <p>Written before blocks.</p>
    """

    type_name = "core/freeform"
    block_json = BlockJson("text")
    supports = {
        "className": False,
        "customClassName": False,
        "lock": False,
        "reusable": False,
        "renaming": False,
        "visibility": False,
    }

    content: str = raw()

    @staticmethod
    def save(a: Attributes, root: Root) -> Element | None:
        del root
        return element(None, {}, Raw(a["content"] or ""))

    @property
    def is_blank(self) -> bool:
        """Whether it is nothing but the white space between two blocks."""
        return self._delimiter is None and not _NOT_BLANK.search(self._source.text, self._start, self._end)

    def as_object(self, inner: list[BlockObject]) -> BlockObject | None:
        return Block.as_object(self, inner) if self.own_html else None

    def _read(self, inner: Callable[[], list[BlockObject]]) -> Reading:
        from blocks.fragment.classic import autop

        del inner
        html = autop(self.own_html).strip(BLANKS)
        attributes = schema_of(type(self)).read(html, self, self.said)
        return Reading(attributes, True)


class Unknown(Block):
    """A block whose name no library declares: it keeps all it says, as attributes and HTML.

    <!-- wp:my-plugin/book {"isbn":"…"} -->…<!-- /wp:my-plugin/book -->

    To the editor it is a block core/missing, which holds the markup.
    """

    def as_object(self, inner: list[BlockObject]) -> BlockObject | None:
        return BlockObject("core/missing", self.attribute_values, inner)

    def _read(self, inner: Callable[[], list[BlockObject]]) -> Reading:
        del inner
        values = {
            "originalName": self.block_name,
            "originalUndelimitedContent": original_content(self, delimited=False),
            "originalContent": original_content(self, delimited=True),
        }
        return Reading(Attributes(values), True)
