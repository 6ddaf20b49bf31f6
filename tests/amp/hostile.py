"""Documents that are meant to break a cleaner, made of chance: the same for one number, on every machine.

`hostile(number)` is one with options for its rendering; `SOUP` makes raw HTML of the same pieces for Hypothesis.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from pathlib import Path
from random import Random
from typing import Any

from hypothesis import strategies as st

from tests.amp.hostile_pieces import ATTRIBUTES, AWKWARD, ELEMENTS, HALVES, MARKS, TEXTS, VALUES
from tests.corpus import inputs
from tests.hostile import Chance, names

Options = dict[str, Any]
OWN = Path(__file__).parents[1] / "conformance_data"


def hostile(number: int) -> tuple[str | bytes, Options]:
    """A document, and options for it. Each kind of document gets an equal share of the numbers."""
    kind = KINDS[number % len(KINDS)]
    author = Author(number)
    source = kind(author)
    options = author.options()
    return source, options


class Author:
    """Writes documents, of numbers of chance."""

    def __init__(self, number: int) -> None:
        self.random = Random(number)
        self.chance = Chance(number)

    def options(self) -> Options:
        """Mostly none; else a site, a request and a theme of any kind, and AMP's own options."""
        random = self.random
        if random.random() < 0.5:
            return {}
        known = ("site", "request", "theme_json", "filters", "profile", "smilies", "no_data")
        said = {name: value for name, value in self.chance.settings().items() if name in known}
        said["img"] = random.choice(("native", "native", "amp"))
        said["gallery"] = random.choice(("grid", "carousel"))
        return said

    # --------------------------------------------------------------------------------------------------- raw HTML

    def attribute(self) -> str:
        name, quote, value = (self.random.choice(one) for one in (ATTRIBUTES, ('"', '"', "'", "", None), VALUES))
        return f" {name}" if quote is None else f" {name}={quote}{value}{quote}"

    def tag(self, name: str | None = None) -> str:
        said = "".join(self.attribute() for _ in range(self.random.choice((0, 0, 1, 1, 2, 4))))
        return f"<{name or self.random.choice(ELEMENTS)}{said}{self.random.choice(('>', '>', '>', '/>', ' >', ''))}"

    def piece(self) -> str:
        random, pick = self.random, self.random.random()
        if pick < 0.4:
            return self.tag()
        if pick < 0.6:
            return f"</{random.choice(ELEMENTS)}>"
        if pick < 0.8:
            return random.choice(TEXTS)
        if pick < 0.95:
            return random.choice(HALVES)
        if pick < 0.98:
            return f"<{random.choice(ELEMENTS)}>" * random.randrange(1, 150)
        first, second = random.choice(ELEMENTS), random.choice(ELEMENTS)
        return f"<{first} id=x><{second}>x" * random.randrange(1, 60)

    def soup(self, most: int = 25) -> str:
        return "".join(self.piece() for _ in range(self.random.randrange(1, most)))

    # -------------------------------------------------------------------------------------------------- documents

    def html_blocks(self) -> str:
        """Soup, bare and inside blocks that show it as it is."""
        name = self.random.choice(("html", "html", "freeform", "shortcode", "paragraph", "group", "missing", "a/b"))
        inside = self.soup()
        parts = (inside, f"<!-- wp:{name} -->{inside}<!-- /wp:{name} -->", f"<!-- wp:group -->\n{inside}")
        return "".join(self.random.choice(parts) for _ in range(self.random.randrange(1, 4)))

    def any_block(self) -> str:
        """A block of each name in turn, with attributes of any kind and mangled HTML in it."""
        known = names()
        name = self.random.choice(known)
        document = self.chance.document(name)
        return document if self.random.random() < 0.4 else self.mangled(document)

    def mangled(self, markup: str) -> str:
        """Markup with pieces of soup in it, and some of it cut out, doubled or moved."""
        random = self.random
        for _ in range(random.choice((1, 1, 2, 3, 6))):
            start = self.place(markup)
            end = min(len(markup), start + random.choice((0, 1, 5, 20, 80)))
            cut = markup[start:end]
            pick = random.random()
            if pick < 0.45:
                markup = markup[:start] + self.piece() + markup[start:]
            elif pick < 0.65:
                markup = markup[:start] + markup[end:]
            elif pick < 0.8:
                markup = markup[:end] + cut + markup[end:]
            elif pick < 0.9:
                rest = markup[:start] + markup[end:]
                to = self.place(rest)
                markup = rest[:to] + cut + rest[to:]
            else:
                tag = markup.find(">", start)
                markup = markup[:tag] + self.attribute() + markup[tag:] if tag >= 0 else markup
        return markup

    def place(self, markup: str) -> int:
        """A place in markup, mostly before or behind a tag."""
        place = self.random.randrange(len(markup) + 1)
        pick = self.random.random()
        found = markup.find("<", place) if pick < 0.4 else markup.find(">", place) + 1 if pick < 0.7 else place
        return found if found > 0 else place

    def mutated(self) -> str:
        """A document of the corpus, mangled, or one of it in another."""
        first, second = self.random.choice(documents()), self.random.choice(documents())
        if self.random.random() < 0.3:
            place = self.place(first)
            first = first[:place] + second + first[place:]
        return self.mangled(first)

    def delimiters(self) -> str:
        """Documents of the corpus cut at their delimiters and put together in another order."""
        parts = [part for _ in range(3) for part in self.random.choice(documents()).split("<!-- ")]
        chosen = [self.random.choice(parts) for _ in range(self.random.randrange(2, 30))]
        return "<!-- ".join(chosen)

    def in_bytes(self) -> bytes:
        """Markup in bytes that are no UTF-8."""
        text = self.random.choice((self.soup, self.mutated, self.any_block))()
        made = bytearray(text.encode("utf-8", "surrogatepass"))
        for _ in range(self.random.randrange(1, 8)):
            made.insert(self.random.randrange(len(made) + 1), self.random.choice(b"\x00\x80\xc3\xe2\xff\x0c\r\x1b\xed"))
        return bytes(made)

    def deep(self) -> str:
        """A few elements or blocks inside each other, hundreds of times."""
        random = self.random
        openers: list[str] = []
        closers: list[str] = []
        for _ in range(random.randrange(1, 4)):
            if random.random() < 0.4:
                name = random.choice(
                    ("group", "columns", "list", "quote", "accordion", "gallery", "navigation", "table")
                )
                openers.append(f"<!-- wp:{name} -->")
                closers.append(f"<!-- /wp:{name} -->")
            tag = random.choice(ELEMENTS)
            openers.append(f"<{tag}>")
            closers.append(f"</{tag}>" if random.random() < 0.7 else "")
        count = random.choice((20, 89, 90, 91, 130, 400))
        middle = random.choice((self.piece(), self.chance.block(self.chance.name())))
        return "".join(openers) * count + middle + "".join(reversed(closers)) * random.choice((count, count // 2, 0))

    def huge(self) -> str:
        """A great many styles, classes, attributes or elements."""
        random = self.random
        size = random.choice((999, 1000, 1001, 2000, 30_000))
        style = random.choice(("color:red;", "--a:'x';", "background:url(a.png);", "margin:0!important;", "é:ü;"))
        forms: tuple[Callable[[], str], ...] = (
            lambda: f'<p style="{style * (size // len(style))}">x</p>',
            lambda: f'<p style="--a:{"x" * 900}">y</p>' * (size // 50),
            lambda: f'<p class="{"wp-block-group " * size}">y</p>',
            lambda: f"<p {' '.join(f'data-{number}={number}' for number in range(size // 10))}>y</p>",
            lambda: self.tag() * (size // 20),
            lambda: self.piece() * (size // 20),
            lambda: (
                f'<!-- wp:group {{"style":{{"color":{{"text":"{"x" * size}"}}}}}} --><div>x</div><!-- /wp:group -->'
            ),
            lambda: '<!-- wp:group {"layout":{"type":"flex"}} --><div>x</div><!-- /wp:group -->' * (size // 10),
            lambda: f'<img src="a.jpg" srcset="{", ".join(f"a{n}.jpg {n}w" for n in range(1, size // 10))}">',
        )
        return self.mangled("".join(random.choice(forms)() for _ in range(random.randrange(1, 3))))

    def awkward(self) -> str:
        """What AMP's own elements, marks and templates are made of, in any order."""
        parts = (*AWKWARD, *MARKS, *HALVES)
        chosen = [self.random.choice(parts) for _ in range(self.random.randrange(1, 8))]
        made = "".join(chosen if self.random.random() < 0.5 else (one + self.piece() for one in chosen))
        return made if self.random.random() < 0.5 else f"<!-- wp:html -->{self.mangled(made)}<!-- /wp:html -->"


KINDS: tuple[Callable[[Author], str | bytes], ...] = (
    Author.soup,
    Author.html_blocks,
    Author.any_block,
    Author.any_block,
    Author.mutated,
    Author.mutated,
    Author.delimiters,
    Author.in_bytes,
    Author.deep,
    Author.huge,
    Author.awkward,
)


@cache
def documents() -> tuple[str, ...]:
    """The inputs of this project's own corpus."""
    return tuple(path.read_bytes().decode("utf-8", "surrogateescape") for path in inputs(OWN))


# ------------------------------------------------------------------------------------------------------ for Hypothesis

_ATTRIBUTE = st.builds(
    lambda name, quote, value: f" {name}" if quote is None else f" {name}={quote}{value}{quote}",
    st.sampled_from(ATTRIBUTES),
    st.sampled_from(['"', "'", "", None]),
    st.sampled_from(VALUES),
)
_START = st.builds(
    lambda name, attributes, end: f"<{name}{''.join(attributes)}{end}",
    st.sampled_from(ELEMENTS),
    st.lists(_ATTRIBUTE, max_size=4),
    st.sampled_from([">", "/>", " >", ""]),
)
PIECE = st.one_of(
    _START,
    _START,
    st.sampled_from(ELEMENTS).map(lambda name: f"</{name}>"),
    st.sampled_from((*TEXTS, *HALVES, *AWKWARD, *MARKS)),
    st.tuples(st.sampled_from(ELEMENTS), st.integers(1, 150)).map(lambda pair: f"<{pair[0]}>" * pair[1]),
)
SOUP = st.lists(PIECE, max_size=25).map("".join)
