"""Rows of features: a page's outline in; for each block that may be body, a row of numbers and of bits out."""

import functools
from collections import Counter
from collections.abc import Callable, Iterator
from typing import Generic, NamedTuple, TypeVar

from newsparse.html.flags import cue_flags, flag_names
from newsparse.html.outline import HEADINGS, Cluster, Outline, Sums
from newsparse.html.tree import Tree

_TAGS = [
    "p", "div", "li", "h1", "h2", "h3", "h4", "td", "span", "a", "blockquote", "figcaption", "section", "article",
    "title", "label", "dd", "dt", "pre", "button", "summary", "time", "h5", "h6",
]  # fmt: skip
TAG_BITS = {tag: 2 << number for number, tag in enumerate(_TAGS)}
OWN = [
    "size", "words", "density", "sentence", "before", "since_title", "prev_size", "prev_density", "next_size",
    "next_density", "depth_below", "overlap", "copies", "depth", "heading_distance", "index_in_parent",
    "images_before", "images_after",
]  # fmt: skip
AROUND = [
    "parent_text", "parent_density", "parent_share", "parent_mean", "grand_text", "grand_density", "grand_share",
    "grand_blocks", "great_text", "great_density", "great_share",
]  # fmt: skip
CLUSTER = ["cluster_text", "cluster_share", "cluster_of_max", "cluster_count"]
PAGE = ["container_share", "page_blocks", "page_text", "news"]
NUMBERS = [OWN, AROUND, CLUSTER, PAGE]
"""Numbers of a block, and those that it shares with all blocks of its parent, of its cluster, of the page."""
BITS = ["own", "above", "tag", "cues", "heading_cues"]
_SENTENCE_ENDS = frozenset(".!?…。！？:;।")
_CLOSERS = "\"'”’»)“]"
_NEAR, _LONG, _SHORT = 60, 60, 25
_CUED, _COMPARED, _FAR = 200, 400, 50
_LINKED = 100
_RELATED = 1

Shared = TypeVar("Shared")


class Row(NamedTuple, Generic[Shared]):
    """A block that may be body, as the model sees it."""

    block: int
    numbers: tuple[float, ...]
    shared: tuple[Shared, Shared, Shared]
    flags: tuple[int, ...]


class _Page(NamedTuple):
    """What every row of a page needs."""

    outline: Outline
    sizes: list[int]
    density: list[float]
    cluster_text: dict[Cluster, int]
    cluster_count: dict[Cluster, int]
    largest: int
    total: int
    copies: dict[str, int]
    images: list[int]
    headline: frozenset[str]
    title: int


def rows_of(
    outline: Outline,
    headline: str,
    news: bool,
    share: Callable[[int, tuple[float, ...]], Shared],
    sure_ones: bool = True,
) -> Iterator[Row[Shared]]:
    """Describe the blocks that may be body: long ones, and any near a long one.

    ``share`` is given each set of numbers that several blocks have in common once, with its place in ``NUMBERS``.
    Without the ``sure_ones``, those are left out that a learned model never takes for body.
    """
    page = _page(outline, headline)
    parents, tags, hosts = outline.tree.parents, outline.tree.tags, outline.hosts
    whole = share(3, _of_page(page, news))
    around: dict[int, Shared] = {}
    clusters: dict[Cluster, Shared] = {}
    before, heading, heading_cues = 0, -99, 0
    for index, wanted in enumerate(_wanted(page)):
        host, size = hosts[index], page.sizes[index]
        tag = tags[host]
        cues = cue_flags(outline.texts[index]) if size < _CUED and (wanted or tag in HEADINGS) else 0
        parent = parents[host] if host else 0
        if wanted and (sure_ones or not _is_sure(outline, host, parent, size)):
            cluster = outline.clusters[index]
            if parent not in around:
                around[parent] = share(1, _around(outline.tree, outline.sums, parent))
            if cluster not in clusters:
                clusters[cluster] = share(2, _of_cluster(page, cluster))
            numbers = _of_block(page, index, before, min(index - heading, _FAR))
            own = outline.own[host] | outline.own[parent]
            flags = own, outline.above[host], TAG_BITS.get(tag, 1), cues, heading_cues
            yield Row(index, numbers, (around[parent], clusters[cluster], whole), flags)
        before += outline.plain[index]
        if tag in HEADINGS or (size < _LONG and cues & _RELATED):
            heading, heading_cues = index, cues


def _is_sure(outline: Outline, host: int, parent: int, size: int) -> bool:
    """Tell whether a block stands in a menu, in a footer or, a short one, among nothing but links."""
    return bool((size < _LINKED and outline.sums.text[parent] == 0) or outline.above[host] & _menus())


@functools.cache
def _menus() -> int:
    names = flag_names()
    return 1 << names.index("<nav>") | 1 << names.index("<footer>")


def _wanted(page: _Page) -> list[bool]:
    """Tell of each block whether it is long, or two blocks at most from a long one."""
    plain = page.outline.plain
    near = [False] * (len(plain) + 4)
    for index, size in enumerate(plain):
        if size >= _NEAR:
            near[index] = near[index + 1] = near[index + 3] = near[index + 4] = True
    return [
        close or size > _LONG or (size >= _SHORT and density < 0.9)
        for close, size, density in zip(near[2:], page.sizes, page.density, strict=False)
    ]


def _page(outline: Outline, headline: str) -> _Page:
    cluster_text: dict[Cluster, int] = {}
    for cluster, size in zip(outline.clusters, outline.plain, strict=True):
        cluster_text[cluster] = cluster_text.get(cluster, 0) + size
    blocks = outline.tree.blocks
    return _Page(
        outline=outline,
        sizes=[block.size for block in blocks],
        density=[block.linked / block.size for block in blocks],
        cluster_text=cluster_text,
        cluster_count=Counter(outline.clusters),
        largest=max(cluster_text.values(), default=0) or 1,
        total=outline.sums.text[0] or 1,
        copies=Counter(outline.texts),
        images=_images(outline.tree),
        headline=frozenset(headline.lower().split()),
        title=_title(outline, headline),
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


def _of_block(page: _Page, index: int, before: int, since_heading: int) -> tuple[float, ...]:
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
        index - first[outline.tree.parents[host] if host else 0],
        page.images[index],
        page.images[index + 1],
    )


def _around(tree: Tree, sums: Sums, parent: int) -> tuple[float, ...]:
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


def _of_cluster(page: _Page, cluster: Cluster) -> tuple[float, ...]:
    text = page.cluster_text[cluster]
    return text, text / page.total, text / page.largest, page.cluster_count[cluster]


def _of_page(page: _Page, news: bool) -> tuple[float, ...]:
    sums = page.outline.sums
    return sums.text[page.outline.container] / page.total, len(page.sizes), page.total, news
