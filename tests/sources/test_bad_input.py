"""Inputs at fault: one clear line each, with the place; what is good is read; memory stays bounded."""

from __future__ import annotations

import gzip
import json
import subprocess
import sys
from itertools import chain, repeat
from pathlib import Path
from typing import Any

import pytest

import blocks
from blocks.sources import SourceProblem, detect, read, streams
from tests.sources.streams import stream

ROOT = Path(__file__).resolve().parents[2]
GOOD = {"id": 1, "content": {"raw": "<!-- wp:more /-->"}}


def told_of(data: Any, name: str = "auto") -> tuple[list[int | None], list[str]]:
    told: list[SourceProblem] = []
    ids = [post.id for post in read(data, name, on_problem=told.append)]
    return ids, list(map(str, told))


def as_json(value: object) -> bytes:
    return json.dumps(value).encode()


def test_truncated_json_gives_what_is_whole_and_the_place() -> None:
    data = as_json([GOOD, GOOD, GOOD])
    for end in range(len(as_json([GOOD])), len(data) - 1):
        ids, told = told_of(data[:end], "rest")
        assert ids in ([1], [1, 1], [1, 1, 1])
        assert len(told) == 1
        assert "it ends in the middle, in line 1" in told[0]
        with pytest.raises(blocks.SourceError, match="it ends in the middle"):
            list(read(data[:end], "rest"))


@pytest.mark.parametrize("name", ["rest", "ndjson", "wp-cli"])
def test_a_page_of_html_where_json_is_expected_is_told_as_that(name: str) -> None:
    with pytest.raises(blocks.SourceError, match=r"HTML: a login page|neither JSON nor CSV"):
        list(read(b"<!DOCTYPE html>\n<html><body>Log in</body></html>", name))


def test_bytes_that_are_not_utf8_are_told_with_their_offset() -> None:
    data = as_json([GOOD, GOOD]) + b'\n[{"id":2,"content":{"raw":"caf\xe9"}}]'
    ids, told = told_of(data)
    assert ids == [1, 1]
    assert told == [
        f"this is no REST post: it is not JSON (byte {data.index(0xE9)} is not UTF-8; find out the encoding, and convert it "
        "by iconv -t UTF-8)"
    ]


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b'[{"id":1,"content":{"raw":""}} {"id" 2}]', "Expecting ':' delimiter: line 1 column 38"),
        (b'[{"id":1,"content":{"raw":""}},\n nonsense]', "Expecting value: line 2 column 2"),
        (b'[{"id":1,"content":{"raw":""}}]]', "line 1 has a `]` that closes nothing"),
    ],
)
def test_what_is_wrong_in_json_is_told_with_its_place(data: bytes, reason: str) -> None:
    ids, told = told_of(data, "rest")
    assert ids == [1]
    assert told == [f"this is no REST post: it is not JSON ({reason})"]


@pytest.mark.parametrize("name", ["rest", "wp-cli", "ndjson", "wordpress"])
def test_a_number_of_too_many_digits_is_told(name: str) -> None:
    for data in (b'{"id":' + b"7" * 5000 + b"}", b'[{"id":1,"menu_order":-' + b"7" * 5000 + b',"content":{"raw":""}}]'):
        with pytest.raises(blocks.SourceError, match="Exceeds the limit"):
            list(read(data, name))


