"""What WordPress adds to saved blocks for their supports. The answers are those of WordPress with this theme."""

from __future__ import annotations

from dataclasses import replace
from functools import partial

import pytest

import blocks
from blocks.theme import BlockStyle, Theme
from tests.timing import assert_in_step

THEME = replace(
    Theme.from_dict(
        {
            "version": 3,
            "settings": {
                "appearanceTools": True,
                "useRootPaddingAwareAlignments": True,
                "layout": {"contentSize": "600px", "wideSize": "1000px"},
                "typography": {"fluid": True},
                "color": {"duotone": [{"slug": "sea", "name": "Sea", "colors": ["#001122", "#ddeeff"]}]},
            },
            "styles": {
                "blocks": {
                    "core/group": {
                        "variations": {
                            "boxed": {
                                "border": {"width": "2px"},
                                "elements": {"link": {"color": {"text": "red"}}},
                            }
                        }
                    }
                }
            },
        }
    ),
    block_styles=(BlockStyle("core/group", "boxed"),),
)
# Markup; the HTML that WordPress makes of it; the stylesheet of the supports, and the other styles.
CASES = {
    "a flex row whose orientation is null is a row": (
        '<!-- wp:group {"layout":{"type":"flex","orientation":null,"justifyContent":"right"}} --><div class="wp-b'
        'lock-group"></div><!-- /wp:group -->',
        '<div class="wp-block-group is-content-justification-right is-layout-flex wp-container-core-group-is-layo'
        'ut-e7e907ab wp-block-group-is-layout-flex"></div>',
        ".wp-container-core-group-is-layout-e7e907ab{justify-content:flex-end;}",
        "",
    ),
    "an unknown type of layout": (
        '<!-- wp:group {"layout":{"type":"ring"}} --><div class="wp-block-group"></div><!-- /wp:group -->',
        '<div class="wp-block-group wp-block-group-"></div>',
        "",
        "",
    ),
    "a layout that is text": (
        '<!-- wp:group {"layout":"flex"} --><div class="wp-block-group"></div><!-- /wp:group -->',
        '<div class="wp-block-group is-layout-flow wp-block-group-is-layout-flow"></div>',
        "",
        "",
    ),
    "a gap that is a list": (
        '<!-- wp:group {"layout":{"type":"grid"},"style":{"spacing":{"blockGap":["1px"]}}} --><div class="wp-bloc'
        'k-group"></div><!-- /wp:group -->',
        '<div class="wp-block-group is-layout-grid wp-container-core-group-is-layout-27d4b9be wp-block-group-is-l'
        'ayout-grid"></div>',
        ".wp-container-core-group-is-layout-27d4b9be{grid-template-columns:repeat(auto-fill, minmax(min(12rem, 10"
        "0%), 1fr));container-type:inline-size;gap:0.5em 0.5em;}",
        "",
    ),
    "a gap that would end its rule": (
        '<!-- wp:group {"style":{"spacing":{"blockGap":"1px} a{"}}} --><div class="wp-block-group"></div><!-- /wp'
        ":group -->",
        '<div class="wp-block-group is-layout-flow wp-block-group-is-layout-flow"></div>',
        "",
        "",
    ),
    "a gap of a number": (
        '<!-- wp:group {"style":{"spacing":{"blockGap":7}}} --><div class="wp-block-group"></div><!-- /wp:group -->',
        '<div class="wp-block-group is-layout-flow wp-container-core-group-is-layout-fe681c18 wp-block-group-is-l'
        'ayout-flow"></div>',
        ".wp-container-core-group-is-layout-fe681c18 > *{margin-block-start:0;margin-block-end:0;}.wp-container-c"
        "ore-group-is-layout-fe681c18 > * + *{margin-block-start:7;margin-block-end:0;}",
        "",
    ),
    "layout classes go on the element around the blocks inside": (
        '<!-- wp:cover {"layout":{"type":"constrained"}} --><div class="wp-block-cover"><span class="x"></span><d'
        'iv class="wp-block-cover__inner-container"><!-- wp:paragraph --><p>a</p><!-- /wp:paragraph --></div></di'
        "v><!-- /wp:cover -->",
        '<div class="wp-block-cover"><span class="x"></span><div class="wp-block-cover__inner-container has-globa'
        'l-padding is-layout-constrained wp-block-cover-is-layout-constrained"><p>a</p></div></div>',
        "",
        "",
    ),
    "a group without a tag": (
        "<!-- wp:group -->plain<!-- /wp:group -->",
        "plain",
        "",
        "",
    ),
    "columns that span in a grid": (
        '<!-- wp:group {"layout":{"type":"grid","minimumColumnWidth":"10px"}} --><div class="wp-block-group"><!--'
        ' wp:paragraph {"style":{"layout":{"columnSpan":3,"rowSpan":2}}} --><p>a</p><!-- /wp:paragraph --></div><'
        "!-- /wp:group -->",
        '<div class="wp-block-group is-layout-grid wp-container-core-group-is-layout-ce98cb43 wp-block-group-is-l'
        'ayout-grid"><p class="wp-container-content-957b7ee5">a</p></div>',
        ".wp-container-content-957b7ee5{grid-column:span 3;grid-row:span 2;}@container (max-width: 78px ){.wp-con"
        "tainer-content-957b7ee5{grid-column:1/-1;}}.wp-container-core-group-is-layout-ce98cb43{grid-template-col"
        "umns:repeat(auto-fill, minmax(min(10px, 100%), 1fr));container-type:inline-size;}",
        "",
    ),
    "a place that fills the row": (
        '<!-- wp:paragraph {"style":{"layout":{"selfStretch":"fill"}}} --><p>a</p><!-- /wp:paragraph -->',
        '<p class="wp-container-content-ceb7f5b3">a</p>',
        ".wp-container-content-ceb7f5b3{flex-grow:1;}",
        "",
    ),
    "a colour of links, and of those under the pointer": (
        '<!-- wp:paragraph {"className":"x","style":{"elements":{"link":{"color":{"text":"#00f"},":hover":{"color'
        '":{"text":"var:preset|color|sea"}}}}}} --><p>a</p><!-- /wp:paragraph -->',
        '<p class="wp-elements-e2988a4031039ad9e1562df45e0f7721">a</p>',
        ".wp-elements-e2988a4031039ad9e1562df45e0f7721 a:where(:not(.wp-element-button)){color:#00f;}.wp-elements"
        "-e2988a4031039ad9e1562df45e0f7721 a:where(:not(.wp-element-button)):hover{color:var(--wp--preset--color-"
        "-sea);}",
        "",
    ),
    "a group that sticks": (
        '<!-- wp:group {"style":{"position":{"type":"sticky","top":0}}} --><DIV>a</DIV><!-- /wp:group --><!-- wp:'
        'group {"style":{"position":{"type":"sticky","top":"3px","bottom":"0"}}} --><div>a</div><!-- /wp:group --'
        ">",
        '<DIV class="is-layout-flow wp-block-group-is-layout-flow wp-container-1 is-position-sticky">a</DIV><div '
        'class="is-layout-flow wp-block-group-is-layout-flow wp-container-2 is-position-sticky">a</div>',
        ".wp-container-1{top:calc(0px + var(--wp-admin--admin-bar--position-offset, 0px));position:sticky;z-index"
        ":10;}.wp-container-2{top:calc(3px + var(--wp-admin--admin-bar--position-offset, 0px));bottom:0;position:"
        "sticky;z-index:10;}",
        "",
    ),
    "a position that the theme does not allow takes a number all the same": (
        '<!-- wp:group {"style":{"position":{"type":"fixed","top":"0"}}} --><div>a</div><!-- /wp:group --><!-- wp'
        ':group {"style":{"position":{"type":"sticky"}}} --><div>b</div><!-- /wp:group -->',
        '<div class="is-layout-flow wp-block-group-is-layout-flow">a</div><div class="is-layout-flow wp-block-gro'
        'up-is-layout-flow wp-container-2 is-position-sticky">b</div>',
        ".wp-container-2{position:sticky;z-index:10;}",
        "",
    ),
    "an aspect ratio unsets the least height": (
        '<!-- wp:cover {"style":{"dimensions":{"aspectRatio":"4/3"}}} --><div class="wp-block-cover" style="color'
        ':red"><div class="wp-block-cover__inner-container"></div></div><!-- /wp:cover -->',
        '<div class="wp-block-cover is-layout-flow wp-block-cover-is-layout-flow has-aspect-ratio" style="color:r'
        'ed;aspect-ratio:4/3;min-height:unset;"><div class="wp-block-cover__inner-container"></div></div>',
        "",
        "",
    ),
    "a least height unsets the aspect ratio": (
        '<!-- wp:cover {"minHeight":50} --><div class="wp-block-cover"><div class="wp-block-cover__inner-containe'
        'r"></div></div><!-- /wp:cover -->',
        '<div style="aspect-ratio:unset;" class="wp-block-cover is-layout-flow wp-block-cover-is-layout-flow"><di'
        'v class="wp-block-cover__inner-container"></div></div>',
        "",
        "",
    ),
    "an image behind a group": (
        '<!-- wp:group {"style":{"background":{"backgroundImage":{"url":"a.png"},"backgroundSize":"contain"}}} --'
        '><div style="color:red;">a</div><!-- /wp:group -->',
        '<div class="is-layout-flow wp-block-group-is-layout-flow has-background" style="color:red;background-ima'
        'ge:url(&apos;a.png&apos;);background-position:50% 50%;background-size:contain;">a</div>',
        "",
        "",
    ),
    "a size without an image": (
        '<!-- wp:quote {"style":{"background":{"backgroundSize":"10px"}}} --><blockquote>a</blockquote><!-- /wp:q'
        "uote -->",
        '<blockquote style="background-size:10px;" class="is-layout-flow wp-block-quote-is-layout-flow has-backgr'
        'ound">a</blockquote>',
        "",
        "",
    ),
    "a background that paragraphs have no support for": (
        '<!-- wp:paragraph {"style":{"background":{"backgroundImage":{"url":"a.png"}}}} --><p>a</p><!-- /wp:parag'
        "raph -->",
        "<p>a</p>",
        "",
        "",
    ),
    "a fluid font size": (
        '<!-- wp:paragraph {"style":{"typography":{"fontSize":"40px"}}} --><p style="font-size : 40px">a</p><!-- '
        "/wp:paragraph -->",
        '<p style="font-size:clamp(24.034px, 1.502rem + ((1vw - 3.2px) * 2.348), 40px);">a</p>',
        "",
        "",
    ),
    "a font size that is no length": (
        '<!-- wp:paragraph {"style":{"typography":{"fontSize":"5vw"}}} --><p style="font-size:5vw">a</p><!-- /wp:'
        "paragraph -->",
        '<p style="font-size:5vw">a</p>',
        "",
        "",
    ),
    "text that fits": (
        '<!-- wp:heading {"fitText":true,"style":{"typography":{"fontSize":"40px"}}} --><h2 style="font-size:40px'
        '">a</h2><!-- /wp:heading -->',
        '<h2 data-wp-context---core-fit-text="core/fit-text::{&quot;fontSize&quot;:&quot;&quot;}" data-wp-init---'
        'core-fit-text="core/fit-text::callbacks.init" data-wp-interactive data-wp-style--font-size="core/fit-tex'
        't::context.fontSize" class="wp-block-heading" style="font-size:40px">a</h2>',
        "",
        "",
    ),
    "a preset of duotone": (
        '<!-- wp:cover {"style":{"color":{"duotone":"var:preset|duotone|sea"}}} --><div class="wp-block-cover"></'
        'div><!-- /wp:cover --><!-- wp:cover {"style":{"color":{"duotone":"var:preset|duotone|sea"}}} --><div cla'
        'ss="wp-block-cover"></div><!-- /wp:cover -->',
        '<div class="wp-block-cover is-layout-flow wp-block-cover-is-layout-flow wp-duotone-sea"></div><div class'
        '="wp-block-cover is-layout-flow wp-block-cover-is-layout-flow wp-duotone-sea"></div>',
        "",
        ":root{--wp--preset--duotone--sea:url(#wp-duotone-sea);}.wp-duotone-sea.wp-block-cover > .wp-block-cover_"
        "_image-background, .wp-duotone-sea.wp-block-cover > .wp-block-cover__video-background{filter:var(--wp--p"
        "reset--duotone--sea);}",
    ),
    "two colours": (
        '<!-- wp:cover {"style":{"color":{"duotone":["#000","rgb(255 0 51 / 50%)"]}}} --><div class="wp-block-cov'
        'er"></div><!-- /wp:cover -->',
        '<div class="wp-block-cover is-layout-flow wp-block-cover-is-layout-flow wp-duotone-000-rgb25505150-1"></div>',
        "",
        ".wp-duotone-000-rgb25505150-1.wp-block-cover > .wp-block-cover__image-background, .wp-duotone-000-rgb255"
        "05150-1.wp-block-cover > .wp-block-cover__video-background{filter:url(#wp-duotone-000-rgb25505150-1);}",
    ),
    "no duotone": (
        '<!-- wp:cover {"style":{"color":{"duotone":"unset"}}} --><div class="wp-block-cover"></div><!-- /wp:cover -->',
        '<div class="wp-block-cover is-layout-flow wp-block-cover-is-layout-flow wp-duotone-unset-1"></div>',
        "",
        ".wp-duotone-unset-1.wp-block-cover > .wp-block-cover__image-background, .wp-duotone-unset-1.wp-block-cov"
        "er > .wp-block-cover__video-background{filter:unset;}",
    ),
    "a duotone that is a number": (
        '<!-- wp:cover {"style":{"color":{"duotone":5}}} --><div class="wp-block-cover"></div><!-- /wp:cover -->',
        '<div class="wp-block-cover is-layout-flow wp-block-cover-is-layout-flow "></div>',
        "",
        "",
    ),
    "a style variation": (
        '<!-- wp:group {"className":"x is-style-boxed"} --><div class="wp-block-group x is-style-boxed">a</div><!'
        "-- /wp:group -->",
        '<div class="wp-block-group x is-style-boxed is-layout-flow wp-block-group-is-layout-flow is-style-boxed-'
        '-1">a</div>',
        "",
        ":root :where(.is-style-boxed--1 a:where(:not(.wp-element-button))){color: red;}:root :where(.wp-block-gr"
        "oup.is-style-boxed--1){border-width: 2px;}",
    ),
    "a style variation that the theme knows nothing of": (
        '<!-- wp:group {"className":"is-style-round is-style-default"} --><div class="wp-block-group">a</div><!--'
        " /wp:group -->",
        '<div class="wp-block-group is-layout-flow wp-block-group-is-layout-flow">a</div>',
        "",
        "",
    ),
    "presets of one group": (
        '<!-- wp:group {"settings":{"blocks":{"core/button":{"color":{"palette":{"custom":[{"slug":"own","name":"'
        'Own","color":"#123456"},{"slug":"b d","name":"Bad","color":"red"}]}}}}}} --><div class="wp-block-group">'
        "a</div><!-- /wp:group -->",
        '<div class="wp-block-group wp-settings-36c1de3ff7a6f4d12c444c3018f5aeb0 is-layout-flow wp-block-group-is'
        '-layout-flow">a</div>',
        "",
        ".wp-settings-36c1de3ff7a6f4d12c444c3018f5aeb0 .wp-block-button .wp-block-button__link{--wp--preset--colo"
        "r--own: #123456;}.wp-settings-36c1de3ff7a6f4d12c444c3018f5aeb0 .wp-block-button .wp-block-button__link.h"
        "as-own-color{color: var(--wp--preset--color--own) !important;}.wp-settings-36c1de3ff7a6f4d12c444c3018f5a"
        "eb0 .wp-block-button .wp-block-button__link.has-own-background-color{background-color: var(--wp--preset-"
        "-color--own) !important;}.wp-settings-36c1de3ff7a6f4d12c444c3018f5aeb0 .wp-block-button .wp-block-button"
        "__link.has-own-border-color{border-color: var(--wp--preset--color--own) !important;}",
    ),
    "presets of a group in a layout": (
        '<!-- wp:group {"layout":{"type":"flex"}} --><div class="wp-block-group"><!-- wp:group {"settings":{"colo'
        'r":{"palette":{"custom":[]}}}} --><div class="wp-block-group">a</div><!-- /wp:group --></div><!-- /wp:gr'
        "oup -->",
        '<div class="wp-block-group is-layout-flex wp-block-group-is-layout-flex"><div class="wp-block-group wp-s'
        'ettings-b842cc9a7558b7cb52cec9fa1c328e43 is-layout-flow wp-block-group-is-layout-flow">a</div></div>',
        "",
        "",
    ),
}


