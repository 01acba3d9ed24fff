"""Odds of groups: the row of a group of links in; how likely its lines are headlines of other stories, out."""

import functools
from operator import and_

from newsparse.html.body.forest import Forest, load_forest, log_odds, narrowed, reachable_by
from newsparse.html.related.group_rows import BITS, NUMBERS, Row
from newsparse.package_data import read_data

ODDS = -0.6
"""Log-odds above which the lines of a group are headlines: chosen on sites left out."""
_FEATURES = range(len(BITS))


def odds_of(row: Row) -> float:
    """Return the log-odds that the lines of a group are headlines of related stories."""
    forest = _forest()
    reachable = functools.reduce(and_, map(_reachable, _FEATURES, row.flags))
    return log_odds(forest, narrowed(forest.parts[0], row.numbers, reachable))


@functools.cache
def _forest() -> Forest:
    return load_forest(read_data(__file__, "related_model.json"), [NUMBERS], len(BITS))


@functools.lru_cache(maxsize=8192)
def _reachable(feature: int, value: int) -> int:
    return reachable_by(_forest(), feature, value)
