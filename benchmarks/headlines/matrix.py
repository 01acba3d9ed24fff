"""Matrix: examples as arrays of weight slots, extracted by the very code that the package runs."""

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
from examples import Example

from newsparse.headlines.features import cut_keys, look, null_keys
from newsparse.headlines.model import slot


class Matrix(NamedTuple):
    """Slots of all outcomes of all lines; an outcome is a place to cut or, last of its line, leaving it whole."""

    slots: np.ndarray
    outcome_ends: np.ndarray
    line_ends: np.ndarray
    golds: np.ndarray
    """For each line the number of its right outcome, -1 when no candidate is right."""


def extract(examples: Sequence[Example]) -> Matrix:
    """Return the examples as a matrix."""
    slots, outcome_ends, line_ends, golds = [], [], [], []
    size = 0
    for example in examples:
        line = look(example.text)
        outcomes = [cut_keys(line, rank) for rank in range(len(line.places))] + [null_keys(line)]
        gold = -1
        if not example.answer:
            gold = len(outcome_ends) + len(line.places)
        elif example.answer in line.places:
            gold = len(outcome_ends) + line.places.index(example.answer)
        golds.append(gold)
        for keys in outcomes:
            slots.append(np.fromiter(map(slot, keys), np.int32, len(keys)))
            size += len(keys)
            outcome_ends.append(size)
        line_ends.append(len(outcome_ends))
    return Matrix(np.concatenate(slots), np.array(outcome_ends), np.array(line_ends), np.array(golds))


def join(parts: Sequence[Matrix]) -> Matrix:
    """Return several matrices as one."""
    slots, outcomes, lines, golds = [], [], [], []
    size = count = 0
    for part in parts:
        slots.append(part.slots)
        outcomes.append(part.outcome_ends + size)
        lines.append(part.line_ends + count)
        golds.append(np.where(part.golds < 0, -1, part.golds + count))
        size += len(part.slots)
        count += len(part.outcome_ends)
    return Matrix(*map(np.concatenate, (slots, outcomes, lines, golds)))


def take(matrix: Matrix, wanted: np.ndarray) -> Matrix:
    """Return the lines with these numbers, in this order."""
    outcome_starts = np.concatenate(([0], matrix.outcome_ends[:-1]))
    line_starts = np.concatenate(([0], matrix.line_ends[:-1]))
    counts = matrix.line_ends[wanted] - line_starts[wanted]
    outcomes = ranges(line_starts[wanted], counts)
    sizes = matrix.outcome_ends[outcomes] - outcome_starts[outcomes]
    slots = matrix.slots[ranges(outcome_starts[outcomes], sizes)]
    line_ends = np.cumsum(counts)
    golds = matrix.golds[wanted]
    moved = golds - line_starts[wanted] + line_ends - counts
    return Matrix(slots, np.cumsum(sizes), line_ends, np.where(golds < 0, -1, moved))


def ranges(starts: np.ndarray, counts: np.ndarray) -> np.ndarray:
    """Return the numbers of several ranges, one after the other."""
    ends = np.cumsum(counts)
    return np.arange(ends[-1] if len(ends) else 0) + np.repeat(starts - ends + counts, counts)
