"""Stories: which related items tell the same story, by their headlines and addresses."""

from collections import deque
from collections.abc import Sequence
from itertools import zip_longest

_SAME = 0.6
"""Share of common words from which two headlines are one story: retold headlines change a verb, seldom more."""
_STEM = 5
"""Openings of words are compared, so that ``shows`` is ``showing`` …"""
_SHORT = 3
"""… and words below this length, articles and the like, are not."""
_TAIL = " | "
"""Parts a headline from the name of its source, which says nothing of the story."""
_LONG_WORD = 10
"""Characters a word from which on average a headline is written without spaces."""
_WINDOW = 50
"""Near-equal headlines are looked for among this many stories back, so that a million items stay linear."""


def number_stories(headlines: Sequence[str | None], addresses: Sequence[str | None] = ()) -> list[int]:
    """Give each item the number of its story, counted from 1 in order of first appearance.

    Items with one address tell one story, whatever their headlines.

    >>> number_stories(["Storm hits coast", "Vote delayed", "Storm hits north coast", None])
    [1, 2, 1, 3]
    """
    numbers: list[int] = []
    exact: dict[str, int] = {}
    places: dict[str, int] = {}
    recent: deque[tuple[frozenset[str], int]] = deque(maxlen=_WINDOW)
    count = 0
    for headline, address in zip_longest(headlines, addresses):
        number = places.get(address) if address else None
        if number is None and headline:
            number = exact.get(headline)
        if number is None:
            words = _words(headline) if headline else frozenset()
            number = next((known for other, known in recent if _alike(words, other)), None)
            if number is None:
                count += 1
                number = count
            if headline:
                exact[headline] = number
                recent.append((words, number))
        if address:
            places.setdefault(address, number)
        numbers.append(number)
    return numbers


def _words(headline: str) -> frozenset[str]:
    """Return the openings of a headline's longer words, or its character pairs where it is written without spaces."""
    headline = headline.partition(_TAIL)[0]
    words = headline.casefold().split()
    if len(headline) > _LONG_WORD * len(words):
        return frozenset([headline[i : i + 2] for i in range(len(headline) - 1)])
    return frozenset([word[:_STEM] for word in words if len(word) >= _SHORT])


def _alike(one: frozenset[str], other: frozenset[str]) -> bool:
    if one.isdisjoint(other):
        return False
    common = len(one & other)
    return common > 1 and common >= _SAME * len(one | other)
