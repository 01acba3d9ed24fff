"""The trained model: weights as data, and the score of each state for a group of features.

A feature's weights are a row of printable characters, one per state (``data/weights.txt``, written by
``benchmarks/roles/train.py``). Read as one big integer with a 32-bit field per state, rows add up in a single
addition per feature; integers also make the outcome the same on every machine.
"""

from collections.abc import Sequence
from functools import cache
from struct import Struct
from typing import NamedTuple

from newsparse.package_data import read_data
from newsparse.roles.features import group_features
from newsparse.roles.groups import Group, columns, further
from newsparse.roles.page import Page
from newsparse.roles.path import Steps, steps_of

KNOWN_FEATURES = 1 << 14
KNOWN_GROUPS = 1 << 16
"""Features and groups whose weights are remembered; many lines share them."""

ZERO = 0x60
"""The character of weight 0; a character further on is a greater weight."""

WORDS = "\n\n"
"""What parts the features' rows from the words' in the data."""


class Weights(dict[str, int]):
    """The packed weights of features by name, 0 for one that the model does not know: the same for all states.

    A table that fills itself is looked up faster than a function's cache.
    """

    def __init__(self, rows: str) -> None:
        super().__init__()
        fields = rows.replace("\n", "\t").split("\t")  # one split of all rows costs a third of one for each
        self._rows = dict(zip(fields[::2], fields[1::2], strict=False))
        self.names = self._rows.keys()

    def __missing__(self, name: str) -> int:
        if len(self) >= KNOWN_FEATURES:
            self.clear()
        weight = self[name] = _packed(self._rows.get(name, ""))
        return weight


class Totals(dict[Group, int]):
    """The packed sum of the weights of a group's features, by group."""

    def __init__(self, weights: Weights) -> None:
        super().__init__()
        self._weights = weights

    def __missing__(self, group: Group) -> int:
        if len(self) >= KNOWN_GROUPS:
            self.clear()
        total = self[group] = sum(map(self._weights.__getitem__, group_features(group)))
        return total


class Model(NamedTuple):
    """States, the weights of groups of features and of words, and the weights of steps from state to state."""

    states: tuple[str, ...]
    totals: Totals
    words: Weights
    """By the word itself: groups of words are made only to learn from."""
    known: frozenset[str]
    """The words that have weights, a few of a line's."""
    steps: Steps


@cache
def load_model() -> Model:
    """Read the weights."""
    first, _, rest = read_data(__file__, "data", "weights.txt").decode().partition("\n")
    states = tuple(first.split())
    *steps, rows = rest.split("\n", len(states) + 1)
    rows, _, words = rows.partition(WORDS)
    numbers = [[ord(char) - ZERO for char in row] for row in steps]
    fields = Struct(f"<{len(states)}I")
    weights = steps_of(numbers, list(map(_packed, steps)), fields)
    of_words = Weights(words)
    return Model(states, Totals(Weights(rows)), of_words, frozenset(of_words.names), weights)


def _packed(row: str) -> int:
    return int.from_bytes(row.encode("utf-32-le"), "little")


def score_lines(page: Page) -> list[int]:
    """Return for each line of a page the packed score that its groups and its words give to each state."""
    model = load_model()
    total, word, known = model.totals.__getitem__, model.words.__getitem__, model.known
    told = [sum(map(word, known & line)) for line in page.telling]
    scores = list(map(sum, zip(told, *[map(total, column) for column in columns(page)], strict=True)))
    for at, group in further(page):
        scores[at] += total(group)
    return scores


def unpack(total: int) -> tuple[int, ...]:
    """Return the score of every state."""
    fields = load_model().steps.fields
    return fields.unpack(total.to_bytes(fields.size, "little"))


def pack(scores: Sequence[int]) -> int:
    """Return the scores of all states as one integer, as ``unpack`` takes it."""
    return int.from_bytes(load_model().steps.fields.pack(*scores), "little")
