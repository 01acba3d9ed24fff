"""Candidates: the places of a line where headline and summary may touch.

In: a line and its character classes. Out: places, ascending, always inside an unspaced token. A place is proposed
when the looks of its neighbours are known from true cuts; joins without any change of looks (``worldtwelve``,
``UNWASHINGTON``, scripts without case) are proposed where the lexicon does not know the whole word.
"""

import re
import unicodedata
from functools import lru_cache
from typing import NamedTuple

from newsparse.headlines.lexicon import core, level

WINDOW = 300
"""No headline is longer than this many characters."""

_WINDOW_UNSPACED = 130
"""Nor than this many in a script that runs its words together."""


class Place(NamedTuple):
    """A possible cut, and the unspaced token that it lies in."""

    at: int
    start: int
    end: int


class _Token(NamedTuple):
    """What a token's looks alone say: places inside it, and a stretch that the lexicon must judge."""

    inside: tuple[int, ...]
    word: tuple[int, int] | None
    caseless: bool


_CHANGE_RE = re.compile(
    r"[^ U](?=U)"  # visitSeoul, 2024Ten, plan?What, "No"Ten
    r"|U(?=Ul|U'|U[.]U)|(?<=d)U(?=U)|l(?=lU)"  # UNThe, iOSC'est, USU.S., $40TUS, newsiPhone
    r"|[^ ](?=\"[^ ,.!)~\"-]|\((?:[^,.!)~]|[.]{3}))|[^ ](?=[)]U)"  # dies"We, dies(Reuters), stirbt»Wir
    r"|[^ ](?='[Ud\"('])|(?<=lU)(?=UU)"
    r"|[^ d](?=d)(?<![.,'-])|(?<=[^d][.'])(?=d)|(?<=dddd)(?=d)|(?<=d-d-d)(?=d)"
    r"|d(?=lllll)|(?<=U)U(?=lllll)"  # 19proven, UKresearchers
    r"|[d!)](?=lU)|!(?=l)|[)](?=l)|[l!](?=[.]{3}[lU])"
    r"|[^ $|-](?=[$x])(?!-? )|[^ ](?=[$-] )|l(?=[|] )|x(?=[l(\"])|l(?=~U)"
)
_ORDINARY_RE = re.compile(r"[(\"']?(?:[Ul]l{0,7}|U{1,2}|d{1,4})(?:[,.!)'\"]{1,2})?")
_WORD_RE = re.compile(r"UUUU+|(?<![^\"('])UU+$|[Ul]l{8,}")
_CASELESS_RE = re.compile(r"[KHTSDAG]")
_DENSE_RE = re.compile(r"(?<=[KHTSDAGm])(?=[^ m,.!)~-])|(?<=[^ ])(?=['\"(]?[KHTSDAG])")


def candidates(text: str, looks: str) -> list[Place]:
    """Return the places where this line may be cut; ``looks`` are the classes of its window."""
    found = []
    start = 0
    for seen in looks.split(" "):
        token = _read(seen)
        if token:
            end = start + len(seen)
            places = [start + i for i in token.inside]
            if token.word:
                places = sorted({*places, *_joins(text, start + token.word[0], start + token.word[1])})
            if token.caseless:
                places = sorted({*places, *_dense(text, looks, start, end)})
            found += [Place(i, start, end) for i in places if start < i < end]
        start += len(seen) + 1
    return found


@lru_cache(maxsize=1 << 13)
def _read(token: str) -> _Token | None:
    """Return what there is inside a token with these looks; ``None`` for most."""
    if _ORDINARY_RE.fullmatch(token):
        return None
    inside = tuple(m.end() for m in _CHANGE_RE.finditer(token + " ") if m.end() < len(token))
    word = _WORD_RE.search(token)
    caseless = _CASELESS_RE.search(token) is not None
    if not inside and not word and not caseless:
        return None
    return _Token(inside, word.span() if word else None, caseless)


def _joins(text: str, start: int, end: int) -> list[int]:
    """Return the places where a word without any change of looks may be two words."""
    word = text[start:end].lower()
    whole = level(word)
    return [] if whole > 2 else [start + i for i in _split(word, 1 if text[start + 1].isupper() else 2, whole)]


@lru_cache(maxsize=1 << 12)
def _split(word: str, least: int, whole: int) -> tuple[int, ...]:
    half = len(word) // 2
    if len(word) > 40 or word[:half] == word[half:]:
        return () if len(word) > 40 else (half,)
    found = [i for i in range(least, len(word)) if min(level(word[:i]), level(word[i:])) > whole]
    if least == 1 and not whole and not found and level(word[-1]) > 5:
        found.append(len(word) - 1)  # an unknown acronym and an article: KRTBA good year
    return tuple(found)


def _dense(text: str, looks: str, start: int, end: int) -> list[int]:
    """Return every place of a token in a script without case where two words may meet."""
    if start > 0 and level(core(text[start:end])) > 2:
        return []
    end = min(end, _WINDOW_UNSPACED) if looks[start:end].strip("KHTS") != looks[start:end] else end
    return [m.start() for m in _DENSE_RE.finditer(looks, start + 1, end) if not _bound(text[m.start() - 1])]


@lru_cache(maxsize=1024)
def _bound(char: str) -> bool:
    """Return whether this character ties the next letter to itself, as a virama or a joiner does."""
    return char == "\u200d" or unicodedata.combining(char) == 9
