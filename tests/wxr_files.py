"""Export files made of chance, the same for one seed, of any size, with every feature that WordPress writes.

`Maker(seed).items(n)` are records; `written(maker, items)` is the file that holds them, piece by piece;
`write(path, size)` writes a large one.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from html import escape
from itertools import count, islice
from pathlib import Path
from random import Random
from typing import Any, Final

from blocks.formatting import php
from blocks.sources.wxr import ExportAuthor, ExportComment, ExportTerm, Item, ItemTerm, Meta

NO_DATE: Final = "0000-00-00 00:00:00"
HOME: Final = "https://quay.test"
_WORDS: Final = (
    "quay", "harbour", "mast", "keel", "tide", "rope", "lantern", "gull", "crate", "ferry", "pilot", "ledger", "wharf",
    "bell", "anchor", "fog", "Käpt’n", "Łódź", "港", "émigré", "naïve", "&amp;", "&#8211;", "&nbsp;", "&lt;b&gt;",
    "<em>sail</em>", "R&D", "a<b", "🚢",
)  # fmt: skip
_NASTY: Final = (
    "]]>", "<item>", "</item>", "<item><title>An item</title></item>", "<![CDATA[x]]>", "&nbsp;&undefined;", "<!-- a", "-->",
    "</content:encoded>", "]]]]>>", "<!DOCTYPE x>", '"\'', "\t",
)  # fmt: skip
_STATUS: Final = ("publish", "publish", "publish", "draft", "private", "pending", "future", "trash", "inherit")
_TYPES: Final = (
    "post", "post", "post", "page", "attachment", "nav_menu_item", "wp_block", "wp_navigation", "product",
)  # fmt: skip
VERSIONS: Final = ("1.0", "1.1", "1.2")


class Maker:
    """Makes the parts of one export file. `nasty`: how many of the texts hold what looks like the file's own markup."""

    def __init__(self, seed: int = 1, *, version: str = "1.2", scheme: str = "http", nasty: float = 0.2) -> None:
        self.random = Random(seed)
        self.version, self.scheme, self.nasty = version, scheme, nasty
        self.contents: list[str] = []
        self.authors = [self.author(number) for number in range(1, 6)] if version > "1.0" else []
        self.terms = [self.term(number) for number in range(1, 40)]

    def words(self, most: int = 8) -> str:
        found = self.random.choices(_WORDS, k=self.random.randint(1, most))
        if self.random.random() < self.nasty:
            found.append(self.random.choice(_NASTY))
        return " ".join(found)

    def slug(self) -> str:
        return f"{self.random.choice(_WORDS[:15])}-{self.random.randrange(10**6)}"

    def date(self) -> str:
        if self.random.random() < 0.1:
            return NO_DATE
        pick = self.random.randint
        return (
            f"{pick(2003, 2026)}-{pick(1, 12):02}-{pick(1, 28):02} {pick(0, 23):02}:{pick(0, 59):02}:{pick(0, 59):02}"
        )

    def author(self, number: int) -> ExportAuthor:
        return ExportAuthor(
            id=number, login=f"user {number}", email=f"u{number}@quay.test", display_name=self.words(2), first_name="Éa"
        )

    def term(self, number: int) -> ExportTerm:
        taxonomy = ("category", "post_tag", "genre", "nav_menu")[number % 4]
        above = f"term-{number - 4}" if taxonomy in ("category", "genre") and number > 8 else ""
        return ExportTerm(
            id=number if self.version > "1.0" else 0,
            taxonomy=taxonomy,
            slug=f"term-{number}",
            name=self.words(3),
            parent=above,
            description=self.words() if number % 3 else "",
            meta=Meta([("colour", "a:1:{i:0;s:3:\"red\";}")]) if number % 5 == 0 and self.version > "1.1" else Meta(),
        )  # fmt: skip

    def markup(self) -> str:
        """A content, of those made before or a new one: some 5 kB."""
        if len(self.contents) > 50 or (self.contents and self.random.random() < 0.5):
            return self.random.choice(self.contents)
        if self.random.random() < 0.2:
            text = "\n\n".join(self.words(40) for _ in range(20)) + '\n[gallery ids="1,2"]\n<!--more-->'
        else:
            paragraph = "<!-- wp:paragraph -->\n<p>{}</p>\n<!-- /wp:paragraph -->"
            text = "\n\n".join(paragraph.format(self.words(80)) for _ in range(self.random.randint(1, 30)))
        self.contents.append(text)
        return text

    def comment(self, number: int) -> ExportComment:
        return ExportComment(
            id=number,
            parent=number - 1 if number % 4 == 0 else 0,
            author=self.words(2),
            email="cy@quay.test",
            url="https://cy.test/?a=1&b=2",
            ip="127.0.0.1",
            date=self.date(),
            date_gmt=self.date(),
            approved=self.random.choice(("1", "1", "0", "trash")),
            type=self.random.choice(("comment", "pingback")),
            content=self.words(30),
            user=self.random.choice((0, 1)),
            meta=Meta([("rating", "5")]) if number % 6 == 0 and self.version > "1.0" else Meta(),
        )

    def metas(self, kind: str, number: int) -> Meta:
        rows = [("_edit_last", "1"), ("list", php.serialized(["é", {"k": True}, self.words(2)]).decode())]
        if kind == "attachment":
            sizes = {
                name: {"file": f"p-{wide}x{wide}.jpg", "width": wide, "height": wide, "mime-type": "image/jpeg"}
                for name, wide in (("thumbnail", 150), ("medium", 300), ("large", 1024))
            }
            data: dict[str, Any] = {"width": 1600, "height": 1200, "file": f"2024/05/{number}.jpg", "sizes": sizes}
            rows += [
                ("_wp_attached_file", f"2024/05/{number}.jpg"),
                ("_wp_attachment_metadata", php.serialized(data).decode()),
                ("_wp_attachment_image_alt", self.words(3)),
            ]
        else:
            rows += [
                ("_thumbnail_id", str(number + 1)),
                ("_wp_page_template", "default"),
                ("footnotes", '[{"id":"f1","content":"See \\u003cem\\u003e"}]'),
            ]
        return Meta(rows[: self.random.randint(0, len(rows))] if kind != "attachment" else rows)

    def item(self, number: int) -> Item:
        kind = self.random.choice(_TYPES)
        terms = {term.slug: term for term in self.random.choices(self.terms, k=self.random.randint(0, 3))}
        borne = [ItemTerm(taxonomy=term.taxonomy, slug=slug, name=term.name or slug) for slug, term in terms.items()]
        if kind == "post" and self.random.random() < 0.2:
            borne.append(ItemTerm(taxonomy="post_format", slug="post-format-aside", name="Aside"))
        many = self.random.choice((0, 0, 0, 1, 3))
        return Item(
            id=number,
            type=kind,
            status=self.random.choice(_STATUS),
            title=self.words() if self.random.random() < 0.95 else "",
            slug=self.slug(),
            link=f"{HOME}/?p={number}",
            guid=f"{HOME}/?p={number}",
            creator=self.random.choice(self.authors).login if self.authors else "user 1",
            content=self.markup() if kind not in ("attachment", "nav_menu_item") else "",
            excerpt=self.words(20) if self.random.random() < 0.3 else "",
            date=self.date(),
            date_gmt=self.date(),
            modified=self.date() if self.version > "1.1" else "",
            modified_gmt=self.date() if self.version > "1.1" else "",
            comment_status=self.random.choice(("open", "closed")),
            ping_status="closed",
            parent=self.random.choice((0, 0, 3)),
            menu_order=self.random.choice((0, 0, 7)),
            password="secret" if self.random.random() < 0.05 else "",
            is_sticky=self.random.random() < 0.05 and self.version > "1.0",
            attachment_url=f"{HOME}/wp-content/uploads/2024/05/{number}.jpg" if kind == "attachment" else "",
            terms=tuple(borne),
            meta=self.metas(kind, number),
            comments=tuple(self.comment(10 * number + one) for one in range(many)),
        )

    def items(self, many: int | None = None) -> Iterator[Item]:
        return (self.item(number) for number in islice(count(1), many))


