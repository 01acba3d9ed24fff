"""Read timestamps from a line: when a page says that it was published or changed.

In: one line of a page, with its language and perhaps a reference day. Out: timestamps in RFC 3339; a date or a time
without a zone stays without one, since a zone that is not printed is not known.
"""

import re
from datetime import date, datetime
from itertools import pairwise
from typing import Literal, NamedTuple

from msgspec.structs import replace

from newsparse.dates import days
from newsparse.dates.find import find_dates
from newsparse.dates.found import FoundDate
from newsparse.dates.lexicon import lexicon_of
from newsparse.lazy import pattern


class Timestamp(NamedTuple):
    """A printed time ``line[start:end]``, from its date to its zone, without its label."""

    start: int
    end: int
    value: str
    """``2024-06-14T09:30:00+08:00``; without a known zone ``2024-06-14T09:30:00``; without a time ``2024-06-14``."""
    label: Literal["published", "modified"]


_LONGEST_LINE = 400
_ISO_RE = pattern(
    r"(?P<day>(?:19|20)\d\d-[01]\d-[0-3]\d)[T ]"
    r"(?P<hour>[0-2]\d):(?P<minute>[0-5]\d)(?::(?P<second>[0-5]\d)(?:[.,]\d{1,9})?)?"
    r"\s?(?P<zone>Z\b|[+-][0-2]\d(?::?[0-5]\d)?(?!\d))?"
)
_SEAMS = (
    pattern(r"(?<=[^\W\d_A-Z])(?=[A-Z][^\W\d_]{2,8}\.? \d{1,2},? (?:19|20)\d\d)"),
    pattern(r"(?<=[^\W\d_])(?=\d{1,2}[./]\d{1,2}[./]\d{2})"),
    pattern(
        r"(?:(?<=[^\W\d_] \d, (?:19|20)\d\d)|(?<=[^\W\d_] \d\d, (?:19|20)\d\d)|(?<=[^\W\d_] \d\d (?:19|20)\d\d)"
        r"|(?<=[./]\d[./](?:19|20)\d\d)|(?<=[./]\d\d[./](?:19|20)\d\d))(?=[^\W_])"
    ),
)
"""Where a date is run together with the name before it or the time behind it: ``RuizMay 4, 20249:30 AM``."""
_MONTH_FIRST_RE = pattern(
    r"(?<![^\W_])(?P<month>[^\W\d_]{3,12})\.? (?P<day>[12]\d|3[01]|0?[1-9])(?:st|nd|rd|th)?, ?"
    r"(?P<year>(?:19|20)\d\d)(?!\d)"
)
"""English order, which content management systems print with the months of any language."""
_CLOCK = (
    r"(?P<half>(?:上午|下午|오전|오후|午前|午後)\s?)?(?P<hour>[012]?\d)\s?(?:[:.h：時时시]|\sh\s)\s?(?P<minute>[0-5]\d)"
    r"\s?[分분]?(?::(?P<second>[0-5]\d))?(?!\d)\s?(?P<ampm>[ap]\.?\s?m\b\.?)?(?:\s?(?:Uhr|hrs?|WIB|uur|ч\.?)\b)?"
)
_CLOCK_RE = pattern(_CLOCK, re.IGNORECASE)
_AFTER_RE = pattern(
    rf"(?:\.?\s?[,|·•–—\-/@(]\s?|\.?\s)?"
    rf"(?:(?:at|um|à|a las|alle(?: ore)?|ore|às|kl\.?|pukul|om|г\.,?|saat|о|в|Time)\s)?{_CLOCK}",
    re.IGNORECASE,
)
_BEFORE_RE = pattern(
    rf"{_CLOCK}(?P<named>\s\(?[A-Z]{{2,5}}\)?)?(?:\s?[,|·•–—\-/]\s?|\s)(?:on\s)?(?:\w{{2,9}},?\s)?\Z", re.IGNORECASE
)
_ZONE_RE = pattern(
    r"\s?[\[(]?(?:[A-Z]{2,5}\b[\s,]?)?[\[(]?\s?(?:GMT|UTC)?\s?(?P<sign>[+\-−])\s?(?P<hours>1[0-4]|0?\d)"
    r"(?::?(?P<minutes>[0-5]\d))?[\])]?(?!\d)"
)
_UNIVERSAL_RE = pattern(r"\s?[\[(]?(?:UTC|GMT|Z)\b[\])]?")
_NAMED_RE = pattern(r"\s[\[(]?(?:[A-Z]{2,5}|[A-Z][a-z]+ [Tt]ime)\b[\])]?")
_MODIFIED_RE = pattern(
    r"updat|modif|edited|amend|revis|aktualis|aktualiz|\bakt\.|geändert|bearbeitet|stand:|mise? à jour|actualiz"
    r"|atualiz|aggiorna|bijgewerkt|gewijzigd|diperbarui|güncel|обновл|обновен|оновлен|uppdater|oppdater|opdater|päivit"
    r"|uppfær|frissít|ažurir|posodob|uuendat|atnauj|atjaun|ενημερ|cập nhật|更新|最終|수정|تحديث|עודכן|अपडेट"
    r"|আপডেট|อัปเดต|อัพเดท",
    re.IGNORECASE,
)
_PUBLISHED_RE = pattern(
    r"publ|posted|created|issued|first|veröffentlicht|erstellt|ersch|terbit|yayın|опубл|lagt ut|julkais|megjelen"
    r"|zveřej|zverej|vydáno|objav|δημοσι|đăng|avaldat|paskelb|入力|입력|发布|發布|公開|نشر|פורסם|प्रकाशित|প্রকাশ|เผยแพร่",
    re.IGNORECASE,
)


