"""Every picture of a post, typed: you will see where each stands, its address, and whether it has an alt text."""

from pathlib import Path

import blocks

document = blocks.parse((Path(__file__).parent / "posts" / "rye-bread.html").read_bytes())

for image in document.find(blocks.Image):
    name = (image.url or "").rpartition("/")[2]
    print(f"line {image.span.line:3}  {name:22} id {image.id}  alt: {image.alt or 'MISSING'}")

print()
for heading in document.find(blocks.Heading):
    print("#" * heading.level, heading.content.text)
