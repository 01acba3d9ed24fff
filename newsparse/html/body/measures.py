"""Measures of blocks: a page's outline in; the numbers of a block, and those that it shares with others, out."""

from collections import Counter
from typing import NamedTuple

from newsparse.html.body.outline import Cluster, Outline, Sums
from newsparse.html.reading.tree import Tree

OWN = [
    "size", "words", "density", "sentence", "before", "since_title", "prev_size", "prev_density", "next_size",
    "next_density", "depth_below", "overlap", "copies", "depth", "heading_distance",
]  # fmt: skip
AROUND = [
    "parent_text", "parent_density", "parent_share", "parent_mean", "grand_text", "grand_density", "grand_share",
    "grand_blocks", "great_text", "great_density", "great_share",
]  # fmt: skip
CLUSTER = ["cluster_text", "cluster_share", "cluster_of_max", "cluster_count"]
PAGE = ["container_share", "page_blocks", "page_text", "news"]
NUMBERS = [OWN, AROUND, CLUSTER, PAGE]
"""Numbers of a block, and those that it shares with all blocks of its parent, of its cluster, of the page."""
_SENTENCE_ENDS = frozenset(".!?…。！？:;।")
_CLOSERS = "\"'”’»)“]"
_COMPARED = 400


class Measured(NamedTuple):
    """What every row of a page needs."""

    outline: Outline
    sizes: list[int]
    density: list[float]
    cluster_text: dict[Cluster, int]
    cluster_count: dict[Cluster, int]
    largest: int
    total: int
    copies: dict[str, int]
    headline: frozenset[str]
    title: int


def measure(outline: Outline, headline: str) -> Measured:
    """Measure a page once for all of its blocks."""
    cluster_text: dict[Cluster, int] = {}
    for cluster, size in zip(outline.clusters, outline.plain, strict=True):
        cluster_text[cluster] = cluster_text.get(cluster, 0) + size
    blocks = outline.tree.blocks
    return Measured(
        outline=outline,
        sizes=[block.size for block in blocks],
        density=[block.linked / block.size for block in blocks],
        cluster_text=cluster_text,
        cluster_count=Counter(outline.clusters),
        largest=max(cluster_text.values(), default=0) or 1,
        total=outline.sums.text[0] or 1,
        copies=Counter(outline.texts),
        headline=frozenset(headline.lower().split()),
        title=_title(outline, headline),
    )


def _title(outline: Outline, headline: str) -> int:
    """Find the block that prints the headline: an ``h1`` with most of its words, or any block with just its text."""
    lowered = headline.lower()
    words = set(lowered.split())
    printed = 0
    for index, host in enumerate(outline.hosts):
        tag, text = outline.tree.tags[host], outline.texts[index]
        if tag == "h1" and len(words.intersection(text.lower().split())) * 2 > len(words):
            return index
        if not printed and index and len(text) == len(headline) and text.lower() == lowered:
            printed = index
    return printed


def of_block(page: Measured, index: int, before: int, since_heading: int) -> tuple[float, ...]:
    """Return the numbers of a block, given the characters before it and its distance from the last heading."""
    outline, sizes, density = page.outline, page.sizes, page.density
    text, host, first = outline.texts[index], outline.hosts[index], outline.tree.first
    last = index + 1 == len(sizes)
    depth, container = outline.sums.depth, outline.container
    inside = first[container] <= index < outline.tree.last[container]
    words = text.lower().split() if page.headline and sizes[index] < _COMPARED else ()
    return (
        sizes[index],
        text.count(" ") + 1,
        density[index],
        text.rstrip(_CLOSERS)[-1:] in _SENTENCE_ENDS,
        before / page.total,
        index - page.title,
        sizes[index - 1] if index else 0,
        density[index - 1] if index else 1.0,
        0 if last else sizes[index + 1],
        1.0 if last else density[index + 1],
        depth[host] - depth[container] if inside else -1,
        len(page.headline.intersection(words)) / len(page.headline) if words else 0.0,
        page.copies[text],
        depth[host],
        since_heading,
    )


def of_parent(tree: Tree, sums: Sums, parent: int) -> tuple[float, ...]:
    """Describe a block's parent, grandparent and the element above: equal for all blocks of one parent."""
    grand = tree.parents[parent] if parent else 0
    great = tree.parents[grand] if grand else 0
    text, linked = sums.text, sums.linked
    total = text[0] or 1
    return (
        text[parent],
        linked[parent] / (text[parent] + linked[parent] or 1),
        text[parent] / total,
        text[parent] / (sums.blocks[parent] or 1),
        text[grand],
        linked[grand] / (text[grand] + linked[grand] or 1),
        text[grand] / total,
        sums.blocks[grand],
        text[great],
        linked[great] / (text[great] + linked[great] or 1),
        text[great] / total,
    )


def of_cluster(page: Measured, cluster: Cluster) -> tuple[float, ...]:
    """Return the numbers of the blocks that stand in places of one kind."""
    text = page.cluster_text[cluster]
    return text, text / page.total, text / page.largest, page.cluster_count[cluster]


def of_page(page: Measured, news: bool) -> tuple[float, ...]:
    """Return the numbers of a page."""
    sums = page.outline.sums
    return sums.text[page.outline.container] / page.total, len(page.sizes), page.total, news