def read_timestamps(line: str, language: str | None, reference: date | None) -> list[Timestamp]:
    """Return the timestamps of a line from left to right.

    A day without a year is read only with a reference, as its occurrence nearest to it. A zone is read from an offset
    or from UTC and GMT; a zone that is only named ("SGT", "IST") lies in the span and leaves the value without offset.
    """
    line = line[:_LONGEST_LINE]
    isos = [iso for iso in _ISO_RE.finditer(line) if days.make(*map(int, iso["day"].split("-")))]
    stamps = [_from_iso(line, iso) for iso in isos]
    yearless: list[FoundDate] = []
    for found in _find(line, language):
        if any(found.start < stamp.end and stamp.start < found.end for stamp in stamps):
            continue
        day = _day_of(found, reference)
        if day:
            stamps.append(_with_clock(line, found, day))
        elif found.year is None:
            yearless.append(found)
    if stamps and yearless:  # ``1 May 2024 20:15 (updated 2 May 21:00)``
        other = date.fromisoformat(min(stamps).value[:10])
        stamps += [_with_clock(line, found, day) for found in yearless if (day := _day_of(found, other))]
    return sorted(stamps)


def _find(line: str, language: str | None) -> list[FoundDate]:
    """Return the dates of a line, those too that are run together with what stands beside them."""
    cuts = [0, *sorted({cut.start() for form in _SEAMS for cut in form.finditer(line)}), len(line)]
    dates = [
        replace(found, start=found.start + start, end=found.end + start)
        for start, end in pairwise(cuts)
        for found in find_dates(line[start:end], language)
    ]
    if any(found.year and found.month and found.day for found in dates):
        return dates
    months = lexicon_of(language).months
    for match in _MONTH_FIRST_RE.finditer(line):
        month = months.get(match["month"]) or months.get(match["month"].capitalize())
        if month:
            dates.append(FoundDate(*match.span(), "full", int(match["year"]), month, int(match["day"])))
    return dates


def _from_iso(line: str, match: re.Match[str]) -> Timestamp:
    zone = match["zone"] or ""
    if zone not in {"", "Z"} and ":" not in zone:
        zone = f"{zone[:3]}:{zone[3:] or '00'}"
    clock = f"{match['hour']}:{match['minute']}:{match['second'] or '00'}"
    value = f"{match['day']}T{clock}{zone}" if int(match["hour"]) < 24 else match["day"]
    return Timestamp(match.start(), match.end(), value, _label(line, match.start()))


