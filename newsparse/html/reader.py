"""The reader: a page's source in, its tree out, in one pass over its tags.

Tags are read from the source itself, so every text keeps its place and no depth is too deep. The tree is the one that
a browser builds, save for repairs that move text, which grounding forbids.
"""

import functools
import re

from newsparse.html.markup import ATTRIBUTES, BLOCK, COMMENT, DECLARATION, NAME, TEXT, hidden
from newsparse.html.tree import Block, Hidden, Tree
from newsparse.html.visible import decode
from newsparse.span import INVISIBLE, Span

_IGNORED = frozenset(
    "b i em strong font u big small s strike tt nobr wbr path g circle rect line polyline polygon ellipse use defs stop"
    " lineargradient symbol mask clippath ins kbd mark q source area param col track embed input abbr sub sup".split()
)
_KEPT_VOIDS = frozenset({"meta", "link", "base", "img"})
_VOID_BLOCKS = frozenset({"hr", "frame"})
_IMPLIED_ENDS: dict[str, tuple[frozenset[str], frozenset[str]]] = {
    "li": (frozenset({"li"}), frozenset({"ul", "ol", "menu", "table"})),
    "dt": (frozenset({"dt", "dd"}), frozenset({"dl", "table"})),
    "dd": (frozenset({"dt", "dd"}), frozenset({"dl", "table"})),
    "td": (frozenset({"td", "th"}), frozenset({"tr", "table"})),
    "th": (frozenset({"td", "th"}), frozenset({"tr", "table"})),
    "tr": (frozenset({"tr"}), frozenset({"table"})),
    "tbody": (frozenset({"tbody", "thead", "tfoot"}), frozenset({"table"})),
    "tfoot": (frozenset({"tbody", "thead", "tfoot"}), frozenset({"table"})),
    "option": (frozenset({"option"}), frozenset({"select", "datalist"})),
}
_REACH = 256
"""Levels that an end tag looks upwards for its element: a bound on hostile pages, far above real ones."""

_EDGES = frozenset(INVISIBLE + "&")


@functools.cache
def _token_re() -> re.Pattern[str]:
    element = rf"(/?)({NAME})({ATTRIBUTES})(?:>|\Z)"
    concealed = hidden("hidden", before="(", after=")")
    return re.compile(rf"\s*+({TEXT})(?:<(?:{concealed}|{element}|{COMMENT}|{DECLARATION})|\Z)")


def read_tree(source: str) -> Tree:
    """Read a page.

    Text outside the page's elements, after ``</html>`` for one, belongs to element 0.
    """
    builder = _Builder(source)
    for match in _token_re().finditer(source):
        text, concealed, slash, name = match.group(1, 2, 5, 6)
        if text:
            start = match.start(1)
            builder.text(start, start + len(text.rstrip()))
        if name is not None:
            if name in _IGNORED:
                continue
            name = name if name.islower() else name.lower()
            builder.at = match.end(1)
            if slash:
                builder.end(name)
            else:
                builder.start(name, match.span(7))
        elif concealed is not None:
            builder.hidden.append(Hidden(concealed.lower(), match.span(3), match.span(4)))
    return builder.finish()


