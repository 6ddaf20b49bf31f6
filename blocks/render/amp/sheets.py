"""The stylesheets of an AMP page, in cascade order, and what of them goes into `<style amp-custom>`."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Final

from blocks.errors import SourceError
from blocks.render.amp.server import AmpServer
from blocks.render.html.page import page_sheets

if TYPE_CHECKING:
    from blocks.render.amp.stylesheet import AmpCss, Sheet

_OWN: Final = "amp/page.css"


def opened_stylesheet(given: str | Path | Sheet | None) -> Sheet | None:
    """The stylesheet in a file. SourceError where it cannot be read, or is no UTF-8."""
    from blocks.render.amp.stylesheet import Sheet

    if given is None or isinstance(given, Sheet):
        return given
    try:
        return Sheet(str(given), Path(given).read_text("utf-8-sig"))
    except UnicodeDecodeError as error:
        raise SourceError(f"{given} cannot be read as a stylesheet: it is not UTF-8 ({error.reason})") from None
    except (OSError, ValueError) as error:
        hint = "; CSS itself is given as blocks.render.amp.stylesheet.Sheet(name, css)" if "{" in str(given) else ""
        raise SourceError(f"{given} cannot be read: {getattr(error, 'strerror', None) or error}{hint}") from None


def custom_css(
    server: AmpServer, tags: Iterable[str], stylesheet: Sheet | None, limit: int, *, fragment: bool = False
) -> AmpCss:
    """What a page with these start tags needs of all its stylesheets, in at most `limit` bytes.

    Of a `fragment` nobody knows the page around it, so the caller's own `stylesheet` is not shaken there.
    """
    from blocks.render.amp.stylesheet import Sheet, Used, amp_custom

    context = server.context
    tags = tuple(tags)
    sheets = [Sheet(name, css) for name, css in page_sheets("".join(tags), context, server.theme)]
    sheets.insert(1, Sheet(_OWN, context.templates.draw(_OWN)))
    if stylesheet is not None:
        sheets.append(stylesheet._replace(is_whole=True) if fragment else stylesheet)
    used = Used()
    used.add_tags(tags)
    return amp_custom(sheets, used, limit=limit)
