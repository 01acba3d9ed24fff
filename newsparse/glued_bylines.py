"""Glued bylines: a byline in; the same with a sign wherever an extractor ran two things together, out.

Tools that drop the marks between a name and what stands beside it print ``ByAna Ruiz``, ``Ana RuizNews Reporter`` or
``Ana RuizTom Field``. What is printed so is told by a capital right behind a small letter, and by what the words say.
"""

from collections.abc import Callable

from newsparse.lazy import pattern

_OPENING_RE = pattern(r"(\s*(?:By|Von|Par|Por|Door))(?=[^\W\d_a-z][^\W\d_])")
_SEAM_RE = pattern(r"(?<=[^\W\d_A-Z])(?=[A-ZÀ-ÖØ-Þ][^\W\d_])")
_WORD_BEFORE_RE = pattern(r"[^\W\d_][\w.'’-]*\Z")
_WORD_RE = pattern(r"[^\W\d_A-ZÀ-ÖØ-Þ]*[A-ZÀ-ÖØ-Þ][^\W\d_A-ZÀ-ÖØ-Þ]*")
_NEXT_RE = pattern(r" [^\W\d_a-z]")
_OPENINGS = frozenset(["By", "BY", "Von", "Par", "Por", "Door"])
_MOST = 8
"""Seams that are looked at: what has more is no list of names."""
_LEAST = 3
"""Letters that a word before a seam has at least: ``McDonald`` and ``DeVito`` are one word …"""
_JOINED = ("Mac", "Fitz", "Van", "Von", "Della", "Del", "Dos", "Des", "Saint", "San", "Bin", "Ibn", "Abu", "Abd")
"""… and so is what begins with these."""


def part_byline(byline: str, is_known: Callable[[str], bool]) -> str:
    """Return a byline with spaces and commas where it was run together.

    ``is_known`` tells whether a word in small letters names a role or a place to find somebody.

    >>> part_byline("ByAna RuizNews Reporter", {"news", "reporter"}.__contains__)
    'By Ana Ruiz | News Reporter'
    >>> part_byline("Ana RuizTom Field, Ronald McDonald", {}.__contains__)
    'Ana Ruiz, Tom Field, Ronald McDonald'
    """
    opening = _OPENING_RE.match(byline)
    text = f"{opening[1]} {byline[opening.end() :]}" if opening else byline
    seams = [seam.start() for seam in _SEAM_RE.finditer(text)][:_MOST]
    for seam in reversed(seams):
        sign = _sign(text, seam, is_known)
        if sign:
            text = text[:seam] + sign + text[seam:]
    return text


def _sign(text: str, seam: int, is_known: Callable[[str], bool]) -> str:
    """Return what was lost at a seam, nothing where a word was written with a capital inside."""
    before = _WORD_BEFORE_RE.search(text, max(0, seam - 40), seam)
    behind = _WORD_RE.match(text, seam)
    if not before or not behind:
        return ""
    given = text[: before.start()].split()
    if not given or not given[-1][0].isupper() or given[-1] in _OPENINGS:  # ``By HarbourNews`` names a house
        return ""
    if is_known(behind[0].lower()):
        return " | "
    if seam - before.start() < _LEAST or before[0] in _JOINED:
        return ""
    return ", " if _NEXT_RE.match(text, behind.end()) else ""
