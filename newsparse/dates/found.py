"""The value that the finders hand on: a date expression, what it says and where it stands."""

from typing import Literal

import msgspec

Kind = Literal["full", "no_year", "weekday", "weekday_paren", "relative", "range", "time"]
Wording = Literal["last", "next", "future", "past", ""]
"""What the words around a weekday say: "last Friday", "next Friday", a tense, or nothing."""

YEARS = range(1500, 2100)
"""The years of the dates in texts, and of a reference date; others stand for no date, or for an unknown one."""

PartialDay = tuple[int | None, int | None, int]
"""Year, month and day of which the first two may be left open."""


class FoundDate(msgspec.Struct, frozen=True, gc=False):
    """A date expression ``text[start:end]`` and the parts of the calendar that it names."""

    start: int
    end: int
    kind: Kind
    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    """Monday is 0."""
    offset: int | None = None
    """Days from today, for "yesterday" and its kin; months for "the 25th of last month" (day set, month open)."""
    until: PartialDay | None = None
    """The last day of a range."""
    wording: Wording = ""
    swappable: bool = False
    """Day and month are numbers that could be read the other way round ("3/4/2024" in English)."""
