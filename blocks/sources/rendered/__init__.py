"""Rendered HTML back to block markup: the inverse of the HTML renderer.

    recovered(post["content"]["rendered"]).markup

tree.py        the elements, with their places
noise.py       what rendering adds, taken off
supports.py    classes and styles back to attributes; styles.py the attribute `style`
rules/         which element is which block, by family
writing.py     the markup, written in one pass
"""

from blocks.sources.rendered.recovery import Recovered, recovered

__all__ = ["Recovered", "recovered"]
