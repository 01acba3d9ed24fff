"""The headline: what a page calls its article, in the words that most of its voices agree on.

``h1``, JSON-LD, OpenGraph, Twitter and ``title`` often differ: one is cut, one names the site or the section, one is
written for search engines. Each voice adds its weight to what it says; what a reader sees weighs most.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator

from newsparse.html.headings import Heading, is_in_story, is_of_site, page_title, printed_headings
from newsparse.html.metadata import Metadata, Said, said_in_meta, said_in_node
from newsparse.html.titles import Site, longest_part, same
from newsparse.html.tree import Tree
from newsparse.html.visible import visible_text

_LONGEST = 500
_WEIGHTS = {
    "h1": 0.5, "in story": 0.5, "seen": 1.3, "node": 1.3, "og": 1.4, "other": 0.8, "twitter": -0.1, "name": -0.3,
    "title": -0.7, "echo": 0.0, "whole": 0.5, "opens": 0.9, "begun": -1.0, "cut off": -0.8, "end of h1": 1.8,
    "long": 1.2, "site": -1.6, "foreign": -2.3,
}  # fmt: skip
"""What speaks for and against a headline. Fitted on four data sets, rounded; see ``benchmarks/html/HEADLINES.md``."""
_LONG = 80
_SHORTEST_PART = 6
_TITLE_ALONE = frozenset({"title", "whole", "opens", "long"})
_STATED = frozenset({"node", "og", "twitter"})
_TITLES = (("og", "og:title"), ("twitter", "twitter:title"))
_OTHERS = ("headline", "sailthru.title", "parsely-title", "citation_title", "dc.title", "dcterms.title")
_GLUED_RE = re.compile(r"[:?!]\w|\s[:?!](?=\s)")
_WORD_RE = re.compile(r"\w+")


def choose_headline(tree: Tree, data: Metadata, site: Site) -> Said | None:
    """Return the headline that the page's voices agree on, grounded where its text can be shown."""
    headings = list(printed_headings(tree))
    title = page_title(tree)
    voices = [*_printed(tree, headings, site), *_stated(data, site)]
    raw = [title.value] if title else []
    raw += [said.value for _, name in _TITLES for said in list(said_in_meta(data, (name,)))[:1]]
    voices += [("title", _cut(title, site))] if title else []
    voices += [("echo", said) for said in _titled(tree, headings, site, raw)]
    voices = [(kind, said) for kind, said in voices if 1 < len(said.value) <= _LONGEST]
    found = _evidence(voices, headings, raw)
    if all(kinds.keys() <= _TITLE_ALONE for kinds in found.values()):
        return _alone(title, site)
    best = max(found, key=lambda key: sum(_WEIGHTS[kind] * much for kind, much in found[key].items()))
    return _spelled(tree, [said for _, said in voices if same(said.value) == best])


def site_of(data: Metadata) -> Site:
    """Return what the page's site may be called."""
    names = [*said_in_meta(data, ("og:site_name", "application-name")), *said_in_node(data, "publisher")]
    place = data.links.get("canonical")
    urls = [said.value for said in said_in_meta(data, ("og:url",))]
    return Site((said.value for said in names[:4]), data.source[slice(*place)] if place else "".join(urls[:1]))


def _printed(tree: Tree, headings: list[Heading], site: Site) -> Iterator[tuple[str, Said]]:
    for heading in headings:
        if heading.tag == "h1" and is_of_site(tree, heading, site):
            yield "site", heading.said
        elif heading.tag == "h1":
            yield "h1", heading.said
            if is_in_story(tree, heading):
                yield "in story", heading.said


def _stated(data: Metadata, site: Site) -> Iterator[tuple[str, Said]]:
    """Yield what the page's metadata states, the site's name cut off."""
    key = "headline" if data.node.get("headline") else "name"
    for said in list(said_in_node(data, key))[:1]:
        yield "node" if key == "headline" else "name", said if key == "headline" else _cut(said, site)
    for kind, name in (*_TITLES, *(("other", name) for name in _OTHERS)):
        for said in list(said_in_meta(data, (name,)))[:1]:
            yield kind, _cut(said, site)


def _cut(said: Said, site: Site) -> Said:
    kept = site.without(said.value)
    return said if kept == said.value else Said(kept, None)


def _titled(tree: Tree, headings: list[Heading], site: Site, raw: list[str]) -> Iterator[Said]:
    """Yield the lesser headings that print the beginning or the end of a title."""
    keys = [same(text) for text in raw]
    for heading in headings:
        key = same(heading.said.value)
        if heading.tag == "h1" or len(key) < _SHORTEST_PART:
            continue
        if any(text.startswith(key) or text.endswith(key) for text in keys) and not is_of_site(tree, heading, site):
            yield heading.said


def _evidence(voices: list[tuple[str, Said]], headings: list[Heading], raw: list[str]) -> dict[str, dict[str, float]]:
    """Return for each headline that is spoken of what speaks for and against it, and how much of it."""
    spoken: dict[str, dict[str, str]] = {}
    for kind, said in voices:
        if key := same(said.value):
            spoken.setdefault(key, {})[kind] = said.value
    stated = [key for key, kinds in spoken.items() if not (_STATED.isdisjoint(kinds) or _is_cut(kinds.values()))]
    printed = [key for key, kinds in spoken.items() if "h1" in kinds]
    titles = {same(text) for text in raw}
    seen = {same(heading.said.value) for heading in headings}
    words = set(_WORD_RE.findall(" ".join(raw).casefold()))
    found = {}
    for key, kinds in spoken.items():
        is_long = len(key) >= _SHORTEST_PART
        signs = {
            "seen": key in seen,
            "whole": key in titles,
            "opens": is_long and any(title != key and title.startswith(key) for title in titles),
            "begun": any(len(other) >= _SHORTEST_PART and other != key and key.startswith(other) for other in stated),
            "cut off": _is_cut(kinds.values()) and any(other.startswith(key) for other in printed),
            "end of h1": is_long and any(other != key and other.endswith(key) for other in printed),
            "foreign": "h1" in kinds and words.isdisjoint(_WORD_RE.findall(kinds["h1"].casefold())),
        }
        found[key] = dict.fromkeys((*kinds, *(sign for sign, holds in signs.items() if holds)), 1.0)
        found[key]["long"] = min(len(key), _LONG) / _LONG
    return found


def _is_cut(spellings: Iterable[str]) -> bool:
    return all(text.endswith(("…", "...")) for text in spellings)


def _spelled(tree: Tree, voices: list[Said]) -> Said:
    """Of one headline in several spellings return the commonest, from a place that shows it if there is one."""
    spellings = Counter(said.value for said in voices)
    value = max(spellings, key=lambda spelling: (spellings[spelling], not _GLUED_RE.search(spelling)))
    for said in voices:
        if said.value == value and said.place and visible_text(tree.source[said.place[0] : said.place[1]]) == value:
            return said
    return Said(value, None)


def _alone(title: Said | None, site: Site) -> Said | None:
    """Without any other voice, the longest part of the page's title."""
    if not title:
        return None
    longest = longest_part(site.without(title.value))
    return title if longest == title.value else Said(longest, None)
