"""The pytest plugin `blocks.testing`, run as its users run it: pytest in a folder of theirs."""

from __future__ import annotations

import re
import shutil
import subprocess
import tomllib
from pathlib import Path

import pytest

import blocks
from blocks.testing.difference import MOST_LINES, difference
from tests import documents
from tests.installing import ROOT, copied, run

pytestmark = pytest.mark.slow

THEME = ROOT / "examples" / "theme"
PAGE = ROOT / "docs" / "testing.md"

MARKUP = """\
<!-- wp:heading --><h2>Tea</h2><!-- /wp:heading -->
<!-- wp:paragraph --><p>Hot.</p><!-- /wp:paragraph -->
"""
HTML = '<h2 class="wp-block-heading">Tea</h2>\n<p>Hot.</p>\n'


class Project:
    """A folder with tests in it, where pytest is run with the plugin found by its entry point."""

    def __init__(self, folder: Path, entry_points: Path) -> None:
        self.folder = folder
        self._path = (entry_points, ROOT)

    def write(self, **files: str | bytes) -> Project:
        """Write files under tests/; `a_html="…"` is `tests/a.html`, `a_blocks_html` is `tests/a.blocks.html`."""
        for name, content in files.items():
            path = self.folder / "tests" / name.replace("_", ".")
            path.parent.mkdir(exist_ok=True)
            path.write_bytes(content.encode() if isinstance(content, str) else content)
        return self

    def pytest(self, *arguments: str, cwd: str = ".") -> subprocess.CompletedProcess[str]:
        options = (*(f"-pno:{name}" for name in ("cacheprovider", "benchmark", "hypothesispytest")), "-q", *arguments)
        return run("-m", "pytest", *options, path=self._path, cwd=self.folder / cwd)

    def read(self, name: str) -> str:
        return (self.folder / "tests" / name).read_text(encoding="utf-8")


@pytest.fixture
def project(tmp_path: Path) -> Project:
    folder = tmp_path / "project"
    folder.mkdir()
    (folder / "pytest.ini").write_text("[pytest]\n", encoding="utf-8")
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    info = tmp_path / "entry_points" / f"blocks-{settings['version']}.dist-info"
    info.mkdir(parents=True)
    (info / "METADATA").write_text(f"Metadata-Version: 2.1\nName: blocks\nVersion: {settings['version']}\n")
    entries = "\n".join(f"{name} = {value}" for name, value in settings["entry-points"]["pytest11"].items())
    (info / "entry_points.txt").write_text(f"[pytest11]\n{entries}\n")
    return Project(folder, info.parent)


def outcome(done: subprocess.CompletedProcess[str]) -> str:
    """`3 passed`, `1 failed, 2 passed`: the last line, without the time."""
    assert not done.stderr
    return done.stdout.rstrip().rpartition("\n")[2].rpartition(" in ")[0].strip("= ")


# ------------------------------------------------------------------------------------------------ what is a test


def test_each_expectation_is_a_test_whose_id_names_the_case_and_the_kind(project: Project) -> None:
    project.write(a_blocks_html=MARKUP, a_html="", a_txt="", a_amp_html="", a_tree_json="")
    project.write(b_blocks_html=MARKUP, b_html="", b_md="", c_html="")
    assert project.pytest("--collect-only").stdout.split("\n")[:5] == [
        "tests/a.blocks.html::html",
        "tests/a.blocks.html::txt",
        "tests/a.blocks.html::amp.html",
        "tests/a.blocks.html::tree.json",
        "tests/b.blocks.html::html",
    ]


def test_every_kind_is_compared_with_what_the_api_says(project: Project) -> None:
    project.write(a_blocks_html=MARKUP, a_html=HTML, a_txt=blocks.render(MARKUP, "text"))
    project.write(a_amp_html=blocks.render(MARKUP, "amp"))
    project.write(a_tree_json="[]")
    done = project.pytest()
    assert outcome(done) == "1 failed, 3 passed"
    assert '+    "blockName": "core/heading",' in done.stdout


def test_one_expectation_can_be_run_by_its_id(project: Project) -> None:
    project.write(a_blocks_html=MARKUP, a_html=HTML, a_txt="wrong")
    assert outcome(project.pytest("tests/a.blocks.html::html")) == "1 passed"
    assert outcome(project.pytest("tests/a.blocks.html::txt")) == "1 failed"


