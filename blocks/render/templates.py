"""Templates: where they are found, and how Jinja draws a block from one. The only file that imports jinja2.

A template's name is its path, `html/core/image.html`: the format, then the block. The search goes through the formats
first and the owners second, so that a theme's HTML template does not defeat the AMP one:

    formats   amp, then html where the format allows it
    owners    the theme, then the plugins whose block or whose format it is, then this package

A plugin's templates lie in the folder `templates` beside its module. They draw blocks of its own namespace, and, where
its renderer runs, every block: which plugins are installed does not change what other blocks look like.

A theme's template extends the one it overrides by the owner's prefix: `{% extends "blocks:amp/page.html" %}`,
`{% extends "acme_blocks:html/acme/notice.html" %}`.
"""

from __future__ import annotations

import re
import secrets
import sys
from collections.abc import Callable, Iterator, Sequence
from functools import cached_property
from importlib import resources
from importlib.resources.abc import Traversable
from pathlib import Path
from types import ModuleType
from typing import TYPE_CHECKING, Any

from blocks.errors import TemplateError
from blocks.model.block import Block
from blocks.model.delimiter import is_block_name
from blocks.model.registry import Registry

if TYPE_CHECKING:
    from jinja2 import Environment, Template
    from jinja2 import TemplateError as JinjaError

BUILT_IN = "blocks"

# They stand for blocks in the output of a template until the loop has rendered those. No text can guess them, and a
# filter that changes them leaves the digits, which tell.
_NONCE = f"{secrets.randbelow(10**24):024}"
_CONTENT = f"\x02{_NONCE}  Content of\x03"
_CHILDREN = f"\x02{_NONCE}  Children of\x03"
_PLACES = re.compile(f"({_CONTENT}|{_CHILDREN})")
_MANGLED = re.compile(f"{_NONCE[:12]}|{_NONCE[11::-1]}")

_MOST_FIXED = 1000  # names of blocks are the text's, so there may be any number

_ONLY_AS_IT_IS = "`content` and `children` can only be printed as they are: they are rendered when the template is done"


class _Place:
    """`content` or `children` to a template, which can print it and ask whether there is anything inside."""

    def __init__(self, mark: str, has_anything: bool) -> None:
        self._mark = mark
        self._has_anything = has_anything

    def __bool__(self) -> bool:
        return self._has_anything

    def __html__(self) -> str:
        return self._mark

    def _refuse(self, *_: object) -> Any:
        raise TemplateError(_ONLY_AS_IT_IS)

    __str__ = __len__ = __iter__ = __getitem__ = __contains__ = __add__ = __radd__ = __mod__ = __mul__ = _refuse


