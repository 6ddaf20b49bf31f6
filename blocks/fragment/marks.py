"""The marks of rich text: the formats of the editor's toolbar, and any other inline element.

    <strong> <b>        Bold                    <s> <del> <strike>            Strikethrough
    <em> <i>            Italic                  <u>, underlined <span>        Underline
    <a>                 Link                    <mark>, coloured <span>       Highlight
    <code>              Code                    <img>                         Image
    <kbd>               Keyboard                <br>                          LineBreak
    <sub> <sup>         Subscript, Superscript  <sup data-fn class="fn">      FootnoteReference
    <bdo>               Language                <math>                        Math
    any other           Unknown                 <!-- -->                      Comment

A mark is the element without its content: `tag` and `attributes` say all of it, what a class adds is read from them.
The classes are the formats that WordPress 6.9 registers in @wordpress/format-library, and the footnote's in
@wordpress/block-library; its non-breaking space has no element, and is U+00A0 in the text.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final, Self

from blocks.errors import BlocksError
from blocks.fragment.tokens import VOID_ELEMENTS, Token

_TRANSPARENT: Final = "rgba(0,0,0,0)"  # how the editor writes that there is no background
_PIXELS = re.compile(r"([0-9]{1,9})(?:px)?", re.ASCII)
_IMAGE_CLASS = re.compile(r"wp-image-([0-9]{1,18})", re.ASCII)
_NUMBER = re.compile(r"[0-9]{1,18}", re.ASCII)
_TAG = re.compile(r"[a-zA-Z][^\t\n\f\r />]*")
_ATTRIBUTE_NAME = re.compile(r"[^\t\n\f\r />][^\t\n\f\r />=]*")


@dataclass(frozen=True, slots=True)
class Mark:
    """An inline element without its content. Two marks are equal when they are of one class and say the same.

    marks.Link.of({"href": "https://example.com", "rel": "nofollow"})
    marks.Bold()
    """

    tag: str
    """The element's name, in lower case."""
    attributes: tuple[tuple[str, str], ...] = ()
    """Names and values in the order of the markup, decoded; "" for an attribute without a value."""

    @classmethod
    def of(cls, attributes: Mapping[str, str]) -> Self:
        """A mark of this class with these HTML attributes."""
        return cls(attributes=tuple(attributes.items()))  # type: ignore[call-arg]  # subclasses have a tag

    def get(self, name: str) -> str | None:
        """The value of an attribute, None where there is no such one."""
        for attribute, value in self.attributes:
            if attribute == name:
                return value
        return None

    @property
    def classes(self) -> list[str]:
        """The names in the `class` attribute."""
        return (self.get("class") or "").split()

    @property
    def start_tag(self) -> str:
        """The element's start tag, escaped as the editor does (`escapeAttribute`), but each `&`, to keep the value.

        BlocksError where a name is none that HTML can hold.
        """
        if not _TAG.fullmatch(self.tag) or not all(_ATTRIBUTE_NAME.fullmatch(name) for name, _ in self.attributes):
            raise BlocksError(f"{self!r} cannot be written: give names that HTML can hold, without blanks, / or >")
        return f"<{self.tag}{''.join([f' {name}={_quoted(value)}' for name, value in self.attributes])}>"

    @property
    def end_tag(self) -> str:
        """The element's end tag; "" where HTML has none (`<br>`)."""
        return "" if self.tag in VOID_ELEMENTS else f"</{self.tag}>"


@dataclass(frozen=True, slots=True)
class Bold(Mark):
    """`<strong>bold</strong>`, `<b>bold</b>`."""

    tag: str = "strong"


@dataclass(frozen=True, slots=True)
class Italic(Mark):
    """`<em>italic</em>`, `<i>italic</i>`."""

    tag: str = "em"


