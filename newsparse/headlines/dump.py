"""Dump: one source glues all of its items or none, so every item tells something about the others.

In: for each item of a dump the probability of leaving it whole, judged alone, and whether the layout says that its
items are glued. Out: the same, judged together.
A dump is one of three kinds: nearly all items glued, nearly none glued, or a mixture.
"""

from collections.abc import Sequence
from math import exp, log, sqrt

_GLUED_TO_WHOLE = 2.0
"""The odds of a glued line in training."""

_KINDS: dict[bool | None, tuple[float, float, float]] = {
    None: (0.70, 0.20, 0.10),
    True: (0.9885, 0.0015, 0.01),
    False: (0.01, 0.94, 0.05),
}
"""How common each kind of dump is (glued, whole, mixed): in general, and where the layout says glued or whole."""

_IN_GLUED, _IN_WHOLE, _IN_MIXED = 0.005, 0.98, 0.5
"""The share of whole lines in each kind."""

_FIRM = ((0.9, 0.15), (0.75, 0.8), (0.6, 2.0), (0.0, 16.0))
"""What the odds of a whole line are worth when one place has so much of the chance of a cut, or more.

Among Japanese lines the best place of a glued one has .95 and more, that of a whole one about a half.
"""

_MOST_ODDS = 2000.0
_NONE_WHOLE = 0.001
"""Where every item is surely glued, the others can tell it nothing."""


def softened(whole: float, firmness: float) -> float:
    """Return the chance of leaving a line whole, less sure of itself where one place of the line stands out.

    For layouts that glue their items, in scripts without spaces: there headlines differ much from source to source.
    ``firmness`` is the share of the best place in the chance of a cut.
    """
    odds = _GLUED_TO_WHOLE * min(_MOST_ODDS, whole / max(1 - whole, 1e-9))
    worth = next(worth for least, worth in _FIRM if firmness >= least)
    chance = sqrt(odds) * worth / _GLUED_TO_WHOLE
    return chance / (1 + chance)


def judged_together(alone: Sequence[float], says: bool | None = None) -> list[float]:
    """Return for each item the probability of leaving it whole, given all the items and what the layout says."""
    if says is not False and max(alone, default=0.0) <= _NONE_WHOLE:
        return list(alone)
    seen = []
    glued, whole, mixed = map(log, _KINDS[says])
    for chance in alone:
        odds = _GLUED_TO_WHOLE * min(_MOST_ODDS, max(1 / _MOST_ODDS, chance / max(1 - chance, 1e-9)))
        likely = 1 + _IN_GLUED * (odds - 1), 1 + _IN_WHOLE * (odds - 1), 1 + _IN_MIXED * (odds - 1)
        glued += log(likely[0])
        whole += log(likely[1])
        mixed += log(likely[2])
        seen.append((odds, *likely))
    top = max(glued, whole, mixed)
    glued, whole, mixed = exp(glued - top), exp(whole - top), exp(mixed - top)
    joint = []
    for odds, in_glued, in_whole, in_mixed in seen:
        a, b, c = glued / in_glued, whole / in_whole, mixed / in_mixed  # each kind as the other items see it
        share = (a * _IN_GLUED + b * _IN_WHOLE + c * _IN_MIXED) / (a + b + c)
        posterior = odds * share / (1 - share)
        joint.append(posterior / (1 + posterior))
    return joint
