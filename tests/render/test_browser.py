"""Whole pages in a browser: headless Chromium opens them, where it is installed, and looks at them."""

from __future__ import annotations

import os
import shutil
import struct
import subprocess
import zlib
from dataclasses import dataclass
from pathlib import Path

import pytest

import blocks
from tests.corpus import shared

pytestmark = pytest.mark.slow

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")
WIDTH, HEIGHT = 1000, 1400
ALL_KINDS = """
<!-- wp:cover {"customOverlayColor":"#224466","isUserOverlayColor":true,"minHeight":200} -->
<div class="wp-block-cover" style="min-height:200px"><span aria-hidden="true" class="wp-block-cover__background has-background-dim-100 has-background-dim" style="background-color:#224466"></span><div class="wp-block-cover__inner-container"><!-- wp:heading {"level":1} -->
<h1 class="wp-block-heading">Tea &amp; toast</h1>
<!-- /wp:heading --></div></div>
<!-- /wp:cover -->

<!-- wp:columns -->
<div class="wp-block-columns"><!-- wp:column -->
<div class="wp-block-column"><!-- wp:paragraph --><p>Left</p><!-- /wp:paragraph --></div>
<!-- /wp:column --><!-- wp:column -->
<div class="wp-block-column"><!-- wp:quote -->
<blockquote class="wp-block-quote"><!-- wp:paragraph --><p>Right</p><!-- /wp:paragraph --><cite>Me</cite></blockquote>
<!-- /wp:quote --></div>
<!-- /wp:column --></div>
<!-- /wp:columns -->

<!-- wp:table {"align":"wide"} -->
<figure class="wp-block-table alignwide"><table class="has-fixed-layout"><tbody><tr><td>1</td><td>2</td></tr></tbody></table></figure>
<!-- /wp:table -->

<!-- wp:code -->
<pre class="wp-block-code"><code>a line of code that is much longer than the measure of a page is wide, so that it has to be scrolled or broken</code></pre>
<!-- /wp:code -->

<!-- wp:social-links -->
<ul class="wp-block-social-links"><!-- wp:social-link {"url":"https://example.test","service":"github"} /--></ul>
<!-- /wp:social-links -->
"""
# The page tells its own measures, in an attribute that the browser prints with the rest.
MEASURE = """<script>
const root = document.documentElement, box = one => document.querySelector(one)?.getBoundingClientRect();
root.dataset.overflows = root.scrollWidth > root.clientWidth;
const columns = [...document.querySelectorAll(".wp-block-column")].map(one => one.getBoundingClientRect().top);
root.dataset.sideBySide = columns.length > 1 && columns[0] === columns[1];
root.dataset.measure = Math.round(box(".page > p, .page > pre")?.width ?? 0);
root.dataset.icon = Math.round(box(".wp-block-social-links svg")?.width ?? 0);
</script>"""


@dataclass(frozen=True)
class Seen:
    """What the browser made of a page: its tree as HTML, its errors, and a picture."""

    dom: str
    errors: list[str]
    size: tuple[int, int]
    share_of_ink: float

    def measured(self, name: str) -> str:
        return self.dom.partition(f'data-{name}="')[2].partition('"')[0]


@pytest.fixture(scope="session")
def browser() -> str:
    found = next((path for name in NAMES if (path := shutil.which(name))), None)
    if found is None:
        pytest.skip(f"no browser: none of {', '.join(NAMES)} is installed")
    return found


def looked_at(browser: str, html: str, folder: Path) -> Seen:
    file, picture = folder / "page.html", folder / "page.png"
    file.write_text(html.replace("</body>", f"{MEASURE}</body>"), encoding="utf-8")
    command = [
        browser, "--headless", "--disable-gpu", "--no-first-run", "--hide-scrollbars", "--force-device-scale-factor=1",
        f"--window-size={WIDTH},{HEIGHT}", f"--user-data-dir={folder / 'profile'}", "--enable-logging=stderr",
        "--host-resolver-rules=MAP * ~NOTFOUND", *(["--no-sandbox"] if os.geteuid() == 0 else []),
    ]  # fmt: skip
    dumped = _run([*command, "--dump-dom", file.as_uri()])
    _run([*command, f"--screenshot={picture}", file.as_uri()])
    errors = [line for line in dumped.stderr.splitlines() if "CONSOLE" in line and "net::ERR_" not in line]
    return Seen(dumped.stdout, errors, *read_png(picture.read_bytes()))


def _run(command: list[str]) -> subprocess.CompletedProcess[str]:
    return subprocess.run(command, capture_output=True, encoding="utf-8", errors="replace", timeout=120, check=True)


def read_png(data: bytes) -> tuple[tuple[int, int], float]:
    """The size of a picture, and the share of its bytes that differ from those beside or above them."""
    position, packed, size = 8, b"", (0, 0)
    while position < len(data):
        length, kind = struct.unpack(">I4s", data[position : position + 8])
        chunk = data[position + 8 : position + 8 + length]
        if kind == b"IHDR":
            size = struct.unpack(">II", chunk[:8])
        elif kind == b"IDAT":
            packed += chunk
        position += length + 12
    pixels = zlib.decompress(packed)
    row = len(pixels) // size[1]
    ink = sum(one != other for one, other in zip(pixels[1:], pixels[1 + row :], strict=False))
    return size, ink / len(pixels)


@pytest.mark.parametrize("clean", [False, True])
def test_a_page_of_many_blocks_is_laid_out(browser: str, tmp_path: Path, clean: bool) -> None:
    seen = looked_at(browser, blocks.render(ALL_KINDS, to="html", page=True, clean=clean), tmp_path)
    assert seen.errors == []
    assert seen.size == (WIDTH, HEIGHT)
    assert seen.share_of_ink > 0.002
    assert "Tea &amp; toast</h1>" in seen.dom
    assert seen.measured("overflows") == "false"
    assert 400 < int(seen.measured("measure")) < 800
    if not clean:
        assert seen.measured("side-by-side") == "true"
        assert 15 < int(seen.measured("icon")) < 40


def test_errors_of_a_page_are_heard(browser: str, tmp_path: Path) -> None:
    seen = looked_at(browser, "<body><script>console.error('help')</script></body>", tmp_path)
    assert [line for line in seen.errors if "help" in line]


def test_a_blank_page_has_no_ink(browser: str, tmp_path: Path) -> None:
    seen = looked_at(browser, blocks.render("", to="html", page=True), tmp_path)
    assert seen.share_of_ink < 0.00001


@pytest.mark.parametrize("clean", [False, True])
@pytest.mark.parametrize(
    "name", ["posts/gutenberg-demo", "supports/cover-gradient", "supports/gallery-basic", "supports/table-stripes"]
)
def test_pages_of_the_corpus_open(browser: str, tmp_path: Path, name: str, clean: bool) -> None:
    source = shared("conformance", f"{name}.html").read_bytes()
    seen = looked_at(browser, blocks.render(source, to="html", page=True, clean=clean), tmp_path)
    assert seen.errors == []
    assert seen.share_of_ink > 0.0001
    assert seen.measured("overflows") == "false"
