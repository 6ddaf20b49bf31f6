"""The support `typography`: fonts and text of drawn blocks, fluid font sizes and fitted text of all."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Any, Final

from blocks.formatting import php
from blocks.formatting.escaping import esc_attr
from blocks.formatting.names import wp_to_kebab_case
from blocks.fragment.tag_processor import TagProcessor
from blocks.render.html.block import ServerBlock
from blocks.render.html.server import Server
from blocks.render.html.server_type import Attributes, ServerType
from blocks.render.html.supports.printed import printed
from blocks.theme.style_engine import get_styles
from blocks.theme.typography import font_size_value

# The support of each value of `style.typography`, and the property whose presets it may name, where it may.
_VALUES: Final[dict[str, tuple[str, str]]] = {
    "fontSize": ("fontSize", ""),
    "fontFamily": ("__experimentalFontFamily", "font-family"),
    "fontStyle": ("__experimentalFontStyle", "font-style"),
    "fontWeight": ("__experimentalFontWeight", "font-weight"),
    "lineHeight": ("lineHeight", ""),
    "textColumns": ("textColumns", ""),
    "textDecoration": ("__experimentalTextDecoration", "text-decoration"),
    "textTransform": ("__experimentalTextTransform", "text-transform"),
    "letterSpacing": ("__experimentalLetterSpacing", "letter-spacing"),
    "writingMode": ("__experimentalWritingMode", ""),
    "textAlign": ("textAlign", ""),
}
_PRESETS: Final = {"fontSize": "font-size", "fontFamily": "font-family"}
_BLANKS: Final = r"[ \t\n\r\f\v]*"


def apply(type_: ServerType, attributes: Attributes, server: Server) -> dict[str, str]:
    """Classes and styles of the block's text (`wp_apply_typography_support()`)."""
    style = php.get(attributes, "style", "typography")
    if style is None and not any(name in attributes for name in _PRESETS):
        return {}
    typography: dict[str, Any] = {}
    parts = _parts(type_)
    for name, preset in parts.items():
        if name in _PRESETS and name in attributes:
            typography[name] = f"var:preset|{_PRESETS[name]}|{php.text(attributes[name])}"
            continue
        value = php.get(style, name)
        if value is not None:
            typography[name] = _with_preset(value, preset) if preset else value
            if name == "fontSize":
                typography[name] = font_size_value({"size": value}, server.theme.settings)
    said = printed(get_styles({"typography": typography}, convert_vars_to_classnames=True))
    align = php.get(style, "textAlign")
    if align is not None and "textAlign" in parts:
        name = f"has-text-align-{php.text(align)}"
        said["class"] = f"{said['class']} {name}" if "class" in said else name
    return said


@lru_cache(maxsize=512)
def _parts(type_: ServerType) -> dict[str, str]:
    """The values that a type prints, and for each the property whose presets it may name."""
    supports = type_.support("typography")
    if not isinstance(supports, dict) or type_.skips_serialization("typography"):
        return {}
    return {
        name: preset
        for name, (support, preset) in _VALUES.items()
        if php.is_true(supports.get(support)) and not type_.skips_serialization("typography", name)
    }


def _with_preset(value: Any, name: str) -> Any:
    """A value, as a custom property where it names a preset (`wp_typography_get_preset_inline_style_value()`)."""
    if not isinstance(value, str) or f"var:preset|{name}|" not in value:
        return value
    return f"var(--wp--preset--{name}--{wp_to_kebab_case(value[value.rindex('|') + 1 :])});"


def render(block: ServerBlock, content: str, server: Server) -> str:
    """A block whose text is to fit, or whose font size is fluid (`wp_render_typography_support()`)."""
    if php.is_true(block.attrs.get("fitText")):
        return _fitted(content)
    size = php.get(block.attrs, "style", "typography", "fontSize")
    if size is None:
        return content
    fluid = font_size_value({"size": size}, server.theme.settings)
    if php.is_empty(fluid) or fluid == size or not isinstance(fluid, str):
        return content
    saved = re.compile(f"font-size{_BLANKS}:{_BLANKS}{re.escape(php.text(size))}{_BLANKS};?")
    found = saved.search(content)
    if found is None:
        return content
    return f"{content[: found.start()]}font-size:{esc_attr(fluid)};{content[found.end() :]}"


def _fitted(content: str) -> str:
    if php.is_empty(content):
        return content
    tags = TagProcessor(content)
    if not tags.next_tag():
        return content
    if php.is_empty(tags.get_attribute("data-wp-interactive")):
        tags.set_attribute("data-wp-interactive", True)
    tags.set_attribute("data-wp-context---core-fit-text", 'core/fit-text::{"fontSize":""}')
    tags.set_attribute("data-wp-init---core-fit-text", "core/fit-text::callbacks.init")
    tags.set_attribute("data-wp-style--font-size", "core/fit-text::context.fontSize")
    return tags.get_updated_html()
