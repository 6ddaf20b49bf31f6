"""Formulas in AMP: which TeX is whose."""

from __future__ import annotations

import re

import pytest

import blocks

MATH = "<math><mi>{}</mi></math>"
TEX = '<math><semantics><mi>x</mi><annotation encoding="application/x-tex">{}</annotation></semantics></math>'

CASES = [
    ('<!-- wp:math {"latex":"a"} --><div>' + MATH.format("a") + MATH.format("b") + "</div><!-- /wp:math -->", ["a"]),
    ('<!-- wp:math {"latex":"a"} --><div>' + TEX.format("n") + MATH.format("b") + "</div><!-- /wp:math -->", ["n"]),
    ('<!-- wp:math {"latex":"a"} --><div>' + MATH.format("a") + TEX.format("n") + "</div><!-- /wp:math -->", ["a", "n"]),
    ('<!-- wp:math {"latex":"a"} --><div>' + MATH.format("a") + "</div><!-- /wp:math -->"
     + '<!-- wp:math {"latex":"b"} --><div>' + MATH.format("b") + "</div><!-- /wp:math -->", ["a", "b"]),
    ('<!-- wp:x/y {"latex":"a"} --><div>' + MATH.format("a") + "</div><!-- /wp:x/y -->", []),
    ('<!-- wp:math {"latex":7} --><div>' + MATH.format("a") + "</div><!-- /wp:math -->", []),
]  # fmt: skip


@pytest.mark.parametrize(("markup", "formulas"), CASES)
def test_each_formula_has_its_own_tex(markup: str, formulas: list[str]) -> None:
    html = blocks.render(markup, "amp", fragment=True)
    assert re.findall(r'data-formula="\\\((.*?)\\\)"', html) == formulas
