"""What speaks for a line's role, in groups: the facts of a page and a line of it in, the line's groups out.

A group is a tuple of few values that many lines share, so that its total weight need not be added up anew for every
line; ``features.py`` names the features that it stands for. The groups see the line, its neighbours, and the page as
a whole: where running text begins and ends, what is printed twice, which words recur.
"""

from bisect import bisect_left
from typing import Any

from newsparse.roles.page import Page
from newsparse.roles.topic import share_of

Group = tuple[Any, ...]
"""The name of a group of features, then its values: what the function of that name takes."""

COUNTS = (0, 1, 2, 3, 5, 9, 19)
MANY_TITLES = 5
SHARES = (0.01, 0.2, 0.4, 0.6, 0.8)


def _bucket(number: int) -> int:
    return bisect_left(COUNTS, number)


def line_groups(page: Page, at: int) -> list[Group]:
    """Return the groups of features of one line."""
    shape, look = page.shapes[at], page.looks
    kind, end, size = shape.kind, shape.end, look[at][0]
    region = "before" if at < page.first else "after" if at > page.last else "within"
    distance = page.first - at if at < page.first else at - page.last if at > page.last else 0
    left = len(page.texts) - 1 - at
    shared = bisect_left(SHARES, share_of(shape, page.topic)) if 15 < shape.size < 300 else -1
    since, (up, down) = page.since[at], page.near[at]
    kinds = page.kinds[at : at + 5]
    groups: list[Group] = [
        ("own", size, end, shape.start, kind, _bucket(len(shape.words)), shape.digits, shape.caps),
        ("place", kind, size, end, region, _bucket(distance)),
        ("ends", kind, _bucket(at), _bucket(left), _bucket(page.long_after[at + 1])),
        ("topic", kind, end, region, page.copied[at], shared, _heads(page, at) if at < page.first or not at else ()),
        ("near", kind, _bucket(up), _bucket(down), *page.dense[at]),
        ("beside", *kinds[1:4], *page.beats[at]),
        ("above2", *kinds[:3]),
        ("below2", *kinds[2:]),
        ("flow", kind, page.shapes[at - 1].end if at else "^", shape.start, kinds[3]),
    ]
    if shape.marks:
        groups.append(("marks", kind, shape.marks))
    if shape.marker or shape.opening:
        groups.append(("marker", kind, size, region, shape.marker, shape.opening, "names" in shape.marks))
    if since.marker:
        groups.append(("since", kind, since.marker, _bucket(since.distance), since.text, since.talk))
    if at:
        groups.append(("above", kind, *look[at - 1]))
    if left:
        groups.append(("below", kind, *look[at + 1]))
    echo = page.echoes[at]
    if echo:
        groups.append(("echo", kind, region, *echo))
    return groups + _lists(page, at, size)


def _lists(page: Page, at: int, size: int) -> list[Group]:
    """Return the groups of a line that stands in a list, among titles or in a row of lines that repeats."""
    groups: list[Group] = []
    kind, run = page.shapes[at].kind, page.runs[at]
    if run:
        groups.append(("run", kind, page.shapes[at].start, *run))
    if at < page.first:
        titles = min(page.top.titles[at], MANY_TITLES)
        groups.append(("titles", kind, size, titles, at == page.top.head, at == page.top.longest))
    above2, above, _, below, below2 = page.kinds[at : at + 5]
    if above2 == kind == below2 and above == below != kind:
        groups.append(("alternates", above, kind))
    if 3 <= at < len(page.texts) - 3 and page.shapes[at - 3].kind == kind == page.shapes[at + 3].kind:
        groups.append(("period", above + kind + below))
    return groups


def _heads(page: Page, at: int) -> tuple[str, ...]:
    """Name the signs that a line of the page's top is the headline, or only holds it."""
    signs = (
        ("first-line", at == 0),
        ("head", at == page.top.head),
        ("echo", at in page.top.echoes),
        ("inside", at in page.top.inside),
        ("around", at in page.top.around),
    )
    return tuple([name for name, holds in signs if holds])
