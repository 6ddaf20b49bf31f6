"""What hostile HTML is made of: elements, attributes and values that AMP takes, treats or refuses, and halves of them."""

from __future__ import annotations

from typing import Final

from blocks.render.amp import rules

ELEMENTS: Final = sorted(
    rules.HTML.keys()
    | rules.SVG.keys()
    | rules.DROPPED
    | rules.RENAMED.keys()
    | {"video", "audio", "math", "mi", "annotation", "canvas", "marquee", "font", "foreignobject", "animate", "set"}
    | {"html", "head", "body", "frameset", "noscript", "picture", "map", "area", "keygen", "amp-img", "amp-video"}
    | {"portal", "isindex", "x-y", "p<b", 'a"', "b/c", "my:tag", "svg", "slot", "nextid", "selectedcontent"}
    | {
        "mtext",
        "annotation-xml",
        "semantics",
        "mglyph",
        "malignmark",
        "blink",
        "acronym",
        "amp-carousel",
        "foreignObject",
    }
    | {"amp-accordion", "amp-sidebar", "amp-script", "amp-list", "amp-lightbox", "amp-state", "amp-ad", "template"}
    | {
        "fencedframe",
        "dialog",
        "search",
        "object",
        "param",
        "iframe",
        "select",
        "selectlist",
        "datalist",
        "form",
        "nobr",
    }
)
ATTRIBUTES: Final = sorted(
    rules.GLOBAL
    | frozenset().union(*rules.HTML.values())
    | {"onclick", "ONLOAD", "on", "style", "data-x", "data-é", "aria-x", "srcdoc", "formaction", "xlink:href", "ping"}
    | {"action-xhr", "layout", "fallback", "[text]", "amp-fx", '"', "'", "=", "<", "`", "data-ampdevmode", "{x}", "is"}
    | {"i-amphtml-x", "lightbox", "poster", "controls", "autoplay", "sandbox", "viewbox", "kind", "srclang", "default"}
    | {"placeholder", "overflow", "submitting", "submit-success", "verify-error", "option", "selected", "next", "prev"}
    | {"amp-bind", "data-amp-bind-text", "heights", "noloading", "toggle-switch", "expanded", "animate", "side", "open"}
    | {"itemid", "contenteditable", "inert", "popover", "popovertarget", "nonce", "part", "exportparts", "xml:lang"}
    | {"crossorigin", "integrity", "http-equiv", "charset", "async", "defer", "custom-element", "xmlns", "type"}
)
VALUES: Final = (
    *("", "1", "x", "-3", "100%", "_blank", "_parent", "post", "get", "file", "password", "image", "submit", "lazy"),
    *("javascript:alert(1)", " java\tscript:x", "https://e.org/a.mp4", "http://e.org/a", "//e.org/x", "/x", "#", "a b"),
    *("https://", "http://a..b", "https://e.org/?__amp_source_origin=1", "data:text/html,x", "blob:x", "mailto:a@b"),
    *("color:red", "color:red!important;b:url(javascript:x)", "a:b}c{", "color:'x", "/*", "@import 'x'", "x" * 1500),
    *("background:url(https://e.org/a.png)", "a:b;" * 400, "a 1x, b 2x", "https://e.org/a 1x, https://e.org/b 1x"),
    *("i-amphtml-x", "AMP", "__proto__", "toString", "stylesheet", "nofollow", "{{x}}", "&quot;", "&#0;", "\x00", "é"),
    *("https://www.youtube.com/embed/abcdefghijk", "subtitles", "captions", "wp-block-embed__wrapper", "text/html"),
    *(
        "tap:AMP.setState({a:1})",
        "responsive",
        "fill",
        "container",
        "nodisplay",
        "fixed-height",
        "auto",
        "application/pdf",
    ),
    *(
        "https://[::1",
        "https://é.org/",
        "https://e.org:99999999/",
        "https://e.org:x/",
        "http:///a",
        "https:/a",
        "a.jpg 0w",
    ),
    *("https://e.org/\\", "https://a:b@c/", "https://e.org/%", "https://e.org/a,b.jpg 2x", ",", "a 1x,,b 2x", "data:,"),
    *("vbscript:x", "ftp://a/b", "tel:+1", "sms:", "whatsapp://x", "amp:x", "about:blank", "//", "///e.org", "?", "&"),
    *(
        "amp-x",
        "amp-mustache",
        "wp-block-gallery has-nested-images",
        "-amp-x",
        "amp-sidebar",
        "text/plain",
        "text/x-amp",
    ),
    *("a:expression(x)", "behavior:url(x)", "-moz-binding:url(x)", "width:9e999px", "--x:{a:b}", "a:\\", "content:'\\"),
    *("color:red;;;", ";", ":", "a:url( 'x' )", "a:url('x", "a:b!ie", "a:U+26", "a:</style>", "{", "}", "color:r\x00d"),
)
TEXTS: Final = (
    *("word", " ", "\n", "<", "</", "<!", "&", "&lt;script&gt;", "\x00", "\x0b", "\ufffe", "\ud800", "]]>", "-->", "0"),
    *(
        "<!-- x -->",
        "<![CDATA[x]]>",
        "<?php x ?>",
        "<a href='x",
        "</p",
        "</br>",
        "</p>",
        "https://youtu.be/abcdefghijk",
    ),
    *("<script", "{{x}}", "\r\n", "é漢😀", "<!--", "<svg><style>x</style>", "<table><tr><td>", "<!--[if IE]>", "<!-->"),
    *(
        "[gallery ids='1,2']",
        "[caption width=1e9]<img>[/caption]",
        "[embed]https://youtu.be/x[/embed]",
        "[",
        "&#xD800;",
    ),
    *("&notit;", "&amp;lt;script>", "&#x3C;script>", "{{{x}}}", "\x7f", "\x85", "\u2028", "\ufeff", "<!DOCTYPE html>"),
)
HALVES: Final = (
    "<form", "<form>", '<form method=post action="/x">', "<form><form><input></form>", '<form action="http://e.org"><button>',
    "<form method=dialog>", "<input type=file>", "<form><input type='image' src=x>", "<button formaction=x formmethod=post>",
    "<select>", "<select><option>a<select><option>b", "<select><optgroup><option>x<b>y", "<select><div>x<img src=a>",
    "<select><video src=x></video>", "<option>", "<optgroup><optgroup>", "<datalist><option>x", "<textarea>", "</textarea>",
    "<textarea><p>x", "<table>", "<table><tr>", "<table>x<tr>y<td>z", "<table><form><tr><td></form>", "<tr><td>x</td>",
    "<table><caption><table>", "<table><colgroup><col><td>", "</table>", "<td>", "<caption>x", "<table><style>x</style>",
    "<table><select>", "<table><svg><td>", "<table><tbody><a>x<tr><td>y</a>", "<svg>", "<svg><p>x", "<svg/>x", "</svg>",
    "<svg><title><p>x", "<svg><desc><svg><p>", "<svg><foreignObject><div>x", "<svg><a href='javascript:x'>y", "<svg><use href=#a>",
    "<svg><style>a{}</style><path d=0>", "<svg><script>x</script>", "<svg><image href=a.jpg>", "<svg><math>", "<svg><b>x", "<svg></p>x",
    "<svg></br>", "<svg><font color=red>x", "<svg><font>x", "<svg><image>", "<svg><textarea>x", "<svg><title></svg>x",
    "<math>", "<math><mi>x", "<math><mtext><p>x", "<math><annotation-xml encoding='text/html'><p>x", "<math><mi><svg><p>",
    "<math><annotation encoding='application/x-tex'>x^2</annotation></math>", "<math><annotation encoding='application/x-tex'>",
    "</math>", "<math latex='x'>", "<math><table>", "<video>", "<video src=https://e.org/a.mp4>", "<audio><source src=x>", "<video><p>x</video>",
    "<video><video></video>", "<iframe src=https://e.org>", "<iframe>x", "</iframe>", "<object data=a.pdf>", "<object><object>", "</object>",
    "<noscript>", "<noscript><img src=a.jpg></noscript>", "<template>", "<template><p>x", "</template>", "<script>x</script>", "<script>//<!--<script>",
    "<style>a{color:red}</style>", "<style>", "<title>x", "<plaintext>", "<xmp><b>", "<noembed><p>", "<listing>\nx", "<pre>\n\nx",
    "<p><p>", "<a><a>x", "<a><table><a>", "<button><button>x", "<nobr><nobr>", "<b><i><p>x</b>y</i>", "<b><b><b><b><b>", "<li><li>", "<dd><dt>",
    "<ruby><rt><rp>", "<h1><h2>", "<p><table>", "<p><ul>", "<figure><figcaption>", "<details><summary>", "<summary>x", "<details name=a><p>x<summary>",
    "<frameset><frame>", "</body>", "</html>", "<body onload=x>", "<head><title>x", "<html lang=x>", "<base href=x>", "<meta http-equiv=refresh>",
    "<link rel=stylesheet href=x>", "<img src=a.jpg srcset='b 2x, c 2x'>", "<img>", "<img srcset=x>", "<picture><source srcset=x><img src=a.jpg>",
    "<label for=x>", "<fieldset><legend>", "<dialog open>", "<map><area href=x>", "<marquee>x", "<font size=1>x", "<center>", "<keygen>", "<isindex>", "<embed src=x>",
)  # fmt: skip
AWKWARD: Final = (
    "<amp-img src=a.jpg width=1 height=1></amp-img>", "<amp-img>", "<amp-accordion><section><h2>x</h2><p>y</p></section></amp-accordion>",
    "<amp-accordion><p>x", "<amp-carousel type=slides layout=fill>", "<amp-script src=x>", "<amp-iframe src=http://e.org>", "<amp-ad type=a>",
    "<amp-video src=https://e.org/a.mp4 width=1 height=1 layout=responsive></amp-video>", "<amp-sidebar layout=nodisplay><p>x", "<amp-state id=a><script type=application/json>{}</script>",
    "<amp-mathml data-formula=x layout=container></amp-mathml>", "<amp-list src=x>", "<template type=amp-mustache>{{x}}</template>", "<amp-unknown>x</amp-unknown>", "</amp-img>",
    "<amp-layout>", "<amp-selector><li option=1>", "<amp-lightbox id=a layout=nodisplay>", "<i-amphtml-sizer>", "<style amp-custom>a{color:red}</style>", "<style amp-boilerplate>x</style>",
    "<style amp-keyframes>@keyframes a{}</style>", "<script async src=https://cdn.ampproject.org/v0.js></script>", "<script type=application/ld+json>{}</script>", "<noscript><style amp-boilerplate></style></noscript>",
    "<p on='tap:a.show'>x", "<p on='tap:a.show' role=button tabindex=0>x", "<p [text]=x>y", "<p data-amp-bind-text=x>", "<form action-xhr=https://e.org/x method=post><div submit-success>", "<form action=/x target=_top><div submitting>",
    "<div placeholder>", "<div fallback>", "<div overflow>", "<div id=AMP>", "<div class=i-amphtml-x>", "<html amp>", "<html ⚡>", "<p amp-fx=parallax>", "<section expanded>", "<h2>x</h2></section>",
)  # fmt: skip
MARKS: Final = (
    "<!--0-->", "<!--b0-->", "<!--/b0-->", "<!--e0-->", "<!--/e0-->", "<!--0123456789abcdefb0-->", "<!--0123456789abcdef/b0-->",
    "<!--0123456789abcdefe0-->", "<!--0123456789abcdef/e0-->", "<!--0123456789abcdef/e99999999999999999999-->", "<!--amp-->", "<!--more-->", "<!--nextpage-->",
    "<!-- wp:group -->", "<!-- /wp:group -->", "<!-- wp:accordion -->", "<!-- /wp:accordion -->", "<!-- wp:gallery {\"columns\":2} -->", "<!-- /wp:gallery -->",
    "<!-- wp:accordion-item --><div><h3>x</h3><!-- /wp:accordion-item -->", "<!-- wp:details --><details><summary>", "<!-- /wp:details -->", "<!-- wp:navigation /-->", "<!-- wp:search /-->",
    "<!-- wp:math {\"latex\":\"x\"} /-->", "<!-- wp:file {\"displayPreview\":true} --><div class=wp-block-file><object data=a.pdf type=application/pdf>", "<!-- wp:video -->", "<!-- wp:html -->", "<!-- wp:embed {\"url\":\"https://youtu.be/abcdefghijk\"} -->",
    "<!-- wp:cover {\"url\":\"a.mp4\",\"backgroundType\":\"video\"} -->", "<!-- /wp:cover -->", "<!-- wp:image {\"lightbox\":{\"enabled\":true}} --><figure><img src=a-10x20.jpg></figure><!-- /wp:image -->", "<!-- wp:x /-->", "<!-- wp",
)  # fmt: skip
