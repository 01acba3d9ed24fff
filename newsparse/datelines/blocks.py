"""Read the block in front of a separator: places, date, agency, reporter.

In: a text and the place of a separator. Out: the elements that stand directly before it, read from right to left, each
in a window of fixed length, so that the cost of a separator does not depend on the text.
"""

import msgspec

from newsparse.datelines.places import is_agency, is_city, is_country
from newsparse.dates.lexicon import lexicon_of
from newsparse.lazy import pattern
from newsparse.span import Span

WINDOW = 90
"""Code points that a dateline may take."""

_BRACKET_RE = pattern(r"\(([^()\n]{2,45})\)[\s,.]*\Z")
_SLASHES_RE = pattern(r"/([^/\n]{2,40})/[\s,.]*\Z")
_BARE_RE = pattern(r"(?:^|[,.]\s|\d\s)([^\W\d_](?:[^\W\d_]|[-. ]){1,30})\Z")
_DATE_RE = pattern(
    r"(?<![\w./])(?:(?:\d{1,2}(?:º|er|st|nd|rd|th|\.)?[\s-](?:de\s)?(?P<after>[^\W\d_]{3,12})\.?"
    r"|(?P<before>[^\W\d_]{3,12})\.?\s\d{1,2}(?:st|nd|rd|th)?)(?:(?:,|\sde)?\s\d{4})?|\d{1,2}[./]\d{1,2}[./]\d{2,4})(?P<close>[)\].,:\s]*)\Z"
)
_DIGIT_RE = pattern("[0-9٠-٩]")
_SHAPE_RE = pattern(r"[^\W\d_][^\d\n;:!?\"“”|=<>]{1,80}")
_WORD_RE = pattern(r"[^\W\d_][\w'’.-]*")
_REGION_RE = pattern(r"[,،]\s[^,،()\[\]]{2,30}|\s?\[[^\[\]]{2,25}\]|\s\([^()]{2,25}\)")
_JOINT_RE = pattern(r"\s?[/·]\s?|\s(?:and|und|&)\s")
_REGION_START_RE = pattern(r"[,،]|\s?[\[(]")
_NAME_START_RE = pattern(r"[^\W\d_a-zß-öø-ÿа-я](?<![^\W\d_a-zß-öø-ÿа-я].)(?<!\w[-'’].)")
_STOPS = ("", ".", "!", "?", ":", '"', "”", "»")


class Block(msgspec.Struct, frozen=True, gc=False):
    """What stands before a separator; ``start`` is where its first element begins."""

    start: int
    places: tuple[str, ...]
    agency: str | None
    byline: str | None
    date: Span | None
    caps: bool
    known: bool
    region: bool


class Places(msgspec.Struct, frozen=True, gc=False):
    """Places in a row, and what speaks for them."""

    start: int
    names: tuple[str, ...]
    caps: bool
    known: bool
    region: bool


def read_block(text: str, floor: int, end: int, language: str | None) -> Block | None:
    """Read the elements that end at ``end``, not going back beyond ``floor``; None when there are none."""
    low = max(floor, end - WINDOW)
    if low == 0 and (plain := _plain_places(text, end)):
        return plain
    agency = byline = None
    date: Span | None = None
    cut = end
    for _ in range(3):
        while cut > low and text[cut - 1] in " ,،\t\n":
            cut -= 1
        if agency is None and (signed := _agency_at(text, low, cut)):
            name, cut = signed
            agency, byline = (agency, name) if _is_initials(name) else (name, byline)
        elif date is None and (found := _date_at(text, low, cut, language)):
            date, cut = (found[0], found[1]), found[2]
        else:
            break
    while cut > low and text[cut - 1] in " ,،\t\n":
        cut -= 1
    while cut > low and text[cut - 1] in "-–— ":
        cut -= 1
    places = _best_places(text, low, cut, supported=cut < end)
    if places:
        return Block(places.start, places.names, agency, byline, date, places.caps, places.known, places.region)
    return Block(_first_of(text, cut, end), (), agency, byline, date, False, False, False) if cut < end else None


