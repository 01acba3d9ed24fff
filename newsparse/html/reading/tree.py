"""The tree of a page: elements and blocks of text as flat columns, each with its place in the source."""

from bisect import bisect_right

import msgspec

from newsparse.span import Span


class Block(msgspec.Struct, frozen=True, gc=False):
    """A stretch of text that no block boundary interrupts: from its first to its last visible character."""

    start: int
    end: int
    element: int
    """The innermost element that was open when the text began."""
    link: int
    """The first link that the text lies in, or -1."""
    size: int
    """Characters of text, tags excluded."""
    linked: int
    """Characters of text inside links."""
    link_end: int
    """Where the first link's text ends, when the block begins with a link; else its start."""


class Hidden(msgspec.Struct, frozen=True, gc=False):
    """A hidden element with its attributes and content: where metadata and embedded state are read from."""

    name: str
    attributes: Span
    content: Span


class Tree(msgspec.Struct, frozen=True, gc=False):
    """Elements in source order; element 0 is the page itself."""

    source: str
    tags: list[str]
    parents: list[int]
    attributes: list[Span]
    ends: list[int]
    """Where each element's content ends."""
    first: list[int]
    """Index of the first block that begins inside the element."""
    last: list[int]
    """Index after the last block that begins inside the element."""
    blocks: list[Block]
    hidden: list[Hidden]
    voids: list[tuple[str, Span]]
    """``meta``, ``link``, ``base`` and ``img`` tags: name and place of the attributes."""

    def block_after(self, position: int) -> int:
        """Return the index of the first block that ends behind a position of the source."""
        return bisect_right(self.blocks, position, key=_end_of)


def _end_of(block: Block) -> int:
    return block.end
