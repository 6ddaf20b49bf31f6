"""Every older shape, reached by markup of its own; or the reason why nothing reaches it."""

from __future__ import annotations

from typing import Any

import pytest

import blocks

# A block, its older shape, what its delimiter says, and its HTML.
REACHED: list[tuple[str, str, str, str]] = [
    ("list", "WithoutClass", "", "<ul><!-- wp:list-item --><li>a</li><!-- /wp:list-item --></ul>"),
    ("list", "TypeAsAttribute", '{"ordered":true,"type":"A"}',
     '<ol type="A"><!-- wp:list-item --><li>a</li><!-- /wp:list-item --></ol>'),
    ("list", "WithoutItemBlocks", "", "<ul><li>a</li></ul>"),
    ("heading", "WithoutClass", "", "<h2>a</h2>"),
    ("heading", "TextAlignedByAlign", '{"align":"center"}',
     '<h2 class="wp-block-heading has-text-align-center">a</h2>'),
    ("heading", "WithCustomColor", '{"customTextColor":"#123456"}',
     '<h2 class="has-text-color" style="color:#123456">a</h2>'),
    ("heading", "ColoredWithoutClass", '{"customTextColor":"#123456"}', '<h2 style="color:#123456">a</h2>'),
    ("heading", "AlignedByStyle", '{"align":"right"}', '<h2 style="text-align:right">a</h2>'),
    ("math", "WithoutDivision", '{"latex":"a"}', '<math class="wp-block-math" display="block">a</math>'),
    ("paragraph", "OnlySaid", '{"fontSize":"x-large"}', "<p>a</p>"),
    ("paragraph", "WithCustomColor", '{"customTextColor":"#123456"}',
     '<p class="has-text-color" style="color:#123456">a</p>'),
    ("paragraph", "AlignedByStyle", '{"align":"right"}', '<p style="text-align:right">a</p>'),
    ("paragraph", "Wide", '{"customTextColor":"#123456"}', '<p style="color:#123456">a</p>'),
    ("paragraph", "ByStyleAlone", '{"fontSize":7}', '<p style="font-size:7px">a</p>'),
    ("paragraph", "Bare", "", "a"),
    ("pullquote", "OfParagraphs", "",
     '<figure class="wp-block-pullquote"><blockquote><p>a</p><p>b</p></blockquote></figure>'),
    ("pullquote", "WithCustomColor", '{"customMainColor":"#123456","className":"is-style-solid-color"}',
     '<figure class="wp-block-pullquote is-style-solid-color has-background"'
     ' style="background-color:#123456"><blockquote><p>a</p></blockquote></figure>'),
    ("pullquote", "BorderedByName", '{"mainColor":"vivid-red"}',
     '<figure class="wp-block-pullquote" style="border-color:#cf2e2e"><blockquote><p>a</p></blockquote>'
     '</figure>'),
    ("pullquote", "ColoredWithoutClass", '{"customMainColor":"#123456","className":"is-style-solid-color"}',
     '<figure class="wp-block-pullquote is-style-solid-color" style="background-color:#123456">'
     '<blockquote><p>a</p></blockquote></figure>'),
    ("pullquote", "WithoutFigure", "", '<blockquote class="wp-block-pullquote"><p>a</p></blockquote>'),
    ("pullquote", "CitedInFooter", "",
     '<blockquote class="wp-block-pullquote alignnone"><p>a</p><footer>b</footer></blockquote>'),
    ("quote", "TextAlignedByAlign", '{"align":"center"}',
     '<blockquote class="wp-block-quote has-text-align-center"><!-- wp:paragraph --><p>a</p><!--'
     ' /wp:paragraph --></blockquote>'),
    ("quote", "WithoutBlocks", "", '<blockquote class="wp-block-quote"><p>a</p></blockquote>'),
    ("quote", "AlignedByStyle", '{"align":"right"}',
     '<blockquote class="wp-block-quote" style="text-align:right"><p>a</p></blockquote>'),
    ("quote", "CitedInFooter", "",
     '<blockquote class="wp-block-quote blocks-quote-style-1"><p>a</p><footer>b</footer></blockquote>'),
    ("verse", "FontFamilyInStyle", '{"style":{"typography":{"fontFamily":"var:preset|font-family|mono"}}}',
     '<pre class="wp-block-verse" style="font-family:var(--wp--preset--font-family--mono)">a</pre>'),
    ("verse", "AlignedByStyle", '{"textAlign":"center"}',
     '<pre style="text-align:center" class="wp-block-verse">a</pre>'),
    ("table", "LooseByDefault", "",
     '<figure class="wp-block-table"><table><tbody><tr><td>a</td></tr></tbody></table></figure>'),
    ("table", "WithoutCaptionClass", '{"hasFixedLayout":false}',
     '<figure class="wp-block-table"><table><tbody><tr><td>a</td></tr></tbody></table><figcaption>b'
     '</figcaption></figure>'),
    ("table", "Painted", '{"hasFixedLayout":true,"backgroundColor":"subtle-pale-blue"}',
     '<figure class="wp-block-table"><table class="has-subtle-pale-blue-background-color has-background'
     ' has-fixed-layout"><tbody><tr><td>a</td></tr></tbody></table></figure>'),
    ("table", "WithoutFigure", "", '<table class="wp-block-table"><tbody><tr><td>a</td></tr></tbody></table>'),
    ("cover", "OverlayFirst", '{"url":"a.jpg"}',
     '<div class="wp-block-cover"><span aria-hidden="true" class="wp-block-cover__background'
     ' has-background-dim-100 has-background-dim"></span><img class="wp-block-cover__image-background"'
     ' alt="" src="a.jpg" data-object-fit="cover"/><div class="wp-block-cover__inner-container"></div>'
     '</div>'),
    ("cover", "BackdropWithoutLabel", '{"url":"a.jpg","hasParallax":true}',
     '<div class="wp-block-cover has-parallax"><span aria-hidden="true" class="wp-block-cover__background'
     ' has-background-dim-100 has-background-dim"></span><div role="img"'
     ' class="wp-block-cover__image-background has-parallax" style="background-position:50%'
     ' 50%;background-image:url(a.jpg)"></div><div class="wp-block-cover__inner-container"></div></div>'),
    ("cover", "ChosenOverlayColor", '{"overlayColor":"base"}',
     '<div class="wp-block-cover"><span aria-hidden="true" class="wp-block-cover__background'
     ' has-base-background-color has-background-dim-100 has-background-dim"></span><div'
     ' class="wp-block-cover__inner-container"></div></div>'),
    ("cover", "AlwaysDiv", '{"style":{"color":{"text":"#123456"},"typography":{"textAlign":"center"}}}',
     '<div class="wp-block-cover" style="color:#123456"><span aria-hidden="true"'
     ' class="wp-block-cover__background has-background-dim-100 has-background-dim"></span><div'
     ' class="wp-block-cover__inner-container"></div></div>'),
    ("cover", "BackdropOnRoot", '{"url":"a.jpg","hasParallax":true}',
     '<div class="wp-block-cover has-parallax" style="background-image:url(a.jpg)"><span'
     ' aria-hidden="true" class="wp-block-cover__background has-background-dim-100 has-background-dim">'
     '</span><div class="wp-block-cover__inner-container"></div></div>'),
    ("cover", "UnitWithoutHeight", '{"minHeightUnit":"vh"}',
     '<div class="wp-block-cover" style="min-height:undefinedvh"><span aria-hidden="true"'
     ' class="wp-block-cover__background has-background-dim-100 has-background-dim"></span><div'
     ' class="wp-block-cover__inner-container"></div></div>'),
    ("cover", "GradientOverlay", "",
     '<div class="wp-block-cover"><span aria-hidden="true" class="has-background-dim-100'
     ' wp-block-cover__gradient-background has-background-dim"></span><div'
     ' class="wp-block-cover__inner-container"></div></div>'),
    ("cover", "OverlayOnRoot", '{"overlayColor":"base","dimRatio":50}',
     '<div class="wp-block-cover has-base-background-color has-background-dim"><div'
     ' class="wp-block-cover__inner-container"></div></div>'),
    ("cover", "PictureOnRoot", '{"url":"a.jpg","minHeight":50,"minHeightUnit":"vh"}',
     '<div class="wp-block-cover has-background-dim" style="background-image:url(a.jpg);min-height:50vh">'
     '<div class="wp-block-cover__inner-container"></div></div>'),
    ("cover", "HeightInPixels", '{"gradient":"cool2Tone"}',
     '<div class="wp-block-cover has-background-dim-100 has-background-dim'
     ' has-cool2Tone-gradient-background"><div class="wp-block-cover__inner-container"></div></div>'),
    ("cover", "ExactFocalPoint", '{"url":"a.jpg","focalPoint":{"x":"0.58","y":0.5}}',
     '<div class="wp-block-cover has-background-dim"'
     ' style="background-image:url(a.jpg);background-position:57.99999999999999% 50%"><div'
     ' class="wp-block-cover__inner-container"></div></div>'),
    ("cover", "Titled", '{"contentAlign":"left"}',
     '<div class="wp-block-cover has-background-dim has-left-content"><p class="wp-block-cover-text">a'
     '</p></div>'),
    ("cover", "CoverImage", '{"url":"a.jpg"}',
     '<div class="wp-block-cover-image has-background-dim-100 has-background-dim"'
     ' style="background-image:url(a.jpg)"></div>'),
    ("cover", "Section", "", '<section class="wp-block-cover-image has-background-dim"><h2>a</h2></section>'),
    ("file", "LabelledByWords", '{"href":"a.pdf","showDownloadButton":false,"displayPreview":true,"previewHeight":300}',
     '<div class="wp-block-file"><object class="wp-block-file__embed" data="a.pdf" type="application/pdf"'
     ' style="width:100%;height:300px" aria-label="Embed of a."></object><a href="a.pdf">a</a></div>'),
    ("file", "WithoutButtonClass", '{"href":"a.pdf"}',
     '<div class="wp-block-file"><a href="a.pdf">a</a><a href="a.pdf" class="wp-block-file__button"'
     ' download>b</a></div>'),
    ("media-text", "FilledByBackground", '{"imageFill":true}',
     '<div class="wp-block-media-text is-stacked-on-mobile is-image-fill"><figure'
     ' class="wp-block-media-text__media"></figure><div class="wp-block-media-text__content"></div></div>'),
    ("media-text", "WideByDefault", "",
     '<div class="wp-block-media-text alignwide is-stacked-on-mobile"><figure'
     ' class="wp-block-media-text__media"></figure><div class="wp-block-media-text__content"></div></div>'),
    ("media-text", "ExactFocalPoint", '{"mediaUrl":"a.jpg","mediaType":"image","imageFill":true,"focalPoint":{"x":0.58,"y":0.5}}',
     '<div class="wp-block-media-text alignwide is-stacked-on-mobile is-image-fill"><figure'
     ' class="wp-block-media-text__media" style="background-image:url(a.jpg);background-position:57.999999'
     '99999999% 50%"><img src="a.jpg" alt=""/></figure><div class="wp-block-media-text__content"></div>'
     '</div>'),
    ("media-text", "MediaFirst", '{"mediaPosition":"right"}',
     '<div class="wp-block-media-text alignwide has-media-on-the-right is-stacked-on-mobile"><figure'
     ' class="wp-block-media-text__media"></figure><div class="wp-block-media-text__content"></div></div>'),
    ("media-text", "WithCustomColor", '{"customBackgroundColor":"#123456"}',
     '<div class="wp-block-media-text alignwide has-background is-stacked-on-mobile"'
     ' style="background-color:#123456"><figure class="wp-block-media-text__media"></figure><div'
     ' class="wp-block-media-text__content"></div></div>'),
    ("media-text", "NotStacked", "",
     '<div class="wp-block-media-text"><figure class="wp-block-media-text__media"></figure><div'
     ' class="wp-block-media-text__content"></div></div>'),
    ("media-text", "WithoutImageClass", '{"mediaType":"image","mediaId":3}',
     '<div class="wp-block-media-text alignwide"><figure class="wp-block-media-text__media"><img'
     ' src="a.jpg" alt=""/></figure><div class="wp-block-media-text__content"></div></div>'),
    ("gallery", "WithoutCaptionClass", '{"columns":4,"imageCrop":false}',
     '<figure class="wp-block-gallery has-nested-images columns-4"><figcaption'
     ' class="blocks-gallery-caption">a</figcaption></figure>'),
    ("gallery", "InGrid", '{"ids":[1]}',
     '<figure class="wp-block-gallery columns-1 is-cropped"><ul class="blocks-gallery-grid"><li'
     ' class="blocks-gallery-item"><figure><img src="a" alt="" data-id="1" class="wp-image-1"/></figure>'
     '</li></ul></figure>'),
    ("gallery", "LinkedToMedia", '{"ids":[1],"linkTo":"media"}',
     '<figure class="wp-block-gallery columns-1 is-cropped"><ul class="blocks-gallery-grid"><li'
     ' class="blocks-gallery-item"><figure><a href="a"><img src="a" alt="" data-id="1"'
     ' class="wp-image-1"/></a></figure></li></ul></figure>'),
    ("gallery", "AsList", "", '<ul class="wp-block-gallery columns-0 is-cropped"></ul>'),
    ("gallery", "AsFigures", "", '<div class="wp-block-gallery columns-0 alignnone is-cropped"></div>'),
    ("image", "WithBehaviors", '{"behaviors":{"lightbox":{"enabled":true}}}',
     '<figure class="wp-block-image"><img src="a" alt=""/></figure>'),
    ("image", "SizedTwice", '{"width":100,"height":25}',
     '<figure class="wp-block-image is-resized"><img src="a" alt="" style="width:100px;height:25px"'
     ' width="100" height="25"/></figure>'),
    ("image", "SizedByAttributes", '{"width":100}',
     '<figure class="wp-block-image is-resized"><img src="a" alt="" width="100"/></figure>'),
    ("image", "FramedByFigure", '{"style":{"border":{"radius":"5px"}}}',
     '<figure class="wp-block-image" style="border-radius:5px"><img src="a" alt=""/></figure>'),
    ("image", "AlignedInWrapper", '{"align":"right"}',
     '<div class="wp-block-image"><figure class="alignright"><img src="a" alt=""/></figure></div>'),
    ("image", "AlignedWithoutWrapper", '{"align":"left","sizeSlug":"large"}',
     '<figure class="wp-block-image alignleft"><img src="a" alt=""/></figure>'),
    ("image", "NotMarkedAsResized", '{"align":"left","width":25}',
     '<figure class="wp-block-image alignleft"><img src="a" alt="" width="25"/></figure>'),
    ("image", "SizedByFigure", '{"width":50}',
     '<figure class="wp-block-image" style="width:50px"><img src="a" alt="" width="50"/></figure>'),
    ("audio", "WithoutCaptionClass", "",
     '<figure class="wp-block-audio"><audio controls src="a"></audio><figcaption>b</figcaption></figure>'),
    ("video", "WithoutCaptionClass", "",
     '<figure class="wp-block-video"><video controls src="a"></video><figcaption>b</figcaption></figure>'),
    ("accordion-heading", "DecoratedAsWhole", "",
     '<h3 class="wp-block-accordion-heading"><button class="wp-block-accordion-heading__toggle"><span'
     ' class="wp-block-accordion-heading__toggle-title">a</span><span'
     ' class="wp-block-accordion-heading__toggle-icon" aria-hidden="true">+</span></button></h3>'),
    ("accordion-heading", "WithoutButtonType", '{"style":{"typography":{"textDecoration":"underline"}}}',
     '<h3 class="wp-block-accordion-heading"><button class="wp-block-accordion-heading__toggle"><span'
     ' class="wp-block-accordion-heading__toggle-title" style="text-decoration:underline">a</span><span'
     ' class="wp-block-accordion-heading__toggle-icon" aria-hidden="true">+</span></button></h3>'),
    ("group", "InheritingLayout", '{"layout":{"inherit":true}}', '<div class="wp-block-group"></div>'),
    ("group", "WithInnerContainer", "",
     '<div class="wp-block-group"><div class="wp-block-group__inner-container"></div></div>'),
    ("group", "WithCustomColor", '{"customTextColor":"#112233"}',
     '<div class="wp-block-group has-text-color" style="color:#112233"><div'
     ' class="wp-block-group__inner-container"></div></div>'),
    ("group", "ColoredWithoutClass", '{"textColor":"accent2"}',
     '<div class="wp-block-group has-text-color"><div class="wp-block-group__inner-container"></div></div>'),
    ("group", "WithBackground", '{"customBackgroundColor":"#112233"}',
     '<div class="wp-block-group has-background" style="background-color:#112233"></div>'),
    ("button", "FontOutside", '{"fontSize":"large"}',
     '<div class="wp-block-button has-custom-font-size has-large-font-size"><a'
     ' class="wp-block-button__link wp-element-button" href="a">b</a></div>'),
    ("button", "WithoutButtonClass", "",
     '<div class="wp-block-button"><a class="wp-block-button__link" href="a">b</a></div>'),
    ("button", "RadiusAsNumber", '{"style":{"border":{"radius":5}}}',
     '<div class="wp-block-button"><a class="wp-block-button__link" href="a" style="border-radius:5px">b'
     '</a></div>'),
    ("button", "RadiusOfItsOwn", '{"borderRadius":5}',
     '<div class="wp-block-button"><a class="wp-block-button__link" href="a" style="border-radius:5px">b'
     '</a></div>'),
    ("button", "LinkAlone", '{"borderRadius":7}',
     '<a class="wp-block-button wp-block-button__link" href="a" style="border-radius:7px">b</a>'),
    ("button", "WithCustomColor", '{"customBackgroundColor":"#123456"}',
     '<div class="wp-block-button"><a class="wp-block-button__link has-background" href="a"'
     ' style="background-color:#123456">b</a></div>'),
    ("button", "Squared", '{"align":"right","textColor":"base"}',
     '<div class="wp-block-button"><a class="wp-block-button__link has-text-color has-base-color"'
     ' href="a">b</a></div>'),
    ("button", "ColoredByValue", '{"color":"#123456"}',
     '<div class="wp-block-button alignnone"><a class="wp-block-button__link" href="a"'
     ' style="background-color:#123456">b</a></div>'),
    ("button", "ColoredOutside", '{"color":"#123456"}',
     '<div class="wp-block-button alignnone" style="background-color:#123456"><a href="a">b</a></div>'),
    ("buttons", "JustifiedItself", '{"contentJustification":"center"}',
     '<div class="wp-block-buttons is-content-justification-center"></div>'),
    ("buttons", "Floating", '{"align":"center"}', '<div class="wp-block-buttons aligncenter"></div>'),
    ("column", "InPercent", '{"width":66.66}', '<div class="wp-block-column" style="flex-basis:66.66%"></div>'),
    ("columns", "WithCustomColor", '{"customTextColor":"#112233"}',
     '<div class="wp-block-columns has-text-color" style="color:#112233"></div>'),
    ("columns", "WithoutColumnBlocks", '{"columns":2}',
     '<div class="wp-block-columns has-2-columns"><!-- wp:paragraph --><p class="layout-column-1">a</p>'
     '<!-- /wp:paragraph --></div>'),
    ("navigation-link", "NotFollowed", '{"label":"a","nofollow":true}', ""),
    ("separator", "ColoredByCss", '{"color":"base"}',
     '<hr class="wp-block-separator has-text-color has-background has-base-background-color'
     ' has-base-color"/>'),
    ("spacer", "InPixels", '{"height":20}',
     '<div style="height:20px" aria-hidden="true" class="wp-block-spacer"></div>'),
    ("latest-posts", "OfOneCategory", '{"categories":"3"}', ""),
    ("social-links", "ColoredByVariables", '{"iconColorValue":"#111"}',
     '<ul class="wp-block-social-links has-icon-color" style="--wp--social-links--icon-color:#111"></ul>'),
    ("comment-author-name", "AuthorFontFamilyInStyle", '{"style":{"typography":{"fontFamily":"var:preset|font-family|mono"}}}',
     ""),
    ("comment-date", "CommentDateFontFamilyInStyle", '{"style":{"typography":{"fontFamily":"var:preset|font-family|mono"}}}',
     ""),
    ("comments", "WithoutClass", "", "<div></div>"),
    ("comments-title", "Labelled", '{"multipleCommentsLabel":"a"}', ""),
    ("navigation", "WithIdOfMenu", '{"navigationMenuId":42}', ""),
    ("navigation", "Justified", '{"itemsJustification":"right"}', ""),
    ("navigation", "FontFamilyInStyle", '{"style":{"typography":{"fontFamily":"var:preset|font-family|mono"}}}', ""),
    ("navigation", "Responsive", '{"isResponsive":true}', ""),
    ("navigation", "TypeByPresets", '{"style":{"typography":{"fontStyle":"var:preset|font-style|italic"}}}', ""),
    ("navigation", "ColoredByRgb", '{"rgbTextColor":"rgb(1, 2, 3)"}', ""),
    ("post-date", "BoundByKey", '{"metadata":{"bindings":{"datetime":{"source":"core/post-data","args":{"key":"date"}}}}}',
     ""),
    ("post-date", "NamingItsDate", "", ""),
    ("post-date", "FontFamilyInStyle", '{"datetime":"2022-01-31T12:00:00","style":{"typography":{"fontFamily":"var:preset|font-family|mono"}'
     '}}',
     ""),
    ("post-title", "PostTitleFontFamilyInStyle", '{"style":{"typography":{"fontFamily":"var:preset|font-family|mono"}}}',
     ""),
    ("query", "LaidOutByItself", '{"displayLayout":{"type":"flex","columns":3}}',
     '<div class="wp-block-query"><!-- wp:post-template /--></div>'),
    ("query", "Inheriting", '{"layout":{"inherit":true}}', '<div class="wp-block-query"></div>'),
    ("query", "Colored", '{"backgroundColor":"base"}',
     '<div class="wp-block-query has-base-background-color has-background"></div>'),
    ("query", "AskingByIds", '{"query":{"perPage":3,"categoryIds":[1],"tagIds":[2],"inherit":false}}',
     '<div class="wp-block-query"></div>'),
    ("query", "WithoutWrapper", "", ""),
    ("query-pagination", "Wrapped", "", '<div class="wp-block-query-pagination"></div>'),
    ("query-title", "QueryTitleFontFamilyInStyle", '{"style":{"typography":{"fontFamily":"var:preset|font-family|mono"}}}',
     ""),
    ("site-tagline", "TaglineFontFamilyInStyle", '{"style":{"typography":{"fontFamily":"var:preset|font-family|mono"}}}',
     ""),
    ("site-title", "SiteTitleFontFamilyInStyle", '{"style":{"typography":{"fontFamily":"var:preset|font-family|mono"}}}',
     ""),
    ("embed", "WithoutCaptionClass", '{"url":"https://example.org"}',
     '<figure class="wp-block-embed"><div class="wp-block-embed__wrapper">\nhttps://example.org\n</div>'
     '<figcaption>a</figcaption></figure>'),
    ("embed", "WithoutWrapper", '{"url":"https://example.org"}',
     '<figure class="wp-block-embed">\nhttps://example.org\n</figure>'),
    ("block", "OverridesAsValues", '{"content":{}}', ""),
    ("block", "Overriding", '{"overrides":{"a":1}}', ""),
]  # fmt: skip

