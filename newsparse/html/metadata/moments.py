"""Times of publication: the text of a metadata value in, RFC 3339 or a bare date out."""

import re
from datetime import UTC, date, datetime

_ISO_RE = re.compile(
    r"\s*+([12]\d{3})[-/.](\d{1,2})[-/.](\d{1,2})"
    r"(?:[T\s]\s*+(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,]\d++)?)?\s*+(Z|UTC|GMT|[+-]\d{1,2}:?\d{2})?)?",
    re.IGNORECASE,
)
_COMPACT_RE = re.compile(r"\s*+([12]\d{3})(\d{2})(\d{2})(?:T?(\d{2}):?(\d{2}):?(\d{2})(Z|[+-]\d{2}:?\d{2})?)?(?!\d)")
_MAIL_RE = re.compile(
    r"(?:[A-Za-z]{3,9},?\s++)?(\d{1,2})\s++([A-Za-z]{3})[a-z]*+,?\s++([12]\d{3})"
    r"(?:\s++(\d{1,2}):(\d{2})(?::(\d{2}))?\s*+(Z|UTC|GMT|[+-]\d{2}:?\d{2})?)?"
)
_AMERICAN_RE = re.compile(
    r"(?:[A-Za-z]{3,9},?\s++)?([A-Za-z]{3})[a-z]*+\.?\s++(\d{1,2})(?:st|nd|rd|th)?,?\s++([12]\d{3})"
    r"(?:,?\s++(?:at\s++)?(\d{1,2}):(\d{2})(?::(\d{2}))?)?"
)
_JAVA_RE = re.compile(r"[A-Z][a-z]{2}\s([A-Z][a-z]{2})\s(\d{1,2})\s\d{2}:\d{2}:\d{2}\s[A-Z]{2,5}\s([12]\d{3})")
_NUMBERS_RE = re.compile(r"\s*+(\d{1,2})([./-])(\d{1,2})[./-]([12]\d{3})(?:,?\s++(\d{1,2}):(\d{2})(?::(\d{2}))?)?")
_EPOCH_RE = re.compile(r"[1-2]\d{9}(?:\d{3})?")
"""Seconds, or milliseconds, since 1970."""
_MOST_MONTHS = 12
_MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]


def moment(text: str) -> str | None:
    """Return the moment that a value names, or None.

    A time without an offset is kept as a bare date: RFC 3339 knows no local time, and none is guessed.
    """
    text = text.strip()[:80]
    if _EPOCH_RE.fullmatch(text):
        return datetime.fromtimestamp(int(text[:10]), UTC).isoformat()
    if match := _ISO_RE.match(text) or _COMPACT_RE.match(text):
        year, month, day, *time = match.groups()
        return _built(year, month, day, time)
    if match := _MAIL_RE.match(text):
        day, name, year, *time = match.groups()
        return _built(year, _month(name), day, time)
    if match := _AMERICAN_RE.match(text):
        name, day, year, *time = match.groups()
        return _built(year, _month(name), day, time)
    if match := _JAVA_RE.match(text):
        name, day, year = match.groups()
        return _built(year, _month(name), day, [])
    if match := _NUMBERS_RE.match(text):
        day, mark, month, year, *time = match.groups()
        if int(month) > _MOST_MONTHS:
            day, month = month, day
        elif mark != "." and int(day) <= _MOST_MONTHS and day != month:
            return None  # day or month first: nobody can tell
        return _built(year, month, day, time)
    return None


def _month(name: str) -> str:
    name = name.lower()
    return str(_MONTHS.index(name) + 1) if name in _MONTHS else "0"


def _built(year: str, month: str, day: str, time: list[str | None]) -> str | None:
    try:
        when = date(int(year), int(month), int(day))
    except ValueError:
        return None
    hour, minute, second, zone = (*time, None, None, None, None)[:4]
    if not hour or not minute or not zone:
        return when.isoformat()
    offset = "+00:00" if zone.upper() in {"Z", "UTC", "GMT"} else _offset(zone)
    try:
        moment_ = datetime.fromisoformat(f"{when}T{int(hour):02}:{minute}:{second or '00'}{offset}")
    except ValueError:
        return when.isoformat()
    return moment_.isoformat()


def _offset(zone: str) -> str:
    digits = zone[1:].replace(":", "").zfill(4)
    return f"{zone[0]}{digits[:2]}:{digits[2:]}"
