"""Rows: the documents of a container, one after another, however many there are.

A row that cannot be read is handed on with its error, and so is a container that breaks off: what came before counts.
"""

import os
from collections.abc import Callable, Iterator
from typing import IO

import msgspec

from newsparse.batch.containers.fields import Found, RowOptions
from newsparse.batch.inputs import STDIN, ContainerKind, Input, Row, open_regular, refusal
from newsparse.errors import NewsparseError


def read_rows(source: Input, kind: ContainerKind, options: RowOptions) -> Iterator[Input]:
    """Yield each row of a container as an input of its own, and last the error that ended it, if one did."""
    is_empty = True
    try:
        with _open(source.path) as file:
            for found in _reader(kind)(file, options):
                is_empty = False
                if isinstance(found, Row):
                    yield msgspec.structs.replace(source, row=found)
                else:
                    yield msgspec.structs.replace(source, row=Row(found[0], b""), error=found[1])
    except NewsparseError as error:
        yield msgspec.structs.replace(source, error=error)
    except (OSError, ValueError) as error:
        yield msgspec.structs.replace(source, error=refusal(error))
    else:
        if is_empty:
            yield msgspec.structs.replace(
                source, error=NewsparseError("empty", "holds no rows", "the download may have failed")
            )


def _reader(kind: ContainerKind) -> Callable[[IO[bytes], RowOptions], Iterator[Found]]:
    if kind == "parquet":
        from newsparse.batch.containers.parquet import read_parquet

        return read_parquet
    if kind == "warc":
        from newsparse.batch.containers.warc import read_warc

        return read_warc
    from newsparse.batch.containers.jsonl import read_jsonl

    return read_jsonl


def _open(path: str) -> IO[bytes]:
    """Open a container, unpacked if it is compressed."""
    from newsparse.batch.containers.compressed import unpacked

    file = os.fdopen(0, "rb", closefd=False) if path == STDIN else os.fdopen(open_regular(path), "rb")
    head = file.peek(6)[:6]
    return unpacked(file, head) or file
