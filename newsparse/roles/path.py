"""The best path: scores of every state for every line in, one state per line out.

Viterbi's algorithm over a beam: from line to line only the states are followed whose path so far is among the best.
States are compared by rank: a path's score with its last state in the lowest bits. Ranks sort as scores do, of equal
scores the later state is ahead, and no second list need say which state a score belongs to.
"""

from collections.abc import Sequence
from operator import sub
from struct import Struct
from typing import NamedTuple

BEAM = 6
"""States followed from line to line at most."""

STATE_BITS = 5
"""The lowest bits of a rank, which hold its state: enough for 32 of them, and of 32 bits 27 are left to the score."""

STATE = (1 << STATE_BITS) - 1
MARGIN = 40 << STATE_BITS
"""A path that lies this far below the best one so far is given up."""

Scores = Sequence[int]


class Gains(dict[tuple[int, int], list[tuple[int, int]]]):
    """What a step from one state gains on the step from another to the same state, and that state, the most first.

    Gains are shifted as the scores in ranks are, and reckoned when asked for.
    """

    def __init__(self, weights: Sequence[Scores]) -> None:
        super().__init__()
        self._weights = weights

    def __missing__(self, states: tuple[int, int]) -> list[tuple[int, int]]:
        one, other = states
        gains = map(sub, self._weights[one], self._weights[other])
        found = sorted([(gain << STATE_BITS, state) for state, gain in enumerate(gains)], reverse=True)
        self[states] = found
        return found


class Steps(NamedTuple):
    """The weight of each step from a state (last: the page's top) to another, as numbers and packed as a line's are."""

    weights: Sequence[Scores]
    packed: Sequence[int]
    ranked: Sequence[int]
    """The same as ranks."""
    gains: Gains
    fields: Struct
    """Unpacks the scores of all states."""


def steps_of(weights: Sequence[Scores], packed: Sequence[int], fields: Struct) -> Steps:
    """Return the weights of steps with what is made of them once."""
    states = int.from_bytes(fields.pack(*range(len(weights) - 1)), "little")
    return Steps(weights, packed, [(row << STATE_BITS) + states for row in packed], Gains(weights), fields)


def best_path(lines: Sequence[int], steps: Steps) -> list[int]:
    """Return the path that explains the page best, one state per line; the scores of a line are packed.

    Only how far one path is ahead of another counts: so the best path's step and the line are a single addition, and
    whatever its score was before is left out. Another path is better only for those states on the step to which it
    gains more than it lies behind: mostly for none.
    """
    unpack, size, gains = steps.fields.unpack, steps.fields.size, steps.gains
    kept = _kept(unpack(((lines[0] << STATE_BITS) + steps.ranked[-1]).to_bytes(size, "little")))
    trail = [kept]
    for line in lines[1:]:
        first = kept[0] & STATE
        ranks: Scores = unpack(((line << STATE_BITS) + steps.ranked[first]).to_bytes(size, "little"))
        if len(kept) > 1:
            best = list(ranks)
            for other in kept[1:]:
                state = other & STATE
                behind = kept[0] - first - (other - state)
                for gain, reached in gains[state, first]:
                    if gain <= behind:
                        break
                    best[reached] = max(best[reached], ranks[reached] + gain - behind)
            ranks = best
        kept = _kept(ranks)
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


def _traced(trail: Sequence[Sequence[int]], weights: Sequence[Scores]) -> list[int]:
    """Return the best path through the ranks that were followed, from the last line's best one back to the top."""
    state = trail[-1][0] & STATE
    path = [state]
    for kept in trail[-2::-1]:
        if len(kept) > 1:
            state = max([rank + (weights[rank & STATE][state] << STATE_BITS) for rank in kept]) & STATE
        else:
            state = kept[0] & STATE
        path.append(state)
    return path[::-1]


def _kept(ranks: Sequence[int]) -> list[int]:
    """Return the best ranks, the best first."""
    ranked = sorted(ranks, reverse=True)  # costs less than to look for the best alone, then for those near it
    floor = (ranked[0] | STATE) - STATE - MARGIN
    if ranked[1] < floor:  # on every other line
        return ranked[:1]
    return [rank for rank in ranked[:BEAM] if rank >= floor]
