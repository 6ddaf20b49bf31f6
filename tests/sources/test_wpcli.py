"""Posts as wp-cli prints them, and lines of JSON."""

from __future__ import annotations

import csv
import io
import json
from typing import Any

import pytest

import blocks
from blocks.sources import Author, Media, SourceProblem, detect, read

MARKUP = '<!-- wp:paragraph {"a":"\\u0022"} -->\n<p>Say "hi", \\"you\\"</p>\n<!-- /wp:paragraph -->'
ROW: dict[str, Any] = {
    "ID": 7,
    "post_title": "Tides &amp; moons",
    "post_name": "tides",
    "post_content": MARKUP,
    "post_status": "publish",
    "post_type": "page",
    "post_date": "2026-02-15 14:00:00",
    "post_date_gmt": "2026-02-15 12:00:00",
    "post_author": "3",
    "post_parent": "5",
    "post_password": "",
    "comment_status": "closed",
    "menu_order": "0",
    "_thumbnail_id": "9",
    "url": "https://example.com/tides/",
}


def as_php_writes(rows: list[list[str]]) -> bytes:
    """CSV as `fputcsv()` writes it: a quote behind a backslash is not doubled."""

    def field(text: str) -> str:
        if not any(one in text for one in '," \t\n\r\\'):
            return text
        out, escaped = "", False
        for character in text:
            if character == '"' and not escaped:
                out += '"'
            escaped = character == "\\"
            out += character
        return f'"{out}"'

    return "".join(",".join(map(field, row)) + "\n" for row in rows).encode()


def test_a_row_of_json_is_a_typed_post() -> None:
    (post,) = read(json.dumps([ROW]).encode())
    assert (post.id, post.type, post.status, post.slug) == (7, "page", "publish", "tides")
    assert (post.title, post.content, post.origin) == ("Tides & moons", MARKUP, "markup")
    assert (post.author, post.parent, post.menu_order) == (Author(id=3), 5, 0)
    assert (post.featured_media, post.link) == (Media(id=9), "https://example.com/tides/")
    assert (post.password_protected, post.comment_status) == (False, "closed")
    assert post.published is not None
    assert post.published.isoformat() == "2026-02-15T14:00:00+02:00"


def test_one_post_of_post_get_is_read_in_both_forms() -> None:
    (from_json,) = read(json.dumps(ROW).encode())
    pairs = [["Field", "Value"], *([name, str(value)] for name, value in ROW.items())]
    (from_csv,) = read(as_php_writes(pairs))
    assert from_csv == from_json


def test_csv_is_the_same_posts_as_json() -> None:
    rows = [ROW, ROW | {"ID": 8, "post_content": 'Tea, "hot"\n\nand "\\" in it', "post_password": "x"}]
    table = [list(ROW), *([str(value) for value in row.values()] for row in rows)]
    posts = list(read(as_php_writes(table)))
    assert posts == list(read(json.dumps(rows).encode()))
    assert [post.origin for post in posts] == ["markup", "classic"]
    assert posts[1].password_protected
    bom = list(read(b"\xef\xbb\xbf" + as_php_writes(table).replace(b"\n", b"\r\n")))
    assert [post.id for post in bom] == [7, 8]


def test_csv_of_other_programs_is_read_too() -> None:
    out = io.StringIO()
    csv.writer(out, quoting=csv.QUOTE_ALL).writerows([["ID", "post_content"], ["7", MARKUP.replace("\\", "")]])
    (post,) = read(out.getvalue().encode())
    assert post.content == MARKUP.replace("\\", "")


def test_values_that_wp_cli_guards_from_spreadsheets_are_as_they_were() -> None:
    table = [["ID", "post_content"], ["7", "'=1+1"], ["8", "'-dash"], ["9", "'tis"]]
    assert [post.content for post in read(as_php_writes(table))] == ["=1+1", "-dash", "'tis"]


def test_places_in_csv_are_the_lines_that_rows_begin_in() -> None:
    table = [["ID", "post_content"], ["7", "a\nb\nc"], ["8", "x"]]
    assert [str(post.source) for post in read(as_php_writes(table))] == ["item 1, line 2", "item 2, line 5"]


