"""Header blocks: the lines of a text in; those that state one part of the story each, by a label, out.

Exports of news databases, crawlers, mail programs and the front matter of Markdown open a text with ``Title: …``,
``Author: …``, ``Published: …``, or close it with such lines. Several of them one below the other, before any running
text, are a header block; a lone one may be a sentence.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from typing import NamedTuple

from newsparse.labels import LineRole, Piece
from newsparse.lazy import pattern
from newsparse.package_data import read_data
from newsparse.span import Span, trim

RUNNING = 160
"""Characters of a line that counts as running text."""
REACH = 60
"""Lines from the top within which a block begins."""
_LABEL_RE = pattern(r"(?P<label>[^\W\d_][^\n:：]{0,28}?)\s?(?::(?=\s|\Z)|：)(?P<value>.*)")
_LONGEST = 24
"""Characters that a label which stands alone has fewer of."""
_CODE_RE = pattern(r"(?P<label>[A-Z]{2,3})(?P<value>(?:\s.*)?)")
_ADDRESS_RE = pattern(r"<?(?P<address>https?://[^\s<>]+)>?")
_COUNT_RE = pattern(r"\d{1,3}(?:[.,]?\d{3})? (?:words|Wörter|mots|palabras|parole|palavras)")
_DOCUMENT_RE = pattern(r"\d{1,5} of \d{1,5} DOCUMENTS?")
_YEAR_RE = pattern(r"\b(?:19|20)\d\d\b")
_STAMP_RE = pattern(
    r"\u200e?\[?\d{1,4}[./-]\d{1,2}[./-]\d{2,4},? \d{1,2}[:.]\d\d(?:[:.]\d\d)?(?:\s?[AaPp]\.?[Mm]\.?)?"
    r"(?:\]| [-–]) [^:\n]{1,40}: "
)
_CLOCK_RE = pattern(r"[0-2]?\d[:.][0-5]\d(?: GMT| UTC)?")
_RIGHTS_RE = pattern(r"(?:\(c\)|©|copyright\b)", re.IGNORECASE)
_COUNT_WITHIN = 12
"""Lines from the top within which a block opens with a count of words, and lines of such a block."""
_COUNTED = ("published", "site", "other")
"""What the lines below the count state at least."""
_FENCES = frozenset(["---", "+++"])
LEAST = 12
"""Letters of a title that is known again where the page prints it."""
_TELLING = frozenset(["headline", "subject", "byline", "published", "site", "url"])
"""Fields one of which a block states: an address book or an events box has others."""
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
}
_QUOTES = {'"': '"', "'": "'", "[": "]"}
_SIGNS = tuple("|·•–—-:")
"""What parts a title from the name of its site."""


class Entry(NamedTuple):
    """A labelled line: what it states, and where its value begins."""

    field: str
    line: int
    start: int


class Header(NamedTuple):
    """The lines of header blocks."""

    pieces: Mapping[int, Sequence[Piece]]
    """By line, what it is made of. A line that goes on with the story has only the piece of its label."""
    address: tuple[int, int, int] | None
    """The line that states the page's address, and where on it."""


class _Form(NamedTuple):
    """How lines are labelled: by words and a colon, or by the codes of a database."""

    pattern: re.Pattern[str]
    fields: Mapping[str, str]
    least: int
    """Lines that a block has at least: two letters are sooner met by chance."""

    def field(self, text: str) -> tuple[str, int] | None:
        """Return what a line states and where its value begins, None when it has no label."""
        if len(text) < _LONGEST and self.fields.get(text.casefold()) == "content":
            return "content", len(text)
        match = self.pattern.fullmatch(text)
        field = self.fields.get(match["label"].rstrip().casefold()) if match else None
        return (field, len(text) - len(match["value"].lstrip())) if match and field else None


@cache
def _forms() -> tuple[_Form, _Form]:
    labels: dict[str, str] = {}
    codes: dict[str, str] = {}
    for row in read_data(__file__, "data", "headers.txt").decode().splitlines():
        name, _, listed = row.partition(": ")
        if name[:5] == "code ":
            codes.update(dict.fromkeys(listed.casefold().split(" | "), name[5:]))
        elif name[:1] != "#":
            labels.update(dict.fromkeys(listed.split(" | "), name))
    return _Form(_LABEL_RE, labels, 2), _Form(_CODE_RE, codes, 4)


def read_header(texts: Sequence[str]) -> Header | None:
    """Return the header lines of a text, or None if it has no block of them.

    >>> header = read_header(["Title: Ferry is back", "URL: https://port.example/1", "The ferry is back."])
    >>> [(piece.role, piece.start) for piece in header.pieces[0]], header.address
    ([('markup', 0), ('headline', 7)], (1, 5, 27))
    """
    entries = next(filter(None, (read(texts) for read in (_labelled, _coded, _counted))), None)
    if entries is None:
        return None
    has_title = any(entry.field == "headline" for entry in entries)
    pieces: dict[int, Sequence[Piece]] = {}
    address = None
    for entry in entries:
        field = entry.field
        if field == "subject":  # of a message, or what a story is filed under
            field = "tags" if has_title else "headline"
        text = texts[entry.line]
        start, end = _value(text, entry.start)
        found = _ADDRESS_RE.fullmatch(text, start, end) if field in ("url", "site") else None
        if found and address is None:
            address = entry.line, *found.span("address")
        pieces[entry.line] = list(_pieces(entry, field, (start, end), texts))
    for at, text in enumerate(texts):
        if text in _FENCES and {at - 1, at + 1} & pieces.keys():
            pieces[at] = [Piece(at, 0, len(text), "markup", "header/fence")]
    return Header(pieces, address)


