"""What is deep, long or refers to itself takes time in step with its size, and prints no power of it."""

from __future__ import annotations

from collections.abc import Callable

import pytest

import blocks
from blocks.site import Comment, MemorySite, RenderContext, SitePost, TemplatePart, Term, ThemeFiles
from tests.render.posts import NOW
from tests.timing import assert_in_step

GROUP = ('<!-- wp:group {"layout":{"type":"constrained"}} --><div class="wp-block-group">', "</div><!-- /wp:group -->")
QUERY = (
    '<!-- wp:query {"queryId":1,"query":{"perPage":100}} --><div><!-- wp:post-template -->',
    "<!-- /wp:post-template --></div><!-- /wp:query -->",
)
TERMS = (
    '<!-- wp:terms-query {"termQuery":{"perPage":0,"taxonomy":"category","hideEmpty":false}} --><div>'
    "<!-- wp:term-template -->",
    "<!-- /wp:term-template --></div><!-- /wp:terms-query -->",
)
DEEP = {
    "groups": GROUP,
    "columns": ('<!-- wp:columns --><div class="wp-block-columns"><!-- wp:column {"width":"50%"} --><div>',
                "</div><!-- /wp:column --></div><!-- /wp:columns -->"),
    "unknown blocks": ('<!-- wp:acme/x {"layout":{"type":"flex"}} --><div>', "</div><!-- /wp:acme/x -->"),
    "lists": ("<!-- wp:list --><ul><!-- wp:list-item --><li>", "</li><!-- /wp:list-item --></ul><!-- /wp:list -->"),
    "quotes": ('<!-- wp:quote {"style":{"spacing":{"blockGap":"1px"}}} --><blockquote>', "</blockquote><!-- /wp:quote -->"),
    "colours": ('<!-- wp:group {"style":{"elements":{"link":{"color":{"text":"red"}}}}} --><div>', GROUP[1]),
    "bindings": ('<!-- wp:group {"metadata":{"bindings":{"__default":{"source":"core/pattern-overrides"}}}} --><div>', GROUP[1]),
    "submenus": ('<!-- wp:navigation-submenu {"label":"x"} -->', "<!-- /wp:navigation-submenu -->"),
    "queries": ('<!-- wp:query {"queryId":1} --><div><!-- wp:post-template -->', QUERY[1]),
    "comments": ("<!-- wp:comments --><div><!-- wp:comment-template -->", "<!-- /wp:comment-template --></div><!-- /wp:comments -->"),
}  # fmt: skip
SIZES = {"colours": 1000, "queries": 600, "submenus": 100}
POSTS = [SitePost(id=id, title="T", content="<p>x</p>", date="2024-01-01 00:00:00") for id in range(1, 101)]


def rendered(markup: str, place: MemorySite | None = None, **request: object) -> blocks.Result:
    said = RenderContext(now=NOW, **{"post": 1, **request})  # type: ignore[arg-type]
    return blocks.convert(markup, to="html", site=place or MemorySite(posts=POSTS[:2]), request=said)


@pytest.mark.parametrize("kind", DEEP)
def test_blocks_inside_each_other(kind: str) -> None:
    opens, closes = DEEP[kind]

    def prepare(size: int) -> Callable[[], object]:
        markup = f"{opens * size}<p>x</p>{closes * size}"
        return lambda: rendered(markup)

    assert_in_step(prepare, SIZES.get(kind, 5000))


@pytest.mark.parametrize("kind", ["groups", "unknown blocks", "colours", "queries"])
def test_blocks_left_open(kind: str) -> None:
    assert_in_step(lambda size: lambda: rendered(DEEP[kind][0] * size), 20_000)


def test_blocks_with_colours_of_elements_side_by_side() -> None:
    opens, closes = DEEP["colours"]
    assert_in_step(lambda size: lambda: rendered(f"{opens}x{closes}" * size), 8000)


