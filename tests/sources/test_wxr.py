"""Export files read as posts, and as records."""

from __future__ import annotations

import gzip
import io
import os
import threading
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import blocks
from blocks.errors import SourceError
from blocks.site import MemorySite
from blocks.sources import Post
from blocks.sources.facts import Author, Media, MediaSize, Term
from blocks.sources.wxr import Export, ExportAuthor, ExportTerm, Item, ItemTerm, Meta, index, read
from tests.wxr_files import VERSIONS, Maker, head, item_text, write, written

END = b"</channel>\n</rss>\n"


def file_of(*items: Item | bytes, version: str = "1.2") -> bytes:
    """An export file with these items."""
    maker = Maker(version=version, nasty=0)
    texts = (one if isinstance(one, bytes) else item_text(one, version).encode() for one in items)
    return head(maker).encode() + b"".join(texts) + END


def items_of(data: bytes) -> list[Item]:
    return [record for record in Export(io.BytesIO(data)) if isinstance(record, Item)]


def one_post(item: Item | bytes) -> Post:
    [post] = read(io.BytesIO(file_of(item)))
    assert isinstance(post, Post)
    return post


@settings(max_examples=40, deadline=None)
@given(
    seed=st.integers(0, 10**6),
    version=st.sampled_from(VERSIONS),
    scheme=st.sampled_from(("http", "https")),
    nasty=st.sampled_from((0.0, 0.2, 0.9)),
)
def test_files_of_all_versions_are_read_back_whole(seed: int, version: str, scheme: str, nasty: float) -> None:
    maker = Maker(seed, version=version, scheme=scheme, nasty=nasty)
    items = list(maker.items(12))
    records = list(Export(io.BytesIO(b"".join(written(maker, items)))))
    assert [record for record in records if isinstance(record, ExportAuthor)] == maker.authors
    assert [record for record in records if isinstance(record, ExportTerm)] == maker.terms
    assert records[len(maker.authors) + len(maker.terms) :] == items


@settings(max_examples=200, deadline=None)
@given(
    text=st.text(st.characters(codec="utf-8"), max_size=80), value=st.text("\x00\x0b\ufffe]>&<[!CDATA;#\n", max_size=30)
)
def test_any_text_is_read_back(text: str, value: str) -> None:
    """Also with the characters that XML forbids; of line ends XML makes newlines."""
    first = Item(id=1, title=text, content=value + text, excerpt=value, meta=Meta([("k", text)]))
    [found] = items_of(file_of(first))
    seen = (found.title, found.content, found.excerpt, found.meta.raw("k"))
    assert seen == tuple(one.replace("\r\n", "\n").replace("\r", "\n") for one in (text, value + text, value, text))


def test_chunks_of_any_size_make_no_difference() -> None:
    class Slow(io.BytesIO):
        def read1(self, size: int | None = -1, /) -> bytes:
            return super().read(7 if size is None or size < 0 else min(7, size))

    data = b"".join(written(maker := Maker(5, nasty=0.5), maker.items(8)))
    assert list(Export(Slow(data))) == list(Export(io.BytesIO(data)))


def test_the_site_of_a_file() -> None:
    export = Export(io.BytesIO(file_of()))
    assert list(export)
    channel = export.channel
    assert (channel.title, channel.description, channel.language) == ("Quay & Co", "By the sea", "en-GB")
    assert (channel.version, channel.home, channel.site_url) == ("1.2", "https://quay.test", "https://quay.test")


