r"""Text with blank lines as paragraphs: `autop` of @wordpress/autop, which the editor uses for classic text.

The steps are those of WordPress, in its order, since each reads what the one before wrote; its mistakes are kept where
they show. Patterns are written so that time grows in step with the text, whatever it holds: blanks are looked at from
their first one on, and what looks for the end of a tag goes on behind it, whether or not the rest fits. One mistake is
bounded instead: see `_restored`.
"""

from __future__ import annotations

import re
from typing import Final

from blocks.fragment.javascript import BLANKS, LINE_ENDS

_BLOCK = (
    "(?:table|thead|tfoot|caption|col|colgroup|tbody|tr|td|th|div|dl|dd|dt|ul|ol|li|pre|form|map|area|blockquote"
    "|address|math|style|p|h[1-6]|hr|fieldset|legend|section|article|aside|hgroup|header|footer|nav|figure|figcaption"
    "|details|menu|summary)"
)
_S = f"[{BLANKS}]"
_BEFORE = f"(?:(?<!{_S}){_S}++)?+"  # blanks before something, from the first of them on
_IN_LINE = BLANKS.replace("\n", "")
_BLOCK_TAG = f"</?{_BLOCK}[^>]*+"

_TWO_BREAKS = re.compile(rf"<br{_S}*+/?>{_S}*+<br{_S}*+/?>")
_BLOCK_OPENS = re.compile(f"(<{_BLOCK}[{BLANKS}/>])")
_BLOCK_CLOSES = re.compile(f"(</{_BLOCK}>)")
_ELEMENT = re.compile(r"<(?:!(?=--)[\s\S]*?(?:-->|\Z)|!\[CDATA\[[^\]]*+(?:\]\]>)?+|[^>]*+>?+)")
_LINE_IN_TAG: Final = " <!-- wpnl --> "
_KEPT_LINE = re.compile(f"{_S}?<!-- wpnl -->{_S}?")

# What stands together, though blanks are between: pattern and replacement.
_OPTIONS = (
    (re.compile(f"{_BEFORE}<option"), "<option"),
    (re.compile(f"</option>{_S}*+"), "</option>"),
)
_OBJECTS = (
    (re.compile(f"(<object[^>]*+>){_S}*+"), r"\1"),
    (re.compile(f"{_BEFORE}</object>"), "</object>"),
    (re.compile(rf"{_BEFORE}(</?(?:param|embed)[^>]*+>){_S}*+"), r"\1"),
)
_MEDIA = (
    (re.compile(rf"([<\[](?:audio|video)[^>\]]*+[>\]]){_S}*+"), r"\1"),
    (re.compile(rf"{_BEFORE}([<\[]/(?:audio|video)[>\]])"), r"\1"),
    (re.compile(rf"{_BEFORE}(<(?:source|track)[^>]*+>){_S}*+"), r"\1"),
)
_CAPTION_OPENS = re.compile(f"{_BEFORE}(<figcaption[^>]*+>)")
_CAPTION_CLOSES = re.compile(f"</figcaption>{_S}*+")

_MORE_LINES = re.compile(r"\n\n+")
_BLANK_LINES = re.compile(rf"\n(?:[{_IN_LINE}]*+\n)++")
_EMPTY_PARAGRAPH = re.compile(f"<p>{_S}*+</p>")
_UNCLOSED = re.compile(r"<p>([^<]++)</(div|address|form)>")
_WRAPPED = re.compile(rf"<p>{_S}*+({_BLOCK_TAG}>){_S}*+</p>")
_WRAPPED_ITEM = re.compile(rf"<p>(<li[^{LINE_ENDS}]+?)(?:</p>|(?=[{LINE_ENDS}]|\Z)(?P<unclosed>))")
_QUOTE_OPENS = re.compile(r"<p><blockquote([^>]*+)>", re.IGNORECASE | re.ASCII)
_PARAGRAPH_BEFORE = re.compile(rf"<p>{_S}*+({_BLOCK_TAG}>)")
_PARAGRAPH_BEHIND = re.compile(f"({_BLOCK_TAG}>?+)(?:{_S}*+</p>)?+")
_SCRIPT_LINE = re.compile(rf"<(?:script|style)[^{LINE_ENDS}]*?(?:</\\1>|(?=[{LINE_ENDS}]|\Z)(?P<unclosed>))")
_LINE = re.compile(rf"(<br />)?+(?<!{_S})[{_IN_LINE}]*+\n(?:[{_IN_LINE}]*+\n)*+")
_BREAK_BEHIND = re.compile(f"({_BLOCK_TAG}>?+)(?:{_S}*+<br />)?+")
_BREAK_BEFORE = re.compile(rf"<br />({_S}*+</?(?:p|li|div|dl|dd|dt|th|pre|td|ul|ol)[^>]*+>)")

_PLACEHOLDER = re.compile(r"<pre wp-pre-tag-[0-9]++></pre>")
_DOLLAR = re.compile(r"\$([$&`'])")
MOST_INSERTIONS: Final = 100  # of `pre` elements whose text asks for what stands around them
MOST_COPIES: Final = 20  # times the text, which those may make of it


def autop(text: str, line_breaks: bool = True) -> str:
    """`text` with blank lines as paragraphs and, with `line_breaks`, the other ends of lines as `<br />`."""
    if not text.strip(BLANKS):
        return ""
    text, originals = _without_pre(text + "\n")
    text = _TWO_BREAKS.sub("\n\n", text)
    text = _BLOCK_OPENS.sub(r"\n\n\1", text)
    text = _BLOCK_CLOSES.sub(r"\1\n\n", text)
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    text = _ELEMENT.sub(_on_one_line, text)
    text = _drawn_together(text)
    text = _paragraphs(text)
    if line_breaks:
        text = _with_breaks(text)
    text = _BREAK_BEHIND.sub(r"\1", text)
    text = _BREAK_BEFORE.sub(r"\1", text)
    if text.endswith("\n</p>"):
        text = text[:-5] + "</p>"
    text = _restored(text, originals)
    return _KEPT_LINE.sub("\n", text)


