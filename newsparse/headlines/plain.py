"""Plain joins: a line whose headline and summary touch at one unmistakable place, decided without a model.

In: a line. Out: the place and the probabilities, or ``None`` where there is anything to weigh. About half of the
English items are of this kind: one single join in the line, a small letter before a capital, whole known words on both
sides that are no word together, a headline's worth of words before and a sentence behind.
"""

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
_JOINS = (b"dU", b"!U", b".U", b")U", b",U", b"~U", b"$U", b"UUll", b"ld", b"Ud", b")d", b'"')
"""Classes that may hold another join: ``plan?What``, ``UNThe``, ``in2024``, a straight quotation mark of any kind."""
_OPENINGS = ((b"(", b" ("), (b"(d", b" (d"), (b"'d", b" 'd"), (b"'U", b" 'U"))
"""What opens something, and what it looks like where it stands after a space, as it should."""
_DATELINE_RE = pattern(r"[A-ZА-Я][A-ZА-Я .,'/]{2,40}(?: [—–-]{1,2} |: | \()")


def plain(text: str) -> tuple[list[Place], list[float]] | None:
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
    count = looks.count
    if count(b"lU") != 1:
        return False
    for join in _JOINS:
        if join in looks:
            return False
    for mark, spaced in _OPENINGS:  # noqa: SIM110  # a generator costs more than the whole test
        if count(mark) != count(spaced) + looks.startswith(mark):
            return False
    return True


def _is_sentence(text: str, at: int) -> bool:
    rest = len(text) - at
    return rest >= _LONG or (rest >= _SENTENCE and text[-1] in _CLOSING)
