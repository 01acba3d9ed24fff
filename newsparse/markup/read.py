"""Marked text: a text document in; the same with what its own signs and its header block say out."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

import msgspec

from newsparse.document import Document, Fields, Line
from newsparse.labels import Piece
from newsparse.lazy import pattern
from newsparse.markup.headers import Header, fenced, read_header, read_stamps
from newsparse.readers.quoted import is_quoted
from newsparse.readers.references import find_references
from newsparse.span import Span, has_line_end

if TYPE_CHECKING:
    from newsparse.markup.markdown.lines import Marked

_SIGNS = ("](", "][", "# ")
"""One of which a text in Markdown has that says anything by it."""
_ESCAPE_RE = pattern(r"(?s)\\(.)")
_WORDS = 3
"""Words of a link that leads to a story."""


def read_markup(document: Document) -> Document:
    """Read the signs and the header block of a text, if it has any that count."""
    texts = [line.text for line in document.lines]
    front = len(fenced(texts))
    marked = _numbered(document) or _markdown(document, front) or _quoted(document)
    shown = [mark.text for mark in marked] if marked else texts
    header = read_header(shown)
    if header is None and (stamps := read_stamps(shown)):
        header = Header(stamps, None)
    lines = marked or _plain(document, header)
    if not lines:
        return document
    return msgspec.structs.replace(
        document,
        fields=_fields(document, lines, header),
        links=_addresses(document, lines),
        own_labels=lambda: _label(document, lines, header),
        without_signs=lambda pieces: _part(document, lines, pieces),
    )


def _numbered(document: Document) -> "Sequence[Marked] | None":
    """Return the lines of a text browser's dump with numbered links, None when it is none."""
    references = find_references(document.lines)
    if references is None:
        return None
    from newsparse.markup.numbered_links import mark_numbered  # few texts have any

    return mark_numbered(document.lines, references)


def _markdown(document: Document, front: int) -> "Sequence[Marked] | None":
    """Return the lines of a text in Markdown, None when it is none; ``front`` lines of front matter show it, too."""
    source, lines = document.text, document.lines
    if not front and not any([source.find(sign, *document.extent) >= 0 for sign in _SIGNS]):
        return None
    from newsparse.markup.markdown import find_links, mark_lines, plain_line  # most texts have no signs
    from newsparse.markup.markdown.sniff import is_markdown

    links = find_links(source, document.extent)
    if not front and not is_markdown(source, lines, links):
        return None
    return [*(plain_line(line.text) for line in lines[:front]), *mark_lines(source, lines[front:], links)]


def _quoted(document: Document) -> "Sequence[Marked] | None":
    """Return the lines of a text that a mail quotes, None when it is none."""
    if not is_quoted(document.lines):
        return None
    from newsparse.markup.bare_addresses import mark_titles
    from newsparse.markup.markdown.lines import quoted_line

    marked = [quoted_line(line.text) for line in document.lines]
    bare = [
        Line(line.text[mark.places[0] :], line.start + mark.places[0], line.end) if mark.text else line
        for line, mark in zip(document.lines, marked, strict=True)
    ]
    for at, title in mark_titles(bare).items():
        shift = bare[at].start - document.lines[at].start
        marked[at] = title._replace(places=[shift + place for place in title.places])
    return marked


def _plain(document: Document, header: Header | None) -> Sequence["Marked"]:
    """Return the lines of a text that is no Markdown, if it has a header, a list with addresses or joined lines."""
    may_list = document.text.find("://", *document.extent) >= 0
    has_more = header is not None or any([has_line_end(line.text) for line in document.lines])
    if not has_more and not may_list:
        return []
    from newsparse.markup.bare_addresses import mark_titles
    from newsparse.markup.markdown import plain_line

    titles = mark_titles(document.lines) if may_list else {}
    if not has_more and not titles:
        return []
    own = header.pieces if header else {}
    return [
        titles[at] if at in titles and at not in own else plain_line(line.text)
        for at, line in enumerate(document.lines)
    ]


def _fields(document: Document, marked: Sequence["Marked"], header: Header | None) -> Fields:
    """Return the page's address, which a header may state: no label of a line says so."""
    if header is None or header.address is None:
        return {}
    at, start, end = header.address
    span = document.lines[at].span(*marked[at].bare(start, end))
    return {"url": (document.text[slice(*span)], span)}


def _addresses(document: Document, marked: Sequence["Marked"]) -> dict[int, tuple[str, Span]]:
    """Return for each line with words that lead to a story the address, each address to one line."""
    from newsparse.markup.markdown import is_address

    addresses: dict[int, tuple[str, Span]] = {}
    taken: set[Span] = set()
    for at, mark in enumerate(marked):
        for link in mark.links:
            if link.address in taken or not is_address(document.text, link):
                continue
            if mark.is_linked or mark.text.count(" ") >= _WORDS - 1:
                address = _ESCAPE_RE.sub(r"\1", document.text[slice(*link.address)])
                addresses[at] = "".join(address.split()) if has_line_end(address) else address, link.address
                taken.add(link.address)
                break
    return addresses


def _label(document: Document, marked: Sequence["Marked"], header: Header | None) -> Sequence[Piece]:
    from newsparse.markup.label import label_marked  # with a model that pages of a known layout do not need

    return label_marked(document, marked, header)


def _part(document: Document, marked: Sequence["Marked"], pieces: Sequence[Piece]) -> Sequence[Piece]:
    from newsparse.markup.label import part_signs

    return part_signs(document, marked, pieces)
