"""Package data: the bytes of a data file that stands beside a module, or the lists that it holds."""

import os
from collections.abc import Iterator


def read_data(module_file: str, *parts: str) -> bytes:
    """Return the bytes of a file below the folder of a module, given as its ``__file__``.

    ``importlib.resources`` and ``pathlib`` do the same; importing them costs more than reading a dump.
    """
    with open(os.path.join(os.path.dirname(module_file), *parts), "rb") as stream:
        return stream.read()


def read_lists(module_file: str, *parts: str) -> Iterator[tuple[str, str]]:
    """Yield the lists of a data file, one a line, each as its name and what it lists; ``#`` opens a comment."""
    for row in read_data(module_file, *parts).decode().splitlines():
        if not row.startswith("#"):
            name, _, listed = row.partition(": ")
            yield name, listed
