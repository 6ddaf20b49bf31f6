"""The calls that do a whole job; each is made of the public pieces, in a few lines."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, BinaryIO

from blocks.errors import BlocksError, PluginError
from blocks.library import core_registry
from blocks.model.block import Block
from blocks.model.digest import ExcerptUnit, provide_digest
from blocks.model.document import Document
from blocks.model.origin import Rendering
from blocks.model.registry import Registry
from blocks.render.base import Context, Renderer, Result
from blocks.render.digest import Digester, excerpt_of
from blocks.render.formats import check_options, options_of, renderer
from blocks.render.templates import Templates
from blocks.sources import Post, SourceProblem, read
from blocks.sources.choice import Choice

if TYPE_CHECKING:
    import os
    from collections.abc import Callable, Collection, Iterator, Mapping

    from blocks.formatting.shortcodes import Shortcode
    from blocks.site import RenderContext, Site

provide_digest(Digester())


def render(source: str | bytes | Document | Post, to: str = "html", **options: Any) -> str:
    """Render block markup, a document or a post to a format: "html", "text", "amp", or one that a plugin adds.

        blocks.render("<!-- wp:paragraph --><p>Hi</p><!-- /wp:paragraph -->")      '<p>Hi</p>'
        blocks.render(markup, to="text", width=60)

    `options` are those of `convert` and those of the format (`blocks formats` lists them). Raises RenderError for a
    rendering that was asked for wrongly (its subclasses say how), TypeError for a source that is no text, PluginError
    for a plugin that cannot be imported; never for what a text says.
    """
    return convert(source, to, **options).output


def convert(
    source: str | bytes | Document | Post,
    to: str | Renderer = "html",
    *,
    theme: str | Path | None = None,
    registry: Registry | None = None,
    **options: Any,
) -> Result:
    """Render like `render`, and return the output with the problems of the text and of the rendering.

    `to` may be a renderer itself, for one that is not installed as a plugin.
    HTML of what was recovered from rendered HTML is rendered for the kind of theme, and with the filters, that show in
    it, where no option says otherwise: the same again, but for what was set apart (docs/sources.md).

    `theme` is a folder whose templates override (`templates/html/core/image.html`). `registry` has the block types for
    a text or a post; a document has its own already.
    """
    if isinstance(to, type) or not isinstance(to, str | Renderer):
        raise TypeError(f"`to` is the name of a format, or a renderer (an instance, not its class); not {to!r}")
    if theme is not None and not isinstance(theme, str | Path):
        raise TypeError(f"`theme` is the path of a folder, not {theme!r}")
    chosen = renderer(to) if isinstance(to, str) else to
    check_options(chosen, options)
    registry = core_registry() if registry is None else registry
    if isinstance(source, Document):
        document, post = source, Post("")
    else:
        post = source if isinstance(source, Post) else Post(source)
        document = post.parse(registry=registry)
    if document.rendering is not None:
        options = {**_as_rendered(document.rendering, chosen, options), **options}
    templates = _templates(Path(theme) if theme is not None else None, registry, type(chosen))
    templates.refresh()
    context = Context(post, templates)
    output = _rendered(chosen, document, context, options)
    return Result(
        output,
        document,
        tuple(context.problems),
        css=context.css,
        inline_styles=context.inline_styles,
        footer=context.footer,
        images=context.images,
        components=context.components,
    )


def posts(
    source: bytes | str | os.PathLike[str] | BinaryIO,
    name: str = "auto",
    *,
    types: Collection[str] = (),
    statuses: Collection[str] = (),
    protected: bool = False,
    on_problem: Callable[[SourceProblem], object] | None = None,
) -> Iterator[Post]:
    """The posts of an input that anyone may read: of bytes, of the file or theme at a path, of a stream of bytes.

        for post in blocks.posts("export.xml"):
            blocks.render(post)

    Left out are posts that are not published, that ask for a password, and those of types without a content of their
    own, such as attachments. `types` and `statuses` ask for others ("any" for all), `protected` for those with a
    password. `blocks.sources.read` gives all there are, and says what `name` and `on_problem` mean and what raises.
    """
    for given, value in (("types", types), ("statuses", statuses)):
        if isinstance(value, str):
            raise TypeError(f"`{given}` is a list of names, such as [{value!r}], not {value!r}")
    choice = Choice(types=types, statuses=statuses, protected=protected)
    return (post for post in read(source, name, on_problem=on_problem) if choice.why_not(post) is None)


def excerpt(
    source: str | bytes | Document | Post,
    length: int | None = None,
    unit: ExcerptUnit | None = None,
    *,
    plain: bool = False,
    more: str | None = None,
    site: Site | None = None,
    request: RenderContext | None = None,
    shortcodes: Mapping[str, Shortcode] | None = None,
) -> str:
    """The excerpt that is made of a content, as `document.excerpt()` makes it, with what a site knows.

    `request` names the current post, and whether the page shows it whole: else an excerpt ends at its more-tag. Of a
    post, the excerpt that was written for it is `post.excerpt`. `shortcodes` are taken out, as WordPress's own are.
    """
    if not isinstance(source, Document):
        source = (source if isinstance(source, Post) else Post(source)).parse()
    return excerpt_of(source, length, unit, plain=plain, more=more, site=site, request=request, shortcodes=shortcodes)


def json_schema(what: Registry | type[Block] | None = None) -> dict[str, Any]:
    """JSON Schema (draft 2020-12) of what `document.to_json()` answers, or of one block of a type in it.

        blocks.json_schema()                 of documents that are read with the core registry
        blocks.json_schema(registry)         of those that are read with this one
        blocks.json_schema(blocks.Image)     of one image

    The schema knows the types that are in the registry now: `registry.load_plugins()` loads those of installed plugins.
    """
    from blocks.schema.json_schema import tree_schema, type_schema

    if isinstance(what, type) and issubclass(what, Block):
        return type_schema(what)
    return tree_schema(_registry(what))


def typescript(registry: Registry | None = None) -> str:
    """What `document.to_json()` answers, declared for TypeScript: `BlockTree`, of `Block`s that `name` tells apart.

    The registry is that which documents are read with, by default the core registry; as for plugins, see `json_schema`.
    """
    from blocks.schema.typescript import tree_declaration

    if isinstance(registry, type):
        raise TypeError(f"typescript() declares the types of a registry together, not {registry!r:.60} alone")
    return tree_declaration(_registry(registry))


def _registry(given: object) -> Registry:
    if given is not None and not isinstance(given, Registry):
        raise TypeError(f"a blocks.Registry or a block type is described, not {given!r:.60}")
    return core_registry() if given is None else given


def _as_rendered(rendering: Rendering, chosen: Renderer, options: Mapping[str, Any]) -> dict[str, Any]:
    """The options that give back the HTML that a document was recovered from, where nothing else is asked for."""
    takes = options_of(chosen)
    sizes = {"image_size": rendering.image_size} if "image_size" in takes else {}
    if options.get("clean") or not {"profile", "filters", "theme_json"} <= takes.keys():
        return sizes
    said: dict[str, Any] = sizes if options.get("theme_json") is not None else {"profile": rendering.profile, **sizes}
    return said | ({"filters": "the_content"} if rendering.is_filtered else {})


def _rendered(chosen: Renderer, document: Document, context: Context, options: dict[str, Any]) -> str:
    """The output of a renderer. What goes wrong in one that is not of this package is named as its."""
    try:
        output: object = chosen.render(document, context, **options)
    except BlocksError:
        raise
    except Exception as error:
        if type(chosen).__module__.partition(".")[0] == "blocks":
            raise
        raise PluginError(f"{_described(chosen)} failed: {type(error).__name__}: {error}") from error
    if not isinstance(output, str):
        raise PluginError(f"{_described(chosen)} returned {type(output).__name__} where a renderer returns str")
    return output


def _described(chosen: Renderer) -> str:
    return f"the renderer of the format {chosen.format} ({type(chosen).__module__}.{type(chosen).__qualname__})"


@lru_cache(maxsize=16)
def _templates(theme: Path | None, registry: Registry, renderer: type) -> Templates:
    return Templates(theme, registry, renderer)
