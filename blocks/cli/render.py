"""`blocks render`: files in one format."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import click
from click.shell_completion import CompletionItem

from blocks.cli import outputs
from blocks.cli.inputs import Input, files_argument, label, or_stdin, read_inputs, source_option
from blocks.cli.libraries import library_option
from blocks.cli.messages import say, say_parse_error, say_problems
from blocks.cli.rendering import Rendering, amp_options, drawing_options, pairs_option, rendering, short_option
from blocks.errors import BlocksError, ParseError, SourceError
from blocks.render.formats import formats


def _formats(ctx: click.Context, param: click.Parameter, incomplete: str) -> list[CompletionItem]:  # noqa: ARG001
    return [CompletionItem(name, help=about) for name, about in formats().items() if name.startswith(incomplete)]


@click.command(
    short_help="Files in one format: HTML, text, AMP …",
    epilog="""\b
Examples:
  blocks render post.html                                 HTML on standard output
  blocks render post.json --to amp -o post.amp.html       a REST post as an AMP page
  blocks render posts/*.html --to text -o out/            out/NAME.txt for each
  curl -s https://example.com/wp-json/wp/v2/posts | blocks render - -o out/
  blocks render post.html --page -o post.page.html        a whole page, styles and all
  blocks render post.html --site site.json --post 7       as post 7 of a site, with what the site knows
  blocks render post.html --css post.css                  the stylesheet apart
  blocks render post.html --to amp --fragment --css post.css
  blocks render post.html --clean                         semantic HTML, without WordPress's classes
  blocks render post.html --theme mytheme                 with the templates of a theme
  blocks render post.html --option page --option lang=de  any option of the format

`blocks formats` lists the formats and their options.""",
)
@files_argument
@click.option(
    "--to", metavar="FORMAT", default="html", show_default=True, shell_complete=_formats, help="The format to render."
)
@library_option
@source_option
@click.option(
    "-o",
    "--output",
    metavar="DIR|FILE",
    type=click.Path(),
    help="Where to: a file, or a folder (one that exists, or with a slash at the end; always for several inputs).",
)
@short_option("clean", "Semantic HTML from the typed tree", is_flag=True)
@drawing_options
@click.option(
    "--css", metavar="FILE|DIR", type=click.Path(), help="Where to write the stylesheet of HTML, or of an AMP fragment."
)
@pairs_option
@short_option("page", "A whole page", is_flag=True)
@amp_options
@short_option("lang", "The language of the text", metavar="CODE")
@short_option("width", "Columns of a line", metavar="N")
@click.option(
    "--strict", is_flag=True, help="Where a text or its rendering has a problem of error level, write nothing of it."
)
def command(
    files: tuple[str, ...],
    to: str,
    libraries: tuple[str, ...],
    source: str,
    quiet: bool,
    output: str | None,
    theme: str | None,
    css: str | None,
    pairs: tuple[str, ...],
    strict: bool,
    **short: str | bool | None,
) -> int:
    """Render FILEs, or standard input, in a format.

    Problems of warning and error level are told on standard error; standard output is the rendering alone.
    """
    how = rendering(to, pairs, short, theme, libraries)
    if css is not None and (without := outputs.without_stylesheet(to, how.options)):
        raise click.UsageError(f"--css: {without}", click.get_current_context())
    files = or_stdin(files)
    joins = bool(getattr(how.renderer, "joins", False))
    if len(files) > 1 and output is None and not joins:
        raise outputs.several_without_folder(f"{len(files)} renderings")
    job = _Job(how, outputs.extension(how.renderer), files, output, css, quiet, strict, joins)
    code = 0
    with _progress(files, quiet) as coming:
        for path in coming:
            code = max(code, job.render_file(path, source))
    return code


@dataclass(slots=True)
class _Job:
    """Everything that a run of the command does alike for each of its inputs."""

    how: Rendering
    ending: str
    files: tuple[str, ...]
    output: str | None
    css: str | None
    quiet: bool
    strict: bool
    joins: bool
    """Whether outputs may stand one after the other."""
    folder: outputs.Folder | None = None
    css_folder: outputs.Folder | None = None
    written_from: frozenset[outputs.Identity] = frozenset()
    """The files that no output may replace."""
    joined: Path | None = None
    """The file that outputs stand in one after the other, once the first does."""

    def __post_init__(self) -> None:
        self.written_from = frozenset(
            found for path in self.files if (found := outputs.identity(Path(path))) is not None
        )

    def render_file(self, path: str, source: str) -> int:
        """Render the posts of one input and return the exit code. A file at fault does not stop the ones behind it."""
        try:
            inputs = read_inputs(path, source, quiet=self.quiet)
            if not inputs and not self.quiet:
                say(f"{label(path)} holds no post")
            self._choose_folder(path, len(inputs))
            return max((self.render(one) for one in inputs), default=0)
        except SourceError as error:
            say(str(error))
            return 2

    def render(self, one: Input) -> int:
        """Render one post and return the exit code."""
        place = self._place(one)
        try:
            if self.strict:
                one.post.parse(strict=True, registry=self.how.registry)
            post = one.named_post if self.joins else one.post
            result = self.how.of(post)
        except ParseError as error:
            say_parse_error(one.label, error)
            return 1
        except BlocksError as error:
            say(f"{one.label}: {error}")
            return 2
        failed = self.strict and any(problem.level == "error" for problem in result.problems)
        say_problems(one.label, result.problems, "error" if self.quiet else "warning")
        if failed:
            return 1
        if place is not None:
            outputs.write_file(place, result.output, self.written_from, goes_on=place == self.joined)
            self.joined = place if self.joins and self.folder is None else None
        else:
            outputs.write(result.output)
            outputs.end_line(result.output)
        if self.css is not None:
            css_place = self.css_folder.place(one) if self.css_folder is not None else Path(self.css)
            outputs.write_file(css_place, result.css, self.written_from)
        return 0

    def _choose_folder(self, path: str, posts: int) -> None:
        several = len(self.files) > 1 or posts > 1
        if self.joins and (self.output is None or not outputs.is_folder(self.output)):
            return
        if several and self.output is None:
            raise outputs.several_without_folder(f"the {posts} posts of {label(path)}")
        if several and self.css is not None and not outputs.is_folder(self.css):
            raise outputs.one_stylesheet(self.css, max(posts, len(self.files)))
        if self.folder is None and self.output is not None and (several or outputs.is_folder(self.output)):
            if Path(self.output).is_file():
                raise outputs.not_a_folder(self.output, f"{max(posts, len(self.files))} outputs")
            self.folder = outputs.Folder(self.output, self.ending)
        if self.css is not None and self.css_folder is None and outputs.is_folder(self.css):
            self.css_folder = outputs.Folder(self.css, ".css")
        for place, where in ((self.output, self.folder), (self.css, self.css_folder)):
            if place is not None and where is None:
                outputs.make_ready(Path(place), self.written_from)

    def _place(self, one: Input) -> Path | None:
        if self.folder is not None:
            return self.folder.place(one)
        return Path(self.output) if self.output is not None else None


@contextmanager
def _progress(files: tuple[str, ...], quiet: bool) -> Iterator[Iterator[str]]:
    """The files, with a bar on standard error where that is a terminal and there are several."""
    if quiet or len(files) < 2 or not sys.stderr.isatty():
        yield iter(files)
        return
    from rich.console import Console
    from rich.progress import Progress

    with Progress(console=Console(stderr=True), transient=True, redirect_stdout=False) as progress:
        yield iter(progress.track(files, description="rendering"))
