"""Join elements that stand next to each other: a weekday and its day, a bracket that says a day again, a range.

In: a text and its elements from left to right. Out: the expressions that they make.
"""

from collections.abc import Callable
from itertools import pairwise

from msgspec.structs import replace

from newsparse.dates.found import FoundDate, Kind
from newsparse.dates.numeric import is_day
from newsparse.lazy import pattern

Pair = Callable[[str, FoundDate, FoundDate], FoundDate | None]

_COMMA_RE = pattern(r"[.,]{0,2}\s?(?:(?:the|den|dem|der|le|el|dia|día|il|d\.)\s)?\Z")
_BRACKET_RE = pattern(r",?\s?[(\[]\Z")
_HYPHEN_RE = pattern(r"\s?[-–—]\s?\Z")
_OPENING = frozenset("([")
_CLOSING = frozenset(")]")
_GAP = 8
"""Code points from which on two elements are too far apart to be one expression."""


def join_elements(text: str, parts: list[FoundDate]) -> list[FoundDate]:
    """Join the elements of each expression, where any two neighbours are near enough to be one."""
    joined: list[FoundDate] = []
    near = [parts[0]]
    for part in parts[1:]:
        if part.start - near[-1].end < _GAP:
            near.append(part)
        else:
            joined += near if len(near) == 1 else _join_near(text, near)
            near = [part]
    return joined + (near if len(near) == 1 else _join_near(text, near))


def _join_near(text: str, near: list[FoundDate]) -> list[FoundDate]:
    """Join elements that stand next to each other."""
    return _beside(text, _join(text, _join(text, near, _weekday_and_day), _aside_or_range))


def _beside(text: str, parts: list[FoundDate]) -> list[FoundDate]:
    """Count a weekday that explains a "tomorrow" from it: "Morgen, Donnerstag, wird"."""
    for place, (left, right) in enumerate(pairwise(parts), 1):
        if left.kind == "relative" and right.kind == "weekday" and text[left.end : right.start] == ", ":
            parts[place] = replace(right, kind="weekday_paren", offset=left.offset)
    return parts


def _join(text: str, parts: list[FoundDate], pair: Pair) -> list[FoundDate]:
    """Join neighbours that ``pair`` makes one expression of."""
    joined: list[FoundDate] = []
    last = parts[0]
    for part in parts[1:]:
        both = pair(text, last, part) if part.start - last.end < _GAP else None
        if both is None:
            joined.append(last)
        last = both or part
    joined.append(last)
    return joined


def _weekday_and_day(text: str, left: FoundDate, right: FoundDate) -> FoundDate | None:
    """Join "Friday" and "June 14"."""
    gap = text[left.end : right.start]
    if left.kind == "weekday" and right.day is not None and gap[-1:] not in _OPENING and _COMMA_RE.match(gap):
        return replace(right, start=left.start, weekday=left.weekday)
    if left.kind in {"full", "no_year"} and left.weekday is None and right.kind == "weekday" and gap == " ":
        return replace(left, end=right.end, weekday=right.weekday)
    return None


def _aside_or_range(text: str, left: FoundDate, right: FoundDate) -> FoundDate | None:
    """Join a day and the bracket that says it again, or both ends of a range."""
    gap = text[left.end : right.start]
    if gap[-1:] in _OPENING and text[right.end : right.end + 1] in _CLOSING and _BRACKET_RE.match(gap):
        return _bracketed(left, right)
    if left.kind == "no_year" and right.kind in {"no_year", "full"} and _HYPHEN_RE.match(gap):
        return _range(left, right)
    return None


def _bracketed(left: FoundDate, right: FoundDate) -> FoundDate | None:
    """Join "Friday (June 14)", "today (Thursday)" and "June 14 (Friday)"."""
    kind: Kind = "weekday_paren"
    if left.kind in {"weekday", "relative"} and right.kind in {"full", "no_year", "weekday"}:
        weekday = left.weekday if right.weekday is None else right.weekday
        return FoundDate(
            left.start,
            right.end + 1,
            kind,
            right.year,
            right.month,
            right.day,
            weekday,
            left.offset,
            right.until,
            right.wording,
            right.swappable,
        )
    if left.kind in {"full", "no_year"} and left.weekday is None and right.kind == "weekday":
        return replace(left, end=right.end + 1, weekday=right.weekday)
    return None


def _range(left: FoundDate, right: FoundDate) -> FoundDate | None:
    """Join both ends of a range; a year behind the last day is that of the last day."""
    if left.month is None or left.day is None or right.month is None or right.day is None:
        return None
    over = (right.month, right.day) < (left.month, left.day)
    if not is_day(right.year and right.year - over, left.month, left.day):
        return None
    return replace(left, end=right.end, kind="range", year=right.year, until=(right.year, right.month, right.day))
