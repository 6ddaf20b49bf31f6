"""How WordPress's server draws its own blocks: a function a block (`render_callback`), as `rules.py` lists them.

A function gets the block, its rendered content, and the server. Markup that is drawn from scratch stands in a template
of the block's name (`templates/core/latest-posts.html`), which a theme can override.
"""
