"""What the PHP in a pattern's file prints, read without PHP: texts, and addresses of the theme and the site.

    printed(" esc_html_e( 'Hello', 'mine' ); ", False, addresses)                                  # 'Hello'
    printed(" echo esc_url( get_template_directory_uri() . '/a.png' ); ", False, addresses)        # the address

Understood are literals, `.`, and calls of the functions below; no variable, no condition.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Final, NamedTuple

from blocks.formatting.escaping import esc_attr, esc_html
from blocks.formatting.kses import wp_kses_post
from blocks.formatting.php.printf import sprintf
from blocks.formatting.urls import esc_url

_DEEPEST: Final = 16  # calls in calls
_LONGEST: Final = 100_000  # characters that one sprintf() may add
_TOKEN: Final = re.compile(
    r"""(?:\s++|/\*.*?\*/|(?://|\#)[^\n]*+)
        |'(?P<single>(?:[^'\\]|\\.)*+)'
        |"(?P<double>(?:[^"\\$]|\\[^0-7xuvef])*+)"
        |(?P<name>[A-Za-z_]\w*+)
        |(?P<sign>[().,;])""",
    re.VERBOSE | re.DOTALL,
)
_ESCAPED: Final = re.compile(r"\\(['\\])")
_DOUBLE_ESCAPED: Final = re.compile(r"\\([nrt\\\"$])")
_ESCAPES: Final = {"n": "\n", "r": "\r", "t": "\t"}
_PRINTS: Final = {
    "_e": "__",
    "_ex": "_x",
    "esc_html_e": "esc_html__",
    "esc_attr_e": "esc_attr__",
    "printf": "sprintf",
}


class Addresses(NamedTuple):
    """Where a site is (`home_url()`), WordPress's files (`site_url()`), and the theme's folder; no slash at the end."""

    home: str = ""
    site: str = ""
    theme: str = ""


ADDRESS: Final = re.compile(
    r"(?:get_(?:template|stylesheet)_directory|get_(?:parent_)?theme_file)_uri|(?:home|site)_url"
)
"""What code holds that asks for one of the addresses."""


class _Call:
    """A call that is read: its name (empty for parentheses and the statement itself), its arguments so far."""

    __slots__ = ("arguments", "name", "parts", "wants")

    def __init__(self, name: str) -> None:
        self.name = name
        self.arguments: list[str] = []
        self.parts: list[str] = []
        self.wants = True  # an operand; else what stands between two

    def end_argument(self, *, last: bool) -> bool:
        """Note that an argument is whole; False where there is none."""
        if self.parts and not self.wants:
            self.arguments.append("".join(self.parts))
        elif not last or self.parts:
            return False
        self.parts, self.wants = [], True
        return True


def printed(code: str, is_echo: bool, addresses: Addresses) -> str | None:
    """What code between `<?php` (`is_echo`: `<?=`) and `?>` prints, None where it is not understood."""
    out: list[str] = []
    calls: list[_Call] = []
    name = ""
    end = 0
    while end < len(code):
        found = _TOKEN.match(code, end)
        if found is None:
            return None
        end = found.end()
        kind = found.lastgroup
        if kind is None:
            continue
        if not calls:
            calls.append(_Call("echo" if is_echo else ""))
            is_echo = False
            if kind == "name" and found[0].lower() == "echo" and not calls[0].name:
                calls[0].name = "echo"
                continue
        if name and found[0] != "(":
            return None
        if kind == "name":
            name = found[0].lower()
        elif kind == "sign":
            if found[0] == ";" and not _ended(calls, out):
                return None
            if found[0] != ";" and not _signed(found[0], name, calls, addresses):
                return None
            name = ""
        elif not (calls[-1].name or len(calls) > 1) or not _taken(calls[-1], _literal(found)):
            return None
    return "".join(out) if not name and _ended(calls, out) else None


def _ended(calls: list[_Call], out: list[str]) -> bool:
    """Note what the statement prints; False where it is not whole."""
    if calls:
        statement = calls.pop()
        if calls or not statement.end_argument(last=not statement.arguments and not statement.name):
            return False
        out += statement.arguments
    return True


def _signed(sign: str, name: str, calls: list[_Call], addresses: Addresses) -> bool:
    """Do what a sign says, of which `name` is a call's where it is `(`; False where it has no meaning there."""
    call = calls[-1]
    if sign == "(":
        return _opened(name, calls)
    if sign == ".":
        may = not call.wants and (bool(call.name) or len(calls) > 1)
        call.wants = True
        return may
    if sign == ",":
        return bool(call.name) and call.end_argument(last=False)
    if len(calls) == 1 or not call.end_argument(last=bool(call.name)):
        return False
    calls.pop()
    value = _called(call, addresses)
    return value is not None and _taken(calls[-1], value)


def _opened(name: str, calls: list[_Call]) -> bool:
    """Begin a call; False where none can stand, or where it is a statement that prints nothing."""
    call = calls[-1]
    is_first = len(calls) == 1 and not call.parts and not call.arguments
    may_print = is_first and not (call.name and name == "printf")
    may = may_print if name in _PRINTS else bool(call.name) or not is_first
    if not may or not call.wants or len(calls) > _DEEPEST or name == "echo":
        return False
    calls.append(_Call(_PRINTS.get(name, name)))
    return True


def _taken(call: _Call, operand: str) -> bool:
    """Take an operand; False where none can stand."""
    may, call.wants = call.wants, False
    call.parts.append(operand)
    return may


def _called(call: _Call, addresses: Addresses) -> str | None:
    """What a call gives; None where there is no such function, or not of so many arguments."""
    name, given = call.name, call.arguments
    if not name:
        return given[0]
    if name == "sprintf":
        longest = max(map(len, given), default=0)
        return sprintf(*given) if given and given[0].count("%") * longest <= _LONGEST else None
    if name in _TEXTS and given:
        least, most, function = _TEXTS[name]
        return function(given[0]) if least <= len(given) <= most else None
    if name in _ADDRESSES and len(given) <= 1:
        base = getattr(addresses, _ADDRESSES[name])
        if name.endswith("directory_uri"):
            return None if given else base
        path = given[0] if given else ""
        bare = path.lstrip("/")
        return f"{base}/{bare}" if bare or (path and name.endswith("url")) else base
    return None


def _literal(found: re.Match[str]) -> str:
    if found["single"] is not None:
        return _ESCAPED.sub(r"\1", found["single"])
    return _DOUBLE_ESCAPED.sub(lambda one: _ESCAPES.get(one[1], one[1]), found["double"])


_TEXTS: Final[dict[str, tuple[int, int, Callable[[str], str]]]] = {
    "__": (1, 2, str),
    "_x": (2, 3, str),
    "esc_html__": (1, 2, esc_html),
    "esc_attr__": (1, 2, esc_attr),
    "esc_html_x": (2, 3, esc_html),
    "esc_attr_x": (2, 3, esc_attr),
    "esc_html": (1, 1, esc_html),
    "esc_attr": (1, 1, esc_attr),
    "esc_url": (1, 1, esc_url),
    "wp_kses_post": (1, 1, wp_kses_post),
}
"""Functions of texts: how many arguments they take, and what they do with the first."""
_ADDRESSES: Final = {
    "get_template_directory_uri": "theme",
    "get_stylesheet_directory_uri": "theme",
    "get_theme_file_uri": "theme",
    "get_parent_theme_file_uri": "theme",
    "home_url": "home",
    "site_url": "site",
}
