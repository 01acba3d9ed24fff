"""The document: a source as lines whose every character knows its place.

Readers make it, every later stage reads it. For plain text a line's text is a slice of the source; for HTML it is
the visible text of a block, white space folded, and each of its characters keeps the place it came from.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Mapping, Sequence
from operator import itemgetter
from typing import Literal

import msgspec

from newsparse.labels import Piece
from newsparse.record import LeadField, Notice
from newsparse.span import Span


class Places(Sequence[Span]):
    """For each character of a line its range in the source."""

    __slots__ = ()

    def offset(self, position: int) -> int | None:
        """Return the offset of the first character that begins at a position of the source; None where none does."""
        offset = bisect_left(self, position, key=itemgetter(0))
        return offset if offset < len(self) and self[offset][0] == position else None


class Line(msgspec.Struct, frozen=True, gc=False):
    """A line of text, or a block of a page, without white space or invisible characters at its edges."""

    text: str
    start: int
    end: int
    places: Places | None = None
    """None where all characters of ``text`` stand in the source one for one."""

    def span(self, start: int, end: int) -> Span:
        """Return the place in the source of ``text[start:end]``; the range must not be empty."""
        if self.places is None:
            return self.start + start, self.start + end
        if start == 0 and end == len(self.text):
            return self.start, self.end  # what most lines are asked, and the only question that needs no places
        return self.places[start][0], self.places[end - 1][1]

    def within(self, span: Span) -> Span | None:
        """Return the offsets of the characters that stand in a range of the source.

        None where no character begins where the range does.
        """
        start = self.offset(span[0])
        if start is None:
            return None
        if self.places is None:
            return start, max(start + 1, min(span[1], self.end) - self.start)
        return start, max(start + 1, bisect_right(self.places, span[1], key=itemgetter(1)))

    def offset(self, position: int) -> int | None:
        """Return the offset of the character that begins at a position of the source; None where none does."""
        if not self.start <= position < self.end:
            return None
        return position - self.start if self.places is None else self.places.offset(position)


class Passage(msgspec.Struct, frozen=True, gc=False):
    """A stretch of one line, not empty: the text of a value and its place at once."""

    line: Line
    start: int
    end: int

    @property
    def text(self) -> str:
        """The characters of the stretch."""
        return self.line.text[self.start : self.end]

    @property
    def span(self) -> Span:
        """The place of the stretch in the source."""
        return self.line.span(self.start, self.end)

    def part(self, start: int, end: int) -> "Passage":
        """Return a part of the stretch, in offsets of its own text."""
        return Passage(self.line, self.start + start, self.start + end)


Fields = Mapping[LeadField, tuple[str | tuple[str, ...], Span | None]]
"""What metadata says of the lead story, each value with its raw place."""


def said_in(fields: Fields, field: LeadField) -> str:
    """Return what a field of one value says, nothing where it is not there."""
    value = fields[field][0] if field in fields else ""
    return value if isinstance(value, str) else ""


class Document(msgspec.Struct, frozen=True, gc=False):
    """A source as read: its lines, and what the source itself declares about its story."""

    text: str
    format: Literal["text", "html"]
    lines: Sequence[Line]
    extent: Span
    """The part of the source that this document is: all of it, or that of one article among several."""
    fields: Fields = {}
    """What the page's metadata, or the header of a text, says of the lead story, each value with its raw place."""
    links: Mapping[int, tuple[str, Span]] = {}
    """HTML and Markdown only: the address that a related headline points to, by line index."""
    language: str | None = None
    """The language that the source declares."""
    notices: Sequence[Notice] = ()
    """Doubts about the reading itself."""
    embedded: Callable[[], Sequence[Line]] | None = None
    """HTML only: reads the paragraphs of a body that the page carries in its scripts, for when it shows none."""
    shown: Callable[[str], str] | None = None
    """HTML only: returns what a reader sees of a stretch of the source."""
    own_labels: Callable[[], Sequence[Piece]] | None = None
    """HTML and marked text only: labels the lines by the page's structure, for when no layout fits."""
    without_signs: Callable[[Sequence[Piece]], Sequence[Piece]] | None = None
    """Marked text only: parts the signs of Markdown from the pieces of a layout that knows nothing of them."""

    def passage(self, piece: Piece) -> Passage:
        """Return the stretch of a line that a piece labels."""
        return Passage(self.lines[piece.line], piece.start, piece.end)

    def join(self, passages: Sequence[Passage]) -> tuple[str, Span]:
        """Return the text from the first passage's start to the last one's end, and its place."""
        span = passages[0].span[0], passages[-1].span[1]
        text = self.text[span[0] : span[1]]
        return self.shown(text) if self.shown is not None else text, span

    def part(self, start: int, end: int) -> "Document":
        """Return some of the lines as a document of their own, which reaches up to the line after them."""
        first = self.extent[0] if start == 0 else self.lines[start].start
        last = self.extent[1] if end == len(self.lines) else self.lines[end].start
        return msgspec.structs.replace(self, lines=self.lines[start:end], extent=(first, last))
