"""Rich text taken apart: runs of text with their marks, from HTML and to HTML, and as a tree.

Elements are closed and opened again as browsers do (HTML Living Standard, 13.2.6 Tree construction): an end tag closes
what was opened inside its element, and formatting (`<b>`, `<a>`, ...) then goes on; one that closes nothing counts for
nothing; a link ends where the next one begins. A run has at most `DEEPEST` marks: of elements inside so many there is
the text alone. So time and memory are linear in the text.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final, NamedTuple

from blocks.fragment.inner_html import RAW_TEXT
from blocks.fragment.marks import Comment, FootnoteReference, Link, Mark, Math, mark_of
from blocks.fragment.tokens import VOID_ELEMENTS, Token, tokens

DEEPEST: Final = 64

# The elements that HTML opens again ("formatting").
_FORMATTING = frozenset("a b big code em font i nobr s small strike strong tt u".split())  # noqa: SIM905


@dataclass(frozen=True, slots=True)
class Run:
    """A text and the marks on it, outermost first.

    Where something stands in place of text, `replacement` says what: an image, a line break, a footnote reference, a
    formula, a comment, an element that HTML has no content for. `text` is what readers see of it as text, if anything.
    An element without any text is a run without text.

    Neighbouring runs are in one element where they share the very mark (`is`): two bold words may be two elements.
    """

    text: str = ""
    marks: tuple[Mark, ...] = ()
    replacement: Mark | None = None


@dataclass(frozen=True, slots=True)
class Inline:
    """A mark and what is inside it: texts and other marks."""

    mark: Mark
    content: tuple[str | Inline, ...] = ()


class Anchor(NamedTuple):
    """A link, and from where to where its content is in the HTML."""

    mark: Link
    start: int
    end: int


@dataclass(slots=True)
class _Open:
    """An element that has not ended; `marks` are those of the text in it."""

    name: str
    mark: Mark
    marks: tuple[Mark, ...]
    start: int
    runs_before: int


class _Reader:
    def __init__(self, html: str) -> None:
        self.html = html
        self.runs: list[Run] = []
        self.anchors: list[Anchor] = []
        self.open: list[_Open] = []
        self.too_deep: Counter[str] = Counter()
        self.texts: list[str] = []  # of the run that is being read
        self.replacement: tuple[FootnoteReference | Math, Token] | None = None  # one whose end was not read yet
        self.inside: Counter[str] = Counter()  # what is open in it
        for token in tokens(html):
            self._read(token)
        self._end_replacement(None)
        self._close(0, len(html))

    @property
    def marks(self) -> tuple[Mark, ...]:
        return self.open[-1].marks if self.open else ()

    def _read(self, token: Token) -> None:
        if self.replacement and self._is_inside(token):
            return
        if token.kind == "text":
            self.texts.append(token.value)
        elif token.kind == "comment":
            self._add(Run("", self.marks, Comment(html=_comment_text(token.value))))
        elif token.name == "br":
            self._add(Run("\n", self.marks, mark_of(token)))  # `</br>` too
        elif token.kind == "start":
            self._start(token)
        elif self.too_deep[token.name]:
            self.too_deep[token.name] -= 1
        else:
            self._end(token.name, token.start)

    def _is_inside(self, token: Token) -> bool:
        """Whether the token belongs to the footnote reference or formula, which an end tag around it ends too."""
        name = token.name
        if token.kind == "text" or name == "br":
            self.texts.append("\n" if name == "br" else token.value)
        elif token.kind == "start" and name not in VOID_ELEMENTS and not token.value.endswith("/>"):
            self.inside[name] += 1
        elif token.kind == "end":
            if self.inside[name]:
                self.inside[name] -= 1
                return True
            is_end = self.replacement is not None and name == self.replacement[0].tag
            if is_end or any(one.name == name for one in self.open):
                self._end_replacement(token.start)
                return is_end
        return True

    def _end_replacement(self, end: int | None) -> None:
        """The place is None at the end of the text, which may be inside a comment or a tag: then the text is kept."""
        if self.replacement is None:
            return
        mark, token = self.replacement
        text = "".join(self.texts)
        whole = type(mark)(mark.tag, mark.attributes, escaped(text) if end is None else self.html[token.end : end])
        self.texts, self.replacement = [], None
        self.inside.clear()
        self._add(Run(text, self.marks, whole))

    def _start(self, token: Token) -> None:
        name = token.name
        if name == "a":
            self._end(name, token.start)
        mark = mark_of(token)
        if name in VOID_ELEMENTS or (name == "math" and token.value.endswith("/>")):
            self._add(Run("", self.marks, mark))
        elif isinstance(mark, FootnoteReference | Math):
            self._flush()
            self.replacement = mark, token
        elif len(self.open) >= DEEPEST:
            self.too_deep[name] += 1
        else:
            self._flush()
            self.open.append(_Open(name, mark, (*self.marks, mark), token.end, len(self.runs)))

    def _end(self, name: str, start: int) -> None:
        for place in range(len(self.open) - 1, -1, -1):
            if self.open[place].name == name:
                again = [one for one in self.open[place + 1 :] if one.name in _FORMATTING]
                self._close(place, start, again)
                return

    def _close(self, place: int, end: int, again: Iterable[_Open] = ()) -> None:
        """Close the open elements from `place` on, and open those of `again` once more."""
        closed = self.open[place:]
        if not closed:
            self._flush()
            return
        self._flush()
        if closed[-1].runs_before == len(self.runs):
            self.runs.append(Run("", closed[-1].marks))
        del self.open[place:]
        self.too_deep.clear()
        for one in again:
            one.marks, one.runs_before = (*self.marks, one.mark), -1
            self.open.append(one)
        still = {id(one) for one in again}
        self.anchors += [
            Anchor(one.mark, one.start, end) for one in closed if isinstance(one.mark, Link) and id(one) not in still
        ]

    def _add(self, run: Run) -> None:
        self._flush()
        self.runs.append(run)

    def _flush(self) -> None:
        if text := "".join(self.texts):
            self.runs.append(Run(text, self.marks))
        self.texts.clear()


def read(html: str) -> tuple[tuple[Run, ...], tuple[Anchor, ...]]:
    """The runs of an HTML text, and its links with the places of their content."""
    if "<" not in html:
        return tuple(Run(token.value) for token in tokens(html)), ()
    reader = _Reader(html)
    return tuple(reader.runs), tuple(reader.anchors)


def _comment_text(markup: str) -> str:
    """What browsers have for a comment's text: `?php x ?` for `<?php x ?>`."""
    if not markup.startswith("<!--"):
        return markup[1 if markup[1] == "?" else 2 :].removesuffix(">")
    if markup in {"<!-->", "<!--->"}:
        return ""
    text = markup[4:]
    return text[:-4] if text.endswith("--!>") else text.removesuffix("-->")


