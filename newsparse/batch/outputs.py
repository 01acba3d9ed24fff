"""Outputs: where records go. A file appears whole or not at all; what cannot be written is said with its reason."""

import errno
import sys
from types import TracebackType
from typing import IO, TYPE_CHECKING, Self

from newsparse.errors import NewsparseError

if TYPE_CHECKING:
    from newsparse.batch.draft import Draft

_HINTS = {
    errno.ENOENT: "make its folder or write elsewhere",
    **dict.fromkeys((errno.ENOSPC, errno.EDQUOT, errno.EFBIG), "free space or write elsewhere"),
}


class OutputError(NewsparseError):
    """An output that could not be written, so that there is no use in going on."""

    def __init__(self, place: str, error: OSError) -> None:
        """Say which output failed and why."""
        hint = _HINTS.get(error.errno or 0, "write elsewhere")
        super().__init__("output", f"{place}: cannot be written: {error.strerror or error}", hint)


class Stream:
    """Standard output: each input's bytes at once, so that ``| head -1`` need not wait."""

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: object, trace: TracebackType | None) -> None:
        return None

    def write(self, data: bytes) -> None:
        """Write and flush; a closed pipe is the caller's to handle."""
        try:
            sys.stdout.buffer.write(data)
            sys.stdout.buffer.flush()
        except BrokenPipeError:
            raise
        except OSError as error:
            raise OutputError("standard output", error) from None


class WholeFile:
    """One file for all that is written, with its name only when everything was written."""

    def __init__(self, path: str) -> None:
        from pathlib import Path  # slow to import, and standard output needs no path

        self._path = Path(path)
        self._draft: Draft | None = None

    def __enter__(self) -> Self:
        from newsparse.batch.draft import Draft

        try:
            if self._path.exists() and not self._path.is_file():
                self._file: IO[bytes] = self._path.open("wb")  # a device has no draft
            else:
                self._draft = Draft(self._path.resolve())
                self._file = self._draft.file
        except OSError as error:
            raise OutputError(str(self._path), error) from None
        return self

    def write(self, data: bytes) -> None:
        """Add bytes to the file to come."""
        try:
            self._file.write(data)
        except OSError as error:
            raise OutputError(str(self._path), error) from None

    def __exit__(self, kind: type[BaseException] | None, error: object, trace: TracebackType | None) -> None:
        try:
            if self._draft is None:
                self._file.close()
            elif kind is None:
                self._draft.keep(sync=True)
        except OSError as failure:
            raise OutputError(str(self._path), failure) from None
        finally:
            if self._draft is not None:
                self._draft.discard()


SingleOutput = Stream | WholeFile
"""One place for everything that is written; a tree of files is the alternative."""
