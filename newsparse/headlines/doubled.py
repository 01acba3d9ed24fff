"""Doubled titles: aggregators print picture text and heading, ``TitleTitleSummary``; finds the second printing."""

from newsparse.headlines.place import WINDOW
from newsparse.span import Span

_LEAST = 12


def printed_twice(text: str, start: int, end: int) -> Span | None:
    """Return the second printing of a title that opens the line and is followed at once by itself."""
    opening = text[start : start + _LEAST]
    again = text.find(opening, start + _LEAST, start + WINDOW + _LEAST)
    while again > 0:
        close = 2 * again - start
        if close <= end and text.startswith(text[start:again], again) and not _runs_on(text, again, close, end):
            return again, close
        again = text.find(opening, again + 1, start + WINDOW + _LEAST)
    return None


def _runs_on(text: str, again: int, close: int, end: int) -> bool:
    """Tell whether the second printing is but the opening words of the summary, or stands off from the first."""
    return text[again - 1].isspace() or (close < end and (text[close].isspace() or text[close] in ",;:.'’"))
