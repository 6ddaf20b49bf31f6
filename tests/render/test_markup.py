"""The format `markup`: posts of every source as block markup."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

import blocks
from tests.test_transcripts import run_in_process

OLD = (
    '<!-- wp:core/quote {"b":1,"a":"<"} --><blockquote class="wp-block-quote"><p>Tea</p></blockquote><!-- /wp:quote -->'
)


@pytest.mark.parametrize("text", ["", "<p>x</p>", OLD, "<!-- wp:group --><div>\n", "\ufeff<!--more-->"])
def test_markup_is_written_as_it_was_read(text: str) -> None:
    assert blocks.render(text, "markup") == text


def test_bytes_that_are_not_utf8_come_out_as_they_were(tmp_path: Path) -> None:
    (tmp_path / "a.html").write_bytes(b"<!-- wp:x /-->\xff\r\n")
    run_in_process(["render", f"{tmp_path}/a.html", "--to", "markup", "-q", "-o", f"{tmp_path}/out/"])
    assert (tmp_path / "out/a.markup.html").read_bytes() == b"<!-- wp:x /-->\xff\r\n"


def test_canonical_and_migrated_markup() -> None:
    document = blocks.parse(OLD)
    assert blocks.render(document, "markup", canonical=True) == document.serialize(canonical=True) != OLD
    assert blocks.render(OLD.encode(), "markup", canonical=True) == document.serialize(canonical=True)
    assert blocks.render(document, "markup", migrate=True) == document.migrate().markup != OLD


def test_canonical_markup_repeats_no_more_than_renderers_do() -> None:
    text = "<!-- wp:a -->x" * 3000
    result = blocks.convert(text, "markup", canonical=True)
    assert result.output == text
    assert [problem.code for problem in result.rendering_problems] == ["overlap-limit"]
    few = blocks.convert("<!-- wp:a -->x" * 3, "markup", canonical=True)
    assert few.output != few.document.markup
    assert not few.rendering_problems


def test_a_list_of_posts_becomes_a_file_of_markup_each(tmp_path: Path) -> None:
    posts = [
        {"id": 1, "slug": "a", "content": {"raw": "<!-- wp:separator /-->"}},
        {
            "id": 2,
            "slug": "b",
            "content": {"rendered": '\n<p class="has-text-align-center wp-block-paragraph">B</p>\n'},
        },
        {"id": 3, "slug": "c", "content": {"raw": "One\n\nTwo"}},
    ]
    (tmp_path / "posts.json").write_text(json.dumps(posts))
    command = ["render", f"{tmp_path}/posts.json", "--to", "markup", "--in-blocks", "-q", "-o", f"{tmp_path}/out/"]
    assert run_in_process(command)[0] == 0
    files = {path.name: path.read_text() for path in (tmp_path / "out").iterdir()}
    assert sorted(files) == ["a.markup.html", "b.markup.html", "c.markup.html"]
    assert files["a.markup.html"] == "<!-- wp:separator /-->"
    assert [type(block) for block in blocks.parse(files["b.markup.html"]).walk()] == [blocks.Paragraph]
    assert [block.block_name for block in blocks.parse(files["c.markup.html"]).find(blocks.Paragraph)] == [
        "core/paragraph"
    ] * 2


def test_no_stylesheet_goes_with_markup(tmp_path: Path) -> None:
    (tmp_path / "a.html").write_text("<!-- wp:x /-->")
    code, _, errors = run_in_process(["render", f"{tmp_path}/a.html", "--to", "markup", "--css", f"{tmp_path}/a.css"])
    assert code == 2
    assert "no stylesheet goes with the format markup" in errors
