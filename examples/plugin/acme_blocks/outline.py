"""The output format `outline`: the headings of a post, indented by level."""

from blocks import Context, Document, Heading


class OutlineRenderer:
    """Renders a post as the list of its headings."""

    format = "outline"

    def render(self, document: Document, context: Context, /, *, depth: int = 6) -> str:
        """One line for each heading, down to level `depth`."""
        lines = []
        for heading in document.find(Heading):
            if heading.level <= depth:
                lines.append("  " * (max(heading.level, 1) - 1) + heading.content.text)
            else:
                context.report("unsupported-content", f"a heading below level {depth} was left out", heading)
        return "".join(f"{line}\n" for line in lines)
