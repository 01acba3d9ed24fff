"""Walking: from the arguments of the command to the inputs that they name, in a fixed order, nothing opened yet."""

import os
from collections.abc import Iterable, Iterator, Sequence

from newsparse.batch.inputs import DUMP_SUFFIXES, STDIN, Input, plain_suffix, refusal
from newsparse.errors import NewsparseError


def find_inputs(arguments: Iterable[str], globs: Sequence[str]) -> Iterator[Input]:
    """Yield the input of each argument, or of each dump below it, folders sorted by name and links not followed."""
    for argument in arguments:
        if argument != STDIN and os.path.isdir(argument):
            yield from _walk_argument(argument, globs)
        else:
            yield Input(argument, argument)


def _walk_argument(folder: str, globs: Sequence[str]) -> Iterator[Input]:
    empty = True
    for found in _walk(folder, globs):
        empty = False
        yield found
    if empty:
        wanted = ", ".join(globs or [f"*{suffix}" for suffix in DUMP_SUFFIXES])
        yield Input(folder, folder, NewsparseError("no-inputs", f"holds no dumps ({wanted})", "see --glob"))


def _walk(folder: str, globs: Sequence[str]) -> Iterator[Input]:
    """Yield the dumps below a folder in order; without recursion, for folders may be nested as deep as paths go."""
    stack = [_list(folder, "", globs)]
    while stack:
        found = next(stack[-1], None)
        if found is None:
            stack.pop()
        elif found.name.endswith("/"):
            stack.append(_list(found.path, found.name, globs))
        else:
            yield found


def _list(folder: str, prefix: str, globs: Sequence[str]) -> Iterator[Input]:
    """Yield what one folder holds, sorted; the name of a folder ends with a slash."""
    from newsparse.batch.sorting import sort_flat

    try:
        for entry in sort_flat(_entries(folder, prefix, globs)):
            base = os.fsdecode(entry.rstrip(b"/\0"))
            yield Input(os.path.join(folder, base), prefix + os.fsdecode(entry.rstrip(b"\0")))
    except OSError as error:
        yield Input(folder, prefix.rstrip("/") or folder, refusal(error))


def _entries(folder: str, prefix: str, globs: Sequence[str]) -> Iterator[bytes]:
    """Yield what a folder holds for us, in no order: each name and behind it what it names, ``/`` or NUL."""
    with os.scandir(folder) as entries:
        for entry in entries:
            if entry.is_dir(follow_symlinks=False):
                if not entry.name.startswith(".") or globs:
                    yield os.fsencode(entry.name) + b"/"
            elif entry.is_file(follow_symlinks=False) and is_wanted(prefix + entry.name, globs):
                yield os.fsencode(entry.name) + b"\0"


def is_wanted(name: str, globs: Sequence[str]) -> bool:
    """Tell whether a file of a folder, named by its path below that folder, is a dump; ``globs`` say which are."""
    base = os.path.basename(name)
    if globs:
        from fnmatch import fnmatch

        return any(fnmatch(base, glob) or fnmatch(name, glob) for glob in globs)
    lowered = base.lower()
    is_dump = lowered.endswith(DUMP_SUFFIXES) or plain_suffix(lowered) in DUMP_SUFFIXES
    return is_dump and not base.startswith(".")
