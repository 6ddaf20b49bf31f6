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
from blocks.cli.inputs import Input, Inputs, Reading, files_argument, label, or_stdin, source_option
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
  blocks render export.xml --type page -o out/            the public pages of an export, by their slugs
  blocks render export.xml --to markup --in-blocks -o out/    its markup, a file each; see `blocks formats markup`
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
    reading: Reading,
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
    how = rendering(to, pairs, short, theme, libraries, reading)
    if css is not None and (without := outputs.without_stylesheet(to, how.options)):
        raise click.UsageError(f"--css: {without}", click.get_current_context())
    files = or_stdin(files)
    joins = bool(getattr(how.renderer, "joins", False))
    if len(files) > 1 and output is None and not joins:
        raise outputs.several_without_folder(f"{len(files)} renderings")
    job = _Job(how, outputs.extension(how.renderer), files, output, css, reading, strict, joins)
    with _progress(files, reading.quiet) as coming:
        code = max((job.render_file(path) for path in coming), default=0)
    job.tell_summary()
    return max(code, reading.code)


@dataclass(slots=True)
class _Job:
    """Everything that a run of the command does alike for each of its inputs."""

    how: Rendering
    ending: str
    files: tuple[str, ...]
    output: str | None
    css: str | None
    reading: Reading
    strict: bool
    joins: bool
    """Whether outputs may stand one after the other."""
    folder: outputs.Folder | None = None
    css_folder: outputs.Folder | None = None
    written_from: frozenset[outputs.Identity] = frozenset()
    """The files that no output may replace."""
    rendered: int = 0
    failed: int = 0
    joined: Path | None = None
    """The file that outputs stand in one after the other, once the first does."""

    def __post_init__(self) -> None:
        self.written_from = frozenset(
            found for path in self.files if (found := outputs.identity(Path(path))) is not None
        )

    def render_file(self, path: str) -> int:
        """Render the posts of one input and return the exit code. A file at fault does not stop the ones behind it."""
        code, known = 0, self.reading.failed + self.reading.skipped.total()
        try:
            inputs = Inputs(path, self.reading)
            self._choose_folder(path, several=inputs.several)
            is_empty = True
            for one in inputs:
                is_empty = False
                code = max(code, self._counted(one))
            if is_empty and known == self.reading.failed + self.reading.skipped.total() and not self.reading.quiet:
                say(f"{label(path)} holds no post")
        except SourceError as error:
            self.reading.fail(str(error))
        return code

    def tell_summary(self) -> None:
        """Tell in one line what became of the posts, where there was more than one."""
        failed, skipped = self.failed + self.reading.failed, self.reading.skipped
        is_one = self.rendered + failed + skipped.total() < 2
        if self.reading.quiet or is_one or not (self.reading.has_several or failed or skipped):
            self.reading.tell_skipped()
            return
        parts = [f"rendered {self.rendered:,}"]
        parts += [f"skipped {self.reading.skipped_in_words()}"] if skipped else []
        parts += [f"failed {failed:,}"] if failed else []
        say(", ".join(parts))
        self.reading.tell_unmatched()

    def _counted(self, one: Input) -> int:
        code = self.render(one)
        self.rendered += not code
        self.failed += bool(code)
        return code

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
        say_problems(one.label, result.problems, "error" if self.reading.quiet else "warning")
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

    def _choose_folder(self, path: str, *, several: bool) -> None:
        posts = f"the posts of {label(path)}" if several else f"{len(self.files)} outputs"
        several = several or len(self.files) > 1
        if self.joins and (self.output is None or not outputs.is_folder(self.output)):
            return
        if several and self.output is None:
            raise outputs.several_without_folder(posts)
        if several and self.css is not None and not outputs.is_folder(self.css):
            raise outputs.one_stylesheet(self.css, posts)
        if self.folder is None and self.output is not None and (several or outputs.is_folder(self.output)):
            if Path(self.output).is_file():
                raise outputs.not_a_folder(self.output, posts)
            self.folder = outputs.Folder(self.output, self.ending)
        if self.css is not None and self.css_folder is None and outputs.is_folder(self.css):
            self.css_folder = outputs.Folder(self.css, ".css")
        for place, where in ((self.output, self.folder), (self.css, self.css_folder)):
            if place is not None and where is None:
                outputs.make_ready(Path(place), self.written_from)

    def _place(self, one: Input) -> Path | None:
        if self.folder is not None:
            place = self.folder.place(one)
            if self.folder.is_second and not self.reading.quiet:
                say(f"{one.label}: another post has its name; this one goes to {place}")
            return place
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
