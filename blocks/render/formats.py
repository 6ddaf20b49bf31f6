"""The table of formats. What is not in it is looked for among the installed plugins."""

from __future__ import annotations

import inspect
import sys
import types
import typing
from collections.abc import Callable, Iterable, Mapping
from contextlib import suppress
from functools import lru_cache
from importlib import import_module
from typing import TYPE_CHECKING, Any, Final, Literal, Union

from blocks.errors import OptionError, UnknownFormatError, suggestion
from blocks.model import plugins
from blocks.render.base import Renderer

if TYPE_CHECKING:
    from importlib.metadata import EntryPoint

# format: module, class, what it is
BUILT_IN: Final[dict[str, tuple[str, str, str]]] = {
    "html": ("blocks.render.html", "HtmlRenderer", "HTML, as WordPress prints it"),
    "text": ("blocks.render.text", "TextRenderer", "plain text, to be read"),
    "ndjson": ("blocks.render.digest.records", "NdjsonRenderer", "a line of JSON for a search index"),
    "chunks": ("blocks.render.digest.records", "ChunksRenderer", "its text in pieces by headings, a line of JSON each"),
    "markdown": ("blocks.render.markdown", "MarkdownRenderer", "GitHub Flavored Markdown"),
    "markup": ("blocks.render.markup", "MarkupRenderer", "block markup, as it is in the post or was recovered"),
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
    parameters = _parameters(_function(chosen))
    return {name: parameter for name, parameter in parameters.items() if parameter.kind is parameter.KEYWORD_ONLY}


def _function(chosen: Renderer) -> Callable[..., str]:
    """What `render` runs: the same for all renderers of a class."""
    function: Callable[..., str] = getattr(chosen.render, "__func__", chosen.render)
    return function


@lru_cache(maxsize=64)
def _parameters(render: Callable[..., str]) -> Mapping[str, inspect.Parameter]:
    return inspect.signature(render).parameters


@lru_cache(maxsize=256)
def _type_of(render: Callable[..., str], name: str) -> Any:
    """What an option is annotated with; Any where only type checkers can resolve that.

    A module that does not import what its annotations name, to be quick, has a function `annotated()` that does: it is
    called for an option that needs it, and for no other.
    """
    one = types.SimpleNamespace(__annotations__={name: render.__annotations__.get(name, Any)})
    annotated = getattr(sys.modules.get(render.__module__), "annotated", dict)
    for names in (dict, annotated):
        with suppress(NameError):
            return typing.get_type_hints(one, globalns=render.__globals__, localns=names())[name]
    return Any


def kinds_of(chosen: Renderer, name: str) -> tuple[Any, ...]:
    """The types that an option takes; values of a Literal stand among them as they are."""
    parameter = options_of(chosen).get(name)
    if parameter is None:
        return (str,)
    annotation = _type_of(_function(chosen), name)
    if annotation is Any:
        default = parameter.default
        annotation = str if default is None or default is inspect.Parameter.empty else type(default)
    return tuple(_flat(annotation))


def _flat(annotation: Any) -> Iterable[Any]:
    origin = typing.get_origin(annotation)
    if origin in (Union, types.UnionType):
        for member in typing.get_args(annotation):
            yield from _flat(member)
    elif origin is Literal:
        yield from typing.get_args(annotation)
    else:
        yield annotation


def check_option_name(chosen: Renderer, name: str) -> None:
    """OptionError where the renderer takes no option of that name."""
    parameters = _parameters(_function(chosen)).values()
    known = options_of(chosen)
    if name not in known and not any(parameter.kind is parameter.VAR_KEYWORD for parameter in parameters):
        takes = f"It takes {', '.join(known)}" if known else "It takes none"
        raise OptionError(f"the format {chosen.format} has no option {name!r}.{suggestion(name, known)} {takes}")


def check_options(chosen: Renderer, options: dict[str, object]) -> None:
    """OptionError where the renderer does not take one of `options`, or not such a value of it."""
    for name, value in options.items():
        check_option_name(chosen, name)
        kinds = kinds_of(chosen, name) if name in options_of(chosen) else ()
        if kinds and not any(_is_of_kind(value, kind) for kind in kinds):
            takes = " or ".join(_named(kind) for kind in kinds)
            raise OptionError(f"the option {name} of the format {chosen.format} takes {takes}, not {value!r:.200}")
        if isinstance(value, Mapping) and any(_holds_functions(kind) for kind in kinds):
            for key, function in value.items():
                if not isinstance(key, str) or not callable(function):
                    raise OptionError(
                        f"the option {name} of the format {chosen.format} takes functions by name, "
                        f"not {function!r:.60} for {key!r:.60}"
                    )


def _is_of_kind(value: object, kind: object) -> bool:
    if not isinstance(kind, type):  # a value of a Literal, or an annotation that only type checkers can tell
        origin = typing.get_origin(kind)
        return isinstance(value, Mapping) if origin is Mapping else value == kind or origin is not None
    return isinstance(value, kind) and not (isinstance(value, bool) and kind is int)


def _named(kind: object) -> str:
    if typing.get_origin(kind) is Mapping:
        return "Mapping"
    return kind.__name__ if isinstance(kind, type) else repr(kind)


def _holds_functions(kind: object) -> bool:
    """Whether a type is that of functions by name."""
    return typing.get_origin(kind) is Mapping and typing.get_origin(typing.get_args(kind)[-1]) is Callable
