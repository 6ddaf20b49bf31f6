"""Posts to measure on: a folder's own, and generated ones that are the same on every machine."""

from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from tests.corpus import inputs

WORDS = """
a about after again along and are around as at autumn back be been before bread bridge but by came city coast
coffee could day door down early evening every few field first for from garden had half harbour has have her
here hill his house how in into is it its kitchen late light like little long made market many morning most
much near never new night no north not of off old on one only open or other our out over paper people place
quiet rain river road room said salt sea she small so some station still stone street summer table than that
the their then there they this through time to town train tree under up walk wall was water we were what when
where which while who wind window winter with wood year yellow you
""".split()  # noqa: SIM905 - a page of words

SIZES = {"note": 600, "short": 5_000, "post": 20_000, "essay": 75_000, "chapter": 500_000, "book": 5_000_000}


@dataclass(frozen=True)
class Post:
    """A text to measure on, and what to call it."""

    name: str
    text: str


def posts(folder: Path) -> list[Post]:
    """The posts of a folder in the form of the conformance corpus; none where it is absent."""
    return [Post(path.stem, path.read_bytes().decode("utf-8", "surrogateescape")) for path in inputs(folder)]


def generated(sizes: dict[str, int] = SIZES) -> list[Post]:
    """One post for each size, in bytes; always the same ones."""
    return [Post(name, post(size)) for name, size in sizes.items()]


def post(size: int, seed: int = 1) -> str:
    """A post of `size` bytes or a little more; the same for the same numbers."""
    author = _Author(random.Random(seed))
    blocks: list[str] = []
    written = 0
    while written < size:
        blocks.append(author.block())
        written += len(blocks[-1]) + 2
    return "\n\n".join(blocks) + "\n"


class _Author:
    """Writes blocks as the editor saves them, in about the mix of real posts. All of it is ASCII."""

    def __init__(self, chance: random.Random) -> None:
        self._chance = chance
        self._kinds: dict[Callable[[], str], int] = {
            self.paragraph: 60,
            self.heading: 9,
            self.image: 8,
            self.bullets: 6,
            self.quote: 4,
            self.styled_paragraph: 4,
            self.separator: 2,
            self.embed: 2,
            self.columns: 2,
            self.group: 1,
            self.latest_posts: 1,
            self.plugin: 1,
        }

    def block(self) -> str:
        (kind,) = self._chance.choices(list(self._kinds), list(self._kinds.values()))
        return kind()

    def words(self, least: int, most: int) -> str:
        count = self._chance.randint(least, most)
        return " ".join(self._chance.choices(WORDS, k=count)).capitalize()

    def sentences(self) -> str:
        said = [self.words(5, 22) + "." for _ in range(self._chance.randint(1, 6))]
        if self._chance.random() < 0.3:
            said[0] = (
                f'<strong>{said[0]}</strong> <a href="https://example.com/{self.number()}/">{self.words(2, 4)}</a>'
            )
        return " ".join(said)

    def number(self) -> int:
        return self._chance.randint(1, 99_999)

    def paragraph(self) -> str:
        return f"<!-- wp:paragraph -->\n<p>{self.sentences()}</p>\n<!-- /wp:paragraph -->"

    def styled_paragraph(self) -> str:
        color = f"#{self.number():06x}"
        return (
            f'<!-- wp:paragraph {{"align":"center","style":{{"color":{{"text":"{color}"}}}}}} -->\n'
            f'<p class="has-text-align-center has-text-color" style="color:{color}">{self.sentences()}</p>\n'
            "<!-- /wp:paragraph -->"
        )

    def heading(self) -> str:
        level = self._chance.choice((2, 2, 3, 4))
        attributes = "" if level == 2 else f'{{"level":{level}}} '
        title = f'<h{level} class="wp-block-heading">{self.words(2, 8)}</h{level}>'
        return f"<!-- wp:heading {attributes}-->\n{title}\n<!-- /wp:heading -->"

    def image(self) -> str:
        number = self.number()
        return (
            f'<!-- wp:image {{"id":{number},"sizeSlug":"large","linkDestination":"none"}} -->\n'
            f'<figure class="wp-block-image size-large"><img src="https://example.com/files/{number}-1024x683.jpg" '
            f'alt="{self.words(3, 9)}" class="wp-image-{number}"/>'
            f'<figcaption class="wp-element-caption">{self.words(4, 14)}</figcaption></figure>\n<!-- /wp:image -->'
        )

    def bullets(self) -> str:
        items = "\n\n".join(
            f"<!-- wp:list-item -->\n<li>{self.words(3, 16)}</li>\n<!-- /wp:list-item -->"
            for _ in range(self._chance.randint(2, 7))
        )
        return f'<!-- wp:list -->\n<ul class="wp-block-list">{items}</ul>\n<!-- /wp:list -->'

    def quote(self) -> str:
        return (
            f'<!-- wp:quote -->\n<blockquote class="wp-block-quote">{self.paragraph()}<cite>{self.words(1, 3)}</cite>'
            "</blockquote>\n<!-- /wp:quote -->"
        )

    def separator(self) -> str:
        return (
            '<!-- wp:separator -->\n<hr class="wp-block-separator has-alpha-channel-opacity"/>\n<!-- /wp:separator -->'
        )

    def embed(self) -> str:
        url = f"https://video.example.com/watch/{self.number()}"
        return (
            f'<!-- wp:embed {{"url":"{url}","type":"video","providerNameSlug":"example","responsive":true}} -->\n'
            f'<figure class="wp-block-embed is-type-video"><div class="wp-block-embed__wrapper">\n{url}\n</div>'
            "</figure>\n"
            "<!-- /wp:embed -->"
        )

    def columns(self) -> str:
        columns = "\n\n".join(
            f'<!-- wp:column -->\n<div class="wp-block-column">{self.heading()}\n\n{self.paragraph()}</div>\n'
            "<!-- /wp:column -->"
            for _ in range(self._chance.randint(2, 3))
        )
        return f'<!-- wp:columns -->\n<div class="wp-block-columns">{columns}</div>\n<!-- /wp:columns -->'

    def group(self) -> str:
        inside = f"{self.heading()}\n\n{self.columns()}\n\n{self.image()}\n\n{self.paragraph()}"
        return (
            '<!-- wp:group {"style":{"spacing":{"padding":{"top":"2rem","bottom":"2rem"}}},'
            '"backgroundColor":"contrast","layout":{"type":"constrained"}} -->\n'
            '<div class="wp-block-group has-contrast-background-color has-background" '
            f'style="padding-top:2rem;padding-bottom:2rem">{inside}</div>\n<!-- /wp:group -->'
        )

    def latest_posts(self) -> str:
        return f'<!-- wp:latest-posts {{"postsToShow":{self._chance.randint(2, 9)},"displayPostDate":true}} /-->'

    def plugin(self) -> str:
        return (
            f'<!-- wp:example/notice {{"kind":"info","ref":"{self.number()}"}} -->\n'
            f'<div class="wp-block-example-notice">{self.words(6, 20)}</div>\n<!-- /wp:example/notice -->'
        )
