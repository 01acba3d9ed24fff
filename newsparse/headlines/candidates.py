"""Candidates: the places of a line where headline and summary may touch.

In: a line and its character classes. Out: offsets, ascending, never beside white space. A place is proposed when the
looks of its neighbours have ever been seen around a true cut; joins without any change of looks (``worldtwelve``,
``UNWASHINGTON``, scripts without case) are proposed where the lexicon does not know the whole word.
"""

import re
import unicodedata
from functools import lru_cache

from newsparse.headlines.lexicon import level

WINDOW = 300
"""No headline is longer than this many characters."""

_CHANGE_RE = re.compile(
    r"[^ U](?=U)"  # visitSeoul, 2024Ten, plan?What, "No"Ten
    r"|U(?=Ul|U'|U[.]U)|(?<=d)U(?=U)|l(?=lU)"  # UNThe, iOSC'est, USU.S., $40TUS, newsiPhone
    r"|[^ ](?=\"[^ ,.!)~\"-]|\([^,.!)~])|[^ ](?=[)]U)|\"(?=\" )"  # dies"We, dies(Reuters)
    r"|[^ ](?='[Ud\"('])"
    r"|[^ d](?=d)(?<![.,'-])|(?<=[^d][.'])(?=d)"
    r"|[d!)](?=lU)|!(?=l)|[)](?=l)|[l!](?=[.]{3}[lU])"
    r"|[^ $|-](?=[$x])(?![$] ?l? )|[^ ](?=[$|-] U)|l(?=[|-] )|x(?=[l(\"])|l(?=~U)"
)
_CAPITALS_RE = re.compile(r"UUUU+|(?<![^ ])UU+(?![^ ])")
_DIGITS_RE = re.compile(r"dddd(?=d)")
_SMALL_RE = re.compile(r"(?<![^ (\"'])[Ul]llllll++(?=[ ,.!)~\"'-]|$)")
_CASELESS_RE = re.compile(r"[KHTSDAG]")
_DENSE_RE = re.compile(r"(?<=[KHTSDAGm])(?=[^ m,.!)~-])|(?<=[^ ])(?=[KHTSDAG])")


def candidates(text: str, looks: str) -> list[int]:
    """Return the places where this line may be cut; ``looks`` are its classes, at most a window of them."""
    found = {m.end() for m in _CHANGE_RE.finditer(looks)}
    found.update(m.end() for m in _DIGITS_RE.finditer(looks))
    for match in _CAPITALS_RE.finditer(looks):
        found.update(_joins(text[match.start() : match.end()], match.start(), 1))
    for match in _SMALL_RE.finditer(looks):
        found.update(_joins(text[match.start() : match.end()], match.start(), 2))
    if len(_CASELESS_RE.findall(looks)) * 5 > len(looks):
        found.update(_dense(text, looks))
    return sorted(i for i in found if 0 < i < len(text))


def _joins(word: str, start: int, least: int) -> list[int]:
    word = word.lower()
    whole = level(word)
    return [] if whole > 2 else [start + i for i in _split(word, least, whole)]


@lru_cache(maxsize=4096)
def _split(word: str, least: int, whole: int) -> tuple[int, ...]:
    """Return where an unknown word may be two known words."""
    if len(word) > 40:
        return ()
    return tuple(i for i in range(least, len(word)) if min(level(word[:i]), level(word[i:])) > whole)


def _dense(text: str, looks: str) -> list[int]:
    return [m.start() for m in _DENSE_RE.finditer(looks) if not _bound(text[m.start() - 1])]


@lru_cache(maxsize=1024)
def _bound(char: str) -> bool:
    """Return whether this character ties the next letter to itself, as a virama or a joiner does."""
    return char == "\u200d" or unicodedata.combining(char) == 9
