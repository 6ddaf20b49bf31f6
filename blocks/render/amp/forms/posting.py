"""Forms that WordPress's own blocks send by POST: to comment, to log in, to open a post that has a password.

AMP sends those by script alone (`action-xhr`), to an address that answers in JSON, as WordPress does not. Fields that
go nowhere are worse than none: in the place of the form stands a link to the page where it works, which says what the
form's button said, and what the form tells beside its fields.
"""

from __future__ import annotations

from collections.abc import Iterator
from html import escape
from typing import TYPE_CHECKING, Final

from blocks.formatting import php
from blocks.formatting.query import add_query_arg, urlencode
from blocks.fragment import tokens
from blocks.render.amp.attributes import written
from blocks.render.amp.forms.elements import Span, replaced, spans
from blocks.site.links import permalink

if TYPE_CHECKING:
    from blocks.render.amp.server import AmpServer
    from blocks.render.html.block import ServerBlock

_COMMENT: Final = "commentform"  # an id, as the next one
_LOGIN: Final = "loginform"
_UNLOCK: Final = "post-password-form"  # a class
_FIELDS: Final = frozenset(("button", "input", "label", "select", "textarea"))
_ABOUT_FIELDS: Final = "comment-notes"


def posting(block: ServerBlock, html: str, server: AmpServer) -> str:
    """The block with links in the place of the forms that WordPress prints."""
    if not any(name in html for name in (_COMMENT, _LOGIN, _UNLOCK)):
        return html
    edits: list[tuple[int, int, str]] = []
    for span in spans(list(tokens(html)), "form"):
        address = _address(span, server)
        if address:
            edits.append((span.start.start, span.end.end, "".join(_texts(span, html)) + _link(span, address)))
            server.report("replaced-content", f"a form became a link: AMP does not send it ({address[:100]})", block)
    return replaced(html, edits)


def _address(span: Span, server: AmpServer) -> str | None:
    """Where a form of WordPress stands for people without AMP; None for any other form."""
    if (span.start.get("method") or "").lower() != "post":
        return None
    name = span.start.get("id")
    if name == _COMMENT:
        post = server.site.posts.get(php.integer(_value(span, "comment_post_ID")))
        if post is None:
            return None
        parent = php.integer(_value(span, "comment_parent"))
        address = permalink(server.site, post)
        return (add_query_arg({"replytocom": parent}, address) if parent else address) + "#respond"
    if name == _LOGIN:
        address, back = span.start.get("action") or "", _value(span, "redirect_to")
        return add_query_arg({"redirect_to": urlencode(back)}, address) if back else address
    if _UNLOCK in span.start.classes:
        return _value(span, "redirect_to")
    return None


def _value(span: Span, name: str) -> str:
    """The value of a field."""
    fields = (token for token in span.inside if token.kind == "start" and token.name == "input")
    return next((field.get("value") or "" for field in fields if field.get("name") == name), "")


def _texts(span: Span, html: str) -> Iterator[str]:
    """The paragraphs of a form that are not about its fields."""
    for paragraph in spans(span.inside, "p"):
        if _ABOUT_FIELDS not in paragraph.start.classes and not any(one.name in _FIELDS for one in paragraph.inside):
            yield html[paragraph.start.start : paragraph.end.end]


def _link(span: Span, address: str) -> str:
    """A link that looks like the form's button, and says what it said."""
    fields = (token for token in span.inside if token.kind == "start" and token.name == "input")
    button = next((field for field in fields if (field.get("type") or "").lower() == "submit"), None)
    label = (button.get("value") if button is not None else None) or "Open the form"
    values = {"class": (button.get("class") if button is not None else None) or "wp-element-button", "href": address}
    return f'<p class="form-submit"><a{written(values)}>{escape(label, quote=False)}</a></p>'
