"""Accordions: the directives that open and close their panels."""

from __future__ import annotations

from blocks.formatting import php
from blocks.fragment.tag_processor import TagProcessor
from blocks.render.html.block import ServerBlock
from blocks.render.html.interactivity import Interactivity
from blocks.render.html.server import Server

_STORE = "core/accordion"


def accordion(block: ServerBlock, content: str, server: Server) -> str:
    """An accordion (`render_block_core_accordion()`)."""
    del server
    tags = TagProcessor(content)
    if content == "0" or not tags.next_tag(class_name="wp-block-accordion"):
        return content
    closes = "true" if php.is_true(block.attributes.get("autoclose")) else "false"
    tags.set_attribute("data-wp-interactive", _STORE)
    tags.set_attribute("data-wp-context", f'{{ "autoclose": {closes}, "accordionItems": [] }}')
    return tags.get_updated_html()


def accordion_item(block: ServerBlock, content: str, server: Server) -> str:
    """An item of an accordion, where its heading and its panel are found (`block_core_accordion_item_render()`)."""
    if content in ("", "0"):
        return content
    id = server.unique_id("accordion-item-")
    server.interactivity.state(_STORE, {"isOpen": _is_open})
    is_open = "true" if php.is_true(block.attributes.get("openByDefault")) else "false"
    edits = {
        "wp-block-accordion-item": {
            "data-wp-context": f'{{ "id": "{id}", "openByDefault": {is_open} }}',
            "data-wp-class--is-open": "state.isOpen",
            "data-wp-init": "callbacks.initAccordionItems",
            "data-wp-on-window--hashchange": "callbacks.hashChange",
        },
        "wp-block-accordion-heading__toggle": {
            "data-wp-on--click": "actions.toggle",
            "data-wp-on--keydown": "actions.handleKeyDown",
            "id": id,
            "aria-controls": f"{id}-panel",
            "data-wp-bind--aria-expanded": "state.isOpen",
        },
        "wp-block-accordion-panel": {
            "id": f"{id}-panel",
            "aria-labelledby": id,
            "data-wp-bind--inert": "!state.isOpen",
        },
    }
    tags = TagProcessor(content)
    for name, attributes in edits.items():
        if not tags.next_tag(class_name=name):
            return content
        for attribute, value in attributes.items():
            tags.set_attribute(attribute, value)
    return tags.get_updated_html()


def _is_open(store: Interactivity) -> object:
    return php.get(store.get_context(), "openByDefault")
