"""What speaks for a line's role: the facts of a page in, the names of the features of each line out.

Features are short strings; the model (``data/weights.txt``) gives each a weight per role. They come in groups, and a
group is a tuple of few values that many lines share, so that its total weight need not be added up anew for every
line. The groups see the line, its neighbours, and the page as a whole: where running text begins and ends, what is
printed twice, which words recur.
"""

from bisect import bisect_left
from collections.abc import Callable, Sequence
from typing import Any

from newsparse.roles.page import Page, look_at, share_of
from newsparse.roles.shape import Shape

Group = tuple[Any, ...]
"""The name of a group of features, then its values: what the function of that name takes."""

SIZES = (1, 3, 8, 15, 25, 40, 60, 80, 100, 130, 170, 250, 400, 800)
COUNTS = (0, 1, 2, 3, 5, 9, 19)
SHARES = (0.01, 0.2, 0.4, 0.6, 0.8)


def _bucket(number: int) -> int:
    return bisect_left(COUNTS, number)


def line_groups(page: Page, at: int) -> list[Group]:
    """Return the groups of features of one line."""
    shape = page.shapes[at]
    kind, end, size = shape.kind, shape.end, bisect_left(SIZES, shape.size)
    region = "before" if at < page.first else "after" if at > page.last else "within"
    distance = page.first - at if at < page.first else at - page.last if at > page.last else 0
    total = len(page.texts)
    copied = page.copies[page.texts[at][:80].lower()] > 1
    shared = bisect_left(SHARES, share_of(shape, page.topic)) if 15 < shape.size < 300 else -1
    since, (up, down) = page.since[at], page.near[at]
    kinds = [page.shapes[near].kind if 0 <= near < total else "^" for near in range(at - 2, at + 3)]
    groups: list[Group] = [
        ("own", size, end, shape.start, kind, _bucket(len(shape.words)), shape.digits, shape.caps),
        ("place", kind, size, end, region, _bucket(distance)),
        ("ends", kind, _bucket(at), _bucket(total - 1 - at), _bucket(page.long_after[at + 1])),
        ("topic", kind, end, region, copied, shared, _heads(page, at)),
        ("near", kind, _bucket(up), _bucket(down)),
        ("kinds", *kinds),
    ]
    if shape.marks:
        groups.append(("marks", kind, shape.marks))
    if shape.marker or shape.opening:
        groups.append(("marker", kind, size, region, shape.marker, shape.opening, "names" in shape.marks))
    if since.marker:
        groups.append(("since", kind, since.marker, _bucket(since.distance), since.text))
    if at:
        groups.append(("above", kind, *_seen(page.shapes[at - 1])))
    if at + 1 < total:
        groups.append(("below", kind, *_seen(page.shapes[at + 1])))
    return groups


def _heads(page: Page, at: int) -> tuple[str, ...]:
    """Name the signs that a line of the page's top is the headline, or only holds it."""
    signs = (
        ("first-line", at == 0),
        ("head", at == page.head),
        ("echo", at in page.echoes),
        ("inside", at in page.inside),
        ("around", at in page.around),
    )
    return tuple([name for name, holds in signs if holds])


_TELLING = frozenset(
    ["date", "clock", "year", "names", "rights", "link", "glued", "credit", "hint:time1", "hint:time2"]
)


def _seen(shape: Shape) -> Group:
    return bisect_left(SIZES, shape.size), shape.marker, tuple([mark for mark in shape.marks if mark in _TELLING])


def group_features(group: Group) -> list[str]:
    """Return the names of the features of a group."""
    name, *values = group
    return _FEATURES[name](*values)


def _own(size: int, end: str, start: str, kind: str, words: int, digits: int, caps: str) -> list[str]:  # noqa: PLR0913, PLR0917
    return [
        "bias",
        f"size={size}",
        f"end={end}",
        f"start={start}",
        f"kind={kind}",
        f"words={words}",
        f"digits={digits}",
        f"caps={caps}",
        f"size,end={size},{end}",
        f"kind,start={kind},{start}",
        f"kind,caps={kind},{caps}",
        f"start,end={start},{end}",
    ]


