"""Sites read from REST answers and from export files."""

from __future__ import annotations

import gzip
import json
from pathlib import Path
from typing import Any

import pytest

from blocks.errors import SourceError
from blocks.formatting.php.decoding import unserialized
from blocks.site import MemorySite
from blocks.site.links import permalink
from blocks.site.media import image_src
from blocks.site.opening import open_site

POST: dict[str, Any] = {
    "id": 7,
    "type": "post",
    "status": "publish",
    "date": "2024-03-01T10:00:00",
    "date_gmt": "2024-03-01T09:00:00",
    "slug": "storm",
    "link": "http://harbour.test/storm/",
    "title": {"rendered": "Storm &#038; rain"},
    "content": {"rendered": "<p>Wet</p>", "protected": False},
    "excerpt": {"raw": "", "rendered": "<p>Wet</p>"},
    "author": 1,
    "featured_media": 20,
    "sticky": True,
    "meta": {"footnotes": ""},
    "categories": [3],
    "tags": [],
    "genre": [9],
    "class_list": ["post-7"],
}
MEDIA: dict[str, Any] = {
    "id": 20,
    "type": "attachment",
    "slug": "pier",
    "alt_text": "The pier",
    "mime_type": "image/jpeg",
    "source_url": "http://harbour.test/wp-content/uploads/2024/03/pier.jpg",
    "media_details": {
        "width": 800,
        "height": 600,
        "file": "2024/03/pier.jpg",
        "sizes": {
            "medium": {"file": "pier-300x225.jpg", "width": 300, "height": 225, "mime_type": "image/jpeg"},
            "full": {"file": "pier.jpg", "width": 800, "height": 600},
        },
    },
}


def write(folder: Path, **answers: Any) -> None:
    for name, answer in answers.items():
        (folder / f"{name}.json").write_text(json.dumps(answer))


def test_a_folder_of_rest_answers(tmp_path: Path) -> None:
    write(
        tmp_path,
        posts=[POST],
        media=[MEDIA],
        categories=[{"id": 3, "taxonomy": "category", "name": "News", "slug": "news", "parent": 0, "count": 1}],
        users=[{"id": 1, "name": "Ann", "slug": "ann", "avatar_urls": {"24": "http://a/24", "96": "http://a/96"}}],
        comments=[{"id": 5, "post": 7, "author_name": "Cy", "author": 0, "content": {"rendered": "<p>Hm</p>"}}],
        index={"name": "Harbour", "home": "http://harbour.test", "namespaces": [], "gmt_offset": 1},
    )
    site = MemorySite.from_rest(tmp_path, options={"posts_per_page": "3"})
    post = site.posts[7]
    assert (post.title, post.content, post.excerpt, post.date) == (
        "Storm & rain",
        "<p>Wet</p>",
        "",
        "2024-03-01 10:00:00",
    )
    assert post.terms == {"category": (3,), "genre": (9,)}
    assert post.meta == {"footnotes": "", "_thumbnail_id": "20"}
    assert post.comment_count == 1
    assert permalink(site, post) == "http://harbour.test/storm/"
    image = image_src(site, 20, "medium")
    assert image is not None
    assert image.url == "http://harbour.test/wp-content/uploads/2024/03/pier-300x225.jpg"
    assert (site.users[1].display_name, site.users[1].avatar) == ("Ann", "http://a/96")
    assert site.comments[5].approved == "1"
    assert [site.options[name] for name in ("blogname", "gmt_offset", "sticky_posts", "posts_per_page")] == [
        "Harbour",
        1,
        [7],
        "3",
    ]


def test_ids_of_rest_answers_may_be_text_or_missing(tmp_path: Path) -> None:
    types = {"post": {"slug": "post", "rest_base": "posts"}, "parent": {"slug": "parent", "rest_base": "parents"}}
    write(
        tmp_path,
        posts=[{"id": "7", "type": "post", "parent": None, "author": "", "featured_media": False}],
        types=types,
    )
    site = MemorySite.from_rest(tmp_path)
    assert (site.posts[7].parent, site.posts[7].author, "parent" in site.post_types) == (0, 0, True)


@pytest.mark.parametrize(
    ("answer", "message"),
    [
        ("{", "is no REST answer: it is not JSON"),
        ("[3]", "item 1 is a number, where an object of the REST API is expected"),
        ('[{"id": 1, "type": "post"}, {"id": "x1", "type": "post"}]', "a.json, item 2: id is a string ('x1'), where a whole"),
        ('[{"id": 1, "type": "post", "author": {}}]', "a.json, item 1: author is an object, where a whole number"),
        ('[{"post": [1], "author_name": "Cy"}]', "a.json, item 1: post is a list, where a whole number is expected"),
        ('[{"id": 1.5, "taxonomy": "category"}]', "a.json, item 1: id is a number, where a whole number is expected"),
        ('{"id": 1, "type": "post", "title": {"raw": "\\ud800"}}', "item 1['title']['raw'] holds half a character, U+D800"),
        ('[{"link": "x"}]', "item 1 is no post, term, user, comment, type or settings"),
    ],
)  # fmt: skip
def test_what_is_no_rest_answer(tmp_path: Path, answer: str, message: str) -> None:
    (tmp_path / "a.json").write_text(answer)
    with pytest.raises(SourceError) as raised:
        MemorySite.from_rest(tmp_path)
    assert message in str(raised.value)


