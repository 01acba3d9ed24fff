"""The simple elements of a date: days of a month, weekdays, relative words.

In: text and lexicon. Out: elements as ``FoundDate``, in order, not yet joined. Most texts hold no date, and substring
search is an order of magnitude faster than any pattern: so stems and digits are looked up first, and patterns run only
where one was found, from there on.
"""

import re
from itertools import pairwise
from operator import attrgetter

from msgspec.structs import replace

from newsparse.dates.found import FoundDate
from newsparse.dates.lexicon import Lexicon
from newsparse.dates.numeric import day_element, numeric
from newsparse.span import Span

_PLACE = attrgetter("start", "end")
_MASK = bytes([ord("1") if chr(code).isdigit() else ord("0") for code in range(128)]).ljust(256, b"0")
"""Makes "1" of a digit and "0" of anything else."""
_AFTER_DAY = frozenset(".-–—/ºsnrte\xa0")


def elements(text: str, words: Lexicon) -> list[FoundDate]:
    """Return the elements from left to right without overlaps."""
    found = _days(text, words) if _has_digit(text) else []
    for letter, stem in words.stems:
        at = text.find(stem) if letter in text else -1
        while at >= 0:
            element = _word_at(text, at, at + len(stem), words)
            if element:
                found.append(element)
                at = element.end - 1
            at = text.find(stem, at + 1)
    if len(found) < 2:
        return found
    found.sort(key=_PLACE)
    kept = found[:1]
    for last, date in pairwise(found):
        if date.start >= last.end:
            kept.append(date)
    return kept


def _word_at(text: str, at: int, end: int, words: Lexicon) -> FoundDate | None:
    """Return the weekday or relative word that holds the stem at ``at``."""
    for opening in (at - 2, at - 1, at):
        for place, form in words.around.get(text[max(0, opening) : end], ()):
            start, stop = at - place, at - place + len(form)
            if not text.startswith(form, max(0, start)) or (start and text[start - 1].isalnum()):
                continue
            if words.part and (match := words.part.match(text, stop)):
                stop = match.end()
            if text[stop : stop + 1].isalnum():
                continue
            weekday = words.weekdays.get(form)
            if weekday is not None:
                return FoundDate(start, stop, "weekday", None, None, None, weekday)
            offset = words.relative.get(form)
            if offset is not None:
                return FoundDate(start, stop, "relative", offset=offset)
            return _days_ago(text, start, stop, words)
    return None


def _days_ago(text: str, start: int, stop: int, words: Lexicon) -> FoundDate | None:
    """Return the day that "two days ago" is, whose last words were found."""
    form = text[start:stop]
    match = words.counted.search(text, max(0, start - 30), start)
    if not match or bool(match["before"]) != words.ago[form]:
        return None
    number = match["number"].lower()
    count = words.numbers.get(number) or (int(number) if number.isdecimal() else 0)
    if not count:
        return None
    return FoundDate(match.start(), stop, "relative", offset=-count, wording="last")


def _has_digit(text: str) -> bool:
    """Say whether a text has a digit, in ten searches at the speed of memory."""
    return (
        "1" in text
        or "2" in text
        or "0" in text
        or "3" in text
        or "4" in text
        or "5" in text
        or "6" in text
        or "7" in text
        or "8" in text
        or "9" in text
    )


def _days(text: str, words: Lexicon) -> list[FoundDate]:
    """Return the elements that have a number: a day with its month."""
    found: list[FoundDate] = []
    reached = 0
    for at, end in _numbers(text):
        if at < reached or end - at > 4:
            continue
        element = _after_month(text, at, words) or _from_day(text, at, end, words)
        if element is None and words.alone is not None:
            element = _alone(text, at, end, words.alone)
        if element:
            found.append(_with_cut_weekday(text, element, words))
            reached = element.end
    return found


def _numbers(text: str) -> list[Span]:
    """Return the runs of digits: a table and two searches are faster than a pattern that looks at each letter."""
    mask = text.encode("ascii", "replace").translate(_MASK)
    runs: list[Span] = []
    at = mask.find(b"1")
    while at >= 0:
        end = mask.find(b"0", at)
        runs.append((at, end if end >= 0 else len(mask)))
        at = mask.find(b"1", end) if end >= 0 else -1
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


def _after_month(text: str, at: int, words: Lexicon) -> FoundDate | None:
    """Return the date whose day begins at ``at`` and whose month stands before it."""
    end = at - 1
    if end < 3 or not text[end].isspace():
        return None
    last = text[end - 1]
    if last == "e" and text.startswith(" the", end - 4):
        end -= 4
        last = text[end - 1]
    if last == ".":
        end -= 1
    for form in words.month_tails.get(text[end - 2 : end], ()):
        if text.endswith(form, 0, end):
            start = end - len(form)
            match = None if start and text[start - 1].isalnum() else words.after_month.match(text, at)
            return _dated(start, match.end(), words.months[form], match) if match else None
    return None


def _from_day(text: str, at: int, end: int, words: Lexicon) -> FoundDate | None:
    """Return the date that begins with the number at ``at``."""
    after = text[end : end + 1]
    if after == " ":
        if text[end + 1 : end + 4] not in words.month_heads and text[end + 1 : end + 3] not in words.month_heads:
            return None
    elif after not in _AFTER_DAY:
        return None
    before = text[at - 1] if at else " "
    if before.isalnum() or (before in ".,/:" and at > 1 and text[at - 2].isdigit()):
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
