"""The command line, where a transcript cannot show it: bytes, processes, terminals, sizes and times."""

from __future__ import annotations

import json
import os
import pty
import re
import shlex
import subprocess
import sys
import time
from collections.abc import Callable
from importlib import import_module, metadata
from pathlib import Path
from typing import Any, Literal

import pytest

import blocks
from blocks.cli import main, outputs
from blocks.cli.app import COMMANDS
from blocks.cli.options import read_options, spelled
from blocks.errors import OptionError
from blocks.model import plugins
from blocks.model.json_text import PHP, pieces
from blocks.render import formats
from blocks.render.formats import kinds_of
from tests.test_transcripts import Terminal, run_in_process

ROOT = Path(__file__).parent.parent
SMALL = b"<!-- wp:paragraph -->\n<p>Hello</p>\n<!-- /wp:paragraph -->\n"
NOT_UTF8 = b'<!-- wp:group {"a":"\xc3\xbc"} -->\r\n<p>caf\xe9\x00</p><!-- /wp:group -->\xff'
STAGES = ("tree", "wordpress", "markup", "events")
LEVELS = 100_000


def process(*arguments: str, **options: Any) -> subprocess.CompletedProcess[bytes]:
    """`python -m blocks ARGUMENTS`, run to its end."""
    command = [sys.executable, "-m", "blocks", *arguments]
    return subprocess.run(command, cwd=ROOT, capture_output=True, timeout=60, check=False, **options)


@pytest.fixture
def small(tmp_path: Path) -> str:
    path = tmp_path / "small.html"
    path.write_bytes(SMALL)
    return str(path)


# ------------------------------------------------------------------------------------------------------- bytes


def test_a_process_reads_and_writes_bytes_as_they_are() -> None:
    done = process("parse", "--as", "markup", "--from", "markup", input=NOT_UTF8)
    assert (done.returncode, done.stdout, done.stderr) == (0, NOT_UTF8, b"")


def test_rendering_keeps_bytes_that_are_not_utf8() -> None:
    code, out, _ = run_in_process(["render", "-q", "--from", "markup"], NOT_UTF8)
    group = b"is-layout-flow wp-block-group-is-layout-flow"
    assert (code, out) == (0, b'\r\n<p class="%s">caf\xe9\x00</p>\xff' % group)


def test_json_escapes_bytes_that_are_not_utf8() -> None:
    code, out, _ = run_in_process(["parse", "-q", "--from", "markup", "--as", "wordpress"], NOT_UTF8)
    read = json.loads(out.decode("utf-8"))
    assert code == 0
    assert read[0]["innerHTML"].encode("utf-8", "surrogateescape") == b"\r\n<p>caf\xe9\x00</p>"
    assert read[0]["attrs"] == {"a": "ü"}
    assert rb"caf\udce9" in out


def test_the_tree_and_the_events_keep_such_bytes_too() -> None:
    for stage in ("tree", "events"):
        code, out, _ = run_in_process(["parse", "-q", "--from", "markup", "--as", stage], NOT_UTF8)
        assert code == 0
        assert b"caf\xe9" in out


def test_half_a_surrogate_pair_from_json_does_not_stop_an_output() -> None:
    code, out, _ = run_in_process(["render", "-q"], rb'{"content": {"raw": "<p>a\ud800b</p>"}}')
    assert (code, out.decode()) == (0, "<p>a\ufffdb</p>")


@pytest.mark.parametrize(
    "data",
    [
        b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\x00\x02\x00",
        b"PK\x03\x04\x14\x00\x06\x00\x08\x00\x00\x00!\x00",
        b"some text, and then\0 a NUL",
        "\ufeff<!-- wp:spacer /-->".encode("utf-16-le"),
    ],
    ids=["picture", "archive", "nul", "utf-16"],
)
def test_what_is_no_text_gets_one_line(data: bytes, tmp_path: Path) -> None:
    path = tmp_path / "a.bin"
    path.write_bytes(data)
    code, out, err = run_in_process(["render", str(path)])
    assert (code, out, err.count("\n")) == (2, b"", 1)
    assert err.startswith(f"blocks: {path}: this is ")


def test_wordpress_takes_a_nul_among_blocks_for_text() -> None:
    code, out, _ = run_in_process(["render", "-q"], b"\0<!-- wp:a/v --><p>x</p><!-- /wp:a/v -->")
    assert (code, out) == (0, b"\0<p>x</p>")


def test_what_cannot_be_opened_gets_one_line(small: str) -> None:
    code, out, err = run_in_process(["render", f"{small}/inside"])
    assert (code, out) == (2, b"")
    assert err == f"blocks: {small}/inside cannot be read: Not a directory\n"


# --------------------------------------------------------------------------------------------------- processes


def test_it_runs_as_a_module(small: str) -> None:
    done = process("render", "-q", small)
    assert (done.returncode, done.stdout, done.stderr) == (0, b"\n<p>Hello</p>\n\n", b"")
    assert process("--version").stdout.startswith(b"blocks ")


