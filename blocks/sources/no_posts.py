"""What is saved in place of posts, told by how it begins: headers, messages of PHP, errors, tables of wp-cli."""

from __future__ import annotations

import re
from collections.abc import Callable
from html import unescape
from typing import Final

_HEADERS: Final = re.compile(rb"(HTTP/[0-9.]{1,3} [0-9]{3}\b)")
_PHP: Final = re.compile(
    rb"\s*+(?:<br\s*+/?>\s*+)?(?:<b>)?((?:PHP )?(?:Warning|Notice|Deprecated|Fatal error|Parse error|Strict Standards))"
    rb"(?:</b>)?:\s++\S[^\r\n]{0,2000}? on line (?:<b>)?[0-9]",
)
_ERRORS: Final = (
    r"Bad Request|Unauthorized|Authorization Required|Forbidden|Access Denied|Not Found|Method Not Allowed|"
    r"Not Acceptable|Request Time-?out|Gone|Too Many Requests|Internal Server Error|(?:Web server|Host|Proxy) .{0,40}|"
    r"Bad Gateway|Service (?:Temporarily )?Unavailable|Gateway Time-?out|SSL handshake failed|A timeout occurred"
)
_CODE: Final = r"[45][0-9]{2}"
_TITLE: Final = re.compile(rb"<title\b[^<>]*+>([^<>]{1,300})", re.IGNORECASE)
_TITLE_OF_ERROR: Final = re.compile(
    rf"(?:.*\| ?)?(?:(?:HTTP )?(?:Error )?{_CODE}(?:[ :–-]+(?:{_ERRORS}))?|{_ERRORS})|"
    r"Just a moment\.*|Attention Required! \| Cloudflare|Access denied \|.*|WordPress › Error|Maintenance|"
    r"Database Error|Error establishing a database connection",
    re.IGNORECASE,
)
_TEXT_OF_ERROR: Final = re.compile(
    rf"{_CODE} (?:{_ERRORS})|error code: [0-9]+|upstream connect error .*|no healthy upstream|Error establishing a "
    "database connection",
    re.IGNORECASE,
)
_HTML: Final = re.compile(rb"\s*+<(?:!doctype\s|!--|html|head|title)", re.IGNORECASE)
_LONGEST_TEXT: Final = 300
_LOOKED_AT: Final = 2**16

_YAML: Final = re.compile(rb"---[ \t]*+\r?\n(?:-[ \t]*+\r?\n)?[ \t]*+(?:ID|post_title): ")
_DRAWN: Final = re.compile(rb"\+-[-+]*+\r?\n\|([^\r\n]*+)")
_FIELDS: Final = {b"ID", b"post_title", b"post_name", b"post_status", b"post_date", b"post_type"}
_PAIRS: Final = [b"Field", b"Value"]


def why_no_posts(data: bytes) -> str | None:
    """What `data` is, where something else was saved than posts, and what to do; None where it may hold some."""
    return next((reason for told in _TOLD if (reason := told(data)) is not None), None)


def _headers(data: bytes) -> str | None:
    if not (found := _HEADERS.match(data)):
        return None
    return f"this begins with the headers of an answer ({found[1].decode()}); save its body alone (curl without -i)"


def _message_of_php(data: bytes) -> str | None:
    if not (found := _PHP.match(data)):
        return None
    return (
        f"this begins with a message of PHP ({found[1].decode()}), which the site prints before its answer; have it "
        "log them instead (WP_DEBUG_DISPLAY), or cut the message off"
    )


def _error(data: bytes) -> str | None:
    told = None
    if _HTML.match(data):
        title = _TITLE.search(data, 0, _LOOKED_AT)
        told = _TITLE_OF_ERROR.fullmatch(_words(title[1])) if title else None
    elif len(data) <= _LONGEST_TEXT:
        told = _TEXT_OF_ERROR.fullmatch(_words(data))
    return f"this tells an error ({told[0]}), and holds no posts; fetch it again" if told else None


def _table_of_wp_cli(data: bytes) -> str | None:
    first = data.partition(b"\n")[0].rstrip(b"\r")
    drawn = _DRAWN.match(data)
    separators = {b"\t": first, b"|": drawn[1] if drawn else b"", b",": first}
    names = [[name.strip(b' "') for name in line.split(mark) if name.strip()] for mark, line in separators.items()]
    if not _YAML.match(data) and not any(
        one == _PAIRS or len(_FIELDS.intersection(one)) > 1 or {b"ID", b"post_content"} <= {*one} for one in names
    ):
        return None
    return (
        "this is of wp-cli, but a table, YAML, or CSV without the content; ask for JSON with it: wp post list "
        "--format=json --fields=ID,post_title,post_name,post_status,post_type,post_content"
    )


def _words(data: bytes) -> str:
    return " ".join(unescape(data.decode("utf-8", "replace")).split())


_TOLD: Final[tuple[Callable[[bytes], str | None], ...]] = (_headers, _message_of_php, _error, _table_of_wp_cli)
