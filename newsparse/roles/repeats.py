"""What repeats on a page: its lines in; the lines near a line that begin like it, and how its surroundings recur, out.

Cards of stories print a title twice, as a picture's description and as a heading, and a caption repeats its picture's
description. Cards of one block follow each other in the same shape, whatever the shape is.
"""

from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

KEY = 20
LEAST = 8
"""Characters by which two lines are compared, and that a line has at least to be compared."""

NEAR = 3
APART = 7
"""How far away a line that begins alike, and surroundings of the same shape, are still told apart."""

OFTEN = 5
"""How many times are told apart from more."""

Beat = tuple[int, int]
"""How many times the shapes of a line and its neighbours occur on the page, and how far the next time is."""


class Echo(NamedTuple):
    """How far up and how far down the next line that begins alike is, 0 for none near; which of them is longer."""

    up: int
    down: int
    longer: str


def echoes(texts: Sequence[str]) -> list[Echo | None]:
    """Return for each line the lines near it that begin alike."""
    found: list[Echo | None] = [None] * len(texts)
    keys = [text[:KEY].lower() for text in texts]
    if len(set(keys)) == len(keys):
        return found
    last: dict[str, int] = {}
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
    row = "".join(kinds)
    triples = [row[at : at + 3] for at in range(1, len(row) - 3)]
    times = Counter(triples)
    last: dict[str, int] = {}
    distances = [APART] * len(triples)
    for at, triple in enumerate(triples):
        if triple in last:
            before = last[triple]
            distance = at - before
            if distance < APART:
                distances[at] = distance
                distances[before] = min(distances[before], distance)
        last[triple] = at
    return [(min(times[triple], OFTEN), distance) for triple, distance in zip(triples, distances, strict=True)]