def test_a_bad_row_does_not_stop_those_behind_it() -> None:
    told: list[SourceProblem] = []
    data = b'ID,post_title,post_content\n7,a,b\n8,short\n9,c,"d"\n10,e,"cut he'
    assert [post.id for post in read(data, on_problem=told.append)] == [7, 9]
    assert list(map(str, told)) == [
        "item 2, line 3: this row has 2 values, and there are 3 fields",
        "item 4, line 5: this row is cut short: the file ends inside its quotes",
    ]


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"ID,post_title\n7,x\n", "neither JSON nor CSV that begins with the names of fields, post_content among them"),
        (b"ID,post_content\n7,caf\xe9\n", "line 2: byte 6 of it is not UTF-8"),
        (b'[{"ID": 7, "post_title": "x"}]', r"item 1 \(id 7\): this is no post of wp-cli: it has no post_content"),
        (b'[{"ID": 7, "post_content": null}]', "it has no post_content"),
        (b'["x"]', "item 1: this is no post of wp-cli"),
        (b"", "neither JSON nor CSV"),
    ],
)
def test_what_wp_cli_does_not_print_is_refused(data: bytes, message: str) -> None:
    with pytest.raises(blocks.SourceError, match=message):
        list(read(data, "wp-cli"))


def test_lines_of_json_are_each_what_they_are() -> None:
    rest = {"id": 1, "content": {"rendered": "<p>x</p>"}}
    own = blocks.Post("y", id=2, title="Y").to_json()
    lines = [json.dumps(one) for one in (rest, ROW, own)]
    data = ("\r\n".join(lines) + "\n\n").encode()
    posts = list(read(data, "ndjson"))
    assert [(post.id, post.origin) for post in posts] == [(1, "rendered"), (7, "markup"), (2, "markup")]
    assert [str(post.source) for post in posts] == ["line 1", "line 2", "line 3"]
    assert detect(data).source == "ndjson"


def test_a_bad_line_does_not_stop_those_behind_it() -> None:
    good = json.dumps({"id": 1, "content": {"raw": ""}}).encode()
    bad = [
        b'{"id": 1, "content"',
        b"{]",
        b"\xff",
        b"7",
        b'{"headings":[],"body":"x","words":1}',
        b'{"content":"x","origin":"y"}',
    ]
    bad.append(b"[" * 100_000)
    told: list[SourceProblem] = []
    data = b"\n".join([good, *bad, good])
    assert len(list(read(data, "ndjson", on_problem=told.append))) == 2
    assert [problem.place.line for problem in told if problem.place] == list(range(2, 9))
    assert "the line is cut short" in told[0].message
    assert "`--to ndjson`" in told[4].message
    assert "its origin is 'y'" in told[5].message


def test_what_the_renderer_of_records_writes_is_told_apart() -> None:
    with pytest.raises(blocks.SourceError, match="which holds the text of a post and no markup"):
        list(read(blocks.render("<p>x</p>", to="ndjson").encode()))


def test_a_line_with_a_list_that_holds_no_posts_is_told_once() -> None:
    told: list[SourceProblem] = []
    good = json.dumps({"id": 1, "content": {"raw": ""}})
    data = f'{good}\n[1,2]\n[{good},"x",{good},null]\n[{{"id":7}},{{"id":8}}]\n[]\n'.encode()
    assert [post.id for post in read(data, "ndjson", on_problem=told.append)] == [1, 1, 1]
    assert [(problem.place.line, problem.id) for problem in told if problem.place] == [
        (2, None),
        (3, None),
        (4, 7),
        (4, 8),
    ]
    assert told[0].message == "this is no post: the list in it holds 2 items that are no objects"
    assert told[1].message == "this is no post: the list in it holds 2 items that are no objects"


def test_dates_that_drafts_do_not_have_are_none() -> None:
    zeros = "0000-00-00 00:00:00"
    (post,) = read(json.dumps([ROW | {"post_date_gmt": zeros, "post_modified_gmt": zeros}]).encode())
    assert (post.date_gmt, post.modified_gmt, post.date) == (None, None, "2026-02-15 14:00:00")
    assert post.published is not None
    assert post.published.isoformat() == "2026-02-15T14:00:00"
