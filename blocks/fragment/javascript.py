r"""What a blank is in JavaScript: more than in HTML, and not quite what it is in Python.

`trim()` and `\s` of the editor take these characters (ECMAScript, WhiteSpace and LineTerminator). Python's `strip()`
and `\s` differ in U+001C to U+001F, U+0085 and U+FEFF.
"""

from __future__ import annotations

from typing import Final

BLANKS: Final = (
    "\t\n\v\f\r \xa0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a"
    "\u2028\u2029\u202f\u205f\u3000\ufeff"
)
"""Every blank, for `str.strip`, and for the inside of a class in a regular expression."""

LINE_ENDS: Final = "\n\r\u2028\u2029"
"""What `.` does not match."""
