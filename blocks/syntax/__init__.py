"""Text to tree: the only room that imports lark.

grammar.py   finds grammar/blocks.lark and has Lark compile it
scan.py      text → delimiters with their places
tree.py      delimiters → nodes, with WordPress's recovery
lalr.py      the same by Lark's own LALR parser, as the reference
check.py     what is odd about the text: the document's problems
parse.py     parse(): all of it in order

shortcodes/   the same for shortcodes, which have a grammar of their own
"""

from blocks.syntax.grammar import Grammar
from blocks.syntax.parse import Parser, parse

__all__ = ["Grammar", "Parser", "parse"]
