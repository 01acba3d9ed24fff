"""Find the dateline of a story's opening.

In: the first paragraph of a story. Out: the dateline, or None. Every separator of the opening is a chance; what stands
before it decides.
"""

from msgspec.structs import replace

from newsparse.datelines.blocks import WINDOW, Block, read_block
from newsparse.datelines.found import FoundDateline
from newsparse.datelines.heads import find_at_head
from newsparse.datelines.judge import BYLINE_RE, is_dateline
from newsparse.datelines.places import is_agency
from newsparse.datelines.separators import OPENING, next_separator, separators
from newsparse.lazy import pattern

_WEIGHTS = ("*", "_")
_OTHER_SPACES = ("\xa0", "\n", "\r")
_CREDIT_RE = pattern(r"\s([^\W\d_][^.\n:,\d]{1,20})\.(?=\s)")
_CREDITED_RE = pattern(r"(?:[^\W\d_][^()\n]{2,40})?\((?P<agency>[^()\n]{2,30})\)(?=\s+[^\W\d_a-zß-öø-ÿ])")
_INITIALS_RE = pattern(r"[A-Z]{3,5}(?:\s[A-Z][a-z]+)?\Z")


def find_dateline(text: str, language: str | None = None) -> FoundDateline | None:
    """Return the dateline of a lead's first paragraph or of an item's summary.

    A byline, a headline or a caption may stand in front. ``language`` (BCP 47) names the months of printed dates.
    """
    if text[:1] in _WEIGHTS:
        return _weighty(text, language)
    opening = text[:OPENING]
    for other in _OTHER_SPACES:
        if other in opening:
            opening = opening.replace(other, " ")
    if not opening.isascii() and _may_be_eastern(opening, language):
        from newsparse.datelines.eastern import find_eastern  # patterns of their own, which few dumps need

        eastern = find_eastern(opening)
        if eastern:
            return eastern
    if head := find_at_head(opening, language):
        return head
    if opening.find("(", 0, WINDOW) >= 0 and (credited := _credited(opening, language)):
        return credited
    return _before_separator(opening, language)


def _weighty(text: str, language: str | None) -> FoundDateline | None:
    """Return a dateline that Markdown sets in bold or in italics, with the signs around it."""
    kept = [at for at, char in enumerate(text[:OPENING]) if char not in _WEIGHTS]
    found = find_dateline("".join([text[at] for at in kept]), language)
    if found is None:
        return None
    start, end = kept[found.start], kept[found.end - 1] + 1
    while start and text[start - 1] in _WEIGHTS:
        start -= 1
    while text[end : end + 1] and text[end] in _WEIGHTS:
        end += 1
    date = found.date and (kept[found.date[0]], kept[found.date[1] - 1] + 1)
    return replace(found, start=start, end=end, date=date)


def _before_separator(opening: str, language: str | None) -> FoundDateline | None:
    """Return the first dateline that a separator of the opening ends."""
    found: Block | None = None
    end = 0
    for separator in separators(opening):
        block = read_block(opening, 0, separator.start, language)
        if not block or not is_dateline(opening, block, separator):
            continue
        if found and (block.start != found.start or not block.agency):
            break
        found, end = block, separator.end
        if block.agency or separator.kind != "stop":
            break
    return _whole(opening, found, end, language) if found else None


def _may_be_eastern(opening: str, language: str | None) -> bool:
    """Say whether an opening has a mark of the eastern forms."""
    return "日" in opening or "【" in opening or "=" in opening or "[" in opening or (language or "")[:2] == "hi"


def _credited(opening: str, language: str | None) -> FoundDateline | None:
    """Return a dateline whose separator is lost: "(CNN) In a"."""
    lost = _CREDITED_RE.match(opening)
    if not lost or not is_agency(lost["agency"]):
        return None
    block = read_block(opening, 0, lost.end(), language)
    if block and block.start == 0 and (block.caps or block.known or not block.places):
        return _signed(opening, block, lost.end())
    return None


def _whole(text: str, block: Block, end: int, language: str | None) -> FoundDateline:
    """Return the dateline with what follows the first separator and belongs to it."""
    if block.agency and not block.places:
        follow = next_separator(text, end, end + 60)
        place = read_block(text, end, follow.start, language) if follow else None
        if follow and place and place.places and not text[end : place.start].strip() and (place.caps or place.known):
            block = replace(place, start=block.start, agency=block.agency)
            end = follow.end
    credit = _CREDIT_RE.match(text, end) if block.date and not block.agency else None
    if credit and is_agency(credit[1]):
        block, end = replace(block, agency=credit[1]), credit.end()
    return _signed(text, block, end)


def _signed(text: str, block: Block, end: int) -> FoundDateline:
    """Move an agency out of the places ("JAKARTA, KOMPAS.com") and find the byline in front."""
    places, agency = block.places, block.agency
    if places and not agency:
        parts = [part.strip() for part in places[-1].split(",")]
        if len(parts) > 1 and (is_agency(parts[-1]) or _INITIALS_RE.match(parts[-1])):
            places, agency = (*places[:-1], ", ".join(parts[:-1])), parts[-1]
        elif len(parts) > 1 and is_agency(parts[0]):
            places, agency = (*places[:-1], ", ".join(parts[1:])), parts[0]
    places = tuple([_without_stop(place) for place in places])
    byline = block.byline
    signed = BYLINE_RE.search(text, max(0, block.start - 80), block.start) if block.start else None
    if byline is None and signed:
        byline = signed[0].rstrip(" =\n")
    return FoundDateline(block.start, end, places, agency, byline, block.date)


def _without_stop(place: str) -> str:
    """Return a place without the full stop that only separates it: "MOSCOW." but "ST. PAUL, Minn."."""
    return place[:-1] if place.find(".") == len(place) - 1 and "," not in place else place
