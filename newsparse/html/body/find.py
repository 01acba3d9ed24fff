"""The body of a page: its outline in; the lines that are the article's own text, and where the next story begins, out.

A forest judges each block by what it is and where it stands, and the text that the page declares to be its article's
is weighed in. Where that leaves doubt, a second forest tells by what was made of the blocks around. What belongs to a
next story, or says again what the body says already, is taken out; the page's title is never body.
"""

import functools
from typing import NamedTuple

from newsparse.html.body.copies import copies_in
from newsparse.html.body.declared import weigh
from newsparse.html.body.forest import Forest, flagged, load_forest, log_odds, narrowed
from newsparse.html.body.measures import NUMBERS
from newsparse.html.body.neighbours import NAMES, doubtful
from newsparse.html.body.next_stories import next_stories
from newsparse.html.body.outline import Outline
from newsparse.html.body.rows import BITS, rows_of
from newsparse.html.body.subheads import headings_between
from newsparse.html.body.told import Told
from newsparse.package_data import read_data

BODY_ODDS = 0.4
"""Log-odds above which a line is body: chosen on sites that were left out."""


class Body(NamedTuple):
    """What a page has of its article, and what it goes on with below it."""

    lines: set[int]
    next_titles: list[int]
    """The lines with the titles of the next stories."""


def find_body(outline: Outline, told: Told, least: float = BODY_ODDS) -> Body:
    """Return the body of a page: the lines whose log-odds are above the least ones asked for."""
    blocks, first = _first_odds(outline, told)
    odds = list(weigh(outline.texts, blocks, first, told.article_body))
    forest = second_forest()
    for at, numbers in list(doubtful(outline, blocks, odds)):
        odds[at] = log_odds(forest, narrowed(forest.parts[0], numbers, forest.everything))
    tags, places = outline.tree.tags, outline.tree.blocks
    found = {
        block for block, odd in zip(blocks, odds, strict=True) if odd > least and tags[places[block].element] != "title"
    }
    stories = list(next_stories(outline, found, told.headline))
    found.difference_update(*(lines for _, lines in stories))
    found -= copies_in(outline, found)
    return Body(found | set(headings_between(outline, found)), [title for title, _ in stories])


@functools.cache
def first_forest() -> Forest:
    return load_forest(read_data(__file__, "body_model.json"), NUMBERS, len(BITS))


@functools.cache
def second_forest() -> Forest:
    return load_forest(read_data(__file__, "doubt_model.json"), [NAMES], 0)


def _first_odds(outline: Outline, told: Told) -> tuple[list[int], list[float]]:
    """Return the blocks that may be body, and the log-odds of each by itself."""
    forest = first_forest()
    own = forest.parts[0]
    known: dict[tuple[int, ...], int] = {}

    def share(part: int, values: tuple[float, ...]) -> int:
        return narrowed(forest.parts[part], values, forest.everything)

    blocks, odds = [], []
    for row in rows_of(outline, told, share):
        marks, around, cluster, page = row.shared
        if row.flags not in known:
            known[row.flags] = flagged(forest, row.flags, page)
        blocks.append(row.block)
        odds.append(log_odds(forest, narrowed(own, row.numbers, known[row.flags] & marks & around & cluster)))
    return blocks, odds
