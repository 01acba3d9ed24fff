"""A boosted forest: rows of features in, log-odds out.

The trees are data, learned by ``benchmarks/html/train_body.py``; nothing here knows what they decide.
"""

import functools
import json
from collections.abc import Sequence
from importlib.resources import files
from typing import Any, NamedTuple

_EARLY = 12
"""Trees after which a row that is clearly negative is given up."""
_HOPELESS = -1.25

Node = tuple[Any, ...] | float


class Forest(NamedTuple):
    """A forest: a node is ``(column, threshold, left, right)``, a leaf a number; columns from ``numbers`` on hold bits."""

    bias: float
    trees: tuple[Node, ...]
    numbers: int


@functools.cache
def load_forest(name: str) -> Forest:
    """Read a forest of this package; once, and only when a page is labelled."""
    data = json.loads((files("newsparse.html") / name).read_text("utf-8"))
    return Forest(data["bias"], tuple(map(_frozen, data["trees"])), len(data["numbers"]))


def _frozen(node: Any) -> Node:
    if isinstance(node, list):
        return node[0], node[1], _frozen(node[2]), _frozen(node[3])
    return float(node)


def log_odds(forest: Forest, row: Sequence[float | int]) -> float:
    """Return the log-odds of a row; a hopeless one is not followed to the last tree."""
    total = _sum(forest.trees[:_EARLY], row, forest.numbers, forest.bias)
    if total < _HOPELESS:
        return total
    return _sum(forest.trees[_EARLY:], row, forest.numbers, total)


def _sum(trees: Sequence[Node], row: Sequence[Any], numbers: int, total: float) -> float:
    for node in trees:
        while node.__class__ is tuple:
            column, threshold, left, right = node
            if column < numbers:
                node = left if row[column] <= threshold else right
            else:
                node = right if row[column] & threshold else left
        total += node
    return total
