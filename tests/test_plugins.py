"""Block libraries and renderers of other distributions: the example plugin, installed; and broken ones, named."""

from __future__ import annotations

import sys
from importlib.metadata import EntryPoint
from pathlib import Path

import pytest

import blocks
from blocks.library import text as core_text
from blocks.model import plugins
from blocks.render.formats import formats, renderer
from blocks.sources import read, sources
from tests import documents
from tests.installing import ROOT, answer, built, copied, installed

EXAMPLE = ROOT / "examples" / "plugin"
PAGE = ROOT / "docs" / "plugins.md"

NOTICE = """\
<!-- wp:acme/notice {"tone":"warning"} -->
<div class="wp-block-acme-notice"><p class="notice-title">Mind the <em>step</em> &amp; rail</p><!-- wp:paragraph -->
<p>It is high.</p>
<!-- /wp:paragraph --><a class="notice-link" href="https://acme.example/?a=1&amp;b=2">More</a></div>
<!-- /wp:acme/notice -->"""


@pytest.fixture(scope="module")
def acme(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, ...]:
    """A path to import from, with the example plugin installed."""
    folder = tmp_path_factory.mktemp("acme")
    wheel = built(copied(EXAMPLE, folder / "source"), "wheel", folder / "dist")
    return installed(wheel, folder / "installed"), ROOT


def test_a_text_that_names_the_namespace_gets_the_plugins_type(acme: tuple[Path, ...], tmp_path: Path) -> None:
    script = f"""
import sys, blocks
assert blocks.parse("<p>none of acme's</p>") and "acme_blocks" not in sys.modules
notice, = blocks.parse({NOTICE!r}).find("acme/notice")
print(type(notice).__module__, type(notice).__name__, notice.tone, notice.dismissible, notice.title.text, notice.link)
"""
    printed = answer("-c", script, path=acme, cwd=tmp_path)
    assert printed == "acme_blocks Notice warning False Mind the step & rail https://acme.example/?a=1&b=2\n"


def test_the_plugins_template_draws_its_block_and_a_theme_overrides_it(acme: tuple[Path, ...], tmp_path: Path) -> None:
    override = tmp_path / "theme" / "templates" / "html" / "acme" / "notice.html"
    override.parent.mkdir(parents=True)
    override.write_text('<div id="mine">{% include "acme_blocks:html/acme/notice.html" %}</div>', encoding="utf-8")
    script = f"import blocks; print(blocks.render({NOTICE!r})); print(blocks.render({NOTICE!r}, theme='theme'))"
    drawn = """\
<aside class="notice is-warning">
<h2>Mind the step &amp; rail</h2>

<p>It is high.</p>

<p><a href="https://acme.example/?a=1&amp;b=2">More</a></p>
</aside>"""
    assert answer("-c", script, path=acme, cwd=tmp_path) == f'{drawn}\n<div id="mine">{drawn}</div>\n'


def test_the_plugins_format_is_one_of_the_formats(acme: tuple[Path, ...], tmp_path: Path) -> None:
    script = """
import sys, blocks
assert "acme-blocks 1.0" in blocks.formats()["outline"] and "acme_blocks" not in sys.modules
def heading(level): return f'<!-- wp:heading {{"level":{level}}} --><h{level}>Level {level}</h{level}><!-- /wp:heading -->'
result = blocks.convert(heading(2) + heading(3) + heading(4), to="outline", depth=3)
print(result.output, *(problem.code for problem in result.problems))
try:
    blocks.render("", to="outline", width=3)
except blocks.OptionError as error:
    print(error)
"""
    assert answer("-c", script, path=acme, cwd=tmp_path) == (
        "  Level 2\n    Level 3\n unsupported-content\nthe format outline has no option 'width'. Did you mean 'depth'? It takes depth\n"
    )


def test_the_plugins_format_takes_any_level(acme: tuple[Path, ...], tmp_path: Path) -> None:
    levels = ("2.5", "3.0", "0", "-1e300", "1e300", '"x"', "null")
    text = "".join(f'<!-- wp:heading {{"level":{level}}} --><h2>{level}</h2><!-- /wp:heading -->' for level in levels)
    script = f"import blocks; print(blocks.render({text!r}, to='outline'))"
    assert answer("-c", script, path=acme, cwd=tmp_path) == ('  2.5\n    3.0\n0\n-1e300\n  "x"\n  null\n\n')


