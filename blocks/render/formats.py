"""The table of formats. What is not in it is looked for among the installed plugins."""

from __future__ import annotations

import inspect
from importlib import import_module
from typing import TYPE_CHECKING, Final

from blocks.errors import OptionError, UnknownFormatError, suggestion
from blocks.model import plugins
from blocks.render.base import Renderer

if TYPE_CHECKING:
    from importlib.metadata import EntryPoint

# format: module, class, what it is
BUILT_IN: Final[dict[str, tuple[str, str, str]]] = {
    "html": ("blocks.render.html", "HtmlRenderer", "HTML: the saved markup, delimiters taken off"),
    "text": ("blocks.render.text", "TextRenderer", "plain text, to be read"),
    "amp": ("blocks.render.amp", "AmpRenderer", "an AMP page that the official validator passes"),
}


def formats() -> dict[str, str]:
    """The formats there are, built in and installed, each with a line about it. No plugin is imported."""
    known = {name: about for name, (_, _, about) in BUILT_IN.items()}
    for entry_point in plugins.installed(plugins.RENDERERS):
        known.setdefault(entry_point.name, f"from the plugin {plugins.distribution(entry_point)}")
    return known


def renderer(name: str) -> Renderer:
    """The renderer of a format. UnknownFormatError where there is none; PluginError where a plugin is broken."""
    if name in BUILT_IN:
        module, class_name, _ = BUILT_IN[name]
        made: Renderer = getattr(import_module(module), class_name)()
        return made
    found = plugins.installed(plugins.RENDERERS, name)
    if len(found) > 1:
        others = " and ".join(plugins.distribution(entry_point) for entry_point in found[1:])
        raise plugins.broken(found[0], f"is not the only one of that name: so does {others} call one")
    if found:
        return _from_plugin(found[0])
    known = formats()
    raise UnknownFormatError(
        f"there is no format {name!r}.{suggestion(name, known)} Known: {', '.join(known)}; "
        f"a plugin adds one by an entry point of the group {plugins.RENDERERS!r}"
    )


def _from_plugin(entry_point: EntryPoint) -> Renderer:
    loaded = plugins.load(entry_point)
    try:
        made = loaded() if isinstance(loaded, type) else loaded
    except Exception as error:
        raise plugins.broken(entry_point, f"cannot be made: {type(error).__name__}: {error}") from error
    if not isinstance(made, Renderer):
        raise plugins.broken(
            entry_point, "is no renderer: it needs an attribute `format` and a method `render(document, context, /)`"
        )
    return made


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
            takes = f"It takes {', '.join(known)}" if known else "It takes none"
            raise OptionError(f"the format {chosen.format} has no option {name!r}.{suggestion(name, known)} {takes}")
