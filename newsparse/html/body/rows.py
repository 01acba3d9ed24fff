"""Rows of features: a page's outline in; for each block that may be body, a row of numbers and of bits out."""

from collections.abc import Callable, Iterator
from typing import Generic, TypeVar

import msgspec

from newsparse.html.body.flags import cue_flags, mask
from newsparse.html.body.measures import Measured, measure, of_block, of_cluster, of_page, of_parent
from newsparse.html.body.outline import HEADINGS, Cluster, Outline
from newsparse.html.body.told import Told

_TAGS = [
    "p", "div", "li", "h1", "h2", "h3", "h4", "td", "span", "a", "blockquote", "figcaption", "section", "article",
    "title", "label", "dd", "dt", "pre", "button", "summary", "time", "h5", "h6",
]  # fmt: skip
TAG_BITS = {tag: 2 << number for number, tag in enumerate(_TAGS)}
BITS = ["own", "apart", "tag", "cues", "heading_cues"]
_NEAR, _LONG, _SHORT = 60, 60, 25
_CUED, _FAR = 200, 50
_RELATED = 1
_DIALOG = 8
"""How many times as long as a page's text a dialog may be."""
_FIELDS = frozenset({"textarea", "option", "legend"})

Shared = TypeVar("Shared")


class Row(msgspec.Struct, Generic[Shared], frozen=True, gc=False):
    """A block that may be body, as the model sees it."""

    block: int
    numbers: tuple[float, ...]
    shared: tuple[Shared, Shared, Shared, Shared]
    flags: tuple[int, ...]


def rows_of(
    outline: Outline,
    told: Told,
    share: Callable[[int, tuple[float, ...]], Shared],
) -> Iterator[Row[Shared]]:
    """Describe the blocks that may be body: long ones, and any near a long one.

    What stands in menus and footers, in fields of forms and in dialogs on consent is none.

    ``share`` is given each set of numbers that several blocks have in common once, with its place in ``NUMBERS``.
    """
    page = measure(outline, told)
    parents, tags, hosts = outline.tree.parents, outline.tree.tags, outline.hosts
    whole = share(4, of_page(page))
    marked: dict[tuple[float, ...], Shared] = {}
    around: dict[int, Shared] = {}
    clusters: dict[Cluster, Shared] = {}
    before, heading, heading_cues = 0, -99, 0
    apart = ~outline.above[outline.container]  # what the story shares with all around it tells nothing of a block
    elsewhere = mask("<nav>", "<footer>") | (0 if _is_on_consent(outline) else mask("consent"))
    for index, near in enumerate(_near(page)):
        host, size = hosts[index], page.sizes[index]
        tag = tags[host]
        wanted = near and not outline.above[host] & elsewhere and tag not in _FIELDS
        cues = cue_flags(outline.texts[index]) if size < _CUED and (wanted or tag in HEADINGS) else 0
        parent = parents[host] if host else 0
        if wanted:
            cluster = outline.clusters[index]
            if parent not in around:
                around[parent] = share(2, of_parent(outline.tree, outline.sums, parent))
            if cluster not in clusters:
                clusters[cluster] = share(3, of_cluster(page, cluster))
            numbers, marks = of_block(page, index, before, min(index - heading, _FAR))
            if marks not in marked:
                marked[marks] = share(1, marks)
            own = outline.own[host] | outline.own[parent]
            flags = own, outline.above[host] & apart, TAG_BITS.get(tag, 1), cues, heading_cues
            yield Row(index, numbers, (marked[marks], around[parent], clusters[cluster], whole), flags)
        before += outline.plain[index]
        if tag in HEADINGS or (size < _LONG and cues & _RELATED):
            heading, heading_cues = index, cues


def _is_on_consent(outline: Outline) -> bool:
    """Tell whether a page is on consent itself: next to all that runs on is named after it."""
    consent = mask("consent")
    if not outline.above[outline.container] & consent:
        return False
    inside = outside = 0
    for host, size in zip(outline.hosts, outline.plain, strict=True):
        if size >= _LONG:
            if outline.above[host] & consent:
                inside += size
            else:
                outside += size
    return outside * _DIALOG < inside


def _near(page: Measured) -> list[bool]:
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
