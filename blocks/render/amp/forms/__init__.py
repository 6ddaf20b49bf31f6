"""Forms: what single block types become in AMP, where cleaning their HTML is not enough.

A form is a function of a block, the HTML that WordPress draws of it, and the server; it answers HTML in which marks
stand for elements that AMP wants so and not otherwise. It runs when the blocks inside are done. It never trusts the
HTML: a post's saved markup may be anything, and what does not look as the block should is answered as it came.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cache
from importlib import import_module
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from blocks.render.amp.server import AmpServer
    from blocks.render.html.block import ServerBlock

Form = Callable[["ServerBlock", str, "AmpServer"], str]

FORMS: Final[Mapping[str, str]] = {
    "core/accordion": "accordion:accordion",
    "core/accordion-heading": "accordion:accordion_heading",
    "core/accordion-item": "accordion:accordion_item",
    "core/accordion-panel": "accordion:accordion_panel",
    "core/archives": "dropdowns:archives",
    "core/categories": "dropdowns:categories",
    "core/comments": "posting:posting",
    "core/gallery": "gallery:gallery",
    "core/image": "image:image",
    "core/loginout": "posting:posting",
    "core/navigation": "navigation:navigation",
    "core/post-comments-form": "posting:posting",
    "core/post-content": "posting:posting",
    "core/search": "search:search",
}
"""The module and function of each form, by block type."""


def form_of(name: str | None) -> Form | None:
    """The form of a block type, None where cleaning is enough."""
    return _function(FORMS[name]) if name is not None and name in FORMS else None


@cache
def _function(place: str) -> Form:
    module, _, function = place.partition(":")
    return getattr(import_module(f"{__name__}.{module}"), function)  # type: ignore[no-any-return]
