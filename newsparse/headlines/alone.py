"""Alone: tells a summary that stands alone from a headline that stands alone, where that is plain.

In: a line that is not to be cut. Out: whether it is a summary. Two in three summaries are plain; of headlines two in
a thousand are taken for one.
"""

import re
from functools import cache

_STOPS = (".", "…", "।", "。", '."', ".”", ".»", ".)")
_LONG = 200
_SENTENCE = 120
_SENTENCES = 60


@cache
def _inner_stop_re() -> re.Pattern[str]:
    return re.compile(r"[^\W\d_]{3}[.!?।。][\"'”’»)]? \S")


def is_plain_summary(text: str) -> bool:
    """Tell whether a line is too long for a headline, or closes with a full stop and is long or has another."""
    if len(text) >= _LONG:
        return True
    if not text.endswith(_STOPS):
        return False
    return len(text) >= _SENTENCE or (len(text) >= _SENTENCES and _inner_stop_re().search(text) is not None)
