"""The manifest: one line of JSON for each document of a batch, in order, written last and as a whole."""

from pathlib import Path
from types import TracebackType
from typing import Self

import msgspec

from newsparse.batch.inputs import Input, record_name
from newsparse.batch.outputs import WholeFile
from newsparse.batch.work import Outcome
from newsparse.errors import ErrorKind


class Entry(msgspec.Struct, frozen=True):
    """What became of one document."""

    path: str
    status: str
    records: int
    error: ErrorKind | None
    message: str | None
    sha256: str | None


class Manifest:
    """The file of entries; nothing of it is seen when the batch breaks off."""

    def __init__(self, path: str) -> None:
        self._file = WholeFile(str(Path(path)))

    def __enter__(self) -> Self:
        self._file.__enter__()
        return self

    def __exit__(self, kind: type[BaseException] | None, error: object, trace: TracebackType | None) -> None:
        self._file.__exit__(kind, error, trace)

    def add(self, source: Input, outcome: Outcome) -> None:
        """Note what became of one document; raises OutputError."""
        error = outcome.error
        entry = Entry(
            path=record_name(source.label),
            status="failed" if error else "skipped" if outcome.skipped else "written",
            records=outcome.records,
            error=error.kind if error else None,
            message=error.message if error else None,
            sha256=outcome.sha256,
        )
        self._file.write(msgspec.json.encode(entry) + b"\n")
