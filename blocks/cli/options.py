"""NAME=VALUE from the command line, read as the type that the renderer's option has."""

from __future__ import annotations

import inspect
from collections.abc import Iterable
from pathlib import Path
from typing import Any, Final

from blocks.errors import OptionError, suggestion
from blocks.render.base import Renderer
from blocks.render.formats import check_option_name, kinds_of

_YES: Final = {"yes", "true", "on", "1"}
_NO: Final = {"no", "false", "off", "0"}
_SPELLED: Final[dict[Any, str]] = {bool: "yes|no", int: "N", float: "NUMBER", Path: "PATH"}

_IN_WORDS: Final[dict[Any, str]] = {
    bool: "yes or no",
    int: "a whole number",
    float: "a number",
    type(None): "none",
}


def read_options(chosen: Renderer, pairs: Iterable[str], short: Iterable[str] = ()) -> dict[str, Any]:
    """The options that `NAME=VALUE` texts say; the last one of a name counts, and a bare NAME is NAME=yes.

    `short` are those that were said by options of their own, `--NAME VALUE`; the others count more. OptionError for a
    name that the renderer does not take, and for a value that is not of its type.
    """
    options: dict[str, Any] = {}
    said = [(pair, True) for pair in short] + [(pair, False) for pair in pairs]
    for pair, is_short in said:
        name, equals, text = pair.partition("=")
        name = name.replace("-", "_")
        check_option_name(chosen, name)
        kinds = kinds_of(chosen, name)
        if not can_be_written(kinds):
            raise OptionError(f"the option {name} takes values of Python: blocks.convert(…, {name}=…)")
        if not equals and bool not in kinds:
            raise OptionError(f"the option {name} needs a value: {name}={spelled(kinds)}")
        called = f"--{name.replace('_', '-')}" if is_short else f"the option {name}"
        options[name] = _value(called, text if equals else "yes", kinds)
    return options


def can_be_written(kinds: Iterable[Any]) -> bool:
    """Whether a text can say a value of one of these types, but None."""
    return any(isinstance(kind, str) or kind in (*_SPELLED, str) for kind in kinds)


def spelled(kinds: Iterable[Any]) -> str:
    """What may stand behind the `=`, in short."""
    kinds = tuple(kinds)
    names = {**_SPELLED, str: "PATH" if Path in kinds else "TEXT", type(None): "none"}
    found = [kind if isinstance(kind, str) else names[kind] for kind in kinds if isinstance(kind, str) or kind in names]
    return "|".join(dict.fromkeys(found))


def spelled_default(parameter: inspect.Parameter) -> str:
    """An option's default, as the command line spells it."""
    default = parameter.default
    if isinstance(default, bool):
        return "yes" if default else "no"
    return "none" if default is None else "required" if default is inspect.Parameter.empty else str(default)


def _value(called: str, text: str, kinds: tuple[Any, ...]) -> object:
    for kind in kinds:
        if isinstance(kind, str):
            if text == kind:
                return text
        elif kind is bool:
            if text.lower() in _YES | _NO:
                return text.lower() in _YES
        elif kind is type(None):
            if text.lower() == "none":
                return None
        elif kind in (int, float):
            try:
                return kind(text)
            except ValueError:
                continue
    if str in kinds:
        return text
    words = [kind for kind in kinds if isinstance(kind, str)]
    takes = [*words, *(_IN_WORDS[kind] for kind in kinds if not isinstance(kind, str) and kind in _IN_WORDS)]
    listed = " or ".join([", ".join(takes[:-1]), takes[-1]] if len(takes) > 1 else takes)
    raise OptionError(f"{called} takes {listed}, not {text!r}.{suggestion(text, words)}".removesuffix("."))