def test_a_broken_pipe_is_quiet(tmp_path: Path) -> None:
    path = tmp_path / "long.html"
    path.write_bytes(SMALL * 20_000)
    command = [sys.executable, "-m", "blocks", "parse", "-q", str(path)]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as running:
        assert running.stdout is not None
        assert running.stderr is not None
        running.stdout.readline()
        running.stdout.close()
        assert running.stderr.read() == b""
    assert running.returncode == 141


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="there is no /dev/full here")
def test_a_full_disk_gets_one_line(small: str) -> None:
    with Path("/dev/full").open("wb") as full:
        command = [sys.executable, "-m", "blocks", "render", "-q", small]
        done = subprocess.run(command, cwd=ROOT, stdout=full, stderr=subprocess.PIPE, timeout=60, check=False)
    assert (done.returncode, done.stderr) == (
        2,
        b"blocks: standard output cannot be written: No space left on device\n",
    )


def test_an_interrupt_is_quiet(small: str, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(path: Path) -> bytes:  # noqa: ARG001
        raise KeyboardInterrupt

    monkeypatch.setattr("blocks.sources.formats.open_file", interrupted)
    code, out, err = run_in_process(["render", small])
    assert (code, out, err.strip()) == (130, b"", "")


def test_what_a_small_render_does_not_need_is_not_imported(small: str) -> None:
    program = (
        "import sys; from blocks.cli import main; main(['render', '-q', sys.argv[1]]); "
        "print({'lxml', 'jinja2', 'rich', 'cssselect', 'blocks.cli.tree'} & set(sys.modules))"
    )
    done = subprocess.run([sys.executable, "-c", program, small], cwd=ROOT, capture_output=True, timeout=60, check=True)
    assert done.stdout.decode() == "\n<p>Hello</p>\n\nset()\n"


def test_a_small_render_is_a_quick_process(small: str, tmp_path: Path) -> None:
    """250 ms are to be reached where `python -c pass` takes 15: here as a ratio of processor times, the best of 7.

    As where the package is installed, its modules are compiled once: the first run pays for it, whatever the
    environment says of bytecode.
    """
    compiled = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    compiled["PYTHONPYCACHEPREFIX"] = str(tmp_path)

    def seconds(*arguments: str) -> float:
        before = os.times()
        command = [sys.executable, *arguments]
        subprocess.run(command, cwd=ROOT, env=compiled, stdout=subprocess.DEVNULL, timeout=60, check=True)
        after = os.times()
        return after.children_user + after.children_system - before.children_user - before.children_system

    pairs = [(seconds("-c", "pass"), seconds("-m", "blocks", "render", "-q", small)) for _ in range(7)]
    nothing, render = map(min, zip(*pairs, strict=True))
    assert render < max(0.25, 25 * nothing)


# ----------------------------------------------------------------------------------------------------- terminals


def on_a_terminal(command: list[str], stream: str) -> str:
    """What a process shows on a terminal of 100 columns, which is its `stream`: "stdout" or "stderr"."""
    main_end, other_end = pty.openpty()
    environment = {**os.environ, "TERM": "xterm-256color", "COLUMNS": "100"}
    environment.pop("NO_COLOR", None)
    stdout, stderr = (other_end if name == stream else subprocess.DEVNULL for name in ("stdout", "stderr"))
    with subprocess.Popen(
        command, cwd=ROOT, env=environment, stdin=subprocess.DEVNULL, stdout=stdout, stderr=stderr
    ) as running:
        os.close(other_end)
        shown = b""
        while True:
            try:
                more = os.read(main_end, 65536)
            except OSError:  # what Linux answers where the other end is closed
                more = b""
            if not more:
                break
            shown += more
    os.close(main_end)
    assert running.returncode == 0
    return shown.decode()


def test_a_terminal_shows_the_tree_in_colour_and_in_its_width(tmp_path: Path) -> None:
    path = tmp_path / "post.html"
    path.write_text(f'<p>\x1b[2JHi {"y" * 500}</p><!-- wp:paragraph {{"a":"\\u001b[31mred","b":"{"x" * 500}"}} /-->')
    shown = on_a_terminal([sys.executable, "-m", "blocks", "parse", "-q", str(path)], "stdout")
    assert "\x1b[1;36mcore/paragraph" in shown
    assert "\x1b[31mred" not in shown
    assert r"\x1b[2JHi" in shown
    assert "\x1b[2J" not in shown
    plain = re.sub(r"\x1b\[[\d;]*m", "", shown)
    assert max(map(len, plain.splitlines())) <= 100


def test_a_message_cannot_steer_a_terminal() -> None:
    _, _, err = run_in_process(["render", "no\x1b[2Jfile"])
    assert err == "blocks: there is no file no\\x1b[2Jfile\n"


def test_a_progress_bar_is_drawn_for_several_files_on_a_terminal_alone(small: str, tmp_path: Path) -> None:
    other = tmp_path / "other.html"
    other.write_bytes(SMALL)
    command = [sys.executable, "-m", "blocks", "render", "--from", "markup", small, str(other), "-o", f"{tmp_path}/out"]
    assert "rendering" in on_a_terminal(command, "stderr")
    assert process(*command[3:]).stderr == b""
    assert {path.name for path in (tmp_path / "out").iterdir()} == {"small.html", "other.html"}


def test_a_terminal_ends_the_last_line_and_a_pipe_does_not() -> None:
    assert run_in_process(["render", "-q"], b"<p>x</p>")[1] == b"<p>x</p>"
    assert run_in_process(["render", "-q"], b"<p>x</p>", stdout_type=Terminal)[1] == b"<p>x</p>\n"
    assert run_in_process(["render", "-q"], b"<p>x</p>\n", stdout_type=Terminal)[1] == b"<p>x</p>\n"


def test_without_a_file_a_terminal_is_not_waited_for() -> None:
    for command in ("render", "parse", "check"):
        code, out, err = run_in_process([command], stdin_type=Terminal)
        assert (code, out) == (2, b"")
        assert err == f"blocks: name a FILE, or - to read standard input (blocks {command} --help tells more)\n"


# ------------------------------------------------------------------------------------------------- big and hostile


@pytest.fixture(scope="module")
def deep(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("deep") / "deep.html"
    path.write_text("<!-- wp:group -->" * LEVELS + "x" + "<!-- /wp:group -->" * LEVELS)
    return path


def shown(path: Path, stage: str) -> str:
    code, out, err = run_in_process(["parse", "-q", str(path), "--as", stage])
    assert (code, err) == (0, "")
    return out.decode()


def test_deep_nesting_comes_through_every_stage(deep: Path) -> None:
    assert shown(deep, "markup") == deep.read_text()
    assert shown(deep, "events").count("\n") == 2 * LEVELS + 1
    tree = shown(deep, "tree")
    assert tree.count("core/group") == LEVELS
    assert len(tree) < 150 * LEVELS
    code, out, _ = run_in_process(["parse", "-q", str(deep), "--as", "markup", "--canonical", "--engine", "lark"])
    assert (code, out) == (0, deep.read_bytes())


def test_deep_nesting_is_valid_json(deep: Path) -> None:
    text = shown(deep, "wordpress")
    assert text.count('"blockName": "core/group"') == LEVELS
    assert closes_what_it_opens(text)


def closes_what_it_opens(text: str) -> bool:
    opened: list[str] = []
    for bracket in re.findall(r"[\[\]{}]", re.sub(r'"(?:[^"\\]|\\.)*+"', '""', text)):
        if bracket in "[{":
            opened.append(bracket)
        elif not opened or opened.pop() + bracket not in ("[]", "{}"):
            return False
    return not opened


def test_unclosed_blocks_take_linear_room(tmp_path: Path) -> None:
    path = tmp_path / "open.html"
    path.write_text("<!-- wp:group --><div>" * 20_000)
    for stage in ("tree", "events"):
        assert len(shown(path, stage)) < 200 * 40_000
    code, out, err = run_in_process(["parse", "-q", str(path), "--as", "wordpress"])
    assert (code, out, err.count("\n")) == (2, b"", 1)
    code, _, err = run_in_process(["render", "-q", str(path)])
    assert (code, err.count("\n")) == (0, 2)  # one line for each code, not for each block


def test_the_tree_of_unclosed_blocks_takes_linear_time(tmp_path: Path) -> None:
    def seconds(blocks: int) -> float:
        path = tmp_path / f"{blocks}.html"
        path.write_text('<!-- wp:image --><img src="a.jpg">' * blocks)
        begun = time.perf_counter()
        shown(path, "tree")
        return time.perf_counter() - begun

    seconds(10)
    assert seconds(4000) < 3 * seconds(2000) + 0.1


@pytest.mark.parametrize(
    ("value", "text"),
    [
        ([], "[]"),
        ({}, "[]"),
        ([{}, []], "[\n    [],\n    []\n]"),
        ({"a": {"b": None}}, '{\n    "a": {\n        "b": null\n    }\n}'),
        ([1e999, -1e999, 1.0, 1e25, 0.1], "[\n    0,\n    0,\n    1,\n    1.0e+25,\n    0.1\n]"),
        ([True, "a/b ü \udcff"], '[\n    true,\n    "a/b ü \\udcff"\n]'),
    ],
    ids=repr,
)
def test_json_is_spelled_as_php_spells_it(value: Any, text: str) -> None:
    assert "".join(pieces(value, PHP)) == text


# ------------------------------------------------------------------------------------------------------- options


class Choosy:
    """A renderer with an option of every type."""

    format = "choosy"

    def render(
        self,
        document: Any,
        context: Any,
        /,
        *,
        width: int = 72,
        most: int | None = None,
        ratio: float = 1.5,
        page: bool = False,
        style: Literal["plain", "rich"] = "plain",
        title: str = "",
    ) -> str:
        raise NotImplementedError


CHOOSY: Any = Choosy()


def test_options_are_read_as_the_types_they_have() -> None:
    given = ["width=60", "most=3", "ratio=2", "page", "style=rich", "title=a=b"]
    read = read_options(CHOOSY, given)
    assert read == {"width": 60, "most": 3, "ratio": 2.0, "page": True, "style": "rich", "title": "a=b"}
    assert {name: type(value) for name, value in read.items()}["ratio"] is float
    assert read_options(CHOOSY, ["most=none", "page=off"]) == {"most": None, "page": False}
    assert spelled(kinds_of(CHOOSY, "style")) == "plain|rich"


@pytest.mark.parametrize("given", ["width=wide", "width=", "width", "most=1.5", "page=2", "style=bold", "heigth=3"])
def test_an_option_of_another_type_or_name_is_an_error(given: str) -> None:
    with pytest.raises(OptionError, match=given.partition("=")[0]):
        read_options(CHOOSY, [given])


# ------------------------------------------------------------------------------------------------- formats and help


def test_formats_spells_each_kind_of_value_once_and_paths_as_paths() -> None:
    code, out, _ = run_in_process(["formats", "html"])
    assert code == 0
    assert b"--option site=PATH|none (none)\n" in out
    assert b"--option no_data=wordpress|placeholder|saved (wordpress)\n" in out
    assert b"in Python alone: bindings, shortcodes\n" in out
    assert b"--option bindings" not in out


def test_formats_tells_every_format_and_names_a_plugin_that_fails(monkeypatch: pytest.MonkeyPatch) -> None:
    broken = metadata.EntryPoint("pdf", "no_such_module:Renderer", plugins.RENDERERS)

    monkeypatch.setattr(plugins, "installed", lambda *_: [broken])
    monkeypatch.setattr(formats, "BUILT_IN", {"html": formats.BUILT_IN["html"]})
    code, out, err = run_in_process(["formats"])
    html, pdf = out.decode().splitlines()
    assert code == 2
    assert html.startswith("html  page, lang, clean, profile, theme_json, site,")
    assert pdf.startswith("pdf   (cannot be imported)")
    assert "no_such_module" in err


def test_types_lists_every_declared_type() -> None:
    code, out, _ = run_in_process(["types"])
    assert code == 0
    assert re.search(rb"^core/image +Image +A picture", out, re.MULTILINE)


def test_help_is_given_without_a_command_and_names_the_commands() -> None:
    code, out, err = run_in_process([])
    assert (code, err) == (0, "")
    for name in COMMANDS:
        assert re.search(rf"^  {name} +\S", out.decode(), re.MULTILINE)


@pytest.mark.parametrize("name", COMMANDS)
def test_the_examples_of_a_command_use_options_that_it_has(name: str) -> None:
    command = import_module(f"blocks.cli.{name}").command
    known = {option for parameter in command.params for option in parameter.opts}
    examples = re.findall(rf"blocks {name}\b[^|\n]*", command.epilog)
    assert examples
    used = {
        option for example in examples for option in re.findall(r"(?<=\s)--?[a-z][a-z-]*", example.partition("   ")[0])
    }
    assert used <= known


@pytest.mark.parametrize(
    ("words", "place", "completion"),
    [("blocks re", "1", "render"), ("blocks render --to ht", "3", "html"), ("blocks types core/im", "2", "core/image")],
)
def test_a_shell_completes_words(words: str, place: str, completion: str) -> None:
    environment = {**os.environ, "_BLOCKS_COMPLETE": "bash_complete", "COMP_WORDS": words, "COMP_CWORD": place}
    assert process(env=environment).stdout.decode().split() == [f"plain,{completion}"]


# ------------------------------------------------------------------------------------------------------- outputs


def test_an_unknown_format_ends_its_files_in_its_name() -> None:
    assert outputs.extension(CHOOSY) == ".choosy"


def test_names_that_a_file_system_may_not_tell_apart_are_told_apart(tmp_path: Path) -> None:
    slugs = ["Post", "post", "." * 300, "a" * 300, "ü/ü"]
    posts = json.dumps([{"slug": slug, "content": {"raw": slug}} for slug in slugs])
    code, _, _ = run_in_process(["render", "-q", "-", "-o", str(tmp_path)], posts.encode())
    names = sorted(path.name for path in tmp_path.iterdir())
    assert code == 0
    assert names == sorted(["Post.html", "post-2.html", "post-3.html", "a" * 200 + ".html", "ü-ü.html"])


def test_posts_of_one_slug_are_told_apart_by_what_they_are(tmp_path: Path) -> None:
    def names(*posts: dict[str, object]) -> list[str]:
        folder = tmp_path / str(len(list(tmp_path.iterdir())))
        items = json.dumps([{"slug": "a", "content": {"raw": ""}} | post for post in posts])
        code, _, _ = run_in_process(["render", "-q", "--type", "any", "-", "-o", f"{folder}/"], items.encode())
        assert code == 0
        return sorted(path.name for path in folder.iterdir())

    posts = [{"type": "post", "id": 5}, {"type": "page", "id": 8}, {"type": "page", "id": 9}, {"type": "a/b", "id": 3}]
    assert names(*posts) == ["a-9.html", "a-a-b.html", "a-page.html", "a.html"]
    more = {"type": "page", "id": 7}
    assert names(posts[0], posts[1], more, posts[2]) == ["a-7.html", "a-9.html", "a-page.html", "a.html"]
    assert names({"id": 1}, {"id": 2}, {}, {}) == ["a-2.html", "a-3.html", "a-4.html", "a.html"]


def test_main_reads_the_arguments_of_the_process(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: Callable[[], int] = main
    monkeypatch.setattr(sys, "argv", ["blocks", "rendr"])
    assert asked() == 2


@pytest.mark.parametrize("arguments", ["--version", "--help", "render -q small.html"])
@pytest.mark.parametrize(("stream", "told"), [(">&-", "is closed"), (">/dev/full", "cannot be written")])
def test_an_output_that_takes_nothing_gets_one_line(tmp_path: Path, arguments: str, stream: str, told: str) -> None:
    (tmp_path / "small.html").write_text("<p>Hi</p>")
    ran = subprocess.run(
        f"{shlex.quote(sys.executable)} -m blocks {arguments} {stream}",
        shell=True,
        cwd=tmp_path,
        env=os.environ | {"PYTHONPATH": str(Path(blocks.__file__).parents[1])},
        stdin=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        text=True,
        check=False,
    )
    assert (ran.returncode, ran.stderr.count("\n")) == (2, 1)
    assert f"standard output {told}" in ran.stderr


def test_the_folder_of_a_file_is_made_for_output_and_stylesheet(tmp_path: Path, small: str) -> None:
    html, css = tmp_path / "a" / "b" / "x.html", tmp_path / "c" / "x.css"
    code, out, _ = run_in_process(["render", "-q", small, "-o", str(html), "--css", str(css)])
    assert (code, out) == (0, b"")
    assert html.is_file()
    assert css.is_file()


def test_a_stylesheet_that_cannot_be_written_is_told_before_the_html_is(tmp_path: Path, small: str) -> None:
    html = tmp_path / "x.html"
    code, _, err = run_in_process(["render", "-q", small, "-o", str(html), "--css", f"{small}/x.css"])
    assert code == 2
    assert "x.css cannot be written" in err
    assert not html.exists()


@pytest.mark.parametrize(
    ("more", "told"),
    [
        (["--to", "text"], "no stylesheet goes with the format text"),
        (["--to", "markdown"], "no stylesheet goes with the format markdown"),
        (["--to", "chunks"], "no stylesheet goes with the format chunks"),
        (["--clean"], "no stylesheet goes with clean HTML"),
        (["--to", "amp"], "an AMP page has its stylesheet in it; --fragment has it apart"),
        (["--to", "amp", "--option", "fragment=no"], "an AMP page has its stylesheet in it; --fragment has it apart"),
    ],
)
def test_a_stylesheet_of_what_has_none_is_refused(tmp_path: Path, small: str, more: list[str], told: str) -> None:
    css = tmp_path / "x.css"
    code, out, err = run_in_process(["render", "-q", small, "--css", str(css), *more])
    assert (code, out, css.exists()) == (2, b"", False)
    assert f"--css: {told}" in err


@pytest.mark.parametrize("said", [["--fragment"], ["--option", "fragment"]])
def test_the_stylesheet_of_an_amp_fragment_is_written(tmp_path: Path, small: str, said: list[str]) -> None:
    css = tmp_path / "x.css"
    code, out, _ = run_in_process(["render", "-q", small, "--to", "amp", *said, "--css", str(css)])
    assert code == 0
    assert b"<html" not in out
    made = blocks.convert(Path(small).read_bytes(), to="amp", fragment=True)
    assert css.read_text(encoding="utf-8") == made.css != ""


def test_no_short_option_of_amp_says_more_than_its_long_form(small: str) -> None:
    for short, long in (("--img=amp", "img=amp"), ("--gallery=carousel", "gallery=carousel"), ("--fragment", "fragment"),
                        ("--canonical=https://a.example/", "canonical=https://a.example/")):  # fmt: skip
        arguments = ["render", "-q", "--to", "amp", small]
        assert run_in_process([*arguments, short]) == run_in_process([*arguments, "--option", long])


def test_several_stylesheets_do_not_go_to_one_name(tmp_path: Path, small: str) -> None:
    css, out = tmp_path / "one.css", tmp_path / "out"
    arguments = ["render", "-q", small, small, "-o", str(out)]
    code, _, err = run_in_process([*arguments, "--css", str(css)])
    assert code == 2
    assert "the stylesheets of 2 outputs cannot go to the one file" in err
    assert not css.exists()
    assert not out.exists()
    assert run_in_process([*arguments, "--css", f"{css}/"])[0] == 0
    assert len(list(css.iterdir())) == 2


@pytest.mark.parametrize(
    ("to", "option", "held", "told"),
    [
        ("html", "--site", '{"posts": {"1": {"author": "x"}}}', "posts['1'].author is a string"),
        ("text", "--site", '{"posts": {"1": {"author": "x"}}}', "posts['1'].author is a string"),
        ("markdown", "--site", '{"posts": {"1": {"author": "x"}}}', "posts['1'].author is a string"),
        ("html", "--request", '{"pst": 1}', "a render context has no 'pst'"),
        ("html", "--theme-json", "[1]", "this is no JSON object"),
    ],
)
def test_a_broken_file_is_named_once_and_before_anything_is_rendered(
    tmp_path: Path, small: str, to: str, option: str, held: str, told: str
) -> None:
    file, out = tmp_path / "bad.json", tmp_path / "out"
    file.write_text(held)
    code, _, err = run_in_process(["render", "-q", "--to", to, small, small, "-o", str(out), option, str(file)])
    assert (code, err.count("\n"), out.exists()) == (2, 1, False)
    assert err.startswith(f"blocks: {file}: {told}")


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["--profile", "clasic"], "--profile takes block or classic, not 'clasic'. Did you mean 'classic'?"),
        (["--filters", "all"], "--filters takes none or the_content, not 'all'"),
        (["--no-data", "save"], "--no-data takes wordpress, placeholder or saved, not 'save'. Did you mean 'saved'?"),
        (["--option", "no-data=x"], "the option no_data takes wordpress, placeholder or saved, not 'x'"),
    ],
)
def test_a_value_that_an_option_does_not_take_is_told_as_it_was_written(
    small: str, arguments: list[str], told: str
) -> None:
    code, _, err = run_in_process(["render", "-q", small, *arguments])
    assert (code, err) == (2, f"blocks: {told}\n")


