"""Examples: pairs in, lines with a known answer out: glued, headline only, summary only, set with a space."""

import random
from collections.abc import Iterable
from typing import NamedTuple

from pairs import Pair

WHOLE = 0
"""The answer of a line that must not be cut."""


class Example(NamedTuple):
    """A line, the place where it must be cut (0: nowhere), and how it was made."""

    text: str
    answer: int
    kind: str
    data_set: str
    language: str


def examples(pairs: Iterable[Pair], seed: int) -> list[Example]:
    """Return every pair glued, and some of them as lines that must not be cut."""
    choose = random.Random(seed)
    made = []
    for data_set, language, headline, summary in pairs:
        made.append(Example(headline + summary, len(headline), "glued", data_set, language))
        draw = choose.random()
        if draw < 0.25:
            made.append(Example(headline, WHOLE, "headline", data_set, language))
        elif draw < 0.5:
            made.append(Example(summary, WHOLE, "summary", data_set, language))
        elif draw < 0.6:
            made.append(Example(f"{headline} {summary}", WHOLE, "spaced", data_set, language))
    return made
