"""Marks: what an output was made of, kept beside its bytes, so that a batch can be resumed.

A mark is an extended attribute of the file, which appears and goes with it. Where there are none (other systems, some
file systems) it is a hidden file beside the output, removed before the output changes and written after.
"""

import contextlib
import os
from pathlib import Path
from typing import IO

_ATTRIBUTE = "user.newsparse"


def mark(file: IO[bytes], text: str) -> bool:
    """Mark an open file, before it gets its name; False where the file system keeps no marks."""
    if not hasattr(os, "setxattr"):
        return False
    try:
        os.setxattr(file.fileno(), _ATTRIBUTE, text.encode())
    except OSError:
        return False
    return True


def mark_beside(target: Path, text: str | None) -> None:
    """Write the mark of a finished output into a file beside it; None takes an old one away."""
    place = _beside(target)
    if text is None:
        with contextlib.suppress(OSError):
            place.unlink()
        return
    with contextlib.suppress(OSError):  # an output without a mark is made again, no worse
        place.write_text(text, encoding="utf-8")


def read_mark(target: Path) -> str | None:
    """Return the mark of an output, or None when it has none or is not there."""
    if hasattr(os, "getxattr"):
        with contextlib.suppress(OSError):
            return os.getxattr(target, _ATTRIBUTE, follow_symlinks=False).decode("utf-8", "replace")
    with contextlib.suppress(OSError):
        if target.is_file():
            return _beside(target).read_text(encoding="utf-8", errors="replace")
    return None


def _beside(target: Path) -> Path:
    return target.with_name(f".{target.name}.mark")
