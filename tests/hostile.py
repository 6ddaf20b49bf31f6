"""Documents, sites, requests and themes in which any value may stand anywhere; made of chance, the same for one seed."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from functools import cache
from random import Random
from typing import Any, Final

import blocks
from blocks.render.html.server_type import types_of
from blocks.site import (
    Comment,
    Feed,
    FeedItem,
    MemorySite,
    RenderContext,
    SitePost,
    TemplatePart,
    Term,
    ThemeFiles,
    User,
)
from blocks.theme import Theme
from tests.hostile_values import HTML, HUGE, OBJECTS, SCALARS, STYLE, TEXTS

OTHERS: Final = ("core/post-comments", "core/legacy-widget", "core/widget-group", "acme/unknown")
AROUND: Final = (
    "core/query", "core/post-template", "core/comments", "core/comment-template", "core/terms-query",
    "core/term-template", "core/navigation", "core/navigation-submenu", "core/group", "core/columns", "core/gallery",
    "core/widget-group", "core/query-pagination", "core/comments-pagination", "core/social-links", "core/query-no-results",
    "core/block", "core/post-content", "core/accordion", "core/list", "core/buttons",
)  # fmt: skip


@cache
def names() -> tuple[str, ...]:
    """All blocks, but those that are deep in a name of their own."""
    return (*sorted({kind.type_name for kind in blocks.core_registry() if kind.type_name}), *OTHERS)


@cache
def attributes_of(name: str) -> dict[str, Any]:
    """The schemas of a block's attributes."""
    kind = types_of(blocks.core_registry()).get(name)
    return dict(kind.attributes) if kind is not None else {}


