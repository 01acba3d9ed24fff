"""The lead story: from labelled pieces and the page's own metadata to the parts of the record's lead."""

import datetime
from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

import msgspec

from newsparse.declared import Declared, Value
from newsparse.document import Document, Line, Passage
from newsparse.labels import LineRole
from newsparse.mentions import Story
from newsparse.record import LeadField, Notice, ParagraphKind
from newsparse.span import Span
from newsparse.tags import read_tag_lines

if TYPE_CHECKING:
    from newsparse.credits import Credits

_BODY_KINDS: Mapping[LineRole, ParagraphKind] = {
    "body": "paragraph",
    "heading": "heading",
    "quote": "quote",
    "list_item": "list_item",
}
_SINGLE: tuple[LineRole, ...] = ("headline", "standfirst", "section", "site")
LEAD_ROLES: frozenset[LineRole] = frozenset({*_BODY_KINDS, *_SINGLE, "byline", "timestamp", "tags"})
_OPENING_PARAGRAPHS = 2
"""A dateline opens the first paragraph; the second only where a caption or a deck was taken for the first."""
_ENOUGH, _TIMES = 1500, 3
"""A page is a shell around its article when it shows fewer characters of body than the first of these, and its scripts
hold the second times as many."""


class LeadDraft(msgspec.Struct, frozen=True, gc=False):
    """The lead story, its body still passages, its fields values with their places."""

    fields: dict[LeadField, Value]
    spans: dict[LeadField, Span]
    body: list[tuple[ParagraphKind, Passage]]
    story: Story
    leftovers: list[tuple[LineRole, Passage]]
    notices: list[Notice]


def draft_lead(
    document: Document, declared: Declared, language: str | None, reference: datetime.date | None
) -> LeadDraft:
    """Take the lead story's pieces; what a field cannot hold a second time is left over."""
    found: defaultdict[LineRole, list[Passage]] = defaultdict(list)
    draft = LeadDraft({}, {}, [], Story(()), [], [])
    for piece in declared.pieces:
        if piece.role not in LEAD_ROLES:
            continue
        passage = document.passage(piece)
        kind = _BODY_KINDS.get(piece.role)
        if kind:
            draft.body.append((kind, passage))
        else:
            found[piece.role].append(passage)
    if document.embedded is not None and sum(len(passage.text) for _, passage in draft.body) < _ENOUGH:
        _take_embedded(draft, document.embedded())
    _add_declared(draft, declared.fields)
    for role in _SINGLE:
        _add_first(draft, role, found[role], role in declared.seen)
    if found["tags"]:
        _add_tags(draft, found["tags"], document.text)
    if found["byline"] or found["timestamp"]:
        from newsparse.credits import read_credits  # with its name and time readers, which many pages do not need

        named = draft.fields.get("authors", ())
        names = (named,) if isinstance(named, str) else named
        _add_credits(draft, read_credits(found["byline"], found["timestamp"], language, reference, names))
    return msgspec.structs.replace(draft, story=_story(draft, found))


def _take_embedded(draft: LeadDraft, lines: Sequence[Line]) -> None:
    """Take the body from the page's scripts where the page shows next to none of it; what it shows is left over."""
    carried = sum(len(line.text) for line in lines)
    if carried < _TIMES * sum(len(passage.text) for _, passage in draft.body) or not carried:
        return
    draft.leftovers.extend(("other", passage) for _, passage in draft.body)
    draft.body[:] = [("paragraph", Passage(line, 0, len(line.text))) for line in lines]
    span = draft.body[0][1].span[0], draft.body[-1][1].span[1]
    draft.notices.append(
        Notice(code="body-embedded", message="the page shows no body; this one is read from its scripts", span=span)
    )


def _add_declared(draft: LeadDraft, fields: Mapping[LeadField, tuple[Value, Span | None]]) -> None:
    for field, (declared, span) in fields.items():
        value = _time(declared) if field in ("published", "modified") else declared
        if value is None:
            continue
        draft.fields[field] = value
        if span is not None:
            draft.spans[field] = span


def _time(declared: Value) -> str | None:
    from newsparse.dates.timestamps import write_time  # only pages declare times

    return write_time(declared) if isinstance(declared, str) else None


def _add_first(draft: LeadDraft, role: LineRole, passages: Sequence[Passage], seen: bool) -> None:
    """Give a field its first line; where metadata said it already, the same words on the page are the better place."""
    field: LeadField = role  # type: ignore[assignment]  # every single-valued role is a field of the lead
    stated = None if seen else draft.fields.get(field)
    for passage in passages:
        if field not in draft.fields or (passage.text == stated and stated is not None):
            draft.fields[field], draft.spans[field] = passage.text, passage.span
            stated = None
        else:
            draft.leftovers.append((role, passage))


def _add_tags(draft: LeadDraft, passages: Sequence[Passage], source: str) -> None:
    found = read_tag_lines(passages, source)
    if found.tags and "tags" not in draft.fields:
        draft.fields["tags"], draft.spans["tags"] = found.tags, (found.lines[0].span[0], found.lines[-1].span[1])
        passages = found.leftovers
    draft.leftovers.extend(("tags", passage) for passage in passages)


def _add_credits(draft: LeadDraft, credits: "Credits") -> None:
    """Add byline, authors and times, unless metadata stated them: then the lines are left over as furniture."""
    draft.leftovers.extend(credits.leftovers)
    if credits.byline is not None:
        if "byline" in draft.fields and draft.fields["byline"] != credits.byline.text:
            draft.leftovers.append(("byline", credits.byline))
        else:
            draft.fields["byline"], draft.spans["byline"] = credits.byline.text, credits.byline.span
            draft.fields.setdefault("authors", credits.authors)
    for field, time in (("published", credits.times.published), ("modified", credits.times.modified)):
        if time is None:
            continue
        if field in draft.fields:
            draft.leftovers.append(("timestamp", time[1]))
        else:
            draft.fields[field], draft.spans[field] = time[0], time[1].span  # type: ignore[index]


def _story(draft: LeadDraft, found: Mapping[LineRole, Sequence[Passage]]) -> Story:
    paragraphs = [passage for kind, passage in draft.body if kind == "paragraph"]
    others = [passage for kind, passage in draft.body if kind != "paragraph"]
    heads = [*found["headline"][:1], *found["standfirst"][:1]]
    return Story([*paragraphs, *others, *heads], min(len(paragraphs), _OPENING_PARAGRAPHS))
