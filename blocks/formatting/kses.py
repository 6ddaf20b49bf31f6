"""`wp_kses()`: HTML with the elements, attributes and protocols that are allowed, and no others."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterator
from typing import Any

from blocks.formatting.escaping import esc_html, normalized_references
from blocks.formatting.kses_attributes import BLANKS, checked, wp_kses_hair
from blocks.formatting.kses_tables import POST, Allowed
from blocks.formatting.php.strings import lower, strip_tags, trim
from blocks.formatting.protocols import ALLOWED_PROTOCOLS, without_nulls

_OPENING = re.compile(r"<[^<>]*+>?")
_BRACKET = re.compile(r"[<>]")
_BOGUS_COMMENT = re.compile(r"<(?:/[^a-zA-Z][^>]*|![a-z][^>]*)>\Z")
_TAG = re.compile(r"<\s*(/\s*)?([a-zA-Z0-9-]+)([^>]*)>?\Z", re.ASCII)
_DASHES = re.compile(r"--+")
_LONG_COMMENT = re.compile(r"<!--(.*?)--->")
_MOST_ROUNDS = 50  # of filtering a comment until nothing changes
_MOST_NESTED = 20  # comments that come out of comments

Filter = Callable[[str], str]


def wp_kses(
    html: str,
    allowed: Allowed = POST,
    protocols: Collection[str] = ALLOWED_PROTOCOLS,
    *,
    blocks: Filter | None = None,
) -> str:
    """`wp_kses()`: `html` with what `allowed` names.

    Elements that are not allowed lose their tags, `<` and `>` that belong to none are escaped, comments stay.
    `blocks` filters the attributes of block delimiters (`filter_block_content()`), where the caller knows blocks.
    Comments hidden in comments deeper than any author's are dropped.
    """
    return _kses(html, allowed, protocols, blocks, 0)


def wp_kses_post(html: str) -> str:
    """`wp_kses_post()`: what posts may hold."""
    return wp_kses(html, POST)


def _kses(html: str, allowed: Allowed, protocols: Collection[str], blocks: Filter | None, depth: int) -> str:
    html = normalized_references(without_nulls(html, slash_zero=False))
    if "<" not in html and ">" not in html:
        return html
    html = _OPENING.sub(_with_loose_opening_escaped, html)
    if "--->" in html:
        html = "\n".join(map(_with_short_ends, html.split("\n")))
    if blocks is not None:
        html = blocks(html)

    def again(content: str) -> str | None:
        """Filtered until nothing changes; None where that takes too long."""
        if depth >= _MOST_NESTED:
            return None
        for _ in range(_MOST_ROUNDS):
            before, content = content, _kses(content, allowed, protocols, blocks, depth + 1)
            if before == content:
                return content
        return None

    return "".join(_token(piece, allowed, protocols, again) if is_token else piece for piece, is_token in _pieces(html))


def _with_loose_opening_escaped(found: re.Match[str]) -> str:
    """A tag; or a `<` that no `>` follows, escaped with what stands behind it (`wp_pre_kses_less_than()`)."""
    tag = found[0]
    if tag.endswith(">"):
        return tag
    if tag.endswith("\n") and found.end() == len(found.string):
        return esc_html(tag[:-1]) + "\n"
    return esc_html(tag)


def _with_short_ends(line: str) -> str:
    """A line whose comments end in `-->`, not in more dashes; `filter_block_content()` sees to that."""
    end = line.rfind("--->") + 4
    if end < 4:
        return line
    return _LONG_COMMENT.sub(lambda found: f"<!--{found[1].rstrip('-')}-->", line[:end]) + line[end:]


def _pieces(html: str) -> Iterator[tuple[str, bool]]:
    """Text, and the tokens in it (True): comments that end in their line, tags up to the first `>`, and a lone `>`."""
    place = 0
    end_of_comment = end_of_line = -1
    for bracket in _BRACKET.finditer(html):
        start = bracket.start()
        if start < place:
            continue
        if place < start:
            yield html[place:start], False
        place = start + 1
        if bracket[0] == "<":
            place = (html.find(">", start) + 1) or len(html)
            if place == start + 3 and html[start + 1] == "/":  # `</>` runs to the next `>`
                place = (html.find(">", place) + 1) or place
            if html.startswith("<!--", start):
                end_of_comment = _next(html, "-->", start + 4, end_of_comment)
                end_of_line = _next(html, "\n", start + 4, end_of_line)
                if end_of_comment <= end_of_line and end_of_comment < len(html):
                    place = end_of_comment + 3
                elif end_of_line >= len(html) - 1:
                    place = end_of_line
        yield html[start:place], True
    yield html[place:], False


def _next(html: str, wanted: str, place: int, known: int) -> int:
    """Where `wanted` stands next, or the text's length; `known` is the answer to an earlier question."""
    if known >= place:
        return known
    found = html.find(wanted, place)
    return found if found >= 0 else len(html)


