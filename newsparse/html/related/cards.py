"""Cards: the headline of another story in; what the lines around it on its card tell of that story out."""

import re
from collections.abc import Iterator

from newsparse.html.body.flags import cue_flags, cue_mask, mask
from newsparse.html.body.outline import HEADINGS, Outline
from newsparse.html.metadata.printed import moment_printed
from newsparse.html.metadata.titles import same
from newsparse.html.page import HtmlPage
from newsparse.html.related.groups import letters
from newsparse.html.related.parts import is_time, may_be_time
from newsparse.labels import LineRole

_LEVELS, _LINES = 7, 10
_SHORT, _SHORT_NAME, _SUMMARY = 80, 40, 50
_GAPS, _ABOVE = 4, 3
"""Short lines that may stand between a headline and its time or summary, and the lines above it that a time is in."""
_SOURCE_RE = re.compile(
    r"""[\s"'_-](?:source|publisher|provider|outlet|quelle|site-?name)(?=[\s"'_-])""", re.IGNORECASE
)


def card_roles(page: HtmlPage, outline: Outline, head: int, taken: set[int]) -> Iterator[tuple[int, LineRole]]:
    """Yield the roles of the lines on a headline's card.

    A story's parts stand together: only names and kickers may part them, and a summary that has begun is not resumed.
    """
    first, last = _card(page, head, taken)
    yield from _above(page, outline, (first, head))
    gaps, summary, is_sourced = 0, -1, False
    for line in range(head + 1, last):
        role = _role(page, outline, line, head)
        if role is None and same(outline.texts[line]) == same(outline.texts[head]):
            continue  # the headline once more, over the picture
        if role is None or (role == "related_source" and is_sourced):
            gaps += 1
            if gaps > _GAPS or not _may_part(outline, line):
                return
            continue
        if role == "related_summary":
            if summary not in (-1, line - 1):
                return
            summary = line
        is_sourced = is_sourced or role == "related_source"
        yield line, role


def _above(page: HtmlPage, outline: Outline, lines: tuple[int, int]) -> Iterator[tuple[int, LineRole]]:
    """Yield the roles of the lines above a headline: of its time, and of names that would pass for the lead's own."""
    first, head = lines
    is_near, is_dated = True, False
    for line in range(head - 1, first - 1, -1):
        is_near = is_near and head - line <= _ABOVE and len(outline.texts[line]) < _SHORT_NAME
        if is_near and not is_dated and _is_moment(page, line):
            is_dated = True
            yield line, "related_timestamp"
        elif _role(page, outline, line, head) == "related_byline":
            yield line, "related_byline"


def _is_moment(page: HtmlPage, line: int) -> bool:
    """Tell whether a line is marked as a time, is one, or names a day among a few other words."""
    text = page.lines[line].text
    return page.tree.tags[page.tree.blocks[line].element] == "time" or is_time(text) or moment_printed(text) is not None


def _may_part(outline: Outline, line: int) -> bool:
    """Tell whether a line without a role of its own may stand between the parts of a card: a name or a kicker may."""
    text = outline.texts[line]
    if len(text) >= _SHORT_NAME or outline.tree.tags[outline.hosts[line]] in HEADINGS:
        return False
    return not cue_flags(text) & cue_mask("related", "promo", "share", "comment", "legal")


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
    if tree.tags[tree.blocks[line].element] == "time" or (may_be_time(text) and same(text) != title):
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