def read_stamps(texts: Sequence[str]) -> dict[int, Sequence[Piece]]:
    """Return, by line, when a message of an exported chat was sent and by whom: no part of the story that it passes on.

    >>> read_stamps(["[14/05/2024, 08:31:22] Ana: Ferry is back"])[0][0].end
    27
    """
    if not texts or not _STAMP_RE.match(texts[0]):
        return {}
    stamps = ((at, match.end()) for at, text in enumerate(texts) if (match := _STAMP_RE.match(text)))
    return {at: [Piece(at, 0, end - 1, "markup", "chat/stamp")] for at, end in stamps}


def _pieces(entry: Entry, field: str, value: Span, texts: Sequence[str]) -> Iterator[Piece]:
    """Yield the label of a line and its value; a time keeps the label that says whether it is a later one."""
    at, text, rule = entry.line, texts[entry.line], f"header/{field}"
    start, end = value
    role = _ROLES.get(field, "other")
    if field == "modified":
        start = 0
    if start:
        yield Piece(at, 0, len(text[:start].rstrip()), "markup", rule)
    if field == "content" or start == end:
        return
    if field == "headline":
        end = _without_site(text, (start, end), texts)
    yield Piece(at, start, end, role, rule)
    if text[end:].strip():
        yield Piece(at, *trim(text, end, len(text)), "markup", rule)


def _value(text: str, start: int) -> Span:
    """Return the range of a value without quotation marks around it."""
    if len(text) - start > 1 and _QUOTES.get(text[start]) == text[-1]:
        return start + 1, len(text) - 1
    return start, len(text)


def _without_site(text: str, value: Span, texts: Sequence[str]) -> int:
    """Return where a title ends without the name of its site behind, where the text prints either by itself."""
    start, end = value
    for printed in texts[:REACH]:
        if LEAST <= len(printed) < end - start and text.startswith(printed, start):
            behind = text[start + len(printed) : end].lstrip()
            if behind[:1] in _SIGNS:
                return start + len(printed)
        stated = _forms()[0].field(printed)
        if stated and stated[0] == "site" and text.endswith(name := printed[stated[1] :], start, end):
            before = text[start : end - len(name)].rstrip()
            if before[-1:] in _SIGNS and len(before) > LEAST:
                return start + len(before[:-1].rstrip())
    return end


def _labelled(texts: Sequence[str]) -> list[Entry]:
    """Return the lines with labels of words; between its count and them a database prints where and when
    a story appeared, and its title."""
    entries = _entries(texts, _forms()[0])
    if entries and entries[0].line > len(_COUNTED) and _DOCUMENT_RE.fullmatch(texts[0]) and _YEAR_RE.search(texts[2]):
        title = [Entry("headline", 3, 0)] if entries[0].line == len(_COUNTED) + 1 else []
        return [Entry("other", 0, 0), Entry("site", 1, 0), Entry("published", 2, 0), *title, *entries]
    return entries


def _coded(texts: Sequence[str]) -> list[Entry]:
    return _entries(texts, _forms()[1])


def _counted(texts: Sequence[str]) -> list[Entry]:
    """Return the lines of a block without labels, which a count of words opens and a notice of rights closes."""
    first = next((at for at, text in enumerate(texts[:_COUNT_WITHIN]) if _COUNT_RE.fullmatch(text)), -1)
    block = texts[first + 1 : first + 1 + _COUNT_WITHIN]
    size = next((at for at, text in enumerate(block) if _RIGHTS_RE.match(text)), -1)
    if first < 0 or size < len(_COUNTED) or any(len(text) >= RUNNING for text in block[:size]):
        return []
    clock = bool(_CLOCK_RE.fullmatch(block[1]))
    fields = ["other", "published", *(["other"] if clock else []), "site", *["other"] * size][: size + 1]
    return [*(Entry(field, first + at, 0) for at, field in enumerate(fields)), Entry("legal", first + size + 1, 0)]


def _entries(texts: Sequence[str], form: _Form) -> list[Entry]:
    """Return the labelled lines, if some of them stand in a block above the story."""
    top = next((at for at, text in enumerate(texts[:REACH]) if len(text) >= RUNNING), len(texts[:REACH]))
    if not any(_tells(run, form) for run in _runs(texts[: top + 1], form)):
        return []
    runs = list(_runs(texts, form))
    return [entry for run in runs if len(run) > 1 or run[0].field == "strong" for entry in run]


def _tells(run: Sequence[Entry], form: _Form) -> bool:
    fields = {entry.field for entry in run}
    return len({entry.line for entry in run}) >= form.least and len(fields) > 1 and not fields.isdisjoint(_TELLING)


def _runs(texts: Sequence[str], form: _Form) -> Iterator[list[Entry]]:
    """Yield the labelled lines that stand one below the other; a label alone has its value on the line below."""
    run: list[Entry] = []
    for at, text in enumerate(texts):
        found = form.field(text)
        if found:
            run.append(Entry(found[0], at, found[1]))
        elif run and run[-1].field not in ("content", "strong") and run[-1].start == len(texts[at - 1]):
            run.append(Entry(run[-1].field, at, 0))
        elif run:
            yield run
            run = []
    if run:
        yield run
