"""The program: its commands, each loaded when it is asked for, and what becomes of a failure."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from importlib import import_module
from typing import Any, Final

import click

from blocks import __version__
from blocks.cli import outputs
from blocks.cli.messages import say
from blocks.errors import BlocksError, suggestion

COMMANDS: Final = ("render", "view", "parse", "check", "stats", "formats", "sources", "types")

COULD_NOT_RUN = 2
INTERRUPTED = 130  # what a shell reports of a process that ended by SIGINT
BROKEN_PIPE = 141  # and of one that ended by SIGPIPE


class Program(click.Group):
    """The group of commands; the module `blocks.cli.NAME` holds the command NAME."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002
        if cmd_name not in COMMANDS:
            return None
        command: click.Command = import_module(f"blocks.cli.{cmd_name}").command
        return command

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        name = args[0]
        if not name.startswith("-") and name not in COMMANDS and not ctx.resilient_parsing:
            raise click.UsageError(
                f"there is no command {name!r}.{suggestion(name, COMMANDS)} Commands: {', '.join(COMMANDS)}", ctx
            )
        return super().resolve_command(ctx, args)

    def invoke(self, ctx: click.Context) -> Any:
        # Here, since click's own treatment of a broken pipe ends the process.
        try:
            code = super().invoke(ctx)
            outputs.flush()
        except BrokenPipeError:
            outputs.leave()
            return BROKEN_PIPE
        return code


@click.group(
    cls=Program,
    invoke_without_command=True,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    epilog="""\b
Examples:
  blocks render post.html                        the HTML of a post, as WordPress prints it
  blocks render post.html --to text              the same to be read
  blocks render post.json --to amp -o post.amp.html
  blocks render posts/*.html -o out/             one output per post
  blocks render export.xml --to text -o out/     the posts of an export, each by its slug
  blocks parse post.html                         the tree
  blocks parse post.html --as typed              every attribute of every block, as JSON
  blocks types core/image                        the fields of a type
  blocks check posts/*.html                      what is odd, as path:line:column

\b
Exit codes: 0 fine, 1 findings, 2 could not run.
`blocks COMMAND --help` tells more about a command.""",
)
@click.version_option(__version__, prog_name="blocks", message="%(prog)s %(version)s")
@click.pass_context
def program(ctx: click.Context) -> None:
    """WordPress block markup, outside WordPress: render it, look into it, check it."""
    if ctx.invoked_subcommand is None:
        click.echo(ctx.get_help())


def run(arguments: Sequence[str] | None = None) -> int:
    """Run the program and return its exit code; a failure that is foreseen becomes one message."""
    if sys.stdout is None:
        say("standard output is closed")
        return COULD_NOT_RUN
    try:
        code = program.main(arguments, prog_name="blocks", standalone_mode=False)
        outputs.flush()  # what `--help` and `--version` print, too
    except click.UsageError as error:
        command = error.ctx.command_path if error.ctx is not None else "blocks"
        say(f"{error.format_message()} ({command} --help tells more)")
        return COULD_NOT_RUN
    except (click.ClickException, BlocksError) as error:
        say(str(error))
        return COULD_NOT_RUN
    except OSError as error:
        if error.filename is not None:
            raise
        outputs.leave()  # it came from what click prints itself, `--help` and `--version`
        say(f"standard output cannot be written: {error.strerror}")
        return COULD_NOT_RUN
    except click.Abort:
        return INTERRUPTED
    return code if isinstance(code, int) else 0
