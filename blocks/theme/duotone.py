"""Duotone: pictures in two colours, by an SVG filter that CSS names (`WP_Duotone`).

    filter_svg("wp-duotone-blue-red", ["#000097", "#ff4747"])       # '<svg …><defs><filter id="wp-duotone-blue-red">…'
    block_rule("wp-duotone-blue-red", ".wp-block-image img", "var(--wp--preset--duotone--blue-red)")

A filter's id is `wp-duotone-SLUG`; presets have a custom property beside it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Any, Final

from blocks.formatting import php
from blocks.formatting.escaping import esc_attr
from blocks.formatting.names import wp_to_kebab_case
from blocks.theme.arrays import items, mapping
from blocks.theme.colors import parse_color
from blocks.theme.facts import BlockFacts, scope_selector
from blocks.theme.style_rules import CssRule

_PRESET: Final = re.compile(r"var:preset\|duotone\|(\S++)", re.ASCII)
_VARIABLE: Final = re.compile(r"var\(--wp--preset--duotone--(\S++)", re.ASCII)
_SVG: Final = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 0 0" width="0" height="0" focusable="false" role="none" '
    'style="visibility: hidden; position: absolute; left: -9999px; overflow: hidden;" ><defs><filter id="{id}">'
    '<feColorMatrix color-interpolation-filters="sRGB" type="matrix" values=" {gray} {gray} {gray} {gray} " />'
    '<feComponentTransfer color-interpolation-filters="sRGB" >{channels}</feComponentTransfer>'
    '<feComposite in2="SourceGraphic" operator="in" /></filter></defs></svg>'
)
_GRAY: Final = ".299 .587 .114 0 0"  # how bright red, green and blue are
_CHANNEL: Final = '<feFunc{name} type="table" tableValues="{values}" />'


def filter_id(slug: str) -> str:
    """The id of the filter of a slug, which is the class of its blocks too."""
    return f"wp-duotone-{slug}"


def css_variable(slug: str) -> str:
    """The CSS that names the custom property of a preset."""
    return f"var(--wp--preset--duotone--{slug})"


def filter_url(identifier: str) -> str:
    """The CSS that names a filter."""
    return f"url(#{identifier})"


def slug_in(attribute: str) -> str:
    """The slug in `var:preset|duotone|SLUG` or `var(--wp--preset--duotone--SLUG)`; empty where there is none."""
    preset = _PRESET.search(attribute)
    for variable in _VARIABLE.finditer(attribute):
        end = variable[1].rfind(")")
        if end > 0:
            if preset is None or variable.start() < preset.start():
                return "" if variable[1][:end] == "0" else variable[1][:end]
            break
    return "" if preset is None or preset[1] == "0" else preset[1]


def presets(settings: Any) -> dict[str, dict[str, Any]]:
    """The duotone presets of merged settings, by filter id; those of the theme over WordPress's own."""
    return {
        filter_id(wp_to_kebab_case(php.text(preset.get("slug")))): preset
        for of_origin in php.values(php.get(settings, "color", "duotone"))
        for preset in items(of_origin)
    }


def slugs_of_blocks(styles: Any, facts: BlockFacts) -> dict[str, str]:
    """The blocks that a theme's styles give a duotone preset, and its slug (`get_all_global_style_block_names()`)."""
    found: dict[str, str] = {}
    for name, block in mapping(php.get(styles, "blocks")).items():
        attribute = php.get(block, "filter", "duotone")
        slug = slug_in(attribute) if isinstance(attribute, str) else ""
        if slug and name in facts.types and facts.duotone_selector(name):
            found[name] = slug
    return found


def selector_of(facts: BlockFacts, name: str) -> str | None:
    """The selector that the filter of a block is for; None where it has no support for duotone (`get_selector()`)."""
    supports = facts.supports(name)
    old = php.get(supports, "color", "__experimentalDuotone")
    flag = php.get(supports, "filter", "duotone")
    if not php.is_true(old if flag is None else flag):
        return None
    root = facts.selector(name)
    if php.is_true(old):
        found = scope_selector(root, old) if isinstance(old, str) else root
    else:
        found = facts.selector(name, "filter", "duotone") or facts.selector(name, "filter") or root
    return found if isinstance(found, str) else None


def block_rule(identifier: str, selector: str, value: str) -> CssRule:
    """The rule that puts a filter on the blocks with its class (`enqueue_block_css()`)."""
    scoped = ", ".join(f".{identifier}{php.trim(part)}" for part in selector.split(","))
    return CssRule(scoped, {"filter": value})


def presets_css(used: Mapping[str, Mapping[str, Any]]) -> str:
    """The custom properties of presets, by filter id (`get_global_styles_presets()`)."""
    declarations = []
    for identifier, preset in used.items():
        colors = preset.get("colors")
        value = colors if isinstance(colors, str) else filter_url(identifier)
        declarations.append(f"--wp--preset--duotone--{php.text(preset.get('slug'))}:{value};")
    return f":root{{{''.join(declarations)}}}"


def svg_definitions(used: Mapping[str, Mapping[str, Any]]) -> str:
    """The filters of presets and custom colours, by filter id (`get_svg_definitions()`)."""
    return "".join(filter_svg(identifier, php.values(data.get("colors"))) for identifier, data in used.items())


def filter_svg(identifier: str, colors: Iterable[Any]) -> str:
    """The SVG of one filter, from shadows to highlights; colours that WordPress cannot read are left out."""
    texts = (php.text(color) for color in colors if not isinstance(color, dict | list))
    known = [color for color in map(parse_color, texts) if color is not None]
    channels = {
        "R": [color.red / 255 for color in known],
        "G": [color.green / 255 for color in known],
        "B": [color.blue / 255 for color in known],
        "A": [color.alpha for color in known],
    }
    functions = [
        _CHANNEL.format(name=name, values=esc_attr(" ".join(php.text(float(value)) for value in values)))
        for name, values in channels.items()
    ]
    return _SVG.format(id=_one_line(esc_attr(identifier)), gray=_GRAY, channels="".join(functions))


def _one_line(text: str) -> str:
    """As WordPress tidies the whole SVG: runs of blanks are one."""
    return re.sub("[\r\n\t ]+", " ", text)
