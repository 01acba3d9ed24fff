"""Metadata: a page's tree in; what the page says of its own article out, each value with its raw place.

JSON-LD is asked first, then ``meta`` tags, then microdata and ``time``. Headlines are weighed in ``headline``.
"""

import json
import re
from collections.abc import Callable, Iterable, Iterator
from typing import NamedTuple

import msgspec

from newsparse.html.metadata import jsonld
from newsparse.html.metadata.moments import moment
from newsparse.html.reading.attributes import attribute_spans, value_at
from newsparse.html.reading.tree import Tree
from newsparse.html.reading.visible import visible_text
from newsparse.span import Span

_STRAY_QUOTE_RE = re.compile(r"""["'](?=[^\s/>])(?![\w:-]++=)""")
"""A quote that ends a value in the middle of its text: what stands before it is not what the page means."""

_USUAL_META_RE = re.compile(r"""\s++(?:property|name)="([^"&]++)"\s++content="([^"]++)"[\s/]*+""")
"""The attributes of most ``meta`` tags: read at once, which takes a quarter of the time of taking any apart."""
_META_KEYS = ("property", "name", "itemprop", "http-equiv")


class Said(NamedTuple):
    """A value as the page says it, and where."""

    value: str
    place: Span | None


class Metadata(msgspec.Struct, frozen=True, gc=False):
    """The sources of metadata of a page, read once."""

    source: str
    meta: dict[str, list[Span]]
    """Places of the ``content`` of each ``meta`` name, property or itemprop, in lower case."""
    links: dict[str, Span]
    """Place of the address of ``link`` relations; only ``canonical`` ones are read."""
    node: jsonld.Node
    """The JSON-LD node of the article; empty when there is none."""
    node_place: Span
    crumbs: list[tuple[str, str]]
    """Names and addresses of the steps of a breadcrumb trail that a script states."""
    crumbs_place: Span
    """The script's place."""
    is_news: bool
    """Whether the page calls itself a news article, anywhere."""

    @property
    def article_body(self) -> str:
        """The text that JSON-LD declares to be the article's; empty where it declares none."""
        text = self.node.get("articleBody")
        return text if isinstance(text, str) else ""


def read_metadata(tree: Tree) -> Metadata:
    """Collect what a page says about itself."""
    meta: dict[str, list[Span]] = {}
    links: dict[str, Span] = {}
    for name, place in tree.voids:
        if name == "meta":
            _add_meta(tree.source, place, meta)
        elif name == "link" and "canonical" in tree.source[place[0] : place[1]]:
            spans = attribute_spans(tree.source, place)
            if "rel" in spans and "href" in spans:
                links.setdefault(value_at(tree.source, spans["rel"]).lower(), spans["href"])
    return Metadata(tree.source, meta, links, *_nodes(tree), "NewsArticle" in tree.source)


def _add_meta(source: str, place: Span, meta: dict[str, list[Span]]) -> None:
    if usual := _USUAL_META_RE.fullmatch(source, *place):
        names, content = [usual[1]], usual.span(2)
    else:
        spans = attribute_spans(source, place)
        stated = spans.get("content") or spans.get("value")
        if stated is None or _STRAY_QUOTE_RE.match(source, stated[1]):
            return
        names, content = [value_at(source, spans[key]) for key in _META_KEYS if key in spans], stated
    if source[content[0] : content[1]].strip():
        for name in names:
            meta.setdefault(name.strip().lower(), []).append(content)


def _nodes(tree: Tree) -> tuple[jsonld.Node, Span, list[tuple[str, str]], Span]:
    """Return the article's node and the breadcrumb trail that scripts state, each with the place of its script."""
    best: tuple[int, jsonld.Node, Span] = (9, {}, (0, 0))
    trail: tuple[list[tuple[str, str]], Span] = ([], (0, 0))
    known: dict[str, jsonld.Node] = {}
    for hidden in tree.hidden:
        content, (start, end) = hidden.content, hidden.attributes
        if hidden.name != "script" or "ld+json" not in tree.source[start:end].lower():
            continue
        for node in jsonld.nodes(jsonld.load(tree.source, content)):
            rank = jsonld.rank(node)
            if isinstance(node.get("@id"), str) and node.get("name"):
                known.setdefault(node["@id"], node)
            if rank < best[0]:
                best = (rank, node, content)
            if not trail[0]:
                trail = jsonld.crumbs(node), content
    _, node, place = best
    node = {**node, "author": jsonld.resolve(node.get("author"), known)} if known else node
    return node, place, *trail


def said_in_meta(data: Metadata, names: Iterable[str]) -> Iterator[Said]:
    """Yield the values of ``meta`` tags, in the order of the names."""
    for name in names:
        for place in data.meta.get(name, ())[:20]:
            raw = data.source[place[0] : place[1]]
            start = place[0] + len(raw) - len(raw.lstrip())
            value = visible_text(raw)
            if value:
                yield Said(value, (start, start + len(raw.strip())))


def said_in_node(data: Metadata, *keys: str) -> Iterator[Said]:
    """Yield the names that the article's JSON-LD node gives under these keys."""
    for key in keys:
        for name in jsonld.names(data.node.get(key)):
            value = visible_text(name)
            if value:
                yield Said(value, _place_in_json(data.source, data.node_place, key, name))


def said_in_crumbs(data: Metadata) -> Iterator[tuple[Said, str]]:
    """Yield the steps of the breadcrumb trail that a script states, with their addresses."""
    for name, address in data.crumbs:
        if value := visible_text(name):
            yield Said(value, _place_in_json(data.source, data.crumbs_place, "itemListElement", name)), address


def _place_in_json(source: str, place: Span, key: str, name: str) -> Span | None:
    """Find where a script spells a value; from the key on, or anywhere when several nodes share the script."""
    start, end = place
    after = source.find(f'"{key}"', start, end)
    for spelled in _spellings(name.strip()):
        for origin in (after, start):
            found = source.find(spelled, origin, end) if origin >= 0 else -1
            if found >= 0:
                return found, found + len(spelled)
    return None


def _spellings(text: str) -> Iterator[str]:
    """Yield the ways in which a script may spell a text, the likeliest first."""
    yield text
    forms = [text, json.dumps(text, ensure_ascii=False)[1:-1], json.dumps(text)[1:-1]]
    others = dict.fromkeys([*forms, *(form.replace("/", "\\/") for form in forms)])
    yield from (form for form in others if form != text)


def first_moment(candidates: Iterable[Said]) -> Said | None:
    """Return the first candidate that names a moment, normalised."""
    for value, place in candidates:
        when = moment(value)
        if when:
            return Said(when, place)
    return None


def hull(said: Iterable[Said]) -> Span | None:
    """Return the range from the first place to the last one's end; None where none has a place."""
    places = [one.place for one in said if one.place]
    return (min(places)[0], max(place[1] for place in places)) if places else None


def first(candidates: Iterable[Said], accept: Callable[[str], bool]) -> Said | None:
    """Return the first acceptable candidate."""
    return next((said for said in candidates if accept(said.value)), None)
