"""What a theme says, as WordPress reads it: theme.json, presets, styles, the global stylesheet, the style engine.

    theme.py          Theme: settings, styles, template parts, patterns
    folder.py         a theme from its folder; pattern_files.py, pattern_php.py: PHP files without PHP
    merging.py        theme.json migrated, cleaned and merged; schema.py, defaults.py, supports.py, spacing_scale.py
    facts.py          what theme.json needs to know of block types
    stylesheet.py     the global stylesheet; selectors.py, properties.py, block_styles.py, layout_styles.py
    variations.py     the styles of block style variations
    typography.py     fluid font sizes
    duotone.py        duotone filters; colors.py reads their colours
    style_engine.py   the attribute `style` as CSS, declarations and classes
    style_rules.py    declarations, rules, the stylesheet of one document

Knows PHP's values, and no blocks: what theme.json needs to know of block types (selectors, supports) comes in.
"""

from blocks.theme.facts import BlockFacts, BlockStyle, BlockTypes
from blocks.theme.theme import Theme

__all__ = ["BlockFacts", "BlockStyle", "BlockTypes", "Theme"]
