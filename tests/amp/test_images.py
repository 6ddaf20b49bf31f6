"""What stands for pictures in AMP: `<img>` with its size or `<amp-img>`; the validator over every form."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import partial

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import blocks
from blocks.fragment import Token, tokens
from blocks.model.block import Block
from blocks.render.amp import rules
from blocks.render.amp.attributes import Say, cleaned
from blocks.render.amp.dimensions import Dimensions, Known
from blocks.render.amp.images import LIGHTBOX, Picture, is_lightbox, is_lightbox_button, picture
from tests import amp_validator
from tests.amp.pictures import SITE, UPLOADS, block, img
from tests.timing import assert_in_step


def shown(
    attributes: str, known: Known | None = None, within: Block | None = None, *, tag: str | None = None, **asked: bool
) -> tuple[Picture, list[str]]:
    problems: list[str] = []

    def say(code: str, _message: str) -> None:
        problems.append(code)

    values = values_of(img(attributes), say)
    made = picture(values, known, within, as_amp=asked.get("as_amp", False), lightbox=asked.get("lightbox", False),
                   say=say, tag=tag)  # fmt: skip
    return made, problems


def values_of(token: Token, say: Say) -> dict[str, str | None]:
    return cleaned("img", rules.HTML["img"], token.attributes, say)


SIZE = Known(300, 200, "site")


@pytest.mark.parametrize(
    ("tag", "expected"),
    [
        ('<img src="a.jpg" alt="It&#8217;s"/>', '<img src="a.jpg" alt="It&#8217;s" width="300" height="200"/>'),
        ("<IMG src=a.jpg />", '<IMG src=a.jpg width="300" height="200" />'),
        ("<img src='a.jpg' width=300>", "<img src='a.jpg' width=300 height=\"200\">"),
        ("<img src='a.jpg' width=300 height=200>", "<img src='a.jpg' width=300 height=200>"),
        ('<img src="a.jpg" width="auto" height="">', '<img src="a.jpg" width="300" height="200">'),
        ('<img src="a.jpg" width="50%">', '<img src="a.jpg" width="50%">'),
        ('<img src="a.jpg" height="0">', '<img src="a.jpg" height="0">'),
    ],
)
def test_a_native_picture_gets_the_size_that_it_lacks(tag: str, expected: str) -> None:
    attributes = tag[5:].rstrip("/>")
    made, problems = shown(attributes, SIZE, tag=tag)
    assert (made, problems) == (Picture(expected), [])
    assert shown(attributes, None, tag=tag) == (Picture(tag), [])


def test_a_picture_of_unknown_size_stays_native_and_says_so() -> None:
    assert shown('src="a.jpg"', as_amp=True) == (Picture('<img src="a.jpg">'), ["unknown-dimensions"])
    assert shown('src="a.jpg"', lightbox=True) == (Picture('<img src="a.jpg">'), ["unknown-dimensions"])
    assert shown('src="a.jpg"', Known(1, 1, "attributes"), as_amp=True)[0].html.startswith("<img ")


WIDE = block("image", '{"align":"wide"}')
FILLED = block("media-text", '{"imageFill":true}')


@pytest.mark.parametrize(
    ("attributes", "known", "within", "expected"),
    [
        ('src="a.jpg" alt="x"', SIZE, None, 'layout="intrinsic" width="300" height="200" src="a.jpg" alt="x"'),
        ('src="a.jpg"', Known(32, 20, "site"), None, 'layout="fixed" width="32" height="20" src="a.jpg"'),
        ('src="a.jpg"', SIZE, WIDE, 'layout="responsive" width="300" height="200" src="a.jpg"'),
        ('src="a.jpg" style="width:9px"', Known(90, 60, "site"), WIDE,
         'layout="intrinsic" width="9" height="6" src="a.jpg"'),
        ('src="a.jpg" width="100%"', SIZE, None, 'layout="responsive" width="300" height="200" src="a.jpg"'),
        ('src="a.jpg"', None, FILLED, 'layout="fill" src="a.jpg" object-fit="cover"'),
        ('class="wp-block-cover__image-background x" src="a.jpg" style="object-position:20% 30%;opacity:.5" width=3', SIZE,
         None, 'layout="fill" class="wp-block-cover__image-background x" src="a.jpg" style="opacity:.5" '
         'object-fit="cover" object-position="20% 30%"'),
        ('class="wp-block-cover__image-background" src="a.jpg" data-object-fit="contain" data-object-position="0% 9%"',
         None, None, 'layout="fill" class="wp-block-cover__image-background" src="a.jpg" data-object-fit="contain" '
         'data-object-position="0% 9%" object-fit="contain" object-position="0% 9%"'),
        ('src="a.jpg" srcset="a.jpg 1x" sizes="auto, 100vw" loading=lazy decoding=async fetchpriority=high', SIZE, None,
         'layout="intrinsic" width="300" height="200" src="a.jpg" srcset="a.jpg 1x" sizes="100vw" '
         "disable-inline-width data-hero"),
        ('src="a.jpg" srcset="a.jpg 1x" sizes="auto"', SIZE, None,
         'layout="intrinsic" width="300" height="200" src="a.jpg" srcset="a.jpg 1x"'),
        ('src="a.jpg" style="aspect-ratio:1;object-fit:contain;width:100px;border-radius:4px"', SIZE, None,
         'layout="intrinsic" width="100" height="100" src="a.jpg" style="border-radius:4px" object-fit="contain"'),
        ('src="a.jpg" style="width:150px;height:auto"', SIZE, None,
         'layout="intrinsic" width="150" height="100" src="a.jpg"'),
        ('src="a.jpg" style="height:60px;aspect-ratio:2"', SIZE, None,
         'layout="intrinsic" width="120" height="60" src="a.jpg"'),
        ('src="a.jpg" style="aspect-ratio:3/1;width:50%"', SIZE, None,
         'layout="intrinsic" width="300" height="100" src="a.jpg" style="width:50%"'),
        ('src="a.jpg" style="object-fit:inherit"', SIZE, None,
         'layout="intrinsic" width="300" height="200" src="a.jpg" style="object-fit:inherit"'),
    ],
)  # fmt: skip
def test_amp_img(attributes: str, known: Known | None, within: Block | None, expected: str) -> None:
    assert shown(attributes, known, within, as_amp=True) == (Picture(f"<amp-img {expected}></amp-img>"), [])


def test_attributes_that_amp_img_does_not_take_are_told() -> None:
    made, problems = shown('src="a.jpg" name="x" usemap="#m" border=1', SIZE, as_amp=True)
    assert made.html == '<amp-img layout="intrinsic" width="300" height="200" src="a.jpg"></amp-img>'
    assert problems == ["unsupported-content"] * 3


def test_a_lightbox_becomes_that_of_amp_in_any_mode() -> None:
    made, problems = shown('data-wp-on--click="actions.showLightbox" data-wp-init=x data-id=5 src="a.jpg"', SIZE,
                           lightbox=True)  # fmt: skip
    assert made == Picture(
        '<amp-img layout="intrinsic" width="300" height="200" data-id="5" src="a.jpg" lightbox></amp-img>', LIGHTBOX
    )
    assert problems == []


@pytest.mark.parametrize(
    "attribute",
    [
        'data-wp-on--click="actions.showLightbox"',  # 6.5
        'data-wp-on-async--click="actions.showLightbox"',  # 6.6, 6.7
        'data-wp-on--click="actions.core.image.showLightbox"',  # 6.4
    ],
)
def test_what_wordpress_lets_open_large_is_known(attribute: str) -> None:
    assert is_lightbox(img(f'src="a.jpg" {attribute}'))
    button = next(tokens(f'<button class="lightbox-trigger" {attribute}>'))
    assert is_lightbox_button(button)
    assert not is_lightbox(button)


def test_what_does_not_open_large_is_no_lightbox() -> None:
    assert not is_lightbox(img('src="a.jpg" alt="showLightbox" data-wp-on--load="actions.showLightbox"'))
    assert not is_lightbox_button(next(tokens('<button data-wp-on--click="actions.hideLightbox">')))


def test_the_lightbox_that_the_server_draws_is_known() -> None:
    markup = (
        '<!-- wp:image {"lightbox":{"enabled":true}} --><figure class="wp-block-image"><img src="a.jpg" alt=""/>'
        "</figure><!-- /wp:image -->"
    )
    found = [token for token in tokens(blocks.render(markup, "html")) if token.kind == "start"]
    assert [token.name for token in found if is_lightbox(token) or is_lightbox_button(token)] == ["img", "button"]


# ------------------------------------------------------------------------------------------------------ hostile content

pieces = st.sampled_from(
    ["300", "0", "-1", "50%", "auto", "1e9", "9" * 6, "300px", "x", "", "'", ";", ":", "url(data:a;b)", "width:", "\0",
     "height:9px", "aspect-ratio:", "1/0", "object-fit:", "cover", "calc(", ")", "a-3x2.jpg", "a.jpg 3w", ",", " ", "é",
     "wp-image-5", "wp-block-cover__image-background", "data:image/gif;base64,R0lGODlhBwAFA", "//example.com/", "[", "\\",
     "auto, 100vw", "(max-width:", "!important", UPLOADS + "/lake.jpg", "?resize=", "1,2"]
)  # fmt: skip
values = st.lists(pieces, max_size=5).map("".join)
names = st.sampled_from(
    [
        "src",
        "srcset",
        "sizes",
        "width",
        "height",
        "style",
        "class",
        "alt",
        "data-id",
        "data-object-fit",
        "data-object-position",
        "fetchpriority",
        "loading",
        "usemap",
        "border",
        "data-src",
        "title",
        "id",
        "data-wp-on--click",
    ]
)
pictures = st.dictionaries(names, values, max_size=7)


def forms(attributes: dict[str, str]) -> list[str]:
    """Every form of a picture, with what the sources know of it and with a size that is given."""
    spelled = " ".join(f'{name}="{value}"' for name, value in attributes.items())
    out = []
    for within in (None, WIDE, FILLED):
        for size in (Dimensions(SITE).of(img(spelled), within), SIZE):
            for as_amp, lightbox in ((False, False), (True, False), (False, True)):
                made, _ = shown(f'src="a.jpg" {spelled}', size, within, as_amp=as_amp, lightbox=lightbox)
                out.append(made.html)
    return out


@given(pictures)
def test_no_picture_raises_and_every_size_is_a_positive_number(attributes: dict[str, str]) -> None:
    for html in forms(attributes):
        (tag,) = [token for token in tokens(html) if token.kind == "start"]
        assert tag.name in ("img", "amp-img")
        if tag.name == "amp-img" and tag.get("layout") != "fill":
            assert all(re.fullmatch("[1-9][0-9]{0,5}", tag.get(side) or "") for side in ("width", "height"))
        spelled = [one[0] for one in re.findall(r'\s([a-z-]+)(="[^"]*")?(?=[\s>])', html)]
        assert len(spelled) == len(set(spelled))


HUGE = [
    lambda size: f'src="{"-1x" * size}"',
    lambda size: f'src="{"/" * size}a{"%" * size}/"',
    lambda size: f'src="a.jpg?{"&resize=" * size}"',
    lambda size: f'src="data:{"a" * size}"',
    lambda size: f'src="//{"a" * size}"',
    lambda size: f'style="{"width:" * size}{";width:1px" * size}"',
    lambda size: f'style="aspect-ratio:auto{" " * size}x;width:{"1" * size}px"',
    lambda size: f'srcset="{"a" * size}{" 1w,a" * size}{"," * size}" src="b.jpg"',
    lambda size: f'srcset="a 1x" sizes="{"auto" * size}{", auto" * size}"',
    lambda size: f'class="{"wp-image-1" * size}{" wp-image-1" * size}"',
    lambda size: f'width="{"1" * size}" height="{" " * size}1"',
]


@pytest.mark.parametrize("attributes", HUGE)
def test_time_is_linear(attributes: Callable[[int], str]) -> None:
    def prepare(size: int) -> Callable[[], object]:
        token = img(attributes(size))
        return partial(made_of, token, {one.name: one.value for one in token.attributes})

    def made_of(token: Token, values: dict[str, str | None]) -> None:
        found = Dimensions(SITE).of(token)
        picture(values, found or SIZE, as_amp=True, lightbox=False, say=lambda _code, _message: None)

    assert_in_step(prepare, 100_000)


# ---------------------------------------------------------------------------------------------------------- validator

CONTEXTS = (
    "{}", "<p>{}</p>", "<table><tbody><tr><td>{}</td></tr></tbody></table>", "<button>{}</button>",
    '<a href="#">{}</a>', "<ul><li>{}</li></ul>", "<figure>{}<figcaption>x</figcaption></figure>", "<h2>{}</h2>",
    "<details><summary>{}</summary></details>", "<label>{}</label>", "<pre>{}</pre>", "<span>{}</span>",
)  # fmt: skip


def page(body: str) -> str:
    """A page with AMP's runtime and its lightbox."""
    whole = blocks.render('<video src="https://example.com/a.mp4"></video>', "amp")
    head = whole[: whole.index("<body")]
    script = '<script async custom-element="amp-video"'
    gallery = (
        f'<script async custom-element="{LIGHTBOX}" src="https://cdn.ampproject.org/v0/{LIGHTBOX}-0.1.js"></script>'
    )
    return f"{head.replace(script, gallery + script, 1)}<body>{body}</body></html>"