def written(maker: Maker, items: Iterable[Item]) -> Iterator[bytes]:
    """An export file: its head, its items one by one, its end."""
    yield head(maker).encode()
    for item in items:
        yield item_text(item, maker.version).encode()
    yield b"</channel>\n</rss>\n"


def head(maker: Maker, encoding: str = "UTF-8") -> str:
    """All that stands before the first item."""
    base = f"{maker.scheme}://wordpress.org/export/{maker.version}/"
    lines = [
        f'<?xml version="1.0" encoding="{encoding}" ?>\n<!-- This is a WordPress eXtended RSS file; <item> it has. -->',
        f'<rss version="2.0"\n\txmlns:excerpt="{base}excerpt/"',
        '\txmlns:content="http://purl.org/rss/1.0/modules/content/"\n\txmlns:wfw="http://wellformedweb.org/CommentAPI/"',
        f'\txmlns:dc="http://purl.org/dc/elements/1.1/"\n\txmlns:wp="{base}"\n>\n<channel>',
        f"\t<title>Quay &amp; Co</title>\n\t<link>{HOME}</link>\n\t<description>By the sea</description>",
        "\t<pubDate>Mon, 02 Feb 2026 10:00:00 +0000</pubDate>\n\t<language>en-GB</language>",
        f"\t<wp:wxr_version>{maker.version}</wp:wxr_version>",
        f"\t<wp:base_site_url>{HOME}</wp:base_site_url>\n\t<wp:base_blog_url>{HOME}</wp:base_blog_url>",
    ]
    lines += [
        element("wp:author", (
            ("wp:author_id", str(one.id)), ("wp:author_login", one.login), ("wp:author_email", one.email),
            ("wp:author_display_name", one.display_name), ("wp:author_first_name", one.first_name),
            ("wp:author_last_name", one.last_name),
        ))
        for one in maker.authors
    ]  # fmt: skip
    lines += [_term(term) for term in maker.terms]
    lines.append("\t<image>\n\t\t<url>x.png</url>\n\t\t<title>Not the title</title>\n\t</image>\n")
    return "\n".join(lines)


