"""Explaining: which rule labelled each part of each line, for people."""

from newsparse.pipeline import Reading
from newsparse.span import count_line_ends

_EXCERPT = 60


def explain(reading: Reading) -> str:
    """Return one line for each piece: the line's number in the source, its role, the rule, and how the text opens."""
    document = reading.document
    rows = [f"layout {reading.labelled.layout}, language {reading.record.language or 'unknown'}"]
    number, position = 1, 0
    for piece in reading.labelled.pieces:
        line = document.lines[piece.line]
        start = line.span(piece.start, piece.end)[0]
        number += count_line_ends(document.text, position, max(position, start))
        position = max(position, start)
        text = " ".join(line.text[piece.start : piece.end].split())
        excerpt = text if len(text) <= _EXCERPT else f"{text[: _EXCERPT - 1]}…"
        rows.append(f"{number:>5}  {piece.role:<18} {piece.rule:<32} {excerpt}")
    return "\n".join(rows) + "\n"