def test_a_post_has_what_its_item_says() -> None:
    item = Item(
        id=7,
        title="Storm &#038; <em>rain</em>",
        slug="storm",
        link="https://quay.test/storm/",
        creator="user 2",
        content="<!-- wp:paragraph -->\n<p>&amp;</p>\n<!-- /wp:paragraph -->",
        excerpt="<p>Wet &amp; cold</p>",
        date="2024-03-01 11:00:00",
        date_gmt="2024-03-01 10:00:00",
        modified_gmt="0000-00-00 00:00:00",
        password="x",
        parent=3,
        is_sticky=True,
        comment_status="open",
        terms=(
            ItemTerm(taxonomy="category", slug="term-12", name="Knots &amp; ropes"),
            ItemTerm(taxonomy="post_tag", slug="unlisted", name="Wet"),
            ItemTerm(taxonomy="post_format", slug="post-format-aside", name="Aside"),
        ),
        meta=Meta([("_thumbnail_id", "20"), ("footnotes", "[]"), ("list", 'a:1:{s:1:"k";b:1;}'), ("list", "second")]),
    )
    post = one_post(item)
    assert post == Post(
        item.content,
        id=7,
        type="post",
        status="publish",
        password_protected=True,
        slug="storm",
        title="Storm & rain",
        link="https://quay.test/storm/",
        date="2024-03-01 11:00:00",
        date_gmt="2024-03-01 10:00:00",
        excerpt="Wet & cold",
        author=post.author,
        terms={
            "category": (
                Term(id=12, name="Knots & ropes", slug="term-12", taxonomy="category", parent=8),
            ),
            "post_tag": (Term(name="Wet", slug="unlisted", taxonomy="post_tag"),),
            "post_format": (Term(name="Aside", slug="post-format-aside", taxonomy="post_format"),),
        },
        featured_media=Media(id=20),
        parent=3,
        menu_order=0,
        format="aside",
        sticky=True,
        comment_status="open",
        meta={"_thumbnail_id": "20", "footnotes": "[]", "list": {"k": True}},
        footnotes="[]",
    )  # fmt: skip
    assert post.author is not None
    assert (post.author.id, post.author.slug) == (2, "user-2")
    assert post.published is not None
    assert post.published.isoformat() == "2024-03-01T11:00:00+01:00"
    assert str(post.source).startswith("item 1, line ")


@pytest.mark.parametrize(
    ("kind", "content", "origin"),
    [
        ("post", "<!-- wp:spacer /-->", "markup"),
        ("post", "Words\n\nand [gallery]", "classic"),
        ("post", "", "markup"),
        ("wp_block", "Words", "markup"),
    ],
)
def test_what_kind_of_content_it_is(kind: str, content: str, origin: str) -> None:
    assert one_post(Item(id=1, type=kind, content=content)).origin == origin


def test_an_author_whom_the_file_does_not_list() -> None:
    assert one_post(Item(id=1, creator="Bo Lund")).author == Author(name="Bo Lund", slug="bo-lund")
    assert one_post(Item(id=1)).author is None


def test_titles_without_cdata_hold_references() -> None:
    post = one_post(b"<item><title>Caf&#233; &amp;amp; bar &nbsp;R&D 3 < 4</title></item>")
    assert post.title == "Café & bar \xa0R&D 3 < 4"


def attachment() -> Item:
    data = (
        'a:4:{s:5:"width";i:800;s:6:"height";i:600;s:4:"file";s:5:"p.jpg";s:5:"sizes";a:1:{s:6:"medium";'
        'a:3:{s:4:"file";s:9:"p-300.jpg";s:5:"width";i:300;s:6:"height";i:225;}}}'
    )
    meta = Meta([("_wp_attachment_metadata", data), ("_wp_attachment_image_alt", "The pier")])
    return Item(
        id=20, type="attachment", status="inherit", parent=7, attachment_url="https://quay.test/up/p.jpg", meta=meta
    )


def test_attachments_are_known_after_a_pass_of_their_own() -> None:
    """They may come later in the file, or in another one."""
    picture = Media(
        id=20,
        url="https://quay.test/up/p.jpg",
        alt="The pier",
        caption="",
        title="",
        mime="image/jpeg",
        width=800,
        height=600,
        sizes={"medium": MediaSize(url="https://quay.test/up/p-300.jpg", width=300, height=225)},
        post=7,
    )
    data = file_of(Item(id=7, meta=Meta([("_thumbnail_id", "20")])), Item(id=8))
    known = index([io.BytesIO(data), io.BytesIO(file_of(attachment()))])
    first, second = read(io.BytesIO(data), index=known)
    assert isinstance(first, Post)
    assert isinstance(second, Post)
    assert (first.featured_media, first.media, second.media) == (picture, (picture,), ())
    assert one_post(attachment()).media == (picture,)


