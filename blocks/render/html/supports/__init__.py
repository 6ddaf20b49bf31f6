"""What WordPress adds to a block for the supports of its type; a module a support, as `rules.py` and `wrapper.py` list them."""
