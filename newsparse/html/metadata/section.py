"""The section: a page's tree and metadata in; what the site files its article under, with its place, out.

What the page declares comes first, then the last step of a breadcrumb trail that is neither the front page nor the
article itself.
"""

import functools
import itertools
from collections.abc import Iterator
from urllib.parse import urlsplit

from newsparse.html.metadata.marked import Marks, text_of, tightened
from newsparse.html.metadata.printed import headline_block
from newsparse.html.metadata.sources import Metadata, Said, said_in_crumbs, said_in_meta, said_in_node
from newsparse.html.metadata.titles import Site, same
from newsparse.html.reading.attributes import attribute
from newsparse.html.reading.places import fold
from newsparse.html.reading.tree import Tree
from newsparse.html.reading.visible import visible_text
from newsparse.package_data import read_lists

_LONGEST, _LONGEST_SOURCE, _MOST_WORDS, _MOST_OF_A_STEP = 60, 400, 8, 6
_MORE = 8
"""Characters that a printed section may have more than the same one in an address: `` & `` for ``-``."""

_TRAIL = "readcrumb"
"""What the class, the label or the type of a trail holds, with a small or a capital letter before it."""
_MARK = "articleSection"
_STEPS, _LEAST = 40, 8
_MARKS = " \t\u00a0<>«»‹›/|:·•→←—–-#"
"""What stands around the word of a step that is compared."""
_EDGES = " \t\u00a0>»›/|:·•→—–-"


def find_section(
    marks: Marks, data: Metadata, site: Site, meta_names: tuple[str, ...], headline: str, url: str
) -> Said | None:
    """Return the section of a page's article."""
    weak: Said | None = None
    for said in _candidates(marks, data, site, meta_names, same(headline), url):
        if _key(said.value) not in _words("weak"):
            return said
        weak = weak or said
    return weak


def as_printed(tree: Tree, said: Said | None) -> Said | None:
    """Return a section as the page prints it, where metadata say it as addresses do (``health-care``)."""
    if said is None or not said.value.islower():
        return said
    key, headline = same(said.value), headline_block(tree)
    found: Said | None = None
    for at, block in enumerate(tree.blocks):
        if len(key) <= block.size <= len(said.value) + _MORE and block.end - block.start < _LONGEST_SOURCE:
            text = visible_text(tree.source[block.start : block.end])
            if same(text) != key or not text[-1].isalnum() or text.lower() == text or text.upper() == text:
                continue
            if at < headline:
                found = Said(text, tightened(tree.source, block.start, block.end))
            else:
                found = found or Said(text, None)
    return found or said


def _candidates(
    marks: Marks, data: Metadata, site: Site, meta_names: tuple[str, ...], own: str, url: str
) -> Iterator[Said]:
    for said in _declared(marks, data, meta_names):
        found = _first_of(said)
        is_long = len(found.value) > _LONGEST or not _is_name(found.value, _MOST_WORDS)
        if same(found.value) not in ("", own) and not is_long and _key(found.value) not in _words("none"):
            yield found
    for trail in itertools.chain([said_in_crumbs(data)], _shown(marks)):
        steps = [said for said, address in trail if not _is_outside(said.value, address, site, url)]
        steps = [said for said in steps if not _is_article(same(said.value), own)]
        if steps:
            yield steps[-1]


def _declared(marks: Marks, data: Metadata, meta_names: tuple[str, ...]) -> Iterator[Said]:
    yield from said_in_node(data, "articleSection")
    yield from said_in_meta(data, meta_names)
    if _MARK in data.source:
        for element in marks.with_any(_MARK):
            yield from text_of(marks.tree, element)


def _first_of(said: Said) -> Said:
    """Return the first of several sections that one value lists; ``Food, Drink`` may be one."""
    parts = said.value.split(",")
    if len(parts) < 2 or (len(parts) == 2 and parts[1][:1] == " "):
        return said
    place = said.place
    return Said(parts[0].strip(), (place[0], place[0] + len(parts[0].rstrip())) if place else None)


def _is_name(text: str, most_words: int) -> bool:
    return len(text.split()) <= most_words


def _shown(marks: Marks) -> Iterator[list[tuple[Said, str]]]:
    """Yield the trails that the page shows: the links in each, with their addresses."""
    tree = marks.tree
    for element in marks.with_any(_TRAIL) if _TRAIL in tree.source else ():
        if tree.last[element] > tree.first[element] and tree.last[element] - tree.first[element] < _STEPS:
            yield list(_links_in(tree, element))


def _links_in(tree: Tree, element: int) -> Iterator[tuple[Said, str]]:
    end = tree.ends[element]
    for link in range(element, min(len(tree.tags), element + _STEPS * 4)):
        if tree.attributes[link][0] > end:
            return
        start, stop = tree.attributes[link][1] + 1, tree.ends[link]
        if tree.tags[link] == "a" and 0 < stop - start < _LONGEST_SOURCE:
            for said in text_of(tree, link):
                yield _bare(tree.source, said), attribute(tree, link, "href")


def _bare(source: str, said: Said) -> Said:
    """Return a step without the sign that parts it from the one before."""
    name = said.value.strip(_EDGES)
    if name == said.value or not name or not said.place:
        return said
    text, ranges = fold(source, *said.place)
    at = text.find(name)
    return Said(name, (ranges[at][0], ranges[at + len(name) - 1][1]) if at >= 0 else None)


def _is_outside(name: str, address: str, site: Site, url: str) -> bool:
    """Tell whether a step names no section: the front page, the page itself, a number, a sentence."""
    if len(name) > _LONGEST or not _is_name(name, _MOST_OF_A_STEP) or not any(map(str.isalpha, name)):
        return True
    if _key(name) in _words("none") or site.is_called(name):
        return True
    return bool(address) and (_path(address) == "" or _path(address) == _path(url))


def _path(address: str) -> str:
    try:
        return urlsplit(address).path.strip("/") or urlsplit(address).query
    except ValueError:
        return address


def _is_article(key: str, own: str) -> bool:
    """Tell whether a step is the headline, or the beginning or the end of it."""
    return key == own or (len(key) >= _LEAST and (own.startswith(key) or own.endswith(key) or key.startswith(own)))


def _key(name: str) -> str:
    return name.strip(_MARKS).lower()


@functools.cache
def _words(kind: str) -> frozenset[str]:
    """Read the words that name no section (none), or any (weak); those that lead home name none."""
    kinds = (kind, "home") if kind == "none" else (kind,)
    lists = read_lists(__file__, "section_words.txt")
    return frozenset([word for name, words in lists if name in kinds for word in words.split(", ")])