@dataclass(frozen=True, slots=True)
class Link(Mark):
    """`<a href="https://example.com" target="_blank" rel="noopener" data-type="post" data-id="7">link</a>`."""

    tag: str = "a"

    @property
    def url(self) -> str | None:
        """Where it leads; None for a place that is only there to be linked to (`<a id="here">`)."""
        return self.get("href")

    @property
    def rel(self) -> str | None:
        """How the page relates to the linked one, in words: `nofollow`, `noreferrer noopener`."""
        return self.get("rel")

    @property
    def target(self) -> str | None:
        """Where it opens: `_blank` for a new tab."""
        return self.get("target")

    @property
    def type(self) -> str | None:
        """What WordPress says it links to: `post`, `page`, `category`, `URL`, ... (`data-type`)."""
        return self.get("data-type")

    @property
    def id(self) -> int | None:
        """The ID of the linked post or term (`data-id`)."""
        value = self.get("data-id") or ""
        return int(value) if _NUMBER.fullmatch(value) else None


@dataclass(frozen=True, slots=True)
class Code(Mark):
    """`<code>print()</code>`."""

    tag: str = "code"


@dataclass(frozen=True, slots=True)
class Keyboard(Mark):
    """`<kbd>Ctrl</kbd>`."""

    tag: str = "kbd"


@dataclass(frozen=True, slots=True)
class Subscript(Mark):
    """`H<sub>2</sub>O`."""

    tag: str = "sub"


@dataclass(frozen=True, slots=True)
class Superscript(Mark):
    """`m<sup>2</sup>`."""

    tag: str = "sup"


@dataclass(frozen=True, slots=True)
class Strikethrough(Mark):
    """`<s>gone</s>`, also `<del>` and `<strike>`."""

    tag: str = "s"


@dataclass(frozen=True, slots=True)
class Underline(Mark):
    """`<span style="text-decoration: underline;">underlined</span>`, `<u>underlined</u>`."""

    tag: str = "u"


@dataclass(frozen=True, slots=True)
class Language(Mark):
    """`<bdo lang="ar" dir="rtl">...</bdo>`."""

    tag: str = "bdo"

    @property
    def lang(self) -> str | None:
        """The language, as BCP 47 has it: `ar`, `pt-BR`."""
        return self.get("lang")

    @property
    def dir(self) -> str | None:
        """The direction of the text: `ltr` or `rtl`."""
        return self.get("dir")


@dataclass(frozen=True, slots=True)
class Highlight(Mark):
    """`<mark style="background-color:#ff0" class="has-inline-color has-vivid-red-color">...</mark>`.

    Also a `<span class="has-inline-color">`, which older editors wrote.
    """

    tag: str = "mark"

    @property
    def color(self) -> str | None:
        """The CSS colour of the text, None where the theme's preset `color_slug` says it, or nothing does."""
        return _css(self.get("style"), "color")

    @property
    def background_color(self) -> str | None:
        """The CSS colour behind the text, None where there is none."""
        value = _css(self.get("style"), "background-color")
        return None if value is None or value.replace(" ", "") == _TRANSPARENT else value

    @property
    def color_slug(self) -> str | None:
        """The theme's preset for the text, from the class `has-SLUG-color`."""
        return next(
            (
                name[4:-6]
                for name in self.classes
                if name.startswith("has-")
                and name.endswith("-color")
                and name not in {"has-inline-color", "has-text-color"}
                and not name.endswith("-background-color")
            ),
            None,
        )

    @property
    def background_color_slug(self) -> str | None:
        """The theme's preset for what is behind the text, from the class `has-SLUG-background-color`."""
        ending = "-background-color"
        names = (name for name in self.classes if name.startswith("has-") and name.endswith(ending))
        return next((name[4 : -len(ending)] for name in names), None)


