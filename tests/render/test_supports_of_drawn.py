"""What WordPress adds to drawn blocks for their supports, and to groups and images in classic themes.

The answers are those of WordPress. And what hostile values cost.
"""

from __future__ import annotations

import json
import time
from typing import Any

import pytest

import blocks
from blocks.render.base import Context
from blocks.render.html.block import ServerBlock
from blocks.render.html.server import Server
from blocks.render.html.wrapper import wrapper_attributes
from blocks.render.templates import Templates
from blocks.sources.post import Post
from blocks.theme import Theme
from tests.render.test_supports import THEME

WRAPPERS = (
    (
        "core/site-title",
        {"textColor": "base", "style": {"color": {"text": "#111", "background": "#222"}}},
        'style="background-color:#222;" class="own wp-block-site-title has-text-color has-base-color has-background"',
    ),
    (
        "core/site-title",
        {
            "fontSize": "big",
            "style": {
                "typography": {
                    "fontSize": "1px",
                    "textAlign": "left",
                    "fontWeight": "700",
                    "fontStyle": "var:preset|font-style|mySlant",
                }
            },
        },
        'style="font-style:var(--wp--preset--font-style--my-slant);font-weight:700;" class="own wp-block-site-tit'
        'le has-big-font-size"',
    ),
    (
        "core/site-title",
        {"style": {"typography": {"fontSize": "40px"}}},
        'style="font-size:clamp(24.034px, 1.502rem + ((1vw - 3.2px) * 2.348), 40px);" class="own wp-block-site-title"',
    ),
    (
        "core/search",
        {"backgroundColor": "base", "style": {"typography": {"lineHeight": "2"}, "border": {"width": "1px"}}},
        'class="own wp-block-search"',
    ),
    (
        "core/categories",
        {
            "borderColor": "base",
            "style": {"border": {"radius": 5, "top": {"width": "1px", "color": "var:preset|color|base"}}},
        },
        'style="border-radius:5px;border-top-width:1px;border-top-color:var(--wp--preset--color--base);" class="o'
        'wn wp-block-categories has-border-color has-base-border-color"',
    ),
    (
        "core/categories",
        {"style": {"border": {"radius": {"topLeft": "1px"}, "width": "2", "style": "solid", "color": "red"}}},
        'style="border-color:red;border-top-left-radius:1px;border-style:solid;border-width:2px;" class="own wp-b'
        'lock-categories has-border-color"',
    ),
    (
        "core/latest-posts",
        {"align": "wide", "className": "a b", "style": {"spacing": {"padding": {"top": "1px"}, "margin": "0"}}},
        'style="padding-top:1px;margin:0;" class="own alignwide a b wp-block-latest-posts"',
    ),
    (
        "core/group",
        {"style": {"shadow": "var:preset|shadow|natural", "dimensions": {"minHeight": "3px"}}},
        'style="min-height:3px; box-shadow:var(--wp--preset--shadow--natural);" class="own wp-block-group"',
    ),
    (
        "core/button",
        {"style": {"shadow": "1px 1px red", "spacing": {"padding": "1px"}}},
        'class="own wp-block-button"',
    ),
    (
        "core/calendar",
        {"textColor": "base", "style": {"color": {"background": "#222"}}},
        'class="own wp-block-calendar"',
    ),
    (
        "core/post-title",
        {"gradient": "dawn", "style": {"color": {"gradient": "x"}}},
        'class="own wp-block-post-title has-background has-dawn-gradient-background"',
    ),
    (
        "core/navigation",
        {"ariaLabel": "Main & more", "style": {"typography": {"textDecoration": "underline", "letterSpacing": "1px"}}},
        'style="letter-spacing:1px;" class="own wp-block-navigation" aria-label="Main &amp; more"',
    ),
    (
        "core/site-title",
        {"style": "red", "textColor": 5},
        'class="own wp-block-site-title"',
    ),
)


