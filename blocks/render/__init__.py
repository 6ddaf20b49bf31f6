"""The tree as text: HTML, plain text, AMP, and whatever plugins add.

base.py        Renderer, Context, Result, and visit(), the loop without recursion
formats.py     the table of formats, and the entry points behind it
templates.py   where templates are found, and how Jinja draws a block
html/ text/ amp/   a folder per format: its rules, its templates
"""
