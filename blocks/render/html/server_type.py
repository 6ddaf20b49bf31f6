"""Block types as WordPress's server registers them: attributes with their defaults, supports, contexts, selectors.

They are made of the types that the library declares; what the editor alone needs is not among it, and the supports
imply attributes by rules that differ from the editor's.
"""

from __future__ import annotations

from collections.abc import Mapping
from copy import deepcopy
from functools import lru_cache, partial
from typing import Any, Final

from blocks.formatting.php import get, is_true
from blocks.fragment import RichText
from blocks.model.block import Block
from blocks.model.field import Field
from blocks.model.fields import fields_of
from blocks.model.registry import Registry
from blocks.model.supports import SUPPORTED
from blocks.render.html.values import is_valid

Attributes = dict[str, Any]
Json = Any

# What block.json says and the library does not declare, since the editor's tree does not depend on it.
INTERACTIVE: Final = frozenset(
    (
        "core/accordion",
        "core/accordion-heading",
        "core/accordion-item",
        "core/accordion-panel",
        "core/file",
        "core/image",
        "core/navigation",
        "core/query",
        "core/search",
        "core/terms-query",
    )
)
_LIMITS: Final[dict[tuple[str, str], dict[str, Any]]] = {
    ("core/gallery", "columns"): {"minimum": 1, "maximum": 8},
    ("core/latest-comments", "commentsToShow"): {"minimum": 1, "maximum": 100},
    ("core/tag-cloud", "numberOfTags"): {"minimum": 1, "maximum": 100},
}
# Whole numbers are `number` in block.json, but for these.
_NUMBERS: Final = {"integer": "number"}
_INTEGERS: Final = frozenset(
    (("core/calendar", "month"), ("core/calendar", "year"), ("core/page-list", "parentPageID"))
)

_OBJECT: Final = {"type": "object"}
_STRING: Final = {"type": "string"}
_ALIGN: Final = {"type": "string", "enum": ["left", "center", "right", "wide", "full", ""]}

# Names that the server registers beside the editor's types: attributes and supports. Which draws them is in `rules.py`.
_OTHERWISE_REGISTERED: Final[dict[str, tuple[dict[str, dict[str, Any]], dict[str, Any]]]] = {
    "core/legacy-widget": (
        {"id": _STRING, "idBase": _STRING, "instance": _OBJECT},
        {"html": False, "customClassName": False, "reusable": False},
    ),
    "core/post-comments": (
        {"textAlign": _STRING},
        {
            "html": False,
            "align": ["wide", "full"],
            "typography": {
                "fontSize": True,
                "lineHeight": True,
                "__experimentalFontStyle": True,
                "__experimentalFontWeight": True,
                "__experimentalLetterSpacing": True,
                "__experimentalTextTransform": True,
            },
            "color": {"gradients": True, "link": True},
            "inserter": False,
        },
    ),
    "core/widget-group": (
        {"title": _STRING},
        {"html": False, "inserter": True, "customClassName": True, "reusable": False},
    ),
}


class ServerType:
    """A registered block type (`WP_Block_Type`).

    `attributes` are schemas by name: `type`, and where they are said `default`, `enum`, `items`, `source`, `selector`,
    `attribute`. The other members are block.json's.
    """

    __slots__ = ("attributes", "block_type", "is_interactive", "name", "provides_context", "selectors", "supports",
                 "uses_context")  # fmt: skip

    def __init__(self, name: str, block_type: type[Block]) -> None:
        self.name = name
        self.block_type = block_type
        otherwise = _OTHERWISE_REGISTERED.get(name)
        self.supports: Mapping[str, Any] = block_type.supports if otherwise is None else otherwise[1]
        self.selectors: Mapping[str, Any] = block_type.block_json.selectors
        self.uses_context = block_type.block_json.uses_context
        self.provides_context = block_type.block_json.provides_context
        self.is_interactive = name in INTERACTIVE
        declared = _declared(name, block_type) if otherwise is None else dict(otherwise[0])
        self.attributes = _with_implied(declared, self.supports)

    def support(self, *path: str) -> Json:
        """What `supports` says at `path`, None where nothing."""
        return get(self.supports, *path)

    def has_support(self, *path: str, default: bool = False) -> bool:
        """Whether a feature is supported (`block_has_support()`): true, or told in detail."""
        return _has_support(self.supports, *path, default=default)

    def skips_serialization(self, feature: str, part: str | None = None) -> bool:
        """Whether the block prints a feature itself (`wp_should_skip_block_supports_serialization()`)."""
        said = get(self.supports, feature, "__experimentalSkipSerialization")
        return part in said if isinstance(said, list | tuple) else is_true(said)

    def prepare(self, attributes: Mapping[str, Any]) -> Attributes:
        """The attributes to draw with (`prepare_attributes_for_render()`): invalid ones fall back on their defaults."""
        prepared = {
            name: value
            for name, value in attributes.items()
            if name not in self.attributes or is_valid(value, self.attributes[name])
        }
        for name, schema in self.attributes.items():
            if schema.get("default") is not None and name not in prepared:
                default = schema["default"]
                prepared[name] = deepcopy(default) if isinstance(default, dict | list) else default
        return prepared


