"""A renderer of your own in a few lines: you will see the outline of a post as nested bullet points.

A renderer has a format's name and one method. An entry point makes it known to `--to` (see examples/plugin).
"""

from pathlib import Path

import blocks


class OutlineRenderer:
    """The headings, each as deep as its level."""

    format = "outline"

    def render(self, document: blocks.Document, context: blocks.Context, /, *, bullet: str = "-") -> str:
        lines = [context.post.title] if context.post.title else []
        headings = document.find(blocks.Heading)
        lines += ["  " * (heading.level - 1) + f"{bullet} {heading.content.text}" for heading in headings]
        return "\n".join(lines)


markup = (Path(__file__).parent / "posts" / "summer-school.html").read_bytes()
print(blocks.convert(markup, to=OutlineRenderer(), bullet="*").output)
