"""Chunks by headings, and the lines of JSON for search indexes."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

import blocks
from blocks.errors import OptionError
from blocks.model.digest import SizeUnit
from tests.corpus import inputs, shared
from tests.test_transcripts import run_in_process

WORD = re.compile(r"[^\W_]+")


def paragraph(text: str) -> str:
    return f"<!-- wp:paragraph -->\n<p>{text}</p>\n<!-- /wp:paragraph -->\n\n"


def heading(text: str, level: int = 2, anchor: str = "") -> str:
    said = f' id="{anchor}"' if anchor else ""
    return (
        f'<!-- wp:heading {{"level":{level}}} -->\n<h{level} class="wp-block-heading"{said}>{text}</h{level}>\n'
        "<!-- /wp:heading -->\n\n"
    )


def group(inside: str) -> str:
    return f'<!-- wp:group -->\n<div class="wp-block-group">{inside}</div>\n<!-- /wp:group -->\n\n'


POST = (
    paragraph("Before all.")
    + heading("Tea", anchor="tea")
    + heading("Green &amp; <em>white</em>", 3)
    + paragraph("Sencha.")
    + group(paragraph("Inside one.") + heading("Black", 3) + paragraph("Assam."))
    + heading("Coffee")
    + paragraph("Beans.")
)


def test_a_chunk_stands_under_a_path_of_headings() -> None:
    found = [(chunk.path, chunk.text, chunk.types, chunk.anchor) for chunk in blocks.parse(POST).chunks()]
    assert found == [
        ((), "Before all.", ("core/paragraph",), None),
        (
            ("Tea", "Green & white"),
            "Tea\n\nGreen & white\n\nSencha.\n\nInside one.",
            ("core/heading", "core/paragraph"),
            "tea",
        ),
        (("Tea", "Black"), "Black\n\nAssam.", ("core/heading", "core/paragraph"), "tea"),
        (("Coffee",), "Coffee\n\nBeans.", ("core/heading", "core/paragraph"), None),
    ]


def test_no_block_is_split_and_one_too_long_says_so() -> None:
    items = "".join(f"<!-- wp:list-item --><li>item {number}</li><!-- /wp:list-item -->" for number in range(9))
    listing = f'<!-- wp:list --><ul class="wp-block-list">{items}</ul><!-- /wp:list -->\n\n'
    found = list(blocks.parse(paragraph("One two.") + listing + paragraph("Three.") + paragraph("Four.")).chunks(20))
    assert [chunk.is_oversized for chunk in found] == [False, True, False]
    assert found[1].types == ("core/list",)
    assert found[1].text.count("item") == 9
    assert found[2].text == "Three.\n\nFour."
    assert [chunk.size for chunk in found] == [len(chunk.text) for chunk in found]


def test_the_budget_can_be_in_words() -> None:
    document = blocks.parse("".join(paragraph("one two three") for _ in range(4)) + paragraph("漢字"))
    assert [chunk.size for chunk in document.chunks(7, "words")] == [6, 6, 2]


def test_what_a_wrapper_says_itself_is_not_lost() -> None:
    markup = (
        '<!-- wp:details -->\n<details class="wp-block-details"><summary>Why?</summary>'
        + paragraph("Because.")
        + "</details>\n<!-- /wp:details -->"
    )
    (chunk,) = blocks.parse(markup).chunks()
    assert WORD.findall(chunk.text) == ["Why", "Because"]
    assert chunk.types == ("core/details", "core/paragraph")


def test_a_classic_post_is_parted_at_its_headings_and_paragraphs() -> None:
    text = "<h2>One</h2>\nSome text\n\nmore text\n<ul><li>a</li><li>b</li></ul>\n<h2>Two</h2>\n<p>Last</p>"
    for source in (text, text.encode()):
        found = list(blocks.parse(source).chunks(25))
        assert [chunk.path for chunk in found] == [("One",), ("One",), ("Two",)]
        slices = [source[chunk.span.start : chunk.span.end] for chunk in found]
        assert slices == [source[:34], source[34:63], source[64:]]
        assert "".join(WORD.findall("".join(chunk.text + " " for chunk in found))) == "OneSometextmoretextabTwoLast"


BLOCK = st.one_of(
    st.builds(paragraph, st.text("ab é漢.", min_size=1, max_size=30)),
    st.builds(heading, st.text("xyz ", min_size=1, max_size=8), st.integers(1, 6)),
    st.sampled_from(
        ["Classic\n\ntext", "<!-- wp:separator --><hr/><!-- /wp:separator -->", "<!-- wp:latest-posts /-->"]
    ),
)
DOCUMENT = st.lists(st.one_of(BLOCK, st.builds(lambda inside: group("".join(inside)), st.lists(BLOCK, max_size=4))))


@given(DOCUMENT, st.integers(1, 80), st.sampled_from(["characters", "words"]), st.booleans())
def test_the_laws_of_chunks(parts: list[str], size: int, unit: SizeUnit, is_bytes: bool) -> None:
    markup = "".join(parts)
    source = markup.encode() if is_bytes else markup
    document = blocks.parse(source)
    found = list(document.chunks(size, unit))
    # every word once
    whole = WORD.findall(blocks.render(document, to="text", width=0))
    assert WORD.findall("\n".join(chunk.text for chunk in found)) == whole
    # ids are those of no other
    assert len({chunk.id for chunk in found}) == len(found)
    # spans come in order, and begin and end where blocks do
    starts = {node.span.start for node in document.walk()}
    assert [chunk.span.start for chunk in found] == sorted(chunk.span.start for chunk in found)
    for chunk in found:
        if not {"html", "core/group"} & set(chunk.types):
            assert chunk.span.start in starts
        piece = source[chunk.span.start : chunk.span.end]
        again = blocks.render(piece, to="text", width=0)
        missing = set(WORD.findall(chunk.text)) - set(WORD.findall(again))
        assert not missing
        # within the budget, but for one block alone
        assert chunk.size <= size or chunk.is_oversized


@given(DOCUMENT, DOCUMENT, st.text("new text", min_size=1))
def test_ids_survive_an_edit_elsewhere(before: list[str], behind: list[str], text: str) -> None:
    head, tail = "".join(before), heading("Kept", 1) + "".join(behind)
    old = list(blocks.parse(head + tail).chunks(60))
    new = list(blocks.parse(head + paragraph("EDIT " + text) + tail).chunks(60))
    kept = old[next(place for place, chunk in enumerate(old) if "Kept" in chunk.path) :]
    texts = [(chunk.path, chunk.text) for chunk in old]
    assume(len(set(texts)) == len(texts))  # of equal ones, which is which goes by their order
    assert [chunk.id for chunk in new[-len(kept) :]] == [chunk.id for chunk in kept]


@pytest.mark.parametrize(("size", "unit"), [(0, "characters"), (True, "words"), ("9", "words"), (5, "lines"), (5, [])])
def test_misuse_is_said(size: object, unit: object) -> None:
    with pytest.raises(OptionError, match="chunk"):
        list(blocks.parse("x").chunks(size, unit))  # type: ignore[arg-type]


@pytest.mark.parametrize("folder", ["posts", "wxr", "wxr-classic", "supports", "core-fixtures", "edge"])
def test_chunks_hold_every_word_of_the_corpus_once(folder: str) -> None:
    different = []
    for path in inputs(shared("conformance", folder)):
        document = blocks.parse(path.read_bytes())
        mine = WORD.findall("\n".join(chunk.text for chunk in document.chunks(400)))
        if sorted(mine) != sorted(WORD.findall(blocks.render(document, to="text", width=0))):
            different.append(path.name)
    assert different == []


def test_a_record_says_all_that_is_known() -> None:
    markup = (
        heading("Tea", anchor="tea")
        + '<!-- wp:image --><figure class="wp-block-image"><a href="/big"><img src="/a.jpg" alt="A pot"/></a>'
        '<figcaption class="wp-element-caption">From <b>Iwate</b></figcaption></figure><!-- /wp:image -->'
        + paragraph('See <a href="https://e.com/">there</a>, <a href="#tea">above</a>')
    )
    post = blocks.Post(markup, id=7, slug="tea", title="Tea & co", link="https://e.com/tea/", date="2026-01-02")
    output = blocks.render(post, to="ndjson", lang="en")
    assert output.endswith("}\n")
    assert output.count("\n") == 1
    assert json.loads(output) == {
        "id": 7,
        "slug": "tea",
        "title": "Tea & co",
        "link": "https://e.com/tea/",
        "date": "2026-01-02",
        "modified": None,
        "lang": "en",
        "headings": [{"level": 2, "text": "Tea", "anchor": "tea"}],
        "body": blocks.render(markup, to="text", width=0, headings="plain").rstrip("\n"),
        "captions": ["From Iwate"],
        "alts": ["A pot"],
        "links": [{"url": "/big", "text": "A pot"}, {"url": "https://e.com/", "text": "there"}],
        "words": 6,
    }
    assert json.loads(blocks.render(post, to="chunks"))["id"].startswith("7-")


def test_bytes_that_are_not_utf_8_still_make_json() -> None:
    output = blocks.render(b"<p>\xff</p>", to="ndjson")
    assert json.loads(output.encode())["body"] == "\ufffd"


@pytest.mark.parametrize("to", ["ndjson", "chunks"])
def test_a_line_is_one_to_every_reader_and_steers_no_terminal(to: str) -> None:
    title = "a\x1b[31m\x9b\x7f\x85\u2028b"
    output = blocks.render(blocks.Post("<p>x</p>", title=title), to=to)
    assert len(output.splitlines()) == 1
    assert not re.search(r"[\x00-\x09\x0b-\x1f\x7f-\x9f]", output)
    assert json.loads(output)["title"] == title


def test_several_posts_go_to_one_output(tmp_path: Path) -> None:
    for name in ("a", "b"):
        (tmp_path / f"{name}.html").write_text(paragraph(f"Text {name}"))
    files = [str(tmp_path / "a.html"), str(tmp_path / "b.html")]
    code, out, _ = run_in_process(["render", *files, "--to", "ndjson", "-q"])
    assert code == 0
    assert [json.loads(line)["slug"] for line in out.splitlines()] == ["a", "b"]
    file = tmp_path / "all.ndjson"
    for _ in range(2):  # a second run begins anew
        run_in_process(["render", *files, "--to", "chunks", "-q", "-o", str(file)])
        assert [json.loads(line)["text"] for line in file.read_text().splitlines()] == ["Text a", "Text b"]
    run_in_process(["render", *files, "--to", "chunks", "-q", "-o", f"{tmp_path}/out/"])
    assert sorted(path.name for path in (tmp_path / "out").iterdir()) == ["a.chunks.ndjson", "b.chunks.ndjson"]
