"""Likes: headlines of other stories in; those out whose like on the page are headlines too.

A menu of sections has lines that look like headlines one by one; its other lines give it away.
"""

import re
from collections.abc import Sequence

from newsparse.html.flags import mask
from newsparse.html.outline import HEADINGS, Cluster, Outline
from newsparse.html.page import HtmlPage
from newsparse.html.teasers import SHORTEST, is_cued, is_neighbour, letters

Place = tuple[Cluster, int]
_MEDIAN, _TITLE_MEDIAN, _REMOTE_MEDIAN = 28, 24, 34
_PAID_RE = re.compile(
    r"\W*+(?:sponsored|promoted|advertorial|paid|branded|partner)(?:\s(?:content|post|stories|story|by\s.*))?\W*+",
    re.IGNORECASE,
)


def consistent(page: HtmlPage, outline: Outline, heads: Sequence[int]) -> list[int]:
    """Drop headlines whose like on the page are too short to be headlines: lists of sections and services."""
    menus = _menus(page, outline)
    groups: dict[Place, list[int]] = {}
    kept = [head for head in heads if is_neighbour(page, head)]
    for head in heads:
        if head not in kept and not _is_paid(page, outline, head):
            place = place_of(outline, head)
            groups.setdefault(place if place in menus else (place[0], -1), []).append(head)
    for place, group in groups.items():
        heading = page.tree.tags[outline.hosts[group[0]]] in HEADINGS
        if place in menus and not heading:
            wanted, sizes = _REMOTE_MEDIAN, menus[place]
        else:
            wanted, sizes = _TITLE_MEDIAN if heading else _MEDIAN, [letters(page.lines[head].text) for head in group]
        if sorted(sizes)[len(sizes) // 2] >= wanted:
            kept += group
    return [] if len(kept) == 1 and not _is_announced(page, outline, kept[0]) else kept


def _is_announced(page: HtmlPage, outline: Outline, head: int) -> bool:
    """Tell whether a single link to a story is meant as one."""
    marked = outline.above[outline.hosts[head]] & mask("related")
    return bool(marked) or is_neighbour(page, head) or is_cued(page, head)


def place_of(outline: Outline, line: int) -> Place:
    """Name the kind of place that a line stands in, and the very list that a list item is in."""
    host = outline.hosts[line]
    return outline.clusters[line], outline.tree.parents[host] if outline.tree.tags[host] == "li" else -1


def _menus(page: HtmlPage, outline: Outline) -> dict[Place, list[int]]:
    """Return for each kind of place in menus and footers the lengths of all its links, stories or not."""
    remote = mask("<footer>", "foot", "<nav>", "nav", "hide")
    above, hosts = outline.above, outline.hosts
    sizes: dict[Place, list[int]] = {}
    for line, block in enumerate(page.tree.blocks):
        if block.link >= 0 and above[hosts[line]] & remote:
            sizes.setdefault(place_of(outline, line), []).append(letters(page.lines[line].text))
    return sizes


def _is_paid(page: HtmlPage, outline: Outline, head: int) -> bool:
    """Tell whether the heading over a headline, or the label beside it, says that somebody paid for it."""
    for line in range(head - 1, max(-1, head - 3), -1):
        text = page.lines[line].text
        if len(text) < SHORTEST * 2 and _PAID_RE.fullmatch(text):
            return True
    return False
