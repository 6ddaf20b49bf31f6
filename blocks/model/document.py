"""The Document: a text as a tree, and everything one does with it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from operator import is_
from typing import Any, TypeVar, overload

from blocks.model import walk as walking
from blocks.model import wordpress
from blocks.model.delimiter import Spelling
from blocks.model.node import Block
from blocks.model.source import Source
from blocks.problems import Problem

BlockT = TypeVar("BlockT", bound=Block)


class Document:
    """A parsed text. It loses nothing and never changes; edits give a new document.

        document = blocks.parse(markup)
        document.children             the top-level blocks, blanks between them included
        document.walk()               every block, parents first
        document.find(Image)          every image, typed
        document.transform(change)    a new document with `change` applied to every block
        document.serialize()          the text again, byte for byte
        document.to_wordpress()       what WordPress's parse_blocks() answers
        document.problems             what is odd about the text

    Where two or more blocks are still open at the end of the text, the nodes at the end of `children` overlap, as in
    WordPress: innermost first, each with the rest of the text. They are `overlapping`; everything else tiles the text.
    """

    __slots__ = ("_find_problems", "_overlap", "_problems", "_untouched", "children", "source", "spelling")

    def __init__(
        self,
        source: Source,
        children: tuple[Block, ...],
        *,
        spelling: Spelling | None = None,
        overlap: tuple[int, int] | None = None,
        find_problems: Callable[[], tuple[Problem, ...]] | None = None,
    ) -> None:
        # `overlap`: the index in `children` of the first overlapping node, and where its text begins.
        self.source = source
        self.children = children
        self.spelling = spelling or Spelling()
        self._untouched = children
        self._overlap = overlap
        self._find_problems = find_problems
        self._problems: tuple[Problem, ...] | None = None

    # ------------------------------------------------------------------------------------------------- the verbs

    def walk(self, *, blanks: bool = False) -> Iterator[Block]:
        """Every block, parents before children; with `blanks`, the blanks between blocks too."""
        return walking.walk(self.children, blanks=blanks)

    @overload
    def find(self, wanted: type[BlockT], /) -> Iterator[BlockT]: ...
    @overload
    def find(self, *wanted: type[Block] | str) -> Iterator[Block]: ...
    def find(self, *wanted: type[Block] | str) -> Iterator[Block]:
        """Every block of a type (subclasses included) or name; `image` is short for `core/image`.

        Raises TypeError for anything that is neither a block type nor a name.
        """
        return filter(walking.matcher(*wanted), self.walk())

    def transform(self, change: walking.Transformation) -> Document:
        """A new document with `change` applied to every block, children before parents.

        `change` gets a block, whose children are transformed already, and returns the block to keep it, another
        block or several to put in its place, or `()` to remove it. Returning None is a TypeError: a forgotten
        `return` must not lose a paragraph. Bytes of blocks that stay are not touched.
        """
        return self.with_children(walking.transform(self.children, change))

    def with_children(self, children: tuple[Block, ...]) -> Document:
        """A new document of these top-level blocks, with the problems of this one's text."""
        document = Document(
            self.source,
            children,
            spelling=self.spelling,
            overlap=self._overlap,
            find_problems=lambda: self.problems,
        )
        document._untouched = self._untouched
        return document

    # ------------------------------------------------------------------------------------------------ the answers

    @property
    def problems(self) -> tuple[Problem, ...]:
        """What is odd about the text, in its order; see `blocks.problems.CODES`. Looked for when first asked."""
        if self._problems is None:
            self._problems = self._find_problems() if self._find_problems is not None else ()
            self._find_problems = None
        return self._problems

    @property
    def overlapping(self) -> tuple[Block, ...]:
        """The nodes whose texts overlap: blocks left open at the end, innermost first, and the HTML before each.

        None do any more in a document that was transformed so that one of them changed.
        """
        tail = self._untouched[self._overlap[0] :] if self._overlap else ()
        mine = self.children[-len(tail) :]
        return tail if len(mine) == len(tail) and all(map(is_, mine, tail)) else ()

    @property
    def overlap_start(self) -> int | None:
        """Where the text of the overlapping nodes begins, in characters of `source.text`; None where none overlap."""
        return self._overlap[1] if self._overlap and self.overlapping else None

    @property
    def overlap_size(self) -> int:
        """How many characters the overlapping nodes hold in all; what they repeat makes it larger than the text."""
        return sum(node.content_size for node in self.overlapping)

    def serialize(self, *, canonical: bool = False, limit: int | None = wordpress.LIMIT) -> str | bytes:
        """The markup, in the type of the input.

        What nobody edited comes back byte for byte. With `canonical`, the document is written as WordPress's
        `serialize_blocks(parse_blocks(x))` writes it: attributes re-encoded, every block closed. That repeats the
        text of overlapping blocks, up to `limit` characters of it in all: LimitError beyond.
        """
        if canonical:
            return self.source.give_back(wordpress.canonical_markup(self, limit))
        return self.source.give_back(self._markup())

    def to_wordpress(self, *, limit: int | None = wordpress.LIMIT) -> list[dict[str, Any]]:
        """The structure of WordPress's `parse_blocks()`, in plain dicts and lists.

        Overlapping blocks repeat the rest of the text, so a text of n unclosed blocks gives a structure of n² size:
        `limit` bounds the characters that such blocks may repeat in all, LimitError says where it was reached, and
        None lifts it.
        """
        return wordpress.to_wordpress(self, limit)

    def _markup(self) -> str:
        if self.children is self._untouched:
            return self.source.text
        start = self.overlap_start
        if start is None:
            return "".join(node.markup for node in self.children)
        tiling = self.children[: len(self.children) - len(self.overlapping)]
        return "".join(node.markup for node in tiling) + self.source.text[start:]

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Document):
            return NotImplemented
        return self is other or self._markup() == other._markup()

    def __hash__(self) -> int:
        return hash(self._markup())

    def __repr__(self) -> str:
        blocks = sum(not node.is_blank for node in self.children)
        return f"<Document of {len(self.source.text)} characters, {blocks} top-level blocks>"
