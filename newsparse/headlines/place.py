"""Places: where a line may be cut."""

from typing import NamedTuple

WINDOW = 300
"""No headline is longer than this many characters."""


class Place(NamedTuple):
    """A possible cut, and the unspaced token that it lies in."""

    at: int
    start: int
    end: int