def test_a_case_without_expectation_fails_and_says_what_to_do(project: Project) -> None:
    done = project.write(lonely_blocks_html=MARKUP).pytest()
    assert outcome(done) == "1 failed"
    assert "lonely.blocks.html has nothing to be compared with" in done.stdout
    assert "lonely.html, lonely.txt, lonely.amp.html, lonely.tree.json" in done.stdout


def test_line_breaks_at_the_end_and_their_spelling_are_not_compared(project: Project) -> None:
    project.write(a_blocks_html=MARKUP, a_html=HTML.rstrip("\n"))
    project.write(b_blocks_html=MARKUP, b_html=HTML.replace("\n", "\r\n") + "\r\n")
    assert outcome(project.pytest()) == "2 passed"


def test_a_tree_of_any_depth_is_compared(project: Project) -> None:
    deep = "<!-- wp:group -->" * 3_000 + "<!-- /wp:group -->" * 3_000
    project.write(deep_blocks_html=deep, deep_tree_json="", deep_html="")
    assert outcome(project.pytest("--blocks-update")) == "2 passed"
    assert project.read("deep.tree.json").count('"core/group"') == 3_000
    assert outcome(project.pytest()) == "2 passed"


# ---------------------------------------------------------------------------------------------------- the update


def test_the_update_writes_the_expectations_that_exist_and_says_so(project: Project) -> None:
    project.write(a_blocks_html=MARKUP, a_html="old", a_tree_json="")
    done = project.pytest("--blocks-update")
    assert outcome(done) == "2 passed"
    assert "written: tests/a.html\nwritten: tests/a.tree.json\n" in done.stdout.replace("\\", "/")
    assert project.read("a.html") == HTML
    assert not (project.folder / "tests" / "a.txt").exists()
    again = project.pytest()
    assert outcome(again) == "2 passed"
    assert "written" not in again.stdout


def test_the_update_leaves_alone_what_is_right(project: Project) -> None:
    project.write(a_blocks_html=MARKUP, a_html=HTML + "\n\n")
    assert "written" not in project.pytest("--blocks-update").stdout
    assert project.read("a.html") == HTML + "\n\n"


def test_bytes_that_are_no_utf_8_come_back_as_they_were(project: Project) -> None:
    project.write(a_blocks_html=b"<p>caf\xe9</p>", a_html="", a_tree_json="")
    assert outcome(project.pytest("--blocks-update")) == "2 passed"
    assert (project.folder / "tests" / "a.html").read_bytes() == b"<p>caf\xe9</p>\n"
    assert '"innerHTML": "<p>caf\\udce9</p>"' in project.read("a.tree.json")
    assert outcome(project.pytest()) == "2 passed"


# ------------------------------------------------------------------------------------------------------ failures


def test_a_failure_is_a_diff_that_names_file_and_line_and_no_traceback(project: Project) -> None:
    project.write(a_blocks_html=MARKUP, a_html=HTML.replace("Hot", "Cold"))
    done = project.pytest()
    report = done.stdout.split("a.blocks.html: html ___")[1].partition("\n")[2].partition("=====")[0]
    assert (
        report.replace("\\", "/")
        == """\
tests/a.html:2:4: differs here from a.blocks.html → html
--- tests/a.html (expected)
+++ a.blocks.html → html (got)
@@ -1,2 +1,2 @@
 <h2 class="wp-block-heading">Tea</h2>
-<p>Cold.</p>
+<p>Hot.</p>
"""
    )
    assert ".py" not in report


def test_a_template_that_fails_is_named_with_its_line_and_no_traceback(project: Project) -> None:
    (project.folder / "pytest.ini").write_text("[pytest]\nblocks_theme = mine\n", encoding="utf-8")
    template = project.folder / "mine" / "templates" / "html" / "core" / "heading.html"
    template.parent.mkdir(parents=True)
    template.write_text("<b>\n{{ block.levle }}</b>", encoding="utf-8")
    done = project.write(a_blocks_html=MARKUP, a_html=HTML).pytest()
    assert outcome(done) == "1 failed"
    assert "a.blocks.html: TemplateError: the template html/core/heading.html, line 2: " in done.stdout
    assert "Traceback" not in done.stdout
    assert ".py:" not in done.stdout