def test_post_is_short_for_a_request(tmp_path: Path) -> None:
    site, request = tmp_path / "site.json", tmp_path / "request.json"
    site.write_text('{"posts": [{"id": 1, "title": "Storm"}, {"id": 2, "title": "Calm"}]}')
    request.write_text('{"post": 1, "user": 3}')
    arguments = ["render", "-q", "--from", "markup", "--site", str(site), "--post", "2"]
    for more in ([], ["--request", str(request)]):
        code, out, _ = run_in_process([*arguments, *more], b"<!-- wp:post-title /-->")
        assert (code, out) == (0, b'<h2 class="wp-block-post-title">Calm</h2>')


# ------------------------------------------------------------------------------------------------ inputs of several posts


@pytest.fixture
def posts(tmp_path: Path) -> str:
    """A list of posts, public and not, two of one slug, and an item that is none."""

    def item(id: int, slug: str, text: str, **more: Any) -> dict[str, Any]:
        raw = f"<!-- wp:paragraph -->\n<p>{text}</p>\n<!-- /wp:paragraph -->"
        return {"id": id, "slug": slug, "status": "publish", "type": "post", "content": {"raw": raw}} | more

    items = [
        item(1, "tides", "One"),
        item(2, "tides", "Two", type="page"),
        item(3, "draft", "Three", status="draft"),
        5,
        item(4, "secret", "Four", password="x"),
        item(5, "image", "", type="attachment", status="inherit"),
    ]
    path = tmp_path / "posts.json"
    path.write_text(json.dumps(items), encoding="utf-8")
    return str(path)


