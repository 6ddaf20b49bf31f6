"""Footnotes: the marks in the text, and the notes below it.

WordPress keeps the notes in the post's meta, as JSON: `[{"id": "…", "content": "HTML"}]`. In the text there is
`<sup data-fn="ID" class="fn"><a href="#ID" id="ID-link">1</a></sup>`, and the block `core/footnotes` draws the notes.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from html import escape
from typing import TYPE_CHECKING

from blocks.fragment import Token
from blocks.model.attributes import read_as_php
from blocks.render.base import Context

if TYPE_CHECKING:
    from blocks.render.text.flow import Flow
    from blocks.site import RenderContext, Site

_MARK = re.compile(r"""data-fn=["']?([^"'\s>]+)""")


MISSING = "the text has footnotes, which WordPress keeps in the post's meta, and those are not known"


class Notes:
    """What is known of the notes while a text is read."""

    def __init__(self) -> None:
        self.html = ""
        """The notes as WordPress draws them, where they are known."""
        self.are_shown = False
        """Whether the text has come by a list of them."""
        self.has_marks = False
        self.is_mark = False
        self._report: Callable[[str, str], None] | None = None

    def mark(self, report: Callable[[str, str], None]) -> None:
        """Note that a mark was come by, and whom to tell if no note is found for it."""
        self.is_mark = True
        if not self.has_marks:
            self.has_marks, self._report = True, report

    def show(self) -> str:
        """The notes, to be read where the text shows them; once."""
        html, self.html = self.html, ""
        return html

    def report_missing(self) -> None:
        """Say that there are marks, and no note was shown."""
        if self._report is not None and not self.are_shown:
            self._report("no-data", MISSING)

    def left(self) -> str:
        """The notes that the marks in the text need and nothing has shown; to be read at its end."""
        return self.show() if self.has_marks and not self.are_shown else ""

    def is_list(self, flow: Flow) -> bool:
        """Whether what is read stands in the list of notes."""
        return self.are_shown and flow.is_open("ol")


def start(flow: Flow, token: Token) -> None:
    """A `<sup>`: the mark of a note is `[1]`."""
    if token.get("data-fn") is None:
        flow.inline.begin_raised()
        return
    flow.add("[")
    flow.notes.mark(flow.report)


def end(flow: Flow) -> None:
    """A `</sup>`."""
    if flow.notes.is_mark:
        flow.notes.is_mark = False
        flow.add("]")
    else:
        flow.inline.end_raised()


def number_of_marks(html: str) -> int:
    """How many notes a text has marks of."""
    return len(set(_MARK.findall(html))) if "data-fn" in html else 0


def footnotes_of(context: Context, site: Site | None, request: RenderContext | None) -> object:
    """What the post's meta says of its notes: the post that was given, or the site's post that the request names."""
    if context.post.footnotes is not None or site is None:
        return context.post.footnotes
    id = request.post if request is not None and request.post else context.post.id
    post = site.posts.get(id) if id else None
    return post.meta.get("footnotes") if post is not None else None


def notes_html(said: object) -> str:
    """The list of notes that the meta `footnotes` says; the empty string where it says none."""
    notes = read_as_php(said) if isinstance(said, str) else None
    if not isinstance(notes, list):
        return ""
    items = [
        f'<li id="{escape(str(note.get("id")))}">{note["content"]}</li>'
        for note in notes
        if isinstance(note, dict) and isinstance(note.get("content"), str)
    ]
    return f'<ol class="wp-block-footnotes">{"".join(items)}</ol>' if items else ""
