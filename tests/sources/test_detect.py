"""Which source a text is taken for, and the reason that is given."""

from __future__ import annotations

import gzip
import json
import random
import time
from contextlib import suppress
from pathlib import Path

import pytest

import blocks
from blocks.sources import detect, read

REST = '{"id":1,"content":{"rendered":"<p>x</p>"}}'
EXPORT = (
    '<?xml version="1.0" encoding="UTF-8" ?>\n<!-- generator -->\n<rss version="2.0" '
    'xmlns:wp="http://wordpress.org/export/1.2/"><channel><wp:wxr_version>1.2</wp:wxr_version></channel></rss>'
)
LOGIN = (
    '<!DOCTYPE html><html><head><title>Log In</title></head><body class="login no-js wp-core-ui">'
    '<form name="loginform" id="loginform" action="https://example.com/wp-login.php" method="post"></form></body></html>'
)

PICTURE = '<img class="alignnone size-full wp-image-9" src="a.jpg" alt="">'


@pytest.mark.parametrize(
    ("text", "source", "reason"),
    [
        ("<!-- wp:paragraph --><p>x</p><!-- /wp:paragraph -->", "markup", "block delimiters"),
        ('<p class="wp-block-x">a</p>\n\n<!-- wp:more /-->', "markup", "block delimiters"),
        ("", "markup", "nothing"),
        ("words without a sign", "markup", "nothing tells"),
        ('<figure class="wp-block-image size-large"><img></figure>', "html", "the class wp-block-image"),
        ("<div class='x is-layout-flow'>x</div>", "html", "the class is-layout-flow"),
        ('<a class="wp-element-button" href="#">x</a>', "html", "the class wp-element-button"),
        ("<p>One.</p>\n<p>Two.</p>", "html", "paragraphs of HTML"),
        ("<!doctype html>\n<html><body>x</body></html>", "html", "a whole page of HTML, which stays one piece: cut"),
        ("<!-- a --><HTML><body>x</body></HTML>", "html", "a whole page"),
        ('One.\n\n[caption id="a"]<img>[/caption]', "classic", "shortcodes"),
        ("One.\n<!--more-->\nTwo.", "classic", "comments that cut"),
        ("One.<!--more Read on--> Two.", "classic", "comments that cut"),
        ("One.\n\nTwo with <em>marks</em>.", "classic", "empty lines"),
        (f"Text one\n\n<a href='x'>{PICTURE}</a>\n\nMore text", "classic", "empty lines"),
        (f"<a href='x'>{PICTURE}</a>", "classic", "the class wp-image-9 of the classic editor"),
        (f"[caption id='attachment_9']{PICTURE} By night[/caption]\n\n[gallery ids='9']", "classic", "shortcodes"),
        (f"One {PICTURE}\n<!--more-->\n<p>Two</p>", "classic", "comments that cut"),
        ("Text one\n\n<blockquote><p>q</p></blockquote>\n\nMore text", "classic", "empty lines"),
        ("<blockquote><p>q</p></blockquote>\r\n\r\n<em>More</em> text", "classic", "empty lines"),
        ("<h2>One</h2>\n\n&nbsp;\n\n<p>Two</p>", "classic", "empty lines"),
        (f"<p>{PICTURE}</p>\n\n\n<p>One</p>", "html", "paragraphs of HTML (--from classic, if a classic post)"),
        ("<blockquote><p>q</p></blockquote>", "html", "paragraphs of HTML"),
        ("<p>One</p>\n<pre>a\n\nb</pre>\n<script>\n\nc\n\nd</script>", "html", "paragraphs of HTML"),
        ("<p>One</p>\n<p><!--more--></p>\n<p>Two</p>", "html", "paragraphs of HTML"),
        ("<img class='wp-image-9' decoding='async' src='a.jpg'>", "html", "the attribute decoding"),
        ("<p><img src='a.jpg' srcset='a.jpg 1w'></p>", "html", "the attribute srcset"),
        ("<div id='attachment_9' class='wp-caption alignnone'>x</div>", "html", "the class wp-caption"),
        ("<div class='gallery galleryid-1 gallery-columns-3'>x</div>", "html", "the class gallery-columns-3"),
        ("<p><img decoding='async' src='a.jpg'></p>\n<!--nextpage-->\n<p>x</p>", "html", "the attribute decoding"),
        ("<dl class='wp-caption'></dl>&nbsp;\n\n<a href='#'>Pasted</a>", "classic", "empty lines"),
        ("<p class='wp-block-x'>[gallery] is a shortcode.</p>", "html", "the class wp-block-x"),
        ("# Tides\n\nTwice a day.\n\n- one\n- two", "markdown", "headings with #"),
        ("Escaped [[gallery]] is no shortcode", "markup", "nothing tells"),
        ("# Tides\n\nTwice a day.", "markdown", "headings with #"),
        ("---\ntitle: Tides\n---\n\n**Twice** a [day](https://x.y).", "markdown", "front matter"),
        ("Tides\n=====\n\n- one\n- two\n", "markdown", "underlined headings"),
        (REST, "rest", "content.rendered"),
        (f"[{REST}]", "rest", "content.rendered"),
        (f"[[{REST}]]", "rest", "content.rendered"),
        (f"[null, {REST}]", "rest", "content.rendered"),
        (f"[]\n[{REST}]", "rest", "content.rendered"),
        (f"[{{}},{REST}]", "rest", "content.rendered"),
        (f"{REST}\n{REST}\n", "ndjson", "a line of JSON for each post"),
        (json.dumps(json.loads(REST), indent=1) + "\n" + REST, "rest", "content.rendered"),
        ('[{"ID":1,"post_content":"\\"blockName\\": {"}]', "wp-cli", "post_content"),
        ('[{"ID":1,"post_title":"x"}]', "wp-cli", "fields of wp-cli"),
        ('"ID","post_content"\n1,x', "wp-cli", "CSV"),
        ("Field,Value\nID,1", "wp-cli", "CSV"),
        ('[{"blockName":null,"innerHTML":"{\\"content\\":{\\"raw\\":1}}"}]', "wordpress", "blockName"),
        ('{"code":"rest_forbidden","message":"No.","data":{"status":401}}', "rest", "answers errors"),
        ("[]", "rest", "an empty list, of no posts"),
        (" [ ]\n[\n]", "rest", "an empty list, of no posts"),
        ('[{"id":1,"slug":"x","title":{"rendered":"X"}}]', "rest", "fields of the REST API, but no content"),
        ('[{"id":1,"title":{"rendered":"X"}}]', "rest", "fields of the REST API, but no content"),
        ('[{"id":1,"link":"https://example.com/x/"}]', "rest", "fields of the REST API, but no content"),
        (EXPORT, "wxr", "a WordPress export"),
    ],
)
def test_a_source_is_told_by_its_form(text: str, source: str, reason: str) -> None:
    detection = detect(text.encode())
    assert detection.source == source
    assert reason in detection.reason
    assert detect(b"\xef\xbb\xbf" + text.encode()).source == source


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (LOGIN, "the login page of a WordPress"),
        ('<?xml version="1.0"?><rss version="2.0"><channel></channel></rss>', "a feed, which is no export"),
        ('<?xml version="1.0"?><svg></svg>', "XML, but no export"),
        ('{"name":"x","version":"1"}', "this looks like JSON, but is neither"),
    ],
)
def test_what_no_source_reads_is_refused_with_what_it_is(text: str, message: str) -> None:
    with pytest.raises(blocks.SourceError, match=message):
        detect(text.encode())
    assert [post.content for post in read(text.encode(), "markup")] == [text.encode()]


