"""Typography of running text, as `wptexturize` sets it. The answers are those of WordPress 6.9.1."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from blocks.formatting.texturize import texturize
from tests.timing import assert_in_step

NAMES = ("gallery", "code")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", ""),
        ("0", "0"),
        ('it\'s "quoted"', "it&#8217;s &#8220;quoted&#8221;"),
        ("'cause of 'em", "&#8217;cause of &#8217;em"),
        ("the '90s", "the &#8217;90s"),
        ("'in 99'", "&#8216;in 99&#8217;"),
        ("6' 4\" tall", "6&#8242; 4&#8243; tall"),
        ('"He is 6\'4""', "&#8220;He is 6&#8217;4&#8243;&#8221;"),
        ("'0.42' and \"42\"", "&#8216;0.42&#8217; and &#8220;42&#8221;"),
        ("a -- b --- c - d--e xn--f", "a &#8212; b &#8212; c &#8211; d&#8211;e xn--f"),
        ("wait... (tm)", "wait&#8230; &#8482;"),
        ("``old''", "&#8220;old&#8221;"),
        ("9x9 1,024x768 0x9 00x9 1x2x3", "9&#215;9 1,024&#215;768 0x9 00&#215;9 1x2x3"),
        ("a & b &amp; &#38; &nope1; &toolongname;", "a &#038; b &amp; &#38; &nope1; &#038;toolongname;"),
        ("no\u00a0'break'", "no\u00a0&#8216;break&#8217;"),
        ("line\n'quoted'", "line\n&#8216;quoted&#8217;"),
    ],
)
def test_text(text: str, expected: str) -> None:
    assert texturize(text) == expected


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ('<a title="it\'s" href="?a&b">it\'s</a>', '<a title="it\'s" href="?a&#038;b">it&#8217;s</a>'),
        ("<pre>it's</pre> it's", "<pre>it's</pre> it&#8217;s"),
        ("<code><pre>a'b</code>c'd</pre>e'f", "<code><pre>a'b</code>c'd</pre>e'f"),
        ("<pre\tid>it's", "<pre\tid>it&#8217;s"),
        ("<!-- it's & --> it's", "<!-- it's & --> it&#8217;s"),
        ("a<b it's", "a<b it's"),
    ],
)
def test_tags_and_raw_elements_stay(html: str, expected: str) -> None:
    assert texturize(html) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('[gallery ids="1"] it\'s', '[gallery ids="1"] it&#8217;s'),
        ('[unknown ids="1"]', "[unknown ids=&#8221;1&#8243;]"),
        ("[code]it's[/code] it's", "[code]it's[/code] it&#8217;s"),
        ("[[code]]it's", "[[code]]it&#8217;s"),
    ],
)
def test_brackets_of_known_shortcodes_stay(text: str, expected: str) -> None:
    assert texturize(text, NAMES) == expected


@pytest.mark.parametrize("unit", ["1.1", "<", "'", '"', "[code ", "<!--", "&#1", "9x9.", "-"])
def test_time_goes_with_the_text(unit: str) -> None:
    def action(times: int) -> Callable[[], object]:
        text = unit * times + "x9 '"
        return lambda: texturize(text, NAMES)

    assert_in_step(action, 80_000)
