"""Where a site stands, told by its items, and values that are none."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from blocks.errors import SourceError
from blocks.site import MemorySite, RenderContext, SitePost, open_site
from blocks.site.media import attachment_url

POST: dict[str, Any] = {
    "id": 7, "type": "post", "slug": "storm", "date": "2024-03-01T10:00:00", "link": "https://h.test/2024/03/storm/",
}  # fmt: skip
MEDIA: dict[str, Any] = {
    "id": 20, "type": "attachment", "link": "https://h.test/pier/", "mime_type": "image/jpeg",
    "source_url": "https://h.test/wp-content/uploads/2024/03/pier.jpg", "media_details": {"file": "2024/03/pier.jpg"},
}  # fmt: skip


def rest(folder: Path, *rows: dict[str, Any]) -> MemorySite:
    (folder / "a.json").write_text(json.dumps(rows))
    return MemorySite.from_rest(folder)


def test_links_tell_where_a_site_stands(tmp_path: Path) -> None:
    site = rest(tmp_path, POST, MEDIA)
    assert site.options["home"] == site.options["siteurl"] == "https://h.test"
    assert site.options["permalink_structure"] == "/%year%/%monthnum%/%postname%/"
    assert attachment_url(site, site.posts[20]) == MEDIA["source_url"]


def test_the_api_tells_the_folder_of_a_site(tmp_path: Path) -> None:
    links = {"self": [{"href": "https://h.test/blog/wp-json/wp/v2/posts/7"}]}
    site = rest(tmp_path, {**POST, "link": "https://h.test/blog/storm/", "_links": links})
    assert (site.options["home"], site.options["permalink_structure"]) == ("https://h.test/blog", "/%postname%/")


def test_files_that_lie_elsewhere_keep_their_address(tmp_path: Path) -> None:
    site = rest(tmp_path, POST, {**MEDIA, "source_url": "https://cdn.test/x/2024/03/pier.jpg"})
    assert site.options["upload_url_path"] == "https://cdn.test/x"
    assert site.options["siteurl"] == "https://h.test"
    site = rest(tmp_path, POST, {**MEDIA, "source_url": "https://cdn.test/other.jpg"})
    assert attachment_url(site, site.posts[20]) == "https://cdn.test/other.jpg"


def test_an_export_that_names_no_address_is_told_by_its_links(tmp_path: Path) -> None:
    item = (
        "<item><title>A</title><link>https://h.test/storm/</link><wp:post_id>7</wp:post_id>"
        "<wp:post_name>storm</wp:post_name><wp:post_type>post</wp:post_type><wp:status>publish</wp:status></item>"
    )
    text = f'<rss xmlns:wp="http://wordpress.org/export/1.2/"><channel><wp:wxr_version>1.2</wp:wxr_version>{item}'
    file = tmp_path / "a.xml"
    file.write_text(f"{text}</channel></rss>")
    site = MemorySite.from_wxr(file)
    assert (site.options["home"], site.options["permalink_structure"]) == ("https://h.test", "/%postname%/")
    file.write_text(f"{text}\n\n")
    with pytest.raises(SourceError, match="it ends in the middle, line 3"):
        MemorySite.from_wxr(file)


def test_what_is_no_site(tmp_path: Path) -> None:
    file = tmp_path / "post.html"
    for text in ("<p>A</p>", "[]"):
        file.write_text(text)
        with pytest.raises(SourceError, match="holds no site: give our JSON, a REST answer or folder, or an export"):
            open_site(file)
    with pytest.raises(SourceError, match="a list"):
        MemorySite.from_json([])  # type: ignore[arg-type]


def test_a_date_that_is_none_is_refused_with_its_place(tmp_path: Path) -> None:
    with pytest.raises(SourceError, match=r"posts\['7'\]\.date is a string \('2024-13-45'\), where a date"):
        MemorySite.from_json({"posts": {"7": {"date": "2024-13-45"}}})
    with pytest.raises(ValueError, match=r"SitePost\.date"):
        SitePost(id=1, date="2024-13-45")
    with pytest.raises(SourceError, match=r"a\.json, item 1"):
        rest(tmp_path, {**POST, "date": "soon"})


@pytest.mark.parametrize("date", ["0000-00-00 00:00:00", "", "2024-02-29 10:00:00", "2024-03-01"])
def test_dates_as_a_database_has_them(date: str) -> None:
    assert SitePost(id=1, date=date).date == date


def test_misspelt_members_are_refused() -> None:
    with pytest.raises(SourceError, match=r"posts\['7'\] has no 'tilte'. Did you mean 'title'"):
        MemorySite.from_json({"posts": {"7": {"tilte": "A"}}})
    assert MemorySite.from_json({"posts": {"7": {"views": 3}}}).posts[7].title == ""


def test_values_of_a_wrong_kind_say_what_to_do() -> None:
    with pytest.raises(TypeError, match="from_json"):
        MemorySite(posts={1: {"title": "A"}})  # type: ignore[dict-item]
    with pytest.raises(TypeError, match=r"RenderContext\.post"):
        RenderContext(post="7")  # type: ignore[arg-type]
