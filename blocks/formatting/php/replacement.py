r"""What PHP's `preg_replace()` makes of a replacement: `$1`, `${1}` and `\1` in it stand for groups."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

# A backslash before a reference takes away its meaning; a group's number has two digits at most.
_REFERENCE: Final = re.compile(r"\\([\\$])|\\([0-9]{1,2})|\$([0-9]{1,2})|\$\{([0-9]{1,2})\}")


def expanded(replacement: str, groups: Sequence[str]) -> str:
    """The replacement with its references filled in; `groups[0]` is the whole match.

    A group that is not there is empty.
    """
    if "$" not in replacement and "\\" not in replacement:
        return replacement

    def filled(found: re.Match[str]) -> str:
        if found[1]:
            return found[1]
        number = int(found[2] or found[3] or found[4])
        return groups[number] if number < len(groups) else ""

    return _REFERENCE.sub(filled, replacement)
