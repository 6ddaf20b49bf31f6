"""What is being written: HTML that AMP takes, the elements that are open in it, and the components that it needs."""

from __future__ import annotations

from collections.abc import Iterable

from blocks.fragment.tokens import tokens
from blocks.render.amp.attributes import Say, written
from blocks.render.amp.marks import Sealed
from blocks.render.amp.nesting import Nesting
from blocks.render.amp.players import Player


class _Form:
    """An element of a form that is being written; `around` is None where its tags were left out."""

    def __init__(self, number: int, element: Sealed, tag: str) -> None:
        self.number = number
        self.element = element
        self.tag = tag
        self.around: Nesting | None = None
        self.start = self.end = 0  # where its tags are in the output
        self.inside: list[_Form] = []

    @property
    def holds_its_own(self) -> bool:
        """Whether the elements of the form are in it that have to be."""
        tags, wanted = [form.tag for form in self.inside], self.element.holds
        if wanted is None or self.tag != self.element.tag:
            return True
        if isinstance(wanted, frozenset):
            return bool(tags) and all(tag in wanted for tag in tags)
        return len(tags) == len(wanted) and all(tag in names for tag, names in zip(tags, wanted, strict=True))


class Output:
    """The HTML of one piece of a page. `tags` are its start tags, once each as they are written."""

    def __init__(self) -> None:
        self.nesting = Nesting()
        self.components: set[str] = set()
        self.tags: set[str] = set()
        self._out: list[str] = []
        self._forms: list[_Form] = []

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
        form = _Form(number, element, element.tag if is_placed else "div")
        self._forms.append(form)
        found = self.nesting.seal(form.tag, element.depth)
        if found is None:
            form.tag = ""
            say("unsupported-content", f"<{element.tag}> lost its tags: it cannot stand here")
            return
        before, inside = found
        self._out.append(before)
        form.start = len(self._out)
        self.open(f"<{form.tag}{written(element.values)}>" if is_placed else _as_div(element))
        form.around, self.nesting = self.nesting, inside

    def unseal(self, number: int) -> None:
        """Close a form's element, with all that is open in it; nothing where none of that number is open."""
        if any(form.number == number for form in reversed(self._forms)):
            while self._close() != number:
                pass

    def is_in(self, tag: str) -> bool:
        """Whether an element of a form called `tag` is open."""
        return any(form.tag == tag for form in self._forms)

    def finish(self) -> str:
        """The HTML, with everything closed that is open in it."""
        while self._forms:
            self._close()
        self._out.append(self.nesting.close())
        return "".join(self._out)

    def _close(self) -> int:
        form = self._forms.pop()
        if form.around is not None:
            self._out.append(self.nesting.close())
            self._out.append(form.around.unseal())
            form.end = len(self._out) - 1
            self.nesting = form.around
            if not form.holds_its_own:
                self._give_up(form)
            elif form.tag == form.element.tag and form.element.component is not None:
                self.components.add(form.element.component)
            if self._forms:
                self._forms[-1].inside.append(form)
        return form.number

    def _give_up(self, form: _Form) -> None:
        """Make `<div>` of an element that lacks what it has to hold, and of those in it that can stand nowhere else."""
        for one in (form, *(inner for inner in form.inside if inner.element.parent == form.element.tag)):
            one.tag = "div"
            self._out[one.start], self._out[one.end] = _as_div(one.element), "</div>"


def _as_div(element: Sealed) -> str:
    return f"<div{written({name: element.values[name] for name in element.values.keys() & {'class'}})}>"
