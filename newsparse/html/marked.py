"""Marked elements: microdata, ``time``, ``rel=author`` and telling class names in; what they say, with places out.

Rare attributes are searched in the source and mapped to elements by their place: most elements are never looked at.
"""

import bisect
import functools
import re
from collections.abc import Iterator

from newsparse.html.attributes import attribute_spans, value_at
from newsparse.html.metadata import Said
from newsparse.html.places import fold
from newsparse.html.tree import Block, Tree
from newsparse.html.visible import visible_text
from newsparse.span import Span


@functools.cache
def _mark_re() -> re.Pattern[str]:
    return re.compile(
        r"""(?<![\w-])(?:itemprop\s*+=\s*+["']?([\w ]++)|rel\s*+=\s*+["']?[\w ]*?\bauthor\b|(?:datetime|pubdate)(?=[\s=>])"""
        r"""|(?:class|id|data-testid)\s*+=\s*+["'][^"'<>]*?(?<![a-z])(byline|author|writer|autor|auteur|autore|redakteur|publish|date|time)"""
        r"""[^"'<>]*+["'])""",
        re.IGNORECASE,
    )


def marked(tree: Tree) -> Iterator[tuple[int, str]]:
    """Yield each marked element with the word that marks it, in source order."""
    starts = [place[0] for place in tree.attributes]
    for match in _mark_re().finditer(tree.source):
        element = bisect.bisect_right(starts, match.start()) - 1
        if element > 0 and match.start() < tree.attributes[element][1]:
            yield element, (match[1] or match[2] or match[0].partition("=")[0]).strip().lower()


def said_by(tree: Tree, element: int) -> Iterator[Said]:
    """Yield what an element says: its machine-readable attributes first, then its text."""
    spans = attribute_spans(tree.source, tree.attributes[element])
    for name in ("content", "datetime", "title"):
        if name in spans and (value := value_at(tree.source, spans[name])):
            yield Said(value, spans[name])
    yield from text_of(tree, element)


def text_of(tree: Tree, element: int) -> Iterator[Said]:
    """Yield the text of an element up to the end of its first line, if it is short."""
    start, end = tree.attributes[element][1] + 1, tree.ends[element]
    low = bisect.bisect_right(tree.blocks, start, key=_end_of)
    for block in tree.blocks[low : low + 1]:
        begin, stop = max(block.start, start), min(block.end, end)
        if 0 < stop - begin < 2000 and (text := visible_text(tree.source[begin:stop])):
            yield Said(text, tightened(tree.source, begin, stop))


def _end_of(block: Block) -> int:
    return block.end


def tightened(source: str, start: int, end: int) -> Span:
    """Narrow a range to its first and last character of text, where tags or white space stand at its edges."""
    _, ranges = fold(source, start, end)
    return ranges[0][0], ranges[-1][1]
