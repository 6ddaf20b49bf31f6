"""What stands for a block of which nothing is saved, for the server draws it: the words that it says, or its name."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from blocks.fragment import RichText
from blocks.model.attributes import read_as_php
from blocks.model.block import Block
from blocks.model.delimiter import short_name

if TYPE_CHECKING:
    from blocks.render.text.flow import Flow

REPLACED = "nothing was saved of this {}; its name stands for what the server draws"
_SAYS = ("label", "content", "title", "text")  # the attributes in which such blocks keep words to show


def feed_label(node: Block, flow: Flow) -> None:
    """Write a block's label, where that was asked for; say that something is missing."""
    name = node.block_name or ""
    if flow.options.dynamic != "label":
        flow.report("nothing-rendered", f"nothing was saved of this {name}; the server may draw it")
        return
    flow.report("replaced-content", REPLACED.format(name))
    words, url = words_of(node)
    text = words or f"[{title_of(node)}]"
    href = f' href="{escape(url)}"' if url else ""
    flow.feed(f'<p><a class="wp-block-button__link"{href}>{escape(text)}</a></p>')


def words_of(node: Block) -> tuple[str, str]:
    """The words that a block's attributes say, and the address behind them; either may be empty."""
    said = _attributes(node)
    words = next((value for key in _SAYS if isinstance(value := said.get(key), str) and value.strip()), "")
    url = said.get("url")
    return RichText(words).text, url if isinstance(url, str) else ""


def _attributes(node: Block) -> dict[str, object]:
    raw = node.delimiter.attributes if node.delimiter is not None else None
    said = read_as_php(raw) if raw is not None else None
    return said if isinstance(said, dict) else {}


def title_of(node: Block) -> str:
    """A block's name as people write it: `Latest posts`, and `acme/card` where it is nobody's that we know."""
    short = short_name(node.block_name or "")
    return short if "/" in short else short.replace("-", " ").capitalize()
