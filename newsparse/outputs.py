"""Outputs: where records go. A file appears whole or not at all; what cannot be written is said with its reason."""

import contextlib
import os
import sys
import unicodedata
from collections.abc import Iterable
from pathlib import Path
from types import TracebackType
from typing import IO, Protocol, Self, cast

from newsparse.errors import NewsparseError
from newsparse.inputs import STDIN, Input

SUFFIX = ".json"


class OutputError(NewsparseError):
    """An output that could not be written."""

    def __init__(self, place: str, error: OSError) -> None:
        """Say which output failed and why."""
        super().__init__(
            "output", f"{place}: cannot be written: {error.strerror or error}", "free space or write elsewhere"
        )


class Output(Protocol):
    """A place that takes the bytes of one input after another."""

    def __enter__(self) -> Self: ...
    def __exit__(self, kind: type[BaseException] | None, error: object, trace: TracebackType | None) -> None: ...
    def write(self, source: Input, data: bytes) -> None:
        """Take what one input gave."""


class Stream:
    """Standard output: each input's bytes at once, so that ``| head -1`` need not wait."""

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: object, trace: TracebackType | None) -> None:
        return None

    def write(self, source: Input, data: bytes) -> None:
        """Write and flush; a closed pipe is the caller's to handle."""
        try:
            sys.stdout.buffer.write(data)
            sys.stdout.buffer.flush()
        except BrokenPipeError:
            raise
        except OSError as error:
            raise OutputError("standard output", error) from None


class WholeFile:
    """One file for all inputs, renamed into place when everything was written."""

    def __init__(self, path: str) -> None:
        self._path = Path(path)

    def __enter__(self) -> Self:
        try:
            self._file = _temporary(self._path)
        except OSError as error:
            raise OutputError(str(self._path), error) from None
        return self

    def write(self, source: Input, data: bytes) -> None:
        """Add bytes to the file to come."""
        try:
            self._file.write(data)
        except OSError as error:
            raise OutputError(str(self._path), error) from None

    def __exit__(self, kind: type[BaseException] | None, error: object, trace: TracebackType | None) -> None:
        _finish(self._file, self._path, keep=kind is None)


class Tree:
    """One file per input, in a folder that mirrors the input tree."""

    def __init__(self, folder: str, inputs: Iterable[Input]) -> None:
        """Refuse names that would meet in one file, also on systems that fold case or Unicode form."""
        self._folder = Path(folder)
        taken: dict[str, str] = {}
        for source in inputs:
            if source.error is not None:
                continue
            target = tree_name(source)
            key = unicodedata.normalize("NFC", target).casefold()
            if key in taken:
                message = f"{source.label} and {taken[key]} would both be written to {self._folder / target}"
                raise NewsparseError("output", message, "rename one, or convert them into different folders")
            taken[key] = source.label

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: object, trace: TracebackType | None) -> None:
        return None

    def write(self, source: Input, data: bytes) -> None:
        """Write the file of one input."""
        target = self._folder / tree_name(source)
        try:
            target.parent.mkdir(parents=True, exist_ok=True)
            file = _temporary(target)
        except OSError as error:
            raise OutputError(str(target), error) from None
        try:
            file.write(data)
        except OSError as error:
            _finish(file, target, keep=False)
            raise OutputError(str(target), error) from None
        _finish(file, target, keep=True)


def tree_name(source: Input) -> str:
    """Return the path of an input's output below the output folder; it never leaves that folder."""
    name = "stdin" if source.path == STDIN else source.name
    parts = [part for part in name.split("/") if part not in ("", ".", "..")]
    return "/".join(parts) + SUFFIX


def _temporary(target: Path) -> IO[bytes]:
    """Open what will become the target: a temporary file beside it, or the target itself if it is a device."""
    if target.exists() and not target.is_file():
        return target.open("wb")
    from tempfile import NamedTemporaryFile

    folder = target.resolve().parent
    return cast("IO[bytes]", NamedTemporaryFile("wb", dir=folder, prefix=".newsparse-", delete=False))


def _finish(file: IO[bytes], target: Path, keep: bool) -> None:
    """Put a finished file in its place, or remove an unfinished one."""
    temporary = Path(file.name)
    is_device = temporary == target
    try:
        file.flush()
        if keep and not is_device:
            os.fsync(file.fileno())
            temporary.chmod(0o666 & ~_umask())
            temporary.replace(target.resolve())
        file.close()
    except OSError as error:
        keep = False
        raise OutputError(str(target), error) from None
    finally:
        with contextlib.suppress(OSError):
            file.close()
        if not keep and not is_device:
            temporary.unlink(missing_ok=True)


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask
