"""Posts that are no block markup: what their documents are, and what may be done with them."""

from __future__ import annotations

import copy
import json
import pickle
from pathlib import Path

import pytest

import blocks
from blocks.sources import Media, read
from tests.corpus import shared

HTML = '\n<p>One.</p>\n\n\n\n<h2 class="wp-block-heading">Two</h2>\n'


def rendered(html: str = HTML, id: int | None = 7) -> blocks.Post:
    return blocks.Post(html, origin="rendered", id=id)


def test_rendered_html_is_parsed_to_the_blocks_it_was_rendered_from() -> None:
    document = rendered().parse()
    assert [type(node) for node in document.walk()] == [blocks.Paragraph, blocks.Heading]
    assert document.origin == "rendered"
    assert document.rendering is not None
    assert blocks.render(document) == HTML
    assert blocks.render(rendered()) == HTML
    (from_bytes,) = read(HTML.encode(), "html")
    assert from_bytes.parse() == document


def test_a_document_stays_marked_through_edits_and_copies() -> None:
    document = rendered().parse()
    edited = document.edit(blocks.Heading, level=3)
    assert "<h3" in edited.markup
    for one in (edited, document.migrate(), document.transform(lambda node: node), copy.deepcopy(document)):
        assert one.origin == "rendered"
        assert one.rendering == document.rendering
    again = pickle.loads(pickle.dumps(edited))
    assert (again, again.origin, again.rendering) == (edited, "rendered", document.rendering)
    assert blocks.parse(document.markup).origin == "markup"
    assert blocks.parse(document.markup).rendering is None


def test_what_was_recovered_is_not_saved_over_the_post_unless_forced() -> None:
    post = rendered()
    document = post.parse()
    with pytest.raises(
        blocks.EditError, match=r"recovered from rendered HTML: .* context=edit, or save it all the same"
    ):
        post.to_rest(document)
    assert post.to_rest(document, force=True) == {"content": document.markup, "id": 7}
    raw = blocks.Post("<!-- wp:more /-->", id=None)
    assert raw.to_rest(raw.parse()) == {"content": "<!-- wp:more /-->"}


def test_options_go_before_what_the_html_shows(tmp_path: Path) -> None:
    aligned = (
        '<div class="wp-block-image"><figure class="aligncenter"><img decoding="async" src="https://e.x/a.jpg" alt=""/>'
        "</figure></div>"
    )
    post = rendered(aligned)
    found = post.parse().rendering
    assert found is not None
    assert (found.profile, found.is_filtered) == ("classic", True)
    assert blocks.render(post) == aligned
    assert "decoding" not in blocks.render(post, filters="none")
    assert blocks.render(post, profile="block", filters="none").startswith("<figure")
    theme = tmp_path / "theme.json"
    theme.write_text('{"version":3}', encoding="utf-8")
    assert "wp-block-image" in blocks.render(post, theme_json=theme)
    assert blocks.render(post, clean=True)


def test_the_seed_comes_back_byte_for_byte() -> None:
    (post,) = read(shared("conformance", "seed", "post-23002.json"))
    document = post.parse()
    assert sum(1 for _ in document.find(blocks.Paragraph)) == 34
    images = list(document.find(blocks.Image))
    assert [(image.id is not None, image.align, image.size_slug) for image in images] == [
        (True, "center", "large"),
        (True, "center", "full"),
    ]
    assert sum(1 for _ in document.walk()) == 36
    assert blocks.render(post) == post.content


def test_a_classic_post_is_html_until_blocks_are_asked_for() -> None:
    content = 'One.\n\nTwo.\n\n[caption id="attachment_9" width="30"]<img class="wp-image-9" src="https://e.x/a.jpg" /> Cap[/caption]'
    (post,) = read(json.dumps({"id": 7, "content": {"raw": content}}).encode())
    document = post.parse()
    assert (post.origin, document.origin, document.markup) == ("classic", "classic", content)
    assert [type(node) for node in post.in_blocks().parse().walk()] == [
        blocks.Paragraph,
        blocks.Paragraph,
        blocks.Image,
    ]
    assert post.in_blocks().origin == "markup"
    assert post.in_blocks().id == 7
    assert rendered().in_blocks() == rendered()


