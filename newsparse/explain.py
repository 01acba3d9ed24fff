"""Explaining: which rule labelled each part of each line, for people."""

from collections.abc import Iterable, Iterator

from newsparse.pipeline import Reading
from newsparse.span import count_line_ends

_EXCERPT = 60


def explain(readings: Iterable[Reading]) -> Iterator[str]:
    """Yield for each article of one source, in order, a line for each piece.

    It has the number of the piece's line in the source, its role, the rule, and how the text opens.
    """
    number, position = 1, 0
    for reading in readings:
        document = reading.document
        rows = [f"layout {reading.labelled.layout}, language {reading.record.language or 'unknown'}"]
        for piece in reading.labelled.pieces:
            line = document.lines[piece.line]
            start = line.span(piece.start, piece.end)[0]
            number += count_line_ends(document.text, position, max(position, start))
            position = max(position, start)
            text = " ".join(line.text[piece.start : piece.end].split())
            excerpt = text if len(text) <= _EXCERPT else f"{text[: _EXCERPT - 1]}…"
            rows.append(f"{number:>5}  {piece.role:<18} {piece.rule:<32} {excerpt}")
        yield "\n".join(rows) + "\n"
