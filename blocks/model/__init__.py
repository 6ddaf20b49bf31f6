"""The tree: documents and blocks, what they say, how they are written.

The tree
    node.py           Node: a place in a text, between delimiters, and what stands inside
    block.py          Block: what a node means; Freeform and Unknown
    document.py       Document: the tree's verbs and answers
    delimiter.py      what a block comment says and how it is spelled
    source.py         the text that nodes point into; lines and columns
    walk.py           walk, find, transform, without recursion
    wordpress.py      the tree as parse_blocks() and serialize_blocks() have it
Declaring
    field.py          Field: the descriptor behind a field; Record
    fields.py         comment(), attribute(), rich_text() …: where a typed field's value lives
    supports.py       which attributes supports imply
    shape.py          the attributes of a type or of an older shape; what else block.json says
    registry.py       block names to types
    block_json.py     types made of a plugin's block.json files
    block_json_fields.py   the attributes of such a file as fields
    plugins.py        what other distributions add, and what is told of a broken one
    legacy.py         names and attributes that blocks had in older versions
Reading
    reading.py        what a block says, as the editor reads it
    checking.py       what is odd about what blocks say
    objects.py        block objects: blocks as the editor has them, without markup
    missing.py        the markup of a block that the editor does not know
Saving and editing
    saved.py          the HTML that a block's attributes are saved as
    styles.py         the attribute `style` as CSS
    saving.py         block objects as markup, delimiters included
    building.py       blocks made by a call
    editing.py        a block with other values in some fields
    editing_in_place.py    the same where nobody knows how the block is saved
    members.py        the members of a delimiter's JSON, changed one by one
JSON
    attributes.py     attribute JSON as PHP and JavaScript read and write it
    json_text.py      JSON for people and for diffs, of trees of any depth
"""
