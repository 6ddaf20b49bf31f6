"""HTML made semantic: what WordPress's looks and scripts need taken off, over the tokens once.

    attributes                        as `attributes.py` says
    <script> <style> <link> …         go; so do pictures that are hidden from readers' ears (`<svg aria-hidden>`)
    <div> <span>                      where they have no attribute any more, their tags go: nothing runs together
    buttons of scripts                their text stays
    <mark> without a background       its text stays: the editor's way to colour text
    background of a cover             becomes an `<img>`
    comments                          go, but for those that part a post (`<!--more-->`)

Text stays as it is written, to the character. Time is linear in the length of the HTML.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from typing import Final

from blocks.fragment.tokens import VOID_ELEMENTS, Token, tokens
from blocks.render.amp.rules import words
from blocks.render.clean.attributes import cleaned, safe_url, written

PLACE = re.compile(r"<!--(?P<nonce>[0-9]{24}):(?P<number>[0-9]+)-->")
"""What stands for a part of the document that is clean already."""

DROPPED: Final = frozenset(("script", "style", "template"))
"""Elements that go with their content."""
_DROPPED_TAGS: Final = frozenset(("link", "meta", "base"))
_BLOCKS: Final = words(
    "address article aside blockquote center dd details dialog dir div dl dt fieldset figcaption figure footer form "
    "h1 h2 h3 h4 h5 h6 header hgroup hr li main menu nav ol p pre search section summary table tbody td tfoot th thead "
    "tr ul caption"
)
_WRAPPERS: Final = frozenset(("div", "span"))
_KEPT_COMMENT = re.compile(r"<!--(?:more\b.*|noteaser|nextpage)-->", re.DOTALL)
_TRANSPARENT = re.compile(r"background(?:-color)?\s*:\s*(?:rgba\(\s*0\s*,\s*0\s*,\s*0\s*,\s*0\s*\)|transparent)")
_HOLDS_PICTURES: Final = frozenset(
    ("wp-block-cover", "wp-block-cover-image", "wp-block-cover__image-background", "wp-block-media-text__media")
)
_BACKGROUND = re.compile(r"background(?:-image)?\s*:\s*url\(\s*[\"']?(?P<address>[^\"')]+?)[\"']?\s*\)", re.IGNORECASE)
_RAW_TEXT: Final = words("iframe noembed noframes xmp textarea title")
_UNENDED = re.compile(r"<(?=[a-zA-Z/!?])")
_MAX_UNENDED: Final = 20  # tags that never end, in a part; behind them all is text
_IS_BLANK = re.compile(r"[ \t\n\f\r]*\Z")


def clean(html: str, dropped: set[str] | None = None, *, folds: bool = False) -> str:
    """HTML made semantic. The names of elements that were left out with what they do are added to `dropped`.

    With `folds`, there is no more than one blank line between elements, and none inside them.
    """
    if "<" not in html:
        return html
    return _Cleaner(html, dropped if dropped is not None else set(), folds).run()


@dataclass(slots=True)
class _Open:
    """An element that is open: where its start tag stands in the output, and what it holds so far.

    `way` says what becomes of its tags: they are `kept`, go as those of a `wrapper` may, or go (`unwrapped`).
    """

    name: str
    place: int
    way: str
    may_be_empty: bool
    has_content: bool = False
    has_inline: bool = False


class _Cleaner:
    def __init__(self, html: str, dropped: set[str], folds: bool) -> None:
        self._html = html
        self._folds = folds
        self._dropped = dropped
        self._out: list[str] = []
        self._open: list[_Open] = []
        self._names: Counter[str] = Counter()
        self._skipped: str | None = None  # the element that is left out with its content
        self._depth = 0

    def run(self) -> str:
        html, position = self._html, 0
        for place in PLACE.finditer(html):
            self._segment(html[position : place.start()])
            if self._skipped is None:
                self._put_place(place[0])
            position = place.end()
        self._segment(html[position:])
        return "".join(self._out)

    def _segment(self, html: str) -> None:
        """Clean what stands between two parts: no tag reaches beyond. One that never ends is text."""
        for _ in range(_MAX_UNENDED):
            self._html, rest = html, ""
            for token in tokens(html):
                if self._skipped is not None:
                    self._skip(token)
                elif token.kind == "text":
                    rest = self._text(token)
                elif token.kind == "start":
                    self._start(token)
                elif token.kind == "end":
                    self._end(token)
                elif _KEPT_COMMENT.fullmatch(token.value):
                    self._put_place(token.value)
            if not rest:
                return
            html = rest
            if ">" not in html:
                break
        self._out.append(html.replace("<", "&lt;"))

    def _skip(self, token: Token) -> None:
        if token.name == self._skipped and token.kind in ("start", "end"):
            self._depth += 1 if token.kind == "start" and not token.value.endswith("/>") else 0
            self._depth -= 1 if token.kind == "end" else 0
            if self._depth <= 0:
                self._skipped = None

    def _text(self, token: Token) -> str:
        """Put a text; what is behind the `<` of a tag that never ends is still to be read, and given back."""
        text, rest = self._html[token.start : token.end], ""
        if "<" in text and not (self._open and self._open[-1].name in _RAW_TEXT) and (found := _UNENDED.search(text)):
            text, rest = f"{text[: found.start()]}&lt;", text[found.end() :]
        is_blank = _IS_BLANK.match(text) is not None
        if is_blank and self._folds and "\n" in text:
            text = self._folded(text)
        if text:
            self._out.append(text)
        if self._open and not is_blank:
            self._open[-1].has_content = self._open[-1].has_inline = True
        return rest

    def _folded(self, blanks: str) -> str:
        """The blanks between two elements, where they do not count."""
        if self._names["pre"] or self._names["textarea"]:
            return blanks
        before = self._out[-1] if self._out else "\n"
        if self._open:
            return "" if before.endswith("\n") or _is_line(before) else blanks[blanks.rindex("\n") :]
        return "" if before.endswith("\n") else "\n\n"[: blanks.count("\n")]

    def _fold_around(self, place: int) -> None:
        """Fold the white space inside and before a wrapper whose tags go: where lines ended, one does."""
        out = self._out
        if self._names["pre"] or self._names["textarea"]:
            return
        is_behind_a_line = place > 0 and _is_line(out[place - 1])
        if is_behind_a_line:
            out[place - 1] = "\n"
        if _IS_BLANK.match(out[place + 1]):
            out[place + 1] = "\n" if "\n" in out[place + 1] and not is_behind_a_line else ""
        if _is_line(out[-1]):
            out[-1] = "\n"

    def _put_place(self, comment: str) -> None:
        self._out.append(comment)
        if self._open:
            self._open[-1].has_content = True

    def _start(self, token: Token) -> None:
        name = token.name
        if name in DROPPED or (name == "svg" and token.get("aria-hidden") == "true"):
            if name in ("script", "style"):
                self._dropped.add(name)
            if not (name == "svg" and token.value.endswith("/>")):
                self._skipped, self._depth = name, 1
            return
        if name in _DROPPED_TAGS:
            self._dropped.add(name)
            return
        kept = cleaned(name, token.attributes) if token.attributes else {}
        is_changed = any(kept.get(one.name, "") != one.value for one in token.attributes)
        if name in VOID_ELEMENTS:
            self._mark(name)
            self._out.append(f"<{name}{written(kept)}>" if is_changed else token.value)
            return
        self._open.append(_Open(name, len(self._out), _way(token, kept, is_changed), set(kept) <= {"aria-hidden"}))
        self._names[name] += 1
        self._out.append(f"<{name}{written(kept)}>" if is_changed else token.value)
        if picture := _background(token):
            self._mark("img")
            self._out.append(picture)

    def _mark(self, name: str) -> None:
        """Note that the innermost open element holds an element."""
        if self._open:
            self._open[-1].has_content = True
            if name not in _BLOCKS:
                self._open[-1].has_inline = True

    def _end(self, token: Token) -> None:
        if not self._names[token.name]:
            self._out.append(token.value)  # it ends nothing here: perhaps what began in another part
            return
        while (one := self._open.pop()).name != token.name:
            self._names[one.name] -= 1
            self._mark(one.name)
        self._names[token.name] -= 1
        is_gone = not one.has_content and (
            one.way != "kept" or (one.may_be_empty and one.name in ("div", "span", "figcaption"))
        )
        if is_gone:
            del self._out[one.place :]
            return
        if one.way == "unwrapped" or (one.way == "wrapper" and (one.name == "span" or not one.has_inline)):
            self._out[one.place] = ""
            if self._folds and one.way == "wrapper" and not one.has_inline:
                self._fold_around(one.place)
            if one.has_inline:
                self._mark("span")
            elif self._open:
                self._open[-1].has_content = True
            return
        self._out.append(token.value)
        self._mark(one.name)


def _is_line(text: str) -> bool:
    return "\n" in text and _IS_BLANK.match(text) is not None


def _way(token: Token, kept: dict[str, str | None], is_changed: bool) -> str:
    """What becomes of an element's tags."""
    if token.name == "button" and any(one.name.startswith("data-wp-on") for one in token.attributes):
        return "unwrapped"
    if token.name == "mark" and _TRANSPARENT.search(token.get("style") or ""):
        return "unwrapped"
    return "wrapper" if token.name in _WRAPPERS and is_changed and not kept else "kept"


def _background(token: Token) -> str:
    """The picture of a cover, or beside a text, that is the background of an element; "" where it has none."""
    found = _BACKGROUND.search(token.get("style") or "") if "background" in token.value else None
    if found is None or not (_HOLDS_PICTURES & set(token.classes)):
        return ""
    address = safe_url(found["address"], is_picture=True)
    return f"<img{written({'src': address, 'alt': token.get('aria-label') or ''})}>" if address else ""
