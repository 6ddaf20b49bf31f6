"""A change of saved markup, carried over to markup that means the same but is spelled otherwise."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape

from blocks.fragment.tokens import Edit, Token, edited, tokens

_BLANKS = " \t\n\f\r"


def carried_over(original: str, old: str, new: str) -> str:
    """`original` with what makes `new` of `old`; `original` and `old` are to be equivalent.

    Where they are spelled alike, that is `new`, with the blanks around it as they were. Where not, the tags and texts that
    differ are changed, tags by their attributes. All is as in `new` where the one cannot be laid over the other.
    """
    core = original.strip(_BLANKS)
    before, _, after = original.partition(core) if core else (original, "", "")
    if core == old.strip(_BLANKS):
        return before + new.strip(_BLANKS) + after
    here, there, coming = ([token for token in tokens(html) if not _is_blank(token)] for html in (core, old, new))
    if not _alike(here, there):
        return before + new.strip(_BLANKS) + after
    if _alike(there, coming):
        pairs = zip(here, there, coming, strict=True)
        edits = [edit for one, was, now in pairs for edit in _edits(core, one, (old, was), (new, now))]
    else:
        edits = [_replacement(here, [old[one.start : one.end] for one in there], coming, new, len(core))]
    return before + edited(core, edits) + after


def _is_blank(token: Token) -> bool:
    return token.kind == "text" and not token.value.strip(_BLANKS)


def _alike(some: list[Token], others: list[Token]) -> bool:
    return len(some) == len(others) and all(
        one.kind == other.kind and one.name == other.name for one, other in zip(some, others, strict=True)
    )


def _edits(core: str, here: Token, before: tuple[str, Token], after: tuple[str, Token]) -> Iterator[Edit]:
    """What turns one token of the original from what it was into what it is to be."""
    (old, was), (new, now) = before, after
    text = new[now.start : now.end]
    if text == old[was.start : was.end]:
        return
    if here.kind != "start":
        yield Edit(here.start, here.end, text)
        return
    values = {one.name: one.value for one in now.attributes}
    changed = {one.name for one in was.attributes if one.name not in values or values[one.name] != one.value}
    added = {name: value for name, value in values.items() if name not in {one.name for one in was.attributes}}
    yield from attribute_edits(core, here, {name: values.get(name, MISSING) for name in changed} | added)


MISSING = object()


def attribute_edits(html: str, tag: Token, wanted: dict[str, object]) -> Iterator[Edit]:
    """What gives a start tag these attributes: a string, None for one without a value, MISSING for none."""
    wanted = dict(wanted)
    end = tag.end - (2 if html[tag.start : tag.end].endswith("/>") else 1)
    for one in tag.attributes:
        if one.name not in wanted:
            continue
        value = wanted.pop(one.name)
        if value is MISSING:
            start = one.start
            while html[start - 1] in _BLANKS:
                start -= 1
            yield Edit(start, one.end)
        elif value != one.value:
            yield Edit(one.start, one.end, _written(one.name, value))
    rest = [_written(name, value) for name, value in wanted.items() if value is not MISSING]
    if rest:
        while html[end - 1] in _BLANKS:
            end -= 1
        yield Edit(end, end, "".join(f" {one}" for one in rest))


def _written(name: str, value: object) -> str:
    return name if value is None else f'{name}="{escape(str(value), quote=False).replace(chr(34), "&quot;")}"'


def _replacement(here: list[Token], old: list[str], coming: list[Token], new: str, end: int) -> Edit:
    """One edit for all between what is alike at the start and at the end."""
    texts = [new[one.start : one.end] for one in coming]
    most = min(len(old), len(texts))
    first = next((n for n in range(most) if old[n] != texts[n]), most)
    last = next((n for n in range(most - first) if old[-1 - n] != texts[-1 - n]), most - first)
    start = here[first].start if first < len(here) else end
    stop = here[len(here) - last - 1].end if len(here) - last > first else start
    begin = coming[first].start if first < len(coming) else len(new)
    finish = coming[len(coming) - last - 1].end if len(coming) - last > first else begin
    return Edit(start, stop, new[begin:finish])
