"""The year of a dump, from what its dates say about each other.

In: evidence, that is months and days with the weekday that the print gives them. Out: the years that it allows, and
the one that a reference picks. One calendar day keeps its weekday for 5, 6 or 11 years, so evidence alone leaves
several years; the reference (publication or crawl day) picks the nearest, up to ``MARGIN`` days after itself.
"""

from collections.abc import Callable, Collection, Sequence
from datetime import date
from functools import lru_cache

import msgspec

from newsparse.dates.days import make
from newsparse.dates.found import Wording
from newsparse.dates.likely import SAME_DAY, Evidence, Limits, limits_of, prior_of, weekday_fit

FIRST_YEAR, LAST_YEAR = 1990, 2035
"""The window of candidates where no reference is given."""
YEARS_BACK = 10
"""The window of candidates before a reference."""

_TIED = 1.0

_YearFit = tuple[float, int]
"""How well one year fits, and its day as an ordinal (0: no such day)."""


Tenses = Callable[[], Collection[Wording]]


class Years(msgspec.Struct, frozen=True, gc=False):
    """What the evidence says: dates of its first day, and the one that the reference picks."""

    allowed: tuple[date, ...]
    chosen: date | None


def years_from(evidence: Sequence[Evidence], reference: date | None, tenses: Tenses = tuple) -> Years | None:
    """Pool the evidence; None when there is none or when no year can hold it.

    ``tenses`` reads the tenses of the clauses around the evidence; it is asked only where a day may be announced.
    """
    if not evidence:
        return None
    first = evidence[0]
    start, stop = (reference.year - YEARS_BACK, reference.year + 1) if reference else (FIRST_YEAR, LAST_YEAR)
    limits = limits_of(evidence, reference)
    fits = _fits(evidence, start, stop, limits)
    if any([newest > limits.near for _, newest, _ in fits]):
        fits = _fits(evidence, start, stop, limits_of(evidence, reference, tenses()))
    if not fits:
        return None
    if len(fits) == 1:
        day = make(fits[0][2], first.month, first.day)
        return Years((day,) if day else (), day if reference else None)
    best = max(fits)[0]
    chosen = _likeliest(fits, best, reference.toordinal()) if reference else None
    years = [year for fit, _, year in fits if fit > best - _TIED or year == chosen]
    allowed = tuple([day for year in years if (day := make(year, first.month, first.day))])
    return Years(allowed, make(chosen, first.month, first.day) if chosen else None)


def _fits(evidence: Sequence[Evidence], start: int, stop: int, limits: Limits) -> list[tuple[float, int, int]]:
    """Return the possible years, each with its fit and its latest day."""
    exact = _exact_fits(evidence, start, stop, limits)
    if exact:
        return exact
    profiles = [_profile(clue, _shift(evidence[0], clue), start, stop) for clue in evidence]
    return _loose_fits(profiles, start, limits)


def _exact_fits(evidence: Sequence[Evidence], start: int, stop: int, limits: Limits) -> list[tuple[float, int, int]]:
    """Return the possible years in which every weekday is right, when the weekdays are all of their own days.

    Where there is such a year, no other counts: one slip of a weekday weighs more than all that is likely beforehand.
    """
    first = evidence[0]
    others = []
    for clue in evidence:
        if clue.from_lede:
            return []
        if clue is not first:
            others.append(_exact(clue, _shift(first, clue), start, stop))
    fits = []
    for year, latest in _exact(first, 0, start, stop).items():
        newest = oldest = latest
        for other in others:
            day = other.get(year, 0)
            if not day:
                break
            newest, oldest = max(newest, day), min(oldest, day)
        else:
            weight = limits.weight(oldest, newest)
            if weight is not None:
                fits.append((weight, newest, year))
    return fits


@lru_cache(maxsize=4096)
def _exact(clue: Evidence, shift: int, start: int, stop: int) -> dict[int, int]:
    """Return the years of the window in which the weekday is right, each with the day as an ordinal."""
    return {
        year: ordinal
        for year, (fit, ordinal) in enumerate(_profile(clue, shift, start, stop), start)
        if ordinal and fit == 0
    }


def _loose_fits(profiles: Sequence[tuple[_YearFit, ...]], start: int, limits: Limits) -> list[tuple[float, int, int]]:
    """Return for each possible year how well it fits all evidence, with its latest day."""
    fits = []
    for year, (fit, latest) in enumerate(profiles[0], start):
        total = fit
        newest = oldest = latest
        for profile in profiles[1:]:
            other_fit, day = profile[year - start]
            total += other_fit
            if day > newest:
                newest = day
            elif day < oldest:
                oldest = day
        weight = limits.weight(oldest, newest) if oldest > 0 else None
        if weight is not None:
            fits.append((total + weight, newest, year))
    return fits


def _likeliest(fits: list[tuple[float, int, int]], best: float, today: int) -> int:
    """Return the year that fits best together with what is likely beforehand; the later of equals."""
    far = best - SAME_DAY
    return max([(fit + prior_of(today - latest), year) for fit, latest, year in fits if fit >= far])[1]


def _shift(first: Evidence, other: Evidence) -> int:
    """Return the years between two days of one season: -1 for December evidence beside a first day in January."""
    days = (other.month - first.month) * 31 + other.day - first.day
    return -1 if days > 186 else 1 if days < -186 else 0


@lru_cache(maxsize=4096)
def _profile(clue: Evidence, shift: int, start: int, stop: int) -> tuple[_YearFit, ...]:
    """Return the fit of each year of the window."""
    profile = []
    for year in range(start, stop + 1):
        day = make(year + shift, clue.month, clue.day)
        ordinal = day.toordinal() if day else 0
        fit = weekday_fit(day, clue) if day else 0.0
        profile.append((fit, ordinal))
    return tuple(profile)
