"""AMP's rules as tables: which elements a page may hold, which attributes on them, with which values.

They are what the official validator (1.0.38, as WebAssembly) answered when every name and many values were tried on
it; `python -m tests.amp_validator` tries every entry of them again. Names are in lower case, SVG's too.
"""

from __future__ import annotations

from typing import Final


def words(text: str) -> frozenset[str]:
    """The words of a text, as a set."""
    return frozenset(text.split())


# ------------------------------------------------------------------------------------------------------- elements

_PLAIN = words(
    "abbr acronym address article aside b bdi bdo big br caption center cite code data datalist dd dfn dir dl dt em "
    "figcaption figure footer header hgroup hr i kbd legend listing main mark nav nobr pre rb rp rt rtc ruby s samp "
    "section small span strike strong sub summary sup tbody tfoot thead tt u ul var wbr"
)

HTML: Final[dict[str, frozenset[str]]] = {
    **dict.fromkeys(_PLAIN, words("")),
    **dict.fromkeys(words("div h1 h2 h3 h4 h5 h6 p"), words("align")),
    "a": words("border download href hreflang media name referrerpolicy target type"),
    "blockquote": words("align cite"),
    "button": words("disabled name type value"),
    "col": words("span"),
    "colgroup": words("span"),
    "del": words("cite datetime"),
    "details": words("open"),
    "fieldset": words("disabled name"),
    "form": words("accept accept-charset action autocomplete enctype method novalidate target"),
    "img": words(
        "alt border crossorigin decoding fetchpriority height hspace importance ismap loading name referrerpolicy "
        "sizes src srcset usemap vspace width"
    ),
    "input": words(
        "accept autocomplete autofocus checked disabled enterkeyhint height inputmode list max maxlength min "
        "minlength multiple name pattern placeholder readonly required selectiondirection size spellcheck step type "
        "value width"
    ),
    "ins": words("cite datetime"),
    "label": words("for"),
    "li": words("value"),
    "meter": words("high low max min optimum value"),
    "ol": words("reversed start type"),
    "optgroup": words("disabled label"),
    "option": words("disabled label selected value"),
    "output": words("for form name"),
    "progress": words("max value"),
    "q": words("cite"),
    "select": words("autofocus disabled multiple name required size"),
    "table": words("align bgcolor border cellpadding cellspacing width"),
    "td": words("align bgcolor colspan headers height rowspan valign width"),
    "textarea": words(
        "autocomplete autofocus cols disabled maxlength minlength name pattern placeholder readonly required rows "
        "selectiondirection spellcheck wrap"
    ),
    "th": words("abbr align bgcolor colspan headers height rowspan scope valign width"),
    "time": words("datetime"),
    "tr": words("align bgcolor height valign"),
}
"""The elements that may stand in the body, each with the attributes of its own."""

_CORE = words("xml:lang xml:space xmlns xmlns:xlink")
_LOOK = _CORE | words(
    "alignment-baseline baseline-shift clip clip-path clip-rule color color-interpolation color-interpolation-filters "
    "color-profile color-rendering cursor direction display dominant-baseline enable-background fill fill-opacity "
    "fill-rule filter flood-color flood-opacity focusable font-family font-size font-size-adjust font-stretch "
    "font-style font-variant font-weight glyph-orientation-horizontal glyph-orientation-vertical image-rendering "
    "kerning letter-spacing lighting-color marker-end marker-mid marker-start mask opacity pointer-events "
    "shape-rendering stop-color stop-opacity stroke stroke-dasharray stroke-dashoffset stroke-linecap stroke-linejoin "
    "stroke-miterlimit stroke-opacity stroke-width text-anchor text-decoration text-rendering unicode-bidi "
    "vector-effect visibility word-spacing writing-mode"
)
_IF = words("externalresourcesrequired requiredextensions requiredfeatures systemlanguage")
_TO = words("href xlink:actuate xlink:arcrole xlink:href xlink:role xlink:show xlink:title xlink:type")
_BOX = words("height width x y")
_STEP = _LOOK | _BOX | words("result")  # one step of a filter

