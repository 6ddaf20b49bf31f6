"""What WordPress itself sets: the presets, settings and styles under every theme (its own theme.json, 6.9)."""

from __future__ import annotations

from functools import lru_cache
from typing import Any, Final

_PALETTE: Final = {
    "Black": "#000000",
    "Cyan bluish gray": "#abb8c3",
    "White": "#ffffff",
    "Pale pink": "#f78da7",
    "Vivid red": "#cf2e2e",
    "Luminous vivid orange": "#ff6900",
    "Luminous vivid amber": "#fcb900",
    "Light green cyan": "#7bdcb5",
    "Vivid green cyan": "#00d084",
    "Pale cyan blue": "#8ed1fc",
    "Vivid cyan blue": "#0693e3",
    "Vivid purple": "#9b51e0",
}
_DUOTONE: Final = {  # shadows and highlights
    "Dark grayscale": "#000000 #7f7f7f",
    "Grayscale": "#000000 #ffffff",
    "Purple and yellow": "#8c00b7 #fcff41",
    "Blue and red": "#000097 #ff4747",
    "Midnight": "#000000 #00a5ff",
    "Magenta and yellow": "#c7005a #fff278",
    "Purple and green": "#a60072 #67ff66",
    "Blue and orange": "#1900d8 #ffa96b",
}
_GRADIENTS: Final = {  # from the upper left, colours at even distances
    "Vivid cyan blue to vivid purple": "6,147,227 155,81,224",
    "Light green cyan to vivid green cyan": "122,220,180 0,208,130",
    "Luminous vivid amber to luminous vivid orange": "252,185,0 255,105,0",
    "Luminous vivid orange to vivid red": "255,105,0 207,46,46",
    "Very light gray to cyan bluish gray": "238,238,238 169,184,195",
    "Cool to warm spectrum": "74,234,220 151,120,209 207,42,186 238,44,130 251,105,98 254,248,76",
    "Blush light purple": "255,206,236 152,150,240",
    "Blush bordeaux": "254,205,165 254,45,45 107,0,62",
    "Luminous dusk": "255,203,112 199,81,192 65,88,208",
    "Pale ocean": "255,245,203 182,227,212 51,167,181",
    "Electric grass": "202,248,128 113,206,126",
    "Midnight": "2,3,129 40,116,252",
}
_RATIOS: Final = {
    "square": ("Square - 1:1", "1"),
    "4-3": ("Standard - 4:3", "4/3"),
    "3-4": ("Portrait - 3:4", "3/4"),
    "3-2": ("Classic - 3:2", "3/2"),
    "2-3": ("Classic Portrait - 2:3", "2/3"),
    "16-9": ("Wide - 16:9", "16/9"),
    "9-16": ("Tall - 9:16", "9/16"),
}
_SHADOWS: Final = {
    "Natural": "6px 6px 9px rgba(0, 0, 0, 0.2)",
    "Deep": "12px 12px 50px rgba(0, 0, 0, 0.4)",
    "Sharp": "6px 6px 0px rgba(0, 0, 0, 0.2)",
    "Outlined": "6px 6px 0px -3px rgb(255, 255, 255), 6px 6px rgb(0, 0, 0)",
    "Crisp": "6px 6px 0px rgb(0, 0, 0)",
}
_FONT_SIZES: Final = {
    "small": ("Small", "13px"),
    "medium": ("Medium", "20px"),
    "large": ("Large", "36px"),
    "x-large": ("Extra Large", "42px"),
}
_BORDER: Final = ("color", "radius", "style", "width")
_INHERITED: Final = "fontSize fontFamily fontStyle fontWeight letterSpacing textTransform lineHeight"


@lru_cache(maxsize=1)
def core_theme_json() -> dict[str, Any]:
    """WordPress's own theme.json. Shared: not to be changed."""
    return {"version": 3, "settings": _settings(), "styles": _styles()}


