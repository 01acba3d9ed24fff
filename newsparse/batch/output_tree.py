"""The output tree: one file per input, in a folder that mirrors the inputs, and never a step outside it."""

import contextlib
import errno
import os
import re
import stat
import unicodedata
from collections.abc import Iterable, Iterator
from functools import lru_cache
from pathlib import Path

from newsparse.batch.draft import Draft
from newsparse.batch.inputs import STDIN, Input
from newsparse.batch.outputs import OutputError
from newsparse.batch.provenance import attach, read_provenance, remove_beside, write_beside
from newsparse.errors import NewsparseError

SUFFIX = ".json"
_RECORD_RE = re.compile(rb'\{\s*"schema":\s*"newsparse/')
_NAME_FAULTS = {errno.ENAMETOOLONG, errno.EISDIR, errno.ENOTDIR, errno.EEXIST, errno.ENOTEMPTY, errno.ELOOP}
"""Refusals that come of one input's name: they cost that input; any other refusal ends the run."""


class OutputTree:
    """One file per input, in a folder that mirrors the input tree; workers write into it each on its own."""

    def __init__(self, folder: str, force: bool = False) -> None:
        self._folder = Path(folder)
        self._force = force

    def prepare(self) -> None:
        """Make the folder itself; raises OutputError."""
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise OutputError(str(self._folder), error) from None

    def place(self, source: Input) -> Path:
        """Return where the output of an input is."""
        return self._folder / output_name(source)

    def is_made_of(self, source: Input, provenance: str) -> bool:
        """Tell whether the output of an input is there, whole, and of this provenance."""
        target = self.place(source)
        try:
            return read_provenance(target) == _of_size(provenance, target.stat(follow_symlinks=False).st_size)
        except OSError:
            return False

    def write(self, source: Input, data: bytes, provenance: str) -> None:
        """Write the file of one input; raises OutputError, or NewsparseError for a name that will not do."""
        with self.open(source) as (draft, target):
            draft.file.write(data)
            keep(draft, target, provenance)

    @contextlib.contextmanager
    def open(self, source: Input) -> Iterator[tuple[Draft, Path]]:
        """Open the file of one input, which is dropped unless it is kept; errors are those of ``write``."""
        target = self.place(source)
        try:
            self._check(target)
            draft = Draft(target)
            try:
                yield draft, target
            finally:
                draft.discard()
        except OSError as error:
            if error.errno in _NAME_FAULTS:
                message = f"cannot be written to {target}: {error.strerror}"
                raise NewsparseError("output", message, "rename the input or what is there") from None
            raise OutputError(str(target), error) from None

    def _check(self, target: Path) -> None:
        """Make the folder of a target, without leaving the tree, and see that nothing of the user's is overwritten."""
        if not _make_folder(self._folder, target.parent):
            raise NewsparseError("output", f"{target.parent} is a link out of the output folder", "remove the link")
        if self._force or not _holds_other(target):
            return
        raise NewsparseError("output", f"{target} is there and is no record", "move it, or overwrite it with --force")


def keep(draft: Draft, target: Path, provenance: str | None) -> None:
    """Give a finished draft its provenance, unless it is to be made again, and its name."""
    if provenance is None:
        draft.keep(sync=False)
        return
    provenance = _of_size(provenance, draft.file.tell())
    draft.file.flush()
    is_attached = attach(draft.file, provenance)
    if not is_attached:
        remove_beside(target)
    draft.keep(sync=False)
    if not is_attached:
        write_beside(target, provenance)


def _of_size(provenance: str, size: int) -> str:
    """Return the provenance of a file of so many bytes: one that was cut later has another size."""
    return f"{provenance} {size}"


@lru_cache(maxsize=256)
def _make_folder(root: Path, folder: Path) -> bool:
    """Make a folder below a root; return False where a link on the way leads elsewhere."""
    place = root
    for part in folder.relative_to(root).parts:
        place /= part
        place.mkdir(exist_ok=True)
        if place.is_symlink():
            return False
    return True


def _holds_other(target: Path) -> bool:
    """Tell whether something stands at a target that newsparse did not write."""
    try:
        found = target.lstat()
    except FileNotFoundError:
        return False
    if not stat.S_ISREG(found.st_mode):
        return True
    with target.open("rb") as file:
        is_record = found.st_size == 0 or _RECORD_RE.match(file.read(64)) is not None
    return not is_record and not (read_provenance(target) or "").endswith(_of_size("", found.st_size))


def output_name(source: Input) -> str:
    """Return the path of an input's output below the output folder; it never leaves that folder."""
    name = "stdin" if source.path == STDIN else source.name
    parts = [part for part in name.split("/") if part not in ("", ".", "..")]
    return "/".join(parts) + SUFFIX


def refuse_collisions(inputs: Iterable[Input], folder: str) -> None:
    """Refuse names that would meet in one file, also on systems that fold case or Unicode form."""
    from newsparse.batch.sorting import sort_flat

    last: list[bytes] = []
    for entry in sort_flat(_folded(inputs)):
        found = entry.split(b"\0")
        if last and last[0] == found[0]:
            one, other = sorted((last, found), key=lambda fields: int(fields[1]))
            message = f"{os.fsdecode(other[2])} and {os.fsdecode(one[2])} would both be written to "
            message += str(Path(folder, os.fsdecode(other[3])))
            raise NewsparseError("output", message, "rename one, or convert them into different folders")
        last = found


def _folded(inputs: Iterable[Input]) -> Iterator[bytes]:
    for number, source in enumerate(inputs):
        target = output_name(source)
        if source.error is None and "\0" not in target:
            key = unicodedata.normalize("NFC", unicodedata.normalize("NFC", target).casefold())
            yield b"\0".join(map(os.fsencode, (key, str(number), source.path, target)))
