"""Related stories: a page, its outline and its body in; the lines that make up other stories out.

A related story is a link to another story, shown with that story's headline: beside, after or inside the body. So is
the next story of a page that goes on with it.
"""

from collections import Counter
from collections.abc import Callable, Iterator

import msgspec

from newsparse.html.body.find import Body
from newsparse.html.body.flags import mask
from newsparse.html.body.outline import HEADINGS, Outline
from newsparse.html.metadata.titles import same
from newsparse.html.page import HtmlPage
from newsparse.html.related.announced import is_announced
from newsparse.html.related.cards import card_roles
from newsparse.html.related.group_odds import ODDS, odds_of
from newsparse.html.related.group_rows import Row, address_of_page, ground_of, may_be_headlines, quartiles, row_of
from newsparse.html.related.groups import groups_of, letters
from newsparse.html.related.vetoes import is_barred, labels_among
from newsparse.labels import LineRole

_NEVER, _MAYBE, _SURE = -9.0, -2.5, 3.0
"""Log-odds of short lines, those above which a line may stand for a story, and those of an announced one."""
_LONGEST, _FULL, _WORDY, _NAME = 240, 60, 120, 20
_NEAR, _FEW, _STORY_LINES, _POSTS = 4, 4, 3, 10


class _Link(msgspec.Struct, frozen=True, gc=False):
    """What a line that may be a headline leads to."""

    odds: float
    address: str


def find_related(page: HtmlPage, outline: Outline, body: Body) -> dict[int, tuple[LineRole, str, int]]:
    """Return the role, the rule and the headline's line of each line that belongs to a related story."""
    heads = headlines_of(page, outline, body.lines, odds_of)
    found: dict[int, tuple[LineRole, str, int]] = {}
    taken = _solid_body(page, outline, body.lines).union(heads)
    for head in heads:
        found[head] = "related_headline", "links to a story", head
        for line, role in card_roles(page, outline, head, taken):
            found[line] = role, "on the card of a related headline", head
    for title in body.next_titles:
        found[title] = "related_headline", "title of the next story", title
    return found


def headlines_of(page: HtmlPage, outline: Outline, body: set[int], judge: Callable[[Row], float]) -> list[int]:
    """Return the headlines of related stories, given the log-odds that the lines of a group are such."""
    links = _links(page, outline, body, judge)
    own = {key for key in map(same, (page.said("headline"), page.said("section"), *page.authors())) if key}
    labels = labels_among((outline.texts[line], link.address) for line, link in links.items())
    heads = []
    for lines in _runs(links, address_of_page(page)):
        if max([links[line].odds for line in lines]) <= ODDS:
            continue
        head = max(lines, key=lambda line: (_headline_score(outline, line) + links[line].odds / 4, -line))
        text = outline.texts[head]
        if text not in labels and same(text) not in own:
            heads.append(head)
    return heads


def _links(page: HtmlPage, outline: Outline, body: set[int], judge: Callable[[Row], float]) -> dict[int, _Link]:
    """Return the lines that may be headlines, in their order, each with its log-odds and its address."""
    groups, page_of = groups_of(page, outline), page.links.page_of
    ground = ground_of(page, outline, body, groups)
    found: dict[int, _Link] = {}
    for group in groups:
        sizes, odds = quartiles(outline, group), _NEVER
        if may_be_headlines(outline, group, sizes):
            row = row_of(ground, group, sizes)
            odds = judge(row)
            if odds > _MAYBE:
                links = [(line, _Link(odds, page_of(line))) for line in group]
                found.update(
                    (line, link) for line, link in links if not is_barred(page, outline, line, link.address, row)
                )
        if odds <= ODDS and len(group) <= _FEW:
            found.update((line, _Link(_SURE, page_of(line))) for line in group if is_announced(page, outline, line))
    return dict(sorted(found.items()))


def _runs(links: dict[int, _Link], own: str) -> Iterator[list[int]]:
    """Yield the lines near each other that lead to one story."""
    own = own.rstrip("/")
    run: list[int] = []
    for line, link in links.items():
        if not link.address or link.address.rstrip("/") == own:
            continue
        if run and (link.address != links[run[-1]].address or line - run[-1] > _NEAR):
            yield run
            run = []
        run.append(line)
    if run:
        yield run


def _solid_body(page: HtmlPage, outline: Outline, body: set[int]) -> set[int]:
    """Return the lines of the body that stand among others of it; a lone one may be a story's summary on its card.

    Where many lone lines are most of the body, they are the posts of a live page and no summaries.
    """
    parents, plain = page.tree.parents, outline.plain
    around = Counter([parents[outline.hosts[line]] for line in body])
    lone = {line for line in body if around[parents[outline.hosts[line]]] < _STORY_LINES}
    is_live = len(lone) >= _POSTS and sum([plain[line] for line in lone]) * 2 > sum([plain[line] for line in body])
    return body if is_live else body - lone


def _headline_score(outline: Outline, line: int) -> float:
    """Weigh a line among those that lead to one story: its headline, not the kicker, the summary or the time."""
    text, host, tree = outline.texts[line], outline.hosts[line], outline.tree
    flags = outline.own[host] | outline.own[tree.parents[host]]
    size, is_heading = letters(text), tree.tags[host] in HEADINGS
    score = min(size, _FULL) / _FULL
    if size > _LONGEST or (" " not in text and size == len(text)):
        score -= 2
    if is_heading:
        score += 2 if size >= _NAME else 0.5
    if flags & mask("title"):
        score += 1
    elif flags & mask("meta", "caption") and not is_heading:
        score -= 0.5
    if size > _WORDY and text[-1:] in ".…":
        score -= 0.5
    return score
