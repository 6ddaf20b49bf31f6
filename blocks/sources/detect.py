"""Which source a text is of, told by how it begins, and why."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from blocks.errors import SourceError
from blocks.sources import wpcli
from blocks.sources.json_shape import Shape, shape_of
from blocks.sources.markdown_signs import markdown_signs
from blocks.sources.no_posts import why_no_posts
from blocks.sources.streams import BOM, LOOKED_AT

_UTF_16: Final = (b"\xff\xfe", b"\xfe\xff")
_LOOKED_AT_FOR_BINARY: Final = 8192
_CONTROLS: Final = bytes({*range(32), 127} - set(b"\t\n\v\f\r\x1b"))

# An object or a list of objects or lists, or an empty one; not a `[shortcode]`.
_JSON: Final = re.compile(
    rb"[ \t\r\n]*+(?:\[[ \t\r\n]*+)*+(?:(?:null|true|false)[ \t\r\n]*+,|\{[ \t\r\n]*+[\"}]|\][ \t\r\n\],]*+(?:\Z|\[))"
)
_EMPTY_LISTS: Final = re.compile(rb"\s*+\[[\s\[,]*+\][\s\[\],]*+")
_DELIMITER: Final = re.compile(rb"<!--\s++/?+wp:")
_XML: Final = re.compile(rb"\s*+<(?:\?xml|rss\b)", re.IGNORECASE)
_EXPORT: Final = re.compile(rb"wordpress\.org/export/|<wp:wxr_version")
_PAGE: Final = re.compile(
    rb"\A\s*+(?:<\?xml[^>]*+>\s*+)?(?:<!--(?:(?!-->).)*+-->\s*+)*+<(?:!doctype\s++html|html)\b",
    re.IGNORECASE | re.DOTALL,
)
_BODY: Final = re.compile(rb"<body\b([^<>]*+)>", re.IGNORECASE)
_LOGIN: Final = re.compile(rb"""class\s*+=\s*+["']?login\b""", re.IGNORECASE)
_CLASSES: Final = re.compile(rb"""\sclass\s*+=\s*+["']([^"'>]*+)""", re.IGNORECASE)
_ONE_CLASS: Final = rb"(?<!\S)(?:%s)(?!\S)"
_BLOCKS: Final = re.compile(_ONE_CLASS % rb"wp-(?:block|element|container)-[\w-]++|is-layout-[\w-]++")
_RENDERED: Final = re.compile(
    _ONE_CLASS % rb"wp-caption(?:-text)?+|gallery-columns-\d++|more-link"
    rb"|wp-(?:audio-shortcode|video-shortcode|video|playlist|embedded-content|smiley)"
)
_SAVED: Final = re.compile(_ONE_CLASS % rb"wp-image-\d++")
_PICTURE: Final = re.compile(rb"<img\b([^<>]*+)", re.IGNORECASE)
_OF_RENDERING: Final = re.compile(rb"\s(srcset|decoding|fetchpriority)\s*+=", re.IGNORECASE)
_SHORTCODE: Final = re.compile(rb"(?<!\[)\[(caption|wp_caption|gallery|embed|audio|video|playlist)\b[^\[\]<>]*+\]")
_MORE: Final = re.compile(rb"(?<!<p>)<!--(?:more(?:\s[^<>]*)?|nextpage|noteaser)-->")
_PARAGRAPH: Final = re.compile(rb"<p[\s>]", re.IGNORECASE)
_EMPTY_LINE: Final = re.compile(rb"\S[ \t]*+\r?\n[ \t]*+\r?\n\s*+\S")
_AS_IT_IS: Final = re.compile(rb"<(pre|script|style|textarea)\b", re.IGNORECASE)
# What begins with words, or with an element that stands among words, behind an empty line or before one.
_WORDS: Final = rb"(?:[^\s<]|<(?:a|abbr|b|big|cite|code|del|em|i|img|ins|kbd|mark|q|s|small|span|strong|sub|sup|u)\b)"
_BARE_FIRST: Final = re.compile(rb"\s*+" + _WORDS, re.IGNORECASE)
_BARE: Final = re.compile(rb"\S[ \t]*+\r?\n[ \t]*+\r?\n\s*+" + _WORDS, re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Detection:
    """The name of a source, and why it was taken."""

    source: str
    reason: str


def detect(data: bytes) -> Detection:
    """Which source `data` is of, by its beginning (a mebibyte); the reason is a sentence about `data`.

    SourceError for what no source reads: JSON of no known form, a login page, a feed, an error that was saved in place
    of posts, and what is no text, such as a picture. Markdown is told, though a plugin has to bring what reads it.
    `read(data, "markup")` takes any bytes as they are.
    """
    data = data[:LOOKED_AT]
    if data.startswith(_UTF_16):
        raise SourceError("this is UTF-16; save it as UTF-8 (iconv -f UTF-16 -t UTF-8), as WordPress does")
    if _is_binary(data[:_LOOKED_AT_FOR_BINARY]):
        raise SourceError("this is binary data, not text (`--from markup` takes it all the same)")
    data = data.removeprefix(BOM)
    if _EMPTY_LISTS.fullmatch(data):
        return Detection("rest", "it is an empty list, of no posts")
    if _JSON.match(data):
        return _json(shape_of(data))
    if _XML.match(data) and not _PAGE.match(data):
        return _xml(data)
    if wpcli.is_header(data.partition(b"\n")[0]):
        return Detection("wp-cli", "it is CSV with the column post_content, or of fields and values")
    if reason := why_no_posts(data):
        raise SourceError(f"{reason} (`--from markup` takes it as text all the same)")
    return _text(data)


_NO_CONTENT: Final = "fields of the REST API, but no content"

# source, keys of which each set has to have one, what is said of it; the first that fits
_JSON_FORMS: Final = (
    ("rest", ({"content.raw"},), "content.raw"),
    ("rest", ({"content.rendered"},), "content.rendered, which is HTML without block markup"),
    ("wp-cli", ({"post_content"},), "post_content"),
    ("wordpress", ({"blockName"},), "blockName"),
    ("ndjson", ({"content"}, {"origin", "title", "slug", "id", "type"}), "a content, as post.to_json() writes it"),
    ("rest", ({"body"}, {"status"}, {"headers"}), "a body, as the REST API envelops its answers"),
    ("rest", ({"code"}, {"message"}), "a code and a message, as the REST API answers errors"),
    ("ndjson", ({"body"}, {"words"}, {"headings"}), "a body and words, as `--to ndjson` writes it"),
    ("wp-cli", ({"ID"}, {"post_title", "post_name", "post_status"}), "fields of wp-cli"),
    ("rest", ({"title.rendered", "excerpt.rendered", "guid.rendered"},), _NO_CONTENT),
    ("rest", ({"id"}, {"slug", "link", "date", "modified", "status", "type"}), _NO_CONTENT),
)


def _json(shape: Shape) -> Detection:
    for source, needed, reason in _JSON_FORMS:
        if all(shape.keys & keys for keys in needed):
            if shape.is_lines and source in ("rest", "wp-cli"):
                return Detection("ndjson", f"it is a line of JSON for each post, with {reason}")
            return Detection(source, f"it is JSON with {reason}")
    raise SourceError(
        "this looks like JSON, but is neither a REST post (content.raw or content.rendered), a post of wp-cli "
        "(post_content) nor a structure of parse_blocks() (blockName); `--from markup` takes it as text all the same"
    )


def _xml(data: bytes) -> Detection:
    if _EXPORT.search(data):
        return Detection("wxr", "it is XML of a WordPress export")
    if b"<rss" in data or b"<feed" in data:
        raise SourceError(
            "this is a feed, which is no export of WordPress (it has no wp:wxr_version). Export the posts by "
            "Tools > Export, or ask /wp-json/wp/v2/posts for them"
        )
    raise SourceError("this is XML, but no export of WordPress; `--from markup` takes it as text all the same")


_NO_BLOCKS: Final = "it has no block delimiters, and"


def _text(data: bytes) -> Detection:
    if _is_login_page(data):
        raise SourceError(
            "this is the login page of a WordPress, not its posts: log in where it is fetched (with an application "
            "password), or ask for what needs no login; `--from html` takes it all the same"
        )
    if _DELIMITER.search(data):
        return Detection("markup", "it has block delimiters")
    if sign := _first_class(_BLOCKS, data):
        return Detection("html", f"{_NO_BLOCKS} the class {sign}")
    if _PAGE.search(data):
        return Detection("html", "it is a whole page of HTML, which stays one piece: cut the post's content out first")
    if _SHORTCODE.search(data):
        return Detection("classic", f"{_NO_BLOCKS} shortcodes of WordPress")
    if not _is_bare(data) and (sign := _sign_of_rendering(data)):
        return Detection("html", f"{_NO_BLOCKS} {sign}")
    return _unsigned(data)


def _unsigned(data: bytes) -> Detection:
    """Which source text is of that has neither blocks nor shortcodes, nor what rendering prints.

    Where WordPress renders without blocks, it leaves no words outside of paragraphs (`wpautop()`).
    """
    is_bare, has_paragraphs = _is_bare(data), _PARAGRAPH.search(data) is not None
    if _MORE.search(data):
        return Detection("classic", f"{_NO_BLOCKS} comments that cut a post in pages")
    if not has_paragraphs and (signs := markdown_signs(data)):
        return Detection("markdown", f"it has {' and '.join(signs)}, and no HTML")
    if is_bare or (not has_paragraphs and _EMPTY_LINE.search(data)):
        return Detection("classic", f"{_NO_BLOCKS} empty lines between its paragraphs")
    if has_paragraphs:
        return Detection("html", f"{_NO_BLOCKS} paragraphs of HTML (--from classic, if a classic post)")
    if sign := _first_class(_SAVED, data):
        return Detection("classic", f"{_NO_BLOCKS} the class {sign} of the classic editor")
    return Detection("markup", "it does not begin like JSON, and nothing tells what else it is")


def _sign_of_rendering(data: bytes) -> str | None:
    """A class or an attribute that WordPress prints where it renders, and no editor saves."""
    if sign := _first_class(_RENDERED, data):
        return f"the class {sign}"
    for picture in _PICTURE.finditer(data):
        if found := _OF_RENDERING.search(picture[1]):
            return f"the attribute {found[1].decode()}"
    return None


def _is_bare(data: bytes) -> bool:
    """Whether words stand outside of any block of HTML, parted by empty lines as the classic editor saves them."""
    shown = _without_as_it_is(data)
    return bool(_BARE.search(shown) or (_BARE_FIRST.match(shown) and _EMPTY_LINE.search(shown)))


def _without_as_it_is(data: bytes) -> bytes:
    """HTML without the elements whose lines are no paragraphs."""
    kept: list[bytes] = []
    lower, end = data.lower(), 0
    while found := _AS_IT_IS.search(data, end):
        kept.append(data[end : found.start()])
        closer = b"</" + found[1].lower()
        end = lower.find(closer, found.end())
        if end < 0:
            return b"".join(kept)
    return b"".join([*kept, data[end:]])


def _is_login_page(data: bytes) -> bool:
    body = _BODY.search(data)
    return body is not None and _LOGIN.search(body[1]) is not None and b"wp-login.php" in data


def _first_class(wanted: re.Pattern[bytes], data: bytes) -> str | None:
    """The first class of HTML that is one of those wanted."""
    for classes in _CLASSES.finditer(data):
        if found := wanted.search(classes[1]):
            return found[0].decode("ascii", "replace")
    return None


def _is_binary(beginning: bytes) -> bool:
    """Whether it is full of control characters, or holds a NUL and no comment (WordPress takes a NUL for text)."""
    controls = len(beginning) - len(beginning.translate(None, _CONTROLS))
    return controls * 10 > len(beginning) or (b"\0" in beginning and b"<!--" not in beginning)
