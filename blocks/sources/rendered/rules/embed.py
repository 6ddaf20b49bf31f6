"""What other sites provide: embed blocks, and players whose address tells the page that they show."""

from __future__ import annotations

import re
from typing import Any, Final
from urllib.parse import parse_qs, urlsplit

from blocks.formatting.escaping import esc_html
from blocks.fragment.tokens import Edit
from blocks.sources.rendered.plan import Page, Plan, plan
from blocks.sources.rendered.tree import Node

_ID: Final = r"([\w-]{1,64})"
_PLAYERS: Final[tuple[tuple[str, str, str, str, str], ...]] = (
    ("youtube", "video", "https://www.youtube.com/watch?v={}",
     r"(?:www\.)?youtube(?:-nocookie)?\.com", rf"/embed/(?!videoseries){_ID}"),
    ("vimeo", "video", "https://vimeo.com/{}", r"player\.vimeo\.com", r"/video/(\d+)"),
    ("dailymotion", "video", "https://www.dailymotion.com/video/{}",
     r"(?:www\.|geo\.)?dailymotion\.com", rf"/embed/video/{_ID}"),
    ("spotify", "rich", "https://open.spotify.com/{}",
     r"open\.spotify\.com", r"/embed/((?:album|artist|track|playlist|show|episode)/\w+)"),
    ("ted", "video", "https://www.ted.com/talks/{}", r"embed\.ted\.com", rf"/talks/{_ID}"),
    ("videopress", "video", "https://videopress.com/v/{}",
     r"(?:videopress\.com|video\.wordpress\.com)", r"/(?:embed|v)/(\w+)"),
    ("instagram", "rich", "https://www.instagram.com/p/{}/", r"www\.instagram\.com", rf"/p/{_ID}/embed"),
    ("scribd", "rich", "https://www.scribd.com/document/{}", r"www\.scribd\.com", r"/embeds/(\d+)/content"),
    ("reverbnation", "rich", "https://www.reverbnation.com/{}",
     r"www\.reverbnation\.com", r"/widget_code/(html_widget/artist_\d+)"),
)  # fmt: skip
"""Of a player: its slug as a provider and its type, the page's address, its host, and its path with what is wanted."""
_IN_QUERY: Final[tuple[tuple[str, str, str, str, str], ...]] = (
    (r"w\.soundcloud\.com", "url", r"https?://soundcloud\.com/", "soundcloud", "rich"),
    (r"www\.mixcloud\.com", "feed", r"https?://www\.mixcloud\.com/", "mixcloud", "rich"),
    (r"www\.facebook\.com", "href", r"https?://www\.facebook\.com/", "facebook", "rich"),
)
"""Players that have the page's address in their own: the host, the parameter, and what the address begins with."""
_ADDRESS: Final = re.compile(r"https?://[^\s<>\"]+")


def page_of(player: str) -> tuple[str, str, str] | None:
    """The page that a player shows, the provider's slug and the type; None where its address does not tell."""
    if len(player) > 2000:
        return None
    try:
        address = urlsplit(f"https:{player}" if player.startswith("//") else player)
        host = address.hostname or ""
    except ValueError:
        return None
    for slug, kind, url, pattern, path in _PLAYERS:
        found = re.match(path, address.path) if re.fullmatch(pattern, host) else None
        if found:
            return url.format(found[1]) + _where(slug, address.query), slug, kind
    for pattern, key, begins, slug, kind in _IN_QUERY:
        if re.fullmatch(pattern, host):
            values = parse_qs(address.query).get(key, [])
            if values and re.match(begins, values[0]) and _ADDRESS.fullmatch(values[0]):
                return values[0], slug, kind
    return None


def _where(slug: str, query: str) -> str:
    """What the address of a page says more: the secret of an unlisted film, the second to begin at."""
    said = parse_qs(query)
    if slug == "vimeo" and re.fullmatch(r"[0-9a-f]{6,20}", secret := said.get("h", [""])[0]):
        return f"/{secret}"
    if slug == "youtube" and re.fullmatch(r"[1-9]\d{0,5}", start := said.get("start", [""])[0], re.ASCII):
        return f"&t={start}"
    return ""


def embed(node: Node, page: Page) -> Plan | None:
    """An embed block: its address is its text, or told by the player that stands for it."""
    if node.name != "figure":
        return None
    name = "core/embed"
    wrapper = node.first("div", class_name="wp-block-embed__wrapper") or node
    seen = page.look(name, node)
    said: dict[str, Any] = {}
    if kind := seen.match("is-type-(.+)"):
        said["type"] = kind[1]
    if provider := seen.match("is-provider-(.+)"):
        said["providerNameSlug"] = provider[1]
        seen.taken(f"wp-block-embed-{provider[1]}")
    if any("wp-embed-aspect-" in one for one in seen.classes) or "wp-has-aspect-ratio" in seen.classes:
        said["responsive"] = True
    address, edit = _address(wrapper, said.get("providerNameSlug", ""), page)
    if address is None:
        return None
    seen.attributes |= {"url": address, **said}
    return plan(name, node, seen.finish(), edits=[edit])


