"""The table of sources, and reading: bytes, a file or a stream become posts.

A source is a function `read(stream)` that yields posts, and a `SourceProblem` for an item that it cannot read. What is
not in the table is looked for among the installed plugins:

    [project.entry-points."blocks.sources"]       a name = the function that reads it

A theme is a folder, so its function takes the path.
"""

from __future__ import annotations

import io
import os
import warnings
from collections.abc import Callable, Generator, Iterator
from contextlib import ExitStack
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any, BinaryIO, Final

from blocks.errors import PluginError, SourceError, suggestion
from blocks.model import plugins
from blocks.sources.detect import Detection, detect
from blocks.sources.facts import SourceProblem
from blocks.sources.post import Post
from blocks.sources.streams import BOM, looked_at, open_file, unpacked
from blocks.sources.theme_folder import is_theme

if TYPE_CHECKING:
    from importlib.metadata import EntryPoint

Reader = Callable[[BinaryIO], Iterator[Post | SourceProblem]]

# source: module, function, what it is
BUILT_IN: Final[dict[str, tuple[str, str, str]]] = {
    "markup": ("blocks.sources.markup", "read", "block markup; any bytes, as they are"),
    "html": ("blocks.sources.markup", "read_rendered", "HTML that WordPress rendered"),
    "classic": ("blocks.sources.markup", "read_classic", "the content of a classic post: no blocks, shortcodes"),
    "rest": ("blocks.sources.rest", "read", "posts of the REST API, as JSON"),
    "wp-cli": ("blocks.sources.wpcli", "read", "what `wp post list` and `wp post get` print, as JSON or CSV"),
    "ndjson": ("blocks.sources.ndjson", "read", "a post on each line, as JSON"),
    "wxr": ("blocks.sources.wxr", "read", "an export of WordPress (WXR), as XML"),
    "theme": ("blocks.sources.theme_folder", "read", "the folder of a block theme: templates, parts, patterns"),
    "wordpress": ("blocks.sources.wordpress", "read", "the structure of parse_blocks(), as JSON"),
}
FOLDERS: Final = ("theme",)
"""The sources that are folders and no streams."""


def sources() -> dict[str, str]:
    """The sources there are, built in and installed, each with a line about it. No plugin is imported."""
    known = {name: about for name, (_, _, about) in BUILT_IN.items()}
    for entry_point in plugins.installed(plugins.SOURCES):
        known.setdefault(entry_point.name, f"from the plugin {plugins.distribution(entry_point)}")
    return known


def reader(name: str) -> Callable[[Any], Iterator[Post | SourceProblem]]:
    """The function of a source. SourceError where there is none of that name; PluginError where a plugin is broken."""
    if name in BUILT_IN:
        module, function, _ = BUILT_IN[name]
        read: Callable[[Any], Iterator[Post | SourceProblem]] = getattr(import_module(module), function)
        return read
    found = plugins.installed(plugins.SOURCES, name)
    if len(found) > 1:
        others = " and ".join(plugins.distribution(entry_point) for entry_point in found[1:])
        raise plugins.broken(found[0], f"is not the only one of that name: so does {others} call one")
    if found:
        return _from_plugin(found[0])
    known = sources()
    if name == "markdown":
        raise SourceError(
            "this looks like Markdown, which no installed source reads: convert it to HTML and read that "
            "(`--from html`), or install a plugin that has a source 'markdown'; `--from markup` takes it as it is"
        )
    raise SourceError(
        f"there is no source {name!r}.{suggestion(name, known)} Known: auto, {', '.join(known)}; "
        f"a plugin adds one by an entry point of the group {plugins.SOURCES!r}"
    )


def _from_plugin(entry_point: EntryPoint) -> Reader:
    loaded = plugins.load(entry_point)
    if not callable(loaded):
        raise plugins.broken(entry_point, "is no source: it needs to be a function `read(stream)` that yields posts")

    def read(stream: BinaryIO) -> Iterator[Post | SourceProblem]:
        try:
            for one in loaded(stream):
                yield _checked(one, entry_point)
        except (SourceError, PluginError, OSError, EOFError):
            raise
        except Exception as error:
            raise plugins.broken(entry_point, f"failed: {type(error).__name__}: {error}") from error

    return read


def _checked(one: object, entry_point: EntryPoint) -> Post | SourceProblem:
    if not isinstance(one, Post | SourceProblem):
        raise plugins.broken(entry_point, f"yields {type(one).__name__} where a source yields blocks.Post")
    return one


