"""Which elements are open: the stack that a browser keeps, and with it AMP's validator, while it reads the output.

`Nesting` is told every tag that goes into the output and answers whether it may: a tag that the parser would ignore
stays out, and so does one that would nest deeper than `MAX_DEPTH`. It follows the tree construction of HTML (Living
Standard, 13.2.6) as far as that decides what is open: implied end tags, scopes, misnested formatting, tables, foreign
content. Where it does not follow, it takes an element for open, so the real tree is never deeper than it thinks; nor
does it forget the fourth of equal formatting elements ("Noah's Ark clause"), since the validator does not either.
"""

from __future__ import annotations

from typing import Final

from blocks.render.amp.categories import (
    BOUNDARY,
    BREAKOUT,
    CELLS,
    CLOSES_P,
    FORMATTING,
    HEADINGS,
    OPENS_NO_LINE,
    RUBY,
    SECTIONS,
    SPECIAL,
    TABLE_PARTS,
    boundary_of,
)
from blocks.render.amp.open_elements import MAX_DEPTH, Opened, OpenElements
from blocks.render.amp.rules import VOID

__all__ = ["MAX_DEPTH", "Nesting"]

_NONE: Final[frozenset[str]] = frozenset()
_TAKES_NO_BLOCK: Final = HEADINGS | frozenset(("p", "select", "svg", "table"))
_P: Final = frozenset(("p",))
_TABLE: Final = frozenset(("table",))
_IN_TABLE: Final = CELLS | {"caption"}
_ENDS_IN_SELECT: Final = frozenset(("option", "optgroup", "select"))
_ENDS_IN_TABLE: Final = TABLE_PARTS | {"table"}


