"""Players made of pieces of HTML, for the tests of them."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import blocks
from blocks.fragment import Token, tokens
from blocks.model.block import Block
from blocks.render.amp import players
from blocks.render.amp.players import Player

Told = list[tuple[str, str]]


def say_to(told: Told) -> Callable[[str, str], None]:
    return lambda code, message: told.append((code, message))


def quiet(_code: str, _message: str) -> None:
    pass


def block(markup: str) -> Block:
    return blocks.parse(markup).children[0]


EMBED = block('<!-- wp:embed {"url":"x"} /-->')


def parts(html: str) -> tuple[Token, Sequence[Token]]:
    """The first tag of some HTML, and what is in its element."""
    found = list(tokens(html))
    return found[0], found[1:-1] if found[-1].kind == "end" else found[1:]


def film(html: str, node: Block | None = None, told: Told | None = None, sizes: players.Sizes | None = None) -> str:
    return players.film(*parts(html), node, say_to([] if told is None else told), sizes).html


def sound(html: str) -> str:
    return players.sound(*parts(html), quiet).html


def frame(html: str, node: Block | None = None, told: Told | None = None) -> str:
    return players.frame(parts(html)[0], node, say_to([] if told is None else told)).html


def data(html: str, node: Block | None = None, told: Told | None = None) -> str:
    start, inside = parts(html)
    return players.data(start, say_to([] if told is None else told), node, inside).html


def quoted(html: str) -> tuple[Player, str] | None:
    """What stands for the first element of some HTML, and the HTML behind it."""
    found = list(tokens(html))
    made = players.quoted(found, 0, EMBED, quiet)
    return (made[0], html[found[made[1]].start :] if made[1] < len(found) else "") if made is not None else None
