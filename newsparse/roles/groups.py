"""What speaks for a line's role, in groups: the facts of a page in, the groups of each of its lines out.

A group is a tuple of few values that many lines share, so that its total weight need not be added up anew for every
line; ``features.py`` names the features that it stands for. The groups see the line, its neighbours, and the page as
a whole: where running text begins and ends, what is printed twice, which words recur.

Groups of one name that most lines have are made for all lines at once, as a column: that takes half the time of making
all groups of each line, and of a column that is only summed up no group need be kept.
"""

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain, pairwise, repeat
from typing import Any

from newsparse.lazy import pattern
from newsparse.roles.page import Page
from newsparse.roles.shape import Shape
from newsparse.roles.topic import share_of

Group = tuple[Any, ...]
"""The name of a group of features, then its values: what the function of that name takes."""

NOTHING: Group = ("nothing",)
"""Stands in a column where a line has no group of its name."""

COUNTS = (0, 1, 2, 3, 5, 9, 19)
MANY_TITLES = 5
KIN = 3
TITLES = frozenset("Ttsw")
"""Kinds of lines that are titles or short sentences, which share words with the line that they belong to."""

SHARES = (0.01, 0.2, 0.4, 0.6, 0.8)

_ALTERNATING_RE = pattern(r"(?=(.)(?!\1)(.)\1\2\1)")
_PERIOD_RE = pattern(r"(?=(.).(.\1.).\1)")
"""Rows of kinds: five lines by turns, seven of which every third is alike."""

_MANY = COUNTS[-1] + 1
_STEP_OF = [bisect_left(COUNTS, count) for count in range(_MANY + 1)]


def _steps(counts: Iterable[int]) -> list[int]:
    """Return counts in steps of ``COUNTS``."""
    return [_STEP_OF[count if count < _MANY else _MANY] for count in counts]


def page_groups(page: Page) -> list[tuple[Group, ...]]:
    """Return the groups of features of each line, with one for each of its telling words but numbers."""
    lines = list(zip(*columns(page), strict=True))
    for at, group in further(page):
        lines[at] += (group,)
    words = [tuple([("word", word) for word in sorted(line) if not word[0].isdigit()]) for line in page.telling]
    return [groups + own for groups, own in zip(lines, words, strict=True)]


def columns(page: Page) -> list[Iterable[Group]]:
    """Return the groups of each name that most lines have, one for every line."""
    regions = _regions(page)
    return [*_own(page, regions), *_around(page)]


def _regions(page: Page) -> list[str]:
    """Return for each line whether it stands before the running text, within or after it."""
    before, after = page.first, len(page.texts) - 1 - page.last
    return ["before"] * before + ["within"] * (len(page.texts) - before - after) + ["after"] * after


def _column(name: str, *values: Iterable[object]) -> Iterator[Group]:
    """Return groups of one name, as many as the shortest of their values."""
    return zip(repeat(name), *values, strict=False)


def _own(page: Page, regions: Sequence[str]) -> list[Iterable[Group]]:
    """Return the columns of what each line is, and where on the page it stands."""
    kinds, ends, starts = page.kinds[2:-2], [shape.end for shape in page.shapes], [shape.start for shape in page.shapes]
    marks = [shape.marks for shape in page.shapes]
    sizes = [size for size, _, _ in page.looks]
    distances = chain(range(page.first, 0, -1), repeat(0, regions.count("within")), range(1, len(kinds) - page.last))
    depths = _steps(range(len(kinds)))
    words = _steps([len(shape.words) for shape in page.shapes])
    forms = [shape.digits for shape in page.shapes], [shape.caps for shape in page.shapes]
    return [
        _column("own", sizes, ends, starts, kinds, words, *forms),
        _column("place", kinds, sizes, ends, regions, _steps(distances)),
        _column("ends", kinds, depths, depths[::-1], _steps(page.long_after[1:])),
        _column("topic", kinds, ends, regions, page.copied, _shares(page), chain(_heads(page), repeat(()))),
        _column("marks", kinds, marks),
        map(_says, page.shapes, sizes, regions),
        _kin(page),
    ]


