"""Groups of links: a page's outline and links in; its linked lines, grouped by the kind of their place, out."""

import re

from newsparse.html.body.flags import mask
from newsparse.html.body.outline import HEADINGS, Cluster, Outline
from newsparse.html.page import HtmlPage

_SHORTEST, _SHORTEST_WIDE, _LONGEST, _LONGEST_TITLE, _NAME = 16, 6, 1000, 300, 60
_FIRST_WIDE = "\u2e80"
_WIDE_RE = re.compile(f"[{_FIRST_WIDE}-\U0010ffff]")

Place = tuple[Cluster, int, str]
"""The kind of an element and its parent, the flags around it, and for the items of a list what the list is in."""


def groups_of(page: HtmlPage, outline: Outline) -> list[list[int]]:
    """Group the lines that are links, and the titles of cards that a link covers; those too short are left out."""
    texts = outline.texts
    groups: dict[Place, list[int]] = {}
    around: dict[int, str] = {}
    for index, block in enumerate(page.tree.blocks):
        if block.size < _SHORTEST and (block.size < _SHORTEST_WIDE or texts[index][:1] < _FIRST_WIDE):
            continue
        if block.link < 0:
            if not _may_be_covered(page, outline, index):
                continue
        elif block.linked * 2 < block.size or block.size > _LONGEST:
            continue
        groups.setdefault(_place(outline, index, around), []).append(index)
    return list(groups.values())


def letters(text: str) -> int:
    """Return a text's length, a wide character counted as two."""
    return len(text) if text.isascii() else len(text) + len(_WIDE_RE.findall(text))


def _may_be_covered(page: HtmlPage, outline: Outline, index: int) -> bool:
    """Tell whether an unlinked line is the title of a card that a link covers."""
    tree, host = page.tree, outline.hosts[index]
    if not _SHORTEST <= tree.blocks[index].size <= _LONGEST_TITLE:
        return False
    parent = tree.parents[host]
    is_title = tree.tags[host] in HEADINGS or (outline.own[host] | outline.own[parent]) & mask("title")
    return bool(is_title or tree.tags[parent] == "article") and page.links.covering(index) >= 0


def _place(outline: Outline, index: int, around: dict[int, str]) -> Place:
    tree, host = outline.tree, outline.hosts[index]
    if tree.tags[host] != "li":
        return outline.clusters[index], outline.above[host], ""
    beyond = tree.parents[tree.parents[host]]
    if beyond not in around:
        around[beyond] = tree.tags[beyond] + tree.source[slice(*tree.attributes[beyond])][:_NAME]
    return outline.clusters[index], outline.above[host], around[beyond]
