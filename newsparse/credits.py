"""Credits: the byline, the authors and the times of publication that the lead story's own lines state."""

import datetime
import re
from collections.abc import Sequence
from typing import NamedTuple

from newsparse.bylines import end_of_names, is_plain_name, is_signature, names_somebody, read_authors
from newsparse.dates.timestamps import Timestamp, read_timestamps, write_time
from newsparse.document import Passage
from newsparse.labels import LineRole
from newsparse.lazy import pattern
from newsparse.span import INVISIBLE, trim

_COUNT_RE = pattern(
    r"(?<![\s•·|,–—-])[\s•·|,–—-]*+(?:\b|(?<=[^\W\d_])(?=\d))"
    r"(?:\d{1,3}(?:[–-]\d{1,3})?\s?(?:min(?:ute)?[ns]?|minuten|minutos|minuti|мин)\b\.?"
    r"(?:\s(?:read|lesezeit|de lectura|de lecture|di lettura|ago))?"
    r"|\d{1,3}\s?(?:hours?|days?|weeks?)(?:\sago)?"
    r"|(?:(?:geschätzte )?lese(?:zeit|dauer)|reading time|read time|temps de lecture|tiempo de lectura|tempo di lettura"
    r"|tempo de leitura|leestijd|czas czytania|время чтения)\s?:?\s(?:ca\.? |~ ?)?\d{1,3}"
    r"\s?(?:min(?:ute)?[ns]?|minuten|minutos|minuti|мин)\b\.?"
    r"|\d{1,5} (?:comments?|kommentare?|comentarios?|reactions?)"
    r"|follow|folgen|seguir)\s*\Z",
    re.IGNORECASE,
)
"""How long a text takes to read, how many have commented on it, a button: what stands behind a name."""
_LONGEST = 400
"""Characters of a byline behind whose name counts are looked for: each one found is looked behind again."""
_SHORTEST_NAME = 3
"""Characters of a declared name that is looked for."""
_SEPARATORS, _OPENS = " \t\u00a0\u3000|/·•-–—,;" + INVISIBLE, "([（"
"""What parts a name from the time beside it, or opens the brackets around that: no value opens or closes with what
shows nothing."""
_BULLET_RE = pattern(r"(?:[•▪●■►▸▶‣◦·*+|/.›»…≈]|[-–—]{1,4})\s+(?=\S)")
"""What a list sets before a name."""
_QUOTED_RE = pattern(r"[–—-]\s?[^()]{1,60}\(@\w{1,40}\)")
"""Whom a post is by that the story quotes: ``— Ana Ruiz (@anaruiz)``."""


class Times(NamedTuple):
    """When a story was published and modified, each as a value and the passage it was read from."""

    published: tuple[str, Passage] | None = None
    modified: tuple[str, Passage] | None = None


class Credits(NamedTuple):
    """Who wrote a story and when it appeared, and the lines that say nothing more."""

    byline: Passage | None
    authors: tuple[str, ...]
    times: Times
    leftovers: list[tuple[LineRole, Passage]]


def read_credits(
    bylines: Sequence[Passage],
    timestamps: Sequence[Passage],
    language: str | None,
    reference: datetime.date | None,
    declared: Sequence[str] = (),
) -> Credits:
    """Read byline and timestamp lines; a time printed on the byline's line is parted from it.

    ``declared`` are the authors that metadata name: such a name need not look like one (``by ferryman31``).
    """
    known = [name.casefold() for name in declared if len(name) >= _SHORTEST_NAME]
    leftovers: list[tuple[LineRole, Passage]] = []
    times = Times()
    names: list[Passage] = []
    for passage in timestamps:
        name = None if bylines or names else _signed(passage, language, reference, known)
        if name is not None:
            names.append(name[0])
        times = _add_times(times, name[1] if name else passage, leftovers, language, reference)
    for line in bylines:
        if is_count(line.text) or _QUOTED_RE.match(line.text):
            leftovers.append(("other", line))
            continue
        passage, counts = _part_counts(_bare(line, leftovers))
        leftovers.extend(("other", count) for count in counts)
        part, tail = _part_time(passage, language, reference, known)
        if part is not None:
            part, announced = _part_announced(part)
            leftovers.extend(("timestamp", word) for word in announced)
        if part is not None:
            names.append(_bare(part, leftovers))
        if tail is not None:
            times = _add_times(times, tail, leftovers, language, reference)
    byline, authors = _choose(names, known)
    leftovers.extend(("byline", name) for name in names if name is not byline)
    return Credits(byline, authors, times, leftovers)


def is_count(text: str) -> bool:
    """Say whether a line says nothing but how long a text takes to read, or how many have commented on it.

    >>> is_count("5 min read"), is_count("12 comments"), is_count("5 killed")
    (True, True, False)
    """
    return _COUNT_RE.fullmatch(text) is not None