SVG: Final[dict[str, frozenset[str]]] = {
    "a": HTML["a"],
    "circle": _LOOK | _IF | words("cx cy r transform"),
    "clippath": _LOOK | _IF | words("clippathunits transform"),
    "defs": _LOOK | _IF | words("transform"),
    "desc": _CORE,
    "ellipse": _LOOK | _IF | words("cx cy rx ry transform"),
    "feblend": _STEP | words("in in2 mode"),
    "fecolormatrix": _STEP | words("in type values"),
    "fecomponenttransfer": _STEP,
    "fecomposite": _STEP | words("in in2 k1 k2 k3 k4 operator"),
    "feconvolvematrix": _STEP
    | words("bias divisor edgemode in kernelmatrix kernelunitlength order preservealpha targetx targety"),
    "fediffuselighting": _STEP | words("diffuseconstant in kernelunitlength surfacescale"),
    "fedisplacementmap": _STEP | words("in in2 scale xchannelselector ychannelselector"),
    "fedistantlight": _CORE | words("azimuth elevation"),
    "fedropshadow": _STEP | words("dx dy stddeviation"),
    "feflood": _STEP,
    **dict.fromkeys(
        ("fefunca", "fefuncb", "fefuncg", "fefuncr"),
        _CORE | words("amplitude exponent intercept offset slope tablevalues type"),
    ),
    "fegaussianblur": _STEP | words("edgemode in stddeviation"),
    "femerge": _STEP,
    "femergenode": _CORE | words("in"),
    "femorphology": _STEP | words("in operator radius"),
    "feoffset": _STEP | words("dx dy in"),
    "fepointlight": _CORE | words("x y z"),
    "fespecularlighting": _STEP | words("in kernelunitlength specularconstant specularexponent surfacescale"),
    "fespotlight": _CORE | words("limitingconeangle pointsatx pointsaty pointsatz specularexponent x y z"),
    "fetile": _STEP | words("in"),
    "feturbulence": _STEP | words("basefrequency numoctaves seed stitchtiles type"),
    "filter": _LOOK | _BOX | _TO | words("externalresourcesrequired filterres filterunits primitiveunits"),
    "g": _LOOK | _IF | words("transform"),
    "image": _LOOK | _IF | _BOX | _TO | words("preserveaspectratio transform"),
    "line": _LOOK | _IF | words("transform x1 x2 y1 y2"),
    "lineargradient": _LOOK
    | _TO
    | words("externalresourcesrequired gradienttransform gradientunits spreadmethod x1 x2 y1 y2"),
    "marker": _LOOK
    | words(
        "externalresourcesrequired markerheight markerunits markerwidth orient preserveaspectratio refx refy "
        "transform viewbox"
    ),
    "mask": _LOOK | _IF | _BOX | words("maskcontentunits maskunits"),
    "metadata": _CORE,
    "path": _LOOK | _IF | words("d pathlength transform"),
    "pattern": _LOOK
    | _IF
    | _BOX
    | _TO
    | words("patterncontentunits patterntransform patternunits preserveaspectratio viewbox"),
    "polygon": _LOOK | _IF | words("points transform"),
    "polyline": _LOOK | _IF | words("points transform"),
    "radialgradient": _LOOK
    | _TO
    | words("cx cy externalresourcesrequired fr fx fy gradienttransform gradientunits r spreadmethod"),
    "rect": _LOOK | _IF | _BOX | words("rx ry transform"),
    "stop": words("offset stop-color stop-opacity"),
    "svg": _LOOK | _IF | _BOX | words("contentscripttype contentstyletype preserveaspectratio viewbox zoomandpan"),
    "switch": _LOOK | words("requiredextensions requiredfeatures systemlanguage"),
    "symbol": _LOOK | words("externalresourcesrequired height preserveaspectratio viewbox width"),
    "text": _LOOK | _IF | words("dx dy lengthadjust rotate textlength transform x y"),
    "textpath": _LOOK | _IF | _TO | words("method spacing startoffset"),
    "title": _CORE,
    "tref": _LOOK | _IF | _TO,
    "tspan": _LOOK | _IF | words("dx dy lengthadjust rotate textlength x y"),
    "use": _LOOK | _IF | _BOX | _TO | words("transform"),
    "view": _CORE | words("externalresourcesrequired preserveaspectratio viewbox viewtarget zoomandpan"),
}
"""The elements that may stand in an SVG picture, with their attributes."""

MATHML: Final = words(
    "annotation annotation-xml math menclose merror mfenced mfrac mi mmultiscripts mn mo mover mpadded mphantom "
    "mprescripts mroot mrow ms mspace msqrt mstyle msub msubsup msup mtable mtd mtext mtr munder munderover semantics"
)
"""The elements of formulas, none of which may stand in a page."""

PARENT: Final = {
    "fedropshadow": "filter",
    **dict.fromkeys(("fefunca", "fefuncb", "fefuncg", "fefuncr"), "fecomponenttransfer"),
    "optgroup": "select",
    "summary": "details",
}
"""Elements that must be the children of another one."""

ANCESTOR: Final = {"stop": words("lineargradient radialgradient")}
"""Elements that must stand somewhere inside one of these."""

VOID: Final = words("br col hr img input wbr")
"""The elements above that have no content and no end tag."""

