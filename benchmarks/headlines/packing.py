"""Packing: trained weights and a lexicon in, the bytes of the data file out."""

import struct

import numpy as np


def pack(first: np.ndarray, second: np.ndarray, lexicon: bytes) -> bytes:
    """Return the data file: what steps are worth, the lexicon, the weights of both models as signed bytes."""
    models = [_steps(weights) for weights in (first, second)]
    worths = struct.pack("<ff", *(worth for worth, _ in models))
    return worths + lexicon + b"".join(steps for _, steps in models)


def _steps(weights: np.ndarray) -> tuple[float, bytes]:
    worth = float(np.float32(max(np.abs(weights).max(), 1e-3) / 127))
    return worth, np.rint(weights / worth).clip(-127, 127).astype(np.int8).tobytes()
