"""Candidates: the places of a line where headline and summary may touch.

In: a line and its character classes. Out: places, ascending, always inside an unspaced token. A place is proposed
when the looks of its neighbours are known from true cuts; joins without any change of looks (``worldtwelve``,
``UNWASHINGTON``, scripts without case) are proposed where the lexicon does not know the whole word.
"""

import re
import unicodedata
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from newsparse.headlines.lexicon import core, known, level, named

WINDOW = 300
"""No headline is longer than this many characters."""

_LONGEST_WORD = 40

_WINDOW_UNSPACED = 130
"""Nor than this many in a script that runs its words together."""


class Place(NamedTuple):
    """A possible cut, and the unspaced token that it lies in."""

    at: int
    start: int
    end: int


class _Token(NamedTuple):
    """What a token's looks alone say: places inside it, and those that the lexicon must judge."""

    inside: tuple[int, ...]
    brands: tuple[int, ...]
    word: tuple[int, int] | None
    caseless: bool
    asks: bool
    """Whether looks alone do not settle it."""


_NOTHING = _Token((), (), None, False, False)


_CHANGE_RE = re.compile(
    r"[^ U](?=U)"  # visitSeoul, 2024Ten, plan?What, "No"Ten
    r"|U(?=Ul|U'|U[.]U)|(?<=d)U(?=U)"  # UNThe, iOSC'est, USU.S., $40TUS
    r"|[^ ](?=\"[^ ,.!)~\"-]|\((?:[^,.!)~]|[.]{3}))|[^ ](?=[)]U)"  # dies"We, dies(Reuters), stirbt»Wir
    r"|[^ ](?='[Ud\"('])|(?<=lU)(?=UU)"
    r"|[^ d](?=d)(?<![.,'-])|(?<=[^d][.'])(?=d)|(?<=dddd)(?=d)|(?<=d-d-d)(?=d)"
    r"|d(?=lllll)|(?<=U)U(?=lllll)"  # 19proven, UKresearchers
    r"|!(?=l)|[)](?=l)|[l!](?=[.]{3}[lU])"
    r"|[^ $|-](?=[$x])(?!-? )|[^ ](?=[$-] )|l(?=[|] )|x(?=[l(\"])|l(?=~U)"
)
_BRAND_RE = re.compile(r"[^ U](?=lU)")  # newsiPhone
_ORDINARY_RE = re.compile(r"[(\"']?(?:[Ul]l{0,7}|U{1,2}|d{1,4})(?:[,.!)'\"]{1,2})?")
_PLAIN = frozenset(
    first + "l" * n + end for first in ("", "U") for n in range(1, 8) for end in ("", ",", ".", "!")
) | {"U", "UU", "d", "dd", "dddd", "-", "|"}
"""The looks of most tokens, in which there is nothing."""

_WORD_RE = re.compile(r"UUUU+|(?<![^\"('])UU+$|[Ul]l{8,}")
_CASELESS_RE = re.compile(r"[KHTSDAG]")
_DENSE_RE = re.compile(r"(?<=[KHTSDAGm])(?=[^ m,.!)~-])|(?<=[^ ])(?=['\"(]?[KHTSDAG])")


def candidates(text: str, looks: str) -> list[Place]:
    """Return the places where this line may be cut; ``looks`` are the classes of its window."""
    found: list[Place] = []
    start = 0
    for seen in looks.split(" "):
        if seen not in _PLAIN:
            token = _read(seen)
            if token is not _NOTHING:
                end = start + len(seen)
                found += [Place(i, start, end) for i in _places(text, looks, token, (start, end))]
        start += len(seen) + 1
    return found


def _places(text: str, looks: str, token: _Token, span: tuple[int, int]) -> Sequence[int]:
    """Return the places inside one token, ascending."""
    start, end = span
    if not token.asks:
        return [start + i for i in token.inside]
    places = {start + i for i in token.inside}
    if token.brands:
        places = _with_brands(text[start:end], token, start)
    if token.word:
        first, last = token.word
        places.update([start + first + i for i in _joins(text[start + first : start + last])])
    if token.caseless:
        places.update(_dense(text, looks, start, end))
    return sorted(i for i in places if start < i < end)


@lru_cache(maxsize=1 << 13)
def _read(token: str) -> _Token:
    """Return what there is inside a token with these looks; nothing for most."""
    if _ORDINARY_RE.fullmatch(token):
        return _NOTHING
    inside = tuple(m.end() for m in _CHANGE_RE.finditer(token + " ") if m.end() < len(token))
    word = _WORD_RE.search(token)
    caseless = _CASELESS_RE.search(token) is not None
    brands = tuple(m.end() for m in _BRAND_RE.finditer(token))
    asks = bool(brands or word or caseless)
    return _Token(inside, brands, word.span() if word else None, caseless, asks) if inside or asks else _NOTHING


def _with_brands(token: str, seen: _Token, start: int) -> set[int]:
    """Return the places of a token that may hold a name with a small first letter, as iPhone or eBay."""
    places = set(seen.inside)
    for i in seen.brands:
        name = named(token[i:])
        if name or token[i] == "i":
            places.add(i)
        if name > 2 and known(token[:i]):
            places.discard(i + 1)
    return {start + i for i in places}


@lru_cache(maxsize=1 << 14)
def _joins(word: str) -> tuple[int, ...]:
    """Return where a word without any change of looks may be two words."""
    capitals = word[1:2].isupper()
    word = word.lower()
    whole = level(word)
    if whole > 2 or len(word) > _LONGEST_WORD:
        return ()
    half = len(word) // 2
    if word[:half] == word[half:]:
        return (half,)
    places = range(1 if capitals else 2, len(word))
    found = [i for i in places if min(level(word[:i]), level(word[i:])) > whole]
    if capitals and not whole:  # an unknown acronym beside a known word: IPOAGS, KRTBA
        found += [i for i in places[1:] if max(level(word[:i]), level(word[i:]) - (i == len(word) - 1)) > 2]
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