def _plain_places(text: str, end: int) -> Block | None:
    """Return places and nothing else that fill the head of a text, the commonest block, without a search."""
    head = text[:end].rstrip()
    if not head.replace("/", "").replace(" ", "").isalpha() or is_agency(head):
        return None
    places = _places_at(text, 0, len(head)) if head[0].isupper() else None
    if places and (places.known or places.caps):
        return Block(0, places.names, None, None, None, places.caps, places.known, places.region)
    return None


def _is_initials(name: str) -> bool:
    """Tell whether a bracket holds the reporter's initials, as Alpine papers print them."""
    return len(name) <= 3 and name.islower() and not is_agency(name)


def _agency_at(text: str, low: int, cut: int) -> tuple[str, int] | None:
    """Return the agency that ends at ``cut``, and where the rest ends."""
    closing = text[cut - 1] if cut > low else ""
    if closing == ")":
        match = _BRACKET_RE.search(text, low, cut)
        named = match and not is_country(match[1]) and not _DIGIT_RE.search(match[1])
        return (match[1].strip(), match.start()) if match and named else None
    if closing in "/.":
        match = _SLASHES_RE.search(text, low, cut)
        if match:
            return match[1].strip(), match.start()
    if not closing.isalpha() or (cut > 34 and "," not in text[low:cut] and "." not in text[low:cut]):
        return None
    match = _BARE_RE.search(text, max(low, cut - 34), cut)
    return (match[1].strip(), match.start(1)) if match and is_agency(match[1]) else None


def _date_at(text: str, low: int, cut: int, language: str | None) -> tuple[int, int, int] | None:
    """Return start and end of the date that ends at ``cut``, and where the rest ends."""
    start = max(low, cut - 28)
    match = _DATE_RE.search(text, start, cut) if _DIGIT_RE.search(text, start, cut) else None
    if not match:
        return None
    month = match["after"] or match["before"]
    if month and month not in lexicon_of(language).months:
        return None
    start, end = match.start(), match.start("close")
    if text[end - 1 : end] == "." and match["close"][:1] in {"", ","} and text[cut : cut + 2].strip()[:1] == "/":
        end -= 1
    opening = start - 1 if start > low and text[start - 1] in "([" else start
    return start, end, opening


def _best_places(text: str, low: int, cut: int, supported: bool) -> Places | None:
    """Return the places that end at ``cut``: the longest that the gazetteer knows, else in capitals, else after a stop.

    A name that is neither known nor in capitals counts only with support from an agency or a date.
    """
    shouted: Places | None = None
    plain: Places | None = None
    for name in _NAME_START_RE.finditer(text, low, cut):
        found = _places_at(text, name.start(), cut)
        if found is None:
            continue
        if found.known:
            return found
        if found.caps and shouted is None:
            shouted = found
            if found.start == 0:
                break
        elif plain is None and supported and text[: found.start].rstrip()[-1:] in _STOPS:
            plain = found
    return shouted or plain


def _places_at(text: str, start: int, cut: int) -> Places | None:
    """Read ``text[start:cut]`` as places, None when it is something else."""
    if not _SHAPE_RE.fullmatch(text, start, cut):
        return None
    names = _split(text[start:cut])
    cities = [city_of(name) for name in names]
    if len(names) > 3 or not all(_is_name(city, name[len(city) :]) for city, name in zip(cities, names, strict=True)):
        return None
    caps = all(city.isupper() and len(city) > 2 for city in cities)
    known = all(is_city(city) or is_country(city) for city in cities)
    region = any(len(city) < len(name) for city, name in zip(cities, names, strict=True))
    return Places(start, names, caps, known, region)


def _is_name(city: str, region: str) -> bool:
    """Tell whether a city has up to five words and a region up to three."""
    words = city.split(" ")
    if len(words) > 5 or not all(_WORD_RE.fullmatch(word) for word in words):
        return False
    return not region or (region.count(" ") < 4 and _REGION_RE.fullmatch(region) is not None)


def _first_of(text: str, cut: int, end: int) -> int:
    """Return where the elements begin when there is no place among them."""
    while cut < end and text[cut] in " ,،\t\n":
        cut += 1
    return cut


def _split(printed: str) -> tuple[str, ...]:
    if printed.isalpha():
        return (printed,)
    return tuple([place.strip() for place in _JOINT_RE.split(printed)])


def city_of(place: str) -> str:
    """Return a place without its region."""
    return place if place.isalpha() else _REGION_START_RE.split(place, maxsplit=1)[0]
