"""WordPress's own blocks, declared: one module per WordPress category.

Put a declaration beside the block.json of its block and the lines pair up: the class is the block, each field is one of
its attributes, and the function behind the `=` says where the value lives (see blocks/model/fields.py).
"""

from functools import cache
from importlib import import_module

from blocks.library import design, embed, media, reusable, text, theme, widgets
from blocks.model.registry import Registry
from blocks.model.shape import declare_later

declare_later(lambda: import_module("blocks.library.deprecated"))


@cache
def core_registry() -> Registry:
    """WordPress's own blocks, and those of installed plugins when a text asks for them. One registry a process."""
    return Registry(text, media, design, widgets, theme, embed, reusable)
