"""The shapes in which older editors saved WordPress's blocks: one module per block that has any.

Each shape says where the attributes were, how they were saved, and what they are today; the last line of a module lists
them in the order in which the editor tries them (`deprecated` of the block's settings).
"""

from blocks.library.deprecated import (
    accordion_heading,
    button_first,
    buttons,
    column,
    columns,
    cover,
    embed,
    font_family,
    gallery,
    group,
    heading,
    image,
    media_text,
    navigation_link,
    paragraph,
    post_date,
    query,
    separator,
    spacer,
)

__all__ = [
    "accordion_heading",
    "button_first",
    "buttons",
    "column",
    "columns",
    "cover",
    "embed",
    "font_family",
    "gallery",
    "group",
    "heading",
    "image",
    "media_text",
    "navigation_link",
    "paragraph",
    "post_date",
    "query",
    "separator",
    "spacer",
]
