"""Which source a text is of, told by how it begins, and why."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from blocks.errors import SourceError
from blocks.sources import wpcli
from blocks.sources.json_shape import Shape, shape_of
from blocks.sources.markdown_signs import markdown_signs
from blocks.sources.streams import LOOKED_AT

_BOM: Final = b"\xef\xbb\xbf"
_UTF_16: Final = (b"\xff\xfe", b"\xfe\xff")
_LOOKED_AT_FOR_BINARY: Final = 8192
_CONTROLS: Final = bytes({*range(32), 127} - set(b"\t\n\v\f\r\x1b"))

# An object or a list of objects or lists, or an empty one; not a `[shortcode]`.
_JSON: Final = re.compile(
    rb"[ \t\r\n]*+(?:\[[ \t\r\n]*+)*+(?:(?:null|true|false)[ \t\r\n]*+,|\{[ \t\r\n]*+[\"}]|\][ \t\r\n\],]*+(?:\Z|\[))"
)
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
_RENDERED: Final = re.compile(rb"(?<!\S)(?:wp-(?:block|element|image|container)-|is-layout-)[\w-]++")
_SHORTCODE: Final = re.compile(rb"(?<!\[)\[(caption|wp_caption|gallery|embed|audio|video|playlist)\b[^\[\]<>]*+\]")
_MORE: Final = re.compile(rb"<!--(?:more(?:\s[^<>]*)?|nextpage|noteaser)-->")
_PARAGRAPH: Final = re.compile(rb"<p[\s>]", re.IGNORECASE)
_EMPTY_LINE: Final = re.compile(rb"\S[ \t]*+\r?\n[ \t]*+\r?\n\s*+\S")


@dataclass(frozen=True, slots=True)
class Detection:
    """The name of a source, and why it was taken."""

    source: str
    reason: str


def detect(data: bytes) -> Detection:
    """Which source `data` is of, by its beginning (a mebibyte); the reason is a sentence about `data`.

    SourceError for what no source reads: JSON of no known form, a login page, a feed, and what is no text, such as a
    picture. Markdown is told, though a plugin has to bring what reads it. `read(data, "markup")` takes any bytes as
    they are.
    """
    data = data[:LOOKED_AT]
    if data.startswith(_UTF_16):
        raise SourceError("this is UTF-16; save it as UTF-8 (iconv -f UTF-16 -t UTF-8), as WordPress does")
    if _is_binary(data[:_LOOKED_AT_FOR_BINARY]):
        raise SourceError("this is binary data, not text (`--from markup` takes it all the same)")
    data = data.removeprefix(_BOM)
    if _JSON.match(data):
        return _json(shape_of(data))
    if _XML.match(data) and not _PAGE.match(data):
        return _xml(data)
    if wpcli.is_header(data.partition(b"\n")[0]):
        return Detection("wp-cli", "it is CSV with the column post_content, or of fields and values")
    return _text(data)


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


# source, pattern, what is said of it where it is there; the first that is
_TEXT_FORMS: Final = (
    ("markup", _DELIMITER, "it has block delimiters"),
    ("html", _PAGE, "it is a whole page of HTML"),
    ("classic", _SHORTCODE, "it has no block delimiters, and shortcodes of WordPress"),
    ("classic", _MORE, "it has no block delimiters, and comments that cut a post in pages"),
    ("html", _PARAGRAPH, "it has no block delimiters, and paragraphs of HTML"),
)


def _text(data: bytes) -> Detection:
    if _is_login_page(data):
        raise SourceError(
            "this is the login page of a WordPress, not its posts: log in where it is fetched (with an application "
            "password), or ask for what needs no login; `--from html` takes it all the same"
        )
    if (name := _rendered_class(data)) and not _DELIMITER.search(data):
        return Detection("html", f"it has no block delimiters, and the class {name}")
    for source, sign, reason in _TEXT_FORMS:
        if sign.search(data):
            return Detection(source, reason)
    if signs := markdown_signs(data):
        return Detection("markdown", f"it has {' and '.join(signs)}, and no HTML")
    if _EMPTY_LINE.search(data):
        return Detection("classic", "it has no block delimiters, and empty lines between its paragraphs")
    return Detection("markup", "it does not begin like JSON, and nothing tells what else it is")


def _is_login_page(data: bytes) -> bool:
    body = _BODY.search(data)
    return body is not None and _LOGIN.search(body[1]) is not None and b"wp-login.php" in data


def _rendered_class(data: bytes) -> str | None:
    """The first class that WordPress prints while it renders, or saves on the HTML of a block."""
    for classes in _CLASSES.finditer(data):
        if found := _RENDERED.search(classes[1]):
            return found[0].decode("ascii", "replace")
    return None


def _is_binary(beginning: bytes) -> bool:
    """Whether it is full of control characters, or holds a NUL and no comment (WordPress takes a NUL for text)."""
    controls = len(beginning) - len(beginning.translate(None, _CONTROLS))
    return controls * 10 > len(beginning) or (b"\0" in beginning and b"<!--" not in beginning)
