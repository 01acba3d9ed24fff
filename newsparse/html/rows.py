"""Rows of features: a page's outline in; for each block that may be body, a row of numbers and of bits out."""

from collections import Counter
from collections.abc import Iterator
from typing import NamedTuple

from newsparse.html.flags import cue_flags
from newsparse.html.outline import HEADINGS, Cluster, Outline, Sums
from newsparse.html.tree import Tree

_TAGS = [
    "p", "div", "li", "h1", "h2", "h3", "h4", "td", "span", "a", "blockquote", "figcaption", "section", "article",
    "title", "label", "dd", "dt", "pre", "button", "summary", "time", "h5", "h6",
]  # fmt: skip
TAG_BITS = {tag: 2 << number for number, tag in enumerate(_TAGS)}
NUMBERS = [
    "size", "words", "density", "sentence", "before", "since_title", "prev_size", "prev_density", "next_size",
    "next_density", "parent_text", "parent_density", "parent_share", "parent_mean", "grand_text", "grand_density",
    "grand_share", "grand_blocks", "great_text", "great_density", "great_share", "cluster_text", "cluster_share",
    "cluster_of_max", "cluster_count", "container_share", "depth_below", "overlap", "copies", "depth", "page_blocks",
    "page_text", "heading_distance", "index_in_parent", "images_before", "images_after", "news",
]  # fmt: skip
BITS = ["own", "above", "tag", "cues", "heading_cues"]
_SENTENCE_ENDS = frozenset(".!?…。！？:;।")
_CLOSERS = "\"'”’»)“]"
_NEAR, _LONG, _SHORT = 60, 60, 25
_CUED, _COMPARED, _FAR = 200, 400, 50
_RELATED = 1


class Row(NamedTuple):
    """A block that may be body, as the model sees it."""

    block: int
    numbers: list[float]
    flags: tuple[int, ...]


class _Page(NamedTuple):
    """What every row of a page needs."""

    outline: Outline
    density: list[float]
    cluster_text: dict[Cluster, int]
    cluster_count: dict[Cluster, int]
    largest: int
    copies: dict[str, int]
    images: list[int]
    headline: frozenset[str]
    title: int
    news: bool


def rows_of(outline: Outline, headline: str, news: bool) -> Iterator[Row]:
    """Describe the blocks that may be body: long ones, and any near a long one."""
    page = _page(outline, headline, news)
    sizes = [block.size for block in outline.tree.blocks]
    plain = [0, 0, *outline.plain, 0, 0]
    tags = outline.tree.tags
    around: dict[int, tuple[float, ...]] = {}
    before, heading, heading_cues = 0, -99, 0
    for index, host in enumerate(outline.hosts):
        size, tag = sizes[index], tags[host]
        near = max(plain[index], plain[index + 1], plain[index + 3], plain[index + 4]) >= _NEAR
        wanted = near or size > _LONG or (size >= _SHORT and page.density[index] < 0.9)
        cues = cue_flags(outline.texts[index]) if size < _CUED and (wanted or tag in HEADINGS) else 0
        if wanted:
            parent = outline.tree.parents[host] if host else 0
            if parent not in around:
                around[parent] = tuple(_around(outline.tree, outline.sums, parent))
            numbers = [*_of_text(page, index, before), *around[parent], *_of_place(page, index)]
            numbers[-3:-3] = min(index - heading, _FAR), index - outline.tree.first[parent]
            own = outline.own[host] | outline.own[parent]
            yield Row(index, numbers, (own, outline.above[host], TAG_BITS.get(tag, 1), cues, heading_cues))
        before += outline.plain[index]
        if tag in HEADINGS or (size < _LONG and cues & _RELATED):
            heading, heading_cues = index, cues


def _page(outline: Outline, headline: str, news: bool) -> _Page:
    cluster_text: dict[Cluster, int] = {}
    for cluster, size in zip(outline.clusters, outline.plain, strict=True):
        cluster_text[cluster] = cluster_text.get(cluster, 0) + size
    return _Page(
        outline=outline,
        density=[block.linked / block.size for block in outline.tree.blocks],
        cluster_text=cluster_text,
        cluster_count=Counter(outline.clusters),
        largest=max(cluster_text.values(), default=0) or 1,
        copies=Counter(outline.texts),
        images=_images(outline.tree),
        headline=frozenset(headline.lower().split()),
        title=_title(outline, headline),
        news=news,
    )


def _images(tree: Tree) -> list[int]:
    """Count for each block the images since the block before it."""
    starts = [block.start for block in tree.blocks]
    counts = [0] * (len(starts) + 1)
    at = 0
    for name, place in tree.voids:
        if name == "img":
            while at < len(starts) and starts[at] < place[0]:
                at += 1
            counts[at] += 1
    return counts


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


def _of_text(page: _Page, index: int, before: int) -> tuple[float, ...]:
    blocks, density, text = page.outline.tree.blocks, page.density, page.outline.texts[index]
    last = index + 1 == len(blocks)
    return (
        blocks[index].size,
        text.count(" ") + 1,
        density[index],
        text.rstrip(_CLOSERS)[-1:] in _SENTENCE_ENDS,
        before / (page.outline.sums.text[0] or 1),
        index - page.title,
        blocks[index - 1].size if index else 0,
        density[index - 1] if index else 1.0,
        0 if last else blocks[index + 1].size,
        1.0 if last else density[index + 1],
    )


def _around(tree: Tree, sums: Sums, parent: int) -> Iterator[float]:
    """Describe a block's parent, grandparent and the element above: equal for all blocks of one parent."""
    total = sums.text[0] or 1
    element = parent
    for level in range(3):
        text, linked = sums.text[element], sums.linked[element]
        yield text
        yield linked / (text + linked or 1)
        yield text / total
        if level == 0:
            yield text / (sums.blocks[element] or 1)
        elif level == 1:
            yield sums.blocks[element]
        element = tree.parents[element] if element else 0


def _of_place(page: _Page, index: int) -> tuple[float, ...]:
    outline = page.outline
    host, cluster, text = outline.hosts[index], outline.clusters[index], outline.texts[index]
    container, sums = outline.container, outline.sums
    total, cluster_text = sums.text[0] or 1, page.cluster_text[cluster]
    inside = outline.tree.first[container] <= index < outline.tree.last[container]
    compared = page.headline and outline.tree.blocks[index].size < _COMPARED
    return (
        cluster_text,
        cluster_text / total,
        cluster_text / page.largest,
        page.cluster_count[cluster],
        sums.text[container] / total,
        sums.depth[host] - sums.depth[container] if inside else -1,
        len(page.headline.intersection(text.lower().split())) / len(page.headline) if compared else 0.0,
        page.copies[text],
        sums.depth[host],
        len(outline.texts),
        total,
        page.images[index],
        page.images[index + 1],
        page.news,
    )
