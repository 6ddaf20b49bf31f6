"""A site from what the REST API answered: posts, pages, media, categories, tags, users, comments, settings.

Each file holds one answer: a list, or one object. What an item is, it says itself: `type` and `taxonomy` name posts and
terms, users have `avatar_urls` and a `name`, comments `author_name` and a `post`, settings a `title` and a `url`. So do
the index of the API (`/wp-json/`: `name`, `description`, `home`) and types and taxonomies, which are objects by name.
Template parts have a `theme`, whose files they become.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from html import unescape
from pathlib import Path
from typing import Any

from blocks.errors import SourceError
from blocks.formatting import php
from blocks.site.from_json import json_in, kind_of, refuse_halves
from blocks.site.hosts import options_of, with_structure
from blocks.site.records import DATES, NO_DATE, Comment, SitePost, TemplatePart, Term, ThemeFiles, User, is_date
from blocks.site.site import MemorySite
from blocks.site.types import POST_TYPES, TAXONOMIES, PostType, Taxonomy

_SETTINGS = {"title": "blogname", "description": "blogdescription", "url": "home", "timezone": "timezone_string"}
_INDEX = {"name": "blogname", "description": "blogdescription", "home": "home", "url": "siteurl"}
_SAME_NAME = (
    "gmt_offset",
    "timezone_string",
    "site_logo",
    "site_icon",
    "page_on_front",
    "page_for_posts",
    "show_on_front",
)
_FILES = ("wp_template", "wp_template_part")  # what lies in a theme, told by its slug and not by a number
_IDS = ("id", "post", "parent", "author", "featured_media")
_NUMBER = re.compile(r"\s*[+-]?[0-9]+\s*", re.ASCII)
_SETTING_NAMES = ("show_on_front", "date_format", "time_format", "start_of_week", "posts_per_page", "use_smilies")


def read(sources: Sequence[str | os.PathLike[str]], options: Mapping[str, Any]) -> MemorySite:
    """The site in files, or in the `.json` files of folders. SourceError, naming the file, where one is no answer."""
    return site_of(((file, json_in(file, "REST answer")) for file in _files(sources)), options)


def site_of(answers: Iterable[tuple[Path, Any]], options: Mapping[str, Any]) -> MemorySite:
    """The site in answers, each with the file that it stands in."""
    reading = _Reading()
    for file, answer in answers:
        for number, row in enumerate(answer if isinstance(answer, list) else [answer], 1):
            if not isinstance(row, dict):
                raise SourceError(
                    f"{file}, item {number} is {kind_of(row)}, where an object of the REST API is expected"
                )
            if "code" in row and "message" in row:
                raise SourceError(f"{file} holds an error of the REST API: {php.text(row['message'])}")
            refuse_halves(row, f"{file}, item {number}")
            wrong = _wrong_id(row)
            if wrong:
                raise SourceError(f"{file}, item {number}: {wrong}, where a whole number is expected")
            for name in DATES:
                if row.get(name) and not is_date(_date(row[name])):
                    raise SourceError(f"{file}, item {number}: {name} is {str(row[name])[:40]!r}, which is no date")
            if not reading.take(row):
                raise SourceError(
                    f"{file}, item {number} is no post, term, user, comment, type or settings of the REST API; "
                    "`_fields`, where asked for, has to name id, type, taxonomy, link and content"
                )
    return reading.site(options)


def is_answer(value: Any) -> bool:
    """Whether a JSON value is what the REST API answers, and not a site in our own form."""
    if not isinstance(value, dict):
        return isinstance(value, list)
    return "posts" not in value and (
        "id" in value or "namespaces" in value or ("code" in value and "message" in value) or bool(_registered(value))
    )


def _wrong_id(row: Mapping[str, Any]) -> str:
    """Which of an item's ids is no number, and what it is; empty where all are. Templates are told by their names."""
    if row.get("type") in _FILES or not ("id" in row or "author_name" in row):
        return ""
    for name in _IDS:
        value = row.get(name)
        if isinstance(value, str) and not _NUMBER.fullmatch(value) and value:
            return f"{name} is a string ({value[:40]!r})"
        if isinstance(value, float | list | dict) or value is True:
            return f"{name} is {kind_of(value)}"
    return ""


