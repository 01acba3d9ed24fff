"""What is known of the lines of a saved page: gold where the set has some, else the page's own structure.

The reader of HTML pages knows links, cards, menus and captions that a text dump has lost, so what it makes of a page
is evidence for the lines of the dump. What neither tells stays open: a line then has a set of states that it may have.
"""

from collections.abc import Sequence
from typing import NamedTuple

from benchmarks.html.gold import Page, block_labels
from newsparse.html import label_html, read_html
from newsparse.html.page import HtmlPage

MENU = frozenset(
    ["nav", "other", "promo", "share", "comments", "legal", "tags", "banner", "read_more", "timestamp", "byline"]
    + ["related_nav", "related_other", "related_timestamp", "related_byline"]
)
OTHERS = frozenset(["related_item", "related_headline", "related_summary"])
FURNITURE = MENU | OTHERS | {"caption", "dateline"}
STORY = frozenset(["body", "heading", "standfirst"])
ANY = FURNITURE | STORY | {"headline"}
SURE_BODY, SURE_NOT = 1.2, -1.6
"""Log-odds beyond which the reader's model of bodies is believed without gold."""

LONG = 150
OF_ROLE = {
    "related_headline": frozenset(["related_item", "related_headline"]),
    "related_summary": frozenset(["related_summary", "related_item"]),
    "related_timestamp": frozenset(["related_timestamp", "timestamp"]),
    "related_byline": frozenset(["related_byline", "byline"]),
    "caption": frozenset(["caption"]),
    "nav": MENU,
    "share": frozenset(["share", "nav"]),
    "comments": frozenset(["comments", "nav", "other", "share", "promo"]),
    "legal": frozenset(["legal", "nav", "promo", "other", "share"]),
    "promo": frozenset(["promo", "nav", "legal", "other"]),
    "byline": frozenset(["byline", "caption", "other", "nav"]),
}


class Known(NamedTuple):
    """A line of a page as its reader has it, and the states that it may have."""

    text: str
    allowed: frozenset[str]


def known_lines(page: Page) -> list[Known]:
    """Return the lines of a page with the states that gold and structure leave to each."""
    read = read_html(page.source)
    texts = [line.text for line in read.lines]
    if not texts:
        return []
    shares = [share for share, _ in block_labels(page, texts)]
    sure, likely = _body_at(read, SURE_BODY), _body_at(read, SURE_NOT)
    authors = [author.lower() for author in page.record.get("authors") or [] if len(author) > 5]
    sets = []
    for at, role in enumerate(_roles(read)):
        text, share = texts[at], shares[at]
        believed = 1.0 if at in sure else 0.5 if at in likely else 0.0
        states = _states(role, text, share, believed)
        named = len(text) < 80 and share < 0.15 and any(author in text.lower() for author in authors)
        sets.append(OF_ROLE["byline"] | {"related_byline"} if named and states & MENU else states)
    _tops(page, texts, sets)
    return [Known(text, states) for text, states in zip(texts, sets, strict=True)]


def _roles(read: HtmlPage) -> list[str]:
    """Return the role of each line; a line with a headline beside its kicker is a headline."""
    roles: dict[int, str] = {}
    for piece in label_html(read):
        if piece.line not in roles or piece.role == "related_headline":
            roles[piece.line] = str(piece.role)
    return [roles[at] for at in range(len(read.lines))]


def _body_at(read: HtmlPage, odds: float) -> set[int]:
    """Return the lines that the reader takes for body when it asks for these log-odds."""
    return {piece.line for piece in label_html(read, odds) if piece.rule == "body model"}


def _states(role: str, text: str, share: float, believed: float) -> frozenset[str]:
    """Return the states of one line: ``share`` of it is gold body (-1: no gold says so), or believed to be body."""
    if role == "headline":
        return frozenset(["headline"])
    if share < 0:
        share = believed
    if share >= 0.6:
        if role == "caption":
            return frozenset(["body", "caption"])
        short = len(text) < 120 and text[-1:] not in ".!?"
        return (
            frozenset(["body", "heading"]) if role == "heading" or (short and role == "body") else frozenset(["body"])
        )
    if share > 0.15 or believed == 1.0:
        return ANY
    return OF_ROLE.get(role, FURNITURE)


def _tops(page: Page, texts: Sequence[str], sets: list[frozenset[str]]) -> None:
    """Open what stands above the first long paragraph: a standfirst is body for some golds and none for others."""
    bodies = [at for at, states in enumerate(sets) if "body" in states and len(states) < 3]
    if not bodies:
        return
    first = next((at for at in bodies if len(texts[at]) > LONG), bodies[0])
    summary = page.record.get("n_summary") or 0
    paragraphs = page.record.get("paragraphs") or []
    decks = {_key(paragraph) for paragraph in paragraphs[:summary]}
    for at, text in enumerate(texts):
        if _key(text) in decks:
            sets[at] = frozenset(["standfirst", "body"] if summary > 1 else ["standfirst"])
        elif at <= first and at in bodies[:2] and not summary:
            sets[at] = sets[at] | {"standfirst"}
        elif sets[at] is FURNITURE and at < first and len(text) > 40:
            sets[at] = FURNITURE | {"standfirst"}
        elif sets[at] is FURNITURE and bodies[0] < at < bodies[-1]:
            sets[at] = FURNITURE | ({"heading", "body"} if len(text) > LONG else {"heading"})
        elif sets[at] == {"headline"} and at > first:
            sets[at] = FURNITURE | {"headline"}


def _key(text: str) -> str:
    return "".join([char for char in text.lower() if char.isalnum()])
