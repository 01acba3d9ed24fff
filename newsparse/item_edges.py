"""Edges of items: the line of a related story in; where its words begin and end, and what stands around them, out.

A list sets a bullet or a rank before each title, a ticker how long ago it was told, an archive the time behind it.
"""

import re
from collections.abc import Iterable, Sequence

from newsparse.labels import HasRole, LineRole, Part
from newsparse.lazy import pattern

_BULLET_RE = pattern(r"(?:[•▪●■►▸▶‣◦·*+–—-]\ufe0f?|\u25aa\ufe0f?)\s+(?=\S)")
_AGO_RE = pattern(r"\d{1,2}\s?(?:m|min|mins|h|hr|hrs|d) ago(?=[\s“‘\"'A-Z])\s*")
_RANK_RE = pattern(r"(?P<rank>\d{1,2})(?:[.)]|\s?[|–—-])\s+(?=\D)")
_STAMP_RE = pattern(r"\s(?P<stamp>\d{1,4}[/.-]\d{1,2}[/.-]\d{2,4},? \d{1,2}[:.]\d\d)\Z")
_DATED_RE = pattern(
    r"(?P<before>\S+)\s+(?P<stamp>(?:\d{1,2}\.? (?:de )?[^\W\d_]{3,12}\.?,? (?:de )?(?:19|20)\d\d"
    r"|[^\W\d_]{3,12}\.? \d{1,2}, (?:19|20)\d\d|\d{1,2}[./-]\d{1,2}[./-](?:19|20)\d\d"
    r"|(?:19|20)\d\d[-/.]\d{1,2}[-/.]\d{1,2})"
    r"(?:,? (?:um |at |às |- )?\d{1,2}[:.h]\d\d(?:\s?[ap]m)?(?: Uhr)?)?)\Z",
    re.IGNORECASE,
)
_CLOCKED_RE = pattern(r"(?P<stamp>[012]?\d[:.][0-5]\d)\s+(?=[^\W\d_a-z]|[\"“„«‘'])")
_WORDS_BEFORE_DAY = frozenset(
    [
        "on",
        "of",
        "from",
        "until",
        "till",
        "for",
        "since",
        "by",
        "the",
        "in",
        "vom",
        "am",
        "ab",
        "bis",
        "seit",
        "zum",
        "den",
        "du",
        "au",
        "le",
        "dès",
        "jusqu'au",
        "del",
        "al",
        "el",
        "desde",
        "hasta",
        "da",
        "do",
        "dal",
        "fino",
        "op",
        "van",
        "tot",
        "sedan",
        "fra",
        "til",
        "od",
        "z",
        "dnia",
        "dne",
        "ke",
        "с",
        "до",
        "от",
        "на",
        "к",
    ]
)
"""Words before a date that is part of what the headline says."""
_LONGEST_STAMP = 60
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


def find_ranked(labels: Iterable[HasRole], texts: Sequence[str]) -> dict[int, int]:
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


def find_stamped(labels: Sequence[HasRole], texts: Sequence[str]) -> dict[int, tuple[int, int]]:
    """Return, by line, the place of the time that a list prints on the line of each headline.

    A date that ends one headline alone, or that a preposition leads up to, is part of what it says.

    >>> from newsparse.labels import Piece
    >>> items = [Piece(0, 0, 0, "related_item", "")] * 2
    >>> find_stamped(items, ["Ferry runs aground 3 June 2024", "Bridge shut for a week 28 May 2024"])
    {0: (19, 30), 1: (23, 34)}
    """
    items = [at for at, label in enumerate(labels) if label.role in _OPENING and label.start == 0]
    dated = {at: found.span("stamp") for at in items if (found := _dated(texts[at]))}
    clocked = {at: found.span("stamp") for at in items if (found := _CLOCKED_RE.match(texts[at])) and at not in dated}
    stamped: dict[int, tuple[int, int]] = {}
    for places in (dated, clocked):
        if len(places) >= _FEWEST:
            stamped |= places
    return stamped


def _dated(text: str) -> re.Match[str] | None:
    found = _DATED_RE.search(text, max(0, len(text) - _LONGEST_STAMP))
    if not found or found.start("stamp") < _LEAST:
        return None
    before = found["before"]
    return None if before.lower() in _WORDS_BEFORE_DAY or before[-1] in ",|(" or before.isdigit() else found