def test_gzipped_data_that_is_cut_short_gives_what_comes_before() -> None:
    items = [GOOD | {"id": number, "slug": f"post-{number * 7919}"} for number in range(1, 3000)]
    packed = gzip.compress(as_json(items))
    ids, told = told_of(packed[: len(packed) // 2])
    assert len(ids) > 500
    assert told == ["the gzipped data is cut short; fetch the file again"]
    for name in ("markup", "html", "wordpress", "wp-cli", "ndjson", "wxr"):
        with pytest.raises(blocks.SourceError):
            list(read(packed[:200], name))
    broken = bytearray(packed)
    broken[len(packed) // 2] ^= 0xFF
    _, told = told_of(bytes(broken))
    assert len(told) == 1


def test_a_mixed_list_is_told_item_by_item() -> None:
    mixed = [GOOD, 5, None, {"id": 9}, {"code": "x", "message": "Sorry."}, GOOD]
    ids, told = told_of(as_json(mixed))
    assert ids == [1, 1]
    assert [line.partition(":")[0] for line in told] == ["item 2", "item 3", "item 4 (id 9)", "item 5"]
    assert all("\n" not in line for line in told)
    with pytest.raises(blocks.SourceError, match="item 2: this is no REST post"):
        list(read(as_json(mixed)))


def test_an_error_names_the_file(tmp_path: Path) -> None:
    path = tmp_path / "posts.json"
    path.write_bytes(as_json([5, GOOD]))
    with pytest.raises(blocks.SourceError, match=rf"^{path}: item 1: this is no REST post"):
        list(read(path, "rest"))
    with pytest.raises(blocks.SourceError, match=rf"^there is no file {path}x$"):
        read(f"{path}x")
    with pytest.raises(blocks.SourceError, match=rf"^{tmp_path} is a folder; name the files in it"):
        read(tmp_path)


def test_misuse_is_told_before_anything_is_read() -> None:
    with pytest.raises(blocks.SourceError, match=r"there is no source 'rset'\. Did you mean 'rest'"):
        read(b"", "rset")
    with pytest.raises(TypeError, match="read\\(\\) takes bytes, the path of a file, or a stream of bytes, not list"):
        read([])  # type: ignore[arg-type]
    with pytest.raises(TypeError, match="`name` is the name of a source"):
        read(b"", None)  # type: ignore[arg-type]
    with pytest.raises(blocks.SourceError, match="a theme is a folder, and this is none"):
        read(b"", "theme")


@pytest.mark.parametrize(
    ("beginning", "name"),
    [
        (b"", "markup"),
        (b"", "html"),
        (b"", "classic"),
        (b'[{"content":{"raw":"', "rest"),
        (b'[{"post_content":"', "wp-cli"),
        (b'ID,post_content\n1,"', "wp-cli"),
        (b'[{"blockName":"', "wordpress"),
    ],
)
def test_a_line_without_an_end_is_refused(beginning: bytes, name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    for module in ("streams", "json_stream", "wpcli"):
        monkeypatch.setattr(f"blocks.sources.{module}.LARGEST", 2**21)
    with pytest.raises(blocks.SourceError, match=r"longer than .* MiB, which is too much for one post"):
        list(read(stream(chain([beginning], repeat(b"a" * 2**16))), name))


def test_a_line_that_is_too_long_does_not_stop_those_behind_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(streams, "LARGEST", 2**16)
    line = as_json(GOOD) + b"\n"
    ids, told = told_of(line + b'{"content":{"raw":"' + b"a" * 2**17 + b'"}}\n' + line, "ndjson")
    assert ids == [1, 1]
    assert told[0].startswith("line 2: it is longer than")


@pytest.mark.slow
def test_a_long_list_takes_the_memory_of_an_item() -> None:
    script = """
import json, resource
from itertools import chain, repeat
from blocks.sources import read
from tests.sources.streams import stream
item = json.dumps({"id": 1, "content": {"rendered": "<p>x</p>" * 1000}}).encode()
posts = read(stream(chain([b"["], repeat(item + b",", 11_999), [item + b"]"])))
next(posts)
before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
print(sum(1 for _ in posts), (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) // 1024)
"""
    done = subprocess.run([sys.executable, "-c", script], cwd=ROOT, capture_output=True, text=True, check=True)
    count, grown = map(int, done.stdout.split())
    assert count == 11_999
    assert grown < 16  # MiB, of about 100 that were read


REST = '[{"id":1,"content":{"rendered":"<p>x</p>"}}]'
ROWS = "7,Tides,tides,2026-01-01 00:00:00,publish"
NAMES = "ID,post_title,post_name,post_date,post_status"


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (f"HTTP/2 200\r\ncontent-type: application/json\r\n\r\n{REST}", "the headers of an answer (HTTP/2 200)"),
        (f"HTTP/1.1 200 OK\n\n{REST}", "the headers of an answer (HTTP/1.1 200)"),
        (f"<br />\n<b>Warning</b>:  x in <b>/a.php</b> on line <b>7</b><br />\n{REST}", "a message of PHP (Warning)"),
        (f"PHP Deprecated:  x() is old in /a.php on line 7\n{REST}", "a message of PHP (PHP Deprecated)"),
        ("\nFatal error: Uncaught Error: x in /a.php on line 7", "a message of PHP (Fatal error)"),
        ("<html>\r\n<head><title>502 Bad Gateway</title></head><body></body></html>", "an error (502 Bad Gateway)"),
        (
            "<!DOCTYPE html><html><head><title>a.com | 521: Web server is down</title></head></html>",
            "(a.com | 521: Web",
        ),
        ("<!DOCTYPE html><html><head><title>Just a moment...</title></head></html>", "an error (Just a moment...)"),
        ("<!DOCTYPE html><html><head><title>WordPress &rsaquo; Error</title></head></html>", "(WordPress › Error)"),
        ("<html><head><title>Error 503</title></head></html>", "an error (Error 503)"),
        ("502 Bad Gateway\n", "an error (502 Bad Gateway)"),
        ("error code: 1020", "an error (error code: 1020)"),
        (f"{NAMES}\n{ROWS}\n", "wp-cli, but a table, YAML, or CSV without the content"),
        (f"{NAMES}\n{ROWS}\n".replace(",", "\t"), "wp-cli, but a table"),
        (f"+----+---+\n| {NAMES} |\n+----+---+\n| {ROWS} |\n".replace(",", " | "), "wp-cli, but a table"),
        ("---\n-\n  ID: 7\n  post_title: Tides\n", "wp-cli, but a table"),
        ("Field\tValue\nID\t7\npost_content\tx\n", "wp-cli, but a table"),
    ],
)
def test_what_is_saved_in_place_of_posts_is_told_unless_a_source_is_named(text: str, told: str) -> None:
    with pytest.raises(blocks.SourceError) as error:
        read(text.encode())
    assert told in str(error.value)
    assert "\n" not in str(error.value)
    assert [post.content for post in read(text.encode(), "markup")] == [text.encode()]


@pytest.mark.parametrize(
    "text",
    [
        "Warning: do not read on.\n\nThe tide is on line 7.",
        "<!doctype html><html><head><title>500 Miles</title></head><body><p>x</p></body></html>",
        "<p>502 Bad Gateway</p>",
        "502 Bad Gateway is what a proxy says.\n\nAnd then?",
        "ID, please\n\nShe said.",
        "HTTP/2 is a protocol.\n\nOf the web.",
        "---\ntitle: Tides\n---\n\n# Tides",
    ],
)
def test_posts_that_only_begin_alike_are_posts(text: str) -> None:
    assert detect(text.encode()).source in ("classic", "html", "markdown")


def test_a_broken_line_of_json_does_not_stop_the_lines_behind_it() -> None:
    data = as_json(GOOD) + b"\nnot json\n" + as_json({**GOOD, "id": 2}) + b"\n"
    assert detect(data).source == "ndjson"
    ids, told = told_of(data)
    assert ids == [1, 2]
    assert len(told) == 1
    assert "line 2" in told[0]
