"""Readings: dates written down in EDTF, with what settled them.

In: an expression and the dates that were chosen for it. Out: a ``Reading``.
"""

from collections.abc import Sequence
from datetime import date

import msgspec

from newsparse.dates.found import FoundDate


class Reading(msgspec.Struct, frozen=True, gc=False):
    """What an expression denotes, and how that is known.

    ``clue`` names what settled it: ``printed`` (the year is in the text), ``weekday`` (the weekday beside the day),
    ``dump`` (weekdays elsewhere in the dump), ``dateline`` (counted from the story's dateline), ``dateline+lede`` (the
    dateline's own day with its lede's weekday), each with ``+reference`` where a reference picked the year,
    ``reference`` alone, ``open`` where nothing did.
    """

    date: str
    candidates: tuple[str, ...]
    clue: str
    conflict: str | None = None


def write_day(date_: FoundDate, chosen: date | None, allowed: Sequence[date], clue: str) -> Reading:
    """Write a day of a month, or a range that begins with it; its year stays open when no date is chosen."""
    conflict = conflict_of(date_, chosen) if date_.weekday is not None else None
    text = chosen.isoformat() if chosen else f"XXXX-{date_.month:02}-{date_.day:02}"
    if date_.until is None:
        single = len(allowed) == 1 and allowed[0] == chosen
        return Reading(text, (text,) if single else tuple([day.isoformat() for day in allowed]), clue, conflict)
    candidates = tuple([f"{day.isoformat()}/{end_of(date_, day)}" for day in allowed])
    return Reading(f"{text}/{end_of(date_, chosen)}", candidates, clue, conflict)


def end_of(date_: FoundDate, start: date | None) -> str:
    """Return the last day of a range, in the year after its start when the range runs over New Year."""
    year, month, day = date_.until or (None, None, 1)
    if start is None:
        return f"XXXX-{month:02}-{day:02}"
    over = (month or 0, day) < (start.month, start.day)
    return f"{year or start.year + over:04}-{month:02}-{day:02}"


def conflict_of(date_: FoundDate, chosen: date | None) -> str | None:
    """Return a sentence when the printed weekday is not the weekday of the chosen date."""
    if chosen is None or date_.weekday is None or chosen.weekday() == date_.weekday:
        return None
    names = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
    return f"{chosen.isoformat()} is a {names[chosen.weekday()]}, but the text says {names[date_.weekday]}."


def shared_edtf(chosen: date | None, allowed: Sequence[date | None]) -> str:
    """Return the chosen date, or what the allowed ones share of month and day."""
    if chosen:
        return chosen.isoformat()
    shared = {(day.month, day.day) for day in allowed if day}
    if len(shared) == 1:
        month, day = shared.pop()
        return f"XXXX-{month:02}-{day:02}"
    return "XXXX-XX-XX"


def iso_of(allowed: Sequence[date | None]) -> tuple[str, ...]:
    """Return the dates in ISO 8601."""
    if len(allowed) == 1:
        return (allowed[0].isoformat(),) if allowed[0] else ()
    return tuple([day.isoformat() for day in allowed if day])
