"""What a theme says, as WordPress reads it: theme.json, presets, styles, the global stylesheet, the style engine.

    style_engine.py   the attribute `style` as CSS, declarations and classes
    style_rules.py    declarations, rules, the stylesheet of one document

Knows PHP's values, and no blocks: what theme.json needs to know of block types (selectors, supports) comes in.
"""
