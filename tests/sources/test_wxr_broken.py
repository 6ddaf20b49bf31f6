"""Export files that are broken, or made to do harm: what is wrong with an item stays in that item."""

from __future__ import annotations

import gzip
import io
import tracemalloc
from collections.abc import Callable, Iterator

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from blocks.errors import SourceError
from blocks.sources import Post
from blocks.sources.facts import SourceProblem
from blocks.sources.streams import LARGEST
from blocks.sources.wxr import Export, Item, read
from tests.timing import assert_in_step
from tests.wxr_files import Maker, head, item_text

MAKER = Maker(3, nasty=0)
HEAD = head(MAKER).encode()
ITEMS = [item_text(item).encode() for item in Maker(3, nasty=0).items(4)]
END = b"</channel>\n</rss>\n"
FILE = HEAD + b"".join(ITEMS) + END
IN_CONTENT = ITEMS[1].index(b"<content:encoded><![CDATA[") + 40
LINE = HEAD.count(b"\n") + ITEMS[0].count(b"\n") + 1
BYTE = len(HEAD + ITEMS[0]) + 1
IN_SECOND = f"item 2, line {LINE}, byte {BYTE:,}"


def answers(data: bytes) -> list[int | str]:
    """The ids of the items, and the problems, in their order."""
    return told(read(io.BytesIO(data)))


def told(found: Iterator[Post | SourceProblem]) -> list[int | str]:
    return [(one.id or 0) if isinstance(one, Post) else str(one) for one in found]


def with_second(second: bytes) -> bytes:
    return HEAD + ITEMS[0] + second + ITEMS[2] + ITEMS[3] + END


def test_the_file_itself_is_whole() -> None:
    assert answers(FILE) == [1, 2, 3, 4]


@pytest.mark.parametrize(
    ("second", "problem"),
    [
        (ITEMS[1].replace(b"</item>", b""), " (id 2): this item has no end: another item begins"),
        (ITEMS[1][:IN_CONTENT], ": this item has no end: another item begins in a CDATA section of it"),
        (ITEMS[1][: ITEMS[1].index(b"CDATA[") + 9], ": this item has no end: another item begins in a CDATA section of it"),
        (ITEMS[1][: ITEMS[1].index(b"<content") + 4], ": this item has no end: another item begins"),
        (
            ITEMS[1].replace(b"<description></description>", b"<wp:x>a<b</wp:x>"),
            f" (id 2): this item is no XML (error parsing attribute name), line {LINE + 6}",
        ),
        (
            ITEMS[1].replace(b"<description></description>", b"<!DOCTYPE x [<!ENTITY a 'b'>]><wp:x>&a;</wp:x>"),
            f" (id 2): this item is no XML (StartTag: invalid element name), line {LINE + 6}",
        ),
        (b"\t<item>" + b"<a>" * 300 + b"</a>" * 300 + b"</item>\n", ": this item is no XML (Excessive depth in document"),
        (b"\t<item>" + b"<a/>" * 1_000_001 + b"</item>\n", ": this item is no XML (it has more than 1,000,000 tags)"),
    ],
)  # fmt: skip
def test_an_item_that_cannot_be_read_is_told_and_the_next_one_follows(second: bytes, problem: str) -> None:
    first, told_of, *rest = answers(with_second(second))
    assert (first, rest) == (1, [3, 4])
    assert isinstance(told_of, str)
    assert told_of.startswith(IN_SECOND + problem)


def test_an_item_without_its_beginning() -> None:
    found = answers(with_second(ITEMS[1][IN_CONTENT:]))
    assert [one for one in found if isinstance(one, int)] == [1, 3, 4]
    assert [str(one).rpartition(": ")[2] for one in found if isinstance(one, str)] == ["this item has no beginning"]


def test_every_item_cut_in_the_middle_of_its_content() -> None:
    cut = [item[: item.index(b"<content:encoded><![CDATA[") + 60] for item in ITEMS[:3]]
    *problems, last = answers(HEAD + b"".join(cut) + ITEMS[3] + END)
    assert last == 4
    assert [str(one).partition(",")[0] for one in problems] == ["item 1", "item 2", "item 3"]


@settings(max_examples=150, deadline=None)
@given(start=st.integers(1, len(ITEMS[1]) - 2), length=st.integers(1, 4000))
def test_whatever_is_lost_of_an_item_the_others_are_read(start: int, length: int) -> None:
    found = answers(with_second(ITEMS[1][:start] + ITEMS[1][start + length :]))
    assert [one for one in found if one in (1, 3, 4)] == [1, 3, 4]


