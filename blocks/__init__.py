"""WordPress block markup, outside WordPress: parse it, read it, change it, render it.

    import blocks

    document = blocks.parse(markup)              a tree that loses nothing
    document.find(blocks.Image)                  typed: image.url, image.alt, image.caption.text
    document.transform(change)                   a new document; untouched bytes stay as they are
    blocks.render(markup, to="text")             html, text, amp, or what a plugin adds

Content never raises: what is odd about a text is in `document.problems`. Misuse always does, with a message that says
what, where, and what to do; `blocks.errors` draws the family.
"""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from blocks.public import *  # noqa: F403
    from blocks.public import __all__ as __all__

__version__ = "0.1.0"

import_module("blocks.render")
globals().pop("render")  # a folder's first import takes its name in the package; from here on `render` is the function


def __getattr__(name: str) -> object:
    """Load the public names when the first of them is asked for (PEP 562).

    pytest imports `blocks.testing`, and with it this file, in every project of an environment that has this package.
    """
    if name == "__all__" or not name.startswith("_"):
        public = import_module("blocks.public")
        globals().update({public_name: getattr(public, public_name) for public_name in ("__all__", *public.__all__)})
    if name in globals():  # a public name, or a module of this package that came with them
        return globals()[name]
    raise AttributeError(f"module 'blocks' has no attribute {name!r}")


def __dir__() -> list[str]:
    return sorted({*globals(), *import_module("blocks.public").__all__})