def _settings() -> dict[str, Any]:
    return {
        "appearanceTools": False,
        "useRootPaddingAwareAlignments": False,
        "border": dict.fromkeys(_BORDER, False),
        "color": _color(),
        "dimensions": {
            "defaultAspectRatios": True,
            "aspectRatios": [{"name": name, "slug": slug, "ratio": ratio} for slug, (name, ratio) in _RATIOS.items()],
        },
        "shadow": {
            "defaultPresets": True,
            "presets": [{"name": name, "slug": _slug(name), "shadow": shadow} for name, shadow in _SHADOWS.items()],
        },
        "spacing": {
            "blockGap": None,
            "margin": False,
            "padding": False,
            "customSpacingSize": True,
            "defaultSpacingSizes": True,
            "units": ["px", "em", "rem", "vh", "vw", "%"],
            "spacingScale": {"operator": "*", "increment": 1.5, "steps": 7, "mediumStep": 1.5, "unit": "rem"},
        },
        "typography": _typography(),
        "blocks": {
            "core/button": {"border": {"radius": True}},
            "core/image": {"lightbox": {"allowEditing": True}},
            "core/pullquote": {"border": dict.fromkeys(_BORDER, True)},
        },
    }


def _color() -> dict[str, Any]:
    on = "background button caption custom customDuotone customGradient defaultDuotone defaultGradients defaultPalette"
    return {
        **dict.fromkeys(on.split(), True),
        "duotone": [{"name": name, "colors": colors.split(), "slug": _slug(name)} for name, colors in _DUOTONE.items()],
        "gradients": [
            {"name": name, "gradient": _gradient(colors.split()), "slug": _slug(name)}
            for name, colors in _GRADIENTS.items()
        ],
        "heading": True,
        "link": False,
        "palette": [{"name": name, "slug": _slug(name), "color": color} for name, color in _PALETTE.items()],
        "text": True,
    }


def _typography() -> dict[str, Any]:
    return {
        "customFontSize": True,
        "defaultFontSizes": True,
        "dropCap": True,
        "fontSizes": [{"name": name, "slug": slug, "size": size} for slug, (name, size) in _FONT_SIZES.items()],
        **dict.fromkeys(("fontStyle", "fontWeight", "letterSpacing"), True),
        "lineHeight": False,
        **dict.fromkeys(("textAlign", "textDecoration", "textTransform"), True),
        "writingMode": False,
    }


def _styles() -> dict[str, Any]:
    outline = {
        "border": {"width": "2px", "style": "solid", "color": "currentColor"},
        "color": {"text": "currentColor", "gradient": "transparent none"},
        "spacing": {"padding": _padding("0.667em", "1.33em")},
    }
    button = {
        "color": {"text": "#fff", "background": "#32373c"},
        "spacing": {"padding": _padding("calc(0.667em + 2px)", "calc(1.333em + 2px)")},
        "typography": {**dict.fromkeys(_INHERITED.split(), "inherit"), "textDecoration": "none"},
        "border": {"width": "0"},
    }
    return {
        "blocks": {
            "core/button": {"variations": {"outline": outline}},
            "core/site-logo": {"variations": {"rounded": {"border": {"radius": "9999px"}}}},
        },
        "elements": {"button": button, "link": {"typography": {"textDecoration": "underline"}}},
        "spacing": {"blockGap": "24px", "padding": _padding("0px", "0px")},
    }


def _padding(block: str, inline: str) -> dict[str, str]:
    return {"top": block, "right": inline, "bottom": block, "left": inline}


def _slug(name: str) -> str:
    return name.lower().replace(" and ", "-").replace(" ", "-")


def _gradient(colors: list[str]) -> str:
    step = 100 // (len(colors) - 1)
    stops = ",".join(f"rgb({color}) {index * step}%" for index, color in enumerate(colors))
    return f"linear-gradient(135deg,{stops})"
