"""Bylines: a page's tree in; the short lines near its headline that open as a byline does, with their place, out.

For pages that mark no element as an author's: ``By``, ``Von``, ``Text:`` and the name stand under the headline.
"""

from collections.abc import Iterator

from newsparse.html.metadata.marked import tightened
from newsparse.html.metadata.names import has_lead, is_lead
from newsparse.html.metadata.printed import headline_block
from newsparse.html.metadata.sources import Said
from newsparse.html.reading.tree import Block, Tree
from newsparse.html.reading.visible import visible_text

_LONGEST = 120
_BEFORE, _AFTER = 4, 14
_RIGHTS = "©"


def printed_bylines(tree: Tree) -> Iterator[Said]:
    """Yield bylines, those after the headline first; a name may stand on the line after its ``By``."""
    headline, count = headline_block(tree), len(tree.blocks)
    after = range(headline + 1, min(count, headline + _AFTER))
    before = range(max(0, headline - _BEFORE), headline)
    for index in (*after, *before):
        text = _text(tree, tree.blocks[index])
        if is_lead(text) and index + 1 < count:
            block = tree.blocks[index + 1]
            yield Said(f"{text} {_text(tree, block)}", tightened(tree.source, block.start, block.end))
        elif has_lead(text) and text[0] not in _RIGHTS:
            block = tree.blocks[index]
            yield Said(text, tightened(tree.source, block.start, block.end))


def _text(tree: Tree, block: Block) -> str:
    """Return a block's text; nothing of a longer one."""
    short = block.size <= _LONGEST and block.end - block.start <= 16 * _LONGEST
    return visible_text(tree.source[block.start : block.end]) if short else ""
