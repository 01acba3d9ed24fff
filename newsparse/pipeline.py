"""The whole path of data on one screen: source → document → labelled pieces → record."""

import hashlib
from collections.abc import Iterator, Sequence

import msgspec

from newsparse.articles import split_articles
from newsparse.assemble import assemble
from newsparse.document import Document, Line
from newsparse.errors import NewsparseError
from newsparse.glued_strings import part_strings
from newsparse.language import detect_language
from newsparse.layouts.profile import GENERIC
from newsparse.markup.read import read_markup
from newsparse.options import Options
from newsparse.readers.broken import rejoin
from newsparse.readers.encoding import Decoded, clean_surrogates, decode
from newsparse.readers.sniff import is_data, is_feed, is_html, is_web_archive
from newsparse.readers.text import read_text
from newsparse.readers.wrapped import unwrap
from newsparse.record import Notice, Record, Source
from newsparse.segment import Labelled, segment


class Reading(msgspec.Struct, frozen=True, gc=False):
    """A record beside the stages that it came from, for those who check or explain it."""

    document: Document
    labelled: Labelled
    record: Record


def run(source: str | bytes, name: str, options: Options) -> Reading:
    """Read one source all the way to its record."""
    decoded = _decode(source, options)
    document = read(decoded, options)
    return _finish(document, _pin(source, decoded, document, name), options)


def run_all(source: str | bytes, name: str, options: Options, row: int | None = None) -> Iterator[Reading]:
    """Read a source that may hold several articles; each record accounts for its own part of the source.

    ``row`` says that the source is a row of a container, and which: a row is one article.
    """
    decoded = _decode(source, options)
    document = read(decoded, options)
    pinned = _pin(source, decoded, document, name, row)
    ranges = split_articles(document.text, document.lines) if row is None and document.format == "text" else []
    if len(ranges) < 2:
        yield _finish(document, pinned, options)
        return
    for number, (start, end) in enumerate(ranges):
        yield _finish(document.part(start, end), msgspec.structs.replace(pinned, row=number), options)


def _decode(source: str | bytes, options: Options) -> Decoded:
    return decode(source, options.encoding) if isinstance(source, bytes) else clean_surrogates(source)


def _finish(document: Document, pinned: Source, options: Options) -> Reading:
    """Take a document the rest of the way."""
    if document.format == "text":
        document = read_markup(document)
    start, end = document.extent
    labelled = segment(document, options)
    language = options.language or document.language
    if language is None:
        written = document.text[start:end] if document.format == "text" else _written(document, labelled)
        language = detect_language(written)
    pinned = msgspec.structs.replace(pinned, layout=labelled.layout)
    return Reading(document, labelled, assemble(document, labelled, pinned, options, language))


def _written(document: Document, labelled: Labelled) -> str:
    """Return what the language of a page is told by: its story, or all that it shows where it has none; no markup."""
    body = [piece for piece in labelled.pieces if piece.role == "body"]
    story = [document.lines[piece.line].text[piece.start : piece.end] for piece in body]
    return "\n".join(story or [line.text for line in document.lines])


def read(decoded: Decoded, options: Options) -> Document:
    """Read a decoded source as what it is, or as what the caller says it is."""
    text = decoded.text
    if options.format == "auto":
        _refuse_others(text)
    if options.format == "html" or (options.format == "auto" and is_html(text)):
        document = _read_html(text)
    else:
        document = Document(text, "text", _join(text, read_text(text)), (0, len(text)))
    doubts = list(_doubts(decoded, document))
    return msgspec.structs.replace(document, notices=doubts) if doubts else document


def _join(text: str, lines: Sequence[Line]) -> Sequence[Line]:
    """Join the lines of each paragraph, where the text was broken at a width or at its links; cut what was glued."""
    joined = unwrap(text, lines)
    return rejoin(text, part_strings(text, lines)) if joined is lines else joined


def _refuse_others(text: str) -> None:
    """Refuse what is text and yet no page, unless the caller says what it is."""
    if is_feed(text):
        raise NewsparseError("feed", "is a news feed, not a page", "save the pages that it lists, or try --from text")
    if is_web_archive(text):
        raise NewsparseError("binary", "is a page in MIME parts (MHTML)", "save it as HTML only, or try --from text")
    if is_data(text):
        raise NewsparseError("binary", "is JSON, not a page", "give a .jsonl file, an object a line, and --text-field")


def _read_html(text: str) -> Document:
    from newsparse.html import label_html, read_html, visible_text  # with its models: no text needs it

    page = read_html(text)
    return Document(
        text,
        "html",
        page.lines,
        (0, len(text)),
        fields=page.fields,
        links=page.links,
        language=page.language,
        embedded=page.embedded,
        shown=visible_text,
        own_labels=lambda: label_html(page),
    )


def _doubts(decoded: Decoded, document: Document) -> Iterator[Notice]:
    """Yield what is in doubt about the reading itself."""
    if decoded.replaced:
        first = decoded.text.index("\ufffd")
        message = f"{decoded.replaced} characters could not be decoded as {decoded.encoding} and stand as U+FFFD"
        yield Notice(code="undecodable", message=message, span=(first, first + 1))
    if not document.lines:
        yield Notice(code="empty", message="the source holds no text", span=None)


def _pin(source: str | bytes, decoded: Decoded, document: Document, name: str, row: int | None = None) -> Source:
    """Pin the source down: its bytes (a string's are its UTF-8) and how they were read; its layout is not known yet."""
    data = source if isinstance(source, bytes) else source.encode("utf-8", "surrogatepass")
    return Source(
        name=name,
        row=row,
        sha256=hashlib.sha256(data).hexdigest(),
        bytes=len(data),
        chars=len(decoded.text),
        encoding=decoded.encoding,
        format=document.format,
        layout=GENERIC,
    )
