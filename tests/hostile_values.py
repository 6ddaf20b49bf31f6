"""What hostile documents are made of: odd values, attributes as authors write them, and HTML."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Final

# How a JSON number beyond all floats is written; Python's json would say `Infinity`, which is no JSON.
HUGE: Final = {
    "@@huge@@": "1e999",
    "@@less@@": "-1e999",
    "@@long@@": "9" * 400,
    "@@zero@@": "-0.0",
    "@@tiny@@": "1e-320",
}

SCALARS: Final[Sequence[Any]] = (
    None, True, False, 0, 1, -1, 2, 7, 3.5, -0.5, 2**31, 2**63, -(2**63), 2**64, 1e300, *HUGE, "", "0", "1", "-1", "5",
    " ", "1e5", "1e400", "1e-400", "0x10", "NAN", "INF", "nan", "\0", "a\0b", "\x01\x1f", "\x7f", "\u2028", "\ufffe", "🦊",
    "\udcff\udc80", "\udce2\udc82", "é", "%", "%s %1$s %n$s %5d", "{{x}}", "--", "-->", "<!-- wp:a -->", "]]>", "\\", "\\\\'", '"', "'", "<b>",
    "</div>", "<", "&amp;", "&#0;", "&#x110000;", "#", "?", "//", "///", "http://", "http://[", "http://a:99999999/", "//:0", "http://[::1", "http://a/?b[]=1&b[c]=2&b=3",
    "javascript:alert(1)", "data:text/html,x", "var:preset|color|base", "var:preset|spacing|50", "var(--wp--x)", "calc(1px + (", "1px", "1e999px", "-5rem",
    "url(x)", "#fff", "#12345", "rgb(", "rgba(1,2,3,.5)", "hsl(999999deg 5% 5%)", "clamp(1rem, 2vw, 3rem)", "min(", "inherit",
    "left", "right", "center", "wide", "full", "flex", "grid", "constrained", "default", "vertical", "fixed", "sticky", "1/0", "16/9", "auto",
    "²024-0²-1²", "²", "9" * 5000, "-" + "9" * 5000, "&#" + "9" * 5000 + ";", "&#x" + "F" * 5000 + ";", "%" + "9" * 5000 + "$s", "%1$" + "9" * 5000 + "d", "http://a:" + "9" * 5000 + "/",
    "9" * 5000 + "px", "1e" + "9" * 5000, "\\x" + "9" * 5000, "@" + "9" * 5000, "#" + "f" * 5000, "x" * 5000, "(" * 3000, "[" * 3000, "<b>" * 3000, "-" * 3000, "&" * 3000, "'" * 3000, "٣", "1/9e-400", "0e0", "1e308px", "1e-308rem",
    "post", "page", "category", "post_tag", "nope", "publish", "date", "title", "rand", "desc", "all", "any", "0000-00-00 00:00:00",
    "2024-02-30 25:61:61", "9999-99-99", "-0001-11-30", "99999999999-01-01", "next thursday", "+9999999999999 years", "@99999999999999", "Y-m-d\\", "UTC+99", "Mars/Phobos", "S",
    "is-style-outline", "wp-elements-x", "is-style-", "has-x-color", "core/post-meta", "core/pattern-overrides", "core/post-data", "core/term-data", "__default",
)  # fmt: skip

# Members that WordPress knows of the attributes that are objects, as authors write them.
STYLE: Final[dict[str, Any]] = {
    "color": {"text": "#111", "background": "red", "gradient": "linear-gradient(red,blue)", "duotone": ["#000", "#fff"]},
    "typography": {"fontSize": "clamp(1rem, 2vw, 3rem)", "fontFamily": "var:preset|font-family|base", "fontStyle": "italic",
                   "fontWeight": "700", "lineHeight": "1.5", "letterSpacing": "1px", "textTransform": "uppercase",
                   "textDecoration": "underline", "writingMode": "vertical-rl", "textAlign": "center", "textColumns": 3},
    "spacing": {"padding": {"top": "1px", "right": "var:preset|spacing|50", "bottom": "2em", "left": "0"},
                "margin": {"top": "1px", "bottom": "auto"}, "blockGap": {"top": "1px", "left": "2px"}},
    "border": {"radius": {"topLeft": "1px", "bottomRight": "2px"}, "width": "1px", "style": "solid", "color": "red",
               "top": {"color": "var:preset|color|base", "width": "1px", "style": "dotted"}, "left": {"color": "x"}},
    "elements": {"link": {"color": {"text": "red", "background": "blue"}, ":hover": {"color": {"text": "x"}}},
                 "button": {"color": {"text": "red"}}, "heading": {"color": {"text": "red"}}, "h1": {"color": {"text": "red"}}},
    "layout": {"selfStretch": "fixed", "flexSize": "10px", "columnSpan": 2, "columnStart": 1, "rowSpan": 3, "rowStart": 1},
    "position": {"type": "sticky", "top": "0px"},
    "dimensions": {"minHeight": "10px", "aspectRatio": "16/9", "height": "1px", "width": "2px"},
    "shadow": "var:preset|shadow|natural",
    "background": {"backgroundImage": {"url": "http://a.test/b.jpg", "id": 3, "source": "file"}, "backgroundSize": "cover",
                   "backgroundPosition": "50% 0", "backgroundRepeat": "repeat", "backgroundAttachment": "fixed"},
    "css": "color:red; & a{color:blue}",
    "outline": {"color": "red", "offset": "1px", "style": "solid", "width": "1px"},
    "filter": {"duotone": "var:preset|duotone|x"},
}  # fmt: skip
OBJECTS: Final[dict[str, Any]] = {
    "style": STYLE,
    "layout": {"type": "grid", "contentSize": "600px", "wideSize": "900px", "justifyContent": "center", "orientation": "vertical",
               "flexWrap": "nowrap", "verticalAlignment": "top", "columnCount": 3, "minimumColumnWidth": "12rem", "rowCount": 2,
               "inherit": True, "isManualPlacement": True, "allowSizingOnChildren": True},
    "metadata": {"name": "x", "bindings": {"content": {"source": "core/post-meta", "args": {"key": "note"}},
                 "url": {"source": "core/post-data", "args": {"field": "link", "key": "date"}},
                 "__default": {"source": "core/pattern-overrides"}, "datetime": {"source": "core/term-data", "args": {"field": "name"}},
                 "id": {"source": "core/post-meta", "args": {"key": "list"}}},
                 "blockVisibility": {"viewport": {"mobile": False, "desktop": True}}, "patternName": "x", "categories": ["a"]},
    "query": {"perPage": 3, "pages": 0, "offset": 0, "postType": "post", "order": "desc", "orderBy": "date", "author": "1,2",
              "search": "x", "exclude": [1], "sticky": "only", "inherit": True, "taxQuery": {"include": {"category": [1, 2]}, "exclude": {"post_tag": [5]}, "category": [1]},
              "parents": [1], "format": ["aside", "standard"], "tagIds": [1], "categoryIds": [2]},
    "termQuery": {"perPage": 10, "taxonomy": "category", "order": "asc", "orderBy": "name", "include": [1], "exclude": [2],
                  "hideEmpty": True, "showNested": True, "inherit": True, "parent": 0},
    "settings": {"color": {"palette": {"custom": [{"slug": "base", "color": "red", "name": "B"}]}, "gradients": {"theme": [{"slug": "g", "gradient": "x"}]}},
                 "typography": {"fontSizes": {"custom": [{"slug": "s", "size": "1px", "fluid": {"min": "1px", "max": "9px"}}]}},
                 "spacing": {"spacingSizes": {"custom": [{"slug": "50", "size": "1px"}]}}, "custom": {"a": {"bC": 1}}},
    "focalPoint": {"x": 0.5, "y": 0.25},
    "lightbox": {"enabled": True},
    "content": {"x": {"content": "y", "values": {"content": "z"}, "url": "http://a.test"}},
    "overrides": {"x": {"content": "y"}},
    "instance": {"encoded": "YToxOntzOjU6InRpdGxlIjtzOjE6IngiO30=", "hash": "x", "raw": {"title": "x", "text": "y", "url": "http://a.test", "nav_menu": 1, "ids": [1], "number": 3, "content": "<b>x</b>"}},
    "ids": [1, 20, "20"], "images": [{"id": 20, "url": "http://a.test/b.jpg"}], "tracks": [{"src": "x", "kind": "captions"}],
    "categories": [{"id": 1, "value": "News"}], "body": [{"cells": [{"content": "x", "tag": "td"}]}], "lock": {"move": True},
    "levelOptions": [1, 2],
}  # fmt: skip
TEXTS: Final[dict[str, Sequence[Any]]] = {
    "ref": (1, 30, 31, 32, 40, 41), "slug": ("part", "loop", "acme/loop", "acme/two"), "id": (1, 20, 21, "text-2"), "mediaId": (20, 21), "userId": (1, 2),
    "url": ("http://example.test/?p=1", "https://www.youtube.com/watch?v=x", "http://example.test/wp-content/uploads/a.jpg"),
    "type": ("page", "next", "previous", "archive", "search", "post-type", "category", "video/mp4"), "kind": ("post-type", "taxonomy"), "service": ("wordpress", "mail", "x"),
    "tagName": ("header", "main", "h1 onx"), "taxonomy": ("category", "post_tag"), "term": ("category", "post_tag"), "feedURL": ("http://feed.test",),
    "className": ("is-style-outline", "is-style-rounded x", "is-style-circle-mask wp-elements-1"), "format": ("Y-m-d", "human-diff"), "datetime": ("2024-02-29T23:30:00-01:00",),
    "idBase": ("text", "recent-posts", "nav_menu", "media_image", "rss"), "source": ("core/post-meta",), "displayType": ("total-results", "range-display", "modified"),
    "sizeSlug": ("large", "full", "thumbnail"), "area": ("header",), "customText": ("x",), "largestFontSize": (9,), "arrow": ("arrow", "chevron"), "paginationArrow": ("arrow", "chevron"),
    "overlayMenu": ("mobile", "never", "always"), "buttonPosition": ("button-inside", "button-only", "no-button"), "linkTo": ("media", "attachment", "lightbox"), "level": (0, 1, 6),
    "mediaType": ("image", "video"), "backgroundType": ("image", "video"), "displayMode": ("words", "time"), "bracketType": ("round", "none"),
}  # fmt: skip
HTML: Final = (
    "", "0", "x", "<p>x</p>", "<h2 class=y>x</h2>", '<figure class="wp-block-image"><img src="a.jpg" class="wp-image-20" alt=""/><figcaption>c</figcaption></figure>',
    '<div class="wp-block-group"></div>', "<ul><li>x</li></ul>", '<a class="wp-block-button__link" href="x">y</a>', "<button>x</button>", "<div", "<p class='a", "</p></div>", "<!--", "<script>x", "<svg><style>",
    '<video src="a.mp4" autoplay></video>', '<div class="wp-block-cover"><span class="x"></span><img class="wp-block-cover__image-background"/><div class="wp-block-cover__inner-container">',
    '<div class="wp-block-file"><object class="wp-block-file__embed" data="x.pdf" hidden></object><a id="z" href="x.pdf">y</a></div>', "[gallery ids='20,21']", "[caption width=1e9]<img>[/caption]", "[embed]http://youtu.be/x[/embed]", "[audio src=a.mp3]", "[video width='x' src=a.mp4]", "[playlist ids=20]",
    "http://www.youtube.com/watch?v=x", "<p>http://a.test</p>", '<div style="a:b;c" class=" x  x " class=y id=1 id=2>', "<figure><table><tr><td>x", '<details><summary>x</summary>', "\0\x01\udcff", ":) 'x' \"y\" -- ... 9'", "<img srcset sizes width=1e9 height=-1 src=wp-content/uploads/a.jpg class='wp-image-20'>", "<iframe src=x loading>", "<p>x<!--more-->y<!--nextpage-->z</p>", "<textarea></p><title>",
)  # fmt: skip
