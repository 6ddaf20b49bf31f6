"""Where documents come from: each source is a function from bytes to posts.

markup.py      block markup itself
rest.py        posts of the WordPress REST API, as JSON
wordpress.py   the structure of parse_blocks(), as JSON or in memory
formats.py     the table of sources, and which of them a text is
post.py        Post: a content and what its source knows about it
"""

from blocks.sources.formats import Detection, detect, read
from blocks.sources.post import Post
from blocks.sources.wordpress import from_wordpress

__all__ = ["Detection", "Post", "detect", "from_wordpress", "read"]
