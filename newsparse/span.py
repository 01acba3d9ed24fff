"""Places in a source: half-open ranges of Unicode code points, and what counts as visible text."""

from newsparse.lazy import pattern

Span = tuple[int, int]
"""``(start, end)`` in code points of the decoded source, end excluded: a Python or jq slice."""

INVISIBLE = "\ufeff\u200b\u200c\u200d\u2060\u00ad\x00"
"""Characters that show nothing and that ``str.strip`` keeps; they never open or close a value."""

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


def _shows(character: str) -> bool:
    return not character.isspace() and character not in INVISIBLE
