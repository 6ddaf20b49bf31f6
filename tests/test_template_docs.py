"""docs/templates.md lists the variables of every template of a server-drawn block, as the templates themselves say.

`python -m tests.test_template_docs --accept` writes the table anew.
"""

from __future__ import annotations

import re
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
PAGE = ROOT / "docs" / "templates.md"
TEMPLATES = ROOT / "blocks" / "render" / "html" / "templates" / "core"

_COMMENT = re.compile(r"\{#-? ?(.*?) ?-?#\}", re.DOTALL)
_TABLE = re.compile(r"^\| template \|.*?(?=\n\n|\Z)", re.MULTILINE | re.DOTALL)


def said(template: Path) -> str:
    """The comment at the top of a template, on one line."""
    comment = _COMMENT.match(template.read_text(encoding="utf-8"))
    assert comment is not None, f"{template.name} does not begin with a comment that names its variables"
    return " ".join(comment[1].split())


def table() -> str:
    """The table that the page has to hold."""
    rows = [f"| `{template.stem}` | {said(template)} |" for template in sorted(TEMPLATES.glob("*.html"))]
    return "\n".join(["| template | variables |", "|---|---|", *rows])


def test_the_page_lists_every_template_and_what_it_is_given() -> None:
    found = _TABLE.search(PAGE.read_text(encoding="utf-8"))
    assert found is not None
    assert found[0].rstrip() == table()


def test_a_template_names_the_variables_that_it_uses() -> None:
    from jinja2 import Environment, meta

    environment = Environment(autoescape=True)
    for template in sorted(TEMPLATES.glob("*.html")):
        used = meta.find_undeclared_variables(environment.parse(template.read_text(encoding="utf-8")))
        told = said(template)
        told += "".join(said(TEMPLATES / other) for other in re.findall(r"see ([\w-]+\.html)", told))
        unnamed = [name for name in used if not re.search(rf"\b{name}\b", told)]
        assert not unnamed, (template.name, unnamed)


if __name__ == "__main__":
    if sys.argv[1:] == ["--accept"]:
        PAGE.write_text(_TABLE.sub(lambda _: table(), PAGE.read_text(encoding="utf-8")), encoding="utf-8")