def _says(shape: Shape, size: int, region: str) -> Group:
    """Return the group of what a line says of itself, if it says anything."""
    if not (shape.marker or shape.opening):
        return NOTHING
    return "marker", shape.kind, size, region, shape.marker, shape.opening, "names" in shape.marks


def _around(page: Page) -> list[Iterable[Group]]:
    """Return the columns of what stands above and below each line."""
    above2, above, kinds, below, below2 = page.kinds, page.kinds[1:], page.kinds[2:-2], page.kinds[3:], page.kinds[4:]
    ends, starts = ["^", *[shape.end for shape in page.shapes]], [shape.start for shape in page.shapes]
    running_above, running_below = zip(*page.dense, strict=True)
    times, apart = zip(*page.beats, strict=True)
    markers, distances, texts, talks = zip(*page.since, strict=True)
    sizes, marked, telling = zip(*page.looks, strict=True)
    return [
        _column("near", kinds, *map(_steps, page.near), running_above, running_below),
        _column("beside", above, kinds, below, times, apart),
        _column("above2", above2, above, kinds),
        _column("below2", kinds, below, below2),
        _column("flow", kinds, ends, starts, below),
        _column("since", kinds, markers, _steps(distances), texts, talks),
        chain([NOTHING], _column("above", kinds[1:], sizes, marked, telling)),
        chain(_column("below", kinds, sizes[1:], marked[1:], telling[1:]), [NOTHING]),
    ]


def further(page: Page) -> Iterator[tuple[int, Group]]:
    """Yield what few lines have, with their number: a list, lines that begin alike, titles above the text, a row."""
    kinds, regions, top = page.kinds[2:-2], _regions(page), page.top
    for at, (shape, run) in enumerate(zip(page.shapes, page.runs, strict=True)):
        if run:
            yield at, ("run", shape.kind, shape.start, *run)
    for at, echo in enumerate(page.echoes):
        if echo:
            yield at, ("echo", kinds[at], regions[at], *echo)
    for at in range(page.first):
        size, titles = page.looks[at][0], min(top.titles[at], MANY_TITLES)
        yield at, ("titles", kinds[at], size, titles, at == top.head, at == top.longest)
    for row in _ALTERNATING_RE.finditer(kinds):
        yield row.start() + 2, ("alternates", row[2], row[1])
    for row in _PERIOD_RE.finditer(kinds):
        yield row.start() + 3, ("period", row[2])


def _shares(page: Page) -> list[int]:
    """Return how much of each line the text is about, in steps; -1 where a line is too short or too long to tell."""
    lines = zip(page.shapes, page.telling, strict=True)
    return [bisect_left(SHARES, share_of(words, page.topic)) if 15 < shape.size < 300 else -1 for shape, words in lines]


def _kin(page: Page) -> Iterable[Group]:
    """Return the column of how many words each title has in common with the lines above and below it, up to three.

    Above the running text there is none: a headline, its deck and its caption all have words in common. Of a paragraph
    none is told either: a story of two short ones would be taken for two things.
    """
    words, first = page.telling, page.first
    pairs = pairwise(words[max(0, first - 1) :])
    shared = [0 if one.isdisjoint(other) else min(KIN, len(one & other)) for one, other in pairs]
    if not first:
        shared.insert(0, 0)
    rows = zip(page.kinds[2 + first : -2], shared, [*shared[1:], 0], strict=False)
    return chain(repeat(NOTHING, first), [("kin", *row) if row[0] in TITLES else NOTHING for row in rows])


def _heads(page: Page) -> list[tuple[str, ...]]:
    """Name the signs that a line of the page's top is the headline, or only holds it."""
    top = page.top
    found = []
    for at in range(max(page.first, 1)):
        signs = (
            ("first-line", at == 0),
            ("head", at == top.head),
            ("echo", at in top.echoes),
            ("inside", at in top.inside),
            ("around", at in top.around),
        )
        found.append(tuple([name for name, holds in signs if holds]))
    return found
