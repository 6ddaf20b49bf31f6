"""The terms of a taxonomy as a cloud, in which the size of the text tells how many posts there are."""

from __future__ import annotations

import math
import re
from typing import Any, Final

from blocks.formatting import php
from blocks.formatting.escaping import Html, esc_attr, esc_html
from blocks.formatting.php.natural import natural_key
from blocks.formatting.urls import esc_url
from blocks.render.html.block import ServerBlock
from blocks.render.html.server import Server
from blocks.render.html.wrapper import wrapper_attributes
from blocks.site.links import term_link
from blocks.site.records import Term
from blocks.site.terms import get_terms

_UNIT: Final = re.compile(r"[0-9.]+([a-z%]+)\n?\Z", re.IGNORECASE | re.ASCII)


def tag_cloud(block: ServerBlock, content: str, server: Server) -> str:
    """The terms that most posts have, by name (`render_block_core_tag_cloud()`)."""
    del content
    attributes = block.attributes
    taxonomy, most = php.text(attributes.get("taxonomy")), attributes.get("numberOfTags")
    found = get_terms(server.site, {"taxonomy": taxonomy, "orderby": "count", "order": "DESC", "number": most})
    if not found:
        return ""
    tags = sorted(found, key=lambda term: natural_key(term.name))
    number = php.integer(most)
    if number > 0:
        tags = tags[:number]
    sizes = _sizes(tags, attributes)
    counts = php.is_true(attributes.get("showTagCounts"))
    return server.draw(
        "core/tag-cloud",
        wrapper=wrapper_attributes(block, server),
        tags=[
            {
                "id": term.id,
                "link": Html(esc_url(term_link(server.site, term))),
                "size": Html(esc_attr(size)),
                "label": Html(f"{esc_attr(term.name)} ({_items(term.count)})"),
                "name": Html(esc_html(term.name)),
                "count": term.count if counts else None,
            }
            for term, size in zip(tags, sizes, strict=True)
        ],
    )


def _items(count: int) -> str:
    return f"{php.number_format(count)} {'item' if count == 1 else 'items'}"


def _sizes(tags: list[Term], attributes: dict[str, Any]) -> list[str]:
    """The size of each term's text, between the smallest and the largest one (`wp_generate_tag_cloud()`)."""
    said = php.text(attributes.get("smallestFontSize"))
    smallest, largest = php.floating(said), php.floating(attributes.get("largestFontSize"))
    unit = _UNIT.match(said)
    scale = [php.php_round(math.log10(max(term.count, 0) + 1) * 100) for term in tags]
    low = min(scale)
    spread = max(max(scale) - low, 0) or 1
    step = (1 if largest < smallest else largest - smallest) / spread
    return [php.text(smallest + (one - low) * step) + (unit[1] if unit is not None else "pt") for one in scale]