def test_a_file_is_read_twice_for_its_pictures(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def picture(path: Path) -> str | None:
        post = next(post for post in blocks.posts(path) if post.id == 7)
        assert post.featured_media is not None
        assert post.featured_media.id == 20
        return post.featured_media.url

    data = file_of(Item(id=7, meta=Meta([("_thumbnail_id", "20")])), attachment())
    (tmp_path / "a.xml").write_bytes(data)
    (tmp_path / "a.xml.gz").write_bytes(gzip.compress(data))
    assert picture(tmp_path / "a.xml") == "https://quay.test/up/p.jpg"
    assert picture(tmp_path / "a.xml.gz") is None
    [post] = blocks.posts(data)
    assert post.featured_media == Media(id=20)
    monkeypatch.setattr("blocks.sources.wxr.files.LARGEST", len(data) - 1)
    assert picture(tmp_path / "a.xml") is None


def test_a_pipe_is_read_once(tmp_path: Path) -> None:
    path = tmp_path / "pipe"
    os.mkfifo(path)
    data = file_of(Item(id=7, meta=Meta([("_thumbnail_id", "20")])), attachment())
    writer = threading.Thread(target=path.write_bytes, args=(data,))
    writer.start()
    assert [post.id for post in blocks.posts(path)] == [7]
    writer.join()


def test_some_post_types_alone() -> None:
    data = file_of(attachment(), Item(id=7), Item(id=8, type="page"))
    found = read(io.BytesIO(data), types=("post", "page"))
    assert [post.id for post in found if isinstance(post, Post)] == [7, 8]


def test_comments_are_kept_or_not() -> None:
    maker = Maker(1)
    item = Item(id=1, comments=(maker.comment(4), maker.comment(6)))
    assert items_of(file_of(item)) == [item]
    [bare] = (one for one in Export(io.BytesIO(file_of(item)), comments=False) if isinstance(one, Item))
    assert bare.comments == ()


def test_terms_of_old_files_are_told_once() -> None:
    item = Item(id=1, terms=(ItemTerm(taxonomy="post_tag", slug="wet", name="Wet"),))
    text = item_text(item, "1.0").encode()
    assert text.count(b"<category") == 2
    assert items_of(file_of(text, version="1.0"))[0].terms == item.terms
    assert items_of(file_of(b"<item><category>Dry</category></item>"))[0].terms == (
        ItemTerm(taxonomy="category", slug="", name="Dry"),
    )


def test_files_one_after_the_other_and_gzipped(tmp_path: Path) -> None:
    data = file_of(Item(id=1)) + file_of(Item(id=2), version="1.0")
    assert [item.id for item in items_of(gzip.compress(data))] == [1, 2]
    (tmp_path / "a.xml.gz").write_bytes(gzip.compress(data))
    assert list(MemorySite.from_wxr(tmp_path / "a.xml.gz").posts) == [1, 2]


def test_memory_stays_small_and_time_in_step(tmp_path: Path) -> None:
    """A process that reads 40 MB takes hardly more memory than one that reads 4."""
    from benchmarks.wxr import measured

    small, large = tmp_path / "small.xml", tmp_path / "large.xml"
    write(small, 4_000_000)
    items = write(large, 40_000_000)
    before, after = measured("listing", small), measured("listing", large)
    assert after.items == items
    assert after.memory < before.memory + 10
    assert after.seconds < 2.5 * 10 * max(before.seconds, 0.05)


def test_a_feed_is_no_export() -> None:
    feed = b'<rss version="2.0"><channel><title>x</title><item><title>a</title></item></channel></rss>'
    with pytest.raises(SourceError, match="this is no WXR file: it has no wp:wxr_version"):
        list(read(io.BytesIO(feed)))
