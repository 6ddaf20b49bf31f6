"""Directives in the HTML of interactive blocks, evaluated with the state and the context."""

import pytest

from blocks.render.html.interactivity import Interactivity


def processed(html: str, **state: object) -> str:
    store = Interactivity()
    store.state("s", state)
    inner = store.process_directives(f'<div data-wp-interactive="s">{html}</div>')
    return inner.removeprefix('<div data-wp-interactive="s">').removesuffix("</div>")


@pytest.mark.parametrize(
    ("html", "after"),
    [
        ('<p data-wp-bind--id="state.name">', '<p id="a &lt; b" data-wp-bind--id="state.name">'),
        ('<p data-wp-bind--hidden="state.yes">', '<p hidden data-wp-bind--hidden="state.yes">'),
        ('<p hidden data-wp-bind--hidden="!state.yes">', '<p  data-wp-bind--hidden="!state.yes">'),
        ('<p data-wp-bind--aria-x="!state.yes">', '<p aria-x="false" data-wp-bind--aria-x="!state.yes">'),
        ('<p class="off" data-wp-class--on="state.yes">', '<p class="off on" data-wp-class--on="state.yes">'),
        ('<p class="on" data-wp-class--on="state.no">', '<p  data-wp-class--on="state.no">'),
        (
            '<p style="margin: 0;color:blue" data-wp-style--color="state.color">',
            '<p style="margin:0;color:red;" data-wp-style--color="state.color">',
        ),
        ('<p data-wp-text="state.list.length"><b>old</b>', '<p data-wp-text="state.list.length">2'),
        ('<p data-wp-text="state.name">', '<p data-wp-text="state.name">a &lt; b'),
        ('<p data-wp-text="other::state.name">old', '<p data-wp-text="other::state.name">'),
    ],
)
def test_directives(html: str, after: str) -> None:
    state = {"name": "a < b", "yes": True, "no": False, "color": "red;", "list": [1, 2]}
    assert processed(f"{html}</p>", **state) == f"{after}</p>"


def test_context_is_inherited_and_state_is_derived_from_it() -> None:
    store = Interactivity()
    store.state("s", {"label": lambda one: one.get_context().get("name")})
    html = (
        """<ul data-wp-interactive="s" data-wp-context='{"name":"a"}'><li data-wp-text="state.label"></li>"""
        """<li data-wp-context='{"name":"b"}'><i data-wp-text="state.label"></i></li><li data-wp-text="state.label"></li></ul>"""
    )
    texts = [part.split("<")[0] for part in store.process_directives(html).split('state.label">')[1:]]
    assert texts == ["a", "b", "a"]
    assert store.derived == {"s": ["state.label"]}
    assert store.get_context() == {}


def test_templates_are_filled_in_for_each_item() -> None:
    template = '<template data-wp-each="state.items"><li data-wp-text="context.item"></li></template>'
    item = '<li data-wp-each-child="s::state.items" data-wp-text="context.item">'
    assert processed(template, items=["x", "y"]) == f"{template}{item}x</li>{item}y</li>"
    assert processed(template, items=[]) == template


@pytest.mark.parametrize("html", ["<p data-wp-text='state.a'>", "</i><p data-wp-text='state.a'></p>", "<p><b></p></b>"])
def test_tags_that_are_not_closed_in_order_leave_the_text_as_it_is(html: str) -> None:
    assert processed(f'{html}<i data-wp-text="state.a"></i>', a="x") == f'{html}<i data-wp-text="state.a"></i>'


def test_svg_and_raw_text_are_left_alone() -> None:
    html = '<svg data-wp-bind--id="state.a"><g/></svg><script>"<p data-wp-text=\'state.a\'>"</script>'
    assert processed(html, a="x") == html


def test_state_and_config_are_merged_all_the_way_down() -> None:
    store = Interactivity()
    store.state("s", {"a": {"b": 1, "c": [1, 2]}})
    assert store.state("s", {"a": {"c": [3]}}) == {"a": {"b": 1, "c": [3, 2]}}
    assert store.config("s", {"x": True}) == {"x": True}
    store.process_directives('<p data-wp-router-region="r"></p>')
    assert store.has_router_region


def test_templates_in_templates_are_filled_in_so_often_only() -> None:
    depth = 60
    html = (
        "".join(f'<template data-wp-each--i{n}="state.two">' for n in range(depth)) + "<p></p>" + "</template>" * depth
    )
    assert len(processed(html, two=[1, 2])) < 10_000_000
