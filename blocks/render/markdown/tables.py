"""Tables: in GFM's pipes, or as HTML where those cannot say it.

A table is captured: its shape is known when it ends. GFM has one head row, and cells of one line; a table without a
head gets an empty one. Spans, lists and other blocks in cells, and tables in tables, only HTML can say.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import zip_longest
from typing import TYPE_CHECKING, Final

from blocks.fragment import Token
from blocks.fragment.tokens import VOID_ELEMENTS
from blocks.render.markdown.escape import attributes, html_text, shown
from blocks.render.markdown.inline import Inline
from blocks.render.text.hidden import hides_content
from blocks.render.text.lists import integer

if TYPE_CHECKING:
    from blocks.render.markdown.flow import Flow

COMPLEX: Final = frozenset("audio blockquote details dl figcaption h1 h2 h3 h4 h5 h6 hr ol pre table ul video".split())  # noqa: SIM905
_MOST_SPAN: Final = 100
_PARTS: Final = frozenset({"tbody", "tfoot", "thead", "tr"})
_KEPT: Final = frozenset(
    {"align", "alt", "cite", "colspan", "dir", "href", "lang", "reversed", "rowspan", "scope", "src", "start", "title"}
)
_ALIGNED = re.compile(r"text-align\s*:\s*(left|center|right)|has-text-align-(left|center|right)")
_RULES: Final = {"": "---", "left": ":--", "center": ":-:", "right": "--:"}
_DROPPED: Final = frozenset({"button", "div", "font", "form", "input", "label", "link", "meta", "span"})
_SPACE = re.compile(r"[ \t\n\f\r]+")


@dataclass(slots=True)
class Cell:
    """A cell: what is in it, the columns that it takes, and where its text stands in them."""

    tokens: list[Token] = field(default_factory=list)
    span: int = 1
    align: str = ""


@dataclass(slots=True)
class Table:
    """A table: its rows, whether the first is its head, and what stands in none of its cells."""

    rows: list[list[Cell]] = field(default_factory=list)
    has_head: bool = False
    caption: list[Token] = field(default_factory=list)
    is_complex: bool = False


def captured_table(flow: Flow, token: Token) -> None:
    """Read a table; one that arranges a page, as its role says, is read cell after cell."""
    if flow.preformatted or token.get("role") in {"presentation", "none"}:
        flow.flush()
        return

    def on_end(some: list[Token]) -> None:
        table = read(some)
        if not any(table.rows):
            flow.again("table", some)
            return
        if table.is_complex and flow.tables_are_html:
            flow.output.verbatim("\n".join(html_lines([token, *some])))
            return
        _write_caption(flow, table)
        flow.output.verbatim("\n".join(_pipes(flow, table)))

    flow.flush()
    if not flow.capture("table", on_end):
        flow.flush()


def read(some: Sequence[Token]) -> Table:
    """The table that tokens between its tags make."""
    table, place = Table(), "start"
    target = table.caption
    depth = 0
    for token in some:
        if token.name == "table":
            depth = max(depth + (token.kind == "start") - (token.kind == "end"), 0)
            table.is_complex = True
        if depth or token.name == "table" or token.name not in _STRUCTURE:
            table.is_complex = table.is_complex or token.name in COMPLEX
            target.append(token)
        elif token.kind == "end":
            target = table.caption if token.name in {"td", "th", "caption", "tr"} else target
        elif token.name in {"td", "th"}:
            cell = _cell(token)
            target = cell.tokens
            if not table.rows:
                table.rows.append([])
            if not table.rows[-1] and len(table.rows) == 1:
                table.has_head = place == "thead" or token.name == "th"
            table.has_head = table.has_head and (len(table.rows) > 1 or place == "thead" or token.name == "th")
            table.rows[-1].append(cell)
            table.is_complex = table.is_complex or cell.span > 1 or (integer(token.get("rowspan")) or 1) > 1
        elif token.name == "caption":
            target = table.caption
        else:
            target = table.caption
            place = token.name if token.name != "tr" else place
            if token.name == "tr" and (not table.rows or table.rows[-1]):
                table.rows.append([])
    table.rows = [row for row in table.rows if row]
    return table


_STRUCTURE: Final = _PARTS | {"td", "th", "caption"}


def _cell(token: Token) -> Cell:
    said = _ALIGNED.search(f"{token.get('style') or ''} {token.get('class') or ''}")
    align = (said[1] or said[2]) if said else (token.get("align") or "").lower()
    span = min(max(integer(token.get("colspan")) or 1, 1), _MOST_SPAN)
    return Cell([], span, align if align in _RULES else "")


# ------------------------------------------------------------------------------------------------- as pipes


def _pipes(flow: Flow, table: Table) -> list[str]:
    rows = [
        [text for cell in row for text in (_one_line(flow, cell.tokens), *[""] * (cell.span - 1))] for row in table.rows
    ]
    aligns = [[align for cell in row for align in [cell.align] * cell.span] for row in table.rows]
    if not table.has_head:
        rows.insert(0, [""] * len(rows[0]))
    count = max(map(len, rows))
    if count * len(rows) <= 4 * sum(map(len, rows)) + 100:  # a ragged table is filled up, but not beyond all bounds
        rows = [row + [""] * (count - len(row)) for row in rows]
    else:
        rows[0] += [""] * (count - len(rows[0]))
    rules = [_rule(column) for column in zip_longest(*aligns[:1000], fillvalue="")]
    rules += ["---"] * (count - len(rules))
    head, *body = [f"| {' | '.join(row)} |" for row in rows]
    return [head, f"| {' | '.join(rules)} |", *body]


def _rule(aligns: Iterable[str]) -> str:
    said = Counter(aligns)
    found, times = said.most_common(1)[0]
    return _RULES[found if times == said.total() else ""]


def _one_line(flow: Flow, some: Sequence[Token]) -> str:
    outer, flow.inline, flow.is_cell = flow.inline, Inline(), True
    flow.again("table", some)
    text = "<br>".join(flow.inline.take("line"))
    flow.inline, flow.is_cell = outer, False
    return text.replace("|", "\\|")


def _write_caption(flow: Flow, table: Table) -> None:
    flow.inline.open("em")
    flow.again("table", table.caption)
    flow.flush()
    flow.inline.close("em")


# -------------------------------------------------------------------------------------------------- as HTML


def html_lines(some: Iterable[Token]) -> list[str]:
    """HTML made new of tokens: no blank line, no attribute that only a stylesheet knows, every element closed."""
    out: list[str] = []
    stack: list[str] = []
    open_names: Counter[str] = Counter()
    hidden, depth, preformatted = "", 0, 0
    for token in some:
        name = token.name
        if depth:
            depth += ((token.kind == "start") - (token.kind == "end")) * (name == hidden)
        elif token.kind == "text":
            text = html_text(shown(token.value))
            out.append(text.replace("\r", "").replace("\n", "&#10;") if preformatted else _SPACE.sub(" ", text))
        elif token.kind == "start":
            if hides_content(token):
                hidden, depth = name, int(name not in VOID_ELEMENTS)
            elif name not in _DROPPED:
                out.append(("\n" if name in _PARTS else "") + _tag(token))
                if name not in VOID_ELEMENTS:
                    stack.append(name)
                    open_names[name] += 1
                preformatted += name == "pre"
        elif token.kind == "end" and open_names[name]:
            while True:
                closed = stack.pop()
                open_names[closed] -= 1
                preformatted -= closed == "pre"
                out.append(_end_tag(closed))
                if closed == name:
                    break
    out += [_end_tag(name) for name in reversed(stack)]
    return [line for line in (line.strip() for line in "".join(out).split("\n")) if line]


def _tag(token: Token) -> str:
    kept = [(item.name, item.value or "") for item in token.attributes if item.name in _KEPT]
    if token.name in {"td", "th"} and (align := _cell(token).align) and token.get("align") is None:
        kept.append(("align", align))
    return f"<{token.name}{attributes(kept)}>"


def _end_tag(name: str) -> str:
    return f"\n</{name}>" if name in {"table", "thead", "tbody", "tfoot"} else f"</{name}>"
