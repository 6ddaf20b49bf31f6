"""Smilies made pictures: `:-)` is 🙂 (`convert_smilies()`)."""

from __future__ import annotations

import re
from functools import cache

from blocks.formatting.escaping import esc_attr
from blocks.formatting.urls import esc_url

_PICTURES = {
    "😐": ":neutral: :-| :|",
    "😈": ":twisted:",
    "➡": ":arrow:",
    "😯": ":shock: 8-O 8O",
    "🙂": ":smile: :-) :)",
    "😕": ":???: :-? :?",
    "😎": ":cool: 8-)",
    "👿": ":evil:",
    "😀": ":grin: :-D :D",
    "💡": ":idea:",
    "😳": ":oops:",
    "😛": ":razz: :-P :P",
    "🙄": ":roll:",
    "😉": ":wink: ;-) ;)",
    "😥": ":cry:",
    "😮": ":eek: :-o :o",
    "😆": ":lol:",
    "😡": ":mad: :-x :x",
    "🙁": ":sad: :-( :(",
    "❗": ":!:",
    "❓": ":?:",
}
_SMILIES = {smiley: picture for picture, smilies in _PICTURES.items() for smiley in smilies.split()}
_IMAGE = ":mrgreen:"

_PIECES = re.compile(r"(<[^>]*>)")
_RAW = re.compile("<(code|pre|style|script|textarea)[^>]*>")


@cache
def _any() -> re.Pattern[str]:
    return re.compile("|".join(re.escape(smiley) for smiley in sorted([*_SMILIES, _IMAGE], reverse=True)))


@cache
def _pattern() -> re.Pattern[str]:
    known = _any().pattern
    before = r"(?:^|(?<=[\r\n\t \u00a0])|(?<=&nbsp;))"
    return re.compile(rf"{before}({known})(?=[\r\n\t \u00a0]|&nbsp;|$)", re.MULTILINE)


def convert_smilies(text: str, site_url: str = "") -> str:
    """`text`, HTML, with its smilies as emoji; `:mrgreen:` is an image of the site at `site_url`."""
    if not _any().search(text):
        return text
    pieces = _split(text)
    inside = ""
    for index, piece in enumerate(pieces):
        raw = None if inside else _RAW.match(piece)
        if raw:
            inside = raw[1]
        if not inside and not piece.startswith("<"):
            pieces[index] = _pattern().sub(lambda found: _picture(found[1], site_url), piece)
        if inside and piece == f"</{inside}>":
            inside = ""
    return "".join(pieces)


def _split(text: str) -> list[str]:
    """Tags and what is between them; what follows the last `>` is one piece, whatever it holds."""
    last = text.rfind(">") + 1
    pieces = _PIECES.split(text[:last])
    pieces[-1] += text[last:]
    return pieces


def _picture(smiley: str, site_url: str) -> str:
    if smiley != _IMAGE:
        return _SMILIES[smiley]
    source = esc_url(f"{site_url.rstrip('/')}/wp-includes/images/smilies/mrgreen.png")
    style = "height: 1em; max-height: 1em;"
    return f'<img src="{source}" alt="{esc_attr(smiley)}" class="wp-smiley" style="{style}" />'
