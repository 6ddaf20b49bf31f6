"""The nodes of the tree: places in a text.

A node is frozen and holds places, not copies: where its delimiters and its content stand in the source. What it
says is read when asked for.

    <!-- wp:group {"tagName":"main"} --><main>A<!-- wp:spacer /-->B</main><!-- /wp:group -->
    |_start                             |inner_start              |_inner_end             |_end
                                         html   child         html
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import groupby, islice
from typing import TYPE_CHECKING, Any, Self, TypeVar, cast

from blocks.fragment import Fragment
from blocks.fragment.javascript import BLANKS
from blocks.model import attributes as attribute_json
from blocks.model.delimiter import VOID, Delimiter
from blocks.model.shape import Shape, load_shapes
from blocks.model.source import Parser, Source
from blocks.problems import Span

if TYPE_CHECKING:
    from blocks.model.block import Block

_REPR_WIDTH = 60
_READ_FOR_REPR = 4 * _REPR_WIDTH  # characters that may hold that many after their blanks are folded
_new = object.__new__

NodeT = TypeVar("NodeT", bound="Node")


class BlockType(type):
    """Makes every block type a class without a `__dict__`: a tree has many nodes."""

    older_shapes: tuple[type[Shape], ...] = ()

    def __new__(mcs, name: str, bases: tuple[type, ...], namespace: dict[str, Any]) -> BlockType:
        namespace.setdefault("__slots__", ())
        namespace.setdefault("older_shapes", ())
        return super().__new__(mcs, name, bases, namespace)

    @property
    def deprecations(cls) -> tuple[type[Shape], ...]:
        """The shapes in which older editors saved blocks of this type, in the order in which they are tried."""
        load_shapes()
        return cls.older_shapes


class Node(metaclass=BlockType):
    """What every block is: a place in a text, between delimiters, and what stands inside. `Block` says what it means.

    Two blocks are equal when they are of one type and written the same. Copies are the block itself; a pickled one is
    read again from its markup, and so stands at the start of a text of its own.
    """

    __slots__ = (
        "_attributes",
        "_children",
        "_delimiter",
        "_end",
        "_fragment",
        "_inner_end",
        "_nested",
        "_parts",
        "_source",
        "_start",
    )

    _source: Source
    _delimiter: Delimiter | None
    _start: int
    _inner_end: int
    _end: int
    _children: tuple[Block, ...]
    _nested: bool
    _parts: tuple[str | Block, ...] | None  # of a block whose content was put together anew
    # Once they were asked for:
    _attributes: Mapping[str, Any] | None
    _fragment: Fragment

    # ------------------------------------------------------------------------------------------ the delimiters

    @property
    def block_name(self) -> str | None:
        """The full name, `core/image`; None for HTML that stands outside every block (`blockName: null`)."""
        return self._delimiter.name if self._delimiter is not None else None

    @property
    def delimiter(self) -> Delimiter | None:
        """What the opener, or the void delimiter, says; None for HTML that stands outside every block."""
        return self._delimiter

    @property
    def span(self) -> Span:
        """Where the block stands, delimiters included."""
        return self._source.span(self._start, self._end)

    @property
    def is_void(self) -> bool:
        """Whether it is written as one delimiter, `<!-- wp:name /-->`."""
        return self._delimiter is not None and self._delimiter.kind is VOID

    @property
    def is_closed(self) -> bool:
        """Whether it has its closer; a block that is still open where the text ends has none."""
        return self._delimiter is None or self.is_void or self._inner_end < self._end

    @property
    def is_nested(self) -> bool:
        """Whether it was closed inside another block."""
        return self._nested

    @property
    def raw_attributes(self) -> str | None:
        """The attributes' JSON text as it stands in the source, or None where the delimiter has none."""
        raw = self._delimiter.attributes if self._delimiter is not None else None
        return raw.rstrip() if raw is not None else None

    @property
    def attributes(self) -> Mapping[str, Any] | None:
        """The delimiter's attributes, decoded; `{}` where there are none, None where they are no valid JSON.

        WordPress answers null for the invalid ones too. Do not change the mapping: it is read once and kept.
        """
        try:
            return self._attributes
        except AttributeError:
            raw = self._delimiter.attributes if self._delimiter is not None else None
            self._attributes = attribute_json.read(raw) if raw is not None else {}
            return self._attributes

    # --------------------------------------------------------------------------------------------- the content

    @property
    def children(self) -> tuple[Block, ...]:
        """The blocks inside it, in order."""
        return self._children

    @property
    def parts(self) -> tuple[str | Block, ...]:
        """Everything between the delimiters, in order: pieces of HTML, and the child blocks where they stand."""
        return tuple(self._read_parts()) if self._parts is None else self._parts

    @property
    def inner_content(self) -> tuple[str | Block, ...]:
        """WordPress's `innerContent`, with the child blocks in the place of its nulls.

        It is `parts` but for HTML that is just `0`: PHP takes that for empty, and WordPress drops it everywhere
        except at the end of a block inside a block.
        """
        parts = self.parts
        if self._delimiter is None or "0" not in parts:
            return parts
        last = len(parts) - 1
        return tuple(part for i, part in enumerate(parts) if part != "0" or (self._nested and i == last))

    @property
    def has_lost_zero(self) -> bool:
        """Whether `inner_content` lacks a `0` that stands in the text."""
        if self._delimiter is None or self._is_rewritten:
            return len(self.inner_content) != len(self.parts)
        text, last = self._source.text, self._inner_end
        return any(
            end - start == 1 and text[start] == "0" and not (self._nested and end == last)
            for start, end in self._gaps()
        )

    @property
    def inner_html(self) -> str:
        """The HTML of the block without its child blocks (WordPress's `innerHTML`)."""
        if not self._children and self._parts is None:  # read for every block that is rendered: no detours
            start = self._start if self._delimiter is None else self._start + self._delimiter.length
            if self._inner_end - start > 1:
                return self._source.text[start : self._inner_end]
        return "".join(part for part in self.inner_content if isinstance(part, str))

    @property
    def own_html(self) -> str:
        """`inner_html` as the editor has it: without the white space around it, and with a `0` that PHP drops."""
        if self._is_one_text:
            return self._source.text[self._inner_start : self._inner_end].strip(BLANKS)
        return "".join(part for part in self.parts if isinstance(part, str)).strip(BLANKS)

    @property
    def _is_one_text(self) -> bool:
        """Whether its content is one piece of HTML as it stands in the text, and no `0` alone."""
        return not self._children and self._inner_end - self._inner_start > 1 and not self._is_rewritten

    @property
    def fragment(self) -> Fragment:
        """`own_html`, parsed by lxml once, when first asked for."""
        try:
            return self._fragment
        except AttributeError:
            self._fragment = Fragment(self.own_html)
            return self._fragment

    @property
    def content_size(self) -> int:
        """How many characters stand between the delimiters in the source, child blocks included."""
        return self._inner_end - self._inner_start

    @property
    def is_blank(self) -> bool:
        """Whether it is nothing but the blanks between two blocks."""
        return False

    @property
    def markup(self) -> str:
        """The block as it is written, delimiters and child blocks included."""
        if not self._is_rewritten:
            return self._source.text[self._start : self._end]
        out: list[str] = []
        stack: list[Iterator[str | Block]] = [iter((cast("Block", self),))]
        while stack:
            for part in stack[-1]:
                if isinstance(part, str):
                    out.append(part)
                elif part._is_rewritten:
                    stack.append(part._rewritten_parts())
                    break
                else:
                    out.append(part._source.text[part._start : part._end])
            else:
                stack.pop()
        return "".join(out)

    def with_parts(self, *parts: str | Block) -> Self:
        """The same block around other content: pieces of HTML and child blocks, in order.

        HTML stays HTML here, even where it looks like a delimiter; `Document.transform` reads the result again.
        Raises TypeError for a part that is neither, and ValueError for a void block and for HTML outside every block:
        they have no delimiters to put content between.
        """
        if self._delimiter is None or self.is_void:
            raise ValueError(
                f"{self!r} has no opener to put content behind; parse the markup you want and put that in its place"
            )
        for part in parts:
            if not isinstance(part, str | Node):
                raise TypeError(f"with_parts() takes HTML as str, and blocks, one after the other; not {part!r}")
        merged: list[str | Block] = []
        for kind, run in groupby(parts, lambda part: str if isinstance(part, str) else Node):
            if kind is str:
                merged.append("".join(cast("Iterator[str]", run)))
            else:
                merged.extend(run)
        children = tuple(part for part in merged if isinstance(part, Node))
        node = node_at(
            type(self), self._source, self._delimiter, self._start, self._inner_end, self._end, children, self._nested
        )
        node._parts = tuple(part for part in merged if part != "")
        return node

    def stands_like(self, other: Block) -> bool:
        """Whether `other` stands in the same place of the same text, whatever is inside it by now."""
        return (
            self is other
            or (self._source is other._source and self._start == other._start and self._delimiter is other._delimiter)
        )  # fmt: skip

    def with_more_inside(self, blocks: tuple[Block, ...]) -> Self:
        """The same block with blocks of its own text inside it that stand behind the ones it has."""
        return node_at(
            type(self), self._source, self._delimiter, self._start, self._inner_end, self._end,
            self._children + blocks, self._nested,
        )  # fmt: skip

    # ------------------------------------------------------------------------------------------------- inside

    @property
    def _inner_start(self) -> int:
        return self._start + (len(self._delimiter.text) if self._delimiter is not None else 0)

    @property
    def _is_rewritten(self) -> bool:
        return self._parts is not None

    def _gaps(self) -> Iterator[tuple[int, int]]:
        """Where the HTML before each child stands, and that behind the last; any may be empty."""
        position = self._inner_start
        for child in self._children:
            yield position, child._start
            position = child._end
        yield position, self._inner_end

    def _read_parts(self) -> Iterator[str | Block]:
        text, children = self._source.text, iter(self._children)
        for start, end in self._gaps():
            if start < end:
                yield text[start:end]
            yield from islice(children, 1)

    def _rewritten_parts(self) -> Iterator[str | Block]:
        text = self._source.text
        yield text[self._start : self._inner_start]
        yield from self.parts
        yield text[self._inner_end : self._end]

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Node):
            return NotImplemented
        return self is other or (type(self) is type(other) and self.markup == other.markup)

    def __hash__(self) -> int:
        return hash((type(self), self.markup))

    def __copy__(self) -> Self:
        return self

    def __deepcopy__(self, memo: object) -> Self:
        return self

    def __reduce__(self) -> tuple[Any, ...]:
        return _read_again, (self._source.parser, self.markup)

    def __repr__(self) -> str:
        line, column = self._source.position(self._start)
        parts = [f"{type(self).__name__} {self.block_name or 'html'} at {line}:{column}"]
        if self.raw_attributes is not None:
            parts.append(_shortened(self.raw_attributes))
        if self._children:
            parts.append(f"{len(self._children)} inside")
        else:
            start, end = self._inner_start, min(self._inner_end, self._inner_start + _READ_FOR_REPR)
            html = _shortened(self.inner_html if self._is_rewritten else self._source.text[start:end])
            parts += [repr(html)] if html else []
        return f"<{', '.join(parts)}>"


def node_at(
    block_type: type[NodeT],
    source: Source,
    delimiter: Delimiter | None,
    start: int,
    inner_end: int,
    end: int,
    children: tuple[Block, ...] = (),
    nested: bool = False,
) -> NodeT:
    """A node in its place; only the tree builders of this package make nodes this way.

    `nested` says that the block was closed inside another one, where WordPress keeps HTML that it drops elsewhere.
    (A function and no `__init__`, since a tree has many nodes: CPython runs this in half the time.)
    """
    node = _new(block_type)
    node._source = source
    node._delimiter = delimiter
    node._start = start
    node._inner_end = inner_end
    node._end = end
    node._children = children
    node._nested = nested
    node._parts = None
    return node


def _read_again(parser: Parser, markup: str) -> Block:
    nodes = parser.parse(markup).children
    # Blocks that are left open inside it come first, as in WordPress; text of nothing has no nodes.
    if nodes:
        return nodes[-1]
    from blocks.model.block import Freeform

    return node_at(Freeform, Source("", parser), None, 0, 0, 0)


def _shortened(text: str) -> str:
    line = " ".join(text[:_READ_FOR_REPR].split())
    return line if len(line) <= _REPR_WIDTH else line[: _REPR_WIDTH - 1] + "…"
