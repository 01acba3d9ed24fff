"""Related items: from labelled pieces to stories with headline, summary, source and date."""

import datetime
from collections.abc import Iterator, Sequence

import msgspec
from msgspec.structs import replace

from newsparse.credits import is_count
from newsparse.document import Document, Passage
from newsparse.headlines import UNCERTAIN, HeadlineCut, cut_items
from newsparse.labels import ITEM_ROLES, LineRole, Piece
from newsparse.record import Cut, Notice
from newsparse.span import Span

_OPENING: frozenset[LineRole] = frozenset({"related_item", "related_headline"})
_FIRST: frozenset[LineRole] = frozenset({"related_timestamp", "related_source"})
"""What may stand before the headline of its item."""
_WITHIN: frozenset[LineRole] = frozenset({"score", "source", "related_byline", "caption", "markup"})
"""Furniture that can stand inside an item; any other piece on a line of its own, as ``Read more »``, closes it."""


class ItemDraft(msgspec.Struct, frozen=True, gc=False):
    """One related story, its parts still pieces of the document."""

    headline: Passage | None
    summary: tuple[Passage, ...] = ()
    source: Passage | None = None
    published: tuple[str, Passage] | None = None
    url: tuple[str, Span] | None = None
    confidence: float = 1.0
    """1 where headline and summary stand on lines of their own and nothing had to be cut."""


class Context(msgspec.Struct, frozen=True, gc=False):
    """What the reading of an item may need beside its own pieces."""

    document: Document
    language: str | None
    reference: datetime.date | None


class ItemDrafts(msgspec.Struct, frozen=True, gc=False):
    """The related stories of a document, and what their pieces leave over."""

    items: list[ItemDraft]
    leftovers: list[tuple[LineRole, Passage]]
    notices: list[Notice]


def draft_items(
    document: Document,
    pieces: Sequence[Piece],
    language: str | None,
    reference: datetime.date | None,
    glued: bool | None = None,
) -> ItemDrafts:
    """Group the related pieces into items and cut the lines where headline and summary are glued.

    ``glued`` is what the layout knows of that; None where it is learned from the lines alone.
    """
    context = Context(document, language, reference)
    groups = list(_of_cards(pieces) if any([piece.card >= 0 for piece in pieces]) else _of_runs(pieces, document))
    lines = [group[0] for group in groups if group[0].role == "related_item"]
    cuts = iter(cut_items([document.passage(piece).text for piece in lines], glued=glued))
    drafts = ItemDrafts([], [], [])
    for group in groups:
        if group[0].role not in _OPENING and (group[0].card >= 0 or _FIRST.issuperset([piece.role for piece in group])):
            drafts.leftovers.extend((piece.role, document.passage(piece)) for piece in group)
            continue
        draft = _open(context, group[0], cuts, drafts)
        for piece in group[1:]:
            draft = _extend(draft, piece, context, drafts)
        drafts.items.append(draft)
    return drafts


def _of_cards(pieces: Sequence[Piece]) -> Iterator[list[Piece]]:
    """Yield the pieces of each item of a page, which knows its cards, the headline first."""
    cards: dict[int, list[Piece]] = {}
    for piece in pieces:
        if piece.role in ITEM_ROLES:
            card = cards.setdefault(piece.card, [])
            card.insert(0 if piece.role in _OPENING else len(card), piece)
    yield from cards.values()


def _of_runs(pieces: Sequence[Piece], document: Document) -> Iterator[list[Piece]]:
    """Yield the pieces of each item where only their order tells what belongs together, the headline first."""
    for run in _runs(pieces, document):
        first = _first_role(run)
        begun = {piece.line: piece.start for piece in run if piece.start and piece.role in _OPENING}
        group: list[Piece] = []
        is_open = False
        for piece in run:
            goes_on = bool(group) and piece.line == group[-1].line
            if piece.role in _OPENING:
                begins = is_open or not (first or goes_on)
            else:
                begins = piece.role == first or (not goes_on and piece.start < begun.get(piece.line, 0))
            if begins and group:
                yield group
                group, is_open = [], False
            if piece.role in _OPENING:
                group.insert(0, piece)
                is_open = True
            else:
                group.append(piece)
        if group:
            yield group


def _runs(pieces: Sequence[Piece], document: Document) -> Iterator[list[Piece]]:
    """Yield the related pieces that nothing else parts, as ``Read more »`` does on a line of its own.

    How long a story takes to read, or how many have commented on it, stands inside of its item.
    """
    run: list[Piece] = []
    for piece in pieces:
        if piece.role in ITEM_ROLES:
            run.append(piece)
        elif run and piece.role not in _WITHIN and piece.line != run[-1].line:
            if piece.role == "other" and is_count(document.passage(piece).text):
                continue
            yield run
            run = []
    if run:
        yield run


def _first_role(run: Sequence[Piece]) -> LineRole | None:
    """Return the role that each item of a run begins with, where that is no headline: a list may set times first."""
    role = run[0].role
    return role if role in _FIRST and run[-1].role != role else None


def _open(context: Context, piece: Piece, cuts: Iterator[HeadlineCut], drafts: ItemDrafts) -> ItemDraft:
    passage = context.document.passage(piece)
    url = context.document.links.get(piece.line)
    if piece.role == "related_item":
        return replace(_cut(passage, next(cuts), drafts), url=url)
    if piece.role == "related_headline":
        return ItemDraft(headline=passage, url=url)
    return _extend(ItemDraft(headline=None), piece, context, drafts)


def _cut(passage: Passage, cut: HeadlineCut, drafts: ItemDrafts) -> ItemDraft:
    if cut.repeat:
        drafts.leftovers.append(("headline", passage.part(*cut.repeat)))
    if cut.confidence < UNCERTAIN:
        drafts.notices.append(_doubt(passage, cut))
    return ItemDraft(
        headline=passage.part(*cut.headline) if cut.headline else None,
        summary=(passage.part(*cut.summary),) if cut.summary else (),
        confidence=round(cut.confidence, 4),
    )


def _doubt(passage: Passage, cut: HeadlineCut) -> Notice:
    alternatives = tuple(
        Cut(
            headline=passage.part(*headline).span,
            summary=passage.part(*summary).span,
            confidence=round(probability, 4),
        )
        for headline, summary, probability in cut.alternatives
    )
    message = f"headline and summary may be cut elsewhere (confidence {cut.confidence:.2f})"
    return Notice(code="headline-cut-uncertain", message=message, span=passage.span, alternatives=alternatives)


def _extend(draft: ItemDraft, piece: Piece, context: Context, drafts: ItemDrafts) -> ItemDraft:
    """Add a following piece to an item; what it has no place for is left over."""
    passage = context.document.passage(piece)
    if piece.role == "related_summary" and _adjoins(draft.summary, piece, context.document):
        return replace(draft, summary=(*draft.summary, passage))
    if piece.role == "related_source" and draft.source is None:
        return replace(draft, source=passage)
    if piece.role == "related_timestamp" and draft.published is None:
        from newsparse.dates.timestamps import read_timestamps, write_time  # few items print a time

        stamps = read_timestamps(passage.text, context.language, context.reference)
        value = write_time(stamps[0].value) if stamps else None
        if value is not None:
            return replace(draft, published=(value, passage))
    drafts.leftovers.append((piece.role, passage))
    return draft


def _adjoins(summary: Sequence[Passage], piece: Piece, document: Document) -> bool:
    """Tell whether a piece goes on with a summary: nothing else stands between."""
    if not summary:
        return True
    last = summary[-1]
    return last.line is document.lines[piece.line - 1] and last.end == len(last.line.text) and piece.start == 0
