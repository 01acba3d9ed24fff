"""The best path: scores of every state for every line in, one state per line out.

Viterbi's algorithm, over the few states that a line's own score leaves in the running. It can be asked what a path
through a given state of a given line would cost, which is how a headline is weighed against having none.
"""

from collections.abc import Sequence

BEAM = 5
"""States followed per line at most."""

MARGIN = 80
"""A state whose own score lies this far below the line's best is not followed."""

Row = dict[int, int]
Steps = Sequence[Sequence[int]]


def likely_states(scores: Sequence[int], barred: frozenset[int]) -> Row:
    """Return the states of a line that are worth following, with their scores; ``barred`` ones are left out."""
    if barred:
        scores = [-1 if state in barred else score for state, score in enumerate(scores)]
    floor = max(0, max(scores) - MARGIN, sorted(scores)[-BEAM])
    return {state: score for state, score in enumerate(scores) if score >= floor}


def best_path(rows: Sequence[Row], steps: Steps) -> list[int]:
    """Return the path that explains the page best, one state per line; the last of ``steps`` leads from the top."""
    top = steps[-1]
    reached = {state: score + top[state] for state, score in rows[0].items()}
    trail: list[dict[int, int]] = []
    for row in rows[1:]:
        links: dict[int, int] = {}
        ahead: Row = {}
        before = [(score, state, steps[state]) for state, score in reached.items()]
        for state, score in row.items():
            best, link = max([(come + step[state], last) for come, last, step in before])
            ahead[state] = best + score
            links[state] = link
        reached = ahead
        trail.append(links)
    state = max(reached, key=lambda one: (reached[one], one))
    path = [state]
    for links in reversed(trail):
        state = links[state]
        path.append(state)
    return path[::-1]


def path_score(rows: Sequence[Row], steps: Steps, path: Sequence[int]) -> int:
    """Return the score of a path."""
    total = steps[-1][path[0]]
    for at, state in enumerate(path):
        total += rows[at].get(state, 0) + (steps[path[at - 1]][state] if at else 0)
    return total
