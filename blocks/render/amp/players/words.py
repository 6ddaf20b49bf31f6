"""What is read in a piece of HTML, as phrasing: its texts, its links and where lines end."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape
from typing import Final

from blocks.fragment import Token
from blocks.render.amp import rules, urls

_UNSEEN: Final = rules.words("iframe noscript object script select style svg template textarea title")
_PHRASING: Final = rules.words(
    "a abbr b bdi bdo button cite code data del dfn em font i img ins kbd label mark q s samp small source span "
    "strike strong sub sup time track tt u var wbr"
)


def words(tokens: Iterable[Token]) -> str:
    """The texts of some HTML, with its links, `<br>` between its lines; empty where it says nothing."""
    said = _Words()
    hidden = ""
    for token in tokens:
        if hidden:
            hidden = "" if token.kind == "end" and token.name == hidden else hidden
        elif token.kind == "text":
            said.text(token.value)
        elif token.kind == "start" and token.name in _UNSEEN:
            hidden = token.name
        elif token.name == "a":
            said.link(token.get("href") if token.kind == "start" else None)
        elif token.name and token.name not in _PHRASING:
            said.end_line()
    return said.html()


class _Words:
    def __init__(self) -> None:
        self._out: list[str] = []
        self._is_linked = self._has_words = self._ends_line = False

    def text(self, text: str) -> None:
        if text.strip():
            self._start_line()
            self._has_words = True
        if not self._ends_line:
            self._out.append(escape(text, quote=False))

    def link(self, address: str | None) -> None:
        if self._is_linked:
            self._out.append("</a>")
        self._is_linked = False
        if address is not None and urls.is_valid(address, urls.LINK):
            self._start_line()
            self._out.append(f'<a href="{escape(urls.bare(address), quote=True)}">')
            self._is_linked = True

    def end_line(self) -> None:
        self._ends_line = True

    def _start_line(self) -> None:
        if self._ends_line and self._has_words:
            self._out.append("<br>")
        self._ends_line = False

    def html(self) -> str:
        self.link(None)
        return "".join(self._out).strip() if self._has_words else ""