@pytest.mark.parametrize("name", CASES)
def test_supports_of_saved_blocks(name: str) -> None:
    markup, html, css, inline = CASES[name]
    result = blocks.convert(markup, theme_json=THEME)
    assert (result.output, result.css, result.inline_styles) == (html, css, inline)


def test_filters_of_duotone_stand_in_the_footer_once() -> None:
    cover = '<!-- wp:cover {"style":{"color":{"duotone":%s}}} --><div></div><!-- /wp:cover -->'
    preset, own = cover % '"var:preset|duotone|sea"', cover % '["#000","#fff"]'
    result = blocks.convert(preset + own + preset + own, theme_json=THEME)
    assert result.footer.count("<filter ") == 3
    assert 'tableValues="0.066666666666667 0.93333333333333"' in result.footer


def test_a_theme_gives_duotone_to_all_blocks_of_a_type() -> None:
    styles = {"blocks": {"core/cover": {"filter": {"duotone": "var(--wp--preset--duotone--sea)"}}}}
    theme = Theme.from_dict({"version": 3, "settings": THEME.theme_json["settings"], "styles": styles})
    result = blocks.convert("<!-- wp:cover --><div></div><!-- /wp:cover -->", theme_json=theme)
    assert result.output.endswith('wp-duotone-sea"></div>')
    assert result.inline_styles.startswith(":root{--wp--preset--duotone--sea:url(#wp-duotone-sea);}.wp-duotone-sea")


@pytest.mark.parametrize("said", ['"style":{"elements":{"link":{"color":{"text":"red"}}}}', '"settings":{"color":{}}'])
def test_blocks_that_are_hashed_with_all_inside_them_may_stand_deep_in_each_other(said: str) -> None:
    def nested(depth: int) -> str:
        return f"<!-- wp:group {{{said}}} --><div>" * depth + "</div><!-- /wp:group -->" * depth

    result = blocks.convert(nested(1000))
    assert result.output.count("<div") == 1000
    assert [problem.code for problem in result.rendering_problems] == ["render-limit"]
    assert_in_step(lambda depth: partial(blocks.render, nested(depth)), 8000)