def test_many_posts_go_into_a_folder_and_a_line_says_what_became_of_them(tmp_path: Path, posts: str) -> None:
    code, _, err = run_in_process(["render", posts, "--to", "text", "-o", f"{tmp_path}/out/"])
    lines = err.splitlines()
    assert code == 2  # for the item that is no post
    assert {path.name: path.read_text() for path in (tmp_path / "out").iterdir()} == {
        "tides.txt": "One\n",
        "tides-page.txt": "Two\n",
    }
    assert f"blocks: {posts}[tides]: another post has its name; this one goes to {tmp_path}/out/tides-page.txt" in lines
    assert f"blocks: {posts}: item 4: this is no REST post" in err
    assert lines[-1] == (
        "blocks: rendered 2, skipped 3 (1 draft, 1 with a password, 1 of type attachment; --status draft, "
        "--type attachment, --with-password), failed 1"
    )


@pytest.mark.parametrize(
    ("options", "texts"),
    [
        (["--type", "page"], ["Two"]),
        (["--type", "page", "--type", "post"], ["One", "Two"]),
        (["--status", "draft"], ["Three"]),
        (["--status", "any"], ["One", "Two", "Three"]),
        (["--status", "any", "--with-password"], ["One", "Two", "Three", "Four"]),
        (["--post", "4"], ["Four"]),
        (["--post", "3", "--type", "page"], ["Three"]),
    ],
)
@pytest.mark.parametrize("command", ["stats", "check", "view", "render"])
def test_posts_are_chosen_by_type_status_and_id(posts: str, options: list[str], texts: list[str], command: str) -> None:
    more = {"render": ["--to", "ndjson"], "stats": ["--format", "json"], "check": ["--level", "info"]}
    code, out, err = run_in_process([command, "-q", posts, *options, *more.get(command, [])])
    assert code == (0 if "--post" in options and options[1] == "3" else 2)
    if command == "render":
        assert [json.loads(line)["body"] for line in out.splitlines()] == texts
    elif command == "stats":
        assert len(json.loads(out)) == len(texts)
    elif command == "view":
        assert [text for text in ("One", "Two", "Three", "Four") if text.encode() in out] == texts
    else:
        assert out == b""
    assert err.count("item 4") == (code == 2)


