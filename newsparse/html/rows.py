"""Rows of features: a page's tree and texts in; for each block that may be body, a row of numbers out."""

from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

from newsparse.html.flags import cue_flags, element_flags
from newsparse.html.tree import Tree

INLINE = frozenset("a span time label cite code data bdi abbr svg text title".split())
_TAGS = "p div li h1 h2 h3 h4 td span a blockquote figcaption section article title label dd dt pre button summary time h5 h6".split()
TAG_BITS = {tag: 2 << number for number, tag in enumerate(_TAGS)}
HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_SENTENCE_ENDS = frozenset(".!?…。！？:;।")
_CLOSERS = "\"'”’»)“]"
NUMBERS = (
    "size words density sentence commas position before since_title prev_size prev_density next_size next_density prev2_size"
    " next2_size parent_text parent_density parent_share parent_mean grand_text grand_density grand_share grand_blocks great_text"
    " great_density great_share cluster_text cluster_share cluster_of_max cluster_count container_share depth_below overlap copies"
    " depth page_blocks page_text heading_distance index_in_parent next_same digits images_before images_after news"
).split()
BITS = ("own", "above", "tag", "cues", "heading_cues")


class Sums(NamedTuple):
    """For each element what all blocks in it amount to."""

    text: list[int]
    linked: list[int]
    blocks: list[int]
    depth: list[int]


class Rows(NamedTuple):
    """What the model reads."""

    hosts: list[int]
    """For each block the innermost element that is not inline."""
    plain: list[int]
    """For each block its text outside of links."""
    candidates: list[int]
    rows: list[list[float]]
    """One row of numbers a candidate."""
    flags: list[tuple[int, ...]]
    """One row of bits a candidate."""
    sums: Sums
    own: list[int]
    """For each element its own flags."""
    above: list[int]
    """For each element the flags of itself and everything around it."""
    clusters: list[tuple[str, ...]]


def hosts_of(tree: Tree) -> list[int]:
    tags, parents = tree.tags, tree.parents
    hosts = []
    for block in tree.blocks:
        element = block.element
        while tags[element] in INLINE and parents[element] > 0:
            element = parents[element]
        hosts.append(element)
    return hosts


def sums_of(tree: Tree, hosts: list[int], plain: list[int]) -> Sums:
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
    for element in range(1, count):
        depth[element] = depth[parents[element]] + 1
    return Sums(text, linked, blocks, depth)


def container_of(tree: Tree, hosts: list[int], plain: list[int]) -> int:
    scores: dict[int, float] = {}
    for host, size, block in zip(hosts, plain, tree.blocks, strict=True):
        if size < 60 or block.linked * 3 > block.size:
            continue
        element, weight = host, 1.0
        for _ in range(4):
            element = tree.parents[element]
            if element <= 0:
                break
            scores[element] = scores.get(element, 0.0) + weight * size
            weight *= 0.8
    return max(scores, key=lambda element: scores[element], default=0)


def clusters_of(tree: Tree, hosts: list[int]) -> list[tuple[str, ...]]:
    """Name for each block the kind of place it stands in: its tag and its parent's, with their attributes."""
    source, known = tree.source, {}
    clusters = []
    for host in hosts:
        name = known.get(host)
        if name is None:
            parent = tree.parents[host] if host else 0
            start, end = tree.attributes[host]
            begin, stop = tree.attributes[parent]
            tag = tree.tags[host]
            own = "" if tag in {"p", "li"} else source[start : min(end, start + 80)]
            name = known[host] = (tag, own, tree.tags[parent], source[begin : min(stop, begin + 80)])
        clusters.append(name)
    return clusters


def images_between(tree: Tree) -> list[int]:
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


