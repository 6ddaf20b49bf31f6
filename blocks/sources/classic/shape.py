"""Plain HTML in the shape that blocks have: an image alone as a figure, alignment as a class, a table in its figure."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from typing import Final

from blocks.fragment.tokens import VOID_ELEMENTS, Edit, Token, edited, tokens
from blocks.sources.classic.attached import Attached
from blocks.sources.classic.figures import moved

_ALIGNED: Final = re.compile(r"\s*text-align\s*:\s*(left|center|right)\s*;?\s*", re.IGNORECASE)
_TEXT: Final = frozenset(("p", "h1", "h2", "h3", "h4", "h5", "h6"))
_CLASSES: Final = {
    "blockquote": "wp-block-quote",
    "pre": "wp-block-preformatted",
    "hr": "wp-block-separator has-alpha-channel-opacity",
}


def shaped(html: str, attached: Attached) -> str:
    """`html`, as `autop()` gives it, with the elements and classes that blocks are saved with."""
    found = list(tokens(html))
    edits: list[Edit] = []
    around: list[str] = []
    count: Counter[str] = Counter()
    number = 0
    table: Token | None = None
    has_sections = False
    while number < len(found):
        token = found[number]
        step = 1
        if token.kind == "start":
            if token.name == "table" and not around:
                table, has_sections = None if token.attributes else token, False
            if len(around) < 3 and all(name == "blockquote" for name in around):
                step = _shape(html, found, number, edits, attached)
            if step == 1 and token.name not in VOID_ELEMENTS:
                around.append(token.name)
                count[token.name] += 1
        elif token.kind == "end" and count[token.name]:
            while (name := around.pop()) != token.name:
                count[name] -= 1
            count[name] -= 1
            if token.name == "table" and not around and table is not None:
                edits += _in_figure(table, token, has_sections)
            has_sections = has_sections or token.name in ("thead", "tbody", "tfoot")
        number += step
    return edited(html, sorted(edits, key=lambda edit: edit.start))


_TABLE: Final = '<figure class="wp-block-table">'
_TABLES: Final = re.compile(
    rf"{_TABLE}(<table>)(?:<tbody>)?((?:(?!{_TABLE}).)*?)(?:</tbody>)?(</table>)</figure>", re.DOTALL
)


def without_shape(html: str) -> str:
    """HTML that fits no block, as it was before `shaped()` put tables into figures."""
    return _TABLES.sub(r"\1\2\3", html)


def _in_figure(start: Token, end: Token, has_sections: bool) -> list[Edit]:
    """A table in its figure; rows are in a body, as browsers have them."""
    body = ("", "") if has_sections else ("<tbody>", "</tbody>")
    return [
        Edit(start.start, start.end, f"{_TABLE}<table>{body[0]}"),
        Edit(end.start, end.end, f"{body[1]}</table></figure>"),
    ]


def _shape(html: str, found: Sequence[Token], number: int, edits: list[Edit], attached: Attached) -> int:
    """Note the edits of an element; answers how many tokens were seen to."""
    token = found[number]
    if token.name == "p" and (count := moved(html, found, number, edits, attached)):
        return count
    if token.name in _TEXT:
        names = {one.name for one in token.attributes}
        aligned = _ALIGNED.fullmatch(token.get("style") or "") if names == {"style"} else None
        side = aligned[1] if aligned else token.get("align") if names == {"align"} else None
        if side in ("left", "center", "right"):
            edits.append(Edit(token.start, token.end, f'<{token.name} class="has-text-align-{side}">'))
    elif token.attributes:
        pass
    elif token.name == "pre" and number + 1 < len(found) and found[number + 1].name == "code":
        edits.append(Edit(token.start, token.end, '<pre class="wp-block-code">'))
    elif token.name in _CLASSES:
        end = "/>" if token.name in VOID_ELEMENTS else ">"
        edits.append(Edit(token.start, token.end, f'<{token.name} class="{_CLASSES[token.name]}"{end}'))
    return 1
