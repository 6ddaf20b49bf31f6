"""Delimiters: what a block comment says, and how one is spelled."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, Literal

if TYPE_CHECKING:
    from blocks.model.block import Block

DelimiterKind = Literal["opener", "closer", "void"]
OPENER: Final = "opener"
CLOSER: Final = "closer"
VOID: Final = "void"

CORE_NAMESPACE = "core/"

_FULL_NAME = re.compile(r"[a-z][a-z0-9_-]*+/[a-z][a-z0-9_-]*+")


class Delimiter:
    """What one delimiter text means; equal texts share one, so it knows no place.

    `text` is the whole comment, `name` the full block name (`core/paragraph`), `attributes` the raw JSON text with
    the blanks behind it (they take part in whether it is valid), or None where there is none.
    `block_type` is the class that blocks of this name are made of.
    """

    __slots__ = ("attributes", "block_type", "kind", "length", "name", "text")

    def __init__(
        self,
        text: str,
        kind: DelimiterKind,
        name: str,
        attributes: str | None,
        block_type: type[Block],
    ) -> None:
        self.text = text
        self.length = len(text)
        self.kind = kind
        self.name = name
        self.attributes = attributes
        self.block_type = block_type

    def __repr__(self) -> str:
        return f"Delimiter({self.kind} {self.name})"


@dataclass(frozen=True, slots=True)
class Spelling:
    """The fixed strings of a delimiter. The grammar states them; these defaults are for trees made without a text."""

    comment_open: str = "<!--"
    prefix: str = "wp:"
    slash: str = "/"
    comment_close: str = "-->"

    def opener(self, name: str, attributes: str) -> str:
        """A delimiter as `get_comment_delimited_block_content()` spells it; `attributes` ends in a blank if any."""
        return f"{self.comment_open} {self.prefix}{short_name(name)} {attributes}{self.comment_close}"

    def void(self, name: str, attributes: str) -> str:
        return f"{self.comment_open} {self.prefix}{short_name(name)} {attributes}{self.slash}{self.comment_close}"

    def closer(self, name: str) -> str:
        return f"{self.comment_open} {self.slash}{self.prefix}{short_name(name)} {self.comment_close}"


def is_block_name(name: str) -> bool:
    """Whether `name` is a full block name, `my-plugin/book`, of the form that the grammar gives to names."""
    return _FULL_NAME.fullmatch(name) is not None


def full_name(name: str) -> str:
    """`core/paragraph` for `paragraph`; any other name as it is."""
    return name if "/" in name else CORE_NAMESPACE + name


def short_name(name: str) -> str:
    """`paragraph` for `core/paragraph`; any other name as it is (WordPress: `strip_core_block_namespace()`)."""
    return name.removeprefix(CORE_NAMESPACE)
