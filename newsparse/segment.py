"""Segmenting: from a document to pieces with roles, by the layout that fits it."""

from collections.abc import Sequence
from functools import cache
from typing import TYPE_CHECKING

import msgspec

from newsparse.document import Document, Line
from newsparse.labels import Piece
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


def segment(document: Document, options: Options, language: str | None) -> Labelled:
    """Label every line by the caller's layout, else by the one that fits, else by the evidence of the lines alone."""
    found = None
    if options.layout is not None:
        found = fit(options.layout, document.text, document.lines)
    elif not options.generic:
        found = choose(_layouts(), _shown(document), document.lines)
    if found is not None:
        pieces, place = label(found, document.lines)
        return Labelled(pieces, found.layout.name, place, glued=found.layout.similar.item == "glued")
    if len(document.lines) == 1:  # one line has no page around it to tell what else it might be
        return Labelled([Piece(0, 0, len(document.lines[0].text), "body", "page/single-line")], GENERIC)
    if document.own_labels is not None:
        from newsparse.card_values import bare_values  # and the vocabulary of markers: no text comes here

        return Labelled(sorted(bare_values(document, document.own_labels())), GENERIC)
    from newsparse.roles import label_lines  # a model that pages of a known layout do not need

    labels = label_lines([line.text for line in document.lines], language)
    return Labelled(_pieces(document.lines, labels), GENERIC)


def _shown(document: Document) -> str:
    """Return what the words of a layout are first looked for in: scripts and tags hold none of them."""
    if document.format == "text":
        return document.text
    return "\n".join([line.text for line in document.lines])


@cache
def _layouts() -> tuple[Layout, ...]:
    return tuple(load(name) for name in names())


def _pieces(lines: Sequence[Line], labels: "Sequence[LineLabel]") -> list[Piece]:
    """Turn line labels into pieces; what stands around a value (``READ ALSO:``) announces it."""
    pieces: list[Piece] = []
    for index, (line, found) in enumerate(zip(lines, labels, strict=True)):
        if found.end - found.start == len(line.text):
            pieces.append(Piece(index, 0, found.end, found.role, found.rule))
            continue
        before, after = line.text[: found.start].rstrip(), line.text[found.end :]
        if before:
            pieces.append(Piece(index, 0, len(before), "banner", found.rule))
        pieces.append(Piece(index, found.start, found.end, found.role, found.rule))
        if after.strip():
            pieces.append(Piece(index, *trim(line.text, found.end, len(line.text)), "banner", found.rule))
    return pieces
