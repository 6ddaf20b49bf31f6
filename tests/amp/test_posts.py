"""Forms by POST in AMP, but those of WordPress's own blocks: what they would send goes, what they say stays."""

from __future__ import annotations

import pytest

import blocks
from tests import amp_validator

CASES = [
    (
        '<form method="post" action="/x"><p>Write <b>us</b></p><label>Name <input name="a"></label>'
        '<input type="hidden" name="b" value="c"><select name="d"><option>One</select><textarea name="e">Two</textarea>'
        '<button>Send</button><input type="submit" value="Go"></form><p>x</p>',
        "<p>Write <b>us</b></p><label>Name </label><p>x</p>",
    ),
    ('<form method="POST"><button type="button">More</button></form>', '<button type="button">More</button>'),
    ('<form method="post"><p>a</form><input name="b"><button>c</button>', '<p>a<input name="b"><button>c</button></p>'),
    ('<div><form method="post"></div><input name="b">', '<div></div><input name="b">'),
    (
        '<form action="/s"><input name="s"><select name="d"></select><button>Go</button></form>',
        '<form action="/s" target="_top"><input name="s"><select name="d"></select><button>Go</button></form>',
    ),
]


@pytest.mark.parametrize(("html", "want"), CASES)
def test_what_stays_of_a_form(html: str, want: str) -> None:
    made = blocks.convert(html, "amp", fragment=True)
    assert made.output == want
    codes = [problem.code for problem in made.rendering_problems]
    assert codes == (["unsupported-content"] if "method" in html else [])


def test_the_validator_passes_what_stays_of_forms() -> None:
    lacking = amp_validator.missing()
    if lacking is not None:
        pytest.skip(f"the official AMP validator was not asked: {lacking}")
    cases = [html for html, _ in CASES]
    cases += [f"<{around}>{html}" for html in cases for around in ("p", "table", "button", "a", "ul", "select", "form")]
    verdicts = amp_validator.validated([amp_validator.Page(html, blocks.render(html, "amp")) for html in cases])
    assert [(verdict.page.name, verdict.errors) for verdict in verdicts if not verdict.passed] == []
