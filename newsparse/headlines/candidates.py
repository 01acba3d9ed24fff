"""Candidates: the places of a line where headline and summary may touch.

In: a line and its character classes. Out: places, ascending, always inside an unspaced token. A place is proposed
when the looks of its neighbours are known from true cuts; joins without any change of looks (``worldtwelve``,
``UNWASHINGTON``, scripts without case) are proposed where the lexicon does not know the whole word.
"""

import unicodedata
from functools import lru_cache
from typing import NamedTuple

from newsparse.headlines.lexicon import bare, known, look_up
from newsparse.headlines.place import Place
from newsparse.lazy import pattern
from newsparse.span import Span

_LONGEST_WORD = 40
_ONE_LETTER_WORD = 4
"""Level of the lexicon above which a single letter is a word by itself."""
_WINDOW_UNSPACED = 130
"""Characters that the headline of a line in a script without spaces has at most."""


class _Token(NamedTuple):
    """What a token's looks alone say: places inside it, and those that the lexicon must judge."""

    inside: tuple[int, ...]
    brands: tuple[int, ...]
    word: tuple[int, int] | None
    caseless: bool
    unspaced: bool
    asks: bool
    """Whether the lexicon must say where the places are."""


_NOTHING = _Token((), (), None, False, False, False)


_BRAND_RE = pattern(r"[^ U](?=l{1,6}U)")  # newsiPhone, 2024macOS
_ORDINARY_RE = pattern(r"[(\"']?(?:[Ul]l{0,5}|U{1,2}|d{1,4})(?:[,.!)'\"]{1,2})?")
_ODD_RE = pattern(r"(?:(?:U?l{1,6}+[,.!]?+|UU?+|d{1,4}+|[-|]) )*+([^ ]++)")
"""Runs over plain tokens, in which there is nothing, to the next that is worth a look."""
_CHANGE_RE = pattern(r"(?:(?:U?l++[,.!]?+|UU?+|d{1,4}+|[-|]) )*+([^ ]++)")
"""The same, and over long words too."""

_WORD_RE = pattern(r"UUUU+|(?<![Uld-])UU+$|[Ul]l{6,}")
_CASELESS_RE = pattern(r"[KHTSDAG]")
_UNSPACED_RE = pattern(r"[KHTS]")


_INSIDE_RE = pattern(
    r"[^ U](?=U)"  # visitSeoul, 2024Ten, plan?What, "No"Ten
    r"|U(?=Ul|U'|U[.]U)|(?<=d)U(?=U)"  # UNThe, iOSC'est, USU.S., $40TUS
    r"|[^ ](?=\"[^ ,.!)~\"-]|\((?:[^,.!)~]|[.]{3}))|[^ ](?=[)]U)"  # dies"We, dies(Reuters), stirbt»Wir
    r"|[^ ](?='[Ud\"('])|(?<=lU)(?=UU)"
    r"|[^ d](?=d)(?<![.,'-])|(?<=[^d][.'])(?=d)|(?<=dddd)(?=d)|(?<=d-d-d)(?=d)"
    r"|d(?=lllll)|(?<=U)U(?=lllll)"  # 19proven, UKresearchers
    r"|!(?=l)|[)](?=l)|[l!](?=[.]{3}[lU])|[.]{3}(?=[.]{3})|(?<=[Ul])d(?=dU)|d(?=d-U)|[^ |](?=[|]U+l+[|])"
    r"|[^ $|-](?=[$x])(?!-? )|[^ ](?=[$-] )|l(?=[|] )|x(?=[l(\"])|l(?=~U)"
)


_DENSE_RE = pattern(r"(?<=[KHTSDAGm])(?=[^ m,.!)~-])|(?<=[^ ])(?=['\"(]?[KHTSDAG])")


def candidates(text: str, looks: str, in_words: bool = True) -> list[Place]:
    """Return the places where this line may be cut; ``looks`` are the classes of its window.

    Two words of small letters that touch (``worldtwelve``) are only searched for ``in_words``: that costs most and is
    rarely needed.
    """
    found: list[Place] = []
    for match in (_ODD_RE if in_words else _CHANGE_RE).finditer(looks):
        seen = match[1]
        token = _read(seen)
        if token is _NOTHING:
            continue
        start, end = match.span(1)
        if token.caseless and not token.unspaced:
            found += [Place(start + i, start, end) for i in _spaced(text[start:end], seen, start == 0)]
        elif token.caseless:
            found += [Place(i, start, end) for i in _dense(text, looks, token, (start, end))]
        elif token.asks:
            found += [Place(start + i, start, end) for i in _asked(text[start:end], seen)]
        else:
            found += [Place(start + i, start, end) for i in token.inside]
    return found


