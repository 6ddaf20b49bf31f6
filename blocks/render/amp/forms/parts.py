"""Parts of a block's HTML, as its form needs them."""

from __future__ import annotations

from typing import NamedTuple

from blocks.fragment import Token, tokens


class Outermost(NamedTuple):
    """The element that a block's HTML is: its start tag, and what is in it."""

    start: Token
    inner: str


def outermost(html: str, *names: str) -> Outermost | None:
    """The element that `html` is, but for blanks and comments around it; None where it is none of these `names`.

    It goes from the first tag to the last end tag of that name. Whether what is between is balanced is not asked.
    """
    start = next((token for token in tokens(html) if token.kind != "comment" and token.value.strip()), None)
    if start is None or start.kind != "start" or (names and start.name not in names):
        return None
    end = html.lower().rfind(f"</{start.name}")
    closing = html.find(">", end)
    if end < start.end or closing < 0 or html[closing + 1 :].strip():
        return None
    return Outermost(start, html[start.end : end])
