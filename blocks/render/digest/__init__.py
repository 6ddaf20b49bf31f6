"""What a document says in short.

excerpt.py    the excerpt, as WordPress makes it, and of so many words, characters or sentences
cuts.py       where a text may be cut: words, characters and sentences of any script
stats.py      words, reading time, images, links, headings, blocks
chunks.py     stretches of text under a size, by headings; `pieces.py`: the blocks that they are made of
scan.py       what HTML holds: headings, captions, alternative texts, links
records.py    the formats `ndjson` and `chunks`: the above as lines of JSON

`Document.excerpt()`, `stats()` and `chunks()` come here by way of `blocks.api`, for the tree knows no rendering.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from blocks.errors import OptionError
from blocks.model.digest import Chunk, ExcerptUnit, SizeUnit, Stats
from blocks.model.document import Document
from blocks.render.base import Context
from blocks.sources.post import Post

if TYPE_CHECKING:
    from blocks.formatting.shortcodes import Shortcode
    from blocks.site import RenderContext, Site

__all__ = ["Digester", "excerpt_of"]


class Digester:
    """Makes excerpts, numbers and chunks of documents."""

    def excerpt(
        self, document: Document, length: int | None, unit: ExcerptUnit | None, *, plain: bool, more: str | None
    ) -> str:
        """See `Document.excerpt`."""
        return excerpt_of(document, length, unit, plain=plain, more=more)

    def stats(self, document: Document, *, host: str | None, pace: float | None, lang: str | None) -> Stats:
        """See `Document.stats`."""
        from blocks.render.digest.stats import stats

        return stats(document, context_of(document), host=host, pace=pace, lang=lang)

    def chunks(self, document: Document, size: int, unit: SizeUnit) -> Iterator[Chunk]:
        """See `Document.chunks`."""
        from blocks.render.digest.chunks import checked_size, chunks

        checked_size(size, unit)
        return chunks(document, context_of(document), size, unit)


def context_of(document: Document) -> Context:
    """What renderers get where a part of a document is rendered for its text; what they report goes nowhere."""
    from blocks.render.templates import Templates

    return Context(Post(""), Templates(None, document.source.parser.registry))


def excerpt_of(
    document: Document,
    length: int | None = None,
    unit: ExcerptUnit | None = None,
    *,
    plain: bool = False,
    more: str | None = None,
    site: Site | None = None,
    request: RenderContext | None = None,
    shortcodes: Mapping[str, Shortcode] | None = None,
) -> str:
    """The excerpt of a document; see `blocks.excerpt`."""
    from blocks.render.digest.excerpt import LENGTHS, excerpt
    from blocks.render.html.server import Server

    if unit not in tuple(LENGTHS):
        units = ", ".join(repr(one) for one in LENGTHS if one)
        raise OptionError(
            f"an excerpt cannot be of so many {unit!r}: the unit is one of {units}, or None for WordPress's"
        )
    if length is not None and (not isinstance(length, int) or isinstance(length, bool) or length < 0):
        raise OptionError(f"an excerpt cannot be {length!r} long: give a number of {unit or 'words'}, or None")
    if more is not None and not isinstance(more, str):
        raise OptionError(f"what stands behind an excerpt is a text, not {more!r}")
    server = Server(document.source.parser, context_of(document), site, request, shortcodes=shortcodes, smilies=True)
    return excerpt(document.source.text, server, length, unit, plain=plain, more=more)
