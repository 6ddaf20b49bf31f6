"""Which type a block's name stands for."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from importlib import import_module
from pathlib import Path
from types import ModuleType
from typing import TYPE_CHECKING, Any, TypeVar

from blocks.errors import DeclarationError
from blocks.model import legacy, plugins
from blocks.model.block import Block, Unknown
from blocks.model.delimiter import CORE_NAMESPACE, full_name, is_block_name
from blocks.model.field import check_fields
from blocks.model.shape import BlockJson

if TYPE_CHECKING:
    from importlib.metadata import EntryPoint

BlockT = TypeVar("BlockT", bound=Block)


def block(
    name: str,
    *,
    category: str = "",
    parent: Sequence[str] = (),
    ancestor: Sequence[str] = (),
    allowed_blocks: Sequence[str] = (),
    uses_context: Sequence[str] = (),
    provides_context: Mapping[str, str] | None = None,
    styles: Sequence[str] = (),
    selectors: Mapping[str, Any] | None = None,
) -> Callable[[type[BlockT]], type[BlockT]]:
    """Declare a class as the type of the blocks called `name`, such as `core/image` or `my-plugin/book`.

    The rest is what block.json says of where the block may stand, what it hands down to the blocks inside it, and how
    it may look; it is kept as `block_type.block_json`.

    DeclarationError where that is no block's name, where the class has one already, or where a field of it hides what
    every block has.
    """
    said = BlockJson(
        category, tuple(parent), tuple(ancestor), tuple(allowed_blocks), tuple(uses_context),
        dict(provides_context or {}), tuple(styles), dict(selectors or {}),
    )  # fmt: skip

    def declare(block_type: type[BlockT]) -> type[BlockT]:
        if not (isinstance(block_type, type) and issubclass(block_type, Block)):
            raise DeclarationError(f"@block({name!r}) stands above {block_type!r}, which is no subclass of Block")
        _check_name(name)
        if block_type in (Block, Unknown) or vars(block_type).get("type_name"):
            declared = block_type.type_name or "every block that has no type"
            raise DeclarationError(
                f"@block({name!r}): {block_type.__name__} is declared for {declared} already; make a subclass of it"
            )
        check_fields(block_type, Block)
        block_type.type_name = name
        block_type.block_json = said
        return block_type

    return declare


def _check_name(name: object) -> None:
    if isinstance(name, str) and name and "/" not in name:
        raise DeclarationError(f"@block({name!r}): a block's name has a namespace, such as 'core/{name}'")
    if not (isinstance(name, str) and is_block_name(name)):
        raise DeclarationError(
            f"{name!r} is no block's name; a block's name is 'namespace/name', both of lower-case letters, digits, `_` "
            "and `-`, with a letter first"
        )


class Registry:
    """Block types by name.

    Where a name is not known, the installed plugin for its namespace is loaded: an entry point of the group
    `blocks.library`, named like the namespace (`my-plugin`), points at a module that declares types with `@block`.
    Which plugins are installed is looked up once.
    """

    def __init__(self, *sources: ModuleType | str | Path, plugins: bool = True) -> None:
        self._types: dict[str, type[Block]] = {}
        self._homes: dict[str, list[ModuleType]] = {}
        self._files: dict[type[Block], str] = {}
        self._loads_plugins = plugins
        self._loaded = {CORE_NAMESPACE}
        for source in sources:
            self.load(source)

    def load(self, source: ModuleType | str | Path) -> None:
        """Register the block types of a module, of a block.json, or of every block.json below a folder: all or none.

        Of a module those that it declares, or imports from the modules beside it. docs/block-json.md tells what becomes
        of a file. DeclarationError where there is none, where a file is wrong, or where one cannot be registered.
        """
        if isinstance(source, ModuleType):
            self._load((source,))
        elif isinstance(source, str | Path):
            self._load_files(source)
        else:
            raise TypeError(f"load() takes a module, or the path of a block.json or of a folder; not {source!r}")

    def extended(self, *sources: ModuleType | str | Path) -> Registry:
        """A new registry with these types and those that `sources` have; this one stays as it is."""
        other = Registry(plugins=self._loads_plugins)
        other._types |= self._types
        other._homes |= {namespace: list(modules) for namespace, modules in self._homes.items()}
        other._files |= self._files
        other._loaded |= self._loaded
        for source in sources:
            other.load(source)
        return other

    def register(self, block_type: type[Block]) -> None:
        """Register one block type. DeclarationError where its name is taken by another, or where it has none."""
        self._types.update(self._checked((block_type,)))

    def _load(self, modules: Iterable[ModuleType]) -> None:
        declared = [(block_type, module) for module in modules for block_type in _declared(module)]
        self._types.update(self._checked(block_type for block_type, _ in declared))
        for block_type, module in declared:
            home = self._homes.setdefault(_namespace(block_type.type_name or ""), [])
            if module not in home:
                home.append(module)

    def _load_files(self, path: str | Path) -> None:
        from blocks.model.block_json import read_path

        found = read_path(path)
        files: dict[type[Block], str] = {}
        for block_type, file in found:
            files.setdefault(block_type, file)
        self._types.update(self._checked(files, files))
        self._files = {**files, **self._files}

    def _checked(
        self, block_types: Iterable[type[Block]], files: Mapping[type[Block], str] | None = None
    ) -> dict[str, type[Block]]:
        """The types by name. DeclarationError where one cannot be registered; `files` are what some were read from."""
        places = {**(files or {}), **self._files}
        checked: dict[str, type[Block]] = {}
        for block_type in block_types:
            name = block_type.type_name
            if name is None:
                raise DeclarationError(f"{block_type.__name__} has no name; put @block('namespace/name') above it")
            _check_name(name)
            check_fields(block_type, Block)
            taken = self._types.get(name) or checked.setdefault(name, block_type)
            if taken is not block_type:
                raise DeclarationError(
                    f"{name} is declared twice: by {places.get(taken) or _place(taken)} "
                    f"and by {places.get(block_type) or _place(block_type)}"
                )
        return checked

    def type_of(self, name: str) -> type[Block]:
        """The type of the blocks called `name` (in full), or once called so; `Unknown` where none is declared.

        Raises PluginError where the plugin for its namespace cannot be imported.
        """
        found = self._types.get(name)
        if found is not None:
            return found
        namespace = _namespace(name)
        if self._loads_plugins and namespace not in self._loaded and namespace in self._libraries:
            self._load_plugin(namespace)
        return self._types.get(name) or self._types.get(legacy.current_name(name), Unknown)

    def place_of(self, block_type: type[Block]) -> str:
        """Where a type is declared: its module and class, or its block.json."""
        return self._files.get(block_type) or _place(block_type)

    def modules_of(self, namespace: str) -> tuple[ModuleType, ...]:
        """The modules that types of a namespace, such as `my-plugin/`, came from. Their templates lie beside them."""
        return tuple(self._homes.get(namespace, ()))

    def __contains__(self, name: str) -> bool:
        return self.type_of(full_name(name)) is not Unknown

    def __iter__(self) -> Iterator[type[Block]]:
        """The types, in the order of their registration; plugins that no text has asked for yet are not among them."""
        return iter(tuple(self._types.values()))

    def __len__(self) -> int:
        return len(self._types)

    def load_plugins(self) -> None:
        """Load every installed block library, instead of each when its namespace is first met."""
        for namespace in self._libraries:
            if namespace not in self._loaded:
                self._load_plugin(namespace)

    def __getstate__(self) -> dict[str, Any]:
        """Pickled, modules are their names; which plugins are installed is looked up in the other process."""
        state = {key: value for key, value in vars(self).items() if key != "_libraries"}
        homes = {namespace: [module.__name__ for module in modules] for namespace, modules in self._homes.items()}
        return {**state, "_homes": homes}

    def __setstate__(self, state: dict[str, Any]) -> None:
        homes = {namespace: [import_module(name) for name in names] for namespace, names in state["_homes"].items()}
        vars(self).update({**state, "_homes": homes})

    @cached_property
    def _libraries(self) -> dict[str, list[EntryPoint]]:
        """The installed block libraries, by namespace. Kept, since a text may name any number of namespaces."""
        found: dict[str, list[EntryPoint]] = {}
        for entry_point in plugins.installed(plugins.LIBRARIES):
            found.setdefault(entry_point.name + "/", []).append(entry_point)
        return found

    def _load_plugin(self, namespace: str) -> None:
        """Register what the libraries for a namespace declare: all of it, or nothing and PluginError."""
        modules: list[ModuleType] = []
        for entry_point in self._libraries[namespace]:
            module = plugins.load(entry_point)
            if not isinstance(module, ModuleType):
                raise plugins.broken(entry_point, "is no module, but " + type(module).__name__)
            modules.append(module)
            try:
                self._checked(block_type for one in modules for block_type in _declared(one))
            except DeclarationError as error:
                raise plugins.broken(entry_point, f"cannot be registered: {error}") from error
            if not any(_namespace(one.type_name or "") == namespace for one in _declared(module)):
                raise plugins.broken(entry_point, f"declares no block of its namespace, {namespace}…")
        self._load(modules)
        self._loaded.add(namespace)


def _declared(module: ModuleType) -> list[type[Block]]:
    """The block types that a module declares. DeclarationError where there is none."""
    declared = [value for value in vars(module).values() if _is_declared(value, module)]
    if not declared:
        raise DeclarationError(f"module {module.__name__} declares no block type; put @block above its classes")
    return declared


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
