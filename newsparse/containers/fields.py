"""Fields: which columns of a table hold a document's text, address and date, and what they say."""

import datetime
import re
from collections.abc import Mapping
from typing import Any

URL_FIELDS = ("url", "source_url", "link")
DATE_FIELDS = ("date", "published", "date_published", "publish_date", "published_at", "timestamp")
_DAY_RE = re.compile(r"(\d{4}-\d\d-\d\d)(?!\d)")


def find_text(row: Mapping[str, Any], names: tuple[str, ...]) -> str | None:
    """Return the value of the first of some fields that a row has; a date becomes text."""
    for name in names:
        value = row.get(name)
        if isinstance(value, datetime.date):
            return value.isoformat()
        if isinstance(value, str) and value.strip():
            return value.strip()
    return None


def read_day(text: str) -> datetime.date | None:
    """Return the day that a date or timestamp names, or None; only ISO 8601 is unambiguous enough to be a reference.

    >>> read_day("2024-06-19T08:30:00Z")
    datetime.date(2024, 6, 19)
    """
    if not (found := _DAY_RE.match(text)):
        return None
    try:
        return datetime.date.fromisoformat(found[1])
    except ValueError:
        return None
