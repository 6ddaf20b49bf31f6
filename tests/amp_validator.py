"""Is the AMP output valid? The official validator over the examples, a corpus of inputs, and hostile HTML.

    python -m tests.amp_validator [--corpus DIR] [--hostile N]

Every element and attribute that the cleaning lets through by its tables is tried as well (`rules/`).

The validator is one file of an npm package, kept in .amp/ once it is there; it needs node, and npm to come. Prints
`amp k/n`, a table per folder, and the first errors of each page that fails. Exit 0 fine, 1 failures, 2 could not run.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import shutil
import subprocess
import sys
import tarfile
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

import click

import blocks
from blocks.render.amp import rules
from blocks.sources import formats
from tests import corpus

PROJECT = Path(__file__).resolve().parents[1]
FOLDER = PROJECT / ".amp"
VALIDATOR = FOLDER / "validator_wasm.js"
DRIVER = PROJECT / "tests" / "amp" / "validate.cjs"

# `amphtml-validator` on npm downloads the validator from AMP's servers; this package has it inside (Apache-2.0).
PACKAGE = "next@15.5.29"
MEMBER = "package/dist/compiled/amphtml-validator/validator_wasm.js"
SHA256 = "f1f4629ab36f555f5a9937a5cf00f0ef780bf025883c035d06389b151c896f26"


@dataclass(frozen=True)
class Page:
    name: str
    html: str


@dataclass(frozen=True)
class Verdict:
    page: Page
    status: str
    errors: list[dict[str, object]]

    @property
    def passed(self) -> bool:
        return self.status == "PASS"


class CannotRunError(Exception):
    pass


# -------------------------------------------------------------------------------------------------------- the validator


def missing() -> str | None:
    """What the validator needs and this machine does not have, None where nothing is missing."""
    if shutil.which("node") is None:
        return "node is not installed"
    return None if VALIDATOR.is_file() else f"the validator is not in {FOLDER.name}/ (make amp brings it)"


def install() -> None:
    """Bring the validator into .amp/, unless it is there."""
    if shutil.which("node") is None:
        raise CannotRunError("node is not installed, and the validator runs in it")
    if VALIDATOR.is_file():
        return
    npm = shutil.which("npm")
    if npm is None:
        raise CannotRunError("npm is not installed, and the validator comes from an npm package")
    FOLDER.mkdir(exist_ok=True)
    run = subprocess.run([npm, "pack", PACKAGE, "--silent"], cwd=FOLDER, capture_output=True, text=True, check=False)
    if run.returncode:
        raise CannotRunError(f"npm pack {PACKAGE} failed: {run.stderr.strip()[:500]}")
    archive = FOLDER / run.stdout.split()[-1]
    with tarfile.open(archive) as package:
        member = package.extractfile(MEMBER)
        script = member.read() if member is not None else b""
    archive.unlink()
    if hashlib.sha256(script).hexdigest() != SHA256:
        raise CannotRunError(f"{MEMBER} of {PACKAGE} is not the validator it was")
    VALIDATOR.write_bytes(script)


def validated(pages: Iterable[Page]) -> list[Verdict]:
    """The validator's verdict on each page, in one call of node."""
    pages = list(pages)
    node = shutil.which("node")
    if node is None:
        raise CannotRunError("node is not installed")
    lines = "".join(json.dumps(page.html) + "\n" for page in pages)
    run = subprocess.run([node, DRIVER, VALIDATOR], input=lines, capture_output=True, text=True, check=False)
    if run.returncode:
        raise CannotRunError(f"the validator failed: {run.stderr.strip()[:500]}")
    answers = [json.loads(line) for line in run.stdout.splitlines()]
    return [
        Verdict(page, answer["status"], [error for error in answer["errors"] if error["severity"] == "ERROR"])
        for page, answer in zip(pages, answers, strict=True)
    ]


# ------------------------------------------------------------------------------------------------------------ the pages


def example_pages() -> Iterator[Page]:
    for path in sorted((PROJECT / "examples" / "posts").iterdir()):
        for number, post in enumerate(formats.read(path.read_bytes())):
            yield Page(f"{path.relative_to(PROJECT)}#{number}", blocks.render(post, "amp"))


