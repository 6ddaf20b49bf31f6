"""Sessions of the command line, as tests/transcripts/*.md tell them; tests/transcripts/README.md says how to write one.

`python -m tests.test_transcripts --accept` writes what the commands print now into the transcripts.
"""

from __future__ import annotations

import difflib
import io
import re
import shlex
import sys
import tempfile
from collections.abc import Iterator
from contextlib import chdir
from dataclasses import dataclass
from pathlib import Path

import pytest

from blocks.cli import main

FOLDER = Path(__file__).parent / "transcripts"

_FENCE = re.compile(r"^```(?P<info>[^\n`]*)\n(?P<body>.*?)^```$", re.MULTILINE | re.DOTALL)
_COMMAND = re.compile(r"^% ", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Session:
    """A fenced block: commands and what each prints, with the files that stand above it."""

    path: Path
    line: int
    files: dict[str, str]
    body: str

    def __str__(self) -> str:
        return f"{self.path.name}:{self.line}"


def sessions(path: Path) -> Iterator[Session]:
    """The sessions of one transcript."""
    text = path.read_text(encoding="utf-8")
    files: dict[str, str] = {}
    for fence in _FENCE.finditer(text):
        info = fence["info"].split()
        if info[:1] == ["file"]:
            files[info[1]] = fence["body"]
        elif fence["body"].startswith("% "):
            yield Session(path, text.count("\n", 0, fence.start()) + 2, dict(files), fence["body"])


def play(session: Session, folder: Path) -> str:
    """What the session reads when its commands are run in `folder`."""
    for name, content in session.files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(content.encode())
    with chdir(folder):
        return "".join(_played(command) for command in _COMMAND.split(session.body)[1:])


def _played(told: str) -> str:
    line, _, rest = told.partition("\n")
    given, has_input, _ = rest.rpartition("^D\n")
    code, out, err = _run(shlex.split(line), given.encode())
    stdout = out.decode("utf-8", "backslashreplace")
    played = [f"% {line}\n"]
    if has_input:
        played.append(f"{given}^D\n")
    played.append(stdout if stdout.endswith("\n") or not stdout else f"{stdout}\n")
    played += [f"2> {message}\n" for message in err.splitlines()]
    return "".join(played) + (f"=> {code}\n" if code else "")


def _run(words: list[str], given: bytes) -> tuple[int, bytes, str]:
    program, *arguments = words
    if program == "cat":
        return 0, b"".join(Path(name).read_bytes() for name in arguments), ""
    if program == "ls":
        return 0, "".join(f"{path.name}\n" for path in sorted(Path(arguments[0]).iterdir())).encode(), ""
    assert program == "blocks", f"a transcript may run blocks, cat and ls, not {program}"
    return run_in_process(arguments, given)


class Terminal(io.TextIOWrapper):
    """A stream that says it is a terminal."""

    def isatty(self) -> bool:
        return True


def run_in_process(
    arguments: list[str],
    given: bytes = b"",
    *,
    stdin_type: type[io.TextIOWrapper] = io.TextIOWrapper,
    stdout_type: type[io.TextIOWrapper] = io.TextIOWrapper,
) -> tuple[int, bytes, str]:
    """Exit code, standard output and standard error of `blocks ARGUMENTS`."""
    stdin, stdout, stderr = sys.stdin, sys.stdout, sys.stderr
    sys.stdin = stdin_type(io.BytesIO(given))
    out, err = io.BytesIO(), io.BytesIO()
    sys.stdout = stdout_type(out, encoding="utf-8", write_through=True)
    sys.stderr = io.TextIOWrapper(err, encoding="utf-8", errors="backslashreplace", write_through=True)
    try:
        code = main(arguments)
        return code, out.getvalue(), err.getvalue().decode()
    finally:
        sys.stdin, sys.stdout, sys.stderr = stdin, stdout, stderr


ALL = [session for path in sorted(FOLDER.glob("*.md")) for session in sessions(path)]


@pytest.mark.parametrize("session", ALL, ids=str)
def test_a_session_reads_as_told(session: Session, tmp_path: Path) -> None:
    played = play(session, tmp_path)
    if played != session.body:
        diff = difflib.unified_diff(session.body.splitlines(), played.splitlines(), "told", "played", lineterm="", n=2)
        pytest.fail("\n".join([str(session), *diff]), pytrace=False)


def test_every_transcript_holds_a_session() -> None:
    told = {session.path for session in ALL}
    assert told == set(FOLDER.glob("*.md")) - {FOLDER / "README.md"}
    assert len(ALL) > 40


def accept() -> None:
    """Write what the commands print now into the transcripts."""
    for path in FOLDER.glob("*.md"):
        text = path.read_text(encoding="utf-8")
        for session in sessions(path):
            with tempfile.TemporaryDirectory() as folder:
                text = text.replace(f"```\n{session.body}```", f"```\n{play(session, Path(folder))}```", 1)
        path.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    if sys.argv[1:] == ["--accept"]:
        accept()
