"""`blocks types`: the block types of the registry, and the fields of each."""

from __future__ import annotations

import inspect
from collections.abc import Iterator

import click
from click.shell_completion import CompletionItem

from blocks.cli import outputs
from blocks.cli.tables import write_table
from blocks.errors import DeclarationError, suggestion
from blocks.library import core_registry
from blocks.model.delimiter import full_name, short_name
from blocks.model.fields import fields_of
from blocks.model.node import Block, Unknown
from blocks.model.registry import Registry


def _names(ctx: click.Context, param: click.Parameter, incomplete: str) -> list[CompletionItem]:  # noqa: ARG001
    return [CompletionItem(name) for name in _types() if name.startswith(incomplete)]


@click.command(
    short_help="The block types and their fields.",
    epilog="""\b
Examples:
  blocks types                 every declared type, those of plugins too
  blocks types core/image      its fields, with the type of each and where its value lives""",
)
@click.argument("name", metavar="[NAME]", required=False, shell_complete=_names)
def command(name: str | None) -> int:
    """List the block types, or tell about the one called NAME (`image` is short for `core/image`)."""
    if name is not None:
        _tell(name)
        return 0
    rows = [(known, block_type.__name__, _summary(block_type)) for known, block_type in sorted(_types().items())]
    write_table(("Block", "Type", "What it is"), rows)
    return 0


def _types() -> dict[str, type[Block]]:
    registry: Registry = core_registry()
    registry.load_plugins()
    return {block_type.type_name or "": block_type for block_type in registry}


def _tell(name: str) -> None:
    registry = core_registry()
    block_type = registry.type_of(full_name(name))  # loads no plugin but the one whose namespace it is
    if block_type is Unknown:
        types = [known.type_name or "" for known in registry]
        close = suggestion(name, [*types, *map(short_name, types)])
        raise DeclarationError(f"no type is declared for {full_name(name)}.{close} `blocks types` lists them")
    families = [base.__name__ for base in block_type.__mro__[1:] if issubclass(base, Block)]
    outputs.write(
        f"{full_name(name)}: {block_type.__module__}.{block_type.__name__}, a kind of {', '.join(families)}\n"
    )
    outputs.write(f"\n{inspect.getdoc(block_type) or ''}\n")
    rows = list(_fields(block_type))
    if rows:
        outputs.write("\n")
        write_table(("Field", "Type", "Where it lives"), rows)


def _fields(block_type: type) -> Iterator[tuple[str, str, str]]:
    """Name, type and source of every field."""
    annotations: dict[str, object] = {}
    for base in reversed(block_type.__mro__):
        annotations |= inspect.get_annotations(base)
    for name, field in fields_of(block_type).items():
        annotation = annotations.get(name, "")
        yield name, annotation if isinstance(annotation, str) else inspect.formatannotation(annotation), field.source


def _summary(block_type: type) -> str:
    return (inspect.getdoc(block_type) or "").partition("\n")[0]
