"""Blocks made and changed: you will see blocks made of their fields, then a post with one field changed, no more."""

from pathlib import Path

import blocks
from blocks import Heading, Image, Paragraph

made = [
    Heading(content="Fish & chips", level=3),
    Paragraph(content="With <em>peas</em>."),
    Image(url="fish.jpg", alt="A fish", caption="Fresh"),
]
print("\n\n".join(one.markup for one in made))

post = (Path(__file__).parent / "posts" / "rye-bread.html").read_text(encoding="utf-8")
document = blocks.parse(post)
changed = document.edit(Heading, level=lambda heading: heading.level + 1)

print("\nchanged lines of rye-bread.html:")
for before, after in zip(post.splitlines(), changed.markup.splitlines(), strict=True):
    if before != after:
        print("-", before)
        print("+", after)

try:
    Heading(content="Fish <!-- wp:more -->")
except blocks.EditError as error:
    print("\nnot made:", error)
