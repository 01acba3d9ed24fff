"""The year of a dump, from what its dates say about each other.

In: evidence, that is months and days with the weekday that the print gives them. Out: the years that it allows, and
the one that a reference picks. One calendar day keeps its weekday for 5, 6 or 11 years, so evidence alone leaves
several years; the reference (publication or crawl day) picks the nearest, up to ``MARGIN`` days after itself.
"""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import NamedTuple

from newsparse.dates.days import make

MARGIN = 14
"""Days after the reference that an announced day may lie; a wider margin would meet the five-year return."""
FIRST_YEAR, LAST_YEAR = 1990, 2035
"""The window of candidates where no reference is given."""
YEARS_BACK = 10
"""The window of candidates before a reference."""

_SLIP = -5.7  # log(.02 / 6 / .98): two of a hundred printed weekdays are wrong
_DAY_BEFORE = -2.9  # log(.05 / .92): a lede tells of the day before its dateline
_FAR_OFF = -5.0  # log(.03 / 5 / .92): … or of another day
_FRESH = 3.4  # log(30): most dumps are read within days of their stories
_TIED = 1.0


class Evidence(NamedTuple):
    """A day without a year and the weekday that goes with it."""

    month: int
    day: int
    weekday: int
    from_lede: bool
    """True for a dateline's day with the first bare weekday of its lede."""
    ahead: bool
    """True when the wording looks ahead."""


class Years(NamedTuple):
    """What the evidence says: dates of its first day, and the one that the reference picks."""

    allowed: tuple[date, ...]
    chosen: date | None


def years_from(evidence: Sequence[Evidence], reference: date | None) -> Years | None:
    """Pool the evidence; None when there is none."""
    if not evidence:
        return None
    first = evidence[0]
    shifts = [_shift(first, other) for other in evidence]
    if reference is None:
        window: Iterable[int] = range(FIRST_YEAR, LAST_YEAR + 1)
    else:
        window = range(reference.year - YEARS_BACK, reference.year + 2)
    scored: list[tuple[float, float, date]] = []
    for year in window:
        anchor = make(year, first.month, first.day)
        rating = _rate(year, evidence, shifts, reference) if anchor else None
        if anchor and rating is not None:
            scored.append((rating[0], sum(rating), anchor))
    if not scored:
        return None
    best = max(fit for fit, _, _ in scored)
    allowed = tuple(anchor for fit, _, anchor in scored if fit > best - _TIED)
    chosen = max(scored, key=lambda entry: (entry[1], entry[2]))[2] if reference else None
    return Years(tuple(sorted({*allowed, *([chosen] if chosen else [])})), chosen)


def _shift(first: Evidence, other: Evidence) -> int:
    """Return the years between two days of one season: -1 for December evidence beside a first day in January."""
    months = (other.month - first.month) * 31 + other.day - first.day
    return -1 if months > 186 else 1 if months < -186 else 0


def _rate(
    year: int, evidence: Sequence[Evidence], shifts: list[int], reference: date | None
) -> tuple[float, float] | None:
    """Return how well a year fits the evidence, and how likely it is beforehand; None where it is impossible."""
    fit, latest = 0.0, date.min
    for clue, shift in zip(evidence, shifts, strict=True):
        day = make(year + shift, clue.month, clue.day)
        if day is None:
            return None
        if reference and (day - reference).days > (MARGIN * 3 if clue.ahead else MARGIN):
            return None
        fit += _fit(day, clue)
        latest = max(latest, day)
    return fit, _prior(latest, reference)


def _fit(day: date, clue: Evidence) -> float:
    late = (day.weekday() - clue.weekday) % 7
    if late == 0:
        return 0.0
    if not clue.from_lede:
        return _SLIP
    return _DAY_BEFORE if late == 1 else _FAR_OFF


def _prior(latest: date, reference: date | None) -> float:
    if reference is None:
        return 0.0
    age = (reference - latest).days
    if abs(age) <= MARGIN:
        return _FRESH
    return min(0.0, 6 - age / 365)
