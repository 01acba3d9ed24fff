"""Announced stories: a linked line in; whether it leads to another story by its own words or marks, out."""

import re

from newsparse.html.body.flags import cue_flags, cue_mask, mask
from newsparse.html.body.outline import Outline
from newsparse.html.page import HtmlPage
from newsparse.html.related.addresses import read_address
from newsparse.html.related.groups import letters

_CUE, _LINKED, _SHORTEST, _REACH = 30, 20, 18, 600
_NEIGHBOUR_RE = re.compile(r"""nav-(?:previous|next)|post-?nav|rel=["']?(?:prev|next)\b""")


def is_announced(page: HtmlPage, outline: Outline, line: int) -> bool:
    """Tell whether a line says that it leads to another story, or is marked as the link to the one before or after."""
    if outline.above[outline.hosts[line]] & mask("comment"):
        return False
    if _is_cued(page, outline, line):
        return True
    return letters(outline.texts[line]) >= _SHORTEST and _is_neighbour(page, outline, line)


def _is_cued(page: HtmlPage, outline: Outline, line: int) -> bool:
    """Tell whether a line announces another story: ``Read more: Council votes for a second bridge``."""
    text = outline.texts[line]
    colon = text.find(":", 1, _CUE)
    if colon < 0 or page.tree.blocks[line].linked < _LINKED or not cue_flags(text[:colon]) & cue_mask("related"):
        return False
    address = read_address(page.links.page_of(line))
    return letters(text) - colon > _SHORTEST and address is not None and not address.is_service


def _is_neighbour(page: HtmlPage, outline: Outline, line: int) -> bool:
    tree, block = page.tree, page.tree.blocks[line]
    places = [tree.attributes[max(block.link, block.element)]]
    if outline.above[outline.hosts[line]] & mask("<nav>", "nav"):
        places.append(tree.attributes[tree.parents[block.element]])
    return any([end - start < _REACH and _NEIGHBOUR_RE.search(tree.source, start, end) for start, end in places])
