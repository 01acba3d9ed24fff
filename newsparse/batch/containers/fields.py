"""Fields: which fields of a container's rows hold a document's text, address and date, and what they say."""

import datetime
import re
from collections.abc import Mapping
from typing import Any, NamedTuple

from newsparse.batch.inputs import Row, too_large
from newsparse.dates.found import YEARS
from newsparse.errors import NewsparseError

URL_FIELDS = ("url", "source_url", "link")
DATE_FIELDS = ("date", "published", "date_published", "publish_date", "published_at", "timestamp")
MAX_ROW = 1 << 28
"""The largest row that is read unless the caller allows for more or less."""
Found = Row | tuple[int, NewsparseError]
"""A row, or the number of one that cannot be read and why."""
_DAY_RE = re.compile(r"(\d{4}-\d\d-\d\d)(?!\d)")


class RowOptions(NamedTuple):
    """How the rows of a container are read."""

    text_field: str = "text"
    max_size: int | None = None

    @property
    def limit(self) -> int:
        """The largest row, in bytes."""
        return MAX_ROW if self.max_size is None else self.max_size


def make_row(number: int, fields: Mapping[str, Any], options: RowOptions) -> Found:
    """Return the document that a row of fields holds."""
    text = fields.get(options.text_field)
    if not isinstance(text, str | bytes):
        return no_text(number, options)
    if len(text) > options.limit:
        return number, too_large(options.limit)
    return Row(number, text, find_text(fields, URL_FIELDS), find_text(fields, DATE_FIELDS))


def no_text(number: int, options: RowOptions) -> Found:
    """Say that a row does not hold what it should."""
    message = f"holds no text in the field {options.text_field!r}"
    return number, NewsparseError("damaged", message, "name the right one with --text-field")


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

    >>> read_day("2024-06-19T08:30:00Z"), read_day("19/06/2024"), read_day("0001-01-01T00:00:00")
    (datetime.date(2024, 6, 19), None, None)
    """
    if not (found := _DAY_RE.match(text)):
        return None
    try:
        day = datetime.date.fromisoformat(found[1])
    except ValueError:
        return None
    return day if day.year in YEARS else None
