"""The support `filter.duotone`: pictures in two colours, by a preset, by colours of their own, or by CSS.

A block gets the class of its filter. The rules of CSS, and the custom properties of the presets, go into
`server.inline_styles`; the filters, which are SVG, into `server.footer`.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any

from blocks.formatting import php
from blocks.formatting.names import sanitize_key
from blocks.fragment.tag_processor import TagProcessor
from blocks.render.html.block import ServerBlock
from blocks.render.html.server import Server
from blocks.render.html.server_type import ServerType
from blocks.render.html.supports.first_tag import with_classes
from blocks.theme import BlockFacts, duotone
from blocks.theme.style_rules import StyleSheet


@dataclass
class _Used:
    """What one document needs; as text, its CSS."""

    presets: dict[str, dict[str, Any]]
    of_blocks: dict[str, str | None] = field(default_factory=dict)
    used_presets: dict[str, dict[str, Any]] = field(default_factory=dict)
    filters: dict[str, dict[str, Any]] = field(default_factory=dict)
    rules: StyleSheet = field(default_factory=StyleSheet)

    def __str__(self) -> str:
        return (duotone.presets_css(self.used_presets) if self.used_presets else "") + self.rules.css()


def render(block: ServerBlock, content: str, server: Server) -> str:
    """A block with the class of its filter (`WP_Duotone::render_duotone_support()`)."""
    if block.type is None or not block.type.has_support("filter", "duotone"):
        return content
    said = php.get(block.attrs, "style", "color", "duotone")
    used = _used(server)
    slug = _slug_of_theme(block.type, used, server) if said is None else None
    selector = _selector(block.type) if said is not None or slug is not None else None
    if selector is None:
        return content
    if slug is None and isinstance(said, str) and duotone.filter_id(duotone.slug_in(said)) in used.presets:
        slug = duotone.slug_in(said)
    if slug is not None:
        name, value = duotone.filter_id(slug), duotone.css_variable(slug)
        if name in used.presets:
            _add_filter(name, used.presets[name], used, server)
            used.used_presets[name] = used.presets[name]
            used.rules.add(*duotone.block_rule(name, selector, value))
    elif isinstance(said, str):
        name = duotone.filter_id(server.unique_id(sanitize_key(f"{said}-")))
        used.rules.add(*duotone.block_rule(name, selector, said))
    elif isinstance(said, dict | list):
        slug = server.unique_id(sanitize_key("-".join(map(php.text, php.values(said))) + "-"))
        name = duotone.filter_id(slug)
        _add_filter(name, {"slug": slug, "colors": said}, used, server)
        used.rules.add(*duotone.block_rule(name, selector, duotone.filter_url(name)))
    else:
        name = ""  # neither text nor colours: WordPress adds a class without a name
    return with_classes(content, name)


def _used(server: Server) -> _Used:
    used: _Used | None = server.memory.get("duotone")
    if used is None:
        used = server.memory["duotone"] = _Used(duotone.presets(server.theme.settings))
        server.inline_styles.insert(0, used)
    return used


def _slug_of_theme(type_: ServerType, used: _Used, server: Server) -> str | None:
    """The preset that the theme's styles give all blocks of a type."""
    if type_.name not in used.of_blocks:
        slugs = duotone.slugs_of_blocks(server.theme.styles, _facts(type_))
        used.of_blocks[type_.name] = slugs.get(type_.name)
    return used.of_blocks[type_.name]


@lru_cache(maxsize=64)
def _facts(type_: ServerType) -> BlockFacts:
    return BlockFacts({type_.name: {"selectors": type_.selectors, "supports": type_.supports}})


@lru_cache(maxsize=64)
def _selector(type_: ServerType) -> str | None:
    return duotone.selector_of(_facts(type_), type_.name)


def _add_filter(name: str, data: dict[str, Any], used: _Used, server: Server) -> None:
    if name not in used.filters:
        used.filters[name] = data
        server.footer.append(duotone.svg_definitions({name: data}))


def image(block: ServerBlock, content: str, server: Server) -> str:
    """An image with the class of its filter on the outer container (`WP_Duotone::restore_image_outer_container()`)."""
    del block
    if server.theme.has_theme_json:
        return content
    tags = TagProcessor(content)
    if not tags.next_tag("div", class_name="wp-block-image"):
        return content
    tags.set_bookmark("wrapper-div")
    tags.next_tag()
    for name in php.text(tags.get_attribute("class")).split(" "):
        if name.startswith("wp-duotone"):
            tags.remove_class(name)
            tags.seek("wrapper-div")
            tags.add_class(name)
            break
    return tags.get_updated_html()