def _token(token: str, allowed: Allowed, protocols: Collection[str], again: Callable[[str], str | None]) -> str:
    token = token.replace('\\"', '"')
    if token[0] != "<":
        return "&gt;"
    if _BOGUS_COMMENT.match(token):
        content = again(token[2:-1])
        return "" if content is None else f"<{token[1]}{content}>"
    if token.startswith("<!--"):
        content = again(token.replace("<!--", "").replace("-->", ""))
        if not content:
            return ""
        return f"<!--{_DASHES.sub('-', content).removesuffix('-')}-->"
    tag = _TAG.match(token)
    if tag is None or lower(tag[2]) not in allowed:
        return ""
    return f"</{tag[2]}>" if tag[1] else _tag(tag[2], tag[3], allowed, protocols)


def _tag(element: str, text: str, allowed: Allowed, protocols: Collection[str]) -> str:
    """`wp_kses_attr()`: an opening tag with the attributes that are allowed."""
    slash = " /" if text.rstrip(BLANKS).endswith("/") else ""
    rules = allowed[lower(element)]
    if not rules:
        return f"<{element}{slash}>"
    required = {name for name, rule in rules.items() if isinstance(rule, dict) and rule.get("required") is True}
    refused = "" if slash else f"<{element}>"
    kept: list[str] = []
    for attribute in wp_kses_hair(text, protocols).values():
        whole = checked(attribute, element, allowed)
        if whole is not None:
            kept.append(f" {whole}")
            required.discard(lower(attribute.name))
        elif lower(attribute.name) in required:
            return refused
    if required:
        return refused
    return f"<{element}{_BRACKET.sub('', ''.join(kept))}{slash}>"


def wp_strip_all_tags(text: Any, remove_breaks: bool = False) -> str:
    """`wp_strip_all_tags()`: text without tags and without the content of scripts and styles; `""` of arrays."""
    if not isinstance(text, str):
        from blocks.formatting.php.values import text as cast

        return "" if isinstance(text, list | dict) else wp_strip_all_tags(cast(text), remove_breaks)
    if "<" in text:
        text = strip_tags(_without_code(text))
    elif "\0" in text:
        text = text.replace("\0", "")
    if remove_breaks:
        text = _BREAKS.sub(" ", text)
    return trim(text)


_BREAKS = re.compile(r"[\r\n\t ]+")
_CODE = re.compile(r"<(script|style)", re.IGNORECASE | re.ASCII)


def _without_code(text: str) -> str:
    """Without `script` and `style` elements that are closed."""
    out: list[str] = []
    place = 0
    absent: set[str] = set()
    lowered = lower(text)
    while found := _CODE.search(text, place):
        name = lower(found[1])
        end = 0 if name in absent else text.find(">", found.end()) + 1
        close = lowered.find(f"</{name}>", end) if end else -1
        if close < 0:
            absent.add(name)
            if len(absent) == 2:
                break
            out.append(text[place : found.start() + 1])
            place = found.start() + 1
        else:
            out.append(text[place : found.start()])
            place = close + len(name) + 3
    out.append(text[place:])
    return "".join(out)
