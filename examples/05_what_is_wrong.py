"""What is odd about a text: you will see each problem with its place, then the error that strict parsing raises."""

import blocks

MARKUP = """\
<!-- wp:group -->
<div><!-- wp:image {"id":7,} --><figure><img src="a.jpg"/></figure><!-- /wp:image --></div>
<!-- /wp:columns -->
<!--wp:paragraph--><p>Almost a block.</p>
"""

for problem in blocks.parse(MARKUP).problems:
    print(f"{problem.level:8}{problem}")

print()
try:
    blocks.parse(MARKUP, strict=True)
except blocks.ParseError as error:
    print(error)
