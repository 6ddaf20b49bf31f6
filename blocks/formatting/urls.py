"""Addresses: cleaned for output (`esc_url()`), and taken apart (`wp_parse_url()`)."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from blocks.formatting.escaping import normalized_references
from blocks.formatting.php.strings import BLANKS, length, lower
from blocks.formatting.protocols import ALLOWED_PROTOCOLS, without_bad_protocol

_STRAY = re.compile(r"[^a-zA-Z0-9\-~+_.?#=!&;,/:%@$|*'()\[\]\x80-\U0010ffff]")
_LINE_END = re.compile(r"%0[aAdD]")
_PHP_FILE = re.compile(r"[a-z0-9-]+\.php", re.IGNORECASE | re.ASCII)


def esc_url(address: str, protocols: Sequence[str] | None = None) -> str:
    """`esc_url()`: an address for an attribute; `""` where its protocol is not allowed.

    Characters that no address has are dropped, `http://` stands before one that names no protocol and no path,
    `&` and `'` are escaped. `protocols` replaces those that WordPress allows.
    """
    return _cleaned(address, tuple(protocols) if protocols is not None else None, True)


def sanitize_url(address: str, protocols: Sequence[str] | None = None) -> str:
    """`sanitize_url()`: the same for storage: nothing is escaped."""
    return _cleaned(address, tuple(protocols) if protocols is not None else None, False)


@lru_cache(maxsize=4096)
def _cleaned(address: str, protocols: tuple[str, ...] | None, for_display: bool) -> str:
    url = _STRAY.sub("", address.lstrip(BLANKS).replace(" ", "%20"))
    if not url:
        return url
    if "%0" in url and lower(url[:7]) != "mailto:":
        url = _without_line_ends(url)
    url = url.replace(";//", "://")
    if ":" not in url and url[:1] not in {"/", "#", "?"} and not _PHP_FILE.match(url):
        url = ("https://" if protocols and protocols[0] == "https" else "http://") + url
    if for_display:
        url = normalized_references(url).replace("&amp;", "&#038;").replace("'", "&#039;")
    if "[" in url or "]" in url:
        url = _with_brackets_encoded(url)
    if url.startswith("/"):
        return url
    good = without_bad_protocol(url, ALLOWED_PROTOCOLS if protocols is None else protocols)
    return good if lower(good) == lower(url) else ""


def _without_line_ends(url: str) -> str:
    """Without `%0d` and `%0a`, those included that come about when others are taken out."""
    if not _LINE_END.search(url):
        return url
    out: list[str] = []
    for character in url:
        if character in "aAdD" and out[-2:] == ["%", "0"]:
            del out[-2:]
        else:
            out.append(character)
    return "".join(out)


def _with_brackets_encoded(url: str) -> str:
    """Brackets behind the host encoded: there they may be an IPv6 address."""
    parts = wp_parse_url(url) or {}
    front = f"{parts['scheme']}://" if "scheme" in parts else "//" if url.startswith("/") else ""
    front += str(parts.get("user", ""))
    if "pass" in parts:
        front += f":{parts['pass']}"
    if "user" in parts or "pass" in parts:
        front += "@"
    front += str(parts.get("host", ""))
    if "port" in parts:
        front += f":{parts['port']}"
    dirty = url.replace(front, "") if front else url
    return url.replace(dirty, dirty.replace("[", "%5B").replace("]", "%5D")) if dirty else url


def wp_parse_url(address: str) -> dict[str, str | int] | None:
    """`wp_parse_url()`: scheme, host, port, user, pass, path, query, fragment, those there; None where it is none."""
    if address.startswith("//"):
        parts = parse_url(f"placeholder:{address}")
        hidden: tuple[str, ...] = ("scheme",)
    elif address.startswith("/"):
        parts = parse_url(f"placeholder://placeholder{address}")
        hidden = ("scheme", "host")
    else:
        return parse_url(address)
    if parts is not None:
        for name in hidden:
            parts.pop(name, None)
    return parts


_SCHEME = re.compile(r"[a-zA-Z0-9+.\-]+\Z")
_QUERY = re.compile(r"[?#]")
_HOST_END = re.compile(r"[/?#]")
_PORT_AHEAD = re.compile(r"[0-9]*")
_PORT = re.compile(r"[ \t\n\v\f\r]*([+-]?[0-9]+)")
_CONTROLS = re.compile(r"[\x00-\x1f\x7f]")
_ORDER = ("scheme", "host", "port", "user", "pass", "path", "query", "fragment")
_LAST_PORT = 65535

Parts = dict[str, str | int]


def parse_url(address: str) -> Parts | None:
    """PHP's `parse_url()`: the parts that stand in an address, in PHP's order; None where it answers false."""
    if address.endswith(":") and _SCHEME.match(address[:-1]):
        return {"scheme": address[:-1]}
    parts: Parts = {}
    rest = _after_the_scheme(address, parts)
    if rest is None:
        return None
    place, has_host = rest
    if has_host:
        end = _authority(address, place, parts)
        if end is None:
            return None
        place = end
        if place == len(address):
            return _in_order(parts)
    tail, hash_sign, fragment = address[place:].partition("#")
    path, question, query = tail.partition("?")
    if hash_sign:
        parts["fragment"] = fragment
    if question:
        parts["query"] = query
    if path or place == len(address):
        parts["path"] = path
    return _in_order(parts)


def _in_order(parts: Parts) -> Parts:
    return {
        name: _CONTROLS.sub("_", value) if isinstance(value := parts[name], str) else value
        for name in _ORDER
        if name in parts
    }


def _after_the_scheme(address: str, parts: Parts) -> tuple[int, bool] | None:
    """Where the rest begins, and whether it begins with a host; None where PHP gives up."""
    colon = address.find(":")
    slashes = 2 if address.startswith("//") else 0
    if colon < 0:
        return slashes, slashes > 0
    if colon == 0:
        return _port_first(address, colon, parts)
    scheme = address[:colon]
    if not _SCHEME.match(scheme):
        if colon + 1 < len(address) and not _QUERY.search(scheme):
            return _port_first(address, colon, parts)
        return slashes, slashes > 0
    return _with_scheme(address, colon, parts)


def _with_scheme(address: str, colon: int, parts: Parts) -> tuple[int, bool] | None:
    scheme, after = address[:colon], address[colon + 1 :]
    if not after.startswith("/"):
        digits = _PORT_AHEAD.match(after)
        count = digits.end() if digits else 0
        if count < 6 and (count == len(after) or after[count] == "/"):
            return _port_first(address, colon, parts)
    parts["scheme"] = scheme
    if not after.startswith("//"):
        return colon + 1, False
    place = colon + 3
    if lower(scheme) == "file" and address[place : place + 1] == "/":
        return (place + 1 if address[place + 2 : place + 3] == ":" else place), False
    return place, True


def _port_first(address: str, colon: int, parts: Parts) -> tuple[int, bool] | None:
    """The rest of an address that names a port and no scheme, `example.org:80/`; None where that is no port."""
    digits = _PORT_AHEAD.match(address, colon + 1)
    end = digits.end() if digits else colon + 1
    count = end - colon - 1
    slashes = 2 if address.startswith("//") else 0
    if 0 < count < 6 and (end == len(address) or address[end] == "/"):
        port = int(address[colon + 1 : end])
        if port > _LAST_PORT:
            return None
        parts["port"] = port
        return slashes, True
    if count == 0 and end == len(address):
        return None
    return slashes, slashes > 0


def _authority(address: str, place: int, parts: Parts) -> int | None:
    """Takes user, password, host and port off an address; where they end, or None where there is no host."""
    found = _HOST_END.search(address, place)
    end = found.start() if found else len(address)
    at = address.rfind("@", place, end)
    if at >= 0:
        user, colon, password = address[place:at].partition(":")
        parts["user"] = user
        if colon:
            parts["pass"] = password
        place = at + 1
    host_end = end
    is_ipv6 = address[place : place + 1] == "[" and address[end - 1 : end] == "]"
    colon_place = -1 if is_ipv6 else address.rfind(":", place, end)
    if colon_place >= 0:
        host_end = colon_place
        spelled = address[colon_place + 1 : end]
        if not parts.get("port") and spelled:
            port = _PORT.match(spelled)
            if length(spelled) > 5 or port is None or not 0 <= int(port[1]) <= _LAST_PORT:
                return None
            parts["port"] = int(port[1])
    if host_end <= place:
        return None
    parts["host"] = address[place:host_end]
    return end
