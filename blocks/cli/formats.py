"""`blocks formats`: the formats there are, and the options of each."""

from __future__ import annotations

import inspect

import click

from blocks.cli import outputs
from blocks.cli.messages import say
from blocks.cli.options import can_be_written, spelled, spelled_default
from blocks.cli.tables import write_table
from blocks.errors import PluginError
from blocks.render.base import Renderer
from blocks.render.formats import formats, kinds_of, options_of, renderer


@click.command(
    short_help="The formats and their options.",
    epilog="""\b
Examples:
  blocks formats             every format, built in or from a plugin, with its options
  blocks formats html        what the options of one mean""",
)
@click.argument("name", metavar="[FORMAT]", required=False)
def command(name: str | None) -> int:
    """List the formats that `render --to` knows, or tell about one."""
    if name is not None:
        _tell(name, renderer(name))
        return 0
    code = 0
    rows: list[tuple[str, str, str]] = []
    for known, about in formats().items():
        try:
            options = ", ".join(options_of(renderer(known)))
        except PluginError as error:
            say(str(error))
            options, code = "(cannot be imported)", 2
        rows.append((known, options or "-", about))
    write_table(("Format", "Options", "What it is"), rows)
    return code


def _tell(name: str, chosen: Renderer) -> None:
    outputs.write(f"{name}  {formats()[name]}\n\n")
    for option in _options(chosen):
        outputs.write(f"  --option {option}\n")
    in_python = [name for name in options_of(chosen) if not can_be_written(kinds_of(chosen, name))]
    if in_python:
        outputs.write(f"\n  in Python alone: {', '.join(in_python)}\n")
    about = inspect.getdoc(chosen.render)
    if about is not None:
        outputs.write(f"\n{about}\n")


def _options(chosen: Renderer) -> list[str]:
    """The options as the command line takes them, with the default of each: `page=yes|no (no)`."""
    return [
        f"{name}={spelled(kinds_of(chosen, name))} ({spelled_default(parameter)})"
        for name, parameter in options_of(chosen).items()
        if can_be_written(kinds_of(chosen, name))
    ]