@pytest.mark.parametrize("command", ["stats", "check", "view", "render"])
def test_a_type_or_status_that_nothing_has_is_told(tmp_path: Path, command: str) -> None:
    items = [{"id": id, "type": "post", "status": "publish", "content": {"raw": ""}} for id in (1, 2)]
    path = tmp_path / "two.json"
    path.write_text(json.dumps([*items, items[0] | {"type": "page", "status": "draft"}]), encoding="utf-8")
    more = ["--to", "ndjson"] if command == "render" else []
    code, _, err = run_in_process([command, "-q", str(path), *more, "--type", "pages"])
    assert (code, err) == (2, "blocks: there is no post of type 'pages'. Did you mean 'page'? There are page, post\n")
    code, _, err = run_in_process([command, "-q", str(path), *more, "--status", "pubish"])
    assert (code, err) == (
        2,
        "blocks: there is no post of status 'pubish'. Did you mean 'publish'? There are draft, publish\n",
    )
    code, _, err = run_in_process([command, str(path), *more, "--type", "pages", "--type", "post"])
    assert (code, "no post of type 'pages'" in err) == (0, True)
    assert run_in_process([command, "-q", str(path), *more, "--type", "page"])[0::2] == (0, "")
    path.write_text("[]", encoding="utf-8")
    assert run_in_process([command, "-q", str(path), *more, "--type", "pages"])[0::2] == (0, "")
    path.write_text('{"content": {"raw": ""}}', encoding="utf-8")
    code, _, err = run_in_process([command, "-q", str(path), *more, "--type", "page"])
    assert (code, err) == (2, "blocks: there is no post of type 'page': nothing says its type\n")


