"""The table of formats. What is not in it is looked for among the installed plugins."""

from __future__ import annotations

import inspect
from importlib import import_module, metadata
from typing import Final

from blocks.errors import OptionError, PluginError, UnknownFormatError, suggestion
from blocks.model.registry import load_entry_point
from blocks.render.base import Renderer

ENTRY_POINTS = "blocks.renderers"

# format: module, class, what it is
BUILT_IN: Final[dict[str, tuple[str, str, str]]] = {
    "html": ("blocks.render.html", "HtmlRenderer", "HTML: the saved markup, delimiters taken off"),
    "text": ("blocks.render.text", "TextRenderer", "plain text, to be read"),
    "amp": ("blocks.render.amp", "AmpRenderer", "an AMP page that the official validator passes"),
}


def formats() -> dict[str, str]:
    """The formats there are, built in and installed, each with a line about it. No plugin is imported."""
    known = {name: about for name, (_, _, about) in BUILT_IN.items()}
    for entry_point in metadata.entry_points(group=ENTRY_POINTS):
        distribution = f" of {entry_point.dist.name} {entry_point.dist.version}" if entry_point.dist else ""
        known.setdefault(entry_point.name, f"from the plugin {entry_point.value}{distribution}")
    return known


def renderer(name: str) -> Renderer:
    """The renderer of a format. UnknownFormatError where there is none; PluginError where a plugin is broken."""
    if name in BUILT_IN:
        module, class_name, _ = BUILT_IN[name]
        made: Renderer = getattr(import_module(module), class_name)()
        return made
    for entry_point in metadata.entry_points(group=ENTRY_POINTS, name=name):
        loaded = load_entry_point(entry_point, "renderer")
        made_by_plugin = loaded() if isinstance(loaded, type) else loaded
        if not isinstance(made_by_plugin, Renderer):
            raise PluginError(
                f"the renderer {name!r} from {entry_point.value!r} is no renderer: "
                "it needs an attribute `format` and a method `render(document, context)`"
            )
        return made_by_plugin
    known = formats()
    raise UnknownFormatError(
        f"there is no format {name!r}.{suggestion(name, known)} Known: {', '.join(known)}; "
        f"a plugin adds one by an entry point of the group {ENTRY_POINTS!r}"
    )


def options_of(chosen: Renderer) -> dict[str, inspect.Parameter]:
    """The options that a renderer takes: the keyword-only parameters of its `render`."""
    parameters = inspect.signature(chosen.render).parameters
    return {name: parameter for name, parameter in parameters.items() if parameter.kind is parameter.KEYWORD_ONLY}


def check_options(chosen: Renderer, options: dict[str, object]) -> None:
    """OptionError where the renderer does not take one of `options`."""
    parameters = inspect.signature(chosen.render).parameters.values()
    if any(parameter.kind is parameter.VAR_KEYWORD for parameter in parameters):
        return
    known = options_of(chosen)
    for name in options:
        if name not in known:
            takes = f"it takes {', '.join(known)}" if known else "it takes none"
            raise OptionError(f"the format {chosen.format} has no option {name!r}.{suggestion(name, known)} ({takes})")
