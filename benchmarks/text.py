"""Text from HTML: what inscriptis and html2text make of the same posts, how fast, and a few outputs side by side.

python -m benchmarks.text [--corpus DIR] [--samples]
"""

from __future__ import annotations

import argparse
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from importlib import import_module
from pathlib import Path
from typing import Any

import blocks
from tests.corpus import answer, folder, inputs

OTHERS = ("inscriptis", "html2text")
SAMPLES = {
    "table with a caption": (
        '<figure class="wp-block-table"><table><thead><tr><th>Tea</th><th>Water</th></tr></thead><tbody>'
        '<tr><td>Sencha</td><td>70&nbsp;°C</td></tr><tr><td colspan="2">Ask for others</td></tr></tbody></table>'
        "<figcaption>How hot</figcaption></figure>"
    ),
    "picture": (
        '<figure class="wp-block-image"><img src="pot.jpg" alt="A blue pot"/>'
        "<figcaption>From Bizen</figcaption></figure>"
    ),
    "footnote": (
        '<p>Tea<sup data-fn="a" class="fn"><a href="#a" id="a-link">1</a></sup> came by ship.</p>'
        '<ol class="wp-block-footnotes"><li id="a">Or cha. <a href="#a-link">↩︎</a></li></ol>'
    ),
    "list": '<ol start="3"><li>Warm the pot<ul><li>and the cups</li></ul></li><li>Pour</li></ol>',
    "quotation": '<blockquote class="wp-block-quote"><p>Tea first.</p><cite>Everybody</cite></blockquote>',
    "button": '<div class="wp-block-button"><a class="wp-block-button__link" href="/order">Order</a></div><p>Now</p>',
}


def missing() -> str | None:
    """Why the others cannot be measured; None where they can."""
    for name in OTHERS:
        try:
            import_module(name)
        except ImportError:
            return f"{name} is not installed: pip install -e '.[bench]'"
    return None


def rendering(corpus: Path, rounds: int) -> Iterator[str]:
    """Lines about each folder of posts that WordPress rendered: the best of `rounds`, in which all take turns."""
    if why := missing():
        yield why
        return
    heads = ("inscriptis", "html2text", "ours", "from markup", "from parsed", "ours/inscriptis")
    yield f"{'ms, from rendered HTML':24}{'posts':>6}" + "".join(f"{head:>{len(head) + 3}}" for head in heads)
    count, total = 0, [0.0] * 5
    for name in ("posts", "wxr", "wxr-classic", "supports"):
        found = [path for path in inputs(corpus / name) if answer(path, "rendered.html").exists()]
        if found:
            spent = _measured(found, rounds)
            yield _line(name, len(found), spent)
            count, total = count + len(found), [one + other for one, other in zip(total, spent, strict=True)]
    if count:
        yield _line("all", count, total)


def _line(name: str, count: int, spent: Sequence[float]) -> str:
    ins, h2t, ours, markup, parsed = spent
    return f"{name:24}{count:6}{ins:13.1f}{h2t:12.1f}{ours:7.1f}{markup:14.1f}{parsed:14.1f}{ours / ins:18.2f}"


def _measured(paths: Sequence[Path], rounds: int) -> list[float]:
    """Milliseconds of each contender for all of the posts."""
    markup = [path.read_bytes().decode("utf-8", "replace") for path in paths]
    html = [answer(path, "rendered.html").read_bytes().decode("utf-8", "replace") for path in paths]
    contenders: list[tuple[Callable[[Any], str], Sequence[Any]]] = [
        (_inscriptis, html),
        (_html2text, html),
        (_ours, html),
        (_ours, markup),
        (_ours, [blocks.parse(text) for text in markup]),
    ]
    best = [float("inf")] * len(contenders)
    for _ in range(rounds):
        for number, (convert, given) in enumerate(contenders):
            started = time.perf_counter()
            for one in given:
                convert(one)
            best[number] = min(best[number], 1000 * (time.perf_counter() - started))
    return best


def _ours(source: str | blocks.Document) -> str:
    return blocks.render(source, to="text")


def _inscriptis(html: str) -> str:
    return str(import_module("inscriptis").get_text(html)) if html.strip() else ""


def _html2text(html: str) -> str:
    return str(import_module("html2text").HTML2Text().handle(html))


def samples() -> Iterator[str]:
    """What each makes of a few pieces of HTML, as lines."""
    tools: dict[str, Callable[[str], str]] = {"blocks": _ours, "inscriptis": _inscriptis, "html2text": _html2text}
    for name, html in SAMPLES.items():
        yield f"== {name}\n{html}"
        for tool, convert in tools.items():
            yield f"-- {tool}\n{convert(html).strip(chr(10))}"


def main(arguments: list[str] | None = None) -> int:
    """Measure, or show, and print; returns the exit code."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.text", description=__doc__.partition("\n")[0])
    parser.add_argument(
        "--corpus", type=Path, metavar="DIR", help="where WordPress's answers lie (default: the shared ones)"
    )
    parser.add_argument("--samples", action="store_true", help="show outputs side by side")
    options = parser.parse_args(arguments)
    if options.samples and (why := missing()):
        parser.error(why)
    lines = samples() if options.samples else rendering(options.corpus or folder() / "conformance", 7)
    for line in lines:
        print(line, flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
