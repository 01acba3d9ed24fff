"""Next stories: an outline and a body in; the title and the lines of each article below the lead story's out.

Pages that load the next story when the reader gets to the end are saved with two or more of them, each in an
``article`` with a title of its own.
"""

from collections.abc import Collection, Iterator

from newsparse.html.body.measures import title_of
from newsparse.html.body.outline import Outline

_LEAST = 200
"""Characters of the body that the first article has: where it has less, its text stands in another element."""


def next_stories(outline: Outline, body: Collection[int], headline: str) -> Iterator[tuple[int, range]]:
    """Yield the ``h1`` and all lines of each article below that of the headline (in lower case), which is the lead's.

    Articles inside the lead's and around it are parts of it.
    """
    tags, first, last = outline.tree.tags, outline.tree.first, outline.tree.last
    if tags.count("article") < 2 or tags.count("h1") < 2:
        return
    title = title_of(outline, headline)
    own = _article_of(outline, title)
    if not own or sum([outline.plain[at] for at in body if first[own] <= at < last[own]]) < _LEAST:
        return
    for at in range(last[own], len(outline.hosts)):
        if tags[outline.hosts[at]] == "h1" and outline.texts[at] != outline.texts[title]:
            other = _article_of(outline, at)
            if other > own:
                yield at, range(first[other], last[other])


def _article_of(outline: Outline, block: int) -> int:
    """Return the innermost ``article`` around a block, or 0."""
    tags, parents = outline.tree.tags, outline.tree.parents
    element = outline.hosts[block]
    while element > 0 and tags[element] != "article":
        element = parents[element]
    return max(element, 0)
