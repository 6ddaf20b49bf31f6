"""What is known of attachments: shortcodes name them by their ids."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from blocks.sources.facts import Media

Attachments = Mapping[int, Media] | Callable[[int], Media | None]
"""Attachments by id: a mapping, or a function that answers None for one it does not know."""

_NUMBERS = re.compile(r"[0-9]{1,18}")


@dataclass(frozen=True, slots=True)
class Attached:
    """Attachments by id, and those of the post itself in their order."""

    by_id: Attachments | None = None
    own: Sequence[Media] = ()

    def get(self, id: int) -> Media | None:
        """The attachment of an id; None where it is not known."""
        if self.by_id is None:
            return next((one for one in self.own if one.id == id), None)
        return self.by_id.get(id) if isinstance(self.by_id, Mapping) else self.by_id(id)

    def listed(self, ids: str | None) -> list[Media] | None:
        """The attachments of ids such as "1,2", those of the post without any; None where one is not known."""
        if ids is None:
            return list(self.own)
        known = [self.get(int(number)) for number in _NUMBERS.findall(ids)]
        found = [one for one in known if one is not None]
        return found if len(found) == len(known) else None
