"""The shape of a line: a line in, a handful of cheap facts out, none of which needs to know the language."""

from functools import lru_cache

import msgspec

from newsparse.lazy import pattern
from newsparse.roles.markers import Prefix, whole_and_prefix
from newsparse.roles.marks import EDGE_CHARS, LONG, marks_of
from newsparse.roles.value import run_on

HEAD = 160
BANNER = 44
ANNOUNCED = 8
"""A banner that goes on after its phrase is no longer than this, and its phrase no shorter than that."""


SHORT = 60
KNOWN_LINES = 1 << 12
"""Lines below that length recur, on a page and from page to page; the facts of so many are remembered."""

WIDE_SCALE = 2.3
"""A sign of a script that writes a syllable or a word per sign counts for this many letters."""

_WORD_RE = pattern(r"\w+")
_WIDE_RE = pattern("[\u2e80-\u9fff\uac00-\ud7a3\uff00-\uffef]")
_DIGIT_RE = pattern(r"\d")
_STOPS = frozenset(".。।؟?!！？")
_CLOSERS = "\"'”’»›)]）」』】*"


class Shape(msgspec.Struct, frozen=True, gc=False):
    """Facts of one line.

    ``size`` is its length in Latin letters, ``kind`` one letter that sums up its form: running text ``L`` and ``S``,
    a short sentence ``s``, a title-like line ``T``, ``t`` or ``w`` (long to short), a marker ``m``, a colon at its
    end ``c``, no letters ``x``.
    """

    size: float
    kind: str
    end: str
    start: str
    digits: int
    caps: str
    words: list[str]
    marker: str
    opening: str
    """Classes of the marker phrase that the line begins with, then ``:`` for a separator, ``^`` for a title behind."""
    marks: tuple[str, ...]


def _end(tail: str) -> str:
    last = tail[-1]
    if last.isalpha():
        return "letter"
    if last in ".。।":
        return "dots" if tail[-3:] == "..." else "stop"
    if last in "?!؟！？":
        return "ask"
    if last in _CLOSERS:
        inner = tail.rstrip(_CLOSERS)
        if inner and inner[-1] in _STOPS:
            return "stop+"
        return "close" if last in ")]）】" else "quote"
    if last == "…":
        return "dots"
    if last in ":：":
        return "colon"
    if last.isdigit():
        return "digit"
    return "comma" if last in ",;-–—" else "sign"


def _start(text: str) -> str:
    first = text[0]
    if first.isalpha():
        return "lower" if first.islower() else "upper"
    if first.isdigit():
        return "number" if text[1:3] in (". ", ") ") or text[2:4] == ". " else "digit"
    if first in "•·●■▶►◆*▪‣○◦+✓":
        return "bullet"
    if first in "-–—":
        return "dash"
    if first in "\"'“„«»‘‹「『":
        return "quote"
    return "bracket" if first in "([（【{<" else "sign"


def _caps(text: str, size: float) -> str:
    """Say how the words of a line are written: all capitals, mostly capitalised, or as in running text."""
    if size > 160:
        return "long"
    if text.isupper():
        return "all"
    if text.islower():
        return "none"
    if text.istitle():
        return "each"
    words = [word[0] for word in text.split() if word[0].isalpha()]
    titled = len(words) - sum(map(str.islower, words))
    if titled == len(words):
        return "each"
    return "most" if titled * 3 >= len(words) * 2 else "some"


def _kind(size: float, end: str, marker: str, letters: bool) -> str:
    if not letters:
        return "x"
    if marker:
        return "m"
    if end in ("stop", "stop+", "ask"):
        return "L" if size >= 160 else "S" if size >= 50 else "s"
    if size >= 200:
        return "L"
    if end == "colon":
        return "c"
    return "T" if size >= 60 else "t" if size >= 25 else "w"


def words_of(text: str, shape: Shape) -> list[str]:
    """Return the first words of a line, in lower case, where its shape has only those at its edges."""
    return shape.words if shape.size < LONG else _WORD_RE.findall(text[:HEAD].lower())


def shape_of(text: str) -> Shape:
    """Return the facts of a line that is not empty; only its first and last characters are looked at."""
    return _known_shape(text) if len(text) < SHORT else _shape(text)


@lru_cache(KNOWN_LINES)
def _known_shape(text: str) -> Shape:
    return _shape(text)


def _shape(text: str) -> Shape:
    tail = text[-EDGE_CHARS:]
    head = text[:HEAD] if len(text) < LONG else text[:EDGE_CHARS]
    size = float(len(text))
    if not head.isascii():
        sample = head[:EDGE_CHARS]
        size *= 1 + (WIDE_SCALE - 1) * len(_WIDE_RE.findall(sample)) / len(sample)
    words = _WORD_RE.findall((head if size < LONG else head + " " + tail).lower())
    digits = 0 if "".join(words).isalpha() else len(_DIGIT_RE.findall(head[:80]))  # few lines have any
    letters = bool(words) and (words[0][0].isalpha() or any([word[0].isalpha() for word in words[1:8]]))
    end = _end(tail)
    whole, prefix = whole_and_prefix(text)
    opening = _opening(text, prefix) if prefix else ""
    marker = whole or (_announcing(text, prefix, opening, end) if prefix else "")
    return Shape(
        size,
        _kind(size, end, marker, letters),
        end,
        _start(text),
        digits * 10 // min(len(head), 80),
        _caps(head, size),
        words,
        marker,
        opening,
        marks_of(text, head if size < LONG else text[:HEAD], words, digits),
    )


def _announcing(text: str, prefix: Prefix, opening: str, end: str) -> str:
    """Return the class of a short line that begins like a banner and goes on ("Most viewed in Harbour City")."""
    if len(text) > BANNER or end not in ("letter", "colon", "sign") or "related" not in opening or opening[-1] == "^":
        return ""
    return "related~" if prefix.end >= ANNOUNCED and opening[-1] != ":" else ""


def _opening(text: str, prefix: Prefix) -> str:
    follows = text[prefix.end : prefix.end + 2].strip()[:1]
    if follows and follows in ":：-–»|":
        return prefix.classes + ":"
    return prefix.classes + ("^" if run_on(text, prefix) else "")
