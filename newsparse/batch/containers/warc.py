"""WARC and WET: a row is a record that holds a page or the text of one, as crawlers store them."""

import contextlib
import io
from collections.abc import Iterator
from typing import IO, Any

from newsparse.batch.containers.fields import Found, RowOptions
from newsparse.batch.inputs import Row, too_large
from newsparse.errors import NewsparseError

_KINDS = ("response", "resource", "conversion")
_PAGE_TYPES = ("", "text/html", "application/xhtml+xml", "text/plain")


def read_warc(file: IO[bytes], options: RowOptions) -> Iterator[Found]:
    """Yield the pages, numbered from 0, with their address and the day they were fetched; raises NewsparseError."""
    try:
        from warcio.archiveiterator import ArchiveIterator  # type: ignore[import-untyped, unused-ignore]
        from warcio.exceptions import ArchiveLoadFailed  # type: ignore[import-untyped, unused-ignore]
    except ImportError:
        raise NewsparseError("extra", "is WARC", "pip install 'newsparse[warc]'") from None
    number = 0
    try:
        for record in _quietly(ArchiveIterator(_in_pieces(file))):
            if record.rec_type in _KINDS and _is_page(record):
                yield _read_page(record, number, options)
                number += 1
    except (ArchiveLoadFailed, EOFError) as error:
        message = f"cannot be read as WARC: {' '.join(str(error).split())}"
        raise NewsparseError("damaged", message, "fetch it again") from None


class _Pieces:
    """A file that is read in the pieces that are at hand, so that nothing before damage is lost."""

    def __init__(self, file: io.BufferedReader) -> None:
        self.read = file.read1


def _in_pieces(file: IO[bytes]) -> _Pieces:
    """Return a file that begins as an archive does, to be read in pieces; raises NewsparseError."""
    if not isinstance(file, io.BufferedReader) or file.peek(5)[:5] != b"WARC/":
        raise NewsparseError("damaged", "is no WARC", "fetch it again")
    return _Pieces(file)


def _quietly(records: Iterator[Any]) -> Iterator[Any]:
    """Yield the records; what the library would say on stderr is nothing that a user can act on."""
    while True:
        with contextlib.redirect_stderr(io.StringIO()):
            record = next(records, None)
        if record is None:
            return
        yield record


def _is_page(record: Any) -> bool:
    headers = record.http_headers or record.rec_headers
    kind: str = headers.get_header("Content-Type") or ""
    return kind.partition(";")[0].strip().lower() in _PAGE_TYPES


def _read_page(record: Any, number: int, options: RowOptions) -> Found:
    """Read one page; what its server compressed is unpacked no further than the limit."""
    headers, stream = record.rec_headers, record.content_stream()
    parts, size = [], 0
    while size <= options.limit and (part := stream.read(1 << 18)):
        size += len(part)
        parts.append(part)
    if size > options.limit:
        return number, too_large(options.limit)
    if getattr(record.raw_stream, "limit", 0) > 0:
        return number, NewsparseError("damaged", "breaks off", "fetch it again")
    return Row(number, b"".join(parts), headers.get_header("WARC-Target-URI"), headers.get_header("WARC-Date"))
