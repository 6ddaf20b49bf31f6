"""Supports that many of WordPress's blocks declare alike, as block.json has them."""

from __future__ import annotations

from typing import Any, Final

Declared = dict[str, Any]

BORDER: Final[Declared] = {"color": True, "radius": True, "style": True, "width": True}

TYPOGRAPHY: Final[Declared] = {
    "fontSize": True,
    "lineHeight": True,
    "__experimentalFontFamily": True,
    "__experimentalFontWeight": True,
    "__experimentalFontStyle": True,
    "__experimentalTextTransform": True,
    "__experimentalTextDecoration": True,
    "__experimentalLetterSpacing": True,
}

WRITING: Final[Declared] = {**TYPOGRAPHY, "__experimentalWritingMode": True}

SPACING: Final[Declared] = {"margin": True, "padding": True}

BACKGROUND: Final[Declared] = {"backgroundImage": True, "backgroundSize": True}

LOOK_OF_NAVIGATION: Final = (
    "textColor",
    "customTextColor",
    "backgroundColor",
    "customBackgroundColor",
    "overlayTextColor",
    "customOverlayTextColor",
    "overlayBackgroundColor",
    "customOverlayBackgroundColor",
    "fontSize",
    "customFontSize",
    "showSubmenuIcon",
)
"""What blocks inside a navigation ask it for (`usesContext`): how its links look."""
