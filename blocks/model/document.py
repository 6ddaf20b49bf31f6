"""The Document: a text as a tree, and everything one does with it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any, TypeVar, overload

from blocks.errors import EditError
from blocks.model import walk as walking
from blocks.model import wordpress
from blocks.model.attributes import Dialect
from blocks.model.block import Block
from blocks.model.checking import find_reading_problems
from blocks.model.delimiter import Spelling, full_name
from blocks.model.digest import Chunk, ExcerptUnit, SizeUnit, Stats, digest
from blocks.model.editing import migrated
from blocks.model.objects import as_json, block_objects, objects_of
from blocks.model.origin import Origin, Rendering
from blocks.model.saving import BETWEEN, save_objects
from blocks.model.source import Parser, Source, default_parser
from blocks.problems import Problem

if TYPE_CHECKING:
    from blocks.model.registry import Registry

BlockT = TypeVar("BlockT", bound=Block)


class Document:
    """A parsed text. It loses nothing and never changes; edits give a new document.

        document = blocks.parse(markup)
        document.children             the top-level blocks, blanks between them included
        document.walk()               every block, parents first
        document.find(Image)          every image, typed
        document.transform(change)    a new document with `change` applied to every block
        document.markup               the text again, as str
        document.serialize()          the text again, in the type it came in
        document.to_wordpress()       what WordPress's parse_blocks() answers
        document.to_json()            what WordPress's editor reads: every attribute of every block
        document.problems             what is odd about the text
        document.excerpt()            how it begins, as WordPress makes excerpts
        document.stats()              words, reading time, images, links, headings, blocks
        document.chunks(size=1000)    its text in pieces, by headings, for search indexes and language models

    Where two or more blocks are still open at the end of the text, the nodes at the end of `children` overlap, as in
    WordPress: innermost first, each with the rest of the text. They are `overlapping`; everything else tiles the text.

    Two documents are equal when their texts are. Copies are the document itself; a pickled one is read again from its
    text.
    """

    __slots__ = ("_children", "_origin", "_overlap", "_problems", "_rendering", "_source")

    def __init__(self, source: Source, children: tuple[Block, ...], overlap: tuple[int, int] | None = None) -> None:
        # `overlap`: the index in `children` of the first overlapping node, and where its text begins.
        self._origin: Origin = "markup"
        self._rendering: Rendering | None = None
        self._source = source
        self._children = children
        self._overlap = overlap
        self._problems: tuple[Problem, ...] | None = None

    @property
    def source(self) -> Source:
        """The text, and the lines and columns in it."""
        return self._source

    @property
    def children(self) -> tuple[Block, ...]:
        """The top-level blocks, the HTML between them included."""
        return self._children

    @property
    def origin(self) -> Origin:
        """What the text was made of: "markup" that somebody saved, HTML that WordPress "rendered", a "classic" post.

        Markup that was recovered from rendered HTML does not say all that the saved markup says: `Post.to_rest()`
        refuses to put it in the place of that.
        """
        return self._origin

    @property
    def rendering(self) -> Rendering | None:
        """How the HTML was rendered that it was recovered from, and what could not be; None where it was not."""
        return self._rendering

    def of_origin(self, origin: Origin, rendering: Rendering | None = None) -> Document:
        """The same document, marked with where it comes from; what is made of it by edits is marked alike."""
        if origin == self._origin and rendering is self._rendering:
            return self
        marked = Document(self._source, self._children, self._overlap)
        marked._origin, marked._rendering, marked._problems = origin, rendering, self._problems
        return marked

    @property
    def spelling(self) -> Spelling:
        """How delimiters are spelled in this text."""
        return self._source.parser.spelling

    # ------------------------------------------------------------------------------------------------- the verbs

    def walk(self, *, blanks: bool = False) -> Iterator[Block]:
        """Every block, parents before children; with `blanks`, the blanks between blocks too."""
        return walking.walk(self._children, blanks=blanks)

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
        `return` must not lose a paragraph.

        The result is read from its own text, so that its places and problems are those of the new text. Bytes of
        blocks that stay are not touched. Where blocks overlap, `change` sees each inside the one it was opened in,
        with every byte once.
        """
        nodes = self._as_opened()
        changed = walking.transform(nodes, change)
        if len(changed) == len(nodes) and all(new is old for new, old in zip(changed, nodes, strict=True)):
            return self
        markup = "".join([node.markup for node in changed])
        changed_document = self._source.parser.parse(self._source.give_back(markup))
        return changed_document.of_origin(self._origin, self._rendering)

    def edit(
        self,
        wanted: Block | type[Block] | str,
        /,
        *,
        dialect: Dialect = "6.9",
        **fields: object | Callable[[Any], object],
    ) -> Document:
        """A new document in which one block, or all of a type or name, have other values in some fields.

            document.edit(image, alt="A cat")
            document.edit(Heading, level=lambda heading: min(heading.level + 1, 6))

        A function is asked for the value with the block. See `Block.replace` for what changes, and what raises; for a
        type, or the name of one, a field that it does not have raises even where no block is of it. The blanks between
        blocks are left alone. ValueError where `wanted` is a block of another document.
        """
        from blocks.model.building import check_names

        if isinstance(wanted, Block):
            if not any(wanted is one for one in self.walk(blanks=True)):
                raise ValueError(f"{wanted!r} is not of this document; take one of document.walk() or document.find()")
            matches: Callable[[Block], bool] = wanted.stands_like
            block_type = type(wanted)
        else:
            matches = walking.matcher(wanted)
            block_type = self._source.parser.registry.type_of(full_name(wanted)) if isinstance(wanted, str) else wanted
        if block_type.type_name is not None:
            check_names(block_type, fields)

        def change(block: Block) -> Block:
            if block.is_blank or not matches(block):
                return block
            values = {name: value(block) if callable(value) else value for name, value in fields.items()}
            try:
                return block.replace(dialect=dialect, **values)
            except EditError as error:
                raise EditError(f"at {block.span.line}:{block.span.column}: {error}") from error

        return self.transform(change)

    def migrate(self, *, dialect: Dialect = "6.9") -> Document:
        """A new document with every block of an older shape, or name, written as WordPress's editor saves it today.

        So the fields and the blocks inside of old lists, quotes and galleries are where those of today's are, and
        `find()` finds them. Blocks of today are not touched, and neither are those that fit no shape, or that would not
        be read alike afterwards: `check()` goes on to tell of them.
        """
        return self.transform(lambda block: migrated(block, dialect))

    # ------------------------------------------------------------------------------------------------ the answers

    @property
    def problems(self) -> tuple[Problem, ...]:
        """What is odd about the text, in its order; see `blocks.problems.CODES`. Looked for when first asked."""
        if self._problems is None:
            self._problems = self._source.parser.problems(self)
        return self._problems

    def check(self) -> tuple[Problem, ...]:
        """The problems of the text and those of reading every block, in order of their places.

        Reading tells attributes of a wrong type, and markup that fits no shape in which the editor saved the block's
        type. It costs what `to_json()` costs; `problems` alone are those of the syntax.
        """
        return tuple(sorted((*self.problems, *find_reading_problems(self)), key=lambda one: one.span.start))

    def excerpt(
        self,
        length: int | None = None,
        unit: ExcerptUnit | None = None,
        *,
        plain: bool = False,
        more: str | None = None,
    ) -> str:
        """How the document begins: blocks that have a place in an excerpt, their tags taken off, cut to `length`.

            document.excerpt()                           the excerpt that WordPress makes: 55 words
            document.excerpt(plain=True)                 the same as text; else it is HTML, `&amp;` and all
            document.excerpt(200, "characters")          no longer than that, cut behind a word
            document.excerpt(2, "sentences")

        Without a `unit`, it is WordPress's: `length` counts what stands between blanks. The unit "words" takes each
        character of a script without spaces (Chinese, Japanese, Thai …) for one. Without a `length`, it is 55 words,
        200 characters or 2 sentences. `more` stands behind what was cut, in the form of the result, and does not
        count; it is ` […]` where it is None. `blocks.excerpt()` takes a site, too. OptionError for another unit or
        length.
        """
        return digest().excerpt(self, length, unit, plain=plain, more=more)

    def stats(self, *, host: str | None = None, pace: float | None = None, lang: str | None = None) -> Stats:
        """Words, reading time, images, links, headings and blocks, counted; see the fields of `Stats`.

        Words and the time are those of WordPress's block "Time to read", at `pace` words a minute (189, as there).
        Where most of a text is in scripts without spaces, or `lang` is a language written so ("ja", "zh", "th" …),
        characters are counted, 500 a minute. With `host` ("example.com"), links are told apart by whether they go
        there. OptionError for a pace that is no number above 0.
        """
        return digest().stats(self, host=host, pace=pace, lang=lang)

    def chunks(self, size: int = 1000, unit: SizeUnit = "characters") -> Iterator[Chunk]:
        """The text in pieces of at most `size` characters or words, each under one path of headings.

        No block is split: one that is longer is a chunk of its own, marked as oversized. Chunks come in order, and hold
        every word of the text once; their ids do not change with edits under other headings. OptionError for another
        unit, or a size below 1.
        """
        return digest().chunks(self, size, unit)

    @property
    def overlapping(self) -> tuple[Block, ...]:
        """The nodes whose texts overlap: blocks left open at the end, innermost first, and the HTML before each."""
        return self._children[self._overlap[0] :] if self._overlap else ()

    @property
    def overlap_start(self) -> int | None:
        """Where the text of the overlapping nodes begins, in characters of `source.text`; None where none overlap."""
        return self._overlap[1] if self._overlap else None

    @property
    def overlap_size(self) -> int:
        """How many characters the overlapping nodes hold in all; what they repeat makes it larger than the text."""
        return sum(node.content_size for node in self.overlapping)

    @property
    def markup(self) -> str:
        """The text, as str; bytes that are not UTF-8 are surrogate escapes in it."""
        return self._source.text

    def serialize(self, *, canonical: bool = False, limit: int | None = wordpress.LIMIT) -> str | bytes:
        """The markup, in the type of the input, byte for byte.

        With `canonical`, the document is written as WordPress's `serialize_blocks(parse_blocks(x))` writes it:
        attributes re-encoded, every block closed. That repeats the text of overlapping blocks, up to `limit`
        characters of it in all: LimitError beyond.
        """
        return self._source.give_back(wordpress.canonical_markup(self, limit) if canonical else self.markup)

    def to_wordpress(self, *, limit: int | None = wordpress.LIMIT) -> list[dict[str, Any]]:
        """The structure of WordPress's `parse_blocks()`, in plain dicts and lists.

        Overlapping blocks repeat the rest of the text, so a text of n unclosed blocks gives a structure of n² size:
        `limit` bounds the characters that such blocks may repeat in all, LimitError says where it was reached, and
        None lifts it.
        """
        return wordpress.to_wordpress(self, limit)

    def to_json(self, *, limit: int | None = wordpress.LIMIT) -> list[dict[str, Any]]:
        """The typed tree, as the editor's `parse()` answers it: a list of `{name, attributes, innerBlocks}`.

        Attributes are all that the editor knows, sourced ones and defaults included; rich text is its HTML. Blocks in
        an older shape are migrated, HTML outside every block is a core/freeform in paragraphs (`autop()`), and a block
        that no type is declared for is a core/missing that holds its markup.

        Such blocks, and overlapping ones, repeat text: `limit` bounds the characters that they may repeat in all,
        LimitError says where it was reached, and None lifts it.
        """
        wordpress.check_repeated(self, limit)
        return as_json(block_objects(self._children))

    @classmethod
    def of(cls, *nodes: Block) -> Document:
        """The document of these blocks, one after the other, with an empty line between two.

            Document.of(Heading(content="Hello"), Paragraph(content="You"))

        TypeError for what is no block.
        """
        for node in nodes:
            if not isinstance(node, Block):
                hint = " (put a * before a list of blocks)" if isinstance(node, list | tuple) else ""
                raise TypeError(f"Document.of() takes blocks, not {node!r:.60}{hint}")
        parser = nodes[0]._source.parser if nodes else default_parser()
        return parser.parse(BETWEEN.join(node.markup for node in nodes if not node.is_blank))

    @classmethod
    def from_json(
        cls,
        data: str | bytes | Sequence[Mapping[str, Any]],
        *,
        registry: Registry | None = None,
        dialect: Dialect = "6.9",
    ) -> Document:
        """The document of a typed tree, as `to_json()` gives it, or of that as JSON: saved as the editor saves it.

        Raises SourceError for what is no such tree; the message says which block. HTML that no attribute holds is not
        in a typed tree, so a block that fits no shape is written without it. EditError for attributes that live in the
        HTML of a type that does not say how it is saved.
        """
        parser = default_parser() if registry is None else default_parser().with_registry(registry)
        objects = objects_of(data, parser.registry.type_of)
        return parser.parse(save_objects(objects, parser.registry.type_of, parser.spelling, dialect))

    def _as_opened(self) -> tuple[Block, ...]:
        """The top-level blocks, overlapping ones each inside the one it was opened in."""
        if not self._overlap:
            return self._children
        outermost: tuple[Block, ...] = ()
        html: tuple[Block, ...] = ()
        for node in self.overlapping:
            if node.block_name is None:
                html = (node,)  # stands before the next block, and inside the one after that
            else:
                outermost = (*html, node.with_more_inside(outermost[-1:]))
                html = ()
        return (*self._children[: self._overlap[0]], *outermost)

    def __eq__(self, other: object) -> bool:
        return self.markup == other.markup if isinstance(other, Document) else NotImplemented

    def __hash__(self) -> int:
        return hash(self.markup)

    def __copy__(self) -> Document:
        return self

    def __deepcopy__(self, memo: object) -> Document:
        return self

    def __reduce__(self) -> tuple[Any, ...]:
        return _read_again, (self._source.parser, self.serialize(), self._origin, self._rendering)

    def __repr__(self) -> str:
        blocks = sum(not node.is_blank for node in self._children)
        return f"<Document of {len(self.markup)} characters, {blocks} top-level blocks>"


def _read_again(parser: Parser, source: str | bytes, origin: Origin, rendering: Rendering | None) -> Document:
    return parser.parse(source).of_origin(origin, rendering)
