"""The library's entry point: one call from a source to its record."""

import datetime
from collections.abc import Iterator

from newsparse.layouts.profile import GENERIC, load
from newsparse.lazy import pattern
from newsparse.options import Options, SourceFormat
from newsparse.pipeline import run, run_all
from newsparse.record import Record

_LANGUAGE_RE = pattern(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{1,8})*+")


def parse(
    source: str | bytes,
    *,
    name: str = "-",
    format: SourceFormat = "auto",
    layout: str = "auto",
    reference_date: datetime.date | str | None = None,
    language: str | None = None,
) -> Record:
    """Parse one dump, given as text or as the bytes of its file, into its record.

    ``layout`` is ``auto``, ``generic``, the name of a layout of the package, or the path of a layout file.
    ``reference_date`` is a day on which the dump was already public (a date, or ``YYYY-MM-DD``); it settles years
    that the text leaves open. ``language`` is a BCP 47 tag. Spans count code points of the string given, or of the
    bytes decoded with ``source.encoding``.

    Raises NewsparseError for bytes that are no text, for a news feed, JSON or MHTML unless ``format`` is ``text`` or
    ``html``, and for a layout that cannot be read; ValueError for a bad date or
    language; TypeError for what is neither text nor bytes.
    """
    return run(_checked(source), name, make_options(format, layout, reference_date, language)).record


def parse_all(
    source: str | bytes,
    *,
    name: str = "-",
    format: SourceFormat = "auto",
    layout: str = "auto",
    reference_date: datetime.date | str | None = None,
    language: str | None = None,
) -> Iterator[Record]:
    """Parse a dump that may hold several articles, and yield the record of each.

    Where there are several, ``source.row`` numbers them from 0 and each record accounts for its own part of the
    source; spans count in the whole of it. Arguments and errors are those of ``parse``.
    """
    for reading in run_all(_checked(source), name, make_options(format, layout, reference_date, language)):
        yield reading.record


def _checked(source: object) -> str | bytes:
    if not isinstance(source, str | bytes):
        raise TypeError(f"source is the text or the bytes of a dump, not {type(source).__name__}; read a file first")
    return source


def make_options(
    format: SourceFormat = "auto",
    layout: str = "auto",
    reference_date: datetime.date | str | None = None,
    language: str | None = None,
    encoding: str | None = None,
) -> Options:
    """Check what the caller gave and return it as one value."""
    if format not in ("auto", "text", "html"):
        raise ValueError(f"unknown format {format!r}: auto, text or html")
    if language is not None and not _LANGUAGE_RE.fullmatch(language):
        raise ValueError(f"no language {language!r}: a BCP 47 tag, as en or pt-BR")
    if isinstance(reference_date, str):
        reference_date = datetime.date.fromisoformat(reference_date)
    return Options(
        format=format,
        encoding=encoding,
        layout=None if layout in ("auto", GENERIC) else load(layout),
        generic=layout == GENERIC,
        reference_date=reference_date,
        language=language,
    )
