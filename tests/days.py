"""Dates in the tests: a text or several in; the days that are read from them out."""

from datetime import date

from newsparse.datelines import find_dateline
from newsparse.dates import Reading, find_dates, resolve_dates

WEDNESDAY = date(2024, 6, 19)
"""The reference, unless a test says otherwise."""


def days_in(text: str, language: str = "en", reference: date | None = WEDNESDAY) -> list[tuple[str, str]]:
    found = find_dates(text, language)
    readings = resolve_dates([(find_dateline(text, language), text, found)], reference)[0]
    return [(text[date_.start : date_.end], reading.date) for date_, reading in zip(found, readings, strict=True)]


def readings_of(*texts: str, reference: date | None = None) -> list[list[Reading]]:
    return resolve_dates([(find_dateline(text, "en"), text, find_dates(text, "en")) for text in texts], reference)
