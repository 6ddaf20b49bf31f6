"""Media with text: covers, media beside text, files; sound and film."""

from __future__ import annotations

import re
from typing import Any, Final

from blocks.fragment.tokens import Edit
from blocks.sources.rendered.plan import Page, Plan, Rule, Slot, inside, plan
from blocks.sources.rendered.rules import embed, pictures, players, text
from blocks.sources.rendered.styles import declarations
from blocks.sources.rendered.tree import Node

_POINT: Final = re.compile(r"([\d.]+)% ([\d.]+)%")
_URL: Final = re.compile(r"url\(\s*['\"]?(.*?)['\"]?\s*\)")
_LENGTH: Final = re.compile(r"([\d.]+)([a-z%]+)")


def figure(node: Node, page: Page) -> Plan | None:
    """A figure without a block's class, by what is in it."""
    if any(name.startswith("wp-block-") for name in node.classes):
        return None
    held = [one for one in node.elements if one.name != "figcaption"]
    if len(held) != 1:
        return None
    only = held[0]
    if only.name == "a" and len(only.elements) == 1:
        only = only.elements[0]
    if only.name == "iframe":
        return embed.alone(only, node, page) if len(node.elements) == 1 else None
    rules: dict[str, Rule] = {
        "img": pictures.figure,
        "table": text.table,
        "audio": players.in_figure,
        "video": players.in_figure,
    }
    return rules[only.name](node, page) if only.name in rules else None


def audio(node: Node, page: Page) -> Plan | None:
    """Sound."""
    return _player("core/audio", "audio", node, page)


def video(node: Node, page: Page) -> Plan | None:
    """Film, without the size that the server printed."""
    found = _player("core/video", "video", node, page)
    player = node.first("video")
    if found is None or player is None:
        return found
    edit = page.cleaner.edit(player, without=players.printed_size(player))
    if edit is not None:
        found.edits.append(edit)
    tracks = [_track(one) for one in player.elements if one.name == "track"]
    if tracks:
        found.attributes["tracks"] = tracks
    return found


def _track(node: Node) -> dict[str, Any]:
    names = {"srclang": "srcLang"}
    return {names.get(one.name, one.name): one.value for one in node.attributes}


def _player(name: str, tag: str, node: Node, page: Page) -> Plan | None:
    if node.name == tag:
        return None
    player = node.first(tag)
    if (
        player is None
        and page.type_of(name).type_name == "core/video"
        and page.is_blank(node.inner_start, node.inner_end)
    ):
        return plan(name, node, page.look(name, node).finish())  # one whose film was never chosen
    if player is None:
        return None
    return plan(name, node, page.look(name, node).finish())


def file(node: Node, page: Page) -> Plan | None:
    """A file to download, perhaps with a preview."""
    name = "core/file"
    links = [one for one in node.elements if one.name == "a"]
    shown = node.first("object")
    if node.name != "div" or not (links or shown):
        return None
    seen = page.look(name, node)
    button = next((one for one in links if one.get("download") is not None), None)
    address = (button or (links[0] if links else shown) or node).get("data" if not links else "href")
    seen.attributes |= {"href": address, "showDownloadButton": button is not None}
    edits: list[Edit | None] = [
        page.cleaner.edit(node, without=[one.name for one in node.attributes if one.name.startswith("data-wp-")])
    ]
    if shown is not None:
        seen.attributes["displayPreview"] = True
        height = dict(declarations(shown.get("style") or "")).get("height", "")
        if re.fullmatch(r"\d{1,5}px", height):
            seen.attributes["previewHeight"] = int(height[:-2])
        edits += _preview(shown, page)
    return plan(name, node, seen.finish(), edits=edits)


def _preview(shown: Node, page: Page) -> list[Edit | None]:
    """The preview as it was saved: shown to all, and called by its name alone."""
    if not any(one.name.startswith("data-wp-") for one in shown.attributes):
        return []
    gone = [one.name for one in shown.attributes if one.name.startswith("data-wp-")] + ["hidden"]
    edit = page.cleaner.edit(shown, without=gone)
    if edit is None:
        return []
    named = re.sub(r'(aria-label=")Embed of (.*?)\.(?=")', r"\1\2", edit.replacement)
    return [Edit(edit.start, edit.end, named)]


def cover(node: Node, page: Page) -> Plan | None:
    """Blocks on a picture, a film or a colour."""
    name = "core/cover"
    container = next((one for one in node.elements if "wp-block-cover__inner-container" in one.classes), None)
    if container is None:
        return _older_cover(node, page)
    seen = page.look(name, node)
    said: dict[str, Any] = {"isDark": not seen.taken("is-light"), "tagName": node.name}
    said["hasParallax"] = bool(seen.taken("has-parallax"))
    said["isRepeated"] = bool(seen.taken("is-repeated"))
    if seen.taken("has-custom-content-position") and (placed := seen.match("is-position-([a-z-]+)")):
        said["contentPosition"] = placed[1].replace("-", " ")
    height = _LENGTH.fullmatch(seen.declared("min-height") or _min_height(seen.attributes))
    if height and "style" in seen.attributes:
        seen.attributes["style"].pop("dimensions", None)
    if height:
        said |= {"minHeight": _number(height[1]), "minHeightUnit": height[2]}
    for one in node.elements:
        said |= _behind(one, page)
    seen.attributes |= said
    page.layout(name, container, seen.attributes)
    return plan(name, node, seen.finish(), slots=[inside(container)])