@pytest.mark.parametrize("content", ["", '<form class="post-password-form">x</form>', "<p>x</p>"])
def test_a_content_that_asks_for_a_password_is_told(tmp_path: Path, content: str) -> None:
    path = tmp_path / "post.json"
    path.write_text(json.dumps({"id": 1, "content": {"rendered": content, "protected": True}}), encoding="utf-8")
    code, _, err = run_in_process(["render", str(path), "--with-password"])
    assert code == 0
    told = f"blocks: {path}: the content is not in the answer, for this post asks for its password; read it with "
    assert (told in err) == (content != "<p>x</p>")
    assert run_in_process(["render", str(path), "-q", "--with-password"])[2] == ""


def test_in_blocks_tells_where_it_changes_nothing(tmp_path: Path) -> None:
    html = [{"id": id, "content": {"rendered": "<p>x</p>"}} for id in (1, 2)]
    path = tmp_path / "two.json"
    path.write_text(json.dumps(html), encoding="utf-8")
    code, _, err = run_in_process(["stats", "--in-blocks", str(path)])
    assert (code, err.count("--in-blocks changes nothing where HTML was rendered")) == (0, 1)
    assert "changes nothing" not in run_in_process(["stats", "--in-blocks"], b"One.\n\nTwo.")[2]
    assert "changes nothing" not in run_in_process(["stats", "--in-blocks"], SMALL)[2]


