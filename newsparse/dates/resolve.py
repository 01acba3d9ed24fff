"""Resolve date expressions to EDTF dates with the evidence of the whole dump.

In: groups of one story each (its dateline, its text, its expressions) and the reference day. Out: readings in the same
order. What nothing settles stays open: ``XXXX-06-14``, ``XXXX-XX-XX``. The clock of the machine is never asked.
"""

from collections.abc import Mapping, Sequence
from datetime import date

import msgspec

from newsparse.dates import days
from newsparse.dates.counting import count_around, count_from
from newsparse.dates.evidence import Group, filed_day, list_evidence, list_tenses
from newsparse.dates.found import FoundDate
from newsparse.dates.readings import Reading, conflict_of, end_of, iso_of, shared_edtf, write_day
from newsparse.dates.years import Years, years_from

NEAR = 60
"""Days between the evidence and the reference beyond which the reference is a crawl day, no base to count from."""

_LAST_YEAR = 366


class _Anchor(msgspec.Struct, frozen=True, gc=False):
    """The day that a story counts from: known, or known but for the year."""

    chosen: date | None
    allowed: tuple[date, ...]
    clue: str


class _Dump(msgspec.Struct, frozen=True, gc=False):
    """What all stories of a dump share."""

    years: Years | None
    reference: date | None
    base: date | None
    """The day that yearless days lie near: the reference, or the evidence when the reference is a crawl day."""
    fresh: bool
    """True when the reference can be the day of the stories."""
    told: Mapping[tuple[int, int], date]
    """The days of the year before the reference that are printed with their year, by month and day."""


_FINDERS = {"last": days.latest, "next": days.coming}
_NOWHERE = _Anchor(None, (), "open")


def resolve_dates(
    groups: Sequence[Group], reference: date | None, language: str | None = None, *, own: bool = False
) -> list[list[Reading]]:
    """Return one reading for each expression, group by group.

    An expression that nothing settles has the reading ``XXXX-XX-XX`` with the clue ``open``. Where the reference is
    the dump's ``own`` day of publication, each day is the nearest one that its weekday fits: no other evidence says
    more about the year. Without a ``language`` (BCP 47) the tenses of announcements are read as English.
    """
    filed = [filed_day(dateline, found) if found else None for dateline, _, found in groups]
    evidence = [] if own else list_evidence(groups, filed, language)
    years = years_from(evidence, reference, lambda: list_tenses(groups, language))
    dump = _dump(years, reference, _told(groups, reference) if own and reference else {})
    readings: list[list[Reading]] = []
    for (_, _, found), date_ in zip(groups, filed, strict=True):
        if found:
            anchor = _anchor(date_, dump)
            readings.append([_read(day, day is date_, anchor, dump) for day in found])
        else:
            readings.append([])
    return readings


def _dump(years: Years | None, reference: date | None, told: Mapping[tuple[int, int], date]) -> _Dump:
    if years is None or years.chosen is None:
        return _Dump(years, reference, reference, reference is not None, told)
    fresh = reference is not None and (reference - years.chosen).days <= NEAR
    return _Dump(years, reference, reference if fresh else years.chosen, fresh, told)


def _told(groups: Sequence[Group], reference: date) -> dict[tuple[int, int], date]:
    """Return the days of the last year that are printed with their year: later on a text leaves it out."""
    printed = [
        day
        for _, _, found in groups
        for date_ in found
        if date_.year and date_.month and date_.day and not date_.until
        if (day := days.make(date_.year, date_.month, date_.day)) and 0 <= (reference - day).days <= _LAST_YEAR
    ]
    return {(day.month, day.day): day for day in printed}


def _anchor(filed: FoundDate | None, dump: _Dump) -> _Anchor:
    """Return the day from which a story's weekdays count: its dateline's, or the reference."""
    if filed and filed.month and filed.day:
        if filed.year:
            day = days.make(filed.year, filed.month, filed.day)
            return _Anchor(day, (day,), "dateline") if day else _NOWHERE
        chosen, allowed = _place(filed, None, dump)
        if allowed:
            return _Anchor(chosen, allowed, "dateline" if chosen is None else "dateline+reference")
    if dump.reference is None or not dump.fresh:
        return _NOWHERE
    return _Anchor(dump.reference, (dump.reference,), "reference")


