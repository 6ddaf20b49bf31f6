"""Reading blocks: once, whatever is asked first, from any thread, and without a trace on other blocks."""

from __future__ import annotations

import pickle
import subprocess
import sys
from collections.abc import Callable

import pytest

import blocks
from blocks.fragment import Fragment
from blocks.model.fields import comment, text
from tests.timing import assert_in_step

OLD_GROUP = '<!-- wp:group --><div class="wp-block-group"><div class="wp-block-group__inner-container">'
OLD_GROUP_END = "</div></div><!-- /wp:group -->"
OLD_COLUMNS = '<!-- wp:columns --><div class="wp-block-columns has-2-columns"><!-- wp:paragraph --><p class="layout-column-1">a</p>'


def nested(n: int) -> str:
    return OLD_GROUP * n + OLD_GROUP_END * n


@pytest.mark.parametrize(
    "first",
    [
        lambda document: [one.deprecation for one in document.walk()],
        lambda document: document.check(),
        lambda document: [one.inner_objects() for one in document.walk()][:0],
    ],
    ids=["fields", "problems", "objects"],
)
def test_a_tree_that_was_read_from_outside_in_is_as_fast_as_any(first: Callable[[blocks.Document], object]) -> None:
    def prepare(n: int) -> Callable[[], object]:
        def read() -> object:
            document = blocks.parse(nested(n))
            first(document)
            return document.to_json()

        return read

    assert_in_step(prepare, 200)
    outside_in, inside_out = blocks.parse(nested(20)), blocks.parse(nested(20))
    first(outside_in)
    assert outside_in.to_json() == inside_out.to_json()


def test_threads_that_read_first_wait_for_the_older_shapes() -> None:
    code = """
import sys, threading, blocks
sys.setswitchinterval(1e-6)
markup = '<!-- wp:heading --><h2>old</h2><!-- /wp:heading -->'
found, start = [], threading.Barrier(8)
def read():
    heading, = blocks.parse(markup).children
    start.wait()
    found.append(heading.deprecation is not None)
threads = [threading.Thread(target=read) for _ in range(8)]
[one.start() for one in threads]; [one.join() for one in threads]
print(found == [True] * 8)
"""
    answer = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert answer.stdout.strip() == "True"


def test_a_default_that_somebody_changes_is_that_of_his_block_alone() -> None:
    first, second = blocks.parse("<!-- wp:search /--><!-- wp:search /-->").find(blocks.Search)
    first.query["hacked"] = 1
    assert second.query == {}
    assert next(blocks.parse("<!-- wp:search /-->").find(blocks.Search)).query == {}


TEXTS = {
    "<p>a<b>c</b>d</p>tail": "acd",
    "<p>a<br>b</p>": "ab",
    "<p>a<!-- c -->b</p>": "ab",
    "<p>&amp;<i></i></p>": "&",
}


@pytest.mark.parametrize("html", TEXTS)
def test_the_text_of_an_element_is_all_of_it(html: str) -> None:
    paragraph = Fragment(html).first("p")
    assert paragraph is not None
    assert paragraph.text == TEXTS[html]


def test_a_field_of_text_reads_all_of_it() -> None:
    registry = blocks.Registry(plugins=False)
    registry.register(blocks.block("acme/label")(type("Label", (blocks.Block,), {"label": text("p")})))
    (node,) = blocks.parse("<!-- wp:acme/label --><p>a<b>c</b>d</p><!-- /wp:acme/label -->", registry=registry).children
    assert node.attribute_values["label"] == "acd"


@pytest.mark.parametrize("selector", ["IMG", "div IMG", "img", "DIV > img"])
def test_selectors_take_tags_in_any_case(selector: str) -> None:
    found = Fragment('<div><IMG SRC="a"></div>').first(selector)
    assert found is not None
    assert found.get("src") == "a"


def test_a_selector_of_digits_is_none() -> None:
    with pytest.raises(blocks.DeclarationError, match="the selector '1' cannot be read"):
        Fragment("<p></p>").first("1")


def test_attributes_are_read_alike_however_deep_the_caller_stands() -> None:
    markup = f'<!-- wp:group {{"style":{"[" * 700}{"]" * 700},"tagName":"main"}} --><main></main><!-- /wp:group -->'

    def at_depth(n: int) -> object:
        return at_depth(n - 1) if n else blocks.parse(markup).to_json()[0]["attributes"]["tagName"]

    assert at_depth(0) == at_depth(500) == "main"
    far_deeper = f'<!-- wp:group {{"tagName":"main","style":{"[" * 50_000}{"]" * 50_000}}} /-->'
    assert blocks.parse(far_deeper).to_json()[0]["attributes"]["tagName"] == "div"


PICKLED: dict[str, Callable[[], blocks.Block]] = {
    "an open block in an open block": lambda: blocks.parse("<!-- wp:group --><!-- wp:quote -->text").children[1],
    "an open block": lambda: blocks.parse("a<!-- wp:group -->text").children[1],
    "no text": lambda: blocks.Freeform(content=""),
    "a made block": lambda: blocks.Group(blocks.Paragraph(content="a")),
}


@pytest.mark.parametrize("name", PICKLED)
def test_a_pickled_block_is_the_same(name: str) -> None:
    node = PICKLED[name]()
    again = pickle.loads(pickle.dumps(node))
    assert (type(again), again.markup) == (type(node), node.markup)


def test_a_field_cannot_be_called_what_replace_takes_beside_fields() -> None:
    hidden = type("Hidden", (blocks.Block,), {"dialect": comment("dialect", "string")})
    with pytest.raises(blocks.DeclarationError, match=r"\.dialect would hide"):
        blocks.block("acme/hidden")(hidden)


def test_a_type_does_not_take_over_the_older_shapes_of_its_base() -> None:
    @blocks.block("acme/picture")
    class Own(blocks.Image):
        """A picture. <figure></figure>"""

    assert Own.deprecations == ()
    assert len(blocks.Image.deprecations) == 8


def test_unclosed_blocks_are_checked_in_time_in_step_with_the_text() -> None:
    def prepare(n: int) -> Callable[[], object]:
        text = "<!-- wp:paragraph --><p>x</p>" * n
        return lambda: blocks.parse(text).check()

    assert_in_step(prepare, 8_000)


def test_attributes_of_an_older_shape_are_checked_by_that_shape() -> None:
    old = (
        '<!-- wp:image {"id":7,"width":100,"height":50} --><figure class="wp-block-image is-resized">'
        '<img src="a.jpg" alt="" class="wp-image-7" width="100" height="50"/></figure><!-- /wp:image -->'
    )
    document = blocks.parse(old)
    (image,) = document.find(blocks.Image)
    assert (image.deprecation is not None, image.width) == (True, "100px")
    assert [one.code for one in document.check()] == ["older-shape"]
    assert [one.code for one in blocks.parse('<!-- wp:image {"width":100} /-->').check()] == [
        "wrong-attribute",
        "unrecognised-markup",
    ]