@pytest.mark.parametrize(
    "said",
    [
        '{"className":"%s"}',
        '{"style":{"color":{"text":"%s"},"spacing":{"padding":"%s"}}}',
        '{"layout":{"type":"constrained","contentSize":"%s"}}',
        '{"style":{"elements":{"link":{"color":{"text":"%s"}}}}}',
        '{"style":{"background":{"backgroundImage":{"url":"%s"}}}}',
    ],
)
@pytest.mark.parametrize("unit", ["a", "(", "a ", "&#", "url(", "is-style-"])
def test_long_values(said: str, unit: str) -> None:
    markup = "<!-- wp:group %s --><div>x</div><!-- /wp:group -->"
    assert_in_step(lambda size: lambda: rendered(markup % said.replace("%s", unit * (size // len(unit)))), 200_000)


def test_a_long_query() -> None:
    markup = '<!-- wp:query {"query":{"search":"%s","exclude":[%s]}} --><!-- wp:post-template -->x<!-- /wp:post-template --><!-- /wp:query -->'
    assert_in_step(lambda size: lambda: rendered(markup % ("a b " * size, "1," * size + "2")), 50_000)


def wp_block(id: int, content: str) -> SitePost:
    return SitePost(id=id, type="wp_block", content=content)


def synced(id: int) -> str:
    return f'<!-- wp:block {{"ref":{id}}} /-->'


DOUBLING = {
    "synced patterns": (synced(1), {"posts": [wp_block(id, synced(id + 1) * 2 if id < 40 else "<p>x</p>") for id in range(1, 41)]}),
    "patterns": ('<!-- wp:pattern {"slug":"a/0"} /-->', {"themes": [ThemeFiles(slug="t", patterns={
        f"a/{n}": f'<!-- wp:pattern {{"slug":"a/{n + 1}"}} /-->' * 2 if n < 40 else "<p>x</p>" for n in range(41)})]}),
    "template parts": ('<!-- wp:template-part {"slug":"p0"} /-->', {"themes": [ThemeFiles(slug="t", parts={
        f"p{n}": TemplatePart(slug=f"p{n}", content=f'<!-- wp:template-part {{"slug":"p{n + 1}"}} /-->' * 2 if n < 40 else "<p>x</p>")
        for n in range(41)})]}),
    "loops": (QUERY[0] * 10 + "<!-- wp:post-title /-->" + QUERY[1] * 10, {"posts": POSTS}),
    "loops of HTML": (QUERY[0] * 10 + "<p>x</p>" + QUERY[1] * 10, {"posts": POSTS}),
    "loops of terms": (TERMS[0] * 10 + "<!-- wp:term-name /-->" + TERMS[1] * 10,
                       {"terms": [Term(id=id, name="x", slug=f"s{id}", count=1) for id in range(1, 101)]}),
    "loops over what loops": (QUERY[0] + "<!-- wp:post-content /-->" + QUERY[1], {"posts": [
        SitePost(id=id, title="T", content=f"{QUERY[0]}<!-- wp:post-content /-->{QUERY[1]}", date="2024-01-01") for id in range(1, 31)]}),
}  # fmt: skip


@pytest.mark.parametrize("kind", DOUBLING)
def test_what_would_print_a_power_of_itself(kind: str) -> None:
    markup, tables = DOUBLING[kind]
    result = rendered(markup, MemorySite(**tables), theme="t", post=0 if kind == "synced patterns" else 1)  # type: ignore[arg-type]
    assert "render-limit" in {problem.code for problem in result.rendering_problems}
    assert 0 < len(result.output) < 10_000_000


def test_what_stands_inside_itself() -> None:
    ring = [
        wp_block(1, synced(2) + "<p>a</p>"),
        wp_block(2, synced(1) + "<p>b</p>"),
        wp_block(3, synced(3) + "<p>c</p>"),
    ]
    result = rendered(synced(1) + synced(3), MemorySite(posts=ring), post=0)
    assert result.output == "<p>b</p><p>a</p><p>c</p>"
    assert {problem.code for problem in result.rendering_problems} == {"reference-loop"}


@pytest.mark.parametrize("kind", ["post-excerpt", "post-time-to-read"])
def test_many_blocks_that_read_a_long_post(kind: str) -> None:
    place = MemorySite(posts=[SitePost(id=1, title="T", content="<p>word</p>\n" * 20_000, date="2024-01-01 00:00:00")])
    result = rendered(f"<!-- wp:{kind} /-->" * 3000, place)
    assert "render-limit" in {problem.code for problem in result.rendering_problems}


@pytest.mark.parametrize("kind", ["page-list", "latest-comments", "post-comments", "comments", "terms", "tag-cloud"])
def test_deep_sites(kind: str) -> None:
    comments = "<!-- wp:comments --><!-- wp:comment-template --><!-- wp:comment-content /--><!-- /wp:comment-template --><!-- /wp:comments -->"
    drawn = {"comments": comments, "terms": f"{TERMS[0]}<!-- wp:term-name /-->{TERMS[1]}"}

    def prepare(size: int) -> Callable[[], object]:
        ids = range(1, size + 1)
        place = MemorySite(
            posts=[SitePost(id=id, type="page", title="T", name=f"n{id}", parent=id - 1, date="2024-01-01 00:00:00") for id in ids],
            terms=[Term(id=id, name=f"n{id}", slug=f"s{id}", parent=id - 1, count=1) for id in ids],
            comments=[Comment(id=id, post=1, parent=id - 1, content="x", date="2024-01-01 00:00:00") for id in ids],
        )  # fmt: skip
        return lambda: rendered(drawn.get(kind, f"<!-- wp:{kind} /-->"), place)

    assert_in_step(prepare, 4000)


def test_attachments_of_each_other_have_addresses() -> None:
    posts = [SitePost(id=id, type="attachment", status="inherit", name=f"n{id}", parent=3 - id, mime="image/png",
                      meta={"_wp_attached_file": "a.png"}) for id in (1, 2)]  # fmt: skip
    place = MemorySite(posts=posts, options={"permalink_structure": "/%postname%/"})
    assert "<h2" in rendered('<!-- wp:post-title {"isLink":true} /-->' * 2 + "<h2>x</h2>", place).output
