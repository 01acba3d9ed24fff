"""Parquet: a row is a row, with the document's text in one of its columns."""

from collections.abc import Iterator
from typing import IO, Any

from newsparse.batch.containers.fields import DATE_FIELDS, URL_FIELDS, Found, RowOptions, make_row
from newsparse.errors import NewsparseError

_BATCH = 64
"""Rows that are held at once."""


def read_parquet(file: IO[bytes], options: RowOptions) -> Iterator[Found]:
    """Yield the rows, numbered from 0; raises NewsparseError."""
    try:
        import pyarrow  # type: ignore[import-untyped, unused-ignore]
        from pyarrow import parquet  # type: ignore[import-untyped, unused-ignore]
    except ImportError:
        raise NewsparseError("extra", "is Parquet", "pip install 'newsparse[parquet]'") from None
    try:
        table = parquet.ParquetFile(file, pre_buffer=False)
        columns = _choose(table.schema_arrow.names, options.text_field)
        number = 0
        for batch in table.iter_batches(_BATCH, columns=columns, use_threads=False):
            for fields in batch.to_pylist():
                yield make_row(number, fields, options)
                number += 1
    except pyarrow.ArrowException as error:
        message = str(error).partition("\n")[0]
        raise NewsparseError("damaged", f"cannot be read as Parquet: {message}", "fetch it again") from None


def _choose(names: list[Any], text_field: str) -> list[str]:
    if text_field not in names:
        shown = ", ".join(map(str, names[:8]))
        raise NewsparseError("damaged", f"has no column {text_field!r} among {shown}", "name one with --text-field")
    return [name for name in dict.fromkeys(names) if name in (text_field, *URL_FIELDS, *DATE_FIELDS)]
