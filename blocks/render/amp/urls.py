"""Addresses that AMP's validator takes in attributes and in CSS."""

from __future__ import annotations

import re
from typing import Final

from blocks.render.amp.rules import words

WEB: Final = words("http https")
IMAGE: Final = words("http https data")
LINK: Final = words(
    "http https ftp mailto tel sms geo maps bip bbmi chrome itms-services facetime fb-me fb-messenger feed intent line "
    "skype snapchat tg threema twitter viber webcal whatsapp"
)

_IGNORED = re.compile(r"[\t\n\r]")  # a URL parser takes them off wherever they stand
_SCHEME = re.compile(r"([^/?#:]*):")
_AUTHORITY = re.compile(
    r"[/\\]{2}(?:[^/?#\\@]*@)?(?:\[[0-9a-fA-F:.]+\]|(?!\.)(?:[\w~-]|\.(?!\.))+)(?::[0-9]{1,5})?(?=[/?#\\]|\Z)"
)
_OUTER = "".join(map(chr, range(33)))


def scheme_of(address: str) -> str:
    """The scheme in lower case, empty for a relative address."""
    scheme = _SCHEME.match(_bare(address))
    return scheme[1].lower() if scheme else ""


def is_valid(address: str, schemes: frozenset[str], *, empty: bool = False, relative: bool = True) -> bool:
    """Whether an address may stand where these schemes may. Stricter than the validator in what nobody writes."""
    bare = _bare(address)
    if not bare:
        return empty
    if "__amp_source_origin" in bare:
        return False
    scheme = _SCHEME.match(bare)
    if scheme is None:
        if not relative:
            return False
        return not bare.startswith(("//", "\\\\", "/\\", "\\/")) or bool(_AUTHORITY.match(bare))
    if scheme[1].lower() not in schemes:
        return False
    rest = bare[scheme.end() :]
    if scheme[1].lower() in ("http", "https", "ftp"):
        return bool(_AUTHORITY.match(rest))
    return True


def secure(address: str) -> str:
    """`address`, by https where it says http."""
    bare = _bare(address)
    return "https" + bare[4:] if scheme_of(bare) == "http" else bare


def _bare(address: str) -> str:
    return _IGNORED.sub("", address).strip(_OUTER)
