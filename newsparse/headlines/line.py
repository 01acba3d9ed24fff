"""Line: a line of text in, what the models see of it out: its first part, its classes, the places proposed."""

import re
from functools import lru_cache
from typing import NamedTuple

from newsparse.headlines.candidates import candidates
from newsparse.headlines.classes import SPACED, UNSPACED, classes
from newsparse.headlines.marks import paired
from newsparse.headlines.place import WINDOW, Place

_AHEAD = 80
_CASELESS = frozenset(SPACED + UNSPACED + "m")
RUN_TOGETHER = frozenset(UNSPACED)
"""Classes of the letters of scripts without spaces."""

_LONG_WORD = "lllllll"
_ENTITY = "#39;"
_RUN_RE = re.compile(r"(.)\1+")


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


def read_line(text: str) -> Line:
    """Return a line as the models see it, but for the places within long words; only its first part is read."""
    looks = classes(text[: WINDOW + _AHEAD])
    if _ENTITY in text:
        looks = _with_entities(text, looks)
    if "„" in text or "»" in text or "‚" in text:
        looks = paired(text, looks)
    last = "..." if text.endswith("...") else text[-1:]
    return Line(text[: WINDOW + _AHEAD], looks, candidates(text[:WINDOW], looks[:WINDOW], False), len(text), last)


def with_all_places(line: Line) -> Line:
    """Return a line with all of its places."""
    if _LONG_WORD not in line.looks:
        return line  # as it was read: only the joins within such a word are left out
    return line._replace(places=candidates(line.text[:WINDOW], line.looks[:WINDOW]))


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
    """Tell whether there are letters of a script without case among these classes."""
    return not _CASELESS.isdisjoint(looks)


def runs_together(looks: str, at: int) -> bool:
    """Tell whether a place lies beside a letter of a script without spaces."""
    return looks[at - 1] in RUN_TOGETHER or looks[at] in RUN_TOGETHER


def unfamiliar(looks: str) -> bool:
    """Tell whether these classes are of a script that the models have hardly seen.

    They have learned from Japanese, but not from Chinese (Han without Kana), Korean, Thai, Arabic or Hebrew.
    """
    few = len(looks) // 5
    if sum(map(looks.count, "AGS")) > few:
        return True
    return looks.count("K") > few and "H" not in looks and "T" not in looks