def _files(sources: Sequence[str | os.PathLike[str]]) -> Iterator[Path]:
    for source in sources:
        path = Path(source)
        if path.is_dir():
            files = sorted(path.glob("*.json"))
            if not files:
                raise SourceError(f"{path} holds no answers of the REST API: there is no .json file in it")
            yield from files
        else:
            yield path


class _Reading:
    """What has been read so far."""

    def __init__(self) -> None:
        self.options: dict[str, Any] = {}
        self.sticky: list[int] = []
        self.posts: list[SitePost] = []
        self.terms: list[Term] = []
        self.users: list[User] = []
        self.comments: list[Comment] = []
        self.post_types: list[PostType] = []
        self.taxonomies: list[Taxonomy] = []
        self.parts: dict[str, dict[str, TemplatePart]] = {}
        self.api = ""

    def take(self, row: dict[str, Any]) -> bool:
        """One item; False where it is none of those known."""
        self.api = self.api or php.text(php.get(row, "_links", "self", 0, "href"))
        if "id" in row and "taxonomy" in row:
            self.terms.append(_term(row))
        elif "author_name" in row and "post" in row:
            self.comments.append(_comment(row))
        elif row.get("type") in _FILES and "theme" in row:
            if row["type"] == "wp_template_part":
                part = _part(row)
                self.parts.setdefault(php.text(row["theme"]), {})[part.slug] = part
        elif "id" in row and "type" in row:
            self.posts.append(_post(row))
            if row.get("sticky") is True:
                self.sticky.append(php.integer(row["id"]))
        elif "id" in row and ("avatar_urls" in row or "slug" in row):
            self.users.append(_user(row))
        elif "namespaces" in row or "title" in row:
            self._options(row, _INDEX if "namespaces" in row else _SETTINGS)
        else:
            return self._types(row)
        return True

    def _types(self, row: Mapping[str, Any]) -> bool:
        """Types or taxonomies by name; WordPress's own are known better than the API tells."""
        found = _registered(row)
        for kind in found:
            if isinstance(kind.get("types"), list):
                self.taxonomies.append(_taxonomy(kind))
            else:
                self.post_types.append(_post_type(kind))
        return bool(found)

    def _options(self, row: Mapping[str, Any], names: Mapping[str, str]) -> None:
        for name, option in [*names.items(), *((same, same) for same in (*_SAME_NAME, *_SETTING_NAMES))]:
            if row.get(name) is not None:
                self.options[option] = row[name]

    def site(self, options: Mapping[str, Any]) -> MemorySite:
        """The site that was read."""
        counts: dict[int, int] = {}
        for comment in self.comments:
            counts[comment.post] = counts.get(comment.post, 0) + (comment.approved == "1")
        said = {"sticky_posts": self.sticky, **self.options, **options}
        site = MemorySite(
            options={**options_of(self.posts, said, self.api), **said},
            posts=[_with_count(post, counts.get(post.id, 0)) for post in self.posts],
            terms=self.terms,
            users=self.users,
            comments=self.comments,
            post_types=[kind for kind in self.post_types if kind.name not in POST_TYPES],
            taxonomies=[kind for kind in self.taxonomies if kind.name not in TAXONOMIES],
            themes=[ThemeFiles(slug=slug, parts=parts) for slug, parts in self.parts.items()],
        )
        return with_structure(site, said)


def _with_count(post: SitePost, count: int) -> SitePost:
    from dataclasses import replace

    return replace(post, comment_count=count) if count else post


