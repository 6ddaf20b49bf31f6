"""One start tag's attributes, cleaned against AMP's rules."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from html import escape
from typing import Final

from blocks.fragment import Attribute
from blocks.fragment.tame import UNREADABLE
from blocks.render.amp import rules, urls
from blocks.render.amp.css import clean_style
from blocks.render.amp.lazy import resolved
from blocks.render.amp.rules import words

_DATA = re.compile(r"data-[a-z0-9._:-]*\Z")
_OF_AMP = ("data-amp-", "data-ampdevmode")  # they tell AMP what to do: `data-amp-bind-text` is an expression
_DIRECTIVE = "data-wp-"  # it tells WordPress's Interactivity API what to do, whose scripts AMP does not load

Values = dict[str, str | None]
Say = Callable[[str, str], None]  # a problem's code and message


def cleaned(tag: str, own: frozenset[str], attributes: tuple[Attribute, ...], say: Say) -> Values:
    """The attributes that may stay on `tag`, decoded, in order; what is left out or changed is said.

    `own` are the attributes of this element beside the global ones.
    """
    kept: Values = {}
    for attribute in resolved(attributes) if tag == "img" else attributes:
        name, value = attribute.name, attribute.value
        if name.startswith(_DIRECTIVE):
            continue
        if not (name in own or name in rules.GLOBAL or name in rules.ARIA or _is_data(name)):
            if name not in rules.UNREMARKABLE:
                say(
                    "unsupported-content",
                    f"the attribute {shown(name)} of <{shown(tag)}>, which AMP does not take, was left out",
                )
            continue
        if name == "style":
            style, wrong = clean_style(value or "")
            for code, remark in wrong:
                say(code, f"in the style of <{tag}>, {remark}")
            if style:
                kept[name] = style
            continue
        rule = VALUES.get((tag, name)) or VALUES.get(("*", name))
        taken = rule(value or "") if rule is not None else value
        if taken == (value or ""):
            taken = value
        elif taken is None and rule is not None:
            if name not in rules.UNREMARKABLE:
                say(
                    "unsupported-content",
                    f"{name}={shown(value or '')} on <{tag}>, which AMP does not take, was left out",
                )
            continue
        kept[name] = taken
    return kept


def written(values: Mapping[str, str | None]) -> str:
    """Attributes as they stand in a tag, with a blank before each."""
    return "".join(
        f" {name}" if value is None else f' {name}="{escape(value, quote=True)}"' for name, value in values.items()
    )


def _is_data(name: str) -> bool:
    return name.startswith("data-") and not name.startswith(_OF_AMP) and bool(_DATA.match(name))


def shown(text: str) -> str:
    """A name or value for a message: short, quoted where it is not just a word."""
    text = UNREADABLE.sub("\ufffd", text)
    return repr(text if len(text) <= 60 else text[:59] + "…") if not text.isidentifier() else text


# --------------------------------------------------------------------------------------------------- rules of values

Rule = Callable[[str], str | None]  # the value that may stay, or None where none may


def _one_of(text: str) -> Rule:
    allowed = words(text)
    return lambda value: value.lower() if value.lower() in allowed else None


def _address(schemes: frozenset[str], *, empty: bool = False, relative: bool = True) -> Rule:
    return lambda value: urls.bare(value) if urls.is_valid(value, schemes, empty=empty, relative=relative) else None


def _secure(*, relative: bool) -> Rule:
    def rule(value: str) -> str | None:
        address = urls.secure(value)
        if not relative and address.startswith("//"):
            address = f"https:{address}"
        return address if urls.is_valid(address, words("https"), relative=relative) else None

    return rule


def _present(_value: str) -> str:
    return ""


def _digits(value: str) -> str | None:
    value = value.strip()
    return value if value.isascii() and value.isdigit() else None


def _list_type(value: str) -> str | None:
    return value if value in ("1", "a", "A", "i", "I") else None


def _id(value: str) -> str | None:
    if "__amp_source_origin" in value:
        return None
    names = value.lower().split()
    bad = any(name in rules.NEVER_IDS or name.startswith(("__amp_", "i-amphtml-")) for name in names)
    return None if bad else value


def _classes(value: str) -> str | None:
    return " ".join(name for name in value.split() if "i-amphtml-" not in name) if "i-amphtml-" in value else value


def _rel(value: str) -> str | None:
    return " ".join(word for word in value.split() if word.lower() not in rules.NEVER_REL) or None


_CANDIDATE = re.compile(r"\s*([^,\s]\S*[^,\s])(?:\s+([1-9]\d{0,8}(?:\.\d+)?[wx]))?\s*(?:,|\Z)", re.ASCII)


def _srcset(value: str) -> str | None:
    """The candidates, or None where the validator would not read them: it wants each density once."""
    found: dict[str, str] = {}
    position = 0
    while position < len(value.rstrip()):
        candidate = _CANDIDATE.match(value, position)
        if candidate is None or not urls.is_valid(candidate[1], urls.IMAGE):
            return None
        descriptor = candidate[2] or "1x"
        if found.setdefault(descriptor, candidate[1]) != candidate[1]:
            return None
        position = candidate.end()
    return ", ".join(f"{address} {descriptor}" for descriptor, address in found.items()) or None


VALUES: Final[Mapping[tuple[str, str], Rule]] = {
    ("*", "id"): _id,
    ("*", "class"): _classes,
    ("*", "rel"): _rel,
    ("*", "hidden"): lambda value: None if value.strip().lower() == "until-found" else "",
    ("*", "cite"): _address(urls.WEB, empty=True),
    ("*", "href"): _address(urls.WEB),
    ("*", "xlink:href"): _address(urls.WEB),
    ("*", "src"): _address(urls.IMAGE),
    ("a", "href"): _address(urls.LINK, empty=True),
    ("a", "target"): _one_of("_blank _self _top"),
    ("a", "type"): _one_of("text/html"),
    ("button", "disabled"): _present,
    ("details", "open"): _present,
    ("form", "method"): _one_of("get post"),
    ("image", "href"): _address(urls.IMAGE),
    ("image", "xlink:href"): _address(urls.IMAGE),
    ("img", "crossorigin"): lambda value: "anonymous" if value.lower() in ("", "anonymous") else None,
    ("img", "decoding"): _one_of("async"),
    ("img", "fetchpriority"): _one_of("auto high low"),
    ("img", "importance"): _one_of("auto high low"),
    ("img", "loading"): _one_of("lazy"),
    ("img", "referrerpolicy"): _one_of(
        "no-referrer no-referrer-when-downgrade origin origin-when-cross-origin same-origin strict-origin "
        "strict-origin-when-cross-origin unsafe-url"
    ),
    ("img", "srcset"): _srcset,
    ("li", "value"): _digits,
    ("ol", "reversed"): _present,
    ("ol", "start"): _digits,
    ("ol", "type"): _list_type,
    ("table", "border"): lambda value: "0" if value.strip() == "0" else "1",
    **{(tag, "name"): _id for tag in words("a button fieldset input output select textarea")},
    ("input", "type"): lambda value: value.strip() or None,
    # What players take
    ("amp-video", "src"): _secure(relative=True),
    ("amp-video", "poster"): _address(urls.IMAGE),
    ("amp-audio", "src"): _secure(relative=True),
    **{
        (tag, name): _present
        for tag in ("amp-video", "amp-audio")
        for name in ("autoplay", "controls", "loop", "muted")
    },
    **{(tag, "preload"): _one_of("auto metadata none") for tag in ("amp-video", "amp-audio")},
    ("amp-video", "crossorigin"): lambda value: "anonymous" if value.lower() in ("", "anonymous") else None,
    ("amp-iframe", "src"): _secure(relative=False),
    ("amp-iframe", "allowfullscreen"): _present,
    ("amp-iframe", "frameborder"): lambda value: value if value in ("0", "1") else None,
    ("amp-iframe", "scrolling"): _one_of("auto no yes"),
    ("source", "src"): _secure(relative=True),
    ("track", "src"): _secure(relative=False),
    ("track", "default"): _present,
    ("track", "kind"): _one_of("captions chapters descriptions metadata subtitles"),
}
