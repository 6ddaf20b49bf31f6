"""Semantic HTML: what a document says, without WordPress's classes, inline styles and scripts.

server.py      the loop: a block that has a template is drawn from its typed fields, any other as WordPress draws it
templates/     the templates `core/NAME.html`; a theme's `templates/clean/core/NAME.html` takes their place
parts.py       the functions that templates are given
markup.py      HTML made semantic, for what the server draws and for what stands in the markup
attributes.py  which attributes stay
"""

from __future__ import annotations

from blocks.render.clean.server import CleanServer

__all__ = ["CleanServer"]