class Posts(Iterator[Post]):
    """The posts of an input, one after the other, read as they are asked for.

    `source` is the name of the source that reads it, `detection` why it was taken, where that was detected, and
    `is_empty` whether there is nothing in the input.
    """

    def __init__(
        self,
        source: bytes | str | os.PathLike[str] | BinaryIO,
        name: str,
        on_problem: Callable[[SourceProblem], object] | None,
    ) -> None:
        self.source = name
        self.detection: Detection | None = None
        self.is_empty = False
        self._on_problem = on_problem
        self._path = source if isinstance(source, str | os.PathLike) else None
        self._steps = self._read(source)
        next(self._steps)

    def __next__(self) -> Post:
        for one in self._steps:
            if isinstance(one, Post):
                return one
            if one is not None:
                self._tell(one)
        raise StopIteration

    def close(self) -> None:
        """Let go of the file, where not all of it is read."""
        self._steps.close()

    def _read(
        self, source: bytes | str | os.PathLike[str] | BinaryIO
    ) -> Generator[Post | SourceProblem | None, None, None]:
        """None when it is opened and known what it is; then the posts."""
        is_reading = False
        with ExitStack() as stack:
            stream: Path | BinaryIO
            if isinstance(source, str | os.PathLike):
                is_taken = self.source in FOLDERS or (self.source == "auto" and is_theme(Path(source)))
                stream = Path(source) if is_taken else stack.enter_context(open_file(source))
            else:
                stream = io.BytesIO(source) if isinstance(source, bytes) else source
            try:
                with ExitStack() as inner:
                    if isinstance(stream, Path):
                        items = self._items_of_folder(stream)
                    else:
                        items = self._items(inner.enter_context(unpacked(stream)))
                    is_reading = True
                    yield None
                    yield from items
            except SourceError as error:
                if not is_reading or self._on_problem is None:
                    raise self._named(str(error)) from None
                self._on_problem(SourceProblem(str(error)))

    def _items_of_folder(self, folder: Path) -> Iterator[Post | SourceProblem]:
        if self.source == "auto":
            self.source = FOLDERS[0]
            self.detection = Detection(self.source, "it is a folder with those of a block theme in it")
        return reader(self.source)(folder)

    def _items(self, stream: BinaryIO) -> Iterator[Post | SourceProblem]:
        beginning, stream = looked_at(stream)
        self.is_empty = not beginning
        if self.source == "auto":
            self.detection = detect(beginning)
            self.source = self.detection.source
        elif self.source in FOLDERS:
            raise SourceError(f"a {self.source} is a folder, and this is none")
        read = reader(self.source)
        if self.source != "markup" and beginning.startswith(BOM):
            stream.read(len(BOM))
        if self.source == "wxr" and self._path is not None:
            from blocks.sources.wxr import read_file

            return read_file(stream, self._path)
        return read(stream)

    def _tell(self, problem: SourceProblem) -> None:
        if self._on_problem is None and problem.level == "warning":
            warnings.warn(str(self._named(str(problem))), stacklevel=3)
            return
        if self._on_problem is None:
            self.close()
            raise self._named(str(problem))
        self._on_problem(problem)

    def _named(self, message: str) -> SourceError:
        """The error with the name of the file, where there is one."""
        return SourceError(message if self._path is None else f"{self._path}: {message}")


def read(
    source: bytes | str | os.PathLike[str] | BinaryIO,
    name: str = "auto",
    *,
    on_problem: Callable[[SourceProblem], object] | None = None,
) -> Posts:
    """The posts of an input, one after the other: of bytes, of the file at a path, of an open stream of bytes.

        for post in read("export.xml"): …
        for post in read(response.content, "rest"): …
        list(read(sys.stdin.buffer, on_problem=print))

    `name` is that of a source (`blocks sources` lists them); "auto" detects it. Gzipped data is unpacked. What can be
    read item by item is: a list, an export or a file of lines may be of any length.

    An item that cannot be read raises SourceError, as does an input that ends in the middle. With `on_problem` both are
    handed to it instead, and reading goes on as far as it can. So is what was left out of a post that is read
    (`problem.level` is "warning"), of which Python warns without it. Raises SourceError for an unknown source and for
    an input that is of none, PluginError for a plugin that is broken, both before the first post is asked for.
    """
    if not isinstance(name, str):
        raise TypeError(f"`name` is the name of a source, such as 'rest', not {name!r:.60}")
    if name != "auto":
        reader(name)
    if not isinstance(source, bytes | str | os.PathLike) and not hasattr(source, "read"):
        raise TypeError(f"read() takes bytes, the path of a file, or a stream of bytes, not {type(source).__name__}")
    return Posts(source, name, on_problem)
