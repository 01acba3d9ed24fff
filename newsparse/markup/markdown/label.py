"""Labels of a text in Markdown: its lines, their signs and the roles that their words have in; pieces out.

The roles are those of the words that a reader would see. What signs say for sure is said here: a line that is nothing
but a link is no paragraph, the first heading above the story is its headline, a link that a related story has is its
headline, and what stands behind the link on the same line is its summary. Signs around a value become pieces of their
own.
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from newsparse.document import Line
from newsparse.item_edges import find_ranked, part_edges
from newsparse.labels import LineRole, Part, Piece
from newsparse.lazy import pattern
from newsparse.letters import letters_of
from newsparse.markup.markdown.lines import Marked
from newsparse.markup.markdown.links import Link
from newsparse.span import Span, trim


class Label(NamedTuple):
    """What a line is, which rule said so, and which part of its words is the value."""

    role: LineRole
    rule: str
    start: int
    end: int


_KINDS: Mapping[str, LineRole] = {"heading": "heading", "quote": "quote", "list_item": "list_item"}
_NO_TITLE: frozenset[LineRole] = frozenset({"headline", "legal", "read_more"})
_WORDLESS: Mapping[str, LineRole] = {"image": "caption", "address": "nav"}
_CARD: Mapping[LineRole, LineRole] = {
    "related_item": "related_summary",
    "related_headline": "related_summary",
    "body": "related_summary",
    "nav": "related_summary",
    "timestamp": "related_timestamp",
    "byline": "related_byline",
    "source": "related_source",
}
"""What a line is that stands below a related headline inside of one link, by what it would be elsewhere."""
_PROSE: frozenset[LineRole] = frozenset({"body", "heading", "caption", "standfirst"})
WHOLE: frozenset[LineRole] = frozenset(
    {"banner", "nav", "legal", "share", "promo", "comments", "other", "read_more", "score", "source"}
)
"""Roles of furniture, whose lines are kept as they are, signs and all."""
_TOLD: frozenset[LineRole] = frozenset({"body", "list_item", "heading"})
_LOST: frozenset[LineRole] = frozenset({"nav", "other", "comments"})
"""What lists, tables and headings of a story are taken for by their words alone."""
_OF_ITEM: frozenset[LineRole] = frozenset({"related_item", "related_summary"})
_BAR = 2
"""Links that a line of nothing else has at most, to be a part of a related story."""
_TITLE = 3
"""Words that a link has at least to be another story's headline."""
_ATTRIBUTES_RE = pattern(r"\{[^{}]*\}|</?\w[^<>]*>")
_SIGNS = " \t*_#<>[]()\\+-"
_SUMMARY = 40
"""Characters that what stands behind a headline has at least to be its summary; less is its source."""


def label_markdown(lines: Sequence[Line], marked: Sequence[Marked], labels: Mapping[int, Label]) -> Iterator[Piece]:
    """Yield the pieces of the labelled lines and of those that show no words."""
    found = _without_ranks(marked, _joined(marked, _corrected(marked, labels)))
    for at, (line, mark) in enumerate(zip(lines, marked, strict=True)):
        if not mark.text:
            yield Piece(at, 0, len(line.text), _WORDLESS.get(mark.kind, "markup"), f"markdown/{mark.kind}")
        if at not in found:
            continue
        role, rule, start, end = found[at]
        if role in WHOLE:
            yield Piece(at, mark.bare(start, end)[0] if start else 0, len(line.text), role, rule)
        elif role.startswith("related_"):
            yield from _related(at, line.text, mark, found[at])
        elif role == "headline" and end < len(mark.text):  # with the site's name behind
            rest = trim(mark.text, end, len(mark.text))
            values: list[Part] = [
                (*mark.bare(start, end), role), (*mark.bare(*rest), "source")
            ]  # fmt: skip
            yield from with_signs(at, line.text, values, rule)
        else:
            yield from with_signs(at, line.text, [(*mark.bare(start, end), role)], rule)


def _corrected(marked: Sequence[Marked], labels: Mapping[int, Label]) -> dict[int, Label]:
    """Return the labels, those changed that signs contradict."""
    kept = {at: _by_kind(marked[at], label) for at, label in labels.items()}
    _announce(marked, kept)
    _list(marked, kept)
    _tell_cards(marked, kept)
    _go_on(marked, kept)
    at = _headline(marked, kept)
    if at is not None:
        headline = letters_of(marked[at].text)
        for other, label in kept.items():
            if label.role == "headline" and not _is_printing(headline, letters_of(marked[other].text)):
                kept[other] = label._replace(role="nav" if other < at else "standfirst")
        kept[at] = Label("headline", "markdown/heading", 0, len(marked[at].text))
    return kept


