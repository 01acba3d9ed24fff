"""Sniffing: whether a text is written in Markdown."""

from collections.abc import Sequence

from newsparse.document import Line
from newsparse.lazy import pattern
from newsparse.markup.markdown.links import Link, is_address

_HEADING_RE = pattern(r"#{1,6} +[^\s#]")
_ENOUGH = 2
"""Links and headings that a text has at least, unless a heading is the first that it says."""


def is_markdown(source: str, lines: Sequence[Line], links: Sequence[Link]) -> bool:
    """Tell whether a text has headings and links of Markdown: one alone may be chance.

    >>> for text in ("# Ferry is back", "#ferry is back"):
    ...     is_markdown(text, [Line(text, 0, len(text))], [])
    True
    False
    """
    headings = [at for at, line in enumerate(lines) if line.text[0] == "#" and _HEADING_RE.match(line.text)]
    if headings[:1] == [0] or len(headings) >= _ENOUGH:
        return True
    return len(headings) + sum(is_address(source, link) for link in links) >= _ENOUGH
