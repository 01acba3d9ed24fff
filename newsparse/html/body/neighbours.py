"""Neighbours: the odds of a page's blocks in; of each doubtful one, what the odds of the others tell of it, out."""

import itertools
import math
from bisect import bisect_left
from collections.abc import Iterator, Sequence

import msgspec

from newsparse.html.body.outline import Cluster, Outline
from newsparse.span import Span

NAMES = ["odds", "below_best", "before", "after", "around", "cluster", "until_sure", "left", "share", "inside"]
DOUBT = 2.5
"""Log-odds within which a block is in doubt, either way."""
_SURE, _NONE, _FAR = 1.7, -6.0, 99
_REACH = 8


class _Page(msgspec.Struct, frozen=True, gc=False):
    """What the odds of all blocks amount to: a block's mass is the characters of body that are expected of it."""

    blocks: Sequence[int]
    odds: Sequence[float]
    masses: list[float]
    """The mass before each block, and of all."""
    sizes: list[int]
    clusters: dict[Cluster, tuple[float, int]]
    """For each kind of place its mass and its size."""
    until_sure: list[int]
    story: Span
    """The first and the last block of the smallest element that holds more than half of the body."""


def doubtful(outline: Outline, blocks: Sequence[int], odds: Sequence[float]) -> Iterator[tuple[int, tuple[float, ...]]]:
    """Yield the doubtful ones of some blocks, each as its place among them, with its numbers in the order of NAMES."""
    found = [at for at, odd in enumerate(odds) if -DOUBT < odd < DOUBT]
    if found:
        page = _page(outline, blocks, odds)
        best = max(odds)
        for at in found:
            yield at, _numbers(page, outline.clusters[blocks[at]], at, best)


def _page(outline: Outline, blocks: Sequence[int], odds: Sequence[float]) -> _Page:
    sizes = [outline.plain[block] for block in blocks]
    mass = [size / (1 + math.exp(-odd)) for size, odd in zip(sizes, odds, strict=True)]
    masses = [0.0, *itertools.accumulate(mass)]
    clusters: dict[Cluster, tuple[float, int]] = {}
    for block, much, size in zip(blocks, mass, sizes, strict=True):
        known = clusters.get(outline.clusters[block], (0.0, 0))
        clusters[outline.clusters[block]] = known[0] + much, known[1] + size
    sums = [0, *itertools.accumulate(sizes)]
    return _Page(blocks, odds, masses, sums, clusters, _until_sure(blocks, odds), _story(outline, blocks, masses))


def _until_sure(blocks: Sequence[int], odds: Sequence[float]) -> list[int]:
    """Count for each block the blocks of the page up to the next one that is surely body."""
    found = []
    sure = -1
    for block, odd in zip(reversed(blocks), reversed(odds), strict=True):
        found.append(sure - block if sure >= 0 else _FAR)
        if odd > _SURE:
            sure = block
    return found[::-1]


def _story(outline: Outline, blocks: Sequence[int], masses: list[float]) -> Span:
    half = masses[-1] / 2
    tree = outline.tree
    element = outline.hosts[blocks[bisect_left(masses, half, 1, len(blocks)) - 1]]
    while element > 0:
        first, last = tree.first[element], tree.last[element]
        if masses[bisect_left(blocks, last)] - masses[bisect_left(blocks, first)] > half:
            return first, last
        element = tree.parents[element]
    return 0, len(outline.hosts)


def _numbers(page: _Page, cluster: Cluster, at: int, best: float) -> tuple[float, ...]:
    odds, masses, sizes = page.odds, page.masses, page.sizes
    count = len(odds)
    mass, size = masses[at + 1] - masses[at], sizes[at + 1] - sizes[at]
    total = masses[-1] or 1.0
    first, last = max(0, at - _REACH), min(count, at + _REACH + 1)
    near = sizes[last] - sizes[first] - size
    like, like_size = page.clusters[cluster]
    return (
        odds[at],
        odds[at] - best,
        odds[at - 1] if at else _NONE,
        odds[at + 1] if at + 1 < count else _NONE,
        (masses[last] - masses[first] - mass) / near if near else 0.0,
        (like - mass) / (like_size - size) if like_size > size else -1.0,
        page.until_sure[at],
        (masses[-1] - masses[at + 1]) / total,
        mass / total,
        page.story[0] <= page.blocks[at] < page.story[1],
    )
