"""The typed tree as a declaration for TypeScript: what one writes into `blocks.d.ts`."""

from __future__ import annotations

import json
import math
import re
from collections.abc import Iterable, Iterator
from typing import Any, Final

from blocks.model.block import Block
from blocks.model.delimiter import CORE_NAMESPACE
from blocks.schema.describe import AttributeDescription, TypeDescription, describe_all

_IDENTIFIER: Final = re.compile(r"[A-Za-z_$][A-Za-z0-9_$]*")
_NOT_IN_NAMES: Final = re.compile(r"[^a-z0-9]+")
_TYPES: Final = {"array": "unknown[]", "object": "Record<string, unknown>"}
_HEAD: Final = """\
/** The typed tree of block markup: what `document.to_json()` and `blocks parse --as typed` answer. */
export type BlockTree = Block[];
"""


def tree_declaration(block_types: Iterable[type[Block]]) -> str:
    """A declaration of `document.to_json()`, where `block_types` are those of the document's registry.

    `Block` is a union of interfaces that `name` tells apart; the attributes of each type are an interface of their own.
    """
    types = describe_all(block_types)
    names = _names(types)
    union = "".join(f"\n  | {names[one.name]}" for one in types)
    parts = [f"{_HEAD}\nexport type Block ={union};\n"]
    parts += (_declared(one, names[one.name]) for one in types)
    return "\n".join(parts)


def _names(types: Iterable[TypeDescription]) -> dict[str, str]:
    """The name of each type's interface, `CoreImage`; a number tells apart those that would have one name."""
    taken = {"Block", "BlockTree"}
    names: dict[str, str] = {}
    for one in sorted(types, key=lambda one: not one.name.startswith(CORE_NAMESPACE)):
        name = first = "".join(word.capitalize() for word in _NOT_IN_NAMES.split(one.name))
        number = 1
        while taken & {name, f"{name}Attributes"}:
            number += 1
            name = f"{first}{number}"
        taken |= {name, f"{name}Attributes"}
        names[one.name] = name
    return names


def _declared(told: TypeDescription, name: str) -> str:
    lines = [
        *_comment([told.about], ""),
        f"export interface {name} {{",
        f"  name: {_literal(told.name)};",
        f"  attributes: {name}Attributes;",
        "  innerBlocks: Block[];",
        "}",
        "",
        f"export interface {name}Attributes {{",
    ]
    for one in told.attributes:
        lines += _comment([one.about, *_default(one)], "  ")
        lines.append(f"  {_member(one)};")
    if told.is_open:
        lines += _comment(["What is left of a block that an older editor saved."], "  ")
        lines.append("  [key: string]: unknown;")
    return "\n".join([*lines, "}", ""])


def _member(told: AttributeDescription) -> str:
    key = told.key if _IDENTIFIER.fullmatch(told.key) else _literal(told.key)
    return f"{key}{'' if told.is_always else '?'}: {_type(told)}"


def _type(told: AttributeDescription) -> str:
    if told.enum is not None:
        return " | ".join(dict.fromkeys(map(_enumerated, told.enum))) or "never"
    kinds = [_TYPES.get(kind, kind) for kind in told.kinds] or ["unknown"]
    if told.elements is not None:
        members = "; ".join(map(_member, told.elements))
        kinds = [f"{{ {members} }}[]" if kind == _TYPES["array"] else kind for kind in kinds]
    return " | ".join(kinds)


def _enumerated(value: Any) -> str:
    if isinstance(value, float) and not math.isfinite(value):
        return "number"
    return (
        _TYPES["array" if isinstance(value, list) else "object"] if isinstance(value, list | dict) else _literal(value)
    )


def _default(told: AttributeDescription) -> Iterator[str]:
    if told.has_default:
        yield f"@default {_literal(told.default)}"


def _comment(lines: list[str], indent: str) -> Iterator[str]:
    lines = [" ".join(line.split()).replace("*/", "*\\/") for line in lines if line.strip()]
    if len(lines) == 1:
        yield f"{indent}/** {lines[0]} */"
    elif lines:
        yield f"{indent}/**"
        yield from (f"{indent} * {line}" for line in lines)
        yield f"{indent} */"


def _literal(value: Any) -> str:
    return json.dumps(value)
