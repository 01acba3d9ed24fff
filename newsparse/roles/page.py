"""The facts of a page: its lines in, what the features of each line refer to out.

Where running text begins and ends, which words recur in it, what is printed twice, what stands inside what, how far
the next marker and the next running text are. Every line is looked at once; what compares lines with each other is
bounded to the page's top.
"""

from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

from newsparse.roles.markers import EDGE
from newsparse.roles.shape import Shape, shape_of, words_of

RUNNING = frozenset("LS")
TOPIC_LINES = 10
TOP_LINES = 60
FAR = 99
NESTED_LINES = 16


class Since(NamedTuple):
    """The last marker line above a line: its classes, how far up, and whether running text came between."""

    marker: str
    distance: int
    text: bool


class Page(NamedTuple):
    """Facts of a whole page that the features of its lines refer to."""

    texts: Sequence[str]
    shapes: list[Shape]
    first: int
    """The first line of running text."""
    last: int
    topic: frozenset[str]
    """Words of the running text."""
    copies: Counter[str]
    echoes: frozenset[int]
    """Lines of the page's top whose beginning another one repeats."""
    inside: frozenset[int]
    """Lines of the page's top that stand inside a longer one."""
    around: frozenset[int]
    """Lines of the page's top that hold another one and more."""
    long_after: list[int]
    since: list[Since]
    near: list[tuple[int, int]]
    head: int
    """The line above the running text that says most of what the text is about."""


def content(words: list[str]) -> set[str]:
    """Return those words of a line that carry meaning, or its pairs of signs where words are not spaced."""
    telling = {word for word in words if len(word) > 3}
    if len(words) < 4 and words and max(map(len, words)) > 14:
        joined = "".join(words)[:120]
        telling = {joined[at : at + 2] for at in range(len(joined) - 1)}
    return telling


def share_of(shape: Shape, topic: frozenset[str]) -> float:
    """Return how many of a line's words the running text has."""
    words = content(shape.words)
    return len(words & topic) / len(words) if words else 0.0


def look_at(texts: Sequence[str]) -> Page:
    """Gather the facts of a page, looking at every line once."""
    shapes = [shape_of(text) for text in texts]
    running = [at for at, shape in enumerate(shapes) if shape.kind == "L" and "sentences" in shape.marks]
    running = running or [at for at, shape in enumerate(shapes) if shape.kind in RUNNING]
    first, last = (running[0], running[-1]) if running else (len(texts), -1)
    topic: set[str] = set()
    for at in running[:TOPIC_LINES]:
        topic |= content(words_of(texts[at]))
    frozen = frozenset(topic)
    long_after = [0] * (len(texts) + 1)
    for at in range(len(texts) - 1, -1, -1):
        long_after[at] = long_after[at + 1] + (shapes[at].kind == "L")
    return Page(
        texts,
        shapes,
        first,
        last,
        frozen,
        Counter([text[:80].lower() for text in texts]),
        _echoes(texts[: min(first, TOP_LINES)]),
        *_nested(texts[: min(first, TOP_LINES)]),
        long_after,
        _since_marker(shapes),
        _near_running(shapes),
        _best_head(shapes[: min(first, TOP_LINES)], frozen),
    )


def _best_head(shapes: Sequence[Shape], topic: frozenset[str]) -> int:
    best, most = -1, 0
    for at, shape in enumerate(shapes):
        if 22 <= shape.size <= 170 and not shape.marker:
            common = len(content(shape.words) & topic)
            if common > most:
                best, most = at, common
    return best


def _since_marker(shapes: Sequence[Shape]) -> list[Since]:
    found: list[Since] = []
    marker, distance, text = "", 0, False
    for shape in shapes:
        found.append(Since(marker, distance, text))
        distance += 1
        if shape.marker:
            marker, distance, text = shape.marker, 1, False
        elif shape.kind == "L" or (shape.kind == "S" and "sentences" in shape.marks):
            text = True
    return found


def _near_running(shapes: Sequence[Shape]) -> list[tuple[int, int]]:
    """Return for each line how far up and how far down the next line of running text is."""
    ups, downs = [], []
    distance = FAR
    for shape in shapes:
        ups.append(distance)
        distance = 1 if shape.kind in RUNNING else min(distance + 1, FAR)
    distance = FAR
    for shape in reversed(shapes):
        downs.append(distance)
        distance = 1 if shape.kind in RUNNING else min(distance + 1, FAR)
    return list(zip(ups, reversed(downs), strict=True))


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
