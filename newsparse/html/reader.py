"""The reader: a page's source in, its tree out, in one pass over its tags.

Tags are read from the source itself, so every text keeps its place and no depth is too deep. The tree is the one that
a browser builds, save for repairs that move text, which grounding forbids.
"""

import functools
import itertools
import re

from newsparse.html.markup import ATTRIBUTES, BLOCK, CHARACTER_RE, COMMENT, DECLARATION, DRAWING, NAME, TEXT, hidden
from newsparse.html.places import fold
from newsparse.html.tree import Block, Hidden, Tree
from newsparse.html.visible import decode
from newsparse.span import INVISIBLE, Span

_IGNORED = frozenset(
    [
        "b",
        "i",
        "em",
        "strong",
        "font",
        "u",
        "big",
        "small",
        "s",
        "strike",
        "tt",
        "nobr",
        "wbr",
        "path",
        "g",
        "circle",
        "rect",
        "line",
        "polyline",
        "polygon",
        "ellipse",
        "use",
        "defs",
        "stop",
        "lineargradient",
        "symbol",
        "mask",
        "clippath",
        "ins",
        "kbd",
        "mark",
        "q",
        "source",
        "area",
        "param",
        "col",
        "track",
        "embed",
        "input",
        "abbr",
        "sub",
        "sup",
    ]
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
_LONGEST_REFERENCE, _SHORT_REFERENCE = 40, 8
_REACH = 256
"""Levels that an end tag looks upwards for its element: a bound on hostile pages, far above real ones."""
_SCOPES = frozenset({"td", "th", "table"})
_TABLE_ENDS = frozenset({"table", "tr", "tbody", "thead", "tfoot", "td", "th", "body", "html"})
_STARTS, _ENDS = frozenset(INVISIBLE + "&"), frozenset(INVISIBLE + ";")

_SKIP, _INLINE, _BLOCK, _VOID, _BREAK, _IMAGE, _RULE = range(7)


class _Kinds(dict[str, int]):
    """What a tag does to the tree, by its name as it is spelled; worked out once a spelling."""

    def __missing__(self, spelled: str) -> int:
        name = spelled.lower()
        kind = _BLOCK if name in BLOCK or "-" in name else _INLINE
        if name in _IGNORED:
            kind = _SKIP
        elif name in _KEPT_VOIDS:
            kind = _IMAGE if name == "img" else _VOID
        elif name in _VOID_BLOCKS:
            kind = _RULE
        elif name == "br":
            kind = _BREAK
        self[spelled] = kind
        return kind


@functools.cache
def _token_re() -> re.Pattern[str]:
    element = rf"(/?)({NAME})({ATTRIBUTES})(?:>|\Z)"
    concealed = hidden("hidden", before="(", after=")")
    return re.compile(rf"((\s*+)({TEXT})(?:<(?:{DRAWING}|{concealed}|{element}|{COMMENT}|{DECLARATION})|\Z))")


def read_tree(source: str) -> Tree:
    """Read a page.

    Text outside the page's elements, after ``</html>`` for one, belongs to element 0.
    """
    builder = _Builder(source)
    kinds = _Kinds()
    at = 0
    for whole, space, text, concealed, shown, content, slash, name, attributes in _token_re().findall(source):
        if text:
            start = at + len(space)
            builder.text(start, start + len(text.rstrip()))
        at += len(whole)
        if name:
            kind = kinds[name]
            if kind == _SKIP:
                continue
            lowered = name if name.islower() else name.lower()
            if slash:
                builder.end(lowered, kind, at)
            else:
                builder.start(lowered, kind, (at - 1 - len(attributes), at - 1))
        elif concealed:
            stop = at - len(content)
            builder.hidden.append(Hidden(concealed.lower(), (stop - 1 - len(shown), stop - 1), (stop, at)))
    return builder.finish()


class _Builder:
    """The open elements and the block being read; each tag and text moves them one step on."""

    __slots__ = (
        "_element",
        "_end",
        "_first_link",
        "_link_end",
        "_linked",
        "_size",
        "_start",
        "attributes",
        "blocks",
        "breaking",
        "ends",
        "first",
        "hidden",
        "last",
        "link",
        "open",
        "parents",
        "source",
        "svg",
        "tags",
        "voids",
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
        if (
            source[start] in _STARTS
            or source[end - 1] in _ENDS
            or "&" in source[max(start, end - _SHORT_REFERENCE) : end]
        ):
            start, end = _edges(source, start, end)
        if start < end:
            self.blocks.append(
                Block(start, end, self._element, self._first_link, self._size, self._linked, min(self._link_end, end))
            )

    def start(self, name: str, kind: int, attributes: Span) -> None:
        """Open an element, closing those that it ends by being there."""
        if kind != _INLINE and self._open_no_inline(name, kind, attributes):
            return
        if name == "a":
            self._start_link()
        element = len(self.tags)
        self.parents.append(self.open[-1])
        self.open.append(element)
        self.tags.append(name)
        self.attributes.append(attributes)
        self.first.append(len(self.blocks))
        self.last.append(0)
        self.ends.append(0)
        if name == "a":
            if "href" in self.source[attributes[0] : attributes[1]].lower():
                self.link = element
        elif name == "svg" and self.svg < 0:
            self.svg = element

    def _open_no_inline(self, name: str, kind: int, attributes: Span) -> bool:
        """Do what the start of any but an inline element does; tell whether there is nothing to open."""
        if kind == _BREAK:
            self._line_break()
            return True
        if kind == _IMAGE:
            self.voids.append((name, attributes))
            return True
        if self._start >= 0:
            self.flush()
        if self.tags[self.open[-1]] == "p":
            self._close(len(self.open) - 1, attributes[0] - 1 - len(name))
        if name in _IMPLIED_ENDS:
            self._imply(*_IMPLIED_ENDS[name], attributes[0] - 1 - len(name))
        if kind == _VOID:
            self.voids.append((name, attributes))
        return kind != _BLOCK

    def _line_break(self) -> None:
        if self.breaking or (self._start >= 0 and self._linked == self._size):
            self.flush()
        else:
            self.breaking = self._start >= 0

    def _start_link(self) -> None:
        if self._start >= 0 and self._linked == self._size:
            self.flush()
        if self.link >= 0:
            self.end("a", _INLINE, self.attributes[self.link][1])

    def _imply(self, ends: frozenset[str], limits: frozenset[str], at: int) -> None:
        """Close the outermost open element among ``ends`` that lies below every one of ``limits``."""
        found = 0
        for depth in range(len(self.open) - 1, max(0, len(self.open) - 32), -1):
            tag = self.tags[self.open[depth]]
            if tag in limits:
                break
            if tag in ends:
                found = depth
        if found:
            self._close(found, at)

    def end(self, name: str, kind: int, at: int) -> None:
        """Close the nearest open element of this name; an inline end tag never closes a block."""
        if kind == _BREAK:
            self._line_break()
            return
        if kind != _INLINE and self._start >= 0:
            self.flush()
        stack, tags = self.open, self.tags
        element = stack[-1]
        if tags[element] == name:
            stack.pop()
            self.last[element] = len(self.blocks)
            self.ends[element] = at
            if element == self.link:
                self.link = -1
            elif element == self.svg:
                self.svg = -1
            return
        for depth in range(len(stack) - 1, max(0, len(stack) - _REACH), -1):
            tag = tags[stack[depth]]
            if tag == name:
                self._close(depth, at)
                return
            if (kind == _INLINE and tag in BLOCK and name != "a") or (tag in _SCOPES and name not in _TABLE_ENDS):
                return

    def _close(self, depth: int, at: int) -> None:
        count = len(self.blocks)
        for element in self.open[depth:]:
            self.last[element] = count
            self.ends[element] = at
            if element == self.link:
                self.link = -1
            if element == self.svg:
                self.svg = -1
        del self.open[depth:]

    def finish(self) -> Tree:
        """End the page."""
        self.flush()
        self._close(0, len(self.source))
        return Tree(
            self.source, self.tags, self.parents, self.attributes, self.ends, self.first, self.last,
            self.blocks, self.hidden, self.voids,
        )  # fmt: skip


def _edges(source: str, start: int, end: int) -> Span:
    """Narrow a range of text and tags to its visible characters."""
    last = _last_reference(source, start, end)
    if source[end - 1] not in INVISIBLE and _shows(source, start, end) and _shows(source, last, end):
        return start, end
    text, ranges = fold(source, start, end)
    shown = [not letter.isspace() and letter not in INVISIBLE for letter in text]
    kept = list(itertools.compress(ranges, shown))
    return (kept[0][0], kept[-1][1]) if kept else (start, start)


def _last_reference(source: str, start: int, end: int) -> int:
    return max(start, source.rfind("&", max(start, end - _LONGEST_REFERENCE), end))


def _shows(source: str, start: int, end: int) -> bool:
    """Tell whether a range starts, or a range of one reference ends, with a character that can be seen."""
    if source[start] != "&":
        return source[start] not in INVISIBLE and source[end - 1] not in INVISIBLE
    match = CHARACTER_RE.match(source, start, end)
    text = decode(match[0]) if match else ""
    return bool(text) and not text[0].isspace() and text[0] not in INVISIBLE and text[-1] not in INVISIBLE + "\xa0 "
