"""Places in a source: half-open ranges of Unicode code points, what counts as visible text, and what ends a line."""

from newsparse.lazy import pattern

Span = tuple[int, int]
"""``(start, end)`` in code points of the decoded source, end excluded: a Python or jq slice."""

INVISIBLE = "\ufeff\u200b\u200c\u200d\u2060\u00ad\x00"
"""Characters that show nothing and that ``str.strip`` keeps; they never open or close a value."""

LINE_ENDS = "\r\n"
"""Characters that end a line, or belong to its end."""

_CR_RE = pattern(r"(?<!\r)\r++(?!\n)")
"""Carriage returns that no line feed follows, each of which ends a line, as in old files of the Mac."""
_EDGE_RE = pattern(rf"[\s{INVISIBLE}]*+")


def trim(text: str, start: int, end: int) -> Span:
    """Narrow a range to the part between its first and its last visible character.

    >>> trim("\\ufeff  Storm \\u200b", 0, 10)
    (3, 8)
    """
    if start < end and _shows(text[start]) and _shows(text[end - 1]):
        return start, end
    match = _EDGE_RE.match(text, start, end)
    start = match.end() if match else start
    while end > start and not _shows(text[end - 1]):
        end -= 1
    return start, end


def with_line_feeds(text: str) -> str:
    """Return a text of the same length, with a line feed for each carriage return that ends a line by itself.

    >>> with_line_feeds("Storm\\rWind\\r\\nRain")
    'Storm\\nWind\\r\\nRain'
    """
    if "\r" not in text:
        return text
    return _CR_RE.sub(lambda found: "\n" * len(found[0]), text)


def has_line_end(text: str) -> bool:
    """Tell whether a text goes on behind a line end."""
    return "\n" in text or "\r" in text


def count_line_ends(text: str, start: int, end: int) -> int:
    """Return how many line ends a stretch of a text has: LF, CRLF, or CR alone."""
    return with_line_feeds(text[start:end]).count("\n")


def _shows(character: str) -> bool:
    return not character.isspace() and character not in INVISIBLE
