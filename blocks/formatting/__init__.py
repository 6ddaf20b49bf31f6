"""WordPress's formatting functions, and PHP's semantics of the values they take. Knows no blocks; functions are pure.

`php/` is what PHP makes of values: casts, truth, comparison, `serialize()`, `json_encode()`, numbers, strings;
`floats.py` is how it prints a float.

`escaping.py` has `esc_attr()`, `esc_html()` and the `Html` that templates take as safe; `urls.py` has `esc_url()` and
`wp_parse_url()`, `protocols.py` the protocols that an address may have; `query.py` adds and removes query arguments.

`kses.py` is `wp_kses()`, with `kses_attributes.py` and `kses_tables.py` beneath it; `css_filter.py` is what it lets
through of styles.

`names.py` makes slugs, keys and class names; `texts.py` changes running text: excerpts, links, capital P;
`balance.py` closes tags that are left open; `texturize.py`, `autop.py` and `shortcodes.py` are what `the_content` adds.
"""
