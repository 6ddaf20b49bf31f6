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
_WITH_HOST = words("http https ftp")
_TO_HOST = words(r"// \\ /\ \/")
_OUTER = "".join(map(chr, range(33)))


def scheme_of(address: str) -> str:
    """The scheme in lower case, empty for a relative address."""
    scheme = _SCHEME.match(_bare(address))
    return scheme[1].lower() if scheme else ""


def is_valid(address: str, schemes: frozenset[str], *, empty: bool = False, relative: bool = True) -> bool:
    """Whether an address may stand where these schemes may. Stricter than the validator in what nobody writes."""
    bare = _bare(address)
    scheme = _SCHEME.match(bare)
    if not bare or "__amp_source_origin" in bare:
        return empty and not bare
    if scheme is None:
        return relative and (bare[:2] not in _TO_HOST or bool(_AUTHORITY.match(bare)))
    name = scheme[1].lower()
    return name in schemes and (name not in _WITH_HOST or bool(_AUTHORITY.match(bare, scheme.end())))


def secure(address: str) -> str:
    """`address`, by https where it says http."""
    bare = _bare(address)
    return "https" + bare[4:] if scheme_of(bare) == "http" else bare


def _bare(address: str) -> str:
    return _IGNORED.sub("", address).strip(_OUTER)
