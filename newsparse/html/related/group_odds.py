"""Odds of groups: the row of a group of links in; how likely its lines are headlines of other stories, out."""

import functools

from newsparse.html.body.forest import Forest, flagged, load_forest, log_odds, narrowed
from newsparse.html.related.group_rows import BITS, NUMBERS, Row
from newsparse.package_data import read_data

ODDS = -0.6
"""Log-odds above which the lines of a group are headlines: chosen on sites left out."""


def odds_of(row: Row) -> float:
    """Return the log-odds that the lines of a group are headlines of related stories."""
    forest = _forest()
    return log_odds(forest, narrowed(forest.parts[0], row.numbers, flagged(forest, row.flags, forest.everything)))


@functools.cache
def _forest() -> Forest:
    return load_forest(read_data(__file__, "related_model.json"), [NUMBERS], len(BITS))
