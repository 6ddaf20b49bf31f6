"""Classic posts as block markup: cut where blocks stand, paragraphs as WordPress makes them, all in order."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Final, Literal, get_args

from blocks.errors import EditError, suggestion
from blocks.formatting.autop import autop
from blocks.library.design import More, NextPage
from blocks.library.widgets import Html
from blocks.model.block import Block, Freeform, Unknown
from blocks.model.delimiter import Spelling
from blocks.model.saving import BETWEEN
from blocks.model.source import Source
from blocks.problems import Problem
from blocks.sources.classic.attached import Attached, Attachments
from blocks.sources.classic.cut import Cut, cuts
from blocks.sources.classic.embeds import embedded
from blocks.sources.classic.shape import shaped, without_shape
from blocks.sources.classic.shortcodes import made_of
from blocks.sources.facts import Media
from blocks.sources.rendered import recovered
from blocks.syntax import parse
from blocks.syntax.shortcodes import ANY, WORDPRESS, Shortcode, parse_shortcodes

Shortcodes = Literal["convert", "keep"]

_NAMES: Final = re.compile(r"[a-z][a-z0-9_-]*+")
"""What may be a shortcode that nobody named; the editor takes the same."""
_NEAR_DELIMITER: Final = re.compile(r"(?<=<!--)[ \t\n\v\f\r](?=[ \t\n\v\f\r]*+/?wp:)")
_BREAKS: Final = re.compile(r"(?:\s|<br\s*/?>|&nbsp;)*+")
_BREAK_AT_END: Final = re.compile(r"<br\s{0,9}/?>\Z")
_EMPTY: Final = re.compile(r"(?:\s|<br\s*/?>|&nbsp;|</p>)*+")
_SPELLING: Final = Spelling()


@dataclass(frozen=True, slots=True)
class Converted:
    """Block markup made of a classic text; `problems` have their places in that text."""

    markup: str
    problems: tuple[Problem, ...] = ()


def to_blocks(
    html: str | bytes,
    shortcodes: Shortcodes = "convert",
    *,
    names: Iterable[str] | str = ANY,
    attachments: Attachments | None = None,
    attached: Sequence[Media] = (),
) -> str:
    """The block markup of a classic text; see `converted()`, which tells what was lost, too."""
    return converted(html, shortcodes, names=names, attachments=attachments, attached=attached).markup


def converted(
    html: str | bytes,
    shortcodes: Shortcodes = "convert",
    *,
    names: Iterable[str] | str = ANY,
    attachments: Attachments | None = None,
    attached: Sequence[Media] = (),
) -> Converted:
    """A classic text as block markup, its blocks in the order in which they stand.

    With "convert", WordPress's own shortcodes become the blocks that show the same, where that is known; "keep" makes
    them core/shortcode, as all others that stand alone in a line. Those in mid-sentence stay in their text. `names` are
    the shortcodes in use beside WordPress's own, by default any that look like one. `attachments` answers for ids, and
    `attached` are the post's own, for galleries without ids. Blocks that the text has already stay as they are.

    Content never raises. TypeError for what is no text, ValueError for another word than "convert" or "keep".
    """
    if not isinstance(html, str | bytes):
        raise TypeError(f"to_blocks() takes the content of a post, as str or bytes, not {type(html).__name__}")
    if shortcodes not in get_args(Shortcodes):
        known = get_args(Shortcodes)
        raise ValueError(f"shortcodes is 'convert' or 'keep', not {shortcodes!r}.{suggestion(str(shortcodes), known)}")
    text = html.decode("utf-8", "surrogateescape") if isinstance(html, bytes) else html
    in_use = _NAMES if isinstance(names, str) and names == ANY else tuple(dict.fromkeys((*WORDPRESS, *_listed(names))))
    report = _Report(Source(html, None))
    out: list[str] = []
    for node in parse(text).children:
        if isinstance(node, Freeform) and node.block_name is None:
            converter = _Converter(in_use, shortcodes == "convert", Attached(attachments, attached), report)
            out += converter.converted(node.markup, node.span.start)
        else:
            out.append(node.markup)
    return Converted(BETWEEN.join(out), tuple(report.problems))


def _listed(names: Iterable[str] | str) -> Iterable[str]:
    if isinstance(names, str):
        raise TypeError(f"names are those of shortcodes, in a list or tuple, or 'any'; not the string {names!r}")
    return names


@dataclass(slots=True)
class _Report:
    source: Source
    problems: list[Problem] = field(default_factory=list)

    def add(self, code: str, message: str, start: int, end: int) -> None:
        self.problems.append(Problem(code, message, self.source.span(start, end)))


class _Converter:
    """Converts one stretch of HTML that stands outside every block."""

    def __init__(self, names: Iterable[str] | re.Pattern[str], makes_blocks: bool, attached: Attached, report: _Report):
        self._names = names
        self._makes_blocks = makes_blocks
        self._attached = attached
        self._report = report
        self._offset = 0
        self._out: list[str] = []

    def converted(self, html: str, offset: int) -> list[str]:
        """The markup of each block."""
        self._offset = offset
        if "wp:" in html:  # what looks like a delimiter must not become one
            html = _NEAR_DELIMITER.sub("-", html)
        found = cuts(html, parse_shortcodes(html, self._names))
        first = next((cut for cut in found if cut.kind == "more"), None)
        has_no_teaser = any(cut.kind == "noteaser" for cut in found)
        position, opening = 0, ""
        for cut in found:
            if cut.kind == "noteaser":
                blocks: list[str] | None = [] if first is not None else None
            else:
                blocks = self._blocks(cut, has_no_teaser and cut is first)
            if blocks is None:
                continue
            position, opening = self._before(html, position, opening, cut)
            self._out += blocks
        self._html(opening + html[position:], position, len(html))
        return self._out

    def _before(self, html: str, position: int, opening: str, cut: Cut) -> tuple[int, str]:
        """Write what stands before a cut; answers where to go on, and the tag of a paragraph that goes on there."""
        paragraph = cut.paragraph
        start, end = cut.start, ""
        if paragraph is not None and position <= paragraph.end and _BREAKS.fullmatch(html, paragraph.end, start):
            start = max(position, paragraph.start)
        elif paragraph is not None:
            end = "</p>"
        text = html[position:start].rstrip()
        while (found := _BREAK_AT_END.search(text, max(0, len(text) - 20))) is not None:
            text = text[: found.start()].rstrip()
        if text:
            self._html(opening + text + end, position, start)
        behind = _BREAKS.match(html, cut.end)
        position = behind.end() if behind is not None else cut.end
        if paragraph is None:
            return position, ""
        if html.startswith("</p>", position):
            return position + len("</p>"), ""
        return position, html[paragraph.start : paragraph.end]

    # -------------------------------------------------------------------------------------------------- single blocks

    def _blocks(self, cut: Cut, has_no_teaser: bool) -> list[str] | None:
        """The markup in the place of a cut; None where none should be there."""
        if cut.node is not None:
            return self._of_shortcode(cut, cut.node)
        try:
            if cut.kind == "more":
                return [More(custom_text=cut.text, no_teaser=has_no_teaser).markup]
            if cut.kind == "nextpage":
                return [NextPage().markup]
        except EditError:
            return None
        block = embedded(cut.text.replace("&amp;", "&"))
        return [block.markup] if block is not None else None

    def _of_shortcode(self, cut: Cut, node: Shortcode) -> list[str] | None:
        made = made_of(node, self._attached) if self._makes_blocks else None
        if made is not None:
            for loss in made.losses:
                message = f"{loss} has no place in the block that [{node.name}] became"
                self._report.add("unsupported-content", message, self._offset + cut.start, self._offset + cut.end)
            return [block.markup for block in made.blocks]
        is_own = node.name in WORDPRESS and "<" in (node.content or "")
        if not (cut.is_alone or is_own):
            return None
        return [f"{_SPELLING.opener('core/shortcode', '')}\n{node.markup}\n{_SPELLING.closer('core/shortcode')}"]

    # --------------------------------------------------------------------------------------------------- stretches

    def _html(self, html: str, start: int, end: int) -> None:
        """Write HTML with line breaks as blocks."""
        if _EMPTY.fullmatch(html):
            return
        read = recovered(shaped(autop(html), self._attached))
        for node in parse(read.markup).children:
            if isinstance(node, Freeform) and node.block_name is None:
                if not node.is_blank:
                    self._out.append(_around_html(node.markup))
            elif isinstance(node, Html) or not all(_is_valid(one) for one in _all(node)):
                self._kept(node, start, end)
            elif not _is_empty(node):
                self._out.append(_spaced(node))

    def _kept(self, node: Block, start: int, end: int) -> None:
        html = without_shape(_without_delimiters(node))
        if _EMPTY.fullmatch(html):
            return
        self._out.append(_around_html(html.strip()))
        message = f"this HTML holds what fits no block, and stands in a core/html: {html.strip():.60}"
        self._report.add("unrecovered-html", message, self._offset + start, self._offset + end)


def _all(node: Block) -> list[Block]:
    found = [node]
    for one in found:
        found += one.children
    return found


def _is_valid(node: Block) -> bool:
    return isinstance(node, Unknown) or node.reading.is_recognised


def _is_empty(node: Block) -> bool:
    return node.block_name == "core/paragraph" and re.fullmatch(r"\s*<p>\s*</p>\s*", node.own_html) is not None


def _spaced(node: Block) -> str:
    """The markup of a block with line breaks where the editor writes them."""
    if node.is_void or node.delimiter is None:
        return node.markup
    content = "".join(part if isinstance(part, str) else part.markup for part in node.parts)
    return f"{node.delimiter.text}\n{content.strip()}\n{_SPELLING.closer(node.block_name or '')}"


def _around_html(html: str) -> str:
    return f"{_SPELLING.opener('core/html', '')}\n{html}\n{_SPELLING.closer('core/html')}"


def _without_delimiters(node: Block) -> str:
    out: list[str] = []
    pending: list[str | Block] = list(reversed(node.parts))
    while pending:
        part = pending.pop()
        if isinstance(part, str):
            out.append(part)
        else:
            pending += reversed(part.parts)
    return "".join(out)
