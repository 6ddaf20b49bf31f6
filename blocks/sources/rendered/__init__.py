"""Rendered HTML back to block markup: the inverse of the HTML renderer.

    recovered(post["content"]["rendered"]).markup

recovery.py    recovered(): the call, and what it answers
tree.py        the elements, with their places
noise.py       what rendering adds, taken off
supports.py    classes and styles back to attributes; styles.py the attribute `style`
hashes.py      layouts and gaps, of which the page has hashes alone
plan.py        what a rule makes of an element; rules/ which element is which block, by family
writing.py     the markup, written in one pass

`python -m tests.recovered` counts how much comes back.
"""

from blocks.sources.rendered.recovery import Recovered, recovered

__all__ = ["Recovered", "recovered"]