def test_markdown_is_refused_with_what_to_do() -> None:
    with pytest.raises(
        blocks.SourceError, match=r"looks like Markdown, which no installed source reads: convert it to HTML"
    ):
        read(b"# Tides\n\nTwice a day.")
    assert next(read(b"# Tides\n\nTwice a day.", "classic")).origin == "classic"


def test_the_origin_follows_the_source() -> None:
    for name, origin in (("markup", "markup"), ("html", "rendered"), ("classic", "classic")):
        (post,) = read(b"<p>x</p>", name)
        assert (post.content, post.origin) == (b"<p>x</p>", origin)


def test_gzipped_data_is_unpacked_first(tmp_path: Path) -> None:
    packed = gzip.compress(f"[{REST}]".encode())
    path = tmp_path / "posts.json.gz"
    path.write_bytes(packed)
    for source in (packed, path, str(path)):
        posts = read(source)
        assert posts.source == "rest"
        assert [post.id for post in posts] == [1]


@pytest.mark.parametrize(
    "unit",
    [
        "<p",
        "<!--",
        "<!-- ",
        "[",
        "[caption ",
        '<a class="',
        "{",
        '{"a":',
        "[[",
        "\n\n",
        "# ",
        "* ",
        "[a](",
        "<body ",
        '"',
        "<!--more ",
        "<img ",
        "<pre>",
        "<script ",
        "a\n \n",
        "a \n\t",
        "<img srcset",
        "<br>",
        "Warning: x",
        "<title>",
        "Error ",
        "+-",
        "a|b",
        "\t",
    ],
)
def test_hostile_text_is_told_in_linear_time(unit: str) -> None:
    data = (unit * 2**20)[: 2**20].encode()
    started = time.perf_counter()
    with suppress(blocks.SourceError):
        detect(data)
    assert time.perf_counter() - started < 2


def test_any_bytes_are_told_or_refused() -> None:
    chance = random.Random(7)
    pieces = [
        b"<",
        b">",
        b"{",
        b"}",
        b"[",
        b"]",
        b'"',
        b"\\",
        b":",
        b",",
        b"content",
        b"raw",
        b"<?xml",
        b"\n",
        b"\xff",
        b" ",
        b"ID",
    ]
    for _ in range(2000):
        data = b"".join(chance.choices(pieces, k=chance.randrange(30)))
        try:
            list(read(data, on_problem=lambda _: None))
        except blocks.SourceError:
            continue
