"""Times of publication: the text of a metadata value in, RFC 3339 or a bare date out."""

import re
from datetime import UTC, date, datetime, timedelta, timezone, tzinfo

_ISO_RE = re.compile(
    r"\s*+([12]\d{3})[-/.](\d{1,2})[-/.](\d{1,2})"
    r"(?:[T\s]\s*+(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,]\d++)?)?\s*+(Z|UTC|GMT|[+-]\d{1,2}:?\d{2})?)?",
    re.IGNORECASE,
)
_COMPACT_RE = re.compile(r"\s*+([12]\d{3})(\d{2})(\d{2})(?:T?(\d{2}):?(\d{2}):?(\d{2})(Z|[+-]\d{2}:?\d{2})?)?(?!\d)")
_WORDED_RE = re.compile(
    r"\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*+\b.*\b[12]\d{3}(?!\d)", re.IGNORECASE
)
"""The name of a month, and a year: what else there is to it is dateutil's to know."""
_POSIX_RE = re.compile(r"\b(?:GMT|UTC)(?=[+-]\d)")
"""Before an offset, as JavaScript writes it, what turns its sign round where POSIX is followed."""
_NOON_RE = re.compile(r"\b([ap])\.\s?m\b\.?", re.IGNORECASE)
_NUMBERS_RE = re.compile(r"\s*+(\d{1,2})([./-])(\d{1,2})[./-]([12]\d{3})(?:,?\s++(\d{1,2}):(\d{2})(?::(\d{2}))?)?")
_EPOCH_RE = re.compile(r"[1-2]\d{9}(?:\d{3})?")
"""Seconds, or milliseconds, since 1970."""
_LETTER_RE = re.compile(r"[^\W\d_]")
_MOST_MONTHS = 12
_DEFAULTS = datetime(2000, 1, 1, 1, 1), datetime(2001, 2, 2, 2, 2)
"""What stands in turn for whatever a value does not say."""


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
    if match := _NUMBERS_RE.match(text):
        day, mark, month, year, *time = match.groups()
        if int(month) > _MOST_MONTHS:
            day, month = month, day
        elif mark != "." and int(day) <= _MOST_MONTHS and day != month:
            return None  # day or month first: nobody can tell
        return _built(year, month, day, time)
    return _worded(text) if _WORDED_RE.search(text) and not _NUMBERS_RE.search(text) else None


def _worded(text: str) -> str | None:
    """Return the moment that a value names in English words, as mails do, and Java and PHP by default.

    Other words may stand before and behind it, but none but "at" within.
    """
    from dateutil import parser  # most pages need none

    text = _NOON_RE.sub(r"\1m", _POSIX_RE.sub("", text))
    found = []
    for default in _DEFAULTS:
        try:
            when, skipped = parser.parse(text, default=default, tzinfos=_zone, fuzzy_with_tokens=True)
        except (ValueError, OverflowError):
            return None
        words = [part for part in skipped if _LETTER_RE.search(part) and part.strip() != "at"]
        if not all(text.startswith(part) or text.endswith(part) for part in words):
            return None
        found.append(when)
    one, other = found
    if one.date() != other.date():  # the value names no whole day: a default has filled it up
        return None
    return one.isoformat() if one.tzinfo and one == other else one.date().isoformat()


def _zone(name: str | None, offset: int | None) -> tzinfo | None:
    """Return the zone of a printed offset or of universal time; a name such as EST is no one's alone."""
    if offset is not None:
        return timezone(timedelta(seconds=offset))
    return UTC if name in {"Z", "UTC", "GMT"} else None


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
