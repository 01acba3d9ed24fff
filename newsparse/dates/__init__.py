"""Date expressions as data: found in texts, resolved with the evidence of the whole dump."""

from newsparse.dates.find import find_dates
from newsparse.dates.found import FoundDate
from newsparse.dates.readings import Reading
from newsparse.dates.resolve import resolve_dates

__all__ = ["FoundDate", "Reading", "find_dates", "resolve_dates"]