def _has_support(supports: Mapping[str, Any], *path: str, default: bool = False) -> bool:
    said = get(supports, *path)
    if said is None:
        said = default
    return said is True or isinstance(said, dict | list | tuple)


def _declared(name: str, block_type: type[Block]) -> dict[str, dict[str, Any]]:
    inherited = set(SUPPORTED.values())
    return {one.key: _schema(name, one) for one in fields_of(block_type).values() if one not in inherited}


def _with_implied(declared: dict[str, dict[str, Any]], supports: Mapping[str, Any]) -> dict[str, dict[str, Any]]:
    declared.setdefault("lock", _OBJECT)
    declared.setdefault("metadata", _OBJECT)
    for key, schema in _implied(supports).items():
        declared.setdefault(key, schema)
    return declared


def _schema(name: str, field: Field) -> dict[str, Any]:
    kinds = field.types if (name, field.key) in _INTEGERS else [_NUMBERS.get(kind, kind) for kind in field.types]
    schema: dict[str, Any] = {"type": kinds[0] if len(kinds) == 1 else list(kinds)}
    if not field.types:
        schema["type"] = None
    if field.has_default and field.default is not None:
        schema["default"] = field.default.html if isinstance(field.default, RichText) else field.default
    if field.enum is not None:
        schema["enum"] = list(field.enum)
    if field.items is not None:
        schema["items"] = {"type": _NUMBERS.get(field.items, field.items)}
    for key in ("source", "selector", "attribute"):
        if getattr(field, key) is not None:
            schema[key] = getattr(field, key)
    return schema | _LIMITS.get((name, field.key), {})


def _implied(supports: Mapping[str, Any]) -> dict[str, dict[str, Any]]:
    """The attributes that supports imply, in WordPress's order (`WP_Block_Supports::register_attributes()`)."""
    has = partial(_has_support, supports)
    color, typography = supports.get("color"), supports.get("typography")
    has_text, has_background = _colors(color)
    gradients = is_true(get(color, "gradients"))
    link = any(is_true(get(color, key)) for key in ("link", "button", "heading"))
    typographic = isinstance(typography, Mapping) and any(is_true(typography.get(key)) for key in _TYPOGRAPHY)
    border_color = supports.get("__experimentalBorder") is True or has("__experimentalBorder", "color")
    styled = has_text or has_background or gradients or link or typographic or any(map(has, _STYLED))
    styled = styled or has("filter", "duotone")
    implied: dict[str, tuple[bool, dict[str, Any]]] = {
        "align": (has("align"), _ALIGN),
        "className": (has("customClassName", default=True), _STRING),
        "style": (styled, _OBJECT),
        "backgroundColor": (has_background, _STRING),
        "textColor": (has_text, _STRING),
        "gradient": (gradients, _STRING),
        "fontSize": (is_true(get(typography, "fontSize")), _STRING),
        "fontFamily": (is_true(get(typography, "__experimentalFontFamily")), _STRING),
        "borderColor": (border_color, _STRING),
        "layout": (has("layout") or has("__experimentalLayout"), _OBJECT),
        "ariaLabel": (has("ariaLabel"), _STRING),
    }
    return {key: schema for key, (is_implied, schema) in implied.items() if is_implied}


_TYPOGRAPHY: Final = (
    "__experimentalFontFamily", "fontSize", "__experimentalFontStyle", "__experimentalFontWeight",
    "__experimentalLetterSpacing", "lineHeight", "textAlign", "textColumns", "__experimentalTextDecoration",
    "__experimentalTextTransform", "__experimentalWritingMode",
)  # fmt: skip
_STYLED: Final = ("__experimentalBorder", "position", "spacing", "dimensions", "background")


def _colors(color: Json) -> tuple[bool, bool]:
    """Whether a type's text, and its background, can be coloured."""
    if not isinstance(color, Mapping):
        return color is True, color is True
    return tuple(key not in color or is_true(color[key]) for key in ("text", "background"))  # type: ignore[return-value]


def types_of(registry: Registry) -> ServerTypes:
    """The registered types of a registry; the same ones each time, as long as it does not grow."""
    return _types_of(registry, len(registry))


@lru_cache(maxsize=16)
def _types_of(registry: Registry, size: int) -> ServerTypes:
    del size
    return ServerTypes(registry)


class ServerTypes:
    """The registered types of a registry, made when asked for."""

    def __init__(self, registry: Registry) -> None:
        self._registry = registry
        self._found: dict[str, ServerType | None] = {}

    def get(self, name: str | None) -> ServerType | None:
        """The type of the blocks called `name`, None where none is registered."""
        if name is None:
            return None
        try:
            return self._found[name]
        except KeyError:
            block_type = self._registry.type_of(name)
            is_registered = block_type.type_name == name or name in _OTHERWISE_REGISTERED
            found = self._found[name] = _server_type(name, block_type) if is_registered else None
            return found


@lru_cache(maxsize=1024)
def _server_type(name: str, block_type: type[Block]) -> ServerType:
    return ServerType(name, block_type)
