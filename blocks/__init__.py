"""WordPress block markup, outside WordPress: parse it, read it, change it, render it.

    import blocks

    document = blocks.parse(markup)              a tree that loses nothing
    document.find(blocks.Image)                  typed: image.url, image.alt, image.caption.text
    document.transform(change)                   a new document; untouched bytes stay as they are
    document.edit(blocks.Heading, level=3)       the same, by field; image.replace(alt="A cat") for one block
    blocks.Paragraph(content="Hi").markup        a block made of its fields, saved as the editor saves it
    document.to_json()                           the editor's typed tree; Document.from_json(tree) is the way back
    document.check()                             what is odd, wrong attributes and unrecognised markup included
    blocks.render(markup, to="text")             html as WordPress prints it, text, amp, or what a plugin adds
    blocks.convert(markup, site="site.json")     with what a site knows; the HTML's stylesheet beside it, in `.css`
    blocks.posts("export.xml")                   posts of the REST API, of an export, of wp-cli …
    blocks.convert(markup, "amp")                valid AMP; `.images`: who knew the size of its pictures, `.components`
    blocks.MemorySite(posts=[…])                 a site of values; RenderContext(…) says which page is drawn

Content never raises: what is odd about a text is in `document.problems`. Misuse always does, with a message that says
what, where, and what to do; `blocks.errors` draws the family.
"""

from typing import TYPE_CHECKING

from blocks.api import convert, excerpt, json_schema, posts, render, typescript
from blocks.errors import (
    BlocksError,
    DeclarationError,
    EditError,
    GrammarError,
    LimitError,
    OptionError,
    ParseError,
    PluginError,
    RenderError,
    SourceError,
    TemplateError,
    UnknownFormatError,
)
from blocks.fragment import LinkedText, RichText
from blocks.library import core_registry
from blocks.library import design as _design
from blocks.library import embed as _embed
from blocks.library import media as _media
from blocks.library import reusable as _reusable
from blocks.library import text as _text
from blocks.library import theme as _theme
from blocks.library import widgets as _widgets
from blocks.library.design import *  # noqa: F403
from blocks.library.embed import *  # noqa: F403
from blocks.library.figure import Figure
from blocks.library.media import *  # noqa: F403
from blocks.library.reusable import *  # noqa: F403
from blocks.library.text import *  # noqa: F403
from blocks.library.theme import *  # noqa: F403
from blocks.library.widgets import *  # noqa: F403
from blocks.model.block import Block, Unknown
from blocks.model.digest import Chunk, Stats
from blocks.model.document import Document
from blocks.model.registry import Registry, block
from blocks.problems import Problem, Span
from blocks.render.base import Context, Renderer, Result
from blocks.render.formats import formats
from blocks.sources import Post, from_wordpress
from blocks.syntax import Grammar, parse

if TYPE_CHECKING:
    from blocks.fragment import Inline, Run, marks
    from blocks.site import MemorySite, RenderContext, Site, SitePost
    from blocks.theme import Theme

__version__ = "0.1.0"

__all__ = [
    "Block",
    "BlocksError",
    "Chunk",
    "Context",
    "DeclarationError",
    "Document",
    "EditError",
    "Figure",
    "Grammar",
    "GrammarError",
    "Inline",
    "LimitError",
    "LinkedText",
    "MemorySite",
    "OptionError",
    "ParseError",
    "PluginError",
    "Post",
    "Problem",
    "Registry",
    "RenderContext",
    "RenderError",
    "Renderer",
    "Result",
    "RichText",
    "Run",
    "Site",
    "SitePost",
    "SourceError",
    "Span",
    "Stats",
    "TemplateError",
    "Theme",
    "Unknown",
    "UnknownFormatError",
    "__version__",
    "block",
    "convert",
    "core_registry",
    "excerpt",
    "formats",
    "from_wordpress",
    "json_schema",
    "marks",
    "parse",
    "posts",
    "render",
    "typescript",
]
__all__ += _design.__all__
__all__ += _embed.__all__
__all__ += _media.__all__
__all__ += _reusable.__all__
__all__ += _text.__all__
__all__ += _theme.__all__
__all__ += _widgets.__all__
__all__.sort()


_LAZY = {
    **dict.fromkeys(("Inline", "Run", "marks"), "blocks.fragment"),
    **dict.fromkeys(("MemorySite", "RenderContext", "Site", "SitePost"), "blocks.site"),
    "Theme": "blocks.theme",
}
"""Public names that are loaded when they are asked for, and where they are."""


def __getattr__(name: str) -> object:
    if name in _LAZY:
        from importlib import import_module

        return getattr(import_module(_LAZY[name]), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