def _older_cover(node: Node, page: Page) -> Plan | None:
    """A cover from before WordPress 5.3: one text, on a picture that is the background of the whole."""
    name = "core/cover"
    texts = [one for one in node.walk() if one.name in ("p", "h2")]
    if len(texts) != 1:
        return None
    seen = page.look(name, node)
    css = dict(declarations(node.get("style") or ""))
    source = _URL.search(css.get("background-image", ""))
    film = node.first("video")
    said: dict[str, Any] = {"url": source[1] if source else film.get("src") if film is not None else None}
    if film is not None:
        said["backgroundType"] = "video"
    said["hasParallax"] = bool(seen.taken("has-parallax"))
    density = seen.match(r"has-background-dim-(\d{1,3})")
    said["dimRatio"] = int(density[1]) if density else 50 if "has-background-dim" in seen.classes else 0
    seen.taken("has-background-dim")
    if placed := seen.match("has-(left|right)-content"):
        said["contentAlign"] = placed[1]
    if color := seen.match("has-(.+)-background-color"):
        said["overlayColor"] = color[1]
    elif "background-color" in css:
        said["customOverlayColor"] = css["background-color"]
    seen.attributes.pop("style", None)
    seen.attributes |= said
    return plan(name, node, seen.finish())


def _min_height(attributes: dict[str, Any]) -> str:
    return str(attributes.get("style", {}).get("dimensions", {}).get("minHeight", ""))


def _number(text: str) -> int | float:
    try:
        value = float(text)
    except ValueError:
        return 0
    return int(value) if value.is_integer() else value


def _behind(node: Node, page: Page) -> dict[str, Any]:
    """What one of the elements behind the content says."""
    names = node.classes
    if "wp-block-cover__background" in names or (node.name == "span" and "has-background-dim" in names):
        return _veil(node, page)
    said: dict[str, Any] = {}
    if "wp-block-cover__image-background" in names:
        css = dict(declarations(node.get("style") or ""))
        source = _URL.search(css.get("background-image", "")) if node.name != "img" else None
        said = {"url": source[1] if source else node.get("src"), "alt": node.get("alt") or node.get("aria-label") or ""}
        for one in names:
            if found := re.fullmatch(r"wp-image-(\d{1,15})", one):
                said["id"] = int(found[1])
            elif found := re.fullmatch(r"size-(\S+)", one):
                said["sizeSlug"] = found[1]
        said |= _focus(css.get("object-position") or css.get("background-position"))
    elif "wp-block-cover__video-background" in names:
        css = dict(declarations(node.get("style") or ""))
        said = {"url": node.get("src"), "backgroundType": "video", **_focus(css.get("object-position"))}
    return {key: value for key, value in said.items() if value is not None}


def _focus(position: str | None) -> dict[str, Any]:
    found = _POINT.fullmatch(position or "")
    if found is None or found.groups() == ("50", "50"):
        return {}
    return {"focalPoint": {axis: _number(str(float(found[at]) / 100)) for at, axis in ((1, "x"), (2, "y"))}}


def _veil(node: Node, page: Page) -> dict[str, Any]:
    """The overlay: its colour or gradient, and how dense it is."""
    look = page.look("core/group", node)
    css = dict(declarations(node.get("style") or ""))
    said: dict[str, Any] = {
        "overlayColor": look.attributes.get("backgroundColor"),
        "customOverlayColor": css.get("background-color"),
        "gradient": look.attributes.get("gradient"),
        "customGradient": css.get("background"),
    }
    density = look.match(r"has-background-dim-(\d{1,3})")
    said["dimRatio"] = int(density[1]) if density else 50
    return {key: value for key, value in said.items() if value is not None}


def media_text(node: Node, page: Page) -> Plan | None:
    """A picture or a film, and blocks beside it."""
    name = "core/media-text"
    content = next((one for one in node.elements if "wp-block-media-text__content" in one.classes), None)
    figure_ = next((one for one in node.elements if "wp-block-media-text__media" in one.classes), None)
    if content is None or figure_ is None:
        return None
    seen = page.look(name, node)
    said: dict[str, Any] = {"isStackedOnMobile": bool(seen.taken("is-stacked-on-mobile"))}
    if seen.taken("has-media-on-the-right"):
        said["mediaPosition"] = "right"
    if aligned := seen.match("is-vertically-aligned-([a-z]+)"):
        said["verticalAlignment"] = aligned[1]
    if seen.taken("is-image-fill", "is-image-fill-element"):
        said["imageFill"] = True
    columns = seen.declared("grid-template-columns") or ""
    if width := re.search(r"([\d.]+)%", columns):
        said["mediaWidth"] = _number(width[1])
    seen.attributes |= said | _medium(figure_)
    return plan(name, node, seen.finish(), slots=[Slot(content.inner_start, content.inner_end, content.children)])


def _medium(figure_: Node) -> dict[str, Any]:
    """The picture or film of a media-text."""
    medium = figure_.first("img", "video")
    if medium is None:
        return {}
    said: dict[str, Any] = {"mediaType": "image" if medium.name == "img" else "video"}
    for one in medium.classes:
        if found := re.fullmatch(r"wp-image-(\d{1,15})", one):
            said["mediaId"] = int(found[1])
        elif (found := re.fullmatch(r"size-(\S+)", one)) and found[1] != "full":
            said["mediaSizeSlug"] = found[1]
    link = figure_.first("a")
    if link is not None:
        source = medium.get("src") or ""
        said["linkDestination"] = "media" if link.get("href") == source else "custom"
    return said | _focus(dict(declarations(medium.get("style") or "")).get("object-position"))
