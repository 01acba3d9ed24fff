"""The best path: scores of every state for every line in, one state per line out.

Viterbi's algorithm over a beam: from line to line only the states are followed whose path so far is among the best.
"""

from collections.abc import Sequence
from operator import add

BEAM = 6
"""States followed from line to line at most."""

MARGIN = 40
"""A path that lies this far below the best one so far is given up."""

Scores = Sequence[int]


def best_path(rows: Sequence[Scores], steps: Sequence[Scores]) -> list[int]:
    """Return the path that explains the page best, one state per line; the last of ``steps`` leads from the top."""
    kept = _kept(list(map(add, rows[0], steps[-1])))
    trail = [kept]
    for row in rows[1:]:
        ways = [map(total.__add__, steps[state]) for total, state in kept]
        best = map(max, *ways) if len(ways) > 1 else ways[0]
        kept = _kept(list(map(add, best, row)))
        trail.append(kept)
    state = kept[0][1]
    path = [state]
    for kept in trail[-2::-1]:
        if len(kept) > 1:
            state = max([(total + steps[before][state], before) for total, before in kept])[1]
        else:
            state = kept[0][1]
        path.append(state)
    return path[::-1]


def _kept(totals: list[int]) -> list[tuple[int, int]]:
    """Return the best totals and their states, the best first."""
    floor = max(totals) - MARGIN
    found = sorted([(total, state) for state, total in enumerate(totals) if total >= floor], reverse=True)
    return found[:BEAM]
