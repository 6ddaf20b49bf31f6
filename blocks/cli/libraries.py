"""`--library`: block types of block.json files, beside WordPress's and those of plugins."""

from __future__ import annotations

import click

from blocks.library import core_registry
from blocks.model.registry import Registry

library_option = click.option(
    "--library",
    "libraries",
    metavar="PATH",
    multiple=True,
    type=click.Path(),
    help="A block.json, or a folder with such files below it: the types of your own blocks. May be given again.",
)


def registry_with(libraries: tuple[str, ...]) -> Registry:
    """The block types to read with. DeclarationError, naming the file, where a library is wrong."""
    return core_registry().extended(*libraries) if libraries else core_registry()
