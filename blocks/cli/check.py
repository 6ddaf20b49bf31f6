"""`blocks check`: what is odd about files."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import replace

import click

from blocks.cli import outputs
from blocks.cli.amp_summary import AmpSummary
from blocks.cli.inputs import Input, Reading, each_input, files_argument, source_option
from blocks.cli.libraries import library_option, registry_with
from blocks.cli.messages import LEVELS, is_at_least, say, without_controls
from blocks.cli.rendering import Rendering, Short, drawing_options, pairs_option, rendering
from blocks.errors import BlocksError
from blocks.model.document import Document
from blocks.model.registry import Registry
from blocks.problems import Level, Problem


@click.command(
    short_help="What is odd about files, as path:line:column.",
    epilog="""\b
Examples:
  blocks check post.html                        post.html:3:1: unclosed-block this core/group is never closed
  blocks check posts/*.html --level error       only what breaks a page
  blocks check post.html --level info           also unknown blocks, and HTML outside blocks
  blocks check posts/*.html --format json | jq -r '.[].code' | sort | uniq -c
  blocks check posts/*.html --amp               also what AMP leaves out of them
  blocks check post.html --amp --level info --site site.json --option img=amp

Lines and columns count from 1. Those of a post from JSON count in its content; of several, the path bears the slug.
Of rendered HTML, places of messages that begin "in the rendered HTML" are in it, all others in the markup that is
recovered from it, which `blocks parse --as markup --force` prints.""",
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
@click.option(
    "--amp",
    is_flag=True,
    help="Tell what the AMP of FILEs leaves out and replaces, too. The options below are those of `render --to amp`.",
)
@drawing_options
@pairs_option
def command(
    files: tuple[str, ...],
    libraries: tuple[str, ...],
    reading: Reading,
    form: str,
    level: Level,
    amp: bool,
    theme: str | None,
    pairs: tuple[str, ...],
    **short: str | bool | None,
) -> int:
    """Tell what is odd about FILEs, or standard input, as path:line:column: code message.

    The exit code is 1 where there is a problem to tell. With --amp, standard error tells which source knew the sizes
    of how many pictures, how large the stylesheet is, and the components.
    """
    how = rendering("amp", pairs, short, theme, libraries, reading) if amp else None
    if how is None:
        _refuse_options_of_amp(theme, pairs, short)
    code = 0
    found: list[tuple[Input, Problem]] = []
    registry = registry_with(libraries)
    summary = AmpSummary()
    for one in each_input(files, reading):
        try:
            told = _problems(one, registry, how, summary)
        except BlocksError as error:
            say(f"{one.label}: {error}")
            code = 2
            continue
        problems = [problem for problem in told if is_at_least(problem, level)]
        found += [(one, problem) for problem in problems]
        if form == "text":
            outputs.write("".join(f"{one.label}:{without_controls(str(problem))}\n" for problem in problems))
    if form == "json":
        outputs.write(_json(found))
    reading.tell_skipped()
    if not reading.quiet:
        outputs.flush()  # the counts come behind the problems
        summary.say()
    return max(code, reading.code, 1 if found else 0)


def _problems(one: Input, registry: Registry, how: Rendering | None, summary: AmpSummary) -> Iterable[Problem]:
    """The problems of a post, and those of its rendering where one is asked for, in order of their places."""
    if how is None:
        document = one.post.parse(registry=registry)
        return (*_recovering(document), *document.check())
    result = how.of(one.post)
    summary.add(one.label, result)
    told = (*result.document.check(), *result.rendering_problems)
    return (*_recovering(result.document), *sorted(told, key=lambda problem: problem.span.start))


def _recovering(document: Document) -> tuple[Problem, ...]:
    """What was told when the document was recovered from rendered HTML; the places are those of the HTML."""
    told = document.rendering.problems if document.rendering is not None else ()
    return tuple(replace(one, message=f"in the rendered HTML, {one.message}") for one in told)


def _refuse_options_of_amp(theme: str | None, pairs: Sequence[str], short: Short) -> None:
    """UsageError where an option says how to render, and nothing is rendered."""
    given = {"theme": theme, **short, "option": pairs}
    first = next((name for name, value in given.items() if value), None)
    if first is not None:
        raise click.UsageError(
            f"--{first.replace('_', '-')} says how to render, and nothing is rendered without --amp",
            click.get_current_context(),
        )


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