def _place(kind: str, size: int, end: str, region: str, distance: int) -> list[str]:
    return [
        f"region={region}",
        f"kind,region={kind},{region}",
        f"size,region={size},{region}",
        f"distance={region},{distance}",
        f"kind,distance={kind},{region},{distance}",
        f"end,region={end},{region}",
    ]


def _ends(kind: str, top: int, bottom: int, long_after: int) -> list[str]:
    return [
        f"top={top}",
        f"bottom={bottom}",
        f"kind,top={kind},{top}",
        f"long-after={long_after}",
        f"kind,long-after={kind},{long_after}",
    ]


def _topic(kind: str, end: str, region: str, copied: bool, shared: int, heads: tuple[str, ...]) -> list[str]:
    features = [f"{sign}" for sign in heads]
    features += [f"{sign},kind={kind}" for sign in heads] + [f"{sign},end={end}" for sign in heads]
    if copied:
        features += ["copy", f"copy,kind={kind}", f"copy,region={kind},{region}"]
    if shared >= 0:
        features += [f"shared={kind},{shared}", f"shared,region={shared},{region}"]
        features += [f"shared,{sign}={shared}" for sign in heads]
    return features


def _near(kind: str, up: int, down: int) -> list[str]:
    return [f"up={kind},{up}", f"down={kind},{down}", f"up,down={up},{down}"]


def _kinds(above2: str, above: str, kind: str, below: str, below2: str) -> list[str]:
    features = [
        f"above={kind}{above}",
        f"below={kind}{below}",
        f"beside={above}{kind}{below}",
        f"above2={above2}{above}{kind}",
        f"below2={kind}{below}{below2}",
    ]
    if above2 == kind == below2 and above == below != kind:
        features += ["alternates", f"alternates={above}{kind}"]
    return features


def _marks(kind: str, marks: tuple[str, ...]) -> list[str]:
    return [f"has={mark}" for mark in marks] + [f"kind,has={kind},{mark}" for mark in marks]


def _marker(kind: str, size: int, region: str, marker: str, opening: str, names: bool) -> list[str]:
    features = []
    if marker:
        features += [f"is={marker}"] + [f"is={one}" for one in marker.split("+")]
        features += [f"is,region={one},{region}" for one in marker.split("+")]
    if opening:
        colon = ":" if opening[-1] == ":" else ""
        for one in opening.rstrip(":").split("+"):
            features += [f"opens={one}{colon}", f"opens,kind={one}{colon},{kind}", f"opens,size={one}{colon},{size}"]
            features += [f"opens,names={one}"] if names else []
    return features


def _since(kind: str, marker: str, distance: int, text: bool) -> list[str]:
    between = "t" if text else ""
    features = []
    for one in marker.split("+"):
        features += [f"since={one},{distance}{between}", f"since,kind={one},{kind}{between}"]
    return features


def _above(kind: str, size: int, marker: str, marks: tuple[str, ...]) -> list[str]:
    return _beside("above", kind, size, marker, marks)


def _below(kind: str, size: int, marker: str, marks: tuple[str, ...]) -> list[str]:
    return _beside("below", kind, size, marker, marks)


def _beside(side: str, kind: str, size: int, marker: str, marks: tuple[str, ...]) -> list[str]:
    features = [f"{side}-size={kind},{size}"]
    if marker:
        features += [f"{side}-is={kind},{one}" for one in marker.split("+")]
    return features + [f"{side}-has={kind},{mark}" for mark in marks]


_FEATURES: dict[str, Callable[..., list[str]]] = {
    "own": _own,
    "place": _place,
    "ends": _ends,
    "topic": _topic,
    "near": _near,
    "kinds": _kinds,
    "marks": _marks,
    "marker": _marker,
    "since": _since,
    "above": _above,
    "below": _below,
}


def line_features(texts: Sequence[str]) -> list[list[str]]:
    """Return the names of all features of every line of a page."""
    page = look_at(texts)
    return [[name for group in line_groups(page, at) for name in group_features(group)] for at in range(len(texts))]
