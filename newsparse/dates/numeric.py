"""Dates in numbers, and the check that a month has such a day.

In: a match of the lexicon's pattern for numbers. Out: a ``FoundDate``, or None: most numbers with a stop or a slash in
them are no dates, so a day without its year needs a frame that says so.
"""

import re

from msgspec.structs import replace

from newsparse.dates.found import FoundDate
from newsparse.dates.lexicon import Lexicon
from newsparse.lazy import pattern

_DAYS_IN = (0, 31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
_NUMBER_FRAME_RE = pattern(r"\b(?:am|vom|bis|zum|den|ab|dem|seit|dne|od|do)\s\Z")
_SLASH_FRAME_RE = pattern(r"\b(?:ngày|tanggal|dia|día|le|il|den|am|vom|bis)\s\Z")


def day_element(
    start: int, end: int, year: int | None, month: int, day: int, last: int | None = None
) -> FoundDate | None:
    """Return the element when the month has such a day, and such a ``last`` one of a range within the month."""
    if not is_day(year, month, day):
        return None
    if last is not None:
        is_range = last > day and is_day(year, month, last)
        return FoundDate(start, end, "range", year, month, day, until=(year, month, last)) if is_range else None
    return FoundDate(start, end, "full" if year else "no_year", year, month, day)


def is_day(year: int | None, month: int, day: int) -> bool:
    """Tell whether the month has such a day, in some year where none is given."""
    if not 1 <= month <= 12 or not 1 <= day <= _DAYS_IN[month]:
        return False
    return day != 29 or month != 2 or not year or _is_leap(year)


def _is_leap(year: int) -> bool:
    return year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)


def numeric(text: str, match: re.Match[str], words: Lexicon) -> FoundDate | None:
    """Return the date of a match that holds only numbers, when its frame says that it is one."""
    if match["iso"]:
        year, month, day = map(int, re.split("[-/.]", match["iso"]))
        return day_element(match.start(), match.end("iso"), year, month, day)
    if match["n1"]:
        return _with_year(match, words.month_first)
    before = text[max(0, match.start() - 20) : match.start()]
    if match["n5"]:
        if not _SLASH_FRAME_RE.search(before) and not (before[-1:] in {"(", "["} and _follows_weekday(before, words)):
            return None
        return _ordered(match, "n5", (int(match["n3"]), int(match["n5"])), None, words.month_first)
    if not (_NUMBER_FRAME_RE.search(before) or _follows_weekday(before, words)):
        return None
    return day_element(match.start(), match.end("n4") + 1, None, int(match["n4"]), int(match["n3"]))


def _with_year(match: re.Match[str], month_first: bool) -> FoundDate | None:
    """Read "14.6.2024", "6/14/24"."""
    is_short = len(match["ny"]) == 2
    if is_short and match["sep"] not in "./" and not (match["sep"] == "-" and _is_stamp(match)):
        return None
    year = _century(int(match["ny"])) if is_short else int(match["ny"])
    return _ordered(match, "ny", (int(match["n1"]), int(match["n2"])), year, month_first and match["sep"] != ".")


def _is_stamp(match: re.Match[str]) -> bool:
    """Tell whether three numbers with hyphens are a day, "11-02-89", and no score or part of a longer number."""
    return len(match["n1"]) == len(match["n2"]) == 2 and match.string[match.start() - 1 : match.start()] != "-"


def _follows_weekday(before: str, words: Lexicon) -> bool:
    """Tell whether a weekday, perhaps with its part of the day, ends what stands before a number."""
    last = before.rstrip("([ ,").rsplit(" ", 1)[-1]
    return last in words.weekdays or (len(last) > 4 and last.startswith(tuple(words.weekdays)))


def _ordered(
    match: re.Match[str], last: str, parts: tuple[int, int], year: int | None, month_first: bool
) -> FoundDate | None:
    """Read two numbers as day and month; where both orders make a date, say so."""
    month, day = parts if month_first else parts[::-1]
    if month > 12:
        month, day = day, month
    found = day_element(match.start(), match.end(last), year, month, day)
    return replace(found, swappable=month_first and day <= 12 and day != month) if found else None


def _century(year: int) -> int:
    """Read a year of two digits as print means it: 70 and above are nineteen hundreds."""
    return 1900 + year if year >= 70 else 2000 + year
