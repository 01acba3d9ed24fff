"""The lead's fields: a page's tree and metadata in; headline, authors, dates and the rest out, with their places."""

import functools
import re
from collections.abc import Iterator

from newsparse.html.metadata.authors import find_authors
from newsparse.html.metadata.headings import page_title
from newsparse.html.metadata.headline import choose_headline
from newsparse.html.metadata.marked import Marks, said_by
from newsparse.html.metadata.printed import headline_block
from newsparse.html.metadata.published import publication
from newsparse.html.metadata.section import as_printed, find_section
from newsparse.html.metadata.sources import Metadata, Said, first, first_moment, hull, said_in_meta, said_in_node
from newsparse.html.metadata.titles import same
from newsparse.html.metadata.voices import site_of
from newsparse.html.reading.tree import Tree
from newsparse.html.reading.visible import visible_text
from newsparse.package_data import read_lists
from newsparse.record import LeadField
from newsparse.span import Span

Fields = dict[LeadField, tuple[str | tuple[str, ...], Span | None]]

_CUT, _LEAST_BEGUN, _LONGEST = ("…", "..."), 20, 600
_LONGEST_TOPIC = 30
_REFERENCE_RE = re.compile(r"&(?:#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[a-zA-Z]{2,8}[0-9]{0,2});")
_NAMED_RE = re.compile(r"\s(?:[|–—·•»-]|::)\s")
_LONGEST_NAME = 80
_LEAST_OF_DECK, _ALIKE, _DECK, _APART = 30, 60, 14, 8
"""Characters of a printed standfirst at least, those by which two descriptions are one, the lines below the headline in
which it is looked for, and the characters by which the line may be longer or shorter."""
_MACHINE_RE = re.compile(r"[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}|\d{6,}", re.IGNORECASE)
_FIELD_RE = re.compile(r"[A-Za-z][A-Za-z -]{1,24}:\s?\S")
_TOPIC_RE = re.compile(r"\A(?:tag|topic|subject|category):\s?", re.IGNORECASE)
_ONE_COMMA_RE = re.compile(r"[^,]+, [^,]+")
_PATH_RE = re.compile(r"[a-z]{3,20}/\w[^/]*")
_PARTS_OF_SITE = ("sections/", "section/")
_MOST_LISTS, _LEAST_WORDS = 3, 4
"""Values from which on each is a keyword and none a list, and words of an address that are no tags."""
_FIELDS = 2
"""Entries of the form ``Page Type: Article`` from which on they are a site's own records, and no topics."""
_READ = frozenset({"published", "modified", "url"})


@functools.cache
def _meta_names() -> dict[str, tuple[str, ...]]:
    """Read for each field the meta tags that tell it."""
    return {field: tuple(names.split(", ")) for field, names in read_lists(__file__, "meta_names.txt")}


def _in_meta(data: Metadata, field: str) -> Iterator[Said]:
    return said_in_meta(data, _meta_names()[field])


def lead_fields(tree: Tree, data: Metadata) -> Fields:
    """Read what a page says of its lead story; a field that it does not say is absent."""
    sites = (*_in_meta(data, "site"), *said_in_node(data, "publisher"), *_in_meta(data, "application"))
    marks, own_site = Marks(tree), site_of(data)
    headline = choose_headline(tree, data, own_site)
    url = _url(data)
    names = _meta_names()
    title, address = headline.value if headline else "", url.value if url else ""
    found: dict[LeadField, Said | None] = {
        "headline": headline,
        "standfirst": _standfirst(tree, data, title),
        "published": first_moment(_published(marks, data, url)),
        "modified": first_moment(_modified(marks, data)),
        "section": as_printed(tree, find_section(marks, data, own_site, names["section"], title, address)),
        "site": first(sites, bool),
        "url": url,
    }
    fields: Fields = {}
    for name, said in found.items():
        if said:
            fields[name] = (said.value, said.place if name in _READ else _verbatim(tree.source, said))
    authors = find_authors(marks, data, own_site, names["authors"])
    if authors:
        fields["authors"] = authors
    fields.update(_tags(data, title, found["site"], address))
    return fields


def _tags(data: Metadata, title: str, site: Said | None, address: str) -> Fields:
    """Read the keywords; the name of the house, the headline and the words of the address are none."""
    said = list(said_in_node(data, "keywords")) or list(_in_meta(data, "tags"))
    values = [value.strip().lstrip("#") for value in _listed([one.value for one in said])]
    no_topics = {site.value.lower() if site else "", title.lower() if len(title) > _LONGEST_TOPIC else "", ""}
    if sum(_FIELD_RE.match(value) is not None for value in values) >= _FIELDS:
        values = [_TOPIC_RE.sub("", value) for value in values]
        values = [value for value in values if not _FIELD_RE.match(value)]
    values = _of_paths([value for value in values if not _MACHINE_RE.fullmatch(value)])
    if _spell_address(values, address):
        values = []
    named = {value.lower(): value for value in reversed(values)}
    kept = tuple(named[key] for key in dict.fromkeys(map(str.lower, values)) if key not in no_topics)
    return {"tags": (kept, hull(said))} if kept else {}


