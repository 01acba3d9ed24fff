"""Compressed inputs: gzip, bzip2, xz and zstd, told by their first bytes, with a limit on what comes out.

A few bytes can stand for gigabytes, so a stream is read only as long as what came out is in proportion to what went in.
"""

import bz2
import gzip
import io
import lzma
import zlib
from collections.abc import Callable
from typing import IO, Any, cast

from newsparse.batch.inputs import too_large
from newsparse.errors import NewsparseError

MAX_RATIO = 200
"""Text shrinks to a tenth or so; what shrinks more than this is made to be unpacked."""
SMALL = 1 << 20
"""Below so many bytes no ratio is too high: an empty table shrinks a lot, and does no harm."""
MAX_SIZE = 1 << 30
"""The largest document that is unpacked unless the caller allows for more or less."""
_STEP = 1 << 18
_SIP = 1 << 10
"""Zstd bytes that are unpacked at once: so few because all that comes out of them is held in memory."""


class _Counter(io.RawIOBase):
    """A file that counts what was read of it."""

    def __init__(self, file: IO[bytes]) -> None:
        self.file = file
        self.count = 0

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> int:
        data = self.file.read(len(buffer))
        buffer[: len(data)] = data
        self.count += len(data)
        return len(data)


class Unpacked(io.RawIOBase):
    """What a compressed file holds, as a file; raises NewsparseError when there is too much of it, or it is damaged."""

    def __init__(self, file: IO[bytes], unpack: Callable[[IO[bytes]], IO[bytes]]) -> None:
        self._source = _Counter(file)
        self._file = cast("io.BufferedReader", unpack(cast("IO[bytes]", self._source)))
        self._count = 0

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> int:
        try:
            data: bytes = self._file.read1(min(len(buffer), _STEP))  # read() would lose what stands before damage
        except (OSError, EOFError, lzma.LZMAError, zlib.error, _zstd_error()) as error:
            raise NewsparseError("damaged", f"cannot be unpacked: {error}", "fetch it again") from None
        buffer[: len(data)] = data
        self._count += len(data)
        if self._count > max(SMALL, MAX_RATIO * self._source.count):
            message = f"unpacks to more than {MAX_RATIO} times its size"
            raise NewsparseError("too-large", message, "unpack it yourself if you trust it")
        return len(data)


def unpacked(file: IO[bytes], head: bytes) -> IO[bytes] | None:
    """Return what a compressed file holds, or None when its first bytes are those of no compression."""
    for magic, unpack in _UNPACKERS:
        if head.startswith(magic):
            return io.BufferedReader(Unpacked(file, unpack), _STEP)
    return None


def unpack_bytes(data: bytes, max_size: int | None) -> bytes:
    """Return the bytes of a document, unpacked if they are compressed; raises NewsparseError."""
    stream = unpacked(io.BytesIO(data), data[:6])
    if stream is None:
        return data
    limit = MAX_SIZE if max_size is None else max_size
    parts, size = [], 0
    while part := stream.read(_STEP):
        size += len(part)
        if size > limit:
            raise too_large(limit)
        parts.append(part)
    return b"".join(parts)


def _unpack_zstd(file: IO[bytes]) -> IO[bytes]:
    try:
        import zstandard
    except ImportError:
        raise NewsparseError("extra", "is compressed with zstd", "pip install 'newsparse[zstd]'") from None
    return io.BufferedReader(_Zstd(file, zstandard.ZstdDecompressor().decompressobj))


class _Zstd(io.RawIOBase):
    """What a zstd file holds; the library's own reader takes a file that breaks off for one that ends."""

    def __init__(self, file: IO[bytes], make: Callable[[], Any]) -> None:
        self._file = file
        self._make = make
        self._frame = make()
        self._is_begun = False
        self._ready = b""

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> int:
        while not self._ready and (data := self._file.read(_SIP)):
            self._feed(data)
        if not self._ready and self._is_begun:
            raise EOFError("Compressed file ended before the end-of-stream marker was reached")
        size = min(len(buffer), len(self._ready))
        buffer[:size], self._ready = self._ready[:size], self._ready[size:]
        return size

    def _feed(self, data: bytes) -> None:
        while data:
            self._is_begun = True
            self._ready += self._frame.decompress(data)
            data = self._frame.unused_data if self._frame.eof else b""
            if self._frame.eof:
                self._frame, self._is_begun = self._make(), False


def _zstd_error() -> type[Exception]:
    import sys

    module = sys.modules.get("zstandard")
    return cast("type[Exception]", module.ZstdError) if module else EOFError


def _unpack_gzip(file: IO[bytes]) -> IO[bytes]:
    return cast("IO[bytes]", gzip.GzipFile(fileobj=file))


def _unpack_bzip2(file: IO[bytes]) -> IO[bytes]:
    return cast("IO[bytes]", bz2.BZ2File(file))


def _unpack_xz(file: IO[bytes]) -> IO[bytes]:
    return cast("IO[bytes]", lzma.LZMAFile(file))


_UNPACKERS: tuple[tuple[bytes, Callable[[IO[bytes]], IO[bytes]]], ...] = (
    (b"\x1f\x8b\x08", _unpack_gzip),
    (b"BZh", _unpack_bzip2),
    (b"\xfd7zXZ\x00", _unpack_xz),
    (b"(\xb5/\xfd", _unpack_zstd),
)