def test_the_command_line_has_the_plugins_format(acme: tuple[Path, ...], tmp_path: Path) -> None:
    (tmp_path / "post.html").write_text("<!-- wp:heading --><h2>Tea</h2><!-- /wp:heading -->", encoding="utf-8")
    command = ("-m", "blocks", "render", "post.html", "--to", "outline")
    assert answer(*command, path=acme, cwd=tmp_path) == "  Tea\n"


def test_the_command_line_has_the_plugins_source(acme: tuple[Path, ...], tmp_path: Path) -> None:
    (tmp_path / "wire.txt").write_text("Tides: Twice a day.\nMoons: One.\n", encoding="utf-8")
    command = ("-m", "blocks", "render", "wire.txt", "--from", "telegrams", "--to", "text", "-q", "-o", "out/")
    assert answer(*command, path=acme, cwd=tmp_path) == ""
    assert (tmp_path / "out" / "moons.txt").read_text(encoding="utf-8") == "One.\n"
    assert "telegrams  from the plugin acme-blocks 1.0\n" in answer("-m", "blocks", "sources", path=acme, cwd=tmp_path)


def test_the_page_about_plugins_shows_the_example_and_tells_the_truth(acme: tuple[Path, ...], tmp_path: Path) -> None:
    shown = documents.files(PAGE)
    assert len(shown) == 5
    for name, text in shown.items():
        assert text == (EXAMPLE / name).read_text(encoding="utf-8"), f"{PAGE.name} shows another {name}"
    assert answer("-m", "doctest", PAGE, path=acme, cwd=tmp_path) == ""


# --------------------------------------------------------------------------------------------------- broken ones


def distribution(
    folder: Path, monkeypatch: pytest.MonkeyPatch, group: str, entry: str, modules: dict[str, str], name: str = "broken"
) -> None:
    """Lay out an installed distribution, called NAME-stuff 1.2, that says `entry` in a group of entry points."""
    for module, code in modules.items():
        (folder / f"{module}.py").write_text(code, encoding="utf-8")
        monkeypatch.setitem(sys.modules, module, sys)  # so that the import is undone behind the test
        monkeypatch.delitem(sys.modules, module)
    info = folder / f"{name}_stuff-1.2.dist-info"
    info.mkdir()
    (info / "METADATA").write_text(f"Metadata-Version: 2.1\nName: {name}-stuff\nVersion: 1.2\n", encoding="utf-8")
    (info / "entry_points.txt").write_text(f"[{group}]\n{entry}\n", encoding="utf-8")
    monkeypatch.syspath_prepend(folder)


BROKEN_LIBRARIES = {
    "it imports what is absent": ("lib", "import nowhere_at_all", "ModuleNotFoundError: No module named 'nowhere_at_"),
    "it ends the process": ("lib", "raise SystemExit('no licence')", "SystemExit: no licence"),
    "its entry point names nothing": ("lib:missing", "", "AttributeError: module 'lib' has no attribute 'missing'"),
    "its entry point names a class": ("lib:Thing", "class Thing: pass", "is no module, but type"),
    "it declares nothing": ("lib", "x = 1", "module lib declares no block type"),
    "it only imports WordPress's": ("lib", "from blocks import Image", "module lib declares no block type"),
    "its namespace is another": (
        "lib",
        "from blocks import Block, block\n@block('other/x')\nclass X(Block): pass",
        "declares no block of its namespace, broken/",
    ),
    "it takes a name of WordPress's": (
        "lib",
        "from blocks import Block, block\n@block('core/quote')\nclass X(Block): pass",
        "core/quote is declared twice: by blocks.library.text.quoted.Quote and by lib.X",
    ),
    "a field of its last type hides what blocks have": (
        "lib",
        "from blocks import Block, block\nfrom blocks.model.fields import comment\n"
        "@block('broken/x')\nclass X(Block): pass\n"
        "class Y(Block):\n  type_name = 'broken/y'\n  span = comment('span', 'number')",
        "Y.span would hide what every Block calls span",
    ),
    "its last type takes a name of WordPress's": (
        "lib",
        "from blocks import Block, block\n@block('broken/x')\nclass X(Block): pass\n"
        "@block('core/quote')\nclass Y(Block): pass",
        "core/quote is declared twice: by blocks.library.text.quoted.Quote and by lib.Y",
    ),
    "it declares a name twice": (
        "lib",
        "from blocks import Block, block\n@block('broken/x')\nclass X(Block): pass\n"
        "@block('broken/x')\nclass Y(Block): pass",
        "broken/x is declared twice: by lib.X and by lib.Y",
    ),
    "it declares a name without namespace": (
        "lib",
        "from blocks import Block, block\n@block('x')\nclass X(Block): pass",
        "DeclarationError: @block('x'): a block's name has a namespace",
    ),
}


