"""The tree: documents and nodes, where their values live, how they are walked, and how they are written.

node.py        Block, Freeform, Unknown: places in a source
document.py    Document: the tree's verbs and answers
fields.py      where a typed field's value lives
registry.py    block names → types
plugins.py     what other distributions add, and what is told of a broken one
walk.py        walk, find, transform, without recursion
wordpress.py   the tree as parse_blocks() and serialize_blocks() have it
attributes.py  attribute JSON as PHP reads and writes it
json_text.py   JSON for people and for diffs, of trees of any depth
delimiter.py   what a block comment says and how it is spelled
source.py      the text that nodes point into; lines and columns
"""