def _choose(names: Sequence[Passage], known: Sequence[str]) -> tuple[Passage | None, tuple[str, ...]]:
    """Return the first line that names an author, and whom; else the first that may name somebody."""
    likely = [name for name in names if names_somebody(name.text) or _says(name.text, known)]
    for name in likely:
        authors = read_authors(name.text)
        if authors or _says(name.text, known):
            return name, authors
    return (likely[0] if likely else None), ()


def _bare(passage: Passage, leftovers: list[tuple[LineRole, Passage]]) -> Passage:
    """Part a name from the bullet before it and the signs behind it."""
    text = passage.text
    bullet = _BULLET_RE.match(text)
    start, end = bullet.end() if bullet else 0, len(text.rstrip(_SEPARATORS))
    if (start, end) == (0, len(text)) or start >= end:
        return passage
    for first, last in ((0, start), (end, len(text))):
        sign = trim(text, first, last)
        if sign[0] < sign[1]:
            leftovers.append(("markup", passage.part(*sign)))
    return passage.part(start, end)


def _signed(
    passage: Passage, language: str | None, reference: datetime.date | None, known: Sequence[str]
) -> tuple[Passage, Passage] | None:
    """Part the name that stands on the line of a time from that time, None where it is no plain name."""
    name, tail = _part_time(passage, language, reference, known)
    if name is None or tail is None:
        return None
    name, announced = _part_announced(name)
    if name is None or not is_plain_name(name.text):
        return None
    if announced and name.start == passage.start:  # its words tell publication and change apart
        tail = passage.part(*trim(passage.text, name.end - passage.start, len(passage.text)))
    return name, tail


def _add_times(
    times: Times,
    passage: Passage,
    leftovers: list[tuple[LineRole, Passage]],
    language: str | None,
    reference: datetime.date | None,
) -> Times:
    """Read a line that states one or two times; values that are already known stay, and what says another is left."""
    stamps = read_timestamps(passage.text, language, reference)[:2]
    if not stamps:
        leftovers.append(("timestamp", passage))
    for stamp, part in zip(stamps, _share(passage, stamps), strict=True):
        value = write_time(stamp.value)
        if value is not None and getattr(times, stamp.label) is None:
            times = times._replace(**{stamp.label: (value, part)})
        else:
            leftovers.append(("timestamp", part))
    return times


def _share(passage: Passage, stamps: Sequence[Timestamp]) -> list[Passage]:
    """Divide a line among its times: each owns the text up to its end, the last one the rest as well."""
    parts: list[Passage] = []
    start = 0
    for number, stamp in enumerate(stamps, 1):
        end = len(passage.text) if number == len(stamps) else stamp.end
        parts.append(passage.part(*trim(passage.text, start, end)))
        start = end
    return parts


def _part_counts(passage: Passage) -> tuple[Passage, list[Passage]]:
    """Part the name from counts and buttons behind it: ``By NAME • 5 min read • 3 comments``."""
    counts: list[Passage] = []
    if len(passage.text) > _LONGEST:
        return passage, counts
    while (count := _COUNT_RE.search(passage.text)) and passage.text[: count.start()].rstrip()[-1:] not in ("", ":"):
        counts.append(passage.part(*trim(passage.text, count.start(), len(passage.text))))
        passage = passage.part(*trim(passage.text, 0, count.start()))
    return passage, counts


def _part_announced(name: Passage) -> tuple[Passage | None, list[Passage]]:
    """Part a name from the words behind it that announce a time: ``By NAME – Updated``."""
    end, text = end_of_names(name.text), name.text
    if end == len(text):
        return name, []
    return name.part(*trim(text, 0, end)) if end else None, [name.part(*trim(text, end, len(text)))]


def _says(text: str, known: Sequence[str]) -> bool:
    """Tell whether a text says one of the names, which are in lower case."""
    folded = text.casefold() if known else ""
    return any([name in folded for name in known])


def _part_time(
    passage: Passage, language: str | None, reference: datetime.date | None, known: Sequence[str]
) -> tuple[Passage | None, Passage | None]:
    """Part the name from the time beside it: ``By NAME | June 14, 2024``, ``Posted on June 14, 2024 by NAME``."""
    stamps = read_timestamps(passage.text, language, reference)
    if not stamps:
        return passage, None
    text, time_end = passage.text, stamps[-1].end
    behind = text[time_end:].lstrip(_SEPARATORS)
    is_named = end_of_names(text[: stamps[0].start]) > 0 and read_authors(text[:time_end])
    if behind and not is_named and (is_signature(behind) or _says(behind, known)):
        name_start = len(text) - len(behind)
        return passage.part(name_start, len(text)), passage.part(*trim(text, 0, name_start))
    name_end = len(text[: stamps[0].start].rstrip(_SEPARATORS + _OPENS))
    if name_end == 0:
        return None, passage
    return passage.part(0, name_end), passage.part(*trim(text, name_end, len(text)))
