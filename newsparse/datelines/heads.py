"""Find the commonest datelines at once, where they fill the head of a text.

In: the opening of a story. Out: the dateline, or None, which says nothing about other forms. Each of these is one match
and a look at the names; the search before every separator would find the same.
"""

from functools import lru_cache

from newsparse.datelines.blocks import WINDOW, Block
from newsparse.datelines.found import FoundDateline
from newsparse.datelines.judge import is_placed, tells
from newsparse.datelines.places import is_agency, is_city, is_country, is_label
from newsparse.dates.lexicon import lexicon_of
from newsparse.lazy import pattern

_CAPITALS_RE = pattern(
    r"(?P<places>[A-Z][A-Z ]+[A-Z](?:/[A-Z][A-Z ]+[A-Z])?+) ?(?P<mark>[—–:]|(?<= )--?)(?=\s[A-Z\"“])"
)
_WIRE_RE = pattern(
    r"(?P<places>[A-Z][A-Za-z]+(?: [A-Z][A-Za-z]+){0,2}+(?:/[A-Z][A-Za-z]+(?: [A-Z][A-Za-z]+){0,2}+)?)"
    r"(?P<region>, [A-Z][A-Za-z]+(?: [A-Z][a-z]+)?\.?)?"
    r"(?:, (?P<date>(?P<month>[A-Z][a-z]{2,8})\.? \d{1,2}(?:, \d{4})?))?"
    r" (?:\((?P<bracket>[A-Za-z]{2,12})\)|/(?P<slashes>[A-Za-z ]{2,15})/) (?:--?|[—–])(?= [A-Z\"“])"
)
"""A wire's dateline that fills the head of a text."""
_SITE_RE = pattern(r"(?P<site>\w+\.(?:com|co\.id|id|net)),\s(?P<city>[A-Z][a-z]+|[A-Z]+)(?=\s[^\W\d_a-z])")


def find_at_head(opening: str, language: str | None) -> FoundDateline | None:
    """Return the dateline that begins an opening, when it has one of the commonest forms."""
    if opening[:2].isupper() and (found := _in_capitals(opening)):
        return found
    signed = opening.find("(", 0, WINDOW) > 0 or opening.find(" /", 0, WINDOW) > 0
    if signed and (found := _of_wire(opening, language)):
        return found
    return _of_site(opening) if opening.partition(" ")[0][-1:] == "," else None


def _in_capitals(opening: str) -> FoundDateline | None:
    """Return the commonest dateline at once: capitals at the head of the text, a dash or a colon, nothing else."""
    match = _CAPITALS_RE.match(opening)
    if not match:
        return None
    end = match.end("mark")
    names = _places_in_capitals(match["places"], match["mark"] == ":")
    return FoundDateline(0, end, names, None, None, None) if names and tells(opening, end) else None


@lru_cache(maxsize=1024)
def _places_in_capitals(printed: str, colon: bool) -> tuple[str, ...] | None:
    """Return the places of a line's head in capitals, None when they are no places before such a mark."""
    names = tuple(printed.split("/"))
    if is_agency(printed) or is_label(names[0].split(" ")[0]):
        return None
    block = Block(0, names, None, None, None, True, all(is_city(name) for name in names), False)
    return names if is_placed(block, True, "colon" if colon else "dash") else None


def _of_wire(opening: str, language: str | None) -> FoundDateline | None:
    """Return a dateline with its agency at the head of a text at once: "ERIE, Pa. (AP) --"."""
    match = _WIRE_RE.match(opening)
    if not match:
        return None
    agency, region = match["bracket"] or match["slashes"], match["region"] or ""
    names = match["places"].split("/")
    in_capitals = all(name.isupper() and len(name) > 2 for name in names)
    if not is_agency(agency) or is_label(names[0].split(" ")[0]) or is_agency(region[2:]):
        return None
    if not in_capitals and not all(is_city(name) or is_country(name) for name in names):
        return None
    if match["month"] and match["month"] not in lexicon_of(language).months:
        return None
    date = match.span("date") if match["date"] else None
    return FoundDateline(0, match.end(), (*names[:-1], names[-1] + region), agency, None, date)


def _of_site(opening: str) -> FoundDateline | None:
    """Return a web site with a city and no separator: "Liputan6.com, Jakarta Polisi"."""
    match = _SITE_RE.match(opening)
    if match and is_city(match["city"]) and is_agency(match["site"]):
        return FoundDateline(0, match.end(), (match["city"],), match["site"], None, None)
    return None