def test_the_html_is_rendered_for_the_theme_json_the_site_and_the_page_that_ini_options_name(project: Project) -> None:
    (project.folder / "pytest.ini").write_text(
        "[pytest]\nblocks_theme_json = theme.json\nblocks_site = site.json\nblocks_request = request.json\n"
    )
    (project.folder / "theme.json").write_text('{"version": 3, "settings": {"spacing": {"blockGap": true}}}')
    (project.folder / "site.json").write_text('{"posts": [{"id": 1, "title": "Storm"}, {"id": 2, "title": "Calm"}]}')
    (project.folder / "request.json").write_text('{"post": 2}')
    gap = '{"style":{"spacing":{"blockGap":"2rem"}}}'
    markup = f'<!-- wp:post-title /--><!-- wp:group {gap} --><div class="wp-block-group"></div><!-- /wp:group -->'
    project.write(
        a_blocks_html=markup,
        a_html="",
        a_txt="",
        **{
            "test-site_py": """
def test_options(blocks_render):
    assert "Calm" in blocks_render("<!-- wp:post-title /-->")
    assert "Calm" not in blocks_render("<!-- wp:post-title /-->", site=None)
    assert blocks_render("<p>Tea</p>", to="text").strip() == "Tea"
"""
        },
    )
    done = project.pytest("--blocks-update", "tests/test-site.py", "tests/a.blocks.html")
    assert outcome(done) == "3 passed"
    assert '<h2 class="wp-block-post-title">Calm</h2>' in project.read("a.html")
    assert "wp-container-core-group-is-layout-" in project.read("a.html"), "the gap is the theme's"


def test_a_site_that_is_absent_is_one_sentence(project: Project) -> None:
    (project.folder / "pytest.ini").write_text("[pytest]\nblocks_site = nowhere.json\n")
    done = project.write(a_blocks_html=MARKUP, a_html=HTML).pytest()
    assert outcome(done) == "1 failed"
    assert "SourceError: the site" in done.stdout
    assert "Traceback" not in done.stdout


def test_a_theme_that_is_absent_is_one_sentence(project: Project) -> None:
    (project.folder / "pytest.ini").write_text("[pytest]\nblocks_theme = nowhere\n", encoding="utf-8")
    done = project.write(a_blocks_html=MARKUP, a_html=HTML).pytest()
    assert re.search(r"a\.blocks\.html: TemplateError: the theme \S*nowhere has no folder templates/", done.stdout)
    assert ".py:" not in done.stdout


def test_a_long_difference_is_cut_short() -> None:
    told = difference("\n".join(f"old {n}" for n in range(9000)), "\n".join(f"new {n}" for n in range(9000)), "e", "g")
    assert told.count("\n") < MOST_LINES
    assert told.startswith("e:1:1: ")
    assert "--blocks-update" in told.rpartition("\n")[2]


def test_the_lines_of_a_diff_bear_their_numbers_in_the_file() -> None:
    lines = [f"line {number}" for number in range(1, 1001)]
    changed = [*lines[:499], "another", *lines[500:]]
    told = difference("\n".join(lines), "\n".join(changed), "e", "g").split("\n")
    assert told[0] == "e:500:1: differs here from g"
    assert told[3] == "@@ -497,7 +497,7 @@"
    assert told[4:] == [
        " line 497",
        " line 498",
        " line 499",
        "-line 500",
        "+another",
        " line 501",
        " line 502",
        " line 503",
    ]


def test_a_long_line_is_shown_around_the_difference() -> None:
    told = difference("x" * 5000 + "old" + "y" * 5000, "x" * 5000 + "new" + "y" * 5000, "e", "g")
    assert told.startswith("e:1:5001: ")
    assert all(len(line) < 130 for line in told.split("\n"))
    assert re.search(r"^-…x+oldy+…$", told, re.MULTILINE)
    assert re.search(r"^\+…x+newy+…$", told, re.MULTILINE)


def test_what_does_not_print_is_shown_as_an_escape() -> None:
    told = difference("a b\n", "a\xa0b\udce9\t\n", "e", "g")
    assert "-a b" in told
    assert r"+a\xa0b\udce9\t" in told


def test_a_text_that_ends_early_differs_in_the_line_behind_it() -> None:
    assert difference("one\n", "one\ntwo\n", "e", "g").startswith("e:2:1: ")
    assert difference("", "one\n", "e", "g").startswith("e:1:1: ")


