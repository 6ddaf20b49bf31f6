"""How pullquotes were saved."""

from __future__ import annotations

import re
from typing import Any

from blocks.library.deprecated.common import lines
from blocks.library.text import Pullquote
from blocks.model.fields import attribute, comment, html
from blocks.model.saved import Attributes, Element, Inner, Root, classes, color_class, element, is_empty, printed
from blocks.model.shape import Migrated, Shape, deprecates

_SOLID = "is-style-solid-color"
_BORDER_COLOR = re.compile(r"border-color:([^;]+)")
_COLORS = ("value", "figureStyle", "mainColor", "customMainColor", "customTextColor")


class OfParagraphs(Shape):
    """With its text in paragraphs.

    <figure class="wp-block-pullquote"><blockquote><p>…</p><p>…</p><cite>…</cite></blockquote></figure>
    """

    value = html("blockquote", multiline="p")
    citation = html("cite", default="")
    text_align = comment("textAlign", "string")

    @staticmethod
    def migrate(a: Attributes, inner: Inner) -> Migrated:
        return Attributes({**a, "value": _in_one(a["value"])})

    @staticmethod
    def save(a: Attributes, root: Root) -> Element | None:
        names = classes(a["textAlign"] and f"has-text-align-{a['textAlign']}")
        return element("figure", root({"class": names}), element("blockquote", {}, *_content(a)))


class WithCustomColor(Shape):
    """With a colour in `mainColor` or `customMainColor`, of the border or ("solid color") the background.

    <figure class="wp-block-pullquote" style="border-color:#123456"><blockquote class="has-text-color …">…</blockquote>
    """

    value = html("blockquote", multiline="p")
    citation = html("cite", default="")
    main_color = comment("mainColor", "string")
    custom_main_color = comment("customMainColor", "string")
    text_color = comment("textColor", "string")
    custom_text_color = comment("customTextColor", "string")

    @staticmethod
    def migrate(a: Attributes, inner: Inner) -> Migrated:
        return _colored_by_supports(a, _style(a))

    @staticmethod
    def save(a: Attributes, root: Root) -> Element | None:
        return element("figure", root(_painted(a)), _quote(a, _text_class(a)))


class BorderedByName(WithCustomColor):
    """With a border in a colour of the palette, which stands in the HTML as style.

    <!-- wp:pullquote {"mainColor":"base"} --><figure class="wp-block-pullquote" style="border-color:#123456">…</figure>
    """

    figure_style = attribute("figure", "style", key="figureStyle")

    @staticmethod
    def migrate(a: Attributes, inner: Inner) -> Migrated:
        color = None if _is_solid(a) or not a["mainColor"] else _border_color(a)
        if not color:
            return _colored_by_supports(a, _style(a))
        return {**_others(a), "value": _in_one(a["value"]), "style": {"border": {"color": color}}}

    @staticmethod
    def save(a: Attributes, root: Root) -> Element | None:
        attributes = _painted(a)
        if not (_is_solid(a) or a["customMainColor"]) and a["mainColor"]:
            attributes["style"] = {"borderColor": _border_color(a)}
        return element("figure", attributes, _quote(a, _text_class(a) or None))


class ColoredWithoutClass(WithCustomColor):
    """With a background of a colour, and no class that says so.

    <figure class="wp-block-pullquote is-style-solid-color has-base-background-color">…</figure>
    """

    @staticmethod
    def migrate(a: Attributes, inner: Inner) -> Migrated:
        text = a["customTextColor"]
        return _colored_by_supports(a, _style(a) or ({"color": {"text": text}} if text else {}))

    @staticmethod
    def save(a: Attributes, root: Root) -> Element | None:
        attributes = _painted(a)
        if _is_solid(a):
            attributes["class"] = color_class("background-color", a["mainColor"])
        elif a["mainColor"] and not a["customMainColor"]:
            return None  # the editor looks the colour up in the theme's palette; the shape before reads it in the HTML
        return element("figure", attributes, _quote(a, _text_class(a) or None))


class WithoutFigure(WithCustomColor):
    """As a blockquote alone.

    <blockquote class="wp-block-pullquote"><p>…</p><cite>…</cite></blockquote>
    """

    @staticmethod
    def migrate(a: Attributes, inner: Inner) -> Migrated:
        return Attributes({**a, "value": _in_one(a["value"])})

    @staticmethod
    def save(a: Attributes, root: Root) -> Element | None:
        return element("blockquote", {}, *_content(a))


class CitedInFooter(WithoutFigure):
    """With the citation as footer, and a class for every alignment.

    <blockquote class="wp-block-pullquote alignnone"><p>…</p><footer>…</footer></blockquote>
    """

    citation = html("footer")
    align = comment("align", "string", default="none")

    @staticmethod
    def save(a: Attributes, root: Root) -> Element | None:
        return element("blockquote", {"class": f"align{a['align']}"}, *_content(a, "footer"))


def _content(a: Attributes, tag: str = "cite") -> tuple[object, object]:
    citation = None if is_empty(a["citation"]) else element(tag, {}, printed(a["citation"]))
    return lines(a["value"], "p"), citation


def _is_solid(a: Attributes) -> bool:
    return _SOLID in (a["className"] or "")


def _painted(a: Attributes) -> dict[str, Any]:
    """Class and style of the figure: a background in the solid style, else the border's own colour."""
    if not _is_solid(a):
        return {"style": {"borderColor": a["customMainColor"] or None}}
    background = color_class("background-color", a["mainColor"])
    return {
        "class": classes((background or a["customMainColor"]) and "has-background", background) or None,
        "style": {"backgroundColor": None if background else a["customMainColor"]},
    }


def _text_class(a: Attributes) -> str:
    text = color_class("color", a["textColor"])
    return classes((a["textColor"] or a["customTextColor"]) and "has-text-color", text)


def _quote(a: Attributes, names: str | None) -> Element:
    style = {"color": None if a["textColor"] else a["customTextColor"]}
    return element("blockquote", {"class": names, "style": style}, *_content(a))


def _border_color(a: Attributes) -> str | None:
    found = _BORDER_COLOR.search(a["figureStyle"] or "")
    return found[1] if found else None


def _style(a: Attributes) -> dict[str, Any] | None:
    """The main colour as `style`, and the text's beside it; a text's colour alone is forgotten."""
    main, text = a["customMainColor"], a["customTextColor"]
    if not main:
        return None
    style: dict[str, Any] = {"color": {"background": main}} if _is_solid(a) else {"border": {"color": main}}
    if text:
        style["color"] = {**style.get("color", {}), "text": text}
    return style


def _colored_by_supports(a: Attributes, style: dict[str, Any] | None) -> Attributes:
    solid = _is_solid(a)
    moved = {
        "value": _in_one(a["value"]),
        "backgroundColor": a["mainColor"] if solid else None,
        "borderColor": None if solid else a["mainColor"],
        "textAlign": "left" if solid else None,
        "style": style,
    }
    return Attributes({**moved, **_others(a)})


def _others(a: Attributes) -> dict[str, Any]:
    return {name: value for name, value in a.items() if name not in _COLORS}


def _in_one(value: str | None) -> str:
    """Paragraphs as one text with line breaks between them (`multilineToInline()`)."""
    return "<br>".join(f"</p>{value or '<p></p>'}<p>".split("</p><p>")[1:-1])


deprecates(Pullquote, OfParagraphs, WithCustomColor, BorderedByName, ColoredWithoutClass, WithoutFigure, CitedInFooter)
