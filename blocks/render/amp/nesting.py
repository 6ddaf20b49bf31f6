"""Which elements are open: the stack that a browser keeps, and with it AMP's validator, while it reads the output.

`Nesting` is told every tag that goes into the output and answers whether it may: a tag that the parser would ignore
stays out, and so does one that would nest deeper than `MAX_DEPTH`. It follows the tree construction of HTML (Living
Standard, 13.2.6) as far as that decides what is open: implied end tags, scopes, misnested formatting, tables, foreign
content. Where it does not follow, it takes an element for open, so the real tree is never deeper than it thinks.
"""

from __future__ import annotations

from typing import Final

from blocks.render.amp.rules import words

MAX_DEPTH: Final = 90
"""Elements inside each other. AMP's validator (of 2025, as WebAssembly) dies of 120, the page's own two included."""

FORMATTING: Final = words("a b big code em font i nobr s small strike strong tt u")
_HEADINGS: Final = words("h1 h2 h3 h4 h5 h6")
_CLOSES_P: Final = _HEADINGS | words(
    "address article aside blockquote center dd details dialog dir div dl dt fieldset figcaption figure footer form "
    "header hgroup hr li listing main menu nav ol p pre section summary table ul"
)
_CELLS: Final = words("td th")
_SECTIONS: Final = words("tbody thead tfoot")
_TABLE_PARTS: Final = _CELLS | _SECTIONS | words("caption col colgroup tr")
_BOUNDARY: Final = words("caption table td th desc title")  # an element is not "in scope" beyond these
_SPECIAL: Final = _CLOSES_P | _TABLE_PARTS | words("br button img input select textarea title desc wbr iframe")
_RUBY: Final = words("rb rp rt rtc")
BREAKOUT: Final = words(
    "b big blockquote br center code dd div dl dt em embed h1 h2 h3 h4 h5 h6 hr i img li listing menu meta nobr ol p "
    "pre ruby s small span strong strike sub sup table tt u ul var"
)
"""HTML elements that end the SVG picture in which they begin."""
_VOID: Final = words("br col hr img input wbr")


class _Open:
    __slots__ = ("alive", "foreign", "key", "name", "order")

    def __init__(self, name: str, key: str, foreign: bool, order: int) -> None:
        self.name = name
        self.key = key
        self.foreign = foreign
        self.order = order
        self.alive = True


