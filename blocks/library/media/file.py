"""Files to download."""

from __future__ import annotations

from blocks.fragment import RichText
from blocks.library.supports import BORDER, SPACING
from blocks.model.block import Block
from blocks.model.fields import attribute, comment, rich_text
from blocks.model.registry import block
from blocks.model.saved import Attributes, Element, Root, element, is_empty, printed

_LINK = "a:not([download])"


@block("core/file", category="media")
class File(Block):
    """A file: its name as a link, and a button to download it; a PDF may be shown.

    <div class="wp-block-file"><a href="…">…</a><a href="…" class="wp-block-file__button" download>Download</a></div>
    """

    supports = {
        "anchor": True,
        "align": True,
        "spacing": SPACING,
        "color": {"gradients": True, "link": True, "text": False},
        "__experimentalBorder": BORDER,
    }

    id: int | None = comment("id", "integer")
    blob: str | None = comment("blob", "string", role="local")
    href: str | None = comment("href", "string", role="content")
    file_id: str | None = attribute(_LINK, "id")
    file_name: RichText = rich_text(_LINK, role="content")
    text_link_href: str | None = attribute(_LINK, "href", role="content")
    text_link_target: str | None = attribute(_LINK, "target")
    show_download_button: bool = comment("showDownloadButton", "boolean", default=True)
    download_button_text: RichText = rich_text("a[download]", role="content")
    display_preview: bool | None = comment("displayPreview", "boolean")
    preview_height: int = comment("previewHeight", "integer", default=600)

    @staticmethod
    def save(a: Attributes, root: Root) -> Element | None:
        label = "PDF embed" if is_empty(a["fileName"]) else printed(a["fileName"])
        return file(a, root, label, "wp-block-file__button wp-element-button", a["fileId"])


def file(a: Attributes, root: Root, label: str, button: str, link_id: str | None) -> Element | None:
    """A file as it is saved; None without an address.

    `label` is what the preview is called, `button` the classes of the button. `link_id` is the id of the link: it
    describes the button.
    """
    if not a["href"]:
        return None
    described_by = None if is_empty(a["fileName"]) else link_id
    preview = {
        "class": "wp-block-file__embed",
        "data": a["href"],
        "type": "application/pdf",
        "style": {"width": "100%", "height": f"{printed(a['previewHeight'])}px"},
        "aria-label": label,
    }
    link = {
        "id": described_by,
        "href": a["textLinkHref"],
        "target": a["textLinkTarget"],
        "rel": "noreferrer noopener" if a["textLinkTarget"] else None,
    }
    download = {"href": a["href"], "class": button, "download": True, "aria-describedby": described_by}
    return element(
        "div",
        root(),
        element("object", preview) if a["displayPreview"] else None,
        None if is_empty(a["fileName"]) else element("a", link, printed(a["fileName"])),
        element("a", download, printed(a["downloadButtonText"])) if a["showDownloadButton"] else None,
    )
