"""Packing: trained weights and a lexicon in, the bytes of the data file out."""

import struct

import numpy as np


def pack(weights: np.ndarray, lexicon: bytes) -> bytes:
    """Return the data file: the value of one step, the lexicon, the weights as signed bytes."""
    step = float(np.float32(np.abs(weights).max() / 127))
    steps = np.rint(weights / step).clip(-127, 127).astype(np.int8)
    return struct.pack("<f", step) + lexicon + steps.tobytes()
