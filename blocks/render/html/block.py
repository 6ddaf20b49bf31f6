"""A block while the server renders it: what WordPress calls a `WP_Block`."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any, Final

from blocks.model.block import Block
from blocks.render.html.rules import DRAWN
from blocks.render.html.server_type import Attributes, ServerType

if TYPE_CHECKING:
    from blocks.render.html.server import Server

UNDRAWN: Final = "core/null"
"""The name by which blocks go whose inner blocks alone are to be rendered."""


class ServerBlock:
    """A block that is being rendered: what it says, where it stands, and what the blocks around it hand down.

    `attrs` is what the delimiter says, with what the rules on a block's data changed (`$parsed_block['attrs']`): never
    change the dict, it may be that of other blocks, too; `set_attr` replaces it. `attributes` is what a block is drawn
    with: valid values only, defaults, and what bindings say (`$block->attributes`). `parts` are pieces of HTML and the
    blocks between them (`innerContent`), and `available` the context that blocks around it provide. `is_drawn_again`
    says that a block around it renders what is inside more than once, and `knows_parent_layout` that the filters on
    a block's data have seen it already.
    """

    __slots__ = ("_attributes", "_child_context", "_inner_blocks", "attrs", "available", "is_drawn_again",
                 "knows_parent_layout", "name", "node", "parent", "parts", "server", "type")  # fmt: skip

    def __init__(
        self,
        server: Server,
        name: str | None,
        attrs: Attributes,
        parts: Sequence[str | Block | ServerBlock],
        available: Mapping[str, Any],
        *,
        parent: ServerBlock | None = None,
        node: Block | None = None,
    ) -> None:
        self.server = server
        self.name = name
        self.attrs = attrs
        self.parts = parts
        self.available = available
        self.parent = parent
        self.node = node
        self.is_drawn_again: bool = parent is not None and (parent.is_drawn_again or _draws_again(parent.name))
        self.knows_parent_layout = False
        self.type: ServerType | None = server.types.get(name)
        self._attributes: Attributes | None = None
        self._child_context: Mapping[str, Any] | None = None
        self._inner_blocks: list[ServerBlock] | None = None

    @property
    def attributes(self) -> Attributes:
        """What the block is drawn with; a block without a type has what its delimiter says."""
        if self._attributes is None:
            self._attributes = self.attrs if self.type is None else self.type.prepare(self.attrs)
        return self._attributes

    @attributes.setter
    def attributes(self, attributes: Attributes) -> None:
        self._attributes = attributes

    @property
    def context(self) -> dict[str, Any]:
        """What the blocks around it hand down to it: of `available` what its type asks for (`usesContext`)."""
        asked = self.type.uses_context if self.type is not None else ()
        return {name: self.available[name] for name in asked if name in self.available}

    @property
    def child_context(self) -> Mapping[str, Any]:
        """The context for the blocks inside: that around it, and what its type provides (`providesContext`)."""
        if self._child_context is None:
            provided = self.type.provides_context if self.type is not None else {}
            said = {name: self.attributes[key] for name, key in provided.items() if key in self.attributes}
            self._child_context = {**self.available, **said} if said else self.available
        return self._child_context

    @property
    def inner_blocks(self) -> list[ServerBlock]:
        """The blocks inside, in order."""
        if self._inner_blocks is None:
            self._inner_blocks = [self.child(part) for part in self.parts if not isinstance(part, str)]
            blocks = iter(self._inner_blocks)
            self.parts = [part if isinstance(part, str) else next(blocks) for part in self.parts]
        return self._inner_blocks

    @property
    def inner_html(self) -> str:
        """The HTML of the block without the blocks inside (`innerHTML`)."""
        return "".join(part for part in self.parts if isinstance(part, str))

    @property
    def parent_layout(self) -> Any:
        """The attribute `layout` of the block around it (`parentLayout`), None where there is none."""
        return self.parent.attrs.get("layout") if self.parent is not None else None

    def child(self, part: Block | ServerBlock) -> ServerBlock:
        """A block among `parts` as it stands inside this one."""
        if isinstance(part, ServerBlock):
            return part
        return self.server.block(part, self.child_context, parent=self)

    def set_attr(self, name: str, value: object) -> None:
        """Change what the delimiter says, as the filters `render_block_data` do."""
        self.attrs = {**self.attrs, name: value}
        self._attributes = None
        self._child_context = None

    def keep_or_forget_inner_blocks(self, before: Attributes) -> None:
        """What WordPress does of a block that is rendered again, when the filters on its data are through.

        Where they changed it, the blocks inside begin anew (`refresh_parsed_block_dependents()`). `before` is what the
        delimiter said before them.
        """
        is_changed = self.attrs is not before
        if not self.knows_parent_layout and self.parent_layout is not None:
            self.knows_parent_layout = is_changed = True
        if is_changed and self._inner_blocks is not None:
            self.parts = [part.fresh() if isinstance(part, ServerBlock) else part for part in self.parts]
            self._inner_blocks = None

    def again(self, available: Mapping[str, Any], name: str | None = None) -> ServerBlock:
        """The same block anew, with `available` as the context around it: what `new WP_Block()` makes of it.

        It is called `name`: by default as no type is, so that its inner blocks are rendered and nothing is added.
        """
        parts = [part.fresh() if isinstance(part, ServerBlock) else part for part in self.parts]
        name = name or UNDRAWN
        return ServerBlock(self.server, name, self.attrs, parts, available, parent=self.parent, node=self.node)

    def fresh(self) -> Block | ServerBlock:
        """The block as it was before it was entered: its node, where it has one and nothing was changed."""
        return self.node if self.node is not None else self


def _draws_again(name: str | None) -> bool:
    drawn = DRAWN.get(name or "")
    return drawn is not None and drawn.draws_again
