"""Documents as lines of JSON: one for each document (`ndjson`), or one for each of its chunks (`chunks`).

Each line is an object with all of its keys; what is not known is null. Outputs of several documents may stand one after
the other.
"""

from __future__ import annotations

import json
import re
from typing import Any, Final

from blocks.model.digest import SizeUnit
from blocks.model.document import Document
from blocks.render.base import Context
from blocks.render.digest.chunks import checked_size, chunks
from blocks.render.digest.cuts import count_words
from blocks.render.digest.scan import scan
from blocks.render.text import TextRenderer

_SURROGATE: Final = re.compile("[\ud800-\udfff]")
_ESCAPED: Final = re.compile("[\x7f-\x9f\u2028\u2029]")
"""What JSON may hold as it is, and yet steers terminals, or ends a line for some readers."""


class NdjsonRenderer:
    """Renders a line of JSON that a search index takes as a document."""

    format = "ndjson"
    joins = True

    def render(self, document: Document, context: Context, /, *, lang: str | None = None) -> str:
        """One line: what the source says of the post, `headings`, `body`, `captions`, `alts`, `links` and `words`.

        `body` is the text without wrapping, captions and alternative texts in their places included. `lang` is the
        language to say in it.
        """
        found = scan(document, context)
        body = TextRenderer().render(document, context, width=0, headings="plain").rstrip("\n")
        return _line(
            _about(context, lang)
            | {
                "headings": [
                    {"level": heading.level, "text": heading.text, "anchor": heading.anchor}
                    for heading in found.headings
                ],
                "body": body,
                "captions": found.captions,
                "alts": [alt for alt in found.alts if alt],
                "links": [{"url": link.url, "text": link.text} for link in found.links],
                "words": count_words(found.text),
            }
        )


class ChunksRenderer:
    """Renders a line of JSON for each chunk of a document, for search indexes and language models."""

    format = "chunks"
    joins = True

    def render(
        self,
        document: Document,
        context: Context,
        /,
        *,
        size: int = 1000,
        unit: SizeUnit = "characters",
        lang: str | None = None,
    ) -> str:
        """A line for each chunk of at most `size` characters or words: its `path` of headings, `text` and place.

        `id` begins with that of the post, or its slug, where the source says one. No block is split: one that is
        longer is a chunk of its own, and `oversized`. Raises OptionError for a size below 1.
        """
        checked_size(size, unit)
        about = _about(context, lang)
        key = about["id"] if about["id"] is not None else about["slug"]
        lines: list[str] = []
        for chunk in chunks(document, context, size, unit):
            post = {name: value for name, value in about.items() if name != "id"}
            said = {
                "id": chunk.id if key is None else f"{key}-{chunk.id}",
                "post": about["id"],
                **post,
                "path": chunk.path,
                "text": chunk.text,
                "size": chunk.size,
                "oversized": chunk.is_oversized,
                "types": chunk.types,
                "anchor": chunk.anchor,
                "start": chunk.span.start,
                "end": chunk.span.end,
                "line": chunk.span.line,
                "column": chunk.span.column,
            }
            lines.append(_line(said))
        return "".join(lines)


def _about(context: Context, lang: str | None) -> dict[str, Any]:
    """What the source says of the post."""
    post = context.post
    return {
        "id": post.id,
        "slug": post.slug,
        "title": post.title,
        "link": post.link,
        "date": post.date,
        "modified": post.modified,
        "lang": lang,
    }


def _line(value: dict[str, Any]) -> str:
    """A line of JSON; halves of surrogate pairs, and bytes that are no UTF-8, become U+FFFD, which JSON can say."""
    line = _SURROGATE.sub("\ufffd", json.dumps(value, ensure_ascii=False))
    return _ESCAPED.sub(lambda found: f"\\u{ord(found[0]):04x}", line) + "\n"
