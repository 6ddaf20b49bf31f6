"""Lookups in a site other than by id, each made the first time that somebody asks, and kept as long as the site.

index(site).named("page", "about")    index(site).children(9103)    index(site).terms_of("category")
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from functools import cached_property
from weakref import WeakKeyDictionary

from blocks.formatting import php
from blocks.site.records import Comment, SitePost, Term, User
from blocks.site.site import Site


class Index:
    """The lookups of one site. Lists are in the order of the ids; an unknown key gives none."""

    def __init__(self, site: Site) -> None:
        self._posts = site.posts
        self._terms = site.terms
        self._users = site.users
        self._comments = site.comments
        self._searchable: dict[int, tuple[str, str, str]] = {}
        self._places: dict[int, tuple[int, int]] = {}
        self.dates_of_threads: dict[tuple[int, int], list[str]] = {}
        """When the threads of a post began that a user sees, in order, by the ids of both; kept by who asks."""

    def named(self, kind: str, name: str) -> Sequence[SitePost]:
        """The posts of a type that have a slug: more than one where they differ in parent, or in theme."""
        return self._by_name.get((kind, name), ())

    def searchable(self, post: SitePost) -> tuple[str, str, str]:
        """The title, the excerpt and the content of a post as searches compare them: A to Z in lower case."""
        found = self._searchable.get(post.id)
        if found is None:
            found = self._searchable[post.id] = (
                php.lower(post.title),
                php.lower(post.excerpt),
                php.lower(post.content),
            )
        return found

    def posts_of(self, kind: str) -> Sequence[SitePost]:
        """All posts of a type."""
        return self._by_type.get(kind, ())

    def children(self, parent: int) -> Sequence[SitePost]:
        """Posts of any type whose parent is the post with the id `parent`."""
        return self._by_parent.get(parent, ())

    def with_term(self, term: int) -> Sequence[SitePost]:
        """Posts of any type and status that carry the term with the id `term`."""
        return self._by_term.get(term, ())

    def term(self, taxonomy: str, slug: str) -> Term | None:
        """The term of a taxonomy with a slug."""
        return self._terms_by_slug.get((taxonomy, slug))

    def terms_of(self, taxonomy: str) -> Sequence[Term]:
        """All terms of a taxonomy."""
        return self._terms_by_taxonomy.get(taxonomy, ())

    def child_terms(self, parent: int) -> Sequence[Term]:
        """Terms whose parent is the term with the id `parent`."""
        return self._terms_by_parent.get(parent, ())

    def user(self, nicename: str) -> User | None:
        """The user with a slug."""
        return self._by_nicename.get(nicename)

    def comments_of(self, post: int) -> Sequence[Comment]:
        """All comments of a post, whatever their state."""
        return self._comments_by_post.get(post, ())

    def place(self, comment: Comment) -> tuple[int, int]:
        """The id of the comment that a comment's thread began with, and how deep in it the comment stands, from 1 on.

        The id is 0 where a comment above is not there; both are 0 where a thread bites its own tail.
        """
        path: dict[int, None] = {}
        known = self._places.get(comment.id)
        while known is None:
            path[comment.id] = None
            above = self._comments.get(comment.parent) if comment.parent else None
            if above is None:
                known = (0, 1) if comment.parent else (comment.id, 0)
            elif above.id in path:
                known = (0, 0)
            else:
                known, comment = self._places.get(above.id), above
        top, depth = known
        in_a_ring = known == (0, 0)
        for id in reversed(path):
            depth += 0 if in_a_ring else 1
            self._places[id] = (top, depth)
        return top, depth

    @cached_property
    def meta_keys(self) -> frozenset[str]:
        """The meta keys in use whose value is a string somewhere."""
        return frozenset(
            key for post in self._posts.values() for key, value in post.meta.items() if isinstance(value, str)
        )

    @cached_property
    def _by_name(self) -> dict[tuple[str, str], list[SitePost]]:
        found: defaultdict[tuple[str, str], list[SitePost]] = defaultdict(list)
        for post in self._posts.values():
            found[post.type, post.name].append(post)
        return dict(found)

    @cached_property
    def _by_type(self) -> dict[str, list[SitePost]]:
        found: defaultdict[str, list[SitePost]] = defaultdict(list)
        for post in self._posts.values():
            found[post.type].append(post)
        return dict(found)

    @cached_property
    def _by_parent(self) -> dict[int, list[SitePost]]:
        found: defaultdict[int, list[SitePost]] = defaultdict(list)
        for post in self._posts.values():
            if post.parent:
                found[post.parent].append(post)
        return dict(found)

    @cached_property
    def _by_term(self) -> dict[int, list[SitePost]]:
        found: defaultdict[int, list[SitePost]] = defaultdict(list)
        for post in self._posts.values():
            for ids in post.terms.values():
                for term in ids:
                    found[term].append(post)
        return dict(found)

    @cached_property
    def _terms_by_slug(self) -> dict[tuple[str, str], Term]:
        return {(term.taxonomy, term.slug): term for term in self._terms.values()}

    @cached_property
    def _terms_by_taxonomy(self) -> dict[str, list[Term]]:
        found: defaultdict[str, list[Term]] = defaultdict(list)
        for term in self._terms.values():
            found[term.taxonomy].append(term)
        return dict(found)

    @cached_property
    def _terms_by_parent(self) -> dict[int, list[Term]]:
        found: defaultdict[int, list[Term]] = defaultdict(list)
        for term in self._terms.values():
            if term.parent:
                found[term.parent].append(term)
        return dict(found)

    @cached_property
    def _by_nicename(self) -> dict[str, User]:
        return {user.nicename: user for user in self._users.values()}

    @cached_property
    def _comments_by_post(self) -> dict[int, list[Comment]]:
        found: defaultdict[int, list[Comment]] = defaultdict(list)
        for comment in self._comments.values():
            found[comment.post].append(comment)
        return dict(found)


_MADE: WeakKeyDictionary[Site, Index] = WeakKeyDictionary()


def index(site: Site) -> Index:
    """The lookups of a site. It must be hashable by what it is, as objects are unless they say otherwise."""
    try:
        made = _MADE.get(site)
    except TypeError:
        name = type(site).__name__
        raise TypeError(
            f"{name} cannot be a site: sites are told apart by identity; declare it @dataclass(eq=False)"
        ) from None
    if made is None:
        made = _MADE[site] = Index(site)
    return made
