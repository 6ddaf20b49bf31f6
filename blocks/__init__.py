"""WordPress block markup, outside WordPress: parse it, read it, change it, render it.

    import blocks

    document = blocks.parse(markup)              a tree that loses nothing
    document.find(blocks.Image)                  typed: image.url, image.alt, image.caption.text
    document.transform(change)                   a new document; untouched bytes stay as they are
    blocks.render(markup, to="text")             html, text, amp, or what a plugin adds

Content never raises: what is odd about a text is in `document.problems`. Misuse always does, with a message that says
what, where, and what to do; `blocks.errors` draws the family.
"""

from blocks.api import convert, json_schema, render, typescript
from blocks.errors import (
    BlocksError,
    DeclarationError,
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
from blocks.fragment import Inline, LinkedText, RichText, Run, marks
from blocks.library import core_registry
from blocks.library.design import Button, Buttons, Column, Columns, Group, Separator, Spacer
from blocks.library.embed import Embed
from blocks.library.figure import Figure
from blocks.library.media import Audio, Gallery, Image, Video
from blocks.library.text import Code, Heading, List, ListItem, Paragraph, Preformatted, Quote, Table
from blocks.library.widgets import Html
from blocks.model.block import Block, Freeform, Unknown
from blocks.model.document import Document
from blocks.model.registry import Registry, block
from blocks.problems import Problem, Span
from blocks.render.base import Context, Renderer, Result
from blocks.render.formats import formats
from blocks.sources import Post, from_wordpress
from blocks.syntax import Grammar, parse

__version__ = "0.1.0"

__all__ = [
    "Audio",
    "Block",
    "BlocksError",
    "Button",
    "Buttons",
    "Code",
    "Column",
    "Columns",
    "Context",
    "DeclarationError",
    "Document",
    "Embed",
    "Figure",
    "Freeform",
    "Gallery",
    "Grammar",
    "GrammarError",
    "Group",
    "Heading",
    "Html",
    "Image",
    "Inline",
    "LimitError",
    "LinkedText",
    "List",
    "ListItem",
    "OptionError",
    "Paragraph",
    "ParseError",
    "PluginError",
    "Post",
    "Preformatted",
    "Problem",
    "Quote",
    "Registry",
    "RenderError",
    "Renderer",
    "Result",
    "RichText",
    "Run",
    "Separator",
    "SourceError",
    "Spacer",
    "Span",
    "Table",
    "TemplateError",
    "Unknown",
    "UnknownFormatError",
    "Video",
    "__version__",
    "block",
    "convert",
    "core_registry",
    "formats",
    "from_wordpress",
    "json_schema",
    "marks",
    "parse",
    "render",
    "typescript",
]
