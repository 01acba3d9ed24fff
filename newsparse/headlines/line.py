"""Line: a line of text in, what the models see of it out: its first part, its classes, the places proposed."""

import re
from functools import cache, lru_cache
from typing import NamedTuple

from newsparse.headlines.candidates import candidates
from newsparse.headlines.classes import SPACED, UNSPACED, classes
from newsparse.headlines.place import WINDOW, Place

_AHEAD = 80
_CASELESS_RE = re.compile(f"[{SPACED}{UNSPACED}m]")
RUN_TOGETHER = frozenset(UNSPACED)
"""Classes of the letters of scripts without spaces."""

_ENTITY = "#39;"
_PAIRED_RE = re.compile("[„“”‚‘’»«]")
_RUN_RE = re.compile(r"(.)\1+")


@cache
def _single_re() -> re.Pattern[str]:
    return re.compile(r"(?<![\w'’.,!?])(?P<open>['‘])(?=[^\s,.;:!?'’)])|(?<=[\w.,!?…%)\]\"”])['’](?!\w)")


class Line(NamedTuple):
    """A line as the models see it."""

    text: str
    """As far as it is read; so are the classes."""
    looks: str
    places: list[Place]
    length: int
    """Of the whole line."""
    last: str
    """How the whole line ends: its last character, or three dots."""


def look(text: str) -> Line:
    """Return a line as the models see it; only its first part is read."""
    return with_all_places(glance(text))


def with_all_places(line: Line) -> Line:
    """Return a line with all of its places."""
    return line._replace(places=candidates(line.text[:WINDOW], line.looks[:WINDOW]))


def glance(text: str) -> Line:
    """Return a line as the models see it, but for the places within words of small letters."""
    looks = classes(text[: WINDOW + _AHEAD])
    if _ENTITY in text:
        looks = _with_entities(text, looks)
    if "„" in text or "»" in text or "‚" in text:
        looks = paired(text, looks)
    last = "..." if text.endswith("...") else text[-1:]
    return Line(text[: WINDOW + _AHEAD], looks, candidates(text[:WINDOW], looks[:WINDOW], False), len(text), last)


def paired(text: str, looks: str) -> str:
    """Return the classes with the marks of „this“ and »this« as opening and closing, each where it does so."""
    marks = list(looks)
    reversed_guillemets = text.find("»") < text.find("«") or "«" not in text
    low = single = False
    for match in _PAIRED_RE.finditer(text, 0, len(looks)):
        at, mark = match.start(), match[0]
        if mark in "“‘":
            is_open = low if mark == "“" else single
            marks[at] = ")" if is_open else "("
        elif mark in "»«" and reversed_guillemets:
            marks[at] = "(" if mark == "»" else ")"
        low = mark == "„" or (low and mark not in "“”")
        single = mark == "‚" or (single and mark not in "‘’")
    return "".join(marks)


def _with_entities(text: str, looks: str) -> str:
    """Return the classes with broken apostrophes (``world#39;s``) as part of their words."""
    for match in re.finditer(_ENTITY, text[: len(looks)]):
        looks = looks[: match.start()] + "llll" + looks[match.end() :]
    return looks


@lru_cache(maxsize=1 << 14)
def shape(looks: str) -> str:
    """Return a class string with its runs folded: ``Ulll`` is ``Ul+``."""
    return _RUN_RE.sub(r"\1+", looks)


def caseless(looks: str) -> bool:
    """Return whether there are letters of a script without case among these classes."""
    return _CASELESS_RE.search(looks) is not None


def unfamiliar(looks: str) -> bool:
    """Return whether these classes are of a script that the models have hardly seen.

    They have learned from Japanese, but not from Chinese (Han without Kana), Korean, Thai, Arabic or Hebrew.
    """
    few = len(looks) // 5
    if sum(map(looks.count, "AGS")) > few:
        return True
    return looks.count("K") > few and "H" not in looks and "T" not in looks


def quoted(text: str, looks: str, at: int) -> str:
    """Return what is quoted around a place beside a straight quotation mark: open before the mark, closed after it."""
    if looks[at - 1] == "'" or looks[at] == "'":
        mark = at - (looks[at - 1] == "'")
        return f"{_open_before(text, mark)}{_next_after(text, mark + 1)}"
    if looks[at - 1] != '"' and looks[at] != '"':
        return ""
    mark = at - (looks[at - 1] == '"')
    closing = looks.find('"', mark + 1)
    spaced = closing > 0 and looks[closing - 1] == " "
    return f"{looks.count(chr(34), 0, mark) & 1}{'n' if closing < 0 else 'o' if spaced else 'c'}"


def _open_before(text: str, mark: int) -> int:
    """Return whether a single quotation mark is open at the end of a text: 2 when an apostrophe may have closed it."""
    state = 0
    for match in _single_re().finditer(text, 0, mark):
        if match["open"]:
            state = 1
        elif state and text[match.start() - 1] == "s":
            state = 2
        else:
            state = 0
    return state


def _next_after(text: str, start: int) -> str:
    """Return whether the next single quotation mark of a text opens or closes, or may be an apostrophe, or is none."""
    perhaps = "n"
    for match in _single_re().finditer(text, start):
        if match["open"]:
            return "o" + perhaps
        if text[match.start() - 1] != "s":
            return "c"
        perhaps = "p"
    return perhaps