def test_parse_takes_the_post_that_is_named(posts: str) -> None:
    code, out, _ = run_in_process(["parse", "-q", posts, "--post", "2", "--as", "markup"])
    assert (code, out) == (0, b"<!-- wp:paragraph -->\n<p>Two</p>\n<!-- /wp:paragraph -->")
    code, _, err = run_in_process(["parse", "-q", posts])
    assert code == 2
    assert "holds several posts (tides (id 1), tides (id 2)), and this takes one: say which by --post ID" in err
    code, _, err = run_in_process(["parse", "-q", posts, "--post", "9"])
    assert code == 2
    assert f"{posts} has no post 9: it has 1, 2, 3, 4, 5" in err
    code, _, err = run_in_process(["parse", "-q", posts, "--type", "none"])
    assert code == 2
    assert "holds no post that is wanted: skipped 5 (" in err


def test_post_picks_a_post_and_makes_it_the_current_one(tmp_path: Path) -> None:
    content = "<!-- wp:post-title /-->"
    items = [
        {"id": id, "slug": f"p{id}", "title": {"raw": f"Title {id}"}, "content": {"raw": content}} for id in (1, 2)
    ]
    path = tmp_path / "two.json"
    path.write_text(json.dumps(items), encoding="utf-8")
    site = tmp_path / "site.json"
    site.write_text(json.dumps({"posts": [{"id": id, "title": f"Title {id}"} for id in (1, 2)]}), encoding="utf-8")
    code, out, _ = run_in_process(["render", "-q", str(path), "--site", str(site), "--post", "2"])
    assert code == 0
    assert b">Title 2</h2>" in out
    markup = tmp_path / "post.html"
    markup.write_text(content, encoding="utf-8")
    code, out, _ = run_in_process(["render", "-q", str(markup), "--site", str(site), "--post", "1"])
    assert (code, b">Title 1</h2>" in out) == (0, True)
    code, _, err = run_in_process(["render", "-q", str(markup), "--to", "text", "--post", "1"])
    assert (code, "has no post 1: nothing in it says an id" in err) == (2, True)


