"""What the text of a document was before it was one: markup that somebody saved, or what was made of other HTML."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from blocks.problems import Problem

Origin = Literal["markup", "rendered", "classic"]


@dataclass(frozen=True, slots=True)
class Rendering:
    """How the HTML was rendered that a document was recovered from, as far as the HTML shows.

    `profile` is the kind of theme, as the option of the HTML renderer says it; `is_filtered` says that it went through
    the filters of `the_content`. `problems` tell what could not be recovered; their places are those in the HTML.
    """

    profile: Literal["block", "classic"] = "block"
    is_filtered: bool = False
    problems: tuple[Problem, ...] = ()
