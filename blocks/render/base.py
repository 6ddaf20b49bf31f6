"""What a renderer is, what it gets, and the one loop that visits a tree.

A renderer has a format's name and one method. Most are made of rules: a rule is a generator that writes what a block
prints and yields each block inside it, where that one's output goes. `visit` runs them without recursion:

    def group(node: Block, out: list[str]) -> Iterator[Block]:
        out.append("<div>")
        yield from node.children
        out.append("</div>")
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, Concatenate, Protocol, runtime_checkable

from blocks.errors import suggestion
from blocks.formatting.php import get
from blocks.model.attributes import read_as_php
from blocks.model.block import Block, Freeform
from blocks.model.document import Document
from blocks.model.node import node_at
from blocks.problems import CODES, Problem
from blocks.sources.post import Post

if TYPE_CHECKING:
    from blocks.render.templates import Templates

OVERLAP_LIMIT = 5_000_000  # characters that overlapping blocks may repeat in an output


@dataclass(slots=True)
class Context:
    """What a renderer gets beside the document."""

    post: Post
    """What the source knows about the document: title, link, date."""

    templates: Templates
    """The templates of the theme, of installed block libraries and of this package."""

    problems: list[Problem] = field(default_factory=list)
    """What the renderer has to say about the rendering; `report()` adds to it."""

    css: str = ""
    """The stylesheet that goes with the output, where the format has one; the renderer sets it."""

    inline_styles: str = ""
    """Other styles that single blocks need: style variations and duotone filters."""

    footer: str = ""
    """HTML that has to stand somewhere on the page for those styles to work."""

    images: Mapping[str, int] = field(default_factory=dict)
    """How many pictures have their size from which source, in AMP."""

    components: Mapping[str, str] = field(default_factory=dict)
    """AMP's components that the output uses, each with the address of its script."""

    def report_nothing_saved(self, node: Block) -> None:
        """Say that `node` is void: whatever draws it, nothing was saved that could be rendered."""
        self.report("nothing-rendered", f"nothing was saved of this {node.block_name}; the server may draw it", node)

    def report(self, code: str, message: str, node: Block) -> None:
        """Say that something about `node` could not be rendered as it is.

        Raises ValueError for a code that is none of `problems.CODES`.
        """
        if code not in CODES:
            raise ValueError(f"{code!r} is no code of a problem.{suggestion(code, CODES)} Known: {', '.join(CODES)}")
        self.problems.append(Problem(code, message, node.span))


@runtime_checkable
class Renderer(Protocol):
    """Turns a document into text. Keyword-only parameters of `render` behind these two are the format's options."""

    format: str
    """The name that `--to` knows it by."""

    @property
    def render(self) -> Callable[Concatenate[Document, Context, ...], str]:
        """The method `render(self, document, context, /, *, option=…)`: the document in this format.

        Content never raises; what the format cannot hold is told to `context.report`.
        """
        ...


@dataclass(frozen=True)
class Result:
    """A rendering: the output, and what is worth telling about the text and about the rendering."""

    output: str
    document: Document
    rendering_problems: tuple[Problem, ...] = ()
    """What is worth telling about the rendering alone."""
    css: str = ""
    """The stylesheet of the block supports that goes with HTML, as WordPress prints it beside the page.

    Of AMP, all that `<style amp-custom>` holds, or has to hold around a fragment.
    """
    inline_styles: str = ""
    """The other styles that the HTML needs: those of style variations and of duotone filters."""
    footer: str = ""
    """HTML that these styles refer to, such as the filters' SVG; it may stand anywhere on the page."""
    images: Mapping[str, int] = field(default_factory=dict)
    """In AMP, how many pictures have their size from which source, and how many from none (`unknown`)."""
    components: Mapping[str, str] = field(default_factory=dict)
    """AMP's components that the output uses, each with the address of its script, which a page has to load."""

    @cached_property
    def problems(self) -> tuple[Problem, ...]:
        """What is worth telling about the text, which is looked for now, and about the rendering."""
        return (*self.document.problems, *self.rendering_problems)

    def __str__(self) -> str:
        return self.output


def visit(nodes: Iterable[Block], rule: Callable[[Block], Iterator[Block]]) -> None:
    """Run `rule` on every block that `nodes`, and then the rules themselves, yield; in order, without recursion."""
    stack = [iter(nodes)]
    while stack:
        node = next(stack[-1], None)
        if node is None:
            stack.pop()
        else:
            stack.append(rule(node))


def is_hidden(node: Block) -> bool:
    """Whether the block's author hides it: `{"metadata":{"blockVisibility":false}}`, in types that support that."""
    delimiter = node.delimiter
    raw = delimiter.attributes if delimiter is not None else None
    if raw is None or "blockVisibility" not in raw or node.type_name is None:
        return False
    return (
        get(read_as_php(raw), "metadata", "blockVisibility") is False and node.supports.get("visibility") is not False
    )


def renderable(document: Document, context: Context) -> tuple[Block, ...]:
    """The top-level blocks to render.

    They are `document.children`, but where overlapping blocks would repeat more than `OVERLAP_LIMIT` characters,
    their text stands there once, as HTML, and a Problem says so.
    """
    start = document.overlap_start
    if start is None or document.overlap_size <= OVERLAP_LIMIT:
        return document.children
    end = len(document.source.text)
    rest = node_at(Freeform, document.source, None, start, end, end)
    context.report(
        "overlap-limit",
        f"{len(document.overlapping)} blocks are still open at the end; WordPress would repeat the rest of the text "
        f"for each, {document.overlap_size:,} characters in all. It was rendered once",
        rest,
    )
    return (*document.children[: len(document.children) - len(document.overlapping)], rest)