def test_what_is_recovered_from_rendered_html_is_written_when_forced() -> None:
    html = b"\n<p>Hi</p>\n"
    code, out, err = run_in_process(["parse", "-q", "--from", "html", "--as", "markup"], html)
    assert (code, out) == (2, b"")
    assert "recovered from rendered HTML" in err
    assert "--force, or with --from classic where it is the content of a classic post" in err
    code, out, _ = run_in_process(["parse", "-q", "--from", "html", "--as", "markup", "--force"], html)
    assert (code, out) == (0, b"<!-- wp:paragraph -->\n<p>Hi</p>\n<!-- /wp:paragraph -->")
    code, out, _ = run_in_process(["render", "-q", "--from", "html"], html)
    assert (code, out) == (0, html)


def test_classic_posts_are_blocks_where_that_is_asked_for() -> None:
    code, out, _ = run_in_process(["parse", "-q", "--in-blocks", "--as", "markup"], b"One.\n\nTwo.")
    assert (code, out.count(b"<!-- wp:paragraph -->")) == (0, 2)
    code, out, _ = run_in_process(["parse", "-q", "--as", "markup"], b"One.\n\nTwo.")
    assert (code, out) == (0, b"One.\n\nTwo.")


def test_a_broken_input_does_not_stop_those_behind_it(tmp_path: Path, small: str) -> None:
    cut = tmp_path / "cut.json"
    cut.write_text('[{"id": 1, "slug": "one", "content": {"raw": ""}}, {"id": 2, "con', encoding="utf-8")
    code, _, err = run_in_process(["render", str(cut), str(tmp_path / "none"), small, "-o", f"{tmp_path}/out"])
    assert code == 2
    assert sorted(path.name for path in (tmp_path / "out").iterdir()) == ["cut.html", "small.html"]
    assert f"blocks: {cut}: this is no REST post: it is not JSON (it ends in the middle, in line 1, behind 1" in err
    assert f"blocks: there is no file {tmp_path}/none" in err
    assert err.splitlines()[-1] == "blocks: rendered 2, failed 2"


def test_a_theme_s_folder_is_an_input(tmp_path: Path) -> None:
    for name in ("templates/index", "parts/index"):
        (tmp_path / "acme" / name).parent.mkdir(parents=True)
        (tmp_path / "acme" / f"{name}.html").write_bytes(SMALL)
    code, _, err = run_in_process(["render", f"{tmp_path}/acme", "-o", f"{tmp_path}/out"])
    assert (code, "is taken as theme" in err) == (0, True)
    assert sorted(path.name for path in (tmp_path / "out").iterdir()) == ["parts-index.html", "templates-index.html"]


def test_what_is_left_out_of_a_pattern_is_a_warning(tmp_path: Path) -> None:
    patterns = tmp_path / "acme" / "patterns"
    patterns.mkdir(parents=True)
    header = "<?php\n/**\n * Title: Hero &amp; more\n * Slug: acme/hero\n */\n?>\n"
    address = '<img src="<?php echo esc_url( get_template_directory_uri() ); ?>/a.jpg">'
    (patterns / "hero.php").write_text(f"{header}<p><?php the_title(); ?></p>{address}", encoding="utf-8")
    (patterns / "none.php").write_text("<p>x</p>", encoding="utf-8")
    code, _, err = run_in_process(["render", f"{tmp_path}/acme", "-o", f"{tmp_path}/out/"])
    assert code == 2  # for the pattern without a header
    assert err.splitlines()[-1] == "blocks: rendered 1, failed 1"
    (patterns / "none.php").unlink()
    code, _, err = run_in_process(["render", f"{tmp_path}/acme", "-o", f"{tmp_path}/out/"])
    assert code == 0
    assert "patterns/hero.php: PHP is left out (places: 1), first `the_title();`" in err
    assert "patterns/hero.php: an address of the theme or the site is left out (places: 1)" in err
    assert run_in_process(["render", "-q", f"{tmp_path}/acme", "-o", f"{tmp_path}/out/"])[2] == ""
    told: list[Any] = []
    (post,) = blocks.posts(f"{tmp_path}/acme", on_problem=told.append)
    assert (post.slug, post.title, [one.level for one in told]) == ("acme/hero", "Hero & more", ["warning"] * 2)
    with pytest.warns(UserWarning, match="patterns/hero.php: "):
        assert list(blocks.posts(f"{tmp_path}/acme")) == [post]


def test_sources_lists_them_and_tells_which_one_a_file_is(posts: str, monkeypatch: pytest.MonkeyPatch) -> None:
    code, out, _ = run_in_process(["sources"])
    assert code == 0
    assert b"rest       posts of the REST API, as JSON\n" in out
    assert run_in_process(["sources", posts])[:2] == (0, b"rest: it is JSON with content.raw\n")
    assert run_in_process(["sources", "-"], b"One.\n\nTwo.")[:2] == (
        0,
        b"classic: it has no block delimiters, and empty lines between its paragraphs\n",
    )
    assert run_in_process(["sources", "-"], b"[{}]")[0] == 2
    broken = metadata.EntryPoint("notion", "no_such_module:read", plugins.SOURCES)
    monkeypatch.setattr(plugins, "installed", lambda *_: [broken])
    code, out, err = run_in_process(["sources"])
    assert (code, b"notion" in out, "no_such_module" in err) == (2, True, True)
