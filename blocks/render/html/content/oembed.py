"""What an oEmbed answer becomes. No network: answers are those that the request brings with it.

The rules are `WP_oEmbed::get_html()` and `wp_filter_oembed_iframe_title_attribute()`.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from blocks.formatting import php
from blocks.formatting.escaping import esc_attr, esc_html
from blocks.formatting.kses_attributes import wp_kses_hair
from blocks.formatting.query import add_query_arg, urlencode
from blocks.formatting.urls import esc_url
from blocks.render.html.content.providers import provider_of

_FRAME = re.compile(r"<iframe([^>]*+)(?:>|\Z)", re.IGNORECASE)
_FRAME_NAME = re.compile("<iframe ", re.IGNORECASE)
_PRE = re.compile(r"(<pre[^>]*+>)(.+?</pre>)", re.IGNORECASE | re.DOTALL)


def oembed_html(url: str, size: Mapping[str, Any], http: Mapping[str, Any]) -> str:
    """The HTML that shows what is at `url`, or nothing.

    `size` has `width` and `height`; `http` holds the answers, by a part of the address that is asked.
    """
    endpoint = provider_of(url)
    if endpoint is None or not http:
        return ""
    data = _answer(_request(endpoint, url, size), http)
    if not isinstance(data, Mapping) or php.is_empty(data.get("type")):
        return ""
    html = _html(data, url)
    if not html:
        return ""
    if data["type"] in ("video", "rich"):
        html = _with_title(html, data)
    return _without_newlines(html)


def _request(endpoint: str, url: str, size: Mapping[str, Any]) -> str:
    address = endpoint
    for name, value in (("maxwidth", size.get("width")), ("maxheight", size.get("height"))):
        address = add_query_arg({name: str(php.integer(value))}, address)
    address = add_query_arg({"url": urlencode(url)}, address)
    return add_query_arg({"format": "json"}, add_query_arg({"dnt": "1"}, address))


def _answer(address: str, http: Mapping[str, Any]) -> Any:
    answer = next((answer for part, answer in http.items() if str(part) in address), None)
    if not isinstance(answer, str):
        return answer
    import json

    try:
        return json.loads(answer.strip())
    except (ValueError, RecursionError):
        return None


def _html(data: Mapping[str, Any], url: str) -> str:
    title = data.get("title")
    title = title if isinstance(title, str) and title != "0" else ""
    match data["type"]:
        case "photo":
            source, width, height = data.get("url"), data.get("width"), data.get("height")
            if not isinstance(source, str) or source in ("", "0"):
                return ""
            if not all(php.is_true(value) and php.is_numeric(value) for value in (width, height)):
                return ""
            size = f'width="{esc_attr(php.text(width))}" height="{esc_attr(php.text(height))}"'
            return f'<a href="{esc_url(url)}"><img src="{esc_url(source)}" alt="{esc_attr(title)}" {size} /></a>'
        case "video" | "rich":
            html = data.get("html")
            return html if isinstance(html, str) and html != "0" else ""
        case "link":
            return f'<a href="{esc_url(url)}">{esc_html(title)}</a>' if title else ""
    return ""


def _with_title(html: str, data: Mapping[str, Any]) -> str:
    """`html` with a title on its frames: the one that the first of them has, else that of the answer."""
    title = php.text(data.get("title")) if php.is_true(data.get("title")) else ""
    frame = _FRAME.search(html)
    if frame is None or not frame[0].endswith(">"):
        return _FRAME_NAME.sub(lambda _found: f'<iframe title="{esc_attr(title)}" ', html) if title else html
    attributes = wp_kses_hair(frame[1])
    for name in list(attributes):
        lower = php.lower(name)
        if lower != name and lower not in attributes:
            attributes[lower] = attributes.pop(name)
    own = attributes.get("title")
    if own is not None and own.value not in ("", "0"):
        title = own.value
    if not title:
        return html
    if own is not None:
        others = " ".join(attribute.whole for name, attribute in attributes.items() if name != "title")
        html = html.replace(frame[0], f"<iframe {php.trim(others)}>")
    return _FRAME_NAME.sub(lambda _found: f'<iframe title="{esc_attr(title)}" ', html)


def _without_newlines(html: str) -> str:
    """`html` without line breaks, except in `pre`."""
    if "\n" not in html:
        return html
    out: list[str] = []
    done = 0
    last = html.lower().rfind("</pre>")
    for found in _PRE.finditer(html, 0, last + 6) if last >= 0 else ():
        out += html[done : found.start()].replace("\r\n", "").replace("\n", ""), found[0]
        done = found.end()
    return "".join(out) + html[done:].replace("\r\n", "").replace("\n", "")