class Chance:
    """Makes documents and what goes with them, of numbers of chance."""

    def __init__(self, seed: int) -> None:
        self.random = Random(seed)
        self.rate = self.random.choice((0.03, 0.1, 0.3))

    def odd(self, depth: int = 0) -> Any:
        """Any value."""
        pick = self.random.random()
        if pick < 0.72 or depth > 3:
            return self.random.choice(SCALARS)
        if pick < 0.80:
            return self.random.choice(
                ([], {}, [[]], [None], {"": None}, {"0": "x", "1": "y"}, {"5": "x"}, ["1px", 2], [[[[[[1]]]]]])
            )
        if pick < 0.9:
            return [self.odd(depth + 1) for _ in range(self.random.randrange(4))]
        keys = (
            "0",
            "1",
            "-1",
            "",
            "x",
            "slug",
            "color",
            "top",
            "left",
            "url",
            "id",
            "source",
            "key",
            "\udcff",
            "a b",
            "<",
            "ref",
            "__default",
            "values",
        )
        return {self.random.choice(keys): self.odd(depth + 1) for _ in range(self.random.randrange(4))}

    def spoiled(self, value: Any) -> Any:
        """A value with some of what is in it replaced, left out, or put one level deeper."""
        if self.random.random() < self.rate:
            return self.odd()
        if isinstance(value, dict):
            kept = [(key, one) for key, one in value.items() if self.random.random() < 0.75]
            made = {key: self.spoiled(one) for key, one in kept}
            if self.random.random() < self.rate:
                return list(made.values()) if self.random.random() < 0.5 else {"0": made}
            return made
        if isinstance(value, list):
            made_list = [self.spoiled(one) for one in value]
            return {str(i): one for i, one in enumerate(made_list)} if self.random.random() < self.rate else made_list
        return value

    def value(self, name: str, schema: Any) -> Any:
        """A value for an attribute: as it should be, spoiled, or any."""
        pick = self.random.random()
        if pick < self.rate:
            return self.odd()
        if name in OBJECTS:
            return self.spoiled(OBJECTS[name])
        if name in TEXTS and pick < 0.85:
            return self.random.choice(TEXTS[name])
        kind = schema.get("type") if isinstance(schema, dict) else None
        if isinstance(schema, dict) and schema.get("enum") and pick < 0.7:
            return self.random.choice(schema["enum"])
        if kind == "boolean":
            return self.random.random() < 0.7
        if kind in ("number", "integer"):
            return self.random.choice((0, 1, 2, 3, 7, 20, 30, -1, 2.5, 1e300, 2**63, *HUGE))
        strings = [one for one in SCALARS if isinstance(one, str) and not one.startswith("@@h")]
        return self.random.choice(strings) if kind in ("string", "rich-text") else self.odd()

    def attributes(self, name: str) -> dict[str, Any]:
        """The attributes of a block; also some that its type does not have."""
        schemas = attributes_of(name)
        share = self.random.choice((0.1, 0.4, 0.9))
        said = {key: self.value(key, schema) for key, schema in schemas.items() if self.random.random() < share}
        for key in (
            "style",
            "layout",
            "metadata",
            "settings",
            "className",
            "align",
            "fitText",
            "anchor",
            "ref",
            "overrides",
            "0",
        ):
            if key not in schemas and self.random.random() < 0.05:
                said[key] = self.value(key, None)
        return said

    def delimiter(self, name: str) -> str:
        """The beginning of a block's delimiter."""
        said = self.attributes(name)
        return (
            f"<!-- wp:{name.removeprefix('core/')} {written(said)} "
            if said
            else f"<!-- wp:{name.removeprefix('core/')} "
        )

    def html(self) -> str:
        return self.random.choice(HTML) if self.random.random() < 0.9 else str(self.random.choice(SCALARS))

    def block(self, name: str, depth: int = 2) -> str:
        """A block with others inside."""
        if self.random.random() < 0.25:
            return f"{self.delimiter(name)}/-->"
        inside = [self.html()]
        while depth and len(inside) < 5 and self.random.random() < 0.6:
            inside += [self.block(self.name(0.4), depth - 1), self.html()]
        return f"{self.delimiter(name)}-->{''.join(inside)}<!-- /wp:{name.removeprefix('core/')} -->"

    def name(self, share: float = 0.2) -> str:
        return self.random.choice(AROUND if self.random.random() < share else names())

    def document(self, name: str | None = None) -> str:
        """Blocks, one of them of that name, mostly where its context is."""
        made = self.block(name or self.name())
        for _ in range(self.random.randrange(4)):
            around = self.random.choice(AROUND)
            made = f"{self.delimiter(around)}-->{self.html()}{made}{self.html()}<!-- /wp:{around.removeprefix('core/')} -->"
        return made if self.random.random() < 0.8 else made + self.html() + self.block(self.name())

    # ------------------------------------------------------------------------------------------- what goes with it

    def text(self) -> str:
        pick = self.random.random()
        strings = [one for one in SCALARS if isinstance(one, str) and not one.startswith("@@")]
        return self.random.choice(strings) if pick < 0.6 else self.html() if pick < 0.8 else ""

    def date(self) -> str:
        """A date of the database: none, the first and the last that there are, and days between."""
        dates = (
            "",
            "0000-00-00 00:00:00",
            "0001-01-01 00:00:00",
            "9999-12-31 23:59:59",
            "2024-02-29",
            "2024-05-01T10:00",
        )
        return self.random.choice(dates) if self.random.random() < 0.3 else "2024-05-01 10:00:00"

    def number(self, *usual: int) -> int:
        return (
            self.random.choice(usual or (0, 1, 2))
            if self.random.random() < 0.85
            else self.random.choice((-1, 2**31, 2**63, -(2**70), 10**30, 99))
        )

    def fields(self, **said: Any) -> dict[str, Any]:
        """Fields of a record, each left out now and then."""
        return {name: value for name, value in said.items() if self.random.random() < 0.8}

    def meta(self) -> dict[str, Any]:
        meta = {
            "note": self.odd(), "list": self.odd(), "_thumbnail_id": self.spoiled("20"), "_wp_attached_file": self.spoiled("2024/a.jpg"),
            "_wp_attachment_metadata": self.spoiled({"width": 900, "height": 600, "file": "2024/a.jpg", "length": 61, "artist": "x",
                "sizes": {"medium": {"file": "a-300x200.jpg", "width": 300, "height": 200, "mime-type": "image/jpeg"}, "large": {"file": "a-1.jpg", "width": 1, "height": 0}},
                "image_meta": {"title": "x"}}),
            "_wp_attachment_image_alt": self.spoiled("alt"), "footnotes": self.spoiled('[{"id":"x","content":"y"}]'), "_menu_item_type": self.odd(), "_edit_last": self.odd(),
        }  # fmt: skip
        return {key: value for key, value in resolved(meta).items() if self.random.random() < 0.7}

    def post(self, id: int, **more: Any) -> SitePost:
        types = (
            "post",
            "post",
            "page",
            "attachment",
            "wp_block",
            "wp_navigation",
            "wp_template_part",
            "nav_menu_item",
            "nope",
        )
        said = self.fields(
            type=self.random.choice(types), status=self.random.choice(("publish", "publish", "draft", "inherit", "future", "x")), title=self.text(), name=self.text(),
            author=self.number(1, 2), date=self.date(), date_gmt=self.date(), modified=self.date(), parent=self.number(1, 2, 10),
            menu_order=self.number(), comment_status=self.random.choice(("open", "closed", "x")), comment_count=self.number(), password=self.random.choice(("", "", "x")),
            mime=self.random.choice(("image/jpeg", "video/mp4", "audio/mpeg", "x")), excerpt=self.text(), content=self.block(self.name(), 1) if self.random.random() < 0.5 else self.text(),
            permalink=self.text(), guid=self.text(), source_url=self.text(), meta=self.meta(), terms={"category": (self.number(), 2), "post_tag": (5, 99), self.text(): (self.number(),)},
        )  # fmt: skip
        return SitePost(id=id, **{**said, **more})

    def site(self) -> MemorySite:
        """A site of anything, in which everything refers to everything."""
        posts = [self.post(id) for id in (1, 2, 3, 4, 10, 11, self.number(12))]
        posts += [self.post(id, type="attachment", status="inherit") for id in (20, 21)]
        posts += [self.post(id, type="wp_block") for id in (30, 31, 32)] + [
            self.post(id, type="wp_navigation") for id in (40, 41)
        ]
        terms = [
            Term(id=id, **self.fields(name=self.text(), slug=self.text(), taxonomy=self.random.choice(("category", "category", "post_tag", "nav_menu", "nope")), parent=self.number(0, 1, 2, 3),
                                      count=self.number(), description=self.text(), link=self.text(), meta=self.meta()))
            for id in (1, 2, 3, 5, 6)
        ]  # fmt: skip
        users = [
            User(id=id, **self.fields(login=self.text(), nicename=self.text(), display_name=self.text(), email=self.text(), url=self.text(), description=self.text(),
                                      roles=(self.text(),), link=self.text(), avatar=self.text(), meta=self.meta()))
            for id in (1, 2)
        ]  # fmt: skip
        comments = [
            Comment(id=id, **self.fields(post=self.number(1, 2), parent=self.number(0, 1, 2, 3, 4), author=self.text(), email=self.text(), url=self.text(), date=self.date(),
                                         date_gmt=self.date(), approved=self.random.choice(("1", "1", "0", "spam")), type=self.random.choice(("comment", "pingback", "x")), content=self.text(), user=self.number(), avatar=self.text(), meta=self.meta()))
            for id in (1, 2, 3, 4, 5)
        ]  # fmt: skip
        items = tuple(
            FeedItem(title=self.text(), link=self.text(), description=self.text(), author=self.text(), date=self.text())
            for _ in range(3)
        )
        files = ThemeFiles(
            slug="t", name=self.text(), parts={slug: TemplatePart(slug=slug, content=self.block(self.name(), 1), area=self.random.choice(("header", self.text()))) for slug in ("part", "loop")},
            patterns={"acme/loop": '<!-- wp:pattern {"slug":"acme/two"} /-->' + self.block(self.name(), 1), "acme/two": '<!-- wp:pattern {"slug":"acme/loop"} /-->'},
        )  # fmt: skip
        feed = Feed(title=self.text(), link=self.text(), items=items, error=self.random.choice(("", "", "x")))
        return MemorySite(
            options=self.options(),
            posts=posts,
            terms=terms,
            users=users,
            comments=comments,
            feeds={"http://feed.test": feed},
            themes=[files],
        )

    def options(self) -> dict[str, Any]:
        from blocks.site.site import DEFAULT_OPTIONS

        share = self.random.choice((0.0, 0.05, 0.5))
        said = {
            name: self.odd()
            for name in (
                *DEFAULT_OPTIONS,
                "siteurl",
                "site_icon",
                "widget_text",
                "sidebars_widgets",
                "image_default_size",
            )
            if self.random.random() < share
        }
        usual = {"permalink_structure": self.random.choice(("", "/%year%/%postname%/", "/%category%/%author%/%post_id%", "%")), "thread_comments": "1", "page_comments": self.random.choice(("0", "1")),
                 "comments_per_page": "2", "sticky_posts": self.spoiled([1, "2"]), "site_logo": "20", "timezone_string": self.random.choice(("", "Europe/Paris"))}  # fmt: skip
        found: dict[str, Any] = resolved({**usual, **said})
        return found

    def request(self) -> RenderContext:
        """A request for any kind of page."""
        queries: tuple[Any, ...] = (
            None, {}, {"p": 1}, {"page_id": 2}, {"name": "x"}, {"s": self.text()}, {"cat": 1}, {"tag": "x"}, {"category_name": "news/x"}, {"author": 1}, {"author_name": "x"}, {"year": 2024, "monthnum": 5, "day": 1},
            {"m": "202405"}, {"error": "404"}, {"paged": 2}, {"page": 2, "p": 1}, {"post_type": "page"}, {"attachment_id": 20}, {"taxonomy": "category", "term": "x"}, {"feed": "rss2"}, {"cpage": 2, "p": 1},
            {"tax_query": [{"taxonomy": "category", "terms": [1], "operator": "NOT IN"}], "orderby": {"title": "asc"}, "post__in": [1, 2]}, {"preview": True, "p": 1},
        )  # fmt: skip
        query = self.random.choice(queries)
        if query is not None:
            query = {key: self.odd() if self.random.random() < self.rate else value for key, value in query.items()}
        get = {
            key: self.odd()
            for key in (
                "query-1-page",
                "query-page",
                "paged",
                "cpage",
                "replytocom",
                "s",
                "p",
                "cat",
                "instant-search-1",
                "preview",
                "unapproved",
                "term",
            )
            if self.random.random() < 0.3
        }
        http = {
            "youtube": self.odd(),
            "oembed": self.spoiled(
                {"type": "video", "html": "<iframe src='http://a.test'></iframe>", "width": 5, "title": "x", "url": "x"}
            ),
        }
        now = self.random.choice(
            (
                datetime(2026, 2, 15, 12, tzinfo=UTC),
                datetime(1, 1, 1, tzinfo=UTC),
                datetime(9999, 12, 31, 23, tzinfo=UTC),
            )
        )
        return RenderContext(
            post=self.number(0, 0, 1, 2), query=resolved(query), loop=self.random.random() < 0.5, get=resolved(get), user=self.number(0, 1, 2), http=resolved(http), now=now,
            theme=self.random.choice(("", "t")), uri=self.text() if self.random.random() < 0.3 else "",
        )  # fmt: skip

    def theme(self) -> Theme | None:
        """A theme of any kind."""
        if self.random.random() < 0.4:
            return None
        block = self.name()
        raw = {
            "version": self.random.choice((1, 2, 3, 3, 3)),
            "settings": {**OBJECTS["settings"], "appearanceTools": True, "useRootPaddingAwareAlignments": True, "layout": OBJECTS["layout"], "blocks": {block: OBJECTS["settings"]},
                         "typography": {"fluid": {"minFontSize": "14px", "maxViewportWidth": "9px"}, "fontSizes": [{"slug": "s", "size": "2rem"}], "fontFamilies": [{"slug": "f", "fontFamily": "x", "fontFace": [{"src": ["file:./x"]}]}]},
                         "color": {"palette": [{"slug": "base", "color": "#fff", "name": "B"}], "duotone": [{"slug": "x", "colors": ["#000", "#fff"]}], "gradients": [{"slug": "g", "gradient": "x"}]},
                         "spacing": {"blockGap": True, "spacingScale": {"operator": "*", "increment": 1.5, "steps": 7, "mediumStep": 1.5, "unit": "rem"}}, "shadow": {"presets": [{"slug": "natural", "shadow": "x"}]}},
            "styles": {**STYLE, "blocks": {block: {**STYLE, "variations": {"outline": STYLE}}, "core/button": {"variations": {"outline": STYLE}}}, "variations": {"v": {**STYLE, "blockTypes": ["core/group"]}}},
            "customTemplates": [{"name": "x"}], "templateParts": [{"name": "part", "area": "header"}], "patterns": ["x"],
        }  # fmt: skip
        kind = self.random.random()
        if kind < 0.15:
            return Theme.classic(
                "t",
                resolved(
                    {
                        "editor-color-palette": self.odd(),
                        "custom-spacing": True,
                        "border": self.odd(),
                        "align-wide": self.odd(),
                    }
                ),
            )
        made = resolved(self.spoiled(raw))
        return Theme.from_dict(made if isinstance(made, dict) else {"settings": made, "styles": made}, "t")

    def settings(self) -> dict[str, Any]:
        """Options of the renderer."""
        site = self.site() if self.random.random() < 0.85 else None
        said: dict[str, Any] = {
            "site": site,
            "request": self.request() if self.random.random() < 0.9 else None,
            "theme_json": self.theme(),
        }
        if self.random.random() < 0.25:
            said["filters"] = "the_content"
        odd = {"profile": "classic", "page": True, "smilies": True}
        said |= {name: value for name, value in odd.items() if self.random.random() < 0.2}
        if self.random.random() < 0.1:
            said["clean"] = True
        said["no_data"] = self.random.choice(("wordpress", "placeholder", "saved"))
        return said


def written(said: Any) -> str:
    """Attributes as they stand in a delimiter."""
    text = (
        json.dumps(said, ensure_ascii=False)
        .replace("--", "\\u002d\\u002d")
        .replace("<", "\\u003c")
        .replace(">", "\\u003e")
    )
    for name, number in HUGE.items():
        text = text.replace(f'"{name}"', number)
    return text.replace("\0", "\\u0000")


def resolved(value: Any) -> Any:
    """A value with the numbers that JSON's writer lacks in their places."""
    if isinstance(value, dict):
        return {key: resolved(one) for key, one in value.items()}
    if isinstance(value, list):
        return [resolved(one) for one in value]
    if isinstance(value, str) and value in HUGE:
        return 10**399 if value == "@@long@@" else float(HUGE[value])
    return value
