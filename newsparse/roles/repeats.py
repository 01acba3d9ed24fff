"""What repeats on a page: its lines in; which lines near a line begin like it, and how often its surroundings recur, out.

Cards of stories print a title twice, as a picture's description and as a heading, and a caption repeats its picture's
description. Cards of one block follow each other in the same shape, whatever the shape is.
"""

from collections.abc import Sequence
from typing import NamedTuple

KEY = 20
LEAST = 8
"""Characters by which two lines are compared, and that a line has at least to be compared."""

NEAR = 3
APART = 7
"""How far away a line that begins alike, and surroundings of the same shape, are still told apart."""


class Echo(NamedTuple):
    """How far up and how far down the next line that begins alike is, 0 for none near; which of them is longer."""

    up: int
    down: int
    longer: str


class Beat(NamedTuple):
    """How many times the shapes of a line and its neighbours occur on the page, and how far the next time is."""

    times: int
    distance: int


def echoes(texts: Sequence[str]) -> list[Echo | None]:
    """Return for each line the lines near it that begin alike."""
    keys = [text[:KEY].lower() for text in texts]
    last: dict[str, int] = {}
    found: list[Echo | None] = [None] * len(texts)
    for at, key in enumerate(keys):
        before = last.get(key, -APART)
        last[key] = at
        if at - before <= NEAR and len(key) >= LEAST:
            one, two = len(texts[before]), len(texts[at])
            signs = "><" if one > two else "<>" if one < two else "=="
            other = found[before]
            found[before] = Echo(other.up if other else 0, at - before, signs[0])
            found[at] = Echo(at - before, 0, signs[1])
    return found


def beats(kinds: Sequence[str]) -> list[Beat]:
    """Return for each line how its surroundings recur; ``kinds`` begin and end with two signs for the page's edges."""
    triples = [kinds[at - 1] + kinds[at] + kinds[at + 1] for at in range(2, len(kinds) - 2)]
    times: dict[str, int] = {}
    last: dict[str, int] = {}
    distances = [APART] * len(triples)
    for at, triple in enumerate(triples):
        times[triple] = times.get(triple, 0) + 1
        before = last.get(triple, -APART)
        last[triple] = at
        if at - before < APART:
            distances[at] = at - before
            distances[before] = min(distances[before], at - before)
    return [Beat(times[triple], distance) for triple, distance in zip(triples, distances, strict=True)]
