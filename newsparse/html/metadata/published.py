"""Publication: a page's tree, metadata and address in; whatever may say when its story was published, out.

The surest first: what the page declares, elements marked as times near the headline, the address, dates printed near
the headline, then the same further away, where other stories have theirs.
"""

import re
from collections.abc import Iterator

from newsparse.html.metadata.marked import Marks, said_by
from newsparse.html.metadata.printed import headline_block, is_near, moment_printed, moments_far, moments_near
from newsparse.html.metadata.sources import Metadata, Said, said_in_meta, said_in_node
from newsparse.html.reading.tree import Tree

_URL_DATE_RE = re.compile(r"/((?:19|20)\d{2})[/-](\d{2})[/-](\d{2})(?=\D)")


def publication(marks: Marks, data: Metadata, meta_names: tuple[str, ...], url: Said | None) -> Iterator[Said]:
    """Yield what may be the time of publication."""
    yield from said_in_node(data, "datePublished")
    yield from said_in_meta(data, meta_names)
    for element in marks.with_any("datePublished"):
        yield from said_by(marks.tree, element)
    yield from said_in_node(data, "dateCreated", "uploadDate")
    yield from _shown(marks, url)


def _shown(marks: Marks, url: Said | None) -> Iterator[Said]:
    tree = marks.tree
    headline = headline_block(tree)
    times = [element for element in marks.with_any("datetime=", "pubdate") if tree.tags[element] == "time"]
    for element in times:
        if is_near(tree, headline, element):
            yield from _dated(tree, element)
    yield from _in_address(url)
    dated = list(marks.with_any("publish", "date", "time"))
    for element in dated:
        if is_near(tree, headline, element):
            yield from _dated(tree, element)
    yield from moments_near(tree, headline)
    for element in (*times, *dated):
        if not is_near(tree, headline, element):
            yield from _dated(tree, element)
    yield from moments_far(tree, headline)


def _dated(tree: Tree, element: int) -> Iterator[Said]:
    """Yield what an element says, and the day that stands somewhere in its text."""
    for said in said_by(tree, element):
        yield said
        if day := moment_printed(said.value):
            yield Said(day, said.place)


def _in_address(url: Said | None) -> Iterator[Said]:
    match = _URL_DATE_RE.search(url.value) if url else None
    if url and match:
        yield Said("-".join(match.groups()), url.place)
