"""WordPress's category `text`: what people write."""

from blocks.library.text.lists import List, ListItem
from blocks.library.text.prose import Details, Footnotes, Heading, Math, Missing, Paragraph
from blocks.library.text.quoted import Code, Preformatted, Pullquote, Quote, Verse
from blocks.library.text.table import Cell, Row, Table
from blocks.model.block import Freeform

__all__ = [
    "Cell",
    "Code",
    "Details",
    "Footnotes",
    "Freeform",
    "Heading",
    "List",
    "ListItem",
    "Math",
    "Missing",
    "Paragraph",
    "Preformatted",
    "Pullquote",
    "Quote",
    "Row",
    "Table",
    "Verse",
]
