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
from collections.abc import Callable
from dataclasses import dataclass, field
from html import escape
from typing import ClassVar

from blocks.fragment import Token, tokens
from blocks.fragment.tame import readable
from blocks.fragment.tokens import VOID_ELEMENTS
from blocks.model.block import Block
from blocks.render.amp import players, rules
from blocks.render.amp.attributes import shown
from blocks.render.amp.categories import BREAKOUT, TABLE_PARTS
from blocks.render.amp.css import MAX_BYTES_IN_ALL
from blocks.render.amp.dimensions import Dimensions
from blocks.render.amp.elements import Tag, start_tag
from blocks.render.amp.images import is_lightbox, picture
from blocks.render.amp.marks import INLINE_TAGS, Marks, Plain
from blocks.render.amp.nesting import MAX_DEPTH
from blocks.render.amp.output import Output
from blocks.render.amp.players import Sizes
from blocks.render.amp.replacing import Replacing
from blocks.render.amp.whole import Formulas, lone_address, matching_ends
from blocks.render.base import Context

_QUIET = rules.words("body head html param picture source")  # nothing is lost with their tags

_QUOTED_AT_LEAST = 20_000  # tokens that are read again to find quotes in all, and for each token that there is
_QUOTED_PER_TOKEN = 10
_PLACED = rules.PARENT.keys() | rules.ANCESTOR.keys()
_ADDRESS = re.compile(r"\s*(https?://[^\s<>\"']{1,2000})\s*\Z", re.IGNORECASE)


@dataclass(slots=True)
class Cleaned:
    """What AMP takes of some HTML.

    With it come the components that it needs, its start tags, once each as they are written, and the bytes of all
    inline styles so far.
    """

    html: str = ""
    components: set[str] = field(default_factory=set)
    tags: set[str] = field(default_factory=set)
    style_bytes: int = 0


