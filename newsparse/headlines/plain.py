"""Plain joins: a line whose headline and summary touch at one unmistakable place, decided without a model.

In: a line. Out: the place and the probabilities, or ``None`` where there is anything to weigh. About half of the
English items are of this kind: one single join in the line, a small letter before a capital, whole known words on both
sides that are no word together, a headline's worth of words before and a sentence behind.
"""

import re
from functools import cache

from newsparse.headlines.classes import classes
from newsparse.headlines.lexicon import known, word_of
from newsparse.headlines.place import WINDOW, Place
from newsparse.lazy import pattern

CONFIDENCE = 0.9995
"""Right in 8,912 of 8,913 such lines among 28,785 development pairs; at most 3,000 of each set and language."""

_SHORTEST, _LONGEST = 20, 200
"""Characters of a plain headline."""
_SENTENCE = 30
"""Characters of a summary that ends as a sentence does …"""
_LONG = 80
"""… and of one that was cut off before its end."""
_CLOSING = ".!?…\"”'’)"
_DATELINE_RE = pattern(r"[A-ZА-Я][A-ZА-Я .,'/]{2,40}(?: [—–-]{1,2} |: | \()")


def plain_cut(text: str) -> tuple[list[Place], list[float]] | None:
    """Return the one place of a plain line with its probability, and that of leaving the line whole."""
    head = text[:WINDOW]
    looks = _looks(head)
    if looks is None or not _has_one_join(looks):
        return None
    at = looks.index(b"lU") + 1
    start, end = head.rfind(" ", 0, at) + 1, text.find(" ", at, at + WINDOW)
    if not _SHORTEST <= at <= _LONGEST or end < 0 or head.count(" ", 0, at) < 3 or not _is_sentence(text, at):
        return None
    after, whole = text[at:end], word_of(text[start:end])
    if whole.level or whole.name or not known(text[start:at]):
        return None
    if after[1:2].isupper():
        is_opening = _DATELINE_RE.match(text, at) is not None
    else:
        is_opening = known(after.partition("’")[0].partition("'")[0]) > 0
    return ([Place(at, start, end)], [CONFIDENCE, 1 - CONFIDENCE]) if is_opening else None


def _looks(head: str) -> bytes | None:
    """Return the classes of a line that has a character set of one byte: bytes are classed many times faster."""
    for encoding in ("cp1252", "cp1251"):
        try:
            return head.encode(encoding).translate(_table(encoding))
        except UnicodeEncodeError:  # letters of another script, or rarer signs
            continue
    return None


@cache
def _table(encoding: str) -> bytes:
    """Return the class of each character of an encoding."""
    return classes(bytes(range(256)).decode(encoding, "replace")).encode()


def _has_one_join(looks: bytes) -> bool:
    """Tell from the classes whether a small letter before a capital is the only thing that may be a join."""
    return _touching_re().findall(looks) == [b"l"] and b'"' not in looks and _hidden_re().search(looks) is None


@cache
def _touching_re() -> re.Pattern[bytes]:
    """Finds capitals that may open a summary, with what they touch: ``plan?What``; with nothing where ``UNThe`` may."""
    return re.compile(rb"U(?:(?=Ull|d)|(?<=([ld!.),~$])U))")


@cache
def _hidden_re() -> re.Pattern[bytes]:
    """Finds other joins: ``in2024``, a bracket that no space stands before, likewise a mark before a name or number."""
    return re.compile(rb"d(?<=[l)]d)|\((?<=[^ ]\()|'(?=[dU])(?<=[^ ]')")


def _is_sentence(text: str, at: int) -> bool:
    rest = len(text) - at
    return rest >= _LONG or (rest >= _SENTENCE and text[-1] in _CLOSING)