@lru_cache(maxsize=1 << 14)
def _asked(token: str, looks: str) -> tuple[int, ...]:
    """Return the places of a token that the lexicon has a say in."""
    seen = _read(looks)
    places = set(seen.inside)
    for i in seen.brands:
        name = look_up(bare(token[i:]))
        if name or (token[i] == "i" and token[i + 1].isupper() and known(token[:i]) > known(token[: i + 1])):
            places.add(i)
        if name > 2 and known(token[:i]):
            places.discard(i + 1)
    if seen.word:
        first, last = seen.word
        places.update([first + i for i in _joins(token[first:last]) if 0 < first + i < len(token)])
    return tuple(sorted(places))


@lru_cache(maxsize=1 << 13)
def _read(token: str) -> _Token:
    """Return what there is inside a token with these looks; nothing for most."""
    if _ORDINARY_RE.fullmatch(token):
        return _NOTHING
    inside = tuple(m.end() for m in _INSIDE_RE.finditer(token + " ") if m.end() < len(token))
    word = _WORD_RE.search(token)
    caseless = _CASELESS_RE.search(token) is not None
    brands = tuple(m.end() for m in _BRAND_RE.finditer(token))
    if not (inside or brands or word or caseless):
        return _NOTHING
    unspaced = _UNSPACED_RE.search(token) is not None
    return _Token(inside, brands, word.span() if word else None, caseless, unspaced, bool(brands or word))


@lru_cache(maxsize=1 << 14)
def _joins(word: str) -> tuple[int, ...]:
    """Return where a word without any change of looks may be two words."""
    capitals = word[1:2].isupper()
    word = word.lower()
    whole = look_up(word)
    if len(word) > _LONGEST_WORD or (whole and not capitals):
        return ()
    half = len(word) // 2
    if word[:half] == word[half:]:
        return (half,)
    if not capitals:
        inner = [i for i in range(3, len(word) - 1) if look_up(word[:i])]
        return tuple([i for i in inner if look_up(word[i:]) > (3 if i + 2 == len(word) else 0)])
    last = len(word) - 1
    lefts = [(i, look_up(word[:i])) for i in range(1, last)]
    found = [i for i, left in lefts if left > whole and look_up(word[i:]) > whole]
    if look_up(word[last:]) > _ONE_LETTER_WORD:  # in the US|A driver
        found.append(last)
    if not whole:  # an unknown acronym beside a known word: IPOAGS, KRTBA
        found += [i for i, left in lefts[1:] if left > 2 or look_up(word[i:]) > 2]
    return tuple(found)


@lru_cache(maxsize=1 << 14)
def _spaced(token: str, looks: str, opens: bool) -> tuple[int, ...]:
    """Return every place of a token where two words may meet, in a script without case but with spaces."""
    places = set(_read(looks).inside)
    if opens or known(token) < 3:
        dense = (m.start() for m in _DENSE_RE.finditer(looks, 1))
        places.update([i for i in dense if not _bound(token[i - 1])])
    return tuple(sorted(places))


def _dense(text: str, looks: str, token: _Token, span: Span) -> list[int]:
    """Return every place of a token where two words may meet, in a script without case or spaces."""
    start, end = span
    places = {start + i for i in token.inside}
    if start == 0 or known(text[start:end]) < 3:
        if looks[start:end].strip("KHTS") != looks[start:end]:
            end = min(end, _WINDOW_UNSPACED)
        dense = (m.start() for m in _DENSE_RE.finditer(looks, start + 1, end))
        places.update([i for i in dense if not _bound(text[i - 1])])
    return sorted(places)


@lru_cache(maxsize=1024)
def _bound(char: str) -> bool:
    """Tell whether this character ties the next letter to itself, as a virama or a joiner does."""
    return char == "\u200d" or unicodedata.combining(char) == 9
