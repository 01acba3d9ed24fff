"""Dump: one source glues all of its items or none, so every item tells something about the others.

In: for each item of a dump the probability of leaving it whole, judged alone. Out: the same, judged together.
A dump is one of three kinds: nearly all items glued, nearly none glued, or a mixture.
"""

from collections.abc import Sequence
from math import exp, log

ALONE = 0.375
"""The share of whole lines that the model was trained with."""

_KINDS = ((0.70, 0.005), (0.20, 0.98), (0.10, 0.5))
"""How common each kind of dump is, and the share of whole lines in it."""

_MOST_ODDS = 2000.0


def together(alone: Sequence[float]) -> list[float]:
    """Return for each item the probability of leaving it whole, given all the items."""
    ratios = [_odds(chance) * (1 - ALONE) / ALONE for chance in alone]
    kinds = [[log(share * ratio + 1 - share) for ratio in ratios] for _, share in _KINDS]
    totals = [sum(logs) for logs in kinds]
    joint = []
    for k, ratio in enumerate(ratios):
        logs = [log(prior) + total - kind[k] for (prior, _), total, kind in zip(_KINDS, totals, kinds, strict=True)]
        top = max(logs)
        masses = [exp(each - top) for each in logs]
        share = sum(mass * whole for mass, (_, whole) in zip(masses, _KINDS, strict=True)) / sum(masses)
        odds = ratio * share / (1 - share)
        joint.append(odds / (1 + odds))
    return joint


def _odds(chance: float) -> float:
    return min(_MOST_ODDS, max(1 / _MOST_ODDS, chance / max(1 - chance, 1e-9)))
