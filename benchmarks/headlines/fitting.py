"""Fitting: a matrix in, weights out: a conditional log-linear model, Adagrad on small batches."""

import numpy as np
from matrix import Matrix, take

EPOCHS = 10
RATE = 0.3
DECAY = 1e-6
INIT = 10.0
BATCH = 500


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


def fit(matrix: Matrix, size: int, epochs: int = EPOCHS, seed: int = 7) -> np.ndarray:
    """Return the weights, ``size`` of them, that make the right outcomes likely."""
    usable = np.flatnonzero(matrix.golds >= 0)
    weights = np.zeros(size)
    total = np.full(size, INIT)
    mean = np.zeros(size)
    order = np.random.default_rng(seed)
    for epoch in range(epochs):
        usable = order.permutation(usable)
        for first in range(0, len(usable), BATCH):
            batch = take(matrix, np.sort(usable[first : first + BATCH]))
            pull = -probabilities(batch, weights)
            pull[batch.golds] += 1.0
            sizes = np.diff(batch.outcome_ends, prepend=0)
            slope = np.bincount(batch.slots, np.repeat(pull, sizes), size) - DECAY * BATCH * weights
            total += slope * slope
            weights += RATE * slope / np.sqrt(total)
        if epoch >= epochs // 2:
            mean += weights
    return mean / (epochs - epochs // 2)