def nested(runs: Iterable[Run]) -> Iterator[Mark | Run | None]:
    """The runs, in order, and the elements they are in: a mark where one begins, None where the last one begun ends."""
    opened: list[Mark] = []
    for run in runs:
        shared = 0
        for mine, mark in zip(run.marks, opened, strict=False):
            if mine is not mark:
                break
            shared += 1
        for _ in opened[shared:]:
            yield None
        del opened[shared:]
        for mark in run.marks[shared:]:
            opened.append(mark)
            yield mark
        yield run
    for _ in opened:
        yield None


def tree_of(runs: Iterable[Run]) -> tuple[str | Inline, ...]:
    """The runs as a tree; at most as deep as a run has marks."""
    top: list[str | Inline] = []
    outer: list[tuple[Mark, list[str | Inline]]] = []
    content = top
    for one in nested(runs):
        if isinstance(one, Mark):
            content = []
            outer.append((one, content))
        elif one is None:
            mark, inside = outer.pop()
            content = outer[-1][1] if outer else top
            content.append(Inline(mark, tuple(inside)))
        elif one.replacement:
            content.append(Inline(one.replacement, (one.text,) if one.text else ()))
        elif one.text:
            content.append(one.text)
    return tuple(top)


def html_of(runs: Iterable[Run]) -> str:
    """The runs as HTML. Line breaks in a text stay, for a run with a `LineBreak` is a `<br>`."""
    out: list[str] = []
    opened: list[Mark] = []
    for one in nested(runs):
        if isinstance(one, Mark):
            opened.append(one)
            out.append(one.start_tag)
        elif one is None:
            out.append(opened.pop().end_tag)
        elif one.replacement:
            end_tag = one.replacement.end_tag
            inside = getattr(one.replacement, "html", "") or (escaped(one.text) if end_tag else "")
            out += (one.replacement.start_tag, inside, end_tag)
        else:
            is_raw = opened and opened[-1].tag in RAW_TEXT and "</" not in one.text
            out.append(one.text if is_raw else escaped(one.text))
    return "".join(out)


def escaped(text: str) -> str:
    """A plain text as HTML: `&` and `<` escaped, as the editor does with what was typed (`escapeEditableHTML`)."""
    return text.replace("&", "&amp;").replace("<", "&lt;")
