"""`blocks view`: posts typeset in the terminal."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from blocks.fragment import tokens
from tests.corpus import inputs, shared
from tests.test_transcripts import Terminal, run_in_process

ESCAPES = re.compile(r"\x1b\][^\x1b]*\x1b\\|\x1b\[[0-9;]*m")


def view(html: str, *arguments: str, width: int = 40, block: bool = True) -> str:
    markup = f"<!-- wp:html -->{html}<!-- /wp:html -->" if block else html
    code, out, _ = run_in_process(["view", "-", "-q", "--width", str(width), *arguments], markup.encode())
    assert code == 0
    return out.decode()


def terminal(html: str, monkeypatch: pytest.MonkeyPatch, *arguments: str) -> str:
    monkeypatch.setenv("TERM", "xterm-256color")
    monkeypatch.delenv("NO_COLOR", raising=False)
    markup = f"<!-- wp:html -->{html}<!-- /wp:html -->".encode()
    return run_in_process(["view", "-", "-q", "--width", "40", *arguments], markup, stdout_type=Terminal)[1].decode()


@pytest.mark.parametrize(
    ("html", "lines"),
    [
        ("<h1>One</h1><h2>Two</h2><h5>Five</h5>", "One\n━━━\n\nTwo\n───\n\nFive\n"),
        ("<p>a <b>b</b>\n  c<br>d &amp; e</p><p>f</p>", "a b c\nd & e\n\nf\n"),
        ("<p>H<sub>2</sub>O<sup><a href='#n'>1</a></sup> x<sup>th</sup></p>", "H₂O¹ xth\n"),
        ("<ul><li>a<ul><li>b</ul><li>c</ul>", "• a\n  ◦ b\n• c\n"),
        ("<ol start=9><li>a<li>b</ol>", "9. a\n10. b\n"),
        ("<blockquote><p>a<p>b</p><cite>c</cite></blockquote>", "▎ a\n▎\n▎ b\n▎\n▎ — c\n"),
        ("<pre>\n  a\n\tb  c\n</pre>", "    a\n      b  c\n"),
        ("<details><summary>a</summary><p>b</details>", "▾ a\n\n  b\n"),
        ("<p>a<hr>b", "a\n\n────────────────────────\n\nb\n"),
        ("<p>a <a href='https://e.com/'>b</a>", "a b <https://e.com/>\n"),
        ("<a href='https://e.com/'>https://e.com/</a> <a href='#x'>c</a>", "https://e.com/ c\n"),
        ("<a class='wp-block-button__link' href='/o'>Buy</a>", "[ Buy ] </o>\n"),
        ("<figure><img src=/a.jpg alt='A b'><figcaption>c</figcaption></figure>", "▣ A b\nc\n"),
        ("<p>x<img src=/up/a.jpg?w=3>y", "x ▣ (a.jpg) y\n"),
        ("<video><source src=/v.mp4></video>", "▶ Video: /v.mp4\n"),
        ("<ul><li><figure><img alt=a></figure><li><figure><img alt=b></figure></ul>", "• ▣ a\n• ▣ b\n"),
        ("<dl><dt>a<dd>b<dt>c</dl>", "a\n    b\nc\n"),
        ("<script>a</script><style>b</style>c", "c\n"),
        ("a<!--more Go on-->b", "a\n\n┈┈┈ Go on ┈┈┈\n\nb\n"),
        ("<table><caption>c</caption><tr><td>a<td>b</table>", "┌───┬───┐\n│ a │ b │\n└───┴───┘\nc\n"),
        (
            "<table><thead><tr><th>a<th>b<tbody><tr><td rowspan=2>c<td class=has-text-align-right>d<tr><td>ee</table>",
            "┌───┬────┐\n│ a │ b  │\n├───┼────┤\n│ c │  d │\n│   │ ee │\n└───┴────┘\n",
        ),
    ],
)
def test_what_becomes_of_what(html: str, lines: str) -> None:
    assert view(html) == lines


def test_long_lines_are_wrapped_behind_their_prefix() -> None:
    assert view("<ul><li>one two three four five six</ul>", width=20) == "• one two three four\n  five six\n"
    assert view("<p>漢字漢字漢字漢字漢字漢字", width=20) == "漢字漢字漢字漢字漢字\n漢字\n"
    assert view("<p>" + "a" * 50, width=20) == f"{'a' * 20}\n{'a' * 20}\n{'a' * 10}\n"


def test_a_classic_post_has_paragraphs_and_drawn_blocks_are_named() -> None:
    assert view("a\n\nb", block=False) == "a\n\nb\n"
    assert view("<!-- wp:latest-posts /-->", block=False) == "core/latest-posts: the server draws it\n"


def test_no_control_character_of_the_content_reaches_the_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    html = "<p>&#27;[31m a\x1b]0;x\x07 <a href='https://e.com/&#27;\\x'>b</a> <img alt='&#155;2J'></p><pre>\x08\x1b[2J</pre>"
    plain = view(html)
    assert not re.search(r"[\x00-\x09\x0b-\x1f\x7f-\x9f]", plain)
    assert r"\x1b[31m" in plain
    assert not re.search(r"[\x00-\x09\x0b-\x1f\x7f-\x9f]", ESCAPES.sub("", terminal(html, monkeypatch)))


def test_a_terminal_has_styles_colours_and_links(monkeypatch: pytest.MonkeyPatch) -> None:
    out = terminal("<p><strong>a</strong> <a href='https://e.com/'>b</a>", monkeypatch)
    assert "\x1b[1ma\x1b[0m" in out
    assert ";https://e.com/\x1b\\" in out
    assert ESCAPES.sub("", out) == "a b\n"
    code = terminal('<pre><code class="language-python">def f(): pass</code></pre>', monkeypatch)
    assert ESCAPES.sub("", code) == "  def f(): pass\n"
    assert code.count("\x1b[") > 4
    monkeypatch.setenv("TERM", "linux")
    assert "\x1b]8" not in terminal_of_linux(monkeypatch)


def terminal_of_linux(monkeypatch: pytest.MonkeyPatch) -> str:
    monkeypatch.setenv("TERM", "linux")
    return run_in_process(["view", "-", "-q"], b"<a href='https://e.com/'>b</a>", stdout_type=Terminal)[1].decode()


def test_what_is_longer_than_the_screen_goes_to_the_pager(monkeypatch: pytest.MonkeyPatch) -> None:
    paged: list[str] = []
    monkeypatch.setattr("click.echo_via_pager", lambda text, color: paged.append(text) if color else None)
    assert terminal("<p>x</p>" * 100, monkeypatch) == ""
    assert paged[0].count("x") == 100
    assert terminal("<p>x</p>" * 100, monkeypatch, "--no-pager").count("x") == 100
    assert view("<p>x</p>" * 100).count("x") == 100


def test_the_title_stands_above(tmp_path: Path) -> None:
    file = tmp_path / "post.json"
    file.write_text(
        '{"id": 1, "date": "2026-01-02", "link": "https://e.com/t", "title": {"raw": "A &amp; C"},'
        ' "content": {"raw": "<!-- wp:paragraph --><p>x</p><!-- /wp:paragraph -->"}}'
    )
    code, out, _ = run_in_process(["view", str(file), "-q"])
    assert code == 0
    assert out.decode() == "A & C\n━━━━━\n\n2026-01-02 https://e.com/t\n\nx\n"


@pytest.mark.parametrize(
    "html",
    [
        "<blockquote>" * 5000 + "x",
        "<ul><li>x" * 5000,
        "<table><tr><td>" * 5000 + "x",
        "<table>" + "<tr><td rowspan=1000>x<td rowspan=1000 colspan=9>" * 500 + "</table>",
        "<b>" * 20000 + "x" + "</i>" * 20000,
        "<!-- wp:group --><div>" * 3000 + "x",
    ],
    ids=["quotes", "lists", "tables", "spans", "bold", "groups"],
)
def test_hostile_posts_are_printed_all_the_same(html: str) -> None:
    assert "x" in view(html, width=60, block=False)


@pytest.mark.parametrize("folder", ["posts", "supports", "wxr", "wxr-classic"])
def test_every_word_of_the_corpus_is_printed(folder: str) -> None:
    word = re.compile(r"[^\W_]+")
    for path in inputs(shared("conformance", folder)):
        if path.stat().st_size > 100_000:
            continue
        html = re.sub(
            r"(?s)<!--.*?-->|<(script|style|template|iframe)\b.*?</\1>", " ", path.read_text("utf-8", "replace")
        )
        words = set(word.findall(" ".join(token.value for token in tokens(html) if token.kind == "text")))
        code, out, _ = run_in_process(["view", str(path), "-q", "--from", "markup", "--width", "5000"])
        assert code == 0
        printed = out.decode("utf-8", "replace").translate(
            str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹₀₁₂₃₄₅₆₇₈₉", "01234567890123456789")
        )
        missing = words - set(word.findall(printed))
        assert not {one for one in missing if one not in printed}, path