def _joined(marked: Sequence[Marked], labels: dict[int, Label]) -> dict[int, Label]:
    """Return the labels, what follows the headline of a card inside of its link made the card's."""
    within: Link | None = None
    for at, label in labels.items():
        link = marked[at].links[0] if marked[at].is_linked else None
        if link is not None and link == within and label.role in _CARD:
            labels[at] = label._replace(role=_CARD[label.role], rule="markdown/link")
        elif label.role in ("related_item", "related_headline"):
            within = link
    return labels


def _without_ranks(marked: Sequence[Marked], labels: dict[int, Label]) -> dict[int, Label]:
    """Return the labels, those of a ranked list's items without their ranks."""
    lines = list(labels)
    ranks = find_ranked(labels.values(), [marked[at].text for at in lines])
    return labels | {lines[number]: labels[lines[number]]._replace(start=start) for number, start in ranks.items()}


def _by_kind(mark: Marked, label: Label) -> Label:
    """Return the label of one line by what it is in Markdown."""
    bar = 1 if label.role == "related_item" else _BAR if label.role.startswith("related_") else len(mark.links)
    is_bar = len(mark.links) > bar  # of buttons
    if mark.is_linked and (label.role in _PROSE or is_bar):
        return label._replace(role="nav", rule="markdown/link")
    if label.role == "body" and mark.kind in _KINDS:
        return label._replace(role=_KINDS[mark.kind], rule=f"markdown/{mark.kind}")
    return label


def _announce(marked: Sequence[Marked], labels: dict[int, Label]) -> None:
    """Make the links right below what announces other stories their headlines."""
    is_announced = False
    for at, label in labels.items():
        is_title = marked[at].is_linked and len(marked[at].links) == 1 and marked[at].text.count(" ") >= _TITLE
        if is_announced and is_title and label.role in ("nav", "other", "promo"):
            labels[at] = label._replace(role="related_headline", rule="markdown/announced link")
        is_announced = label.role == "banner" or (is_announced and marked[at].is_linked)


def _list(marked: Sequence[Marked], labels: dict[int, Label]) -> None:
    """Make the titles of a list with addresses, but for those above the story, the headlines of other stories.

    What stands between or below them without an address is no story.
    """
    told = [at for at, label in labels.items() if label.role == "body" and marked[at].kind != "title"]
    is_list = False
    for at, label in labels.items():
        if marked[at].kind == "title" and label.role not in _NO_TITLE and (not told or at > told[0]):
            labels[at] = Label("related_headline", "list/address", 0, len(marked[at].text))
            is_list = True
        elif is_list and label.role.startswith("related_"):
            labels[at] = label._replace(role="other", rule="list/no address")


def _tell_cards(marked: Sequence[Marked], labels: dict[int, Label]) -> None:
    """Take a sentence below a linked heading for the summary of that story, and a further such heading for a story's.

    Below a link that is announced inside the story ("Read also: …") the story goes on.
    """
    above = ""
    is_list = False
    for at, label in labels.items():
        mark = marked[at]
        is_title = mark.kind == "heading" and mark.is_linked and mark.text.count(" ") >= _TITLE
        if is_list and is_title and label.role in _LOST:
            labels[at] = label._replace(role="related_headline", rule="markdown/linked heading")
        elif above == "card" and mark.kind == "text" and not mark.is_linked and label.role == "body":
            labels[at] = label._replace(role="related_summary", rule="markdown/below a linked heading")
        elif above == "announced" and mark.kind == "text" and not mark.is_linked and label.role in _OF_ITEM:
            labels[at] = label._replace(role="body", rule="markdown/below an announced link")
        is_card = is_title and labels[at].role in ("related_item", "related_headline")
        is_list = is_list or is_card
        above = "card" if is_card else "announced" if label.rule.startswith("inline/") else ""