class _Builder:
    """The open elements and the block being read; each tag and text moves them one step on."""

    __slots__ = (
        "at", "attributes", "blocks", "breaking", "ends", "first", "hidden", "last", "link", "open", "parents", "source", "svg",
        "tags", "voids", "_element", "_end", "_first_link", "_link_end", "_linked", "_size", "_start",
    )  # fmt: skip

    def __init__(self, source: str) -> None:
        self.source = source
        self.tags, self.parents, self.first, self.last = ["#page"], [-1], [0], [0]
        self.attributes: list[Span] = [(0, 0)]
        self.blocks: list[Block] = []
        self.hidden: list[Hidden] = []
        self.voids: list[tuple[str, Span]] = []
        self.ends = [len(source)]
        self.open = [0]
        self.at = 0
        self.link = self.svg = -1
        self.breaking = False
        self._start = -1
        self._end = self._size = self._linked = self._link_end = self._element = 0
        self._first_link = -1

    def text(self, start: int, end: int) -> None:
        """Add a stretch of text to the block that is being read."""
        if self.svg >= 0:
            self.flush()
        if self._start < 0:
            self._start = self._link_end = start
            self._element = self.open[-1]
            self._first_link = self.link
            self._size = self._linked = 0
        self._end = end
        self._size += end - start
        self.breaking = False
        if self.link >= 0:
            self._linked += end - start
            if self._first_link < 0:
                self._first_link = self.link
            elif self._first_link == self.link and self._linked == self._size:
                self._link_end = end
        if self.svg >= 0:
            self.flush()

    def flush(self) -> None:
        """End the block that is being read."""
        start, end = self._start, self._end
        if start < 0:
            return
        self._start = -1
        self.breaking = False
        source = self.source
        if source[start] in _EDGES or source[end - 1] in INVISIBLE or (source[end - 1] == ";" and "&" in source[start:end]):
            start, end = _edges(source, start, end)
        if start < end:
            self.blocks.append(
                Block(start, end, self._element, self._first_link, self._size, self._linked, min(self._link_end, end))
            )

    def start(self, name: str, attributes: Span) -> None:
        """Open an element, closing those that it ends by being there."""
        if name in BLOCK or "-" in name:
            self.flush()
            if self.tags[self.open[-1]] == "p":
                self._close(len(self.open) - 1)
            if name in _IMPLIED_ENDS:
                self._imply(*_IMPLIED_ENDS[name])
            if name in _KEPT_VOIDS:
                self.voids.append((name, attributes))
                return
            if name in _VOID_BLOCKS:
                return
        elif name == "br":
            self._line_break()
            return
        elif name == "img":
            self.voids.append((name, attributes))
            return
        elif name == "a":
            self._start_link()
        self.open.append(len(self.tags))
        self.parents.append(self.open[-2])
        self.tags.append(name)
        self.attributes.append(attributes)
        self.first.append(len(self.blocks))
        self.last.append(len(self.blocks))
        self.ends.append(self.at)
        if name == "a" and "href" in self.source[attributes[0] : attributes[1]].lower():
            self.link = self.open[-1]
        elif name == "svg" and self.svg < 0:
            self.svg = self.open[-1]

    def _line_break(self) -> None:
        if self.breaking or (self._start >= 0 and self._linked == self._size):
            self.flush()
        else:
            self.breaking = self._start >= 0

    def _start_link(self) -> None:
        if self._start >= 0 and self._linked == self._size:
            self.flush()
        if self.link >= 0:
            self.end("a")

    def _imply(self, ends: frozenset[str], limits: frozenset[str]) -> None:
        """Close the outermost open element among ``ends`` that lies below every one of ``limits``."""
        found = 0
        for depth in range(len(self.open) - 1, max(0, len(self.open) - 32), -1):
            tag = self.tags[self.open[depth]]
            if tag in limits:
                break
            if tag in ends:
                found = depth
        if found:
            self._close(found)

    def end(self, name: str) -> None:
        """Close the nearest open element of this name; an inline end tag never closes a block."""
        block = name in BLOCK or "-" in name
        if block:
            self.flush()
        elif name == "br":
            self._line_break()
            return
        tags, stack = self.tags, self.open
        for depth in range(len(stack) - 1, max(0, len(stack) - _REACH), -1):
            tag = tags[stack[depth]]
            if tag == name:
                self._close(depth)
                return
            if not block and tag in BLOCK and name != "a":
                return
            if tag in {"td", "th", "table"} and name not in {"table", "tr", "tbody", "thead", "tfoot", "td", "th", "body", "html"}:
                return

    def _close(self, depth: int) -> None:
        for element in self.open[depth:]:
            self.last[element] = len(self.blocks)
            self.ends[element] = self.at
            if element == self.link:
                self.link = -1
            if element == self.svg:
                self.svg = -1
        del self.open[depth:]

    def finish(self) -> Tree:
        """End the page."""
        self.flush()
        self.at = len(self.source)
        self._close(0)
        return Tree(
            self.source, self.tags, self.parents, self.attributes, self.ends, self.first, self.last, self.blocks, self.hidden, self.voids
        )


def _edges(source: str, start: int, end: int) -> Span:
    """Narrow a range of text and tags to its visible characters."""
    from newsparse.html.places import fold

    text, ranges = fold(source, start, end)
    kept = [place for letter, place in zip(text, ranges, strict=True) if not letter.isspace() and letter not in INVISIBLE]
    return (kept[0][0], kept[-1][1]) if kept else (start, start)
