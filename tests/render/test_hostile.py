"""Values of any kind, anywhere: nothing raises, and nothing that is no HTML is printed as if it were."""

from __future__ import annotations

import re
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml.etree import HTML

import blocks
from blocks.site import Comment, Feed, FeedItem, MemorySite, RenderContext, SitePost, Term, User
from blocks.theme import Theme
from tests.hostile import Chance, attributes_of, names, written
from tests.hostile_values import OBJECTS
from tests.render.posts import NOW, POSTS, TERMS, USERS

MARKS = (
    '"><script>alert(1)</script>',
    "' onmouseover='alert(1)",
    '" onmouseover="alert(1)',
    "javascript:alert(1)",
    "java\tscript:alert(1)",
    "</style><script>alert(1)</script>",
    "</script><script>alert(1)</script>",
    "red;} body{background:url(javascript:alert(1))",
    "expression(alert(1))",
    "url(javascript:alert(1))",
    "--><img src=x onerror=alert(1)>",
    "<img src=x onerror=alert(1)>",
    "x onfocus=alert(1) autofocus",
    "`onmouseover=alert(1)",
)
# Where the context that blocks ask for is provided.
AROUND = {
    "core/post-template": '<!-- wp:query {"queryId":1,"query":{"perPage":2}} --><div>%s</div><!-- /wp:query -->',
    "core/query-": '<!-- wp:query {"queryId":1,"query":{"perPage":1}} --><div>%s</div><!-- /wp:query -->',
    "core/term-": '<!-- wp:terms-query --><div><!-- wp:term-template -->%s<!-- /wp:term-template --></div><!-- /wp:terms-query -->',
    "core/comment-": "<!-- wp:comments --><div><!-- wp:comment-template -->%s<!-- /wp:comment-template --></div><!-- /wp:comments -->",
    "core/comments-": "<!-- wp:comments --><div><!-- wp:comments-pagination -->%s<!-- /wp:comments-pagination --></div><!-- /wp:comments -->",
    "core/navigation-": "<!-- wp:navigation -->%s<!-- /wp:navigation -->",
    "core/page-list": "<!-- wp:navigation -->%s<!-- /wp:navigation -->",
    "core/home-link": "<!-- wp:navigation -->%s<!-- /wp:navigation -->",
    "core/social-link": "<!-- wp:social-links --><ul>%s</ul><!-- /wp:social-links -->",
}  # fmt: skip
SAVED = (
    '<figure class="x"><a href="y"><img src="a.jpg" alt="" class="wp-image-20"/></a><video src="b.mp4"></video><p>x</p>'
    '<object class="wp-block-file__embed" data="x.pdf"></object><a id="z" href="x.pdf">y</a></figure>'
)
_SITE = MemorySite(options={"home": "http://example.test"}, posts=POSTS, terms=TERMS, users=USERS)
_THEME = Theme.block()
_URL = re.compile(r"\s*(?:j\s*a\s*v\s*a\s*|v\s*b\s*)s\s*c\s*r\s*i\s*p\s*t\s*:", re.IGNORECASE)
# WordPress lets anything stand inside `calc()`, and `expression()` as a text inside `url("…")`, where nothing runs it.
_IN_STYLE = re.compile(r"[:;{,]\s*(?:expression\s*\(|url\(\s*[\"']?\s*javascript:)", re.IGNORECASE)
_URLS = frozenset(
    ("href", "src", "action", "formaction", "poster", "data", "srcset", "xlink:href", "background", "cite")
)


@settings(max_examples=200)
@given(st.integers(0, 2**32))
def test_nothing_raises(seed: int) -> None:
    chance = Chance(seed)
    markup = chance.document(names()[seed % len(names())])
    result = blocks.convert(markup, to="html", **chance.settings())
    assert all(isinstance(one, str) for one in (result.output, result.css, result.inline_styles, result.footer))
    assert all(problem.message for problem in result.rendering_problems)


@pytest.mark.parametrize("to", ["html", "clean"])
@pytest.mark.parametrize("name", names())
def test_every_attribute_may_hold_anything(name: str, to: str) -> None:
    chance = Chance(len(name))
    chance.rate = 1
    for _ in range(3):
        said = {key: chance.odd() for key in attributes_of(name)}
        _rendered(markup_of(name, said), is_clean=to == "clean")


@pytest.mark.parametrize("name", names())
def test_no_attribute_brings_a_script(name: str) -> None:
    schemas = attributes_of(name)
    for mark in MARKS:
        said = {key: marked(key, schema, mark) for key, schema in schemas.items()}
        whole = _rendered(markup_of(name, said), page=True)
        assert scripts_in(whole.output) == [], mark
        loose = _rendered(markup_of(name, said))
        assert style_ends(loose.css + loose.inline_styles) == [], mark
        assert scripts_in(loose.footer) == [], mark


def marked(key: str, schema: Any, mark: str) -> Any:
    """A value with the mark in the place of every text, of a type that the attribute may have."""
    if key in OBJECTS and key != "metadata":
        return _marked(OBJECTS[key], mark)
    kind = schema.get("type")
    if kind == "boolean":
        return True
    if kind in ("number", "integer"):
        return 20
    return (schema.get("enum") or [mark])[0] if kind in ("string", "rich-text") else [mark]


