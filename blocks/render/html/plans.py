"""Which rules apply to a block: decided once for all blocks of a document whose delimiters are the same."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import cache
from importlib import import_module
from typing import TYPE_CHECKING, Any, Final

from blocks.model import attributes as attribute_json
from blocks.model.block import Block
from blocks.model.delimiter import VOID, Delimiter, short_name
from blocks.render.html.rules import BOUND, DATA, DRAWN, FILTERS, Drawn, Rule
from blocks.render.html.server_type import ServerType, ServerTypes
from blocks.render.templates import Templates

if TYPE_CHECKING:
    from blocks.render.html.block import ServerBlock
    from blocks.render.html.server import Rendering, Server

Callback = Callable[["ServerBlock", str, "Server"], "str | Rendering"]
Filter = Callable[["ServerBlock", str, "Server"], str]
DataRule = Callable[["ServerBlock", "Server"], None]


class _Rules:
    """A table of rules, sorted by the attributes that call for them, so that a block asks few of them."""

    def __init__(self, rules: Sequence[Rule]) -> None:
        self._rules = rules
        self._called_for: dict[str, set[int]] = {}
        for number, rule in enumerate(rules):
            for attribute in rule.said:
                self._called_for.setdefault(attribute, set()).add(number)
        self._always: dict[str | None, frozenset[int]] = {}

    def functions_for(self, type_: ServerType | None, attrs: Mapping[str, Any]) -> list[Any]:
        """What runs on blocks of a type that say `attrs`, in the order of the table."""
        name = type_.name if type_ is not None else None
        always = self._always.get(name)
        if always is None:
            rules = enumerate(self._rules)
            always = frozenset(i for i, rule in rules if not rule.said and (not rule.names or name in rule.names))
            if type_ is not None:  # names without a type are the text's, of which there may be any number
                self._always[name] = always
        asked = always.union(*(self._called_for[key] for key in attrs.keys() & self._called_for.keys()))
        chosen = (self._rules[number] for number in sorted(asked))
        return [_function(rule.function) for rule in chosen if rule.is_for(type_, attrs)]


class Plan:
    """Which rules apply to blocks with one name and the same attributes."""

    __slots__ = ("attrs", "callback", "data", "draws_again", "filters", "is_bound", "is_interactive", "is_nothing",
                 "is_plain", "needs_site", "shows", "skips_inner_blocks", "template")  # fmt: skip

    def __init__(self, type_: ServerType | None, attrs: dict[str, Any], template: str | None, is_void: bool) -> None:
        name = type_.name if type_ is not None else ""
        self.attrs = attrs
        self.template = template
        drawn = DRAWN.get(name)
        self.callback = _callback(name, drawn) if drawn is not None else None
        self.data: list[DataRule] = _DATA.functions_for(type_, attrs)
        self.filters: list[Filter] = _FILTERS.functions_for(type_, attrs)
        self.is_interactive = type_ is not None and type_.is_interactive
        self.is_bound = name in BOUND and isinstance(attrs.get("metadata"), dict) and "bindings" in attrs["metadata"]
        self.skips_inner_blocks = drawn is not None and drawn.skips_inner_blocks
        self.draws_again = drawn is not None and drawn.draws_again
        self.needs_site = drawn is not None and (drawn.needs_site or not attrs.keys().isdisjoint(drawn.of_site))
        self.shows = drawn.shows if drawn is not None else ""
        self.is_nothing = is_void and self.callback is None and template is None
        self.is_plain = not (
            self.callback or self.data or self.filters or self.is_interactive or self.is_bound or template
        )


class Plans:
    """The plans for the blocks of one rendering."""

    def __init__(self, types: ServerTypes, templates: Templates, formats: tuple[str, ...]) -> None:
        self._types = types
        self._templates = templates
        self._formats = formats
        self._made: dict[Delimiter, Plan] = {}

    def of_node(self, node: Block) -> Plan | None:
        """The plan for a node as it stands in the text; None for HTML outside every block."""
        delimiter = node.delimiter
        if delimiter is None:
            return None
        try:
            return self._made[delimiter]
        except KeyError:
            raw = delimiter.attributes
            said = attribute_json.read_as_php(raw) if raw is not None else {}
            attrs = said if isinstance(said, dict) else {str(key): value for key, value in enumerate(said or ())}
            plan = self._made[delimiter] = self._make(delimiter.name, attrs, delimiter.kind is VOID)
            return plan

    def of_block(self, block: ServerBlock) -> Plan:
        """The plan for a block with what it says by now."""
        node = block.node
        if node is not None and node.block_name == block.name:
            plan = self.of_node(node)
            if plan is not None and plan.attrs is block.attrs:
                return plan
        return self._make(block.name, block.attrs)

    def _make(self, name: str | None, attrs: dict[str, Any], is_void: bool = False) -> Plan:
        template = self._templates.for_block(self._formats, name) if name is not None else None
        if template is not None and self._templates.is_server_drawn(template):
            template = None  # it is the callback's, which gives it what it needs
        return Plan(self._types.get(name), attrs, template, is_void)


@cache
def _function(name: str) -> Any:
    module, _, function = name.partition(":")
    return getattr(import_module(f"blocks.render.html.{module}"), function)


def _callback(name: str, drawn: Drawn) -> Callback:
    function = short_name(name).replace("-", "_")
    return _function(f"blocks.{drawn.module}:{function}")  # type: ignore[no-any-return]


_DATA: Final = _Rules(DATA)
_FILTERS: Final = _Rules(FILTERS)
