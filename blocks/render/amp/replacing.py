"""What stands for whole elements: players, formulas, documents, quotes; the half of the cleaner that writes them.

It knows where in the page the cleaner is: the block at hand, and the marks that it passes.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import islice
from typing import ClassVar

from blocks.fragment import Token, tokens
from blocks.model.block import Block
from blocks.render.amp import players
from blocks.render.amp.elements import is_get
from blocks.render.amp.images import is_lightbox, is_lightbox_button
from blocks.render.amp.lazy import is_copy
from blocks.render.amp.marks import Mark, Marks, Plain
from blocks.render.amp.output import Output
from blocks.render.amp.players import Player, Sizes
from blocks.render.amp.whole import Formulas, behind_nothing, says_something, sources_end
from blocks.render.base import Context


class Replacing:
    """Writes to `_output` what stands for the elements of `WHOLE`.

    Such a method is given the start tag, the index behind it and the index of its end tag, None where it has none. It
    answers the index of the token to go on with, or None for an element that is like any other.
    """

    _context: Context
    _marks: Marks
    _whole: Block | None
    _sizes: Sizes | None
    _html: str
    _tokens: list[Token]
    _formulas: Formulas
    _output: Output
    _fields_from: int
    """The index of the token from which on fields and buttons send something: before it stand those of POST forms."""
    _wrapper: object
    _blocks: dict[int, None]
    _may_expand: int
    _told: set[tuple[str, str, int]]

    # ------------------------------------------------------------------------------------------------ where the pass is

    def _mark(self, mark: Mark) -> None:
        if mark.is_block and not mark.is_end:
            self._blocks[mark.number] = None
        elif mark.is_block:
            while mark.number in self._blocks:
                self._blocks.popitem()
        elif mark.is_end:
            self._output.unseal(mark.number)
        else:
            self._output.seal(mark.number, self._marks.elements[mark.number], self._say)

    def _skip(self, start: int, end: int) -> int:
        """Pass over tokens that are left out, up to `end`: what ends among them ends. Answers `end`."""
        for index in range(start, end):
            token = self._tokens[index]
            mark = self._marks.read(token.value) if token.kind == "comment" else None
            if mark is not None and (mark.is_block or mark.is_end):
                self._mark(mark)
        return end

    def _behind(self, index: int, end: int | None) -> int:
        """Pass over the rest of an element, which has its last token at `end`."""
        return index if end is None else self._skip(index, end + 1)

    @property
    def _block(self) -> Block | None:
        """The block at hand, None outside all of them."""
        return self._marks.nodes[next(reversed(self._blocks))] if self._blocks else None

    def _say(self, code: str, message: str) -> None:
        """Report a problem of the block at hand; the same one is said once a block."""
        block = self._block or self._whole
        message = self._marks.without_traces(message)
        told = (code, message, id(block))
        if block is not None and told not in self._told:
            self._told.add(told)
            self._context.report(code, message, block)

    # ----------------------------------------------------------------------------------------- what stands for elements

    def _quoted(self, token: Token, index: int, _end: int | None) -> int | None:
        """What a provider prints for its script to fill."""
        if not players.is_quote(token) or self._may_expand < 0:
            return None
        there = list(islice(self._read(index - 1, index - 1 + players.LONGEST), players.LONGEST))
        self._may_expand -= len(there)
        found = players.quoted(there, 0, self._block, self._say)
        if found is None:
            return None
        player, behind = found
        self._put(player)
        end = there[behind - 1].end
        while index < len(self._tokens) and self._tokens[index].start < end:
            index += 1
        return index

    def _read(self, start: int, end: int) -> Iterator[Token]:
        """The tokens from `start` to `end`, and of plain elements theirs: what players and quotes read."""
        for token in self._tokens[start:end]:
            if isinstance(token, Plain):
                yield from tokens(self._html, token.start, token.end)
            else:
                yield token

    def _link(self, token: Token, index: int, end: int | None) -> int | None:
        """A link, which may be what stands for the player of an embed."""
        if self._wrapper is not None and self._wrapper is self._output.nesting.top:
            address, there = token.get("href") or "", self._tokens[index : index + 2]
            is_text = [(one.kind, one.name) for one in there] == [("text", ""), ("end", "a")]
            if is_text and players.recognised(address) is not None:
                self._put(players.embed(address, self._block, self._say, there[0].value))
                return index + 2
        return self._quoted(token, index, end)

    def _noscript(self, _token: Token, index: int, end: int | None) -> int | None:
        return self._skip(index, end + 1) if end is not None and is_copy(self._tokens, index - 1, end) else None

    def _button(self, token: Token, index: int, end: int | None) -> int | None:
        """The button beside a picture that opens large, which AMP's lightbox needs none of; one with words stays."""
        if end is not None and index <= self._fields_from and (token.get("type") or "").strip().lower() != "button":
            return self._field(token, index, end)
        if end is None or not is_lightbox_button(token) or says_something(self._tokens, index, end):
            return None
        if not self._is_behind_large(index - 1):
            self._say("unsupported-content", "<button> without words, which opened a picture, was left out")
        return self._skip(index, end + 1)

    def _form(self, token: Token, _index: int, end: int | None) -> None:
        """A form that AMP does not send is like any other element; what it would send goes."""
        if end is not None and not is_get(token):
            self._fields_from = max(self._fields_from, end)

    def _field(self, token: Token, index: int, end: int | None) -> int | None:
        if index > self._fields_from or (end is None and token.name != "input"):
            return None
        return self._behind(index, end)

    def _is_behind_large(self, index: int) -> bool:
        """Whether the last tag before `index`, which must be near, is a picture that opens large."""
        for token in reversed(self._tokens[max(index - 6, 0) : index]):
            if token.kind == "start":
                return is_lightbox(token)
            mark = self._marks.read(token.value) if token.kind == "comment" else None
            if mark is not None and not mark.is_block:
                return self._marks.elements[mark.number].tag == "amp-img"
        return False

    def _script(self, token: Token, index: int, end: int | None) -> int | None:
        if not players.is_loader(token):
            shown = players.script(token, self._say)
            if shown is None:
                return None
            self._put(shown)
        return self._behind(index, end)

    def _formula(self, token: Token, index: int, end: int | None) -> int | None:
        tex = self._formulas.tex(self._block, index, end)
        if not tex:
            return None
        self._put(players.formula(tex, block=token.get("display") == "block", say=self._say))
        return self._behind(index, end)

    def _own(self, token: Token, index: int, end: int | None) -> int:
        inside = list(self._read(index, end)) if end is not None else []
        self._put(players.own(token, inside, self._block, self._say, self._sizes))
        return self._behind(index, end)

    def _object(self, token: Token, index: int, end: int | None) -> int | None:
        behind = behind_nothing(self._tokens, index)
        if behind is not None:
            self._put(players.data(token, self._say, self._block))
            return self._skip(index, behind)
        if end is None or not players.is_shown(token):
            return None
        self._put(players.data(token, self._say, self._block, list(self._read(index, end))))
        return self._skip(index, end + 1)

    def _embed(self, token: Token, index: int, _end: int | None) -> int:
        self._put(players.data(token, self._say, self._block))
        return index

    def _player(self, token: Token, index: int, end: int | None) -> int:
        """A player; one without an end tag has the sources that follow it, and no more."""
        behind = sources_end(self._tokens, index) if end is None else end
        inside = list(self._read(index, behind))
        if token.name == "video":
            self._put(players.film(token, inside, self._block, self._say, self._sizes))
        elif token.name == "audio":
            self._put(players.sound(token, inside, self._say))
        else:
            self._put(players.frame(token, self._block, self._say, self._sizes))
        return self._skip(index, behind if end is None else end + 1)

    def _put(self, player: Player) -> None:
        self._output.put(player, self._say)

    WHOLE: ClassVar[dict[str, Callable[[Replacing, Token, int, int | None], int | None]]] = {
        **dict.fromkeys(players.QUOTED, _quoted),
        **dict.fromkeys(("audio", "iframe", "video"), _player),
        **dict.fromkeys(players.OWN, _own),
        **dict.fromkeys(("input", "select", "textarea"), _field),
        "a": _link,
        "button": _button,
        "embed": _embed,
        "form": _form,
        "math": _formula,
        "noscript": _noscript,
        "object": _object,
        "script": _script,
    }
    """What writes what stands for whole elements: the index of the token behind, or None for an element like any."""
