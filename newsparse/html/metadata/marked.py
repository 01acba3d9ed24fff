"""Marked elements: words of attributes in; the elements that carry them, and what these say, out.

The words are searched in the attributes of all elements at once: on most pages most of them stand nowhere.
"""

import functools
from collections.abc import Iterator

from newsparse.html.metadata.sources import Said
from newsparse.html.reading.attributes import attribute_spans, value_at
from newsparse.html.reading.places import fold
from newsparse.html.reading.tree import Tree
from newsparse.html.reading.visible import visible_text
from newsparse.span import Span

_MOST = 200
_LINES = 2


class Marks:
    """The attributes of a page's elements, to be searched for words."""

    def __init__(self, tree: Tree) -> None:
        self.tree = tree

    @functools.cached_property
    def _each(self) -> list[str]:
        source = self.tree.source
        return [source[start:end] for start, end in self.tree.attributes]

    @functools.cached_property
    def _all(self) -> str:
        return "\n".join(self._each)

    def written(self, element: int) -> str:
        """Return an element's attributes as the page writes them."""
        return self._each[element]

    def with_any(self, *needles: str) -> Iterator[int]:
        """Yield the elements whose attributes hold one of the needles: needle by needle, then in source order."""
        for needle in needles:
            if needle in self._all:
                found = [element for element, written in enumerate(self._each) if needle in written]
                yield from found[:_MOST]


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
    low = tree.block_after(start)
    for block in tree.blocks[low : low + _LINES]:
        begin, stop = max(block.start, start), min(block.end, end)
        if 0 < stop - begin < 2000 and (text := visible_text(tree.source[begin:stop])):
            yield Said(text, tightened(tree.source, begin, stop))


def tightened(source: str, start: int, end: int) -> Span:
    """Narrow a range to its first and last character of text, where tags or white space stand at its edges."""
    _, ranges = fold(source, start, end)
    return ranges[0][0], ranges[-1][1]
