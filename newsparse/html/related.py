"""Related stories: a page, its outline and its body in; the lines that make up other stories out.

A related story is a link to another story, shown with that story's headline: beside, after or inside the body.
"""

import functools
import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from newsparse.html.flags import cue_flags, flag_names, words_of
from newsparse.html.links import is_story
from newsparse.html.outline import HEADINGS, Outline
from newsparse.html.page import HtmlPage
from newsparse.html.titles import same
from newsparse.html.tree import Tree
from newsparse.labels import LineRole

_MOST_OF_BODY = 0.95
_MEDIAN, _REMOTE_MEDIAN = 28, 40
_SHORTEST, _CLEAR, _LONGEST = 16, 30, 240
_CARD_LEVELS, _CARD_LINES = 7, 10
_TIME_RE = re.compile(
    r"\d{1,2}[:.]\d{2}|\d{4}|\b\d{1,2}[./-]\d{1,2}\b|\b\d+\s?(?:min|h|hours?|days?|std|tagen?|stunden)\b",
    re.IGNORECASE,
)


class Story(NamedTuple):
    """Another story: the line of its headline, and the lines of its card."""

    headline: int
    first: int
    last: int


def find_related(page: HtmlPage, outline: Outline, body: set[int]) -> dict[int, tuple[LineRole, str]]:
    """Return the role and the rule of each line that belongs to a related story."""
    heads = _headlines(page, outline, body)
    kept = sorted(_consistent(page, outline, heads))
    found: dict[int, tuple[LineRole, str]] = {}
    taken = set(kept)
    for head in kept:
        found[head] = "related_headline", "links to a story"
        for line in _card(page, head, taken):
            role = _card_role(page, outline, line, head)
            if role and line not in body and line not in found:
                found[line] = role, "on the card of a related headline"
    return found


@functools.cache
def _mask(*names: str) -> int:
    known = flag_names()
    return sum(1 << known.index(name) for name in names)


def letters(text: str) -> int:
    """Return a text's length, a wide character counted as two."""
    return len(text) if text.isascii() else len(text) + sum(letter > "\u2e80" for letter in text)


def _headlines(page: HtmlPage, outline: Outline, body: set[int]) -> list[int]:
    """Pick for each address of a run of lines the one that is its headline."""
    own = same(str(page.fields["headline"][0])) if "headline" in page.fields else ""
    url = str(page.fields["url"][0]) if "url" in page.fields else ""
    runs: list[tuple[str, list[int]]] = []
    for line in _candidates(page, outline, body):
        address = page.links.get(line, ("", (0, 0)))[0].partition("#")[0]
        if address == url or not is_story(address):
            continue
        if runs and runs[-1][0] == address and line - runs[-1][1][-1] <= 4:
            runs[-1][1].append(line)
        else:
            runs.append((address, [line]))
    best = [max(lines, key=lambda line: (_headline_score(page, outline, line), -line)) for _, lines in runs]
    return [line for line in best if _headline_score(page, outline, line) > 0 and same(page.lines[line].text) != own]


def _candidates(page: HtmlPage, outline: Outline, body: set[int]) -> Iterator[int]:
    tree, links = page.tree, page.links
    end = _body_end(page, body)
    for index, block in enumerate(tree.blocks):
        if block.size > 1000 or (index in body and block.linked < 0.8 * block.size):
            continue
        host = outline.hosts[index]
        heading = tree.tags[host] in HEADINGS
        if _is_furniture(page, outline, index, heading, index > end):
            continue
        if block.link >= 0:
            if block.linked >= 0.6 * block.size or heading or block.link_end - block.start >= _SHORTEST:
                yield index
        elif tree.tags[host] != "h1" and (heading or _is_title(tree, outline, host)) and index in links:
            yield index


def _body_end(page: HtmlPage, body: set[int]) -> int:
    """Return the line by which nearly all of the body has passed: stray lines further down do not count."""
    sizes = page.tree.blocks
    left = sum(sizes[line].size for line in body) * (1 - _MOST_OF_BODY)
    for line in sorted(body, reverse=True):
        left -= sizes[line].size
        if left < 0:
            return line
    return 0


