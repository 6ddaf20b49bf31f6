"""What shortcodes and addresses would show and nobody knows: told as problems, at the place where they stand."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Final

from blocks.formatting import php
from blocks.model.document import Document
from blocks.problems import Problem
from blocks.site import SitePost

if TYPE_CHECKING:
    from blocks.render.html.content.state import ContentState
    from blocks.render.html.server import Server

_ID: Final = re.compile("[0-9]{1,18}", re.ASCII)
_SHOWN: Final = 5


class Losses:
    """The problems of one page: of the document that it is, or of contents that blocks in it show.

    Called with a code and a message, the beginning of what stands in the text (`[gallery`), and the how many-th of
    those it is. Where the text has no such place, for it comes from a pattern or from another post, the place is that
    of the block which refers to it.
    """

    def __init__(self, server: Server, document: Document | None = None) -> None:
        self._server = server
        self._document = document
        self._starts: dict[str, list[int]] = {}
        self._is_address_told = False

    def __call__(self, code: str, message: str, sign: str, number: int) -> None:
        """Tell of a loss."""
        document, node = self._document, self._server.place(None)
        if node is None and document is not None:
            starts = self._starts_of(sign, document)
            if starts:
                start = starts[min(number, len(starts)) - 1]
                span = document.source.span(start, start + len(sign))
                self._server.context.problems.append(Problem(code, message, span))
                return
            node = next(iter(document.children), None)
        if node is not None:
            self._server.context.report(code, message, node)

    def tell_address(self, url: str) -> None:
        """Tell, once a page, that nobody answered what an address shows."""
        if not self._is_address_told and not self._server.draws_embeds:
            self._is_address_told = True
            self("unanswered-embed", f"nobody said what {url:.200} shows, so the address stands for it", url, 1)

    def _starts_of(self, sign: str, document: Document) -> list[int]:
        if sign not in self._starts:
            self._starts[sign] = [found.start() for found in re.finditer(re.escape(sign), document.source.text)]
        return self._starts[sign]


def tell_missing(state: ContentState, name: str, values: Mapping[str, str], posts: Sequence[SitePost]) -> None:
    """Tell what a gallery or a playlist should show, and does not: `posts` are those that the site has."""
    if state.losses is None:
        return
    kind = "images" if name == "gallery" else "sounds or films"
    id = php.integer(values["id"])
    code, why = "no-data", ""
    if not state.has_site:
        why = f"shows {kind} of a site, and no site was given"
    elif php.is_true(values["include"]):
        known = {post.id for post in posts}
        missing = [one for one in dict.fromkeys(_ID.findall(values["include"])) if int(one) not in known]
        if missing:
            some = ", ".join(missing[:_SHOWN]) + (", …" if len(missing) > _SHOWN else "")
            code, why = "missing-reference", f"names {some}, but the site has no {kind} of these ids"
    elif not id:
        why = f"shows the {kind} of the current post, and the request names none"
    elif state.site.posts.get(id) is None:
        code, why = "missing-reference", f"shows the {kind} of the post {id}, which is not on the site"
    elif not posts:
        why = f"shows the {kind} of the post {id}, and the site has none"
    if why:
        state.losses(code, f"[{name}] {why}", f"[{name}", state.counts[name])
