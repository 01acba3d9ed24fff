"""Authors: a page's tree and metadata in; the names of those who wrote its article out, with their place.

Sources are asked in the order of their trust. One that names only the house (the site, its newsroom) gives way to a
later one that names a person.
"""

import itertools
import re
from collections.abc import Callable, Iterator

from newsparse.html.marked import Marks, said_by, texts_of
from newsparse.html.metadata import Metadata, Said, said_in_meta, said_in_node
from newsparse.html.names import has_lead, is_person, split_names
from newsparse.html.titles import Site
from newsparse.span import Span

_HOUSE_RE = re.compile(
    r"redak(?:tion|cja|ce|tsiya)\w*|r[eé]dacc?[it]\w+|redazione|newsroom|\b(?:editorial|staff|desk|team|webmaster|agencies)\b",
    re.IGNORECASE,
)
_CLASSES = ("byline", "author", "autor", "writer", "auteur", "redakteur")
_MARKS = (
    'itemprop="author"',
    "itemprop=author",
    'property="author"',
    'property="schema:author"',
    'rel="author"',
    "rel=author",
)
_MOST_MARKED, _NEAR = 6, 400

Names = tuple[tuple[str, ...], Span | None]


def find_authors(marks: Marks, data: Metadata, site: Site, meta_names: tuple[str, ...]) -> Names | None:
    """Return the authors of a page's article; None when it names none."""
    house: Names | None = None
    for said in _declared(marks, data, meta_names):
        names = _names(said, _any)
        people = [name for name in names if not (site.is_called(name) or _HOUSE_RE.search(name))]
        if people:
            return tuple(name for name in names if not site.is_called(name)), _hull(said)
        if names and house is None:
            house = names, _hull(said)
    for accept in (is_person, _any):
        for said in _printed(marks):
            names = _names(said, accept)
            if names and (house is None or (accept is is_person and has_lead(said[0].value))):
                return names, _hull(said)
    return house


def _names(said: list[Said], accept: Callable[[str], bool]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(name for one in said for name in split_names(one.value) if accept(name)))


def _any(name: str) -> bool:
    return bool(name)


def _declared(marks: Marks, data: Metadata, meta_names: tuple[str, ...]) -> Iterator[list[Said]]:
    """Yield what each source says that names nothing but authors."""
    yield list(said_in_node(data, "author"))
    for name in meta_names:
        yield list(said_in_meta(data, (name,)))
    for needle in _MARKS:
        yield list(_beside(marks, needle))
    yield list(said_in_node(data, "creator"))


def _printed(marks: Marks) -> Iterator[list[Said]]:
    """Yield the first lines of elements whose class speaks of authors."""
    for element in marks.with_any(*_CLASSES):
        for said in texts_of(marks.tree, element):
            yield [said]


def _beside(marks: Marks, needle: str) -> Iterator[Said]:
    """Yield what the first marked element says, and those close behind it: others belong to other stories."""
    tree, last = marks.tree, -1
    for element in itertools.islice(marks.with_any(needle), _MOST_MARKED):
        start = tree.attributes[element][0]
        if 0 <= last < start - _NEAR:
            return
        last = tree.ends[element]
        yield from list(said_by(tree, element))[-1:]


def _hull(said: list[Said]) -> Span | None:
    places = [one.place for one in said if one.place]
    return (min(places)[0], max(place[1] for place in places)) if places else None
