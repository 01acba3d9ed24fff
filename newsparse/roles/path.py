"""The best path: scores of every state for every line in, one state per line out.

Viterbi's algorithm over a beam: from line to line only the states are followed whose path so far is among the best.
"""

from collections.abc import Sequence
from operator import sub
from struct import Struct
from typing import NamedTuple

BEAM = 6
"""States followed from line to line at most."""

MARGIN = 40
"""A path that lies this far below the best one so far is given up."""

Scores = Sequence[int]


class Gains(dict[tuple[int, int], int]):
    """What a step from one state gains at most on the step from another, to whatever state; reckoned when asked for."""

    def __init__(self, weights: Sequence[Scores]) -> None:
        super().__init__()
        self._weights = weights

    def __missing__(self, states: tuple[int, int]) -> int:
        one, other = states
        gain: int = max(map(sub, self._weights[one], self._weights[other]))
        self[states] = gain
        return gain


class Steps(NamedTuple):
    """The weight of each step from a state (last: the page's top) to another, as numbers and packed as a line's are."""

    weights: Sequence[Scores]
    packed: Sequence[int]
    ones: int
    """A weight of 1 for every state, packed."""
    gains: Gains
    fields: Struct
    """Unpacks the scores of all states."""


def best_path(lines: Sequence[int], steps: Steps) -> list[int]:
    """Return the path that explains the page best, one state per line; the scores of a line are packed.

    Only how far one path is ahead of another counts: so of a path's score its lead over what is given up is kept, and
    where a single path is left, as on most lines, its step and the line are a single addition. A path so far behind
    the best one that no step makes up for it is not followed: that spares every other of them.
    """
    unpack, size, gains = steps.fields.unpack, steps.fields.size, steps.gains
    kept = _kept(unpack((lines[0] + steps.packed[-1]).to_bytes(size, "little")))
    trail = [kept]
    for line in lines[1:]:
        best: Scores = ()
        top, first = kept[0]
        for lead, state in kept:
            if best and top - lead > gains[state, first]:
                continue
            way = unpack((line + steps.packed[state] + lead * steps.ones).to_bytes(size, "little"))
            best = [one if one > other else other for one, other in zip(best, way, strict=True)] if best else way
        kept = _kept(best)
        trail.append(kept)
    return _traced(trail, steps.weights)


def path_score(lines: Sequence[int], steps: Steps, path: Sequence[int]) -> int:
    """Return the score of a path: what the model gives for all its steps, and for each line in its state."""
    unpack, size = steps.fields.unpack, steps.fields.size
    return sum(
        [
            unpack((line + steps.packed[before]).to_bytes(size, "little"))[state]
            for line, before, state in zip(lines, [-1, *path], path, strict=False)
        ]
    )


def _traced(trail: Sequence[Sequence[tuple[int, int]]], weights: Sequence[Scores]) -> list[int]:
    """Return the best path through the states that were followed, from the last line's best one back to the top."""
    state = trail[-1][0][1]
    path = [state]
    for kept in trail[-2::-1]:
        if len(kept) > 1:
            state = max([(lead + weights[before][state], before) for lead, before in kept])[1]
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
