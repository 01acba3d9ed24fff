"""Find the dateline of a story's opening.

In: the first paragraph of a story. Out: the dateline, or None. Every separator of the opening is a chance; what stands
before it decides. An agency or a date settles it; capitals before a dash do; a colon, a full stop or mixed case need a
place that the gazetteer knows.
"""

import re

from newsparse.datelines.blocks import WINDOW, Block, read_block
from newsparse.datelines.eastern import find_eastern
from newsparse.datelines.found import FoundDateline
from newsparse.datelines.places import is_agency, is_city, is_label
from newsparse.datelines.separators import OPENING, Separator, next_separator, separators

_BYLINE_RE = re.compile(
    r"\b(?:By|BY|[Vv]on|[Pp]ar|Por|Di|Oleh|Door|Av|Af)\s"
    r"(?:(?:[^\W\d_a-zß-öø-ÿ][\w.'’-]*|and|und|et|y|de|van|von)(?:,?\s|(?=\s?=)|\Z)){1,7}(?:,?\s?\w+\s?(?==))?\s?=?\s*\Z"
)
_BREAK_RE = re.compile(r"(?:[.!?:;»”\"…)|\]>=*]\s*|\b(?:Photo|Video|Foto|Bild)\s+|[a-zß-öø-ÿ]|\d\s+)\Z")
_CREDIT_RE = re.compile(r"\s([^\W\d_][^.\n:,\d]{1,20})\.(?=\s)")
_CREDITED_RE = re.compile(r"(?:[^\W\d_][^()\n]{2,40})?\((?P<agency>[^()\n]{2,30})\)(?=\s+[^\W\d_a-zß-öø-ÿ])")
_INITIALS_RE = re.compile(r"[A-Z]{3,5}(?:\s[A-Z][a-z]+)?\Z")
_FIRST_WORD_RE = re.compile(r"[\s,/]")
_REGION_RE = re.compile(r",|\s?[\[(]")
_TALE_RE = re.compile(r"\s*[\"“„«‘'(\[]*\s*(?:[^\W\d_a-zß-öø-ÿ]|\d)")


def find_dateline(text: str, language: str | None = None) -> FoundDateline | None:
    """Return the dateline of a lead's first paragraph or of an item's summary.

    A byline, a headline or a caption may stand in front. ``language`` (BCP 47) names the months of printed dates.
    """
    opening = text[:OPENING].replace("\xa0", " ").replace("\n", " ")
    if not opening.isascii() and any(mark in opening for mark in "日=【[।"):
        eastern = find_eastern(opening)
        if eastern:
            return eastern
    if "(" in opening[:WINDOW] and (credited := _credited(opening, language)):
        return credited
    for separator in separators(opening):
        block = read_block(opening, 0, separator.start, language)
        if block and _is_dateline(opening, block, separator):
            return _whole(opening, block, separator.end, language)
    return None


def _credited(opening: str, language: str | None) -> FoundDateline | None:
    """Return a dateline whose separator is lost: "(CNN) In a"."""
    lost = _CREDITED_RE.match(opening)
    if not lost or not is_agency(lost["agency"]):
        return None
    block = read_block(opening, 0, lost.end(), language)
    if block and block.start == 0 and (block.caps or block.known or not block.places):
        return _signed(opening, block, lost.end())
    return None


def _is_dateline(text: str, block: Block, separator: Separator) -> bool:
    """Say whether a block in front of a separator is a dateline."""
    if block.places and is_label(_FIRST_WORD_RE.split(block.places[0])[0]):
        return False
    opens = block.start == 0 or bool(_opens(text, block.start))
    if block.agency or block.date or block.byline:
        return _settled(block, opens, separator.kind)
    return bool(block.places) and bool(_TALE_RE.match(text, separator.end)) and _placed(block, opens, separator.kind)


def _placed(block: Block, opens: bool, kind: str) -> bool:
    """Decide on places alone: capitals before a dash will do, all else needs places that the gazetteer knows."""
    first = block.places[0]
    if kind in {"dash", "hyphen"} and block.caps:
        return block.known or (opens and len(first) > 3 and len(first.split()) < 4)
    if kind == "dash" and block.region:
        return block.known and opens
    known = all(is_city(_REGION_RE.split(place)[0]) for place in block.places)
    if kind == "stop":
        return opens and block.start < 3 and (known or (block.caps and len(first) > 4))
    return known and opens


def _opens(text: str, start: int) -> bool:
    """Say whether a block can begin here: after a sentence, a caption word, a case break or a byline."""
    if not text[:start].strip():
        return True
    return bool(_BREAK_RE.search(text, max(0, start - 12), start) or _BYLINE_RE.search(text, max(0, start - 80), start))


def _settled(block: Block, opens: bool, kind: str) -> bool:
    """Decide on a block with an agency, a date or a reporter."""
    agency = bool(block.agency) and (is_agency(block.agency or "") or (block.agency or "").isupper())
    if block.places:
        if kind == "stop" and not (agency or block.byline or block.start == 0):
            return False
        return block.caps or block.known or (opens and (agency or bool(block.date) or bool(block.byline)))
    if block.agency:
        return opens and (agency or bool(block.date))
    return opens and kind in {"dash", "hyphen"}


def _whole(text: str, block: Block, end: int, language: str | None) -> FoundDateline:
    """Return the dateline with what follows the first separator and belongs to it."""
    if block.agency and not block.places:
        follow = next_separator(text, end, end + 60)
        place = read_block(text, end, follow.start, language) if follow else None
        if follow and place and place.places and not text[end : place.start].strip() and (place.caps or place.known):
            block = place._replace(start=block.start, agency=block.agency)
            end = follow.end
    credit = _CREDIT_RE.match(text, end) if block.date and not block.agency else None
    if credit and is_agency(credit[1]):
        block, end = block._replace(agency=credit[1]), credit.end()
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
    byline = block.byline
    signed = _BYLINE_RE.search(text, max(0, block.start - 80), block.start)
    if byline is None and signed:
        byline = signed[0].rstrip(" =\n")
    return FoundDateline(block.start, end, places, agency, byline, block.date)
