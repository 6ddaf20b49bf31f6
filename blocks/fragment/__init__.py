"""Inner HTML: the markup inside blocks, as tokens with places, as an lxml tree to ask, and as rich text.

    tokens(html)         tags, texts and comments with their places, for whoever copies or edits markup
    edited(html, edits)  the markup with some places replaced and every other byte as it was
    Fragment(html)       the tree, for whoever asks by selector
    equivalent(a, b)     whether two pieces mean the same to the editor, for whoever validates
    RichText(html)       text with marks, printed as HTML
    autop(text)          the paragraphs the editor makes of classic text

lxml reads and never writes: what leaves this room is the saved markup, or made of its texts. This room knows no blocks.
"""

from importlib import import_module
from typing import TYPE_CHECKING

from blocks.fragment.children import html_of_children
from blocks.fragment.rich_text import LinkedText, RichText
from blocks.fragment.tokens import Attribute, Edit, Token, TokenKind, edited, tokens
from blocks.fragment.tree import Fragment

if TYPE_CHECKING:
    from blocks.fragment import marks
    from blocks.fragment.classic import autop
    from blocks.fragment.equivalence import equivalent
    from blocks.fragment.inlines import Inline, Run

__all__ = [
    "Attribute",
    "Edit",
    "Fragment",
    "Inline",
    "LinkedText",
    "RichText",
    "Run",
    "Token",
    "TokenKind",
    "autop",
    "edited",
    "equivalent",
    "html_of_children",
    "marks",
    "tokens",
]

# What not every program asks for is loaded when it is: patterns and classes take their time to make.
_ELSEWHERE = {"Inline": "inlines", "Run": "inlines", "autop": "classic", "equivalent": "equivalence"}


def __getattr__(name: str) -> object:
    if name == "marks":
        return import_module("blocks.fragment.marks")
    if name in _ELSEWHERE:
        return getattr(import_module(f"blocks.fragment.{_ELSEWHERE[name]}"), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
