"""Train: pairs in, the bytes of the data file out; run as a program it writes the data file that the package ships.

usage: python benchmarks/headlines/train.py [--pairs FOLDER]
"""

import argparse
from collections.abc import Sequence
from pathlib import Path
from random import Random

import numpy as np
from examples import Example, examples
from fitting import fit
from install import install
from matrix import extract_first, extract_second, join
from packing import pack
from pairs import EVALUATION_ONLY, FOLDER, Pair, read
from words import count
from words import pack as pack_words

from newsparse.headlines.store import FIRST_SLOTS, SECOND_SLOTS

DATA_FILE = Path(__file__).resolve().parents[2] / "newsparse" / "headlines" / "weights.bin"
MOST_PAIRS = 40000
"""Of one language of one data set."""

_PARTS = 3


def train(pairs: Sequence[Pair]) -> bytes:
    """Return a data file trained on these pairs.

    The lexicon that a line is seen with in training was counted without that line, as it will be on unknown lines.
    """
    part_of = [Random(pair.headline).randrange(_PARTS) for pair in pairs]
    lexicons, lines = [], []
    for part in range(_PARTS):
        lexicons.append(pack_words(count(p for p, q in zip(pairs, part_of, strict=True) if q != part)))
        lines.append(examples([p for p, q in zip(pairs, part_of, strict=True) if q == part], part))
    first = _first(lexicons, lines)
    parts = []
    for lexicon, seen in zip(lexicons, lines, strict=True):
        install(pack(first, np.zeros(SECOND_SLOTS), lexicon))
        parts.append(extract_second(seen))
    second = fit(join(parts), SECOND_SLOTS)
    return pack(first, second, pack_words(count(pairs)))


def _first(lexicons: Sequence[bytes], lines: Sequence[list[Example]]) -> np.ndarray:
    parts = []
    for lexicon, seen in zip(lexicons, lines, strict=True):
        install(pack(np.zeros(FIRST_SLOTS), np.zeros(SECOND_SLOTS), lexicon))
        parts.append(extract_first(seen))
    return fit(join(parts), FIRST_SLOTS, epochs=4)


def training_pairs(folder: Path = FOLDER, most: int = MOST_PAIRS) -> list[Pair]:
    """Return the pairs that may be trained on, at most so many of one language of one data set."""
    groups = sorted(read(folder).items())
    return [p for (data_set, _), pairs in groups if data_set not in EVALUATION_ONLY for p in pairs[:most]]


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description="Train the cut and write the data file of the package.")
    parser.add_argument("--pairs", type=Path, default=FOLDER, help="the folder of the pairs")
    DATA_FILE.write_bytes(train(training_pairs(parser.parse_args().pairs)))
