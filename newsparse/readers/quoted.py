"""Quoted lines: whether a text is a mail that quotes another one, line by line, as forwards and answers do."""

from collections.abc import Sequence

from newsparse.document import Line
from newsparse.lazy import pattern

QUOTE_RE = pattern(r"(?:>[ \t]?)++")
"""What stands before a quoted line; the quote of a quote has more than one sign."""
_ENOUGH = 4
"""Quoted lines of a text at least, if they are also half of all."""


def is_quoted(lines: Sequence[Line]) -> bool:
    """Tell whether a text is one that a mail quotes.

    >>> from newsparse.readers.text import read_text
    >>> is_quoted(read_text("You wrote:\\n> Ferry is back\\n>\\n> It sails\\n> on Monday."))
    True
    """
    quoted = sum([line.text[0] == ">" for line in lines])
    return quoted >= _ENOUGH and 2 * quoted >= len(lines)
