"""Package data: the bytes of a data file that stands beside a module."""

import os


def read_data(module_file: str, *parts: str) -> bytes:
    """Return the bytes of a file below the folder of a module, given as its ``__file__``.

    ``importlib.resources`` and ``pathlib`` do the same; importing them costs more than reading a dump.
    """
    with open(os.path.join(os.path.dirname(module_file), *parts), "rb") as stream:
        return stream.read()
