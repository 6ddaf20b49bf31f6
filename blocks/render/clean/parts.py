"""What the templates of semantic HTML are given beside their block: functions that make HTML of its values."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any, Final

from blocks.formatting import php
from blocks.formatting.escaping import Html
from blocks.fragment import RichText
from blocks.model.block import Block
from blocks.render.amp.players import recognised
from blocks.render.clean.attributes import escaped, kept_classes, safe_url, written
from blocks.render.clean.markup import clean

_PIXELS = re.compile(r"([0-9]{1,5})(?:\.[0-9]+)?(?:px)?", re.ASCII)
_ALIGNMENTS: Final = frozenset(("left", "center", "right", "justify", "start", "end"))
_LANGUAGE = re.compile(r"(?:language|lang)-[\w+#.-]+", re.ASCII)
_NUMBERINGS: Final = {"lower-alpha": "a", "upper-alpha": "A", "lower-roman": "i", "upper-roman": "I", "decimal": "1"}
_SECTIONS: Final = frozenset(("header", "main", "section", "article", "aside", "footer", "nav"))
_ALWAYS: Final = frozenset(("alt",))
_FRAMES: Final = {
    "YouTube": "https://www.youtube-nocookie.com/embed/{}",
    "Vimeo": "https://player.vimeo.com/video/{}",
    "Dailymotion": "https://www.dailymotion.com/embed/video/{}",
}


def rich(text: RichText | str | None) -> Html:
    """Rich text, or other HTML, made semantic."""
    return Html(clean(str(text))) if text is not None else Html()


def preformatted(text: RichText | str | None) -> Html:
    """The same where white space counts: of two line ends at the start, HTML's parser takes one away."""
    html = rich(text)
    return Html(f"\n{html}") if html.startswith("\n") else html


def attributes(**values: object) -> Html:
    """Attributes for a tag, each behind a blank. None, False and "" (but for `alt`) are left out, True has no value.

    An underscore in a name is a hyphen, one at its end nothing: `attributes(aria_label="…", type_="a")`.
    """
    if not any(values.values()) and not _ALWAYS & values.keys():
        return Html()
    kept: dict[str, object] = {}
    for name, value in values.items():
        if value or (name in _ALWAYS and value is not None):
            kept[name.rstrip("_").replace("_", "-")] = None if value is True else value
    return Html(written(kept))


def url(address: object, is_picture: bool = False) -> str | None:
    """An address that may stand in a link, None where there is none, or WordPress allows none like it."""
    return safe_url(address, is_picture=is_picture) or None if isinstance(address, str) else None


def aligned(block: Block) -> str | None:
    """The inline style of a text that its author aligned."""
    said = block.attribute_values
    style = php.get(said, "style", "typography", "textAlign")
    for value in (said.get("textAlign"), style, said.get("align") if block.block_name == "core/paragraph" else None):
        if isinstance(value, str) and value in _ALIGNMENTS:
            return f"text-align:{value}"
    return None


def heading(level: object, default: int = 2) -> str:
    """The name of a heading's element: HTML has six."""
    return f"h{level}" if isinstance(level, int) and 1 <= level <= 6 else f"h{default}"


def section(tag_name: object) -> str | None:
    """The name of an element that parts a page; None for `div`, which says nothing."""
    return tag_name if isinstance(tag_name, str) and tag_name in _SECTIONS else None


def pixels(length: object) -> str | None:
    """A width or height for a picture's attribute, None where it is not in pixels."""
    found = _PIXELS.fullmatch(length) if isinstance(length, str) else None
    return found[1] if found else None


def language(block: Block) -> str | None:
    """The classes of a code block that name its language."""
    names = block.attribute_values.get("className")
    return kept_classes(" ".join(_LANGUAGE.findall(names))) if isinstance(names, str) else None


def numbering(kind: object) -> str | None:
    """The attribute `type` of a list that is not numbered as lists are."""
    return _NUMBERINGS.get(kind) if isinstance(kind, str) and kind != "decimal" else None


def player(address: object) -> Mapping[str, str] | None:
    """`src` and `title` of the frame that shows an address of a film, None where the site is none that is known."""
    if isinstance(address, str):
        shown = recognised(address)
        if shown is not None and shown.name in _FRAMES:
            id, frame = shown.values.get("data-videoid"), shown.values.get("src")
            return {"src": frame or _FRAMES[shown.name].format(id), "title": shown.name} if frame or id else None
    return None


def track(said: object) -> Html:
    """Subtitles of a film as an element, nothing where they have no address."""
    if not isinstance(said, Mapping) or not url(said.get("src")):
        return Html()
    names = ("src", "kind", "label", "srcLang", "default")
    values: dict[str, Any] = {name.lower(): said[name] for name in names if isinstance(said.get(name), str | bool)}
    return Html(f"<track{attributes(**values)}>")


def comment(text: str) -> Html:
    """A text for the inside of a comment, which it cannot end."""
    return Html(text.replace("--", "—").replace(">", "&gt;").rstrip("-"))


FUNCTIONS: Final = {
    "rich": rich,
    "preformatted": preformatted,
    "attributes": attributes,
    "url": url,
    "aligned": aligned,
    "heading": heading,
    "section": section,
    "pixels": pixels,
    "language": language,
    "numbering": numbering,
    "player": player,
    "track": track,
    "comment": comment,
    "escaped": escaped,
}
"""The functions by the names that templates know them by."""
