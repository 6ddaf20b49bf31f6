"""How lists of the latest posts were saved."""

from __future__ import annotations

import math

from blocks.fragment.javascript import number_of
from blocks.library.widgets import LatestPosts
from blocks.model.fields import comment
from blocks.model.reading import Reading
from blocks.model.saved import Attributes, Element, Inner, Root
from blocks.model.shape import Migrated, Shape, deprecates


class OfOneCategory(Shape):
    """Before WordPress 5.5, of one category, by its id as text.

    <!-- wp:latest-posts {"categories":"6"} /-->
    """

    supports = {"align": True, "html": False}

    categories = comment("categories", "string")
    selected_author = LatestPosts.selected_author
    posts_to_show = LatestPosts.posts_to_show
    display_post_content = LatestPosts.display_post_content
    display_post_content_radio = LatestPosts.display_post_content_radio
    excerpt_length = LatestPosts.excerpt_length
    display_author = LatestPosts.display_author
    display_post_date = LatestPosts.display_post_date
    post_layout = LatestPosts.post_layout
    columns = LatestPosts.columns
    order = LatestPosts.order
    order_by = LatestPosts.order_by
    display_featured_image = LatestPosts.display_featured_image
    featured_image_align = LatestPosts.featured_image_align
    featured_image_size_slug = LatestPosts.featured_image_size_slug
    featured_image_size_width = LatestPosts.featured_image_size_width
    featured_image_size_height = LatestPosts.featured_image_size_height
    add_link_to_featured_image = LatestPosts.add_link_to_featured_image

    @staticmethod
    def is_eligible(said: Attributes, block: Reading) -> bool:
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
