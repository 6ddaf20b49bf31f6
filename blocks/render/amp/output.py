"""What is being written: HTML that AMP takes, the elements that are open in it, and the components that it needs."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from blocks.fragment.tokens import tokens
from blocks.render.amp.attributes import Say, written
from blocks.render.amp.marks import Sealed
from blocks.render.amp.nesting import Nesting
from blocks.render.amp.players import Player


class _Opened(NamedTuple):
    """An element of a form while it is open: its number, and what was around it; None where its tags were left out."""

    number: int
    around: Nesting | None


class Output:
    """The HTML of one piece of a page. `tags` are its start tags, once each as they are written."""

    def __init__(self) -> None:
        self.nesting = Nesting()
        self.components: set[str] = set()
        self.tags: set[str] = set()
        self._out: list[str] = []
        self._sealed: list[_Opened] = []

    def write(self, html: str) -> None:
        """Add text, an end tag, or what changes nothing of what is open."""
        self._out.append(html)

    def open(self, tag: str) -> None:
        """Add a start tag, which `nesting` knows of already."""
        self._out.append(tag)
        self.tags.add(tag)

    def note(self, tags: Iterable[str]) -> None:
        """Note start tags that are in what was written."""
        self.tags.update(tags)

    def put(self, player: Player, say: Say) -> None:
        """Add what stands for a player; where its component cannot stand, what says the same without it."""
        if player.component is not None and (self.nesting.in_select or self.nesting.is_full):
            say("replaced-content", f"<{player.component}> cannot stand here; a link or its text does")
            player = Player(player.plain)
        if self.nesting.in_svg:
            self._out.append(self.nesting.leave_svg())
        if player.is_block:
            self._out.append(self.nesting.close_paragraph())
        self.nesting.content()
        self._out.append(player.html)
        self.note(token.value for token in tokens(player.html) if token.kind == "start")
        if player.component is not None:
            self.components.add(player.component)

    # ------------------------------------------------------------------------------------------- elements of forms

    def seal(self, number: int, element: Sealed, say: Say) -> None:
        """Add the start tag of a form's element, where it can stand; what is in it cannot close it."""
        is_placed = element.parent is None or element.parent == self.nesting.parent
        tag = element.tag if is_placed else "div"
        found = self.nesting.seal(tag, element.depth)
        if found is None:
            say("unsupported-content", f"<{tag}> lost its tags: it cannot stand here")
            self._sealed.append(_Opened(number, None))
            return
        names = element.values if is_placed else element.values.keys() & {"class"}
        before, inside = found
        self._out.append(before)
        self.open(f"<{tag}{written({name: element.values[name] for name in names})}>")
        self._sealed.append(_Opened(number, self.nesting))
        self.nesting = inside
        if is_placed and element.component is not None:
            self.components.add(element.component)

    def unseal(self, number: int) -> None:
        """Close a form's element, with all that is open in it; nothing where none of that number is open."""
        if any(opened.number == number for opened in self._sealed):
            while self._close() != number:
                pass

    def finish(self) -> str:
        """The HTML, with the elements of forms closed."""
        while self._sealed:
            self._close()
        if self.nesting.parent == "textarea":
            self._out.append("</textarea>")
        return "".join(self._out)

    def _close(self) -> int:
        opened = self._sealed.pop()
        if opened.around is not None:
            self._out.append(opened.around.unseal(self.nesting))
            self.nesting = opened.around
        return opened.number
