"""Links to profiles on other sites, with the logos of those sites."""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import cache
from importlib import resources
from typing import Any, Final, NamedTuple

from blocks.formatting import php
from blocks.formatting.escaping import Html, esc_html
from blocks.formatting.names import antispambot, is_email
from blocks.formatting.urls import esc_url, parse_url
from blocks.fragment.tag_edits import ESCAPED
from blocks.render.html.block import ServerBlock
from blocks.render.html.server import Server
from blocks.render.html.wrapper import wrapper_attributes

_SVG: Final = (
    'width="24" height="24" viewBox="0 0 24 24" version="1.1" xmlns="http://www.w3.org/2000/svg" '
    'aria-hidden="true" focusable="false"'
)


class Service(NamedTuple):
    """A site that profiles are on: its name, and its logo as SVG."""

    name: str
    icon: Html


@cache
def services() -> Mapping[str, Service]:
    """The services by the names that blocks give them (`block_core_social_link_services()`).

    In the file: `name`, and `path` for the outlines of the logo; `svg` where the attributes of the drawing are not the
    usual ones, and `end` where WordPress closes the path in another way.
    """
    text = (resources.files(__package__) / "social_services.json").read_text(encoding="utf-8")
    return {
        key: Service(
            said["name"],
            Html(f'<svg {said.get("svg", _SVG)}><path d="{said["path"]}"{said.get("end", "></path>")}</svg>'),
        )
        for key, said in json.loads(text).items()
    }


def social_link(block: ServerBlock, content: str, server: Server) -> str:
    """A link to a profile (`render_block_core_social_link()`); empty without an address."""
    del content
    attributes, context = block.attributes, block.context
    url = attributes.get("url")
    if not php.is_true(url):
        return ""
    said = attributes.get("service")
    name = "Icon" if said is None else php.text(said)
    service = services().get(name) or services()["share"]
    label = php.trim(php.text(attributes.get("label")))
    in_new_tab = php.is_true(context.get("openInNewTab"))
    said_rel = php.text(attributes.get("rel"))
    rel = f"{said_rel} noopener nofollow" if in_new_tab else said_rel
    classes, style = _colors(context)
    wrapper = wrapper_attributes(
        block, server, {"class": f"wp-social-link wp-social-link-{name} {classes}", "style": style}
    )
    return server.draw(
        "core/social-link",
        wrapper=wrapper,
        link=Html(esc_url(_address(php.text(url), server))),
        icon=service.icon,
        label=Html(esc_html(service.name if php.is_empty(label) else label)),
        shows_label=php.is_true(context.get("showLabels")),
        rel=Html(php.trim(rel).translate(ESCAPED)) if rel else None,
        opens_in_new_tab=in_new_tab,
    )


def _address(url: str, server: Server) -> str:
    """What was given, as an address: of mail, of the web, or a place on this page."""
    if is_email(url):
        url = "mailto:" + antispambot(url, server.chance.number)
    scheme = (parse_url(url) or {}).get("scheme")
    if php.is_empty(scheme) and not url.startswith(("//", "#")):
        url = "https://" + url
    return url


def _colors(context: Mapping[str, Any]) -> tuple[str, str]:
    """Classes and styles of the icons' colours."""
    classes, style = [], ""
    for name, css in (("iconColor", "color"), ("iconBackgroundColor", "background-color")):
        if name in context:
            classes.append(f"has-{php.text(context[name])}-{css}")
        if f"{name}Value" in context:
            style += f"{css}:{php.text(context[f'{name}Value'])};"
    return " ".join(classes), style
