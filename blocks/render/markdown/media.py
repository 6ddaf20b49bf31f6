"""Pictures, players and embeds: what a figure shows, its caption, and where to find it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from blocks.fragment import Token
from blocks.render.markdown.escape import attributes, autolink, destination, escaped, shown, title

if TYPE_CHECKING:
    from blocks.render.markdown.flow import Flow

NO_PROVIDER: Final = "-"
"""The label of an embed that does not say where it is from; none is written."""
FRAME: Final = "Embedded"
PLAYERS: Final = {"audio": "Audio", "video": "Video"}
_EMOJI: Final = frozenset({"emoji", "wp-smiley"})
_PROVIDER = re.compile(r"(?:is-provider|wp-block-embed)-([a-z0-9-]+)")
_PROVIDERS: Final = {  # names that are not just their slug with a capital
    "soundcloud": "SoundCloud",
    "speaker-deck": "Speaker Deck",
    "tiktok": "TikTok",
    "videopress": "VideoPress",
    "wordpress": "WordPress",
    "wordpress-tv": "WordPress.tv",
    "youtube": "YouTube",
}
_PICTURE_DATA = re.compile(r"data:image/(?:gif|jpeg|png|webp);")  # what parsers let pass
_ADDRESS = re.compile(r"https?://[^\s<>]+")
_BACKGROUND = re.compile(r"background(?:-image)?\s*:[^;]*?url\(\s*['\"]?([^'\")]+)", re.IGNORECASE)


def is_address(text: str) -> bool:
    """Whether a text is an address on the web and nothing else."""
    return _ADDRESS.fullmatch(text) is not None


def is_forbidden(url: str) -> bool:
    """Whether Markdown parsers make no link of an address: what it leads to could do harm."""
    return "".join(url[:30].split()).lower().startswith(("javascript:", "vbscript:", "file:", "data:"))


def labelled(label: str, url: str) -> str:
    """`Video: <https://…>`."""
    url = "".join(url.split())
    found = autolink(url, url)
    link = found or f"[{escaped(url, in_link=True)}]({destination(url)})"
    return link if label == NO_PROVIDER else f"{label}: {link}"


# ----------------------------------------------------------------------------------------------- pictures


def picture(flow: Flow, token: Token) -> None:
    """`![alt](src "title")`; the words alone for an emoji."""
    alt = " ".join(shown(token.get("alt") or "").split())
    src = (token.get("src") or "").strip()
    if src.startswith("data:"):
        src = next((url for name in ("data-src", "data-lazy-src") if (url := token.get(name))), src)
    if not _EMOJI.isdisjoint(token.classes):
        flow.add(alt)
    elif not src:
        flow.add(f" {alt} ")
    elif not (token.get("width") == "1" and token.get("height") == "1"):  # counts readers
        _add_picture(flow, src, alt, token.get("title") or "")


def _add_picture(flow: Flow, src: str, alt: str, says: str) -> None:
    html = f"<img{attributes((('src', ''.join(src.split())), ('alt', alt)))}>"
    markdown = (
        html
        if is_forbidden(src) and not _PICTURE_DATA.match(src)
        else f"![{escaped(alt, in_link=True)}]({destination(src)}{title(says)})"
    )
    flow.add_raw(markdown, html, alt)


def is_background(token: Token) -> bool:
    """Whether an element is a picture by its style, as the cover's is that does not scroll."""
    return token.get("role") == "img" and _BACKGROUND.search(token.get("style") or "") is not None


def background(flow: Flow, token: Token) -> None:
    """The picture that an element is by its style."""
    if found := _BACKGROUND.search(token.get("style") or ""):
        _add_picture(flow, found[1].strip(), token.get("aria-label") or "", "")


# ------------------------------------------------------------------------------------------------ figures


def figure(flow: Flow, token: Token) -> None:
    """A figure; that of an embed has a label for its address."""
    before = flow.label

    def on_close() -> None:
        flow.label = before

    flow.push(token.name, on_close, classes=token.classes)
    flow.label = _provider(token.classes) if "wp-block-embed" in token.classes else ""


def caption(flow: Flow, token: Token) -> None:
    """A `<figcaption>`: a paragraph of its own, emphasised."""

    def on_close() -> None:
        flow.inline.close("em")

    flow.push(token.name, on_close)
    flow.label = ""
    flow.inline.open("em")


def _provider(classes: list[str]) -> str:
    names = [match[1] for name in classes if (match := _PROVIDER.fullmatch(name))]
    found = next((name for name in names if name not in {"embed-handler", "handler"}), NO_PROVIDER)
    if found == NO_PROVIDER:
        return found
    return _PROVIDERS.get(found) or found.replace("-", " ").capitalize()


# ------------------------------------------------------------------------------------- what lies elsewhere


def player(flow: Flow, token: Token) -> None:
    """`Video: <https://…>`; the address may come in a `<source>` inside."""
    before = flow.player

    def on_close() -> None:
        flow.player = before

    flow.push(token.name, on_close)
    flow.player = PLAYERS[token.name]
    source(flow, token)


def source(flow: Flow, token: Token) -> None:
    """The address of the player that is open: the first that there is."""
    if flow.player and (url := (token.get("src") or "").strip()) and not url.startswith("#"):
        if is_forbidden(url):
            flow.report("unsupported-content", f"a {flow.player.lower()} that is no address was left out")
        else:
            _write(flow, labelled(flow.player, url))
        flow.player = ""


def frame(flow: Flow, token: Token) -> None:
    """What another site shows in a frame: its title and address."""
    url = (token.get("data" if token.name == "object" else "src") or token.get("data-src") or "").strip()
    if not url or is_forbidden(url) or url.startswith(("about:", "#")) or "wp-block-file__embed" in token.classes:
        return
    says = " ".join(shown(token.get("title") or "").split())
    if says:
        _write(flow, f"[{escaped(says, in_link=True)}]({destination(url)})")
    else:
        _write(flow, labelled(flow.label or FRAME, url))
    flow.label = ""


def _write(flow: Flow, text: str) -> None:
    if flow.is_cell or flow.preformatted or flow.is_summary:
        flow.add_raw(text, text, text)
        return
    flow.flush()
    flow.output.text(text)
