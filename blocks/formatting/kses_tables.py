"""Which elements and attributes `wp_kses()` lets through, in posts and in comments."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

Checks = Mapping[str, Any]
"""What the value of an attribute must be: `valueless`, `values`, `maxlen`, `minval` …, or `value_callback`."""

Allowed = Mapping[str, Mapping[str, bool | Checks]]
"""Element, attribute, and True or what its value must be; both names in lower case."""

URI_ATTRIBUTES: Final = frozenset(
    (
        *("action", "archive", "background", "cite", "classid", "codebase", "data", "formaction", "href", "icon"),
        *("longdesc", "manifest", "poster", "profile", "src", "usemap", "xmlns"),
    )
)
"""The attributes that are addresses (`wp_kses_uri_attributes()`)."""

_GLOBAL = (
    "aria-controls aria-current aria-describedby aria-details aria-expanded aria-hidden aria-label aria-labelledby"
    " aria-live class data-* dir hidden id lang style title role xml:lang"
)

_OWN = {
    "address abbr acronym b bdo big br cite code dd dfn dl dt em fieldset i kbd mark rb rp rt rtc"
    " ruby s samp search small strike strong sub sup title tt u var wbr": "",
    "article aside div figcaption figure footer h1 h2 h3 h4 h5 h6 header hgroup main nav p section span"
    " summary caption legend"
    " details": "align",
    "a": "href rel rev name target",
    "area": "alt coords href nohref shape target",
    "audio video": "autoplay controls loop muted preload src",
    "blockquote q ins": "cite",
    "button": "disabled name type value popovertarget popovertargetaction aria-haspopup",
    "col colgroup": "align char charoff span valign width",
    "data": "value",
    "del ins time": "datetime",
    "details": "open name",
    "dialog": "closedby open popover",
    "div ul": "popover",
    "font": "color face size",
    "hr": "align noshade size width",
    "img": "alt align border height hspace loading longdesc vspace src usemap width",
    "label": "for",
    "li": "align value",
    "map": "name",
    "menu ul ol": "type",
    "meter": "high low max min optimum value",
    "ol": "start reversed",
    "pre": "width",
    "progress": "max value",
    "table": "align bgcolor border cellpadding cellspacing rules summary width",
    "tbody tfoot thead tr td th": "align char charoff valign",
    "tr td th": "bgcolor",
    "td th": "abbr axis colspan headers height nowrap rowspan scope width",
    "textarea": "cols rows disabled name readonly",
    "track": "default kind label src srclang",
    "video": "height playsinline poster width",
    "math mtext mi mn mo mspace ms mrow mfrac msqrt mroot mstyle merror mpadded mphantom msub msup msubsup munder"
    " mover munderover mmultiscripts mprescripts mtable mtr mtd semantics annotation"
    " menclose": "displaystyle scriptlevel mathbackground mathcolor mathsize",
    "math": "display",
    "mi": "mathvariant",
    "mo": "form fence separator lspace rspace stretchy symmetric maxsize minsize largeop movablelimits",
    "mspace mpadded": "width height depth",
    "mpadded": "lspace voffset",
    "mfrac": "linethickness",
    "munder mover munderover": "accentunder accent",
    "mtable": "columnalign rowspacing columnspacing align rowalign columnlines rowlines frame framespacing width",
    "mtr mtd": "columnalign rowalign",
    "mtd": "columnspan rowspan",
    "annotation": "encoding",
    "menclose": "notation",
}


def _post() -> dict[str, dict[str, bool | Checks]]:
    table: dict[str, dict[str, bool | Checks]] = {}
    for elements, attributes in _OWN.items():
        for element in elements.split():
            table.setdefault(element, {}).update(dict.fromkeys(attributes.split(), True))
    table["a"]["download"] = {"valueless": "y"}
    table["object"] = {
        "data": {"required": True, "value_callback": is_pdf_address},
        "type": {"required": True, "values": ["application/pdf"]},
    }
    for attributes_of in table.values():
        attributes_of.update(dict.fromkeys(_GLOBAL.split(), True))
    return table


def is_pdf_address(address: str, host: str = "") -> bool:
    """Whether an `object` may show the address (`_wp_kses_allow_pdf_objects()`): a PDF of the host of the uploads."""
    if not host or "?" in address or "#" in address or not address.endswith(".pdf"):
        return False
    return address.startswith((f"http://{host}/", f"https://{host}/"))


POST: Final[Allowed] = _post()
"""`wp_kses_allowed_html( 'post' )`. An `object` passes only in a table of your own, with the host of your uploads."""
