"""Checking: the laws of the record, proved on one record against its source, independently of how it was built."""

from bisect import bisect
from collections import Counter
from collections.abc import Callable, Iterator
from typing import NamedTuple

import msgspec

from newsparse.document import Document
from newsparse.record import Lead, Record, RelatedItem
from newsparse.span import Span

_VERBATIM = frozenset({"headline", "standfirst", "summary", "byline", "section", "source"})
"""The fields that are copied; the others are read, and their span says from where."""


class Leaf(NamedTuple):
    """A value that owns a piece of the source; ``text`` is None for a value that was read and not copied."""

    role: str
    text: str | None
    span: Span


class Report(NamedTuple):
    """What a check found: the broken laws, one sentence each, and how many characters have which role."""

    broken: list[str]
    roles: dict[str, int]


def check(record: Record, document: Document) -> Report:
    """Prove Ground, Account and Strict for one record; Stable needs a second run and is the caller's to prove."""
    leaves = list(list_leaves(record))
    hidden = _hidden(document)
    if document.format == "html":
        hidden |= {leaf.span for leaf in leaves if leaf.role == "similar url"}
    seen = [leaf for leaf in leaves if leaf.span not in hidden]
    carried = _carried(record, document)
    visible = [leaf for leaf in seen if leaf.span not in carried]
    broken = [
        *_ground(leaves, document),
        *_inside(record, seen, document),
        *_account(visible, document),
        *_strict(record),
    ]
    roles: Counter[str] = Counter()
    for leaf in leaves:
        roles[leaf.role] += leaf.span[1] - leaf.span[0]
    roles["(white space)"] = document.extent[1] - document.extent[0] - sum(roles.values())
    return Report(broken, dict(roles))


def list_leaves(record: Record) -> Iterator[Leaf]:
    """Yield every leaf of a record, in no particular order."""
    if record.edition:
        yield Leaf("edition", record.edition.label, record.edition.span)
    for paragraph in record.lead.body:
        yield Leaf(f"lead {paragraph.kind}", paragraph.text, paragraph.span)
    for field, span in record.lead.spans.items():
        yield Leaf(f"lead {field}", getattr(record.lead, field) if field in _VERBATIM else None, span)
    for item in record.similar:
        for item_field, span in item.spans.items():
            text = getattr(item, item_field) if item_field in _VERBATIM else None
            yield Leaf(f"similar {item_field}", text, span)
    for piece in record.furniture:
        yield Leaf(f"furniture {piece.role}", piece.text, piece.span)


def _annotations(record: Record) -> Iterator[Leaf]:
    owners: list[Lead | RelatedItem] = [record.lead, *record.similar]
    for owner in owners:
        if owner.dateline:
            yield Leaf("dateline", owner.dateline.text, owner.dateline.span)
        for mention in owner.dates:
            yield Leaf("date", mention.text, mention.span)


def _ground(leaves: list[Leaf], document: Document) -> Iterator[str]:
    """Every copied value is what stands at its span."""
    source = document.text
    shown = _shown(document)
    stated = _stated(document, shown)
    for leaf in leaves:
        start, end = leaf.span
        if not 0 <= start < end <= len(source):
            yield f"ground: {leaf.role} {leaf.span} is no place in the source"
        elif leaf.text is not None and leaf.text not in (shown(source[start:end]), stated(source[start:end])):
            yield f"ground: {leaf.role} {leaf.span} is not its value"


def _inside(record: Record, leaves: list[Leaf], document: Document) -> Iterator[str]:
    """Every annotation is what stands at its span, inside a leaf."""
    shown = _shown(document)
    stated = _stated(document, shown)
    spans = sorted(leaf.span for leaf in leaves)
    for note in _annotations(record):
        start, end = note.span
        owner = bisect(spans, (start, len(document.text))) - 1
        if owner < 0 or spans[owner][1] < end:
            yield f"ground: {note.role} {note.span} lies in no leaf"
        elif note.text not in (shown(document.text[start:end]), stated(document.text[start:end])):
            yield f"ground: {note.role} {note.span} is not its value"


def _account(leaves: list[Leaf], document: Document) -> Iterator[str]:
    """Leaves that a reader sees do not overlap, and together they cover all that is visible."""
    position, last = document.extent
    gaps: list[Span] = []
    for leaf in sorted(leaves, key=lambda leaf: leaf.span):
        start, end = leaf.span
        if start < position:
            yield f"account: {leaf.role} {leaf.span} overlaps what ends at {position}"
        elif start > position:
            gaps.append((position, start))
        position = max(position, end)
    gaps.append((position, last))
    shown = _shown(document)
    for start, end in gaps:
        if shown(document.text[start:end]).strip():
            yield f"account: characters {start} to {end} have no role"


def _hidden(document: Document) -> set[Span]:
    """Return the places of declared values that a reader of the page cannot see: in attributes and scripts."""
    declared = [span for _, span in document.fields.values() if span]
    starts = [line.start for line in document.lines]
    hidden = set()
    for span in declared:
        line = document.lines[max(0, bisect(starts, span[0]) - 1)] if document.lines else None
        if line is None or line.within(span) is None:
            hidden.add(span)
    return hidden


def _carried(record: Record, document: Document) -> set[Span]:
    """Return the places of a body that the page carries in its scripts instead of showing it."""
    if document.embedded is None or all(notice.code != "body-embedded" for notice in record.notices):
        return set()
    return {line.span(0, len(line.text)) for line in document.embedded()}


def _shown(document: Document) -> Callable[[str], str]:
    """Return what turns a stretch of the source into what a reader sees of it."""
    if document.format == "text":
        return str
    from newsparse.html.reading.visible import visible_text

    return visible_text


def _stated(document: Document, shown: Callable[[str], str]) -> Callable[[str], str]:
    """Return what turns a declared value's raw place into the value: a string in a script has JSON's escapes."""
    if document.format == "text":
        return str

    def unescape(raw: str) -> str:
        try:
            return shown(msgspec.json.decode(f'"{raw}"', type=str))
        except (msgspec.DecodeError, UnicodeEncodeError):
            return raw

    return unescape


def _strict(record: Record) -> Iterator[str]:
    try:
        msgspec.json.decode(record.to_json(), type=Record)
    except msgspec.ValidationError as error:
        yield f"strict: {error}"
