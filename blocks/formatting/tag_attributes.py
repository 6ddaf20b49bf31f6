"""A start tag taken apart into its attributes as written, or refused (`wp_kses_attr_parse()`)."""

from __future__ import annotations

import re

_TAG = re.compile(r"(<\s*+[a-zA-Z0-9]++\s*+)([^>]*)(>?)", re.ASCII)
_SLASH = re.compile(r"(?:(?<!\s)\s++)?/\s*\Z", re.ASCII)
_ATTRIBUTE = re.compile(
    r"""(?:[_a-zA-Z][-_a-zA-Z0-9:.]*+ | \[\[?[^\[\]]++\]\]?)   # a name, or a shortcode in place of one
        (?: \s*=\s*+ (?: "[^"]*" | '[^']*' | [^\s"']++(?:\s|$) )
          | (?:\s|$) )
        \s*+""",
    re.ASCII | re.VERBOSE,
)


def parsed_tag(tag: str) -> list[str] | None:
    """The parts of a start tag: `<` and its name, each attribute with the white space after it, the end with its slash.

    Joined, they are the tag. None where it is an end tag, or its attributes are not well formed.
    """
    found = _TAG.fullmatch(tag)
    if found is None:
        return None
    begin, written, end = found.groups()
    slash = _SLASH.search(written)
    if slash is not None:
        end = slash[0] + end
        written = written[: slash.start()]
    parts = [begin]
    place = 0
    while place < len(written):
        attribute = _ATTRIBUTE.match(written, place)
        if attribute is None:
            return None
        parts.append(attribute[0])
        place = attribute.end()
    return [*parts, end]
