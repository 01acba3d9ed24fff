"""The reader: a page's source in, its tree out, in one pass over its tags.

Tags are read from the source itself, so every text keeps its place and no depth is too deep. The tree is the one that
a browser builds, save for repairs that move text, which grounding forbids.
"""

import functools
import re

from msgspec.structs import replace

from newsparse.html.reading.kinds import (
    BLOCK_START,
    BREAK,
    DRAWING_START,
    IMAGE,
    INLINE_END,
    INLINE_START,
    LINK_START,
    RULE,
    SKIP,
    Kinds,
    common_kinds,
)
from newsparse.html.reading.markup import (
    ATTRIBUTES,
    BLOCK,
    CHARACTER_RE,
    COMMENT,
    DECLARATION,
    DRAWING,
    NAME,
    TEXT,
    hidden,
)
from newsparse.html.reading.places import edges
from newsparse.html.reading.tree import Block, Hidden, Tree
from newsparse.html.reading.visible import decode
from newsparse.lazy import pattern
from newsparse.span import INVISIBLE, Span

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

_END, _HIDDEN, _NAME, _ELEMENT, _TEXT = 1, 3, 4, 5, 6
"""Groups of a token; the last one tells its kind. A comment, a drawing and the like have none."""


@functools.cache
def _token_re() -> re.Pattern[str]:
    end = r"(/[a-zA-Z][^\s/>]*+)>"  # as nearly all are written; by itself it takes half the time of any element
    concealed = hidden("hidden", before="(", after=")")
    element = rf"(/?{NAME})({ATTRIBUTES})(?:>|\Z)"
    return pattern(rf"\s*+(?:<(?:{end}|{DRAWING}|{concealed}|{element}|{COMMENT}|{DECLARATION})|({TEXT})|\Z)")


def read_tree(source: str) -> Tree:
    """Read a page.

    Text outside the page's elements, after ``</html>`` for one, belongs to element 0.
    """
    page = _Page(source)
    _grow(page)
    return page.finish()


def _grow(page: "_Page") -> None:
    """Take the tokens in turn; what nearly all of them do is done here, without a call.

    A token is asked for no more than it is needed for, and none is kept: tuples of all groups of all tokens are slower.
    """
    kinds, keep = Kinds(common_kinds()), {_TEXT: page.text, _HIDDEN: page.conceal, None: _ignore}
    stack, tags, blocks, last, ends = page.open, page.tags, page.blocks, page.last, page.ends
    first, parents, places = page.first.append, page.parents.append, page.attributes.append
    for token in _token_re().finditer(page.source):
        group = token.lastindex
        if group == _END:
            kind, tag = kinds[token[_END]]
        elif group == _ELEMENT:
            kind, tag = kinds[token[_NAME]]
        else:
            keep[group](token)
            continue
        if page.pending and INLINE_END < kind < INLINE_START:
            page.flush()
        if kind < BLOCK_START:
            if tags[stack[-1]] == tag:
                element = stack.pop()
                last[element], ends[element] = len(blocks), token.end()
            else:
                page.end(tag, kind, token.end())
            continue
        if kind == BLOCK_START:
            above = tags[stack[-1]]
            if above == "p" or (tag in _IMPLIED_ENDS and above not in _IMPLIED_ENDS[tag][1]):
                page.make_way(tag, token.start(_NAME) - 1)
        elif kind != INLINE_START and (kind == SKIP or not page.opens(kind, tag, token)):
            continue
        first(len(blocks))
        parents(stack[-1])
        places(token.span(_ELEMENT))
        stack.append(len(tags))
        tags.append(tag)
        last.append(0)
        ends.append(0)


def _ignore(_: re.Match[str]) -> None:
    """Keep nothing."""


