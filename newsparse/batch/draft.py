"""Whole files: what is written here appears under its name complete, or not at all, whenever the process ends."""

import contextlib
import hashlib
import os
from pathlib import Path
from typing import IO

_COPY = ".newsparse-"


class Draft:
    """A file in the making: no name of its own where the system allows that, else a hidden temporary name."""

    def __init__(self, target: Path) -> None:
        """Open it in the folder of its target; raises OSError."""
        self._target = target
        self._temporary: Path | None = None
        self.file: IO[bytes] = self._open()

    def _open(self) -> IO[bytes]:
        flag = getattr(os, "O_TMPFILE", 0)
        if flag and os.path.isdir("/proc/self/fd"):
            with contextlib.suppress(OSError):  # not every file system can
                return os.fdopen(os.open(self._target.parent, flag | os.O_WRONLY | os.O_CLOEXEC, 0o666), "wb")
        self._temporary = _spare_name(self._target)
        return self._temporary.open("xb")

    def keep(self, sync: bool) -> None:
        """Give the file its name, in the place of any file that had it; raises OSError."""
        self.file.flush()
        if sync:
            os.fsync(self.file.fileno())
        if self._temporary is None and not self._link(self._target):
            self._temporary = _spare_name(self._target)
            self._link(self._temporary)
        if self._temporary is not None:
            self._temporary.replace(self._target)
            self._temporary = None
        self.file.close()

    def _link(self, path: Path) -> bool:
        """Give the nameless file a name, unless another file has it."""
        try:
            # with a folder's descriptor, because without one Python makes a link to the link
            os.link(f"/proc/self/fd/{self.file.fileno()}", path, src_dir_fd=0, follow_symlinks=True)
        except FileExistsError:
            return False
        return True

    def discard(self) -> None:
        """Leave nothing behind of a file that was not kept."""
        with contextlib.suppress(OSError):
            self.file.close()
        if self._temporary is not None:
            with contextlib.suppress(OSError):
                self._temporary.unlink()


def _spare_name(target: Path) -> Path:
    """Return a hidden name beside a target, always the same one: what a kill left there goes with the next attempt."""
    spare = target.with_name(f"{_COPY}{hashlib.sha256(os.fsencode(target.name)).hexdigest()[:16]}")
    spare.unlink(missing_ok=True)
    return spare
