"""Standard output, and the names of output files."""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Collection, Iterable, Iterator, Mapping
from contextlib import contextmanager, suppress
from itertools import islice
from pathlib import Path
from typing import Any, Final

import click

from blocks.cli.inputs import STDIN, Input
from blocks.errors import SourceError
from blocks.render.base import Renderer

# The ending of a format's files. A plugin's renderer may say its own, as `extension`.
EXTENSIONS: Final = {
    "html": ".html",
    "text": ".txt",
    "markdown": ".md",
    "markup": ".markup.html",
    "amp": ".amp.html",
    "ndjson": ".ndjson",
    "chunks": ".chunks.ndjson",
}

_WITHOUT_STYLESHEET: Final = ("text", "markdown", "markup", "ndjson", "chunks")

Identity = tuple[int, int]

_NOT_IN_NAMES = re.compile(r"[^\w.%~-]+")
_LONGEST_NAME = 200  # bytes, of the 255 that file systems take; the rest is for the ending
_LONE_SURROGATE = re.compile("[\ud800-\udc7f\udd00-\udfff]")


def write(text: str | bytes) -> None:
    """Write to standard output, as UTF-8; bytes that came in and are not UTF-8 go out as they were."""
    with _clear_failure():
        sys.stdout.buffer.write(encoded(text))


def flush() -> None:
    """Write what is still held back for standard output."""
    with _clear_failure():
        sys.stdout.flush()


def leave() -> None:
    """Send what is still held back for standard output to nowhere, so that the exit is quiet."""
    with suppress(OSError, ValueError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


@contextmanager
def _clear_failure() -> Iterator[None]:
    try:
        yield
    except BrokenPipeError:
        raise
    except OSError as error:
        leave()
        raise click.ClickException(f"standard output cannot be written: {error.strerror}") from None


def write_pieces(pieces: Iterable[str]) -> None:
    """Write a text that comes in many small pieces."""
    coming = iter(pieces)
    while some := "".join(islice(coming, 1000)):
        write(some)


def end_line(text: str | bytes) -> None:
    """On a terminal, end the line that `text` leaves open; elsewhere an output has not one byte more than it has."""
    if sys.stdout.isatty() and text and encoded(text[-1:]) != b"\n":
        write("\n")


def encoded(text: str | bytes) -> bytes:
    """`text` as UTF-8. Halves of surrogate pairs, which no encoding has, become U+FFFD."""
    if isinstance(text, bytes):
        return text
    try:
        return text.encode("utf-8", "surrogateescape")
    except UnicodeEncodeError:
        return _LONE_SURROGATE.sub("\ufffd", text).encode("utf-8", "surrogateescape")


def extension(chosen: Renderer) -> str:
    """How the names of a format's files end."""
    return str(getattr(chosen, "extension", None) or EXTENSIONS.get(chosen.format, f".{chosen.format}"))


def without_stylesheet(to: str, options: Mapping[str, Any]) -> str | None:
    """Why `--css` cannot write a stylesheet for a format with these options; None where it can."""
    if to == "amp" and not options.get("fragment"):
        return "an AMP page has its stylesheet in it; --fragment has it apart"
    if to in _WITHOUT_STYLESHEET:
        return f"no stylesheet goes with the format {to}"
    return "no stylesheet goes with clean HTML" if options.get("clean") else None


def is_folder(output: str) -> bool:
    """Whether `-o` names a folder: one that exists, or a name with a slash at its end."""
    return output.endswith(("/", os.sep)) or Path(output).is_dir()


class Folder:
    """An output folder that gives every input a name of its own.

    A post is named after its file, or by its slug or id where the file holds several. Of posts that would get one name
    the first gets it. Those behind it are told apart by what they are: by their type where that is another one
    (`about.html`, `about-page.html`), by their id, and by a number in the order they come where nothing else is known
    (`a/post.html`, `b/post.html` become `post.html`, `post-2.html`).
    """

    def __init__(self, path: str, ending: str) -> None:
        self._path = Path(path)
        self._ending = ending
        self._taken: dict[str, str | None] = {}  # the names, in small letters, and the types of the posts
        self._numbers: dict[str, int] = {}
        self.is_second = False
        """Whether the name that was given last was taken already."""
        try:
            self._path.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise click.ClickException(f"the folder {path} cannot be made: {error.strerror}") from None

    def place(self, one: Input) -> Path:
        """The path for the output of `one`."""
        stem = _safe(one.name) if one.name is not None else "stdin" if one.path == STDIN else Path(one.path).stem
        name = next(name for name in self._names(stem, one) if name.casefold() not in self._taken)
        self.is_second = name != stem
        self._taken[name.casefold()] = one.post.type
        return self._path / (name + self._ending)

    def _names(self, stem: str, one: Input) -> Iterator[str]:
        """The names that an output may have, the best one first."""
        yield stem
        key = stem.casefold()  # some file systems do not tell `Post` from `post`
        if one.name is not None and one.post.type and self._taken[key] not in (None, one.post.type):
            yield f"{stem}-{_safe(one.post.type)}"
        if one.name is not None and one.post.id:
            yield f"{stem}-{one.post.id}"
        while True:
            number = self._numbers[key] = self._numbers.get(key, 1) + 1
            yield f"{stem}-{number}"


def make_ready(path: Path, inputs: Collection[Identity]) -> None:
    """Make the folder of an output's file. SourceError where that cannot be, or the file is an input or a folder."""
    if identity(path) in inputs:
        raise SourceError(f"{path} is an input; give another place for the output")
    if path.is_dir():
        raise SourceError(f"{path} cannot be written: it is a folder")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise SourceError(f"{path} cannot be written: its folder cannot be made: {error.strerror}") from None


def write_file(path: Path, text: str, inputs: Collection[Identity], *, goes_on: bool = False) -> None:
    """Write an output to its file, or behind what it holds where that `goes_on`, and make its folder.

    SourceError where the file is an input, or cannot be written.
    """
    make_ready(path, inputs)
    try:
        with path.open("ab" if goes_on else "wb") as file:
            file.write(encoded(text))
    except OSError as error:
        raise SourceError(f"{path} cannot be written: {error.strerror}") from None


def several_without_folder(what: str) -> click.UsageError:
    """The error for outputs that would run into each other."""
    return click.UsageError(
        f"{what} would run together on standard output; name a folder for them with -o DIR/",
        click.get_current_context(),
    )


def not_a_folder(output: str, what: str) -> click.UsageError:
    """The error for several outputs that would go to one file."""
    return click.UsageError(
        f"{what} cannot go to {output}, which is a file; name a folder with -o DIR/", click.get_current_context()
    )


def one_stylesheet(css: str, what: str) -> click.UsageError:
    """The error for several stylesheets that would go to one file."""
    return click.UsageError(
        f"the stylesheets of {what} cannot go to the one file {css}; name a folder with --css DIR/",
        click.get_current_context(),
    )


def _safe(name: str) -> str:
    """A slug as a file's name: it comes from the input, so it may not leave the folder."""
    safe = _NOT_IN_NAMES.sub("-", name).lstrip(".")
    return safe.encode()[:_LONGEST_NAME].decode(errors="ignore") or "post"


def identity(path: Path) -> Identity | None:
    """What tells a file from all others, whatever the path to it; None where there is none."""
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_dev, found.st_ino
