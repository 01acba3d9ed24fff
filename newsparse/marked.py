"""Marked text: a text document in; the same with what its own signs and its header block say out."""

from collections.abc import Iterator, Mapping, Sequence

import msgspec

from newsparse.addresses import mark_titles
from newsparse.document import Document
from newsparse.headers import Header, read_header, read_stamps
from newsparse.labels import LineRole, Piece
from newsparse.lazy import pattern
from newsparse.markdown.label import Label, label_markdown, with_signs
from newsparse.markdown.lines import Marked, mark_lines, plain_line
from newsparse.markdown.links import find_links, is_address
from newsparse.markdown.sniff import is_markdown
from newsparse.record import LeadField
from newsparse.span import Span, trim

_SIGNS = ("](", "][", "# ")
"""One of which a text in Markdown has that says anything by it."""
_ESCAPE_RE = pattern(r"(?s)\\(.)")
_WORDS = 3
"""Words of a link that leads to a story."""


def read_marks(document: Document) -> Document:
    """Read the signs and the header block of a text, if it has any that count."""
    marked = _markdown(document)
    shown = [at for at, mark in enumerate(marked) if mark.text] if marked else list(range(len(document.lines)))
    plain = [(marked[at] if marked else document.lines[at]).text for at in shown]
    header = read_header(plain)
    if header is None and (stamps := read_stamps(plain)):
        header = Header(stamps, None)
    if marked is None:
        titles = mark_titles(document.lines) if document.text.find("://", *document.extent) >= 0 else {}
        if header is None and not titles and not any(["\n" in text for text in plain]):
            return document
        own = header.pieces if header else {}
        marked = [
            titles[at] if at in titles and at not in own else plain_line(line.text)
            for at, line in enumerate(document.lines)
        ]
    return msgspec.structs.replace(
        document,
        fields=_fields(document, marked, shown, header),
        links=_addresses(document, marked),
        own_labels=lambda: _label(document, marked, shown, header),
    )


def _markdown(document: Document) -> Sequence[Marked] | None:
    """Return the lines of a text in Markdown, None when it is none."""
    if not any([document.text.find(sign, *document.extent) >= 0 for sign in _SIGNS]):
        return None
    links = find_links(document.text, document.extent)
    return mark_lines(document.lines, links) if is_markdown(document.text, document.lines, links) else None


def _fields(
    document: Document, marked: Sequence[Marked], shown: Sequence[int], header: Header | None
) -> dict[LeadField, tuple[str | tuple[str, ...], Span | None]]:
    """Return the page's address, which a header may state: no label of a line says so."""
    if header is None or header.address is None:
        return {}
    number, start, end = header.address
    at = shown[number]
    span = document.lines[at].span(*marked[at].bare(start, end))
    return {"url": (document.text[slice(*span)], span)}


def _addresses(document: Document, marked: Sequence[Marked]) -> dict[int, tuple[str, Span]]:
    """Return for each line with words that lead to a story the address, each address to one line."""
    addresses: dict[int, tuple[str, Span]] = {}
    taken: set[Span] = set()
    for at, mark in enumerate(marked):
        for link in mark.links:
            if link.address in taken or not is_address(document.text, link):
                continue
            if mark.is_linked or mark.text.count(" ") >= _WORDS - 1:
                address = document.text[slice(*link.address)]
                addresses[at] = _ESCAPE_RE.sub(r"\1", address), link.address
                taken.add(link.address)
                break
    return addresses


def _label(document: Document, marked: Sequence[Marked], shown: Sequence[int], header: Header | None) -> list[Piece]:
    """Label the lines: those of a header by what they say, all others by the evidence of their words."""
    from newsparse.roles import label_lines  # a model that pages of a known layout do not need

    stated = {shown[number]: pieces for number, pieces in header.pieces.items()} if header else {}
    labels: dict[int, Label] = {}
    texts: dict[int, tuple[str, int]] = {}
    for at in [at for at in shown if marked[at].text]:
        begin = stated[at][-1].end if at in stated else 0
        text = marked[at].text
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
