"""The document: a source as lines whose every character knows its place.

Readers make it, every later stage reads it. For plain text a line's text is a slice of the source; for HTML it is
the visible text of a block, white space folded, and each of its characters keeps the place it came from.
"""

from collections.abc import Sequence
from typing import NamedTuple

from newsparse.span import Span


class Line(NamedTuple):
    """A line of text, or a block of a page, without white space or invisible characters at its edges."""

    text: str
    start: int
    end: int
    places: Sequence[Span] | None = None
    """HTML only: for each character of ``text`` its range in the source (an entity is several code points)."""

    def span(self, start: int, end: int) -> Span:
        """Return the place in the source of ``text[start:end]``; the range must not be empty."""
        if self.places is None:
            return self.start + start, self.start + end
        return self.places[start][0], self.places[end - 1][1]
