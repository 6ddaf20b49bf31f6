"""WordPress's formatting functions, and PHP's semantics of the values they take. Knows no blocks; functions are pure.

php/          what PHP makes of values: casts, truth, comparison, serialize(), json_encode(), numbers, text
floats.py     how PHP prints a float
escaping.py   esc_attr(), esc_html(), esc_url() and what stands beneath them; strings that are safe in templates
"""
