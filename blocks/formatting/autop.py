"""Line breaks as paragraphs and `<br />`: what WordPress does on the server to content that has no blocks.

The functions are `wpautop()` and `shortcode_unautop()`. The editor's version for JavaScript (`blocks.fragment.classic`)
differs in many small things; this one is PHP's. Every step takes time in proportion to the text, hostile text included:
where WordPress's expression would try a tag without end again and again, ours takes it whole and puts it back.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from blocks.formatting.html_split import replace_in_html

_BLOCKS = (
    "(?:table|thead|tfoot|caption|col|colgroup|tbody|tr|td|th|div|dl|dd|dt|ul|ol|li|pre|form|map|area|blockquote"
    "|address|style|p|h[1-6]|hr|fieldset|legend|section|article|aside|hgroup|header|footer|nav|figure|figcaption"
    "|details|menu|summary)"
)
_TAG = f"</?{_BLOCKS}[^>]*+(?:>|$(?!\\n))"
"""A block's tag, or the rest of the text where it has no end.

(A tag without end never matters; taking it whole saves time.)
"""

_SPACE = r"(?:(?<!\s)\s++)?"
"""All the white space before something, looked at once."""


def _re(pattern: str, flags: int = 0) -> re.Pattern[str]:
    return re.compile(pattern, re.ASCII | flags)


_TWO_BREAKS = _re(r"<br\s*/?>\s*<br\s*/?>")
_OPENERS = _re(rf"(<{_BLOCKS}[\s/>])")
_CLOSERS = _re(rf"(</{_BLOCKS}>)")
_RULES = _re(r"(<hr\s*?/?>)")
_AROUND_OPTION = ((_re(rf"{_SPACE}<option"), "<option"), (_re(r"</option>\s*"), "</option>"))
_AROUND_OBJECT = (
    (_re(r"(<object[^>]*+(?:>|$(?!\n)))\s*"), r"\1"),
    (_re(rf"{_SPACE}</object>"), "</object>"),
    (_re(rf"{_SPACE}(</?(?:param|embed)[^>]*+>)\s*|(</?(?:param|embed)[^>]*+$(?!\n))"), r"\1\2"),
)
_AROUND_SOURCE = (
    (_re(r"([<\[](?:audio|video)[^>\]]*+(?:[>\]]|$(?!\n)))\s*"), r"\1"),
    (_re(rf"{_SPACE}([<\[]/(?:audio|video)[>\]])"), r"\1"),
    (_re(rf"{_SPACE}(<(?:source|track)[^>]*+>)\s*|(<(?:source|track)[^>]*+$(?!\n))"), r"\1\2"),
)
_AROUND_CAPTION = (
    (_re(rf"{_SPACE}(<figcaption[^>]*+>)|(<figcaption[^>]*+$(?!\n))"), r"\1\2"),
    (_re(r"</figcaption>\s*"), "</figcaption>"),
)
_MANY_LINES = re.compile("\n\n+")
_BETWEEN = _re(r"\n\s*\n")
_EMPTY = _re(r"<p>\s*</p>")
_UNCLOSED = _re(r"<p>([^<]+)</(div|address|form)>")
_WRAPPED = _re(rf"<p>\s*(</?{_BLOCKS}[^>]*>)\s*</p>")
_WRAPPED_ITEM = re.compile(r"<p>(<li.+?)(?:(</p>)|(?=\n)|\Z)")
_WRAPPED_QUOTE = _re(r"<p><blockquote([^>]*)>", re.IGNORECASE)
_OPENED_BEFORE = _re(rf"<p>\s*(</?{_BLOCKS}[^>]*>)")
_CLOSED_AFTER = _re(rf"({_TAG})(?:\s*</p>)?")
_RAW = re.compile("<(script|style|svg|math)")
_LINE_END = _re(r"(?:(?<!\s)(?<!<br />)|(?<=<br />\s))\s*\n")
_BREAK_AFTER = _re(rf"({_TAG})(?:\s*<br />)?")
_BREAK_BEFORE = _re(r"<br />(\s*</?(?:p|li|div|dl|dd|dt|th|pre|td|ul|ol)[^>]*>)")
_LAST_LINE = re.compile(r"\n</p>$")
_PRE_PLACE = re.compile(r"<pre wp-pre-tag-(\d+)></pre>")

_KEPT_LINE = "<WPPreserveNewline />"
_LINE_IN_TAG = " <!-- wpnl --> "


def autop(text: str, br: bool = True) -> str:
    """`text`, HTML with meaningful line breaks, with `<p>` for empty lines and, if `br`, `<br />` for single ones."""
    if not text.strip(" \t\n\r\0\x0b"):
        return ""
    text += "\n"
    kept: list[str] = []
    if "<pre" in text:
        text, kept = _without_pre(text)
    text = _one_line_per_paragraph(text)
    paragraphs = [f"<p>{part.strip(chr(10))}</p>\n" for part in _BETWEEN.split(text) if part]
    text = _unwrap("".join(paragraphs))
    if br:
        text = _keep_lines_of_raw(text).replace("<br>", "<br />").replace("<br/>", "<br />")
        text = _LINE_END.sub("<br />\n", text).replace(_KEPT_LINE, "\n")
    text = _BREAK_AFTER.sub(r"\1", text)
    text = _BREAK_BEFORE.sub(r"\1", text)
    text = _LAST_LINE.sub("</p>", text)
    if kept:
        text = _PRE_PLACE.sub(lambda place: kept[int(place[1])] if int(place[1]) < len(kept) else place[0], text)
    if "<!-- wpnl -->" in text:
        text = text.replace(_LINE_IN_TAG, "\n").replace("<!-- wpnl -->", "\n")
    return text


def _without_pre(text: str) -> tuple[str, list[str]]:
    """`text` with a placeholder for each `pre` element, and those elements."""
    *parts, last = text.split("</pre>")
    out: list[str] = []
    kept: list[str] = []
    for part in parts:
        start = part.find("<pre")
        if start < 0:
            out.append(part)
            continue
        out.append(f"{part[:start]}<pre wp-pre-tag-{len(kept)}></pre>")
        kept.append(part[start:] + "</pre>")
    return "".join(out) + last, kept


def _one_line_per_paragraph(text: str) -> str:
    """`text` with empty lines around what stands alone, and no line breaks where they mean nothing."""
    text = _TWO_BREAKS.sub("\n\n", text)
    text = _OPENERS.sub("\n\n\\1", text)
    text = _CLOSERS.sub("\\1\n\n", text)
    text = _RULES.sub("\\1\n\n", text)
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    text = replace_in_html(text, "\n", _LINE_IN_TAG)
    steps: list[tuple[re.Pattern[str], str]] = []
    if "<option" in text:
        steps += _AROUND_OPTION
    if "</object>" in text:
        steps += _AROUND_OBJECT
    if "<source" in text or "<track" in text:
        steps += _AROUND_SOURCE
    if "<figcaption" in text:
        steps += _AROUND_CAPTION
    for pattern, new in steps:
        text = pattern.sub(new, text)
    return _MANY_LINES.sub("\n\n", text)


def _unwrap(text: str) -> str:
    """Paragraphs without those that hold nothing, and without the tags that would stand around a block."""
    text = _EMPTY.sub("", text)
    text = _UNCLOSED.sub(r"<p>\1</p></\2>", text)
    text = _WRAPPED.sub(r"\1", text)
    text = _WRAPPED_ITEM.sub(lambda item: item[1] if item[2] else item[0], text)
    text = _WRAPPED_QUOTE.sub(r"<blockquote\1><p>", text).replace("</blockquote></p>", "</p></blockquote>")
    text = _OPENED_BEFORE.sub(r"\1", text)
    return _CLOSED_AFTER.sub(r"\1", text)


def _keep_lines_of_raw(text: str) -> str:
    """`text` with the line breaks inside scripts, styles, SVG and MathML made placeholders."""
    out: list[str] = []
    done = 0
    unclosed: set[str] = set()
    opener = _RAW.search(text)
    while opener is not None:
        name = opener[1]
        end = -1 if name in unclosed else text.find(f"</{name}>", opener.end())
        if end < 0:
            unclosed.add(name)
            end = opener.end()
        else:
            end += len(name) + 3
            out.append(text[done : opener.start()])
            out.append(text[opener.start() : end].replace("\n", _KEPT_LINE))
            done = end
        opener = _RAW.search(text, end)
    out.append(text[done:])
    return "".join(out)


_NO_BREAK_SPACES = r"(?:[\r\n\t \u00a0]|&nbsp;)*+"
_PARAGRAPH = re.compile(rf"<p>{_NO_BREAK_SPACES}(?=\[)")
_PARAGRAPH_END = re.compile(rf"{_NO_BREAK_SPACES}</p>")


def shortcode_unautop(text: str, shortcodes: Iterable[str]) -> str:
    """`text` without the paragraph around a shortcode that stands alone; `shortcodes` are the names the site knows."""
    if "<p>" not in text or "[" not in text:
        return text
    known = "|".join(map(re.escape, shortcodes))
    if not known:
        return text
    name = re.compile(rf"\[({known})(?![\w-])", re.ASCII)
    closers: dict[str, int] = {}
    out: list[str] = []
    done = 0
    paragraph = _PARAGRAPH.search(text)
    while paragraph is not None:
        start = paragraph.end()
        end = _alone(text, name.match(text, start), closers)
        if end:
            out.append(text[done : paragraph.start()])
            out.append(text[start : end[0]])
            done = end[1]
        paragraph = _PARAGRAPH.search(text, done if end else start)
    out.append(text[done:])
    return "".join(out)


def _alone(text: str, opener: re.Match[str] | None, closers: dict[str, int]) -> tuple[int, int] | None:
    """Where a shortcode ends, and where the paragraph that it fills ends; None if there is more in the paragraph.

    `closers` remembers the next place of each closing bracket.
    """
    if opener is None:
        return None
    end = text.find("]", opener.end())
    if end < 0:
        return None
    end += 1
    if text[end - 2] != "/" or end - 2 < opener.end():
        closer = f"[/{opener[1]}]"
        place = closers.get(closer, 0)
        if 0 <= place < end:
            place = closers[closer] = text.find(closer, end)
        if place >= 0:
            after = _PARAGRAPH_END.match(text, place + len(closer))
            if after:
                return place + len(closer), after.end()
    after = _PARAGRAPH_END.match(text, end)
    return (end, after.end()) if after else None
