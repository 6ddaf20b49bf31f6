"""The content of an element replaced, as block bindings do with `WP_HTML_Processor` (`WP_Block::replace_html()`).

WordPress's processor builds the tree as browsers do. This one knows what happens in the HTML of blocks: void elements,
end tags that close what is open inside their element, and start tags that end a paragraph, a heading or a list item.
Where formatting is not closed in order nothing is replaced, for WordPress gives up on nearly all of that; it gives up
on most tables out of order, too, of which this one knows nothing.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from blocks.fragment.tag_edits import ascii_upper
from blocks.fragment.tag_processor import TagProcessor
from blocks.fragment.tag_scanner import RAW_TEXT

VOID: Final = frozenset(
    """AREA BASE BASEFONT BGSOUND BR COL EMBED FRAME HR IMG INPUT KEYGEN LINK META PARAM SOURCE TRACK
    WBR""".split()  # noqa: SIM905
)
"""Elements without content (`WP_HTML_Processor::is_void()`)."""

DEEPEST: Final = 500
"""How many elements may be open in each other. WordPress dies of some hundred."""

_HEADINGS: Final = frozenset({"H1", "H2", "H3", "H4", "H5", "H6"})
_ENDS_PARAGRAPH: Final = _HEADINGS | frozenset(
    """ADDRESS ARTICLE ASIDE BLOCKQUOTE CENTER DD DETAILS DIALOG DIR DIV DL DT FIELDSET FIGCAPTION FIGURE FOOTER FORM
    HEADER HGROUP HR LI LISTING MAIN MENU NAV OL P PRE SEARCH SECTION SUMMARY TABLE UL""".split()  # noqa: SIM905
)
_NEVER_IN_THEMSELVES: Final = frozenset({"A", "BUTTON", "NOBR"})
_FORMATTING: Final = frozenset(
    "A B BIG CODE EM FONT I NOBR S SMALL STRIKE STRONG TT U".split()  # noqa: SIM905
)
_SCOPES: Final = frozenset(
    "APPLET BUTTON CAPTION HTML MARQUEE OBJECT TABLE TD TEMPLATE TH".split()  # noqa: SIM905
)


class _UnsupportedError(Exception):
    """WordPress would give up here."""


def replace_inner(html: str, tag_names: Sequence[str], content: str) -> str:
    """The HTML with the content of an element replaced; as it is where there is no such element.

    It is the first element of the first of these names that the HTML has; the names are case-insensitive. Where the
    element has no end tag, WordPress puts its start tag with the content in front of it.
    """
    for name in tag_names:
        try:
            place = _inner_of(html, ascii_upper(name))
        except _UnsupportedError:
            return html
        if place is not None:
            start, end = place
            return html if end is None else html[:start] + content + html[end:]
    return html


def _inner_of(html: str, wanted: str) -> tuple[int, int | None] | None:
    """Where the content of the first element of a name begins and ends; None where there is no such element."""
    processor = TagProcessor(html)
    above: list[str] = []
    while processor.next_tag(tag_closers=True):
        name = processor.get_tag() or ""
        if processor.is_tag_closer():
            _close(above, name)
            continue
        _end_what_cannot_hold(above, name)
        if name == wanted:
            start = processor.token_end
            return start, _end_of(processor, name, above) if _has_content(name) else None
        _open(above, name)
    return None


def _end_of(processor: TagProcessor, name: str, above: list[str]) -> int:
    """Where the end tag of the element begins that the processor stands on; where it has none, the element itself."""
    outside, begin = frozenset(above), processor.token_start
    inside = [name]
    while processor.next_tag(tag_closers=True):
        tag = processor.get_tag() or ""
        if not processor.is_tag_closer():
            if tag in _NEVER_IN_THEMSELVES and tag in inside:
                _give_up_on_formatting(inside, inside.index(tag) + 1, tag)
                del inside[inside.index(tag) :]
            _end_what_cannot_hold(inside, tag)
            if not inside:
                return begin
            _open(inside, tag)
        elif tag in inside:
            _close(inside, tag)
            if not inside:
                return processor.token_start
        elif tag in _FORMATTING:  # of another element, or of none
            raise _UnsupportedError
        elif tag in outside and not _SCOPES.intersection(inside):
            return begin
    return begin


def _open(names: list[str], name: str) -> None:
    if _has_content(name):
        if len(names) >= DEEPEST:
            raise _UnsupportedError
        names.append(name)


def _has_content(name: str) -> bool:
    return name not in VOID and name not in RAW_TEXT


def _close(names: list[str], name: str) -> None:
    """Take the elements from the stack that an end tag closes; those that `</table>` and the like hold stay open."""
    if name in _FORMATTING and name not in names:
        raise _UnsupportedError
    for index in range(len(names) - 1, -1, -1):
        if names[index] == name or (name in _HEADINGS and names[index] in _HEADINGS):
            _give_up_on_formatting(names, index + 1, name)
            del names[index:]
            return
        if names[index] in _SCOPES:
            return


def _give_up_on_formatting(names: list[str], index: int, closed: str) -> None:
    crossed = names[index:]
    if any(one in _FORMATTING or (closed in _FORMATTING and one in _ENDS_PARAGRAPH) for one in crossed):
        raise _UnsupportedError


def _end_what_cannot_hold(names: list[str], coming: str) -> None:
    """Close the list item and the paragraph that a start tag ends, or the heading."""
    if coming not in _ENDS_PARAGRAPH or not names:
        return
    if coming in {"LI", "DT", "DD"}:
        for index in range(len(names) - 1, -1, -1):
            if names[index] == coming or (coming != "LI" and names[index] in {"DT", "DD"}):
                _give_up_on_formatting(names, index + 1, coming)
                del names[index:]
                break
            if names[index] in _ENDS_PARAGRAPH | _SCOPES and names[index] not in {"ADDRESS", "DIV", "P"}:
                break
    _close_in_scope(names, "P")
    if coming in _HEADINGS and names and names[-1] in _HEADINGS:
        names.pop()


def _close_in_scope(names: list[str], name: str) -> None:
    if name in names:
        _close(names, name)
