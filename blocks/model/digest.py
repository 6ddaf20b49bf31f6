"""What a document says in short: its excerpt, its numbers, its chunks. The values, and who makes them.

Making them takes rendering, which stands floors above. So a `Digest` is provided, as the parser is in `source.py`.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal, Protocol

from blocks.problems import Span

if TYPE_CHECKING:
    from blocks.model.document import Document

ExcerptUnit = Literal["words", "characters", "sentences"]
SizeUnit = Literal["characters", "words"]


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading of a document's outline: `text` is plain, `anchor` its id, `span` the block that it stands in."""

    level: int
    text: str
    anchor: str | None
    span: Span


@dataclass(frozen=True, slots=True)
class Stats:
    """What there is in a document, counted."""

    words: int
    """As WordPress counts them; characters, where it counts those (`counts`)."""
    counts: SizeUnit
    """What `words` and the reading time count: characters for languages that are written without spaces."""
    characters: int
    """Characters of the visible text; a run of white space is one."""
    characters_without_spaces: int
    minutes: int
    """The reading time; at least 1."""
    images: int
    images_without_alt: int
    """Those of them that have no alternative text, or an empty one."""
    links: int
    internal_links: int | None
    """Links to the host; None where no host was named."""
    external_links: int | None
    """Links to other hosts; None where no host was named. Links to no host, such as `mailto:`, are neither."""
    headings: tuple[Heading, ...]
    blocks: Mapping[str, int] = field(default_factory=dict)
    """How many blocks there are of each name, most first; HTML outside every block is `html`."""


@dataclass(frozen=True, slots=True)
class Chunk:
    """A stretch of a document under one path of headings, for a search index or a language model."""

    id: str
    """Made of `path`, `text`, and how many such came before: an edit under other headings does not change it."""
    path: tuple[str, ...]
    """The headings that it stands under, outermost first; it may begin with the last one, or several."""
    text: str
    span: Span
    """From the start of its first block to the end of its last one."""
    types: tuple[str, ...]
    """The names of its blocks, each once; `html` for HTML outside every block."""
    anchor: str | None
    """The id of the nearest heading that has one: the place on the page to link to."""
    size: int
    """How long `text` is, in the unit of the budget."""
    is_oversized: bool
    """Whether it is one block that is longer than the budget allows; blocks are not split."""


class Digest(Protocol):
    """Who makes excerpts, numbers and chunks of documents (`blocks.api` provides the one there is)."""

    def excerpt(
        self, document: Document, length: int | None, unit: ExcerptUnit | None, *, plain: bool, more: str | None
    ) -> str:
        """See `Document.excerpt`."""
        ...

    def stats(self, document: Document, *, host: str | None, pace: float | None, lang: str | None) -> Stats:
        """See `Document.stats`."""
        ...

    def chunks(self, document: Document, size: int, unit: SizeUnit) -> Iterator[Chunk]:
        """See `Document.chunks`."""
        ...


_provided: list[Digest] = []


def provide_digest(made: Digest) -> None:
    """Say who makes excerpts, numbers and chunks of documents. `blocks.api` does, when it is imported."""
    _provided[:] = [made]


def digest() -> Digest:
    """Who makes excerpts, numbers and chunks of documents."""
    return _provided[0]
