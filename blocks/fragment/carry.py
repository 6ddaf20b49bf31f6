"""A change of saved markup, carried over to markup that means the same but is spelled otherwise."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher

from blocks.fragment.tokens import Edit, Token, edited, tokens

_BLANKS = " \t\n\f\r"
_COMPARED = 200  # tokens that are compared with each other; that takes the square of their number

NO_ATTRIBUTE = object()


def carried_over(original: str, old: str, new: str) -> str:
    """`original` with what makes `new` of `old`; `original` and `old` are to be equivalent.

    Where they are spelled alike, that is `new`, with the blanks around it as they were. Where not, the tags and texts
    that differ are changed, tags by their names and attributes. All is as in `new` where the one cannot be laid over
    the other. What is only a change of blanks between tags may be lost: see to it that the result says what it is to.
    """
    core = original.strip(_BLANKS)
    if core == old.strip(_BLANKS):
        return in_place(original, new)
    here, there, coming = (
        [token for token in tokens(html) if token.kind != "text" or token.value.strip(_BLANKS)]
        for html in (core, old, new)
    )
    if not _alike(here, there) or [one.name for one in here] != [one.name for one in there]:
        return in_place(original, new)
    return in_place(original, edited(core, _changes(core, here, (old, there), (new, coming))))


def in_place(original: str, new: str) -> str:
    """`new` with the blanks that stand around `original`."""
    core = original.strip(_BLANKS)
    before, _, after = original.partition(core) if core else ("", "", original)
    return before + new.strip(_BLANKS) + after


def _alike(some: Sequence[Token], others: Sequence[Token]) -> bool:
    return len(some) == len(others) and all(one.kind == other.kind for one, other in zip(some, others, strict=True))


def _changes(
    core: str, here: list[Token], before: tuple[str, list[Token]], after: tuple[str, list[Token]]
) -> Iterator[Edit]:
    """The edits of `core`, whose tokens are `here`, that make of the one markup the other."""
    (old, there), (new, coming) = before, after
    for first, last, begin, finish in _differences(old, there, new, coming):
        if _alike(there[first:last], coming[begin:finish]):
            for one, was, now in zip(here[first:last], there[first:last], coming[begin:finish], strict=True):
                yield from _edits(core, one, (old, was), (new, now))
            continue
        start = here[first].start if first < len(here) else len(core)
        stop = here[last - 1].end if last > first else start
        yield Edit(start, stop, new[coming[begin].start : coming[finish - 1].end] if finish > begin else "")


def _differences(old: str, there: list[Token], new: str, coming: list[Token]) -> Iterator[tuple[int, int, int, int]]:
    """Where two lists of tokens differ: from where to where in the one, and in the other."""
    some = [old[one.start : one.end] for one in there]
    others = [new[one.start : one.end] for one in coming]
    most = min(len(some), len(others))
    first = next((n for n in range(most) if some[n] != others[n]), most)
    last = next((n for n in range(most - first) if some[-1 - n] != others[-1 - n]), most - first)
    end, finish = len(some) - last, len(others) - last
    if _alike(there[first:end], coming[first:finish]) or max(end, finish) - first > _COMPARED:
        if first < end or first < finish:
            yield first, end, first, finish
        return
    for kind, one, two, three, four in SequenceMatcher(
        None, some[first:end], others[first:finish], autojunk=False
    ).get_opcodes():
        if kind != "equal":
            yield first + one, first + two, first + three, first + four


def _edits(core: str, here: Token, before: tuple[str, Token], after: tuple[str, Token]) -> Iterator[Edit]:
    """What turns one token of the original from what it was into what it is to be."""
    (old, was), (new, now) = before, after
    text = new[now.start : now.end]
    if text == old[was.start : was.end]:
        return
    if here.kind not in ("start", "end"):
        yield Edit(here.start, here.end, text)
        return
    if was.name != now.name:
        start = here.start + (1 if here.kind == "start" else 2)
        yield Edit(start, start + len(here.name), now.name)
    values = {one.name: one.value for one in now.attributes}
    changed = {one.name for one in was.attributes if one.name not in values or values[one.name] != one.value}
    added = {name: value for name, value in values.items() if name not in {one.name for one in was.attributes}}
    yield from attribute_edits(core, here, {name: values.get(name, NO_ATTRIBUTE) for name in changed} | added)


def attribute_edits(html: str, tag: Token, wanted: dict[str, object]) -> Iterator[Edit]:
    """What gives a start tag these attributes: a string, None for one without a value, NO_ATTRIBUTE for none."""
    wanted = dict(wanted)
    for one in tag.attributes:
        if one.name not in wanted:
            continue
        value = wanted.pop(one.name)
        if value is NO_ATTRIBUTE:
            start = one.start
            while html[start - 1] in _BLANKS:
                start -= 1
            yield Edit(start, one.end, "" if html[one.end] in f"{_BLANKS}/>" else " ")
        elif value != one.value:
            yield Edit(one.start, one.end, _written(one.name, value))
    rest = [_written(name, value) for name, value in wanted.items() if value is not NO_ATTRIBUTE]
    if rest:
        end = tag.end - (2 if html[tag.start : tag.end].endswith("/>") else 1)
        while html[end - 1] in _BLANKS:
            end -= 1
        if tag.attributes:
            end = max(end, tag.attributes[-1].end)  # a slash may be the end of a value without quotes
        yield Edit(end, end, "".join(f" {one}" for one in rest))


def _written(name: str, value: object) -> str:
    """An attribute as the editor spells it."""
    if value is None:
        return name
    text = str(value).replace("&", "&amp;").replace('"', "&quot;").replace(">", "&gt;")
    return f'{name}="{text}"'
