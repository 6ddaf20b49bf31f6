"""The numbers of documents: words and reading time as WordPress counts them, pictures, links, headings, blocks."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest

import blocks
from blocks.errors import OptionError
from blocks.site import MemorySite, RenderContext
from tests.corpus import inputs, shared
from tests.test_transcripts import Terminal, run_in_process

POST = """<!-- wp:heading {"level":3} -->
<h3 class="wp-block-heading" id="tea">Green <em>tea</em></h3>
<!-- /wp:heading -->

<!-- wp:paragraph -->
<p>Two words, <a href="https://www.example.com/a">one</a>, <a href="/b">two</a>, <a href="//other.org">three</a>,
<a href="mailto:a@example.com">four</a>, <a href="#tea">five</a>.</p>
<!-- /wp:paragraph -->

<!-- wp:gallery -->
<figure class="wp-block-gallery"><!-- wp:image -->
<figure class="wp-block-image"><img src="a.jpg" alt="A"/></figure>
<!-- /wp:image -->

<!-- wp:image -->
<figure class="wp-block-image"><img src="b.jpg" alt=""/></figure>
<!-- /wp:image --></figure>
<!-- /wp:gallery -->

Classic."""


def test_what_there_is_is_counted() -> None:
    stats = blocks.parse(POST).stats(host="https://EXAMPLE.com/")
    assert (stats.words, stats.counts, stats.minutes) == (10, "words", 1)
    assert (stats.images, stats.images_without_alt) == (2, 1)
    assert (stats.links, stats.internal_links, stats.external_links) == (4, 2, 1)
    assert stats.blocks == {"core/image": 2, "core/heading": 1, "core/paragraph": 1, "core/gallery": 1, "html": 1}
    (heading,) = stats.headings
    assert (heading.level, heading.text, heading.anchor, heading.span.line) == (3, "Green tea", "tea", 1)
    text = "Green tea Two words, one, two, three, four, five. Classic."
    assert (stats.characters, stats.characters_without_spaces) == (len(text), len(text.replace(" ", "")))


def test_without_a_host_links_are_not_told_apart() -> None:
    stats = blocks.parse(POST).stats()
    assert (stats.links, stats.internal_links, stats.external_links) == (4, None, None)


def test_scripts_without_spaces_are_counted_by_character() -> None:
    markup = f"<!-- wp:paragraph -->\n<p>{'漢字かな。' * 300}</p>\n<!-- /wp:paragraph -->"
    stats = blocks.parse(markup).stats()
    assert (stats.words, stats.counts, stats.minutes) == (1500, "characters", 3)
    assert blocks.parse(markup).stats(pace=1500).minutes == 1
    assert blocks.parse(markup).stats(lang="en").counts == "words"
    assert blocks.parse("<p>one two</p>").stats(lang="zh-Hant").words == 6


def test_a_text_of_nothing_takes_a_minute() -> None:
    stats = blocks.parse("").stats()
    assert (stats.words, stats.minutes, stats.headings, stats.blocks) == (0, 1, (), {})


@pytest.mark.parametrize("pace", [0, -1, 1e-320, True, float("nan"), float("inf"), "189"])
def test_a_pace_is_a_number_from_one_on(pace: object) -> None:
    with pytest.raises(OptionError, match="a minute"):
        blocks.parse("x").stats(pace=pace)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "host", ["example.com", "www.example.com:8080", "https://example.com/blog/", "example.com/blog"]
)
def test_a_host_is_named_or_given_as_an_address(host: str) -> None:
    stats = blocks.parse(POST).stats(host=host)
    assert (stats.internal_links, stats.external_links) == (2, 1)


def test_hosts_that_are_numbers_are_told_apart() -> None:
    stats = blocks.parse('<a href="http://[::1]:80/">a</a> <a href="http://[::2]/">b</a>').stats(host="[::1]")
    assert (stats.internal_links, stats.external_links) == (1, 1)


@pytest.mark.parametrize("wrong", [{"host": ""}, {"host": "http://"}, {"host": 5}, {"lang": 5}])
def test_misuse_is_said(wrong: dict[str, Any]) -> None:
    with pytest.raises(OptionError, match=r"host|language"):
        blocks.parse("x").stats(**wrong)


@pytest.mark.parametrize("folder", ["posts", "wxr", "supports"])
def test_words_and_time_are_those_of_wordpress_s_block(folder: str) -> None:
    """Each document is a post, whose block `Time to read` is drawn as WordPress draws it."""
    for path in inputs(shared("conformance", folder)):
        if path.stat().st_size > 200_000:
            continue
        content = path.read_text(encoding="utf-8", errors="surrogateescape")
        stats = blocks.parse(content).stats(lang="en")
        if "<!--more" in content or "<!--nextpage" in content:
            continue  # the block counts what the page shows
        site = MemorySite.from_json({"posts": {"7": {"content": content, "status": "publish"}}})
        drawn = [
            blocks.render(
                f'<!-- wp:post-time-to-read {{"displayMode":"{mode}","displayAsRange":false}} /-->',
                site=site,
                request=RenderContext(post=7),
            )
            for mode in ("words", "time")
        ]
        said = [int(re.sub(r"<[^>]+>|[^0-9<>]+(?![^<]*>)", "", html)) for html in drawn]
        assert said == [stats.words, stats.minutes], path


def test_the_command_writes_a_table_values_or_json(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    file = Path("post.html")
    file.write_text(POST)
    code, out, _ = run_in_process(["stats", str(file), "-q", "--host", "example.com"])
    assert code == 0
    names, values = (line.split("\t") for line in out.decode().splitlines())
    assert dict(zip(names, values, strict=True))["Internal"] == "2"
    _, out, _ = run_in_process(["stats", str(file), "-q"], stdout_type=Terminal)
    assert "Minutes" in out.decode()
    assert "\t" not in out.decode()
    _, out, _ = run_in_process(["stats", str(file), str(tmp_path / "none.html"), "-q", "--format", "json"])
    (told,) = json.loads(out)
    assert told["headings"][0]["text"] == "Green tea"
    assert told["blocks"]["core/image"] == 2


def test_a_file_that_is_not_there_does_not_stop_the_others(tmp_path: Path) -> None:
    file = tmp_path / "post.html"
    file.write_text(POST)
    code, out, err = run_in_process(["stats", str(tmp_path / "none.html"), str(file), "-q"])
    assert code == 2
    assert "none.html" in err
    assert str(file) in out.decode()
