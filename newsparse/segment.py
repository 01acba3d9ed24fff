"""Segmenting: from a document to pieces with roles, by the layout that fits it."""

from collections.abc import Iterable, Sequence
from functools import cache
from typing import TYPE_CHECKING

import msgspec

from newsparse.datelines import find_dateline
from newsparse.document import Document, Line
from newsparse.item_edges import PARTED, find_ranked, part_edges
from newsparse.labels import LineRole, Part, Piece
from newsparse.layouts.apply import label
from newsparse.layouts.match import choose, fit
from newsparse.layouts.profile import GENERIC, Layout, load, names
from newsparse.options import Options
from newsparse.span import trim

if TYPE_CHECKING:
    from newsparse.roles import LineLabel


class Labelled(msgspec.Struct, frozen=True, gc=False):
    """The pieces of a document, in source order, and the layout that they were read by."""

    pieces: list[Piece]
    layout: str
    place: str | None = None
    """The place that the edition label names."""
    glued: bool | None = None
    """Whether the layout prints headline and summary of an item as one; None where no layout says."""


def segment(document: Document, options: Options) -> Labelled:
    """Label every line by the caller's layout, else by the one that fits, else by the evidence of the lines alone."""
    found = None
    if options.layout is not None:
        found = fit(options.layout, _shown(document), document.lines)
    elif not options.generic:
        found = choose(_layouts(), _shown(document), document.lines)
    if found is not None:
        pieces, place = label(found, document.lines)
        if document.without_signs is not None:
            pieces = list(document.without_signs(pieces))
        if found.layout.lead == "evidence":
            pieces = _weigh_lead(document, pieces)
        return Labelled(pieces, found.layout.name, place, glued=found.layout.similar.item == "glued")
    if len(document.lines) == 1:  # one line has no page around it to tell what else it might be
        return Labelled([Piece(0, 0, len(document.lines[0].text), "body", "page/single-line")], GENERIC)
    if document.own_labels is not None:
        from newsparse.card_values import bare_values  # with a vocabulary that most texts do not need

        weighed: Iterable[Piece] = bare_values(document, document.own_labels())
    else:
        weighed = _weigh(document.lines)
    return Labelled(sorted(_with_openings(document.lines, weighed)), GENERIC)


def _weigh(lines: Sequence[Line]) -> list[Piece]:
    """Label lines by the evidence of all of them."""
    from newsparse.roles import label_lines  # a model that pages of a known layout do not need

    return _pieces(lines, label_lines([line.text for line in lines]))


def _weigh_lead(document: Document, pieces: Sequence[Piece]) -> list[Piece]:
    """Label the lines of the lead that no rule of the layout claims as those of a page without a layout."""
    unclaimed = sorted({piece.line for piece in pieces if piece.rule.startswith("lead/")})
    if document.own_labels is not None:
        known = set(unclaimed)
        weighed = [piece for piece in document.own_labels() if piece.line in known]
    else:
        found = _weigh([document.lines[at] for at in unclaimed])
        weighed = [Piece(unclaimed[p.line], p.start, p.end, p.role, p.rule) for p in found]
    claimed = [piece for piece in pieces if not piece.rule.startswith("lead/")]
    return sorted([*claimed, *_with_openings(document.lines, weighed)])


def _with_openings(lines: Sequence[Line], pieces: Iterable[Piece]) -> list[Piece]:
    """Make what a wire's dateline opens the first paragraph where the evidence of the lines has it as the deck."""
    return [
        Piece(piece.line, piece.start, piece.end, "body", "opens with a dateline")
        if piece.role == "standfirst"
        and piece.rule.startswith("sequence")
        and _is_wire(lines[piece.line].text[piece.start : piece.end])
        else piece
        for piece in pieces
    ]


def _is_wire(text: str) -> bool:
    """Tell whether a text opens with a dateline that has an agency, a name, a day, or its place in capitals."""
    found = find_dateline(text)
    return found is not None and bool(found.agency or found.byline or found.date or "".join(found.places).isupper())


def _shown(document: Document) -> str:
    """Return what the words of a layout are first looked for in: of a page its lines: scripts and tags hold none."""
    if document.format == "text":
        return document.text[slice(*document.extent)]
    return "\n".join([line.text for line in document.lines])


@cache
def _layouts() -> tuple[Layout, ...]:
    return tuple(load(name) for name in names())


def _pieces(lines: Sequence[Line], labels: "Sequence[LineLabel]") -> list[Piece]:
    """Turn line labels into pieces; what stands around a value (``READ ALSO:``) announces it."""
    pieces: list[Piece] = []
    ranks = find_ranked(labels, [line.text for line in lines])
    for index, (line, found) in enumerate(zip(lines, labels, strict=True)):
        text, start, end = line.text, found.start, found.end
        if end - start == len(text) and index not in ranks and found.role not in PARTED:
            pieces.append(Piece(index, 0, end, found.role, found.rule))
            continue
        parts: list[Part] = []
        if start:
            parts.append((0, len(text[:start].rstrip()), "banner"))
        if index in ranks:
            parts.append((start, start + len(text[start : ranks[index]].rstrip()), "markup"))
            start = ranks[index]
        if found.role in PARTED:
            start, end, edges = part_edges(text, start, end)
            parts += edges
        if text[found.end :].strip():
            kind: LineRole = "source" if found.role == "headline" else "banner"  # the site that a title names
            parts.append((*trim(text, found.end, len(text)), kind))
        parts.append((start, end, found.role))
        pieces += sorted(Piece(index, first, last, role, found.rule) for first, last, role in parts)
    return pieces
