"""Declared values: what metadata declares and a line also shows takes over its part of that line.

In: the fields that a page's metadata states, with their places, and the labelled pieces. Out: the fields with places
that no piece shares, and the pieces that are left. Values in attributes and scripts stand in no line and stay as they
are. Of a text's header only the address comes this way: all else there is a piece with a role.
"""

from bisect import bisect

import msgspec

from newsparse.document import Document
from newsparse.labels import ITEM_ROLES, LineRole, Piece
from newsparse.record import LeadField
from newsparse.span import Span, trim

Value = str | tuple[str, ...]

_COPIED: frozenset[LeadField] = frozenset({"headline", "standfirst", "byline", "section", "site"})
_STORY_ROLES: tuple[LineRole, ...] = ("body", "heading", "quote", "list_item", "byline", "headline", "standfirst")
_STORY = ITEM_ROLES.union(_STORY_ROLES)
"""Roles whose pieces stay whole: a value read from the middle of one has no place of its own."""
_OTHERS: frozenset[LineRole] = ITEM_ROLES | {"edition"}
"""Roles of lines that are never the lead's own."""


class Declared(msgspec.Struct, frozen=True, gc=False):
    """The fields of the lead that the page itself states, and the pieces that they leave."""

    fields: dict[LeadField, tuple[Value, Span | None]]
    pieces: list[Piece]
    seen: frozenset[LeadField] = frozenset()
    """Fields whose place is a line that the page shows."""


def place_fields(document: Document, pieces: list[Piece]) -> Declared:
    """Give each declared field that stands in a line its own part of that line."""
    if not document.fields:
        return Declared({}, pieces)
    placed: dict[LeadField, tuple[Value, Span | None]] = {}
    seen: set[LeadField] = set()
    starts = [line.start for line in document.lines]
    for field, (value, span) in document.fields.items():
        at = _in_sight(document, starts, span, value) if span else None
        if at is None:
            placed[field] = value, span
            continue
        where = next(
            (i for i, piece in enumerate(pieces) if piece.line == at[0] and piece.start <= at[1] < piece.end), -1
        )
        owner = pieces[where] if where >= 0 else None
        if owner is not None and owner.role in _OTHERS:
            continue  # another story's card or the aggregator says it: it is not the lead's
        parts = _claim(document, field, at, owner)
        if owner is None or parts is None:
            placed[field] = value, None
            continue
        claimed, rest = parts
        pieces = [*pieces[:where], *rest, *pieces[where + 1 :]]
        line = document.lines[at[0]]
        placed[field] = line.text[slice(*claimed)] if field in _COPIED else value, line.span(*claimed)
        seen.add(field)
    return Declared(placed, pieces, frozenset(seen))


def _in_sight(document: Document, starts: list[int], span: Span, value: Value) -> tuple[int, int, int] | None:
    """Return the line of a declared place and its offsets there, or None when no reader of the page sees it.

    Where the place says more than the value (``Coast Post | Ferry is back``), the offsets are those of the value.
    """
    index = bisect(starts, span[0]) - 1
    offsets = document.lines[index].within(span) if index >= 0 else None
    if offsets is None:
        return None
    inner = document.lines[index].text.find(value, *offsets) if isinstance(value, str) else -1
    return (index, inner, inner + len(value)) if inner >= 0 else (index, *offsets)


def _claim(
    document: Document, field: LeadField, at: tuple[int, int, int], owner: Piece | None
) -> tuple[Span, list[Piece]] | None:
    """Return the part of a piece that a field takes, and what is left of the piece; None when it must stay whole."""
    if owner is None:
        return None
    if field == "authors" and owner.role == "byline":
        return None  # the byline, which names them, has that place
    _, start, end = at
    if start == owner.start and end >= owner.end:
        return (owner.start, owner.end), []
    if owner.role in _STORY and owner.role != field:
        return None
    if field not in _COPIED:  # read, not copied: its place may be the whole line that says it
        return (owner.start, owner.end), []
    text = document.lines[owner.line].text
    role: LineRole = "other" if owner.role == field else owner.role
    rest = [(owner.start, start), (min(end, owner.end), owner.end)]
    return (start, min(end, owner.end)), [
        Piece(owner.line, *trim(text, *part), role, owner.rule) for part in rest if text[slice(*part)].strip()
    ]
