"""JSON Lines: a row is a line, an object with the document's text in one of its fields."""

import json
from collections.abc import Iterator
from typing import IO, Any

import msgspec

from newsparse.batch.containers.fields import Found, RowOptions, make_row, no_text
from newsparse.batch.inputs import too_large
from newsparse.errors import NewsparseError

_MARK = b"\xef\xbb\xbf"
_FIELDS = 1 << 16
"""What the other fields of a row may take beside the text, which JSON may write at up to six bytes a character."""


def read_jsonl(file: IO[bytes], options: RowOptions) -> Iterator[Found]:
    """Yield the rows, numbered by line from 0; blank lines are none."""
    limit = 6 * options.limit + _FIELDS
    number = 0
    while line := file.readline(limit):
        if len(line) == limit and not line.endswith(b"\n"):
            yield number, too_large(options.limit)
            _skip_line(file)
        elif line := line.removeprefix(_MARK).strip():
            yield _read_line(line, number, options)
        number += 1


def _skip_line(file: IO[bytes]) -> None:
    while (rest := file.readline(1 << 20)) and not rest.endswith(b"\n"):
        pass


def _read_line(line: bytes, number: int, options: RowOptions) -> Found:
    try:
        fields = _decode(line)
    except (ValueError, RecursionError) as error:
        return number, NewsparseError("damaged", f"is no JSON: {error}", "one object stands on each line")
    return make_row(number, fields, options) if isinstance(fields, dict) else no_text(number, options)


def _decode(line: bytes) -> Any:
    try:
        return msgspec.json.decode(line)
    except (msgspec.DecodeError, UnicodeDecodeError):
        return json.loads(line)  # slower, and lets half a surrogate pair pass, as scrapers write it