class Nesting:
    """The open elements of an output that is being written.

    `start` and `end` answer whether the tag goes into the output. `hide` notes an element whose tags do not (its
    children do), so that its end tag is not taken for that of another one.
    """

    def __init__(self) -> None:
        self._stack: list[_Open] = []
        self._formatting: list[_Open | None] = []  # the list of active formatting elements; None is a marker
        self._hidden: dict[str, list[tuple[int, _Open | None]]] = {}
        self._form_is_open = False
        self._count = 0

    @property
    def in_svg(self) -> bool:
        """Whether a tag that comes now is one of SVG's."""
        return bool(self._stack) and self._stack[-1].foreign and self._stack[-1].name not in ("title", "desc")

    @property
    def in_select(self) -> bool:
        """Whether a `<select>` is open, where nothing but options can stand."""
        return any(element.name == "select" for element in self._stack)

    @property
    def is_full(self) -> bool:
        """Whether no further element may be opened."""
        return self._depth >= MAX_DEPTH

    @property
    def parent(self) -> str:
        """The name of the innermost open element, empty where none is open."""
        return self._stack[-1].name if self._stack else ""

    @property
    def top(self) -> object:
        """The innermost open element, to compare by identity; None where none is open."""
        return self._stack[-1] if self._stack else None

    def has_open(self, names: frozenset[str]) -> bool:
        """Whether one of these is open."""
        return any(element.name in names for element in self._stack)

    def leave_svg(self) -> str:
        """Close the foreign content that is open; the end tags that say so."""
        tags = []
        while self.in_svg:
            tags.append(f"</{self._stack[-1].name}>")
            self._pop()
        return "".join(tags)

    def flush(self) -> str:
        """End tags for formatting that was never closed and would be taken up again in every block that follows."""
        pending = [element for element in self._formatting if element is not None and not element.alive]
        for element in pending:
            self._formatting.remove(element)
        return "".join(f"</{element.name}>" for element in reversed(pending))

    def hide(self, name: str) -> None:
        """Note an element that is open in the source and not in the output."""
        self._count += 1
        self._hidden.setdefault(name, []).append((self._count, self._stack[-1] if self._stack else None))

    # ------------------------------------------------------------------------------------------------ start tags

    def start(self, name: str, key: str, *, closes_itself: bool = False) -> bool:
        """Open `name`, or answer False where the parser would ignore the tag or it would stand too deep.

        `key` is the whole tag, which tells formatting elements apart; `closes_itself` is a `/>` in SVG.
        """
        if self.in_svg and name in BREAKOUT:
            while self.in_svg:
                self._pop()
        if self.in_svg or name == "svg":
            return self._push(name, key, foreign=True, stays=not closes_itself)
        if self.in_select and not self._start_in_select(name):
            return False
        if name in _TABLE_PARTS:
            return self._start_in_table(name, key)
        if name == "form":
            if self._form_is_open:
                return False
        self._close_implied(name)
        if not self._push(name, key, stays=name not in _VOID):
            return False
        if name == "form":
            self._form_is_open = True
        if name in FORMATTING:
            self._remember_formatting(self._stack[-1])
        return True

    def _close_implied(self, name: str) -> None:
        """Close what a start tag closes without saying so."""
        if name in ("li", "dd", "dt"):
            self._close_item(("li",) if name == "li" else ("dd", "dt"))
        if name in _CLOSES_P:
            self._close_in_scope("p", _BOUNDARY | {"button"})
        parent = self.parent
        if (name in _HEADINGS and parent in _HEADINGS) or (name in ("option", "optgroup") and parent == "option"):
            self._pop()
        elif name in _RUBY and parent in _RUBY and self.has_open(frozenset(("ruby",))):
            self._pop()
        elif name == "button":
            self._close_in_scope("button", _BOUNDARY)
        elif name in ("a", "nobr") and (element := self._active(name)) is not None:
            self._end_formatting(element)
        if name == "optgroup" and self.parent == "optgroup":
            self._pop()

    def _start_in_select(self, name: str) -> bool:
        if name in ("option", "optgroup", "hr"):
            return True
        if name in ("input", "textarea") or (name in _TABLE_PARTS | {"table"} and self._in_scope("table", frozenset())):
            self._close_in_scope("select", frozenset())
            return True
        if name == "select":
            self._close_in_scope("select", frozenset())
        return False

    def _start_in_table(self, name: str, key: str) -> bool:
        if not self._in_scope("table", frozenset()):
            return False
        context = {"td": ("tr",), "th": ("tr",), "tr": tuple(_SECTIONS), "col": ("colgroup",)}.get(name, ())
        context = (*context, *_SECTIONS, "table") if name in _CELLS else (*context, "table")
        while self.parent not in context:
            self._pop()
        implied = {"td": ("tbody", "tr"), "th": ("tbody", "tr"), "tr": ("tbody",), "col": ("colgroup",)}.get(name, ())
        if self.parent in _SECTIONS:
            implied = implied[1:]
        for element in implied if self.parent == "table" or self.parent in _SECTIONS else ():
            if not self._push(element, element):
                return False
        if not self._push(name, key, stays=name != "col"):
            return False
        if name in _CELLS or name == "caption":
            self._formatting.append(None)
        return True

    # -------------------------------------------------------------------------------------------------- end tags

    def end(self, name: str) -> bool:
        """Close `name`, or answer False where its end tag closes nothing in the output."""
        hidden = self._hidden.get(name, [])
        while hidden and hidden[-1][1] is not None and not hidden[-1][1].alive:
            hidden.pop()
        order = max((element.order for element in self._stack if element.name == name), default=0)
        if hidden and hidden[-1][0] > order:
            hidden.pop()
            return False
        if self._stack and self._stack[-1].foreign:
            for index in range(len(self._stack) - 1, -1, -1):
                if not self._stack[index].foreign:
                    break
                if self._stack[index].name == name:
                    self._pop_to(index)
                    return True
        if name in FORMATTING and (element := self._active(name)) is not None:
            return self._end_formatting(element)
        if name == "form":
            return self._end_form()
        if name in _HEADINGS:
            return self._end_heading()
        if name in _TABLE_PARTS or name in ("table", "select"):
            return self._close_in_scope(name, frozenset(("table",)) if name != "table" else frozenset())
        if name in _SPECIAL:
            boundary = {"p": _BOUNDARY | {"button"}, "li": _BOUNDARY | {"ol", "ul"}}.get(name, _BOUNDARY)
            return self._close_in_scope(name, boundary)
        for index in range(len(self._stack) - 1, -1, -1):
            if self._stack[index].name == name:
                self._pop_to(index)
                return True
            if self._stack[index].name in _SPECIAL:
                return False
        return False

    def _end_form(self) -> bool:
        self._form_is_open = False
        for element in reversed(self._stack):
            if element.name == "form":
                element.alive = False
                self._stack.remove(element)
                return True
            if element.name in _BOUNDARY:
                break
        return False

    def _end_heading(self) -> bool:
        for index in range(len(self._stack) - 1, -1, -1):
            if self._stack[index].name in _HEADINGS:
                self._pop_to(index)
                return True
            if self._stack[index].name in _BOUNDARY:
                break
        return False

    def _end_formatting(self, element: _Open) -> bool:
        """The adoption agency: a misnested end tag ends the formatting, not the blocks inside it."""
        if not element.alive:
            self._formatting.remove(element)
            return True
        index = self._stack.index(element)
        inside = self._stack[index + 1 :]
        if any(other.name in _BOUNDARY for other in inside):
            return False
        self._formatting.remove(element)
        if any(other.name in _SPECIAL for other in inside):
            element.alive = False
            del self._stack[index]
        else:
            self._pop_to(index)
        return True

    # ----------------------------------------------------------------------------------------------- the stack

    @property
    def _depth(self) -> int:
        pending = sum(element is not None and not element.alive for element in self._formatting)
        return len(self._stack) + pending

    def _push(self, name: str, key: str, *, foreign: bool = False, stays: bool = True) -> bool:
        if self.is_full:
            return False
        if stays:
            self._count += 1
            self._stack.append(_Open(name, key, foreign, self._count))
        return True

    def _pop(self) -> None:
        element = self._stack.pop()
        element.alive = False
        if element.name in _CELLS or element.name == "caption":
            while self._formatting and self._formatting.pop() is not None:
                pass

    def _pop_to(self, index: int) -> None:
        while len(self._stack) > index:
            self._pop()

    def _in_scope(self, name: str, boundary: frozenset[str]) -> bool:
        for element in reversed(self._stack):
            if element.name == name and not element.foreign:
                return True
            if element.name in boundary:
                return False
        return False

    def _close_in_scope(self, name: str, boundary: frozenset[str]) -> bool:
        if not self._in_scope(name, boundary):
            return False
        while self._stack[-1].name != name:
            self._pop()
        self._pop()
        return True

    def _close_item(self, names: tuple[str, ...]) -> None:
        for index in range(len(self._stack) - 1, -1, -1):
            name = self._stack[index].name
            if name in names:
                self._pop_to(index)
                return
            if name in _SPECIAL and name not in ("address", "div", "p"):
                return

    def _active(self, name: str) -> _Open | None:
        """The last active formatting element of that name, in the cell or caption that is open."""
        for element in reversed(self._formatting):
            if element is None:
                return None
            if element.name == name:
                return element
        return None

    def _remember_formatting(self, element: _Open) -> None:
        """At most three of the same tag are active: the parser forgets the earliest ("Noah's Ark clause")."""
        same = []
        for other in reversed(self._formatting):
            if other is None:
                break
            if other.key == element.key:
                same.append(other)
        if len(same) >= 3:
            self._formatting.remove(same[-1])
        self._formatting.append(element)