@dataclass(frozen=True, slots=True)
class Image(Mark):
    """`<img class="wp-image-7" style="width: 150px;" src="a.jpg" alt="">`, in a line of text."""

    tag: str = "img"

    @property
    def url(self) -> str | None:
        """The file's address."""
        return self.get("src")

    @property
    def alt(self) -> str:
        """What to say to those who do not see it."""
        return self.get("alt") or ""

    @property
    def width(self) -> int | None:
        """The width in CSS pixels, from the style, or the attribute."""
        found = _PIXELS.fullmatch(_css(self.get("style"), "width") or (self.get("width") or "").strip())
        return int(found[1]) if found else None

    @property
    def id(self) -> int | None:
        """The ID of the attachment, from the class `wp-image-ID`."""
        return next((int(found[1]) for name in self.classes if (found := _IMAGE_CLASS.fullmatch(name))), None)


@dataclass(frozen=True, slots=True)
class LineBreak(Mark):
    """`<br>`; its text is a line break."""

    tag: str = "br"


@dataclass(frozen=True, slots=True)
class FootnoteReference(Mark):
    """`<sup data-fn="ID" class="fn"><a href="#ID" id="ID-link">1</a></sup>`; its text is the number."""

    tag: str = "sup"
    html: str = ""
    """What is inside the element."""

    @property
    def id(self) -> str | None:
        """The ID of the note, as in the post's footnotes."""
        return self.get("data-fn")


@dataclass(frozen=True, slots=True)
class Math(Mark):
    """`<math data-latex="x^2">...</math>`; its text is that of the MathML inside."""

    tag: str = "math"
    html: str = ""
    """What is inside the element: MathML."""

    @property
    def latex(self) -> str | None:
        """The formula as LaTeX, as it was typed."""
        return self.get("data-latex")


@dataclass(frozen=True, slots=True)
class Comment(Mark):
    """`<!--more-->`. It has no text and no attributes."""

    tag: str = "#comment"
    html: str = ""
    """What is between `<!--` and `-->`."""

    @property
    def start_tag(self) -> str:
        """`<!--`. BlocksError where the comment would end before its text does."""
        if self.html.startswith((">", "->")) or "-->" in self.html or "--!>" in self.html:
            raise BlocksError(f"{self!r} cannot be written: a comment's text cannot hold what ends it")
        return "<!--"

    @property
    def end_tag(self) -> str:
        return "-->"


@dataclass(frozen=True, slots=True)
class Unknown(Mark):
    """Any other element, `<abbr title="...">` say, with its attributes."""


_BY_TAG: Final[dict[str, type[Mark]]] = {
    "a": Link,
    "b": Bold,
    "bdo": Language,
    "br": LineBreak,
    "code": Code,
    "del": Strikethrough,
    "em": Italic,
    "i": Italic,
    "img": Image,
    "kbd": Keyboard,
    "mark": Highlight,
    "math": Math,
    "s": Strikethrough,
    "strike": Strikethrough,
    "strong": Bold,
    "sub": Subscript,
    "sup": Superscript,
    "u": Underline,
}


def mark_of(token: Token) -> Mark:
    """The mark that a start tag makes."""
    name = token.name
    if not token.attributes:
        return _BY_TAG.get(name, Unknown)(name)
    attributes = tuple([(one.name, one.value or "") for one in token.attributes])
    return _class_of(token)(name, attributes)


def _class_of(token: Token) -> type[Mark]:
    """The editor goes by `fn` and `has-inline-color` on any element; here a link stays one, as does an hCard's name."""
    if token.name == "span":
        if "has-inline-color" in token.classes:
            return Highlight
        return Underline if "underline" in (_css(token.get("style"), "text-decoration") or "") else Unknown
    if token.get("data-fn") is not None and token.name not in VOID_ELEMENTS and "fn" in token.classes:
        return FootnoteReference
    return _BY_TAG.get(token.name, Unknown)


def _css(style: str | None, name: str) -> str | None:
    """The value of a declaration in a `style` attribute, the last one of the name; None where there is none."""
    value = None
    for declaration in (style or "").split(";"):
        found, colon, text = declaration.partition(":")
        if colon and found.strip().lower() == name:
            value = text.strip()
    return value


def _quoted(value: str) -> str:
    escaped = value.replace("&", "&amp;").replace('"', "&quot;").replace(">", "&gt;")
    return f'"{escaped}"'
