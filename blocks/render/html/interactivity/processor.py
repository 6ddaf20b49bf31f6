"""A tag processor that knows which end tag closes an element (`WP_Interactivity_API_Directives_Processor`)."""

from __future__ import annotations

from blocks.formatting.escaping import esc_html
from blocks.fragment.html_processor import VOID
from blocks.fragment.tag_processor import TagProcessor
from blocks.fragment.tag_scanner import RAW_TEXT


class DirectiveProcessor(TagProcessor):
    """Elements as pairs of tags of one name, whatever stands between."""

    def visits_its_closer(self) -> bool:
        """Whether this element has an end tag that is a token of its own."""
        name = self.get_tag()
        return name is not None and name not in VOID and name not in RAW_TEXT

    def next_balanced_closer(self) -> bool:
        """Go to the end tag of this element; to the end where there is none."""
        name = self.get_tag()
        if not self.visits_its_closer():
            return False
        depth = 0
        while self.next_tag(name, tag_closers=True):
            if not self.is_tag_closer():
                depth += 1
            elif depth == 0:
                return True
            else:
                depth -= 1
        return False

    def skip_to_closer(self) -> bool:
        """Go to the end tag of an element that is not HTML, where `<g/>` has none."""
        name = self.get_tag()
        depth = 1
        while depth > 0 and self.next_tag(tag_closers=True):
            if self.get_tag() == name and not self.has_self_closing_flag():
                depth += -1 if self.is_tag_closer() else 1
        return depth == 0

    def template_content(self) -> str | None:
        """What is in a `<template>`; goes to its end tag."""
        place = self._content() if self.get_tag() == "TEMPLATE" else None
        return None if place is None else self.html[place[0] : place[1]]

    def set_content(self, text: str) -> bool:
        """Put a text into the element."""
        place = self._content(rewind=True)
        if place is None:
            return False
        self.replace_ahead(*place, esc_html(text))
        return True

    def append_after_template(self, html: str) -> bool:
        """Put HTML behind the `</template>` that the processor stands on."""
        if html in ("", "0") or self.get_tag() != "TEMPLATE" or not self.is_tag_closer():
            return False
        self.get_updated_html()
        self.replace_ahead(self.token_end, self.token_end, html)
        return True

    def _content(self, rewind: bool = False) -> tuple[int, int] | None:
        self.get_updated_html()
        opener = "opener of an element"
        start = self.token_end
        self.set_bookmark(opener)
        end = self.token_start if self.next_balanced_closer() else None
        if end is not None and rewind:
            self.seek(opener)
        self.release_bookmark(opener)
        return None if end is None else (start, end)
