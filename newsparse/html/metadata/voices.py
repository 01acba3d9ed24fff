"""Voices: a page's tree and metadata in; whatever may be its headline, said by whom, out.

A voice is a kind of place that a headline is said in: a printed heading, JSON-LD, a ``meta`` tag, ``title``. The site's
name is cut off wherever it may stand.
"""

from collections.abc import Iterator
from typing import NamedTuple

from newsparse.html.metadata.headings import Heading, page_title, printed_headings
from newsparse.html.metadata.sources import Metadata, Said, said_in_meta, said_in_node
from newsparse.html.metadata.titles import Site, longest_part, same
from newsparse.html.reading.tree import Tree

_LONGEST, _SHORTEST_PART = 500, 6
_MOST_LESSER = 4
"""Some pages print their headline in one of the first lesser headings. Where nothing else speaks, none is believed."""
_META = (
    ("og", "og:title"), ("twitter", "twitter:title"),
    *(("other", name) for name in (
        "headline", "sailthru.title", "parsely-title", "citation_title", "dc.title", "dcterms.title",
    )),
)  # fmt: skip


class Voices(NamedTuple):
    """What may be the headline of a page."""

    said: list[tuple[str, Said]]
    headings: list[Heading]
    """Those that do not name the site."""
    titles: list[str]
    """``title``, OpenGraph's and Twitter's, with the site's name."""
    is_news: bool
    """Whether the page's own metadata calls it a news article."""


def voices_of(tree: Tree, data: Metadata, site: Site) -> Voices:
    """Collect what a page says that may be its headline."""
    title = page_title(tree)
    headings = [heading for heading in printed_headings(tree, site) if not heading.is_site]
    titles = [title.value] if title else []
    titles += [said.value for _, name in _META[:2] for said in list(said_in_meta(data, (name,)))[:1]]
    lesser = [("lesser", heading.said) for heading in headings if heading.tag != "h1"]
    said = [("h1", heading.said) for heading in headings if heading.tag == "h1"]
    said += _stated(data, site)
    if title:
        said.append(("title", _of_title(title, site, is_alone=not said)))
    said += [("echo", one) for one in _titled(headings, titles)]
    said += lesser[: _MOST_LESSER if said else 0]
    kept = [(kind, one) for kind, one in said if 1 < len(one.value) <= _LONGEST and same(one.value)]
    return Voices(kept, headings, titles, data.is_news)


def site_of(data: Metadata) -> Site:
    """Return what the page's site may be called."""
    names = [*said_in_meta(data, ("og:site_name", "application-name")), *said_in_node(data, "publisher")]
    place = data.links.get("canonical")
    urls = [said.value for said in said_in_meta(data, ("og:url",))]
    return Site((said.value for said in names[:4]), data.source[slice(*place)] if place else "".join(urls[:1]))


def _stated(data: Metadata, site: Site) -> Iterator[tuple[str, Said]]:
    """Yield what the page's metadata states."""
    for kind, key in (("node", "headline"), ("alternative", "alternativeHeadline"), ("name", "name")):
        for said in list(said_in_node(data, key))[:1]:
            yield kind, _cut(said, site) if kind == "name" else said
    for kind, name in _META:
        for said in list(said_in_meta(data, (name,)))[:1]:
            yield kind, _cut(said, site)


def _cut(said: Said, site: Site) -> Said:
    kept = site.without(said.value)
    return said if kept == said.value else Said(kept, None)


def _of_title(title: Said, site: Site, *, is_alone: bool) -> Said:
    """Return a title without its site; where nothing else is said, its longest part."""
    kept = site.without(title.value)
    kept = longest_part(kept) if is_alone else kept
    return title if kept == title.value else Said(kept, None)


def _titled(headings: list[Heading], titles: list[str]) -> Iterator[Said]:
    """Yield the lesser headings that print the beginning or the end of a title."""
    keys = [same(text) for text in titles]
    for heading in headings:
        key = same(heading.said.value) if heading.tag != "h1" else ""
        if len(key) >= _SHORTEST_PART and any(text.startswith(key) or text.endswith(key) for text in keys):
            yield heading.said