def _address(wrapper: Node, slug: str, page: Page) -> tuple[str | None, Edit | None]:
    """The address of what is embedded, and the edit that puts it in the place of a player."""
    elements = wrapper.elements
    if not [one for one in elements if one.name != "figcaption"]:
        text = "".join(one.token.value for one in wrapper.children if one.kind == "text" and one.token is not None)
        return (text.strip() if _ADDRESS.fullmatch(text.strip()) else None), None
    frames = [one for one in wrapper.walk() if one.name == "iframe"]
    known: str | None = None
    caption = next((one for one in elements if one.name == "figcaption"), None)
    end = caption.start if caption is not None else wrapper.inner_end
    if len(frames) == 1 and not page.text(wrapper.inner_start, end):
        found = page_of(frames[0].get("src") or "")
        known = found[0] if found is not None else None
    quotes = [one for one in elements if one.name == "blockquote"]
    if known is None and quotes:
        known = next((url for one in quotes if (url := _quoted(one)) is not None), None) or _linked(quotes[0], slug)
    if known is None:
        return None, None
    page.replaced(wrapper, known)
    return known, Edit(wrapper.inner_start, end, f"\n{esc_html(known)}\n")


_QUOTES: Final[dict[str, tuple[str, str, str]]] = {
    "twitter-tweet": ("twitter", "rich", r"https?://(?:www\.|mobile\.)?(?:twitter|x)\.com/\w+/status/\d+"),
    "instagram-media": ("instagram", "rich", r"https?://www\.instagram\.com/[\w./-]+"),
    "tiktok-embed": ("tiktok", "video", r"https?://www\.tiktok\.com/@[\w.-]+/video/\d+"),
    "bluesky-embed": ("bluesky", "rich", r"https?://bsky\.app/profile/[^\s/?#]+/post/\w+"),
    "reddit-embed-bq": ("reddit", "rich", r"https?://www\.reddit\.com/r/[\w./-]+"),
    "reddit-card": ("reddit", "rich", r"https?://www\.reddit\.com/r/[\w./-]+"),
    "wp-embedded-content": ("", "wp-embed", r"https?://[^\s<>\"]+"),
}
"""By the class of a quotation that a provider answers with: the provider, the type, and what its page's address is."""
QUOTES: Final = tuple(_QUOTES)


def _quoted(node: Node) -> str | None:
    """The address of the page that a provider's quotation stands for."""
    pattern = next((_QUOTES[name][2] for name in node.classes if name in _QUOTES), None)
    if pattern is None:
        return None
    links = [one.get("href") for one in node.walk() if one.name == "a"]
    said = [node.get("cite"), node.get("data-instgrm-permalink"), *reversed(links)]
    return next((found[0] for one in said if one and len(one) < 2000 and (found := re.match(pattern, one))), None)


def _linked(node: Node, slug: str) -> str | None:
    """The last link in a quotation that leads to the provider of this slug."""
    for one in reversed([one.get("href") or "" for one in node.walk() if one.name == "a"]):
        try:
            host = urlsplit(one).hostname or ""
        except ValueError:
            continue
        if slug and slug.replace("-", "") in host.split(".") and _ADDRESS.fullmatch(one):
            return one
    return None


def quoted(node: Node, page: Page) -> Plan | None:
    """A provider's quotation outside of every block, as the address that it stands for."""
    url = _quoted(node) if node.name == "blockquote" else None
    if url is None:
        return None
    slug, kind, _ = next(_QUOTES[name] for name in node.classes if name in _QUOTES)
    found = _embedded(url, slug, kind, node)
    found.follows = _goes_along
    page.replaced(node, url)
    return found


def _goes_along(node: Node) -> bool:
    """Whether an element is the script or the frame of the quotation before it, perhaps in a paragraph."""
    inner = node.elements
    if node.name == "p" and len(inner) == 1:
        node = inner[0]
    is_frame = node.name == "iframe" and "wp-embedded-content" in node.classes
    return is_frame or (node.name == "script" and bool(node.get("src")))


def frame(node: Node, page: Page) -> Plan | None:
    """A player of a known provider outside every paragraph."""
    return alone(node, node, page)


def alone(only: Node, around: Node, page: Page) -> Plan | None:
    """A player that fills a paragraph, or a figure, or stands alone; None for one that shows no page we know."""
    known = page_of(only.get("src") or "") if only.name == "iframe" else None
    if known is None or page.text(around.start, around.end):
        return None
    url, slug, kind = known
    page.replaced(around, url)
    return _embedded(url, slug, kind, around)


def _embedded(url: str, slug: str, kind: str, around: Node) -> Plan:
    names = f"wp-block-embed is-type-{kind}" + (f" is-provider-{slug} wp-block-embed-{slug}" if slug else "")
    wrapper = f'<div class="wp-block-embed__wrapper">\n{esc_html(url)}\n</div>'
    found = plan("core/embed", around, {"url": url, "type": kind, "providerNameSlug": slug or None})
    found.content = f'<figure class="{names}">{wrapper}</figure>'
    return found
