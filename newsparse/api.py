"""The library's entry point: one call from a source to its record."""

import datetime
import os
from collections.abc import Iterator
from typing import get_args

from newsparse.dates.found import YEARS
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
    layout: str | os.PathLike[str] = "auto",
    reference_date: datetime.date | str | None = None,
    language: str | None = None,
) -> Record:
    """Parse one dump, given as text or as the bytes of its file, into its record.

    Args:
        source: the dump. Spans of the record count code points of a string as it is given, and of bytes as they are
            decoded: ``source.decode(record.source.encoding, "replace")``.
        name: what ``record.source.name`` says.
        format: ``text``, ``html``, or ``auto``, which tells them apart by their content.
        layout: ``auto``, ``generic``, the name of a layout of the package, or the path of a layout file (``.toml``).
        reference_date: a day on which the dump was public, as a date or ``YYYY-MM-DD``; it settles the years that the
            dump leaves open.
        language: a BCP 47 tag; detected if None.

    Raises:
        NewsparseError: the source is no text (kind ``binary``), or a layout cannot be read (``layout``); with the
            format ``auto`` also for a news feed (``feed``) and for JSON or MHTML (``binary``).
        ValueError: an option has no such value.
        TypeError: the source is neither text nor bytes.
    """
    return run(_checked(source), name, make_options(format, layout, reference_date, language)).record


def parse_all(
    source: str | bytes,
    *,
    name: str = "-",
    format: SourceFormat = "auto",
    layout: str | os.PathLike[str] = "auto",
    reference_date: datetime.date | str | None = None,
    language: str | None = None,
) -> Iterator[Record]:
    """Parse a dump that may hold several articles, and yield the record of each.

    Where there are several, ``source.row`` numbers them from 0, and each record accounts for its own part of the
    source; spans count in the whole of it. Arguments and errors are those of ``parse``: what is wrong with an argument
    is raised at once, what is wrong with the source when the first record is asked for.
    """
    readings = run_all(_checked(source), name, make_options(format, layout, reference_date, language))
    return (reading.record for reading in readings)


def _checked(source: object) -> str | bytes:
    if not isinstance(source, str | bytes):
        raise TypeError(f"source is the text or the bytes of a dump, not {type(source).__name__}; read a file first")
    return source


def make_options(
    format: SourceFormat = "auto",
    layout: str | os.PathLike[str] = "auto",
    reference_date: datetime.date | str | None = None,
    language: str | None = None,
    encoding: str | None = None,
) -> Options:
    """Return checked options; raises ValueError for what an option cannot be, NewsparseError for a layout."""
    if format not in get_args(SourceFormat):
        raise ValueError(f"unknown format {format!r}; give auto, text or html")
    if language is not None and not _LANGUAGE_RE.fullmatch(language):
        raise ValueError(f"no language {language!r}; give a BCP 47 tag, as en or pt-BR")
    layout = os.fspath(layout)
    return Options(
        format=format,
        encoding=encoding,
        layout=None if layout in ("auto", GENERIC) else load(layout),
        generic=layout == GENERIC,
        reference_date=_day(reference_date),
        language=language,
    )


def _day(given: datetime.date | str | None) -> datetime.date | None:
    if given is None:
        return None
    try:
        day = datetime.date.fromisoformat(given) if isinstance(given, str) else given
    except ValueError:
        raise ValueError(f"no reference date {given!r}; give YYYY-MM-DD") from None
    if day.year not in YEARS:
        raise ValueError(f"no reference date {str(given)!r}; give a year from {YEARS[0]} to {YEARS[-1]}")
    return day.date() if isinstance(day, datetime.datetime) else day
