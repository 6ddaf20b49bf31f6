r"""A run of inline HTML as Markdown: text, marks, code, line breaks.

White space moves out of marks (`<b>tea </b>pot` is `**tea** pot`), marks around nothing are gone, and a mark inside one
of its own kind counts once. Two line breaks begin a new paragraph.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Literal

from blocks.render.markdown.escape import (
    autolink,
    code_span,
    escaped,
    escaped_heading_end,
    escaped_line_start,
    html_text,
    shown,
    with_autolinks,
)
from blocks.render.markdown.marks import Item, Kind, Mark, Span, settle

_SPACE = re.compile("[ \t\n\f\r\v\x85\u2028\u2029]+")

Place = Literal["paragraph", "line"]
"""Where a run stands: on lines of its own, or on one line (a heading, a cell), where line breaks are `<br>`."""


class Inline:
    """Collects a run.

    inline.open("strong")
    inline.add("a  b")
    inline.close("strong")
    inline.take("paragraph")     ['**a b**']
    """

    def __init__(self) -> None:
        self.marks: list[Mark] = []
        self._items: list[Item] = []
        self._space = False
        self._breaks = 0

    @property
    def is_blank(self) -> bool:
        """Whether there is nothing to show."""
        return not self._items

    @property
    def ends_line(self) -> bool:
        """Whether a line break was added last."""
        return self._breaks > 0

    def is_open(self, name: str) -> bool:
        """Whether a mark of that name is open."""
        return any(mark.name == name for mark in self.marks)

    # ---------------------------------------------------------------------------------------------- what comes in

    def add(self, text: str, *, verbatim: bool = False) -> None:
        """Add text, its character references decoded; as code where that mark is open.

        With `verbatim`, line ends break the line and spaces at its start stay.
        """
        if verbatim:
            self._add_lines(text)
            return
        text = _SPACE.sub(" ", shown(text)) if not text.isprintable() or "  " in text else text
        inner = text.strip(" ")
        if text[:1] == " ":
            self._space = True
        if inner:
            self._add_item(Item("code" if self.is_open("code") else "text", inner))
            self._space = text[-1:] == " "

    def _add_lines(self, text: str) -> None:
        for number, line in enumerate(text.replace("\r\n", "\n").replace("\r", "\n").split("\n")):
            if number:
                self.line_break()
            body = line.lstrip(" \t")
            if len(body) < len(line) and (self.ends_line or self.is_blank):
                indent = line[: len(line) - len(body)].replace("\t", "    ")
                body = "\xa0" * len(indent) + body if body else ""
            self.add(body if self.ends_line or self.is_blank else line)

    def add_raw(self, markdown: str, html: str) -> None:
        """Add what is Markdown already, and HTML."""
        self._add_item(Item("raw", markdown, html))
        self._space = False

    def line_break(self) -> None:
        """Add a line break; one before anything else adds nothing."""
        self._breaks += bool(self._items)
        self._space = False

    def open(self, name: str, *attributes: tuple[str, str]) -> None:
        """Open a mark."""
        for mark in self.marks:
            if mark.name == name:
                mark.count += 1
                return
        self.marks.append(Mark(name, attributes))

    def close(self, name: str, *, entirely: bool = False) -> None:
        """Close a mark; nothing where it is not open. Marks inside it begin anew."""
        index = next((index for index, mark in enumerate(self.marks) if mark.name == name), -1)
        if index < 0:
            return
        self.marks[index].count -= 1
        if self.marks[index].count and not entirely:
            return
        self._end_spans(index)
        del self.marks[index]

    def close_to(self, height: int) -> None:
        """Close marks until so many are open."""
        self._end_spans(height)
        del self.marks[height:]

    def _end_spans(self, index: int) -> None:
        for mark in reversed(self.marks[index:]):
            if mark.span is not None:
                self._items.append(Item("close", span=mark.span))
                mark.span = None

    def _add_item(self, item: Item) -> None:
        if self._breaks > 1:
            self._end_spans(0)
            self._items.append(Item("split"))
        elif self._breaks:
            self._items.append(Item("break"))
        elif self._space and self._items:
            self._items.append(Item("text", " "))
        for mark in self.marks:
            if mark.span is None and mark.name != "code":
                mark.span = Span(mark)
                self._items.append(Item("open", span=mark.span))
        self._items.append(item)
        self._breaks, self._space = 0, False

    # --------------------------------------------------------------------------------------------- what comes out

    def take(self, place: Place = "paragraph") -> list[str]:
        """What was collected, as paragraphs of Markdown; and begin anew, with the same marks open."""
        if not self._items:
            self._breaks, self._space = 0, False
            return []
        return [text for items in self._taken() if (text := _markdown(items, place))]

    def take_html(self) -> str:
        """What was collected, as HTML on one line."""
        return "<br><br>".join(_html(items) for items in self._taken())

    def _taken(self) -> Iterator[list[Item]]:
        if not self._items:
            self._breaks, self._space = 0, False
            return
        self._end_spans(0)
        items, self._items = self._items, []
        self._breaks, self._space = 0, False
        paragraph: list[Item] = []
        for item in _joined(items):
            if item.kind == "split":
                yield paragraph
                paragraph = []
            else:
                paragraph.append(item)
        yield paragraph


def _joined(items: Sequence[Item]) -> Iterator[Item]:
    """The items, with pieces of text that follow each other as one."""
    kind: Kind = "raw"
    pieces: list[str] = []
    for item in items:
        if pieces and item.kind != kind:
            yield Item(kind, "".join(pieces))
            pieces = []
        kind = item.kind
        if kind in {"text", "code"}:
            pieces.append(item.text)
        else:
            yield item
    if pieces:
        yield Item(kind, "".join(pieces))


def _markdown(items: Sequence[Item], place: Place) -> str:
    settle(items)
    out: list[str] = []
    link: Span | None = None
    starts_line = place == "paragraph"
    index = 0
    while index < len(items):
        item = items[index]
        if item.kind == "open" and item.span is not None and item.span.mark.name == "a":
            link = item.span
            if found := _as_autolink(items, index):
                out.append(found)
                index += 3
                link, starts_line = None, False
                continue
        match item.kind:
            case "text":
                out.append(_text(item.text, out, starts_line, index + 1 < len(items), link is not None))
                starts_line = False
            case "code":
                out.append(code_span(item.text))
                starts_line = False
            case "break":
                out.append("\\\n" if place == "paragraph" else "<br>")
                starts_line = place == "paragraph"
            case "open" if item.span is not None:
                out.append(item.span.opening)
                starts_line = False
            case "close" if item.span is not None:
                out.append(item.span.closing)
                link = None if item.span is link else link
            case _:
                out.append(item.text)
                starts_line = False
        index += 1
    text = "".join(out)
    return _with_edges(escaped_heading_end(text) if place == "line" else text)


def _text(text: str, out: Sequence[str], starts_line: bool, behind: bool, in_link: bool) -> str:
    if not in_link and "://" in text and (linked := with_autolinks(text)) is not None:
        return linked
    made = escaped(text, before=out[-1][-1] if out else "", behind=behind, in_link=in_link)
    return escaped_line_start(made) if starts_line else made


def _as_autolink(items: Sequence[Item], index: int) -> str | None:
    """The link that begins at `index` as an autolink, where it is nothing but its address."""
    span = items[index].span
    if span is None or index + 2 >= len(items) or items[index + 2].span is not span or span.mark.get("title"):
        return None
    inner = items[index + 1]
    return autolink(span.mark.get("href"), inner.text) if inner.kind == "text" else None


def _with_edges(text: str) -> str:
    """Text whose spaces at the edges, which are no ASCII ones, are there for a parser that strips them."""
    first, last = text[:1], text[-1:]
    if len(text) > 1 and last.isspace():
        inner = text[:-1]
        backslash = "\\" * ((len(inner) - len(inner.rstrip("\\"))) % 2)  # it would escape the `&`
        text = f"{inner}{backslash}&#{ord(last)};"
    return f"&#{ord(first)};{text[1:]}" if first.isspace() else text


def _html(items: Sequence[Item]) -> str:
    out: list[str] = []
    for item in items:
        match item.kind:
            case "text":
                out.append(html_text(item.text))
            case "code":
                out.append(f"<code>{html_text(item.text)}</code>")
            case "break":
                out.append("<br>")
            case "open" if item.span is not None:
                out.append(item.span.mark.opening)
            case "close" if item.span is not None:
                out.append(f"</{item.span.mark.name}>")
            case _:
                out.append(item.html)
    return "".join(out)
