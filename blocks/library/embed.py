"""WordPress's category `embed`: what other sites provide."""

from __future__ import annotations

from blocks.library.figure import Figure
from blocks.model.fields import comment
from blocks.model.registry import block

__all__ = ["Embed"]


@block("core/embed")
class Embed(Figure):
    """A video, a post or a track of another site, by its address alone.

    <figure class="wp-block-embed"><div class="wp-block-embed__wrapper">https://…</div><figcaption>…</figcaption></figure>
    """

    url: str | None = comment("url", "string")
    type: str | None = comment("type", "string")
    provider_name_slug: str | None = comment("providerNameSlug", "string")
    allow_responsive: bool = comment("allowResponsive", "boolean", default=True)
    responsive: bool = comment("responsive", "boolean", default=False)
    previewable: bool = comment("previewable", "boolean", default=True)
