"""Mentions: the datelines and date expressions of a record's stories, found and resolved together.

Years are pooled over all stories of a dump, so this runs once per record, over all their passages.
"""

import datetime
from collections.abc import Sequence
from typing import NamedTuple

from newsparse.dates import FoundDate, Reading, find_dates, resolve_dates
from newsparse.datelines import FoundDateline, find_dateline
from newsparse.document import Passage
from newsparse.record import DateMention, Dateline, Notice


class Story(NamedTuple):
    """The passages of one story; a dateline is looked for at the head of the passages of ``openings``."""

    openings: Sequence[Passage]
    others: Sequence[Passage]


class Mentions(NamedTuple):
    """What one story says of when and where."""

    dateline: Dateline | None
    dates: tuple[DateMention, ...]


def find_mentions(
    stories: Sequence[Story], language: str | None, reference: datetime.date | None
) -> tuple[list[Mentions], list[Notice]]:
    """Return the mentions of every story, in the same order, and the doubts about them."""
    found = [_find(story, language) for story in stories]
    groups = [(dateline, passage.text, dates) for finds in found for passage, dateline, dates in finds]
    readings = iter(resolve_dates(groups, reference))
    mentions: list[Mentions] = []
    notices: list[Notice] = []
    for finds in found:
        mentions.append(_mentions([(*find, next(readings)) for find in finds], notices))
    notices += _year_open(mentions)
    return mentions, notices


_Find = tuple[Passage, FoundDateline | None, list[FoundDate]]


def _find(story: Story, language: str | None) -> list[_Find]:
    finds: list[_Find] = []
    searching = True
    for passage in story.openings:
        dateline = find_dateline(passage.text, language) if searching else None
        searching = searching and dateline is None
        finds.append((passage, dateline, find_dates(passage.text, language)))
    finds += [(passage, None, find_dates(passage.text, language)) for passage in story.others]
    return [find for find in finds if find[1] or find[2]]


def _mentions(
    finds: Sequence[tuple[Passage, FoundDateline | None, list[FoundDate], list[Reading]]], notices: list[Notice]
) -> Mentions:
    dateline: Dateline | None = None
    dates: list[DateMention] = []
    for passage, found, expressions, readings in finds:
        for expression, reading in zip(expressions, readings, strict=True):
            part = passage.part(expression.start, expression.end)
            dates.append(
                DateMention(
                    text=part.text,
                    date=reading.date,
                    candidates=reading.candidates,
                    clue=reading.clue,
                    span=part.span,
                )
            )
            if reading.conflict:
                notices.append(Notice(code="date-conflict", message=reading.conflict, span=part.span))
        if found:
            dateline = _dateline(passage, found, expressions, readings)
    return Mentions(dateline, tuple(sorted(dates, key=lambda mention: mention.span)))


def _dateline(
    passage: Passage, found: FoundDateline, expressions: Sequence[FoundDate], readings: Sequence[Reading]
) -> Dateline:
    part = passage.part(found.start, found.end)
    inside = [
        reading.date
        for expression, reading in zip(expressions, readings, strict=True)
        if found.date and expression.start < found.date[1] and found.date[0] < expression.end
    ]
    return Dateline(
        text=part.text,
        places=found.places,
        agency=found.agency,
        date=inside[0] if inside else None,
        byline=found.byline,
        span=part.span,
    )


def _year_open(mentions: Sequence[Mentions]) -> list[Notice]:
    """Say once per record that dates were left without a year."""
    spans = [date.span for story in mentions for date in story.dates if date.date.startswith("XXXX")]
    if not spans:
        return []
    count = f"{len(spans)} date expressions state" if len(spans) > 1 else "1 date expression states"
    return [Notice(code="year-open", message=f"{count} no year; a reference date settles it", span=min(spans))]