@pytest.mark.parametrize(
    ("old", "new", "text"),
    [
        (b"<title><![CDATA[", b"<title><![CDATA[a\x0b\x00\xef\xbf\xbfb ", "a\x0b\x00\uffffb "),
        (b"<title><![CDATA[", b"<title>R&D &nbsp;&copy;&#11;&#0; 1 < 2 ]]> <![CDATA[", "R&D &nbsp;&copy;\x0b\x00 1 < 2 ]]> "),
        (b"<title><![CDATA[", b"<title>&#xD800;&#99999999;<![CDATA[", "&#xD800;&#99999999;"),
        (b"<title><![CDATA[", b"<title><x:y a:b='c'>Q</x:y><![CDATA[", "Q"),
        (b"<title><![CDATA[", b"<title><![CDATA[Caf\xe9 \x93\x81 \xc3\xa9 ", "Café “\x81 é "),
        (b"<title><![CDATA[", "<title><![CDATA[\U000f0000\x01".encode(), "\U000f0000\x01"),
    ],
)  # fmt: skip
def test_what_can_be_mended_is(old: bytes, new: bytes, text: str) -> None:
    records = Export(io.BytesIO(with_second(ITEMS[1].replace(old, new, 1))))
    items = [record for record in records if isinstance(record, Item)]
    assert [item.id for item in items] == [1, 2, 3, 4]
    assert items[1].title.startswith(text)
    assert [bool(item.repairs) for item in items] == [False, "x:y" not in new.decode("latin-1"), False, False]


@pytest.mark.parametrize(
    ("declared", "encoding"),
    [
        ("ISO-8859-1", "utf-8"),
        ("ISO-8859-1", "latin-1"),
        ("windows-1251", "cp1251"),
        ("no-such", "utf-8"),
        ("bz2", "utf-8"),
    ],
)
def test_what_a_file_says_of_its_encoding_is_taken_where_it_is_not_utf8(declared: str, encoding: str) -> None:
    word = "Порт" if encoding == "cp1251" else "Café"
    text = f"{head(MAKER, declared)}<item><title>{word}</title></item></channel></rss>"
    [post] = read(io.BytesIO(text.encode(encoding, "xmlcharrefreplace")))
    assert isinstance(post, Post)
    assert post.title == word


@pytest.mark.parametrize(
    ("data", "told_last"),
    [
        (FILE[:-300], "this item"),
        (FILE[: -len(END)], ", before </rss>"),
        (FILE[:2000], "the file is cut short; it ends in the middle of <wp:author>"),
        (gzip.compress(FILE)[:-900], "what is compressed in it is broken (it is cut short); it ends in the middle of this item"),
        (gzip.compress(FILE)[:-6] + b"abcdef", "what is compressed in it is broken (CRC check failed"),
    ],
)  # fmt: skip
def test_a_file_that_is_cut_short_is_read_up_to_there(data: bytes, told_last: str) -> None:
    *items, problem = answers(data)
    assert all(isinstance(one, int) for one in items)
    assert isinstance(problem, str)
    assert told_last in problem


def test_what_stands_behind_gzipped_data_does_not_matter() -> None:
    assert answers(gzip.compress(FILE) + b"junk") == [1, 2, 3, 4]


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "it has no root element <rss>"),
        (b"<!DOCTYPE html>\n<html><body>Log in</body></html>", "it has no root element <rss>, it begins with <html>"),
        (b'[{"id": 1}]', "it has no root element <rss>"),
        (FILE.decode().encode("utf-16"), "it is UTF-16; save it as UTF-8"),
        (b'<!DOCTYPE rss [<!ENTITY a "aa"><!ENTITY b "&a;&a;">]>' + FILE.partition(b"?>")[2], "it declares entities"),
        (b'<!DOCTYPE rss SYSTEM "x.dtd" [\n<!ELEMENT a (b)>\n<!ENTITY % a "">\n]>' + FILE, "it declares entities"),
        (b"<rss ", "the start tag of <rss> has no end"),
        (b"<rss><channel>", "the file is cut short; it ends in the middle, line 1, before </rss>"),
        (
            gzip.compress(FILE)[:40],
            "it has no root element <rss>; what is compressed in it is broken (it is cut short)",
        ),
    ],
)
def test_what_is_no_export_is_refused_in_one_line(data: bytes, reason: str) -> None:
    with pytest.raises(SourceError) as raised:
        answers(data)
    assert str(raised.value).startswith(f"this is no WXR file: {reason}")
    assert "\n" not in str(raised.value)


