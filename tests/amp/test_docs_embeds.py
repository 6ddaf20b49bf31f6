"""The table of embeds in docs/amp.md names every site that is recognised, and no component that there is not."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Final

from blocks.render.amp.players import providers

PAGE: Final = Path(__file__).resolve().parents[2] / "docs" / "amp.md"


def rows() -> dict[str, str]:
    """What the table says, by component."""
    section = PAGE.read_text(encoding="utf-8").partition("\n## Embeds\n")[2].partition("\n## ")[0]
    found: dict[str, str] = {}
    for line in section.splitlines():
        if line.startswith("| `"):
            components, sites = line.strip("| ").split(" | ")
            found |= dict.fromkeys(re.findall("`([^`]+)`", components), sites)
    return found


def test_every_site_stands_beside_its_component() -> None:
    told = rows()
    for one in providers():
        assert re.search(rf"(?<!\w){re.escape(one.name)}(?!\w)", told[one.component]), (one.name, one.component)


def test_no_other_site_and_component_is_named() -> None:
    known: dict[str, set[str]] = {}
    for one in providers():
        known.setdefault(one.component, set()).add(one.name)
    by_what_is_printed = {"amp-facebook-comments", "amp-facebook-like", "amp-wordpress-embed"}
    assert rows().keys() == known.keys() | by_what_is_printed
    frames = rows()["amp-iframe"].partition(";")[0].split(", ")
    assert set(frames) <= known["amp-iframe"]
