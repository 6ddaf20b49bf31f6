"""`blocks view`: posts typeset in the terminal."""

from __future__ import annotations

import io
import os
import shutil
import sys
from typing import TYPE_CHECKING, Final

import click

from blocks.cli import outputs
from blocks.cli.inputs import Input, Reading, each_input, files_argument, source_option
from blocks.cli.libraries import library_option, registry_with
from blocks.cli.messages import say, say_problems
from blocks.errors import PluginError
from blocks.model.registry import Registry
from blocks.render.base import Context
from blocks.render.templates import Templates

if TYPE_CHECKING:
    from rich.console import Console

WIDEST: Final = 100
"""Columns of text that are still good to read, where nobody says how many."""


@click.command(
    short_help="Posts typeset in the terminal.",
    epilog="""\b
Examples:
  blocks view post.html                    headings, lists, tables, colours; in a pager where it is long
  blocks view post.html --width 60         narrower than the terminal
  curl -s https://example.com/wp-json/wp/v2/posts | blocks view -

Links can be clicked where the terminal knows how; where the output is no terminal, their addresses are written out.
The pager is that of $PAGER.""",
)
@files_argument
@library_option
@source_option
@click.option("--width", metavar="N", type=click.IntRange(min=20), help="Columns of a line, instead of the terminal's.")
@click.option("--no-pager", is_flag=True, help="No pager for what is longer than the screen.")
def command(
    files: tuple[str, ...], libraries: tuple[str, ...], reading: Reading, width: int | None, no_pager: bool
) -> int:
    """Typeset FILEs, or standard input, for reading in the terminal."""
    code = 0
    registry = registry_with(libraries)
    is_terminal = sys.stdout.isatty()
    console, out = _console(width, is_terminal=is_terminal)
    is_first = True
    for one in each_input(files, reading):
        if not is_first:
            console.print()
        code = max(code, _view(one, registry, console, quiet=reading.quiet))
        is_first = False
    reading.tell_skipped()
    _show(out.getvalue(), pager=is_terminal and not no_pager)
    return max(code, reading.code)


def _view(one: Input, registry: Registry, console: Console, *, quiet: bool) -> int:
    from blocks.cli.typeset import typeset

    context = Context(one.post, Templates(None, registry))
    try:
        typeset(one.post.parse(registry=registry), context, console, hyperlinks=_takes_links(console))
    except PluginError as error:
        say(f"{one.label}: {error}")
        return 2
    say_problems(one.label, context.problems, "error" if quiet else "warning")
    return 0


def _console(width: int | None, *, is_terminal: bool) -> tuple[Console, io.StringIO]:
    """A console that writes into a text, in colours where standard output is a terminal."""
    from rich.console import Console

    out = io.StringIO()
    columns = width or min(shutil.get_terminal_size().columns, WIDEST)
    console = Console(
        file=out,
        width=columns,
        force_terminal=is_terminal,
        color_system="auto" if is_terminal else None,
        legacy_windows=False,
        markup=False,
        emoji=False,
        highlight=False,
        soft_wrap=False,
    )
    return console, out


def _takes_links(console: Console) -> bool:
    """Whether the terminal takes links (OSC 8): those that do not know them leave them out, but the oldest ones."""
    return console.is_terminal and console.color_system is not None and os.environ.get("TERM") not in {"dumb", "linux"}


def _show(text: str, *, pager: bool) -> None:
    if pager and text.count("\n") >= shutil.get_terminal_size().lines:
        outputs.flush()
        click.echo_via_pager(text, color=True)
    else:
        outputs.write(text)
