"""Where documents come from: each source is a function from a stream of bytes to posts, read as they are asked for.

formats.py        the table of sources, those of plugins, and read()
detect.py         which of them a text is, and why: json_shape.py, markdown_signs.py
post.py facts.py  Post: a content and what its source knows about it; SourceProblem: an item that is none
markup.py         block markup itself, rendered HTML, the content of a classic post
rest.py           posts of the WordPress REST API, as JSON: rest_facts.py, json_stream.py
wpcli.py          what `wp post list` and `wp post get` print, as JSON or CSV
ndjson.py         a post on each line; records.py: our own record of one
wordpress.py      the structure of parse_blocks(), as JSON or in memory
theme_folder.py   the folder of a block theme
streams.py        inputs opened, unpacked, looked at; values.py: texts and numbers as facts
"""

from blocks.sources.detect import Detection, detect
from blocks.sources.facts import Author, Media, MediaSize, Place, SourceProblem, Term
from blocks.sources.formats import Posts, read, sources
from blocks.sources.post import Post
from blocks.sources.wordpress import from_wordpress

__all__ = [
    "Author",
    "Detection",
    "Media",
    "MediaSize",
    "Place",
    "Post",
    "Posts",
    "SourceProblem",
    "Term",
    "detect",
    "from_wordpress",
    "read",
    "sources",
]
