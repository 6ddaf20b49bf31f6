"""Sites whose addresses say what AMP can show of them: components of their own, else the frame of their player.

An address is recognised by itself, without a network. What goes into an attribute has matched a strict pattern.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Final

from blocks.render.amp.attributes import Values
from blocks.render.amp.players.addresses import Address, parsed

Size = tuple[int, int] | int
"""The width and height of what keeps its ratio, or the height alone, in pixels."""
More = Callable[[Address, Mapping[str, str]], Values | None]
"""Given an address and what was found in its path: further attributes, None where the address is none after all."""

FILM: Final = (16, 9)


@dataclass(frozen=True, slots=True)
class Provider:
    """A kind of page of a site, and what shows it."""

    name: str
    hosts: tuple[str, ...]
    """Hosts without `www.`; one that begins with `*.` stands for every host below."""
    path: str
    """A pattern for the whole of the path; it is made when an address of the host is first asked about."""
    component: str
    values: Mapping[str, str]
    """Attributes of the component; `{id}` is what `path` finds under that name."""
    size: Size
    asks: Mapping[str, str]
    """What the query of the address must say, as patterns; it is found under its name as well."""
    more: More | None


@dataclass(frozen=True, slots=True)
class Shown:
    """What shows the thing at an address: a component with its attributes, without a layout."""

    name: str
    component: str
    values: Values
    size: Size


def provider(
    name: str,
    hosts: str,
    path: str,
    component: str,
    values: Mapping[str, str],
    size: Size = FILM,
    asks: Mapping[str, str] | None = None,
    more: More | None = None,
) -> Provider:
    """A provider as the tables have it: hosts with blanks between them."""
    return Provider(name, tuple(hosts.split()), path, component, values, size, asks or {}, more)


def frame_of(
    name: str,
    hosts: str,
    path: str,
    source: str,
    size: Size = FILM,
    asks: Mapping[str, str] | None = None,
    more: More | None = None,
) -> Provider:
    """A provider whose player is a frame at the address `source`."""
    return provider(name, hosts, path, "amp-iframe", {"src": source}, size, asks, more)


def recognised(address: str) -> Shown | None:
    """What shows the thing at an address, None where no provider knows it."""
    parts = parsed(address)
    return _recognised(parts) if parts is not None else None


def _recognised(parts: Address) -> Shown | None:
    for known in _candidates(parts.host):
        found = _pattern(known.path).fullmatch(parts.path)
        if found is None:
            continue
        groups = found.groupdict("")
        for name, pattern in known.asks.items():
            if _pattern(pattern).fullmatch(parts.query.get(name, "")) is None:
                break
            groups[name] = parts.query[name]
        else:
            more = known.more(parts, groups) if known.more is not None else {}
            if more is not None:
                values: Values = {name: value.format_map(groups) for name, value in known.values.items()}
                component = known.component
                if "src" in more:  # what only a frame can show
                    values, component = {}, "amp-iframe"
                return Shown(known.name, component, values | more, known.size)
    return None


def _candidates(host: str) -> list[Provider]:
    by_host = _by_host()
    found = by_host.get(host)
    if found is None:
        below = host.partition(".")[2]
        found = by_host.get(f"*.{below}", [])
    return found


@cache
def _pattern(text: str) -> re.Pattern[str]:
    return re.compile(text, re.ASCII)


@cache
def _by_host() -> dict[str, list[Provider]]:
    by_host: dict[str, list[Provider]] = {}
    for known in providers():
        for host in known.hosts:
            by_host.setdefault(host, []).append(known)
    return by_host


def providers() -> tuple[Provider, ...]:
    """Every provider, in the order in which they are asked."""
    from blocks.render.amp.players.components import COMPONENTS
    from blocks.render.amp.players.frames_of_sites import FRAMES

    return (*COMPONENTS, *FRAMES)
