"""The blocks of WordPress's category `text`: how they are read, in the shape of today and in older ones."""

from __future__ import annotations

from typing import Any

import pytest

import blocks
from blocks.model.node import Block


def block(markup: str) -> Block:
    """The one block of `markup`."""
    (node,) = blocks.parse(markup).children
    return node


def typed(markup: str) -> dict[str, Any]:
    """The one block of `markup` as the editor has it."""
    (one,) = blocks.parse(markup).to_json()
    return one


def shape(markup: str) -> str | None:
    """The name of the older shape that the one block of `markup` is in; None for that of today."""
    older = block(markup).deprecation
    return older.__name__ if older else None


def attributes(markup: str) -> dict[str, Any]:
    return typed(markup)["attributes"]


PARAGRAPHS = [
    ("{}", '<p>x <em>y</em></p>', None, {"content": "x <em>y</em>"}),
    ('{"align":"right","dropCap":true}', '<p class="has-text-align-right">x</p>', None,
     {"align": "right", "content": "x", "dropCap": True}),
    ('{"textColor":"base"}', "<p>x</p>", "OnlySaid", {"content": "x", "textColor": "base"}),
    ('{"customTextColor":"#123456","customFontSize":20}',
     '<p style="color:#123456;font-size:20px" class="has-text-color has-text-align-left">x</p>', "Colored",
     {"content": "x", "className": "has-text-align-left",
      "style": {"color": {"text": "#123456"}, "typography": {"fontSize": 20}}}),
    ('{"align":"left","customTextColor":"#123456","customBackgroundColor":"#eee","customFontSize":20}',
     '<p style="background-color:#eee;color:#123456;font-size:20px" '
     'class="has-text-color has-background has-text-align-left">x</p>', "Colored",
     {"align": "left", "content": "x",
      "style": {"color": {"text": "#123456", "background": "#eee"}, "typography": {"fontSize": 20}}}),
    ('{"align":"center","dropCap":true,"customFontSize":20}',
     '<p style="font-size:20px" class="has-drop-cap has-text-align-center">x</p>', "Colored",
     {"align": "center", "content": "x", "dropCap": True, "style": {"typography": {"fontSize": 20}}}),
    ('{"align":"center","fontSize":"large","textColor":"base"}',
     '<p style="text-align:center" class="has-text-color has-base-color has-large-font-size">x</p>', "AlignedByStyle",
     {"align": "center", "content": "x", "fontSize": "large", "textColor": "base"}),
    ('{"width":"wide","fontSize":"large","customTextColor":"#123456"}',
     '<p style="color:#123456" class="alignwide is-large-text">x</p>', "Wide",
     {"content": "x", "fontSize": "large", "width": "wide", "style": {"color": {"text": "#123456"}}}),
    ('{"textColor":"#123456","backgroundColor":"red","fontSize":20,"align":"left"}',
     '<p style="background-color:red;color:#123456;font-size:20px;text-align:left" class="has-background">x</p>',
     "ByStyleAlone",
     {"align": "left", "backgroundColor": "red", "content": "x", "fontSize": 20, "textColor": "#123456",
      "style": {"color": {"text": "#123456"}, "typography": {"fontSize": 20}}}),
    ("{}", "x <em>y</em>", "Bare", {"content": "x <em>y</em>"}),
    ('{"className":"old"}', '<div class="old">x</div>', "Bare",
     {"content": '<div class="old">x</div>'}),
]  # fmt: skip


@pytest.mark.parametrize(("said", "html", "older", "expected"), PARAGRAPHS)
def test_paragraphs_are_read_in_every_shape(said: str, html: str, older: str | None, expected: dict[str, Any]) -> None:
    markup = f"<!-- wp:paragraph {said} -->\n{html}\n<!-- /wp:paragraph -->"
    assert shape(markup) == older
    assert attributes(markup) == {"dropCap": False, **expected}