def test_what_a_post_knows_of_its_attachments_is_in_its_blocks() -> None:
    picture = Media(id=9, url="https://e.x/moon.jpg", alt="Moon")
    post = blocks.Post('[gallery ids="9"]', origin="classic", media=(picture,))
    (image,) = post.in_blocks().parse().find(blocks.Image)
    assert (image.id, image.url, image.alt) == (9, "https://e.x/moon.jpg", "Moon")


def test_posts_are_those_that_anyone_may_read_unless_others_are_asked_for() -> None:
    items: list[dict[str, object]] = [
        {"id": 1, "status": "publish", "type": "post"},
        {"id": 2, "status": "draft", "type": "post"},
        {"id": 3, "status": "publish", "type": "page", "password": "x"},
        {"id": 4, "status": "inherit", "type": "attachment"},
        {"id": 5},
        {"id": 6, "status": "private", "type": "page"},
    ]
    data = json.dumps([item | {"content": {"raw": ""}} for item in items]).encode()

    def ids(**options: object) -> list[int | None]:
        return [post.id for post in blocks.posts(data, **options)]  # type: ignore[arg-type]

    assert ids() == [1, 5]
    assert ids(statuses=["any"]) == [1, 2, 5, 6]
    assert ids(statuses=["draft", "private"]) == [2, 5, 6]
    assert ids(protected=True) == [1, 3, 5]
    assert ids(types=["attachment"]) == [4]
    assert ids(types=["any"], statuses=["any"], protected=True) == [1, 2, 3, 4, 5, 6]
    with pytest.raises(TypeError, match="`types` is a list of names"):
        blocks.posts(data, types="page")


def theme_in(folder: Path) -> Path:
    files: dict[str, str | bytes] = {
        "theme.json": "{}",
        "templates/index.html": "<!-- wp:post-content /-->",
        "templates/deep/single.html": "<!-- wp:post-title /-->",
        "parts/header.html": b"<!-- wp:site-title /-->\xff",
        "patterns/hero.php": "<?php\n/**\n * Title: Hero\n * Slug: acme/hero\n */\n?>\n"
        "<!-- wp:heading --><h2><?php esc_html_e( 'Hi', 'acme' ); ?></h2><!-- /wp:heading -->\n",
        "patterns/none.php": "<?php // nothing",
    }
    for name, text in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return folder


def test_a_theme_s_folder_is_its_templates_parts_and_patterns(tmp_path: Path) -> None:
    told: list[object] = []
    posts = list(read(theme_in(tmp_path), on_problem=told.append))
    assert [(post.type, post.slug) for post in posts] == [
        ("wp_template", "deep/single"),
        ("wp_template", "index"),
        ("wp_template_part", "header"),
        ("wp_block", "acme/hero"),
    ]
    assert posts[2].content == b"<!-- wp:site-title /-->\xff"
    assert posts[3].content == b"<!-- wp:heading --><h2>Hi</h2><!-- /wp:heading -->"
    assert [str(problem).partition(":")[0] for problem in told] == ["patterns/none.php"]
    assert str(posts[0].source) == "templates/deep/single.html"
    with pytest.raises(blocks.SourceError, match="no folder of a block theme"):
        list(read(tmp_path / "templates", "theme"))


def test_amp_knows_the_sizes_that_rendered_html_said() -> None:
    html = '<p>a</p><img decoding="async" class="wp-image-1" src="https://e.org/a.jpg" width="33" height="44"><p>b</p>'
    result = blocks.convert(blocks.Post(html, origin="rendered"), "amp", fragment=True)
    assert 'width="33" height="44"' in result.output
    assert result.images == {"caller": 1}
    mine = blocks.convert(blocks.Post(html, origin="rendered"), "amp", fragment=True, image_size=lambda _: (3, 4))
    assert 'width="3" height="4"' in mine.output
