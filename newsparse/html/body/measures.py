"""Measures of blocks: a page's outline in; the numbers of a block, and those that it shares with others, out."""

import re
from collections import Counter

import msgspec

from newsparse.html.body.outline import Cluster, Outline, Sums
from newsparse.html.body.told import Told
from newsparse.html.reading.tree import Tree

OWN = [
    "size", "words", "density", "sentence", "before", "since_title", "prev_size", "prev_density", "next_size",
    "next_density", "depth_below", "overlap", "copies", "depth", "heading_distance",
]  # fmt: skip
MARKS = ["names_author", "names_site", "standfirst", "emphasis", "in_article"]
AROUND = [
    "parent_text", "parent_density", "parent_share", "parent_mean", "grand_text", "grand_density", "grand_share",
    "grand_blocks", "great_text", "great_density", "great_share",
]  # fmt: skip
CLUSTER = ["cluster_text", "cluster_share", "cluster_of_max", "cluster_count"]
PAGE = ["container_share", "page_blocks", "page_text", "news"]
NUMBERS = [OWN, MARKS, AROUND, CLUSTER, PAGE]
"""Numbers of a block; those that few values are known of; those that all blocks of its parent, its cluster, the page
have in common."""
_SENTENCE_ENDS = frozenset(".!?…。！？:;।")
_CLOSERS = "\"'”’»)“]"
_COMPARED, _REMARK = 400, 600
_EMPHASIS = 60
_EMPHASIS_RE = re.compile(r"<(em|i|strong|b|small|u)(?:\s[^<>]*+)?>\Z")
_EMPHASES = {"em": 1, "i": 1, "strong": 2, "b": 2, "small": 3, "u": 2}
_OPENINGS = frozenset(f"{tag} >"[:2] for tag in _EMPHASES) | frozenset({"i>", "b>", "u>"})
_CLOSINGS = frozenset(f"{tag[-1]}>" for tag in _EMPHASES) | frozenset({'">', "'>"})
"""How their tags begin and end; no other is looked at."""
_WHOLLY = 3
_LESS = 4


class Measured(msgspec.Struct, frozen=True, gc=False):
    """What every row of a page needs."""

    outline: Outline
    sizes: list[int]
    density: list[float]
    cluster_text: dict[Cluster, int]
    cluster_count: dict[Cluster, int]
    largest: int
    total: int
    copies: dict[str, int]
    told: Told
    headline: frozenset[str]
    title: int
    articles: list[int]
    """For each block the innermost ``article`` that it stands in, or 0."""
    article: int
    """The one that the story seems to be."""


def measure(outline: Outline, told: Told) -> Measured:
    """Measure a page once for all of its blocks."""
    cluster_text: dict[Cluster, int] = {}
    for cluster, size in zip(outline.clusters, outline.plain, strict=True):
        cluster_text[cluster] = cluster_text.get(cluster, 0) + size
    blocks = outline.tree.blocks
    title = title_of(outline, told.headline)
    articles, article = _articles(outline, title)
    return Measured(
        outline=outline,
        sizes=[block.size for block in blocks],
        density=[block.linked / block.size for block in blocks],
        cluster_text=cluster_text,
        cluster_count=Counter(outline.clusters),
        largest=max(cluster_text.values(), default=0) or 1,
        total=outline.sums.text[0] or 1,
        copies=Counter(outline.texts),
        told=told,
        headline=frozenset(told.headline.split()),
        title=title,
        articles=articles,
        article=article,
    )


def _articles(outline: Outline, title: int) -> tuple[list[int], int]:
    """Return for each block the innermost ``article`` around it, or 0; and the one that the story seems to be.

    That is the one with the most text of its own, unless the headline stands in one with not much less.
    """
    tree, text = outline.tree, outline.sums.text
    found: list[int] = []
    own = {0: text[0]}
    around = [(0, len(tree.blocks))]
    element = 0
    for _ in range(tree.tags.count("article")):
        element = tree.tags.index("article", element + 1)
        first, last = tree.first[element], tree.last[element]
        if first < last:
            while around[-1][1] <= first:
                outer, end = around.pop()
                found += [outer] * (end - len(found))
            outer = around[-1][0]
            found += [outer] * (first - len(found))
            own[outer] -= text[element]
            own[element] = text[element]
            around.append((element, last))
    for outer, end in reversed(around):
        found += [outer] * (end - len(found))
    longest, titled = max(own, key=lambda element: own[element]), found[title] if title else 0
    return found, titled if titled and own[titled] * _LESS >= own[longest] else longest


def title_of(outline: Outline, lowered: str) -> int:
    """Find the block that prints the headline: an ``h1`` with most of its words, or any block with just its text."""
    words = set(lowered.split())
    printed = 0
    for index, host in enumerate(outline.hosts):
        tag, text = outline.tree.tags[host], outline.texts[index]
        if tag == "h1" and len(words.intersection(text.lower().split())) * 2 > len(words):
            return index
        if not printed and index and len(text) == len(lowered) and text.lower() == lowered:
            printed = index
    return printed


def of_block(
    page: Measured, index: int, before: int, since_heading: int
) -> tuple[tuple[float, ...], tuple[float, ...]]:
    """Return the numbers and the marks of a block, given the characters before it and its distance from a heading."""
    outline, sizes, density = page.outline, page.sizes, page.density
    text, host, first = outline.texts[index], outline.hosts[index], outline.tree.first
    last = index + 1 == len(sizes)
    depth, container = outline.sums.depth, outline.container
    inside = first[container] <= index < outline.tree.last[container]
    lowered = text.lower() if sizes[index] < _REMARK else ""
    words = lowered.split() if page.headline and sizes[index] < _COMPARED else ()
    told = page.told
    numbers = (
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
    marks = (
        told.names_author(lowered),
        told.names_site(lowered),
        told.is_standfirst(lowered),
        _emphasis(outline.tree, index),
        page.articles[index] == page.article,
    )
    return numbers, marks


def _emphasis(tree: Tree, index: int) -> int:
    """Tell what marks the beginning of a block, or the whole of it, as emphasised, bold or small."""
    block, source = tree.blocks[index], tree.source
    start = block.start
    if source[start - 2 : start] not in _CLOSINGS:
        return 0
    at = source.rfind("<", max(0, start - _EMPHASIS), start)
    found = _EMPHASIS_RE.match(source, at, start) if at >= 0 and source[at + 1 : at + 3] in _OPENINGS else None
    if not found:
        return 0
    return _EMPHASES[found[1]] + _WHOLLY * source.startswith(f"</{found[1]}", block.end)


def is_set_off(tree: Tree, index: int) -> bool:
    """Tell whether the whole of a block is bold."""
    return _emphasis(tree, index) == _EMPHASES["b"] + _WHOLLY


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


def of_page(page: Measured) -> tuple[float, ...]:
    """Return the numbers of a page."""
    sums = page.outline.sums
    return sums.text[page.outline.container] / page.total, len(page.sizes), page.total, page.told.is_news
