"""References: the lines of a text in; the numbered addresses that a text browser lists below it out.

Text browsers print a number in square brackets before what leads somewhere, and below the page a list of the numbers
with their addresses.
"""

import re
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from newsparse.document import Line
from newsparse.lazy import pattern
from newsparse.span import Span

NUMBER_RE = pattern(r"\[(\d{1,4})\](?![(\[:])")
"""A number before what leads somewhere; before a bracket or a colon it is a name of Markdown."""
_ENTRY_RE = pattern(r"(\d{1,4})\. ([a-z][a-z+.-]{1,20}:.+)", re.IGNORECASE)
_FEWEST = 2
"""Addresses that a list has at least."""
_ASTRAY = 3
"""Lines inside of a list that are the rest of an address with line ends in it, or the title of a part."""
_SHARE = 0.5
"""Share of the numbers in the text that the list has at least."""
_TITLE = 30
"""Characters of the longest line above a list, or above a part of it, that says what it is."""


class References(NamedTuple):
    """The list below a text."""

    start: int
    """The line that it begins with, its title."""
    addresses: Mapping[int, Span]
    """The place of each address by its number."""


def find_references(lines: Sequence[Line]) -> References | None:
    """Return the list of addresses that a text ends in and that its numbers refer to, None where it has none.

    >>> from newsparse.readers.text import read_text
    >>> text = "[1]Ferry is [2]back\\n\\nReferences\\n 1. https://port.example/1\\n 2. https://port.example/2"
    >>> find_references(read_text(text)).start
    1
    """
    addresses: dict[int, Span] = {}
    start = len(lines)
    last = 10_000
    for at in range(len(lines) - 1, -1, -1):
        line = lines[at]
        entry = _ENTRY_RE.fullmatch(line.text) if line.text[0].isdigit() else None
        if entry is not None and int(entry[1]) < last:
            last, start = int(entry[1]), at
            addresses[last] = line.start + entry.start(2), line.end
        elif start - at > _ASTRAY:
            break
    if len(addresses) < _FEWEST:
        return None
    for _ in range(2):  # "Visible links:", and "References" above it
        above = lines[start - 1].text if start else ""
        if 0 < len(above) <= _TITLE and (above[-1] == ":" or " " not in above) and "[" not in above:
            start -= 1
    said = {int(number) for line in lines[:start] if "[" in line.text for number in NUMBER_RE.findall(line.text)}
    if not said or len(said & addresses.keys()) < max(_FEWEST, _SHARE * len(said)):
        return None
    return References(start, addresses)
