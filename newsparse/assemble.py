"""Assembling: from labelled pieces to the record."""

import datetime
from bisect import bisect
from collections.abc import Sequence

import msgspec

from newsparse.account import fill_gaps, list_furniture, part_from
from newsparse.declared import place_fields
from newsparse.document import Document
from newsparse.items import ItemDraft, draft_items
from newsparse.labels import ITEM_ROLES
from newsparse.lead import LEAD_ROLES, LeadDraft, draft_lead
from newsparse.mentions import Mentions, Reference, Story, find_mentions
from newsparse.options import Options
from newsparse.printings import fold_printings
from newsparse.record import SCHEMA, Edition, Furniture, ItemField, Lead, Notice, Paragraph, Record, RelatedItem, Source
from newsparse.segment import Labelled
from newsparse.span import Span
from newsparse.stories import number_stories


def assemble(document: Document, labelled: Labelled, source: Source, options: Options, language: str | None) -> Record:
    """Build the record of a document from its labelled pieces."""
    reference = options.reference_date
    declared = place_fields(document, labelled.pieces)
    others = [piece for piece in declared.pieces if piece.role not in LEAD_ROLES]
    lead = draft_lead(document, declared, language, reference)
    drafts = fold_printings(draft_items(document, others, language, reference, labelled.glued))
    stories = [lead.story, *(_story(draft) for draft in drafts.items)]
    mentions, doubts = find_mentions(stories, language, _reference(lead, reference))
    edition = _edition(document, labelled)
    rest = [piece for piece in others if piece.role not in ITEM_ROLES and piece.role != "edition"]
    furniture = list_furniture(document, rest, [*lead.leftovers, *drafts.leftovers])
    numbers = number_stories(
        [draft.headline.text if draft.headline else None for draft in drafts.items],
        [draft.url[0] if draft.url else None for draft in drafts.items],
    )
    similar = [
        _item(document, draft, number, mention)
        for draft, number, mention in zip(drafts.items, numbers, mentions[1:], strict=True)
    ]
    if document.format == "text":
        similar = _with_free_addresses(lead, similar)
    return Record(
        schema=SCHEMA,
        source=source,
        language=language,
        edition=edition,
        lead=_lead(lead, mentions[0]),
        similar=tuple(similar),
        furniture=_account(document, edition, lead, similar, furniture),
        notices=_in_order([*document.notices, *lead.notices, *drafts.notices, *doubts]),
    )


def _in_order(notices: Sequence[Notice]) -> tuple[Notice, ...]:
    return tuple(sorted(notices, key=lambda notice: notice.span or (0, 0)))


def _reference(lead: LeadDraft, given: datetime.date | None) -> Reference:
    """Return the day that dates are counted from: the page's own day of publication, else the one that was given."""
    published = lead.fields.get("published")
    if isinstance(published, str):
        return Reference(datetime.date.fromisoformat(published[:10]), own=True)
    return Reference(given, own=False)


def _edition(document: Document, labelled: Labelled) -> Edition | None:
    for piece in labelled.pieces:
        if piece.role == "edition":
            passage = document.passage(piece)
            return Edition(label=passage.text, place=labelled.place, span=passage.span)
    return None


def _story(draft: ItemDraft) -> Story:
    return Story([*draft.summary, *([draft.headline] if draft.headline else [])], min(1, len(draft.summary)))


def _lead(draft: LeadDraft, mentions: Mentions) -> Lead:
    texts = {field: value for field, value in draft.fields.items() if isinstance(value, str)}
    lists = {field: value for field, value in draft.fields.items() if isinstance(value, tuple)}
    return Lead(
        headline=texts.get("headline"),
        standfirst=texts.get("standfirst"),
        byline=texts.get("byline"),
        authors=lists.get("authors", ()),
        section=texts.get("section"),
        tags=lists.get("tags", ()),
        published=texts.get("published"),
        modified=texts.get("modified"),
        url=texts.get("url"),
        site=texts.get("site"),
        dateline=mentions.dateline,
        body=tuple(Paragraph(text=passage.text, kind=kind, span=passage.span) for kind, passage in draft.body),
        dates=mentions.dates,
        spans=draft.spans,
    )


def _item(document: Document, draft: ItemDraft, number: int, mentions: Mentions) -> RelatedItem:
    spans: dict[ItemField, Span] = {}
    summary = published = None
    if draft.headline:
        spans["headline"] = draft.headline.span
    if draft.summary:
        summary, spans["summary"] = document.join(draft.summary)
    if draft.source:
        spans["source"] = draft.source.span
    if draft.url:
        spans["url"] = draft.url[1]
    if draft.published:
        published, spans["published"] = draft.published[0], draft.published[1].span
    return RelatedItem(
        headline=draft.headline.text if draft.headline else None,
        summary=summary,
        source=draft.source.text if draft.source else None,
        url=draft.url[0] if draft.url else None,
        published=published,
        dateline=mentions.dateline,
        dates=mentions.dates,
        confidence=draft.confidence,
        story=number,
        spans=spans,
    )


def _with_free_addresses(lead: LeadDraft, items: Sequence[RelatedItem]) -> list[RelatedItem]:
    """Return the items of a text without the addresses that stand inside other values, which own those places.

    A layout that knows nothing of links takes an address for words of a value, and a summary that is joined from
    several lines may hold one between them.
    """
    taken = [passage.span for _, passage in lead.body] + list(lead.spans.values())
    taken += [span for item in items for field, span in item.spans.items() if field != "url"]
    taken.sort()
    return [_without_address(item) if _is_taken(taken, item.spans.get("url")) else item for item in items]


def _is_taken(taken: Sequence[Span], span: Span | None) -> bool:
    if span is None:
        return False
    at = bisect(taken, span)
    return (at > 0 and taken[at - 1][1] > span[0]) or (at < len(taken) and taken[at][0] < span[1])


def _without_address(item: RelatedItem) -> RelatedItem:
    spans = {field: span for field, span in item.spans.items() if field != "url"}
    return msgspec.structs.replace(item, url=None, spans=spans)


def _account(
    document: Document,
    edition: Edition | None,
    lead: LeadDraft,
    similar: Sequence[RelatedItem],
    furniture: list[Furniture],
) -> tuple[Furniture, ...]:
    """Add what nothing claims to the furniture of a text; the lines of a page already hold all that it shows."""
    if document.format == "text":
        owned = [item.spans["url"] for item in similar if "url" in item.spans]
        if "tags" in lead.spans:  # a list in front matter has signs between its lines
            owned.append(lead.spans["tags"])
        furniture = part_from(furniture, owned)
        claimed = [passage.span for _, passage in lead.body]
        claimed += lead.spans.values()
        claimed += [span for item in similar for span in item.spans.values()]
        claimed += [piece.span for piece in furniture]
        if edition is not None:
            claimed.append(edition.span)
        furniture = furniture + fill_gaps(document.text, document.extent, claimed)
    return tuple(sorted(furniture, key=lambda piece: piece.span))
