"""How files were saved."""

from __future__ import annotations

from blocks.library.media import File
from blocks.library.media.file import file
from blocks.model.fields import attribute, comment, html
from blocks.model.saved import Attributes, Element, Root, is_empty
from blocks.model.shape import Shape, deprecates

_LINK = "a:not([download])"


class _Labelled(Shape):
    """A file whose preview had a label made of words and the file's name."""

    supports = {"anchor": True, "align": True}

    id = comment("id", "number")
    href = comment("href", "string")
    file_name = html(_LINK)
    text_link_href = attribute(_LINK, "href")
    text_link_target = attribute(_LINK, "target")
    show_download_button = comment("showDownloadButton", "boolean", default=True)
    download_button_text = html("a[download]")
    display_preview = comment("displayPreview", "boolean")
    preview_height = comment("previewHeight", "number", default=600)


class LabelledByWords(_Labelled):
    """With a preview called "Embed of …" (in English: other languages fit no shape).

    <div class="wp-block-file"><object class="wp-block-file__embed" aria-label="Embed of a.pdf."></object>…</div>
    """

    file_id = attribute(_LINK, "id")

    @staticmethod
    def save(a: Attributes, root: Root) -> Element | None:
        return file(a, root, _label(a), "wp-block-file__button wp-element-button", a["fileId"])


class WithoutButtonClass(_Labelled):
    """Before WordPress 6.1, with a button that is no `wp-element-button`.

    <div class="wp-block-file"><a id="…" href="…">…</a><a href="…" class="wp-block-file__button" download>…</a></div>
    """

    file_id = attribute(_LINK, "id")

    @staticmethod
    def save(a: Attributes, root: Root) -> Element | None:
        return file(a, root, _label(a), "wp-block-file__button", a["fileId"])


class NotDescribed(_Labelled):
    """With a button that nothing describes.

    <div class="wp-block-file"><a href="…">…</a><a href="…" class="wp-block-file__button" download>…</a></div>
    """

    @staticmethod
    def save(a: Attributes, root: Root) -> Element | None:
        return file(a, root, _label(a), "wp-block-file__button", None)


def _label(a: Attributes) -> str:
    return "PDF embed" if is_empty(a["fileName"]) else f"Embed of {a['fileName']}."


deprecates(File, LabelledByWords, WithoutButtonClass, NotDescribed)
