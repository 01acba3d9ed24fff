"""Mentions: the datelines and date expressions of a record's stories, found and resolved together.

Years are pooled over all stories of a dump, so this runs once per record, over all their passages.
"""

import datetime
from bisect import bisect
from collections.abc import Sequence

import msgspec

from newsparse.datelines import FoundDateline, find_dateline
from newsparse.dates import FoundDate, Reading, find_dates, resolve_dates
from newsparse.dates.evidence import filed_day
from newsparse.document import Passage
from newsparse.lazy import pattern
from newsparse.record import Dateline, DateMention, Notice
from newsparse.span import Span, has_line_end

_DASHES = ("—", "–", "-")
_GAP_RE = pattern(r"(?<!\s)\s[\s>]{1,120}+(?<=\s)")
"""More white space than one character, with the signs in it that quote the next line of a mail."""
_PARTING = " \0 "
"""Stands between the passages of a dump: no expression reaches across it."""


class Story(msgspec.Struct, frozen=True, gc=False):
    """The passages of one story; a dateline is looked for at the head of the first ``openings`` of them."""

    passages: Sequence[Passage]
    openings: int = 1


class Mentions(msgspec.Struct, frozen=True, gc=False):
    """What one story says of when and where."""

    dateline: Dateline | None
    dates: tuple[DateMention, ...]


class Reference(msgspec.Struct, frozen=True, gc=False):
    """The day that dates are read from, and whether it is the dump's own day of publication."""

    day: datetime.date | None
    own: bool


NOTHING = Mentions(None, ())


class _Joined(msgspec.Struct, frozen=True, gc=False):
    """All passages of a dump as one text, so that it is searched once; offsets count in that text."""

    passages: list[Passage]
    texts: list[str]
    """What each passage says, its line ends one character each."""
    text: str
    offsets: list[int]
    """Where each passage begins, and where one more would."""
    places: dict[int, list[int]]
    """For the passages with longer line ends the offset in the passage of each character of its text."""

    def place(self, start: int, end: int) -> tuple[str, Span]:
        """Return what stands at these offsets, and its place in the source."""
        number = bisect(self.offsets, start) - 1
        passage = self.passages[number]
        start, end = start - self.offsets[number], end - self.offsets[number]
        if number in self.places:
            start, end = self.places[number][start], self.places[number][end - 1] + 1
        line, start, end = passage.line, start + passage.start, end + passage.start
        if line.places is None:
            return line.text[start:end], (line.start + start, line.start + end)
        return line.text[start:end], line.span(start, end)


_Finds = tuple[FoundDateline | None, str, list[FoundDate]]
"""What was found in one story, in offsets of the joined text."""


def find_mentions(
    stories: Sequence[Story], language: str | None, reference: Reference
) -> tuple[list[Mentions], list[Notice]]:
    """Return the mentions of every story, in the same order, and the doubts about them."""
    joined = _join(stories)
    finds = _find(stories, joined, language)
    if finds is None:
        return [NOTHING] * len(stories), []
    readings = resolve_dates(finds, reference.day, language, own=reference.own)
    notices: list[Notice] = []
    mentions = [
        _mentions(joined, found, read, notices) if found[0] or read else NOTHING
        for found, read in zip(finds, readings, strict=True)
    ]
    return mentions, notices + _year_open(mentions)


def _join(stories: Sequence[Story]) -> _Joined:
    passages = [passage for story in stories for passage in story.passages]
    texts = [passage.line.text[passage.start : passage.end] for passage in passages]
    places = {}
    for number, text in enumerate(texts):
        if has_line_end(text) and _GAP_RE.search(text):
            places[number] = _places(text)
            texts[number] = "".join([text[at] for at in places[number]])
    offsets = [0]
    end = 0
    for text in texts:
        end += len(text) + len(_PARTING)
        offsets.append(end)
    return _Joined(passages, texts, _PARTING.join(texts), offsets, places)