def _text(value: Any) -> str:
    """`{"raw": …}`, else what was rendered of it, decoded; or a plain string."""
    if isinstance(value, dict):
        raw = value.get("raw")
        return raw if isinstance(raw, str) else unescape(php.text(value.get("rendered")))
    return php.text(value)


def _html(value: Any) -> str:
    """`{"raw": …}`, else the HTML that was rendered."""
    if isinstance(value, dict):
        raw = value.get("raw")
        return raw if isinstance(raw, str) else php.text(value.get("rendered"))
    return php.text(value)


def _date(value: Any) -> str:
    return php.text(value).replace("T", " ")[:19]


def _meta(row: Mapping[str, Any]) -> dict[str, Any]:
    meta = row.get("meta")
    return dict(meta) if isinstance(meta, dict) else {}


def _post(row: Mapping[str, Any]) -> SitePost:
    kind = php.text(row["type"])
    meta = _meta(row)
    if php.integer(row.get("featured_media")):
        meta["_thumbnail_id"] = php.text(row["featured_media"])
    source = php.text(row.get("source_url"))
    if kind == "attachment":
        meta |= _media(row, source)
    protected = isinstance(row.get("content"), dict) and row["content"].get("protected") is True
    return SitePost(
        id=php.integer(row["id"]),
        type=kind,
        status=php.text(row.get("status")) or "publish",
        title=_text(row.get("title")).removeprefix("Protected: " if protected else ""),
        name=php.text(row.get("slug")),
        author=php.integer(row.get("author")),
        date=_date(row.get("date")) or NO_DATE,
        date_gmt=_date(row.get("date_gmt")),
        modified=_date(row.get("modified")),
        modified_gmt=_date(row.get("modified_gmt")),
        parent=php.integer(row.get("parent") or row.get("post")),
        menu_order=php.integer(row.get("menu_order")),
        comment_status=php.text(row.get("comment_status")) or "closed",
        ping_status=php.text(row.get("ping_status")) or "closed",
        password=php.text(row.get("password")) or ("protected" if protected else ""),
        mime=php.text(row.get("mime_type")),
        excerpt=_html(row.get("excerpt") if kind != "attachment" else row.get("caption")),
        content=_html(row.get("content") if kind != "attachment" else row.get("description")),
        permalink=php.text(row.get("link")),
        guid=source or _text(row.get("guid")),
        source_url=source if kind == "attachment" else "",
        meta=meta,
        terms=_terms(row),
    )


def _media(row: Mapping[str, Any], source: str) -> dict[str, Any]:
    details = row.get("media_details")
    known: dict[str, Any] = dict(details) if isinstance(details, dict) else {}
    file = php.text(known.get("file"))
    if not file and "/uploads/" in source:
        file = source.partition("/uploads/")[2]
    found: dict[str, Any] = {"_wp_attachment_image_alt": php.text(row.get("alt_text"))}
    if file:
        found["_wp_attached_file"] = file
    if known:
        sizes = known.get("sizes")
        known["sizes"] = {
            name: {"mime-type": size.get("mime_type", ""), **size}
            for name, size in (sizes.items() if isinstance(sizes, dict) else ())
            if name != "full" and isinstance(size, dict)
        }
        found["_wp_attachment_metadata"] = known
    return found


def _terms(row: Mapping[str, Any]) -> dict[str, tuple[int, ...]]:
    """Terms by taxonomy: lists of numbers under `categories`, `tags`, or any other taxonomy's own name."""
    names = {"categories": "category", "tags": "post_tag"}
    no_terms = {"meta", "sticky", "class_list", "_links", "missing_image_sizes"}
    return {
        names.get(name, name): tuple(value)
        for name, value in row.items()
        if name not in no_terms and isinstance(value, list) and value and _are_ids(value)
    }


def _are_ids(values: Iterable[Any]) -> bool:
    return all(isinstance(value, int) and not isinstance(value, bool) for value in values)