def _go_on(marked: Sequence[Marked], labels: dict[int, Label]) -> None:
    """Make a list or a table below a paragraph part of the story, and a sentence below a linked headline its summary.

    Menus are links, and so are the titles of other stories.
    """
    above: LineRole = "nav"
    for at, label in labels.items():
        mark = marked[at]
        if not mark.is_linked:
            if above in _TOLD and mark.kind == "list_item" and (label.role in _LOST or label.role == "caption"):
                labels[at] = label._replace(role="list_item", rule="markdown/list below the story")
            elif above in _TOLD and mark.kind == "row" and label.role in _LOST:
                labels[at] = label._replace(role="body", rule="markdown/table below the story")
            elif above in _TOLD and mark.kind == "heading" and label.role in _LOST and label.rule == "sequence":
                labels[at] = label._replace(role="heading", rule="markdown/heading below the story")
            elif above == "related_headline" and mark.kind == "text" and label.role == "related_item":
                labels[at] = label._replace(role="related_summary", rule="markdown/below a link")
        linked_title = mark.is_linked and labels[at].role in ("related_item", "related_headline")
        above = "related_headline" if linked_title else labels[at].role


def _headline(marked: Sequence[Marked], labels: Mapping[int, Label]) -> int | None:
    """Return the last first-level heading above the story, or the first of all if none stands there."""
    heads = [at for at in labels if marked[at].level == 1 and not marked[at].is_linked and " " in marked[at].text]
    story = next((at for at, label in labels.items() if label.role == "body"), len(marked))
    above = [at for at in heads if at < story]
    return above[-1] if above else heads[0] if heads else None


def _is_printing(one: str, other: str) -> bool:
    """Tell whether two titles are one, the name of the site behind one of them or not."""
    return one.startswith(other) or other.startswith(one)


def _related(at: int, text: str, mark: Marked, label: Label) -> Iterator[Piece]:
    """Yield the parts of a related story's line: a link, or what is set in bold at its start, is its headline."""
    role, rule, start, end = label
    start, end, edges = part_edges(mark.text, start, end)
    first, last = mark.bare(start, end)
    parts = [(*mark.bare(begin, stop), kind) for begin, stop, kind in edges]
    if role not in ("related_item", "related_headline"):
        yield from with_signs(at, text, sorted([*parts, (first, last, role)]), rule)
        return
    title = _title(mark, first, last)
    behind = next((place for place in mark.places if title and title[1] <= place < last), None)
    if title is None or behind is None:
        values: list[Part] = [(*title, "related_headline") if title else (first, last, role)]
    else:
        kind: LineRole = "related_summary" if last - behind >= _SUMMARY else "other"
        values = [(*title, "related_headline"), (behind, last, kind)]
    yield from with_signs(at, text, sorted([*parts, *values]), rule)


def _title(mark: Marked, first: int, last: int) -> tuple[int, int] | None:
    """Return the range in the line of the link or the bold words that a related story begins with."""
    for before, behind in mark.pairs:
        inside = [
            at for at, place in enumerate(mark.places) if before[1] <= place < behind[0] and first <= place < last
        ]
        if inside and mark.text[inside[0] : inside[-1] + 1].count(" ") >= _TITLE - 1:
            return mark.bare(inside[0], inside[-1] + 1)
    return None


def with_signs(at: int, text: str, values: Sequence[Part], rule: str) -> Iterator[Piece]:
    """Yield values of a line and, as pieces of their own, the words and signs between them."""
    place = 0
    for start, end, role in [*values, (len(text), len(text), "other")]:
        yield from _between(at, text, (place, start), rule)
        if start < end:
            yield Piece(at, start, end, role, rule)
        place = max(place, end)


def _between(at: int, text: str, span: Span, rule: str) -> Iterator[Piece]:
    """Yield the words that announce a value, an image beside it, and the signs around them."""
    start, end = trim(text, *span)
    if start >= end:
        return
    parted = _ATTRIBUTES_RE.split(text[start:end])
    words = next((part for part in map(_bare, parted) if any(map(str.isalpha, part))), "")
    if not words:
        yield Piece(at, start, end, "markup", rule)
    elif text[start : start + 2] == "![":
        yield Piece(at, start, end, "caption", rule)
    else:
        first = text.index(words, start)
        last = first + len(words)
        parts: list[Part] = [
            (start, first, "markup"), (first, last, "banner"), (last, end, "markup")
        ]  # fmt: skip
        for begin, stop, role in parts:
            if text[begin:stop].strip():
                yield Piece(at, *trim(text, begin, stop), role, rule)


def _bare(text: str) -> str:
    """Return what stands before the address in a stretch between two values, without the signs around it."""
    return text.partition("](")[0].partition("http")[0].strip(_SIGNS)
