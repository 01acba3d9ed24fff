"""Provenance: of what an output was made and how, kept with its bytes, so that a batch can be resumed.

It is an extended attribute of the file, which appears and goes with it. Where there are none (other systems, some file
systems) it is a hidden file beside the output, removed before the output changes and written after.
"""

import contextlib
import os
from pathlib import Path
from typing import IO

_ATTRIBUTE = "user.newsparse"


def attach(file: IO[bytes], provenance: str) -> bool:
    """Attach its provenance to an open file, before it gets its name; False where the file system has no attributes."""
    if not hasattr(os, "setxattr"):
        return False
    try:
        os.setxattr(file.fileno(), _ATTRIBUTE, provenance.encode())
    except OSError:
        return False
    return True


def write_beside(target: Path, provenance: str) -> None:
    """Write the provenance of a finished output into a file beside it."""
    with contextlib.suppress(OSError):  # an output whose provenance is not known is made again, no worse
        _beside(target).write_text(provenance, encoding="utf-8")


def remove_beside(target: Path) -> None:
    """Remove the file beside an output that is about to change."""
    with contextlib.suppress(OSError):
        _beside(target).unlink()


def read_provenance(target: Path) -> str | None:
    """Return the provenance of an output, or None when it has none or is not there."""
    if hasattr(os, "getxattr"):
        with contextlib.suppress(OSError):
            return os.getxattr(target, _ATTRIBUTE, follow_symlinks=False).decode("utf-8", "replace")
    with contextlib.suppress(OSError):
        if target.is_file():
            return _beside(target).read_text(encoding="utf-8", errors="replace")
    return None


def _beside(target: Path) -> Path:
    return target.with_name(f".{target.name}.mark")
