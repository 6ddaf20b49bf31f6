"""Tags found and edited in place: WordPress's `WP_HTML_Tag_Processor`, with its names and to the byte.

    processor = TagProcessor('<p id="a">Hello</p>')
    if processor.next_tag("p"):
        processor.add_class("intro")
        processor.set_attribute("title", "3 < 4")
    processor.get_updated_html()         # <p class="intro" title="3 &lt; 4" id="a">Hello</p>

`next_tag()` goes to a tag, `next_token()` to whatever comes; both say whether there was one. Edits are of the token
that it stands on. New attributes come right behind the name of the tag, sorted; changed ones stay where they are.
An edit that is not possible returns False and changes nothing.

Places are counted in characters. Differences to WordPress, in markup that nobody writes: a NUL inside a character
reference, attributes whose names are numbers, a script whose end tag is unfinished but holds another one, and a
repeated attribute removed twice from text that is not ASCII.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import ClassVar, Final, Literal

from blocks.fragment.references import decoded, decoded_attribute
from blocks.fragment.tag_edits import ESCAPED, TagEdits, ascii_lower, ascii_upper
from blocks.fragment.tag_scanner import RAW_TEXT

_URLS: Final = frozenset(  # wp_kses_uri_attributes()
    """action archive background cite classid codebase data formaction href icon longdesc manifest poster profile src
    usemap xmlns""".split()  # noqa: SIM905
)
_BAD_NAME = re.compile(r"[\"'>&</ =\x00-\x1f]")
_NONCHARACTERS: Final = "".join(f"{chr(plane | 0xFFFE)}{chr(plane | 0xFFFF)}" for plane in range(0, 0x110000, 0x10000))
_NONCHARACTER = re.compile(f"[\ufdd0-\ufdef{_NONCHARACTERS}]")
_CLASS = re.compile(r"[^ \t\f\r\n]+")
_CLOSES_COMMENT = re.compile("--!?>")
_SCRIPT_TAG = re.compile("</?script", re.IGNORECASE | re.ASCII)
_STYLE_END = re.compile("</(style)", re.IGNORECASE | re.ASCII)
_UNDECODED: Final = frozenset({"#cdata-section", "#comment", "html", "#funky-comment"})


class TagProcessor(TagEdits):
    """A cursor over the tokens of some HTML, with edits.

    It has the methods of WordPress's class of this name, also those that nothing here calls.
    """

    MAX_BOOKMARKS: ClassVar[int] = 10
    MAX_SEEKS: ClassVar[int] = 1000

    def next_tag(
        self, tag_name: str | None = None, *, class_name: str | None = None, tag_closers: bool = False
    ) -> bool:
        """Go to the next tag, of this name (in any case) and with this class if they are given."""
        wanted = None if tag_name is None else ascii_upper(tag_name)
        while self._next_markup():
            if (
                self._kind == "#tag"
                and (tag_closers or not self._closes)
                and (wanted is None or wanted == self._name)
                and (class_name is None or self.has_class(class_name))
            ):
                return True
        return False

    # What the processor stands on.

    def get_tag(self) -> str | None:
        """The name of the tag in upper case; of `<?php … ?>`, which HTML takes for a comment, `php`."""
        return self._name

    def is_tag_closer(self) -> bool:
        """Whether this is an end tag. `</br>` is none: browsers take it for `<br>`."""
        return self._kind == "#tag" and self._closes and self._name != "BR"

    def get_token_type(self) -> str | None:
        """`#tag`, `#text`, `#comment`, `#cdata-section`, `#doctype`, `#presumptuous-tag`, `#funky-comment`."""
        return "#doctype" if self._kind == "html" else self._kind

    def get_token_name(self) -> str | None:
        """As the type, but the tag's name for a tag, and `html` for a doctype."""
        return self._name if self._kind == "#tag" else self._kind

    def get_comment_type(self) -> str | None:
        """Which of WordPress's `COMMENT_AS_…` this is."""
        return self._comment_type

    def has_self_closing_flag(self) -> bool:
        """Whether the tag ends in `/>`."""
        return self._kind == "#tag" and self.html[self.token_end - 2] == "/"

    def paused_at_incomplete_token(self) -> bool:
        """Whether the text ended inside a token."""
        return self._state == "incomplete"

    # Attributes.

    def get_attribute(self, name: str) -> str | Literal[True] | None:
        """The decoded value with the edits so far; True for an attribute without one, None where there is none."""
        if self._kind != "#tag":
            return None
        if name == "class":
            self._settle_classes()
        name = ascii_lower(name)
        update = self._updates.get(name)
        if update is not None:
            return _value_in(update.text)
        found = self._attributes().get(name)
        if found is None:
            return None
        return True if found.value is None else decoded_attribute(found.value)

    def get_attribute_names_with_prefix(self, prefix: str) -> list[str] | None:
        """Names of the attributes in the markup, in lower case; None where this is no opening tag."""
        if self._kind != "#tag" or self._closes:
            return None
        prefix = ascii_lower(prefix)
        return [name for name in self._attributes() if name.startswith(prefix)]

    def set_attribute(self, name: str, value: str | bool) -> bool:
        """Give the tag an attribute. True is one without a value, False none; URLs are cleaned where one is due."""
        if self._kind != "#tag" or self._closes or not _is_name(name):
            return False
        if value is False:
            return self.remove_attribute(name)
        lower = ascii_lower(name)
        text = name
        if value is not True:
            escaped = _escaped_url(value) if lower in _URLS else value.translate(ESCAPED)
            if value and not escaped:
                return False
            text = f'{name}="{escaped}"'
        self._replace_attribute(lower, text)
        return True

    def remove_attribute(self, name: str) -> bool:
        """Take an attribute from the tag; False where there is none in the markup."""
        return self._kind == "#tag" and not self._closes and self._remove_attribute(ascii_lower(name))

    # Classes.

    def add_class(self, class_name: str) -> bool:
        """Give the tag a class, behind the ones it has."""
        return self._change_class(class_name, True)

    def remove_class(self, class_name: str) -> bool:
        """Take a class from the tag, and the attribute where no class is left."""
        return self._change_class(class_name, False)

    def has_class(self, wanted_class: str) -> bool | None:
        """Whether the tag has a class; None where this is no tag."""
        return wanted_class in self.class_list() if self._kind == "#tag" else None

    def class_list(self) -> Iterator[str]:
        """The classes of the tag, each once."""
        classes = self.get_attribute("class")
        if isinstance(classes, str):
            yield from dict.fromkeys(name.replace("\0", "\ufffd") for name in _CLASS.findall(classes))

    # Text.

    def get_modifiable_text(self) -> str:
        """The decoded text of a text, a comment, or an element that holds nothing but text."""
        update = self._updates.get("modifiable text")
        if update is None and self._text_start >= self._text_end:
            return ""
        text = self.html[self._text_start : self._text_end] if update is None else update.text
        text = text.replace("\r\n", "\n").replace("\r", "\n")
        name = self.get_token_name()
        if self._kind in _UNDECODED or (name in RAW_TEXT and name not in ("TEXTAREA", "TITLE")):
            return text.replace("\0", "\ufffd")
        text = decoded(text)
        is_text = name == "#text"
        if text.startswith("\n") and ((is_text and self._newline_skipped_at == self.token_start) or name == "TEXTAREA"):
            text = text[1:]
        return text.replace("\0", "" if is_text and self.namespace == "html" else "\ufffd")

    def set_modifiable_text(self, plaintext_content: str) -> bool:
        """Put another text there; False where there is none, or it could not hold this one."""
        name = self.get_token_name()
        text = plaintext_content
        if name == "#text":
            text = text.translate(ESCAPED)
        elif self._kind == "#comment":
            if self._comment_type != "COMMENT_AS_HTML_COMMENT" or _CLOSES_COMMENT.search(text):
                return False
        elif self._kind != "#tag":
            return False
        elif name == "SCRIPT":
            if _SCRIPT_TAG.search(text):
                return False
        elif name == "STYLE":
            text = _STYLE_END.sub(r"\\3c\\2f\1", text)
        elif name in ("TEXTAREA", "TITLE"):
            text = re.sub(f"</({name})", r"&lt;/\1", text, flags=re.IGNORECASE | re.ASCII)
        else:
            return False
        self._replace_text(text)
        return True

    # Bookmarks.

    def set_bookmark(self, name: str) -> bool:
        """Remember this token, through edits; False where there is none, or too many are remembered."""
        if self._kind is None or (name not in self.bookmarks and len(self.bookmarks) >= self.MAX_BOOKMARKS):
            return False
        self.bookmarks[name] = (self.token_start, self.token_end - self.token_start)
        return True

    def has_bookmark(self, name: str) -> bool:
        """Whether this name is remembered."""
        return name in self.bookmarks

    def release_bookmark(self, name: str) -> bool:
        """Forget it; False where there is none of this name."""
        return self.bookmarks.pop(name, None) is not None

    def seek(self, name: str) -> bool:
        """Go to a remembered token; False where there is none of this name, or after too many."""
        place = self.bookmarks.get(name)
        if place is None:
            return False
        if self._kind is not None and place == (self.token_start, self.token_end - self.token_start):
            return True
        self._seeks += 1
        if self._seeks > self.MAX_SEEKS:
            return False
        self.get_updated_html()
        if name not in self.bookmarks:
            return False
        self._at = self.bookmarks[name][0]
        self._state = "ready"
        return self.next_token()


def _is_name(name: str) -> bool:
    if not name or _BAD_NAME.search(name):
        return False
    return name.isascii() or not _NONCHARACTER.search(name) or any("\ud800" <= one <= "\udfff" for one in name)


def _value_in(update: str) -> str | Literal[True] | None:
    """The value of an attribute, as it is about to be written."""
    if not update:
        return None
    _, equals, value = update.partition("=")
    return decoded_attribute(value[1:-1]) if equals else True


def _escaped_url(value: str) -> str:
    from blocks.formatting.urls import esc_url

    return esc_url(value)