@pytest.mark.parametrize("case", BROKEN_LIBRARIES)
def test_a_broken_library_is_named_with_its_distribution_and_the_reason(
    case: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    value, code, reason = BROKEN_LIBRARIES[case]
    distribution(tmp_path, monkeypatch, "blocks.library", f"broken = {value}", {"lib": code})
    registry = blocks.Registry(core_text)
    assert list(blocks.parse("<!-- wp:quote /-->", registry=registry).find(blocks.Quote))
    for _ in range(2):  # it stays broken
        with pytest.raises(blocks.PluginError) as raised:
            blocks.parse("<!-- wp:broken/x /-->", registry=registry)
        assert f"the block library 'broken' ({value}) of the distribution broken-stuff 1.2 " in str(raised.value)
        assert reason in str(raised.value)
    with pytest.raises(blocks.PluginError, match=r"broken-stuff 1\.2"):
        registry.load_plugins()
    assert set(registry) == set(blocks.Registry(core_text))  # nothing of it was taken


def test_of_two_distributions_for_a_namespace_both_are_taken_or_none(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    code = "from blocks import Block, block\n@block('{0}/{1}')\nclass X(Block): pass"
    libraries = {  # the later one is found first
        "two": ("twice", code.format("twice", "two")),
        "one": ("twice", code.format("twice", "one")),
        "bad": ("half", "1 / 0"),
        "good": ("half", code.format("half", "good")),
    }
    for name, (namespace, text) in libraries.items():
        (tmp_path / name).mkdir()
        entry = f"{namespace} = {name}_lib"
        distribution(tmp_path / name, monkeypatch, "blocks.library", entry, {f"{name}_lib": text}, name)
    registry = blocks.Registry()
    assert ("twice/one" in registry, "twice/two" in registry, len(registry)) == (True, True, 2)
    for _ in range(2):
        with pytest.raises(blocks.PluginError, match=r"bad-stuff 1\.2"):
            registry.type_of("half/good")
    assert len(registry) == 2


def test_a_type_of_ones_own_does_not_keep_the_plugin_of_its_namespace_out(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    code = "from blocks import Block, block\n@block('shop/book')\nclass Book(Block): pass"
    distribution(tmp_path, monkeypatch, "blocks.library", "shop = shop_blocks", {"shop_blocks": code})

    @blocks.block("shop/own")
    class Own(blocks.Block):
        """<!-- wp:shop/own /-->"""

    for loads_all in (True, False):
        registry = blocks.Registry()
        registry.register(Own)
        if loads_all:
            registry.load_plugins()
        else:
            registry.type_of("shop/book")
        assert [one.type_name for one in registry] == ["shop/own", "shop/book"]


def test_names_of_many_namespaces_do_not_look_for_plugins_each(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []

    def installed_once(group: str, name: str | None = None) -> list[EntryPoint]:  # noqa: ARG001
        asked.append(group)
        return []

    monkeypatch.setattr(plugins, "installed", installed_once)
    registry = blocks.Registry()
    blocks.parse("".join(f"<!-- wp:a{i}/x /-->" for i in range(50)), registry=registry)
    assert asked == ["blocks.library"]


BROKEN_RENDERERS = {
    "it imports what is absent": (
        "rend:R",
        "import nowhere_at_all",
        "ModuleNotFoundError: No module named 'nowhere_at",
    ),
    "its constructor fails": ("rend:R", "class R:\n  def __init__(self, x): pass", "cannot be made: TypeError: "),
    "it has no method": ("rend:R", "class R:\n  format = 'broken'", "needs an attribute `format` and a method `render"),
    "it is a function": ("rend:r", "def r(document): ...", "needs an attribute `format` and a method `render"),
}


@pytest.mark.parametrize("case", BROKEN_RENDERERS)
def test_a_broken_renderer_is_named_with_its_distribution_and_the_reason(
    case: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    value, code, reason = BROKEN_RENDERERS[case]
    distribution(tmp_path, monkeypatch, "blocks.renderers", f"broken = {value}", {"rend": code})
    assert "broken-stuff 1.2" in formats()["broken"]
    with pytest.raises(blocks.PluginError) as raised:
        blocks.render("", to="broken")
    assert f"the renderer 'broken' ({value}) of the distribution broken-stuff 1.2 " in str(raised.value)
    assert reason in str(raised.value)


BROKEN_SOURCES = {
    "it imports what is absent": (
        "src:read",
        "import nowhere_at_all",
        "ModuleNotFoundError: No module named 'nowhere_at",
    ),
    "it is no function": ("src:x", "x = 1", "is no source: it needs to be a function `read(stream)`"),
    "it fails": ("src:read", "def read(stream):\n  yield 1 / 0", "failed: ZeroDivisionError: division by zero"),
    "it yields no post": ("src:read", "def read(stream):\n  yield 'x'", "yields str where a source yields blocks.Post"),
}


@pytest.mark.parametrize("case", BROKEN_SOURCES)
def test_a_broken_source_is_named_with_its_distribution_and_the_reason(
    case: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    value, code, reason = BROKEN_SOURCES[case]
    distribution(tmp_path, monkeypatch, "blocks.sources", f"broken = {value}", {"src": code})
    assert sources()["broken"] == "from the plugin broken-stuff 1.2"
    with pytest.raises(blocks.PluginError) as raised:
        list(read(b"", "broken"))
    assert f"the source 'broken' ({value}) of the distribution broken-stuff 1.2 " in str(raised.value)
    assert reason in str(raised.value)


def test_two_distributions_with_one_source_are_both_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("one", "two"):
        (tmp_path / name).mkdir()
        code = "def read(stream):\n  yield from ()"
        distribution(tmp_path / name, monkeypatch, "blocks.sources", f"twice = {name}:read", {name: code}, name)
    with pytest.raises(blocks.PluginError, match=r"-stuff 1\.2 is not the only one .* (one|two)-stuff 1\.2 call one"):
        read(b"", "twice")


def test_a_plugin_may_read_markdown(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    code = "from blocks import Post\ndef read(stream):\n  yield Post('<p>' + stream.read().decode()[2:] + '</p>')"
    distribution(tmp_path, monkeypatch, "blocks.sources", "markdown = md:read", {"md": code})
    assert [post.content for post in read(b"# Tides")] == ["<p>Tides</p>"]


def test_two_distributions_with_one_format_are_both_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    code = "class R:\n  format = 'twice'\n  def render(self, document, context, /): return ''"
    for name in ("one", "two"):
        (tmp_path / name).mkdir()
        distribution(tmp_path / name, monkeypatch, "blocks.renderers", f"twice = {name}:R", {name: code}, name)
    with pytest.raises(blocks.PluginError, match=r"two-stuff 1\.2 .* one-stuff 1\.2"):
        renderer("twice")


# ----------------------------------------------------------------------------------------- templates of plugins


def package(folder: Path, monkeypatch: pytest.MonkeyPatch, files: dict[str, str]) -> None:
    """Lay out the package `shop`, whose module `shop.kinds` declares shop/book and whose `shop.out` has a renderer."""
    files = {
        "__init__.py": "",
        "kinds.py": "from blocks import Block, block\n@block('shop/book')\nclass Book(Block): pass",
        "out.py": (
            "from blocks.render.html import saved_html\n"
            "class Feed:\n"
            "  format = 'feed'\n"
            "  def render(self, document, context, /): return saved_html(document, context, ('feed', 'html'))"
        ),
        **files,
    }
    for name, text in files.items():
        path = folder / "shop" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    for module in ("shop", "shop.kinds", "shop.out"):
        monkeypatch.setitem(sys.modules, module, sys)
        monkeypatch.delitem(sys.modules, module)
    distribution(
        folder, monkeypatch, "blocks.library", "shop = shop.kinds\n[blocks.renderers]\nfeed = shop.out:Feed", {}
    )


def test_a_librarys_templates_draw_its_own_blocks_and_no_others(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    templates = {"templates/html/shop/book.html": "BOOK", "templates/html/core/quote.html": "QUOTE"}
    package(tmp_path, monkeypatch, templates)
    markup = "<!-- wp:quote --><i>q</i><!-- /wp:quote --><!-- wp:shop/book /-->"
    quote = '<i class="is-layout-flow wp-block-quote-is-layout-flow">q</i>'
    assert blocks.render(markup, registry=blocks.Registry(core_text)) == f"{quote}BOOK"


def test_a_renderers_templates_draw_every_block_in_its_format(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    templates = {"templates/feed/core/quote.html": "<q>{{ content }}</q>", "templates/html/core/quote.html": "HTML"}
    package(tmp_path, monkeypatch, templates)
    markup = "<!-- wp:quote --><i>q</i><!-- /wp:quote -->"
    assert blocks.render(markup, to="feed") == "<q><i>q</i></q>"
    assert blocks.render(markup, to="html") == '<i class="is-layout-flow wp-block-quote-is-layout-flow">q</i>'
