"""WordPress's category `widgets`."""

from blocks.library.widgets.posts import (
    Archives,
    Calendar,
    Categories,
    LatestComments,
    LatestPosts,
    PageList,
    PageListItem,
    Rss,
    TagCloud,
)
from blocks.library.widgets.social import SocialLink, SocialLinks
from blocks.library.widgets.tools import Html, Search, Shortcode

__all__ = [
    "Archives",
    "Calendar",
    "Categories",
    "Html",
    "LatestComments",
    "LatestPosts",
    "PageList",
    "PageListItem",
    "Rss",
    "Search",
    "Shortcode",
    "SocialLink",
    "SocialLinks",
    "TagCloud",
]