# Groups and images where the theme has no theme.json, so that they have containers.
CLASSIC = (
    (
        '<!-- wp:group {"layout":{"type":"constrained"}} --><div class="wp-block-group"><p>a</p></div><!-- /wp:group -->',
        '<div class="wp-block-group"><div class="wp-block-group__inner-container is-layout-constrained '
        'wp-block-group-is-layout-constrained"><p>a</p></div></div>',
    ),
    (
        '<!-- wp:group {"layout":{"type":"flex"}} --><div class="wp-block-group"><p>a</p></div><!-- /wp:group -->',
        '<div class="wp-block-group is-layout-flex wp-block-group-is-layout-flex"><p>a</p></div>',
    ),
    (
        '<!-- wp:group --><div class="wp-block-group"><div class="wp-block-group__inner-container">a</div></div>'
        "<!-- /wp:group -->",
        '<div class="wp-block-group is-layout-flow wp-block-group-is-layout-flow">'
        '<div class="wp-block-group__inner-container">a</div></div>',
    ),
    (
        '<!-- wp:group {"tagName":"main"} -->\n<main id="x" class="wp-block-group">a</main>\n<p>b</p><!-- /wp:group -->',
        '\n<main id="x" class="wp-block-group"><div class="wp-block-group__inner-container is-layout-flow '
        'wp-block-group-is-layout-flow">a</div></main>\n<p>b</p>',
    ),
    (
        '<!-- wp:group {"tagName":"main"} --><p>b</p><main class="wp-block-group">a</main><!-- /wp:group -->',
        '<p class="is-layout-flow wp-block-group-is-layout-flow">b</p><main class="wp-block-group">a</main>',
    ),
    (
        '<!-- wp:image {"className":"foo"} --><figure class="wp-block-image alignleft foo"><img src="a.png"/></figure>'
        "<!-- /wp:image -->",
        '<div class="wp-block-image foo"><figure class="alignleft"><img src="a.png"/></figure></div>',
    ),
    (
        '<!-- wp:image {"style":{"color":{"duotone":"unset"}}} --><div class="wp-block-image"><figure class="alignleft">'
        '<img src="a.png"/></figure></div><!-- /wp:image -->',
        '<div class="wp-block-image wp-duotone-unset-1"><figure class="alignleft"><img src="a.png"/></figure></div>',
    ),
)
ODD: tuple[Any, ...] = (
    True, 0, 1.5, "", "0", "x", "var:preset|spacing|10", [], [1, [2]], {"a": {"b": 1}}, {"top": [1], "url": {}},
)  # fmt: skip
_STYLES = {
    "color": ("text", "background", "gradient", "duotone"),
    "typography": ("fontSize", "fontFamily", "textAlign", "fontWeight"),
    "border": ("radius", "width", "color", "top"),
    "spacing": ("padding", "margin", "blockGap"),
    "dimensions": ("minHeight", "aspectRatio"),
    "position": ("type", "top"),
    "background": ("backgroundImage", "backgroundSize"),
    "layout": ("columnSpan", "flexSize", "selfStretch"),
    "elements": ("link", "h1"),
}


def served(markup: str, theme: Theme = THEME) -> Server:
    document = blocks.parse(markup)
    return Server(document.source.parser, Context(Post(markup), Templates()), None, None, theme)


@pytest.mark.parametrize(("name", "attributes", "expected"), WRAPPERS)
def test_supports_of_drawn_blocks(name: str, attributes: dict[str, Any], expected: str) -> None:
    server = served("")
    block = ServerBlock(server, name, attributes, [], {})
    assert wrapper_attributes(block, server, {"class": "own"}) == expected


@pytest.mark.parametrize(("markup", "expected"), CLASSIC)
def test_containers_of_classic_themes(markup: str, expected: str) -> None:
    assert blocks.convert(markup, theme_json=Theme.classic()).output == expected


@pytest.mark.parametrize("odd", ODD, ids=repr)
@pytest.mark.parametrize("theme", [THEME, Theme.classic()], ids=["block", "classic"])
def test_odd_values_lose_nothing(odd: Any, theme: Theme) -> None:
    said = [{"style": {group: {name: odd}}} for group, names in _STYLES.items() for name in names]
    said += [{"style": {group: odd}} for group in _STYLES]
    said += [{key: odd} for key in ("style", "layout", "settings", "className", "fitText", "tagName", "minHeight")]
    for attributes in said:
        for name in ("group", "cover", "paragraph", "nobody/knows"):
            delimiter = f"wp:{name} {json.dumps(attributes)}"
            markup = f"<!-- {delimiter} --><div class='wp-block-group'>kept</div><!-- /wp:{name} -->"
            assert ">kept</div>" in blocks.convert(markup, theme_json=theme).output
        server = served("", theme)
        wrapper_attributes(ServerBlock(server, "core/categories", attributes, [], {}), server)


@pytest.mark.parametrize(
    "piece", ["<div ", "<div class='wp-block-group' ", "</div> \t", "wp-block-group", "\n\n <div>"]
)
def test_containers_are_found_in_linear_time(piece: str) -> None:
    markup = f"<!-- wp:group -->{piece * 20_000}<!-- /wp:group -->"
    start = time.perf_counter()
    blocks.convert(markup, theme_json=Theme.classic())
    assert time.perf_counter() - start < 5
