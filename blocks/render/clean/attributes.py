"""The attributes that semantic HTML keeps: what they say stays, what only WordPress's looks and scripts need goes.

class     goes, but for names that are none of WordPress's
style     goes, but for what carries meaning: `KEPT_STYLES`
target    goes where it says `_self`, as links do anyway
tabindex  goes where it says -1 on an element with a class of WordPress's: scripts set the focus there
data-*    goes, and with it the directives of the Interactivity API
on…       goes: event handlers
href …    stays, but for addresses of schemes that WordPress does not allow (`esc_url()`)
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Final

from blocks.formatting.urls import esc_url
from blocks.fragment.tokens import Attribute

KEPT_STYLES: Final[Mapping[str, frozenset[str] | None]] = {
    "text-align": None,
    "direction": None,
    "unicode-bidi": None,
    "list-style-type": None,
    "text-decoration": frozenset(("underline", "line-through")),
    "vertical-align": frozenset(("sub", "super")),
    "white-space": None,
    "display": frozenset(("none",)),
    "visibility": frozenset(("hidden",)),
}
"""The properties of inline styles that stay, and the values that do; None for any."""

_ADDRESSES: Final = frozenset(
    ("href", "src", "action", "formaction", "poster", "cite", "data", "longdesc", "background", "xlink:href", "ping")
)
_CHANGED: Final = _ADDRESSES | {"class", "style", "id", "srcset"}
_PICTURES: Final = frozenset(("img", "source", "image"))
_NEVER: Final = frozenset(("srcdoc", "decoding", "fetchpriority", "contenteditable"))
_STATES: Final = frozenset(
    ("aria-expanded", "aria-controls", "aria-haspopup", "aria-modal", "aria-hidden", "aria-pressed", "hidden", "inert",
     "tabindex")
)  # fmt: skip
_IS_WORDPRESSS = re.compile(r"(?:^|\s)wp-")
_MODAL = re.compile(r"modal-[0-9]+(?:-content)?")
_SIMPLE_VALUE = re.compile(r"[\w\s%.,'\"-]+")
_PICTURE = re.compile(r"data:image/(?:png|gif|jpe?g|webp|avif);base64,[A-Za-z0-9+/=\s]*\Z", re.ASCII)
_WORDPRESS_CLASS = re.compile(
    r"(?:wp|has|is|are|size|attachment|blocks|block|components|editor|columns|gallery|menu-item|page-item|page-list"
    r"|current-menu|current-cat|tag|post|type|status|format|category|avatar|comment|screen-reader|cat-item"
    r"|social-link|alignment|feed|login|logged|depth|taxonomy|intrinsic|products|nav|query)[-_].*"
    r"|align(?:left|right|center|wide|full|none)|(?:page_item|current_page|page_item_has)[\w-]*|fn|hentry|avatar|photo"
    r"|children|sub-menu|cat-item|page-numbers|prev|next|dots|current|more-link|even|odd|post|comment|thread-(?:even|odd|alt)|search-icon|entry-content|submenu-container|url|byuser"
    r"|open-(?:on-(?:click|hover-click)|always)|items-justified-[\w-]+|always-shown|hidden-by-default|lightbox-trigger"
    r"|alt|screen-reader-text|custom-logo(?:-link)?|menu-item|vcard|says|reply|aligncenter|bypostauthor|wp"
)


def safe_url(address: str, *, is_picture: bool = False) -> str:
    """An address as it is, "" where WordPress allows none like it (`esc_url()`); a picture may be a `data:` one."""
    if not address.strip():
        return ""
    if is_picture and _PICTURE.match(address):
        return address
    return address if esc_url(address) else ""


def kept_style(style: str) -> str | None:
    """The declarations of an inline style that carry meaning, None where there is none."""
    kept: list[str] = []
    for declaration in style.split(";"):
        name, _, value = declaration.partition(":")
        name, value = name.strip().lower(), value.strip()
        allowed = KEPT_STYLES.get(name, frozenset())
        if not value or not _SIMPLE_VALUE.fullmatch(value):
            continue
        if allowed is None or value.lower().split()[0] in allowed:
            kept.append(f"{name}:{value}")
    return ";".join(kept) or None


def kept_classes(names: str) -> str | None:
    """The classes that are none of WordPress's, None where there is none."""
    return " ".join(name for name in names.split() if not _WORDPRESS_CLASS.fullmatch(name)) or None


def cleaned(tag: str, attributes: Iterable[Attribute]) -> dict[str, str | None]:
    """The attributes that may stay on an element, decoded, in their order; None for one without a value."""
    said = {attribute.name: attribute.value for attribute in attributes}
    has_directives = any(name.startswith("data-wp-") for name in said)
    kept: dict[str, str | None] = {}
    for name, value in said.items():
        if name in _NEVER or name.startswith(("data-", "on")):
            continue
        if has_directives and (name in _STATES or (name == "role" and value == "dialog")):
            continue
        if name == "tabindex" and value == "-1" and _IS_WORDPRESSS.search(said.get("class") or ""):
            continue
        if name == "target" and (value or "").lower() == "_self":
            continue
        if name not in _CHANGED:
            kept[name] = value
        elif (changed := _value(tag, name, value or "")) is not None:
            kept[name] = changed
    return kept


def _value(tag: str, name: str, value: str) -> str | None:
    """What stays of the value of an attribute that may change, None where nothing does."""
    match name:
        case "class":
            return kept_classes(value)
        case "style":
            return kept_style(value)
        case "id":
            return None if _MODAL.fullmatch(value) else value
        case "srcset":
            return None if "script:" in value.lower() else value
        case _:
            return safe_url(value, is_picture=tag in _PICTURES or name == "poster") or None


def written(values: Mapping[str, object]) -> str:
    """Attributes as they stand in a tag, each behind a blank; None for those without a value."""
    return "".join(f" {name}" if value is None else f' {name}="{escaped(value)}"' for name, value in values.items())


def escaped(value: object) -> str:
    """A value for an attribute in double quotes."""
    return str(value).replace("&", "&amp;").replace('"', "&quot;").replace("<", "&lt;").replace(">", "&gt;")
