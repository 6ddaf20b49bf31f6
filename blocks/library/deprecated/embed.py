"""How embeds were saved."""

from __future__ import annotations

from blocks.library.embed import Embed, provided, wrapped
from blocks.library.figure import figcaption
from blocks.model.fields import comment, rich_text
from blocks.model.saved import Attributes, Element, Root, classes, element
from blocks.model.shape import Shape, deprecates


class WithoutCaptionClass(Shape):
    """Before WordPress 6.1, with a caption without a class.

    <figure class="wp-block-embed"><div class="wp-block-embed__wrapper">https://…</div><figcaption>…</figcaption></figure>
    """

    url = comment("url", "string")
    caption = rich_text("figcaption")
    type = comment("type", "string")
    provider_name_slug = comment("providerNameSlug", "string")
    allow_responsive = comment("allowResponsive", "boolean", default=True)
    responsive = comment("responsive", "boolean", default=False)
    previewable = comment("previewable", "boolean", default=True)

    @staticmethod
    def save(a: Attributes, root: Root) -> Element | None:
        if not a["url"]:
            return None
        names = classes(provided(a), a["providerNameSlug"] and f"wp-block-embed-{a['providerNameSlug']}")
        return element("figure", root({"class": names}), wrapped(a), figcaption(a["caption"]))


class WithoutWrapper(WithoutCaptionClass):
    """The first ones, with the address in the figure itself.

    <figure class="wp-block-embed-youtube wp-block-embed is-type-video">https://…<figcaption>…</figcaption></figure>
    """

    @staticmethod
    def save(a: Attributes, root: Root) -> Element | None:
        del root
        if not a["url"]:
            return None
        return element("figure", {"class": provided(a)}, f"\n{a['url']}\n", figcaption(a["caption"]))


deprecates(Embed, WithoutCaptionClass, WithoutWrapper)
