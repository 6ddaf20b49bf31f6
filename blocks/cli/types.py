"""`blocks types`: the block types of the registry; what one is; all of them as a schema for other programs."""

from __future__ import annotations

import click
from click.shell_completion import CompletionItem

from blocks.cli import outputs
from blocks.cli.libraries import library_option, registry_with
from blocks.cli.tables import write_table
from blocks.errors import DeclarationError, suggestion
from blocks.library import core_registry
from blocks.model.block import Block, Unknown
from blocks.model.delimiter import full_name, short_name
from blocks.model.registry import Registry


def _names(ctx: click.Context, param: click.Parameter, incomplete: str) -> list[CompletionItem]:  # noqa: ARG001
    registry = core_registry()
    registry.load_plugins()
    return [CompletionItem(name) for name in _by_name(registry) if name.startswith(incomplete)]


@click.command(
    short_help="The block types: their fields, their JSON Schema, a declaration for TypeScript.",
    epilog="""\b
Examples:
  blocks types                              every declared type, those of plugins too
  blocks types core/image                   its fields, supports and older shapes
  blocks types core/image --schema          JSON Schema of one image of the typed tree
  blocks types --schema                     JSON Schema of what `parse --as typed` prints
  blocks types --typescript > blocks.d.ts   the same for TypeScript
  blocks types --library my-plugin/         with the types of its block.json files""",
)
@click.argument("name", metavar="[NAME]", required=False, shell_complete=_names)
@click.option("--schema", "form", flag_value="schema", help="JSON Schema (draft 2020-12) of the tree, or of NAME.")
@click.option("--typescript", "form", flag_value="typescript", help="A declaration of the tree for TypeScript.")
@library_option
def command(name: str | None, form: str | None, libraries: tuple[str, ...]) -> int:
    """List the block types, or tell about the one called NAME (`image` is short for `core/image`)."""
    if name is not None and form == "typescript":
        raise click.UsageError("--typescript is of the whole tree; leave out NAME", click.get_current_context())
    registry = registry_with(libraries)
    if name is None:
        registry.load_plugins()
        _write_all(registry, form)
        return 0
    block_type = _named(name, registry)
    if form == "schema":
        _write_schema(block_type)
    else:
        from blocks.cli.one_type import write_type

        write_type(block_type, registry)
    return 0


def _write_all(registry: Registry, form: str | None) -> None:
    from blocks.schema.describe import about

    if form == "typescript":
        from blocks.api import typescript

        outputs.write(typescript(registry))
    elif form == "schema":
        _write_schema(registry)
    else:
        rows = [(name, one.__name__, about(one)) for name, one in _by_name(registry).items()]
        write_table(("Block", "Type", "What it is"), rows)


def _write_schema(what: Registry | type[Block]) -> None:
    from blocks.api import json_schema
    from blocks.model.json_text import PEOPLE, pieces

    outputs.write_pieces(pieces(json_schema(what), PEOPLE))
    outputs.write("\n")


def _by_name(registry: Registry) -> dict[str, type[Block]]:
    return dict(sorted((one.type_name or "", one) for one in registry))


def _named(name: str, registry: Registry) -> type[Block]:
    block_type = registry.type_of(full_name(name))  # loads no plugin but the one whose namespace it is
    if block_type is Unknown:
        types = list(_by_name(registry))
        close = suggestion(name, [*types, *map(short_name, types)])
        raise DeclarationError(f"no type is declared for {full_name(name)}.{close} `blocks types` lists them")
    return block_type
