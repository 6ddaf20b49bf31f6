"""A month of the calendar, its days linked to their posts."""

from __future__ import annotations

from typing import Any

from blocks.formatting import php
from blocks.formatting.escaping import Html, esc_attr
from blocks.render.html.block import ServerBlock
from blocks.render.html.blocks.common import has_link_color
from blocks.render.html.server import Server
from blocks.render.html.supports.printed import preset_or
from blocks.render.html.wrapper import wrapper_attributes
from blocks.site.archives import Calendar, calendar_of, month_name
from blocks.site.dates import INITIALS, WEEKDAYS
from blocks.site.index import index
from blocks.site.links import day_link, month_link
from blocks.theme.style_engine import get_styles

_WEEK = 7


def calendar(block: ServerBlock, content: str, server: Server) -> str:
    """The month of now (`render_block_core_calendar()`); the one that the block says, if addresses have months.

    The query of the page does not choose the month: in WordPress the request does, before any block is rendered.
    """
    del content
    if not _has_posts(server):
        if server.request.user:
            return "<div>The calendar block is hidden because there are no published posts.</div>"
        return ""
    wrapper = wrapper_attributes(block, server)
    shown = calendar_of(server.site, server.request.now, *_asked(block.attributes, server))
    if shown is None:
        return f"<div {wrapper}></div>"
    style, classes = _colors(block)
    start = php.integer(server.site.options["start_of_week"])
    before = (shown.first_weekday - start) % _WEEK
    weeks = _weeks(shown, before, server)
    weekdays = [(start + day) % _WEEK for day in range(_WEEK)]
    return server.draw(
        "core/calendar",
        wrapper=wrapper,
        style=Html(style),
        classes=Html(classes),
        caption=f"{month_name(shown.month)} {shown.year:04}",
        weekdays=[{"name": WEEKDAYS[day], "initial": INITIALS[day]} for day in weekdays],
        weeks=weeks,
        before=before,
        after=-(before + shown.days) % _WEEK,
        previous=_month(shown.previous, server),
        next=_month(shown.next, server),
    )


def _has_posts(server: Server) -> bool:
    """Whether there are published posts (`block_core_calendar_has_published_posts()`)."""
    said = server.site.options.get("wp_calendar_block_has_published_posts")
    if said is not None:
        return php.is_true(said)
    return any(post.status == "publish" for post in index(server.site).posts_of("post"))


def _asked(attributes: dict[str, Any], server: Server) -> tuple[int, int]:
    """The year and the month that the block says; 0 and 0 for those of now."""
    month, year = attributes.get("month"), attributes.get("year")
    structure = php.text(server.site.options["permalink_structure"])
    if month is None or year is None or "%monthnum%" not in structure or "%year%" not in structure:
        return 0, 0
    return php.integer(year), php.integer(month)


def _colors(block: ServerBlock) -> tuple[str, str]:
    """The style of the table, and its classes."""
    attributes = block.attributes
    colors = {
        kind: preset_or(php.get(attributes, "style", "color", kind), attributes, name)
        for kind, name in (("text", "textColor"), ("background", "backgroundColor"))
    }
    styles = get_styles({"color": colors}, convert_vars_to_classnames=True)
    style = f' style="{esc_attr(styles.css)}"' if styles.css else ""
    classes = f" {esc_attr(styles.classes)}" if styles.classes else ""
    return style, f"{classes} has-link-color" if has_link_color(block) else classes


def _weeks(shown: Calendar, before: int, server: Server) -> list[list[dict[str, Any]]]:
    weeks: list[list[dict[str, Any]]] = []
    for day in range(1, shown.days + 1):
        if not weeks or (before + day - 1) % _WEEK == 0:
            weeks.append([])
        link = day_link(server.site, shown.year, shown.month, day) if day in shown.with_posts else None
        label = f"Posts published on {month_name(shown.month)} {day}, {shown.year:04}"
        weeks[-1].append(
            {
                "number": day,
                "is_today": day == shown.today,
                "link": None if link is None else Html(link),
                "label": label,
            }
        )
    return weeks


def _month(month: tuple[int, int] | None, server: Server) -> dict[str, Any] | None:
    if month is None:
        return None
    return {"link": Html(month_link(server.site, *month)), "name": month_name(month[1])[:3]}
