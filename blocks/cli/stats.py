"""`blocks stats`: words, reading time, pictures, links, headings and blocks of files."""

from __future__ import annotations

import json
import sys
from typing import Any

import click

from blocks.cli import outputs
from blocks.cli.inputs import Input, Reading, each_input, files_argument, source_option
from blocks.cli.libraries import library_option, registry_with
from blocks.cli.messages import say, without_controls
from blocks.cli.tables import write_table
from blocks.errors import PluginError
from blocks.model.digest import Stats

_COLUMNS = ("Post", "Words", "Chars", "Unspaced", "Minutes", "Images", "No alt", "Links", "Headings", "Blocks")


@click.command(
    short_help="Words, reading time, images, links, headings and blocks of files.",
    epilog="""\b
Examples:
  blocks stats post.html                            a table on a terminal, tab-separated elsewhere
  blocks stats posts/*.html --host example.com      links to the host apart from those to others
  blocks stats post.html --format json              with the outline, and the blocks of each type

Words and minutes are those of WordPress's block "Time to read".""",
)
@files_argument
@library_option
@source_option
@click.option(
    "--format",
    "form",
    type=click.Choice(["table", "tsv", "json"]),
    help="How to write it; a table on a terminal, and tab-separated values elsewhere, where this is not said.",
)
@click.option("--host", metavar="NAME", help="The host of the site, to tell links to it from others.")
@click.option("--pace", metavar="N", type=click.FloatRange(min=1), help="Words read in a minute.")
@click.option("--lang", metavar="CODE", help="The language: that of one without spaces counts characters.")
def command(
    files: tuple[str, ...],
    libraries: tuple[str, ...],
    reading: Reading,
    form: str | None,
    host: str | None,
    pace: float | None,
    lang: str | None,
) -> int:
    """Count what there is in FILEs, or standard input."""
    code = 0
    found: list[tuple[Input, Stats]] = []
    registry = registry_with(libraries)
    for one in each_input(files, reading):
        try:
            found.append((one, one.post.parse(registry=registry).stats(host=host, pace=pace, lang=lang)))
        except PluginError as error:
            say(f"{one.label}: {error}")
            code = 2
    reading.tell_skipped()
    code = max(code, reading.code)
    if form == "json":
        outputs.write(_json(found))
        return code
    columns = list(_COLUMNS)
    if host is not None:
        columns[8:8] = ["Internal", "External"]
    rows = [_row(one, stats) for one, stats in found]
    is_terminal = sys.stdout.isatty()
    if form == "table" or (form is None and is_terminal):
        _write_table(columns, rows, is_terminal=is_terminal)
    else:
        for row in (columns, *rows):
            outputs.write("\t".join(without_controls(cell.replace("\t", " ")) for cell in row) + "\n")
    return code


def _row(one: Input, stats: Stats) -> list[str]:
    counts = [stats.words, stats.characters, stats.characters_without_spaces, stats.minutes, stats.images]
    counts += [stats.images_without_alt, stats.links]
    if stats.internal_links is not None and stats.external_links is not None:
        counts += [stats.internal_links, stats.external_links]
    counts += [len(stats.headings), sum(stats.blocks.values())]
    return [one.label, *map(str, counts)]


def _write_table(columns: list[str], rows: list[list[str]], *, is_terminal: bool) -> None:
    """A row for each post; on a terminal a line for each number of a single one, since that reads better."""
    if len(rows) == 1 and is_terminal:
        heading, *names = columns
        label, *values = rows[0]
        write_table((heading, label), list(zip(names, values, strict=True)))
    else:
        write_table(columns, rows if is_terminal else [columns, *rows])


def _json(found: list[tuple[Input, Stats]]) -> str:
    """A JSON array with one post a line; offsets are in bytes where FILE is markup, else in characters."""
    lines = [json.dumps({"path": one.path, "post": one.name, **_values(stats)}) for one, stats in found]
    return "[" + ",".join("\n" + line for line in lines) + ("\n" if lines else "") + "]\n"


def _values(stats: Stats) -> dict[str, Any]:
    from dataclasses import asdict

    return asdict(stats)
