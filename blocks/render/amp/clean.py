"""The pass that makes AMP of HTML: over the tokens once, everything that AMP takes stays as it was written.

    an element that AMP does not know     its tags go, its children stay
    what acts or is not seen              goes with its content (`rules.DROPPED`)
    <video> <audio> <iframe> <math>       what `players` makes of them
    <object>                              its children stay; where it has none, a link
    an attribute that AMP does not know   goes alone
    comments                              go; marks become the elements that a form is made of

Each loss is told with the block that it comes from.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from html import escape
from typing import NamedTuple

from blocks.fragment import Token, tokens
from blocks.fragment.tame import UNREADABLE
from blocks.fragment.tokens import VOID_ELEMENTS
from blocks.model.block import Block
from blocks.render.amp import players, rules
from blocks.render.amp.attributes import shown, written
from blocks.render.amp.categories import BREAKOUT
from blocks.render.amp.css import MAX_BYTES_IN_ALL
from blocks.render.amp.elements import Tag, start_tag
from blocks.render.amp.marks import Mark, Marks, Plain, Sealed
from blocks.render.amp.nesting import MAX_DEPTH, Nesting
from blocks.render.amp.players import Player
from blocks.render.amp.whole import Formulas, behind_nothing, matching_ends, sources_end
from blocks.render.base import Context

_QUIET = rules.words("body head html param picture source")  # nothing is lost with their tags

_ADDRESS = re.compile(r"\s*(https?://[^\s<>\"']{1,2000})\s*\Z", re.IGNORECASE)


def readable(text: str) -> str:
    """`text` with U+FFFD for what no page can hold: NUL, and bytes that were no UTF-8."""
    try:
        text.encode()
    except UnicodeEncodeError:
        return UNREADABLE.sub("\ufffd", text)
    return text.replace("\x00", "\ufffd") if "\x00" in text else text


@dataclass(slots=True)
class Cleaned:
    """What AMP takes of some HTML, the components that it needs, and the bytes of its inline styles."""

    html: str = ""
    components: set[str] = field(default_factory=set)
    style_bytes: int = 0


class _Opened(NamedTuple):
    """An element of a form while it is open: its number, and what was around it; None where its tags were left out."""

    number: int
    around: Nesting | None


class Cleaner:
    """Makes AMP of pieces of one page, which have their inline styles in common.

    `marks` are those in the HTML, and `whole` is the block of what stands in none.
    """

    def __init__(self, context: Context, marks: Marks, whole: Block | None) -> None:
        self._context = context
        self._marks = marks
        self._whole = whole
        self._told: set[tuple[str, str, int]] = set()
        self._tags: dict[tuple[str, bool], Tag] = {}
        self._style_bytes = 0
        self._components: set[str] = set()

    def clean(self, html: str) -> Cleaned:
        """AMP of `html`. Time is linear in its length."""
        self._html = readable(html)
        self._tokens = self._marks.tokens(self._html)
        if (repaired := self._marks.without_broken(self._html, self._tokens)) is not None:
            self._html = repaired
            self._tokens = self._marks.tokens(repaired)
        self._ends = matching_ends(self._tokens)
        self._formulas = Formulas(self._tokens)
        self._out: list[str] = []
        self._nesting = Nesting()
        self._blocks: list[int] = []
        self._sealed: list[_Opened] = []
        self._wrapper: object = None  # the open element that an embed's address stands in
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
            elif isinstance(token, Plain):
                self._plain(token)
            elif (mark := self._marks.read(token.value)) is not None:
                self._mark(mark)
        while self._sealed:
            self._unseal()
        if self._nesting.parent == "textarea":
            self._out.append("</textarea>")
        return Cleaned("".join(self._out), self._components, self._style_bytes)

    # -------------------------------------------------------------------------------------------- marks and blocks

    def _plain(self, token: Plain) -> None:
        """Write a plain block as it is, if it can stand so here."""
        if self._nesting.takes(token.tag):
            self._out.append(token.html)
            return
        for inner in tokens(self._html, token.start, token.end):
            if inner.kind == "text":
                self._text(inner)
            elif inner.kind == "end":
                self._end(inner)
            elif inner.kind == "start":
                self._start(inner, 0)

    def _mark(self, mark: Mark) -> None:
        if mark.is_block and not mark.is_end:
            self._blocks.append(mark.number)
        elif mark.is_block:
            if mark.number in self._blocks:
                del self._blocks[self._blocks.index(mark.number) :]
        elif not mark.is_end:
            self._seal(mark.number, self._marks.elements[mark.number])
        elif any(opened.number == mark.number for opened in self._sealed):
            while self._unseal() != mark.number:
                pass

    def _seal(self, number: int, element: Sealed) -> None:
        """Write the start tag of a form's element, where it can stand."""
        is_placed = element.parent is None or element.parent == self._nesting.parent
        tag = element.tag if is_placed else "div"
        found = self._nesting.seal(tag, element.depth)
        if found is None:
            self._say("unsupported-content", f"<{tag}> lost its tags: it cannot stand here")
            self._sealed.append(_Opened(number, None))
            return
        values = (
            element.values if is_placed else {key: element.values[key] for key in ("class",) if key in element.values}
        )
        before, inside = found
        self._out.append(f"{before}<{tag}{written(values)}>")
        self._sealed.append(_Opened(number, self._nesting))
        self._nesting = inside
        if is_placed and element.component is not None:
            self._components.add(element.component)

    def _unseal(self) -> int:
        opened = self._sealed.pop()
        if opened.around is not None:
            self._out.append(opened.around.unseal(self._nesting))
            self._nesting = opened.around
        return opened.number

    def _skip(self, start: int, end: int) -> int:
        """Pass over tokens that are left out, up to `end`: what ends among them ends. Answers `end`."""
        for index in range(start, end):
            token = self._tokens[index]
            mark = self._marks.read(token.value) if token.kind == "comment" else None
            if mark is not None and (mark.is_block or mark.is_end):
                self._mark(mark)
        return end

    @property
    def _block(self) -> Block | None:
        """The block that problems are reported of."""
        return self._marks.nodes[self._blocks[-1]] if self._blocks else self._whole

    # --------------------------------------------------------------------------------------------- text and ends

    def _text(self, token: Token) -> None:
        if self._wrapper is not None and self._wrapper is self._nesting.top and (found := _ADDRESS.match(token.value)):
            self._put(players.embed(found[1], self._block, self._say))
            return
        self._nesting.content()
        text = self._html[token.start : token.end]
        if "<" in text:
            text = self._marks.removed(text).replace("<", "&lt;")
        self._out.append(text)

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
        if name == "math" and (tex := self._formulas.tex(self._block, index, end)):
            self._put(players.formula(tex, block=token.get("display") == "block", say=self._say))
            return index if end is None else self._skip(index, end + 1)
        if name == "object" and (behind := behind_nothing(self._tokens, index)) is not None:
            self._put(players.data(token, self._say))
            return self._skip(index, behind)
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
        key = (token.value, in_svg)
        made = self._tags.get(key)
        if made is None:
            made = self._tags[key] = start_tag(tag, token, in_svg)
        for code, message in made.problems:
            self._say(code, message)
        if not made.html:
            self._hide(tag, made)
            return
        if self._nesting.is_full:
            self._out.append(self._nesting.flush())
        if self._nesting.is_full:
            self._hide(tag, made)
            self._say("unsupported-content", f"elements inside each other beyond {MAX_DEPTH} levels lost their tags")
        elif self._nesting.start(tag, closes_itself=made.closes_itself):
            self._out.append(self._within_budget(made) if made.style_bytes else made.html)
            if tag == "form":
                self._components.add("amp-form")
            if made.wraps_embed:
                self._wrapper = self._nesting.top
        else:
            self._hide(tag, made)

    def _hide(self, tag: str, made: Tag) -> None:
        if tag not in rules.VOID and not made.closes_itself:
            self._nesting.hide(tag)

    def _within_budget(self, made: Tag) -> str:
        if self._style_bytes + made.style_bytes <= MAX_BYTES_IN_ALL:
            self._style_bytes += made.style_bytes
            return made.html
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
            self._say("replaced-content", f"<{shown(tag)}> is no element of AMP here; what is in it stayed")

    # --------------------------------------------------------------------------------------------- whole elements

    def _drop(self, token: Token, index: int, end: int | None) -> int:
        if token.name not in _QUIET:
            self._say("unsupported-content", f"<{token.name}> was left out, with what is in it: AMP does not take it")
        return index if end is None else self._skip(index, end + 1)

    def _player(self, token: Token, index: int, end: int | None) -> int:
        """Write what stands for a player; one without an end tag has the sources that follow it, and no more."""
        behind = sources_end(self._tokens, index) if end is None else end
        inside = self._tokens[index:behind]
        if token.name == "video":
            self._put(players.film(token, inside, self._block, self._say))
        elif token.name == "audio":
            self._put(players.sound(token, inside, self._say))
        else:
            self._put(players.frame(token, self._block, self._say))
        return self._skip(index, behind if end is None else end + 1)

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
            self._out.append(escape(self._marks.removed(self._tokens[index].value), quote=False))
            index += 1
        return index

    # ---------------------------------------------------------------------------------------------- odds and ends

    def _renamed(self, name: str) -> str:
        return name if self._nesting.in_svg else rules.RENAMED.get(name, name)

    def _say(self, code: str, message: str) -> None:
        """Report a problem of the block at hand; the same one is said once a block."""
        block = self._block
        told = (code, message, id(block))
        if block is not None and told not in self._told:
            self._told.add(told)
            self._context.report(code, message, block)
