"""The simple elements of a date: days of a month beside named days.

In: text and lexicon. Out: elements as ``FoundDate``, in order, not yet joined. Most texts hold no date, and substring
search is an order of magnitude faster than any pattern: so digits are looked up first, and patterns run only where one
was found, from there on.
"""

import re
from itertools import pairwise
from operator import attrgetter

from msgspec.structs import replace

from newsparse.dates.found import FoundDate
from newsparse.dates.lexicon import Lexicon
from newsparse.dates.named import named_days
from newsparse.dates.numeric import day_element, numeric
from newsparse.span import Span

_PLACE = attrgetter("start", "end")
_CLOSES = frozenset((",", ".", ")", "", ":", ";"))
"""What may follow a day in the place of a year …"""
_THEN = frozenset((" in", " as", " wi", " fo", " wh", " af", " be", " on", " by", " de"))
"""… and beginnings of words that belong to no date."""
_AFTER_DAY = frozenset(".-–—/ºsnrte\xa0")


def elements(text: str, words: Lexicon) -> list[FoundDate]:
    """Return the elements from left to right without overlaps."""
    found = _days(text, words) + named_days(text, words)
    if len(found) < 2:
        return found
    found.sort(key=_PLACE)
    kept = found[:1]
    for last, date in pairwise(found):
        if date.start >= last.end:
            kept.append(date)
    return kept


def _days(text: str, words: Lexicon) -> list[FoundDate]:
    """Return the elements that have a number: a day with its month."""
    found: list[FoundDate] = []
    reached = 0
    for at, end in _numbers(text):
        if at < reached or end - at > 4:
            continue
        element = None
        if text[max(0, at - 3) : at - 1] in words.before_day:
            element = _after_month(text, at, end, words)
        if element is None:
            after = text[end : end + 4]
            if after[:1] in _AFTER_DAY or after[1:] in words.month_heads or after[1:3] in words.month_heads:
                element = _from_day(text, at, words)
        if element is None and words.alone is not None:
            element = _alone(text, at, end, words.alone)
        if element is not None:
            found.append(_with_cut_weekday(text, element, words))
            reached = element.end
    return found


def _numbers(text: str) -> list[Span]:
    """Return the runs of digits: ten searches at the speed of memory are faster than a look at each letter."""
    places: list[int] = []
    for digit in "0123456789":
        at = text.find(digit)
        while at >= 0:
            places.append(at)
            at = text.find(digit, at + 1)
    if not places:
        return []
    places.sort()
    runs: list[Span] = []
    start = last = places[0]
    for at in places:
        if at > last + 1:
            runs.append((start, last + 1))
            start = at
        last = at
    runs.append((start, last + 1))
    return runs


def _with_cut_weekday(text: str, date: FoundDate, words: Lexicon) -> FoundDate:
    """Widen a day by a weekday cut short in front of it: "Tue, January 16"."""
    end = date.start - 1
    if end < 2 or not text[end].isspace():
        return date
    while end > 2 and text[end - 1] in ",.":
        end -= 1
    if text[end - 3 : end] not in words.cut_tails and (end > 2 or " " + text[:end] not in words.cut_tails):
        return date
    match = words.weekday_before.search(text, max(0, date.start - 10), date.start)
    return replace(date, start=match.start(), weekday=words.weekdays[match[1]]) if match else date


def _after_month(text: str, at: int, end: int, words: Lexicon) -> FoundDate | None:
    """Return the date whose day begins at ``at`` and whose month stands before it."""
    stop = at - 1
    if stop < 3 or not text[stop].isspace():
        return None
    last = text[stop - 1]
    if last == "e" and text.startswith(" the", stop - 4):
        stop -= 4
        last = text[stop - 1]
    if last == ".":
        stop -= 1
    for form in words.month_tails.get(text[stop - 2 : stop], ()):
        if text.endswith(form, 0, stop):
            start = stop - len(form)
            if start and text[start - 1].isalnum():
                return None
            if end - at < 3 and _ends_plainly(text, end):
                return day_element(start, end, None, words.months[form], int(text[at:end]))
            match = words.after_month.match(text, at)
            return _dated(start, match.end(), words.months[form], match) if match else None
    return None


def _ends_plainly(text: str, end: int) -> bool:
    """Tell whether neither a year nor the end of a range can follow a day, so that no pattern need look."""
    after = text[end : end + 3]
    if after in _THEN:
        return True
    return after[:1] in _CLOSES and not after[1:2].isdigit() and not after[2:].isdigit()


def _from_day(text: str, at: int, words: Lexicon) -> FoundDate | None:
    """Return the date that begins with the number at ``at``."""
    before = text[at - 1] if at else " "
    further = text[at - 2] if at > 1 else " "
    if before.isalnum() or (before in ".,:" and further.isdigit()) or (before == "/" and further.isalnum()):
        return None
    match = words.from_day.match(text, at)
    if not match:
        return None
    if match["month"]:
        return _before_month(text, match, words)
    return numeric(text, match, words)


def _alone(text: str, at: int, end: int, frame: tuple[re.Pattern[str], re.Pattern[str]]) -> FoundDate | None:
    """Return the day at ``at`` when it stands where only a day of the month can: "am 12. um"."""
    before = frame[0].search(text, max(0, at - 8), at) if end - at < 3 else None
    after = frame[1].match(text, end) if before else None
    if not before or not after or not 0 < int(text[at:end]) < 32:
        return None
    start = at if after.end() > end else before.start()
    return FoundDate(start, after.end(), "no_year", day=int(text[at:end]))


def _before_month(text: str, match: re.Match[str], words: Lexicon) -> FoundDate | None:
    """Return the date whose month stands behind its day, if the word there is a month."""
    month = words.months.get(match["month"])
    if month:
        end = match.end("year") if match["year"] else _after_cut_month(text, match)
        return _dated(match.start(), end, month, match)
    start = match.start("month")
    form = next((form for form in words.long_months if text.startswith(form, start)), None)
    return _dated(match.start(), start + len(form), words.months[form], match) if form else None


def _dated(start: int, end: int, month: int, match: re.Match[str]) -> FoundDate | None:
    day, last, year = match.group("day", "last", "year")
    return day_element(start, end, int(year[:4]) if year else None, month, int(day), int(last) if last else None)


def _after_cut_month(text: str, match: re.Match[str]) -> int:
    """Return the end of "24 Oct." with its full stop when the month is cut short and the sentence goes on."""
    goes_on = text[match.end("dot") : match.end("dot") + 2].strip()[:1]
    if match["dot"] and len(match["month"]) < 5 and goes_on and not goes_on.isupper() and goes_on != "/":
        return match.end("dot")
    return match.end("month")
