"""Authors: a page's tree and metadata in; the names of those who wrote its article out, with their place.

Sources are asked in the order of their trust. One that names only the house (the site, its newsroom) gives way to a
later one that names a person.
"""

import itertools
import re
from collections.abc import Callable, Iterator

from newsparse.html.metadata.bylines import printed_bylines
from newsparse.html.metadata.marked import Marks, said_by, texts_of
from newsparse.html.metadata.names import has_lead, is_person, split_names
from newsparse.html.metadata.sources import Metadata, Said, hull, said_in_meta, said_in_node
from newsparse.html.metadata.titles import Site
from newsparse.html.reading.tree import Tree
from newsparse.span import Span

_HOUSE_RE = re.compile(
    r"redak(?:tion|cja|ce|tsiya)\w*|r[eé]dacc?[it]\w+|redazione|newsroom|\b(?:editorial|staff|desk|team|webmaster|agencies)\b",
    re.IGNORECASE,
)
_USER_RE = re.compile(r"(?=[a-z]*[\d._-]|.*admin)[a-z0-9._-]+")
"""A name to log in with."""
_CLASSES = ("byline", "author", "autor", "writer", "auteur", "redakteur")
_MARKS = ("itemprop", "property", "rel")
_MARK_RE = re.compile(r"""\b(itemprop|property|rel)=(?:"(?:schema:)?author"|author)""")
_WHOLE = frozenset({"body", "html", "main"})
_REMARK_RE = re.compile(
    r"""\s(?:class|id|itemtype)=["'](?:[^"']*[\s/])?(?:user|wp-block-|block-)?(?:comment[-_]\d+"""
    r"""|(?:comment|kommentar)[es]?(?:[-_]?(?:list|area|author|body|meta|content|section|wrapper|container|item|text))?)"""
    r"""(?=[\s"'])""",
    re.IGNORECASE,
)
_QUOTE_RE = re.compile(r"(?:pull|block)[-_]?quote", re.IGNORECASE)
_MOST_MARKED, _NEAR = 6, 400

Names = tuple[tuple[str, ...], Span | None]


def find_authors(marks: Marks, data: Metadata, site: Site, meta_names: tuple[str, ...]) -> Names | None:
    """Return the authors of a page's article; None when it names none."""
    house: Names | None = None
    for said in _declared(marks, data, meta_names):
        names = _names(said, _any, is_declared=True)
        people = [
            name for name in names if not (site.is_called(name) or _HOUSE_RE.search(name) or _USER_RE.fullmatch(name))
        ]
        if people and (len(people) == len(names) or any(map(is_person, people))):
            return tuple(name for name in names if not site.is_called(name)), hull(said)
        if names and house is None:
            house = names, hull(said)
    return _read(marks, site, is_needed=house is None) or house


def _read(marks: Marks, site: Site, *, is_needed: bool) -> Names | None:
    """Return whom the page prints as its authors; unless they are needed, only what opens as a byline is believed."""
    is_house = site.is_called if is_needed else site.is_named
    for said in itertools.chain(_printed(marks), ([byline] for byline in printed_bylines(marks.tree))):
        names = _names(said, is_person)
        if is_needed and not names and has_lead(said[0].value):
            names = _names(said, _is_titled)
        if names and (is_needed or has_lead(said[0].value)) and not any(map(is_house, names)):
            return names, hull(said)
    for said in _printed(marks) if is_needed else ():
        if names := _names(said, _any):
            return names, hull(said)
    return None


def _names(said: list[Said], accept: Callable[[str], bool], *, is_declared: bool = False) -> tuple[str, ...]:
    found = (name for one in said for name in split_names(one.value, is_declared=is_declared) if accept(name))
    return tuple(dict.fromkeys(found))


def _any(name: str) -> bool:
    return bool(name)


def _is_titled(name: str) -> bool:
    """Tell whether a name begins as names do, or is the single word of a user: ``By bus to work`` names nobody."""
    return not name[0].islower() or " " not in name


def _declared(marks: Marks, data: Metadata, meta_names: tuple[str, ...]) -> Iterator[list[Said]]:
    """Yield what each source says that names nothing but authors."""
    yield list(said_in_node(data, "author"))
    for name in meta_names:
        yield list(said_in_meta(data, (name,)))
    marked = _marked(marks)
    for name in _MARKS:
        yield list(_beside(marks.tree, marked[name]))
    yield list(said_in_node(data, "creator"))


def _printed(marks: Marks) -> Iterator[list[Said]]:
    """Yield the first lines of elements whose class speaks of authors."""
    for element in marks.with_any(*_CLASSES):
        if _is_of_others(marks, element):
            continue
        for said in texts_of(marks.tree, element):
            yield [said]


def _marked(marks: Marks) -> dict[str, list[int]]:
    """Return by name of the attribute the first elements that it marks as an author."""
    found: dict[str, list[int]] = {name: [] for name in _MARKS}
    for element in marks.with_any("author"):
        mark = _MARK_RE.search(marks.written(element))
        if mark and len(found[mark[1]]) < _MOST_MARKED and not _is_of_others(marks, element):
            found[mark[1]].append(element)
    return found


def _is_of_others(marks: Marks, element: int) -> bool:
    """Tell whether an element stands in a remark that a reader has left, or in words that are quoted.

    Who wrote or said those is no author of the article.
    """
    tags, parents = marks.tree.tags, marks.tree.parents
    while element > 0 and tags[element] not in _WHOLE:
        written = marks.written(element)
        if tags[element] == "blockquote" or ("uote" in written and _QUOTE_RE.search(written)):
            return True
        if ("omment" in written or "ommentar" in written) and _REMARK_RE.search(written):
            return True
        element = parents[element]
    return False


def _beside(tree: Tree, elements: list[int]) -> Iterator[Said]:
    """Yield what the first marked element says, and those close behind it: others belong to other stories."""
    last = -1
    for element in elements:
        start = tree.attributes[element][0]
        if 0 <= last < start - _NEAR:
            return
        last = tree.ends[element]
        yield from list(said_by(tree, element))[-1:]
