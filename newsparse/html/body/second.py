"""Second stories: an outline and lines of a body in; the lines that belong to another article below out.

Pages that load the next story when the reader gets to the end are saved with two or more of them, each in an
``article`` with a title of its own.
"""

from collections.abc import Collection

from newsparse.html.body.measures import title_of
from newsparse.html.body.outline import Outline

_LEAST = 200
"""Characters of the body that the first article keeps: where it has less, its text stands in another element."""


def of_second_stories(outline: Outline, body: Collection[int], headline: str) -> set[int]:
    """Return the lines of a body that stand in an article below that of the title, with an ``h1`` of its own.

    The lead story is the article that prints the headline; articles inside and around it are its own.
    """
    tags, first, last = outline.tree.tags, outline.tree.first, outline.tree.last
    if tags.count("article") < 2 or tags.count("h1") < 2:
        return set()
    title = title_of(outline, headline)
    own = _article_of(outline, title)
    if not own:
        return set()
    titles = [at for at in range(last[own], len(outline.hosts)) if tags[outline.hosts[at]] == "h1"]
    others = {_article_of(outline, at) for at in titles if outline.texts[at] != outline.texts[title]}
    found = {at for other in others if other > own for at in range(first[other], last[other])}.intersection(body)
    kept = sum([outline.plain[at] for at in body if first[own] <= at < last[own]])
    return found if kept >= _LEAST else set()


def _article_of(outline: Outline, block: int) -> int:
    """Return the innermost ``article`` around a block, or 0."""
    tags, parents = outline.tree.tags, outline.tree.parents
    element = outline.hosts[block]
    while element > 0 and tags[element] != "article":
        element = parents[element]
    return max(element, 0)
