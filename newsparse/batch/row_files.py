"""Containers in a batch: taken apart into rows before the work, and put together into one output file after it."""

import hashlib
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path
from types import TracebackType
from typing import Self

import msgspec

from newsparse.batch.containers.fields import RowOptions
from newsparse.batch.containers.rows import read_rows
from newsparse.batch.draft import Draft
from newsparse.batch.inputs import STDIN, ContainerKind, Input
from newsparse.batch.output_tree import OutputTree, keep
from newsparse.batch.outputs import OutputError
from newsparse.batch.work import Outcome, Work, provenance_of
from newsparse.errors import NewsparseError


def rows_to_do(source: Input, kind: ContainerKind, work: Work) -> Iterator[Input]:
    """Yield the rows of a container, or the container itself, to be skipped, where its output is up to date."""
    settings = work.settings
    if settings.resume and work.tree is not None and _is_done(source, work, work.tree):
        yield source
        return
    yield from read_rows(source, kind, RowOptions(settings.text_field or "text", settings.max_size))


def _is_done(source: Input, work: Work, tree: OutputTree) -> bool:
    provenance = _provenance(source, work)
    return provenance is not None and tree.is_made_of(source, provenance)


def _provenance(source: Input, work: Work) -> str | None:
    """Return the provenance of a container's output, or None when that cannot be told."""
    if source.path == STDIN:
        return None
    try:
        with Path(source.path).open("rb") as file:
            return provenance_of(work.settings, source, hashlib.file_digest(file, "sha256").hexdigest())
    except (OSError, ValueError):
        return None


class RowFiles:
    """Writes what the rows of a container gave into the container's file in a tree, one line a record."""

    def __init__(self, work: Work, tree: OutputTree) -> None:
        self._work = work
        self._tree = tree
        self._source: Input | None = None
        self._stack = ExitStack()
        self._draft: tuple[Draft, Path] | None = None
        self._is_whole = True

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: object, trace: TracebackType | None) -> None:
        if kind is None:
            self._finish()
        self._stack.close()

    def take(self, source: Input, outcome: Outcome) -> Outcome:
        """Take the outcome of any input, in order; return what became of it once its row is written."""
        if self._source is not None and source.path != self._source.path:
            self._finish()
        if source.row is not None:
            self._source = source
        if outcome.error is not None:
            self._is_whole = self._is_whole and self._source is None
        if outcome.error is not None or source.row is None:
            return outcome
        try:
            self._write(source, outcome.data)
        except OutputError:
            raise
        except NewsparseError as error:
            return Outcome(error=error)
        return msgspec.structs.replace(outcome, data=b"")

    def _write(self, source: Input, data: bytes) -> None:
        if self._draft is None:
            self._draft = self._stack.enter_context(self._tree.open(source))
        try:
            self._draft[0].file.write(data)
        except OSError as error:
            raise OutputError(str(self._draft[1]), error) from None

    def _finish(self) -> None:
        """Give the container's file its name; after a failure without provenance, so that it is read again."""
        if self._draft is not None and self._source is not None:
            try:
                keep(*self._draft, _provenance(self._source, self._work) if self._is_whole else None)
            except OSError as error:
                raise OutputError(str(self._draft[1]), error) from None
        self._stack.close()
        self._source, self._draft, self._is_whole = None, None, True
