"""A post of the REST API becomes plain text: you will see its title and the whole of it, forty columns wide."""

from pathlib import Path

import blocks
from blocks.sources import read

(post,) = read((Path(__file__).parent / "posts" / "ferry.rest.json").read_bytes())

print(post.title)
print("=" * 40)
print(blocks.render(post, to="text", width=40))
