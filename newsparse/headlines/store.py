"""Store: the trained numbers of the cut, read once from the data file beside this module.

Layout of ``weights.bin``: two little-endian floats (what one weight step of the first and of the second model is
worth), the lexicon (a byte of hash bits a slot, then a byte of level a slot), the weights of the first model and of
the second (one signed byte a slot).
"""

import struct
from functools import cache

import msgspec

from newsparse.package_data import read_data

LEXICON_SLOTS = 1 << 17
FIRST_SLOTS = 1 << 16
SECOND_SLOTS = 5 << 15
_HEAD = struct.Struct("<ff")


class Weights(msgspec.Struct, frozen=True, gc=False):
    """The weights of one model, in steps, and what a step is worth in log odds."""

    steps: memoryview
    worth: float


class Store(msgspec.Struct, frozen=True, gc=False):
    """The trained numbers: hash bits and levels of the lexicon, two models."""

    marks: bytes
    levels: bytes
    first: Weights
    second: Weights


@cache
def load() -> Store:
    """Return the trained numbers; the first call reads them."""
    return unpack(read_data(__file__, "weights.bin"))


def unpack(data: bytes) -> Store:
    """Read the bytes of a data file."""
    view = memoryview(data)
    worths = _HEAD.unpack_from(data)
    parts = []
    at = _HEAD.size
    for size in (LEXICON_SLOTS, LEXICON_SLOTS, FIRST_SLOTS, SECOND_SLOTS):
        parts.append(view[at : at + size])
        at += size
    marks, levels, first, second = parts
    return Store(bytes(marks), bytes(levels), Weights(first.cast("b"), worths[0]), Weights(second.cast("b"), worths[1]))
