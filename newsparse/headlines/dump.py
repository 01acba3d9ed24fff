"""Dump: one source glues all of its items or none, so every item tells something about the others.

In: for each item of a dump the probability of leaving it whole, judged alone. Out: the same, judged together.
A dump is one of three kinds: nearly all items glued, nearly none glued, or a mixture.
"""

from collections.abc import Sequence
from math import exp, log

_GLUED_TO_WHOLE = 2.0
"""The odds of a glued line in training."""

_KINDS = ((0.70, 0.005), (0.20, 0.98), (0.10, 0.5))
"""How common each kind of dump is, and the share of whole lines in it."""

_MOST_ODDS = 2000.0


def together(alone: Sequence[float]) -> list[float]:
    """Return for each item the probability of leaving it whole, given all the items."""
    ratios = [_odds(chance) * _GLUED_TO_WHOLE for chance in alone]
    kinds = [[share * ratio + 1 - share for ratio in ratios] for _, share in _KINDS]
    logs = [log(prior) + sum(map(log, likely)) for (prior, _), likely in zip(_KINDS, kinds, strict=True)]
    top = max(logs)
    masses = [exp(each - top) for each in logs]
    joint = []
    for ratio, *likely in zip(ratios, *kinds, strict=True):
        others = [mass / own for mass, own in zip(masses, likely, strict=True)]
        share = sum([mass * whole for mass, (_, whole) in zip(others, _KINDS, strict=True)]) / sum(others)
        odds = ratio * share / (1 - share)
        joint.append(odds / (1 + odds))
    return joint


def _odds(chance: float) -> float:
    return min(_MOST_ODDS, max(1 / _MOST_ODDS, chance / max(1 - chance, 1e-9)))
