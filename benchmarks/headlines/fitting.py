"""Fitting: a matrix in, weights out: a conditional log-linear model, Adagrad on small batches."""

import numpy as np
from matrix import Matrix, take

from newsparse.headlines.store import WEIGHT_SLOTS

EPOCHS = 8
RATE = 0.15
DECAY = 2e-6
BATCH = 1000


def scores(matrix: Matrix, weights: np.ndarray) -> np.ndarray:
    """Return the score of every outcome."""
    starts = np.concatenate(([0], matrix.outcome_ends[:-1]))
    return np.add.reduceat(weights[matrix.slots], starts)


def probabilities(matrix: Matrix, weights: np.ndarray) -> np.ndarray:
    """Return the probability of every outcome of its line."""
    values = scores(matrix, weights)
    starts = np.concatenate(([0], matrix.line_ends[:-1]))
    counts = np.diff(matrix.line_ends, prepend=0)
    values = np.exp(values - np.repeat(np.maximum.reduceat(values, starts), counts))
    return values / np.repeat(np.add.reduceat(values, starts), counts)


def fit(matrix: Matrix, seed: int = 7, epochs: int = EPOCHS) -> np.ndarray:
    """Return the weights that make the right outcomes likely."""
    usable = np.flatnonzero(matrix.golds >= 0)
    weights = np.zeros(WEIGHT_SLOTS)
    total = np.full(WEIGHT_SLOTS, 1e-8)
    mean = np.zeros(WEIGHT_SLOTS)
    order = np.random.default_rng(seed)
    for epoch in range(epochs):
        usable = order.permutation(usable)
        for first in range(0, len(usable), BATCH):
            batch = take(matrix, np.sort(usable[first : first + BATCH]))
            pull = -probabilities(batch, weights)
            pull[batch.golds] += 1.0
            sizes = np.diff(batch.outcome_ends, prepend=0)
            slope = np.bincount(batch.slots, np.repeat(pull, sizes), WEIGHT_SLOTS) - DECAY * BATCH * weights
            total += slope * slope
            weights += RATE * slope / np.sqrt(total)
        if epoch >= epochs // 2:
            mean += weights
    return mean / (epochs - epochs // 2)
