"""Lists to choose an address from: the script that goes there."""

from __future__ import annotations

from typing import Any, NamedTuple

from blocks.formatting import php
from blocks.formatting.escaping import Html
from blocks.formatting.php.encoding import HEX_TAG, UNESCAPED_SLASHES, json_encode
from blocks.render.html.server import Server
from blocks.site.addresses import home_url


class Script(NamedTuple):
    """What the template `dropdown-script` is drawn with: the arguments as JSON, and how the theme writes scripts."""

    arguments: Html
    is_html5: bool


def dropdown_script(id: str, server: Server) -> Script:
    """The script of the list with an id (`wp_get_inline_script_tag()`)."""
    arguments = json_encode([id, home_url(server.site)], HEX_TAG | UNESCAPED_SLASHES)
    return Script(Html(arguments), _writes_html5(server))


def _writes_html5(server: Server) -> bool:
    """Whether the theme wants scripts without the type that older HTML asks for (`html5`, `script`)."""
    said: Any = server.theme.supports.get("html5")
    return server.theme.is_block_theme or said is True or "script" in map(php.text, _flat(said))


def _flat(said: Any) -> list[Any]:
    """What a theme said, whether once or in a list of its arguments."""
    values = php.values(said) if php.is_array(said) else []
    return php.values(values[0]) if len(values) == 1 and php.is_array(values[0]) else values
