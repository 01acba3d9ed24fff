"""How likely a year is for a day with its weekday, before and after what the evidence says.

In: evidence and the reference day. Out: weights as logarithms. The numbers are shares counted on real ledes.
"""

from collections.abc import Collection, Sequence
from datetime import date

import msgspec

from newsparse.dates.found import Wording

MARGIN = 14
"""Days after the reference that an announced day may lie; a wider margin would meet the five-year return."""
AHEAD = 90
"""The same for a dump whose other days lie before the reference: it is not the five-year return of all of them."""
ANNOUNCED = 182
"""The same for a day alone, where no dump of at most ``OLDEST`` days fits, or where the text looks ahead."""
OLDEST = 1826
"""The age in days up to which a dump is as likely as an announcement."""

_SLIP = -5.7  # log(.02 / 6 / .98): two of a hundred printed weekdays are wrong
_DAY_BEFORE = -2.9  # log(.05 / .92): a lede tells of the day before its dateline
_FAR_OFF = -5.0  # log(.03 / 5 / .92): … or of another day
_FRESH = 3.4  # log(30): most dumps are read within days of their stories
SAME_DAY = 4.5  # log(90): … and a reference that is a dateline's own day is its day of publication, unless its
# lede tells of a day that is neither its own nor the one before
_TOLD, _UNTOLD = 0.9, -0.5  # an announced day against one of a dump of a few years …
_OLD = -0.75  # … and of many years


class Evidence(msgspec.Struct, frozen=True, gc=False):
    """A day without a year and the weekday that goes with it."""

    month: int
    day: int
    weekday: int
    from_lede: bool
    """True for a dateline's day with the first bare weekday of its lede."""


class Limits(msgspec.Struct, frozen=True, gc=False):
    """The reference, and the last days that may be announced: by any dump, by one that begins before it, and alone."""

    reference: int
    near: int
    far: int
    alone: int
    announced: float
    """What an announced day alone weighs against the days of older dumps."""

    def weight(self, oldest: int, newest: int) -> float | None:
        """Return what a year weighs beforehand by its last day, None when it is out of question."""
        if newest <= self.near or (oldest <= self.reference and newest <= self.far):
            return 0.0
        return self.announced if newest <= self.alone else None


_EVER = date.max.toordinal()
_NO_LIMITS = Limits(_EVER, _EVER, _EVER, _EVER, 0.0)


def limits_of(evidence: Sequence[Evidence], reference: date | None, told: Collection[Wording] = ()) -> Limits:
    """Return the limits that a reference sets, and the tenses of the evidence.

    A day that "will" come may be announced; one that was cannot.
    """
    if reference is None:
        return _NO_LIMITS
    today = reference.toordinal()
    over = "past" in told or any([clue.from_lede for clue in evidence])
    alone = today if over else today + ANNOUNCED
    return Limits(today, today + MARGIN, today + AHEAD, alone, _TOLD if "future" in told else _UNTOLD)


def weekday_fit(day: date, clue: Evidence) -> float:
    """Return how well a day fits the weekday printed for it, as a logarithm."""
    late = (day.weekday() - clue.weekday) % 7
    if late == 0:
        return 0.0
    if not clue.from_lede:
        return _SLIP
    return _DAY_BEFORE if late == 1 else _FAR_OFF


def prior_of(age: int) -> float:
    """Return how likely a dump of that many days is beforehand, as a logarithm."""
    if abs(age) <= 1:
        return SAME_DAY
    if abs(age) <= MARGIN:
        return _FRESH
    return 0.0 if age <= OLDEST else min(_OLD, 6 - age / 365)
