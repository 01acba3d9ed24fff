"""Related stories: a page, its outline and its body in; the lines that make up other stories out.

A related story is a link to another story, shown with that story's headline: beside, after or inside the body.
"""

import re
from collections import Counter

from newsparse.html.cards import card_roles
from newsparse.html.flags import mask
from newsparse.html.likes import Place, consistent, place_of
from newsparse.html.links import is_story
from newsparse.html.outline import HEADINGS, Outline
from newsparse.html.page import HtmlPage
from newsparse.html.teasers import SHORTEST, find_teasers, is_neighbour, leads_elsewhere, letters, solid_body
from newsparse.html.titles import same
from newsparse.labels import LineRole

_LONGEST, _SUMMARY = 240, 50
_NEAR, _FEWEST_CARDS, _LABELS = 4, 3, 3
_SLUG_RE = re.compile(
    r"\A(?:https?://[^/]++)?/(?:[^/?#]++/)*[a-z0-9]{2,}-[a-z0-9-]{3,}/?(?:\.[a-z]{3,5})?\Z", re.IGNORECASE
)


def find_related(page: HtmlPage, outline: Outline, body: set[int]) -> dict[int, tuple[LineRole, str]]:
    """Return the role and the rule of each line that belongs to a related story."""
    heads = _headlines(page, outline, body)
    kept = sorted(consistent(page, outline, heads))
    found: dict[int, tuple[LineRole, str]] = {}
    taken = solid_body(page, outline, body).union(kept)
    for head in kept:
        found[head] = "related_headline", "links to a story"
        for line, role in card_roles(page, outline, head, taken):
            found[line] = role, "on the card of a related headline"
    return found


def _headlines(page: HtmlPage, outline: Outline, body: set[int]) -> list[int]:
    """Pick for each address of a run of lines the one that is its headline."""
    own = same(str(page.fields["headline"][0])) if "headline" in page.fields else ""
    url = str(page.fields["url"][0]).partition("#")[0] if "url" in page.fields else ""
    runs: list[tuple[str, list[int]]] = []
    for line in find_teasers(page, outline, body):
        address = page.links.get(line, ("", (0, 0)))[0].partition("#")[0]
        if address == url:
            continue
        if runs and runs[-1][0] == address and line - runs[-1][1][-1] <= _NEAR:
            runs[-1][1].append(line)
        else:
            runs.append((address, [line]))
    best = {
        max(lines, key=lambda line: (_headline_score(page, outline, line), -line)): address for address, lines in runs
    }
    labels = _labels(page, best)
    best = {
        line: address
        for line, address in best.items()
        if not leads_elsewhere(address) and page.lines[line].text not in labels
    }
    likely = {line: is_story(address) for line, address in best.items()}
    cards = _cards(page, outline, [line for line in best if not likely[line] and _has_slug(best[line])], likely)
    return [
        line
        for line in best
        if (likely[line] or line in cards or (is_neighbour(page, line) and _has_slug(best[line])))
        and (_headline_score(page, outline, line) > 0 or is_neighbour(page, line))
        and same(page.lines[line].text) != own
    ]


def _labels(page: HtmlPage, best: dict[int, str]) -> set[str]:
    """Return texts that lead to three addresses or more: they name no story."""
    told: dict[str, set[str]] = {}
    for line, address in best.items():
        told.setdefault(page.lines[line].text, set()).add(address.partition("?")[0])
    return {text for text, addresses in told.items() if len(addresses) >= _LABELS}


def _cards(page: HtmlPage, outline: Outline, lines: list[int], likely: dict[int, bool]) -> set[int]:
    """Return lines with addresses of few words that stand among stories, or are the titles of a row of cards."""
    groups: dict[Place, list[int]] = {}
    for line in lines:
        groups.setdefault(place_of(outline, line), []).append(line)
    stories = Counter(place_of(outline, line) for line, is_likely in likely.items() if is_likely)
    found: set[int] = set()
    for place, group in groups.items():
        titles = page.tree.tags[outline.hosts[group[0]]] in HEADINGS
        cards = titles and sum(_has_text(page, outline, line) for line in group) * 2 > len(group) >= _FEWEST_CARDS
        if stories[place] > len(group) or cards:
            found.update(group)
    return found


def _has_text(page: HtmlPage, outline: Outline, head: int) -> bool:
    """Tell whether a line of running text follows a title on its card."""
    following = range(head + 1, min(head + 4, len(page.lines)))
    return any(outline.plain[line] >= _SUMMARY for line in following)


def _has_slug(address: str) -> bool:
    return bool(_SLUG_RE.search(address))


def _headline_score(page: HtmlPage, outline: Outline, line: int) -> float:
    text = page.lines[line].text
    host = outline.hosts[line]
    tree = page.tree
    flags = outline.own[host] | outline.own[tree.parents[host]]
    size = letters(text)
    score = min(size, 60) / 60
    if size < SHORTEST or size > _LONGEST or (" " not in text and size == len(text)):
        score -= 2
    if tree.tags[host] in HEADINGS:
        score += 2
    if flags & mask("title"):
        score += 1
    if flags & mask("meta", "caption") and tree.tags[host] not in HEADINGS and not flags & mask("title"):
        score -= 0.5
    if size > 120 and text[-1:] in ".…":
        score -= 0.5
    return score
