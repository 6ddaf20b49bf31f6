"""Classic posts: HTML with shortcodes, and line breaks that mean paragraphs, from before there were blocks.

    to_blocks(post)              block markup: autop, shortcodes, pages, in the order they stand
    parse_shortcodes(post)       the shortcodes as nodes, and the text between them

convert.py   converted(), to_blocks(): all of it in order
cut.py       where a text is cut: shortcodes, addresses, `<!--more-->`; what may be cut out
shape.py     plain HTML in the shape that blocks have; figures.py: images in paragraphs
shortcodes.py    what becomes of which shortcode; pictures.py, players.py: of those of media
embeds.py    addresses of other sites
"""

from blocks.sources.classic.convert import Converted, converted, to_blocks
from blocks.syntax.shortcodes import (
    ANY,
    WORDPRESS,
    Shortcode,
    ShortcodePiece,
    ShortcodeText,
    parse_shortcodes,
    walk_shortcodes,
)

__all__ = [
    "ANY",
    "WORDPRESS",
    "Converted",
    "Shortcode",
    "ShortcodePiece",
    "ShortcodeText",
    "converted",
    "parse_shortcodes",
    "to_blocks",
    "walk_shortcodes",
]