def corpus_pages(folder: Path) -> Iterator[Page]:
    for path in corpus.inputs(folder):
        yield Page(str(path.relative_to(folder)), blocks.render(path.read_bytes(), "amp"))


def hostile_pages(count: int) -> Iterator[Page]:
    from tests.amp.hostile import hostile_html

    for number, html in enumerate(hostile_html(count)):
        yield Page(f"hostile/{number}", blocks.render(html, "amp"))


def rule_pages() -> Iterator[Page]:
    """A page for each element of the tables, with each attribute that it may bear."""
    around = {
        **dict.fromkeys(("td", "th"), "<table><tbody><tr>{}</tr></tbody></table>"),
        **dict.fromkeys(("tbody", "thead", "tfoot", "caption", "colgroup"), "<table>{}</table>"),
        "tr": "<table><tbody>{}</tbody></table>",
        "col": "<table><colgroup>{}</colgroup></table>",
        **dict.fromkeys(("option", "optgroup"), "<select>{}</select>"),
        "summary": "<details>{}</details>",
    }
    values = {
        "src": "a.jpg",
        "target": "_top",
        "method": "get",
        "action": "#",
        "type": "text/html",
        "importance": "low",
        "referrerpolicy": "origin",
    }
    numbers = {"value", "start", "border"}
    for tag, own in rules.HTML.items():
        attributes = sorted((own | rules.GLOBAL | rules.ARIA) - {"style"})
        written = " ".join(f'{name}="{values.get(name, "1" if name in numbers else "")}"' for name in attributes)
        element = f"<{tag} {written} data-x>" + ("" if tag in rules.VOID else f"</{tag}>")
        yield Page(f"rules/{tag}", blocks.render(around.get(tag, "{}").format(element), "amp"))
    for tag, own in rules.SVG.items():
        parent = rules.PARENT.get(tag) or min(rules.ANCESTOR.get(tag, {"g"}))
        written = " ".join(f'{name}="1"' for name in sorted(own - {"target"}))
        yield Page(f"rules/svg-{tag}", blocks.render(f"<svg><{parent}><{tag} {written} /></{parent}></svg>", "amp"))


# ----------------------------------------------------------------------------------------------------------- the report


def report(verdicts: list[Verdict]) -> bool:
    """Print how many pages pass, in all and by folder, and why the others fail; whether all do."""
    passed = sum(verdict.passed for verdict in verdicts)
    click.echo(f"amp {passed}/{len(verdicts)}")
    total = Counter(verdict.page.name.rpartition("/")[0] for verdict in verdicts)
    fine = Counter(verdict.page.name.rpartition("/")[0] for verdict in verdicts if verdict.passed)
    for folder, count in sorted(total.items()):
        click.echo(f"  {folder or '.':24} {fine[folder]}/{count}")
    for verdict in verdicts:
        if not verdict.passed:
            click.echo(f"{verdict.page.name}: {verdict.status}")
            for error in verdict.errors[:3]:
                click.echo(f"  {error['line']}:{error['col']} {error['code']} {error['message']}")
    return passed == len(verdicts)


def main() -> int:
    options = argparse.ArgumentParser(prog="python -m tests.amp_validator", description=__doc__.partition("\n")[0])
    options.add_argument("--corpus", type=Path, help="a folder of inputs")
    options.add_argument(
        "--hostile", type=int, default=300, metavar="N", help="so many generated documents of hostile HTML"
    )
    asked = options.parse_args()
    folder = asked.corpus or corpus.folder() / "conformance"
    if not folder.is_dir():
        click.echo(f"There is no folder {folder}.", err=True)
        if asked.corpus:
            return 2
    try:
        install()
        verdicts = validated([*example_pages(), *corpus_pages(folder), *hostile_pages(asked.hostile), *rule_pages()])
    except CannotRunError as error:
        click.echo(str(error), err=True)
        return 2
    return 0 if report(verdicts) else 1


if __name__ == "__main__":
    sys.exit(main())