@pytest.mark.skipif(amp_validator.missing() is not None, reason=str(amp_validator.missing()))
def test_the_validator_takes_every_form() -> None:
    found: list[str] = []

    @settings(max_examples=60, database=None, derandomize=True, deadline=None)
    @given(pictures)
    def collect(attributes: dict[str, str]) -> None:
        found.extend(forms(attributes))

    collect()
    written = forms({"alt": "x", "title": "&<\"'>", "class": "a", "lang": "de", "aria-label": "y", "role": "img"})
    pages = [amp_validator.Page(html, page(context.format(html))) for html in written for context in CONTEXTS]
    pages += [amp_validator.Page(html, page(html)) for html in dict.fromkeys(found)]
    assert len(pages) > 300
    failed = [(verdict.page.name, verdict.errors) for verdict in amp_validator.validated(pages) if not verdict.passed]
    assert failed == []


BUTTON = '<button data-wp-on--click="actions.showLightbox" aria-label="Enlarge">{}</button>'
LARGE = '<img src="a-30x20.jpg" data-wp-on--click="actions.showLightbox">'
ICON = '<svg viewBox="0 0 12 12"><path d="M2 0"/></svg>'


@pytest.mark.parametrize(
    ("html", "has_button", "codes"),
    [
        (LARGE + BUTTON.format(ICON), False, []),
        (f"<p>{LARGE}</p>\n{BUTTON.format(ICON)}", False, []),
        (LARGE + BUTTON.format("Buy now"), True, []),
        (BUTTON.format("Buy now"), True, []),
        (BUTTON.format("<p>Buy now</p>"), True, []),
        (BUTTON.format('<img src="a-3x2.jpg">'), True, []),
        (BUTTON.format(ICON), False, ["unsupported-content"]),
        ('<img src="a-30x20.jpg">' + BUTTON.format(ICON), False, ["unsupported-content"]),
    ],
)
def test_the_button_of_a_large_picture_goes_and_no_other(html: str, has_button: bool, codes: list[str]) -> None:
    made = blocks.convert(html, "amp", fragment=True)
    assert ("<button" in made.output) == has_button
    assert [problem.code for problem in made.rendering_problems] == codes
    assert ("Buy now" in made.output) == ("Buy now" in html)