RENAMED: Final = {
    "amp-anim": "img",
    "amp-img": "img",
    "dialog": "div",
    "image": "img",
    "menu": "ul",
    "plaintext": "pre",
    "search": "div",
    "xmp": "pre",
}
"""Elements that AMP does not know, and what does the same."""

DROPPED: Final = words(
    "applet embed frame iframe link meta base basefont bgsound noembed noframes param script source style "
    "template title track"
)
"""Elements that are left out with all that is in them: no reader sees it, or it would act."""

# ----------------------------------------------------------------------------------------------------- attributes

GLOBAL: Final = words(
    "about accesskey class content datatype dir draggable hidden id inlist itemid itemprop itemref itemscope itemtype "
    "lang prefix property rel resource rev role slot style tabindex title translate typeof vocab"
)
"""Attributes that every element may bear; `data-*` and those of `ARIA` are others."""

ARIA: Final = words(
    "aria-activedescendant aria-atomic aria-autocomplete aria-busy aria-checked aria-controls aria-current "
    "aria-describedby aria-disabled aria-dropeffect aria-expanded aria-flowto aria-grabbed aria-haspopup aria-hidden "
    "aria-invalid aria-label aria-labelledby aria-level aria-live aria-multiline aria-multiselectable "
    "aria-orientation aria-owns aria-posinset aria-pressed aria-readonly aria-relevant aria-required aria-selected "
    "aria-setsize aria-sort aria-valuemax aria-valuemin aria-valuenow aria-valuetext"
)

COMPONENTS: Final[dict[str, frozenset[str]]] = {
    "amp-video": words(
        "autoplay controls controlslist crossorigin disableremoteplayback loop muted poster preload src"
    ),
    "amp-audio": words("autoplay controls controlslist loop muted preload src"),
    "amp-iframe": words("allow allowfullscreen frameborder referrerpolicy sandbox scrolling src srcdoc"),
}
"""What AMP's players take of the attributes of `<video>`, `<audio>` and `<iframe>`."""

OF_LAYOUT: Final = words("data-hero disable-inline-width heights i-amphtml-layout layout lightbox noloading sizes")
"""What AMP's own elements in content say of how they lie there; they are laid out anew."""

UNREMARKABLE: Final = words(
    "playsinline disablepictureinpicture decoding loading marginheight marginwidth frameborder xmlns allowfullscreen "
    "elementtiming attributionsrc fetchpriority spellcheck version"
)
"""Attributes whose loss changes nothing that anybody reads; they go without a word."""

NEVER_IDS: Final = words(
    "$p $proxy __count__ __definegetter__ __definesetter__ __lookupgetter__ __lookupsetter__ __nosuchmethod__ "
    "__parent__ __proto__ acceptcharset addeventlistener amp appendchild assignedslot attachshadow baseuri "
    "checkvalidity childelementcount childnodes classlist classname clientheight clientleft clienttop clientwidth "
    "comparedocumentposition computedname computedrole contenteditable createshadowroot enqueaction firstchild "
    "firstelementchild getanimations getattribute getattributenode getattributenodens getattributens "
    "getboundingclientrect getclientrects getdestinationinsertionpoints getelementsbyclassname getelementsbytagname "
    "getelementsbytagnamens getrootnode hasattribute hasattributens hasattributes haschildnodes haspointercapture "
    "innerhtml innertext inputmode insertadjacentelement insertadjacenthtml insertadjacenttext iscontenteditable "
    "isdefaultnamespace isequalnode issamenode lastchild lastelementchild lookupnamespaceuri mozdropzone "
    "mozmatchesselector mozrequestfullscreen msdropzone msmatchesselector msrequestfullscreen namespaceuri "
    "nextelementsibling nextsibling nodename nodetype nodevalue odropzone offsetheight offsetleft offsetparent "
    "offsettop offsetwidth omatchesselector orequestfullscreen outerhtml outertext ownerdocument parentelement "
    "parentnode previouselementsibling previoussibling queryselector queryselectorall releasepointercapture "
    "removeattribute removeattributenode removeattributens removechild removeeventlistener replacechild "
    "reportvalidity requestpointerlock scrollheight scrollintoview scrollintoviewifneeded scrollleft scrollwidth "
    "setattribute setattributenode setattributenodens setattributens setpointercapture shadowroot stylemap tabindex "
    "tagname textcontent tostring valueof webkitdropzone webkitmatchesselector webkitrequestfullscreen"
)
"""Names that would hide what AMP's runtime calls on an element; in lower case, as the validator compares them."""

NEVER_REL: Final = words(
    "components dns-prefetch import manifest preconnect prefetch preload prerender serviceworker stylesheet subresource"
)
"""Words that `rel` may hold only on AMP's own links."""

INPUT_TYPES_OF_POST: Final = words("file image password")
"""Types of `<input>` that stand only in a form whose method is POST."""
