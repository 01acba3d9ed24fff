"""Marked text: a text document in; the same with what its own signs and its header block say out."""

from collections.abc import Iterator, Mapping, Sequence

import msgspec

from newsparse.addresses import mark_titles
from newsparse.document import Document
from newsparse.headers import Header, fenced, read_header, read_stamps
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
    texts = [line.text for line in document.lines]
    front = len(fenced(texts))
    marked = _markdown(document, front)
    shown = [mark.text for mark in marked] if marked else texts
    header = read_header(shown)
    if header is None and (stamps := read_stamps(shown)):
        header = Header(stamps, None)
    if marked is None:
        titles = mark_titles(document.lines) if document.text.find("://", *document.extent) >= 0 else {}
        if header is None and not titles and not any(["\n" in text for text in texts]):
            return document
        own = header.pieces if header else {}
        marked = [titles[at] if at in titles and at not in own else plain_line(text) for at, text in enumerate(texts)]
    return msgspec.structs.replace(
        document,
        fields=_fields(document, marked, header),
        links=_addresses(document, marked),
        own_labels=lambda: _label(document, marked, header),
    )


def _markdown(document: Document, front: int) -> Sequence[Marked] | None:
    """Return the lines of a text in Markdown, None when it is none; ``front`` lines of front matter show it, too."""
    source, lines = document.text, document.lines
    if not front and not any([source.find(sign, *document.extent) >= 0 for sign in _SIGNS]):
        return None
    links = find_links(source, document.extent)
    if not front and not is_markdown(source, lines, links):
        return None
    return [*(plain_line(line.text) for line in lines[:front]), *mark_lines(lines[front:], links)]


def _fields(
    document: Document, marked: Sequence[Marked], header: Header | None
) -> dict[LeadField, tuple[str | tuple[str, ...], Span | None]]:
    """Return the page's address, which a header may state: no label of a line says so."""
    if header is None or header.address is None:
        return {}
    at, start, end = header.address
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


def _label(document: Document, marked: Sequence[Marked], header: Header | None) -> list[Piece]:
    """Label the lines: those of a header by what they say, all others by the evidence of their words."""
    from newsparse.roles import label_lines  # a model that pages of a known layout do not need

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
