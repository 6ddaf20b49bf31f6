"""What `render` and `check --amp` share: the options that say how to render, and the rendering of one post."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar

import click

from blocks.api import convert
from blocks.cli.inputs import Reading
from blocks.cli.libraries import registry_with
from blocks.cli.options import read_options
from blocks.model.registry import Registry
from blocks.render.base import Renderer, Result
from blocks.render.formats import options_of, renderer
from blocks.render.templates import Templates
from blocks.sources import Post

Command = TypeVar("Command", bound=Callable[..., Any])
Short = Mapping[str, str | bool | None]
"""What was said by options that are short for options of the format; None and False where nothing was."""


def short_option(
    name: str, about: str, *, metavar: str | None = None, is_flag: bool = False
) -> Callable[[Command], Command]:
    """An option of some formats that has a short form, such as `--page` for `--option page=yes`."""
    spelled = name.replace("_", "-")
    long = f"--option {spelled}={'yes' if is_flag else metavar}"
    return click.option(f"--{spelled}", name, metavar=metavar, is_flag=is_flag, help=f"{about}; short for {long}.")


_DRAWING = (
    click.option(
        "--theme",
        metavar="DIR",
        type=click.Path(),
        help="A folder whose templates/FORMAT/NAMESPACE/BLOCK.html override.",
    ),
    short_option("profile", "The kind of theme that HTML is for, with theme.json or without", metavar="block|classic"),
    short_option("theme_json", "The theme whose settings count: its theme.json, or its folder", metavar="PATH"),
    short_option("site", "What the blocks know that the server draws: a file, or a folder of answers", metavar="PATH"),
    short_option("request", "What WordPress's globals say: post, query, user, time", metavar="FILE"),
    short_option("no_data", "What stands for a block that has no data", metavar="wordpress|placeholder|saved"),
    short_option("filters", "What WordPress does to the content of a post behind its blocks", metavar="the_content"),
)
_AMP = (
    short_option("fragment", "What goes into the body of an AMP page, without the page", is_flag=True),
    short_option("img", "What AMP makes of pictures", metavar="native|amp"),
    short_option("gallery", "What AMP makes of galleries", metavar="grid|carousel"),
    short_option("canonical", "The address of the page that this is the AMP of", metavar="URL"),
)


def drawing_options(command: Command) -> Command:
    """The options that say where a post is drawn: on which site, in which theme."""
    return _with(_DRAWING, command)


def amp_options(command: Command) -> Command:
    """The options of AMP that have a short form."""
    return _with(_AMP, command)


pairs_option = click.option("--option", "pairs", metavar="NAME=VALUE", multiple=True, help="An option of the format.")


def _with(options: Sequence[Callable[[Command], Command]], command: Command) -> Command:
    for option in reversed(options):
        command = option(command)
    return command


@dataclass(frozen=True, slots=True)
class Rendering:
    """How posts are rendered: the format with its options, the theme, and the types of blocks."""

    renderer: Renderer
    options: dict[str, Any]
    theme: Path | None
    registry: Registry

    def of(self, post: Post) -> Result:
        """The rendering of a post. BlocksError as `blocks.convert`."""
        return convert(post, self.renderer, theme=self.theme, registry=self.registry, **self.options)


def rendering(
    to: str, pairs: Sequence[str], short: Short, theme: str | None, libraries: tuple[str, ...], reading: Reading
) -> Rendering:
    """What the options say. BlocksError where one is wrong, or a file that it names: before anything is rendered.

    The post that is to be read is the current one of the site, too, where the format has such.
    """
    chosen = renderer(to)
    if reading.post is not None and "post" in options_of(chosen):
        short = {**short, "post": str(reading.post)}
        reading.takes_single = True
    options = read_options(chosen, pairs, _said(short))
    prepared = getattr(chosen, "prepared", None)
    if prepared is not None:
        options = prepared(options)
    if theme is not None:
        Templates(theme)
    return Rendering(chosen, options, Path(theme) if theme is not None else None, registry_with(libraries))


def _said(short: Short) -> list[str]:
    """The options of the format that are said by short forms, as `--option` takes them."""
    return [name if value is True else f"{name}={value}" for name, value in short.items() if value]
