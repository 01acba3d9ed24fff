"""Find date expressions: elements joined to expressions, what only looks like a date left out.

In: a text and its language. Out: ``FoundDate`` values in order of their place.
"""

from operator import attrgetter

from msgspec.structs import replace

from newsparse.dates.cjk import find_cjk
from newsparse.dates.context import is_date
from newsparse.dates.elements import elements
from newsparse.dates.found import FoundDate, Wording
from newsparse.dates.joining import join_elements
from newsparse.dates.lexicon import Lexicon, lexicon_of
from newsparse.dates.wording import with_wording, word_before
from newsparse.lazy import pattern

_INFAMOUS_RE = pattern(r"\s(?:attacks?|massacre|rampage|terror\w*|assault|atrocit\w+|riots?|coup|shooting)\b")
_INFAMOUS_HEADS = frozenset(("at", "ma", "ra", "te", "as", "ri", "co", "sh"))
"""The first two letters of what it matches."""
_CLOCK_RE = pattern(
    r"(?:,|\s[-–])?\s(?:(?:um|ore|pukul|kl\.?)\s)?\d{1,2}[:.]\d\d(?::\d\d)?(?:\s?[apAP]\.?[mM]\b\.?)?(?!\d)(?:\sUhr)?"
)
_ARABIC_DIGITS = {0x660 + digit: str(digit) for digit in range(10)}
_TIMETABLE = 5
"""Different bare weekdays close to each other from which on they are a timetable."""
_TIMETABLE_GAP = 80
_CJK = {"zh", "ja", "ko"}
_PLACE = attrgetter("start")
_ENDS = frozenset(("", ",", "."))


def find_dates(text: str, language: str | None = None) -> list[FoundDate]:
    """Return the date expressions of a text: days and short runs of days.

    Weeks, months, years, times of day, recurring days and holidays are no date expressions. ``language`` is a BCP 47
    tag; without one the text is read as English. Numeric Chinese, Japanese and Korean dates are found in any case.
    """
    eastern = "日" in text or "일" in text or "号" in text or (language or "")[:2] in _CJK
    found = _find_western(text, lexicon_of(language))
    return _merged(find_cjk(text), found) if eastern else found


def _merged(first: list[FoundDate], others: list[FoundDate]) -> list[FoundDate]:
    """Add to dates the others that do not overlap them."""
    taken = {place for date in first for place in range(date.start, date.end)}
    left = [date for date in others if taken.isdisjoint(range(date.start, date.end))]
    return sorted([*first, *left], key=_PLACE) if left else first


def _find_western(text: str, words: Lexicon) -> list[FoundDate]:
    """Return the dates that are written with the words of a lexicon."""
    if words.arabic_digits:
        text = text.translate(_ARABIC_DIGITS)
    found = elements(text, words)
    if not found:
        return found
    if len(found) > 1:
        found = join_elements(text, found)
    dates = []
    for part in found:
        date = _finish(text, part, words)
        if date is not None:
            dates.append(date)
    return dates if len(dates) < _TIMETABLE else _without_timetables(dates)


def _without_timetables(dates: list[FoundDate]) -> list[FoundDate]:
    """Leave out runs of bare weekdays that name most days of the week close to each other."""
    runs: list[list[FoundDate]] = []
    for date in dates:
        if date.kind != "weekday":
            continue
        if runs and date.start - runs[-1][-1].end < _TIMETABLE_GAP:
            runs[-1].append(date)
        else:
            runs.append([date])
    listed = {date.start for run in runs if len({date.weekday for date in run}) >= _TIMETABLE for date in run}
    return [date for date in dates if date.start not in listed] if listed else dates


def _finish(text: str, date: FoundDate, words: Lexicon) -> FoundDate | None:
    """Return the expression with the words that belong to it, or None when it is no date."""
    kind = date.kind
    if kind == "no_year":
        return _yearless(text, date, words)
    if kind == "full":
        clock = _CLOCK_RE.match(text, date.end)
        return replace(date, kind="time", end=clock.end()) if clock else date
    if kind == "relative":
        return date if date.wording or is_date(text, date, words) else None
    if kind == "weekday":
        return _weekday(text, date, words)
    return _yearless(text, date, words) if date.year is None else date


def _weekday(text: str, date: FoundDate, words: Lexicon) -> FoundDate | None:
    """Return a weekday with the words and the day's number that belong to it."""
    number = words.day_number.match(text, date.end)
    if not number and text[date.start : date.end] in words.framed and not _framed(text, date, words):
        return None
    if not is_date(text, date, words):
        return None
    date = with_wording(text, date, words.cues)
    if not number:
        return date
    if number["day"]:
        return replace(date, kind="weekday_paren", end=number.end(), day=int(number["day"]))
    return replace(date, kind="no_year", end=number.end("bare"), day=int(number["bare"].rstrip("stndrh")))


def _framed(text: str, date: FoundDate, words: Lexicon) -> bool:
    """Tell whether a weekday that is a common word as well stands where only a weekday can."""
    before = text[max(0, date.start - 8) : date.start].split()
    if text[date.end + 1 : date.end + 12].split(" ", 1)[0] in words.cues.frames:
        return True
    named = bool(before) and before[-1].lower() in words.cues.before_ends
    return named and (text[date.end : date.end + 1] in _ENDS or text.startswith(" \0", date.end))


def _yearless(text: str, date: FoundDate, words: Lexicon) -> FoundDate:
    """Return a day with a "this" before it taken in, and as past when an infamous event follows it."""
    cues = words.cues
    before = text[text.rfind(" ", 0, max(0, date.start - 1)) + 1 : max(0, date.start - 1)].lower()
    start = date.start
    wording: Wording = ""
    if before in cues.before_ends and (opened := word_before(text, start, cues)):
        wording = opened[1]
        if not wording or date.weekday is not None:
            start = opened[0]
    if before in cues.since or (
        text[date.end + 1 : date.end + 3] in _INFAMOUS_HEADS and _INFAMOUS_RE.match(text, date.end)
    ):
        wording = "last"
    return date if start == date.start and not wording else replace(date, start=start, wording=wording)