def _without_pre(text: str) -> tuple[str, dict[str, str]]:
    """The text with a placeholder for each `<pre>`, and what they stand for. A `</pre>` without a start is lost."""
    if "<pre" not in text:
        return text, {}
    *parts, rest = text.split("</pre>")
    out: list[str] = []
    originals: dict[str, str] = {}
    for number, part in enumerate(parts):
        before, opening, content = part.partition("<pre")
        out.append(before)
        if opening:
            placeholder = f"<pre wp-pre-tag-{number}></pre>"
            out.append(placeholder)
            originals[placeholder] = f"{opening}{content}</pre>"
    return "".join(out) + rest, originals


def _on_one_line(element: re.Match[str]) -> str:
    return element[0].replace("\n", _LINE_IN_TAG)


def _drawn_together(text: str) -> str:
    """No blanks around options, inside objects and media, and around the first figcaption."""
    if "<option" in text:
        text = _each(_OPTIONS, text, ">n")
    if "</object>" in text:
        text = _each(_OBJECTS, text, ">")
    if "<source" in text or "<track" in text:
        text = _each(_MEDIA, text, ">]")
    if "<figcaption" in text:
        tags, rest = _up_to_last(">", text)
        text = _CAPTION_OPENS.sub(r"\1", tags, count=1) + rest
        text = _CAPTION_CLOSES.sub("</figcaption>", text, count=1)
    return text


def _each(replacements: tuple[tuple[re.Pattern[str], str], ...], text: str, ends: str) -> str:
    """The replacements made one after the other. What they find ends with one of `ends`, and blanks."""
    for pattern, replacement in replacements:
        tags, rest = _up_to_last(ends, text)
        text = pattern.sub(replacement, tags) + rest
    return text


def _up_to_last(ends: str, text: str) -> tuple[str, str]:
    """The text up to the last of the characters `ends` and the blanks behind it, and the rest: no tag ends in it."""
    last = max(text.rfind(end) for end in ends) + 1
    rest = text[last:].lstrip(BLANKS)
    cut = len(text) - len(rest)
    return text[:cut], rest


def _paragraphs(text: str) -> str:
    """A `<p>` around what stands between blank lines, and none around blocks."""
    text = _MORE_LINES.sub("\n\n", text)
    pieces = filter(None, _BLANK_LINES.split(text))
    text = "".join("<p>" + piece.strip("\n") + "</p>\n" for piece in pieces)
    text = _EMPTY_PARAGRAPH.sub("", text)
    text = _UNCLOSED.sub(r"<p>\1</p></\2>", text)
    text = _WRAPPED.sub(r"\1", text)
    text = _WRAPPED_ITEM.sub(lambda item: item[1] if item["unclosed"] is None else item[0], text)
    text = _QUOTE_OPENS.sub(r"<blockquote\1><p>", text)
    text = text.replace("</blockquote></p>", "</p></blockquote>")
    text = _PARAGRAPH_BEFORE.sub(r"\1", text)
    return _PARAGRAPH_BEHIND.sub(r"\1", text)


def _with_breaks(text: str) -> str:
    r"""A `<br />` at the end of each line.

    The editor means to leave scripts alone and misspells it: what it finds is a line from `<script` to `</\1>`, and
    all it leaves of that is the `<`.
    """
    if "</\\1>" in text:
        text = _SCRIPT_LINE.sub(lambda script: "<" if script["unclosed"] is None else script[0], text)
    text = text.replace("<br>", "<br />").replace("<br/>", "<br />")
    text = _LINE.sub(lambda line: line[0] if line[1] else "<br />\n", text)
    return text.replace("<WPPreserveNewline />", "\n")


def _restored(text: str, originals: dict[str, str]) -> str:
    """The text with the `<pre>` elements in their places.

    The editor hands them to JavaScript's `replace`, which reads `$$` as `$`, `$&` as the placeholder, and $` and $' as
    all that stands before and behind it. Those copies are made while they are no more than `MOST_COPIES` times the
    text, of up to `MOST_INSERTIONS` elements; beyond, the two characters stay.
    """
    if len(originals) > MOST_INSERTIONS or not any(
        "$`" in original or "$'" in original for original in originals.values()
    ):
        left = dict(originals)
        return _PLACEHOLDER.sub(lambda found: _inserted(left.pop(found[0], None), found[0], None, 0), text)
    most = MOST_COPIES * (len(text) + sum(map(len, originals.values())))
    for placeholder, original in originals.items():
        before, found, behind = text.partition(placeholder)
        if found:
            text = before + _inserted(original, placeholder, (before, behind), most - len(text)) + behind
    return text


def _inserted(original: str | None, placeholder: str, around: tuple[str, str] | None, most: int) -> str:
    """What `replace` makes of `original` in the place of the placeholder; the copies are at most `most` long."""
    if original is None:
        return placeholder
    if "$" not in original:
        return original
    means = {"$": "$", "&": placeholder}
    if around:
        before, behind = around
        if original.count("$`") * len(before) + original.count("$'") * len(behind) <= most:
            means |= {"`": before, "'": behind}
    return _DOLLAR.sub(lambda dollar: means.get(dollar[1], dollar[0]), original)
