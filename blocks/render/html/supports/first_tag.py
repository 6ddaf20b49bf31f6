"""Classes on the outermost element of a block that is drawn already."""

from __future__ import annotations

from blocks.fragment.tag_processor import TagProcessor


def with_classes(html: str, *names: str) -> str:
    """The HTML with classes on its first tag; as it is where it has none."""
    tags = TagProcessor(html)
    if tags.next_tag():
        for name in names:
            tags.add_class(name)
    return tags.get_updated_html()
