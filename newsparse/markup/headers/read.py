"""Reading header blocks: the lines of a text in; those that state parts of the story out, as pieces.

Exports of news databases, crawlers, mail programs and the front matter of Markdown open a text with ``Title: …``,
``Author: …``, ``Published: …``, or close it with such lines. Several of them one below the other, before any running
text, are a header block; a lone one may be a sentence.
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from newsparse.labels import LineRole, Piece
from newsparse.lazy import pattern
from newsparse.markup.headers.entries import REACH, Entry, coded, label_of, labelled
from newsparse.markup.headers.front_matter import fenced
from newsparse.markup.headers.unlabelled import counted, numbered
from newsparse.span import Span, trim

_ADDRESS_RE = pattern(r"<?(?P<address>https?://[^\s<>]+)>?")
_ROLES: Mapping[str, LineRole] = {
    "headline": "headline",
    "standfirst": "standfirst",
    "byline": "byline",
    "published": "timestamp",
    "modified": "timestamp",
    "site": "site",
    "section": "section",
    "tags": "tags",
    "dateline": "dateline",
    "legal": "legal",
    "fence": "markup",
}
_AROUND = {'"': '"', "'": "'", "[": "]"}
_SIGNS = tuple("|·•–—-:")
"""What parts a title from the name of its site."""
_LEAST = 12
"""Letters of a title that is known again where the page prints it."""


class Header(NamedTuple):
    """The lines of header blocks."""

    pieces: Mapping[int, Sequence[Piece]]
    """By line, what it is made of. A line that goes on with the story has only the piece of its label."""
    address: tuple[int, int, int] | None
    """The line that states the page's address, and where on it."""


def read_header(texts: Sequence[str]) -> Header | None:
    """Return the header lines of a text, or None if it has no block of them.

    >>> header = read_header(["Title: Ferry is back", "URL: https://port.example/1", "The ferry is back."])
    >>> [(piece.role, piece.start) for piece in header.pieces[0]], header.address
    ([('markup', 0), ('headline', 7)], (1, 5, 27))
    """
    entries = fenced(texts)
    if not entries:
        entries = labelled(texts)
        entries = [*numbered(texts, entries), *entries] or coded(texts) or counted(texts)
    if not entries:
        return None
    has_title = any(entry.field == "headline" for entry in entries)
    pieces: dict[int, Sequence[Piece]] = {}
    address = None
    for found in entries:
        is_subject = found.field == "subject"  # of a message, or what a story is filed under
        entry = found._replace(field="tags" if has_title else "headline") if is_subject else found
        value = _value(texts[entry.line], entry.start)
        stated = _ADDRESS_RE.fullmatch(texts[entry.line], *value) if entry.field in ("url", "site") else None
        if stated and address is None:
            address = entry.line, *stated.span("address")
        pieces[entry.line] = list(_pieces(entry, value, texts))
    return Header(pieces, address)


def _pieces(entry: Entry, value: Span, texts: Sequence[str]) -> Iterator[Piece]:
    """Yield the label of a line and its value; a time keeps the label that says whether it is a later one."""
    field, at, _ = entry
    text, rule = texts[at], f"header/{field}"
    start, end = value
    if field == "modified":
        start = 0
    if start:
        yield Piece(at, 0, len(text[:start].rstrip()), "markup", rule)
    if field == "content" or start == end:
        return
    if field == "headline":
        end = _without_site(text, (start, end), texts)
    yield Piece(at, start, end, _ROLES.get(field, "other"), rule)
    if text[end:].strip():
        yield Piece(at, *trim(text, end, len(text)), "markup", rule)


def _value(text: str, start: int) -> Span:
    """Return the range of a value without the quotation marks and brackets around the whole of it."""
    end = len(text)
    while (
        end - start > 2 and _AROUND.get(text[start]) == text[end - 1] and text[start] not in text[start + 2 : end - 2]
    ):
        start, end = start + 1, end - 1
    return start, end


def _without_site(text: str, value: Span, texts: Sequence[str]) -> int:
    """Return where a title ends without the name of its site behind, where the text prints either by itself."""
    start, end = value
    for printed in texts[:REACH]:
        if _LEAST <= len(printed) < end - start and text.startswith(printed, start):
            behind = text[start + len(printed) : end].lstrip()
            if behind[:1] in _SIGNS:
                return start + len(printed)
        stated = label_of(printed)
        if stated and stated[0] == "site" and text.endswith(name := printed[stated[1] :], start, end):
            before = text[start : end - len(name)].rstrip()
            if before[-1:] in _SIGNS and len(before) > _LEAST:
                return start + len(before[:-1].rstrip())
    return end
