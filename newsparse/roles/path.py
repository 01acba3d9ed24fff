"""The best path: scores of every state for every line in, one state per line out.

Viterbi's algorithm over a beam: from line to line only the states are followed whose path so far is among the best.
"""

from collections.abc import Sequence
from struct import Struct
from typing import NamedTuple

BEAM = 6
"""States followed from line to line at most."""

MARGIN = 40
"""A path that lies this far below the best one so far is given up."""

Scores = Sequence[int]


class Steps(NamedTuple):
    """The weight of each step from a state (last: the page's top) to another, as numbers and packed as a line's are."""

    weights: Sequence[Scores]
    packed: Sequence[int]
    ones: int
    """A weight of 1 for every state, packed."""
    fields: Struct
    """Unpacks the scores of all states."""


def best_path(lines: Sequence[int], steps: Steps) -> list[int]:
    """Return the path that explains the page best, one state per line; the scores of a line are packed.

    Only how far one path is ahead of another counts: so of a path's score its lead over what is given up is kept, and
    where a single path is left, as on most lines, its step and the line are a single addition.
    """
    unpack, size = steps.fields.unpack, steps.fields.size
    kept = _kept(unpack((lines[0] + steps.packed[-1]).to_bytes(size, "little")))
    trail = [kept]
    for line in lines[1:]:
        best: Scores = ()
        for lead, state in kept:
            way = unpack((line + steps.packed[state] + lead * steps.ones).to_bytes(size, "little"))
            best = [one if one > other else other for one, other in zip(best, way, strict=True)] if best else way
        kept = _kept(best)
        trail.append(kept)
    state = kept[0][1]
    path = [state]
    for kept in trail[-2::-1]:
        if len(kept) > 1:
            state = max([(lead + steps.weights[before][state], before) for lead, before in kept])[1]
        else:
            state = kept[0][1]
        path.append(state)
    return path[::-1]


def _kept(totals: Scores) -> list[tuple[int, int]]:
    """Return the leads of the best totals and their states, the best first."""
    *_, second, best = sorted(totals)  # costs less than to look for the best alone, then for those near it
    floor = best - MARGIN
    if second < floor:
        return [(MARGIN, totals.index(best))]
    found = sorted([(total - floor, state) for state, total in enumerate(totals) if total >= floor], reverse=True)
    return found[:BEAM]
