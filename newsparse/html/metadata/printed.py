"""Printed dates: a page's tree in; the days that its short lines name, near the headline or further away, out."""

import functools
import re
from collections.abc import Iterable, Iterator
from datetime import date

from newsparse.html.metadata.sources import Said
from newsparse.html.reading.places import fold
from newsparse.html.reading.tree import Tree
from newsparse.package_data import read_lists

_DATE_RE = re.compile(
    r"(?<![\d./-])(?:([12]\d{3})[-./](\d{1,2})[-./](\d{1,2})|(\d{1,2})([./-])\s?(\d{1,2})[./-]\s?((?:20)?\d{2})"
    r"|([12]\d{3})\s?[年년]\s?(\d{1,2})\s?[月월]\s?(\d{1,2})"
    r"|(\d{1,2})(?:\.|st|nd|rd|th|er)?\s++(?:de\s++|of\s++)?([^\W\d_]{3,14})\.?,?\s++(?:del?\s++)?([12]\d{3})"
    r"|([^\W\d_]{3,14})\.?\s++(\d{1,2})(?:st|nd|rd|th)?,?\s++([12]\d{3}))(?!\d)"
)
_FIGURE_RE = re.compile(r"\d")
_YEAR_RE = re.compile(r"(?<!\d)(?:19|20)\d\d")
_LONGEST_LINE, _LONGEST_DATE = 160, 32
_BEFORE, _AFTER, _MOST = 8, 14, 1500


@functools.cache
def _months() -> dict[str, int]:
    lists = read_lists(__file__, "months.txt")
    return {name.strip(): int(number) for number, names in lists for name in names.split(",")}


def headline_block(tree: Tree) -> int:
    """Return the first block of the first ``h1``; the first of all where there is none."""
    printed = (tree.first[at] for at, tag in enumerate(tree.tags) if tag == "h1" and tree.last[at] > tree.first[at])
    return next(printed, 0)


def is_near(tree: Tree, headline: int, element: int) -> bool:
    """Tell whether an element begins near the headline's block."""
    return headline - _BEFORE < tree.first[element] < headline + _AFTER


def moment_printed(text: str) -> str | None:
    """Return the day that a short text names somewhere in it."""
    match = _DATE_RE.search(text[:_LONGEST_LINE])
    return _read(match) if match else None


def is_date(text: str) -> bool:
    """Tell whether a text is nothing but a day."""
    match = _DATE_RE.fullmatch(text) if len(text) < _LONGEST_DATE else None
    return bool(match and _read(match))


def moments_near(tree: Tree, headline: int) -> Iterator[Said]:
    """Yield dates of short lines near the headline's block: those after it first."""
    after = range(headline + 1, min(len(tree.blocks), headline + _AFTER))
    before = range(headline - 1, max(-1, headline - _BEFORE), -1)
    return _moments(tree, (*after, *before))


def moments_far(tree: Tree, headline: int) -> Iterator[Said]:
    """Yield dates of short lines further down."""
    return _moments(tree, range(headline + _AFTER, min(len(tree.blocks), headline + _MOST)))


def _moments(tree: Tree, lines: Iterable[int]) -> Iterator[Said]:
    for index in lines:
        block = tree.blocks[index]
        if block.size > _LONGEST_LINE or block.end - block.start > 8 * _LONGEST_LINE:
            continue
        has_figure = _FIGURE_RE.search(tree.source, block.start, block.end)  # which most lines have not
        match = _DATE_RE.search(tree.source, block.start, block.end) if has_figure else None
        when = _read(match) if match else None
        if match and when:
            yield Said(when, match.span())
        elif not match and "&" in tree.source[block.start : block.end]:
            yield from _spelled(tree.source, block.start, block.end)


def _spelled(source: str, start: int, end: int) -> Iterator[Said]:
    """Yield the date of a line whose spaces or signs are spelled as references."""
    if not _YEAR_RE.search(source, start, end):
        return
    text, ranges = fold(source, start, end)
    match = _DATE_RE.search(text)
    when = _read(match) if match else None
    if match and when:
        yield Said(when, (ranges[match.start()][0], ranges[match.end() - 1][1]))


def _read(match: re.Match[str]) -> str | None:
    groups = match.groups()
    if groups[0]:
        year, month, day = groups[0:3]
    elif groups[3]:
        day, mark, month, year = groups[3:7]
        if mark == "/" and int(day) <= 12 and int(month) <= 12 and day != month:
            return None  # day or month first: nobody can tell
        if int(month) > 12:
            day, month = month, day
    elif groups[7]:
        year, month, day = groups[7:10]
    elif groups[10]:
        day, name, year = groups[10:13]
        month = _months().get(name.lower(), 0)
    else:
        name, day, year = groups[13:16]
        month = _months().get(name.lower(), 0)
    try:
        return date(int(year) + (2000 if len(year) == 2 else 0), int(month), int(day)).isoformat()
    except ValueError:
        return None