def _term(row: Mapping[str, Any]) -> Term:
    return Term(
        id=php.integer(row["id"]),
        name=php.text(row.get("name")),
        slug=php.text(row.get("slug")),
        taxonomy=php.text(row["taxonomy"]),
        parent=php.integer(row.get("parent")),
        count=php.integer(row.get("count")),
        description=php.text(row.get("description")),
        link=php.text(row.get("link")),
        meta=_meta(row),
    )


def _part(row: Mapping[str, Any]) -> TemplatePart:
    return TemplatePart(
        slug=php.text(row.get("slug")),
        content=_html(row.get("content")),
        title=_text(row.get("title")),
        area=php.text(row.get("area")) or "uncategorized",
    )


def _registered(row: Mapping[str, Any]) -> list[dict[str, Any]]:
    """The types or taxonomies of an object of them by name; none where it is something else."""
    kinds = [kind for name, kind in row.items() if name != "_links"]
    are_kinds = all(isinstance(kind, dict) and "rest_base" in kind and "slug" in kind for kind in kinds)
    return kinds if are_kinds else []


def _post_type(row: Mapping[str, Any]) -> PostType:
    archive, supports = row.get("has_archive"), row.get("supports")
    return PostType(
        name=php.text(row["slug"]),
        label=php.text(row.get("name")),
        singular=php.text(php.get(row, "labels", "singular_name")) or php.text(row.get("name")),
        viewable=row["viewable"] if isinstance(row.get("viewable"), bool) else None,
        hierarchical=row.get("hierarchical") is True,
        has_archive=php.is_true(archive),
        archive_slug=archive if isinstance(archive, str) else "",
        supports=tuple(supports) if isinstance(supports, dict) else ("title", "editor"),
    )


def _taxonomy(row: Mapping[str, Any]) -> Taxonomy:
    return Taxonomy(
        name=php.text(row["slug"]),
        label=php.text(row.get("name")),
        singular=php.text(php.get(row, "labels", "singular_name")) or php.text(row.get("name")),
        all_items=php.text(php.get(row, "labels", "all_items")),
        hierarchical=row.get("hierarchical") is True,
        public=php.get(row, "visibility", "public") is not False,
        post_types=tuple(php.text(name) for name in row["types"]),
    )


def _picture(value: Any) -> str:
    """The largest of the addresses of a picture."""
    if not isinstance(value, dict) or not value:
        return ""
    return php.text(value[max(value, key=php.integer)])


def _user(row: Mapping[str, Any]) -> User:
    roles = row.get("roles")
    return User(
        id=php.integer(row["id"]),
        login=php.text(row.get("username") or row.get("slug")),
        nicename=php.text(row.get("slug")),
        display_name=php.text(row.get("name")),
        email=php.text(row.get("email")),
        url=php.text(row.get("url")),
        description=php.text(row.get("description")),
        first_name=php.text(row.get("first_name")),
        last_name=php.text(row.get("last_name")),
        roles=tuple(php.text(role) for role in roles) if isinstance(roles, list) else (),
        link=php.text(row.get("link")),
        avatar="" if row.get("email") else _picture(row.get("avatar_urls")),
        meta=_meta(row),
    )


def _comment(row: Mapping[str, Any]) -> Comment:
    states = {"approved": "1", "approve": "1", "": "1", "hold": "0"}
    status = php.text(row.get("status"))
    return Comment(
        id=php.integer(row.get("id")),
        post=php.integer(row["post"]),
        parent=php.integer(row.get("parent")),
        author=php.text(row.get("author_name")),
        email=php.text(row.get("author_email")),
        url=php.text(row.get("author_url")),
        date=_date(row.get("date")) or NO_DATE,
        date_gmt=_date(row.get("date_gmt")),
        approved=states.get(status, status),
        type=php.text(row.get("type")) or "comment",
        content=_html(row.get("content")),
        user=php.integer(row.get("author")),
        avatar="" if row.get("author_email") else _picture(row.get("author_avatar_urls")),
        meta=_meta(row),
    )