WXR = """<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:excerpt="http://wordpress.org/export/1.2/excerpt/"
 xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/"
 xmlns:wp="http://wordpress.org/export/1.2/">
<channel>
 <title>Harbour</title><description>By the sea</description>
 <wp:wxr_version>1.2</wp:wxr_version><wp:base_blog_url>http://harbour.test</wp:base_blog_url>
 <wp:author><wp:author_id>1</wp:author_id><wp:author_login>ann</wp:author_login>
  <wp:author_display_name><![CDATA[Ann]]></wp:author_display_name></wp:author>
 <wp:category><wp:term_id>2</wp:term_id><wp:category_nicename>boats</wp:category_nicename>
  <wp:category_parent/><wp:cat_name>Boats</wp:cat_name></wp:category>
 <wp:category><wp:term_id>3</wp:term_id><wp:category_nicename>dinghies</wp:category_nicename>
  <wp:category_parent>boats</wp:category_parent><wp:cat_name>Dinghies</wp:cat_name></wp:category>
 <item><title>Storm</title><link>http://harbour.test/storm/</link><dc:creator>ann</dc:creator>
  <content:encoded><![CDATA[<!-- wp:paragraph --><p>&amp; wet</p><!-- /wp:paragraph -->]]></content:encoded>
  <excerpt:encoded><![CDATA[Short]]></excerpt:encoded>
  <wp:post_id>7</wp:post_id><wp:post_date>2024-03-01 10:00:00</wp:post_date><wp:post_name>storm</wp:post_name>
  <wp:status>publish</wp:status><wp:post_type>post</wp:post_type><wp:post_parent>0</wp:post_parent>
  <category domain="category" nicename="dinghies">Dinghies</category>
  <category domain="post_tag" nicename="wet">Wet</category>
  <wp:postmeta><wp:meta_key>_thumbnail_id</wp:meta_key><wp:meta_value>20</wp:meta_value></wp:postmeta>
  <wp:postmeta><wp:meta_key>list</wp:meta_key>
   <wp:meta_value><![CDATA[a:2:{i:0;s:3:"\u00e9x";i:1;a:1:{s:1:"k";b:1;}}]]></wp:meta_value></wp:postmeta>
  <wp:comment><wp:comment_id>5</wp:comment_id><wp:comment_author>Cy</wp:comment_author>
   <wp:comment_approved>1</wp:comment_approved><wp:comment_content>Hm</wp:comment_content></wp:comment>
 </item>
</channel></rss>
"""


def test_an_export_file(tmp_path: Path) -> None:
    file = tmp_path / "a.xml"
    file.write_text(WXR, encoding="utf-8")
    site = MemorySite.from_wxr(file)
    post = site.posts[7]
    assert (post.title, post.excerpt, post.author, post.comment_count) == ("Storm", "Short", 1, 1)
    assert post.content == "<!-- wp:paragraph --><p>&amp; wet</p><!-- /wp:paragraph -->"
    assert post.meta == {"_thumbnail_id": "20", "list": ["\u00e9x", {"k": True}]}
    assert post.terms["category"] == (3,)
    assert (site.terms[3].parent, site.terms[3].count, site.terms[2].count) == (2, 1, 0)
    tag = site.terms[post.terms["post_tag"][0]]
    assert (tag.name, tag.taxonomy, tag.count) == ("Wet", "post_tag", 1)
    assert site.comments[5].post == 7
    assert (site.options["blogname"], site.options["home"]) == ("Harbour", "http://harbour.test")


@pytest.mark.parametrize(
    ("text", "message"),
    [("<rss>", "is no WXR file: "), ("<rss><channel/></rss>", "is no WXR file: it has no wp:wxr_version")],
)
def test_what_is_no_export_file(tmp_path: Path, text: str, message: str) -> None:
    (tmp_path / "a.xml").write_text(text)
    with pytest.raises(SourceError) as raised:
        MemorySite.from_wxr(tmp_path / "a.xml")
    assert message in str(raised.value)
    with pytest.raises(SourceError, match=r"b\.xml cannot be read as a WXR file: No such file"):
        MemorySite.from_wxr(tmp_path / "b.xml")


def test_entities_of_an_export_file_stay_shut(tmp_path: Path) -> None:
    secret = tmp_path / "secret"
    secret.write_text("hidden")
    bomb = f'<!DOCTYPE rss [<!ENTITY x SYSTEM "{secret.as_uri()}">]>'
    (tmp_path / "a.xml").write_text(WXR.replace("<rss", f"{bomb}<rss", 1).replace("<title>Storm<", "<title>S&x;<"))
    with pytest.raises(SourceError, match="is no WXR file: it declares entities"):
        MemorySite.from_wxr(tmp_path / "a.xml")
    (tmp_path / "b.xml").write_text(WXR.replace("<rss", "<!DOCTYPE rss><rss", 1))
    assert MemorySite.from_wxr(tmp_path / "b.xml").posts[7].title == "Storm"


