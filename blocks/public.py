"""The public names: what `from blocks import …` finds. `blocks/__init__.py` loads them when the first is asked for."""

from blocks.api import convert, render
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
from blocks.fragment import RichText
from blocks.library import core_registry
from blocks.library.design import Button, Buttons, Column, Columns, Group, Separator, Spacer
from blocks.library.embed import Embed
from blocks.library.figure import Figure
from blocks.library.media import Audio, Gallery, Image, Video
from blocks.library.text import Code, Heading, List, ListItem, Paragraph, Preformatted, Quote, Table
from blocks.library.widgets import Html
from blocks.model.document import Document
from blocks.model.node import Block, Freeform, Unknown
from blocks.model.registry import Registry, block
from blocks.problems import Problem, Span
from blocks.render.base import Context, Renderer, Result
from blocks.render.formats import formats
from blocks.sources import Post, from_wordpress
from blocks.syntax import Grammar, parse

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
    "LimitError",
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
    "Separator",
    "SourceError",
    "Spacer",
    "Span",
    "Table",
    "TemplateError",
    "Unknown",
    "UnknownFormatError",
    "Video",
    "block",
    "convert",
    "core_registry",
    "formats",
    "from_wordpress",
    "parse",
    "render",
]
