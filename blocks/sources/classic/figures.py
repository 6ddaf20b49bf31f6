"""Images in paragraphs as figures of their own."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from blocks.fragment.elements import BLOCK_ELEMENTS
from blocks.fragment.tokens import VOID_ELEMENTS, Edit, Token
from blocks.sources.classic.attached import Attached
from blocks.sources.rendered.shown import Shown, image_fields, made

_SIDES: Final = frozenset(("alignleft", "aligncenter", "alignright"))
_BREAK: Final = re.compile(r"\s*+<br\s*/?>\s*+")
_BLANKS: Final = " \t\r\n\f"


def moved(html: str, found: Sequence[Token], number: int, edits: list[Edit], attached: Attached) -> int:
    """Images of a paragraph as figures before it: those with an alignment, and all where it holds nothing else.

    Answers how many tokens the paragraph has; 0 where it stays as it is.
    """
    if found[number].attributes:
        return 0
    paragraph = _Paragraph(html)
    count = paragraph.read(found, number)
    images, has_text = paragraph.images, paragraph.has_text
    moved = [one for one in images if not has_text or _SIDES.intersection(one[0].image.classes)]
    blocks = [None if picture.losses else made(image_fields(picture, attached.get)) for picture, _, _ in moved]
    if not (count and moved) or None in blocks:
        return 0
    figures = "\n".join(block.own_html.strip() for block in blocks if block is not None)
    start, end = found[number], found[number + count - 1]
    if not has_text:
        edits.append(Edit(start.start, end.end, figures))
        return count
    edits.append(Edit(start.start, start.start, f"{figures}\n"))
    first = start.end
    for _, begin, stop in moved:
        is_first = not html[first:begin].strip()
        behind = _BREAK.match(html, stop) if is_first else None
        edits.append(Edit(begin, stop if behind is None else behind.end()))
        first = edits[-1].end
    return count


class _Paragraph:
    """The images of a paragraph outside other elements, with the links around them and nothing else."""

    def __init__(self, html: str) -> None:
        self._html = html
        self._depth = 0
        self._link: Token | None = None
        self._linked: Shown | None = None  # the image in it
        self.images: list[tuple[Shown, int, int]] = []
        """Each with where it begins and ends, its link counted in."""
        self.has_text = False
        """Whether anything else is in it."""

    def read(self, found: Sequence[Token], number: int) -> int:
        """Read the tokens of a paragraph; answers how many it has, 0 where other than inline elements are in it."""
        for index in range(number + 1, len(found)):
            token = found[index]
            if token.kind == "end" and token.name == "p":
                self.has_text = self.has_text or self._linked is not None
                return index + 1 - number
            if token.name in BLOCK_ELEMENTS:
                return 0
            if token.kind == "text":
                self._text(token)
            elif token.kind == "end":
                self._end(token)
            elif token.name == "img" and token.kind == "start":
                self._image(token)
            elif token.name != "br":
                self._other(token)
        return 0

    def _text(self, token: Token) -> None:
        if self._html[token.start : token.end].strip(_BLANKS):
            self.has_text = True
            self._link = None

    def _image(self, token: Token) -> None:
        if self._depth == 0:
            self.images.append((Shown(token, None, ""), token.start, token.end))
        elif self._link is not None and self._linked is None:
            self._linked = Shown(token, self._link, "")
        else:
            self.has_text = True
            self._link = None

    def _other(self, token: Token) -> None:
        if token.kind == "start" and token.name not in VOID_ELEMENTS:
            self.has_text = self.has_text or self._linked is not None
            self._link, self._linked = (token if token.name == "a" and self._depth == 0 else None), None
            self._depth += 1
        else:
            self.has_text = True

    def _end(self, token: Token) -> None:
        self._depth = max(0, self._depth - 1)
        link, linked = self._link, self._linked
        self._link = self._linked = None
        if linked is not None and link is not None and token.name == "a":
            self.images.append((linked, link.start, token.end))
        elif linked is not None:
            self.has_text = True
