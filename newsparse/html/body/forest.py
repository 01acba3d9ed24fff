"""A boosted forest: rows of features in, log-odds out.

The trees are data, learned by ``benchmarks/html/train_body.py``. They are not walked: each feature rules out, in all
trees at once, the leaves that its value makes unreachable, and the first leaf left in each tree counts (the QuickScorer
method). A tree has at most eight leaves, so its leaves are the bits of one byte of a long integer. What two trees say
together is looked up at once.
"""

import functools
import itertools
import json
from bisect import bisect_left
from collections.abc import Mapping, Sequence
from operator import and_, getitem
from typing import Any, NamedTuple

_LEAVES, _LEAF_BITS, _KNOWN = 8, 3, 8192
_FIRST_BIT = bytes((byte & -byte).bit_length() - 1 if byte else 0 for byte in range(256))


class Part(NamedTuple):
    """The tests of some of the numeric features."""

    thresholds: list[list[float]]
    """For each feature the thresholds of all trees, rising."""
    masks: list[list[int]]
    """For each feature, by the number of thresholds below its value: the leaves that stay reachable."""


class Forest(NamedTuple):
    """A forest turned inside out: by feature instead of by tree."""

    pairs: list[list[float]]
    """For each two trees the sums of a leaf of the first and one of the second, eight for each leaf of the second."""
    parts: list[Part]
    """The numeric features, in the parts that the caller knows them in."""
    bits: list["Flags"]
    """For each feature of bits the leaves that a value of it leaves."""
    everything: int


class Flags(dict[int, int]):
    """The leaves that each value of a feature of bits leaves; worked out once a value, since equal ones are common."""

    def __init__(self, by_bit: Mapping[int, int], everything: int) -> None:
        super().__init__()
        self._by_bit, self._everything = by_bit, everything

    def __missing__(self, value: int) -> int:
        if len(self) >= _KNOWN:
            self.clear()
        reachable = self._everything
        for bit, left in self._by_bit.items():
            if value & bit:
                reachable &= left
        self[value] = reachable
        return reachable


class _Builder:
    def __init__(self, numbers: int, bits: int) -> None:
        self.numbers = numbers
        self.leaves: list[list[float]] = []
        self.tests: list[list[tuple[float, int]]] = [[] for _ in range(numbers)]
        self.bits: list[dict[int, int]] = [{} for _ in range(bits)]
        self.everything = 0

    def add(self, node: Any, tree: int) -> int:
        """Add a node with everything below it; return the mask of its leaves."""
        if not isinstance(node, list):
            self.leaves[tree].append(node)
            return 1 << (_LEAVES * tree + len(self.leaves[tree]) - 1)
        feature, threshold, below, above = node
        left = self.add(below, tree)
        if feature < self.numbers:
            self.tests[feature].append((threshold, left))
        else:
            known = self.bits[feature - self.numbers]
            known[threshold] = known.get(threshold, 0) | left
        return left | self.add(above, tree)


def load_forest(data: bytes, numbers: Sequence[Sequence[str]], bits: int) -> Forest:
    """Read a forest whose numeric features are known to the caller in parts, by these names."""
    return forest_of(json.loads(data), numbers, bits)


def forest_of(data: Mapping[str, Any], numbers: Sequence[Sequence[str]], bits: int) -> Forest:
    """Turn trees inside out: nested ``[feature, threshold, below, above]``, a leaf being a number."""
    builder = _Builder(len(data["numbers"]), bits)
    for tree, root in enumerate(data["trees"]):
        builder.leaves.append([])
        builder.everything |= builder.add(root, tree)
    tests = dict(zip(data["numbers"], builder.tests, strict=True))
    parts = [_part([tests[feature] for feature in part], builder.everything) for part in numbers]
    left_by = [{bit: builder.everything & ~lost for bit, lost in lost_by.items()} for lost_by in builder.bits]
    flags = [Flags(by_bit, builder.everything) for by_bit in left_by]
    return Forest(_pairs(builder.leaves), parts, flags, builder.everything)


def _pairs(leaves: Sequence[list[float]]) -> list[list[float]]:
    """Add up the leaves of each two trees; one that has fewer than the most is filled up, an odd one stays alone."""
    full = [(values + [0.0] * _LEAVES)[:_LEAVES] for values in leaves]
    return [
        [one + other for other in second for one in first]
        for first, second in itertools.zip_longest(full[::2], full[1::2], fillvalue=[0.0])
    ]


def _part(features: list[list[tuple[float, int]]], everything: int) -> Part:
    masks = []
    for tests in features:
        tests.sort()
        reachable = [everything]
        for _, lost in tests:
            reachable.append(reachable[-1] & ~lost)
        masks.append(reachable)
    return Part([[threshold for threshold, _ in tests] for tests in features], masks)


def narrowed(part: Part, values: Sequence[float], reachable: int) -> int:
    """Return which of the reachable leaves stay so, given the values of a part's features."""
    return functools.reduce(and_, map(getitem, part.masks, map(bisect_left, part.thresholds, values)), reachable)


def log_odds(forest: Forest, reachable: int) -> float:
    """Return the log-odds of the leaves that all features leave: the first one of each tree counts."""
    size = 2 * len(forest.pairs)
    first = int.from_bytes(reachable.to_bytes(size, "little").translate(_FIRST_BIT), "little")
    beside = first >> (_LEAVES - _LEAF_BITS)  # moves the leaf of each second tree to the left of the one before it
    return sum(map(getitem, forest.pairs, (first | beside).to_bytes(size, "little")[::2]))


def flagged(forest: Forest, values: Sequence[int], reachable: int) -> int:
    """Return which of the reachable leaves stay so, given the values of the features of bits."""
    return functools.reduce(and_, map(getitem, forest.bits, values), reachable)
