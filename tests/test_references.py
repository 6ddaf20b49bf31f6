"""Character references as browsers read them."""

from __future__ import annotations

import pytest

from blocks.fragment import RichText, equivalent, tokens
from blocks.fragment.references import decoded

REFERENCES = {
    "plain text": "plain text",
    "&amp;&lt;&gt;&quot;&nbsp;": '&<>"\xa0',
    "&#8211;&#x2013;&#X2013;": "–––",
    "&#38;lt;": "&lt;",
    "&#150; is what Windows-1252 has there": "– is what Windows-1252 has there",
    "&#1;&#x1f;": "\x01\x1f",
    "&#0;&#xd800;&#x110000;": "\ufffd\ufffd\ufffd",
    "&" + "#" + "9" * 5_000 + ";": "\ufffd",
    "&#" + "0" * 5_000 + "65;": "A",
    "&ampx &notit; &nosuch; & &;": "&x ¬it; &nosuch; & &;",
}


@pytest.mark.parametrize("html", REFERENCES, ids=lambda html: html[:20])
def test_references_are_decoded_once(html: str) -> None:
    assert decoded(html) == REFERENCES[html]
    assert "".join(token.value for token in tokens(html)) == REFERENCES[html]
    assert RichText(html).text == REFERENCES[html]


def test_a_reference_of_thousands_of_digits_is_read_in_an_attribute_too() -> None:
    tag = f'<a title="&#{"9" * 10_000};">'
    assert [token.get("title") for token in tokens(tag)] == ["\ufffd"]
    assert equivalent(tag + "</a>", '<a title="\ufffd"></a>')
