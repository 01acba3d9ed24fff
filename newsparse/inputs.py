"""Inputs: from the arguments of the command to the files they name, in a fixed order, nothing opened yet."""

import os
import stat
from collections.abc import Iterator, Sequence
from fnmatch import fnmatch
from pathlib import Path
from typing import NamedTuple

from newsparse.errors import NewsparseError

STDIN = "-"
DUMP_SUFFIXES = (".txt", ".text", ".html", ".htm", ".xhtml")
"""What a folder is searched for unless a glob says otherwise; a file that is named is read whatever its suffix."""


class Input(NamedTuple):
    """One input: where it is, what it is called in its record, and why it cannot be read, if that is known."""

    path: str
    name: str
    error: NewsparseError | None = None

    @property
    def label(self) -> str:
        """What messages call the input: its path."""
        return self.path


def find_inputs(arguments: Sequence[str], globs: Sequence[str]) -> Iterator[Input]:
    """Yield the input of each argument, or of each dump below it, folders sorted by name and links not followed."""
    for argument in arguments:
        if argument != STDIN and os.path.isdir(argument):
            yield from _walk_argument(argument, globs)
        else:
            yield Input(argument, argument)


def _walk_argument(folder: str, globs: Sequence[str]) -> Iterator[Input]:
    empty = True
    for found in _walk(folder, "", globs):
        empty = False
        yield found
    if empty:
        wanted = ", ".join(globs or [f"*{suffix}" for suffix in DUMP_SUFFIXES])
        yield Input(folder, folder, NewsparseError("no-inputs", f"holds no dumps ({wanted})", "see --glob"))


def _walk(folder: str, prefix: str, globs: Sequence[str]) -> Iterator[Input]:
    try:
        with os.scandir(folder) as entries:
            found = sorted(entries, key=lambda entry: entry.name)
    except OSError as error:
        yield Input(folder, prefix or folder, refusal(error))
        return
    for entry in found:
        name = f"{prefix}{entry.name}"
        if entry.is_dir(follow_symlinks=False):
            if not entry.name.startswith(".") or globs:
                yield from _walk(entry.path, f"{name}/", globs)
        elif entry.is_file(follow_symlinks=False) and _is_wanted(entry.name, name, globs):
            yield Input(entry.path, name)


def _is_wanted(base: str, name: str, globs: Sequence[str]) -> bool:
    if globs:
        return any(fnmatch(base, glob) or fnmatch(name, glob) for glob in globs)
    return base.lower().endswith(DUMP_SUFFIXES) and not base.startswith(".")


def read_input(source: Input, max_size: int | None) -> bytes:
    """Return the bytes of an input; raises NewsparseError with the reason when there are none to be had."""
    if source.error is not None:
        raise source.error
    try:
        if source.path == STDIN:
            return _read_limited(0, max_size)
        descriptor = os.open(source.path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0))  # a FIFO must not block
        try:
            if not stat.S_ISREG(os.fstat(descriptor).st_mode):
                raise NewsparseError("not-a-file", "is not a regular file", "pipe it in and give -")
            return _read_limited(descriptor, max_size)
        finally:
            os.close(descriptor)
    except (OSError, ValueError) as error:
        raise refusal(error) from None


def _read_limited(descriptor: int, max_size: int | None) -> bytes:
    with open(descriptor, "rb", closefd=False) as stream:  # a descriptor, not a path
        data = stream.read() if max_size is None else stream.read(max_size + 1)
    if max_size is not None and len(data) > max_size:
        raise NewsparseError("too-large", f"is larger than {max_size} bytes", "raise --max-size")
    return data


def refusal(error: Exception) -> NewsparseError:
    """Say why the system refused an input."""
    if isinstance(error, FileNotFoundError):
        return NewsparseError("missing", "no such file or folder", "check the path")
    reason = getattr(error, "strerror", None) or str(error)
    return NewsparseError("unreadable", f"cannot be read: {reason}", "check its permissions")


def read_list(path: str, separator: str) -> list[str]:
    """Return the paths that a file lists, one to a line or parted by NUL; raises NewsparseError."""
    try:
        data = _read_limited(0, None) if path == STDIN else Path(path).read_bytes()
    except OSError as error:
        raise refusal(error) from None
    return [os.fsdecode(entry) for entry in data.split(separator.encode()) if entry.strip(b"\r")]


def record_name(name: str) -> str:
    """Return a file name as text that JSON can hold; bytes that are no UTF-8 become U+FFFD."""
    return os.fsencode(name).decode("utf-8", "replace")