def _place(date_: FoundDate, base: date | None, dump: _Dump) -> tuple[date | None, tuple[date, ...]]:
    """Return the date of a yearless day that the reference picks, and those that the evidence allows."""
    month, day, weekday, years = date_.month or 0, date_.day or 0, date_.weekday, dump.years
    if years is None:
        near = base or dump.base
        find = _FINDERS.get(date_.wording)
        found = (find(month, day, near) if find else days.beside(month, day, weekday, near)) if near else None
        told = dump.told.get((month, day))
        if told and found and near and found > near and not date_.wording and weekday in (None, told.weekday()):
            found = told
        return found, (found,) if found else ()
    others = [days.beside(month, day, weekday, anchor) for anchor in years.allowed]
    allowed = tuple([other for other in others if other])
    if years.chosen is None:
        return None, allowed
    if weekday is None:
        chosen = days.nearest(month, day, base or dump.base or years.chosen)
    elif years.chosen == years.allowed[-1]:
        chosen = others[-1]
    else:
        chosen = days.beside(month, day, weekday, years.chosen)
    if chosen is None or chosen in allowed:
        return chosen, allowed
    return chosen, tuple(sorted({*allowed, chosen}))


def _read(date_: FoundDate, is_filed: bool, anchor: _Anchor, dump: _Dump) -> Reading:
    if date_.year is not None:
        return _printed(date_, anchor)
    if date_.month is not None:
        return _yearless(date_, is_filed, anchor, dump)
    if not anchor.allowed:
        return Reading("XXXX-XX-XX" if date_.day is None else f"XXXX-XX-{date_.day:02}", (), "open")
    base = anchor.chosen
    chosen = count_from(date_, base) if base else None
    allowed = count_around(date_, base) if base else [count_from(date_, day) for day in anchor.allowed]
    return Reading(shared_edtf(chosen, allowed), iso_of(allowed), anchor.clue, conflict_of(date_, chosen))


def _yearless(date_: FoundDate, is_filed: bool, anchor: _Anchor, dump: _Dump) -> Reading:
    base = anchor.chosen if anchor.clue.startswith("dateline") and not is_filed else None
    chosen, allowed = _place(date_, base, dump)
    if base and date_.weekday is None:
        return write_day(date_, chosen, allowed, anchor.clue)
    clue = ""
    if dump.years:
        clue = "weekday" if date_.weekday is not None else "dateline+lede" if is_filed else "dump"
    elif chosen and chosen.weekday() == date_.weekday:
        clue = "weekday"
    if chosen:
        clue = f"{clue}+reference" if clue else "reference"
    return write_day(date_, chosen, allowed, clue or "open")


def _printed(date_: FoundDate, anchor: _Anchor) -> Reading:
    year, month, day = date_.year or 0, date_.month or 0, date_.day or 0
    if date_.until:
        starts_before = date_.until[0] == year and (date_.until[1] or 0, date_.until[2]) < (month, day)
        found = date(year - starts_before, month, day)
        return Reading(f"{found.isoformat()}/{end_of(date_, found)}", (), "printed")
    found = date(year, month, day)
    if date_.swappable:
        return _swapped(found, anchor)
    return Reading(found.isoformat(), (), "printed", conflict_of(date_, found))


def _swapped(found: date, anchor: _Anchor) -> Reading:
    """Read "3/4/2024": the order nearer to the story's day when one is near, else the language's."""
    other = found.replace(month=found.day, day=found.month)
    both = sorted((found, other))
    if anchor.chosen:
        near = anchor.chosen
        if abs((other - near).days) <= 31 < abs((found - near).days):
            return Reading(other.isoformat(), iso_of(both), "printed+reference")
    return Reading(found.isoformat(), iso_of(both), "printed")
