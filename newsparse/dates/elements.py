"""The simple elements of a date, read from the matches of a language's scanner.

In: text and lexicon. Out: months with days, weekdays and relative words as ``FoundDate``, in order, not yet joined.
"""

import re
from collections.abc import Iterator

from newsparse.dates.found import FoundDate
from newsparse.dates.lexicon import Lexicon

_DAYS_IN = (0, 31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
_NUMBER_FRAME_RE = re.compile(r"(?:[(\[]|\b(?:am|vom|bis|zum|den|ab|dem|seit)\s|[^\W\d_]{3,},?\s[(\[]?)\Z")


def elements(text: str, words: Lexicon) -> Iterator[FoundDate]:
    """Yield the elements from left to right without overlaps."""
    reached = 0
    for match in words.scan.finditer(text):
        if match.start() < reached:
            continue
        element = _element(text, match, words)
        if element:
            reached = element.end
            yield element


def _element(text: str, match: re.Match[str], words: Lexicon) -> FoundDate | None:
    name = match["w"] or match["wc"]
    if name:
        end = match.end("part") if match["w"] else match.end("wc")
        return FoundDate(match.start(), end, "weekday", weekday=words.weekdays[name])
    if match["r"]:
        return FoundDate(match.start(), match.end("r"), "relative", offset=words.relative[match["r"]])
    if match["m1"]:
        month, first, last, year = words.months[match["m1"]], match["d1"], match["d2"], match["y1"]
        end = match.end("y1") if year else _after_month(text, match)
    elif match["m2"]:
        month, first, last, year = words.months[match["m2"]], match["d3"], match["d4"], match["y2"]
        end = match.end("y2") if year else _after_day(text, match)
    else:
        return _numeric(text, match, words.month_first)
    return _day(match.start(), end, int(year) if year else None, month, int(first), int(last) if last else None)


def _after_month(text: str, match: re.Match[str]) -> int:
    """Return the end of "24 Oct." with its full stop when the month is cut short and the sentence goes on."""
    goes_on = text[match.end("dot1") : match.end("dot1") + 2].strip()[:1]
    if match["dot1"] and (len(match["m1"]) < 5) and not goes_on.isupper() and goes_on:
        return match.end("dot1")
    return match.end("m1")


def _after_day(text: str, match: re.Match[str]) -> int:
    end = match.end("d4") if match["d4"] else match.end("d3")
    return end + 2 if text[end : end + 2].lower() in {"st", "nd", "rd", "th"} else end


def _day(start: int, end: int, year: int | None, month: int, day: int, last: int | None = None) -> FoundDate | None:
    """Return the element when the month has such a day."""
    if not 1 <= month <= 12 or not 1 <= day <= _DAYS_IN[month]:
        return None
    if last is not None:
        return FoundDate(start, end, "range", year, month, day, until=(year, month, last)) if last > day else None
    return FoundDate(start, end, "full" if year else "no_year", year, month, day)


def _numeric(text: str, match: re.Match[str], month_first: bool) -> FoundDate | None:
    if match["iso"]:
        year, month, day = map(int, re.split("[-/.]", match["iso"]))
        return _day(match.start(), match.end("iso"), year, month, day)
    if match["n1"]:
        short_year = len(match["ny"]) == 2
        if match["sep"] != match["sep2"] or (short_year and match["sep"] not in "./"):
            return None
        year = _century(int(match["ny"])) if short_year else int(match["ny"])
        return _ordered(match, "ny", (int(match["n1"]), int(match["n2"])), year, month_first and match["sep"] != ".")
    if match["n5"]:
        framed = text[max(0, match.start() - 1) : match.start()] in "(["
        order = (int(match["n3"]), int(match["n5"]))
        return _ordered(match, "n5", order, None, month_first) if framed else None
    if not _NUMBER_FRAME_RE.search(text, max(0, match.start() - 16), match.start()):
        return None
    return _day(match.start(), match.end("n4") + 1, None, int(match["n4"]), int(match["n3"]))


def _ordered(
    match: re.Match[str], last: str, parts: tuple[int, int], year: int | None, month_first: bool
) -> FoundDate | None:
    """Read two numbers as day and month; where both orders make a date, say so."""
    month, day = parts if month_first else parts[::-1]
    if month > 12:
        month, day = day, month
    found = _day(match.start(), match.end(last), year, month, day)
    return found._replace(swappable=month_first and day <= 12 and day != month) if found else None


def _century(year: int) -> int:
    """Read a year of two digits as print means it: 70 and above are nineteen hundreds."""
    return 1900 + year if year >= 70 else 2000 + year
