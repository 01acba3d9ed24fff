"""What the stories of a dump say about its year: days with their weekdays, and the tenses around them.

In: groups of one story each. Out: evidence for ``years_from``.
"""

from collections.abc import Sequence
from typing import Protocol

from newsparse.dates.cues import cues_of
from newsparse.dates.found import FoundDate, Wording
from newsparse.dates.likely import Evidence
from newsparse.dates.tables import base_language
from newsparse.dates.wording import clause, direction
from newsparse.span import Span

LEDE = 400
"""Code points behind a dateline's date in which a bare weekday belongs to the lede."""


class HasDate(Protocol):
    """A dateline: of it only the place of its date matters here."""

    @property
    def date(self) -> Span | None:
        """Where the printed date stands."""


Group = tuple[HasDate | None, str, Sequence[FoundDate]]


def filed_day(dateline: HasDate | None, found: Sequence[FoundDate]) -> FoundDate | None:
    """Return the expression that is the dateline's date."""
    if dateline is None or dateline.date is None:
        return None
    start, end = dateline.date
    for day in found:
        if day.start < end and start < day.end:
            return day
    return None


def list_evidence(groups: Sequence[Group], filed: Sequence[FoundDate | None], language: str | None) -> list[Evidence]:
    """Collect the days whose weekday is known, each once; "since Sunday" in a lede is no day that it was filed on."""
    evidence: dict[Evidence, None] = {}
    for (_, text, found), date_ in zip(groups, filed, strict=True):
        for day in found:
            if day.weekday is not None and day.month and day.day and day.year is None:
                evidence[Evidence(day.month, day.day, day.weekday, False)] = None
        if date_ and date_.year is None and date_.month and date_.day and date_.weekday is None:
            lede = next((day for day in found if day.kind == "weekday"), None)
            if lede is None or lede.weekday is None or lede.wording or lede.start - date_.end >= LEDE:
                continue
            before = clause(text, lede.start)
            if not before or before[-1].lower() not in cues_of(base_language(language)).past_before:
                evidence[Evidence(date_.month, date_.day, lede.weekday, True)] = None
    return list(evidence)


def list_tenses(groups: Sequence[Group], language: str | None) -> set[Wording]:
    """Return the tenses of the clauses that print a day with its weekday."""
    cues = cues_of(base_language(language))
    days_ = [(text, day) for _, text, found in groups for day in found if day.month and day.weekday is not None]
    return {direction(text, day.start, day.start, day.end, cues) for text, day in days_ if day.year is None}
