"""Which type a block's name stands for."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from types import ModuleType
from typing import TypeVar

from blocks.errors import DeclarationError
from blocks.model import plugins
from blocks.model.delimiter import CORE_NAMESPACE, full_name
from blocks.model.node import Block, Unknown

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
        self._homes: dict[str, list[ModuleType]] = {}
        self._loads_plugins = plugins
        for module in modules:
            self.load(module)

    def load(self, module: ModuleType) -> None:
        """Register every block type that `module` declares, or imports from the modules beside it.

        DeclarationError where there is none.
        """
        declared = [value for value in vars(module).values() if _is_declared(value, module)]
        if not declared:
            raise DeclarationError(f"module {module.__name__} declares no block type; put @block above its classes")
        for block_type in declared:
            self.register(block_type)
            home = self._homes.setdefault(_namespace(block_type.type_name or ""), [])
            if module not in home:
                home.append(module)

    def register(self, block_type: type[Block]) -> None:
        """Register one block type. DeclarationError where its name is taken by another, or where it has none."""
        name = block_type.type_name
        if name is None:
            raise DeclarationError(f"{block_type.__name__} has no name; put @block('namespace/name') above it")
        taken = self._types.setdefault(name, block_type)
        if taken is not block_type:
            raise DeclarationError(f"{name} is declared twice: by {_place(taken)} and by {_place(block_type)}")
        self._namespaces.add(_namespace(name))

    def type_of(self, name: str) -> type[Block]:
        """The type of the blocks called `name` (in full); `Unknown` where none is declared.

        Raises PluginError where the plugin for its namespace cannot be imported.
        """
        found = self._types.get(name)
        if found is not None:
            return found
        namespace = _namespace(name)
        if namespace not in self._namespaces and self._loads_plugins:
            self._load_plugin(namespace)
        return self._types.get(name, Unknown)

    def modules_of(self, namespace: str) -> tuple[ModuleType, ...]:
        """The modules that types of a namespace, such as `my-plugin/`, came from. Their templates lie beside them."""
        return tuple(self._homes.get(namespace, ()))

    def __contains__(self, name: str) -> bool:
        return self.type_of(full_name(name)) is not Unknown

    def __iter__(self) -> Iterator[type[Block]]:
        """The types, in the order of their registration; plugins that no text has asked for yet are not among them."""
        return iter(self._types.values())

    def __len__(self) -> int:
        return len(self._types)

    def load_plugins(self) -> None:
        """Load every installed block library, instead of each when its namespace is first met."""
        for entry_point in plugins.installed(plugins.LIBRARIES):
            if entry_point.name + "/" not in self._namespaces:
                self._load_plugin(entry_point.name + "/")

    def _load_plugin(self, namespace: str) -> None:
        for entry_point in plugins.installed(plugins.LIBRARIES, namespace.rstrip("/")):
            module = plugins.load(entry_point)
            if not isinstance(module, ModuleType):
                raise plugins.broken(entry_point, "is no module, but " + type(module).__name__)
            try:
                self.load(module)
            except DeclarationError as error:
                raise plugins.broken(entry_point, f"cannot be registered: {error}") from error
            if namespace not in self._homes:
                raise plugins.broken(entry_point, f"declares no block of its namespace, {namespace}…")
        self._namespaces.add(namespace)


def _is_declared(value: object, module: ModuleType) -> bool:
    """Whether `value` is a block type of this module, and not one of WordPress's that it imports to build on."""
    if not (isinstance(value, type) and issubclass(value, Block) and vars(value).get("type_name")):
        return False
    package = __name__.partition(".")[0]
    return value.__module__.partition(".")[0] != package or module.__name__.partition(".")[0] == package


def _namespace(name: str) -> str:
    return name.partition("/")[0] + "/"


def _place(block_type: type[Block]) -> str:
    return f"{block_type.__module__}.{block_type.__qualname__}"
