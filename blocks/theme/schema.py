"""What theme.json may hold, and taking away what it may not (`WP_Theme_JSON::sanitize()`)."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from typing import Any, Final, NamedTuple

from blocks.formatting import php
from blocks.theme.arrays import mapping
from blocks.theme.facts import BlockFacts

ORIGINS: Final = ("default", "blocks", "theme", "custom")
"""Where values come from, the weakest first; presets are kept by origin."""

PSEUDO: Final = (":link", ":any-link", ":visited", ":hover", ":focus", ":focus-visible", ":active")
PSEUDO_OF: Final = {"link": PSEUDO, "button": PSEUDO}
"""The states that styles of an element may have."""

ELEMENTS: Final = {
    "link": "a:where(:not(.wp-element-button))",
    "heading": "h1, h2, h3, h4, h5, h6",
    **{f"h{level}": f"h{level}" for level in range(1, 7)},
    "button": ".wp-element-button, .wp-block-button__link",
    "caption": ", ".join(
        [
            ".wp-element-caption",
            *(f".wp-block-{block} figcaption" for block in ("audio", "embed", "gallery", "image", "table", "video")),
        ]
    ),
    "cite": "cite",
    "textInput": "textarea, input:where("
    + ",".join(f"[type={kind}]" for kind in ("email", "number", "password", "search", "text", "tel", "url"))
    + ")",
    "select": "select",
}
"""The elements that styles may be for, and their selectors."""

ELEMENT_CLASSES: Final = {"button": "wp-element-button", "caption": "wp-element-caption"}


class Preset(NamedTuple):
    """A kind of preset (an entry of PRESETS_METADATA)."""

    path: tuple[str, str]
    value: str
    """The key of its value; empty for duotone, whose value is no CSS, and for font sizes, which may be fluid."""
    variable: str
    """Its custom property is `--wp--preset--VARIABLE--SLUG`; none where this is empty."""
    default: str = ""
    """The setting, in the same group, that keeps themes from overriding WordPress's own."""
    classes: tuple[tuple[str, str], ...] = ()
    """The classes, with `%s` for the slug, and the property that each sets."""
    default_names: bool = False


PRESETS: Final = (
    Preset(("dimensions", "aspectRatios"), "ratio", "aspect-ratio", "defaultAspectRatios"),
    Preset(
        ("color", "palette"),
        "color",
        "color",
        "defaultPalette",
        (
            (".has-%s-color", "color"),
            (".has-%s-background-color", "background-color"),
            (".has-%s-border-color", "border-color"),
        ),
    ),
    Preset(
        ("color", "gradients"),
        "gradient",
        "gradient",
        "defaultGradients",
        ((".has-%s-gradient-background", "background"),),
    ),
    Preset(("color", "duotone"), "", "", "defaultDuotone"),
    Preset(
        ("typography", "fontSizes"), "", "font-size", "defaultFontSizes", ((".has-%s-font-size", "font-size"),), True
    ),
    Preset(("typography", "fontFamilies"), "fontFamily", "font-family", "", ((".has-%s-font-family", "font-family"),)),
    Preset(("spacing", "spacingSizes"), "size", "spacing", "defaultSpacingSizes", default_names=True),
    Preset(("shadow", "presets"), "shadow", "shadow", "defaultPresets"),
    Preset(("border", "radiusSizes"), "size", "border-radius"),
)

_TOP_LEVEL: Final = "blockTypes customTemplates description patterns settings slug styles templateParts title version"
_EVERY: Final = "*"  # any name, in a schema


def _fields(**groups: str) -> dict[Any, Any]:
    """A schema: groups with the names in each; a name of no group stands alone."""
    return {group: dict.fromkeys(names.split()) if names else None for group, names in groups.items()}


_SETTINGS: Final = _fields(
    appearanceTools="",
    useRootPaddingAwareAlignments="",
    background="backgroundImage backgroundSize",
    border="color radius radiusSizes style width",
    color="background custom customDuotone customGradient defaultDuotone defaultGradients defaultPalette duotone"
    " gradients link heading button caption palette text",
    custom="",
    dimensions="aspectRatio aspectRatios defaultAspectRatios minHeight",
    layout="contentSize wideSize allowEditing allowCustomContentAndWideSize",
    lightbox="enabled allowEditing",
    position="fixed sticky",
    spacing="customSpacingSize defaultSpacingSizes spacingSizes spacingScale blockGap margin padding units",
    shadow="presets defaultPresets",
    typography="fluid customFontSize defaultFontSizes dropCap fontFamilies fontSizes fontStyle fontWeight letterSpacing"
    " lineHeight textAlign textColumns textDecoration textTransform writingMode",
)
_FONT_FACE: Final = (
    "ascentOverride descentOverride fontDisplay fontFamily fontFeatureSettings fontStyle fontStretch"
    " fontVariationSettings fontWeight lineGapOverride sizeAdjust src unicodeRange"
)
_FONT_FAMILY: Final = {
    0: {**dict.fromkeys(("fontFamily", "name", "slug")), "fontFace": {0: dict.fromkeys(_FONT_FACE.split())}}
}
_STYLES: Final = _fields(
    background="backgroundImage backgroundPosition backgroundRepeat backgroundSize backgroundAttachment",
    border="color radius style width top right bottom left",
    color="background gradient text",
    dimensions="aspectRatio minHeight",
    filter="duotone",
    outline="color offset style width",
    shadow="",
    spacing="margin padding blockGap",
    typography="fontFamily fontSize fontStyle fontWeight lineHeight textAlign textColumns textDecoration textTransform"
    " writingMode letterSpacing",
    css="",
)


