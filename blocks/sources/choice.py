"""Which posts of a source are wanted: by default those that anyone may read."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from typing import Final

from blocks.sources.post import INTERNAL, PUBLIC, Post

ANY: Final = "any"

_INHERITS: Final = "inherit"
_PASSWORD: Final = "with a password"  # noqa: S105  (a reason, for people)


@dataclass(frozen=True, slots=True)
class Choice:
    """Posts of these types, in these statuses; without any, of all types that have a content, and public.

    The status "any" stands for all. `protected` lets posts in that ask for a password. What a source does not say of a
    post does not keep it out, except the type where `types` asks for one.
    """

    types: Collection[str] = ()
    statuses: Collection[str] = ()
    protected: bool = False

    def why_not(self, post: Post) -> str | None:
        """Why a post is not wanted, in a word or three; None where it is."""
        if self.types and post.type not in self.types and ANY not in self.types:
            return f"of type {post.type}" if post.type else "of no known type"
        if not self.types and post.type in INTERNAL:
            return f"of type {post.type}"
        if post.status is not None and not self._takes_status(post.status):
            return post.status
        if post.password_protected and not self.protected:
            return _PASSWORD
        return None

    def _takes_status(self, status: str) -> bool:
        if self.statuses:
            return ANY in self.statuses or status in self.statuses
        return status == PUBLIC or (status == _INHERITS and bool(self.types))


def how_to_take(reason: str) -> str:
    """The option of the command line that takes what was left out for a reason of `why_not()`."""
    if reason == _PASSWORD:
        return "--with-password"
    if reason.startswith("of "):
        return f"--type {reason.removeprefix('of type ')}" if reason.startswith("of type ") else "no --type"
    return f"--status {reason}"
