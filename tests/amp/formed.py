"""What the form of a block makes of any HTML, as a fragment and as a page for the validator."""

from __future__ import annotations

import re
from collections.abc import Mapping
from importlib import import_module
from typing import Any, Final
from unittest.mock import patch

import blocks
from blocks.render.amp.forms import form_of
from blocks.render.amp.server import AmpServer

AROUND: Final = (
    *(
        f"<{tag}>{{}}</{tag}>"
        for tag in ("p", "a", "li", "button", "figure", "form", "select", "h2", "details", "svg", "pre")
    ),
    *("<table><tr><td>{}</table>", "<table>{}</table>", "<b><i>{}", "<ul><li>{}", "<div>" * 88 + "{}", "{}"),
)
"""Where a block may stand in raw HTML."""

_AMP: Final = import_module("blocks.render.amp")


def formed(markup: str, html: str, within: str = "{}", **options: Any) -> str:
    """What the form of a block makes of `html`, cleaned, where it stands in the HTML `within`."""
    return _rendered(markup, html, within, {"fragment": True, **options})


def formed_page(markup: str, html: str, within: str = "{}", **options: Any) -> str:
    """The page of that."""
    return _rendered(markup, html, within, options)


def components(page: str) -> set[str]:
    """The components whose scripts a page has."""
    return set(re.findall(r'custom-element="([^"]+)"', page))


def _rendered(markup: str, html: str, within: str, options: Mapping[str, Any]) -> str:
    class Given(AmpServer):
        """A server that draws its first block as some HTML says, in its form, where it stands in other HTML."""

        def render(self, document: blocks.Document) -> str:
            node = document.children[0]
            form = form_of(node.block_name)
            assert form is not None
            return within.replace("{}", self.marks.block(form(self.block(node, {}), html, self), node))

    with patch.object(_AMP, "AmpServer", Given):
        return blocks.render(markup, "amp", **options)
