"""Rich text: the content of an element that authors write in, such as a paragraph or a caption."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING

from blocks.fragment.inner_html import inner_html
from blocks.fragment.references import decoded
from blocks.fragment.tokens import tokens

if TYPE_CHECKING:
    from lxml.etree import _Element

    from blocks.fragment.inlines import Anchor, Inline, Run
    from blocks.fragment.marks import Link


class RichText:
    """Text with marks. Printed, it is HTML; `text` is what a reader sees; it is false when empty.

        content = RichText('Read <a href="https://example.com/"><strong>this</strong></a>.')
        content.text            'Read this.'
        content.links[0].url    'https://example.com/'
        content.runs            (Run('Read '), Run('this', (Link(...), Bold(...))), Run('.'))
        content.tree            ('Read ', Inline(Link(...), (Inline(Bold(...), ('this',)),)), '.')

    Nothing is parsed until somebody asks. Whatever the HTML is, there is an answer, and no text is lost: the texts of
    the runs are `text`, cut.

    Two rich texts are equal when their HTML is; a rich text equals a string that is its HTML. It does not pretend to be
    a string otherwise: `len` and `in` could mean the HTML as well as the text, so ask `.html` or `.text`.
    """

    __slots__ = ("html", "_read")

    _read: tuple[tuple[Run, ...], tuple[Anchor, ...]]
    html: str
    """The HTML inside the element, as a browser's `innerHTML` gives it."""

    def __init__(self, html: str = "") -> None:
        if not isinstance(html, str):
            raise TypeError(f"rich text is made of HTML as str, not {html!r:.60}; RichText.of_text() takes plain text")
        self.html = html

    @classmethod
    def of_element(cls, element: _Element) -> RichText:
        """The content of an lxml element."""
        return cls(inner_html(element))

    @classmethod
    def of_text(cls, text: str) -> RichText:
        """A plain text, whose `.text` is the text again: `&` and `<` are escaped, line breaks are `<br>`.

        As the editor writes it (`RichTextData.fromPlainText`): it leaves `>` as it is.
        """
        from blocks.fragment.inlines import escaped

        return cls(escaped(text).replace("\n", "<br>"))

    @classmethod
    def of(cls, *pieces: str | RichText | Run) -> RichText:
        """The pieces joined: plain texts, rich texts, and runs. `RichText.of(*content.runs)` says what `content` says.

        RichText.of("Press ", Run("Esc", (marks.Keyboard(),)), ".")
        """
        from blocks.fragment.inlines import Run, html_of

        out: list[str] = []
        for kind, group in groupby(pieces, type):
            if issubclass(kind, Run):
                out.append(html_of(piece for piece in group if isinstance(piece, Run)))
                continue
            for piece in group:
                if not isinstance(piece, str | RichText):
                    raise TypeError(f"{piece!r} is no piece of rich text: give plain texts, RichText or Run")
                out.append(piece.html if isinstance(piece, RichText) else cls.of_text(piece).html)
        return cls("".join(out))

    @property
    def text(self) -> str:
        """The text without marks: character references decoded, `<br>` a line break."""
        html = self.html
        if "<" not in html:
            return decoded(html)
        return "".join(
            [token.value if token.kind == "text" else "\n" if token.name == "br" else "" for token in tokens(html)]
        )

    @property
    def runs(self) -> tuple[Run, ...]:
        """The text in runs, each with its marks, and with what stands in place of text: images, footnotes, formulas."""
        return self._parsed()[0]

    @property
    def tree(self) -> tuple[str | Inline, ...]:
        """The runs as a tree of texts and marks; not deeper than the 64 marks that a run has at most."""
        from blocks.fragment.inlines import tree_of

        return tree_of(self.runs)

    @property
    def links(self) -> tuple[LinkedText, ...]:
        """The links that lead somewhere, in order; not those inside of footnote references."""
        return tuple(
            LinkedText(mark, RichText(self.html[start:end]))
            for mark, start, end in self._parsed()[1]
            if mark.url is not None
        )

    def _parsed(self) -> tuple[tuple[Run, ...], tuple[Anchor, ...]]:
        try:
            return self._read
        except AttributeError:
            from blocks.fragment.inlines import read

            self._read = read(self.html)
            return self._read

    def __reduce__(self) -> tuple[type[RichText], tuple[str]]:
        return type(self), (self.html,)

    def __str__(self) -> str:
        return self.html

    def __html__(self) -> str:
        """The HTML, for templates: `{{ block.caption }}` is not escaped again."""
        return self.html

    def __bool__(self) -> bool:
        return bool(self.html)

    def __eq__(self, other: object) -> bool:
        if isinstance(other, RichText):
            return self.html == other.html
        return self.html == other if isinstance(other, str) else NotImplemented

    def __hash__(self) -> int:
        return hash(self.html)

    def __repr__(self) -> str:
        return f"RichText({self.html!r})"


@dataclass(frozen=True, slots=True)
class LinkedText:
    """A link with what it marks."""

    mark: Link
    content: RichText

    @property
    def url(self) -> str:
        """Where it leads."""
        return self.mark.url or ""

    @property
    def text(self) -> str:
        """The text of the link."""
        return self.content.text

    @property
    def rel(self) -> str | None:
        """How the page relates to the linked one, in words: `nofollow`, `noreferrer noopener`."""
        return self.mark.rel

    @property
    def target(self) -> str | None:
        """Where it opens: `_blank` for a new tab."""
        return self.mark.target
