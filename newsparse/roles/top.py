"""The facts of a page's top: the lines above the running text in; what sets the headline apart among them out."""

from collections.abc import Sequence
from typing import NamedTuple

from newsparse.roles.markers import EDGE
from newsparse.roles.shape import Shape
from newsparse.roles.surroundings import LISTED

TOP_LINES = 60
TITLED = frozenset("TtSs")
NESTED_LINES = 16


class Top(NamedTuple):
    """Facts of the lines above the running text; compared with each other are no more than ``TOP_LINES`` of them."""

    echoes: frozenset[int]
    """Lines whose beginning another one repeats."""
    inside: frozenset[int]
    """Lines that stand inside a longer one."""
    around: frozenset[int]
    """Lines that hold another one and more."""
    titles: list[int]
    """How many title-like lines stand between a line and the running text; nothing for the lines from there on."""
    head: int
    """The line that says most of what the text is about."""
    longest: int
    """The longest title-like line."""


def look_at_top(texts: Sequence[str], shapes: Sequence[Shape], first: int, shared: Sequence[int]) -> Top:
    """Gather the facts of the lines above the first line of running text.

    ``shared`` counts for each of them, as far as lines are compared, the telling words that the running text has too.
    """
    near = min(first, TOP_LINES)
    return Top(
        _echoes(texts[:near]),
        *_nested(texts[:near]),
        _titles(shapes[:first]),
        _best_head(shapes[:near], shared),
        _longest(shapes[:near]),
    )


def _echoes(texts: Sequence[str]) -> frozenset[int]:
    """Return the lines of the page's top whose beginning another line of the top repeats."""
    heads: dict[str, list[int]] = {}
    for at, text in enumerate(texts):
        key = text.lstrip(EDGE)[:24].lower()
        if len(key) > 9:
            heads.setdefault(key, []).append(at)
    return frozenset([at for group in heads.values() if len(group) > 1 for at in group])


def _nested(texts: Sequence[str]) -> tuple[frozenset[int], frozenset[int]]:
    long = [at for at, text in enumerate(texts) if 16 <= len(text) <= 300][:NESTED_LINES]
    pairs = [
        (one, two) for one in long for two in long if len(texts[one]) < len(texts[two]) and texts[one] in texts[two]
    ]
    return frozenset([one for one, _ in pairs]), frozenset([two for _, two in pairs])


def _titles(shapes: Sequence[Shape]) -> list[int]:
    found = []
    count = 0
    for shape in reversed(shapes):
        found.append(count)
        count += shape.kind in TITLED and shape.start not in LISTED
    return found[::-1]


def _best_head(shapes: Sequence[Shape], shared: Sequence[int]) -> int:
    best, most = -1, 0
    for at, (shape, count) in enumerate(zip(shapes, shared, strict=False)):
        if count > most and 22 <= shape.size <= 170 and not shape.marker:
            best, most = at, count
    return best


def _longest(shapes: Sequence[Shape]) -> int:
    sizes = [(shape.size, -at) for at, shape in enumerate(shapes) if shape.kind in "Tt" and not shape.opening]
    return -max(sizes)[1] if sizes else -1
