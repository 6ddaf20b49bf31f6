"""A query and what it found (`WP_Query`)."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from blocks.formatting import php
from blocks.site.query.asked import Flags
from blocks.site.query.taxonomies import TaxQuery, term_by
from blocks.site.query.variables import absint
from blocks.site.records import SitePost, Term, User
from blocks.site.site import Site
from blocks.site.types import PostType


@dataclass
class PostQuery:
    """What a query asked for and found: `query.posts`, `query.flags.is_search`, `query.queried_object`."""

    site: Site
    variables: dict[str, Any]
    flags: Flags
    posts: list[SitePost] = field(default_factory=list)
    found_posts: int = 0
    """How many there are on all pages; 0 where this page has none."""
    max_num_pages: int = 0
    """How many pages there are; 0 where the query is not paged."""
    taxes: TaxQuery = field(default_factory=TaxQuery)
    page: int | None = None

    def get(self, name: str, default: Any = "") -> Any:
        """A query variable (`get_query_var()`)."""
        return self.variables.get(name, default)

    @property
    def post(self) -> SitePost | None:
        """The first post found."""
        return self.posts[0] if self.posts else None

    @property
    def is_front_page(self) -> bool:
        """`is_front_page()`: the address of the site itself."""
        options, flags = self.site.options, self.flags
        if options["show_on_front"] != "page":
            return flags.is_home
        front = absint(options["page_on_front"])
        if front:
            return flags.is_page and self.queried_object_id == front
        return False

    @cached_property
    def queried_object(self) -> SitePost | Term | User | PostType | None:
        """What the page is about: the post, the term, the author or the type (`get_queried_object()`)."""
        site, flags = self.site, self.flags
        if flags.is_category or flags.is_tag or flags.is_tax:
            return self._term()
        if flags.is_post_type_archive:
            return site.post_types.get(php.text(self.get("post_type")))
        if flags.is_posts_page:
            return site.posts.get(absint(site.options["page_for_posts"]))
        if self.page:
            return site.posts.get(self.page)
        if flags.is_singular:
            return self.post
        return site.users.get(absint(self.get("author"))) if flags.is_author else None

    @property
    def queried_object_id(self) -> int:
        """Its id, 0 where it has none."""
        found = self.queried_object
        return 0 if found is None or isinstance(found, PostType) else found.id

    def _term(self) -> Term | None:
        for flag, taxonomy, number, slug in (
            (self.flags.is_category, "category", "cat", "category_name"),
            (self.flags.is_tag, "post_tag", "tag_id", "tag"),
        ):
            if flag:
                if self.get(number):
                    return term_by(self.site, "term_id", self.get(number), taxonomy)
                return term_by(self.site, "slug", self.get(slug), taxonomy) if self.get(slug) else None
        for taxonomy, named in self.taxes.queried.items():
            terms = named.get("terms")
            return term_by(self.site, php.text(named.get("field", "")), terms[0], taxonomy) if terms else None
        return None