class _Page:
    """The open elements and the block being read; each tag and text moves them one step on."""

    __slots__ = (
        "_broken",
        "_drawing",
        "_link",
        "attributes",
        "blocks",
        "ends",
        "first",
        "hidden",
        "last",
        "open",
        "parents",
        "pending",
        "source",
        "tags",
        "voids",
    )  # fmt: skip

    def __init__(self, source: str) -> None:
        self.source = source
        self.tags, self.parents, self.first, self.last, self.ends = ["#page"], [-1], [0], [0], [0]
        self.attributes: list[Span] = [(0, 0)]
        self.blocks: list[Block] = []
        self.hidden: list[Hidden] = []
        self.voids: list[tuple[str, Span]] = []
        self.open = [0]
        self._link = self._drawing = -1
        self.pending: Block | None = None
        self._broken: Block | None = None

    def text(self, token: re.Match[str]) -> None:
        """Add a stretch of text to the block that is being read."""
        start, size = token.start(_TEXT), len(token[_TEXT].rstrip())
        link, drawn = self._link, self._drawing >= 0 and self._is_drawn()
        if link >= 0 and self.ends[link]:
            link = self._link = -1
        if drawn and self.pending:
            self.flush()
        end = start + size
        if self.pending:
            self.pending = _longer(self.pending, start, end, link)
        elif link >= 0:
            self.pending = Block(start, end, self.open[-1], link, size, size, end)
        else:
            self.pending = Block(start, end, self.open[-1], -1, size, 0, start)
        if drawn:
            self.flush()

    def _is_drawn(self) -> bool:
        if self._drawing >= 0 and self.ends[self._drawing]:
            self._drawing = -1
        return self._drawing >= 0

    def flush(self) -> None:
        """End the block that is being read, if there is one."""
        block, source = self.pending, self.source
        if block is None:
            return
        self.pending = None
        start, end = block.start, block.end
        tail = end - _SHORT_REFERENCE if end > _SHORT_REFERENCE else 0
        if source[start] in _STARTS or source[end - 1] in _ENDS or source.find("&", tail, end) >= 0:
            start, end = _edges(source, start, end)
            if start == end:
                return
            block = replace(block, start=start, end=end, link_end=min(block.link_end, end))
        self.blocks.append(block)

    def conceal(self, token: re.Match[str]) -> None:
        """Keep a hidden element."""
        stop, end = token.end(_HIDDEN), token.end()
        self.hidden.append(Hidden(token["hidden"].lower(), token.span(_HIDDEN), (min(stop + 1, end), end)))

    def make_way(self, name: str, at: int) -> None:
        """Close the elements that the start of a block ends by being there."""
        if self.tags[self.open[-1]] == "p":
            self._close(len(self.open) - 1, at)
        if name in _IMPLIED_ENDS:
            ends, limits = _IMPLIED_ENDS[name]
            if self.tags[self.open[-1]] not in limits:
                self._imply(ends, limits, at)

    def opens(self, kind: int, name: str, token: re.Match[str]) -> bool:
        """Do what comes with the start of a less common element; tell whether it is to be opened."""
        if kind == LINK_START:
            self._start_link(token[_ELEMENT])
        elif kind == DRAWING_START:
            self._drawing = self._drawing if self._is_drawn() else len(self.tags)
        elif kind == BREAK:
            self._line_break()
        else:
            if kind != RULE:
                self.voids.append((name, token.span(_ELEMENT)))
            if kind != IMAGE:
                self.flush()
                self.make_way(name, token.start(_NAME) - 1)
        return kind <= DRAWING_START

    def _line_break(self) -> None:
        """End a block at the second of two breaks, or at one behind nothing but links."""
        block = self.pending
        if block and (block is self._broken or block.linked == block.size):
            self.flush()
        else:
            self._broken = block

    def _start_link(self, attributes: str) -> None:
        if self.pending and self.pending.linked == self.pending.size:
            self.flush()
        if self._link >= 0 and not self.ends[self._link]:
            self.end("a", INLINE_END, self.attributes[self._link][1])
        if "href" in attributes or "href" in attributes.lower():
            self._link = len(self.tags)

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
        stack, tags = self.open, self.tags
        for depth in range(len(stack) - 1, max(0, len(stack) - _REACH), -1):
            tag = tags[stack[depth]]
            if tag == name:
                self._close(depth, at)
                return
            if (kind == INLINE_END and tag in BLOCK and name != "a") or (tag in _SCOPES and name not in _TABLE_ENDS):
                return

    def _close(self, depth: int, at: int) -> None:
        for element in self.open[depth:]:
            self.last[element] = len(self.blocks)
            self.ends[element] = at
        del self.open[depth:]

    def finish(self) -> Tree:
        """End the page."""
        self.flush()
        self._close(0, len(self.source))
        return Tree(
            self.source, self.tags, self.parents, self.attributes, self.ends, self.first, self.last, self.blocks,
            self.hidden, self.voids,
        )  # fmt: skip


def _longer(block: Block, start: int, end: int, link: int) -> Block:
    """Return a block with a further stretch of text."""
    size, linked, first, link_end = block.size + end - start, block.linked, block.link, block.link_end
    if link >= 0:
        linked += end - start
        if first < 0:
            first = link
        elif first == link and linked == size:
            link_end = end
    return Block(block.start, end, block.element, first, size, linked, link_end)


def _edges(source: str, start: int, end: int) -> Span:
    """Narrow a range of text and tags to its visible characters."""
    last = _last_reference(source, start, end)
    if source[end - 1] not in INVISIBLE and _shows(source, start, end) and _shows(source, last, end):
        return start, end
    return edges(source, start, end)


def _last_reference(source: str, start: int, end: int) -> int:
    return max(start, source.rfind("&", max(start, end - _LONGEST_REFERENCE), end))


def _shows(source: str, start: int, end: int) -> bool:
    """Tell whether a range starts, or a range of one reference ends, with a character that can be seen."""
    if source[start] != "&":
        return source[start] not in INVISIBLE and source[end - 1] not in INVISIBLE
    match = CHARACTER_RE.match(source, start, end)
    text = decode(match[0]) if match else ""
    return bool(text) and not text[0].isspace() and text[0] not in INVISIBLE and text[-1] not in INVISIBLE + "\xa0 "
