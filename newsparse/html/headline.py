"""The headline: what a page calls its article, in the words that most of its voices agree on.

``h1``, JSON-LD, OpenGraph, Twitter and ``title`` often differ: one is cut, one is written for search engines.
"""

import re
import unicodedata

from newsparse.html.metadata import Metadata, Said, said_in_meta, said_in_node
from newsparse.html.tree import Tree
from newsparse.html.visible import visible_text

_TITLE_CUT_RE = re.compile(r"\s(?:[|–—·•»«:-]|::)\s|\s?[|｜]\s?")
_LONGEST = 500
_WEIGHTS = {"h1": 1.2, "node": 1.1, "og": 1.0, "twitter": 0.5, "title": 0.6}
_LETTERS_RE = re.compile(r"\W+")


def same(text: str) -> str:
    """Return a form in which equal headlines are equal, whatever their dashes, quotes, case and spaces."""
    return _LETTERS_RE.sub("", unicodedata.normalize("NFKC", text).casefold())


def choose_headline(tree: Tree, data: Metadata) -> Said | None:
    """Return the headline that the page's voices agree on, grounded in visible text where it is printed."""
    voices = [(kind, said) for kind, said in _voices(tree, data) if 1 < len(said.value) <= _LONGEST]
    votes: dict[str, float] = {}
    titles = [same(said.value) for kind, said in voices if kind == "title"]
    for kind, key in dict.fromkeys((kind, same(said.value)) for kind, said in voices if kind != "title"):
        votes[key] = votes.get(key, 0.0) + _WEIGHTS[kind]
    for key in votes:
        if key and any(title.startswith(key) for title in titles):
            votes[key] += _WEIGHTS["title"]
    votes.pop("", None)
    if not votes:
        return _from_title(voices)
    best = max(votes, key=lambda key: votes[key])
    said = next(said for kind, said in voices if same(said.value) == best)
    grounded = said.place and visible_text(tree.source[said.place[0] : said.place[1]]) == said.value
    return said if grounded else Said(said.value, None)


def _voices(tree: Tree, data: Metadata) -> list[tuple[str, Said]]:
    voices: list[tuple[str, Said]] = []
    for element, tag in enumerate(tree.tags):
        if tag in {"h1", "title"} and tree.last[element] > tree.first[element]:
            place = tree.blocks[tree.first[element]].start, tree.blocks[tree.last[element] - 1].end
            voices.append((tag, Said(visible_text(tree.source[place[0] : place[1]]), place)))
    site = next(said_in_meta(data, ("og:site_name",)), Said("", None)).value
    voices += [("og", _without(site, said)) for said in list(said_in_meta(data, ("og:title",)))[:1]]
    voices += [("twitter", _without(site, said)) for said in list(said_in_meta(data, ("twitter:title",)))[:1]]
    keys = ("headline", "name") if isinstance(data.node.get("headline"), str) else ("name",)
    voices += [("node", said) for said in list(said_in_node(data, keys[0]))[:1]]
    order = list(_WEIGHTS)
    return sorted(voices, key=lambda voice: order.index(voice[0]))


def _without(site: str, said: Said) -> Said:
    """Cut the site's name from the end of a title."""
    cuts = list(_TITLE_CUT_RE.finditer(said.value))
    if not cuts or not said.place or not site or same(said.value[cuts[-1].end() :]) not in same(site):
        return said
    kept = said.value[: cuts[-1].start()].rstrip()
    return Said(kept, None)


def _from_title(voices: list[tuple[str, Said]]) -> Said | None:
    """Without any other voice, the longest part of the page's title."""
    titles = [said for kind, said in voices if kind == "title"]
    if not titles:
        return None
    parts = _TITLE_CUT_RE.split(titles[0].value)
    longest = max(parts, key=len)
    return titles[0] if longest == titles[0].value else Said(longest, None)
