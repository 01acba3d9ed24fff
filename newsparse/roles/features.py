"""What speaks for a line's role: the lines of a page in, the names of the features of each line out.

Features are short strings; the model (``data/weights.txt``) gives each a weight per role. They see the line, its
neighbours, and the page as a whole: where running text begins and ends, what is printed twice, which words recur.
"""

from bisect import bisect_left
from collections import Counter
from collections.abc import Sequence

from newsparse.roles.shape import Shape, shape_of

_SIZES = (1, 3, 8, 15, 25, 40, 60, 80, 100, 130, 170, 250, 400, 800)
_COUNTS = (0, 1, 2, 3, 5, 9, 19)
_SHARES = (0.01, 0.2, 0.4, 0.6, 0.8)
_LOOK_LINES = 12
_RUNNING = ("L", "S")


def _size(number: float) -> str:
    return str(bisect_left(_SIZES, number))


def _count(number: int) -> str:
    return str(bisect_left(_COUNTS, number))


def _content(shape: Shape) -> set[str]:
    """Return the words of a line that carry meaning, or its pairs of signs where words are not spaced."""
    words = {word for word in shape.words if len(word) > 3}
    if len(shape.words) < 4 and shape.size > 30:
        joined = "".join(shape.words)[:120]
        words = {joined[at : at + 2] for at in range(len(joined) - 1)}
    return words


class _Page:
    """Facts of the whole page that the features of its lines refer to."""

    __slots__ = ("body_words", "copies", "first", "last", "long_after", "shapes", "texts")

    def __init__(self, texts: Sequence[str]) -> None:
        """Look at every line once."""
        self.texts = texts
        self.shapes = [shape_of(text) for text in texts]
        running = [at for at, shape in enumerate(self.shapes) if shape.kind == "L" and "sentences" in shape.marks]
        running = running or [at for at, shape in enumerate(self.shapes) if shape.kind in _RUNNING]
        self.first = running[0] if running else len(texts)
        self.last = running[-1] if running else -1
        self.body_words: set[str] = set()
        for at in running[:_LOOK_LINES]:
            self.body_words |= _content(self.shapes[at])
        self.copies = Counter([text[:80].lower() for text in texts])
        self.long_after = [0] * (len(texts) + 1)
        for at in range(len(texts) - 1, -1, -1):
            self.long_after[at] = self.long_after[at + 1] + (self.shapes[at].kind == "L")


def _own(shape: Shape) -> list[str]:
    """Features of the line by itself."""
    size = _size(shape.size)
    features = [
        "bias",
        "size=" + size,
        "end=" + shape.end,
        "start=" + shape.start,
        "kind=" + shape.kind,
        "words=" + _count(len(shape.words)),
        "digits=" + str(shape.digits),
        "caps=" + shape.caps,
        "size+end=" + size + shape.end,
        "kind+start=" + shape.kind + shape.start,
        "kind+caps=" + shape.kind + shape.caps,
    ]
    features += ["has=" + mark for mark in shape.marks]
    features += ["kind+has=" + shape.kind + mark for mark in shape.marks]
    if shape.marker:
        features += ["is=" + kind for kind in shape.marker.split("+")]
        features.append("is+=" + shape.marker)
    if shape.prefix:
        colon = ":" if shape.colon else ""
        features += ["opens" + colon + "=" + kind + shape.kind for kind in shape.prefix.split("+")]
        features += ["opens=" + kind + colon for kind in shape.prefix.split("+")]
    return features


def _placed(page: _Page, at: int) -> list[str]:
    """Features of the line's place on the page."""
    shape = page.shapes[at]
    kind = shape.kind
    total = len(page.texts)
    region = "before" if at < page.first else "after" if at > page.last else "within"
    distance = page.first - at if at < page.first else at - page.last if at > page.last else 0
    features = [
        "from-top=" + _count(at),
        "from-end=" + _count(total - 1 - at),
        "region=" + region,
        "kind+region=" + kind + region,
        "size+region=" + _size(shape.size) + region,
        "distance=" + region + _count(distance),
        "kind+distance=" + kind + region + _count(distance),
        "long-after=" + _count(page.long_after[at + 1]),
        "kind+long-after=" + kind + _count(page.long_after[at + 1]),
        "end+region=" + shape.end + region,
    ]
    if at == 0:
        features.append("top+kind=" + kind + shape.end)
    if shape.marker:
        features += ["is+region=" + name + region for name in shape.marker.split("+")]
    if page.copies[page.texts[at][:80].lower()] > 1:
        features += ["copy", "copy+kind=" + kind, "copy+region=" + kind + region]
    if 15 < shape.size < 300:
        words = _content(shape)
        share = len(words & page.body_words) / len(words) if words else 0.0
        name = str(bisect_left(_SHARES, share))
        features += ["shared=" + kind + name, "shared+region=" + name + region]
    return features


def _beside(page: _Page, at: int) -> list[str]:
    """Features of the lines above and below."""
    shapes = page.shapes
    kind = shapes[at].kind
    above = shapes[at - 1] if at else None
    below = shapes[at + 1] if at + 1 < len(shapes) else None
    kind_above = above.kind if above else "^"
    kind_below = below.kind if below else "$"
    features = [
        "above=" + kind + kind_above,
        "below=" + kind + kind_below,
        "beside=" + kind_above + kind + kind_below,
        "above2=" + kind + (shapes[at - 2].kind if at > 1 else "^") + kind_above,
        "below2=" + kind + kind_below + (shapes[at + 2].kind if at + 2 < len(shapes) else "$"),
    ]
    if above and above.marker:
        features += ["above-is=" + kind + name for name in above.marker.split("+")]
    if below and below.marker:
        features += ["below-is=" + kind + name for name in below.marker.split("+")]
    if above and "date" in above.marks + above.marks:
        features.append("above-date=" + kind)
    if below and ("date" in below.marks or "clock" in below.marks):
        features.append("below-date=" + kind)
    return features


def line_features(texts: Sequence[str]) -> list[list[str]]:
    """Return the names of the features of every line of a page."""
    page = _Page(texts)
    return [_own(page.shapes[at]) + _placed(page, at) + _beside(page, at) for at in range(len(texts))]
