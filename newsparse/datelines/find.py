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

OPENING = 400
"""Code points of a text in which a dateline may begin; standfirst and byline may come first."""

_SEPARATOR_RE = re.compile(r"[-–—−_·।:.\ufffd]+(?:(?<=[-–—])\s[-–—]+(?=\s))?")
_BYLINE_RE = re.compile(
    r"\b(?:By|BY|[Vv]on|[Pp]ar|Por|Di|Oleh|Door|Av|Af)\s"
    r"(?:(?:[^\W\d_a-zß-öø-ÿ][\w.'’-]*|and|und|et|y|de|van|von)(?:,?\s|(?=\s?=)|\Z)){1,7}(?:,?\s?\w+\s?(?==))?\s?=?\s*\Z"
)
_BREAK_RE = re.compile(r"(?:[.!?:;»”\"…)|\]>=*]\s*|\b(?:Photo|Video|Foto|Bild)\s+|[a-zß-öø-ÿ]|\d\s+)\Z")
_CREDIT_RE = re.compile(r"\s([^\W\d_][^.\n:,\d]{1,20})\.(?=\s)")
_MARKS = ((" -", 1, OPENING), ("--", 0, OPENING), (":", 0, OPENING), (". ", 0, 45))
_BRACKET_MARKS = ((")-", 1, OPENING), (").", 1, WINDOW), (".-", 0, OPENING), (" _", 1, OPENING))
_SLASH_MARKS = (("/.", 1, OPENING),)
_PRINT_MARKS = (("–", 0, OPENING), ("—", 0, OPENING), ("−", 0, OPENING), ("\ufffd", 0, OPENING), ("·", 0, OPENING))
_GOES_ON = tuple("/(-–—_,") + tuple("0123456789")
_CREDITED_RE = re.compile(r"(?:[^\W\d_][^()\n]{2,40})?\((?P<agency>[^()\n]{2,30})\)(?=\s+[^\W\d_a-zß-öø-ÿ])")
_INITIALS_RE = re.compile(r"[A-Z]{3,5}(?:\s[A-Z][a-z]+)?\Z")
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
    for at in _separators(opening):
        separator = _SEPARATOR_RE.match(opening, at)
        kind = _kind(opening, separator) if separator else ""
        if not separator or not kind or not _can_close(opening, at):
            continue
        block = read_block(opening, 0, at, language)
        if block and _is_dateline(opening, block, separator, kind):
            return _whole(opening, block, separator, language)
    return None


def _separators(opening: str) -> list[int]:
    """Return where separators may begin, by substring search: patterns would look at every letter."""
    found = []
    marks: tuple[tuple[str, int, int], ...] = _MARKS if opening.isascii() else _MARKS + _PRINT_MARKS
    if ")" in opening:
        marks += _BRACKET_MARKS
    if "/" in opening:
        marks += _SLASH_MARKS
    for mark, skip, far in marks:
        at = opening.find(mark, 0, far)
        while at >= 0:
            found.append(at + skip)
            at = opening.find(mark, at + 1, far)
    found.sort()
    return found


def _can_close(opening: str, end: int) -> bool:
    """Say whether the word before a separator can close a dateline: a name, a bracket, or part of a date."""
    while end and opening[end - 1] == " ":
        end -= 1
    start = opening.rfind(" ", 0, end) + 1
    return not opening[start:end].islower() or opening[end - 1 : end] in ")/." or opening[start - 2 : start - 1].isdigit()


def _credited(opening: str, language: str | None) -> FoundDateline | None:
    """Return a dateline whose separator is lost: "(CNN) In a"."""
    lost = _CREDITED_RE.match(opening)
    if not lost or not is_agency(lost["agency"]):
        return None
    block = read_block(opening, 0, lost.end(), language)
    if block and block.start == 0 and (block.caps or block.known or not block.places):
        return _signed(opening, block, lost.end())
    return None


def _kind(text: str, separator: re.Match[str]) -> str:
    """Return "dash", "hyphen", "colon", "stop" or "dot" for what can separate a dateline, "" for the rest."""
    mark, start, end = separator[0], separator.start(), separator.end()
    spaced = end >= len(text) or text[end].isspace()
    before = text[start - 1] if start else " "
    if "–" in mark or "—" in mark or "--" in mark or "−" in mark or "\ufffd" in mark:
        return "dash" if spaced or text[end].isupper() or text[end] in "“\"" else ""
    if not spaced:
        return ""
    if "-" in mark or "_" in mark:
        return "hyphen" if before in " )" or len(mark) > 1 else ""
    if mark == ":":
        return "colon" if before.isalpha() or before in ")]/" else ""
    if mark == ".":
        if text[end : end + 2].strip()[:1] in _GOES_ON:
            return ""
        return "stop" if before in ")/ " or start < 40 or (before.isupper() and text[start - 2 : start].isupper()) else ""
    return "dot" if mark in "·।" else ""


def _is_dateline(text: str, block: Block, separator: re.Match[str], kind: str) -> bool:
    if block.places and any(is_label(word) for word in re.split(r"[\s,/]+", block.places[0])[:1]):
        return False
    opens = block.start == 0 or bool(_opens(text, block.start))
    if block.agency or block.date or block.byline:
        return _settled(block, opens, kind)
    if not block.places or not _TALE_RE.match(text, separator.end()):
        return False
    if kind in {"dash", "hyphen"} and block.caps:
        return block.known or (opens and len(block.places[0]) > 3 and len(block.places[0].split()) < 4)
    if kind == "dash" and block.region:
        return block.known and opens
    known = all(is_city(re.split(r",|\s?[\[(]", place)[0]) for place in block.places)
    if kind == "stop":
        return opens and block.start < 3 and (known or (block.caps and len(block.places[0]) > 4))
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


def _whole(text: str, block: Block, separator: re.Match[str], language: str | None) -> FoundDateline:
    """Return the dateline with what follows the first separator and belongs to it."""
    end = separator.end()
    if block.agency and not block.places:
        follow = _SEPARATOR_RE.search(text, end, end + 60)
        place = read_block(text, end, follow.start(), language) if follow and _kind(text, follow) else None
        if follow and place and place.places and not text[end : place.start].strip() and (place.caps or place.known):
            block = place._replace(start=block.start, agency=block.agency)
            end = follow.end()
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
