"""Count days from a known day: "Friday", "yesterday", "last Monday", "the 27th".

In: an expression without a month and the day that its story counts from. Out: dates.
"""

from collections.abc import Sequence
from datetime import date, timedelta

from newsparse.dates import days
from newsparse.dates.found import FoundDate


def count_from(date_: FoundDate, base: date) -> date | None:
    """Return the day that "Friday", "yesterday", "today (Friday)" or "the 27th" is, counted from a day."""
    if date_.day is not None:
        if date_.offset:
            return days.day_of_month(date_.day, base, date_.offset)
        return days.nearest_day(date_.day, date_.weekday, base)
    return _counted_weekday(date_, base) if date_.offset is None else _counted_away(date_, base, date_.offset)


def _counted_away(date_: FoundDate, base: date, offset: int) -> date:
    """Return a day so many days away, or a weekday of the week so many days away ("上周五")."""
    if date_.kind == "weekday":
        return days.on_or_before(0, base) + timedelta(offset + (date_.weekday or 0))
    day = base + timedelta(offset)
    return day if date_.weekday is None else days.nearest_weekday(date_.weekday, day)


def _counted_weekday(date_: FoundDate, base: date) -> date:
    weekday = date_.weekday or 0
    if date_.wording == "last":
        return days.on_or_before(weekday, base - timedelta(1))
    if date_.wording == "next":
        return days.on_or_after(weekday, base + timedelta(1))
    return (days.on_or_after if date_.wording == "future" else days.on_or_before)(weekday, base)


def count_around(date_: FoundDate, base: date) -> Sequence[date | None]:
    """Return the days that a bare weekday can be, before and after the day that it is counted from."""
    if date_.kind != "weekday" or date_.offset is not None or date_.wording in {"last", "next"}:
        return [count_from(date_, base)]
    weekday = date_.weekday or 0
    return sorted({days.on_or_before(weekday, base), days.on_or_after(weekday, base)})
