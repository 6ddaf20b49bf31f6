"""Addresses of players and of the pages that show them, in parts."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final
from urllib.parse import parse_qsl, quote

LONGEST: Final = 2000
"""Longer addresses are no page's that could be embedded."""

_PARTS = re.compile(
    r"(?:https?:)?//([a-z0-9.-]{1,253})(?::(?:80|443))?(/[^?#\s]*)?(?:\?([^#\s]*))?(?:#(\S*))?\Z",
    re.ASCII | re.IGNORECASE,
)
_SAME_SITE = re.compile(r"\A(?:www|m|mobile|web|touch)\.")
_TIME = re.compile(r"(?:(\d{1,3})h)?(?:(\d{1,4})m)?(?:(\d{1,6})s?)?\Z", re.ASCII)


@dataclass(frozen=True, slots=True)
class Address:
    """A web address in parts: `host` is in lower case and without `www.` or `m.`, `path` begins with `/`."""

    host: str
    path: str
    query: Mapping[str, str]
    """What the address asks, by name; of values of one name the first."""
    hash: str
    """What stands behind `#`."""

    def asked(self, name: str, pattern: str) -> str | None:
        """What the address asks under `name`, where the whole of it is as `pattern` says."""
        value = self.query.get(name, "")
        return value if re.fullmatch(pattern, value, re.ASCII) else None

    def asks(self, name: str) -> bool:
        """Whether the address says yes to something."""
        return self.query.get(name) in ("1", "true")

    def seconds(self, *names: str) -> str | None:
        """Where a film shall start: `90`, `90s` or `1h2m3s` under one of the names, in the query or behind `#`."""
        for name in names:
            said = self.query.get(name) or (self.hash[len(name) + 1 :] if self.hash.startswith(f"{name}=") else "")
            found = _TIME.match(said) if said else None
            if found and (total := int(found[1] or 0) * 3600 + int(found[2] or 0) * 60 + int(found[3] or 0)):
                return str(total)
        return None


def parsed(address: str) -> Address | None:
    """The parts of an address by http or https, None for any other."""
    address = address.strip()
    found = _PARTS.match(address) if len(address) <= LONGEST else None
    if found is None:
        return None
    host, path, query, hash = found.groups()
    query_parts = parse_qsl(query, keep_blank_values=True) if query else []
    return Address(_SAME_SITE.sub("", host.lower(), count=1), path or "/", dict(reversed(query_parts)), hash or "")


def quoted(text: str) -> str:
    """A text as a value in the query of an address."""
    return quote(text, safe="")
