"""Edges of items: the line of a related story in; where its words begin and end, and what stands around them, out.

A list sets a bullet or a rank before each title, a ticker how long ago it was told, an archive the time behind it.
"""

import re
from collections.abc import Iterable, Sequence
from typing import Protocol

from newsparse.labels import LineRole, Part
from newsparse.lazy import pattern


class _Label(Protocol):
    """What is asked of a line's label."""

    @property
    def role(self) -> LineRole: ...
    @property
    def start(self) -> int: ...


_BULLET_RE = pattern(r"(?:[•▪●■►▸▶‣◦·*–—-]\ufe0f?|\u25aa\ufe0f?)\s+(?=\S)")
_AGO_RE = pattern(r"\d{1,2}\s?(?:m|min|mins|h|hr|hrs|d) ago(?=[\s“‘\"'A-Z])\s*")
_RANK_RE = pattern(r"(?P<rank>\d{1,2})(?:[.)]|\s?[|–—-])\s+(?=\D)")
_STAMP_RE = pattern(r"\s(?P<stamp>\d{1,4}[/.-]\d{1,2}[/.-]\d{2,4},? \d{1,2}[:.]\d\d)\Z")
_BEFORE: tuple[tuple[re.Pattern[str], LineRole], ...] = ((_BULLET_RE, "markup"), (_AGO_RE, "related_timestamp"))
_OPENING: frozenset[LineRole] = frozenset({"related_item", "related_headline"})
PARTED: frozenset[LineRole] = _OPENING | {"related_summary"}
"""The roles whose lines have such edges."""
_LEAST = 12
"""Characters that are left of an item when something is parted from it."""
_FEWEST = 2
"""Items that are ranked one after the other, from 1 on: a lone number belongs to its title."""


def part_edges(text: str, start: int, end: int) -> tuple[int, int, list[Part]]:
    """Return where the words of an item begin and end, and what is parted from them.

    >>> part_edges("• Ferry runs aground 3/6/2024 10:15", 0, 35)
    (2, 20, [(0, 1, 'markup'), (21, 35, 'related_timestamp')])
    """
    parts: list[Part] = []
    for form, role in _BEFORE:
        found = form.match(text, start, end)
        if found and end - found.end() >= _LEAST:
            parts.append((start, start + len(found[0].rstrip()), role))
            start = found.end()
    stamp = _STAMP_RE.search(text, max(start, end - 24), end)
    if stamp and stamp.start() - start >= _LEAST:
        parts.append((*stamp.span("stamp"), "related_timestamp"))
        end = stamp.start()
    return start, end, parts


def find_ranked(labels: Iterable[_Label], texts: Sequence[str]) -> dict[int, int]:
    """Return, by line, where the items of a list that is ranked from 1 on begin behind their rank.

    >>> from newsparse.labels import Piece
    >>> items = [Piece(0, 0, 0, "related_item", "")] * 3
    >>> find_ranked(items, ["1. Ferry runs aground", "2. Bridge shut", "3 boats sink"])
    {0: 3, 1: 3}
    """
    ranked: dict[int, int] = {}
    run: list[tuple[int, int]] = []
    for at, label in enumerate(labels):
        if label.role not in _OPENING:
            continue
        found = _RANK_RE.match(texts[at], label.start)
        if not found or int(found["rank"]) != len(run) + 1:
            run = []
        if found and int(found["rank"]) == len(run) + 1:
            run.append((at, found.end()))
            ranked.update(run[-_FEWEST:] if len(run) >= _FEWEST else ())
    return ranked
