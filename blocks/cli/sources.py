"""`blocks sources`: what `--from` takes."""

from __future__ import annotations

from contextlib import nullcontext

import click

from blocks.cli import outputs
from blocks.cli.inputs import STDIN, standard_input
from blocks.cli.messages import say
from blocks.cli.tables import write_table
from blocks.errors import PluginError
from blocks.sources import detect, sources
from blocks.sources.formats import reader
from blocks.sources.streams import LOOKED_AT, open_file, some, unpacked


@click.command(
    short_help="The sources that posts are read from.",
    epilog="""\b
Examples:
  blocks sources                every source, built in or from a plugin
  blocks sources export.xml     which of them a file is taken for, and why
  blocks sources -              which of them standard input is taken for""",
)
@click.argument("file", required=False, type=click.Path())
def command(file: str | None) -> int:
    """List the sources that `--from` knows, or tell which of them FILE (- is standard input) is taken for."""
    if file is not None:
        opened = nullcontext(standard_input()) if file == STDIN else open_file(file)
        with opened as raw, unpacked(raw) as stream:
            found = detect(some(stream, LOOKED_AT))
        outputs.write(f"{found.source}: {found.reason}\n")
        return 0
    code = 0
    rows = []
    for name, about in sources().items():
        try:
            reader(name)
        except PluginError as error:
            say(str(error))
            code = 2
        rows.append((name, about))
    write_table(("Source", "What it is"), rows)
    return code