def _listed(said: list[str]) -> list[str]:
    """Part lists of keywords; where each keyword is said by itself, a comma is part of it (``Ruiz, Ana``)."""
    each = list(dict.fromkeys(said))
    with_comma = [one for one in each if "," in one]
    parts = [part.strip() for one in with_comma for part in one.split(",")]
    if len(each) < _MOST_LISTS or len(with_comma) * 2 >= len(each) or not set(each).isdisjoint(parts):
        return [value for one in said for value in _parted(one)]
    if all(map(_ONE_COMMA_RE.fullmatch, with_comma)):
        return each
    return [value for one in said for value in _parted(one)]


def _of_paths(values: list[str]) -> list[str]:
    """Return tags without the kind that a site's own records file them under (``topic/ferries``); parts are no tags."""
    if len(values) < _FIELDS or not all(map(_PATH_RE.fullmatch, values)):
        return values
    return [value.partition("/")[2] for value in values if not value.startswith(_PARTS_OF_SITE)]


def _spell_address(values: list[str], address: str) -> bool:
    """Tell whether tags are but the words of the page's address, in their order."""
    words = [same(value) for value in values]
    slug = max(address.lower().split("/")[3:], key=len, default="").split("-")
    at = 0
    for word in words:
        if word not in slug[at:]:
            return False
        at = slug.index(word, at) + 1
    return len(words) >= _LEAST_WORDS


def _standfirst(tree: Tree, data: Metadata, title: str) -> Said | None:
    """Choose the description, unless it repeats the headline or the title; one that was escaped twice is read twice.

    Of several, the one that the page prints under its headline is the deck; what others say is written for a search.
    """
    whole = page_title(tree)
    candidates = (*said_in_node(data, "description"), *_in_meta(data, "standfirst"))
    repeated = {same(title), same(whole.value) if whole else ""}
    kept = [said for said in candidates if same(said.value) not in repeated and not _goes_on(said.value, title)]
    said = _copied(data.source, tuple(kept))
    if said is None:
        return None
    others = [
        one
        for one in kept
        if len(one.value) >= _LEAST_OF_DECK and not same(said.value).startswith(same(one.value)[:_ALIKE])
    ]
    if others and not _is_deck(tree, said.value):
        said = next((one for one in others if _is_deck(tree, one.value)), said)
    if _REFERENCE_RE.search(said.value):
        return Said(visible_text(said.value), None)
    return said


def _is_deck(tree: Tree, text: str) -> bool:
    """Tell whether a line below the headline prints just this text."""
    key, headline = same(text), headline_block(tree)
    for block in tree.blocks[headline + 1 : headline + 1 + _DECK]:
        if abs(block.size - len(text)) <= _APART and same(visible_text(tree.source[block.start : block.end])) == key:
            return True
    return False


def _goes_on(text: str, title: str) -> bool:
    """Tell whether a text is the headline with the name of a site or a section behind it."""
    if len(title) < _LEAST_BEGUN or text[: len(title)].casefold() != title.casefold():
        return False
    return len(text) < len(title) + _LONGEST_NAME and _NAMED_RE.match(text, len(title)) is not None


def _parted(keywords: str) -> list[str]:
    """Part a list of keywords at its commas; at its semicolons where it has no comma."""
    return keywords.split("," if "," in keywords else ";")


def _copied(source: str, candidates: tuple[Said, ...]) -> Said | None:
    """Return the first candidate, from where it can be shown if the same text stands in several places.

    One that is cut short gives way to a later one that goes on.
    """
    if candidates and candidates[0].value.endswith(_CUT):
        begun = candidates[0].value.rstrip("…. ")
        whole = [
            said
            for said in candidates
            if len(begun) > _LEAST_BEGUN
            and said.value.startswith(begun)
            and len(said.value) < _LONGEST
            and not said.value.endswith(_CUT)
        ]
        candidates = (*whole, *candidates)
    for said in candidates:
        if said.value == candidates[0].value and _verbatim(source, said):
            return said
    return candidates[0] if candidates else None


def _verbatim(source: str, said: Said) -> Span | None:
    """Return the place of a copied value only if it shows just that value there: scripts may spell it otherwise."""
    if said.place and visible_text(source[said.place[0] : said.place[1]]) == said.value:
        return said.place
    return None


def _published(marks: Marks, data: Metadata, url: Said | None) -> Iterator[Said]:
    yield from publication(marks, data, _meta_names()["published"], url)
    yield from _in_meta(data, "modified")
    yield from said_in_node(data, "dateModified")


def _modified(marks: Marks, data: Metadata) -> Iterator[Said]:
    yield from said_in_node(data, "dateModified")
    yield from _in_meta(data, "modified")
    for element in marks.with_any("dateModified"):
        yield from said_by(marks.tree, element)


def _url(data: Metadata) -> Said | None:
    if "canonical" in data.links:
        start, end = data.links["canonical"]
        value = visible_text(data.source[start:end])
        if value.startswith("http"):
            return Said(value, (start, end))
    candidates = (*said_in_meta(data, ("og:url",)), *said_in_node(data, "url", "@id"))
    return first(candidates, lambda value: value.startswith("http"))
