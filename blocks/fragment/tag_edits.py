"""What is below `TagProcessor`: the cursor, the attributes of the tag it stands on, and edits made into text."""

from __future__ import annotations

import re
from typing import Final, NamedTuple

from blocks.fragment.references import decoded_attribute
from blocks.fragment.tag_scanner import ATTRIBUTE, MARKUP, RAW_TEXT, TAG, other_token, raw_text_end

_CLASS = re.compile(r"([ \t\f\r\n]*+)([^ \t\f\r\n]++)")
_PHP_INTEGER = re.compile(r"0|-?[1-9][0-9]{0,17}")
_SPECIAL: Final = RAW_TEXT | {"LISTING", "PRE"}
_LOWER: Final = {code: code + 32 for code in range(65, 91)}
_UPPER: Final = {code + 32: code for code in range(65, 91)}
ESCAPED: Final = str.maketrans({"<": "&lt;", ">": "&gt;", "&": "&amp;", '"': "&quot;", "'": "&apos;"})
"""What `set_attribute()` writes for these characters, to be used with `str.translate`."""


def ascii_lower(text: str) -> str:
    """Lower case as PHP 8 has it."""
    return text.lower() if text.isascii() else text.translate(_LOWER)


def ascii_upper(text: str) -> str:
    """Upper case as PHP 8 has it."""
    return text.upper() if text.isascii() else text.translate(_UPPER)


class Replacement(NamedTuple):
    """A place in the HTML, and what is to stand there."""

    start: int
    end: int
    text: str


class Found(NamedTuple):
    """An attribute in the markup: its place, and its value as it is written; None where it has none."""

    start: int
    end: int
    value: str | None


