"""The trained model: weights as data, and the score of each state for a group of features.

A feature's weights are a row of printable characters, one per state (``data/weights.txt``, written by
``benchmarks/roles/train.py``). Read as one big integer with a 32-bit field per state, rows add up in a single
addition per feature; integers also make the outcome the same on every machine.
"""

from collections.abc import Sequence
from functools import cache, lru_cache
from struct import Struct
from typing import NamedTuple

from newsparse.package_data import read_data
from newsparse.roles.features import group_features
from newsparse.roles.groups import Group

KNOWN_FEATURES = 1 << 14
KNOWN_GROUPS = 1 << 16
"""Features and groups whose weights are remembered; many lines share them."""

ZERO = 0x60
"""The character of weight 0; a character further on is a greater weight."""


class Model(NamedTuple):
    """States, weights by feature, and the weight of each step from a state (last: the page's top) to another."""

    states: tuple[str, ...]
    weights: dict[str, str]
    steps: tuple[tuple[int, ...], ...]
    fields: Struct


@cache
def load_model() -> Model:
    """Read the weights."""
    rows = read_data(__file__, "data", "weights.txt").decode().split("\n")
    states = tuple(rows[0].split())
    steps = tuple([tuple([ord(char) - ZERO for char in row]) for row in rows[1 : len(states) + 2]])
    weights: dict[str, str] = dict([row.split("\t") for row in rows[len(states) + 2 : -1]])
    return Model(states, weights, steps, Struct(f"<{len(states)}I"))


@lru_cache(KNOWN_FEATURES)
def feature_weight(name: str) -> int:
    """Return the packed weights of a feature, 0 for one that the model does not know."""
    row = load_model().weights.get(name, "")
    return int.from_bytes(row.encode("utf-32-le"), "little")


@lru_cache(KNOWN_GROUPS)
def group_total(group: Group) -> int:
    """Return the packed sum of the weights of a group's features; an unknown feature weighs the same for all states."""
    return sum(map(feature_weight, group_features(group)))


def unpack(total: int) -> tuple[int, ...]:
    """Return the score of every state."""
    fields = load_model().fields
    return fields.unpack(total.to_bytes(fields.size, "little"))


def pack(scores: Sequence[int]) -> int:
    """Return the scores of all states as one integer, as ``unpack`` takes it."""
    return int.from_bytes(load_model().fields.pack(*scores), "little")
