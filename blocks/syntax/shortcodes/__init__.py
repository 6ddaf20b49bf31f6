"""Shortcodes: text to nodes, by a grammar of their own (grammar/shortcode.lark).

grammar.py   has Lark compile the grammar, and makes the patterns for the names in use
scan.py      text → brackets with their places, told apart
tree.py      brackets → nodes
lalr.py      the same by Lark's own LALR parser, as the reference
nodes.py     Shortcode, ShortcodeText
parse.py     parse_shortcodes(): all of it in order
"""

from blocks.syntax.shortcodes.nodes import Shortcode, ShortcodePiece, ShortcodeText, walk_shortcodes
from blocks.syntax.shortcodes.parse import ANY, WORDPRESS, parse_shortcodes

__all__ = [
    "ANY",
    "WORDPRESS",
    "Shortcode",
    "ShortcodePiece",
    "ShortcodeText",
    "parse_shortcodes",
    "walk_shortcodes",
]