def _is_title(tree: Tree, outline: Outline, host: int) -> bool:
    return bool(outline.own[host] & _mask("title")) or tree.tags[tree.parents[host]] == "article"


def _is_furniture(page: HtmlPage, outline: Outline, line: int, heading: bool, after: bool) -> bool:
    """Tell whether a line stands in a menu, a form, a comment or the like, where links lead to no stories."""
    text = page.lines[line].text
    above = outline.above[outline.hosts[line]]
    long = letters(text) >= _CLEAR
    if above & _mask("<form>", "comment") and not (heading or (long and not above & _mask("comment"))):
        return True
    if above & _mask("<nav>", "nav") and not (after and letters(text) >= _CLEAR + 4):
        return True
    if above & _mask("<footer>", "foot", "hide") and not long:
        return True
    return not heading and len(text) < 80 and bool(cue_flags(text) & _cue_mask("legal", "promo", "share"))


@functools.cache
def _cue_mask(*names: str) -> int:
    known = words_of("cues.txt")[0]
    return sum(1 << known.index(name) for name in names)


def _headline_score(page: HtmlPage, outline: Outline, line: int) -> float:
    text = page.lines[line].text
    host = outline.hosts[line]
    tree = page.tree
    flags = outline.own[host] | outline.own[tree.parents[host]]
    size = letters(text)
    score = min(size, 60) / 60
    if size < _SHORTEST or size > _LONGEST or (" " not in text and size == len(text)):
        score -= 2
    if tree.tags[host] in HEADINGS:
        score += 2
    if flags & _mask("title"):
        score += 1
    if flags & _mask("meta", "caption") and tree.tags[host] not in HEADINGS and not flags & _mask("title"):
        score -= 0.6
    if size > 120 and text[-1:] in ".…":
        score -= 0.5
    return score


def _consistent(page: HtmlPage, outline: Outline, heads: Sequence[int]) -> list[int]:
    """Drop headlines whose like on the page are too short to be headlines: lists of sections and services."""
    groups: dict[tuple[str, ...], list[int]] = {}
    for head in heads:
        groups.setdefault(outline.clusters[head], []).append(head)
    kept = []
    for group in groups.values():
        sizes = sorted(letters(page.lines[head].text) for head in group)
        remote = outline.above[outline.hosts[group[0]]] & _mask("<footer>", "foot", "<nav>", "nav")
        if sizes[len(sizes) // 2] >= (_REMOTE_MEDIAN if remote else _MEDIAN):
            kept += group
    alone = len(kept) == 1 and not outline.above[outline.hosts[kept[0]]] & _mask("related")
    return [] if alone else kept


def _card(page: HtmlPage, head: int, taken: set[int]) -> Iterator[int]:
    """Yield the lines of the largest element around a headline that holds no other one."""
    tree = page.tree
    element = tree.blocks[head].element
    first, last = head, head + 1
    for _ in range(_CARD_LEVELS):
        low, high = tree.first[element], max(tree.last[element], head + 1)
        if high - low > _CARD_LINES or any(line in taken for line in range(low, high) if line != head) or element <= 0:
            break
        first, last = min(first, low), max(last, high)
        element = tree.parents[element]
    yield from (line for line in range(first, last) if line != head)


def _card_role(page: HtmlPage, outline: Outline, line: int, head: int) -> LineRole | None:
    text = page.lines[line].text
    host = outline.hosts[line]
    tree = page.tree
    flags = outline.own[host]
    cues = cue_flags(text) if len(text) < 80 else 0
    if tree.tags[tree.blocks[line].element] == "time" or (len(text) < 40 and _TIME_RE.search(text)):
        return "related_timestamp"
    if len(text) < 80 and cues >> words_of("cues.txt")[0].index("byline") & 1 and flags & _mask("meta"):
        return "related_byline"
    if line > head and letters(text) >= 50 and not flags & _mask("caption"):
        return "related_summary"
    return None
