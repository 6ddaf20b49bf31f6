"""The typed tree as JSON: you will see what other programs get, old blocks as they are today, and the way back."""

import json

import blocks

MARKUP = """\
<!-- wp:heading {"level":3} -->
<h3>Shopping</h3>
<!-- /wp:heading -->

<!-- wp:list -->
<ul><li>Cod</li><li>Hake</li></ul>
<!-- /wp:list -->"""

document = blocks.parse(MARKUP)
for block in document.children:
    if block.deprecation is not None:
        print(f"{block.block_name} is saved in an older shape: {block.deprecation.__name__}")

tree = document.to_json()
print(json.dumps(tree, indent=2))
print(blocks.Document.from_json(tree).markup)

schema = blocks.json_schema()
print("\nthe JSON Schema of such trees has", len(schema["$defs"]), "definitions")
