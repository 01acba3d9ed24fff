"""Headings: a page's tree in; the headings that it prints and its title out, each with what its place says of it."""

from collections.abc import Iterator
from typing import NamedTuple
from urllib.parse import urlsplit

from newsparse.html.attributes import attribute_spans, value_at
from newsparse.html.metadata import Said
from newsparse.html.titles import Site
from newsparse.html.tree import Tree
from newsparse.html.visible import visible_text

_LONGEST_SOURCE = 8000
_HEADINGS = frozenset({"h1", "h2", "h3"})
_MOST_HEADINGS = 60
_MENUS, _STORIES = frozenset({"li", "nav"}), frozenset({"article", "main"})


class Heading(NamedTuple):
    """A heading that the page prints."""

    said: Said
    tag: str
    element: int


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


def printed_headings(tree: Tree) -> Iterator[Heading]:
    """Yield the headings that have a text: every ``h1`` before the lesser ones."""
    found = [element for element, tag in enumerate(tree.tags) if tag in _HEADINGS]
    for element in sorted(found, key=lambda element: tree.tags[element] != "h1")[:_MOST_HEADINGS]:
        for said in _said(tree, element):
            yield Heading(said, tree.tags[element], element)


def is_of_site(tree: Tree, heading: Heading, site: Site) -> bool:
    """Tell whether a heading names the site, leads home or stands in a menu."""
    above = _above(tree, heading.element)
    in_menu = above[0] in _MENUS or "nav" in above[:4]
    return in_menu or _leads_home(tree, heading.element) or site.is_named(heading.said.value)


def is_in_story(tree: Tree, heading: Heading) -> bool:
    """Tell whether a heading stands in what the page marks as its story."""
    return not _STORIES.isdisjoint(_above(tree, heading.element))


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
