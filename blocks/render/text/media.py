"""Pictures, players, embeds and buttons as words: what a figure shows, its caption, and where to find it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from blocks.fragment import Token
from blocks.render.text.hidden import is_hidden
from blocks.render.text.inline import spaced
from blocks.render.text.links import address
from blocks.render.text.state import Figure

if TYPE_CHECKING:
    from blocks.render.text.flow import Flow

PLAYERS: Final = {"audio": "Audio", "video": "Video"}
_EMOJI: Final = frozenset({"emoji", "wp-smiley"})
_PROVIDER = re.compile(r"(?:is-provider|wp-block-embed)-([a-z0-9-]+)")
_PROVIDERS: Final = {  # names that are not just their slug with a capital
    "dailymotion": "DailyMotion",
    "soundcloud": "SoundCloud",
    "speaker-deck": "Speaker Deck",
    "tiktok": "TikTok",
    "videopress": "VideoPress",
    "wordpress": "WordPress",
    "wordpress-tv": "WordPress.tv",
    "youtube": "YouTube",
}


# ------------------------------------------------------------------------------------------------ figures


def figure(flow: Flow, token: Token) -> None:
    """A figure: its pictures wait for its caption, and in a gallery each is an item of a list."""
    classes = token.classes
    around = flow.figures[-1] if flow.figures else None
    top = flow.top
    is_item = around is not None and around.is_gallery and top is not None and top.name == "figure"
    opened = Figure(is_gallery="wp-block-gallery" in classes, is_loose="wp-block-gallery" in classes)

    def on_close() -> None:
        flow.release_pictures()
        flow.figures.pop()
        flow.mark = ""
        if is_item:
            flow.sink.close()
        if opened.pictures and not opened.is_described:
            flow.report("unsupported-content", "a picture with neither alternative text nor caption was left out")

    in_item = is_item or (top is not None and top.name == "li")
    flow.push(token.name, 0 if in_item else 1, on_close)
    flow.release_pictures()
    if is_item:
        flow.sink.open("- ", "  ")
    flow.figures.append(opened)
    flow.mark = _provider(classes)


def caption(flow: Flow, token: Token) -> None:
    """A `<figcaption>`: right under a picture or a player, a blank line below anything else."""
    around = flow.figures[-1] if flow.figures else None
    if around is None or around.is_loose:
        flow.push(token.name, 1)
        return
    policy = flow.options.images
    if around.pictures and (policy == "none" or (policy == "alt" and around.alts)):
        flow.hide(token)
        return

    def on_close() -> None:
        around.has_caption_instead = False

    flow.push(token.name, 0, on_close)
    around.has_caption_instead = policy == "caption"


def loosen(flow: Flow) -> None:
    """A figure that holds more than pictures and players has a blank line before its caption."""
    if flow.figures and flow.figures[-1] is not None:
        flow.figures[-1].is_loose = True


# ----------------------------------------------------------------------------------------------- pictures


def picture(flow: Flow, token: Token) -> None:
    """`[alt]`; in a figure it waits for the caption, which may say the same."""
    alt = spaced(token.get("alt") or "").strip()
    if not _EMOJI.isdisjoint(token.classes):
        flow.add(alt)
        return
    if token.get("width") == "1" and token.get("height") == "1":  # counts readers
        return
    around = flow.figures[-1] if flow.figures else None
    is_shown = flow.options.images != "none"
    if around is not None and flow.inline.is_blank and not flow.preformatted:
        around.pictures += 1
        around.is_described = around.is_described or not is_shown
        alt = alt if is_shown else ""
        if alt:
            around.alts.append(alt)
    elif not is_shown:
        pass
    elif alt:
        flow.add_apart(f"[{alt}]")
    elif token.get("alt") is None:
        flow.report("unsupported-content", "a picture without alternative text was left out")


# ------------------------------------------------------------------------------------- what lies elsewhere


def player(flow: Flow, token: Token) -> None:
    """`Video: https://…`; the address may come in a `<source>` inside."""

    def on_close() -> None:
        flow.player = None

    loose = not flow.figures or flow.figures[-1] is None
    flow.push(token.name, 1 if loose else 0, on_close)
    flow.player = PLAYERS[token.name]
    source(flow, token)


def source(flow: Flow, token: Token) -> None:
    """The address of the player that is open: the first that there is."""
    if flow.player is not None and (url := address(token.get("src"))):
        flow.separate(0)
        flow.mark = f"{flow.player}: "
        flow.paragraph(url)
        flow.player = None


def frame(flow: Flow, token: Token) -> None:
    """What another site shows in a frame: its title and address."""
    url = address(token.get("data" if token.name == "object" else "src")) or address(token.get("data-src"))
    if not url or "wp-block-file__embed" in token.classes or is_hidden(token):
        return
    title = spaced(token.get("title") or "").strip()
    loose = not flow.figures or flow.figures[-1] is None
    flow.separate(1 if loose else 0)
    flow.paragraph(f"{title} <{url}>" if title else url)
    flow.separate(1 if loose else 0)


def _provider(classes: list[str]) -> str:
    """What stands before an embed: `YouTube: `."""
    if "wp-block-embed" not in classes:
        return ""
    found = next((match[1] for name in classes if (match := _PROVIDER.fullmatch(name))), None)
    if found is None or found in {"embed-handler", "handler"}:
        return ""
    return f"{_PROVIDERS.get(found) or found.replace('-', ' ').capitalize()}: "
