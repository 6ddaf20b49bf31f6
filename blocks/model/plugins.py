"""Plugins: what other distributions say by entry points, and what is told of one that is broken.

    [project.entry-points."blocks.library"]       a namespace = the module that declares its block types
    [project.entry-points."blocks.renderers"]     a format = the class of its renderer
    [project.entry-points."blocks.sources"]       a source = the function that reads it

A plugin is imported when its namespace, its format or its source is first asked for.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from blocks.errors import PluginError

if TYPE_CHECKING:
    from importlib.metadata import EntryPoint

LIBRARIES: Final = "blocks.library"
RENDERERS: Final = "blocks.renderers"
SOURCES: Final = "blocks.sources"

_WHAT: Final = {LIBRARIES: "block library", RENDERERS: "renderer", SOURCES: "source"}


def installed(group: str, name: str | None = None) -> list[EntryPoint]:
    """The entry points of a group, all of them or those of one name. Imports none."""
    from importlib.metadata import entry_points

    return list(entry_points(group=group) if name is None else entry_points(group=group, name=name))


def load(entry_point: EntryPoint) -> object:
    """What an entry point names. PluginError where that cannot be imported."""
    try:
        return entry_point.load()
    except (Exception, SystemExit) as error:
        raise broken(entry_point, f"cannot be imported: {type(error).__name__}: {error}") from error


def broken(entry_point: EntryPoint, reason: str) -> PluginError:
    """The error that names a plugin, its distribution and what is wrong with it."""
    return PluginError(
        f"the {_WHAT[entry_point.group]} {entry_point.name!r} ({entry_point.value}) of the distribution "
        f"{distribution(entry_point)} {reason}. Repair or uninstall that distribution"
    )


def distribution(entry_point: EntryPoint) -> str:
    """Name and version of the distribution that an entry point came with."""
    return f"{entry_point.dist.name} {entry_point.dist.version}" if entry_point.dist else "(unknown)"
