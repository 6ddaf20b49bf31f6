"""Links: whether their address stands behind their label, at the end of the text, or nowhere."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from blocks.fragment import Token
from blocks.render.text.inline import spaced
from blocks.render.text.writer import Sink

if TYPE_CHECKING:
    from blocks.render.text.flow import Flow

BUTTONS: Final = frozenset({"wp-block-button__link", "wp-block-social-link-anchor"})
FILE_BUTTON: Final = "wp-block-file__button"
_BACK_TO_TEXT: Final = "-link"  # how the address of a note's mark ends, in the note's link back
_MATTERS = re.compile(f"wp-block-|{_BACK_TO_TEXT}")  # what of a link's tag may matter where most addresses do not


class Links:
    """The link that is open, and the addresses that are listed at the end."""

    def __init__(self, policy: str) -> None:
        self.policy = policy
        self.first = 1
        """The number of the first address that is listed."""
        self._numbers: dict[str, int] = {}
        self._url: str | None = None
        self._end: str | None = None
        self._label_starts = 0
        self._alts = 0

    def begin(self, flow: Flow, url: str, end: str | None = None) -> None:
        """Open a link; `end` is what stands behind its label, None for what the policy says."""
        self._url, self._end = url, end
        self._label_starts = flow.inline.size
        figure = flow.figures[-1] if flow.figures else None
        self._alts = len(figure.alts) if figure is not None else 0

    def end(self, flow: Flow) -> None:
        """Add what stands behind the label of the open link; nothing where there is none, or it is the address."""
        url, self._url = self._url, None
        if url is None:
            return
        if flow.preformatted:
            flow.add(self._behind(url))
        elif not flow.inline.is_blank:
            label = flow.inline.since(self._label_starts)
            if not label or label not in {url, url.partition("://")[2], url.removeprefix("mailto:")}:
                flow.add(self._behind(url))
        else:
            figure = flow.figures[-1] if flow.figures else None
            if figure is not None and len(figure.alts) > self._alts:
                figure.alt_links[len(figure.alts) - 1] = self._behind(url)

    def _behind(self, url: str) -> str:
        if self._end is not None:
            return self._end
        if self.policy == "references":
            return f" [{self._numbers.setdefault(url, len(self._numbers) + self.first)}]"
        return f" <{url}>"

    def write(self, sink: Sink) -> None:
        """Write the list of addresses."""
        sink.gap(1)
        for url, number in self._numbers.items():
            sink.verbatim(f"[{number}] {url}")


def link(flow: Flow, token: Token) -> None:
    """A link: `Label <https://…>`, `Label [1]` or just its label."""
    links, top = flow.links, flow.top
    links.end(flow)
    flow.inline.is_reference = flow.inline.is_reference or 'href="#' in token.value
    is_file = top is not None and "wp-block-file" in top.classes
    if links.policy == "buttons" and not is_file and _MATTERS.search(token.value) is None:
        return
    href = token.get("href")
    if href and href.startswith("#") and href.endswith(_BACK_TO_TEXT) and flow.notes.is_list(flow):
        flow.hide(token)
        return
    classes = token.classes
    if any("wp-block-" in name and "__" in name for name in classes):
        flow.inline.part()
    url = address(href) if links.policy != "drop" else None
    if FILE_BUTTON in classes:
        is_alone = flow.inline.is_blank
        flow.add(" [")
        links.begin(flow, "", f"] <{url}>" if url and is_alone else "]")
        return
    if url and (links.policy != "buttons" or is_file or not BUTTONS.isdisjoint(classes)):
        links.begin(flow, url)


def address(value: str | None) -> str | None:
    """An address that one can go to; None for a place on the page itself, a script, or data."""
    url = spaced(value or "").strip()
    return None if not url or url.startswith("#") or url.lower().startswith(("javascript:", "data:", "about:")) else url