# Shapes that nothing reaches, and the shape that takes what they were saved as (None: that of today). Each says no more
# than that one and is tried after it; or is tried for what does not fit today's, and what it was saved as does, once
# the editor has taken its class for one that somebody added.
SHADOWED: list[tuple[str, str, str | None, str, str]] = [
    ("list", "FontFamilyInStyle", "WithoutItemBlocks", '{"style":{"typography":{"fontFamily":"var:preset|font-family|mono"}}}',
     '<ul style="font-family:var(--wp--preset--font-family--mono)"><li>a</li></ul>'),
    ("quote", "LargeByNumber", "WithoutBlocks", '{"style":2}',
     '<blockquote class="wp-block-quote is-large"><p>a</p></blockquote>'),
    ("file", "NotDescribed", "WithoutButtonClass", '{"href":"a.pdf"}',
     '<div class="wp-block-file"><a href="a.pdf">a</a><a href="a.pdf" class="wp-block-file__button"'
     ' download>b</a></div>'),
    ("gallery", "WithTextIds", "InGrid", '{"ids":["1"]}',
     '<figure class="wp-block-gallery columns-1 is-cropped"><ul class="blocks-gallery-grid"><li'
     ' class="blocks-gallery-item"><figure><img src="a" alt="" data-id="1" class="wp-image-1"/></figure>'
     '</li></ul></figure>'),
    ("gallery", "AsListWithoutIds", "AsList", "",
     '<ul class="wp-block-gallery columns-1 is-cropped"><li class="blocks-gallery-item"><figure><img'
     ' src="a" alt="" data-id="1" class="wp-image-1"/></figure></li></ul>'),
    ("button", "FontFamilyInStyle", "WithoutButtonClass", '{"style":{"typography":{"fontFamily":"var:preset|font-family|mono"}}}',
     '<div class="wp-block-button" style="font-family:var(--wp--preset--font-family--mono)"><a'
     ' class="wp-block-button__link" href="a">b</a></div>'),
    ("button", "WithoutTarget", "Squared", '{"align":"right","textColor":"base"}',
     '<div class="wp-block-button"><a class="wp-block-button__link has-text-color has-base-color"'
     ' href="a">b</a></div>'),
    ("columns", "Counted", None, '{"columns":3}',
     '<div class="wp-block-columns has-3-columns"><!-- wp:column --><div class="wp-block-column"></div>'
     '<!-- /wp:column --></div>'),
]  # fmt: skip


