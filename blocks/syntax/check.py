"""What is odd about a text: the problems of a document, in the order of the text."""

from __future__ import annotations

import re
from collections.abc import Iterator

from blocks.model import attributes as attribute_json
from blocks.model.block import Freeform, Unknown
from blocks.model.delimiter import CLOSER, OPENER, Delimiter
from blocks.model.document import Document
from blocks.model.source import Source
from blocks.problems import Problem
from blocks.syntax.scan import Delimiters

_NOT_UTF8 = re.compile("[\udc80-\udcff]+")


def find_problems(document: Document, found: Delimiters) -> tuple[Problem, ...]:
    """Everything odd about the text of a document, given the delimiters in it."""
    checker = _Checker(document.source)
    problems = [
        *checker.pairing(found),
        *checker.delimiters(found),
        *checker.near_misses(found),
        *checker.content(document),
        *checker.encoding(),
    ]
    problems.sort(key=lambda problem: (problem.span.start, problem.span.end))
    return tuple(problems)


class _Checker:
    def __init__(self, source: Source) -> None:
        self._source = source
        self._spelling = source.parser.spelling

    def pairing(self, found: Delimiters) -> Iterator[Problem]:
        """Openers and closers that do not pair up."""
        stack: list[tuple[int, Delimiter]] = []
        for start, delimiter in found:
            if delimiter.kind is OPENER:
                stack.append((start, delimiter))
            elif delimiter.kind is CLOSER:
                if not stack:
                    yield self._at(
                        "stray-closer",
                        f"this closer of {delimiter.name} closes nothing; "
                        "WordPress takes it and all that follows as one piece of HTML",
                        start,
                        delimiter,
                    )
                    return
                opener_start, opener = stack.pop()
                if opener.name != delimiter.name:
                    line, column = self._source.position(opener_start)
                    yield self._at(
                        "mismatched-closer",
                        f"this closer says {delimiter.name} but closes the {opener.name} opened at {line}:{column}",
                        start,
                        delimiter,
                    )
        for start, opener in stack:
            yield self._at("unclosed-block", f"this {opener.name} is never closed", start, opener)

    def delimiters(self, found: Delimiters) -> Iterator[Problem]:
        """What is odd about single delimiters."""
        remarks: dict[Delimiter, list[tuple[str, str]]] = {}
        for start, delimiter in found:
            if delimiter not in remarks:
                remarks[delimiter] = list(self._remarks(delimiter))
            for code, message in remarks[delimiter]:
                yield self._at(code, message, start, delimiter)

    def _remarks(self, delimiter: Delimiter) -> Iterator[tuple[str, str]]:
        raw = delimiter.attributes
        if delimiter.kind is CLOSER:
            if raw is not None:
                yield "closer-attributes", f"the attributes of this closer of {delimiter.name} mean nothing"
            return
        if self._is_written_as_closer(delimiter):
            yield "void-closer", f"this is no closer but a void {delimiter.name}, since it ends in a slash"
        if raw is not None:
            reason = attribute_json.invalid_because(raw)
            if reason is not None:
                yield "invalid-attributes", f"the attributes of this {delimiter.name} are no JSON object: {reason}"
            else:
                for key in attribute_json.duplicate_keys(raw):
                    yield "duplicate-attribute", f"the key {key!r} stands twice; the last one counts"
        if delimiter.block_type is Unknown:
            yield "unknown-block", f"{delimiter.name} is no declared block; it keeps its attributes and HTML"

    def _is_written_as_closer(self, delimiter: Delimiter) -> bool:
        before_prefix = delimiter.text[len(self._spelling.comment_open) :].partition(self._spelling.prefix)[0]
        return self._spelling.slash in before_prefix

    def near_misses(self, found: Delimiters) -> Iterator[Problem]:
        """Comments that somebody may have meant as delimiters."""
        spelling = self._spelling
        looks_like_one = re.compile(
            rf"{re.escape(spelling.comment_open)}\s*+(?:{re.escape(spelling.slash)}\s*+)?{re.escape(spelling.prefix)}",
            re.IGNORECASE,
        )
        text = self._source.text
        delimiters = iter(found)
        start, delimiter = next(delimiters, (len(text), None))
        for match in looks_like_one.finditer(text):
            while delimiter is not None and start + delimiter.length <= match.start():
                start, delimiter = next(delimiters, (len(text), None))
            if match.start() < start:
                end = text.find(spelling.comment_close, match.end(), match.end() + 1000)
                end = match.end() if end < 0 else end + len(spelling.comment_close)
                yield Problem(
                    "malformed-delimiter",
                    f"WordPress takes this comment as HTML; a delimiter is spelled {spelling.opener('name', '')} or "
                    f"{spelling.void('name', '{…} ')}, in lower case, with blanks as shown",
                    self._source.span(match.start(), end),
                )

    def content(self, document: Document) -> Iterator[Problem]:
        """What is odd about the HTML in and between blocks."""
        for node in document.walk():
            if isinstance(node, Freeform) and node.block_name is None:
                yield Problem("freeform-html", "this HTML stands outside every block", node.span)
            elif node.has_lost_zero:
                yield Problem(
                    "lost-zero",
                    f"WordPress drops the text 0 in this {node.block_name}: put it into an element",
                    node.span,
                )

    def encoding(self) -> Iterator[Problem]:
        """Bytes that are not UTF-8."""
        text = self._source.text
        if not self._source.is_bytes or text.isascii():
            return
        for match in _NOT_UTF8.finditer(text):
            shown = " ".join(f"{ord(character) - 0xDC00:02x}" for character in match[0][:8])
            yield Problem(
                "invalid-utf8", f"the bytes {shown} are not UTF-8", self._source.span(match.start(), match.end())
            )

    def _at(self, code: str, message: str, start: int, delimiter: Delimiter) -> Problem:
        return Problem(code, message, self._source.span(start, start + delimiter.length))
