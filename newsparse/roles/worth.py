"""What a line is worth as the headline: how the model scores it, and how much of it the text is about."""

from collections.abc import Iterable, Sequence

from newsparse.roles.model import load_model, unpack
from newsparse.roles.page import Page
from newsparse.roles.topic import share_of

TOPIC = 40
FEW_WORDS = 5
HEAD = 10
"""What a headline is worth of which the text has every word (of few words less), and the one that has most of them."""


def worth_of(lines: Iterable[int], page: Page, totals: Sequence[int]) -> dict[int, float]:
    """Return for each of these lines how far the headline is ahead of any other role, and how much it is told of."""
    headline = load_model().states.index("headline")
    worth = {}
    for at in lines:
        shape, scores = page.shapes[at], unpack(totals[at])
        others = max([score for state, score in enumerate(scores) if state != headline])
        told = share_of(page.telling[at], page.topic) * min(1.0, len(shape.words) / FEW_WORDS)
        worth[at] = scores[headline] - others + TOPIC * told + HEAD * (at == page.top.head)
    return worth
