"""Inputs: what an input is called and what kind of container it is, and its text or bytes when they are asked for."""

import os
import stat
from typing import Literal

import msgspec

from newsparse.errors import NewsparseError

STDIN = "-"
DUMP_SUFFIXES = (".txt", ".text", ".md", ".markdown", ".html", ".htm", ".xhtml")
"""What a folder is searched for unless a glob says otherwise; a file that is named is read whatever its suffix."""
ContainerKind = Literal["jsonl", "parquet", "warc"]
_CONTAINERS: dict[str, ContainerKind] = {
    ".jsonl": "jsonl",
    ".ndjson": "jsonl",
    ".parquet": "parquet",
    ".warc": "warc",
    ".wet": "warc",
}
COMPRESSED_SUFFIXES = (".gz", ".bz2", ".xz", ".zst")
"""What a dump's suffix may be followed by."""


class Row(msgspec.Struct, frozen=True, gc=False):
    """One document of a container: its number from 0, its text or bytes, and what the container says of it."""

    number: int
    data: str | bytes
    url: str | None = None
    date: str | None = None


class Input(msgspec.Struct, frozen=True, gc=False):
    """One input: where it is, what it is called in its record, and why it cannot be read, if that is known."""

    path: str
    name: str
    error: NewsparseError | None = None
    row: Row | None = None
    data: bytes | None = None
    """The bytes, where only this process can read them."""

    @property
    def label(self) -> str:
        """What messages call the input: its path, with the number of its row in a container."""
        return (self.path or "''") if self.row is None else f"{self.path}#{self.row.number}"

    @property
    def record_name(self) -> str:
        """What its record calls the input."""
        return record_name(self.name if self.row is None else f"{self.name}#{self.row.number}")


def plain_suffix(name: str) -> str:
    """Return the suffix of a file name in lower case, without that of a compression.

    >>> plain_suffix("page.HTML.gz")
    '.html'
    """
    stem, suffix = os.path.splitext(name.lower())
    return os.path.splitext(stem)[1] if suffix in COMPRESSED_SUFFIXES else suffix


def container_kind(source: Input, text_field: str | None) -> ContainerKind | None:
    """Say by its name what kind of container an input is; standard input is JSON Lines if its text field is named."""
    if source.error is not None or source.row is not None:
        return None
    if source.path == STDIN:
        return "jsonl" if text_field else None
    return None if source.name.endswith(DUMP_SUFFIXES) else _CONTAINERS.get(plain_suffix(source.name))


def read_input(source: Input, max_size: int | None) -> str | bytes:
    """Return the text or bytes of an input; raises NewsparseError with the reason when there are none to be had."""
    if source.error is not None:
        raise source.error
    if source.row is not None:
        return source.row.data
    if source.data is not None:
        return source.data
    try:
        if source.path == STDIN:
            return _read_limited(0, max_size)
        with open(open_regular(source.path), "rb") as file:
            return _read_limited(file.fileno(), max_size)
    except (OSError, ValueError) as error:
        raise refusal(error) from None


def open_regular(path: str) -> int:
    """Open a regular file for reading and return its descriptor; nothing else is opened, and nothing blocks."""
    descriptor = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_CLOEXEC", 0))
    if not stat.S_ISREG(os.fstat(descriptor).st_mode):
        os.close(descriptor)
        raise NewsparseError("not-a-file", "is not a regular file", "pipe it in and give -")
    return descriptor


def _read_limited(descriptor: int, max_size: int | None) -> bytes:
    with open(descriptor, "rb", closefd=False) as stream:  # a descriptor, not a path
        data = stream.read() if max_size is None else stream.read(max_size + 1)
    if max_size is not None and len(data) > max_size:
        raise too_large(max_size)
    return data


def too_large(max_size: int) -> NewsparseError:
    """Say that an input is larger than it may be."""
    return NewsparseError("too-large", f"is larger than {max_size} bytes", "raise --max-size")


def refusal(error: Exception) -> NewsparseError:
    """Say why the system refused an input."""
    if isinstance(error, FileNotFoundError):
        return NewsparseError("missing", "no such file or folder", "check the path")
    reason = getattr(error, "strerror", None) or str(error)
    hint = "check its permissions" if isinstance(error, PermissionError) else "check the path"
    return NewsparseError("unreadable", f"cannot be read: {reason}", hint)


def read_list(path: str, separator: str) -> list[str]:
    """Return the paths that a file lists, one to a line (LF or CRLF) or parted by NUL; raises NewsparseError."""
    try:
        data = _read_limited(0, None) if path == STDIN else _read_file(path)
    except (OSError, ValueError) as error:
        reason = refusal(error)
        raise NewsparseError(reason.kind, f"--files-from: {path}: {reason.message}", reason.hint) from None
    entries = data.split(separator.encode())
    if separator == "\n":  # a list may have been made on Windows
        entries = [entry.removesuffix(b"\r") for entry in entries]
    return [os.fsdecode(entry) for entry in entries if entry]


def record_name(name: str) -> str:
    """Return a file name as text that JSON can hold; bytes that are no UTF-8 become U+FFFD."""
    return os.fsencode(name).decode("utf-8", "replace")


def _read_file(path: str) -> bytes:
    with open(path, "rb") as stream:
        return stream.read()
