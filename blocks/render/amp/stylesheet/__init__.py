"""What goes into `<style amp-custom>`: the stylesheets of a page, as AMP takes them, and no more than the page needs.

    used = Used.of(body)
    amp_custom([Sheet("theme", css), Sheet("page", more)], used).css

In the order of work:

    values, declarations, selectors, conditions, at_rules      one thing of CSS each, written as AMP takes it
    reading        a sheet as a flat list of rules; kept for the next page that has the sheet
    memory         how much of what was read is kept: posts say what there is to read
    used, shaking  what of it the page needs
    printing       the text, within AMP's limit

Where AMP's CSS can say less than browsers can read:

    !important     the declarations go to a rule of their own behind, whose selector is stronger by ids (`:not(#_#_)`).
                   It cannot outdo `style` attributes any more.
    @layer         its rules stand before those of later layers and of none; a stronger selector in an earlier layer
                   wins now.
    @container, @scope, @starting-style, @import, …     left out, and told where they would apply
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final, NamedTuple

from blocks.errors import OptionError
from blocks.render.amp.stylesheet import printing
from blocks.render.amp.stylesheet.reading import Loss, stylesheet
from blocks.render.amp.stylesheet.shaking import shaken
from blocks.render.amp.stylesheet.used import Used
from blocks.render.amp.stylesheet.values import ADDRESS

__all__ = ["LIMIT", "AmpCss", "Sheet", "Used", "amp_custom"]

LIMIT: Final = 75_000
"""Bytes of CSS that AMP takes in all; `style` attributes count too."""


class Sheet(NamedTuple):
    """A stylesheet. The name is for people: "theme global styles", "block supports", a file's name.

    One `is_whole` stays as it is, whatever the page uses; what AMP does not take goes all the same.
    """

    name: str
    css: str
    is_whole: bool = False


@dataclass(frozen=True, slots=True)
class AmpCss:
    """The text of `<style amp-custom>`, and a sentence for each loss."""

    css: str
    losses: tuple[str, ...]


def amp_custom(sheets: Sequence[Sheet], used: Used, *, limit: int = LIMIT) -> AmpCss:
    """The rules of `sheets`, in cascade order (later ones win), that a page which has the names `used` needs.

    The text is at most `limit` bytes of UTF-8; what goes first is told in `printing.within`. Time is linear in the
    sheets; a sheet that came before is not read again.
    """
    if limit < 0:
        raise OptionError(f"limit is {limit}: it is a number of bytes, at least 0")
    last = {sheet.css: number for number, sheet in enumerate(sheets)}  # the same sheet again counts where it is last
    sheets = [sheet for number, sheet in enumerate(sheets) if last[sheet.css] == number]
    read = [stylesheet(sheet.css) for sheet in sheets]
    kept, ghosts = shaken(read, used, {number for number, sheet in enumerate(sheets) if sheet.is_whole})
    layers = [path for one in read for path in one.layers]
    css, left_out = printing.within(printing.pieces(kept, layers, used), limit)
    losses: list[str] = []
    for number, (sheet, one) in enumerate(zip(sheets, read, strict=True)):
        losses += [_told(sheet.name, loss) for loss in one.losses]
        losses += [
            f"{sheet.name}: {_counted(count, f'rule in {name}', f'rules in {name}')} left out: AMP takes no {name}"
            for (of, name), count in ghosts.items()
            if of == number
        ]
        if left_out[number]:
            losses.append(f"{sheet.name}: {left_out[number]:,} bytes were left out: {limit:,} are all that fit")
    return AmpCss(css, tuple(losses))


_KINDS = {
    "rule": ("rule", "rules", "cannot be read"),
    "selector": ("rule", "rules", "the selector cannot be read"),
    "declaration": ("declaration", "declarations", "cannot be read"),
    ADDRESS: ("declaration", "declarations", "AMP does not take the address"),
    "nested too much": ("rule", "rules", "nested too much"),
}


def _told(name: str, loss: Loss) -> str:
    one, many, why = _KINDS.get(loss.what, (loss.what, loss.what, "AMP does not take it"))
    where = f"line {loss.line}" if loss.times == 1 else f"the first in line {loss.line}"
    return f"{name}: {_counted(loss.times, one, many)} left out ({where}): {why}"


def _counted(count: int, one: str, many: str) -> str:
    return f"{count:,} {one if count == 1 else many} {'was' if count == 1 else 'were'}"
