"""WordPress's category `embed`: what other sites provide."""

from __future__ import annotations

from blocks.fragment import RichText
from blocks.library.figure import CAPTION_CLASS, Figure, figcaption
from blocks.model.fields import comment, rich_text
from blocks.model.registry import block
from blocks.model.saved import Attributes, Element, Root, classes, element

__all__ = ["Embed"]


@block("core/embed", category="embed")
class Embed(Figure):
    """A video, a post or a track of another site, by its address alone.

    <figure class="wp-block-embed"><div class="wp-block-embed__wrapper">https://…</div>
    <figcaption class="wp-element-caption">…</figcaption></figure>
    """

    supports = {"align": True, "spacing": {"margin": True}}

    url: str | None = comment("url", "string", role="content")
    caption: RichText = rich_text("figcaption", role="content")
    type: str | None = comment("type", "string", role="content")
    provider_name_slug: str | None = comment("providerNameSlug", "string", role="content")
    allow_responsive: bool = comment("allowResponsive", "boolean", default=True)
    responsive: bool = comment("responsive", "boolean", default=False, role="content")
    previewable: bool = comment("previewable", "boolean", default=True, role="content")

    @staticmethod
    def save(a: Attributes, root: Root) -> Element | None:
        if not a["url"]:
            return None
        names = classes(provided(a), a["providerNameSlug"] and f"wp-block-embed-{a['providerNameSlug']}")
        return element("figure", root({"class": names}), wrapped(a), figcaption(a["caption"], CAPTION_CLASS))


def provided(a: Attributes) -> str:
    """The classes of an embed that say what it is, and whose."""
    return classes(
        "wp-block-embed",
        a["type"] and f"is-type-{a['type']}",
        a["providerNameSlug"] and f"is-provider-{a['providerNameSlug']}",
    )


def wrapped(a: Attributes) -> Element:
    """The address, on a line of its own, in its box."""
    return element("div", {"class": "wp-block-embed__wrapper"}, f"\n{a['url']}\n")
