"""Pictures of people, as Gravatar has them (`get_avatar()`). Nothing is fetched: an avatar is an address."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256
from typing import Any

from blocks.formatting import php
from blocks.formatting.escaping import esc_attr
from blocks.formatting.query import add_query_arg, rawurlencode
from blocks.formatting.urls import esc_url
from blocks.site.records import Comment, SitePost, User
from blocks.site.site import Site

GRAVATAR = "https://secure.gravatar.com/avatar/"
_MYSTERY = ("mm", "mystery", "mysteryman")
_LOADING = {
    "loading": ("lazy", "eager"),
    "fetchpriority": ("high", "low", "auto"),
    "decoding": ("async", "sync", "auto"),
}

Who = int | str | User | Comment | SitePost
"""Whose picture: a user, or their id, an e-mail address, a comment's author, or a post's."""


@dataclass(frozen=True, slots=True)
class Avatar:
    """The address of a picture, and whether it is known whose it is."""

    url: str
    found: bool


def avatar(site: Site, who: Who, size: int = 96, default: str = "", *, force_default: bool = False) -> Avatar | None:
    """The picture of somebody (`get_avatar_data()`); None for pingbacks and trackbacks, which have none."""
    size = abs(size) or 96
    user, email, own = _person(site, who)
    if user is None and email is None:
        return None
    if own and not force_default:
        return Avatar(own, True)
    fallback = default or php.text(site.options["avatar_default"])
    address = user.email if user is not None else email or ""
    digest = sha256(php.encoded(php.lower(php.trim(address)))).hexdigest() if address else ""
    arguments: dict[str, Any] = {"s": str(size)}
    if fallback != "gravatar_default":
        arguments["d"] = "mm" if fallback in _MYSTERY else fallback
    if force_default:
        arguments["f"] = "y"
    arguments["r"] = php.text(site.options["avatar_rating"]).lower()
    if fallback == "initials":
        arguments["initials"] = _initials(user, who)
    encoded = {name: rawurlencode(value) for name, value in arguments.items() if value}
    return Avatar(add_query_arg(encoded, GRAVATAR + digest), bool(digest))


def _person(site: Site, who: Who) -> tuple[User | None, str | None, str]:
    """The user, else the e-mail address, else neither; and the address of a picture that the site itself has."""
    if isinstance(who, int):
        who = site.users.get(abs(who)) or ""
    elif isinstance(who, SitePost):
        who = site.users.get(who.author) or ""
    if isinstance(who, User):
        return who, None, who.avatar
    if isinstance(who, Comment):
        if who.type not in ("comment", "", "note"):
            return None, None, ""
        user = site.users.get(who.user) if who.user else None
        return user, who.email, who.avatar or ("" if user is None else user.avatar)
    return None, who, ""


def _initials(user: User | None, who: Who) -> str:
    if user is not None:
        name = user.display_name or f"{user.first_name} {user.last_name}".strip() or user.login
    elif isinstance(who, Comment):
        name = who.author
    else:
        name = who.partition("@")[0].translate({ord(mark): " " for mark in "._-"}) if isinstance(who, str) else ""
    return name[:2] if " " not in name else name[:1] + name.rpartition(" ")[2][:1]


def get_avatar(
    site: Site,
    who: Who,
    size: int = 96,
    default: str = "",
    alt: str = "",
    *,
    classes: Sequence[str] | str = (),
    extra: str = "",
    force_default: bool = False,
    loading: Callable[[dict[str, Any]], Mapping[str, Any]] | None = None,
) -> str:
    """An `img` of somebody's picture (`get_avatar()`); empty where the site shows none, or there is none.

    `extra` is put into the tag as it is; `loading` says how the picture is to be loaded, and counts it where none is
    shown, too.
    """
    said = loading({"size": size, "width": size, "height": size, "alt": alt}) if loading is not None else {}
    if php.is_empty(site.options["show_avatars"]):
        return ""
    small = avatar(site, who, size, default, force_default=force_default)
    large = avatar(site, who, size * 2, default, force_default=force_default)
    size = abs(size) or 96
    if small is None or large is None:
        return ""
    names = ["avatar", f"avatar-{size}", "photo"]
    if not small.found or force_default:
        names.append("avatar-default")
    names.extend([classes] if isinstance(classes, str) and classes else classes)
    marks = [extra] if extra else []
    marks += [f"{name}='{said[name]}'" for name, known in _LOADING.items() if said.get(name) in known]
    return (
        f"<img alt='{esc_attr(alt)}' src='{esc_url(small.url)}' srcset='{esc_url(large.url)} 2x'"
        f" class='{esc_attr(' '.join(names))}' height='{size}' width='{size}' {' '.join(marks)}/>"
    )
