"""Who takes part in a race: our two engines, and WordPress's JavaScript parser where node and the package are there."""

from __future__ import annotations

import json
import shutil
import subprocess
import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Protocol, Self

import blocks
from benchmarks.corpus import Post

PACKAGE = "@wordpress/block-serialization-default-parser"
INSTALLED = Path(__file__).resolve().parent.parent / ".benchmarks"
"""Where `make bench` installs the JavaScript parser."""


class Contender(Protocol):
    """Something that parses the posts of a race: `round()` parses each once, and answers the milliseconds of each."""

    name: str

    def round(self) -> list[float]: ...


class Python:
    """A function of ours; what it returns is thrown away outside the measured time."""

    def __init__(self, name: str, function: Callable[[str], object], posts: Sequence[Post]) -> None:
        self.name = name
        self._function = function
        self._posts = posts

    def round(self) -> list[float]:
        times: list[float] = []
        for post in self._posts:
            started = time.perf_counter()
            result = self._function(post.text)
            times.append(1000 * (time.perf_counter() - started))
            del result
        return times


def ours(posts: Sequence[Post]) -> list[Python]:
    """Our engines, and `whole`: the linear one and the structure that the JavaScript parser makes, JSON decoded."""
    return [
        Python("linear", blocks.parse, posts),
        Python("lark", lambda text: blocks.parse(text, engine="lark"), posts),
        Python("whole", lambda text: blocks.parse(text).to_wordpress(), posts),
    ]


class JavaScript:
    """WordPress's JavaScript parser in a new process of node, which times itself; to be used with `with`."""

    name = "js"

    def __init__(self, posts: Sequence[Post]) -> None:
        self._posts = posts
        self._folder = tempfile.TemporaryDirectory()

    @staticmethod
    def missing() -> str | None:
        """Why it cannot take part, or None where it can."""
        if shutil.which("node") is None:
            return "node is not installed"
        if not (INSTALLED / "node_modules" / PACKAGE).is_dir():
            return f"{PACKAGE} is not installed; `make bench` does that where npm is present"
        return None

    def __enter__(self) -> Self:
        files = [Path(self._folder.name) / f"{number}.html" for number in range(len(self._posts))]
        for file, post in zip(files, self._posts, strict=True):
            file.write_bytes(post.text.encode("utf-8", "surrogateescape"))
        driver = Path(__file__).with_name("parser.cjs")
        self._process = subprocess.Popen(
            ["node", driver, INSTALLED, *files],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            bufsize=1,
        )
        return self

    def round(self) -> list[float]:
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._process.stdin.write("round\n")
        times: list[float] = json.loads(self._process.stdout.readline())
        return times

    def __exit__(self, *_: object) -> None:
        self._process.communicate()
        self._folder.cleanup()
