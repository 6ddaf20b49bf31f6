"""What WordPress adds to a block for the supports of its type; `rules.py` and `wrapper.py` list the modules."""
