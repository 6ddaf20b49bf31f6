"""The site that content stands on: posts, terms, users, comments, options, media, and WordPress's questions to them.

`Site` is what a block can ask; `MemorySite` is one made of values, of JSON, of REST answers or of an export file, and
`open_site` tells which of these a file is. `RenderContext` says what WordPress's globals say while a page is drawn.
Nothing here goes to the network, and nothing knows blocks.
"""

from blocks.site.context import RenderContext
from blocks.site.opening import open_site
from blocks.site.records import (
    Comment,
    Feed,
    FeedItem,
    RegisteredMeta,
    SitePost,
    TemplatePart,
    Term,
    ThemeFiles,
    User,
)
from blocks.site.site import MemorySite, Site
from blocks.site.types import PostType, Taxonomy

__all__ = [
    "Comment",
    "Feed",
    "FeedItem",
    "MemorySite",
    "PostType",
    "RegisteredMeta",
    "RenderContext",
    "Site",
    "SitePost",
    "Taxonomy",
    "TemplatePart",
    "Term",
    "ThemeFiles",
    "User",
    "open_site",
]
