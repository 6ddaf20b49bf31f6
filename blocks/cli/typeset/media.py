"""Pictures, players, embeds and buttons as words, and links."""

from __future__ import annotations

from pathlib import PurePosixPath
from typing import TYPE_CHECKING, Final

from blocks.cli.typeset import marks
from blocks.fragment import Token

if TYPE_CHECKING:
    from rich.style import Style

    from blocks.cli.typeset.flow import Flow

PICTURE: Final = "▣"
PLAYER: Final = "▶"
_BUTTONS: Final = frozenset({"wp-block-button__link", "wp-block-file__button", "wp-block-social-link-anchor"})
_EMOJI: Final = frozenset({"emoji", "wp-smiley"})
_NAMES: Final = {"audio": "Audio", "video": "Video", "iframe": "Frame", "embed": "Embed", "object": "Object"}


def picture(flow: Flow, token: Token) -> None:
    """`▣` and the alternative text, or the name of the file; on a line of its own where it stands alone."""
    alt, url = marks.spaced(token.get("alt") or "").strip(), marks.address(token.get("src"))
    if not _EMOJI.isdisjoint(token.classes):
        flow.add(alt)
        return
    if token.get("width") == "1" and token.get("height") == "1":  # counts readers
        return
    words = alt or f"({PurePosixPath(url.partition('?')[0]).name or 'picture'})"
    is_alone = flow.is_blank and not flow.preformatted and flow.table is None
    flow.push("img", 0 if is_alone else None, _linked(flow, "magenta" if alt else "magenta dim", url))
    flow.add(f"{'' if is_alone else ' '}{PICTURE} {words}{'' if is_alone else ' '}")
    flow.close("img")


def player(flow: Flow, token: Token) -> None:
    """`▶ Video: https://…`; the address may come in a `<source>` inside."""
    flow.push(token.name, 0)
    source(flow, token, token.name)


def source(flow: Flow, token: Token, name: str = "") -> None:
    """The address of a player, a frame or a file."""
    name = name or next((one for one in ("video", "audio") if flow.is_open(one)), "")
    url = marks.address(token.get("data" if name == "object" else "src"))
    if name and url:
        title = marks.spaced(token.get("title") or "").strip() or _NAMES[name]
        flow.separate(0)
        flow.push("source", None, _linked(flow, "magenta", url))
        flow.add(f"{PLAYER} {title}: {url}")
        flow.close("source")
        flow.separate(0)


def link(flow: Flow, token: Token) -> None:
    """The text of a link; where the terminal takes none, its address behind it. A button is drawn as one."""
    flow.close("a")
    url = marks.address(token.get("href"))
    is_button = not _BUTTONS.isdisjoint(token.classes)
    style = marks.BUTTON if is_button else marks.LINK if url else ""
    if is_button:
        flow.add(" ")

    def on_close() -> None:
        if is_button and not flow.preformatted:
            flow.add(" ]" if not flow.hyperlinks else " ")
        if url and not (flow.hyperlinks and marks.is_safe(url)) and not flow.ends_with(url):
            flow.add(f" <{url}>")

    flow.push("a", None, _linked(flow, style, url), on_close)
    if is_button:
        flow.add("[ " if not flow.hyperlinks else "\xa0")


def _linked(flow: Flow, style: str, url: str) -> Style:
    from rich.style import Style

    is_link = flow.hyperlinks and marks.is_safe(url)
    return Style.parse(style) + Style(link=url) if is_link else Style.parse(style)
