"""Text without tags (`wp_strip_all_tags()`)."""

from __future__ import annotations

import re
from typing import Final

from blocks.formatting import php

_OPENER: Final = re.compile("<(script|style)", re.IGNORECASE | re.ASCII)
_CLOSERS: Final = {name: re.compile(f"</{name}>", re.IGNORECASE | re.ASCII) for name in ("script", "style")}
_BREAKS: Final = re.compile("[\\r\\n\\t ]+")


def strip_all_tags(text: str, *, remove_breaks: bool = False) -> str:
    """Text without tags, scripts and styles, trimmed; with `remove_breaks` each run of blanks is one."""
    if "<" in text:
        text = _without_scripts(text)
    if "<" in text or "\0" in text:
        text = php.strip_tags(text)
    if remove_breaks:
        text = _BREAKS.sub(" ", text)
    return php.trim(text)


def _without_scripts(text: str) -> str:
    kept: list[str] = []
    done = 0
    unclosed: set[str] = set()  # what is not closed any more, so that no text is searched twice
    for opener in _OPENER.finditer(text):
        name = opener[1].lower()
        if opener.start() < done or name in unclosed:
            continue
        end = text.find(">", opener.end())
        if end < 0:
            break
        closer = _CLOSERS[name].search(text, end + 1)
        if closer is None:
            unclosed.add(name)
            continue
        kept.append(text[done : opener.start()])
        done = closer.end()
    return "".join(kept) + text[done:]
