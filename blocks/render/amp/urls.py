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
    r"[/\\]{2}(?:[^/?#\\@]*@)?(?:\[[0-9a-fA-F:.]+\]|(?!\.)(?:[\w-]|\.(?!\.))+)(?::[0-9]{1,5})?(?=[/?#\\]|\Z)"
)
_WITH_HOST = words("http https ftp")
_TO_HOST = words(r"// \\ /\ \/")
_OUTER = "".join(map(chr, range(33)))


def scheme_of(address: str) -> str:
    """The scheme in lower case, empty for a relative address."""
    scheme = _SCHEME.match(bare(address))
    return scheme[1].lower() if scheme else ""


def is_valid(address: str, schemes: frozenset[str], *, empty: bool = False, relative: bool = True) -> bool:
    """Whether an address may stand where these schemes may. Stricter than the validator in what nobody writes."""
    clean = bare(address)
    scheme = _SCHEME.match(clean)
    if not clean or "__amp_source_origin" in clean:
        return empty and not clean
    if scheme is None:
        return relative and (clean[:2] not in _TO_HOST or bool(_AUTHORITY.match(clean)))
    name = scheme[1].lower()
    return name in schemes and (name not in _WITH_HOST or bool(_AUTHORITY.match(clean, scheme.end())))


def secure(address: str) -> str:
    """`address`, by https where it says http."""
    clean = bare(address)
    return "https" + clean[4:] if scheme_of(clean) == "http" else clean


def bare(address: str) -> str:
    """An address without the blanks that a URL parser takes off it."""
    return _IGNORED.sub("", address).strip(_OUTER)