def _places(text: str) -> list[int]:
    """Return the offsets of a text's characters, of each line end and what stands around it one alone.

    >>> text = "12 \\r\\n  June"
    >>> [text[at] for at in _places(text)]
    ['1', '2', '\\n', 'J', 'u', 'n', 'e']
    """
    places: list[int] = []
    position = 0
    for gap in _GAP_RE.finditer(text):
        end = max(gap[0].rfind("\n"), gap[0].rfind("\r"))
        if end >= 0:
            places += [*range(position, gap.start()), gap.start() + end]
            position = gap.end()
    return [*places, *range(position, len(text))]


def _find(stories: Sequence[Story], joined: _Joined, language: str | None) -> list[_Finds] | None:
    """Look for datelines and dates in all stories; None when there are none."""
    firsts: list[int] = []
    datelines: list[FoundDateline | None] = []
    number = 0
    for story in stories:
        firsts.append(joined.offsets[number])
        end = number + len(story.passages)
        datelines.append(_dateline_in(joined, number, min(number + story.openings, end), language))
        number = end
    dates = find_dates(joined.text, language)
    if not dates and not any(datelines):
        return None
    shares: list[list[FoundDate]] = [[] for _ in stories]
    for date in dates:
        shares[bisect(firsts, date.start) - 1].append(date)
    return [(dateline, joined.text, share) for dateline, share in zip(datelines, shares, strict=True)]


def _dateline_in(joined: _Joined, first: int, end: int, language: str | None) -> FoundDateline | None:
    """Return the dateline at the head of the first of these passages that has one."""
    for number in range(first, end):
        text = joined.texts[number]
        dateline = find_dateline(text, language)
        if dateline is None and number + 1 < len(joined.texts) and text.endswith(_DASHES):  # on a line of its own
            dateline = find_dateline(f"{text} {joined.texts[number + 1]}", language)
            dateline = dateline if dateline is not None and dateline.end <= len(text) else None
        if dateline is not None:
            return _shifted(dateline, joined.offsets[number])
    return None


def _shifted(dateline: FoundDateline, offset: int) -> FoundDateline:
    if not offset:
        return dateline
    date = dateline.date and (dateline.date[0] + offset, dateline.date[1] + offset)
    return FoundDateline(
        dateline.start + offset, dateline.end + offset, dateline.places, dateline.agency, dateline.byline, date
    )


def _mentions(joined: _Joined, found: _Finds, readings: Sequence[Reading], notices: list[Notice]) -> Mentions:
    dates = _dates(joined, found[2], readings, notices)
    if len(dates) > 1:
        dates.sort(key=_span)
    return Mentions(_dateline(joined, found, readings) if found[0] else None, tuple(dates))


def _span(mention: DateMention) -> Span:
    return mention.span


def _dates(
    joined: _Joined, dates: Sequence[FoundDate], readings: Sequence[Reading], notices: list[Notice]
) -> list[DateMention]:
    mentions = []
    for found, reading in zip(dates, readings, strict=True):
        text, span = joined.place(found.start, found.end)
        mentions.append(
            DateMention(text=text, date=reading.date, candidates=reading.candidates, clue=reading.clue, span=span)
        )
        if reading.conflict:
            notices.append(Notice(code="date-conflict", message=reading.conflict, span=span))
    return mentions


def _dateline(joined: _Joined, finds: _Finds, readings: Sequence[Reading]) -> Dateline | None:
    found, _, dates = finds
    if found is None:
        return None
    text, span = joined.place(found.start, found.end)
    filed = filed_day(found, dates)
    date = next((reading.date for day, reading in zip(dates, readings, strict=True) if day is filed), None)
    return Dateline(text=text, places=found.places, agency=found.agency, date=date, byline=found.byline, span=span)


def _year_open(mentions: Sequence[Mentions]) -> list[Notice]:
    """Say once per record that dates were left without a year."""
    spans = [date.span for story in mentions for date in story.dates if date.date.startswith("XXXX")]
    if not spans:
        return []
    count = f"{len(spans)} date expressions state" if len(spans) > 1 else "1 date expression states"
    return [Notice(code="year-open", message=f"{count} no year; a reference date settles it", span=min(spans))]
