"""Measures how much of rendered HTML comes back as the blocks that it was rendered from.

    python -m tests.recovered [--corpus DIR] [--show N] [--only PART] [--filtered] [--brief]

For each input `NAME.html` with WordPress's `NAME.rendered.html` beside it (see tests/conformance.py), the blocks
recovered from the latter are compared with those of the input: their names, and the names of the blocks around them.
Counted are static blocks, those that save HTML of their own, of which something was rendered, and which no block around
them draws from elsewhere. Apart are listed: blocks that the server draws, blocks inside such, and blocks that printed
no element. Then the words that a page shows are compared, and the recovered markup rendered again, with the same theme and
site: `bytes` counts those that give the very same HTML, `blanks` those equal but for blanks between tags.
"""

from __future__ import annotations

import argparse
import difflib
import re
import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

import click

import blocks
from blocks.library.drawn import Drawn, DrawnAround
from blocks.sources.rendered import recovered
from tests import wordpress
from tests.corpus import answer, folder, inputs
from tests.visible import first_missing, visible_words

ANSWERS = ("rendered.html", "content.html")
# Blocks that save HTML, which the server replaces or the theme's data fill.
_DRAWN = {
    "core/query",
    "core/template-part",
    "core/comments",
    "core/navigation",
    "core/block",
    "core/pattern",
    "core/post-content",
    "core/terms-query",
}
_LIKE_STATIC = {"core/social-link"}
_NO_TYPE = {"core/html", "core/freeform", "core/missing", "core/shortcode", None}
# What the editor makes of blocks of names that are no more.
_RENAMED = {"core/cover-image": "core/cover", "core/text": "core/paragraph"}


@dataclass
class Board:
    """What was counted: by block type how many there were and how many came back; and how many inputs are equal."""

    wanted: Counter[str] = field(default_factory=Counter)
    found: Counter[str] = field(default_factory=Counter)
    apart: Counter[str] = field(default_factory=Counter)
    inputs: Counter[str] = field(default_factory=Counter)
    valid: Counter[str] = field(default_factory=Counter)
    seen: Counter[str] = field(default_factory=Counter)
    missing: list[str] = field(default_factory=list)
    different: list[str] = field(default_factory=list)
    words: list[str] = field(default_factory=list)

    @property
    def share(self) -> float:
        """The share of static blocks that came back."""
        return self.found.total() / max(1, self.wanted.total())


Paths = list[tuple[str, ...]]


def is_static(node: blocks.Block) -> bool:
    """Whether a block saves HTML of its own, which the server prints."""
    name = node.block_name
    return name in _LIKE_STATIC or not (
        name in _NO_TYPE or name in _DRAWN or isinstance(node, Drawn | DrawnAround | blocks.Unknown)
    )


def paths(document: blocks.Document, board: Board | None = None) -> Paths:
    """The static blocks in order, each as the names of the blocks around it and its own."""
    out: Paths = []
    stack: list[tuple[blocks.Block, tuple[blocks.Block, ...]]] = [(one, ()) for one in reversed(document.children)]
    while stack:
        node, around = stack.pop()
        name = node.block_name
        inside = (*around, node) if name is not None else around
        stack += [(one, inside) for one in reversed(node.children)]
        if name is None:
            continue
        if not is_static(node):
            if board is not None:
                board.apart[name] += 1
        elif board is not None and not all(is_static(one) for one in around):
            board.apart["(inside those)"] += 1
        elif board is not None and any(_prints_nothing(one) for one in inside):
            board.apart["(printed no element)"] += 1
        else:
            out.append(tuple(_name(one) for one in inside))
    return out


def _name(node: blocks.Block) -> str:
    name = node.block_name or ""
    return "core/embed" if name.startswith("core-embed/") else _RENAMED.get(name, name)


def _prints_nothing(node: blocks.Block) -> bool:
    """Whether no element of a block is in the rendered HTML: a button without text, an image without an address."""
    metadata = (node.attributes or {}).get("metadata")
    if isinstance(metadata, dict) and metadata.get("blockVisibility") is False:
        return True
    own = re.sub(r"<!--.*?-->", "", node.inner_html or "", flags=re.DOTALL)
    if node.block_name == "core/button" and re.search(r"<(a|button)\b[^>]*>\s*</\1>", own):
        return True
    if node.block_name == "core/image" and not re.search(r"<img\b[^>]*\ssrc=[\"'][^\"']", own):
        return True
    return "<" not in own and not node.children and node.block_name not in _LIKE_STATIC


