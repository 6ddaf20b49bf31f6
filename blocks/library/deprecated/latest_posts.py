"""How lists of the latest posts were saved."""

from __future__ import annotations

import math

from blocks.fragment.javascript import number_of
from blocks.library.widgets import LatestPosts
from blocks.model.fields import NULL, comment
from blocks.model.reading import Candidate
from blocks.model.saved import Attributes, Element, Inner, Root
from blocks.model.shape import Migrated, Shape, deprecates


class OfOneCategory(Shape):
    """Of one category, by its id as text.

    <!-- wp:latest-posts {"categories":"6"} /-->
    """

    supports = {"align": True, "html": False}

    categories = comment("categories", "string")
    selected_author = comment("selectedAuthor", "number")
    posts_to_show = comment("postsToShow", "number", default=5)
    display_post_content = comment("displayPostContent", "boolean", default=False)
    display_post_content_radio = comment("displayPostContentRadio", "string", default="excerpt")
    excerpt_length = comment("excerptLength", "number", default=55)
    display_author = comment("displayAuthor", "boolean", default=False)
    display_post_date = comment("displayPostDate", "boolean", default=False)
    post_layout = comment("postLayout", "string", default="list")
    columns = comment("columns", "number", default=3)
    order = comment("order", "string", default="desc")
    order_by = comment("orderBy", "string", default="date")
    display_featured_image = comment("displayFeaturedImage", "boolean", default=False)
    featured_image_align = comment("featuredImageAlign", "string", enum=("left", "center", "right"))
    featured_image_size_slug = comment("featuredImageSizeSlug", "string", default="thumbnail")
    featured_image_size_width = comment("featuredImageSizeWidth", "number", default=NULL)
    featured_image_size_height = comment("featuredImageSizeHeight", "number", default=NULL)
    add_link_to_featured_image = comment("addLinkToFeaturedImage", "boolean", default=False)

    @staticmethod
    def is_eligible(said: Attributes, block: Candidate) -> bool:
        del block
        return isinstance(said["categories"], str) and said["categories"] != ""

    @staticmethod
    def migrate(a: Attributes, inner: Inner) -> Migrated:
        del inner
        number = number_of(a["categories"])
        if not math.isfinite(number):
            return Attributes({**a, "categories": [{"id": None}]})
        return Attributes({**a, "categories": [{"id": int(number) if number.is_integer() else number}]})

    @staticmethod
    def save(a: Attributes, root: Root) -> Element | None:
        del a, root
        return None


deprecates(LatestPosts, OfOneCategory)