def read(name: str, said: str, html: str) -> Any:
    start = f"<!-- wp:{name} {said}"
    (node,) = blocks.parse(f"{start} -->\n{html}\n<!-- /wp:{name} -->" if html else f"{start} /-->").children
    assert node.reading.is_recognised
    return node


def shape(name: str, said: str, html: str) -> str | None:
    older = read(name, said, html).deprecation
    return older.__name__ if older else None


@pytest.mark.parametrize(("name", "older", "said", "html"), REACHED)
def test_an_older_shape_is_recognised_by_its_markup(name: str, older: str, said: str, html: str) -> None:
    assert shape(name, said, html) == older


@pytest.mark.parametrize(("name", "older", "instead", "said", "html"), SHADOWED)
def test_markup_of_a_shadowed_shape_is_taken_by_another(
    name: str, older: str, instead: str | None, said: str, html: str
) -> None:
    assert shape(name, said, html) == instead
    tried = [one.__name__ for one in blocks.core_registry().type_of(f"core/{name}").deprecations]
    assert instead is None or tried.index(instead) < tried.index(older)


def test_every_older_shape_is_in_one_of_the_lists() -> None:
    declared = {
        (block_type.type_name, older.__name__)
        for block_type in blocks.core_registry()
        for older in block_type.deprecations
    }
    listed = [(f"core/{row[0]}", row[1]) for row in [*REACHED, *SHADOWED]]
    assert sorted(listed) == sorted(declared)
