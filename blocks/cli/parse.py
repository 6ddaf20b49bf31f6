"""`blocks parse`: a file as the stages of the pipeline have it."""

from __future__ import annotations

import click

from blocks.cli import outputs
from blocks.cli.inputs import Reading, file_argument, or_stdin, read_one, source_option
from blocks.cli.libraries import library_option, registry_with
from blocks.cli.messages import say, say_parse_error
from blocks.errors import LimitError, ParseError
from blocks.model.document import Document
from blocks.model.wordpress import LIMIT
from blocks.sources.post import NOT_RAW
from blocks.syntax.parse import Engine


@click.command(
    short_help="A file as a tree, as typed JSON, as WordPress has it, as markup, as events.",
    epilog="""\b
Examples:
  blocks parse post.html                             the tree, a line for each block
  blocks parse post.html --as typed                  every attribute of every block, as JSON
  blocks parse post.html --as wordpress              what parse_blocks() answers, as JSON
  blocks parse post.html --as markup                 the text again, byte for byte
  blocks parse post.html --as markup --canonical     what serialize_blocks(parse_blocks()) answers
  blocks parse post.html --as markup --migrate       old blocks written as they are saved today
  blocks parse post.html --as events                 what the scanner sees, before there is a tree
  blocks parse post.html --strict                    the first error, with a caret under the place

`--from markup` takes any bytes as they are.""",
)
@file_argument
@click.option(
    "--as",
    "stage",
    type=click.Choice(["tree", "typed", "wordpress", "markup", "events"]),
    default="tree",
    show_default=True,
    help="What to show.",
)
@click.option("--canonical", is_flag=True, help="With --as markup: written as WordPress would save it.")
@click.option("--migrate", is_flag=True, help="Write blocks of older shapes as the editor saves them today, first.")
@click.option(
    "--engine",
    type=click.Choice(["linear", "lark"]),
    default="linear",
    show_default=True,
    help="The fast loop, or Lark's LALR parser; both give the same tree.",
)
@click.option("--force", is_flag=True, help="With --as markup: also what is recovered from rendered HTML.")
@click.option("--strict", is_flag=True, help="Stop at the first problem of error level.")
@click.option(
    "--limit",
    metavar="N",
    type=click.IntRange(min=0),
    default=LIMIT,
    show_default=True,
    help="Characters that blocks may repeat in JSON and in canonical markup, such as unclosed ones; 0 lifts it.",
)
@library_option
@source_option
def command(
    file: str | None,
    stage: str,
    canonical: bool,
    migrate: bool,
    engine: Engine,
    force: bool,
    strict: bool,
    limit: int,
    libraries: tuple[str, ...],
    reading: Reading,
) -> int:
    """Show FILE, or standard input, as a tree, as typed JSON, as WordPress has it, as markup, or as events."""
    if canonical and stage != "markup":
        raise click.UsageError("--canonical goes with --as markup", click.get_current_context())
    registry = registry_with(libraries)
    (path,) = or_stdin((file,) if file is not None else ())
    one = read_one(path, reading)
    try:
        document = one.post.parse(strict=strict, engine=engine, registry=registry)
        if stage == "markup" and document.origin == "rendered" and not force:
            is_text = one.post.source is not None and one.post.source.source == "html"
            classic = ", or with --from classic where it is the content of a classic post" if is_text else ""
            say(f"{one.label}: {NOT_RAW.format(f'write it all the same with --force{classic}')}")
            return 2
        _show(document.migrate() if migrate else document, stage, canonical, limit or None)
    except ParseError as error:
        say_parse_error(one.label, error)
        return 1
    except LimitError as error:
        raise LimitError(f"{one.label}: {error}. Here that is --limit N; 0 lifts it") from None
    return reading.code


def _show(document: Document, stage: str, canonical: bool, limit: int | None) -> None:
    if stage in ("typed", "wordpress"):
        from blocks.model.json_text import PEOPLE, PHP, pieces

        is_typed = stage == "typed"
        structure = document.to_json(limit=limit) if is_typed else document.to_wordpress(limit=limit)
        outputs.write_pieces(pieces(structure, PEOPLE if is_typed else PHP))
        outputs.write("\n")
    elif stage == "markup":
        outputs.write(document.serialize(canonical=canonical, limit=limit))
    elif stage == "events":
        from blocks.cli.events import event_lines

        outputs.write_pieces(event_lines(document.serialize()))
    else:
        from blocks.cli.tree import write_tree

        write_tree(document)
