"""Cut: the item lines of one dump in, headline and summary of each out, with the probability of being exactly right."""

from collections.abc import Sequence
from typing import NamedTuple

from newsparse.headlines.alone import is_plain_summary
from newsparse.headlines.classes import classes
from newsparse.headlines.doubled import printed_twice
from newsparse.headlines.dump import judged_together, softened
from newsparse.headlines.place import WINDOW, Place
from newsparse.headlines.plain import plain_cut
from newsparse.span import INVISIBLE, Span, trim

UNCERTAIN = 0.9
"""Below this confidence a cut comes with its alternatives."""

_MOST_ALTERNATIVES = 3
_LEAST_ALTERNATIVE = 0.02
_SURE_OF_REPEAT = 0.99
_SURE_OF_CUT = 0.01
"""Below this chance of being whole, what the layout knows has nothing to add."""


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


def cut_items(lines: Sequence[str], *, glued: bool | None = None) -> list[HeadlineCut]:
    """Cut the item lines of one dump.

    All lines of a dump belong in one call: whether they are glued at all is learned from all of them, and from
    ``glued``, what the layout knows: ``True`` where it prints headline and summary on one line with nothing between
    them, ``False`` where it never does, ``None`` where that is not known. It is a strong hint and no order: a headline
    alone stays whole. The language need not be known: the letters tell the models enough.
    """
    ends = [trim(text, 0, len(text)) for text in lines]
    twice = [printed_twice(text, *span) for text, span in zip(lines, ends, strict=True)]
    alone = [k for k, (start, end) in enumerate(ends) if start < end and not twice[k]]
    texts = [lines[k][slice(*ends[k])] for k in alone]
    judged = list(map(_judge, texts))
    chances = [_chance_of_whole(text, *each, glued) for text, each in zip(texts, judged, strict=True)]
    outcomes = zip(judged, judged_together(chances, glued), strict=True)
    cuts = []
    for text, span, repeat in zip(lines, ends, twice, strict=True):
        if span[0] == span[1]:
            cuts.append(HeadlineCut(None, None, None, 1.0, ()))
        elif repeat:
            cuts.append(_doubled(text, span, repeat))
        else:
            cuts.append(_choose(text, span, *next(outcomes)))
    return cuts


def _judge(text: str) -> tuple[list[Place], list[float]]:
    judged = plain_cut(text)
    if judged is not None:
        return judged
    from newsparse.headlines.line import read_line  # the models, which many a dump does not need
    from newsparse.headlines.model import outcomes

    return outcomes(read_line(text))


def _chance_of_whole(text: str, places: list[Place], chances: list[float], glued: bool | None) -> float:
    """Return the chance of leaving a line whole as its dump sees it."""
    mass = sum(chances[:-1])
    if not glued or not mass or chances[-1] < _SURE_OF_CUT:
        return chances[-1]
    from newsparse.headlines.line import runs_together, unfamiliar  # few lines of a dump come this far

    best = max(chances[:-1])
    looks = classes(text[: WINDOW + 1])
    if unfamiliar(looks) or not runs_together(looks, places[chances.index(best)].at):
        return chances[-1]
    return softened(chances[-1], best / mass)


def _doubled(text: str, span: Span, repeat: Span) -> HeadlineCut:
    summary = trim(text, repeat[1], span[1])
    headline = trim(text, span[0], repeat[0])
    return HeadlineCut(headline, repeat, summary if summary[0] < summary[1] else None, _SURE_OF_REPEAT, ())


def _choose(text: str, span: Span, judged: tuple[list[Place], list[float]], whole: float) -> HeadlineCut:
    start, end = span
    places, alone = judged
    scale = (1 - whole) / max(1 - alone[-1], 1e-9)
    chances = [chance * scale for chance in alone[:-1]] + [whole]
    best = chances.index(max(chances))
    others: list[tuple[Span, Span, float]] = []
    if chances[best] < UNCERTAIN:
        ranked = sorted((k for k in range(len(places)) if k != best), key=chances.__getitem__, reverse=True)
        others = [
            (*_parts(text, start, start + places[k].at, end), round(chances[k], 4))
            for k in ranked[:_MOST_ALTERNATIVES]
            if chances[k] >= _LEAST_ALTERNATIVE
        ]
    if best == len(places) and is_plain_summary(text[start:end]):
        return HeadlineCut(None, None, (start, end), chances[best], tuple(others))
    if best == len(places):
        return HeadlineCut((start, end), None, None, chances[best], tuple(others))
    headline, summary = _parts(text, start, start + places[best].at, end)
    return HeadlineCut(headline, None, summary, chances[best], tuple(others))


def _parts(text: str, start: int, place: int, end: int) -> tuple[Span, Span]:
    if text[place - 1] in INVISIBLE or text[place] in INVISIBLE:
        return trim(text, start, place), trim(text, place, end)
    return (start, place), (place, end)
