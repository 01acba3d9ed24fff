"""Store: the trained numbers of the cut, read once from the data file beside this module.

Layout of ``weights.bin``: one little-endian float (the value of one weight step), then the lexicon (one byte a slot),
then the weights (one signed byte a slot).
"""

import struct
from functools import cache
from typing import NamedTuple

LEXICON_SLOTS = 1 << 17
WEIGHT_SLOTS = 1 << 18
_HEAD = struct.Struct("<f")


class Store(NamedTuple):
    """The trained numbers: word levels, weight steps and the value of one step."""

    lexicon: bytes | memoryview
    weights: memoryview
    step: float


@cache
def load() -> Store:
    """Return the trained numbers; the first call reads them."""
    assert __spec__ is not None and __spec__.loader is not None
    path = __file__.rpartition("store.py")[0] + "weights.bin"
    return unpack(__spec__.loader.get_data(path))  # type: ignore[attr-defined]


def unpack(data: bytes) -> Store:
    """Read the bytes of a data file."""
    view = memoryview(data)
    split = _HEAD.size + LEXICON_SLOTS
    return Store(view[_HEAD.size : split], view[split:].cast("b"), _HEAD.unpack_from(data)[0])
