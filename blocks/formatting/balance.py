"""`force_balance_tags()`: HTML in which every element that is opened is closed."""

from __future__ import annotations

import re
from collections import Counter
from typing import Final

from blocks.formatting.php.strings import lower, trim

_VOID: Final = frozenset(
    (
        *("area", "base", "basefont", "br", "col", "command", "embed", "frame", "hr", "img", "input", "isindex"),
        *("link", "meta", "param", "source", "track", "wbr"),
    )
)
_NESTABLE: Final = frozenset(
    ("article", "aside", "blockquote", "details", "div", "figure", "object", "q", "section", "span")
)
_TAG = re.compile(
    r"<(?P<slash>/?)(?P<name>[a-z][a-z0-9._]*-[a-z0-9._-]+|[\w:]+)"
    r"(?:\s*(?P<closer>/?)|(?P<space>\s+)(?P<attributes>[^>]*))>",
    re.ASCII,
)
_LESS_THAN_NUMBER = re.compile(r"<([0-9])")


def force_balance_tags(html: str) -> str:
    """`html` with closing tags where they lack, and without those that close nothing."""
    html = _LESS_THAN_NUMBER.sub(r"&lt;\1", html.replace("< !--", "<    !--"))
    html = _Balancer(html).run()
    return html.replace("< !--", "<!--").replace("<    !--", "< !--")


class _Balancer:
    """The elements that stand open while the tags are read in order."""

    def __init__(self, html: str) -> None:
        self.html = html
        self.out: list[str] = []
        self.open: list[str] = []
        self.count: Counter[str] = Counter()

    def run(self) -> str:
        place, last = 0, self.html.rfind(">") + 1
        for found in _TAG.finditer(self.html, 0, last):
            self.out.append(self.html[place : found.start()])
            place = found.end()
            name = lower(found["name"])
            if found["slash"]:
                self._close(name)
            else:
                self._start(name, found)
        self.out.append(self.html[place:])
        while self.open:
            self.out.append(f"</{self._pop()}>")
        return "".join(self.out)

    def _pop(self) -> str:
        name = self.open.pop()
        self.count[name] -= 1
        return name

    def _close(self, name: str) -> None:
        if self.count[name]:
            closed = ""
            while closed != name:
                closed = self._pop()
                self.out.append(f"</{closed}>")

    def _start(self, name: str, found: re.Match[str]) -> None:
        space = found["space"] or ""
        attributes = trim(found["attributes"] if found["attributes"] is not None else found["closer"])
        if attributes.endswith("/"):
            if name in _VOID:
                space = " "
            else:
                attributes = f"{trim(attributes[:-1])}></{name}"
        elif name in _VOID:
            space, attributes = " ", f"{attributes}/"
        else:
            if self.open and name not in _NESTABLE and self.open[-1] == name:
                self.out.append(f"</{self._pop()}>")
            self.open.append(name)
            self.count[name] += 1
        self.out.append(f"<{name}{space}{attributes}>")
