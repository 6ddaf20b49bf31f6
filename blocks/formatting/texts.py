"""Running text: excerpts, links made of addresses, the capital P, loose ampersands."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator

from blocks.formatting.kses import wp_strip_all_tags
from blocks.formatting.php.strings import encoded, lower
from blocks.formatting.urls import esc_url, wp_parse_url

_BLANKS = re.compile(r"[\n\r\t ]+")
_UNENDED = re.compile(r"[^; \t\n\v\f\r]*")
_LOOSE_AMPERSAND = re.compile(r"&([^#])(?![a-z1-4]{1,8};)", re.IGNORECASE | re.ASCII)
_TAGS = re.compile(r"(<[^<>]+>)")


def wp_trim_words(text: str, most: int = 55, more: str = "&hellip;") -> str:
    """`wp_trim_words()`: the first words of a text without tags, and `more` where there are others."""
    words = [word for word in _BLANKS.split(wp_strip_all_tags(text)) if word]
    if len(words) <= most:
        return " ".join(words)
    if most < 0:  # preg_split() splits without a limit at -2 and -1, and not at all below
        most = -1 if most >= -2 else 0
    return " ".join(words[:most]) + more


def capital_p_dangit(text: str, *, title: bool = False) -> str:
    """`capital_P_dangit()`: WordPress with its P; in titles everywhere, elsewhere at the start of words."""
    if "Wordpress" not in text:
        return text
    if title:
        return text.replace("Wordpress", "WordPress")
    for before in (" ", "&#8216;", "&#8220;", ">", "("):
        text = text.replace(f"{before}Wordpress", f"{before}WordPress")
    return text


def convert_chars(text: str) -> str:
    """`convert_chars()`: an `&` that starts no reference is `&#038;`."""
    return _LOOSE_AMPERSAND.sub(r"&#038;\1", text) if "&" in text else text


_URL_CHARACTER = r"\w\x80-\xff#%~/@\[\]*(+=&$-"
_URL = re.compile(
    r"([\s(<.,;:!?])"  # what stands before it
    rf"(\w{{1,20}}+://(?=\S{{1,2000}}\s)[{_URL_CHARACTER}]*+(?:['.,;:!?)][{_URL_CHARACTER}]++)*)"
    r"(\)?)(\.\w{2,6})?",
    re.ASCII,
)
_WEB = re.compile(r"([\s>])((?:www|ftp)\.[\w\x80-\xff#$%&~/.\-;:=,?@\[\]+]+)", re.IGNORECASE | re.ASCII)
_EMAIL = re.compile(r"([\s>])([.0-9a-z_+-]+)@((?:[0-9a-z-]+\.)+[0-9a-z]{2,})", re.IGNORECASE | re.ASCII)
_CODE = re.compile(r"<(?:code|pre|script|style)[\s>]", re.IGNORECASE | re.ASCII)
_CODE_ENDS = frozenset({"</code>", "</pre>", "</script>", "</style>"})
_BARE_ADDRESS = re.compile(r"<\s*\w{1,20}+://", re.ASCII)
_LONG = 10000
_CHUNK = 2100


def make_clickable(html: str, hosts: Collection[str] = (), *, comment: bool = False) -> str:
    """`make_clickable()`: addresses in text as links; `nofollow` but to `hosts`, `ugc` too in a comment's text."""
    if not html.isascii():  # WordPress counts bytes
        octets = encoded(html).decode("latin-1")
        linked = _linked(octets, hosts, comment)
        return linked.encode("latin-1").decode("utf-8", "surrogateescape")
    return _linked(html, hosts, comment)


def _linked(html: str, hosts: Collection[str], comment: bool) -> str:
    out: list[str] = []
    depth = 0
    for piece in _TAGS.split(html):
        if _CODE.match(piece):
            depth += 1
        elif depth and lower(piece) in _CODE_ENDS:
            depth -= 1
        if depth or piece in {"", "0"} or (piece[0] == "<" and not _BARE_ADDRESS.match(piece)):
            out.append(piece)
        elif len(piece) <= _LONG:
            out.append(_linked_text(piece, hosts, comment))
        else:
            out += (chunk if len(chunk) > _CHUNK + 1 else _linked(chunk, hosts, comment) for chunk in _chunks(piece))
    return _without_links_in_links("".join(out))


def _chunks(text: str) -> Iterator[str]:
    """Pieces that end in a blank, of at most 2,101 bytes where blanks allow it."""
    blanks = [found.start() for found in re.finditer(r"[\r\n\t\v\f \0]", text)]
    start = position = 0
    while len(text) - start > _CHUNK:
        last = -1
        while position < len(blanks) and blanks[position] <= start + _CHUNK:
            last = blanks[position]
            position += 1
        if last < 0:
            if position >= len(blanks):
                break
            last = blanks[position]
            position += 1
        yield text[start : last + 1]
        start = last + 1
    if text[start:] not in {"", "0"}:
        yield text[start:]


def _linked_text(text: str, hosts: Collection[str], comment: bool) -> str:
    def link(address: str) -> str:
        return f'<a href="{address}"{_rel(address, hosts, comment)}>{address}</a>'

    def url(found: re.Match[str]) -> str:
        before, address, suffix, extension = found.groups()
        if suffix and address.find("(") > 0:
            address, suffix = address + suffix, ""
        address += extension or ""
        surplus = address.count(")") - address.count("(")
        while surplus > 0:
            cut = address.rindex(")")
            surplus -= 1 - address[cut:].count("(")
            address, suffix = address[:cut], address[cut:] + suffix
        escaped = esc_url(address)
        return f"{before}{link(escaped)}{suffix}" if escaped else found[0]

    def web(found: re.Match[str]) -> str:
        address, after = f"http://{found[2]}", ""
        if address[-1] in ".,;:)":
            address, after = address[:-1], address[-1]
        escaped = esc_url(address)
        return f"{found[1]}{link(escaped)}{after}" if escaped else found[0]

    text = _URL.sub(url, f" {text} ")
    text = _WEB.sub(web, text)
    return _EMAIL.sub(r'\1<a href="mailto:\2@\3">\2@\3</a>', text)[1:-1]


def _rel(address: str, hosts: Collection[str], comment: bool) -> str:
    parts = wp_parse_url(lower(address)) or {}
    rel = ["nofollow"] if parts.get("scheme") in {"http", "https"} and parts.get("host") not in hosts else []
    if comment:
        rel.append("ugc")
    return f' rel="{" ".join(rel)}"' if rel else ""


_SEGMENT = re.compile(r"[^>]*>")
_LINK_START = re.compile(r"<a(?:[ \r\n\t]+[^>]+>|>)", re.IGNORECASE)
_INNER_LINK = re.compile(r"<a [^>]+>([^>]+?)</a></a>", re.IGNORECASE)


def _without_links_in_links(html: str) -> str:
    """Links that were links before, once."""
    if "</a></a>" not in lower(html):
        return html
    out: list[str] = []
    place = kept = 0
    while segment := _SEGMENT.match(html, place):
        place = segment.end()
        if html[place : place + 3] not in {"<a ", "<A "}:
            continue
        start = _LINK_START.search(html, max(kept, segment.start()), place)
        inner = _INNER_LINK.match(html, place) if start else None
        if start and inner and start.end() == place:
            out += html[kept:place], inner[1], "</a>"
            place = kept = inner.end()
    out.append(html[kept:])
    return "".join(out)