class Cleaner(Replacing):
    """Makes AMP of pieces of one page, which have their inline styles in common.

    `marks` are those in the HTML, and `whole` is the block of what stands in none. `dimensions` knows how large
    pictures are, and `sizes` films; `as_amp` makes `<amp-img>` of the pictures.
    """

    def __init__(
        self,
        context: Context,
        marks: Marks,
        whole: Block | None,
        dimensions: Dimensions,
        *,
        sizes: Sizes | None = None,
        as_amp: bool = False,
    ) -> None:
        self._context = context
        self._marks = marks
        self._whole = whole
        self._dimensions = dimensions
        self._sizes = sizes
        self._as_amp = as_amp
        self._told: set[tuple[str, str, int]] = set()
        self._tags: dict[tuple[str, bool], Tag] = {}
        self._style_bytes = 0

    def clean(self, html: str) -> Cleaned:
        """AMP of `html`. Time is linear in its length."""
        self._html = readable(html)
        self._tokens = self._marks.tokens(self._html)
        if (repaired := self._marks.repaired(self._html, self._tokens)) is not None:
            self._html = repaired
            self._tokens = self._marks.tokens(repaired)
        self._ends = matching_ends(self._tokens)
        self._formulas = Formulas(self._tokens)
        self._output = Output()
        self._output.tags.update(INLINE_TAGS)  # those of plain elements
        self._blocks: dict[int, None] = {}  # those that are open, the innermost last
        self._may_expand = _QUOTED_AT_LEAST + _QUOTED_PER_TOKEN * len(self._tokens)
        self._fields_from = 0
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
            elif type(token) is Plain:
                self._plain(token)
            elif (mark := self._marks.read(token.value)) is not None:
                self._mark(mark)
        html = self._marks.without_traces(self._output.finish())
        return Cleaned(html, self._output.components, self._output.tags, self._style_bytes)

    # -------------------------------------------------------------------------------------------- marks and blocks

    def _plain(self, token: Plain) -> None:
        """Write a plain block as it is, if it can stand so here; an address alone in a paragraph shows its film."""
        if (address := lone_address(token.html)) is not None:
            self._shown_alone(token, address)
            return
        if self._output.nesting.takes(token.tag):
            self._output.write(token.html)
            self._output.tags.add(token.opening)
            return
        for inner in tokens(self._html, token.start, token.end):
            if inner.kind == "text":
                self._text(inner)
            elif inner.kind == "end":
                self._end(inner)
            elif inner.kind == "start":
                self._start(inner, 0)

    def _shown_alone(self, token: Plain, address: str) -> None:
        for inner in tokens(self._html, token.start, token.end):
            if inner.kind == "comment" and (mark := self._marks.read(inner.value)) is not None:
                self._mark(mark)
            elif inner.name == token.tag and inner.kind == "start":
                self._start(inner, 0)
                self._put(players.embed(address, self._block, self._say))
            elif inner.name == token.tag:
                self._end(inner)

    # --------------------------------------------------------------------------------------------- text and ends

    def _text(self, token: Token) -> None:
        if (
            self._wrapper is not None
            and self._wrapper is self._output.nesting.top
            and (found := _ADDRESS.match(token.value))
        ):
            self._put(players.embed(found[1], self._block, self._say))
            return
        self._output.nesting.content()
        text = self._html[token.start : token.end]
        if "<" in text:
            text = self._marks.removed(text).replace("<", "&lt;")
        self._output.write(text)

    def _end(self, token: Token) -> None:
        name = self._renamed(token.name)
        if name == "br":  # a `</br>` is a `<br>` to every parser
            if self._output.nesting.start(name):
                self._output.write("<br>")
        elif self._output.nesting.end(name):
            tag = f"</{name}>"
            self._output.write(token.value if token.value.lower() == tag else tag)

    # ------------------------------------------------------------------------------------------------ start tags

    def _start(self, token: Token, index: int) -> int:
        """Write what becomes of a start tag; the index of the token to go on with."""
        end = self._ends.get(index - 1)
        whole = self._WHOLE.get(token.name)
        behind: int | None = whole(self, token, index, end) if whole is not None else None
        if behind is not None:
            return behind
        if token.name in rules.DROPPED and not (token.name == "title" and self._output.nesting.in_svg):
            return self._drop(token, index, end)
        in_svg = self._output.nesting.in_svg
        tag = token.name if in_svg else self._renamed_html(token.name)
        in_svg = not (tag in BREAKOUT and tag in rules.HTML) if in_svg else tag == "svg"
        if tag in (rules.SVG if in_svg else rules.HTML) and not (tag in _PLACED and self._misplaced(tag)):
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
        nesting = self._output.nesting
        if tag == "table":
            self._output.write(nesting.leave_table())
        if tag == "select" and nesting.in_select:
            self._output.write(nesting.leave_select())
            return
        if nesting.is_full:
            self._output.write(nesting.flush())
        if nesting.start(tag, closes_itself=made.closes_itself):
            opening = self._within_budget(made) if made.style_bytes else made.html
            if tag == "img" and not in_svg:
                opening = self._picture(token, made, opening)
            self._output.open(opening)
            if tag == "form":
                self._output.components.add("amp-form")
            if made.wraps_embed:
                self._wrapper = nesting.top
            return
        self._hide(tag, made)
        if nesting.is_full or (nesting.is_nearly_full and tag in TABLE_PARTS):
            self._say("unsupported-content", f"elements inside each other beyond {MAX_DEPTH} levels lost their tags")

    def _picture(self, token: Token, made: Tag, opening: str) -> str:
        """An `<img>`, whose tag would be `opening`, with its size; or what stands for it."""
        block = self._block
        values = made.values
        if opening is made.without_style and "style" in values:
            values = {name: value for name, value in values.items() if name != "style"}
        shown = picture(
            values, self._dimensions.of(token, block), block,
            as_amp=self._as_amp, lightbox=is_lightbox(token), say=self._say, tag=opening,
        )  # fmt: skip
        if shown.component is not None:
            self._output.components.add(shown.component)
        return shown.html

    def _hide(self, tag: str, made: Tag) -> None:
        if tag not in rules.VOID and not made.closes_itself:
            self._output.nesting.hide(tag)

    def _within_budget(self, made: Tag) -> str:
        if self._style_bytes + made.style_bytes <= MAX_BYTES_IN_ALL:
            self._style_bytes += made.style_bytes
            return made.html
        self._say("unsupported-content", f"a style was left out: AMP takes {MAX_BYTES_IN_ALL:,} bytes of them in all")
        return made.without_style

    def _misplaced(self, tag: str) -> bool:
        """Whether an element stands where AMP does not take it."""
        parent, ancestors = rules.PARENT.get(tag), rules.ANCESTOR.get(tag)
        return (parent is not None and self._output.nesting.parent_of(tag) != parent) or (
            ancestors is not None and not self._output.nesting.has_open(ancestors)
        )

    def _unwrap(self, tag: str, token: Token) -> None:
        """Leave the tags of an element out; what is in it stays."""
        if tag not in VOID_ELEMENTS and not (self._output.nesting.in_svg and token.value.endswith("/>")):
            self._output.nesting.hide(tag)
        if tag.startswith("amp-"):
            self._say("unsupported-content", f"<{shown(tag)}> lost its tags, and does nothing; what is in it stayed")
        elif tag == "math":
            self._say("unsupported-content", "a formula without TeX lost its form; its letters and signs stayed")
        elif tag not in _QUIET and tag not in rules.MATHML:
            self._say("replaced-content", f"<{shown(tag)}> is no element of AMP here; what is in it stayed")

    # --------------------------------------------------------------------------------------------- whole elements

    def _drop(self, token: Token, index: int, end: int | None) -> int:
        if token.name not in _QUIET:
            inside = "" if end is None else ", with what is in it"
            self._say("unsupported-content", f"<{token.name}> was left out{inside}: AMP does not take it")
        return self._behind(index, end)

    def _literal(self, token: Token, index: int, _end: int | None) -> int:
        """`<xmp>`, whose text is no markup, as `<pre>`."""
        self._element("pre", token, in_svg=False)
        if index < len(self._tokens) and self._tokens[index].kind == "text":
            self._output.write(escape(self._marks.removed(self._tokens[index].value), quote=False))
            index += 1
        return index

    _WHOLE: ClassVar[dict[str, Callable[[Cleaner, Token, int, int | None], int | None]]] = {
        **Replacing.WHOLE,
        "xmp": _literal,
    }

    # ---------------------------------------------------------------------------------------------- odds and ends

    def _renamed(self, name: str) -> str:
        return name if self._output.nesting.in_svg else self._renamed_html(name)

    def _renamed_html(self, name: str) -> str:
        """The element of AMP that does what an element of HTML does; in accordions, AMP has sections of its own."""
        if name == "section":
            return "div" if self._output.is_in("amp-accordion") else name
        return rules.RENAMED.get(name, name)