@lru_cache(maxsize=1)
def _elements() -> dict[str, Any]:
    return {name: {**_STYLES, **dict.fromkeys(PSEUDO_OF.get(name, ()), _STYLES)} for name in ELEMENTS}


def sanitized(tree: Any, facts: BlockFacts | None) -> dict[str, Any]:
    """theme.json without what WordPress does not know, and `var:preset|…` as CSS.

    Without `facts` the name of any block, and of any style variation, will do.
    """
    if not isinstance(tree, dict):
        return {}
    top_level = _TOP_LEVEL.split()
    out = {key: value for key, value in tree.items() if key in top_level}
    for part, schema in (("styles", _styles_schema(tree, facts)), ("settings", _settings_schema(facts))):
        value = tree.get(part)
        if value is None:
            continue
        known = _known(value, schema) if isinstance(value, dict | list) else None
        if known:
            out[part] = with_variables(known)
        else:
            out.pop(part, None)
    return out


def _settings_schema(facts: BlockFacts | None) -> dict[Any, Any]:
    families: dict[Any, Any] = {**_FONT_FAMILY, **dict.fromkeys(ORIGINS, _FONT_FAMILY)}
    names = facts.names if facts else (_EVERY,)
    return {
        **_SETTINGS,
        "typography": {**_SETTINGS["typography"], "fontFamilies": families},
        "blocks": dict.fromkeys(names, _SETTINGS),
    }


def _styles_schema(tree: Mapping[str, Any], facts: BlockFacts | None) -> dict[Any, Any]:
    names = facts.names if facts else (_EVERY,)
    plain = {**_STYLES, "elements": _elements()}
    variation = {**plain, "blocks": dict.fromkeys(names, plain)}
    if facts is None:
        blocks: dict[Any, Any] = {_EVERY: {**plain, "variations": {_EVERY: variation}}}
    else:
        fixed = {**plain, "variations": {}}
        blocks = dict.fromkeys(names, fixed)
        for name, styles in mapping(php.get(tree, "styles", "blocks")).items():
            known = facts.variations.get(name, ())
            found = [one for one in mapping(php.get(styles, "variations")) if one in known]
            if found and name in blocks:
                blocks[name] = {**plain, "variations": dict.fromkeys(found, variation)}
    return {**plain, "blocks": blocks}


def _known(tree: Any, schema: Mapping[Any, Any]) -> Any:
    """What of `tree` the schema has, in the tree's order (`remove_keys_not_in_schema()`)."""
    if not isinstance(tree, dict):
        return [] if isinstance(tree, list) else tree
    out: dict[Any, Any] = {}
    anything = _EVERY in schema
    for key, value in tree.items():
        if key not in schema and not anything:
            continue
        below = schema[key] if key in schema else schema[_EVERY]
        if below is None:
            out[key] = value
        elif isinstance(value, list):
            each = below.get(0)
            out[key] = [_known(one, each) for one in value] if each is not None else value
        elif isinstance(value, dict) and (kept := _known(value, below)):
            out[key] = kept
    return out


def with_variables(tree: Any) -> Any:
    """Values `var:preset|color|base` as `var(--wp--preset--color--base)` (`resolve_custom_css_format()`)."""
    top = [tree]
    work: list[tuple[Any, Any]] = [(top, 0)]
    while work:
        parent, key = work.pop()
        value = parent[key]
        if isinstance(value, str):
            if value.startswith("var:"):
                parent[key] = f"var(--wp--{value[4:].replace('|', '--')})"
        elif isinstance(value, dict):
            parent[key] = copy = dict(value)
            work.extend((copy, name) for name in copy)
        elif isinstance(value, list):
            parent[key] = items = list(value)
            work.extend((items, index) for index in range(len(items)))
    return top[0]