def measure(path: Path, corpus: Path, board: Board, *, filtered: bool = False) -> None:
    """Count one input."""
    name = f"{path.parent.name}/{path.stem}"
    html = answer(path, ANSWERS[filtered]).read_bytes().decode("utf-8", "replace")
    result = recovered(html)
    document = blocks.parse(result.markup)
    wanted, given = paths(blocks.parse(path.read_bytes()), board), paths(document)
    board.wanted.update(one[-1] for one in wanted)
    for tag, start, end, _, _ in difflib.SequenceMatcher(None, wanted, given, autojunk=False).get_opcodes():
        if tag == "equal":
            board.found.update(one[-1] for one in wanted[start:end])
        else:
            board.missing += [f"{name}: {' > '.join(one)}" for one in wanted[start:end]]
    for node in document.walk():
        if is_static(node):
            board.seen[node.block_name or ""] += 1
            board.valid[node.block_name or ""] += node.reading.is_recognised
    board.inputs["all"] += 1
    board.inputs["no problem"] += not any(one.level == "error" for one in document.problems)
    again = blocks.convert(
        document, filters="the_content" if filtered else "none", **wordpress.options(path, corpus)
    ).output
    lost = first_missing(visible_words(html), visible_words(again))
    board.inputs["words"] += lost is None
    if lost is not None:
        board.words.append(f"{name}: {lost}")
    board.inputs["bytes"] += again == html
    same = _squeezed(again) == _squeezed(html)
    board.inputs["blanks"] += same
    if not same:
        board.different.append(f"{name}: {_difference(_squeezed(again), _squeezed(html))}")


def _squeezed(html: str) -> str:
    html = re.sub(r"[0-9a-f]{13}", "uniqid", html)
    return re.sub(r"(?<=>)\s+|\s+(?=<)", "", html)


def _difference(ours: str, theirs: str) -> str:
    at = next(
        (at for at, (one, other) in enumerate(zip(ours, theirs, strict=False)) if one != other),
        min(len(ours), len(theirs)),
    )
    return f"ours …{ours[max(0, at - 60) : at + 100]!r}\n    theirs …{theirs[max(0, at - 60) : at + 100]!r}"


def run(corpus: Path, only: str = "", *, filtered: bool = False) -> Board:
    """Count every input below `corpus` whose name holds `only`."""
    board = Board()
    for path in inputs(corpus):
        if only in f"{path.parent.name}/{path.stem}" and answer(path, ANSWERS[filtered]).exists():
            measure(path, corpus, board, filtered=filtered)
    return board


def lines(board: Board, show: int) -> Iterator[str]:
    """The scoreboard."""
    yield from totals(board)
    yield ""
    yield f"{'type':28} {'recovered':>12} {'valid':>12}"
    for name in sorted(board.wanted | board.seen):
        found = f"{board.found[name]}/{board.wanted[name]}"
        yield f"{name:28} {found:>12} {f'{board.valid[name]}/{board.seen[name]}':>12}"
    yield ""
    yield "apart: " + ", ".join(f"{name[:40]} {count}" for name, count in sorted(board.apart.items()))
    for title, listed in (("missing", board.missing), ("different", board.different), ("words", board.words)):
        yield from _some(title, listed, show)


def totals(board: Board) -> Iterator[str]:
    """What was counted of all inputs."""
    total = board.inputs["all"]
    yield f"static blocks {board.found.total()}/{board.wanted.total()} ({100 * board.share:.1f} %)"
    for kind in ("words", "bytes", "blanks", "no problem"):
        yield f"{kind} {board.inputs[kind]}/{total}"
    yield f"valid {board.valid.total()}/{board.seen.total()} of the recovered blocks"


def _some(title: str, found: list[str], show: int) -> Iterable[str]:
    if found and show:
        yield f"\n{title} ({len(found)})"
        yield from (f"  {one}" for one in found[:show])


def main(arguments: list[str] | None = None) -> int:
    """The command; returns the exit code: 1 where fewer than 95 % of static blocks, or not all words, come back."""
    parser = argparse.ArgumentParser(prog="python -m tests.recovered", description=(__doc__ or "").split("\n")[0])
    parser.add_argument("--corpus", type=Path, default=folder() / "conformance", metavar="DIR")
    parser.add_argument("--show", type=int, default=0, metavar="N", help="show the first N of each kind of difference")
    parser.add_argument("--brief", action="store_true", help="print one line")
    parser.add_argument("--only", default="", metavar="PART", help="only inputs whose name holds this")
    parser.add_argument("--filtered", action="store_true", help="read NAME.content.html, what `the_content` made of it")
    options = parser.parse_args(arguments)
    board = run(options.corpus, options.only, filtered=options.filtered)
    if options.brief:
        click.echo(f"recovered: {', '.join(totals(board))}")
    else:
        click.echo("\n".join(lines(board, options.show)))
    if not board.inputs["all"]:
        return 0
    return 0 if board.share >= 0.95 and board.inputs["words"] == board.inputs["all"] else 1


if __name__ == "__main__":
    sys.exit(main())