def test_a_compressed_export_file(tmp_path: Path) -> None:
    file = tmp_path / "a.xml.gz"
    file.write_bytes(gzip.compress(WXR.encode()))
    assert open_site(file).posts[7].title == "Storm"
    file.write_bytes(gzip.compress(WXR.encode())[:-400])
    with pytest.raises(SourceError, match="is no WXR file: what is compressed in it is broken"):
        open_site(file)


def test_authors_that_an_export_file_does_not_list(tmp_path: Path) -> None:
    file = tmp_path / "a.xml"
    file.write_text(WXR.replace("<dc:creator>ann<", "<dc:creator>Bo Lund<"), encoding="utf-8")
    site = MemorySite.from_wxr(file)
    author = site.users[site.posts[7].author]
    assert (author.display_name, author.nicename) == ("Bo Lund", "bo-lund")
    assert author.id != 1


def test_rest_answers_about_types_and_template_parts(tmp_path: Path) -> None:
    book = {"slug": "book", "name": "Books", "rest_base": "books", "hierarchical": True, "has_archive": "shelf"}
    genre = {"slug": "genre", "name": "Genres", "rest_base": "genre", "types": ["book"]}
    part = {
        "id": "sea//top",
        "slug": "top",
        "theme": "sea",
        "type": "wp_template_part",
        "area": "header",
        "content": {"raw": "<p>h</p>"},
    }
    write(
        tmp_path,
        types={"book": {**book, "taxonomies": ["genre"]}, "post": {**book, "slug": "post"}},
        taxonomies={"genre": genre},
        parts=[part],
        templates=[{**part, "type": "wp_template", "id": "sea//index"}],
    )
    site = MemorySite.from_rest(tmp_path)
    kind = site.post_types["book"]
    assert (kind.label, kind.hierarchical, kind.has_archive, kind.archive_slug) == ("Books", True, True, "shelf")
    assert site.post_types["post"].label == "Posts", "what WordPress registers itself is known"
    assert site.taxonomies["genre"].post_types == ("book",)
    assert site.themes["sea"].parts["top"].content == "<p>h</p>"
    assert site.themes["sea"].parts["top"].area == "header"
    assert not site.posts


@pytest.mark.parametrize(
    ("name", "text", "posts"),
    [
        ("ours.json", '{"posts": {"1": {}}}', [1]),
        ("bom.json", '\ufeff{"posts": {"1": {}}}', [1]),
        ("empty.json", "{}", []),
        ("list.json", '[{"id": 2, "type": "post"}]', [2]),
        ("one.json", '{"id": 3, "type": "post"}', [3]),
        ("export.XML", WXR, [7]),
    ],
)
def test_a_site_is_told_by_what_it_is(tmp_path: Path, name: str, text: str, posts: list[int]) -> None:
    file = tmp_path / name
    file.write_text(text, encoding="utf-8")
    assert list(open_site(file).posts) == posts
    assert open_site(file) is open_site(str(file)), "read once"


@pytest.mark.parametrize(
    ("name", "text", "message"),
    [
        ("a.json", '{"post": {}}', "a site has no 'post'"),
        ("b.json", "3", "b.json is no site: it holds a number, where an object is expected"),
        ("c.json", '{"code": "rest_forbidden", "message": "Sorry"}', "c.json holds an error of the REST API: Sorry"),
        ("d.json", "[" * 100_000, "d.json is no site: the JSON of one is not nested that deep"),
        ("e.xml", "", "e.xml is no WXR file: "),
        ("folder", None, "folder holds no answers of the REST API: there is no .json file in it"),
        ("gone/a.json", None, "cannot be read"),
    ],
)
def test_what_is_no_site(tmp_path: Path, name: str, text: str | None, message: str) -> None:
    (tmp_path / "folder").mkdir()
    if text is not None:
        (tmp_path / name).write_text(text)
    with pytest.raises(SourceError) as raised:
        open_site(tmp_path / name)
    assert message in str(raised.value)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("plain", "plain"),
        ("i:5;", 5),
        ("N;", None),
        ("d:0.5;", 0.5),
        ('s:2:"\u00e9";', "\u00e9"),
        ("a:0:{}", []),
        ('a:1:{s:1:"a";a:1:{i:3;i:4;}}', {"a": {"3": 4}}),
        ('O:8:"stdClass":0:{}', 'O:8:"stdClass":0:{}'),
        ("a:2:{i:0;i:1;}", "a:2:{i:0;i:1;}"),
        ("i:5;i:6;", "i:5;i:6;"),
        ('s:9:"x";', 's:9:"x";'),
    ],
)
def test_serialized_values(text: str, value: Any) -> None:
    assert unserialized(text) == value


def test_deep_serialized_values_cost_no_stack() -> None:
    deep = "a:1:{i:0;" * 20000 + "i:1;" + "}" * 20000
    found = unserialized(deep)
    assert isinstance(found, list)
    while isinstance(found, list):
        found = found[0]
    assert found == 1
