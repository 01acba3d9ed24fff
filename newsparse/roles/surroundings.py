"""What stands around each line: the shapes of a page's lines in; what its neighbours are to each line out."""

from bisect import bisect_left
from collections.abc import Sequence
from itertools import accumulate, pairwise
from operator import sub
from typing import NamedTuple

from newsparse.roles.shape import Shape

RUNNING = frozenset("LS")
LISTED = frozenset(["bullet", "dash", "number"])
FAR = 99
WINDOW = 6
SIZES = (1, 3, 8, 15, 25, 40, 60, 80, 100, 130, 170, 250, 400, 800)
TELLING = frozenset(["date", "clock", "year", "names", "rights", "link", "glued", "credit", "hint:time1", "hint:time2"])
"""Marks that tell something about the lines above and below."""

Look = tuple[int, str, tuple[str, ...]]
"""What a line is to its neighbours: its length in steps of ``SIZES``, its marker, its telling marks."""


Since = tuple[str, int, bool, bool]
"""The last marker line above a line: its classes, how far up, and whether running text came between.

The last says whether any line above, below the first running text, opened the readers' comments.
"""


class Run(NamedTuple):
    """The list that a line stands in: what the lines before and behind the list look like."""

    intro: str
    """The kind of the line above the list, and how it ends."""
    after: str


def look(shape: Shape) -> Look:
    """Return what a line is to its neighbours."""
    telling = () if TELLING.isdisjoint(shape.marks) else tuple([mark for mark in shape.marks if mark in TELLING])
    return bisect_left(SIZES, shape.size), shape.marker, telling


def long_after(kinds: Sequence[str]) -> list[int]:
    """Count for each line, and for the page's end, the long lines from there on."""
    found = [0]
    for kind in reversed(kinds):
        found.append(found[-1] + (kind == "L"))
    return found[::-1]


def since_marker(shapes: Sequence[Shape]) -> list[Since]:
    """Return for each line the last marker line above it."""
    found: list[Since] = []
    marker, distance, text, told, talk = "", 0, False, False, False
    for shape in shapes:
        found.append((marker, distance, text, talk))
        distance += 1
        if shape.marker:
            marker, distance, text = shape.marker, 1, False
            talk = talk or (told and "comments" in shape.marker)
        elif shape.kind == "L" or (shape.kind == "S" and "sentences" in shape.marks):
            text = told = True
    return found


def near_running(kinds: str) -> tuple[list[int], list[int]]:
    """Return for each line how far up the next line of running text is, and for each how far down."""
    return _above_running(kinds), _above_running(kinds[::-1])[::-1]


def _above_running(kinds: str) -> list[int]:
    """Return for each line how far up the next line of running text is; what is far is as far as any."""
    running = [at for at, kind in enumerate(kinds) if kind in RUNNING]
    found = [FAR] * (running[0] + 1 if running else len(kinds))
    for at, end in pairwise([*running, len(kinds) - 1]):
        found.extend(range(1, end - at + 1))
    return found


def runs(shapes: Sequence[Shape]) -> list[Run | None]:
    """Return for each line that begins with a bullet, a dash or a number what stands around its list."""
    found: list[Run | None] = [None] * len(shapes)
    start = 0
    while start < len(shapes):
        sign = shapes[start].start
        end = start + 1
        if sign in LISTED:
            while end < len(shapes) and shapes[end].start == sign:
                end += 1
            if end - start > 1:
                intro = shapes[start - 1] if start else None
                after = shapes[end].kind if end < len(shapes) else "$"
                found[start:end] = [Run(f"{intro.kind}{intro.end}" if intro else "^", after)] * (end - start)
        start = end
    return found


def dense(kinds: Sequence[str]) -> list[tuple[int, int]]:
    """Count for each line the lines of running text among the next ones above and below."""
    sums = list(accumulate(map(RUNNING.__contains__, kinds), initial=0))
    before = [0] * WINDOW + sums
    behind = sums[WINDOW + 1 :] + [sums[-1]] * (WINDOW + 1)
    ups = map(sub, sums, before)
    return list(zip(ups, map(sub, behind, sums[1:]), strict=False))
