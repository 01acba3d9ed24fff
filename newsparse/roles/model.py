"""The trained model: weights as data, the score of each role for a line's features, the best path over a page.

A feature's weights are a row of printable characters, one per state (``data/weights.txt``, written by
``benchmarks/roles/train.py``). Read as one big integer with a 32-bit field per state, rows add up in a single
addition per feature; integers also make the outcome the same on every machine.
"""

from collections.abc import Sequence
from functools import cache
from importlib import resources
from struct import Struct
from typing import NamedTuple

BEAM = 6
"""States kept per line while the best path is sought."""

MARGIN = 160
"""States whose own score lies this far below the line's best are not followed."""


class Model(NamedTuple):
    """States, packed weights by feature, and the weight of each step from a state (last: the page's top) to another."""

    states: tuple[str, ...]
    packed: dict[str, int]
    steps: tuple[tuple[int, ...], ...]
    fields: Struct


@cache
def load_model() -> Model:
    """Read the weights."""
    rows = resources.files("newsparse").joinpath("roles/data/weights.txt").read_text("utf-8").split("\n")
    states = tuple(rows[0].split())
    pack = int.from_bytes
    packed = {}
    for row in rows[len(states) + 2 : -1]:
        name, _, weights = row.partition("\t")
        packed[name] = pack(weights.encode("utf-32-le"), "little")
    steps = tuple(tuple(map(ord, row)) for row in rows[1 : len(states) + 2])
    return Model(states, packed, steps, Struct(f"<{len(states)}I"))


def line_scores(features: Sequence[str]) -> tuple[int, ...]:
    """Return the score of every state for a line with these features."""
    model = load_model()
    get = model.packed.get
    total = sum([get(name, 0) for name in features])
    return model.fields.unpack(total.to_bytes(model.fields.size, "little"))


def best_path(scores: Sequence[Sequence[int]]) -> list[int]:
    """Return the numbers of the states that explain a page best, one per line (Viterbi over a narrow beam)."""
    steps = load_model().steps
    reached: dict[int, int] = {}
    trail: list[dict[int, int]] = []
    for row in scores:
        floor = max(row) - MARGIN
        likely = [state for state, score in enumerate(row) if score >= floor]
        links: dict[int, int] = {}
        ahead: dict[int, int] = {}
        for state in likely:
            if reached:
                best, link = max([(score + steps[before][state], before) for before, score in reached.items()])
            else:
                best, link = steps[-1][state], state
            ahead[state] = best + row[state]
            links[state] = link
        if len(ahead) > BEAM:
            kept = sorted(ahead, key=ahead.__getitem__, reverse=True)[:BEAM]
            ahead = {state: ahead[state] for state in kept}
        reached = ahead
        trail.append(links)
    path: list[int] = []
    state = max(reached, key=lambda one: (reached[one], one)) if reached else 0
    for links in reversed(trail):
        path.append(state)
        state = links[state]
    return path[::-1]
