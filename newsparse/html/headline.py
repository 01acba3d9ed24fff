"""The headline: what a page calls its article, in the words that most of its voices agree on.

``h1``, JSON-LD, OpenGraph, Twitter and ``title`` often differ: one is cut, one is written for search engines.
"""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator

from newsparse.html.metadata import Metadata, Said, said_in_meta, said_in_node
from newsparse.html.tree import Tree
from newsparse.html.visible import visible_text

_TITLE_CUT_RE = re.compile(r"\s(?:[|–—·•»«:-]|::)\s|\s?[|｜]\s?")
_LONGEST = 500
_LONGEST_SOURCE = 8000
_HEADINGS = frozenset({"h1", "h2", "title"})
_WEIGHTS = {"h1": 1.2, "heading": 1.0, "node": 1.1, "og": 1.0, "twitter": 0.5, "title": 0.6}
_GLUED_RE = re.compile(r"[:?!]\w|\s[:?!](?=\s)")
_LETTERS_RE = re.compile(r"\W+")


def same(text: str) -> str:
    """Return a form in which equal headlines are equal, whatever their dashes, quotes, case and spaces."""
    return _LETTERS_RE.sub("", unicodedata.normalize("NFKC", text).casefold())


def choose_headline(tree: Tree, data: Metadata) -> Said | None:
    """Return the headline that the page's voices agree on, grounded where its text can be shown."""
    voices = [(kind, said) for kind, said in _voices(tree, data) if 1 < len(said.value) <= _LONGEST]
    titles = [same(said.value) for kind, said in voices if kind == "title"]
    votes: dict[str, float] = {}
    for kind, key in dict.fromkeys((kind, same(said.value)) for kind, said in voices):
        if kind in {"title", "heading"} or not key:
            continue
        votes[key] = votes.get(key, 0.0) + _WEIGHTS[kind]
    for key in votes:
        votes[key] += _WEIGHTS["title"] * any(title.startswith(key) for title in titles)
        votes[key] += _WEIGHTS["heading"] * any(kind == "heading" and same(said.value) == key for kind, said in voices)
    if not votes:
        return _from_title(voices)
    best = max(votes, key=lambda key: votes[key])
    return _spelled(tree, [said for kind, said in voices if kind != "title" and same(said.value) == best])


def _spelled(tree: Tree, voices: list[Said]) -> Said:
    """Of one headline in several spellings return the commonest, from a place that shows it if there is one."""
    spellings = Counter(said.value for said in voices)
    value = max(spellings, key=lambda spelling: (spellings[spelling], not _GLUED_RE.search(spelling)))
    for said in voices:
        if said.value == value and said.place and visible_text(tree.source[said.place[0] : said.place[1]]) == value:
            return said
    return Said(value, None)


def _voices(tree: Tree, data: Metadata) -> list[tuple[str, Said]]:
    """Collect what the page says, the printed headings first."""
    headings = [element for element, tag in enumerate(tree.tags) if tag in _HEADINGS]
    voices = [voice for element in headings for voice in _heading(tree, element)]
    key = "headline" if isinstance(data.node.get("headline"), str) else "name"
    voices += [("node", said) for said in list(said_in_node(data, key))[:1]]
    site = next(said_in_meta(data, ("og:site_name",)), Said("", None)).value
    known = {same(said.value) for _, said in voices}
    for kind, name in (("og", "og:title"), ("twitter", "twitter:title")):
        voices += [(kind, _without(site, known, said)) for said in list(said_in_meta(data, (name,)))[:1]]
    return voices


def _heading(tree: Tree, element: int) -> Iterator[tuple[str, Said]]:
    tag = tree.tags[element]
    if tree.last[element] <= tree.first[element]:
        return
    place = tree.blocks[tree.first[element]].start, tree.blocks[tree.last[element] - 1].end
    if place[1] - place[0] < _LONGEST_SOURCE:
        listed = tree.tags[tree.parents[element]] in {"li", "nav"}
        kind = tag if tag == "title" or (tag == "h1" and not listed) else "heading"
        yield kind, Said(visible_text(tree.source[place[0] : place[1]]), place)


def _without(site: str, known: set[str], said: Said) -> Said:
    """Cut the site's name from the end of a title."""
    cuts = list(_TITLE_CUT_RE.finditer(said.value))
    if not cuts or not said.place:
        return said
    kept = said.value[: cuts[-1].start()].rstrip()
    ends_with_site = site and same(said.value[cuts[-1].end() :]) in same(site)
    return Said(kept, None) if ends_with_site or same(kept) in known else said


def _from_title(voices: list[tuple[str, Said]]) -> Said | None:
    """Without any other voice, the longest part of the page's title."""
    titles = [said for kind, said in voices if kind == "title"]
    if not titles:
        return None
    parts = _TITLE_CUT_RE.split(titles[0].value)
    longest = max(parts, key=len)
    return titles[0] if longest == titles[0].value else Said(longest, None)
