"""Matrix: examples as arrays of weight slots, extracted by the very code that the package runs."""

from array import array
from collections.abc import Iterable, Sequence
from typing import NamedTuple

import numpy as np
from examples import Example

from newsparse.headlines import model, quick
from newsparse.headlines.context import whole_keys
from newsparse.headlines.lexicon import code_of
from newsparse.headlines.line import Line, read_line, with_all_places
from newsparse.headlines.model import first_keys, judged, keys_of, shortlist, softmax
from newsparse.headlines.store import FIRST_SLOTS, SECOND_SLOTS

SURE_ENOUGH = 0.9995
"""A little above the bar of the package: the second model also learns from lines that it will hardly be asked for."""

Outcomes = tuple[list[Sequence[str]], int]
"""The keys of each outcome of a line, and the number of the right one."""


class Matrix(NamedTuple):
    """Slots of all outcomes of all lines; an outcome is a place to cut or, last of its line, leaving it whole."""

    slots: np.ndarray
    outcome_ends: np.ndarray
    line_ends: np.ndarray
    golds: np.ndarray
    """For each line the number of its right outcome, -1 when no candidate is right."""


def extract_first(examples: Sequence[Example]) -> Matrix:
    """Return the examples as the first model sees them."""
    return _build(map(_all, examples), FIRST_SLOTS)


def extract_second(examples: Sequence[Example]) -> Matrix:
    """Return those examples that the second model is asked for, as it sees them."""
    return _build(filter(None, map(_weighed, examples)), SECOND_SLOTS)


def _all(example: Example) -> Outcomes:
    line = with_all_places(read_line(example.text))
    keys: list[Sequence[str]] = [first_keys(line, place) for place in line.places]
    return [*keys, quick.whole_keys(line)], _index(line, example.answer) if example.answer else len(keys)


def _weighed(example: Example) -> Outcomes | None:
    line = with_all_places(read_line(example.text))
    steps, worth = judged(line), model.load().first.worth
    if max(softmax(steps, worth)) >= SURE_ENOUGH:
        return None
    kept = shortlist(steps, worth)
    outcomes: list[Sequence[str]] = [keys_of(line, rank) for rank in kept]
    outcomes.append(whole_keys(line))
    rank = _index(line, example.answer)
    gold = kept.index(rank) if rank in kept else -1
    return outcomes, gold if example.answer else len(kept)


def _index(line: Line, answer: int) -> int:
    return next((rank for rank, place in enumerate(line.places) if place.at == answer), -1)


def _build(lines: Iterable[Outcomes], size: int) -> Matrix:
    slots, outcome_ends, line_ends, golds = array("i"), array("q"), array("q"), array("q")
    for outcomes, gold in lines:
        golds.append(gold + len(outcome_ends) if gold >= 0 else -1)
        for keys in outcomes:
            slots.extend([code_of(key) % size for key in keys])
            outcome_ends.append(len(slots))
        line_ends.append(len(outcome_ends))
    return Matrix(*(np.array(column) for column in (slots, outcome_ends, line_ends, golds)))


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
