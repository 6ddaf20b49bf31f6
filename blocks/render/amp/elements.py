"""One start tag as AMP takes it: the attributes that may stay, and what an element needs beside them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Final

from blocks.fragment import Attribute, Token
from blocks.render.amp import rules, urls
from blocks.render.amp.attributes import Say, Values, cleaned, written

_EMBED = "wp-block-embed__wrapper"
_OF_PICTURE = rules.words("alt height src width")


@dataclass(frozen=True, slots=True)
class Tag:
    """What became of a start tag. It depends on nothing but the tag's text and on whether it stands in SVG."""

    html: str
    """The tag; empty where the element cannot stand in AMP, though what is in it can."""

    without_style: str
    style_bytes: int
    closes_itself: bool
    wraps_embed: bool
    values: Values
    """The attributes that stayed."""

    problems: tuple[tuple[str, str], ...]


def start_tag(tag: str, token: Token, in_svg: bool) -> Tag:
    """The start tag of an element that AMP knows, called `tag` now; unchanged where nothing was wrong with it."""
    problems: list[tuple[str, str]] = []

    def say(code: str, message: str) -> None:
        problems.append((code, message))

    kept = cleaned(tag, (rules.SVG if in_svg else rules.HTML)[tag], _to_clean(tag, token), say)
    complete = None if in_svg else _COMPLETE.get(tag)
    values = kept if complete is None else complete(kept, token, say)
    closes_itself = in_svg and token.value.endswith("/>") and not _ends_in_value(token)
    if values is None:
        return Tag("", "", 0, closes_itself, False, {}, tuple(problems))
    end = "/>" if closes_itself else ">"
    style = values.get("style") or ""
    return Tag(
        token.value if tag == token.name and _is_as_written(token, values) else f"<{tag}{written(values)}{end}",
        f"<{tag}{written({name: value for name, value in values.items() if name != 'style'})}{end}",
        len(style.encode("utf-8", "replace")),
        closes_itself,
        _EMBED in token.classes,
        values,
        tuple(problems),
    )


def _to_clean(tag: str, token: Token) -> tuple[Attribute, ...]:
    """The attributes of a tag that are its own.

    An `<input>` that becomes a button goes without those of its picture, an `<amp-img>` without those of its layout.
    """
    if token.name in ("amp-anim", "amp-img"):
        return tuple(one for one in token.attributes if one.name == "sizes" or one.name not in rules.OF_LAYOUT)
    if tag != "input" or (token.get("type") or "").strip().lower() != "image":
        return token.attributes
    return tuple(attribute for attribute in token.attributes if attribute.name not in _OF_PICTURE)


def _is_as_written(token: Token, values: Values) -> bool:
    """Whether the tag can stay as it is: every attribute kept, none twice, nothing odd between them."""
    if values != {attribute.name: attribute.value for attribute in token.attributes}:
        return False
    position = token.start + 1 + len(token.name)
    for attribute in token.attributes:
        if attribute.start != position + 1:
            return False
        position = attribute.end
    return token.value[position - token.start :] in (">", "/>", " />") and not _ends_in_value(token)


def _ends_in_value(token: Token) -> bool:
    """Whether the `/` of a `/>` belongs to a value without quotes."""
    return bool(token.attributes) and token.attributes[-1].end == token.end - 1 and token.value.endswith("/>")


# --------------------------------------------------------------------------------- what elements need beside the rules

Completion = Callable[[Values, Token, Say], Values | None]


def _div(values: Values, token: Token, say: Say) -> Values:
    if token.name != "dialog":
        return values
    say("replaced-content", "<dialog> became <div>: AMP does not know it")
    return values if token.get("open") is not None else {**values, "hidden": ""}


def _img(values: Values, token: Token, say: Say) -> Values | None:
    if values.get("src") or values.get("srcset"):
        return values
    say("unsupported-content", f"a picture without an address that AMP takes was left out{_alternative(token)}")
    return None


def _alternative(token: Token) -> str:
    alt = token.get("alt")
    return f" ({alt[:60]})" if alt else ""


def _input(values: Values, token: Token, say: Say) -> Values | None:
    kind = (values.get("type") or "").lower()
    if kind == "image":
        say("replaced-content", "<input type=image> became a submit button")
        return {**values, "type": "submit", "value": token.get("alt") or "OK"}
    if any(word in rules.INPUT_TYPES_OF_POST for word in kind.split()):
        say("unsupported-content", f"<input type={kind}> was left out: AMP takes it in forms with action-xhr alone")
        return None
    return values


def is_get(token: Token) -> bool:
    """Whether a `<form>` sends by GET, which AMP can."""
    return (token.get("method") or "get").strip().lower() == "get"


def _form(values: Values, token: Token, say: Say) -> Values | None:
    """A GET form goes by https, or as its page goes, into a tab or in place of the page."""
    if not is_get(token):
        message = (
            "<form> lost its tags, its fields and its buttons: without action-xhr, AMP sends nothing but GET forms"
        )
        say("unsupported-content", message)
        return None
    action = urls.bare(values.get("action") or "") or "#"
    if urls.scheme_of(action) == "http":
        action = urls.secure(action).removeprefix("https:")
    if not urls.is_valid(action, rules.words("https")):
        say("replaced-content", "the action of <form>, which AMP does not take, became this page")
        action = "#"
    target = (values.get("target") or "").lower()
    values = {name: value for name, value in values.items() if name != "method"}
    return {**values, "action": action, "target": target if target in ("_blank", "_top") else "_top"}


_COMPLETE: Final[Mapping[str, Completion]] = {"div": _div, "form": _form, "img": _img, "input": _input}
