"""How long a post takes to read, reckoned from its words."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any, Final

from blocks.formatting import php
from blocks.formatting.balance import force_balance_tags
from blocks.render.html.loops import set_up
from blocks.render.html.server import Server
from blocks.site.pages import password_required
from blocks.site.post_pages import get_the_content, password_form, post_pages

_WORDS_A_MINUTE: Final = 189
_TAG: Final = re.compile(r"</?[a-z][^>]*>", re.IGNORECASE | re.ASCII)
_COMMENT: Final = re.compile(r"<!--.*?-->", re.DOTALL)
_BLANK: Final = re.compile(r"&nbsp;|&#160;", re.IGNORECASE | re.ASCII)
_RUN: Final = re.compile(r"[^ \t-\r]+")
_CONNECTOR: Final = re.compile(r"--|—")
_SIGN: Final = re.compile("[!-@\\[-`{-~\x80-\xbf\xd7\xf7\u2000-\u2bff\u2e00-\u2e7f]")
_WORD_END: Final = re.compile("[^\\s\x85]\\s", re.UNICODE)
_NO_BLANKS: Final = dict.fromkeys(range(0x1C, 0x20), "x")
"""Characters that Python takes for blanks, and PHP does not."""


def reading_time(attributes: Mapping[str, Any], server: Server) -> str:
    """What the block says of the current post: `3 minutes`, `2–4 minutes` or `550 words`."""
    shown = _content(server)
    server.count_read(len(shown))
    words = count_words(shown)
    mode = attributes.get("displayMode", "time")
    if mode == "words":
        return f"{php.number_format_i18n(words)} {'word' if words == 1 else 'words'}"
    if mode != "time":
        return ""
    pace = php.floating(attributes.get("averageReadingSpeed", _WORDS_A_MINUTE)) or _WORDS_A_MINUTE
    if not php.is_true(attributes.get("displayAsRange")):
        minutes = _minutes(words / pace)
        return f"{minutes} {'minute' if minutes == 1 else 'minutes'}"
    least, most = _minutes(words / pace * 0.8), _minutes(words / pace * 1.2)
    return f"{least}–{least + 1 if most == least else most} minutes"


def _minutes(number: float) -> int:
    return max(1, php.integer(php.php_round(number)))


def _content(server: Server) -> str:
    """The markup of the current post that the page shows (`get_the_content()`)."""
    post = server.post
    if post is None:
        return ""
    if password_required(post):
        return password_form(server.site, post)
    return get_the_content(server.site, post, post_pages(*set_up(server, post)), balance=force_balance_tags)


def count_words(markup: str) -> int:
    """How many words there are in markup, as the editor counts them (`block_core_post_time_to_read_word_count()`)."""
    if not php.trim(markup):
        return 0
    text = _without(_TAG, ">", markup + "\n", "\n")
    text = _without(_COMMENT, "-->", text, "")
    text = _BLANK.sub(" ", text)
    if "&" in text:
        text = _RUN.sub(_without_references, text)
    if not text.isascii() and any("\udc80" <= letter <= "\udcff" for letter in text):
        return 0  # PHP's patterns give up where bytes are no UTF-8
    text = _SIGN.sub("", _CONNECTOR.sub(" ", text))
    return len(_WORD_END.findall(text.translate(_NO_BLANKS)))


def _without(pattern: re.Pattern[str], end: str, text: str, instead: str) -> str:
    """The text without what a pattern finds, which ends in `end`: none is looked for behind the last one."""
    last = text.rfind(end) + len(end)
    return text if last < len(end) else pattern.sub(instead, text[:last]) + text[last:]


def _without_references(run: re.Match[str]) -> str:
    """Letters without a blank, without what stands between an `&` and the next `;`."""
    text, out, place = run[0], [], 0
    while (start := text.find("&", place)) >= 0 and (end := text.find(";", start + 2)) >= 0:
        out.append(text[place:start])
        place = end + 1
    return "".join(out) + text[place:]