class Nesting(OpenElements):
    """The open elements of an output that is being written.

    `start` and `end` answer whether the tag goes into the output. `hide` notes an element whose tags do not (its
    children do), so that its end tag is not taken for that of another one. `seal` gives the nesting of what stands in
    an element that nothing in it can close: `outside` is that element's name, `depth` how deep it stands, and `refused`
    are the elements whose start tags would close it.
    """

    def __init__(self, outside: str = "", depth: int = 0, refused: frozenset[str] = _NONE) -> None:
        super().__init__(outside, depth)
        self._refused = refused
        self._hidden: dict[str, list[tuple[int, Opened | None]]] = {}
        self._form_is_open = False

    def leave_svg(self) -> str:
        """Close the foreign content that is open; the end tags that say so."""
        tags = []
        while self.in_svg:
            tags.append(f"</{self._stack[-1].name}>")
            self._pop()
        return "".join(tags)

    def hide(self, name: str) -> None:
        """Note an element that is open in the source and not in the output."""
        self._count += 1
        self._hidden.setdefault(name, []).append((self._count, self._stack[-1] if self._stack else None))

    # --------------------------------------------------------------------------------------------- sealed elements

    def seal(self, name: str, depth: int) -> tuple[str, Nesting] | None:
        """Open an element that is closed by `unseal` alone: the end tags before it, and the nesting of what is in it.

        None where it cannot stand here, or `depth` elements inside each other would be too many.
        """
        if self.in_select or name in self._refused or self._depth + depth > MAX_DEPTH:
            return None
        tags = self.leave_svg() + self.leave_table() + self.close_paragraph() + self.flush()
        if not self.start(name):
            return None
        return tags, Nesting(name, self._depth, self._refused | self._closing())

    def leave_table(self) -> str:
        """Close the table in whose cells nothing would stand that comes now; the end tag that says so."""
        return "</table>" if self._end_within(_TABLE, _IN_TABLE) else ""

    def close_paragraph(self) -> str:
        """Close the paragraph that is open; the end tag that says so."""
        return "</p>" if self._end_within(_P, BOUNDARY | {"button"}) else ""

    def leave_select(self) -> str:
        """Close the `<select>` that is open, as another one does; the end tag that says so."""
        return "</select>" if self._end_within(frozenset(("select",)), _NONE) else ""

    def unseal(self) -> str:
        """Close the element that was sealed last, in which nothing is open any more; the end tag that says so."""
        name = self.parent
        self._pop()
        if name == "form":
            self._form_is_open = False
        return f"</{name}>"

    def close(self) -> str:
        """Close everything; the end tags that say so."""
        tags = "".join(f"</{element.name}>" for element in reversed(self._stack))
        closed = {id(element) for element in self._stack}
        self._formatting = [element for element in self._formatting if id(element) not in closed]
        self._pop_to(0)
        return tags + self.flush()

    def _closing(self) -> frozenset[str]:
        """The elements whose start tags would close one that is open now, from inside an element of any name."""
        names = {name for name in ("a", "nobr") if self._active(name) is not None}
        if self._form_is_open:
            names.add("form")
        if self._has_within(frozenset(("button",)), BOUNDARY):
            names.add("button")
        for items in (("li",), ("dd", "dt")):
            if self._item_at(items) is not None:
                names.update(items)
        return frozenset(names) | (HEADINGS if self.parent in HEADINGS else _NONE)

    def takes(self, name: str) -> bool:
        """Whether a whole paragraph, heading or item of a list can stand here and change nothing of what is open."""
        if self._formatting or self._refused or self._depth + 2 > MAX_DEPTH:
            return False
        if name == "li":
            return self.parent in ("ul", "ol")
        return not self._stack or not any(element.name in _TAKES_NO_BLOCK for element in self._stack)

    # ------------------------------------------------------------------------------------------------ start tags

    def start(self, name: str, *, closes_itself: bool = False) -> bool:
        """Open `name`, or answer False where the parser would ignore the tag or it would stand too deep.

        `closes_itself` is a `/>` in SVG.
        """
        in_svg = self.in_svg
        if self.is_full or (name in self._refused and not in_svg):
            return False
        if in_svg and name in BREAKOUT:
            while self.in_svg:
                self._pop()
            in_svg = False
        if name == "svg" and not self.in_select:
            self.content()
            in_svg = True
        if in_svg:
            if not closes_itself:
                self._push(name, foreign=True)
            return True
        if (self.in_select and not self._start_in_select(name)) or (name == "form" and self._form_is_open):
            return False
        if name in TABLE_PARTS:
            return self._start_in_table(name)
        self._close_implied(name)
        if name not in OPENS_NO_LINE:
            self.content()
        if name not in VOID:
            self._push(name)
        if name == "form":
            self._form_is_open = True
        if name in FORMATTING:
            self._formatting.append(self._stack[-1])
        return True

    def _close_implied(self, name: str) -> None:
        """Close what a start tag closes without saying so."""
        if name in ("li", "dd", "dt"):
            self._close_item(("li",) if name == "li" else ("dd", "dt"))
        if name in CLOSES_P:
            self._end_within(_P, BOUNDARY | {"button"})
        parent = self.parent
        if (
            (name in HEADINGS and parent in HEADINGS)
            or (name in ("option", "optgroup") and parent == "option")
            or (name in RUBY and parent in RUBY and self._has_within(frozenset(("ruby",)), BOUNDARY))
        ):
            self._pop()
        elif name == "button":
            self._end_within(frozenset(("button",)), BOUNDARY)
        elif name in ("a", "nobr") and (element := self._active(name)) is not None:
            self._end_formatting(element)
        if name == "optgroup" and parent in ("option", "optgroup") and self.parent == "optgroup":
            self._pop()

    def _close_item(self, names: tuple[str, ...]) -> None:
        index = self._item_at(names)
        if index is not None:
            self._pop_to(index)

    def _start_in_select(self, name: str) -> bool:
        if name in ("option", "optgroup", "hr"):
            return True
        if name in ("input", "textarea") or (name in TABLE_PARTS | {"table"} and self._has_table):
            self._end_within(frozenset(("select",)), _NONE)
            return True
        return False

    def _start_in_table(self, name: str) -> bool:
        if self.is_nearly_full or not self._has_table:
            return False
        context = {"td": ("tr",), "th": ("tr",), "tr": tuple(SECTIONS), "col": ("colgroup",)}.get(name, ())
        context = (*context, *SECTIONS, "table") if name in CELLS else (*context, "table")
        while self.parent not in context:
            self._pop()
        implied = {"td": ("tbody", "tr"), "th": ("tbody", "tr"), "tr": ("tbody",), "col": ("colgroup",)}.get(name, ())
        if self.parent == "table" or self.parent in SECTIONS:
            for element in implied if self.parent == "table" else implied[1:]:
                self._push(element)
        if name != "col":
            self._push(name)
        if name in CELLS or name == "caption":
            self._formatting.append(None)
        return True

    # -------------------------------------------------------------------------------------------------- end tags

    def end(self, name: str) -> bool:
        """Close `name`, or answer False where its end tag closes nothing in the output."""
        hidden = self._hidden.get(name)
        if hidden and self._ends_hidden(name, hidden):
            return False
        if self._end_in_svg(name):
            return True
        if self.in_select and name not in _ENDS_IN_SELECT and not (name in _ENDS_IN_TABLE and self._has_table):
            return False
        if name in FORMATTING and (element := self._active(name)) is not None:
            return self._end_formatting(element)
        if name == "form":
            return self._end_form()
        return self._end_within(HEADINGS if name in HEADINGS else frozenset((name,)), boundary_of(name))

    def _ends_hidden(self, name: str, hidden: list[tuple[int, Opened | None]]) -> bool:
        """Whether an end tag is that of an element whose tags are not in the output, which is then forgotten."""
        while hidden and hidden[-1][1] is not None and not hidden[-1][1].alive:
            hidden.pop()
        order = max((element.order for element in self._stack if element.name == name), default=0)
        if not hidden or hidden[-1][0] <= order:
            return False
        hidden.pop()
        return True

    def _end_in_svg(self, name: str) -> bool:
        for index in range(len(self._stack) - 1, -1, -1):
            if not self._stack[index].foreign:
                break
            if self._stack[index].name == name:
                self._pop_to(index)
                return True
        return False

    def _end_form(self) -> bool:
        self._form_is_open = False
        for element in reversed(self._stack):
            if element.name == "form":
                element.alive = False
                self._stack.remove(element)
                return True
            if element.name in BOUNDARY:
                break
        return False

    def _end_formatting(self, element: Opened) -> bool:
        """The adoption agency: a misnested end tag ends the formatting, not the blocks inside it."""
        if not element.alive:
            self._formatting.remove(element)
            return True
        index = self._stack.index(element)
        inside = self._stack[index + 1 :]
        if any(other.name in BOUNDARY for other in inside):
            return False
        self._formatting.remove(element)
        if any(other.name in SPECIAL for other in inside):
            element.alive = False
            del self._stack[index]
        else:
            self._pop_to(index)
        return True
