"""The command line: arguments in, text out. It knows no blocks; every command is a few calls of the library.

app.py        the program: its commands, and what becomes of a failure
render.py parse.py check.py formats.py sources.py types.py     a module per command
inputs.py     files, folders and standard input, read to the posts that are wanted
outputs.py    standard output, and the names of output files
options.py    NAME=VALUE, read as the type that a renderer's option has
messages.py   what goes to standard error
tree.py events.py     what `parse --as` prints; one_type.py what `types NAME` does
libraries.py  `--library`, the types of block.json files
tables.py     aligned columns, drawn by rich on a terminal
"""

from __future__ import annotations

from collections.abc import Sequence


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command line on `arguments` (by default the process's own) and return its exit code.

    0 is fine, 1 findings, 2 could not run; 130 after Ctrl-C and 141 where the reader of the output went away.
    """
    from blocks.cli.app import run

    return run(arguments)
