"""The Interactivity API on the server.

store.py        state by namespace, and what is made of HTML with it
directives.py   directives as they are written in attributes
processor.py    tags, and which end tag closes which element
"""

from __future__ import annotations

from blocks.render.html.interactivity.store import DEEPEST, LONGEST, Interactivity

__all__ = ["DEEPEST", "LONGEST", "Interactivity"]
