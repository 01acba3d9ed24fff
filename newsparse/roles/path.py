"""The best path: scores of every state for every line in, one state per line out.

Viterbi's algorithm over a beam: from line to line only the states are followed whose path so far is among the best.
"""

from collections.abc import Sequence
from operator import add

BEAM = 8
"""States followed from line to line at most."""

MARGIN = 60
"""A path that lies this far below the best one so far is given up."""

Scores = Sequence[int]


def best_path(rows: Sequence[Scores], steps: Sequence[Scores]) -> list[int]:
    """Return the path that explains the page best, one state per line; the last of ``steps`` leads from the top."""
    kept = _kept(list(map(add, rows[0], steps[-1])))
    trail: list[dict[int, int]] = []
    for row in rows[1:]:
        ways = [(state, [score + step for step in steps[state]]) for score, state in kept]
        best = map(max, *[way for _, way in ways]) if len(ways) > 1 else ways[0][1]
        kept = _kept(list(map(add, best, row)))
        trail.append({state: max([(way[state], last) for last, way in ways])[1] for _, state in kept})
    state = kept[0][1]
    path = [state]
    for links in reversed(trail):
        state = links[state]
        path.append(state)
    return path[::-1]


def _kept(totals: list[int]) -> list[tuple[int, int]]:
    """Return the best totals and their states, the best first."""
    floor = max(totals) - MARGIN
    found = sorted([(total, state) for state, total in enumerate(totals) if total >= floor], reverse=True)
    return found[:BEAM]
