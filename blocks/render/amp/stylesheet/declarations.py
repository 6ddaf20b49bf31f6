"""Declarations: what may stand in a rule of `<style amp-custom>`, and which names it uses."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from blocks.render.amp.css import ACTING
from blocks.render.amp.stylesheet.values import UnwritableError, Writer, identifier, readable

if TYPE_CHECKING:
    from tinycss2.ast import Declaration as Parsed

OWN_NAMES: Final = "i-amphtml-"
"""What names of AMP's runtime begin with; the validator takes it nowhere."""

_NAMING = frozenset(
    {"font", "font-family", "animation", "animation-name", "-webkit-animation", "-webkit-animation-name"}
)


@dataclass(frozen=True, slots=True)
class Declaration:
    """`text` is `name:value`; `variables` and `names` are what the value uses, as `values.Writer` has them."""

    name: str
    text: str
    important: bool = False
    variables: frozenset[str] = frozenset()
    names: frozenset[str] = frozenset()

    @property
    def is_custom(self) -> bool:
        return self.name.startswith("--")


def declaration(parsed: Parsed) -> Declaration:
    """A declaration that AMP takes; raises `UnwritableError` where it takes none of it."""
    custom = parsed.name.startswith("--")
    name = parsed.name if custom else parsed.lower_name
    if name in ACTING:
        raise UnwritableError
    writer = Writer()
    value = writer.write(parsed.value)
    if not value and not custom:
        raise UnwritableError
    text = f"{identifier(name)}:{value}"
    if OWN_NAMES in text.lower():
        raise UnwritableError
    names = writer.names if custom or name in _NAMING else ()
    return Declaration(name, text, parsed.important, frozenset(writer.variables), frozenset(names))


def names_in_style(style: str) -> frozenset[str]:
    """The names in a `style` attribute that may be those of fonts and animations."""
    import tinycss2

    names: set[str] = set()
    for parsed in tinycss2.parse_blocks_contents(readable(style), skip_comments=True, skip_whitespace=True):
        if parsed.type == "declaration":
            try:
                names |= declaration(parsed).names
            except UnwritableError:
                continue
    return frozenset(names)


def body_of(declarations: Iterable[Declaration]) -> str:
    """The declarations as the body of a rule."""
    return ";".join(one.text for one in declarations)
