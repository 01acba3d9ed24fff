"""Headings: a page's tree in; the headings that it prints and its title out, each with what its place says of it."""

from collections.abc import Iterator
from urllib.parse import urlsplit

import msgspec

from newsparse.html.metadata.sources import Said
from newsparse.html.metadata.titles import Site
from newsparse.html.reading.attributes import attribute_spans, value_at
from newsparse.html.reading.tree import Block, Tree
from newsparse.html.reading.visible import visible_text

_LONGEST_SOURCE = 8000
_HEADINGS = frozenset({"h1", "h2", "h3"})
_MOST_HEADINGS = 25
_MENUS, _STORIES = frozenset({"li", "nav"}), frozenset({"article", "main"})
_RUNNING = 120


class Heading(msgspec.Struct, frozen=True, gc=False):
    """A heading that the page prints, and what its place says of it."""

    said: Said
    tag: str
    is_site: bool
    """Whether it names the site, leads home or stands in a menu."""
    in_story: bool
    is_linked: bool
    opens_text: bool
    """Whether it is the last heading before the page's first running text."""


def page_title(tree: Tree) -> Said | None:
    """Return what ``<title>`` says."""
    if "title" not in tree.tags:
        return None
    return next(_said(tree, tree.tags.index("title")), None)


def _said(tree: Tree, element: int) -> Iterator[Said]:
    if tree.last[element] > tree.first[element]:
        place = tree.blocks[tree.first[element]].start, tree.blocks[tree.last[element] - 1].end
        if place[1] - place[0] < _LONGEST_SOURCE:
            yield Said(visible_text(tree.source[place[0] : place[1]]), place)


def printed_headings(tree: Tree, site: Site) -> Iterator[Heading]:
    """Yield the headings that have a text: every ``h1`` before the lesser ones."""
    found = [element for element, tag in enumerate(tree.tags) if tag in _HEADINGS]
    opening = _before_text(tree, found)
    for element in sorted(found, key=lambda element: tree.tags[element] != "h1")[:_MOST_HEADINGS]:
        above = _above(tree, element)
        menu = above[0] in _MENUS or "nav" in above[:4]
        for said in _said(tree, element):
            yield Heading(
                said=said,
                tag=tree.tags[element],
                is_site=menu
                or (tree.tags[element] == "h1" and _leads_home(tree, element))
                or site.is_named(said.value),
                in_story=not _STORIES.isdisjoint(above),
                is_linked=tree.blocks[tree.first[element]].link >= 0,
                opens_text=element == opening,
            )


def _before_text(tree: Tree, headings: list[int]) -> int:
    """Return the last of the headings that stand before the first long block that is no list of links; -1 for none."""
    first = next((at for at, block in enumerate(tree.blocks) if _is_running(tree, block)), 0)
    return max((element for element in headings if tree.first[element] < first), default=-1)


def _is_running(tree: Tree, block: Block) -> bool:
    return (
        block.size - block.linked >= _RUNNING
        and block.linked * 3 < block.size
        and tree.tags[block.element] not in _HEADINGS
        and tree.tags[block.element] != "title"
    )


def _above(tree: Tree, element: int) -> list[str]:
    tags = []
    while element > 0:
        element = tree.parents[element]
        tags.append(tree.tags[element])
    return tags


def _leads_home(tree: Tree, element: int) -> bool:
    """Tell whether a heading links to the site's first page, as a logo does."""
    link = tree.blocks[tree.first[element]].link
    span = attribute_spans(tree.source, tree.attributes[link]).get("href") if link >= 0 else None
    if span is None:
        return False
    try:
        parts = urlsplit(value_at(tree.source, span))
    except ValueError:
        return False
    return not parts.path.strip("/") and not parts.query
