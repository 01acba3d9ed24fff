"""The outline of a page: its tree and texts in; what its elements amount to and where its story stands out."""

import itertools
from collections.abc import Sequence

import msgspec

from newsparse.html.body.flags import element_flags
from newsparse.html.reading.tree import Tree

INLINE = frozenset(["a", "span", "time", "label", "cite", "code", "data", "bdi", "abbr", "svg", "text", "title"])
HEADINGS = frozenset(["h1", "h2", "h3", "h4", "h5", "h6"])
_DENSE, _REACH, _FADE = 60, 4, 0.8
_NAME = 80
_PLAIN = frozenset({"p", "li"})

Cluster = int
"""The number of a kind of place that blocks stand in: equal for those in places of one kind on one page."""


class Sums(msgspec.Struct, frozen=True, gc=False):
    """For each element what all blocks in it amount to."""

    text: list[int]
    """Characters outside of links."""
    linked: list[int]
    blocks: list[int]
    depth: list[int]
    """Elements above it, where there is any block in it."""


class Outline(msgspec.Struct, frozen=True, gc=False):
    """What the rows of features and the rules for furniture read."""

    tree: Tree
    texts: Sequence[str]
    hosts: list[int]
    """For each block the innermost element that is not inline."""
    plain: list[int]
    """For each block its characters outside of links."""
    sums: Sums
    own: list[int]
    """For each element its own flags."""
    above: list[int]
    """For each element the flags of itself and everything around it."""
    clusters: list[Cluster]
    """For each block the kind of its place."""
    container: int
    """The element that holds most of the running text."""


def outline_of(tree: Tree, texts: Sequence[str]) -> Outline:
    """Work out the outline of a page."""
    hosts = _hosts(tree)
    plain = [block.size - block.linked for block in tree.blocks]
    sums = _sums(tree, hosts, plain)
    own, above = element_flags(tree, sums.blocks)
    return Outline(tree, texts, hosts, plain, sums, own, above, _clusters(tree, hosts), _container(tree, hosts, plain))


def _hosts(tree: Tree) -> list[int]:
    tags, parents = tree.tags, tree.parents
    known: dict[int, int] = {}
    for block in tree.blocks:
        element, inside = block.element, []
        while element not in known and tags[element] in INLINE and parents[element] > 0:
            inside.append(element)
            element = parents[element]
        host = known.setdefault(element, element)
        for element in inside:  # so that no element is climbed through twice, however deep
            known[element] = host
    return [known[block.element] for block in tree.blocks]


def _sums(tree: Tree, hosts: list[int], plain: list[int]) -> Sums:
    count = len(tree.tags)
    text, linked, blocks, depth = [0] * count, [0] * count, [0] * count, [0] * count
    for host, size, block in zip(hosts, plain, tree.blocks, strict=True):
        text[host] += size
        linked[host] += block.linked
        blocks[host] += 1
    parents = tree.parents
    for element in range(count - 1, 0, -1):
        if blocks[element]:
            parent = parents[element]
            text[parent] += text[element]
            linked[parent] += linked[element]
            blocks[parent] += blocks[element]
    for element in itertools.compress(range(1, count), blocks[1:]):
        depth[element] = depth[parents[element]] + 1
    return Sums(text, linked, blocks, depth)


def _container(tree: Tree, hosts: list[int], plain: list[int]) -> int:
    scores: dict[int, float] = {}
    for host, size, block in zip(hosts, plain, tree.blocks, strict=True):
        if size < _DENSE or block.linked * 3 > block.size:
            continue
        element, weight = host, 1.0
        for _ in range(_REACH):
            element = tree.parents[element]
            if element <= 0:
                break
            scores[element] = scores.get(element, 0.0) + weight * size
            weight *= _FADE
    return max(scores, key=lambda element: scores[element], default=0)


def _clusters(tree: Tree, hosts: list[int]) -> list[Cluster]:
    """Number for each block the kind of its place: its tag and its parent's, with the openings of their attributes."""
    source, tags, parents, attributes = tree.source, tree.tags, tree.parents, tree.attributes
    kinds: dict[tuple[str, str, str, str], Cluster] = {}
    known: dict[int, Cluster] = {}
    names: dict[int, str] = {}
    for host in hosts:
        if host not in known:
            tag, parent = tags[host], parents[host] if host else 0
            start, end = attributes[host]
            own = "" if tag in _PLAIN else source[start:end][:_NAME]
            if parent not in names:
                start, end = attributes[parent]
                names[parent] = source[start:end][:_NAME]
            known[host] = kinds.setdefault((tag, own, tags[parent], names[parent]), len(kinds))
    return [known[host] for host in hosts]
