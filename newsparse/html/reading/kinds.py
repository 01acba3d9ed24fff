"""Kinds of tags: a tag's name as it is spelled in, what it does to the tree out."""

import functools

from newsparse.html.reading.markup import BLOCK, HIDDEN

_IGNORED = frozenset(
    [
        "b", "i", "em", "strong", "font", "u", "big", "small", "s", "strike", "tt", "nobr", "wbr", "path", "g",
        "circle", "rect", "line", "polyline", "polygon", "ellipse", "use", "defs", "stop", "lineargradient", "symbol",
        "mask", "clippath", "ins", "kbd", "mark", "q", "source", "area", "param", "col", "track", "embed", "input",
        "abbr", "sub", "sup",
    ]
)  # fmt: skip
_KEPT_VOIDS = frozenset({"meta", "link", "base", "img"})
_VOID_BLOCKS = frozenset({"hr", "frame"})
INLINE_END, BLOCK_END, BLOCK_START, INLINE_START, LINK_START, DRAWING_START, BREAK, IMAGE, VOID, RULE, SKIP = range(11)
"""In this order: ends come first, starts of blocks between ends and other starts, what opens no element last."""
_KINDS = {
    **dict.fromkeys(_VOID_BLOCKS, RULE),
    **dict.fromkeys(_KEPT_VOIDS, VOID),
    **dict.fromkeys(_IGNORED, SKIP),
    **dict.fromkeys(HIDDEN.split("|"), SKIP),
    "img": IMAGE,
    "br": BREAK,
    "a": LINK_START,
    "svg": DRAWING_START,
}


class Kinds(dict[str, tuple[int, str]]):
    """What a tag does to the tree, and its name in lower case; worked out once a spelling."""

    def __missing__(self, spelled: str) -> tuple[int, str]:
        name = spelled.lower().removeprefix("/")
        kind = _KINDS.get(name, BLOCK_START if name in BLOCK or "-" in name else INLINE_START)
        if spelled[0] == "/" and kind not in {SKIP, BREAK}:
            kind = INLINE_END if kind in {INLINE_START, LINK_START, DRAWING_START} else BLOCK_END
        self[spelled] = kind, name
        return kind, name


@functools.cache
def common_kinds() -> Kinds:
    """Return the kinds of the tags that pages are made of; a page's own ones are forgotten with it."""
    kinds = Kinds()
    for name in (*BLOCK, *_KINDS, "span", "label", "time", "cite", "body"):
        kinds[name], kinds["/" + name]
    return kinds