# ------------------------------------------------------------------------------------------- fixtures and company


def test_the_fixtures_parse_and_render_with_the_theme_wherever_pytest_is_started(project: Project) -> None:
    (project.folder / "pytest.ini").write_text("[pytest]\nblocks_theme = mine\n", encoding="utf-8")
    template = project.folder / "mine" / "templates" / "html" / "core" / "heading.html"
    template.parent.mkdir(parents=True)
    template.write_text("<b>{{ block.content.text }}</b>", encoding="utf-8")
    project.write(
        a_blocks_html=MARKUP,
        a_html="<b>Tea</b>\n<p>Hot.</p>\n",
        **{
            "test_it_py".replace("test_it", "test-it"): f"""
import blocks
def test_parse(blocks_parse):
    assert blocks_parse({MARKUP!r}) == blocks.parse({MARKUP!r})
def test_render(blocks_render):
    assert blocks_render({MARKUP!r}).startswith("<b>Tea</b>")
    assert blocks_render({MARKUP!r}, theme=None).startswith({HTML[:10]!r})
    assert blocks_render({MARKUP!r}, to="html", page=True).startswith("<!doctype html>")
    assert blocks_render({MARKUP!r}, "text").startswith("Tea")
""",
        },
    )
    assert outcome(project.pytest("test-it.py", "a.blocks.html", cwd="tests")) == "3 passed"


def test_without_the_plugin_nothing_is_collected(project: Project) -> None:
    project.write(a_blocks_html=MARKUP, a_html=HTML)
    assert outcome(project.pytest()) == "1 passed"
    assert outcome(project.pytest("-p", "no:blocks")) == "no tests ran"


def test_doctest_and_the_plugin_do_not_disturb_each_other(project: Project) -> None:
    project.write(a_blocks_html=MARKUP, a_html=HTML, a_txt=">>> 1 / 0\n", b_py='""">>> 1 + 1\n2\n"""')
    done = project.pytest("--doctest-modules", "--deselect", "tests/a.blocks.html::txt")
    assert outcome(done) == "2 passed, 1 deselected"


def test_at_its_start_pytest_loads_no_library_for_the_plugin(project: Project) -> None:
    (project.folder / "test_nothing.py").write_text(
        "import sys\n"
        "def test(): assert 'blocks.testing' in sys.modules\n"
        "def test_light(): assert not {'lark', 'lxml', 'cssselect', 'jinja2', 'click', 'rich'} & {*sys.modules}\n",
        encoding="utf-8",
    )
    assert outcome(project.pytest()) == "2 passed"


# --------------------------------------------------------------------------------------- the sample theme, the page


def theme_of(project: Project) -> Path:
    shutil.rmtree(project.folder)
    return copied(THEME, project.folder)


def test_the_tests_of_the_sample_theme_pass(project: Project) -> None:
    theme_of(project)
    done = project.pytest("-W", "error", "--strict-config")
    assert re.fullmatch(r"\d+ passed", outcome(done)), done.stdout


@pytest.mark.parametrize("template", sorted(path.name for path in (THEME / "templates").rglob("*.html")))
def test_the_tests_of_the_sample_theme_notice_a_change_of_each_template(project: Project, template: str) -> None:
    (path,) = theme_of(project).rglob(f"templates/**/{template}")
    path.unlink()
    assert "failed" in outcome(project.pytest())


def test_the_page_about_testing_tells_the_truth(project: Project) -> None:
    shown = documents.files(PAGE)
    assert {"tests/card.blocks.html", "tests/card.html", "pytest.ini"} <= set(shown)
    for name, text in shown.items():
        (project.folder / name).parent.mkdir(parents=True, exist_ok=True)
        (project.folder / name).write_text(text, encoding="utf-8")
    assert (
        outcome(project.pytest())
        == f"{len(re.findall('^def test_', ''.join(shown.values()), re.MULTILINE)) + 1} passed"
    )
    template = project.folder / "templates" / "html" / "core" / "image.html"
    template.write_text(template.read_text(encoding="utf-8").replace("lazy", "eager"), encoding="utf-8")
    report = project.pytest().stdout.replace("\\", "/")
    (told,) = re.findall(r"^    (tests/card.html:.*?)\n\n", PAGE.read_text(encoding="utf-8"), re.DOTALL | re.MULTILINE)
    assert told.replace("\n    ", "\n") in report
