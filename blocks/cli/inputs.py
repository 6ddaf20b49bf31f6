"""Files, folders and standard input, read to the posts that are wanted of them."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from functools import partial, wraps
from itertools import islice
from pathlib import Path
from typing import Any, BinaryIO, Final

import click
from click.shell_completion import CompletionItem

from blocks.cli.messages import say
from blocks.errors import SourceError, suggestion
from blocks.problems import Problem
from blocks.sources import Post, Posts, SourceProblem, read, sources
from blocks.sources.choice import ANY, Choice, how_to_take
from blocks.sources.formats import BUILT_IN

STDIN = "-"

files_argument = click.argument("files", metavar="[FILE]...", nargs=-1, type=click.Path())
file_argument = click.argument("file", required=False, type=click.Path())

_SHOWN: Final = 5  # names of posts that a message lists


@dataclass(slots=True)
class Reading:
    """How inputs are read, which of their posts are wanted, and what became of the others."""

    source: str = "auto"
    quiet: bool = False
    choice: Choice = field(default_factory=Choice)
    post: int | None = None
    """The id of the one post that is wanted, whatever else is said."""
    in_blocks: bool = False
    """Whether classic posts are converted to blocks."""
    takes_single: bool = False
    """Whether `post` may be said of an input that is one post and has no id, as `render` does."""
    skipped: Counter[str] = field(default_factory=Counter)
    """How many posts are not wanted, by the reason."""
    failed: int = 0
    """How many could not be read."""
    has_several: bool = False
    """Whether an input was read that holds several posts."""
    taken: int = 0
    """How many posts are wanted."""
    seen: dict[str, set[str]] = field(default_factory=lambda: {"type": set(), "status": set()})
    """The types and the statuses of all posts."""
    is_unmatched: bool = False
    """Whether nothing was taken for what was asked for is not there."""

    @property
    def code(self) -> int:
        """The exit code that follows from the inputs."""
        return 2 if self.failed or self.is_unmatched else 0

    def fail(self, message: str) -> None:
        """Tell of an input, or of a post in one, that cannot be read."""
        say(message)
        self.failed += 1

    def skipped_in_words(self) -> str:
        """How many posts were skipped, why, and what takes them: `2 (2 draft; --status draft)`."""
        reasons = ", ".join(f"{count:,} {reason}" for reason, count in self.skipped.most_common())
        options = sorted(set(map(how_to_take, self.skipped)))
        if len(options) > _SHOWN:
            options = ["--status any", "--type NAME", "--with-password"]
        return f"{self.skipped.total():,} ({reasons}; {', '.join(options)})"

    def tell_skipped(self) -> None:
        """Tell how many posts were skipped, where any was, and which types and statuses nothing has."""
        if self.skipped and not self.quiet:
            say(f"skipped {self.skipped_in_words()}")
        self.tell_unmatched()

    def tell_unmatched(self) -> None:
        """Tell which types and statuses were asked for that nothing has; an error where nothing was taken."""
        missing = [
            (what, name)
            for what, names in (("type", self.choice.types), ("status", self.choice.statuses))
            for name in names
            if name != ANY and name not in self.seen[what]
        ]
        if not self.skipped or not missing:
            return
        self.is_unmatched = not self.taken
        if self.quiet and not self.is_unmatched:
            return
        for what, name in missing:
            known = sorted(self.seen[what])
            there = (
                f".{suggestion(name, known)} There are {', '.join(known)}" if known else f": nothing says its {what}"
            )
            say(f"there is no post of {what} {name!r}{there}")

    def note(self, post: Post) -> None:
        """Note of which type and status a post is."""
        for what, name in (("type", post.type), ("status", post.status)):
            if name:
                self.seen[what].add(name)


def _names(ctx: click.Context, param: click.Parameter, incomplete: str) -> list[CompletionItem]:  # noqa: ARG001
    known = {"auto": "looks at the input", **sources()}
    return [CompletionItem(name, help=about) for name, about in known.items() if name.startswith(incomplete)]


def _known(ctx: click.Context, param: click.Parameter, value: str) -> str:
    if value == "auto" or value in BUILT_IN:  # without a look at what is installed
        return value
    known = ["auto", *sources()]
    if value not in known:
        raise click.BadParameter(
            f"there is no source {value!r}.{suggestion(value, known)} `blocks sources` lists them", ctx, param
        )
    return value


def source_option(command: Callable[..., Any]) -> Callable[..., Any]:
    """The options of every command that reads files; the command gets them as `reading`."""

    @wraps(command)
    def with_reading(
        *arguments: Any,
        source: str,
        quiet: bool,
        post_id: int | None,
        types: tuple[str, ...],
        statuses: tuple[str, ...],
        protected: bool,
        in_blocks: bool,
        **options: Any,
    ) -> Any:
        choice = Choice(types=types, statuses=statuses, protected=protected)
        return command(*arguments, reading=Reading(source, quiet, choice, post_id, in_blocks), **options)

    for option in reversed(_OPTIONS):
        with_reading = option(with_reading)
    return with_reading


_OPTIONS: Final = (
    click.option(
        "--from",
        "source",
        metavar="SOURCE",
        default="auto",
        show_default=True,
        callback=_known,
        shell_complete=_names,
        help="What FILE holds, one of `blocks sources`; auto looks.",
    ),
    click.option(
        "--post", "post_id", metavar="ID", type=int, help="The post of this id alone, of an input that holds several."
    ),
    click.option("--type", "types", metavar="NAME", multiple=True, help="Posts of this type: page, wp_block … (again)"),
    click.option(
        "--status", "statuses", metavar="NAME", multiple=True, help="Posts in this status, or any, not the public ones."
    ),
    click.option("--with-password", "protected", is_flag=True, help="Posts that ask for a password, too."),
    click.option("--in-blocks", is_flag=True, help="Classic posts as the blocks that the editor makes of them."),
    click.option("-q", "--quiet", is_flag=True, help="Say nothing but errors on standard error."),
)


@dataclass(frozen=True, slots=True)
class Input:
    """One post of an input. `name` tells the posts of one input apart, where it holds several."""

    path: str
    post: Post
    name: str | None = None

    @property
    def label(self) -> str:
        """What messages call it."""
        return label(self.path) + (f"[{self.name}]" if self.name is not None else "")

    @property
    def named_post(self) -> Post:
        """The post; where it has neither slug nor id, the name of its file is its slug."""
        if self.post.slug is not None or self.post.id is not None or self.path == STDIN:
            return self.post
        return replace(self.post, slug=self.name or Path(self.path).stem)


def standard_input() -> BinaryIO:
    """Standard input, of bytes. SourceError where it is closed."""
    if sys.stdin is None:
        raise SourceError("standard input is closed")
    return sys.stdin.buffer


def label(path: str) -> str:
    """What messages call an input."""
    return "<stdin>" if path == STDIN else path


def or_stdin(files: tuple[str, ...]) -> tuple[str, ...]:
    """The files, or standard input where none is named and something is piped in. UsageError where nothing is."""
    if files or (sys.stdin is not None and not sys.stdin.isatty()):
        return files or (STDIN,)
    raise click.UsageError("name a FILE, or - to read standard input", click.get_current_context())


class Inputs(Iterator[Input]):
    """The wanted posts of one input, one after the other; `several` says whether there are more than one of them.

    What cannot be read is told and counted in `reading`, and so is what is not wanted. SourceError, naming the input,
    where it cannot be read at all, or has no post of the id that is asked for.
    """

    def __init__(self, path: str, reading: Reading) -> None:
        self._path = path
        self._reading = reading
        self._told_in_blocks = False
        posts = _opened(path, reading, self._tell)
        raw = iter(enumerate(posts, 1))
        self._first = list(islice(raw, 2))
        self._raw = raw
        self._posts = posts
        reading.has_several |= len(self._first) > 1
        self._wanted = self._choose()
        self._coming = list(islice(self._wanted, 2))
        self.several = len(self._coming) > 1

    def __next__(self) -> Input:
        one = self._coming.pop(0) if self._coming else next(self._wanted)
        if one.post.origin == "rendered" and not self._reading.quiet:
            self._tell_rendered(one)
        return replace(one, post=one.post.in_blocks(partial(self._tell_loss, one))) if self._reading.in_blocks else one

    def _tell_loss(self, one: Input, problem: Problem) -> None:
        if not self._reading.quiet:
            say(f"{one.label}:{problem}")

    def _tell_rendered(self, one: Input) -> None:
        """Tell what rendered HTML does not hold, and what it is not asked for; the latter once."""
        if one.post.password_protected and _is_withheld(one.post.content):
            say(
                f"{one.label}: the content is not in the answer, for this post asks for its password; read it with "
                "context=edit and a login, or with password=…"
            )
        if self._reading.in_blocks and not self._told_in_blocks:
            self._told_in_blocks = True
            say(
                f"{one.label}: --in-blocks changes nothing where HTML was rendered: its blocks are recovered without "
                "(--from classic, if it is the content of a classic post)"
            )

    def _choose(self) -> Iterator[Input]:
        """The posts that are wanted, those that were looked at first included."""
        reading, first = self._reading, self._first
        holds_several = len(first) > 1
        is_another = bool(first) and first[0][1].id not in (None, reading.post)
        if reading.post is not None and (holds_several or is_another or not reading.takes_single):
            yield self._by_id(reading.post, holds_several)
            return
        while first:
            number, post = first.pop(0)
            reading.note(post)
            reason = reading.choice.why_not(post) if reading.post is None else None
            if reason is None:
                reading.taken += 1
                yield Input(self._path, post, _name(post, number) if holds_several else None)
            else:
                reading.skipped[reason] += 1
            if not first:
                first.extend(islice(self._raw, 1))

    def _by_id(self, id: int, holds_several: bool) -> Input:
        known: list[str] = []
        while self._first:
            number, post = self._first.pop(0)
            if post.id == id:
                self._posts.close()
                return Input(self._path, post, _name(post, number) if holds_several else None)
            if post.id is not None and len(known) <= _SHOWN:
                known.append(str(post.id))
            self._first.extend(islice(self._raw, 1) if not self._first else ())
        has = f"it has {_listed(known)}" if known else "nothing in it says an id"
        raise SourceError(f"{label(self._path)} has no post {id}: {has}")

    def _tell(self, problem: SourceProblem) -> None:
        message = f"{label(self._path)}: {problem}"
        if problem.level == "error":
            self._reading.fail(message)
        elif not self._reading.quiet:
            say(message)


def _opened(path: str, reading: Reading, on_problem: Callable[[SourceProblem], object]) -> Posts:
    """The posts of one input; says which source was taken for `auto`."""
    if path == STDIN:
        stream = standard_input()
        try:
            posts = read(stream, reading.source, on_problem=on_problem)
        except SourceError as error:
            raise SourceError(f"{label(path)}: {error}") from None
    else:
        posts = read(path, reading.source, on_problem=on_problem)
    if reading.quiet:
        return posts
    if posts.is_empty:
        say(f"{label(path)} is empty")
    elif posts.detection is not None:
        say(f"{label(path)} is taken as {posts.source}: {posts.detection.reason}")
    return posts


def _is_withheld(content: str | bytes) -> bool:
    """Whether a content is none, or the form that asks for the password."""
    form = b"post-password-form" if isinstance(content, bytes) else "post-password-form"
    return not content.strip() or form in content  # type: ignore[operator]


def _name(post: Post, number: int) -> str:
    if post.source is not None and post.source.file is not None:
        return str(Path(post.source.file).with_suffix(""))
    return post.slug or str(post.id or number)


def _listed(names: list[str]) -> str:
    return ", ".join(names[:_SHOWN]) + (", …" if len(names) > _SHOWN else "")


def each_input(files: tuple[str, ...], reading: Reading) -> Iterator[Input]:
    """The wanted posts of all inputs. One that cannot be read is told, and does not stop those behind it."""
    for path in or_stdin(files):
        try:
            yield from Inputs(path, reading)
        except SourceError as error:
            reading.fail(str(error))


def read_one(path: str, reading: Reading) -> Input:
    """The one wanted post of an input. SourceError where there is none, or several."""
    inputs = Inputs(path, reading)
    found = list(islice(inputs, _SHOWN + 1))
    if len(found) == 1:
        return found[0]
    if found:
        names = _listed([f"{one.name} (id {one.post.id})" if one.post.id else str(one.name) for one in found])
        ids = (
            "say which by --post ID"
            if any(one.post.id for one in found)
            else "put the one you want into a file of its own"
        )
        raise SourceError(f"{label(path)} holds several posts ({names}), and this takes one: {ids}")
    if reading.skipped:
        raise SourceError(f"{label(path)} holds no post that is wanted: skipped {reading.skipped_in_words()}")
    raise SourceError(f"{label(path)} holds no post")
