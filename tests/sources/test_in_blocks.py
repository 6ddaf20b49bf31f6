"""Classic posts as blocks on request: what is known of their media, and what is told."""

from __future__ import annotations

from pathlib import Path

import blocks
from blocks.problems import Problem
from blocks.sources import Media, Post
from tests.test_transcripts import run_in_process


def test_what_a_block_has_no_place_for_is_told() -> None:
    told: list[Problem] = []
    post = Post('[caption width="300"]<img src="a.jpg" data-x="1" onclick="y"> Cap[/caption]', origin="classic")
    made = post.in_blocks(told.append)
    assert made.origin == "markup"
    assert any("data-x" in problem.message for problem in told)
    assert all(problem.span.start < len(post.content) for problem in told)


def test_a_gallery_without_ids_is_of_what_was_uploaded_to_the_post() -> None:
    own, other = Media(id=7, url="https://e.org/a.jpg", post=1), Media(id=8, url="https://e.org/b.jpg", post=2)
    post = Post("[gallery]", origin="classic", id=1, media=(own, other))
    (gallery,) = blocks.parse(post.in_blocks().content).find(blocks.Gallery)
    assert [picture.id for picture in gallery.pictures] == [7]
    named = Post('[gallery ids="8,7"]', origin="classic", id=1, media=(own, other))
    (gallery,) = blocks.parse(named.in_blocks().content).find(blocks.Gallery)
    assert [picture.id for picture in gallery.pictures] == [8, 7]


ITEM = (
    "<item><title>{title}</title><wp:post_id>{id}</wp:post_id><wp:post_type>{type}</wp:post_type>"
    "<wp:status>{status}</wp:status><wp:post_parent>{parent}</wp:post_parent>"
    "<content:encoded><![CDATA[{content}]]></content:encoded>{more}</item>"
)


def test_an_export_knows_the_pictures_that_its_posts_name(tmp_path: Path) -> None:
    items = [
        ITEM.format(title="A", id=1, type="post", status="publish", parent=0, content='x\n\n[gallery ids="8"]', more=""),
        ITEM.format(title="b", id=8, type="attachment", status="inherit", parent=5, content="",
                    more="<wp:attachment_url>https://e.org/b.jpg</wp:attachment_url>"),
    ]  # fmt: skip
    file = tmp_path / "export.xml"
    file.write_text(
        '<rss xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:wp="http://wordpress.org/export/1.2/">'
        f"<channel><wp:wxr_version>1.2</wp:wxr_version>{''.join(items)}</channel></rss>"
    )
    (post,) = blocks.posts(file)
    assert [media.url for media in post.media] == ["https://e.org/b.jpg"]
    assert "wp:gallery" in post.in_blocks().content


def test_another_post_than_the_one_that_is_asked_for_is_refused(tmp_path: Path) -> None:
    file = tmp_path / "one.json"
    file.write_text('{"id":1,"status":"publish","slug":"a","content":{"rendered":"<p>x</p>"}}')
    code, out, err = run_in_process(["render", str(file), "--post", "9"])
    assert (code, out) == (2, b"")
    assert "has no post 9: it has 1" in err
    assert run_in_process(["render", "-q", str(file), "--post", "1"])[0] == 0
