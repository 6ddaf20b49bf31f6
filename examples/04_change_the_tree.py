"""A new tree from an old one: you will see galleries opened up and separators gone, and every other byte as it was."""

from collections.abc import Iterable
from pathlib import Path

import blocks

markup = (Path(__file__).parent / "posts" / "rye-bread.html").read_text(encoding="utf-8")


def change(block: blocks.Block) -> blocks.Block | Iterable[blocks.Block]:
    match block:
        case blocks.Gallery():
            return block.children  # the pictures, in the place of the gallery
        case blocks.Separator():
            return ()  # nothing: it goes
        case _:
            return block


document = blocks.parse(markup)
changed = document.transform(change)

print("before:", [node.block_name for node in document.find("gallery", "separator", "image")])
print("after: ", [node.block_name for node in changed.find("gallery", "separator", "image")])
print("shorter by", len(markup) - len(changed.serialize()), "characters")
