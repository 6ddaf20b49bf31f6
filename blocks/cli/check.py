"""`blocks check`: what is odd about files."""

from __future__ import annotations

import json
from collections.abc import Iterable

import click

from blocks.cli import outputs
from blocks.cli.inputs import Input, Reading, each_input, files_argument, source_option
from blocks.cli.libraries import library_option, registry_with
from blocks.cli.messages import LEVELS, is_at_least, say, without_controls
from blocks.errors import PluginError
from blocks.problems import Level, Problem


@click.command(
    short_help="What is odd about files, as path:line:column.",
    epilog="""\b
Examples:
  blocks check post.html                        post.html:3:1: unclosed-block this core/group is never closed
  blocks check posts/*.html --level error       only what breaks a page
  blocks check post.html --level info           also unknown blocks, and HTML outside blocks
  blocks check posts/*.html --format json | jq -r '.[].code' | sort | uniq -c

Lines and columns count from 1. Those of a post from JSON count in its content; of several, the path bears the slug.
Of rendered HTML, those of `unrecovered-html` count in it, all others in the markup that is recovered from it.""",
)
@files_argument
@library_option
@source_option
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True)
@click.option(
    "--level",
    type=click.Choice(LEVELS),
    default="warning",
    show_default=True,
    help="Tell problems this bad, and worse.",
)
def command(files: tuple[str, ...], libraries: tuple[str, ...], reading: Reading, form: str, level: Level) -> int:
    """Tell what is odd about FILEs, or standard input, as path:line:column: code message.

    The exit code is 1 where there is a problem to tell.
    """
    code = 0
    found: list[tuple[Input, Problem]] = []
    registry = registry_with(libraries)
    for one in each_input(files, reading):
        try:
            document = one.post.parse(registry=registry)
            recovering = document.rendering.problems if document.rendering is not None else ()
            told = (*recovering, *document.check())
            problems = [problem for problem in told if is_at_least(problem, level)]
        except PluginError as error:
            say(f"{one.label}: {error}")
            code = 2
            continue
        found += [(one, problem) for problem in problems]
        if form == "text":
            outputs.write("".join(f"{one.label}:{without_controls(str(problem))}\n" for problem in problems))
    if form == "json":
        outputs.write(_json(found))
    reading.tell_skipped()
    return max(code, reading.code, 1 if found else 0)


def _json(found: Iterable[tuple[Input, Problem]]) -> str:
    """A JSON array with one problem a line.

    `start` and `end` are offsets into the content: bytes where FILE is markup, characters where it came out of JSON.
    """
    lines = [
        json.dumps(
            {
                "path": one.path,
                "post": one.name,
                "line": problem.span.line,
                "column": problem.span.column,
                "start": problem.span.start,
                "end": problem.span.end,
                "level": problem.level,
                "code": problem.code,
                "message": problem.message,
            }
        )
        for one, problem in found
    ]
    return "[" + ",".join("\n" + line for line in lines) + ("\n" if lines else "") + "]\n"