def test_messages_of_php_before_a_file() -> None:
    assert answers(b"<br />\n<b>Warning</b>: x in <b>y.php</b>\n" + FILE) == [1, 2, 3, 4]
    assert answers(FILE.replace(b"<rss", b"<!DOCTYPE rss>\n<rss", 1)) == [1, 2, 3, 4]


class Endless(io.RawIOBase):
    """A beginning, `size` bytes of one piece again and again, an end: a file that nobody has to hold."""

    def __init__(self, beginning: bytes, piece: bytes, size: int, end: bytes) -> None:
        self.left = size // len(piece)
        self.piece, self.end, self.rest = piece, end, beginning
        self.many = max(1, 2**16 // len(piece))

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: memoryview) -> int:  # type: ignore[override]
        if not self.rest and self.left > 0:
            self.rest = self.piece * min(self.many, self.left)
            self.left -= self.many
        elif not self.rest:
            self.rest, self.end = self.end, b""
        part = self.rest[: len(buffer)]
        buffer[: len(part)] = part
        self.rest = self.rest[len(part) :]
        return len(part)


@pytest.mark.parametrize("beginning", [ITEMS[1][:IN_CONTENT], b"<item><title>", b"<item ", b"<wp:author><wp:x>"])
def test_an_item_longer_than_any_post_is_let_go(beginning: bytes) -> None:
    end = b"]]></content:encoded></item>" if b"CDATA" in beginning else b"></title></item>"
    end = b"</wp:x></wp:author>" if b"author" in beginning else end
    stream = Endless(HEAD + beginning, b"x" * 2**16, 4 * LARGEST, end + ITEMS[2] + END)
    tracemalloc.start()
    try:
        found = told(read(io.BufferedReader(stream)))
        peak = tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()
    problem, item = found
    assert item == 3
    assert "is longer than 64 MiB, which is too much for one post" in str(problem)
    assert peak < 3.5 * LARGEST


@pytest.mark.parametrize(
    ("beginning", "piece", "end"),
    [
        (HEAD, b"<item>", END),
        (HEAD, b"<item><![CDATA[", END),
        (HEAD, b"<item><t><![CDATA[x]]></t><c><![CDATA[", END),
        (HEAD, b"<item><t><![CDATA[x]]></t><c><![CDATA[", b"]]></c></item>" + END),
        (HEAD, b"<item><c><![CDATA[]]><![CDATA[]]></d>", END),
        (HEAD + b"<item><c><![CDATA[", b"<item>", b"]]></d></item>" + END),
        (HEAD + b"<item><c><![CDATA[", b"<itemx", b"]]></d></item>" + END),
        (HEAD + b"<item><c><![CDATA[", b"<item><c><![CDATA[", b"]]></c></item>" + END),
        (HEAD + b"<item><c><![CDATA[", b"]]><![CDATA[", b"]]></c></item>" + END),
        (HEAD + b"<item><t>", b"&", b"</t></item>" + END),
        (HEAD + b"<item><t>&", b"<![CDATA[", b"</t></item>" + END),
        (HEAD + b"<item><t>", b"\xff", b"</t></item>" + END),
        (HEAD + b"<item><t>", b"\x01", b"</t></item>" + END),
        (HEAD + b"<item>", b"<q:a/>", b"</item>" + END),
        (HEAD + b"<item>", b"</item ", b"</item>" + END),
        (HEAD, b"<!-- ", END),
        (HEAD, b"<a></a>", END),
        (HEAD, b"<rss>", END),
        (b"", b"<x ", FILE),
        (b"<!DOCTYPE x [", b"] ", b"]>" + FILE),
    ],
)
def test_time_is_in_step_with_the_size(beginning: bytes, piece: bytes, end: bytes) -> None:
    def reading(size: int) -> Callable[[], object]:
        def run() -> object:
            try:
                return sum(1 for _ in Export(io.BufferedReader(Endless(beginning, piece, size, end))))
            except SourceError as error:
                return error

        return run

    assert_in_step(reading, 200_000)
