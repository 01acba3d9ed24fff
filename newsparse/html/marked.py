"""Marked elements: words of attributes in; the elements that carry them, and what these say, out.

The words are searched in the source and mapped to elements by their place: most elements are never looked at.
"""

import bisect
from collections.abc import Iterator

from newsparse.html.attributes import attribute_spans, value_at
from newsparse.html.metadata import Said
from newsparse.html.places import fold
from newsparse.html.tree import Block, Tree
from newsparse.html.visible import visible_text
from newsparse.span import Span

_MOST = 200
_LINES = 2


def marked(tree: Tree, *needles: str) -> Iterator[int]:
    """Yield the elements whose attributes hold one of the needles: needle by needle, then in source order."""
    for needle in needles:
        for at in places_of(tree.source, needle):
            element = element_at(tree, at)
            if element is not None:
                yield element


def places_of(source: str, needle: str, most: int = _MOST) -> Iterator[int]:
    """Yield where a word stands, the first times."""
    at = source.find(needle)
    for _ in range(most):
        if at < 0:
            return
        yield at
        at = source.find(needle, at + len(needle))


def element_at(tree: Tree, place: int) -> int | None:
    """Return the element in whose attributes a place lies."""
    element = bisect.bisect_right(tree.attributes, (place, len(tree.source))) - 1
    return element if element > 0 and place < tree.attributes[element][1] else None


def said_by(tree: Tree, element: int) -> Iterator[Said]:
    """Yield what an element says: its machine-readable attributes first, then its text."""
    spans = attribute_spans(tree.source, tree.attributes[element])
    for name in ("content", "datetime", "title"):
        if name in spans and (value := value_at(tree.source, spans[name])):
            yield Said(value, spans[name])
    yield from text_of(tree, element)


def text_of(tree: Tree, element: int) -> Iterator[Said]:
    """Yield the text of an element up to the end of its first line, if it is short."""
    for said in texts_of(tree, element):
        yield said
        return


def texts_of(tree: Tree, element: int) -> Iterator[Said]:
    """Yield the texts of an element's first lines, the short ones."""
    start, end = tree.attributes[element][1] + 1, tree.ends[element]
    low = bisect.bisect_right(tree.blocks, start, key=_end_of)
    for block in tree.blocks[low : low + _LINES]:
        begin, stop = max(block.start, start), min(block.end, end)
        if 0 < stop - begin < 2000 and (text := visible_text(tree.source[begin:stop])):
            yield Said(text, tightened(tree.source, begin, stop))


def _end_of(block: Block) -> int:
    return block.end


def tightened(source: str, start: int, end: int) -> Span:
    """Narrow a range to its first and last character of text, where tags or white space stand at its edges."""
    _, ranges = fold(source, start, end)
    return ranges[0][0], ranges[-1][1]