class TagEdits:
    """The state of a tag processor.

    `html` is the text with the edits that are made; `token_start` and `token_end` are the place of the token in it.
    `bookmarks` are starts and lengths. `namespace` is `html`, `svg` or `math`.
    """

    def __init__(self, html: str) -> None:
        self.html = html
        self.namespace = "html"
        self.token_start = 0
        self.token_end = 0
        self.bookmarks: dict[str, tuple[int, int]] = {}
        self._state = "ready"  # or "complete", "incomplete"
        self._at = 0
        self._kind: str | None = None  # the type of the token, None where there is none
        self._started = False  # whether a token, be it unfinished, begins at token_start
        self._name: str | None = None
        self._closes = False
        self._comment_type: str | None = None
        self._name_end = 0
        self._tag_end = 0
        self._text_start = 0
        self._text_end = 0
        self._newline_skipped_at = -1
        self._seeks = 0
        self._found: dict[str, Found] | None = None
        self._duplicates: dict[str, list[Replacement]] = {}
        self._classes: dict[str, bool] = {}
        self._updates: dict[str, Replacement] = {}
        self._settled: list[Replacement] = []
        self._is_ahead = False  # whether something is replaced behind the cursor's token

    # The cursor.

    def next_token(self) -> bool:
        """Go to the next token, whatever it is."""
        if not self._leave_token():
            return False
        at = self._at
        markup = MARKUP.search(self.html, at)
        start = len(self.html) if markup is None else markup.start()
        if markup is None and self.html[at:] == "<":
            return self._stop("incomplete", at)
        if start > at:
            self._kind = "#text"
            self.token_start = self._text_start = at
            self.token_end = self._text_end = self._at = start
            return True
        return self._read_markup(start)

    def _next_markup(self) -> bool:
        """Go to the next token that is no text."""
        if not self._leave_token():
            return False
        html, at = self.html, self._at
        if html.startswith("<", at) and at + 1 == len(html):
            return self._stop("incomplete", at)
        markup = MARKUP.search(html, at)
        if markup is None:
            self._at = len(html)
            return self._stop("complete", None)
        return self._read_markup(markup.start())

    def _leave_token(self) -> bool:
        if self._is_ahead:
            self.get_updated_html()
        if self._classes:
            self._settle_classes()
        if self._updates:
            self._settled += self._updates.values()
            self._updates = {}
        self._kind = self._name = self._comment_type = self._found = None
        self._started = self._closes = False
        self._text_start = self._text_end = 0
        if self._state != "ready":
            return False
        if self._at >= len(self.html):
            return self._stop("complete", None)
        self._started = True
        return True

    def _stop(self, state: str, at: int | None) -> bool:
        self._state = state
        self._started = at is not None
        self.token_start = self.token_end = at or 0
        return False

    def _read_markup(self, start: int) -> bool:
        html = self.html
        tag = TAG.match(html, start)
        if tag is None:
            return self._read_other(start)
        name = tag[2]
        self._name = name = ascii_upper(name)
        self._closes = bool(tag[1])
        self._name_end = tag.end(2)
        self._tag_end = end = tag.end()
        if name in _SPECIAL and not self._closes and self.namespace == "html":
            if name in RAW_TEXT:
                closer = raw_text_end(html, name, end)
                if closer is None:
                    self._name = None
                    return self._stop("incomplete", start)
                self._text_start = end
                self._text_end, end = closer
            else:
                self._newline_skipped_at = end
        self._kind = "#tag"
        self.token_start = start
        self.token_end = self._at = end
        return True

    def _read_other(self, start: int) -> bool:
        html = self.html
        second = html[start + 1 : start + 3].lstrip("/")[:1]
        other = None
        if not (second.isascii() and second.isalpha()):  # else it is a tag that does not end
            other = other_token(html, start, foreign=self.namespace != "html")
        if other is None:
            return self._stop("incomplete", start)
        self._kind = other.kind
        self.token_start = start
        self.token_end = self._at = other.end
        self._text_start = other.text_start
        self._text_end = other.text_end
        self._comment_type = other.comment_type
        if other.name_end:
            self._name = html[start + 2 : other.name_end]
        return True

    # Attributes.

    def _attributes(self) -> dict[str, Found]:
        """The attributes in the markup, by names in lower case; of several of one name the first one counts."""
        if self._found is None:
            self._found = found = {}
            self._duplicates = {}
            if not self._closes:
                for one in ATTRIBUTE.finditer(self.html, self._name_end, self._tag_end):
                    name = ascii_lower(one["name"])
                    # The last group is that of the value; the value of `a=>` is empty.
                    group = one.lastgroup
                    value = None if group == "name" or group is None else one[group]
                    start = one.start("name")
                    end = one.end("name") if value is None else one.end()
                    if name in found:
                        self._duplicates.setdefault(name, []).append(Replacement(start, end, ""))
                    else:
                        found[name] = Found(start, end, value)
        return self._found

    def _replace_attribute(self, lower: str, text: str) -> None:
        found = self._attributes().get(lower)
        if found is not None:
            self._updates[lower] = Replacement(found.start, found.end, text)
        else:
            self._updates[lower] = Replacement(self._name_end, self._name_end, f" {text}")
        if lower == "class":
            self._classes = {}

    def _remove_attribute(self, lower: str) -> bool:
        if lower == "class":
            self._classes = {}
        found = self._attributes().get(lower)
        if found is None:
            self._updates.pop(lower, None)
            return False
        self._updates[lower] = Replacement(found.start, found.end, "")
        self._settled += self._duplicates.get(lower, ())
        return True

    def _replace_text(self, text: str) -> None:
        self._updates["modifiable text"] = Replacement(self._text_start, self._text_end, text)

    def replace_ahead(self, start: int, end: int, html: str) -> None:
        """Put other HTML behind the token; it is made text before the next token is looked for, which may be in it."""
        self._settled.append(Replacement(start, end, html))
        self._is_ahead = True

    # Classes.

    def _change_class(self, name: str, add: bool) -> bool:
        if self._kind != "#tag" or self._closes:
            return False
        self._classes[name] = add
        return True

    def _settle_classes(self) -> None:
        """Make the changes of classes a change of the attribute (`class_name_updates_to_attributes_updates()`).

        PHP takes the keys of arrays for numbers where they look so: such a class is added again, and never removed.
        """
        if not self._classes:
            return
        changes, self._classes = self._classes, {}
        removed = {name for name, add in changes.items() if not add and not _PHP_INTEGER.fullmatch(name)}
        kept, seen, modified = "", set(), False
        for blanks, name in _CLASS.findall(self._class_value()):
            if name in removed:
                modified = True
            elif name not in seen:
                seen.add(name)
                kept += blanks + name if kept else name
        for name, add in changes.items():
            if add and (name not in seen or _PHP_INTEGER.fullmatch(name)):
                modified = True
                kept += f" {name}" if kept else name
        if not modified:
            return
        if kept:
            self._replace_attribute("class", f'class="{kept.translate(ESCAPED)}"')
        else:
            self._remove_attribute("class")

    def _class_value(self) -> str:
        update = self._updates.get("class")
        if update is not None:
            _, _, value = update.text.partition("=")
            return decoded_attribute(value[1:-1])
        found = self._attributes().get("class")
        return decoded_attribute(found.value or "") if found is not None else ""

    # The text.

    def get_updated_html(self) -> str:
        """The HTML with all edits."""
        if not self._classes and not self._updates and not self._settled:
            return self.html
        self._is_ahead = False
        self._settle_classes()
        before = self.token_start if self._started else 0
        edits = [*self._settled, *self._updates.values()]
        self._settled, self._updates = [], {}
        self._at = before + self._apply(edits, before) if edits else before
        self.next_token()
        return self.html

    def __str__(self) -> str:
        return self.get_updated_html()

    def _apply(self, edits: list[Replacement], point: int) -> int:
        """Make the edits; how far that moves what stood at the point."""
        if len(edits) > 1:
            edits.sort(key=_order)
        html, copied, moved = self.html, 0, 0
        parts: list[str] = []
        for start, end, text in edits:
            if start < point:
                moved += len(text) - (end - start)
            # WordPress copies so where something is removed twice, from the end then.
            parts += html[copied : start if start >= copied else start - copied], text
            copied = end
        parts.append(html[copied:])
        self.html = "".join(parts)
        for name, (start, length) in list(self.bookmarks.items()):
            place = _moved(start, start + length, edits)
            if place is None:
                del self.bookmarks[name]
            else:
                self.bookmarks[name] = place
        return moved


def _moved(start: int, end: int, edits: list[Replacement]) -> tuple[int, int] | None:
    """The start and length of a bookmark after the edits; None where its token is gone."""
    head = tail = 0
    for edit in edits:
        if end < edit.start:
            break
        if start >= edit.start and end < edit.end:
            return None
        delta = len(edit.text) - (edit.end - edit.start)
        if start >= edit.start:
            head += delta
        if end >= edit.end:
            tail += delta
    return start + head, end - start + tail - head


def _order(edit: Replacement) -> tuple[int, bytes, int]:
    return edit.start, edit.text.encode("utf-8", "surrogatepass"), edit.end