class Templates:
    """The templates that a rendering may draw from.

    `theme` is a folder that holds `templates/FORMAT/NAMESPACE/BLOCK.html`; `registry` knows the block types, and
    `renderer` is the class of the renderer that draws. Raises TemplateError where the theme does not exist or holds no
    such folder.
    """

    def __init__(
        self, theme: str | Path | None = None, registry: Registry | None = None, renderer: type | None = None
    ) -> None:
        self._theme = _theme_templates(Path(theme)) if theme is not None else None
        self._registry = registry
        self._renderer = renderer
        self._fixed: dict[tuple[tuple[str, ...], str], str | None] = {}
        self.refresh()

    def refresh(self) -> None:
        """Look for templates anew: since the last rendering, files may have come, gone and changed.

        It may be called while other threads render.
        """
        self._found: dict[tuple[tuple[str, ...], str], str | None] = dict(self._fixed)
        self._rendering = object()

    def for_block(self, formats: Sequence[str], block_name: str) -> str | None:
        """The name of the first template that draws blocks called `block_name`, None where there is none."""
        found, key = self._found, (tuple(formats), block_name)
        if key not in found:
            names = [f"{format_name}/{block_name}.html" for format_name in formats if is_block_name(block_name)]
            found[key] = next((name for name in names if self._path(name)), None)
            if len(self._fixed) < _MOST_FIXED and all(
                owner == BUILT_IN for name in names for owner, _ in self._owners(name)
            ):
                self._fixed[key] = found[key]  # this package's templates stay as they are while the process runs
        return found[key]

    def is_server_drawn(self, name: str) -> bool:
        """Whether this package has such a template: that of a block which the server draws, given what to draw."""
        return _is_file(_built_in(name))

    def draw(self, name: str, **variables: Any) -> str:
        """The output of a template. TemplateError, with its name and line, where it is missing, malformed or fails."""
        from jinja2 import TemplateError as JinjaError

        try:
            return self._template(name).render(**variables)
        except JinjaError as error:
            raise TemplateError(_explained(name, error)) from error
        except RecursionError as error:
            message = f'the template {name} extends or includes itself; that of this package is "{BUILT_IN}:{name}"'
            raise TemplateError(message) from error
        except Exception as error:
            reason = str(error) if isinstance(error, TemplateError) else f"{type(error).__name__}: {error}"
            raise TemplateError(f"the template {name}, line {_line_in_template(error)}: {reason}") from error

    def draw_block(self, name: str, block: Block, **variables: Any) -> Iterator[str | Block]:
        """The output of a block's template, in order; where the template says so, the block's own parts stand in it.

        The template knows `block` (with its typed fields), `content` (the saved markup, rendered blocks in place) and
        `children` (the rendered blocks alone); the latter two are false where there is nothing inside, and can only be
        printed as they are, or TemplateError says so.
        """
        places = {
            "content": _Place(_CONTENT, bool(block.inner_content)),
            "children": _Place(_CHILDREN, bool(block.children)),
        }
        for text in _PLACES.split(self.draw(name, block=block, **places, **variables)):
            if text == _CONTENT:
                yield from block.inner_content
            elif text == _CHILDREN:
                yield from block.children
            elif _MANGLED.search(text):
                raise TemplateError(f"the template {name}: {_ONLY_AS_IT_IS}")
            else:
                yield text

    def _template(self, name: str) -> Template:
        return self._environment.get_template(name)

    @cached_property
    def _environment(self) -> Environment:
        from jinja2 import Environment, FunctionLoader, StrictUndefined

        return Environment(
            loader=FunctionLoader(self._load), autoescape=True, undefined=StrictUndefined, keep_trailing_newline=False
        )

    def _load(self, name: str) -> tuple[str, str, Callable[[], bool]] | None:
        path = self._path(name)
        if path is None:
            return None
        checked, text = self._rendering, path.read_text(encoding="utf-8")

        def is_current() -> bool:
            nonlocal checked
            rendering = self._rendering
            if checked is not rendering:
                if self._path(name) != path or path.read_text(encoding="utf-8") != text:
                    return False
                checked = rendering
            return True

        return text, str(path), is_current

    def _path(self, name: str) -> Traversable | None:
        prefix, colon, rest = name.rpartition(":")
        if not _stays_inside(rest):
            return None
        for owner, place in self._owners(rest):
            path = place(rest) if not colon or owner == prefix else None
            if path is not None and _is_file(path):
                return path
        return None

    def _owners(self, path: str) -> Iterator[tuple[str, Callable[[str], Traversable]]]:
        """Who may have the template of a path, in the order of the search, and where it would lie there."""
        if self._theme is not None:
            yield "theme", self._theme.joinpath
        for module in self._plugin_modules(path):
            package = module.__spec__.parent if module.__spec__ is not None else None
            if package and package.partition(".")[0] != BUILT_IN:
                yield package, (resources.files(package) / "templates").joinpath
        yield BUILT_IN, _built_in

    def _plugin_modules(self, path: str) -> Iterator[ModuleType]:
        namespace = path.split("/")[1] + "/" if path.count("/") > 1 else None
        if self._registry is not None and namespace is not None:
            yield from self._registry.modules_of(namespace)
        if self._renderer is not None:
            yield sys.modules[self._renderer.__module__]


def _stays_inside(path: str) -> bool:
    """Whether a relative path, however it is read, leads to no place outside the folder it begins in."""
    return "\\" not in path and "\0" not in path and not {"", ".", ".."} & set(path.split("/"))


def _is_file(path: Traversable) -> bool:
    """Whether there is such a file; a block's name may be longer than the name of a file can be."""
    try:
        return path.is_file()
    except OSError:
        return False


def _built_in(path: str) -> Traversable:
    format_name, _, rest = path.partition("/")
    return resources.files("blocks.render") / format_name / "templates" / rest


def _theme_templates(theme: Path) -> Path:
    templates = theme / "templates"
    if not templates.is_dir():
        raise TemplateError(
            f"the theme {theme} has no folder templates/. A theme overrides by path: "
            f"{templates / 'html' / 'core' / 'image.html'}"
        )
    return templates


def _explained(name: str, error: JinjaError) -> str:
    """What went wrong, where, and in which template: the one that was asked for may extend the one at fault."""
    from jinja2 import TemplateNotFound, TemplateSyntaxError

    if isinstance(error, TemplateSyntaxError):
        return f"the template {error.filename or error.name or name}, line {error.lineno}: {error.message}"
    if isinstance(error, TemplateNotFound):
        return f"there is no template {error.name}" + (f", which {name} needs" if error.name != name else "")
    return f"the template {name}, line {_line_in_template(error)}: {error.message}"


def _line_in_template(error: BaseException) -> int:
    line, trace = 0, error.__traceback__
    while trace is not None:
        if trace.tb_frame.f_code.co_name in ("root", "top-level template code") or "__jinja_template__" in (
            trace.tb_frame.f_globals
        ):
            line = trace.tb_lineno
        trace = trace.tb_next
    return line
