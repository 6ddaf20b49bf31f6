"""The pass that makes AMP of HTML: over the tokens once, everything that AMP takes stays as it was written.

    an element that AMP does not know     its tags go, its children stay
    what acts or is not seen              goes with its content (`rules.DROPPED`)
    <video> <audio> <iframe> <math>       what `players` makes of them
    <object>                              its children stay; where it has none, a link
    an attribute that AMP does not know   goes alone
    comments                              go

Each loss is told with the block that it comes from.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from html import escape

from blocks.fragment import Token, tokens
from blocks.fragment.tame import UNREADABLE
from blocks.fragment.tokens import VOID_ELEMENTS
from blocks.model.block import Block
from blocks.render.amp import players, rules
from blocks.render.amp.attributes import shown
from blocks.render.amp.categories import BREAKOUT
from blocks.render.amp.css import MAX_BYTES_IN_ALL
from blocks.render.amp.elements import Tag, start_tag
from blocks.render.amp.nesting import MAX_DEPTH, Nesting
from blocks.render.amp.players import Player
from blocks.render.base import Context

_RAW_TEXT = rules.words("iframe noembed noframes script style title")
_PAIRED = rules.words("applet audio math template video")  # dropped or replaced, and they hold elements
_QUIET = rules.words("body head html param picture source")  # nothing is lost with their tags

_ADDRESS = re.compile(r"\s*(https?://[^\s<>\"']{1,2000})\s*\Z", re.IGNORECASE)
_TEX = re.compile(r"(?:application/x-tex|text/x?-?tex|latex)\Z", re.IGNORECASE)


def readable(text: str) -> str:
    """`text` with U+FFFD for what no page can hold: NUL, and bytes that were no UTF-8."""
    return UNREADABLE.sub("\ufffd", text)


@dataclass(frozen=True, slots=True)
class Cleaned:
    """A body that AMP takes, and the components that it needs."""

    html: str
    components: frozenset[str]


def clean(parts: Sequence[tuple[str, Block]], context: Context) -> Cleaned:
    """AMP of pieces of HTML, each with its block. Time is linear in their size."""
    return _Cleaner(parts, context).run()


class _Cleaner:
    def __init__(self, parts: Sequence[tuple[str, Block]], context: Context) -> None:
        self._html = readable("".join(part for part, _ in parts))
        self._nodes = [node for _, node in parts]
        self._starts: list[int] = []
        position = 0
        for part, _ in parts:
            self._starts.append(position)
            position += len(part)
        self._context = context
        self._told: set[tuple[str, str, int]] = set()
        self._tokens = list(tokens(self._html))
        self._ends = _matching_ends(self._tokens)
        self._out: list[str] = []
        self._nesting = Nesting()
        self._components: set[str] = set()
        self._style_bytes = 0
        self._without_tex = 0
        self._tags: dict[tuple[str, bool], Tag] = {}
        self._wrapper: object = None  # the open element that an embed's address stands in
        self._block = self._nodes[0] if self._nodes else None  # the block that problems are reported of

    def run(self) -> Cleaned:
        index = 0
        while index < len(self._tokens):
            token = self._tokens[index]
            index += 1
            if token.kind == "text":
                self._text(token)
            elif token.kind == "end":
                self._end(token)
            elif token.kind == "start":
                index = self._start(token, index)
        if self._nesting.parent == "textarea":
            self._out.append("</textarea>")
        return Cleaned("".join(self._out), frozenset(self._components))

    # --------------------------------------------------------------------------------------------- text and ends

    def _text(self, token: Token) -> None:
        if self._wrapper is not None and self._wrapper is self._nesting.top and (found := _ADDRESS.match(token.value)):
            self._put(players.embed(found[1], self._at(token), self._say))
            return
        self._nesting.content()
        text = self._html[token.start : token.end]
        self._out.append(text.replace("<", "&lt;") if "<" in text else text)

    def _end(self, token: Token) -> None:
        name = self._renamed(token.name)
        if name == "br":  # a `</br>` is a `<br>` to every parser
            if self._nesting.start(name):
                self._out.append("<br>")
        elif self._nesting.end(name):
            tag = f"</{name}>"
            self._out.append(token.value if token.value.lower() == tag else tag)

    # ------------------------------------------------------------------------------------------------ start tags

    def _start(self, token: Token, index: int) -> int:
        """Write what becomes of a start tag; the index of the token to go on with."""
        name, end = token.name, self._ends.get(index - 1)
        if name in ("video", "audio", "iframe"):
            return self._player(token, index, end)
        if name == "math" and (tex := self._tex(token, index, end)):
            self._put(players.formula(tex, block=token.get("display") == "block", say=self._say))
            return index if end is None else end + 1
        if name == "object" and (behind := self._behind_nothing(index)) is not None:
            self._at(token)
            self._put(players.data(token, self._say))
            return behind
        if name in rules.DROPPED and not (name == "title" and self._nesting.in_svg):
            return self._drop(token, index, end)
        if name == "xmp":
            return self._literal(token, index)
        tag = self._renamed(name)
        leaves_svg = self._nesting.in_svg and tag in BREAKOUT and tag in rules.HTML
        in_svg = (self._nesting.in_svg or tag == "svg") and not leaves_svg
        if tag in (rules.SVG if in_svg else rules.HTML) and not self._misplaced(tag):
            self._element(tag, token, in_svg)
        else:
            self._unwrap(tag, token)
        return index

    def _element(self, tag: str, token: Token, in_svg: bool) -> None:
        """Write an element that AMP knows."""
        key = (self._html[token.start : token.end], in_svg)
        made = self._tags.get(key)
        if made is None:
            made = self._tags[key] = start_tag(tag, token, in_svg)
        if made.problems:
            self._at(token)
            for code, message in made.problems:
                self._say(code, message)
        if not made.html:
            self._hide(tag, made)
            return
        if self._nesting.is_full:
            self._out.append(self._nesting.flush())
        if self._nesting.is_full:
            self._hide(tag, made)
            self._at(token)
            self._say("unsupported-content", f"elements inside each other beyond {MAX_DEPTH} levels lost their tags")
        elif self._nesting.start(tag, closes_itself=made.closes_itself):
            self._out.append(self._within_budget(made, token) if made.style_bytes else made.html)
            if tag == "form":
                self._components.add("amp-form")
            if made.wraps_embed:
                self._wrapper = self._nesting.top
        else:
            self._hide(tag, made)

    def _hide(self, tag: str, made: Tag) -> None:
        if tag not in rules.VOID and not made.closes_itself:
            self._nesting.hide(tag)

    def _within_budget(self, made: Tag, token: Token) -> str:
        if self._style_bytes + made.style_bytes <= MAX_BYTES_IN_ALL:
            self._style_bytes += made.style_bytes
            return made.html
        self._at(token)
        self._say("unsupported-content", f"a style was left out: AMP takes {MAX_BYTES_IN_ALL:,} bytes of them in all")
        return made.without_style

    def _misplaced(self, tag: str) -> bool:
        """Whether an element stands where AMP does not take it."""
        parent, ancestors = rules.PARENT.get(tag), rules.ANCESTOR.get(tag)
        return (parent is not None and self._nesting.parent_of(tag) != parent) or (
            ancestors is not None and not self._nesting.has_open(ancestors)
        )

    def _unwrap(self, tag: str, token: Token) -> None:
        """Leave the tags of an element out; what is in it stays."""
        if tag not in VOID_ELEMENTS and not (self._nesting.in_svg and token.value.endswith("/>")):
            self._nesting.hide(tag)
        if tag not in _QUIET:
            self._at(token)
            self._say("replaced-content", f"<{shown(tag)}> is no element of AMP here; what is in it stayed")

    # --------------------------------------------------------------------------------------------- whole elements

    def _drop(self, token: Token, index: int, end: int | None) -> int:
        self._at(token)
        if token.name not in _QUIET:
            self._say("unsupported-content", f"<{token.name}> was left out, with what is in it: AMP does not take it")
        return index if end is None else end + 1

    def _player(self, token: Token, index: int, end: int | None) -> int:
        """Write what stands for a player; one without an end tag has the sources that follow it, and no more."""
        node = self._at(token)
        behind = self._sources_end(index) if end is None else end
        inside = self._tokens[index:behind]
        if token.name == "video":
            self._put(players.film(token, inside, node, self._say))
        elif token.name == "audio":
            self._put(players.sound(token, inside, self._say))
        else:
            self._put(players.frame(token, node, self._say))
        return behind if end is None else end + 1

    def _put(self, player: Player) -> None:
        if player.component is not None and (self._nesting.in_select or self._nesting.is_full):
            self._say("unsupported-content", f"<{player.component}> was left out: it cannot stand here")
            return
        if self._nesting.in_svg:
            self._out.append(self._nesting.leave_svg())
        self._nesting.content()
        self._out.append(player.html)
        if player.component is not None:
            self._components.add(player.component)

    def _literal(self, token: Token, index: int) -> int:
        """`<xmp>`, whose text is no markup, as `<pre>`."""
        self._element("pre", token, in_svg=False)
        if index < len(self._tokens) and self._tokens[index].kind == "text":
            self._out.append(escape(self._tokens[index].value, quote=False))
            index += 1
        return index

    def _tex(self, token: Token, index: int, end: int | None) -> str | None:
        """The TeX of a formula: the attribute `latex` of its block, or the annotation inside `<math>`."""
        node = self._at(token)
        latex = (node.attributes or {}).get("latex")
        if isinstance(latex, str) and latex.strip():
            return latex.strip()
        if end is None or end < self._without_tex:
            return None
        self._without_tex = end  # formulas inside this one have been looked through with it
        for position in range(index, end):
            inner, text = self._tokens[position], self._tokens[position + 1]
            if inner.kind == "start" and inner.name == "annotation" and _TEX.match(inner.get("encoding") or ""):
                return text.value.strip() if text.kind == "text" else None
        return None

    def _sources_end(self, index: int) -> int:
        """Where the sources of a player without an end tag end."""
        while index < len(self._tokens):
            token = self._tokens[index]
            if token.name not in ("source", "track") and (token.kind != "text" or token.value.strip()):
                break
            index += 1
        return index

    def _behind_nothing(self, index: int) -> int | None:
        """Where the tokens go on behind an `<object>` that shows nothing, None for one with content."""
        while index < len(self._tokens):
            token = self._tokens[index]
            if token.kind == "end" and token.name == "object":
                return index + 1
            if token.kind != "comment" and token.name != "param" and (token.kind != "text" or token.value.strip()):
                return None
            index += 1
        return index

    # ---------------------------------------------------------------------------------------------- odds and ends

    def _renamed(self, name: str) -> str:
        return name if self._nesting.in_svg else rules.RENAMED.get(name, name)

    def _at(self, token: Token) -> Block:
        """The block that a token comes from; problems are reported of it from now on."""
        self._block = self._nodes[bisect_right(self._starts, token.start) - 1]
        return self._block

    def _say(self, code: str, message: str) -> None:
        """Report a problem of the block at hand; the same one is said once a block."""
        told = (code, message, id(self._block))
        if self._block is not None and told not in self._told:
            self._told.add(told)
            self._context.report(code, message, self._block)


def _matching_ends(found: Sequence[Token]) -> dict[int, int]:
    """The index of the last token of each element that is dropped or replaced whole, by the index of its first."""
    ends: dict[int, int] = {}
    opened: dict[str, list[int]] = {}
    for index, token in enumerate(found):
        if token.kind == "start" and token.name in _RAW_TEXT:
            last = index
            while last + 1 < len(found) and last < index + 2 and found[last].kind != "end":
                following = found[last + 1]
                if following.kind != "text" and (following.kind != "end" or following.name != token.name):
                    break
                last += 1
            ends[index] = last
        elif token.kind == "start" and token.name in _PAIRED:
            opened.setdefault(token.name, []).append(index)
        elif token.kind == "end" and opened.get(token.name):
            ends[opened[token.name].pop()] = index
    return ends
