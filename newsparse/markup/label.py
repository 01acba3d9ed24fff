"""Labels of marked text: its lines, their signs and its header block in; pieces out."""

from collections.abc import Iterator, Mapping, Sequence

from newsparse.document import Document
from newsparse.labels import LineRole, Piece
from newsparse.markup.headers import Header
from newsparse.markup.markdown.label import WHOLE, Label, label_markdown, with_signs
from newsparse.markup.markdown.lines import Marked
from newsparse.roles import label_lines
from newsparse.span import trim


def label_marked(document: Document, marked: Sequence[Marked], header: Header | None) -> list[Piece]:
    """Label the lines: those of a header by what they say, all others by the evidence of their words."""
    stated = header.pieces if header else {}
    labels: dict[int, Label] = {}
    texts: dict[int, tuple[str, int]] = {}
    for at, mark in enumerate(marked):
        text, begin = mark.text, stated[at][-1].end if at in stated else 0
        rest = trim(text, begin, len(text))
        if rest[0] < rest[1]:
            texts[at] = text[slice(*rest)], rest[0]
    found = label_lines([text for text, _ in texts.values()])
    signed = any(piece.role == "byline" for pieces in stated.values() for piece in pieces)
    for (at, (_, begin)), label in zip(texts.items(), found, strict=True):
        role: LineRole = "related_byline" if signed and label.role == "byline" else label.role
        labels[at] = Label(role, label.rule, begin + label.start, begin + label.end)
    begins = {at: marked[at].places[pieces[-1].end - 1] + 1 for at, pieces in stated.items()}
    told = label_markdown(document.lines, marked, labels)
    return sorted([*_stated(document, marked, stated, labels), *(p for p in told if p.start >= begins.get(p.line, 0))])


def _stated(
    document: Document, marked: Sequence[Marked], stated: Mapping[int, Sequence[Piece]], labels: Mapping[int, Label]
) -> Iterator[Piece]:
    """Yield the pieces of the header's lines, placed in the lines as they are printed, and the signs between them."""
    for at, pieces in stated.items():
        values = [(*marked[at].bare(piece.start, piece.end), piece.role) for piece in pieces]
        text = document.lines[at].text
        yield from with_signs(at, text[: values[-1][1]] if at in labels else text, values, pieces[0].rule)


def part_signs(document: Document, marked: Sequence[Marked], pieces: Sequence[Piece]) -> list[Piece]:
    """Return the pieces that a layout makes of the lines, the signs around their words pieces of their own."""
    parted: list[Piece] = []
    for piece in pieces:
        mark, text = marked[piece.line], document.lines[piece.line].text
        shown = [at for at, place in enumerate(mark.places) if piece.start <= place < piece.end]
        is_whole = piece.start == 0 and piece.end == len(text)
        if not shown:
            parted.append(Piece(piece.line, piece.start, piece.end, "markup", piece.rule))
        elif is_whole and piece.role not in WHOLE:
            values = [(*mark.bare(shown[0], shown[-1] + 1), piece.role)]
            parted += with_signs(piece.line, text, values, piece.rule)
        else:
            parted.append(piece)
    return parted
