"""What the source knows about a post, as YAML in front of its Markdown.

Values are numbers and strings in double quotes, which YAML 1.2 reads as JSON does; nothing else has to be written, so
no library is asked for it.
"""

from __future__ import annotations

import json
import re

from blocks.sources import Post

FIELDS = ("title", "id", "slug", "link", "date", "modified", "excerpt")

# YAML 1.2.2, 5.1: what is not printable has to be escaped; JSON leaves it as it is.
_NOT_PRINTABLE = re.compile("[\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff\ud800-\udfff]")


def front_matter(post: Post) -> str:
    """The lines between `---`, with what is known of `FIELDS`, and a blank line; nothing where nothing is known."""
    known = {name: value for name in FIELDS if (value := getattr(post, name)) not in {None, ""}}
    if not known:
        return ""
    return "".join(("---\n", *(f"{name}: {_scalar(value)}\n" for name, value in known.items()), "---\n\n"))


def _scalar(value: str | int) -> str:
    if isinstance(value, int):
        return str(value)
    text = json.dumps(value, ensure_ascii=False)
    return _NOT_PRINTABLE.sub(lambda found: f"\\u{ord(found[0]):04x}", text)