def _marked(value: Any, mark: str) -> Any:
    if isinstance(value, dict):
        return {key: _marked(one, mark) for key, one in value.items()}
    if isinstance(value, list):
        return [_marked(one, mark) for one in value]
    return mark if isinstance(value, str) else value


def markup_of(name: str, said: Any) -> str:
    short = name.removeprefix("core/")
    made = f"<!-- wp:{short} {written(said)} -->{SAVED}<!-- /wp:{short} -->"
    around = next((text for start, text in AROUND.items() if name.startswith(start)), "%s")
    return around.replace("%s", made)


def _rendered(markup: str, *, page: bool = False, is_clean: bool = False) -> blocks.Result:
    request = RenderContext(now=NOW, post=1, query={}, loop=True)
    return blocks.convert(markup, to="html", site=_SITE, request=request, theme_json=_THEME, page=page, clean=is_clean)


def scripts_in(markup: str) -> list[str]:
    """What would run in a browser, and no block of WordPress prints."""
    tree = HTML(markup or "<p></p>")
    found: list[str] = []
    for element in tree.iter():
        if not isinstance(element.tag, str):
            continue
        text = "".join(map(str, element.itertext())) if element.tag in ("script", "style") else ""
        if element.tag == "script" and text.strip().startswith("alert(1)"):
            found.append(f"<script>{text[:80]}")
        if element.tag == "style":
            found += style_ends(text)
        for key, value in element.attrib.items():
            if key.startswith("on") and "alert" in value:
                found.append(f"<{element.tag} {key}={value[:80]!r}>")
            if key in _URLS and _URL.match(value):
                found.append(f"<{element.tag} {key}={value[:80]!r}>")
            if key == "style" and _IN_STYLE.search(value):
                found.append(f"<{element.tag} style={value[:80]!r}>")
    return found


def style_ends(css: str) -> list[str]:
    """Places in a stylesheet that end its element, or that some browser runs."""
    ends = [
        css[max(found.start() - 60, 0) : found.end() + 20]
        for found in re.finditer(r"</style|<script", css, re.IGNORECASE)
    ]
    return ends + [css[max(found.start() - 60, 0) : found.end() + 20] for found in _IN_STYLE.finditer(css)]


@pytest.mark.parametrize("structure", ["", "/%category%/%postname%/"])
@pytest.mark.parametrize("mark", MARKS)
def test_no_field_of_a_site_that_is_no_html_brings_a_script(mark: str, structure: str) -> None:
    address = "" if structure else mark
    posts = [
        SitePost(id=id, type=kind, status="publish", title="T", name=mark, author=1, date="2025-01-01 10:00:00",
                 permalink=address, guid=mark, source_url=address, mime="image/jpeg", terms={"category": (2,)}, comment_count=1,
                 meta={"_thumbnail_id": "20", "_wp_attached_file": mark, "_wp_attachment_image_alt": mark, "note": mark,
                       "_wp_attachment_metadata": {"width": mark, "height": 5, "file": mark, "sizes": {"large": {"file": mark, "width": 9, "height": 9}}}})
        for id, kind in ((1, "post"), (2, "page"), (3, "post"), (20, "attachment"))
    ]  # fmt: skip
    users = [User(id=1, display_name="A", login=mark, nicename=mark, email=mark, url=mark, link=address, avatar=mark)]
    terms = [Term(id=2, name="T", slug=mark, taxonomy="category", link=address, count=1)]
    comments = [
        Comment(id=1, post=1, author="C", email=mark, url=mark, date="2025-01-02 10:00:00", avatar=mark, type=mark)
    ]
    options = {"home": "http://example.test", "blogname": mark, "blogdescription": mark, "site_logo": "20", "WPLANG": mark,
               "permalink_structure": structure, "avatar_default": mark, "upload_url_path": address, "avatar_rating": mark}  # fmt: skip
    feed = Feed(title="F", link=mark, items=(FeedItem(title=mark, link=mark, author=mark, date="2025-01-01"),))
    place = MemorySite(
        options=options, posts=posts, users=users, terms=terms, comments=comments, feeds={"http://feed.test": feed}
    )
    found: list[object] = []
    get = {"s": mark, "cpage": mark, "query-1-page": mark, "replytocom": mark, "p": mark}
    for query in ({"p": 1}, {"s": mark}, {"cat": 2}, {"author": 1}, {"error": "404"}, {"m": mark}):
        request = RenderContext(now=NOW, query=query, loop=True, get=get, uri=f"/?x={mark}", user=0)
        for name in names():
            said = {"feedURL": "http://feed.test", "isLink": True, "displayFeaturedImage": True, "displayAuthor": True, "displayExcerpt": True,
                    "showEmpty": True, "displayAsDropdown": query == {"p": 1}, "userId": 1, "term": "category", "queryId": 1}  # fmt: skip
            result = blocks.convert(markup_of(name, said), to="html", site=place, request=request, page=True)
            found += [(name, query, one) for one in scripts_in(result.output)]
    assert found == []
