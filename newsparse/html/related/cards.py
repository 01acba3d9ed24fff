"""Cards: the headline of another story in; what the lines around it on its card tell of that story out."""

import re
from collections.abc import Iterator

from newsparse.html.body.flags import cue_flags, cue_mask, mask
from newsparse.html.body.outline import Outline
from newsparse.html.metadata.titles import same
from newsparse.html.page import HtmlPage
from newsparse.html.related.groups import letters
from newsparse.html.related.parts import may_be_time
from newsparse.labels import LineRole

_LEVELS, _LINES = 7, 10
_SHORT, _SHORT_NAME, _SUMMARY = 80, 40, 50
_SOURCE_RE = re.compile(
    r"""[\s"'_-](?:source|publisher|provider|outlet|quelle|site-?name)(?=[\s"'_-])""", re.IGNORECASE
)


def card_roles(page: HtmlPage, outline: Outline, head: int, taken: set[int]) -> Iterator[tuple[int, LineRole]]:
    """Yield the roles of the lines on a headline's card, those above it only where they would pass for the lead's own.

    A story's parts stand together: what follows a line that tells nothing is no part of it.
    """
    first, last = _card(page, head, taken)
    told: set[LineRole] = set()
    for line in range(head + 1, last):
        role = None if line in taken else _role(page, outline, line, head)
        if role is None or role in told:
            break
        told.update({role} - {"related_summary"})
        yield line, role
    for line in range(first, head):
        if line not in taken and _role(page, outline, line, head) == "related_byline":
            yield line, "related_byline"


def _card(page: HtmlPage, head: int, taken: set[int]) -> tuple[int, int]:
    """Return the lines of the largest element around a headline that holds no other one and no body."""
    tree = page.tree
    element = tree.blocks[head].element
    first, last = head, head + 1
    for _ in range(_LEVELS):
        low, high = tree.first[element], tree.last[element]
        if element <= 0 or high - low > _LINES:
            break
        if not (taken.isdisjoint(range(low, head)) and taken.isdisjoint(range(head + 1, high))):
            break
        first, last = min(first, low), max(last, high)
        element = tree.parents[element]
    return first, last


def _role(page: HtmlPage, outline: Outline, line: int, head: int) -> LineRole | None:
    text, title = page.lines[line].text, same(page.lines[head].text)
    tree, host = page.tree, outline.hosts[line]
    flags = outline.own[host]
    cues = cue_flags(text) if len(text) < _SHORT else 0
    if tree.tags[tree.blocks[line].element] == "time" or may_be_time(text):
        return "related_timestamp"
    if len(text) < _SHORT_NAME and _SOURCE_RE.search(tree.source, *tree.attributes[tree.blocks[line].element]):
        return "related_source"
    if cues & cue_mask("byline") and flags & mask("meta"):
        return "related_byline"
    if _leads_elsewhere(page, line, head):
        return None
    if letters(text) >= _SUMMARY and not flags & mask("caption"):
        return None if title in same(text) or text.startswith(("http:", "https:")) else "related_summary"
    return "caption" if flags & mask("caption") else None


def _leads_elsewhere(page: HtmlPage, line: int, head: int) -> bool:
    """Tell whether a line is a link to another page than the headline's."""
    block = page.tree.blocks[line]
    if block.link < 0 or block.linked * 2 < block.size:
        return False
    return page.links.page_of(line) not in ("", page.links.page_of(head))
