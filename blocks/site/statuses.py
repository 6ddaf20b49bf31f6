"""The states of a post that WordPress registers (`create_initial_post_types()`)."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Status:
    """A state: who sees a post in it."""

    public: bool = False
    protected: bool = False
    private: bool = False
    hidden: bool = False
    """Left out by a query for any state (`exclude_from_search`)."""


STATUSES: dict[str, Status] = {
    "publish": Status(public=True),
    "future": Status(protected=True),
    "draft": Status(protected=True),
    "pending": Status(protected=True),
    "private": Status(private=True),
    "trash": Status(hidden=True),
    "auto-draft": Status(hidden=True),
    "inherit": Status(),
    "request-pending": Status(hidden=True),
    "request-confirmed": Status(hidden=True),
    "request-failed": Status(hidden=True),
    "request-completed": Status(hidden=True),
}