def rows_of(tree: Tree, texts: Sequence[str], headline: str, news: bool) -> Rows:
    """Describe the blocks of a page that may be body."""
    count = len(texts)
    tags, parents = tree.tags, tree.parents
    hosts = hosts_of(tree)
    sizes = [block.size for block in tree.blocks]
    plain = [block.size - block.linked for block in tree.blocks]
    density = [block.linked / block.size for block in tree.blocks]
    sums = sums_of(tree, hosts, plain)
    text_of, link_of, blocks_of, depth = sums
    clusters = clusters_of(tree, hosts)
    cluster_text: dict[tuple[str, ...], int] = {}
    for cluster, size in zip(clusters, plain, strict=True):
        cluster_text[cluster] = cluster_text.get(cluster, 0) + size
    cluster_count = Counter(clusters)
    largest = max(cluster_text.values(), default=0) or 1
    total = text_of[0] or 1
    box = container_of(tree, hosts, plain)
    low, high = tree.first[box], tree.last[box]
    box_share = text_of[box] / total
    head = set(headline.lower().split())
    copies = Counter(texts)
    own, above = element_flags(tree, sums.blocks)
    images = images_between(tree)
    title_at = title_of(tree, texts, hosts, headline, head)
    p_size = [0, 0, *sizes, 0, 0]
    p_plain = [0, 0, *plain, 0, 0]
    p_density = [1.0, *density, 1.0]
    candidates, rows, flags = [], [], []
    before, last_heading, heading_cues = 0, -99, 0
    for i in range(count):
        size, host, text = sizes[i], hosts[i], texts[i]
        tag = tags[host]
        is_candidate = density[i] < 0.9 or size > 60 or p_plain[i + 1] >= 80 or p_plain[i + 3] >= 80
        cue = cue_flags(text) if size < 200 and (is_candidate or tag in HEADINGS) else 0
        if is_candidate:
            parent = parents[host] if host else 0
            grand = parents[parent] if parent else 0
            great = parents[grand] if grand else 0
            own_text = text_of[parent]
            words = text.split() if size < 400 else ()
            cluster = cluster_text[clusters[i]]
            candidates.append(i)
            rows.append([
                size, text.count(" ") + 1, density[i], text.rstrip(_CLOSERS)[-1:] in _SENTENCE_ENDS,
                text.count(",") + text.count("、") + text.count("，"), i / count, before / total, i - title_at,
                p_size[i + 1], p_density[i], p_size[i + 3], p_density[i + 2], p_size[i], p_size[i + 4],
                own_text, link_of[parent] / (own_text + link_of[parent] or 1), own_text / total, own_text / (blocks_of[parent] or 1),
                text_of[grand], link_of[grand] / (text_of[grand] + link_of[grand] or 1), text_of[grand] / total, blocks_of[grand],
                text_of[great], link_of[great] / (text_of[great] + link_of[great] or 1), text_of[great] / total,
                cluster, cluster / total, cluster / largest, cluster_count[clusters[i]],
                box_share, depth[host] - depth[box] if low <= i < high else -1,
                len(head.intersection([w.lower() for w in words])) / len(head) if head and words else 0.0, copies[text], depth[host], count, total,
                min(i - last_heading, 50), i - tree.first[parent], i + 1 < count and clusters[i + 1] == clusters[i],
                sum(map(str.isdigit, text[:60])) if size < 200 else 0, images[i], images[i + 1], news,
            ])
            flags.append((own[host] | own[parent], above[host], TAG_BITS.get(tag, 1), cue, heading_cues))
        before += plain[i]
        if tag in HEADINGS or (size < 60 and cue & 1):
            last_heading, heading_cues = i, cue
    return Rows(hosts, plain, candidates, rows, flags, sums, own, above, clusters)


def title_of(tree: Tree, texts: Sequence[str], hosts: list[int], headline: str, head: set[str]) -> int:
    lowered = headline.lower()
    second = 0
    for i, host in enumerate(hosts):
        tag = tree.tags[host]
        if tag == "h1" and len(head.intersection(texts[i].lower().split())) * 2 > len(head):
            return i
        if not second and tag != "title" and len(texts[i]) == len(headline) and texts[i].lower() == lowered:
            second = i
    return second