def _day_of(found: FoundDate, reference: date | None) -> date | None:
    """Return the day of an expression that can be part of a timestamp."""
    if found.month is None or found.day is None or found.until:
        return None
    if found.year is not None:
        day = days.make(found.year, found.month, found.day)
        if day and found.swappable and reference:
            other = day.replace(month=day.day, day=day.month)
            return other if abs((other - reference).days) <= 31 < abs((day - reference).days) else day
        return day
    return days.nearest(found.month, found.day, reference) if reference else None


def _with_clock(line: str, found: FoundDate, day: date) -> Timestamp:
    """Return the timestamp of a day with the time printed after or before it."""
    start, end = found.start, found.end
    clock = _clock_within(line, found) or _AFTER_RE.match(line, end)
    if not clock:
        clock = _BEFORE_RE.search(line, max(0, start - 28), start)
    time = _time(clock) if clock else None
    if not clock or not time:
        return Timestamp(start, end, day.isoformat(), _label(line, start))
    if clock.end() > start:
        end = max(end, len(line[: clock.end()].rstrip()))
        offset, end = _zone(line, end)
    else:
        start = clock.start()
        offset, _ = _zone(line, clock.end("named") if clock["named"] else clock.end("minute"))
    return Timestamp(start, end, f"{day.isoformat()}T{time}{offset}", _label(line, start))


def _clock_within(line: str, found: FoundDate) -> re.Match[str] | None:
    """Return the time that the finder already took into a date expression."""
    if found.kind != "time":
        return None
    clocks = list(_CLOCK_RE.finditer(line, found.start, found.end + 8))
    return clocks[-1] if clocks else None


def _time(match: re.Match[str]) -> str | None:
    hour, half = int(match["hour"]), ((match["ampm"] or "") + (match["half"] or "")).strip().lower()
    if half.startswith(("p", "下午", "오후", "午後")) and hour < 12:
        hour += 12
    elif half.startswith(("a", "上午", "오전", "午前")) and hour == 12:
        hour = 0
    return f"{hour:02}:{match['minute']}:{match['second'] or '00'}" if hour < 24 else None


def _zone(line: str, end: int) -> tuple[str, int]:
    """Return the offset printed behind a time, "" for none, and where the zone ends."""
    numeric = _ZONE_RE.match(line, end)
    if numeric:
        sign = "-" if numeric["sign"] in "-−" else "+"
        return f"{sign}{int(numeric['hours']):02}:{numeric['minutes'] or '00'}", numeric.end()
    universal = _UNIVERSAL_RE.match(line, end)
    if universal:
        return "Z", universal.end()
    named = _NAMED_RE.match(line, end)
    return "", named.end() if named else end


def _label(line: str, start: int) -> Literal["published", "modified"]:
    """Return what the nearest label before a timestamp says; a bare one is the publication."""
    before = line[max(0, start - 40) : start]
    changed = max((match.start() for match in _MODIFIED_RE.finditer(before)), default=-1)
    published = max((match.start() for match in _PUBLISHED_RE.finditer(before)), default=-1)
    return "modified" if changed > published else "published"


def write_time(value: str) -> str | None:
    """Return a time as a record states it: RFC 3339 with its offset, or a bare date where no offset is known.

    >>> write_time("2024-06-14T09:30+0800"), write_time("2024-06-14T09:30:00"), write_time("soon")
    ('2024-06-14T09:30:00+08:00', '2024-06-14', None)
    """
    try:
        time = datetime.fromisoformat(value)
    except ValueError:
        time = None
    if time is not None and time.tzinfo is not None and time.utcoffset() is not None:
        return time.isoformat()
    try:
        return date.fromisoformat(value[:10]).isoformat()
    except ValueError:
        return None
