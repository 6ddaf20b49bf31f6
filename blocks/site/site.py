"""`Site`: what a block can ask of the site that it stands on, and `MemorySite`, one made of values.

A site is ten mappings; nothing is fetched. Questions about them (`query`, `links`, `terms` …) are functions of this
room that take any `Site`.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping
from typing import Any, Protocol, runtime_checkable

from blocks.site.records import Comment, Feed, RegisteredMeta, SitePost, Term, ThemeFiles, User
from blocks.site.types import POST_TYPES, TAXONOMIES, PostType, Taxonomy

# What a fresh WordPress has, for options that a site does not name.
DEFAULT_OPTIONS: Mapping[str, Any] = {
    "blogname": "",
    "blogdescription": "",
    "home": "http://example.org",
    "posts_per_page": "10",
    "posts_per_rss": "10",
    "date_format": "F j, Y",
    "time_format": "g:i a",
    "start_of_week": "1",
    "timezone_string": "",
    "gmt_offset": "0",
    "permalink_structure": "",
    "category_base": "",
    "tag_base": "",
    "show_avatars": "1",
    "avatar_default": "mystery",
    "avatar_rating": "G",
    "default_category": "1",
    "site_logo": "",
    "site_icon": "0",
    "sticky_posts": (),
    "show_on_front": "posts",
    "page_on_front": "0",
    "page_for_posts": "0",
    "wp_page_for_privacy_policy": "0",
    "default_comment_status": "open",
    "comments_per_page": "50",
    "page_comments": "0",
    "default_comments_page": "newest",
    "thread_comments": "1",
    "thread_comments_depth": "5",
    "comment_order": "asc",
    "comment_registration": "0",
    "require_name_email": "1",
    "show_comments_cookies_opt_in": "1",
    "comment_moderation": "0",
    "thumbnail_size_w": "150",
    "thumbnail_size_h": "150",
    "thumbnail_crop": "1",
    "medium_size_w": "300",
    "medium_size_h": "300",
    "medium_large_size_w": "768",
    "medium_large_size_h": "0",
    "large_size_w": "1024",
    "large_size_h": "1024",
    "users_can_register": "0",
    "rss_use_excerpt": "0",
    "use_smilies": "1",
    "blog_charset": "UTF-8",
    "upload_url_path": "",
    "WPLANG": "",
}


@runtime_checkable
class Site(Protocol):
    """The site that content stands on. Mappings by id iterate in the order of the ids."""

    @property
    def options(self) -> Mapping[str, Any]:
        """`wp_options`, by name; every option in `DEFAULT_OPTIONS` is there."""

    @property
    def posts(self) -> Mapping[int, SitePost]:
        """Posts of all types, by id."""

    @property
    def terms(self) -> Mapping[int, Term]:
        """Terms of all taxonomies, by id."""

    @property
    def users(self) -> Mapping[int, User]:
        """Users, by id."""

    @property
    def comments(self) -> Mapping[int, Comment]:
        """Comments, by id."""

    @property
    def post_types(self) -> Mapping[str, PostType]:
        """Registered post types, by name."""

    @property
    def taxonomies(self) -> Mapping[str, Taxonomy]:
        """Registered taxonomies, by name."""

    @property
    def post_meta(self) -> Mapping[str, RegisteredMeta] | None:
        """Registered meta of posts, by key. None: unknown, so any key in use that is not protected counts."""

    @property
    def feeds(self) -> Mapping[str, Feed]:
        """What RSS feeds answer, by address."""

    @property
    def themes(self) -> Mapping[str, ThemeFiles]:
        """What themes bring, by slug."""


class MemorySite:
    """A site made of values: `MemorySite(posts=[SitePost(id=1, title="Hello")])`.

    Of two records with one id the later one counts. `post_types` and `taxonomies` are added to WordPress's own.
    """

    def __init__(
        self,
        *,
        options: Mapping[str, Any] | None = None,
        posts: Iterable[SitePost] = (),
        terms: Iterable[Term] = (),
        users: Iterable[User] = (),
        comments: Iterable[Comment] = (),
        post_types: Iterable[PostType] = (),
        taxonomies: Iterable[Taxonomy] = (),
        post_meta: Iterable[RegisteredMeta] | None = None,
        feeds: Mapping[str, Feed] | None = None,
        themes: Iterable[ThemeFiles] = (),
    ) -> None:
        for name, kind, given in (
            ("posts", SitePost, posts), ("terms", Term, terms), ("users", User, users), ("comments", Comment, comments),
        ):  # fmt: skip
            if isinstance(given, Mapping):
                raise TypeError(f"{name} is a mapping, where a list of {kind.__name__} is expected; "
                                "MemorySite.from_json reads objects by id")  # fmt: skip
        self.options: Mapping[str, Any] = {**DEFAULT_OPTIONS, **(options or {})}
        if "siteurl" not in self.options:
            self.options = {**self.options, "siteurl": self.options["home"]}
        self.posts: Mapping[int, SitePost] = {post.id: post for post in sorted(posts, key=lambda post: post.id)}
        self.terms: Mapping[int, Term] = {term.id: term for term in sorted(terms, key=lambda term: term.id)}
        self.users: Mapping[int, User] = {user.id: user for user in sorted(users, key=lambda user: user.id)}
        self.comments: Mapping[int, Comment] = {
            comment.id: comment for comment in sorted(comments, key=lambda comment: comment.id)
        }
        self.post_types: Mapping[str, PostType] = {**POST_TYPES, **{kind.name: kind for kind in post_types}}
        self.taxonomies: Mapping[str, Taxonomy] = {**TAXONOMIES, **{kind.name: kind for kind in taxonomies}}
        self.post_meta: Mapping[str, RegisteredMeta] | None = (
            None if post_meta is None else {meta.key: meta for meta in post_meta}
        )
        self.feeds: Mapping[str, Feed] = dict(feeds or {})
        self.themes: Mapping[str, ThemeFiles] = {theme.slug: theme for theme in themes}

    @classmethod
    def from_json(cls, source: str | os.PathLike[str] | Mapping[str, Any]) -> MemorySite:
        """The site in a JSON file, or in what such a file holds; docs/site.md describes the form.

        SourceError, naming the place, where a value is of a kind that its place cannot hold.
        """
        from blocks.site.from_json import read

        return read(source)

    @classmethod
    def from_rest(cls, *sources: str | os.PathLike[str], options: Mapping[str, Any] | None = None) -> MemorySite:
        """The site in files of what the REST API answered, or in folders of such files.

        SourceError where a file is no JSON, or holds something else.
        """
        from blocks.site.from_rest import read

        return read(sources, options or {})

    @classmethod
    def from_wxr(cls, path: str | os.PathLike[str], options: Mapping[str, Any] | None = None) -> MemorySite:
        """The site in an export file of WordPress ("WXR"). SourceError where it is none."""
        from blocks.site.wxr import read

        return read(path, options or {})
