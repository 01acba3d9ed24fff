"""Mentions: the datelines and date expressions of a record's stories, found and resolved together.

Years are pooled over all stories of a dump, so this runs once per record, over all their passages.
"""

import datetime
from bisect import bisect
from collections.abc import Sequence
from itertools import accumulate

import msgspec
from msgspec.structs import replace

from newsparse.datelines import FoundDateline, find_dateline
from newsparse.dates import FoundDate, Reading, find_dates, resolve_dates
from newsparse.dates.years import MARGIN
from newsparse.document import Passage
from newsparse.record import Dateline, DateMention, Notice
from newsparse.span import Span

_OWN_MARGIN = 180
"""Days after its own publication that a dump may announce; it cannot be the five-year return of anything."""
_PARTING = "\0"
"""Stands between the passages of a story: no expression reaches across it."""


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


class _Finds(msgspec.Struct, frozen=True, gc=False):
    """What was found in the text of a story, its passages joined; offsets count in that text."""

    story: Story
    text: str
    offsets: list[int]
    dateline: FoundDateline | None
    dates: list[FoundDate]

    def place(self, start: int, end: int) -> tuple[str, Span]:
        """Return what stands at these offsets of the joined text, and its place in the source."""
        number = bisect(self.offsets, start) - 1
        passage = self.story.passages[number]
        shift = passage.start - self.offsets[number]
        start, end = start + shift, end + shift
        return passage.line.text[start:end], passage.line.span(start, end)


def find_mentions(
    stories: Sequence[Story], language: str | None, reference: Reference
) -> tuple[list[Mentions], list[Notice]]:
    """Return the mentions of every story, in the same order, and the doubts about them."""
    found = [_find(story, language) for story in stories]
    telling = [finds for finds in found if finds is not None]
    if not telling:
        return [NOTHING] * len(stories), []
    groups = [(finds.dateline, finds.text, finds.dates) for finds in telling]
    resolved = iter(resolve_dates(groups, reference.day, _OWN_MARGIN if reference.own else MARGIN))
    notices: list[Notice] = []
    mentions = [NOTHING if finds is None else _mentions(finds, next(resolved), notices) for finds in found]
    return mentions, notices + _year_open(mentions)


def _mentions(finds: _Finds, readings: Sequence[Reading], notices: list[Notice]) -> Mentions:
    dates = _dates(finds, readings, notices)
    if len(dates) > 1:
        dates.sort(key=_span)
    return Mentions(_dateline(finds, readings), tuple(dates))


def _span(mention: DateMention) -> Span:
    return mention.span


def _find(story: Story, language: str | None) -> _Finds | None:
    """Look for datelines and dates in a story; None when it has none."""
    texts = [passage.text for passage in story.passages]
    text = texts[0] if len(texts) == 1 else _PARTING.join(texts)
    dateline = None
    number = -1
    while dateline is None and (number := number + 1) < story.openings:
        dateline = find_dateline(texts[number], language)
    dates = find_dates(text, language) if text else []
    if dateline is None and not dates:
        return None
    offsets = [0, *accumulate([len(text) + 1 for text in texts[:-1]])]
    dateline = _shifted(dateline, offsets[number]) if dateline and number else dateline
    return _Finds(story, text, offsets, dateline, dates)


def _shifted(dateline: FoundDateline, offset: int) -> FoundDateline:
    date = dateline.date and (dateline.date[0] + offset, dateline.date[1] + offset)
    return replace(dateline, start=dateline.start + offset, end=dateline.end + offset, date=date)


def _dates(finds: _Finds, readings: Sequence[Reading], notices: list[Notice]) -> list[DateMention]:
    mentions = []
    for found, reading in zip(finds.dates, readings, strict=True):
        text, span = finds.place(found.start, found.end)
        mentions.append(
            DateMention(text=text, date=reading.date, candidates=reading.candidates, clue=reading.clue, span=span)
        )
        if reading.conflict:
            notices.append(Notice(code="date-conflict", message=reading.conflict, span=span))
    return mentions


def _dateline(finds: _Finds, readings: Sequence[Reading]) -> Dateline | None:
    found = finds.dateline
    if found is None:
        return None
    text, span = finds.place(found.start, found.end)
    printed = found.date
    inside = (
        [
            reading.date
            for date, reading in zip(finds.dates, readings, strict=True)
            if date.start < printed[1] and printed[0] < date.end
        ]
        if printed
        else []
    )
    return Dateline(
        text=text,
        places=found.places,
        agency=found.agency,
        date=inside[0] if inside else None,
        byline=found.byline,
        span=span,
    )


def _year_open(mentions: Sequence[Mentions]) -> list[Notice]:
    """Say once per record that dates were left without a year."""
    spans = [date.span for story in mentions for date in story.dates if date.date.startswith("XXXX")]
    if not spans:
        return []
    count = f"{len(spans)} date expressions state" if len(spans) > 1 else "1 date expression states"
    return [Notice(code="year-open", message=f"{count} no year; a reference date settles it", span=min(spans))]
