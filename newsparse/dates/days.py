"""Calendar arithmetic on days whose year is open.

In: months, days and weekdays as numbers. Out: dates. No function here knows what day it is.
"""

from datetime import date, timedelta
from functools import lru_cache

_HALF_A_YEAR = 182


@lru_cache(maxsize=8192)
def make(year: int, month: int, day: int) -> date | None:
    """Return the date, None where the calendar has none (29 February, year 0)."""
    try:
        return date(year, month, day)
    except ValueError:
        return None


@lru_cache(maxsize=8192)
def nearest(month: int, day: int, base: date) -> date | None:
    """Return the occurrence of a month's day that is nearest to a date."""
    same = make(base.year, month, day)
    if same and -_HALF_A_YEAR <= (same - base).days <= _HALF_A_YEAR:
        return same
    around = [found for year in (-1, 0, 1) if (found := make(base.year + year, month, day))]
    return min(around, key=lambda found: abs((found - base).days)) if around else None


def latest(month: int, day: int, base: date) -> date | None:
    """Return the last occurrence of a month's day up to and including a date."""
    found = nearest(month, day, base)
    return make(found.year - 1, month, day) if found and found > base else found


@lru_cache(maxsize=8192)
def beside(month: int, day: int, weekday: int | None, anchor: date) -> date | None:
    """Return the occurrence nearest to the anchor; another year's when only that one has the right weekday."""
    near = nearest(month, day, anchor)
    if near is None or weekday is None or near.weekday() == weekday:
        return near
    for year in (near.year - 1, near.year + 1):
        other = make(year, month, day)
        if other and other.weekday() == weekday and abs((other - anchor).days) < 366:
            return other
    return near


def coming(month: int, day: int, base: date) -> date | None:
    """Return the first occurrence of a month's day from a date on."""
    found = nearest(month, day, base)
    return make(found.year + 1, month, day) if found and found < base else found


def day_of_month(day: int, base: date, shift: int) -> date | None:
    """Return that day of the month of a date, or of the month ``shift`` months away."""
    months = base.year * 12 + base.month - 1 + shift
    return make(months // 12, months % 12 + 1, day)


@lru_cache(maxsize=8192)
def nearest_day(day: int, weekday: int | None, base: date) -> date | None:
    """Return the nearest date with this day of the month, with this weekday if one of five months has it so."""
    around = [found for shift in (-2, -1, 0, 1, 2) if (found := day_of_month(day, base, shift))]
    fitting = [found for found in around if weekday is None or found.weekday() == weekday]
    return min(fitting or around, key=lambda found: abs((found - base).days)) if around else None


def on_or_before(weekday: int, base: date) -> date:
    """Return the last such weekday up to and including the date."""
    return base - timedelta((base.weekday() - weekday) % 7)


def on_or_after(weekday: int, base: date) -> date:
    """Return the next such weekday from the date on, the date included."""
    return base + timedelta((weekday - base.weekday()) % 7)


def nearest_weekday(weekday: int, base: date) -> date:
    """Return such a weekday at most three days away."""
    return on_or_before(weekday, base + timedelta(3))
