"""The words that a page shows, by a parser that shares nothing with ours: Lexbor, which follows the HTML standard.

Where one word ends is decided here on its own account: all but inline elements part words, as do those that WordPress's
styles set apart.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from selectolax.lexbor import LexborHTMLParser, LexborNode

WORD = re.compile(r"\w+")
NOT_SHOWN = {
    *(
        "annotation",
        "annotation-xml",
        "datalist",
        "head",
        "iframe",
        "noembed",
        "noframes",
        "script",
        "style",
        "template",
    )
}
INLINE = re.compile(
    "a|abbr|acronym|b|bdi|bdo|big|cite|code|data|del|dfn|em|font|i|ins|kbd|label|mark|math|m[a-z]|mrow|msub|msup|nobr|rp"
    "|rt|ruby|s|samp|small|span|strike|strong|sub|sup|svg|time|tspan|tt|u|var|wbr"
)
_INVISIBLE = re.compile("[\xad\ufeff\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f]")


def words(text: str) -> list[str]:
    """The words of a text, without what is invisible."""
    return WORD.findall(_INVISIBLE.sub("", text))


def visible_words(html: str, *, pictures: bool = False, formulas: bool = True) -> list[str]:
    """The words of HTML that a reader sees, in order; with `pictures`, those that stand for them and for frames, too."""
    return words("".join(_pieces(html, pictures, formulas)))


def first_missing(wanted: list[str], given_words: list[str]) -> str | None:
    """The first word of `wanted`, with those around it, that does not follow in `given_words`; None where all do.

    A word may be given in parts, where HTML has no white space at the edge of a block; two are never given as one.
    """
    position = 0
    for index, word in enumerate(wanted):
        while position < len(given_words) and not (size := _parts(word, given_words, position)):
            position += 1
        if position == len(given_words):
            return " ".join(wanted[max(index - 5, 0) : index + 5])
        position += size
    return None


def _parts(word: str, given_words: list[str], position: int) -> int:
    """How many words from `position` on are `word`; 0 where they are another."""
    rest, size = word, 0
    while rest and position + size < len(given_words) and rest.startswith(given_words[position + size]):
        rest = rest[len(given_words[position + size]) :]
        size += 1
    return 0 if rest else size


def _pieces(html: str, pictures: bool, formulas: bool) -> Iterator[str]:
    root = LexborHTMLParser(html.encode("utf-8", "replace").decode("utf-8")).root
    stack: list[LexborNode | str] = [root] if root is not None else []
    while stack:
        node = stack.pop()
        if isinstance(node, str):
            yield node
        elif node.tag == "-text":
            yield node.text_content or ""
        elif node.tag not in NOT_SHOWN and not _is_hidden(node) and (formulas or node.tag != "math"):
            edge = _edge(node)
            yield edge
            if pictures and node.tag == "img":
                yield node.attributes.get("alt") or ""
            stack.append(edge)
            children = []
            child = node.child
            while child is not None:
                children.append(child)
                child = child.next
            stack += reversed(children)
        elif pictures and node.tag == "iframe" and not _is_hidden(node):
            yield f" {node.attributes.get('title') or ''} "
        else:
            yield " "


def _is_hidden(node: LexborNode) -> bool:
    attributes = node.attributes if node.tag and not node.tag.startswith("-") else {}
    if "hidden" in attributes and (attributes["hidden"] or "").lower() != "until-found":
        return True
    return re.search(r"(?:^|;)\s*display\s*:\s*none\b", attributes.get("style") or "", re.IGNORECASE) is not None


def _edge(node: LexborNode) -> str:
    """What parts an element from the text around it: nothing for one in a sentence."""
    tag = node.tag or ""
    if tag.startswith(("-", "!")):  # a comment, the document, a doctype
        return ""
    if not INLINE.fullmatch(tag):
        return " "
    classes = (node.attributes.get("class") or "").split()
    is_apart = any(name.endswith("button") or "__" in name or name == "screen-reader-text" for name in classes)
    return " " if is_apart or "data-fn" in node.attributes else ""
