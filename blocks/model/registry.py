"""Which type a block's name stands for."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from importlib import metadata
from types import ModuleType
from typing import TypeVar

from blocks.errors import DeclarationError, PluginError
from blocks.model.delimiter import CORE_NAMESPACE, full_name
from blocks.model.node import Block, Unknown

ENTRY_POINTS = "blocks.library"

BlockT = TypeVar("BlockT", bound=Block)


def block(name: str) -> Callable[[type[BlockT]], type[BlockT]]:
    """Declare a class as the type of the blocks called `name`, such as `core/image` or `my-plugin/book`."""

    def declare(block_type: type[BlockT]) -> type[BlockT]:
        if not (isinstance(block_type, type) and issubclass(block_type, Block)):
            raise DeclarationError(f"@block({name!r}) stands above {block_type!r}, which is no subclass of Block")
        if "/" not in name:
            raise DeclarationError(f"@block({name!r}): a block's name has a namespace, such as 'core/{name}'")
        block_type.type_name = name
        return block_type

    return declare


class Registry:
    """Block types by name.

    A name whose namespace is not known is looked for among the installed plugins: an entry point of the group
    `blocks.library`, named like the namespace (`my-plugin`), points at a module that declares types with `@block`.
    """

    def __init__(self, *modules: ModuleType, plugins: bool = True) -> None:
        self._types: dict[str, type[Block]] = {}
        self._namespaces = {CORE_NAMESPACE}
        self._plugins = plugins
        self.modules: list[ModuleType] = []
        """The modules that types came from; templates beside them are found by the renderers."""
        for module in modules:
            self.load(module)

    def load(self, module: ModuleType) -> None:
        """Register every block type that `module` declares. DeclarationError where it declares none."""
        declared = [
            value
            for value in vars(module).values()
            if isinstance(value, type) and issubclass(value, Block) and vars(value).get("type_name")
        ]
        if not declared:
            raise DeclarationError(f"module {module.__name__} declares no block type; put @block above its classes")
        for block_type in declared:
            self.register(block_type)
        self.modules.append(module)

    def register(self, block_type: type[Block]) -> None:
        """Register one block type. DeclarationError where its name is taken by another, or where it has none."""
        name = block_type.type_name
        if name is None:
            raise DeclarationError(f"{block_type.__name__} has no name; put @block('namespace/name') above it")
        taken = self._types.setdefault(name, block_type)
        if taken is not block_type:
            raise DeclarationError(f"{name} is declared twice: by {_place(taken)} and by {_place(block_type)}")
        self._namespaces.add(name.partition("/")[0] + "/")

    def type_of(self, name: str) -> type[Block]:
        """The type of the blocks called `name` (in full); `Unknown` where none is declared.

        Raises PluginError where the plugin for its namespace cannot be imported.
        """
        found = self._types.get(name)
        if found is not None:
            return found
        namespace = name.partition("/")[0] + "/"
        if namespace not in self._namespaces and self._plugins:
            self._load_plugin(namespace)
        return self._types.get(name, Unknown)

    def __contains__(self, name: str) -> bool:
        return self.type_of(full_name(name)) is not Unknown

    def __iter__(self) -> Iterator[type[Block]]:
        """The types, in the order of their registration; plugins that no text has asked for yet are not among them."""
        return iter(self._types.values())

    def __len__(self) -> int:
        return len(self._types)

    def load_plugins(self) -> None:
        """Load every installed block library, instead of each when its namespace is first met."""
        for entry_point in metadata.entry_points(group=ENTRY_POINTS):
            if entry_point.name + "/" not in self._namespaces:
                self._load_plugin(entry_point.name + "/")

    def _load_plugin(self, namespace: str) -> None:
        for entry_point in metadata.entry_points(group=ENTRY_POINTS, name=namespace.rstrip("/")):
            module = load_entry_point(entry_point, "block library")
            if not isinstance(module, ModuleType):
                raise PluginError(f"the block library {entry_point.value!r} is no module")
            self.load(module)
        self._namespaces.add(namespace)


def load_entry_point(entry_point: metadata.EntryPoint, what: str) -> object:
    """What an entry point names. PluginError, with its distribution and the reason, where that cannot be imported."""
    try:
        return entry_point.load()
    except Exception as error:
        distribution = f"{entry_point.dist.name} {entry_point.dist.version}" if entry_point.dist else "unknown"
        raise PluginError(
            f"the {what} {entry_point.name!r} of the distribution {distribution} cannot be imported from "
            f"{entry_point.value!r}: {type(error).__name__}: {error}. Repair or uninstall that distribution"
        ) from error


def _place(block_type: type[Block]) -> str:
    return f"{block_type.__module__}.{block_type.__qualname__}"
