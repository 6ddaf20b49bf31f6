"""Block markup becomes HTML: you will see the article's first lines, as WordPress prints them."""

from pathlib import Path

import blocks

markup = (Path(__file__).parent / "posts" / "rye-bread.html").read_bytes()

html = blocks.render(markup)
print("\n".join(html.split("\n")[:2]))

page = blocks.render(markup, page=True, lang="en")
print(page.split("\n")[0])
