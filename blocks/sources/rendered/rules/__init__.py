"""Which element is which block: rules by the class that a block's name gives it, and by the tag where no class says."""

from __future__ import annotations

from typing import Final

from blocks.sources.rendered.plan import Rule
from blocks.sources.rendered.rules import design, embed, gallery, media, pictures, players, text, widgets

BY_CLASS: Final[dict[str, Rule]] = {
    "wp-block-heading": text.heading,
    "wp-block-list": text.list_,
    "wp-block-quote": text.quote,
    "wp-block-pullquote": text.pullquote,
    "wp-block-code": text.code,
    "wp-block-preformatted": text.preformatted,
    "wp-block-verse": text.verse,
    "wp-block-table": text.table,
    "wp-block-details": text.details,
    "wp-block-math": text.math,
    "wp-block-image": pictures.image,
    "wp-block-gallery": gallery.gallery,
    "wp-block-audio": media.audio,
    "wp-block-video": media.video,
    "wp-block-cover": media.cover,
    "wp-block-cover-image": media.cover,
    "wp-block-file": media.file,
    "wp-block-media-text": media.media_text,
    "wp-block-buttons": design.buttons,
    "wp-block-button": design.button,
    "wp-block-columns": design.columns,
    "wp-block-column": design.column,
    "wp-block-group": design.group,
    "wp-block-separator": design.separator,
    "wp-block-spacer": design.spacer,
    "wp-block-text-columns": design.text_columns,
    "wp-block-accordion": design.accordion,
    "wp-block-accordion-item": design.accordion_item,
    "wp-block-accordion-heading": design.accordion_heading,
    "wp-block-accordion-panel": design.accordion_panel,
    "wp-block-embed": embed.embed,
    **dict.fromkeys(embed.QUOTES, embed.quoted),
    "wp-caption": pictures.captioned,
    "wp-audio-shortcode": players.player,
    "wp-video-shortcode": players.player,
    "wp-video": players.wrapped,
    "wp-block-social-links": widgets.social_links,
}

BY_TAG: Final[dict[str, Rule]] = {
    "p": text.paragraph,
    **dict.fromkeys(("h1", "h2", "h3", "h4", "h5", "h6"), text.heading),
    "ul": text.list_,
    "ol": text.list_,
    "blockquote": text.quote,
    "pre": text.pre,
    "table": text.table,
    "details": text.details,
    "hr": design.separator,
    "img": pictures.image,
    "a": pictures.linked_image,
    "figure": media.figure,
    "audio": players.player,
    "video": players.player,
    "iframe": embed.frame,
    "span": widgets.more,
}
