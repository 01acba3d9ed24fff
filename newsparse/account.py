"""Account: every character that no story claims, as furniture with a role."""

from bisect import bisect
from collections.abc import Iterable, Mapping, Sequence
from typing import get_args

from newsparse.document import Document, Passage
from newsparse.labels import LineRole, Piece
from newsparse.lazy import pattern
from newsparse.record import Furniture, Role
from newsparse.span import Span, trim

_ROLES: Mapping[str, Role] = {
    **{role: role for role in get_args(Role)},
    "edition": "edition_label",
    "related_byline": "byline",
    "related_source": "source",
    "related_timestamp": "timestamp",
    "section": "nav",
    "site": "source",
}
"""What a piece of each role is as furniture; text of any other role is ``other``."""
_INK_RE = pattern(r"\S(?:[^\r\n]*\S)?")
"""From the first to the last visible character of a line, or of what is left of it."""


def list_furniture(
    document: Document, pieces: Iterable[Piece], leftovers: Iterable[tuple[LineRole, Passage]]
) -> list[Furniture]:
    """Return as furniture the pieces that belong to no story, and what the stories left over."""
    lines = document.lines
    furniture = []
    for piece in pieces:
        line = lines[piece.line]
        text, span = line.text, (line.start, line.end)
        if piece.start or piece.end < len(text):
            text, span = text[piece.start : piece.end], line.span(piece.start, piece.end)
        furniture.append(Furniture(role=_ROLES.get(piece.role, "other"), text=text, span=span))
    for role, passage in leftovers:
        furniture.append(Furniture(role=_ROLES.get(role, "other"), text=passage.text, span=passage.span))
    return furniture


def part_from(furniture: Iterable[Furniture], spans: Iterable[Span]) -> list[Furniture]:
    """Cut from the furniture of a text what other values own: an address or a list of tags that stands inside it."""
    owned = sorted(spans)
    if not owned:
        return list(furniture)
    parted: list[Furniture] = []
    for piece in furniture:
        position, last = piece.span
        first = max(0, bisect(owned, (position, last)) - 1)
        for start, end in [*owned[first : bisect(owned, (last, last))], (last, last)]:
            left = trim(piece.text, position - piece.span[0], min(start, last) - piece.span[0])
            if left[0] < left[1]:
                span = left[0] + piece.span[0], left[1] + piece.span[0]
                parted.append(Furniture(role=piece.role, text=piece.text[slice(*left)], span=span))
            position = min(max(position, end), last)
    return parted


def fill_gaps(text: str, extent: Span, claimed: Sequence[Span]) -> list[Furniture]:
    """Return what stands between the claimed ranges of a text, line by line, as furniture of role ``other``."""
    gaps: list[Furniture] = []
    position, last = extent
    for start, end in [*sorted(claimed), (last, last)]:
        if position < start and not text[position:start].isspace():
            gaps += [
                Furniture(role="other", text=match[0], span=match.span())
                for match in _INK_RE.finditer(text, position, start)
            ]
        position = max(position, end)
    return gaps
