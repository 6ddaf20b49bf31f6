"""WordPress's category `design`: what arranges other blocks."""

from blocks.library.design.accordion import Accordion, AccordionHeading, AccordionItem, AccordionPanel
from blocks.library.design.boxes import CommentTemplate, Group
from blocks.library.design.buttons import Button, Buttons
from blocks.library.design.columns import Column, Columns, TextColumn, TextColumns
from blocks.library.design.navigation import HomeLink, NavigationLink, NavigationSubmenu
from blocks.library.design.rules import More, NextPage, Separator, Spacer

__all__ = [
    "Accordion",
    "AccordionHeading",
    "AccordionItem",
    "AccordionPanel",
    "Button",
    "Buttons",
    "Column",
    "Columns",
    "CommentTemplate",
    "Group",
    "HomeLink",
    "More",
    "NavigationLink",
    "NavigationSubmenu",
    "NextPage",
    "Separator",
    "Spacer",
    "TextColumn",
    "TextColumns",
]
