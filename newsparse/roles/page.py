"""The facts of a page: its lines in, what the features of each line refer to out.

Where running text begins and ends, which words recur in it, what is printed twice, how far the next marker and the
next running text are. Every line is looked at once; what compares lines with each other is bounded to the page's top.
"""

from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

from newsparse.roles.repeats import Beat, Echo, beats, echoes
from newsparse.roles.shape import Shape, shape_of
from newsparse.roles.surroundings import (
    RUNNING,
    Look,
    Run,
    Since,
    dense,
    long_after,
    look,
    near_running,
    runs,
    since_marker,
)
from newsparse.roles.top import TOP_LINES, Top, look_at_top
from newsparse.roles.topic import telling, topic_of


class Page(NamedTuple):
    """Facts of a whole page that the features of its lines refer to."""

    texts: Sequence[str]
    shapes: list[Shape]
    kinds: str
    """The kinds of all lines, two for the edge before and behind them."""
    looks: list[Look]
    first: int
    """The first line of running text; where there is none, the page's end, and what is above it is before the text."""
    last: int
    telling: list[set[str]]
    """The words of each line that carry meaning."""
    topic: frozenset[str]
    """Those of the running text."""
    copied: list[bool]
    """Which lines are printed more than once."""
    top: Top
    long_after: list[int]
    since: list[Since]
    near: tuple[list[int], list[int]]
    runs: list[Run | None]
    dense: list[tuple[int, int]]
    echoes: list[Echo | None]
    beats: list[Beat]


def look_at(texts: Sequence[str]) -> Page:
    """Gather the facts of a page, looking at every line once."""
    shapes = [shape_of(text) for text in texts]
    running = [at for at, shape in enumerate(shapes) if shape.kind == "L" and "sentences" in shape.marks]
    running = running or [at for at, shape in enumerate(shapes) if shape.kind in RUNNING]
    first, last = (running[0], running[-1]) if running else (len(texts), len(texts) - 1)
    words = [telling(shape.words) for shape in shapes]
    topic = topic_of([(texts[at], shapes[at]) for at in running])
    keys = [text[:80].lower() for text in texts]
    copies = Counter(keys)
    kinds = "".join([shape.kind for shape in shapes])
    edged = f"^^{kinds}^^"
    return Page(
        texts,
        shapes,
        edged,
        list(map(look, shapes)),
        first,
        last,
        words,
        topic,
        [copies[key] > 1 for key in keys],
        look_at_top(texts, shapes, first, [len(line & topic) for line in words[:TOP_LINES]]),
        long_after(kinds),
        since_marker(shapes),
        near_running(kinds),
        runs(shapes),
        dense(kinds),
        echoes(texts),
        beats(edged),
    )
