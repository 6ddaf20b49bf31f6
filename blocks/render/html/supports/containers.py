"""Elements around and inside blocks, as classic themes style them: a group's inner container, an image's outer one."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from blocks.formatting import php
from blocks.fragment.tag_processor import TagProcessor
from blocks.render.html.block import ServerBlock
from blocks.render.html.server import Server

_INNER: Final = "wp-block-group__inner-container"
_OPENS_INNER: Final = re.compile(r"\s*+<div\b([^>]*+)>", re.ASCII)
_HAS_INNER: Final = re.compile(rf'{_INNER}[\s"]', re.ASCII)
_IS_GROUP: Final = re.compile(r'wp-block-group[\s"]', re.ASCII)
_BLANKS: Final = " \t\r\f\v"
_ALIGNED: Final = ("alignleft", "aligncenter", "alignright")


def group(block: ServerBlock, content: str, server: Server) -> str:
    """A group with an inner container, which has the layout (`wp_restore_group_inner_container()`)."""
    if server.theme.has_theme_json:
        return content
    tag_name = block.attrs.get("tagName")
    tag_name = "div" if tag_name is None else php.text(tag_name)
    if php.get(block.attrs, "layout", "type") in ("flex", "grid") or _has_inner_container(content, tag_name):
        return content
    tags = TagProcessor(content)
    layout_classes: list[str] = []
    if tags.next_tag(class_name="wp-block-group"):
        layout_classes = [name for name in tags.class_list() if "is-layout-" in name]
        for name in layout_classes:
            tags.remove_class(name)
    html = _with_inner_container(tags.get_updated_html(), tag_name)
    if not layout_classes:
        return html
    tags = TagProcessor(html)
    if tags.next_tag(class_name=_INNER):
        for name in layout_classes:
            tags.add_class(name)
    return tags.get_updated_html()


@lru_cache(maxsize=32)
def _patterns(tag_name: str) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """The beginning of a start tag, and an end tag that ends a line."""
    name = re.escape(tag_name)
    return re.compile(rf"<{name}\b", re.ASCII), re.compile(rf"</{name}>[ \t\r\f\v]*+(?:\n|\Z)", re.ASCII)


def _has_inner_container(content: str, tag_name: str) -> bool:
    opens, _ = _patterns(tag_name)
    outer = opens.match(content, len(content) - len(content.lstrip(_BLANKS + "\n")))
    end = content.find(">", outer.end()) if outer else -1
    if outer is None or end < 0 or not _IS_GROUP.search(content, outer.end(), end):
        return False
    inner = _OPENS_INNER.match(content, end + 1)
    return inner is not None and _HAS_INNER.search(inner[1]) is not None


def _with_inner_container(html: str, tag_name: str) -> str:
    """A container between the first tag of a group that begins a line and the last end tag that ends one."""
    _, closes = _patterns(tag_name)
    start = _end_of_group_tag(html, tag_name)
    end = None
    for found in closes.finditer(html):
        end = found.start()
    if start is None or end is None or end < start:
        return html
    return f'{html[:start]}<div class="{_INNER}">{html[start:end]}</div>{html[end:]}'


def _end_of_group_tag(html: str, tag_name: str) -> int | None:
    """Where the first tag ends that has a group's class and before which nothing but blanks stands in its line."""
    end = named = -1
    for found in _patterns(tag_name)[0].finditer(html):
        if end < found.end():
            end = html.find(">", found.end())
            named = html.rfind("wp-block-group", found.end(), end)
            if end < 0:
                return None
        at = found.start()
        while at and html[at - 1] in _BLANKS:
            at -= 1
        if named >= found.end() and (at == 0 or html[at - 1] == "\n"):
            return end + 1
    return None


def image(block: ServerBlock, content: str, server: Server) -> str:
    """An aligned image in a `div` that has its classes (`wp_restore_image_outer_container()`)."""
    if server.theme.has_theme_json:
        return content
    figure = TagProcessor(content)
    if not figure.next_tag("FIGURE") or not figure.has_class("wp-block-image"):
        return content
    if not any(figure.has_class(name) for name in _ALIGNED):
        return content
    said = block.attrs.get("className")
    wrapper = TagProcessor("<div>")
    wrapper.next_tag()
    wrapper.set_attribute("class", f"wp-block-image {said}" if isinstance(said, str) else "wp-block-image")
    figure.remove_class("wp-block-image")
    for name in list(wrapper.class_list()):
        figure.remove_class(name)
    return f"{wrapper.get_updated_html()}{figure.get_updated_html()}</div>"
