"""Files and standard input, read to posts."""

from __future__ import annotations

import sys
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import click

from blocks.cli.messages import say
from blocks.errors import SourceError
from blocks.sources import Post, detect, read
from blocks.sources.formats import SOURCES

STDIN = "-"

files_argument = click.argument("files", metavar="[FILE]...", nargs=-1, type=click.Path())
file_argument = click.argument("file", required=False, type=click.Path())


def source_option(command: Callable[..., Any]) -> Callable[..., Any]:
    """The options of every command that reads files: `--from` and `--quiet`."""
    about = "What FILE holds: block markup, posts of the REST API as JSON, or the structure of parse_blocks() as JSON."
    command = click.option("-q", "--quiet", is_flag=True, help="Say nothing but errors on standard error.")(command)
    choice = click.Choice(["auto", *SOURCES])
    return click.option("--from", "source", type=choice, default="auto", show_default=True, help=about)(command)


@dataclass(frozen=True, slots=True)
class Input:
    """One post of an input. `name` tells the posts of one input apart, where it holds several."""

    path: str
    post: Post
    name: str | None = None

    @property
    def label(self) -> str:
        """What messages call it."""
        return label(self.path) + (f"[{self.name}]" if self.name is not None else "")

    @property
    def named_post(self) -> Post:
        """The post; where it has neither slug nor id, the name of its file is its slug."""
        if self.post.slug is not None or self.post.id is not None or self.path == STDIN:
            return self.post
        return replace(self.post, slug=self.name or Path(self.path).stem)


def label(path: str) -> str:
    """What messages call an input."""
    return "<stdin>" if path == STDIN else path


def or_stdin(files: tuple[str, ...]) -> tuple[str, ...]:
    """The files, or standard input where none is named and something is piped in. UsageError where nothing is."""
    if files or (sys.stdin is not None and not sys.stdin.isatty()):
        return files or (STDIN,)
    raise click.UsageError("name a FILE, or - to read standard input", click.get_current_context())


def read_inputs(path: str, source: str, *, quiet: bool) -> list[Input]:
    """The posts of one input; says which source was taken for `auto`. SourceError, naming the input, where none is."""
    data = read_bytes(path)
    try:
        if not data and not quiet:
            say(f"{label(path)} is empty")
        elif source == "auto":
            found = detect(data)
            source = found.source
            if not quiet:
                say(f"{label(path)} is taken as {source}: {found.reason}")
        posts = read(data, source)
    except SourceError as error:
        raise SourceError(f"{label(path)}: {error}") from None
    if len(posts) == 1:
        return [Input(path, posts[0])]
    return [Input(path, post, post.slug or str(post.id or number)) for number, post in enumerate(posts, 1)]


def read_one(path: str, source: str, *, quiet: bool) -> Input:
    """The one post of an input. SourceError where it holds none, or several."""
    inputs = read_inputs(path, source, quiet=quiet)
    if len(inputs) != 1:
        names = ", ".join(str(one.name) for one in inputs[:5]) + (", …" if len(inputs) > 5 else "")
        several = (
            f"holds {len(inputs)} posts ({names}), and this takes one: put the one you want into a file of its own"
        )
        holds = several if inputs else "holds no post"
        raise SourceError(f"{label(path)} {holds}")
    return inputs[0]


def read_bytes(path: str) -> bytes:
    """All bytes of a file, or of standard input. SourceError with the reason where it cannot be read."""
    try:
        if path == STDIN and sys.stdin is None:
            raise SourceError("standard input is closed")
        if path == STDIN:
            return sys.stdin.buffer.read()
        return Path(path).read_bytes()
    except FileNotFoundError:
        raise SourceError(f"there is no file {path}") from None
    except IsADirectoryError:
        raise SourceError(f"{path} is a folder; name the files in it, such as {Path(path) / '*.html'}") from None
    except (OSError, ValueError) as error:
        raise SourceError(f"{label(path)} cannot be read: {getattr(error, 'strerror', None) or error}") from None