def cdata(text: str) -> str:
    """A text in a CDATA section, as WordPress writes it."""
    return "<![CDATA[" + text.replace("]]>", "]]]]><![CDATA[>") + "]]>"


def element(name: str, texts: Iterable[tuple[str, str]], more: str = "") -> str:
    """An element of elements that hold texts."""
    return f"<{name}>" + "".join(f"<{one}>{cdata(text)}</{one}>\n\t" for one, text in texts) + more + f"</{name}>\n"


def _metas(name: str, meta: Meta) -> str:
    return "".join(element(name, (("wp:meta_key", key), ("wp:meta_value", meta.raw(key)))) for key in meta)


def _term(term: ExportTerm) -> str:
    kind = {"category": "category", "post_tag": "tag"}.get(term.taxonomy, "term")
    slug = {"category": "wp:category_nicename", "tag": "wp:tag_slug"}.get(kind, "wp:term_slug")
    rows = [("wp:term_id", str(term.id))] if term.id else []
    rows += [("wp:term_taxonomy", term.taxonomy)] if kind == "term" else []
    rows += [(slug, term.slug), (f"wp:{kind}_parent", term.parent)]
    rows += [("wp:cat_name" if kind == "category" else f"wp:{kind}_name", term.name)]
    rows += [(f"wp:{kind}_description", term.description)] if term.description else []
    return element(f"wp:{kind}", rows, _metas("wp:termmeta", term.meta))


def _comment(one: ExportComment) -> str:
    rows = (
        ("wp:comment_id", str(one.id)), ("wp:comment_author", one.author), ("wp:comment_author_email", one.email),
        ("wp:comment_author_url", one.url), ("wp:comment_author_IP", one.ip), ("wp:comment_date", one.date),
        ("wp:comment_date_gmt", one.date_gmt), ("wp:comment_content", one.content),
        ("wp:comment_approved", one.approved), ("wp:comment_type", one.type), ("wp:comment_parent", str(one.parent)),
        ("wp:comment_user_id", str(one.user)),
    )  # fmt: skip
    return element("wp:comment", rows, _metas("wp:commentmeta", one.meta))


def item_text(item: Item, version: str = "1.2") -> str:
    """An `<item>`; up to version 1.1 titles are no CDATA sections, and version 1.0 repeats the names of terms."""
    rows = [
        ("wp:post_date", item.date), ("wp:post_date_gmt", item.date_gmt), ("wp:post_modified", item.modified),
        ("wp:post_modified_gmt", item.modified_gmt), ("wp:comment_status", item.comment_status),
        ("wp:ping_status", item.ping_status), ("wp:post_name", item.slug), ("wp:status", item.status),
        ("wp:post_type", item.type), ("wp:post_password", item.password),
    ]  # fmt: skip
    rows = [(name, text) for name, text in rows if text or "modified" not in name]
    rows += [("wp:attachment_url", item.attachment_url)] if item.attachment_url else []
    title = cdata(item.title) if version > "1.1" else escape(item.title, quote=False)
    parts = [
        f"\t<item>\n\t\t<title>{title}</title>\n\t\t<link>{escape(item.link)}</link>\n\t\t<pubDate></pubDate>",
        f'\t\t<dc:creator>{cdata(item.creator)}</dc:creator>\n\t\t<guid isPermaLink="false">{escape(item.guid)}</guid>',
        f"\t\t<description></description>\n\t\t<content:encoded>{cdata(item.content)}</content:encoded>",
        f"\t\t<excerpt:encoded>{cdata(item.excerpt)}</excerpt:encoded>\n\t\t<wp:post_id>{item.id}</wp:post_id>",
        *(f"\t\t<{name}>{cdata(text)}</{name}>" for name, text in rows),
        f"\t\t<wp:post_parent>{item.parent}</wp:post_parent>\n\t\t<wp:menu_order>{item.menu_order}</wp:menu_order>",
        f"\t\t<wp:is_sticky>{int(item.is_sticky)}</wp:is_sticky>" if version > "1.0" else "",
    ]
    for term in item.terms:
        if version == "1.0":
            parts.append(f"\t\t<category>{cdata(term.name)}</category>")
        domain = "tag" if version == "1.0" and term.taxonomy == "post_tag" else term.taxonomy
        parts.append(f'\t\t<category domain="{domain}" nicename="{term.slug}">{cdata(term.name)}</category>')
    parts += [_metas("wp:postmeta", item.meta), *(_comment(one) for one in item.comments), "\t</item>\n"]
    return "\n".join(parts)


def write(path: Path, size: int, seed: int = 1) -> int:
    """Write a file of about `size` bytes, with as much that is nasty as large sites have; the number of items in it."""
    maker = Maker(seed, nasty=0.001)
    items = 0
    with path.open("wb") as file:
        file.write(head(maker).encode())
        while file.tell() < size:
            items += 1
            file.write(item_text(maker.item(items)).encode())
        file.write(b"</channel>\n</rss>\n")
    return items
