"""Cut: the item lines of one dump in, headline and summary of each out, with the probability of being exactly right."""

from collections.abc import Sequence
from math import exp
from typing import NamedTuple

from newsparse.headlines.doubled import printed_twice
from newsparse.headlines.features import Line, cut_keys, look, null_keys
from newsparse.headlines.model import weight
from newsparse.headlines.store import load
from newsparse.span import Span, trim

UNCERTAIN = 0.8
"""Below this confidence a cut comes with its alternatives."""

_MOST_ALTERNATIVES = 3
_LEAST_ALTERNATIVE = 0.02


class HeadlineCut(NamedTuple):
    """Where the headline and the summary of one item line stand, and how sure that is."""

    headline: Span | None
    """``None`` only when the line is plainly a summary alone."""
    repeat: Span | None
    """The second printing of a doubled headline."""
    summary: Span | None
    """``None`` when the line is not cut."""
    confidence: float
    """The probability that this outcome, a place or not cutting, is exactly right."""
    alternatives: tuple[tuple[Span, Span, float], ...]
    """Other cuts and their probabilities, best first, when the confidence is under ``UNCERTAIN``."""


def cut_items(lines: Sequence[str], language: str | None = None) -> list[HeadlineCut]:
    """Cut the item lines of one dump.

    All lines of a dump belong in one call: whether they are glued at all is learned from all of them.
    """
    return [_cut(text) for text in lines]


def _cut(text: str) -> HeadlineCut:
    start, end = trim(text, 0, len(text))
    if start == end:
        return HeadlineCut(None, None, None, 1.0, ())
    repeat = printed_twice(text, start, end)
    if repeat:
        summary = trim(text, repeat[1], end)
        return HeadlineCut((start, repeat[0]), repeat, summary if summary[0] < summary[1] else None, 0.99, ())
    return _choose(text, start, end)


def _choose(text: str, start: int, end: int) -> HeadlineCut:
    line = look(text[start:end])
    chances = outcomes(line)
    best = max(range(len(chances)), key=chances.__getitem__)
    others: list[tuple[Span, Span, float]] = []
    if chances[best] < UNCERTAIN:
        ranked = sorted(range(len(line.places)), key=chances.__getitem__, reverse=True)
        others = [
            (trim(text, start, start + line.places[k]), trim(text, start + line.places[k], end), round(chances[k], 4))
            for k in ranked[: _MOST_ALTERNATIVES + 1]
            if k != best and chances[k] >= _LEAST_ALTERNATIVE
        ][:_MOST_ALTERNATIVES]
    if best == len(line.places):
        return HeadlineCut((start, end), None, None, chances[best], tuple(others))
    place = start + line.places[best]
    return HeadlineCut((start, place), None, (place, end), chances[best], tuple(others))


def outcomes(line: Line) -> list[float]:
    """Return the probability of each proposed place and, last, of leaving the line whole."""
    step = load().step
    steps = [sum(map(weight, cut_keys(line, rank))) for rank in range(len(line.places))]
    steps.append(sum(map(weight, null_keys(line))))
    top = max(steps)
    masses = [exp((value - top) * step) for value in steps]
    total = sum(masses)
    return [mass / total for mass in masses]
